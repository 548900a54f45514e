"""The map on Vergelijken: with outlines and without, of another year, with few areas and all of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard import theme
from dashboard.charts.area_map import CLASSES
from dashboard.data.area_map import nearest
from data_models import database
from data_models.commands.boundaries import register_boundaries
from data_models.facts import BoundaryDraft
from seed_data.centres import centres
from tests.pages.conftest import Open
from tests.pages.screen import rows, says

DISTRICTS = Path(__file__).resolve().parents[1] / "fixtures" / "grenzen" / "wijken-2024.geojson"
FLEVOLAND = ("GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995")


def drawn(app: AppTest) -> dict[str, Any]:
    """What the page sends to the map."""
    found = [one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("area_map")]
    assert len(found) == 1
    content: dict[str, Any] = json.loads(found[0].json)
    return content


def kinds(app: AppTest) -> dict[str, str]:
    """The class of each area on the map, by its name."""
    sent = drawn(app)
    return {name: sent["said"][said][0] for name, said in zip(sent["names"], sent["classes"], strict=True)}


def add_outlines(engine: Engine, *codes: str, year: int = 2025) -> None:
    """A small square around the middle of each gemeente."""
    drafts = []
    for code in codes:
        east, north = centres()[code]
        ring = [[east, north], [east + 0.1, north], [east + 0.1, north + 0.1], [east, north]]
        drafts.append(BoundaryDraft(code, year, json.dumps({"type": "Polygon", "coordinates": [ring]})))
    with database.writing(engine) as session:
        register_boundaries(session, actor=None, boundaries=drafts, source="grenzen")


def test_without_outlines_every_area_is_a_tile_in_the_class_of_its_verdict(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", weergave="kaart")
    assert drawn(app)["address"] == ""
    said = {row["Gebied"]: next(cell for name, cell in row.items() if name.startswith("Tegen")) for row in rows(app)}
    assert set(said) == set(kinds(app))
    beginnings = {"higher": ("hoger",), "lower": ("lager",), "same": ("geen duidelijk verschil", "vrijwel gelijk")}
    for name, kind in kinds(app).items():
        assert said[name].startswith(beginnings[kind])
    assert {"higher", "lower", "same"} == set(kinds(app).values())
    sent = drawn(app)
    assert len(set(zip(sent["tiles"][::2], sent["tiles"][1::2], strict=True))) == 6
    assert [sent["names"][number] for number in sent["chosen"]] == ["Almere"]
    assert dict(zip(sent["names"], sent["values"], strict=True))["Almere"] == "10,8%"
    assert says(app, "Elk vierkant is een gebied")


def test_all_gemeenten_are_on_it_and_the_page_sends_little(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", groep="alle", weergave="kaart")
    assert len(kinds(app)) == 342
    assert len(json.dumps(drawn(app), ensure_ascii=False, separators=(",", ":")).encode()) < 15_000
    assert "De tabel onder de kaart noemt alle 342 gebieden." in drawn(app)["label"]


def test_with_outlines_it_says_of_which_year_and_fetches_them_from_ourselves(
    open_page: Open, app_database: Engine
) -> None:
    add_outlines(app_database, *FLEVOLAND)
    app = open_page("comparison", gebied="GM0034", jaar="2022", weergave="kaart")
    assert drawn(app)["address"].startswith("/grenzen/2025/gemeenten.json?versie=")
    assert says(app, "Het cijfer is van 2022; de grenzen zijn die van 2025.")
    assert "Almere: 10,8%" in drawn(app)["label"]


def test_an_area_without_outline_is_named_below_it(open_page: Open, app_database: Engine) -> None:
    add_outlines(app_database, *FLEVOLAND[:-1])
    app = open_page("comparison", gebied="GM0034", jaar="2022", weergave="kaart")
    assert "Lelystad" not in kinds(app)
    assert says(app, "Niet op de kaart, wel in de tabel: Lelystad.")
    assert len(rows(app)) == 6


def test_outlines_of_few_of_the_areas_make_no_map(open_page: Open, app_database: Engine) -> None:
    add_outlines(app_database, "GM0034")
    app = open_page("comparison", gebied="GM0034", jaar="2022", weergave="kaart")
    assert drawn(app)["address"] == ""
    assert len(kinds(app)) == 6


def test_outlines_that_were_just_imported_are_used_at_once(open_page: Open, app_database: Engine) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", weergave="kaart")
    assert drawn(app)["address"] == ""
    add_outlines(app_database, *FLEVOLAND)
    assert drawn(app.run())["address"] != ""


def test_invented_areas_are_tiles_and_say_that_they_are_invented(open_page: Open, app_database: Engine) -> None:
    add_outlines(app_database, *FLEVOLAND)
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00", weergave="kaart")
    assert drawn(app)["address"] == ""
    assert len(kinds(app)) == 4
    assert "voorbeeld met verzonnen cijfers" in drawn(app)["label"]


@pytest.mark.parametrize(
    ("outlined", "year", "expected"),
    [
        ({}, 2022, None),
        ({2025: {"A", "B"}, 2021: {"A", "B"}}, 2022, 2021),
        ({2025: {"A", "B"}, 2021: {"A", "B"}}, 2023, 2025),  # as near: the later
        ({2025: {"A", "B", "C"}, 2022: {"A", "B"}}, 2022, 2025),  # more of the areas goes before nearer
        ({2022: {"A"}}, 2022, None),  # one of four
        ({2022: {"X", "Y"}}, 2022, None),
    ],
)
def test_the_outlines_are_those_of_the_nearest_year_that_has_most(
    outlined: dict[int, set[str]], year: int, expected: int | None
) -> None:
    found = {one: frozenset((code, 2018) for code in codes) for one, codes in outlined.items()}
    places = [(code, 2018) for code in ("A", "B", "C", "D")]
    assert nearest(found, places=places, of=4, year=year) == expected


def test_wijken_are_on_a_map_of_their_own_with_their_outlines(open_page: Open, app_database: Engine) -> None:
    found = json.loads(DISTRICTS.read_text(encoding="utf-8"))["features"]
    drafts = [BoundaryDraft(one["properties"]["statcode"], 2024, json.dumps(one["geometry"])) for one in found[:3]]
    with database.writing(app_database) as session:
        register_boundaries(session, actor=None, boundaries=drafts, source="grenzen")
    own = {"gebied": "GM0034", "indicator": "jeugdzorg", "jaar": "2024", "groep": "eigen"}
    app = open_page("comparison", **own, gebieden="WK003401,WK003402,WK003403,GM0050", weergave="kaart")
    assert drawn(app)["address"].startswith("/grenzen/2024/wijken.json?gemeente=GM0034&versie=")
    assert set(kinds(app)) == {"Centrum Almere Haven (wijk)", "De Werven (wijk)", "De Hoven (wijk)"}
    assert says(app, "Grenzen van 2024. Bron: CBS en Kadaster.")
    assert says(app, "Niet op de kaart, wel in de tabel: Zeewolde.")
    assert len(rows(app)) == 4


def test_the_wijken_of_a_gemeente_are_a_group_and_without_outlines_it_says_what_to_do(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="wijken", jaar="2024", weergave="kaart", tegen="zelf")
    assert "De Werven (wijk)" in [row["Gebied"] for row in rows(app)]
    assert list(rows(app)[0])[-1] == "Tegen Almere"
    assert says(app, "Van de meeste van deze gebieden zijn nog geen grenzen ingelezen")


def test_samenwerkingsverbanden_have_no_map_and_it_does_not_ask_for_their_outlines(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00", groep="swvs", weergave="kaart")
    assert says(app, "Een kaart is er van gemeenten en van wijken, niet van samenwerkingsverbanden")
    assert not says(app, "leest ze in bij Gegevens")


def test_outlines_of_another_wijk_that_had_the_code_before_are_not_used(open_page: Open, app_database: Engine) -> None:
    found = json.loads(DISTRICTS.read_text(encoding="utf-8"))["features"]
    drafts = [BoundaryDraft(one["properties"]["statcode"], 2021, json.dumps(one["geometry"])) for one in found[:3]]
    with database.writing(app_database) as session:
        register_boundaries(session, actor=None, boundaries=drafts, source="grenzen")
    own = {"gebied": "GM0034", "jaar": "2022", "groep": "eigen", "gebieden": "WK003401,WK003402,WK003403"}
    app = open_page("comparison", **own, weergave="kaart")
    assert says(app, "Van de meeste van deze gebieden zijn nog geen grenzen ingelezen")


def test_every_verdict_has_a_class() -> None:
    assert set(CLASSES.values()) <= set(theme.MAP_CLASSES)
