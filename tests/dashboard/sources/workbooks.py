"""Workbooks and zip files for tests, made on the spot."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

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
