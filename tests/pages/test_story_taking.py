"""Verhaal meenemen: what is on the page for whom, told by hand from what the screen says; and what never is."""

from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from dashboard.data import story_to_take
from dashboard.data.reader import Reader, read_now
from dashboard.data.story_to_take import Compared
from dashboard.exports.story_page import StoryPage
from data_models import database
from data_models.access import Actor
from data_models.commands import drafts, stories
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import people
from data_models.tables import Contribution, Figure
from tests.pages.conftest import Open

ADDRESS = "http://localhost:8501/cijfer?gebied=GM0034&indicator=jeugdzorg"
TODAY = date(2026, 11, 22)
ALMERE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
WATERDAM = PictureSubject((FigureSubject("jeugdzorg", "", "VG0001", "2024"),))
TOGETHER = PictureSubject(
    (
        FigureSubject("thuiszitters", "", "VG0001", "2024/'25"),
        FigureSubject("vrijstelling-5a", "", "VG0001", "2024/'25"),
    )
)


@pytest.fixture
def anna(app_database: Engine, person_id: int) -> Actor:
    """Somebody of the region of whoever works on their own computer."""
    with database.reading(app_database) as session:
        actor = people.actor(
            session, person_id=person_id, region_id=people.region_of_kind(session, fictional=False) or 0
        )
    assert actor is not None
    return actor


def _page(picture: PictureSubject, *, audience: str = "region", asker: Actor | None = None) -> StoryPage:
    reader: Reader = read_now().seen_by(asker)
    return story_to_take.story_page(
        reader, picture=picture, compared=Compared(), audience=audience, address=ADDRESS, today=TODAY
    )


def _texts(page: StoryPage, *, question: int) -> list[str]:
    return [one.text for one in page.questions[question - 1].answers]


def _share(actor: Actor, *, text: str, visibility: str) -> None:
    with database.writing(actor=actor) as session:
        saved = drafts.save_draft(session, actor=actor, subject="x", text=text, seen_version=0, base_version=0)
        stories.share_contribution(
            session,
            actor=actor,
            picture=ALMERE,
            question=2,
            subject="x",
            draft_version=saved.version,
            visibility=visibility,
        )


@pytest.mark.usefixtures("app_database")
def test_the_page_says_what_the_screen_says_of_the_figure_and_of_its_story() -> None:
    page = _page(WATERDAM)
    assert (page.place, page.title) == (
        "Opgroeien en jeugdhulp · Waterdam",
        "Kinderen en jongeren (0 t/m 22 jaar) met jeugdzorg in natura, Waterdam",
    )
    assert page.notices == ("Voorbeeld: deze cijfers en verhalen zijn verzonnen.",)
    (figure,) = page.figures
    assert figure.message.startswith("Ongeveer 1 op de 9 kinderen en jongeren in Waterdam kreeg in 2024 jeugdzorg")
    assert figure.amounts == "2.770 van 25.216 · 11,0% · voorlopig"
    assert figure.chart.count("<svg") == 1
    assert figure.rows[0]["Jaar"] == "2024"
    assert "Voorbeeld: dit is wat we in de wijkteams zien: meer vragen, en eerder." in _texts(page, question=1)
    together = page.questions[0].together
    assert together is not None
    assert together.text == "Voorbeeld: Wij herkennen de stijging. Het cijfer laat niet zien hoe lang kinderen wachten."
    assert "Bevestigd door Gemeente Boslo (voorbeeld) op 20 maart 2025: Bram Boslander, wethouder onderwijs" in (
        together.confirmed
    )
    otherwise = page.questions[1].together
    assert otherwise is not None
    assert [one.text for one in otherwise.otherwise] == ["Voorbeeld: Wij zien ook dat het aanbod zelf vraag maakt."]
    assert [part.heading for part in page.parts] == ["Uit de praktijk", "Afspraken"]
    assert page.foot == (f"Dit scherm: {ADDRESS}",)


@pytest.mark.usefixtures("app_database")
def test_elsewhere_shows_only_what_was_released() -> None:
    page = _page(WATERDAM, audience="released")
    with database.reading() as session:
        released = session.scalars(select(Contribution.text).where(Contribution.visibility == "released")).all()
    assert {text for number in (1, 2, 3, 4) for text in _texts(page, question=number)} <= set(released)
    assert [question.together for question in page.questions] == [None] * 4
    assert page.parts == ()


def test_what_is_within_a_circle_is_on_no_page_but_that_of_the_organisation(anna: Actor) -> None:
    for visibility in ("circle", "region", "released"):
        _share(anna, text=f"Tekst {visibility}.", visibility=visibility)
    assert _texts(_page(ALMERE, asker=anna), question=2) == ["Tekst region.", "Tekst released."]
    assert _texts(_page(ALMERE, asker=anna, audience="circle"), question=2) == [
        "Tekst circle.",
        "Tekst region.",
        "Tekst released.",
    ]
    assert _texts(_page(ALMERE, asker=anna, audience="released"), question=2) == ["Tekst released."]
    assert _page(ALMERE, asker=anna).notices == ("Bedoeld voor de regio: deel deze pagina niet daarbuiten.",)
    assert _texts(_page(ALMERE, audience="circle"), question=2) == []


def test_drafts_and_withdrawn_words_are_never_on_it(anna: Actor) -> None:
    _share(anna, text="Dit trek ik in.", visibility="region")
    with database.writing() as session:
        number = session.scalars(select(Contribution.id).order_by(Contribution.id.desc())).first() or 0
        stories.withdraw_contribution(session, actor=anna, contribution_id=number, seen_version=1)
        drafts.save_draft(
            session, actor=anna, subject=f"{ALMERE.signature}#2", text="Half af", seen_version=0, base_version=0
        )
    assert _texts(_page(ALMERE, asker=anna, audience="circle"), question=2) == []


def test_a_withheld_figure_stays_withheld(app_database: Engine) -> None:
    with database.writing(app_database) as session:
        session.execute(
            update(Figure).values(numerator=None, denominator=None, value=None, status="withheld", reason="small")
        )
    page = _page(ALMERE)
    assert "11,7" not in repr(page.figures[0].rows)
    assert "7.400" not in repr(page.figures)
    assert "niet getoond" in repr(page.figures[0].rows)


@pytest.mark.usefixtures("app_database")
def test_figures_that_mean_something_together_stand_on_one_page_and_a_file_is_named_after_them() -> None:
    page = _page(TOGETHER)
    assert [one.title.endswith("Waterdam") for one in page.figures] == [True, True]
    assert page.title == "Thuiszitters, Waterdam · Vrijstelling 5 onder a, Waterdam"
    assert story_to_take.file_name(read_now(), picture=ALMERE, kind="pdf") == "verhaal-jeugdzorg-almere-2024.pdf"


def test_the_page_is_offered_below_the_story(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert [one.label for one in app.expander].count("Verhaal meenemen") == 1
