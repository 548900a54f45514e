"""A file is recognised by what is in it, and refused in one Dutch sentence when it cannot be read."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from dashboard.sources.files.limits import BROWSER, COMMAND_LINE
from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.reader import Answers, QuestionError, only_table
from dashboard.sources.table import Table
from tests.dashboard.sources.workbooks import Cells, part, with_parts, workbook, zipped

ROWS: list[list[object]] = [["gebied", "aantal"], ["Ede", 12]]
CSV = b"gebied;aantal\nEde;12\n"
SAVE_AS = "Sla het op als Excel-werkmap (.xlsx) of als CSV (UTF-8), of download de CSV bij de bron."
DAMAGED = "Het bestand is beschadigd of niet compleet. Download het opnieuw bij de bron."
SPLIT = "Splits het bestand, bijvoorbeeld per jaar, en lees de delen na elkaar in."
OR_COMMAND_LINE = "Of lees het in met de opdrachtregel: daar mag een bestand groter zijn."


def _sentences(path: Path) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        open_file(path)
    return refused.value.sentences()


def _rows(table: Table) -> list[dict[str, object]]:
    findings = Findings()
    found = [row for part in table.slices(columns=table.header, findings=findings) for row in part.rows(named=True)]
    findings.refuse()
    return found


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 \x00", f"Dit is een PDF-bestand; dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"\x1f\x8b\x08", f"Dit is een ingepakt bestand (gzip); dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"7z\xbc\xaf\x27\x1c", f"Dit is een ingepakt bestand (7z of rar); dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"\x89PNG\r\n\x1a\n", f"Dit is een afbeelding; dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"\xff\xd8\xff\xe0", f"Dit is een afbeelding; dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"\n<!DOCTYPE html><html>", f"Dit is een webpagina; dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"<HTML><body>", f"Dit is een webpagina; dat kan niet worden ingelezen. {SAVE_AS}"),
        (b"<?xml version='1.0'?><a/>", f"Dit is een XML-bestand; dat kan niet worden ingelezen. {SAVE_AS}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "Dit is een oud Excel-bestand (.xls), of een Excel-bestand met een wachtwoord. "
            "Haal het wachtwoord weg en sla het op als Excel-werkmap (.xlsx).",
        ),
        (b"PK\x03\x04\x14\x00", DAMAGED),
        (b"PK\x05\x06" + bytes(18), "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b'{"value": [', "Dit is geen leesbaar JSON-bestand. Download het opnieuw bij de bron."),
        (b"[" * 100_000, "Dit is geen leesbaar JSON-bestand. Download het opnieuw bij de bron."),
    ],
)
def test_what_is_no_table_is_refused_whatever_its_name(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "cijfers.csv"
    path.write_bytes(content)
    assert _sentences(path) == [sentence]


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "weg.csv"
    assert _sentences(path)[0].startswith("Dit bestand bestaat niet: '")
    assert _sentences(tmp_path)[0].startswith("Dit is geen gewoon bestand maar een map of apparaat: '")


def test_a_workbook_is_known_by_its_content_and_keeps_the_name_people_gave_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "upload-17.csv", {"Cijfers": ROWS})
    opened = open_file(path, name="jeugd.xlsx")
    assert (opened.name, opened.kind, [table.sheet for table in opened.tables]) == ("jeugd.xlsx", "xlsx", ["Cijfers"])
    assert _rows(opened.tables[0]) == [{"§line": 2, "gebied": "Ede", "aantal": "12"}]


def test_hidden_and_empty_sheets_are_left_out_and_said_so(tmp_path: Path) -> None:
    sheets: dict[str, Cells] = {"Cijfers": ROWS, "Geheim": ROWS, "Leeg": [], "Kop": [["gebied", "aantal"]]}
    opened = open_file(workbook(tmp_path / "a.xlsx", sheets, hidden=["Geheim"]))
    assert [table.sheet for table in opened.tables] == ["Cijfers"]
    assert opened.notes == (
        "Verborgen bladen zijn niet gelezen: Geheim.",
        "Lege bladen zijn overgeslagen: Leeg, Kop.",
    )


def test_which_of_two_sheets_is_asked_and_a_wrong_answer_refused(tmp_path: Path) -> None:
    opened = open_file(workbook(tmp_path / "a.xlsx", {"Uitleg": [["Let op", "dit"], ["a", "b"]], "2024": ROWS}))
    with pytest.raises(QuestionError) as asked:
        only_table(opened, answers=Answers())
    question = asked.value.question
    assert question.sentence == "Dit bestand heeft meer dan één blad. Welk blad moet worden ingelezen?"
    assert (question.about, question.options) == ("sheet", ("Uitleg", "2024"))
    assert only_table(opened, answers=Answers(sheet="2024")).sheet == "2024"
    with pytest.raises(RefusedError) as refused:
        only_table(opened, answers=Answers(sheet="2023"))
    assert refused.value.sentences() == ["Dit blad zit niet in het bestand: '2023'. Kies uit: Uitleg, 2024."]


def test_a_bundle_of_statline_gives_a_table_per_file(tmp_path: Path) -> None:
    parts = {
        "85984NED/Observations.csv": b"Id;Measure;Value\r\n0;T001036;862965\r\n",
        "85984NED/MeasureCodes.csv": 'Identifier;Title\r\nT001036;"Súdwest"\r\n'.encode("cp1252"),
        "85984NED/leesmij.pdf": b"%PDF",
        "__MACOSX/._Observations.csv": b"\x00\x05",
    }
    opened = open_file(zipped(tmp_path / "a.zip", parts))
    assert (opened.kind, [table.sheet for table in opened.tables]) == ("zip", ["Observations.csv", "MeasureCodes.csv"])
    assert _rows(opened.tables[0]) == [{"§line": 2, "Id": "0", "Measure": "T001036", "Value": "862965"}]
    assert opened.notes == (
        "MeasureCodes.csv: Het bestand was niet UTF-8; het is gelezen als Windows-1252 (ú, ë en ï blijven goed).",
        "In het ZIP-bestand zitten ook andere bestanden; die zijn overgeslagen: 85984NED/leesmij.pdf.",
    )
    with pytest.raises(QuestionError, match="In dit ZIP-bestand zit meer dan één tabel"):
        only_table(opened, answers=Answers())


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"a.csv": CSV, "b.zip": b"PK\x03\x04"},
            "In dit ZIP-bestand zit weer een ingepakt bestand: 'b.zip'. "
            "Pak het uit en lees de bestanden één voor één in.",
        ),
        (
            {"a.csv": b"PK\x03\x04"},
            "Bestand 'a.csv': In dit ZIP-bestand zit weer een ingepakt bestand: 'a.csv'. "
            "Pak het uit en lees de bestanden één voor één in.",
        ),
        ({"a.pdf": b"%PDF"}, "In dit ZIP-bestand zit geen CSV-bestand. Download het opnieuw bij de bron."),
        ({"a.csv": b"%PDF"}, f"Bestand 'a.csv': Dit is een PDF-bestand; dat kan niet worden ingelezen. {SAVE_AS}"),
        ({"a.csv": b""}, "Bestand 'a.csv': Het bestand is leeg. Download het opnieuw bij de bron."),
        (
            {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"},
            f"Dit is een Word- of PowerPoint-bestand; dat kan niet worden ingelezen. {SAVE_AS}",
        ),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"},
            f"Dit is een OpenDocument-bestand; dat kan niet worden ingelezen. {SAVE_AS}",
        ),
        (
            {f"{name}.csv": CSV for name in range(2001)},
            f"Het bestand bestaat uit meer dan 2.000 ingepakte onderdelen. {SPLIT} {OR_COMMAND_LINE}",
        ),
    ],
)
def test_a_zip_of_something_else_is_refused(tmp_path: Path, parts: dict[str, bytes], sentence: str) -> None:
    assert _sentences(zipped(tmp_path / "a.zip", parts)) == [sentence]


def test_a_problem_in_a_bundle_names_the_file(tmp_path: Path) -> None:
    opened = open_file(zipped(tmp_path / "a.zip", {"Observations.csv": b"Id;Value\n1;2\n3\n"}))
    with pytest.raises(RefusedError) as refused:
        _rows(opened.tables[0])
    assert refused.value.sentences() == [
        "Bestand 'Observations.csv', regel 3: Deze regel heeft 1 cel, de kopregel heeft er 2. "
        "Controleer of er een scheidingsteken te veel of te weinig staat."
    ]


def test_descriptions_in_a_bundle_may_run_on_to_a_next_line(tmp_path: Path) -> None:
    codes = b'Identifier;Title;Description\r\nA1;"Een";"Over\r\ntwee regels"\r\n\r\nA2;"Twee";"Kort"\r\n'
    opened = open_file(zipped(tmp_path / "a.zip", {"MeasureCodes.csv": codes}))
    assert [(row["§line"], row["Title"]) for row in _rows(opened.tables[0])] == [(2, "Een"), (5, "Twee")]


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": CSV})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert _sentences(path) == [
        "Dit ZIP-bestand heeft een wachtwoord. Pak het uit met het wachtwoord en lees de CSV-bestanden in."
    ]


def test_an_odd_way_of_packing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.csv", CSV * 100)
    assert _sentences(path) == [
        "Dit bestand is op een ongewone manier ingepakt. Pak het uit en lees de CSV-bestanden in."
    ]


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path, kept: float) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": ROWS})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    assert _sentences(path) == [DAMAGED]


def test_a_directory_that_lies_about_a_size_is_found_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": CSV * 100})
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02") + 24
    struct.pack_into("<I", data, place, 50)
    path.write_bytes(data)
    assert _sentences(path) == [f"Bestand 'a.csv': {DAMAGED}"]


def test_a_name_twice_in_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("a.csv", CSV)
        archive.writestr("a.csv", CSV)
    assert _sentences(path) == ["In dit ZIP-bestand zit 'a.csv' er twee keer in. Download het opnieuw bij de bron."]


def test_an_entry_without_a_name_is_damage(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": CSV})
    data = bytearray(path.read_bytes())
    for place in (26, data.index(b"PK\x01\x02") + 28):  # lengths of name and extra: the name becomes the extra
        data[place : place + 4] = b"\x00\x00\x01\x00"
    path.write_bytes(data)
    assert _sentences(path) == [DAMAGED]


def test_macros_and_binary_workbooks_are_refused(tmp_path: Path) -> None:
    path = with_parts(workbook(tmp_path / "a.xlsm", {"Cijfers": ROWS}), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    macros = ["Dit Excel-bestand bevat macro's. Sla het op als Excel-werkmap zonder macro's (.xlsx)."]
    assert _sentences(path) == macros
    types = part(path, "[Content_Types].xml").replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert _sentences(with_parts(path, {"xl/vbaProject.bin": None, "[Content_Types].xml": types})) == macros
    binary = zipped(tmp_path / "a.xlsb", {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01"})
    assert _sentences(binary) == [f"Dit is een binair Excel-bestand (.xlsb); dat kan niet worden ingelezen. {SAVE_AS}"]


def test_document_types_and_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": ROWS})
    name = "xl/worksheets/sheet1.xml"
    bomb = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert _sentences(with_parts(path, {name: bomb + part(path, name)})) == [DAMAGED]


def test_a_csv_that_is_too_large_is_refused_and_the_command_line_advised(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.write(CSV)
        os.truncate(file.fileno(), BROWSER.csv_bytes + 1)
    assert _sentences(path) == [f"Het bestand is groter dan 90 MB. {SPLIT} {OR_COMMAND_LINE}"]


def test_a_csv_with_too_many_rows_is_refused_and_the_command_line_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_bytes(b"a;b\n" + b"1;2\n" * BROWSER.csv_rows)
    assert open_file(path).kind == "csv"
    path.write_bytes(b"a;b\n" + b"1;2\n" * (BROWSER.csv_rows + 1))
    assert _sentences(path) == [f"Het bestand heeft meer dan 2.000.000 regels. {SPLIT} {OR_COMMAND_LINE}"]
    assert open_file(path, limits=COMMAND_LINE).kind == "csv"


def test_the_command_line_has_limits_too(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.write(CSV)
        os.truncate(file.fileno(), COMMAND_LINE.csv_bytes + 1)
    with pytest.raises(RefusedError) as refused:
        open_file(path, limits=COMMAND_LINE)
    assert refused.value.sentences() == [f"Het bestand is groter dan 2.000 MB. {SPLIT}"]


def test_a_packed_file_that_is_too_large_names_both_limits(tmp_path: Path) -> None:
    path = zipped(tmp_path / "groot.zip", {"a.csv": CSV})
    os.truncate(path, BROWSER.csv_bytes + 1)
    assert _sentences(path) == [
        f"Het bestand is groter dan 90 MB (voor een Excel-bestand is de grens 10 MB). {SPLIT} {OR_COMMAND_LINE}"
    ]


def test_a_workbook_over_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cijfers": ROWS})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/foto.png", os.urandom(BROWSER.workbook_bytes))
    assert _sentences(path) == [f"Het bestand is groter dan 10 MB. {SPLIT} {OR_COMMAND_LINE}"]
    assert open_file(path, limits=COMMAND_LINE).kind == "xlsx"
