"""Workbooks and zip files for tests, made on the spot."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

_INLINE = re.compile(rb'(<c [^>]*)t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>')
_RELATIONS = "xl/_rels/workbook.xml.rels"
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

Cells = Sequence[Sequence[object]]


def workbook(
    path: Path,
    sheets: Mapping[str, Cells],
    *,
    change: Callable[[Worksheet], None] = lambda _: None,
    hidden: Sequence[str] = (),
) -> Path:
    """Write these sheets as an XLSX file; `change` is done to the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    change(book.worksheets[0])
    book.save(path)
    return path


def with_parts(path: Path, parts: Mapping[str, bytes | None]) -> Path:
    """Replace, add or (None) leave out parts of a zip file."""
    old = {}
    with zipfile.ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    return zipped(path, {name: data for name, data in {**old, **parts}.items() if data is not None})


def as_excel_writes_it(path: Path) -> Path:
    """The same workbook with its texts in one shared list, as Excel itself keeps them."""
    found: list[bytes] = []

    def shared(cell: re.Match[bytes]) -> bytes:
        found.append(cell[2])
        return b'%st="s"><v>%d</v></c>' % (cell[1], len(found) - 1)

    names = [name for name in _names(path) if name.startswith("xl/worksheets/")]
    sheets = {name: _INLINE.sub(shared, part(path, name)) for name in names}
    texts = b"".join(b"<si><t>%s</t></si>" % text for text in found)
    relation = b'<Relationship Id="rIdS" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    relations = part(path, _RELATIONS).replace(b"</Relationships>", relation % _OFFICE)
    return with_parts(
        path, {**sheets, "xl/sharedStrings.xml": b"<sst xmlns='%s'>%s</sst>" % (_MAIN, texts), _RELATIONS: relations}
    )


def _names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def zipped(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write a zip file with these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def part(path: Path, name: str) -> bytes:
    """One part of a zip file."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read(name)
