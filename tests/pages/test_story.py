"""The story beside a figure: the newest answers, who chose what, and drawing that does not grow with the answers."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.commands import topics
from data_models.commands.people import own_region
from data_models.tables import Area, Breakdown, Contribution, Indicator, Period, Picture, PictureFigure
from tests.pages.conftest import Open
from tests.pages.screen import says

ORGANISATIONS = ("Stichting Spel", "gemeente Almere", "De <Brug>")
Write = Callable[[int], None]


@pytest.fixture
def write(app_database: Engine, person_id: int) -> Write:
    """Let so many answers stand about Almere's jeugdzorg, an equal part of them to each question."""

    def written(count: int) -> None:
        with database.writing(app_database) as session:
            known = session.scalar(select(Picture.id).where(Picture.signature == "jeugdzorg||GM0034|2024"))
            picture = known or _picture(session)
            session.add_all(_answer(number, picture_id=picture) for number in range(count))
            topics.bump(session, topic="stories", region_id=own_region(session))

    assert person_id
    return written


def _picture(session: Session) -> int:
    subject = "jeugdzorg||GM0034"
    picture = Picture(region_id=own_region(session), signature=f"{subject}|2024", subject=subject, title="")
    session.add(picture)
    session.flush()
    session.add(
        PictureFigure(
            picture_id=picture.id,
            position=1,
            indicator_id=session.scalars(select(Indicator.id).where(Indicator.code == "jeugdzorg")).one(),
            breakdown_id=session.scalars(select(Breakdown.id).where(Breakdown.code == "")).one(),
            area_id=session.scalars(select(Area.id).where(Area.code == "GM0034")).one(),
            period_id=session.scalars(select(Period.id).where(Period.code == "2024")).one(),
        )
    )
    session.flush()
    return picture.id


def _answer(number: int, *, picture_id: int) -> Contribution:
    question, place = number % 4 + 1, number // 4
    return Contribution(
        picture_id=picture_id,
        question=question,
        organisation=ORGANISATIONS[place % 3],
        perspective="gemeente",
        visibility="region",
        recognition=("ja", "deels", "nee", "ja")[place % 4] if question == 1 else "",
        valuation=(1, 5)[place % 2] if question == 3 else None,
        text=f"Antwoord {place} op vraag {question}.",
    )


def _open(open_page: Open) -> AppTest:
    return open_page("figure", gebied="GM0034", indicator="jeugdzorg")


def _strip(app: AppTest, number: int) -> str:
    return str([one.proto.body for one in app.get("html") if "voices" in one.proto.body][number])


def test_the_newest_answers_stand_open_and_the_others_when_somebody_asks(open_page: Open, write: Write) -> None:
    write(4 * 8)
    app = _open(open_page)
    assert says(app, "8 antwoorden van 3 organisaties")
    assert [says(app, f"Antwoord {place} op vraag 2.") for place in (0, 2, 3, 7)] == [False, False, True, True]
    more = next(button for button in app.button if button.key == "meer-2")
    assert more.label == "Toon meer: nog 3 eerdere"
    more.click().run()
    assert says(app, "Antwoord 0 op vraag 2.")
    assert not says(app, "Antwoord 0 op vraag 4.")
    next(button for button in app.button if button.key == "minder-2").click().run()
    assert not says(app, "Antwoord 0 op vraag 2.")


def test_who_chose_what_stands_party_by_party_in_words_and_is_not_added_up(open_page: Open, write: Write) -> None:
    write(4 * 6)  # Spel: ja, ja · Almere: deels, ja · De <Brug>: nee, deels; and the ends of the scale by turns
    app = _open(open_page)
    recognised, valued = _strip(app, 0), _strip(app, 1)
    order = [recognised.index(name) for name in ("De &lt;Brug&gt;", "gemeente Almere", "Stichting Spel")]
    assert order == sorted(order)
    for words in ("<td>deels, nee</td>", "<td>ja, deels</td>", "<td>ja (2 keer)</td>"):
        assert words in recognised
    assert valued.count("<td>zorgelijk, goed</td>") == 3
    assert "neutraal" not in valued


def _cost(app: AppTest, engine: Engine) -> tuple[int, int]:
    """The elements of the screen and the questions to the database that drawing it again takes."""
    asked: list[str] = []

    def note(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", note)
    app.run()
    event.remove(engine, "before_cursor_execute", note)
    return sum(1 for _ in app.main), len(asked)


def test_five_hundred_answers_take_no_more_elements_and_questions_than_forty(
    open_page: Open, write: Write, app_database: Engine
) -> None:
    write(20)
    app = _open(open_page)
    write(20)
    few = _cost(app, app_database)
    write(460)
    assert _cost(app, app_database) == few
    assert says(app, "125 antwoorden van 3 organisaties")
