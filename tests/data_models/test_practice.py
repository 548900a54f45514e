"""Stories from practice on both databases: shared from a draft, changed with its versions, withdrawn; and who reads."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import drafts, retention
from data_models.commands import practice as commands
from data_models.commands.practice import PracticeConflictError, PracticeProposal, PracticeRefusedError
from data_models.queries import practice as queries
from data_models.queries import stories as story_queries
from data_models.queries.practice import PracticeFacts
from data_models.tables import Area, PracticeStory, PracticeStoryVersion, Retention, Theme
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines, topic_version

SUBJECT = "praktijk#nieuw"
WORDS = "Een leerling kwam terug via de schooltuin."
GEM = PracticeProposal(kind="gem", title="Drie ochtenden in de kas", indicator="jeugdzorg", area="GM0034")


@dataclass(frozen=True)
class House:
    """A database with colleagues, another organisation, somebody who only reads, and another region."""

    engine: Engine
    anna: Actor
    colleague: Actor
    school: Actor
    ambassador: Actor
    elsewhere: Actor


@pytest.fixture
def house(engine: Engine) -> House:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        return House(
            engine=engine,
            anna=add_actor(session, "Anna", region_id=here, role=Role.PARTICIPANT),
            colleague=add_actor(session, "Bert", region_id=here, role=Role.PARTICIPANT),
            school=add_actor(session, "Saar", region_id=here, role=Role.PARTICIPANT, organisation="De Regenboog"),
            ambassador=add_actor(session, "Dina", region_id=here, role=Role.AMBASSADOR),
            elsewhere=add_actor(session, "Cor", region_id=there, role=Role.PARTICIPANT),
        )


def _type(house: House, text: str, *, actor: Actor, subject: str = SUBJECT) -> int:
    with database.writing(house.engine) as session:
        return drafts.save_draft(
            session, actor=actor, subject=subject, text=text, seen_version=0, base_version=0
        ).version


def _share(house: House, proposal: PracticeProposal = GEM, text: str = WORDS, *, actor: Actor | None = None) -> int:
    actor = actor or house.anna
    version = _type(house, text, actor=actor)
    with database.writing(house.engine) as session:
        return commands.share_practice_story(
            session, actor=actor, proposal=proposal, subject=SUBJECT, draft_version=version
        )


def _edit(house: House, number: int, *, actor: Actor, seen: int = 1, title: str = "Anders", text: str = "") -> int:
    subject = f"praktijk:{number}"
    version = _type(house, text, actor=actor, subject=subject) if text else 0
    with database.writing(house.engine) as session:
        return commands.edit_practice_story(
            session,
            actor=actor,
            story_id=number,
            seen_version=seen,
            proposal=replace(GEM, title=title),
            subject=subject,
            draft_version=version,
        )


def _withdraw(house: House, number: int, *, actor: Actor | None = None, seen: int = 1) -> bool:
    with database.writing(house.engine) as session:
        return commands.withdraw_practice_story(session, actor=actor or house.anna, story_id=number, seen_version=seen)


def _read(house: House, asker: Actor | None, *, indicator: str | None = None) -> list[PracticeFacts]:
    with database.reading(house.engine) as session:
        return queries.stories(session, asker=asker, fictional=False, indicator=indicator)


def _make_older(house: House, number: int) -> None:
    with database.writing(house.engine) as session:
        session.execute(
            update(PracticeStory).where(PracticeStory.id == number).values(created_at=now() - timedelta(days=2))
        )


def test_a_shared_story_is_read_in_the_region_under_the_theme_of_its_figure_and_the_draft_is_gone(
    house: House,
) -> None:
    number = _share(house)
    (read,) = _read(house, house.school)
    with database.reading(house.engine) as session:
        theme = session.scalars(select(Theme.name)).first()
        draft = story_queries.own_draft(session, actor=house.anna, subject=SUBJECT)
    assert (read.id, read.kind, read.title, read.text) == (number, "gem", GEM.title, WORDS)
    assert (read.theme_name, read.indicator, read.area_name) == (theme, "jeugdzorg", "Almere")
    assert (read.organisation, read.name, read.editable) == ("Gemeente Almere", "", False)
    assert draft is None
    assert audit_lines(house.engine)[-1][2:] == ("share_practice_story", number, 0, 1)
    assert topic_version(house.engine, "stories", region_id=house.anna.region_id) == 1


def test_a_story_needs_no_figure_and_no_area_but_a_theme(house: House) -> None:
    with database.reading(house.engine) as session:
        theme = session.scalars(select(Theme.code)).first() or ""
    _share(house, replace(GEM, indicator="", area="", theme=theme))
    (read,) = _read(house, house.anna)
    assert (read.theme, read.indicator, read.area) == (theme, "", "")
    assert _read(house, house.anna, indicator="jeugdzorg") == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"kind": ""}, "kind_missing"),
        ({"indicator": "", "theme": ""}, "theme_missing"),
        ({"indicator": "", "theme": "verzonnen"}, "theme_missing"),
        ({"indicator": "verzonnen"}, "indicator_unknown"),
        ({"title": " "}, "title_missing"),
        ({"title": "x" * 121}, "title_too_long"),
        ({"visibility": "iedereen"}, "visibility_unknown"),
        ({"area": "VG0001"}, "area_unknown"),
    ],
)
def test_what_cannot_be_shared_is_refused_and_the_draft_stays(
    house: House, changed: dict[str, Any], fault: str
) -> None:
    with database.writing(house.engine) as session:
        session.add(Area(code="VG0001", kind="municipality", name="Waterdam", valid_from=2015, fictional=True))
    with pytest.raises(PracticeRefusedError) as refused:
        _share(house, replace(GEM, **changed))
    assert refused.value.fault == fault
    with database.reading(house.engine) as session:
        draft = story_queries.own_draft(session, actor=house.anna, subject=SUBJECT)
    assert draft is not None
    assert draft.text == WORDS


def test_a_story_without_words_is_refused(house: House) -> None:
    with pytest.raises(PracticeRefusedError, match="text_missing"):
        _share(house, text="  ")


def test_within_a_circle_only_the_organisation_reads_it_and_another_region_never_does(house: House) -> None:
    _share(house, replace(GEM, visibility="circle"))
    _share(house, replace(GEM, visibility="released", title="Vrij"))
    assert [one.title for one in _read(house, house.colleague)] == ["Vrij", GEM.title]
    assert [one.title for one in _read(house, house.school)] == ["Vrij"]
    assert _read(house, house.elsewhere) == []
    assert _read(house, None) == []


def test_the_name_is_shown_only_when_its_owner_wants_that(house: House) -> None:
    _share(house, replace(GEM, shows_name=True))
    (read,) = _read(house, house.school)
    assert read.name == "Anna"


def test_a_colleague_changes_it_and_the_earlier_words_are_kept(house: House) -> None:
    number = _share(house)
    assert _edit(house, number, actor=house.colleague, title="Vier ochtenden", text="Zij komt nu elke dag.") == 2
    (read,) = _read(house, house.anna)
    assert (read.title, read.text, read.version) == ("Vier ochtenden", "Zij komt nu elke dag.", 2)
    with database.reading(house.engine) as session:
        kept = queries.versions(session, asker=house.school, story_id=number)
    assert [(one.version, one.title, one.text) for one in kept] == [
        (2, "Vier ochtenden", "Zij komt nu elke dag."),
        (1, GEM.title, WORDS),
    ]


def test_what_it_said_within_the_circle_stays_there_when_the_region_reads_a_later_version(house: House) -> None:
    number = _share(house, replace(GEM, visibility="circle"))
    _edit(house, number, actor=house.anna, text="Het lukte met iemand van buiten.")
    with database.reading(house.engine) as session:
        of_school = queries.versions(session, asker=house.school, story_id=number)
        of_colleague = queries.versions(session, asker=house.colleague, story_id=number)
    assert [one.text for one in of_school] == ["Het lukte met iemand van buiten."]
    assert [one.text for one in of_colleague] == ["Het lukte met iemand van buiten.", WORDS]


def test_a_change_without_typing_keeps_the_words(house: House) -> None:
    number = _share(house)
    _edit(house, number, actor=house.anna, title="Een betere kop")
    (read,) = _read(house, house.anna)
    assert (read.title, read.text) == ("Een betere kop", WORDS)


def test_nothing_is_overwritten_unseen(house: House) -> None:
    number = _share(house)
    _edit(house, number, actor=house.anna, text="Eerst dit.")
    with pytest.raises(PracticeConflictError) as conflict:
        _edit(house, number, actor=house.colleague, seen=1, text="Dan dat.")
    assert (conflict.value.text, conflict.value.version) == ("Eerst dit.", 2)


@pytest.mark.parametrize("who", ["school", "ambassador", "elsewhere"])
def test_others_change_and_withdraw_nothing(house: House, who: str) -> None:
    number = _share(house)
    with pytest.raises(NotAllowedError):
        _edit(house, number, actor=getattr(house, who))
    with pytest.raises(NotAllowedError):
        _withdraw(house, number, actor=getattr(house, who))


def test_within_the_day_nothing_of_it_is_left(house: House) -> None:
    number = _share(house)
    assert _withdraw(house, number)
    assert _read(house, house.anna) == []
    with database.reading(house.engine) as session:
        assert session.scalars(select(PracticeStory.text)).all() == [""]
        assert session.scalars(select(PracticeStoryVersion.text)).all() == [""]
        assert session.scalars(select(PracticeStoryVersion.title)).all() == [""]


def test_after_the_day_it_says_that_it_was_withdrawn_and_no_words(house: House) -> None:
    number = _share(house)
    _make_older(house, number)
    assert not _withdraw(house, number)
    (read,) = _read(house, house.school)
    assert (read.state, read.title, read.text, read.editable) == ("withdrawn", "", "", False)
    with database.reading(house.engine) as session:
        assert queries.versions(session, asker=house.anna, story_id=number) == []
    with pytest.raises(PracticeRefusedError, match="withdrawn_already"):
        _withdraw(house, number, seen=2)


def test_what_is_older_than_the_region_keeps_loses_its_words_in_every_version(house: House) -> None:
    old, young = _share(house), _share(house, replace(GEM, title="Van dit jaar"))
    with database.writing(house.engine) as session:
        three_years = {"created_at": now() - timedelta(days=3 * 366)}
        session.execute(update(PracticeStory).where(PracticeStory.id == old).values(three_years))
        session.add(Retention(region_id=house.anna.region_id, years=2))
    with database.writing(house.engine) as session:
        assert retention.remove_expired_of(session, region_id=house.anna.region_id).told == {"practice": 1}
    read = {one.id: one for one in _read(house, house.anna)}
    assert (read[old].state, read[old].title, read[old].text) == ("expired", "", "")
    assert read[young].text == WORDS
    with database.reading(house.engine) as session:
        kept = session.execute(
            select(PracticeStoryVersion.title, PracticeStoryVersion.text).where(PracticeStoryVersion.story_id == old)
        ).all()
    assert [tuple(row) for row in kept] == [("", "")]
    assert ("expire_practice_story", old, 1, 2) in [line[2:] for line in audit_lines(house.engine)]
    with database.writing(house.engine) as session:
        assert not retention.remove_expired_of(session, region_id=house.anna.region_id)
