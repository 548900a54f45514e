"""A cell of a workbook comes as what was stored in it; what Excel changed or works out itself is a problem."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.sources.columns import dutch_numbers
from dashboard.sources.files.cell_formats import cell_formats
from dashboard.sources.files.number_texts import number_text
from dashboard.sources.files.opening import open_file
from dashboard.sources.files.sheet_rows import column_of, day_shown, letters_of
from dashboard.sources.problems import Findings, RefusedError
from tests.dashboard.sources.workbooks import Cells, as_excel_writes_it, part, with_parts, workbook

SHEET = "xl/worksheets/sheet1.xml"
DAMAGED = "Het bestand is beschadigd of niet compleet. Download het opnieuw bij de bron."


def _read(path: Path, columns: Sequence[str] | None = None) -> tuple[list[dict[str, object]], list[str]]:
    """The rows of the first sheet and the sentences about what is wrong with them."""
    table = open_file(path).tables[0]
    findings = Findings()
    parts = table.slices(columns=table.header if columns is None else columns, findings=findings)
    rows = [row for part in parts for row in part.rows(named=True)]
    return rows, RefusedError(findings.problems, findings.total).sentences() if findings.total else []


def _cells(tmp_path: Path, rows: Cells, **formats: str) -> list[dict[str, object]]:
    def with_formats(sheet: Worksheet) -> None:
        for place, form in formats.items():
            sheet[place].number_format = form

    found, problems = _read(workbook(tmp_path / "a.xlsx", {"Cijfers": rows}, change=with_formats))
    assert problems == []
    return found


def test_cells_are_text_as_they_were_stored(tmp_path: Path) -> None:
    rows = _cells(
        tmp_path,
        [["gebied", "aantal", "aandeel", "waar"], [" 0034 ", 1234, 0.1 + 0.2, True], ["NA", -3, 1234.5, False]],
    )
    assert rows == [
        {"§line": 2, "gebied": "0034", "aantal": "1234", "aandeel": "0,3", "waar": "WAAR"},
        {"§line": 3, "gebied": "NA", "aantal": "-3", "aandeel": "1234,5", "waar": "ONWAAR"},
    ]


def test_percentages_and_codes_are_as_people_see_them(tmp_path: Path) -> None:
    rows = _cells(
        tmp_path,
        [["gebied", "a", "b", "c"], [34, 0.117, 0.085, 1234.5]],
        A2="0000",
        B2="0.0%",
        C2="0%",
        D2="#,##0.00",
    )
    assert rows == [{"§line": 2, "gebied": "0034", "a": "11,7%", "b": "8,5%", "c": "1234,5"}]


@pytest.mark.parametrize(
    ("stored", "text", "number"),
    [
        ("12.345", "12,3450", 12.345),
        ("0.11699999999999999", "0,1170", 0.117),
        ("1234567.1", "1234567,1", 1234567.1),
        ("1E3", "1000", 1000.0),
        ("1.5E-2", "0,0150", 0.015),
        ("5.55E-17", "0", 0.0),
        ("007", "007", 7.0),
    ],
)
def test_a_stored_number_can_be_read_in_one_way_only(stored: str, text: str, number: float) -> None:
    assert number_text(stored) == text
    assert dutch_numbers.decimal(text) == number


def test_a_number_out_of_reach_is_no_number() -> None:
    assert number_text("1e21") == "1" + "0" * 21
    assert number_text("-0.0") == "0"
    assert [number_text(text) for text in ("1e400", "INF", "NaN", "1,5", "", "0x10", "1" * 1000)] == [None] * 7
    assert number_text("0.12345", percent=True) == "12,3450%"


def test_dates_formulas_and_errors_are_problems_in_the_columns_that_are_asked_for(tmp_path: Path) -> None:
    header = ["gebied", "datum", "som", "fout"]
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [header, ["Ede", date(2026, 10, 12), "=1+1", "#DIV/0!"]]})
    rows, problems = _read(path)
    assert rows == []
    assert problems == [
        "Blad 'Cijfers', regel 2, kolom B (datum): Excel heeft hier een datum van gemaakt: '12-10-2026'. "
        "Zet de kolom op Tekst en vul de waarde opnieuw in.",
        "Blad 'Cijfers', regel 2, kolom C (som): Dit is een formule. Kopieer de kolom en plak haar als waarden.",
        "Blad 'Cijfers', regel 2, kolom D (fout): Excel geeft hier een fout: '#DEEL/0!'. "
        "Herstel de fout, of maak de cel leeg.",
    ]
    assert _read(path, ["gebied"]) == ([{"§line": 2, "gebied": "Ede"}], [])
    (looked_at,) = open_file(path).tables[0].slices(columns=header, findings=Findings(only_looking=True))
    assert looked_at.rows() == [(2, "Ede", "12-10-2026", "", "#DEEL/0!")]


def test_a_formula_with_a_known_outcome_is_refused_too(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["a", "b"], ["Ede", 4321]]})
    changed = part(path, SHEET).replace(b"<v>4321</v>", b"<f>4000+321</f><v>4321</v>")
    assert _read(with_parts(path, {SHEET: changed}))[1] == [
        "Blad 'Cijfers', regel 2, kolom B (b): Dit is een formule: '4321'. Kopieer de kolom en plak haar als waarden."
    ]


def test_a_date_of_twelve_october_is_shown_as_the_day_it_became(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", datetime(2026, 10, 12)]]})  # noqa: DTZ001
    assert "'12-10-2026'" in _read(path)[1][0]
    assert [day_shown(text) for text in ("46307", "0.5", "1e9")] == ["12-10-2026", "0.5", "1e9"]


def test_a_title_above_the_header_is_passed_over_and_said_so(tmp_path: Path) -> None:
    rows: Cells = [
        ["Jeugdzorg per gemeente"],
        [],
        ["gebied", 2021, 2022],
        ["Ede", 1, 2],
        ["Almere", 3, 4],
        ["Bron: CBS"],
    ]
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": rows}, change=lambda sheet: sheet.merge_cells("A1:C1"))
    opened = open_file(path)
    assert opened.notes == ("Blad 'Cijfers': regel 3 is gelezen als kopregel; wat erboven staat is overgeslagen.",)
    assert opened.tables[0].header == ("gebied", "2021", "2022")
    assert _read(path) == (
        [
            {"§line": 4, "gebied": "Ede", "2021": "1", "2022": "2"},
            {"§line": 5, "gebied": "Almere", "2021": "3", "2022": "4"},
        ],
        [],
    )


def test_a_table_may_start_in_another_column_and_leave_cells_empty(tmp_path: Path) -> None:
    rows: Cells = [[], [None, "gebied", None, "aan\ntal"], [None, "Ede"], [None, "Almere", "x", 4]]
    assert _cells(tmp_path, rows) == [
        {"§line": 3, "gebied": "Ede", "kolom C": "", "aan tal": ""},
        {"§line": 4, "gebied": "Almere", "kolom C": "x", "aan tal": "4"},
    ]


def test_a_cell_beside_the_table_is_a_problem(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", 1, None, "let op"], ["Almere", 2]]})
    rows, problems = _read(path)
    assert [row["gebied"] for row in rows] == ["Almere"]
    assert problems == [
        "Blad 'Cijfers', regel 2, kolom D: Hier staat iets buiten de tabel, waar geen kop boven staat: 'let op'. "
        "Haal het weg, of zet er een kop boven."
    ]


def test_merged_cells_in_the_table_are_a_problem(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")

    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", 1], [None, 2]]}, change=merge)
    assert _read(path)[1] == [
        "Blad 'Cijfers', regel 2: De cellen A2:A3 zijn samengevoegd. Splits ze, en vul in elke cel in wat er hoort."
    ]


def test_a_column_that_is_there_twice_and_a_sheet_without_rows_are_problems(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal", "aantal"], ["Ede", 1, 2]]})
    assert _read(path, ["gebied"])[1] == [
        "Blad 'Cijfers', regel 1, kolom B (aantal): Deze kolom staat er meer dan één keer in. Haal de kolom weg."
    ]
    empty = workbook(tmp_path / "b.xlsx", {"Cijfers": [["gebied", "aantal"]]})
    assert _read(empty)[1] == [
        "Blad 'Cijfers': Het bestand heeft alleen een kopregel en geen enkel cijfer. Download het opnieuw bij de bron."
    ]


def test_a_workbook_without_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        open_file(workbook(tmp_path / "a.xlsx", {"Leeg": []}))
    assert refused.value.sentences() == [
        "Dit Excel-bestand heeft geen zichtbaar blad met gegevens. "
        "Maak het blad met de gegevens zichtbaar en sla het bestand opnieuw op."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="B2"', b'r="B3"'),
        (b'r="B2"', b'r="A2"'),
        (b'r="B2"', b'r="ZZZ2"'),
        (b'<row r="2"', b'<row r="1"'),
        (b'<row r="2"', b'<row r="9999999"'),
        (b't="n"><v>4321', b't="s"><v>4321'),
        (b"</sheetData>", b""),
    ],
)
def test_a_sheet_that_contradicts_itself_is_refused(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", 4321]]})
    whole = part(path, SHEET)
    assert old in whole
    with pytest.raises(RefusedError) as refused:
        _read(with_parts(path, {SHEET: whole.replace(old, new)}))
    assert refused.value.sentences() == [DAMAGED]


def test_a_number_that_is_none_is_a_problem(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", 4321]]})
    changed = part(path, SHEET).replace(b"<v>4321</v>", b"<v>1e400</v>")
    assert _read(with_parts(path, {SHEET: changed}))[1] == [
        "Blad 'Cijfers', regel 2, kolom B (aantal): Dit getal is te groot: '1e400'."
    ]
    changed = part(path, SHEET).replace(b"<v>1e400</v>", b"<v>veel</v>")
    assert _read(with_parts(path, {SHEET: changed}))[1] == [
        "Blad 'Cijfers', regel 2, kolom B (aantal): Dit is geen getal: 'veel'. Vul een getal in, of laat de cel leeg."
    ]


def test_inline_texts_prefixes_and_pronunciations_are_understood(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": [["gebied", "aantal"], ["Ede", 4321]]})
    cells = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>gebied</x:t></x:is></x:c><x:c t="str"><x:v>aantal</x:v></x:c></x:row>'
        '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Súd</x:t></x:r><x:r><x:t>west_x000D_</x:t></x:r>'
        "<x:rPh><x:t>soedwest</x:t></x:rPh></x:is></x:c><x:c><x:v>12</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>"
    )
    assert _read(with_parts(path, {SHEET: cells.encode()})) == ([{"§line": 2, "gebied": "Súdwest", "aantal": "12"}], [])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", (False, False, 0)),
        ("0.0%", (True, False, 0)),
        ('0.0" %d"', (False, False, 0)),
        ("0000", (False, False, 4)),
        ("d-mmm", (False, True, 0)),
        ("[$-413]d mmmm yyyy;@", (False, True, 0)),
        ("[h]:mm", (False, True, 0)),
        ("[Red]#,##0.00", (False, False, 0)),
        ("# ##0_d", (False, False, 0)),
    ],
)
def test_a_format_says_what_a_number_is(code: str, expected: tuple[bool, bool, int]) -> None:
    styles = [("numFmt", {"numFmtId": "170", "formatCode": code}), ("cellXfs", {}), ("xf", {"numFmtId": "170"})]
    (found,) = cell_formats(styles)
    assert (found.is_percent, found.is_date, found.zeros) == expected


def test_texts_that_cells_share_are_found_by_their_number(tmp_path: Path) -> None:
    rows: Cells = [["gebied", "naam", "aantal"], ["GM0034", "Almere &amp; Súdwest", 12], ["GM0228", " ", 13]]
    path = as_excel_writes_it(workbook(tmp_path / "a.xlsx", {"Cijfers": rows}))
    assert b'r="A2" t="s"><v>3</v>' in part(path, SHEET)
    assert _read(path) == (
        [
            {"§line": 2, "gebied": "GM0034", "naam": "Almere &amp; Súdwest", "aantal": "12"},
            {"§line": 3, "gebied": "GM0228", "naam": "", "aantal": "13"},
        ],
        [],
    )
    damaged = part(path, SHEET).replace(b"<v>3</v>", b"<v>99</v>")
    with pytest.raises(RefusedError) as refused:
        _read(with_parts(path, {SHEET: damaged}))
    assert refused.value.sentences() == [DAMAGED]


def test_columns_are_named_as_excel_does() -> None:
    names = {0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16_383: "XFD"}
    assert {place: letters_of(place) for place in names} == names
    assert [column_of(name) for name in names.values()] == list(names)
