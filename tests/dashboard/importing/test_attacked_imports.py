"""Files that are made to hurt, taken through the whole import: a Dutch sentence within seconds, and nothing stored."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.importing.opening_source import ANY_SOURCE
from dashboard.importing.report import Report
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.reader import Answers
from tests.conftest import sqlite_template
from tests.dashboard.importing.whole_import import WholeImport

SECONDS = 5.0  # of work of this process: others on the same machine do not count
MANY, MOST = 30_000, 100_000
OWN = "Gemeente;Jaar;Leeftijd;Aantal thuiszitters;Noemer thuiszitters\n"
GOOD = "Almere;2023;;40;41000\n"
TIDY = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"
MEANT = ColumnMapping(
    area="Gemeente",
    period="Jaar",
    groups={"Leeftijd": {"": ""}},
    source="eigen-registratie",
    measures=(
        Measure("thuiszitters", "numerator", ("Aantal thuiszitters",)),
        Measure("thuiszitters", "denominator", ("Noemer thuiszitters",)),
    ),
)
RING = [[5.1, 52.3], [5.2, 52.3], [5.2, 52.4], [5.1, 52.3]]


@pytest.fixture
def whole(shared_room: Path, tmp_path: Path) -> Iterator[WholeImport]:
    found = WholeImport(sqlite_template(shared_room, state="seeded"), tmp_path)
    yield found
    found.engine.dispose()


def taken(
    whole: WholeImport, content: str | bytes, *, source: str = "spreadsheet", name: str = "cijfers.csv"
) -> Report:
    """What is said of a file, in time; of an own table it is known what its columns mean."""
    path = whole.room / "bestand"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    is_own = source == "spreadsheet" and (content.startswith(OWN.strip()) if isinstance(content, str) else False)
    begun = time.process_time()
    report = whole.take(path, source=source, name=name, answers=Answers(mapping=MEANT if is_own else None)).report
    assert time.process_time() - begun < SECONDS
    return report


def refused(whole: WholeImport, content: str | bytes, *, source: str = "spreadsheet") -> str:
    """The first sentence about a file that is not stored."""
    return taken(whole, content, source=source).refused[0]


def outlines(ring: object, **properties: object) -> str:
    """One gemeente with this outline."""
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "geometry": shape, "properties": {"jrstatcode": "2025GM0034", **properties}}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def columns(number: int) -> str:
    """An own table with this many columns that mean nothing."""
    header, row = OWN.strip(), GOOD.strip().replace("Almere", "Nergenshuizen")
    return f"{header}{''.join(f';Kolom {place}' for place in range(number))}\n{row}{';1' * number}\n"


def many(row: str, *, times: int = MANY) -> str:
    """This row over and over, numbered where it says `#`."""
    return "".join(row.replace("#", str(place)) for place in range(times))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(columns(1_000), "Regel 2, kolom Gemeente: Dit gebied is niet bekend", id="columns"),
        pytest.param(columns(20_000), "Er zijn meer dan 2.000 kolommen. Haal de kolommen weg", id="more columns"),
        pytest.param(
            OWN + GOOD + many("Almere;periode #;;21;40000\n", times=MOST), "Regel 3, kolom Jaar: ", id="periods"
        ),
        pytest.param(
            OWN + GOOD + many("Almeer#;2023;;21;40000\n"),
            "Regel 3, kolom Gemeente: Dit gebied is niet bekend: 'Almeer0'",
            id="areas",
        ),
        pytest.param(OWN + GOOD + many("Almere;2023;groep #;21;40000\n"), "Regel 3, kolom Leeftijd: ", id="groups"),
        pytest.param(OWN + GOOD + many("Almere;2023;;a#;40000\n"), "Regel 3, kolom Aantal thuis", id="no numbers"),
        pytest.param(OWN + f"Almere;2023;;{'9' * 400};1e400\n", "Regel 2, kolom Aantal thuiszitters: ", id="huge"),
        pytest.param(OWN + "Al\u200fmeer\u202e;2023;;21;400\n", "Regel 2, kolom Gemeente: ", id="right to left"),
        pytest.param('"' * 1_000_000, "", id="a quote"),
        pytest.param('""\n' * MANY, "", id="quotes"),
        pytest.param('"\n' * MANY, "", id="open quotes"),
        pytest.param("A" * 1_000_000 + ";Jaar\n1;2\n", "", id="a long name"),
    ],
)
def test_an_own_table_made_to_hurt_is_refused_in_time(whole: WholeImport, content: str, sentence: str) -> None:
    assert refused(whole, content).startswith(sentence)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("jeugdzorg,GM#,2024,,7400,,12.9,percentage,final,cbs-kwb\n", "Regel 2, kolom area: Dit gebied is niet bekend"),
        ("jeugdzorg,GM0034,#,,7400,,12.9,percentage,final,cbs-kwb\n", "Regel 2, kolom period: Dit is geen periode"),
        ("jeugdzorg#,GM0034,2024,,7400,,12.9,percentage,final,cbs-kwb\n", "Regel 2, kolom indicator: "),
        ("jeugdzorg,GM0034,2024,x#,7400,,12.9,percentage,final,cbs-kwb\n", "Regel 2, kolom breakdown: "),
    ],
)
def test_many_different_codes_in_our_own_form_are_refused_in_time(whole: WholeImport, row: str, sentence: str) -> None:
    assert refused(whole, TIDY + many(row), source="tidy").startswith(sentence)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param("[" * MOST + "]" * MOST, "", id="lists"),
        pytest.param('{"a":' * MOST + "1" + "}" * MOST, "", id="objects"),
        pytest.param('{"odata.metadata":"x","value":[{"a":' + "[" * 900 + "]" * 900 + "}]}", "", id="a cell"),
        pytest.param(outlines([*RING, [float("nan"), 52.3]]), "", id="NaN"),
        pytest.param(outlines(RING).replace("52.4", "9" * 5_000), "", id="a huge number"),
        pytest.param(outlines(RING).replace("52.4", "1e400"), "", id="infinity"),
        pytest.param(outlines(RING, statcode="GM0034\ud800"), "", id="half a sign"),
        pytest.param(outlines(RING, statcode="GM9999\n<b>"), "", id="a line break"),
        pytest.param(outlines(RING, statcode="²"), "", id="a digit that is none"),
    ],
)
def test_json_made_to_hurt_is_refused_in_time(whole: WholeImport, content: str, sentence: str) -> None:
    for source in (ANY_SOURCE, "grenzen", "cbs-odata"):
        assert refused(whole, content, source=source).startswith(sentence)


def test_an_outline_of_a_million_points_is_refused_in_time(whole: WholeImport) -> None:
    content = outlines([*[[5.1, 52.3]] * 1_000_000, [5.2, 52.3]])
    assert refused(whole, content, source="grenzen").startswith("De omtrek van GM0034")


def test_a_zip_file_with_the_same_name_twice_is_refused(whole: WholeImport) -> None:
    packed = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(packed, "w") as archive:
        for _ in range(2):
            archive.writestr("cijfers.csv", OWN + GOOD)
    assert (
        refused(whole, packed.getvalue())
        == "In dit ZIP-bestand zit 'cijfers.csv' er twee keer in. Download het opnieuw bij de bron."
    )


def test_columns_that_are_a_script_stay_words(whole: WholeImport) -> None:
    header = OWN.strip() + ";<script>alert(1)</script>;[klik](http://kwaad)\n"
    assert taken(whole, header + GOOD.strip() + ";1;2\n").new == 1
    assert whole.outcomes == {"stored": 1}


@pytest.mark.parametrize("name", ["a\nDe import is gelukt", "a\x1b[2Jb", "\u202evsc.x.csv", "<b>[x](y)<"])
def test_the_name_of_a_file_stays_on_its_line(whole: WholeImport, name: str) -> None:
    report = taken(whole, OWN + GOOD, name=name)
    assert report.new == 1
    assert report.read.isprintable()
    assert refused_name(whole, name).isprintable()


def refused_name(whole: WholeImport, name: str) -> str:
    """What is said of a file that is not there."""
    return whole.take(whole.room / name, source="spreadsheet").report.refused[0]
