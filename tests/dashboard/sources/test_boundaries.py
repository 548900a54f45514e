"""Outlines of gemeenten and wijken: real ones are taken, and whatever cannot be drawn on a map is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import QuestionError
from tests.dashboard.sources.seed_known import FIXTURES, content_of, sentences_about

BOUNDARIES = CONNECTORS["grenzen"].read
REAL = FIXTURES / "grenzen" / "gemeenten-2025.geojson"
DISTRICTS = FIXTURES / "grenzen" / "wijken-2024.geojson"  # squares where the wijken could lie
Change = Callable[[dict[str, Any]], object]


def changed(folder: Path, change: Change, *, name: str = "grenzen.geojson") -> Path:
    """The real outlines with something done to the first feature."""
    content = json.loads(REAL.read_text(encoding="utf-8"))
    change(content["features"][0])
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_outlines_come_with_their_year_and_without_figures() -> None:
    content = content_of(REAL, reader=BOUNDARIES)
    assert [(one.area, one.year) for one in content.boundaries] == [
        ("GM0034", 2025),
        ("GM0060", 2025),
        ("GM0096", 2025),
    ]
    assert content.figures.is_empty()
    assert content.notes == ("De grenzen van 3 gemeenten in 2025; er zitten geen cijfers bij.",)
    assert json.loads(content.boundaries[0].geometry)["coordinates"][0][0] == [5.351, 52.4]


def test_the_year_is_asked_when_no_code_holds_it(tmp_path: Path) -> None:
    content = json.loads(REAL.read_text(encoding="utf-8"))
    for feature in content["features"]:
        feature["properties"] = {"gemeentecode": feature["properties"]["statcode"][2:]}
    path = tmp_path / "gemeenten_2024.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(QuestionError) as asked:
        content_of(path, reader=BOUNDARIES)
    assert asked.value.question.suggestion == "2024"
    read = content_of(path, reader=BOUNDARIES, period="2024")
    assert {(one.area, one.year) for one in read.boundaries} == {("GM0034", 2024), ("GM0060", 2024), ("GM0096", 2024)}


def geometry(kind: str, coordinates: object) -> Change:
    return lambda feature: feature.update(geometry={"type": kind, "coordinates": coordinates})


def properties(**values: object) -> Change:
    return lambda feature: feature["properties"].update(values)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            geometry("Polygon", [[[144000, 487000], [145000, 487000], [145000, 488000], [144000, 487000]]]),
            "De coördinaten zijn in meters (Rijksdriehoek), niet in graden. Download de grenzen in WGS84 (EPSG:4326).",
        ),
        (
            geometry("Polygon", [[[52.4, 5.3], [52.5, 5.3], [52.5, 5.4], [52.4, 5.3]]]),
            "De coördinaten liggen buiten Nederland. In GeoJSON staat de lengtegraad eerst, dan de breedtegraad.",
        ),
        (
            geometry("Polygon", [[[5.3, 52.4], [5.4, 52.4], [5.4, 52.5], [5.3, 52.5]]]),
            "De omtrek van GM0034 is niet gesloten.",
        ),
        (geometry("Polygon", [[[5.3, 52.4], [5.4, 52.4], [5.3, 52.4]]]), "De omtrek van GM0034 is niet gesloten."),
        (
            geometry("Polygon", [[[5.3, "x"], [5.4, 52.4], [5.4, 52.5], [5.3, "x"]]]),
            "Een coördinaat van GM0034 is geen getal.",
        ),
        (geometry("Point", [5.3, 52.4]), "De vorm van GM0034 is geen vlak."),
        (geometry("MultiPolygon", []), "De vorm van GM0034 is geen vlak."),
        (lambda feature: feature.update(geometry=None), "De vorm van GM0034 is geen vlak."),
        (properties(statcode="GM0060", jrstatcode="2025GM0060"), "Het gebied GM0060 staat er twee keer in."),
        (properties(statcode="", jrstatcode=""), "Gebied 1 heeft geen code (statcode, gemeentecode of wijkcode)."),
        (properties(jrstatcode="2024GM0034"), "Het bestand heeft grenzen van verschillende jaren: 2024 en 2025."),
        (properties(statcode="GM0370", jrstatcode="2025GM0370"), "De gemeente GM0370 bestond niet in 2025."),
    ],
)
def test_an_outline_that_cannot_be_used_is_refused(tmp_path: Path, change: Change, sentence: str) -> None:
    assert sentences_about(changed(tmp_path, change), reader=BOUNDARIES) == [sentence]


def test_other_areas_than_gemeenten_are_passed_over(tmp_path: Path) -> None:
    path = changed(tmp_path, properties(statcode="PV24", jrstatcode="2025PV24"))
    content = content_of(path, reader=BOUNDARIES)
    assert [one.area for one in content.boundaries] == ["GM0060", "GM0096"]
    assert content.notes[-1] == "1 gebied is geen gemeente of wijk en is overgeslagen."


def test_wijken_are_taken_and_those_of_which_nothing_is_known_are_passed_over() -> None:
    content = content_of(DISTRICTS, reader=BOUNDARIES)
    assert [(one.area, one.year) for one in content.boundaries] == [
        ("WK003401", 2024),
        ("WK003402", 2024),
        ("WK003403", 2024),
    ]
    assert content.notes == (
        "De grenzen van 3 wijken in 2024; er zitten geen cijfers bij.",
        "1 wijk is overgeslagen, want daar is in 2024 geen cijfer van.",
    )


def test_wijken_and_gemeenten_in_one_file_are_both_taken_and_counted(tmp_path: Path) -> None:
    content = json.loads(REAL.read_text(encoding="utf-8"))
    wijk = json.loads(DISTRICTS.read_text(encoding="utf-8"))["features"][0]
    wijk["properties"] = {"wijkcode": "WK003401", "gemeentecode": "GM0034", "jrstatcode": "2025WK003401"}
    path = tmp_path / "beide.geojson"
    path.write_text(json.dumps({**content, "features": [*content["features"], wijk]}), encoding="utf-8")
    read = content_of(path, reader=BOUNDARIES)
    assert [one.area for one in read.boundaries] == ["GM0034", "GM0060", "GM0096", "WK003401"]
    assert [note.partition(" in ")[0] for note in read.notes] == ["De grenzen van 3 gemeenten", "De grenzen van 1 wijk"]


def test_wijken_of_which_nothing_at_all_is_known_are_refused_with_what_to_do(tmp_path: Path) -> None:
    content = json.loads(DISTRICTS.read_text(encoding="utf-8"))
    path = tmp_path / "elders.geojson"
    path.write_text(json.dumps({**content, "features": content["features"][-1:]}), encoding="utf-8")
    (sentence,) = sentences_about(path, reader=BOUNDARIES)
    assert sentence == (
        "Van geen van deze wijken is in 2024 een cijfer bekend. "
        "Lees eerst cijfers van die wijken in, bijvoorbeeld Kerncijfers wijken en buurten."
    )


def test_a_table_is_no_map() -> None:
    (sentence,) = sentences_about(FIXTURES / "cbs-84780NED" / "tabelpagina.csv", reader=BOUNDARIES)
    assert sentence == (
        "Dit is geen GeoJSON met gebieden. Dit lijkt CBS Voortijdig schoolverlaters (84780NED): kies die bron."
    )
