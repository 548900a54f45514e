"""Praktijkverhalen: reading, choosing, telling, changing and withdrawing; and the stories beside a figure."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest

from dashboard.components import practice_writing
from dashboard.components.writing import Shared
from dashboard.data import catalogue, practice
from dashboard.data.reader import read_now
from data_models import database
from data_models.commands import drafts
from data_models.queries import people
from data_models.tables import PracticeStory
from data_models.tables.declaration import now
from tests.pages.conftest import Open
from tests.pages.screen import headings, says

NEW = "praktijk#nieuw"
Say = Callable[..., None]


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _titles(app: AppTest) -> list[str]:
    """The headlines of the stories, in the order of the screen."""
    return [str(one.value).strip("*").replace("\\", "") for one in app.markdown if str(one.value).startswith("**")]


@pytest.fixture
def say(person_id: int, app_database: Engine, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Type words about a subject and press the button of its field: AppTest does not run its script."""
    waiting: dict[str, Shared] = {}
    monkeypatch.setattr(practice_writing, "write_answer", lambda *, subject, **_: waiting.pop(subject, None))

    def said(text: str, *, subject: str = NEW, **chosen: object) -> None:
        with database.writing(app_database) as session:
            region_id = people.region_of_kind(session, fictional=False) or 0
            actor = people.actor(session, person_id=person_id, region_id=region_id)
            assert actor is not None
            version = drafts.save_draft(
                session, actor=actor, subject=subject, text=text, seen_version=0, base_version=0
            ).version
        waiting[subject] = Shared(version=version, **chosen)  # type: ignore[arg-type]

    return said


def _fill_in(app: AppTest, *, title: str = "Vroeg erbij op school") -> None:
    (kind,) = (radio for radio in app.radio if radio.label == "Wat voor verhaal is het?")
    kind.set_value("gem")
    (headline,) = (field for field in app.text_input if field.label == "Kop")
    headline.set_value(title)


def _telling(open_page: Open, *, title: str = "Vroeg erbij op school") -> AppTest:
    """The screen with a story about jeugdzorg filled in, apart from its words."""
    app = open_page("practice", gebied="GM0034", bij="jeugdzorg")
    _fill_in(app, title=title)
    return app


def test_the_example_region_tells_gems_and_bottlenecks_the_newest_first(open_page: Open) -> None:
    app = open_page("practice", gebied="VG0001")
    assert headings(app) == ["Praktijkverhalen rond Waterdam"]
    assert _titles(app) == [
        "Voorbeeld: één overleg in plaats van drie",
        "Voorbeeld: jongeren maken zelf het rooster van de huiskamer",
        "Voorbeeld: ouders vertellen hun verhaal vijf keer",
        "Voorbeeld: drie ochtenden in de kas",
        "Voorbeeld: de hulp begint als de crisis voorbij is",
    ]
    assert says(app, "5 verhalen")
    assert says(app, "knelpunt · Waterdam · Naar school · Thuiszitters")
    assert says(app, "Ouderraad Rivierenrijk (voorbeeld) · ouders · 18 november 2025")
    assert says(app, "bijgewerkt op 18 november 2025, versie 2")
    assert says(app, "Vrijgegeven: mag ook elders getoond worden.")
    assert says(app, "Zeg eerst wie u bent.")


def test_a_kind_and_a_theme_leave_what_belongs_to_both(open_page: Open) -> None:
    app = open_page("practice", gebied="VG0001", thema="school", soort="parel")
    assert _titles(app) == ["Voorbeeld: drie ochtenden in de kas"]
    assert says(app, "1 van 5 verhalen")


def test_words_are_found_wherever_they_stand_whatever_signs_are_typed(app_database: Engine) -> None:
    reader = read_now()
    area = next(one for one in catalogue.areas(reader) if one.code == "VG0001")
    found = practice.practice(reader, area=area).stories
    typed = {"schooltuin": 1, "DERDE gesprek": 1, "Jongerenraad": 1, "thuiszitters": 2, "100%_*'": 0, "": 5}
    assert {words: len(practice.shown(found, typed=words)) for words in typed} == typed
    assert len(practice.shown(found, kind="knelpunt")) == 2


def test_a_story_is_told_and_read_under_the_theme_of_its_figure(open_page: Open, say: Say) -> None:
    app = _telling(open_page)
    say("Wij zitten *elke* dinsdag in de <b>school</b>.\nDat scheelt.", visibility="released", shows_name=True)
    app.run()
    assert [one.value for one in app.exception] == []
    assert _titles(app) == ["Vroeg erbij op school"]
    assert "Wij zitten *elke* dinsdag in de <b>school</b>.\nDat scheelt." in [one.value for one in app.text]
    assert says(app, "parel · Almere · Opgroeien en jeugdhulp · Jeugdzorg")
    assert says(app, "Anna, Gemeente Almere · gemeente")
    assert says(app, "Gedeeld.")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("", "Een verhaal.", "Geef het verhaal een kop."),
        ("Een kop", "Bel 06-12345678.", "Deze tekst bevat een telefoonnummer."),
    ],
)
def test_what_cannot_be_shared_says_why_and_the_words_stay(
    open_page: Open, say: Say, app_database: Engine, title: str, text: str, told: str
) -> None:
    app = _telling(open_page, title=title)
    say(text)
    app.run()
    assert says(app, told)
    assert next(field for field in app.text_input if field.label == "Kop").value == title
    with database.reading(app_database) as session:
        assert session.scalars(select(PracticeStory.text).where(PracticeStory.text == text.strip())).all() == []


def test_a_name_in_the_title_is_said_once_and_shared_when_asked_again(open_page: Open, say: Say) -> None:
    app = _telling(open_page, title="Het verhaal van Daan de Vries")
    say("Hij kwam terug.")
    app.run()
    assert says(app, "Dat lijkt")
    assert says(app, "Er is nog geen praktijkverhaal.")
    say("Hij kwam terug.", anyway=False)
    app.run()
    assert _titles(app) == ["Het verhaal van Daan de Vries"]


def _told(open_page: Open, say: Say) -> AppTest:
    app = _telling(open_page)
    say("Eerst dit.")
    app.run()
    return app


def _number(engine: Engine) -> int:
    with database.reading(engine) as session:
        return session.scalars(select(PracticeStory.id).order_by(PracticeStory.id.desc())).first() or 0


def test_a_story_is_changed_and_keeps_what_it_was(open_page: Open, say: Say, app_database: Engine) -> None:
    app = _told(open_page, say)
    _press(app, "Wijzigen")
    say("Daarna dat.", subject=f"praktijk:{_number(app_database)}")
    app.run()
    assert says(app, "De wijziging is bewaard.")
    assert "Daarna dat." in [one.value for one in app.text]
    assert says(app, "versie 2")


def test_within_the_day_a_withdrawn_story_is_gone_and_afterwards_it_says_so(
    open_page: Open, say: Say, app_database: Engine
) -> None:
    app = _told(open_page, say)
    _press(app, "Ja, trek dit verhaal in")
    assert says(app, "Weggehaald. Er staat niets meer van.")
    assert _titles(app) == []
    _fill_in(app)
    say("Een ander verhaal.")
    app.run()
    with database.writing(app_database) as session:
        older = {"created_at": now() - timedelta(days=2)}
        session.execute(update(PracticeStory).where(PracticeStory.id == _number(app_database)).values(older))
    _press(app, "Ja, trek dit verhaal in")
    assert says(app, "parel van Gemeente Almere: ingetrokken.")


def test_beside_a_figure_stand_its_own_stories_and_those_of_the_whole_region(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0001", indicator="thuiszitters", tabblad="praktijkverhalen")
    assert "Voorbeeld: drie ochtenden in de kas" in _titles(app)
    app = open_page("figure", gebied="VG0002", indicator="thuiszitters", tabblad="praktijkverhalen")
    assert says(app, "Bij dit cijfer is nog geen praktijkverhaal.")
    assert says(app, "Uit andere gebieden van de regio zijn er nog 2 verhalen bij dit cijfer.")
    app = open_page("figure", gebied="VG0002", indicator="jeugdzorg", tabblad="praktijkverhalen")
    assert "Voorbeeld: de hulp begint als de crisis voorbij is" in _titles(app)


def _tell_many(engine: Engine, *, count: int, text: str = "Voorbeeld.") -> None:
    """Add stories about jeugdzorg in the example region."""
    with database.writing(engine) as session:
        known = session.scalars(select(PracticeStory).where(PracticeStory.area_id.is_(None))).first()
        assert known is not None
        for number in range(count):
            about = {"region_id": known.region_id, "theme_id": known.theme_id, "indicator_id": known.indicator_id}
            said = {"organisation": "School", "perspective": "onderwijs", "visibility": "region", "text": text}
            session.add(
                PracticeStory(kind="gem", area_id=None, person_id=None, title=f"Nummer {number}", **about, **said)
            )


def test_many_stories_come_twenty_at_a_time_and_five_beside_a_figure(open_page: Open, app_database: Engine) -> None:
    _tell_many(app_database, count=30)
    app = open_page("practice", gebied="VG0001")
    assert len(_titles(app)) == 20
    _press(app, "Toon meer verhalen")
    assert len(_titles(app)) == 35
    app = open_page("figure", gebied="VG0002", indicator="jeugdzorg", tabblad="praktijkverhalen")
    assert [title for title in _titles(app) if "Nummer" in title] == [f"Nummer {one}" for one in range(29, 24, -1)]
    assert says(app, "Er zijn nog 26 verhalen bij dit cijfer.")


def test_of_a_long_story_the_beginning_stands_and_the_whole_is_folded(open_page: Open, app_database: Engine) -> None:
    _tell_many(app_database, count=1, text="woord " * 200)
    app = open_page("practice", gebied="VG0001")
    assert [one.label for one in app.expander].count("Lees het hele verhaal") == 1
    beginning = next(one.value for one in app.text if one.value.endswith(" …"))
    assert beginning.count("woord") == 116
