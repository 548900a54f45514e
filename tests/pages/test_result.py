"""The sheet of a societal result: what is on it, withheld figures, and an address that leads nowhere."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.tables import SocietalResult
from tests.pages.conftest import Open
from tests.pages.screen import headings, says


def _number(engine: Engine, text: str) -> str:
    with database.reading(engine) as session:
        return str(session.scalars(select(SocietalResult.id).where(SocietalResult.text.contains(text))).one())


def test_a_sheet_says_what_is_wanted_measured_noticed_done_and_told(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0001", resultaat=_number(app_database, "Elk leerplichtig kind"))
    assert [one.replace("\\", "") for one in headings(app)] == [
        "Voorbeeld: Elk leerplichtig kind gaat naar een school die past.",
        "Wat we meten in Waterdam",
        "Wat we merken",
        "Wat we doen",
        "Wat de cijfers ons vertellen",
    ]
    assert says(app, "Doelgroep: leerplichtige kinderen")
    assert says(app, "Ruim 1 op de 200 leerplichtige kinderen zat in schooljaar 2024/'25 langer dan vier weken thuis")
    assert says(app, "norm 2028: 2,5 per 1.000")
    assert says(app, "twee ochtenden per week in de schooltuin")
    assert says(app, "Voorbeeld: elk kind thuis is er één te veel.")


def test_what_two_figures_together_told_stands_on_the_sheet_once(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0001", resultaat=_number(app_database, "Elk leerplichtig kind"))
    assert [one.value for one in app.text].count("Voorbeeld: elk kind thuis is er één te veel.") == 1


def test_a_result_without_an_indicator_says_that_noticing_counts(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0001", resultaat=_number(app_database, "binnen twee weken"))
    assert says(app, "Wat mensen merken telt evengoed.")


def test_a_withheld_figure_is_not_drawn_and_says_so(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0002", resultaat=_number(app_database, "Elk leerplichtig kind"))
    assert says(app, "Niet getoond: minder dan 10")


@pytest.mark.parametrize("number", ["999999", "geen-getal", "", "²"])
def test_an_address_that_leads_nowhere_says_what_to_do(open_page: Open, number: str) -> None:
    app = open_page("result", gebied="VG0001", resultaat=number)
    assert says(app, "Kies een resultaat bij Ambities en normen.")


def test_a_result_of_the_example_is_not_shown_as_one_of_a_real_area(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="GM0034", resultaat=_number(app_database, "Elk leerplichtig kind"))
    assert says(app, "Dit resultaat is er niet")
