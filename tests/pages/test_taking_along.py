"""Meenemen: what is in the files, told by hand from what the screen says; and that nothing else is in them."""

import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import streamlit as st
from openpyxl import load_workbook
from sqlalchemy import Engine, select, update

from dashboard import theme
from dashboard.charts.alternative_text import comparison_text
from dashboard.data import catalogue, comparison, figure, gap_to_take, group_gap, groups, overview, views_to_take
from dashboard.data.comparison_reference import Against
from dashboard.data.reader import Reader, read_now
from dashboard.data.taking_along import View, file
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.tables import Area, Breakdown, Figure, Indicator, Period
from tests.data_models.people_rows import add_region
from tests.pages.conftest import PAGES, Open
from tests.pages.screen import says
from tests.pages.test_area_map import add_outlines

ADDRESS = "http://localhost:8501/cijfer?gebied=GM0034&indicator=jeugdzorg"
TODAY = date(2026, 11, 22)


@pytest.fixture
def reader(app_database: Engine) -> Reader:
    """Everybody, who is not signed in."""
    return read_now()


def area(reader: Reader, code: str) -> AreaFacts:
    return next(one for one in catalogue.areas(reader) if one.code == code and one.valid_until is None)


def indicator(reader: Reader, code: str) -> IndicatorFacts:
    return next(one for one in catalogue.indicators(reader) if one.code == code)


def one_figure(
    reader: Reader,
    *,
    of: str = "GM0034",
    what: str = "jeugdzorg",
    beside: str = "NL00",
    **drawn: Any,  # noqa: ANN401  # how
) -> View:
    chosen: dict[str, Any] = {
        "area": area(reader, of),
        "indicator": indicator(reader, what),
        "reference": area(reader, beside),
    }
    return views_to_take.figure_view(
        reader, figure.view(reader, **chosen, **drawn), lines=figure.lines(reader, **chosen), **chosen
    )


def sheets(view: View) -> dict[str, list[dict[str, object]]]:
    """The rows of the workbook by sheet."""
    book = load_workbook(BytesIO(file(view, kind="xlsx", address=ADDRESS, today=TODAY)))
    told = {}
    for page in book.worksheets:
        head, *rows = ([cell.value for cell in row] for row in page.iter_rows())
        told[page.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return told


def words(svg: bytes) -> str:
    root = ET.fromstring(svg)  # noqa: S314  # our own picture
    return "\n".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))


def test_almere_2024_is_7400_of_63248_as_the_screen_says(reader: Reader) -> None:
    told = sheets(one_figure(reader))
    assert list(told) == ["Cijfers", "Definities", "Breuken en opmerkingen", "Over dit bestand"]
    (row,) = [one for one in told["Cijfers"] if one["Gebied"] == "Almere" and one["Jaar"] == "2024"]
    assert (row["Aantal (kinderen en jongeren)"], row["Van (kinderen en jongeren)"]) == (7400, 63248)
    assert (row["Waarde (%)"], row["Status"], row["Let op"]) == (11.7, "definitief", "noemer afgeleid")
    assert row["Gebiedscode"] == "GM0034"
    assert {one["Gebied"] for one in told["Cijfers"]} >= {"Almere", "Nederland"}
    assert [one["Jaar"] for one in told["Cijfers"] if one["Gebied"] == "Almere"] == [
        str(year) for year in range(2018, 2025)
    ]
    assert told["Definities"][0]["Geteld naar"] == "woonplaats van het kind"
    about = {one["Wat"]: one["Tekst"] for one in told["Over dit bestand"]}
    assert about["Adres van dit scherm"] == ADDRESS
    assert "CC BY 4.0" in str(about["Herkomst"])
    assert "Gemaakt op 22 november 2026" in str(about["Herkomst"])


def test_a_picture_says_what_it_is_and_where_it_comes_from(reader: Reader) -> None:
    view = one_figure(reader)
    assert view.name == "jeugdzorg-almere-2024"
    said = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    assert "Almere 11,7%" in said
    assert "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg" in said
    assert "CC BY 4.0" in said
    assert ADDRESS in said
    assert "verzonnen" not in said
    assert file(view, kind="png", address=ADDRESS, today=TODAY).startswith(b"\x89PNG")


def test_the_norm_and_what_it_was_before_are_in_the_table_and_the_picture(reader: Reader) -> None:
    view = one_figure(reader, of="VG0001", what="thuiszitters", beside="VL00")
    rows = sheets(view)["Cijfers"]
    assert {row["Norm"] for row in rows if row["Gebied"] == "Waterdam"} == {"norm 2028: 2,5 per 1.000"}
    assert {row["Norm"] for row in rows if row["Gebied"] == "Voorbeeldland"} == {None}
    said = " ".join(words(file(view, kind="svg", address="", today=TODAY)).split())
    assert "norm 2028: 2,5" in said
    assert "norm 2024 was 0,0" in said


def test_what_is_invented_says_so_in_every_file(reader: Reader) -> None:
    view = one_figure(reader, of="VG0001", beside="VL00")
    assert "Voorbeeld, verzonnen cijfers." in words(file(view, kind="svg", address="", today=TODAY))
    told = sheets(view)
    assert "Voorbeeld, verzonnen cijfers." in str(told["Over dit bestand"])
    assert "voorbeeld" in str(told["Cijfers"][0]["Bron"]).lower()


def test_a_withheld_figure_is_empty_with_its_reason_in_every_table(reader: Reader) -> None:
    view = one_figure(reader, of="VG0002", what="thuiszitters", beside="VL00")
    withheld = [row for row in sheets(view)["Cijfers"] if row["Niet getoond omdat"]]
    assert withheld
    for row in withheld:
        assert row["Niet getoond omdat"] == "Niet getoond: minder dan 10 jongeren."
        assert [cell for cell in row.values() if isinstance(cell, int | float)] == []
    told = file(view, kind="csv", address="", today=TODAY).decode("utf-8-sig")
    assert "Niet getoond: minder dan 10 jongeren." in told


def test_three_years_together_are_taken_along_as_they_are_drawn_and_a_withheld_year_has_no_sum(reader: Reader) -> None:
    view = one_figure(reader, of="VG0002", what="relatief-verzuim", beside="VL00", together=True)
    assert (view.name, view.provisional) == ("relatief-verzuim-boslo-2021-22-2023-24", ())
    told = sheets(view)
    assert list(told)[:2] == ["Drie jaar samen", "Cijfers"]
    (row,) = [one for one in told["Drie jaar samen"] if (one["Gebied"], one["Jaren"]) == ("Boslo", "2021/'22–2023/'24")]
    assert row["Aantal (kinderen en jongeren)"] == 68 + 70 + 75
    assert row["Van (kinderen en jongeren)"] == 3275 + 3288 + 3302
    assert row["Waarde (per 1.000)"] == 21.6  # 213 of 9.865
    assert (row["Bron"], row["Licentie"]) == ("Voorbeeldcijfers (verzonnen)", "CC0")
    text = file(view, kind="csv", address="", today=TODAY).decode("utf-8-sig")
    assert "2021/'22–2023/'24;iedereen;213;9865;21,6;" in text
    withheld = one_figure(reader, of="VG0002", what="thuiszitters", beside="VL00", together=True)
    for row in sheets(withheld).get("Drie jaar samen", []):
        numbers = [cell for cell in row.values() if isinstance(cell, int | float)]
        assert bool(numbers) != bool(row["Niet getoond omdat"])


def test_what_is_drawn_per_1000_is_per_1000_in_every_table_beside_its_own_unit(reader: Reader) -> None:
    rows = sheets(one_figure(reader, measure="per1000"))["Cijfers"]
    (row,) = [one for one in rows if one["Gebied"] == "Almere" and one["Jaar"] == "2024"]
    assert (row["Waarde (%)"], row["Waarde (per 1.000)"]) == (11.7, 117)
    # 11,7% is rounded: 7.400 of 63.519 to of 62.979, Wilson at 95% from 114,03 to 120,04 per 1.000.
    assert (row["Ondergrens 95% (per 1.000)"], row["Bovengrens 95% (per 1.000)"]) == (114, 120)
    assert "Waarde (per 1.000)" not in sheets(one_figure(reader))["Cijfers"][0]
    together = one_figure(reader, of="VG0002", what="vsv", beside="VL00", together=True, measure="per1000")
    for three in sheets(together)["Drie jaar samen"]:
        known = three["Waarde (%)"]
        assert (known is None) == (three["Waarde (per 1.000)"] is None)
    withheld = sheets(one_figure(reader, of="GM0820", what="jeugdreclassering", measure="per1000"))["Cijfers"]
    for one in withheld:
        if one["Niet getoond omdat"]:
            assert [cell for cell in one.values() if isinstance(cell, int | float)] == []


def test_two_partnerships_are_told_apart_without_colour(reader: Reader) -> None:
    chosen: dict[str, Any] = {"area": area(reader, "VG0001"), "indicator": indicator(reader, "relatief-verzuim")}
    found = figure.lines(reader, **chosen, reference=area(reader, "VL00"))
    looks = [(theme.STYLES[role].dash, theme.STYLES[role].symbol) for _, role, _ in found.others]
    assert len(looks) == len(set(looks)) == 2


def test_of_nothing_there_is_nothing_to_take_along(reader: Reader) -> None:
    assert one_figure(reader, what="thuiszitters").kinds == ()


def test_a_figure_of_another_region_is_not_taken_along(app_database: Engine, reader: Reader) -> None:
    assert one_figure(reader).kinds != ()
    with database.writing() as session:
        of_jeugdzorg = select(Indicator.id).where(Indicator.code == "jeugdzorg").scalar_subquery()
        almere = select(Area.id).where(Area.code == "GM0034").scalar_subquery()
        elsewhere = add_region(session, "gooi")
        mine = (Figure.indicator_id == of_jeugdzorg, Figure.area_id == almere)
        session.execute(update(Figure).where(*mine).values(region_id=elsewhere))
    st.cache_resource.clear()
    assert one_figure(read_now()).kinds == ()


def test_areas_beside_each_other_are_taken_along_in_the_order_of_the_screen(reader: Reader) -> None:
    chosen: dict[str, Any] = {"area": area(reader, "GM0034"), "indicator": indicator(reader, "jeugdzorg")}
    nederland = area(reader, "NL00")
    some = tuple(area(reader, code) for code in ("GM0034", "GM0303", "GM0995"))
    found = comparison.compared(reader, **chosen, areas=some, against=Against(nederland, "Nederland"))
    chart = comparison.comparison(found, **chosen, reference=nederland, period="2022", order="alfabet")
    view = views_to_take.comparison_view(reader, found, chart=chart, **chosen, reference=nederland)
    rows = sheets(view)["Cijfers"]
    assert [row["Gebied"] for row in rows] == ["Almere", "Dronten", "Lelystad", "Nederland"]
    assert (rows[0]["Aantal (kinderen en jongeren)"], rows[0]["Waarde (%)"]) == (6680, 10.8)
    assert rows[0]["Tegen Nederland"] == chart.dots[0].words
    assert view.name == "jeugdzorg-vergeleken-almere-2022"
    told = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    assert "Dronten" in told
    assert "Driehoek naar links: lager dan Nederland." in " ".join(told.split())


def test_a_map_is_taken_along_as_a_picture_with_what_its_classes_mean(reader: Reader) -> None:
    chosen: dict[str, Any] = {"area": area(reader, "GM0034"), "indicator": indicator(reader, "jeugdzorg")}
    nederland = area(reader, "NL00")
    some = tuple(area(reader, code) for code in ("GM0034", "GM0303", "GM0995"))
    found = comparison.compared(reader, **chosen, areas=some, against=Against(nederland, "Nederland"))
    chart = comparison.comparison(found, **chosen, reference=nederland, period="2022", order="alfabet")
    view = views_to_take.comparison_view(reader, found, chart=chart, **chosen, reference=nederland, form="kaart")
    told = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    for part in ("Jeugdzorg vergeleken, in 2022", chart.message, ADDRESS, "Almere", "hoger dan Nederland · 0 gebieden"):
        assert part in told
    assert "Elk vierkant is een gebied, ongeveer waar het ligt." in told
    assert "Bron: " in told
    assert "Gemaakt op 22 november 2026" in told
    assert file(view, kind="png", address=ADDRESS, today=TODAY).startswith(b"\x89PNG")


def test_a_map_with_outlines_names_their_year_and_source(app_database: Engine, reader: Reader) -> None:
    add_outlines(app_database, "GM0034", "GM0303", "GM0995", "GM0171")
    now = read_now()
    chosen: dict[str, Any] = {"area": area(now, "GM0034"), "indicator": indicator(now, "jeugdzorg")}
    nederland = area(now, "NL00")
    some = tuple(area(now, code) for code in ("GM0034", "GM0303", "GM0995"))
    found = comparison.compared(now, **chosen, areas=some, against=Against(nederland, "Nederland"))
    chart = comparison.comparison(found, **chosen, reference=nederland, period="2022", order="alfabet")
    view = views_to_take.comparison_view(now, found, chart=chart, **chosen, reference=nederland, form="kaart")
    told = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    assert "de grenzen zijn die van 2025. Bron grenzen: CBS en Kadaster." in told
    assert [row["Gebied"] for row in sheets(view)["Cijfers"]] == ["Almere", "Dronten", "Lelystad", "Nederland"]


def test_a_gap_is_taken_along_with_both_groups_and_what_was_noted_and_a_withheld_year_has_none(
    app_database: Engine, reader: Reader
) -> None:
    with database.writing(app_database) as session:
        girls = select(Figure.id).join(Breakdown).join(Area, Figure.area_id == Area.id).join(Period)
        asked = girls.where(Area.code == "VG0001", Breakdown.code == "geslacht:meisjes", Period.year == 2018)
        nothing = {"numerator": None, "denominator": None, "value": None}
        session.execute(
            update(Figure)
            .where(Figure.id.in_(asked.join(Indicator).where(Indicator.code == "jeugdzorg")))
            .values(status="withheld", reason="small-count", **nothing)
        )
    st.cache_resource.clear()
    pair = ("geslacht:meisjes", "geslacht:jongens")
    asked_for: dict[str, Any] = {"area": area(reader, "VG0001"), "indicator": indicator(reader, "jeugdzorg")}
    found = groups.groups(reader, **asked_for, dimension="geslacht")
    chart = group_gap.gap_over_time(found, first=pair[0], second=pair[1])
    view = gap_to_take.gap_view(reader, found, chart=chart, pair=pair)
    told = sheets(view)
    assert list(told) == ["Cijfers", "Definities", "Breuken en opmerkingen", "Over dit bestand"]
    gap = "Verschil: meisjes min jongens (procentpunt)"
    rows = {(row["Groep"], row["Jaar"]): row for row in told["Cijfers"]}
    assert len(rows) == 2 * 8
    assert rows["meisjes", "2024"][gap] == -2.5  # 9,7% and 12,2%, as both are shown
    assert (rows["jongens", "2024"][gap], rows["jongens", "2024"]["Waarde (%)"]) == (None, 12.2)
    assert {rows["meisjes", "2018"][name] for name in (gap, "Verschil, ondergrens 95%", "Waarde (%)")} == {None}
    drawn = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    for part in (
        "Jeugdzorg: meisjes min jongens, Waterdam",
        "Corona",
        "breuk: vanaf 2022",
        "Bron:",
        "Gemaakt op 22",
    ):
        assert part in drawn


def test_an_event_of_one_of_the_areas_is_under_the_comparison_on_the_screen_and_in_the_picture(reader: Reader) -> None:
    four = tuple(area(reader, f"VG000{number}") for number in range(1, 5))
    chosen: dict[str, Any] = {"area": four[0], "indicator": indicator(reader, "thuiszitters")}
    land = area(reader, "VL00")
    found = comparison.compared(reader, **chosen, areas=four, against=Against(land, "Voorbeeldland"))
    earlier, later = (
        comparison.comparison(found, **chosen, reference=land, period=period, order="alfabet")
        for period in ("2021/'22", "2024/'25")
    )
    told = "2022 · gebeurtenis in Waterdam · In Waterdam begon een proef met jeugdhulp op school. Dit is een voorbeeld."
    assert (earlier.noted, later.noted) == ((), (told,))
    assert told in comparison_text(later)
    view = views_to_take.comparison_view(reader, found, chart=later, **chosen, reference=land)
    drawn = words(file(view, kind="svg", address=ADDRESS, today=TODAY))
    assert "2022 · gebeurtenis in Waterdam" in drawn
    alone = comparison.compared(reader, **chosen, areas=four[:1], against=Against(land, "Voorbeeldland"))
    assert comparison.comparison(alone, **chosen, reference=land, period="2024/'25", order="alfabet").noted == ()


def test_through_the_years_the_years_in_which_other_gemeenten_count_are_taken_along(reader: Reader) -> None:
    both = tuple(area(reader, code) for code in ("VP0001", "VV0001"))
    chosen: dict[str, Any] = {"area": both[0], "indicator": indicator(reader, "thuiszitters")}
    land = area(reader, "VL00")
    found = comparison.compared(reader, **chosen, areas=both, against=Against(land, "Voorbeeldland"))
    chart = comparison.comparison(found, **chosen, reference=land, period="2024/'25", order="alfabet")
    for form, years in (("jaren", [2020, 2021, 2023, 2024]), ("stippen", [])):
        view = views_to_take.comparison_view(reader, found, chart=chart, **chosen, reference=land, form=form)
        taken = {row["Gebied"] for row in sheets(view)["Cijfers"]}
        assert taken == {*(one.name for one in both), "Voorbeeldland"}
        noted = [row for row in sheets(view).get("Breuken en opmerkingen", []) if row["Soort"] == "samenstelling"]
        assert [(row["Vanaf"], "Rivierenrijk po" in str(row["Gebied"])) for row in noted] == [
            (year, of_po) for year in years for of_po in (True, False)
        ]


def test_an_overview_has_a_row_for_every_card_that_has_a_figure(reader: Reader) -> None:
    almere, nederland = area(reader, "GM0034"), area(reader, "NL00")
    themes = overview.overview(reader, area=almere, reference=nederland).themes
    view = views_to_take.overview_view(reader, themes=themes, title="Almere", area=almere, reference=nederland)
    assert view.kinds == ("xlsx", "csv")
    (row,) = [one for one in sheets(view)["Cijfers"] if str(one["Cijfer"]).endswith("met jeugdzorg in natura")]
    assert (row["Jaar"], row["Aantal (kinderen en jongeren)"], row["Waarde"], row["Eenheid"]) == (
        "2024",
        7400,
        11.7,
        "%",
    )
    assert str(row["Zin op het scherm"]).startswith("Ruim 1 op de 9")


@pytest.mark.parametrize("screen", ["figure", "comparison", "overview"])
def test_every_screen_offers_its_files_once_they_are_asked_for(screen: str, open_page: Open) -> None:
    app = open_page(screen, gebied="GM0034", indicator="jeugdzorg")
    assert [one.proto.popover.label for one in app.get("popover")] == ["Meenemen"]
    assert len(app.get("download_button")) == 0
    app.session_state["meenemen-open"] = True
    app.run()
    offered = [one.proto.label for one in app.get("download_button")]
    assert offered[-2:] == ["Tabel voor Excel (XLSX)", "Tabel als tekst (CSV)"]
    assert ("Afbeelding (PNG)" in offered) == (screen != "overview")


def test_an_empty_screen_says_that_there_is_nothing(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="thuiszitters")
    app.session_state["meenemen-open"] = True
    app.run()
    assert says(app, "Er is hier nog niets om als bestand mee te nemen.")


def test_a_screen_is_drawn_without_what_makes_pictures_and_workbooks(app_database: Engine) -> None:
    script = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
for page in ("figure", "comparison", "overview"):
    app = AppTest.from_file(Path(f"pages/{page}.py").absolute(), default_timeout=60).run()
    assert not app.exception and app.title, page
print([name for name in ("matplotlib", "xlsxwriter") if name in sys.modules])
"""
    told = subprocess.run([sys.executable, "-c", script], cwd=PAGES.parent, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
