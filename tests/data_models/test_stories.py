"""Stories on both databases: drafts, sharing, editing, withdrawing; nothing is overwritten unseen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import drafts
from data_models.commands import stories as commands
from data_models.facts import ContributionFacts, DraftFacts, FigureSubject, PictureSubject
from data_models.queries import answers
from data_models.queries import stories as queries
from data_models.tables import AuditLine, Contribution, ContributionVersion, Picture, PictureFigure
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines, topic_version

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
SUBJECT = f"{PICTURE.signature}#2"
SECRET = "Wij zien meer aanmeldingen uit groep 8."


@dataclass(frozen=True)
class House:
    """A database with colleagues, another organisation, readers, and another region."""

    engine: Engine
    anna: Actor
    colleague: Actor
    school: Actor
    chair: Actor
    ambassador: Actor
    guest: Actor
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
            chair=add_actor(session, "Vera", region_id=here, role=Role.CHAIR),
            ambassador=add_actor(session, "Dina", region_id=here, role=Role.AMBASSADOR),
            guest=add_actor(session, "Evi", region_id=here, role=Role.GUEST),
            elsewhere=add_actor(session, "Cor", region_id=there, role=Role.PARTICIPANT),
        )


def _save(
    house: House, text: str, *, seen: int, actor: Actor | None = None, subject: str = SUBJECT, base: int = 0
) -> DraftFacts:
    with database.writing(house.engine) as session:
        return drafts.save_draft(
            session,
            actor=actor or house.anna,
            subject=subject,
            text=text,
            seen_version=seen,
            base_version=base,
        )


def _share(house: House, *, version: int, actor: Actor | None = None, **answer: str | bool | int) -> int:
    with database.writing(house.engine) as session:
        return commands.share_contribution(
            session,
            actor=actor or house.anna,
            picture=PICTURE,
            question=2,
            subject=SUBJECT,
            draft_version=version,
            **answer,  # type: ignore[arg-type]
        )


def _shared(house: House, text: str = SECRET, *, actor: Actor | None = None) -> int:
    return _share(house, version=_save(house, text, seen=0, actor=actor).version, actor=actor)


def _edit(house: House, number: int, text: str, *, seen: int, actor: Actor | None = None) -> int:
    """Type a text from what was seen, and share it: two transactions, as on the screen."""
    draft = _draft(house, actor=actor, subject=f"contribution:{number}")
    saved = _save(
        house, text, seen=draft.version if draft else 0, actor=actor, subject=f"contribution:{number}", base=seen
    )
    with database.writing(house.engine) as session:
        return commands.edit_contribution(
            session,
            actor=actor or house.anna,
            contribution_id=number,
            seen_version=seen,
            subject=f"contribution:{number}",
            draft_version=saved.version,
        )


def _withdraw(house: House, number: int, *, seen: int, actor: Actor | None = None) -> None:
    with database.writing(house.engine) as session:
        commands.withdraw_contribution(session, actor=actor or house.anna, contribution_id=number, seen_version=seen)


def _draft(house: House, *, actor: Actor | None = None, subject: str = SUBJECT) -> DraftFacts | None:
    with database.reading(house.engine) as session:
        return queries.own_draft(session, actor=actor or house.anna, subject=subject)


def _answers(house: House, *, asker: Actor | None) -> list[ContributionFacts]:
    with database.reading(house.engine) as session:
        return queries.contributions(session, asker=asker, picture=PICTURE)


def _versions(house: House, number: int, *, asker: Actor | None) -> list[tuple[int, str]]:
    with database.reading(house.engine) as session:
        return [(one.version, one.text) for one in queries.versions(session, asker=asker, contribution_id=number)]


def _count(house: House, table: type[Picture] | type[PictureFigure] | type[Contribution]) -> int:
    with database.reading(house.engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


# Drafts


def test_each_save_of_another_text_is_the_next_version(house: House) -> None:
    assert _save(house, "Wij", seen=0).version == 1
    assert _save(house, "Wij zien", seen=1).version == 2
    draft = _draft(house)
    assert draft is not None
    assert (draft.text, draft.version, draft.base_version) == ("Wij zien", 2, 0)


def test_saving_the_same_text_again_changes_nothing(house: House) -> None:
    first = _save(house, "Wij zien", seen=0)
    assert _save(house, "Wij zien", seen=0) == first
    assert _save(house, "Wij zien", seen=1) == first


def test_the_same_text_chosen_against_a_newer_contribution_remembers_that(house: House) -> None:
    _save(house, SECRET, seen=0, subject="contribution:1", base=1)
    chosen = _save(house, SECRET, seen=1, subject="contribution:1", base=2)
    assert (chosen.version, chosen.base_version) == (1, 2)


def test_a_draft_saved_elsewhere_is_not_overwritten_but_told(house: House) -> None:
    _save(house, "op de laptop", seen=0)
    _save(house, "op de telefoon", seen=1)
    with pytest.raises(drafts.DraftConflictError) as conflict:
        _save(house, "weer op de laptop", seen=1)
    assert (conflict.value.text, conflict.value.version) == ("op de telefoon", 2)
    kept = _draft(house)
    assert kept is not None
    assert kept.text == "op de telefoon"


def test_a_draft_that_was_shared_from_another_window_is_not_begun_again(house: House) -> None:
    _shared(house)
    with pytest.raises(drafts.DraftConflictError) as conflict:
        _save(house, "nog een woord", seen=1)
    assert (conflict.value.text, conflict.value.version) == ("", 0)
    assert _draft(house) is None


def test_five_thousand_characters_are_kept_and_one_more_is_refused(house: House) -> None:
    _save(house, "é" * 5_000, seen=0)
    with pytest.raises(drafts.TooLongError):
        _save(house, "é" * 5_001, seen=1)
    kept = _draft(house)
    assert kept is not None
    assert kept.text == "é" * 5_000


def test_text_is_kept_character_for_character(house: House) -> None:
    typed = "  'DROP TABLE' \\n <b>vet</b> 👩‍👧 ﷽ \u200b\nnieuwe regel\t€ 5\n"
    _save(house, typed, seen=0)
    kept = _draft(house)
    assert kept is not None
    assert kept.text == typed


@pytest.mark.parametrize("who", ["colleague", "school", "elsewhere"])
def test_nobody_else_sees_a_draft(house: House, who: str) -> None:
    _save(house, SECRET, seen=0)
    other = getattr(house, who)
    assert _draft(house, actor=other) is None
    assert _answers(house, asker=other) == []


def test_two_people_write_about_the_same_subject_each_in_their_own_draft(house: House) -> None:
    _save(house, "van Anna", seen=0)
    _save(house, "van Bert", seen=0, actor=house.colleague)
    drafts = [_draft(house, actor=actor) for actor in (house.anna, house.colleague)]
    assert [draft and draft.text for draft in drafts] == ["van Anna", "van Bert"]


def test_a_draft_leaves_no_audit_line_and_wakes_nobody(house: House) -> None:
    _save(house, SECRET, seen=0)
    assert audit_lines(house.engine) == []
    assert topic_version(house.engine, "stories", region_id=house.anna.region_id) == 0


def test_a_draft_begun_in_two_windows_at_once_is_kept_once(house: House) -> None:
    together = Barrier(2)

    def begin(text: str) -> str | None:
        together.wait()
        try:
            return _save(house, text, seen=0).text
        except drafts.DraftConflictError:
            return None

    with ThreadPoolExecutor(2) as threads:
        saved = [text for text in threads.map(begin, ["links", "rechts"]) if text is not None]
    kept = _draft(house)
    assert kept is not None
    assert saved == [kept.text]


# Sharing


def test_a_shared_draft_is_a_contribution_that_the_region_reads(house: House) -> None:
    number = _shared(house)
    (answer,) = _answers(house, asker=house.school)
    assert (answer.id, answer.question, answer.period, answer.text) == (number, 2, "2024", SECRET)
    assert (answer.organisation, answer.perspective, answer.name) == ("Gemeente Almere", "gemeente", "")
    assert (answer.visibility, answer.state, answer.version, answer.editable) == ("region", "shared", 1, False)
    assert _draft(house) is None
    assert _versions(house, number, asker=house.anna) == [(1, SECRET)]


def test_an_answer_within_the_circle_is_read_by_the_own_organisation_only(house: House) -> None:
    number = _share(house, version=_save(house, SECRET, seen=0).version, visibility="circle")
    assert [answer.text for answer in _answers(house, asker=house.colleague)] == [SECRET]
    assert _answers(house, asker=house.school) == []
    assert _versions(house, number, asker=house.school) == []


def test_what_was_said_within_the_circle_stays_there_when_a_later_version_is_for_the_region(house: House) -> None:
    number = _share(house, version=_save(house, SECRET, seen=0).version, visibility="circle")
    _edit(house, number, "Wij zien meer aanmeldingen.", seen=1)
    assert _versions(house, number, asker=house.colleague) == [(2, "Wij zien meer aanmeldingen."), (1, SECRET)]
    assert _versions(house, number, asker=house.school) == [(2, "Wij zien meer aanmeldingen.")]


def test_the_name_is_shown_only_when_the_author_wants_that(house: House) -> None:
    _share(house, version=_save(house, SECRET, seen=0).version, shows_name=True)
    assert [answer.name for answer in _answers(house, asker=house.school)] == ["Anna"]


def test_the_picture_is_made_once_for_everybody_in_the_region(house: House) -> None:
    _shared(house)
    _shared(house, "Wij ook.", actor=house.school)
    assert (_count(house, Picture), _count(house, PictureFigure), _count(house, Contribution)) == (1, 1, 2)
    _shared(house, "Bij ons niet.", actor=house.elsewhere)
    assert (_count(house, Picture), _count(house, PictureFigure)) == (2, 2)


def test_first_answers_given_at_the_same_moment_are_all_kept(house: House) -> None:
    people = (house.anna, house.colleague, house.school)
    versions = {actor.name: _save(house, actor.name, seen=0, actor=actor).version for actor in people}
    together = Barrier(len(people))

    def share(actor: Actor) -> int:
        together.wait()
        return _share(house, version=versions[actor.name], actor=actor)

    with ThreadPoolExecutor(len(people)) as threads:
        numbers = list(threads.map(share, people))
    assert sorted(answer.id for answer in _answers(house, asker=house.anna)) == sorted(numbers)
    assert (_count(house, Picture), _count(house, PictureFigure)) == (1, 1)


def test_sharing_leaves_an_audit_line_without_the_text_and_wakes_the_region(house: House) -> None:
    number = _shared(house)
    assert audit_lines(house.engine) == [("Anna", "participant", "share_contribution", number, 0, 1)]
    with database.reading(house.engine) as session:
        assert session.scalars(select(AuditLine.detail)).all() == [""]
    assert topic_version(house.engine, "stories", region_id=house.anna.region_id) == 1
    assert topic_version(house.engine, "stories", region_id=house.elsewhere.region_id) == 0


def test_an_older_draft_than_the_one_that_stands_is_not_shared(house: House) -> None:
    _save(house, "half", seen=0)
    _save(house, "helemaal", seen=1)
    with pytest.raises(drafts.DraftConflictError) as conflict:
        _share(house, version=1)
    assert conflict.value.text == "helemaal"
    assert _answers(house, asker=house.anna) == []


def test_sharing_twice_from_two_windows_makes_one_contribution(house: House) -> None:
    version = _save(house, SECRET, seen=0).version
    _share(house, version=version, recognition="ja")
    with pytest.raises(drafts.DraftConflictError):
        _share(house, version=version, recognition="ja")
    assert [answer.text for answer in _answers(house, asker=house.anna)] == [SECRET]


def test_an_empty_answer_is_not_shared_and_a_choice_alone_is(house: House) -> None:
    version = _save(house, " \n", seen=0).version
    with pytest.raises(commands.NothingToShareError):
        _share(house, version=version)
    _share(house, version=version, recognition="deels")
    assert [(answer.text, answer.recognition) for answer in _answers(house, asker=house.anna)] == [("", "deels")]


# Editing


def test_an_edited_contribution_keeps_every_version(house: House) -> None:
    number = _shared(house, "eerst")
    assert _edit(house, number, "daarna", seen=1) == 2
    assert _edit(house, number, "ten slotte", seen=2) == 3
    assert [(answer.text, answer.version) for answer in _answers(house, asker=house.school)] == [("ten slotte", 3)]
    assert _versions(house, number, asker=house.school) == [(3, "ten slotte"), (2, "daarna"), (1, "eerst")]
    assert audit_lines(house.engine)[1:] == [
        ("Anna", "participant", "edit_contribution", number, 1, 2),
        ("Anna", "participant", "edit_contribution", number, 2, 3),
    ]
    assert topic_version(house.engine, "stories", region_id=house.anna.region_id) == 3


def test_changing_only_the_choice_leaves_the_text_as_it_was(house: House) -> None:
    number = _shared(house)
    with database.writing(house.engine) as session:
        commands.edit_contribution(
            session,
            actor=house.anna,
            contribution_id=number,
            seen_version=1,
            subject=f"contribution:{number}",
            draft_version=0,
            recognition="nee",
        )
    assert [(answer.text, answer.recognition) for answer in _answers(house, asker=house.anna)] == [(SECRET, "nee")]


@pytest.mark.parametrize(("who", "names"), [("anna", ["Anna"]), ("colleague", [""])])
def test_only_the_author_decides_whether_the_name_is_shown(house: House, who: str, names: list[str]) -> None:
    number = _shared(house)
    with database.writing(house.engine) as session:
        commands.edit_contribution(
            session,
            actor=getattr(house, who),
            contribution_id=number,
            seen_version=1,
            subject=f"contribution:{number}",
            draft_version=0,
            shows_name=True,
        )
    assert [answer.name for answer in _answers(house, asker=house.school)] == names


def test_an_edit_from_an_older_version_is_told_what_stands_and_keeps_what_was_typed(house: House) -> None:
    number = _shared(house, "eerst")
    _edit(house, number, "van Bert", seen=1, actor=house.colleague)
    with pytest.raises(commands.ContributionConflictError) as conflict:
        _edit(house, number, "van Anna", seen=1)
    assert (conflict.value.text, conflict.value.version) == ("van Bert", 2)
    kept = _draft(house, subject=f"contribution:{number}")
    assert kept is not None
    assert kept.text == "van Anna"
    assert _edit(house, number, "van Anna en Bert", seen=2) == 3
    assert _versions(house, number, asker=house.anna) == [(3, "van Anna en Bert"), (2, "van Bert"), (1, "eerst")]


def test_a_colleague_of_the_same_organisation_may_edit_and_sees_so(house: House) -> None:
    number = _shared(house)
    assert [answer.editable for answer in _answers(house, asker=house.colleague)] == [True]
    assert _edit(house, number, "aangevuld", seen=1, actor=house.colleague) == 2


def test_who_has_no_organisation_is_a_colleague_of_nobody(house: House) -> None:
    """As when the identity provider names none: all of them would share one circle, and each other's texts."""
    region_id = house.anna.region_id
    with database.writing(house.engine) as session:
        one, other = (
            add_actor(session, name, region_id=region_id, role=Role.PARTICIPANT, organisation="")
            for name in ("Noor", "Omar")
        )
    number = _share(house, version=_save(house, SECRET, seen=0, actor=one).version, actor=one, visibility="circle")
    assert [(answer.text, answer.editable) for answer in _answers(house, asker=one)] == [(SECRET, True)]
    assert _answers(house, asker=other) == []
    assert _versions(house, number, asker=other) == []
    with pytest.raises(NotAllowedError):
        _edit(house, number, "kaping", seen=1, actor=other)
    with pytest.raises(NotAllowedError):
        _withdraw(house, number, seen=1, actor=other)
    assert _edit(house, number, "aangevuld", seen=1, actor=one) == 2
    _shared(house, "voor de regio", actor=other)
    assert [answer.editable for answer in _answers(house, asker=one)] == [True, False]


@pytest.mark.parametrize("who", ["school", "elsewhere", "ambassador", "guest"])
def test_others_neither_edit_nor_withdraw(house: House, who: str) -> None:
    number = _shared(house)
    before = _answers(house, asker=house.anna)
    other = getattr(house, who)
    with pytest.raises(NotAllowedError):
        _edit(house, number, "kaping", seen=1, actor=other)
    with pytest.raises(NotAllowedError):
        _withdraw(house, number, seen=1, actor=other)
    assert _answers(house, asker=house.anna) == before


@pytest.mark.parametrize("who", ["ambassador", "guest"])
def test_a_role_that_only_reads_writes_nothing(house: House, who: str) -> None:
    with pytest.raises(NotAllowedError):
        _save(house, SECRET, seen=0, actor=getattr(house, who))
    with pytest.raises(NotAllowedError):
        _share(house, version=0, actor=getattr(house, who), recognition="ja")
    assert _answers(house, asker=house.anna) == []


# Written down for the whole table


def _write_down(house: House, actor: Actor, *, organisation: str, **answer: str | int) -> int:
    _save(house, "Vraag het ons eerder.", seen=0, actor=actor)
    with database.writing(house.engine) as session:
        return commands.write_down_contribution(
            session,
            actor=actor,
            picture=PICTURE,
            question=2,
            subject=SUBJECT,
            draft_version=1,
            organisation=organisation,
            perspective="ouders",
            **answer,  # type: ignore[arg-type]
        )


def test_what_is_written_down_stands_in_the_name_of_who_said_it_and_says_who_wrote(house: House) -> None:
    number = _write_down(house, house.chair, organisation=" De  Regenboog ")
    (answer,) = _answers(house, asker=house.anna)
    assert (answer.organisation, answer.perspective, answer.written_down_by) == (
        "De Regenboog",
        "ouders",
        "Gemeente Almere",
    )
    assert answer.name == ""
    assert audit_lines(house.engine) == [("Vera", "chair", "write_down_contribution", number, 0, 1)]
    assert _edit(house, number, "Vraag het ons eerst.", seen=1, actor=house.school) == 2
    assert _edit(house, number, "Vraag het ons.", seen=2, actor=house.chair) == 3
    with pytest.raises(NotAllowedError):
        _withdraw(house, number, seen=3, actor=house.elsewhere)
    _withdraw(house, number, seen=3, actor=house.school)
    assert _answers(house, asker=house.chair) == []


def test_words_are_put_in_nobodys_circle_and_in_no_ones_mouth(house: House) -> None:
    with pytest.raises(commands.NotOwnCircleError):
        _write_down(house, house.chair, organisation="De Regenboog", visibility="circle")
    with pytest.raises(commands.NobodySaidSoError):
        _write_down(house, house.chair, organisation="  ")
    with pytest.raises(NotAllowedError):
        _write_down(house, house.anna, organisation="De Regenboog")
    assert _answers(house, asker=house.anna) == []


# Withdrawing


def test_within_a_day_a_withdrawn_text_is_gone_everywhere(house: House) -> None:
    number = _shared(house)
    _edit(house, number, "ook dit is weg", seen=1)
    _withdraw(house, number, seen=2)
    assert _answers(house, asker=house.anna) == []
    with database.reading(house.engine) as session:
        assert set(session.scalars(select(ContributionVersion.text))) == {""}
        assert session.scalars(select(Contribution.text)).all() == [""]


def test_after_a_day_a_withdrawn_contribution_leaves_its_mark_and_its_versions_unseen(house: House) -> None:
    number = _shared(house)
    with database.writing(house.engine) as session:
        session.execute(update(Contribution).values(created_at=now() - timedelta(days=1, minutes=1)))
    _withdraw(house, number, seen=1)
    assert [(answer.state, answer.text) for answer in _answers(house, asker=house.school)] == [("withdrawn", "")]
    assert _versions(house, number, asker=house.anna) == []
    with database.reading(house.engine) as session:
        kept = select(ContributionVersion.text, ContributionVersion.state).order_by(ContributionVersion.version)
        assert [tuple(row) for row in session.execute(kept)] == [(SECRET, "shared"), (SECRET, "withdrawn")]


def test_a_withdrawal_of_a_version_that_was_changed_is_refused(house: House) -> None:
    number = _shared(house)
    _edit(house, number, "aangevuld", seen=1, actor=house.colleague)
    with pytest.raises(commands.ContributionConflictError):
        _withdraw(house, number, seen=1)
    assert [answer.state for answer in _answers(house, asker=house.anna)] == ["shared"]


def test_a_change_of_a_withdrawn_contribution_is_refused_and_stays_a_draft(house: House) -> None:
    number = _shared(house)
    _withdraw(house, number, seen=1)
    with pytest.raises(commands.WithdrawnError):
        _edit(house, number, "van Bert", seen=2, actor=house.colleague)
    kept = _draft(house, actor=house.colleague, subject=f"contribution:{number}")
    assert kept is not None
    assert kept.text == "van Bert"
    with database.reading(house.engine) as session:
        shown = answers.newest(session, asker=house.colleague, picture=PICTURE, most={2: 5}, besides=[number])
    assert [(one.state, one.text, one.editable) for one in shown] == [("withdrawn", "", False)]


def test_a_withdrawal_leaves_an_audit_line_and_wakes_the_region(house: House) -> None:
    number = _shared(house)
    _withdraw(house, number, seen=1)
    assert audit_lines(house.engine)[-1] == ("Anna", "participant", "withdraw_contribution", number, 1, 2)
    assert topic_version(house.engine, "stories", region_id=house.anna.region_id) == 2


# Who sees what


def test_a_guest_reads_no_stories_of_the_region(house: House) -> None:
    number = _shared(house)
    assert _answers(house, asker=house.guest) == []
    assert _versions(house, number, asker=house.guest) == []


def test_another_region_and_everybody_see_nothing_of_it(house: House) -> None:
    number = _shared(house)
    for asker in (house.elsewhere, None):
        assert _answers(house, asker=asker) == []
        assert _versions(house, number, asker=asker) == []
        with database.reading(house.engine) as session:
            assert queries.last_discussed(session, asker=asker, area="GM0034") == {}
    with database.reading(house.engine) as session:
        discussed = queries.last_discussed(session, asker=house.school, area="GM0034")
    assert discussed == {"jeugdzorg": now().date()}


def test_the_stories_of_the_fictional_region_are_there_for_everybody(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        discussed = queries.last_discussed(session, asker=None, area="VG0001")
        told = [
            answer
            for indicator in discussed
            for answer in queries.contributions_about(session, asker=None, indicator=indicator, area="VG0001")
        ]
    assert len({answer.perspective for answer in told}) > 1
    assert not any(answer.editable for answer in told)
