"""Tables to take along: what Excel makes of them."""

from io import BytesIO

from openpyxl import load_workbook

from dashboard.exports.sheets import Sheet, separated, workbook

FIGURES = Sheet(
    "Cijfers: Almere/2024",
    ("Gebied", "Aantal", "Percentage", "Status"),
    [
        {"Gebied": "Almere", "Aantal": 7400, "Percentage": 11.7, "Status": "definitief"},
        {"Gebied": "'s-Hertogenbosch", "Aantal": None, "Percentage": 0.1 + 0.2, "Status": "=1+1"},
    ],
)


def test_a_workbook_has_numbers_as_numbers_and_text_that_is_no_formula() -> None:
    book = load_workbook(BytesIO(workbook([FIGURES, Sheet("Definities", ("Wat",), [{"Wat": "x" * 200}])])))
    assert book.sheetnames == ["Cijfers  Almere 2024", "Definities"]
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows == [
        ["Gebied", "Aantal", "Percentage", "Status"],
        ["Almere", 7400, 11.7, "definitief"],
        ["'s-Hertogenbosch", None, 0.3, "=1+1"],
    ]
    assert book.worksheets[0]["D3"].data_type == "s"


def test_separated_text_has_decimal_commas_semicolons_and_no_formula() -> None:
    assert separated(FIGURES).decode("utf-8-sig").split("\r\n") == [
        "Gebied;Aantal;Percentage;Status",
        "Almere;7400;11,7;definitief",
        "'s-Hertogenbosch;;0,3;'=1+1",
        "",
    ]
    assert separated(FIGURES).startswith(b"\xef\xbb\xbf")


def test_a_minus_that_is_a_number_stays_a_number() -> None:
    sheet = Sheet("x", ("a",), [{"a": -0.5}, {"a": "-0,5"}])
    assert separated(sheet).decode("utf-8-sig").split("\r\n")[1:3] == ["-0,5", "'-0,5"]
