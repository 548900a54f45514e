"""Whatever happens to a file on its way: it is read, or refused in Dutch; no other error ever leaves the reading."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Findings, RefusedError
from tests.dashboard.sources.mutations import mutated
from tests.dashboard.sources.workbooks import as_excel_writes_it, workbook, zipped
from tests.length import rounds

SEED = 3
ROWS: list[list[object]] = [
    ["gebied", "periode", "aantal", "aandeel"],
    ["GM0034", 2023, 7400, 11.7],
    ["GM0014", 2023, 5465, None],
]
CSV = '"Regio\'s";"Perioden";"Jongeren (aantal)"\r\n"Súdwest-Fryslân";"2022*";1.234\r\n"Aalten";"2022*";.\r\n'


def _csv(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + CSV.encode() * 3)


def _xlsx(path: Path) -> None:
    workbook(path, {"Cijfers": ROWS, "Toelichting": [["Dit is een toelichting"]], "Leeg": []})


def _excel(path: Path) -> None:
    _xlsx(path)
    as_excel_writes_it(path)


def _zip(path: Path) -> None:
    observations = b"Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\r\n0;T001203;None;7400;;GM0034\r\n"
    codes = b'Identifier;Index;Title\r\nT001203;1;"Jongeren met jeugdzorg"\r\n'
    zipped(path, {"Observations.csv": observations * 20, "MeasureCodes.csv": codes, "leesmij.pdf": b"%PDF-1.7"})


def _json(path: Path) -> None:
    rows = [{"ID": place, "RegioS": "GM0034  ", "Waarde_1": 11.7, "Naam": None} for place in range(9)]
    path.write_text(json.dumps({"odata.metadata": "https://opendata.cbs.nl/", "value": rows}, indent=1))


def _geojson(path: Path) -> None:
    shape = {"type": "Polygon", "coordinates": [[[5.1, 52.3], [5.2, 52.3], [5.2, 52.4], [5.1, 52.3]]]}
    feature = {"type": "Feature", "geometry": shape, "properties": {"statcode": "GM0034", "statnaam": "Almere"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature] * 3}))


def _read(path: Path) -> str:
    """What became of the file; anything else than a refusal is an error of ours."""
    try:
        opened = open_file(path)
        for table in opened.tables:
            findings = Findings()
            for part in table.slices(columns=tuple(dict.fromkeys(table.header)), findings=findings):
                assert part.null_count().sum_horizontal().item() == 0
            findings.refuse()
    except RefusedError as refused:
        assert all(refused.sentences())
        return "refused"
    return "read"


@pytest.mark.parametrize(
    "make", [_csv, _xlsx, _excel, _zip, _json, _geojson], ids=lambda make: make.__name__.strip("_")
)
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    original, copy = tmp_path / "heel", tmp_path / "verminkt"
    make(original)
    assert _read(original) == "read"
    data, chance = original.read_bytes(), random.Random(SEED)
    outcomes = set()
    for _ in range(rounds(200, full=2000)):
        copy.write_bytes(mutated(data, chance))
        outcomes.add(_read(copy))
    assert "refused" in outcomes
