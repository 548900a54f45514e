"""Rows from the clipboard of a spreadsheet: what stands in which column, and exactly what was pasted."""

import pytest

from dashboard.sources.pasted_rows import Pasted, read_rows, with_row, written

COLUMNS = {"indicator": "Cijfer", "area": "Gebied", "value": "Norm", "reason": "Waarom"}


def _read(text: str) -> Pasted:
    return read_rows(text, columns=COLUMNS, also_called={"value": ("waarde",)})


def test_rows_without_names_are_read_in_the_usual_order() -> None:
    read = _read("Jeugdzorg\tAlmere\t10,5\teerder helpen\r\nThuiszitters\t's-Hertogenbosch\t0\t\r\n")
    assert read.header == ""
    assert [dict(row.cells) for row in read.rows] == [
        {"indicator": "Jeugdzorg", "area": "Almere", "value": "10,5", "reason": "eerder helpen"},
        {"indicator": "Thuiszitters", "area": "'s-Hertogenbosch", "value": "0", "reason": ""},
    ]
    assert [(row.number, row.pasted) for row in read.rows] == [
        (1, "Jeugdzorg\tAlmere\t10,5\teerder helpen"),
        (2, "Thuiszitters\t's-Hertogenbosch\t0\t"),
    ]


def test_names_above_the_rows_tell_the_order_and_a_missing_column_is_not_an_empty_one() -> None:
    read = _read("GEBIED\t Waarde \tcijfer\nAlmere\t9,5\tJeugdzorg")
    assert read.header == "GEBIED\t Waarde \tcijfer"
    assert [dict(row.cells) for row in read.rows] == [{"area": "Almere", "value": "9,5", "indicator": "Jeugdzorg"}]


def test_a_name_that_is_unknown_or_there_twice_is_told_and_not_read() -> None:
    read = _read("Cijfer\tGebied\tNorm\tWaarde\tKleur\nJeugdzorg\tAlmere\t9\t8\tgroen")
    assert read.unread == ("Waarde", "Kleur")
    assert dict(read.rows[0].cells) == {"indicator": "Jeugdzorg", "area": "Almere", "value": "9"}


def test_a_cell_of_two_lines_is_one_cell_and_quotes_inside_words_stay() -> None:
    read = _read('Jeugdzorg\tAlmere\t9\t"eerder\nen ""lichter"""\nPleegzorg\tAlmere\t8\t"eerder" helpen')
    assert [row.cells["reason"] for row in read.rows] == ['eerder\nen "lichter"', '"eerder" helpen']
    assert read.rows[0].pasted == 'Jeugdzorg\tAlmere\t9\t"eerder\nen ""lichter"""'


def test_empty_lines_are_no_rows_and_cells_beyond_the_columns_are_kept_apart() -> None:
    read = _read("\n\t\t\nJeugdzorg\tAlmere\t9\twaarom\tnog iets\t\n\n")
    assert [(row.number, row.spare) for row in read.rows] == [(1, ("nog iets",))]


@pytest.mark.parametrize("text", ["", "\n", " \n \t"])
def test_nothing_is_no_rows(text: str) -> None:
    assert _read(text).rows == ()


@pytest.mark.parametrize("cell", ["eerder", "=1+1", "-5", "@som", 'twee\nregels, "zo"', "a\tb", "+31"])
def test_what_is_written_for_a_spreadsheet_is_read_back_as_it_was(cell: str) -> None:
    row = written(["Jeugdzorg", "Almere", "9", cell])
    assert _read(row).rows[0].cells["reason"] == cell
    assert not row.split("\t")[3].startswith(("=", "+", "-", "@"))


def test_a_row_comes_back_under_the_names_it_was_pasted_with() -> None:
    assert with_row("", header="Cijfer\tGebied", pasted="a\tb") == "Cijfer\tGebied\na\tb"
    assert with_row("Cijfer\tGebied\nc\td", header="Cijfer\tGebied", pasted="a\tb") == "Cijfer\tGebied\na\tb\nc\td"
    assert with_row("c\td", header="", pasted="a\tb") == "a\tb\nc\td"
    assert with_row("Gebied\tCijfer\nd\tc", header="Cijfer\tGebied", pasted="a\tb") == "Gebied\tCijfer\nd\tc"
