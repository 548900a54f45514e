"""An answer of CBS that was saved as JSON is a table of text cells; a map keeps its bytes; other JSON is refused."""

import json
from pathlib import Path

import pytest

from dashboard.sources.files.limits import BROWSER
from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.reader import Answers, only_table
from dashboard.sources.table import Opened

V3 = {"odata.metadata": "https://opendata.cbs.nl/ODataApi/odata/85098NED/$metadata#Cbs.OData.WebAPI.TypedDataSet"}
V4 = {"@odata.context": "https://datasets.cbs.nl/odata/v1/CBS/85098NED/$metadata#Observations"}


def _opened(path: Path, content: object) -> Opened:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8-sig")
    return open_file(path)


def _rows(opened: Opened) -> list[dict[str, object]]:
    table = only_table(opened, answers=Answers())
    parts = table.slices(columns=table.header, findings=Findings())
    return [row for part in parts for row in part.rows(named=True)]


def test_an_answer_of_either_version_is_one_table_of_text(tmp_path: Path) -> None:
    rows = [
        {"ID": 0, "RegioS": "GM0034  ", "Perioden": "2022JJ00", "Jongeren_1": 13.0, "Naam": "Súdwest"},
        {"ID": 1, "RegioS": "GM0014", "Perioden": "2022JJ00", "Jongeren_1": None, "Naam": "."},
    ]
    for version in (V3, V4):
        opened = _opened(tmp_path / "a.json", {**version, "value": rows})
        assert opened.kind == "json"
        assert _rows(opened) == [
            {"§line": 2, "ID": "0", "RegioS": "GM0034", "Perioden": "2022JJ00", "Jongeren_1": "13", "Naam": "Súdwest"},
            {"§line": 3, "ID": "1", "RegioS": "GM0014", "Perioden": "2022JJ00", "Jongeren_1": "", "Naam": "."},
        ]


def test_numbers_are_written_so_that_they_can_be_read_in_one_way_only(tmp_path: Path) -> None:
    numbers = '{"@odata.context": "", "value": [{"a": 12.345, "b": 1.5e3, "c": -0.25, "d": true, "e": "12.345"}]}'
    (row,) = _rows(_opened(tmp_path / "a.json", numbers))
    assert row == {"§line": 2, "a": "12,3450", "b": "1500", "c": "-0,25", "d": "WAAR", "e": "12.345"}


def test_a_map_has_no_table_and_keeps_what_it_draws(tmp_path: Path) -> None:
    content = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"statcode": "GM0034"}}]}
    opened = _opened(tmp_path / "grenzen.json", content)
    assert (opened.kind, opened.tables) == ("geojson", ())
    assert opened.features == content["features"]
    with pytest.raises(RefusedError) as refused:
        only_table(opened, answers=Answers())
    assert refused.value.sentences() == ["In dit bestand staat geen tabel met cijfers. Kies een CSV- of Excel-bestand."]


OTHER = (
    "Dit JSON-bestand is geen antwoord van CBS (OData) en geen kaart (GeoJSON). Download de tabel bij de bron als CSV."
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ([1, 2], OTHER),
        ({"value": [{"a": 1}]}, OTHER),
        ({**V3, "value": {"a": 1}}, OTHER),
        ({**V3, "value": []}, "Dit antwoord van CBS heeft geen enkele rij. Download het opnieuw bij de bron."),
        ({**V3, "value": [{"a": [1]}]}, f"Regel 2: {OTHER}"),
        ({**V3, "value": [{"a": "\ud800"}]}, f"Regel 2: {OTHER}"),
        ({**V3, "value": [{"a ": 1, " a": 2}]}, OTHER),
        (
            {**V3, "value": [{"a": 1}, {"b": 1}]},
            "Regel 3: Deze rij heeft andere velden dan de eerste rij. Download het opnieuw bij de bron.",
        ),
        ('{"odata.metadata": "", "value": [{"a": 1e999}]}', "Regel 2: Dit getal is te groot: '1e999'."),
        ('{"value": NaN}', "Dit is geen leesbaar JSON-bestand. Download het opnieuw bij de bron."),
    ],
)
def test_json_of_another_shape_is_refused(tmp_path: Path, content: object, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _opened(tmp_path / "a.json", content)
    assert refused.value.sentences() == [sentence]


def test_json_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        _opened(tmp_path / "a.json", "{" + " " * BROWSER.json_bytes)
    assert refused.value.sentences()[0].startswith("Het bestand is groter dan 30 MB. Splits het bestand")
