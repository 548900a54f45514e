"""The sheet of a societal result: what is on it, withheld figures, and an address that leads nowhere."""

from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from dashboard.data import catalogue, result_sheet
from dashboard.data.reader import read_now
from dashboard.data.result_page import page_of
from dashboard.exports.result_html import as_html
from data_models import database
from data_models.tables import Contribution, SocietalResult
from tests.pages.conftest import Open
from tests.pages.screen import headings, says


def _number(engine: Engine, text: str) -> str:
    with database.reading(engine) as session:
        return str(session.scalars(select(SocietalResult.id).where(SocietalResult.text.contains(text))).one())


def _taken(number: str) -> str:
    """The file, as who presses the button gets it."""
    everyone = read_now()
    places = {one.code: one for one in catalogue.areas(everyone)}
    area, reference = places["VG0001"], places["VL00"]
    found = result_sheet.sheet(everyone, number=int(number), area=area, reference=reference)
    assert found is not None
    page = page_of(found, area=area, reference=reference, address="http://hier/resultaat", today=date(2026, 11, 22))
    return as_html(page).decode()


def test_a_sheet_says_what_is_wanted_measured_noticed_done_and_told(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0001", resultaat=_number(app_database, "Elk leerplichtig kind"))
    assert [one.replace("\\", "") for one in headings(app)] == [
        "Voorbeeld: Elk leerplichtig kind gaat naar een school die past.",
        "Wat we meten in Waterdam",
        "Wat we merken",
        "Wat we doen",
        "Wat we afspraken",
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


def test_the_sheet_is_taken_along_with_the_words_of_the_screen_and_without_what_was_said_in_a_circle(
    open_page: Open, app_database: Engine
) -> None:
    with database.writing(app_database) as session:
        within = update(Contribution).where(Contribution.text.contains("elk kind thuis is er één te veel"))
        session.execute(within.values(visibility="circle", text="Voorbeeld: <b>alleen</b> voor onze kring"))
        everybody = update(Contribution).where(Contribution.text.contains("laat een kind met een paar uur"))
        session.execute(everybody.values(text="Voorbeeld: <script>klein</script> beginnen"))
    number = _number(app_database, "Elk leerplichtig kind")
    app = open_page("result", gebied="VG0001", resultaat=number)
    assert "Dit blad als bestand" in [one.proto.label for one in app.get("download_button")]
    assert not says(app, "voor onze kring")
    page = _taken(number)
    assert "<h1>Voorbeeld: Elk leerplichtig kind gaat naar een school die past.</h1>" in page
    assert "&lt;script&gt;klein&lt;/script&gt; beginnen" in page
    assert "voor onze kring" not in page
    for said in ("twee ochtenden per week in de schooltuin", "norm 2028: 2,5 per 1.000", "<svg", 'lang="nl"'):
        assert said in page
    for heading in ("Wat we merken", "Wat we doen", "Wat we afspraken", "Wat de cijfers ons vertellen"):
        assert page.count(f"<h2>{heading}</h2>") == 1
    assert "http" not in page.replace("http://www.w3.org", "").replace("http://hier", "")


def test_what_was_said_together_comes_first_with_who_confirmed_it(open_page: Open, app_database: Engine) -> None:
    app = open_page("result", gebied="VG0001", resultaat=_number(app_database, "in hun gewone leven"))
    assert "Gezamenlijke duiding: Jeugdzorg, 2024" in [one.value.replace("\\", "") for one in app.subheader]
    assert says(app, "Bevestigd door ")


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
