"""Whatever happens to a file on its way: its import is refused in Dutch or stored as a whole, and can be undone."""

import csv
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.importing.opening_source import ANY_SOURCE
from dashboard.sources.connectors import CONNECTORS
from tests.conftest import sqlite_template
from tests.dashboard.importing.whole_import import WholeImport
from tests.dashboard.sources.mutations import mutated, with_other_cells
from tests.dashboard.sources.workbooks import as_excel_writes_it, workbook, zipped
from tests.length import rounds

SEED = 20
FIXTURES = Path(__file__).parents[2] / "fixtures"
ROOMS = {  # the folder of a fixture, and the source that reads it
    "cbs-70072ned": "cbs-70072ned",
    "cbs-84780NED": "cbs-84780NED",
    "cbs-85098NED": "cbs-85098NED",
    "cbs-jeugdzorg-leeftijd": "cbs-jeugdzorg-leeftijd",
    "cbs-kwb": "cbs-kwb",
    "cbs-odata": "cbs-odata",
    "duo": "duo-schooladviezen",
    "grenzen": "grenzen",
    "indelingen": "spreadsheet",
}
OWN = """Gemeente;Jaar;Leeftijd;Aantal thuiszitters;Noemer thuiszitters
Almere;2023;;40;41000
Almere;2023;5-9;4;12000
Almere;2023;10-13;14;14000
Almere;2023;14-17;22;15000
Urk;2022;;21;7000
GM0398;2023;21;;9000
"""
TIDY = """indicator,area,period,breakdown,numerator,denominator,value,unit,status,source
jeugdzorg,GM0034,2024,,7400,,12.9,percentage,final,cbs-kwb
jeugdzorg,GM0034,2023,,7000,,11.1,percentage,final,cbs-kwb
jeugdzorg,GM0184,2024,,,,,percentage,withheld:source,cbs-kwb
"""
Originals = list[tuple[Path, str]]


def originals(folder: Path) -> Originals:
    """Every fixture, an own table and one in our own form: as they are, as workbooks, zipped, as an answer of CBS."""
    found = [
        (path, ROOMS[path.parent.name])
        for path in sorted(FIXTURES.rglob("*.*"))
        if path.suffix in (".csv", ".json", ".geojson")
    ]
    for name, text, source in (("eigen-2023.csv", OWN, "spreadsheet"), ("netjes.csv", TIDY, "tidy")):
        (folder / name).write_text(text, encoding="utf-8")
        found.append((folder / name, source))
    return [*found, *(one for path, source in found if path.suffix == ".csv" for one in _others(path, source, folder))]


def _others(path: Path, source: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """The same table in the other forms; the last of the texts in a workbook are kept as Excel itself does."""
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=max(";,", key=text.count)))
    stem = folder / f"{path.parent.name}-{path.stem}"
    yield workbook(stem.with_suffix(".xlsx"), {"Cijfers": rows, "Toelichting": [["Dit is een toelichting"]]}), source
    yield as_excel_writes_it(workbook(stem.with_suffix(".excel.xlsx"), {"Cijfers": rows})), source
    yield zipped(stem.with_suffix(".zip"), {path.name: path.read_bytes(), "leesmij.pdf": b"%PDF-1.7"}), source
    header, *lines = rows
    if len(set(header)) == len(header) and path.stat().st_size < 10_000:
        values = [dict(zip(header, line, strict=True)) for line in lines if len(line) == len(header)]
        answer = stem.with_suffix(".json")
        answer.write_text(json.dumps({"odata.metadata": "https://opendata.cbs.nl/", "value": values}))
        yield answer, source


@pytest.fixture
def whole(shared_room: Path, tmp_path: Path) -> Iterator[WholeImport]:
    found = WholeImport(sqlite_template(shared_room, state="seeded"), tmp_path)
    yield found
    found.engine.dispose()


def test_no_mutated_file_raises_or_is_stored_by_half(whole: WholeImport, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    files = originals(tmp_path)
    for number in range(rounds(100, full=10_000)):
        path, source = files[chance.randrange(len(files))]
        take_mutated(whole, path, source=source, chance=chance, number=number)
    assert {"stored", "refused"} <= whole.outcomes.keys()
    assert whole.outcomes.total() == rounds(100, full=10_000)


def take_mutated(whole: WholeImport, path: Path, *, source: str, chance: random.Random, number: int) -> None:
    """One mutation of this file through the import: mostly of the source that fits, sometimes of any other."""
    data = path.read_bytes()
    has_cells = path.suffix == ".csv" and chance.random() < 0.6
    copy = whole.room / f"verminkt{path.suffix}"
    copy.write_bytes((with_other_cells if has_cells else mutated)(data, chance))
    chosen = chance.choices((source, ANY_SOURCE, chance.choice(list(CONNECTORS))), (7, 2, 1))[0]
    try:
        whole.take(copy, source=chosen, name=path.name, remove_gone=chance.random() < 0.3)
    except Exception as error:
        error.add_note(f"mutation {number} of {path.name} as {chosen}, kept in {copy}")
        raise
