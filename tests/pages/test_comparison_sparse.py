"""Vergelijken with all values withheld, and with one year of data: as dots, on the map, through the years, in files."""

import pytest
import streamlit as st
from sqlalchemy import ColumnElement, Engine, delete, select, update

from data_models import database
from data_models.tables import Area, Figure, Indicator, Period
from tests.pages.conftest import Open
from tests.pages.screen import alternative, message, rows, says
from tests.pages.test_area_map import drawn, kinds

HERE = {"gebied": "VG0001", "vergelijk": "VL00", "indicator": "jeugdzorg"}
WITHHELD = "Niet getoond: minder dan 10 jongeren."


def _of_example(*, kind: str, year: ColumnElement[bool]) -> ColumnElement[bool]:
    """The figures of jeugdzorg of the invented areas of a kind, of some years."""
    found = (
        select(Figure.id)
        .join(Area, Area.id == Figure.area_id)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Period, Period.id == Figure.period_id)
        .where(Area.fictional, Area.kind.like(kind), Indicator.code == "jeugdzorg", year)
    )
    return Figure.id.in_(found.scalar_subquery())


@pytest.fixture
def withheld(app_database: Engine) -> None:
    """Of no gemeente of the example may jeugdzorg be shown; of the country it may."""
    nothing = {"numerator": None, "denominator": None, "value": None}
    with database.writing(app_database) as session:
        found = _of_example(kind="municipality", year=Period.year > 0)
        session.execute(update(Figure).where(found).values(status="withheld", reason="small-count", **nothing))
    st.cache_resource.clear()


@pytest.fixture
def one_year(app_database: Engine) -> None:
    """Of jeugdzorg in the example only 2024 is known."""
    with database.writing(app_database) as session:
        session.execute(delete(Figure).where(_of_example(kind="%", year=Period.year != 2024)))
    st.cache_resource.clear()


def test_when_everything_is_withheld_it_says_so_and_why_in_every_row(open_page: Open, withheld: None) -> None:
    app = open_page("comparison", **HERE, jaar="2024")
    assert message(app) == "Van geen van deze gebieden mag dit cijfer in 2024 worden getoond."
    assert not says(app, "tellen niet mee in de zin hierboven")
    assert {row["Cijfer"] for row in rows(app)} == {WITHHELD}
    assert len(rows(app)) == 4
    assert alternative(app).count("Niet getoond: minder dan 10 jongeren") == 4
    assert "%" not in alternative(app).replace("Vergeleken met Voorbeeldland", "").partition("Waterdam")[0]


def test_a_map_of_withheld_values_has_one_class(open_page: Open, withheld: None) -> None:
    app = open_page("comparison", **HERE, jaar="2024", weergave="kaart")
    assert set(kinds(app).values()) == {"withheld"}
    assert set(drawn(app)["values"]) == {WITHHELD}


def test_through_the_years_withheld_values_draw_no_lines(open_page: Open, withheld: None) -> None:
    app = open_page("comparison", **HERE, weergave="jaren")
    assert len(app.get("image")) == 0
    assert message(app) == "Van geen van deze gebieden mag dit cijfer worden getoond."
    assert says(app, "Niet getoond: minder dan 10 jongeren.")


def test_withheld_gemeenten_are_no_group_to_compare_with(open_page: Open, withheld: None) -> None:
    app = open_page("comparison", gebied="VG0003", indicator="jeugdzorg", tegen="VG0001,VG0002")
    assert says(app, "Van de eigen groep is er geen cijfer: niet berekend uit gemeenten, want van te weinig gemeenten")


def test_one_year_is_compared_and_chosen_without_a_choice_of_others(open_page: Open, one_year: None) -> None:
    app = open_page("comparison", **HERE)
    assert "(2024)" in message(app)
    assert len(rows(app)) == 4
    assert "Waterdam: 11,0%" in alternative(app)


def test_one_year_is_too_few_to_speak_of_a_trend(open_page: Open, one_year: None) -> None:
    app = open_page("comparison", **HERE, weergave="jaren")
    assert says(app, "Er zijn te weinig jaren om bij deze gebieden van een trend te spreken.")
    assert len(app.get("image")) == 4
    assert says(app, "en laat alleen 2024 zien: overal dezelfde schaal")


def test_one_area_of_one_year_has_a_row_and_a_sentence(open_page: Open, one_year: None) -> None:
    app = open_page("comparison", **HERE, groep="eigen", gebieden="VG0003")
    assert message(app).startswith("Heuveloord: ")
    assert len(rows(app)) == 1
