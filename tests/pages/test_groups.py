"""Cijfer en verhaal with groups beside each other: full, withheld, counts, wijken, and without groups."""

from urllib.parse import parse_qs

import pytest
import streamlit as st
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.tables import Area, Breakdown, Figure, Indicator, Period
from tests.pages.conftest import Open
from tests.pages.screen import message, rows, says

WATERDAM = {"gebied": "VG0001", "indicator": "jeugdzorg", "vergelijk": "VL00"}


def _withhold(engine: Engine, *, breakdown: str, year: int) -> None:
    """Waterdam's jeugdzorg of this group and year is protected after all."""
    with database.writing(engine) as session:
        found = (
            select(Figure.id)
            .join(Period, Figure.period_id == Period.id)
            .join(Area, Figure.area_id == Area.id)
            .join(Indicator, Figure.indicator_id == Indicator.id)
            .join(Breakdown, Figure.breakdown_id == Breakdown.id)
            .where(Area.code == "VG0001", Indicator.code == "jeugdzorg", Breakdown.code == breakdown)
            .where(Period.year == year)
        )
        nothing = {"numerator": None, "denominator": None, "value": None}
        session.execute(
            update(Figure)
            .where(Figure.id.in_(found.scalar_subquery()))
            .values(status="withheld", reason="small-count", **nothing)
        )
    st.cache_resource.clear()


def test_girls_and_boys_stand_beside_everybody_and_their_gap_over_the_years(open_page: Open) -> None:
    app = open_page("figure", **WATERDAM, groepen="geslacht")
    assert message(app) == "In 2024, naast iedereen samen: hoger bij jongens; lager bij meisjes."
    assert [(row["Groep"], row["Cijfer"]) for row in rows(app)] == [
        ("meisjes", "1.190 van 12.305 · 9,7% · voorlopig"),
        ("jongens", "1.580 van 12.911 · 12,2% · voorlopig"),
    ]
    assert says(app, "In 2024: lager bij meisjes dan bij jongens, 9,7% tegen 12,2%.")
    gaps = rows(app, 1)
    assert [row["Jaar"] for row in gaps] == ["2024", "2023", "2022", "2021", "2020", "2019", "2018", "2017"]
    assert (gaps[0]["meisjes min jongens"], gaps[0]["Wat het zegt"]) == ("-2,5 procentpunt", "hoger bij jongens")
    assert says(app, "Vanaf 2022 is anders geteld: daar loopt geen lijn door.")


def test_what_was_noted_stands_with_the_groups_of_its_year_and_in_every_year_of_their_gap(open_page: Open) -> None:
    corona = "Corona: scholen en sportclubs waren een deel van het jaar dicht. Dit is een voorbeeld."
    app = open_page("figure", **WATERDAM, groepen="geslacht", groepsjaar="2020")
    groups, gap = (chart.proto.alt for chart in app.get("plotly_chart"))
    assert says(app, f"2020 · gebeurtenis · {corona}")
    assert corona in groups
    assert f"In 2020: {corona}" in gap
    later = open_page("figure", **WATERDAM, groepen="geslacht", groepsjaar="2024")
    groups, gap = (chart.proto.alt for chart in later.get("plotly_chart"))
    assert not says(later, "2020 · gebeurtenis")
    assert (corona in groups, corona in gap) == (False, True)


def test_what_changes_nothing_about_groups_is_not_offered_and_stands_as_it_was_through_the_years(
    open_page: Open,
) -> None:
    of_lines = {"Toon onzekerheid", "Toon", "Drie jaar samen"}
    chosen = {**WATERDAM, "onzekerheid": "ja", "toon": "per1000"}
    app = open_page("figure", **chosen, groepen="geslacht")
    assert of_lines.isdisjoint(one.label for one in (*app.toggle, *app.button_group))
    (view,) = [one for one in app.button_group if one.label == "Bekijk"]
    view.set_value("jaren").run()
    assert of_lines <= {one.label for one in (*app.toggle, *app.button_group)}
    assert [one.value for one in app.toggle if one.label == "Toon onzekerheid"] == [True]
    assert [one.value for one in app.button_group if one.label == "Toon"] == ["per1000"]


def test_two_age_groups_and_a_year_are_chosen_in_the_address(open_page: Open) -> None:
    app = open_page(
        "figure", **WATERDAM, groepen="leeftijd", groepsjaar="2017", eerste="leeftijd:12-17", tweede="leeftijd:4-11"
    )
    assert message(app).startswith("In 2017, naast iedereen samen: hoger bij 4 tot 12 jaar en 12 tot 18 jaar;")
    assert says(app, "hoger bij 12 tot 18 jaar dan bij 4 tot 12 jaar")


def test_a_withheld_group_says_so_in_the_picture_the_table_and_the_gap(open_page: Open, app_database: Engine) -> None:
    _withhold(app_database, breakdown="geslacht:meisjes", year=2024)
    app = open_page("figure", **WATERDAM, groepen="geslacht", groepsjaar="2024")
    assert message(app) == "In 2024, naast iedereen samen: hoger bij jongens; niet getoond van meisjes."
    assert rows(app)[0]["Cijfer"] == "Niet getoond: minder dan 10 jongeren."
    assert says(app, "kunt u ook niet uitrekenen uit de andere groepen")
    assert rows(app, 1)[0]["Wat het zegt"] == "In 2024: geen verschil te geven, want een van de twee is niet getoond."
    assert rows(app, 1)[0]["meisjes min jongens"] == ""
    assert says(app, "In 2023: lager bij meisjes")


def test_when_everything_is_withheld_the_screen_says_that(open_page: Open, app_database: Engine) -> None:
    for breakdown in ("geslacht:meisjes", "geslacht:jongens"):
        for year in range(2017, 2025):
            _withhold(app_database, breakdown=breakdown, year=year)
    app = open_page("figure", **WATERDAM, groepen="geslacht")
    assert message(app) == "Van 2024 is van geen van deze groepen een cijfer te tonen."
    assert says(app, "In 2024: geen verschil te geven, want een van de twee is niet getoond.")


def test_counts_of_age_groups_are_shown_and_not_compared(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg-aantal", groepen="leeftijd")
    assert message(app).startswith("Aantallen van 4 groepen in ")
    assert {row["Naast iedereen samen"] for row in rows(app)} == {"aantallen van groepen zijn niet te vergelijken"}
    assert not says(app, "Het verschil tussen twee groepen")


def test_wijken_stand_beside_their_gemeente(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", groepen="wijk")
    assert "naast Almere" in message(app)
    assert len(rows(app)) > 2
    assert says(app, "De wijken tellen niet precies op tot de gemeente")


@pytest.mark.parametrize("address", [{"gebied": "GM0034", "indicator": "jeugdhulp"}, {"gebied": "NL00"}])
def test_without_groups_there_is_nothing_to_choose_and_the_figure_stands_there(
    open_page: Open, address: dict[str, str]
) -> None:
    app = open_page("figure", **address, groepen="geslacht")
    assert not says(app, "naast iedereen samen")
    assert "Tabel van de groepen" not in [one.label for one in app.expander]


def test_from_the_overview_of_heuveloord_two_steps_lead_to_girls_and_boys(open_page: Open) -> None:
    start = open_page("overview", gebied="VG0003", vergelijk="VL00")
    (link,) = [one.proto for one in start.get("page_link") if one.proto.label == "Jeugdzorg"]
    assert link.page == "cijfer"
    address = {name: values[0] for name, values in parse_qs(link.query_string.lstrip("?")).items()}
    assert address == {"gebied": "VG0003", "indicator": "jeugdzorg", "vergelijk": "VL00"}

    app = open_page("figure", **address)
    (view,) = [one for one in app.button_group if one.label == "Bekijk"]
    names = [option.content for option in view.proto.options]
    assert names == ["door de jaren", "naar geslacht", "naar leeftijd"]
    view.set_value("geslacht").run()
    assert [row["Groep"] for row in rows(app)] == ["meisjes", "jongens"]
    assert message(app).startswith("In 2024, naast iedereen samen: ")
    assert app.query_params["groepen"] in ("geslacht", ["geslacht"])
