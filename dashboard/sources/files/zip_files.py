"""Zip files: an Excel workbook with its sheets, or a bundle of text files as StatLine gives them."""

from collections.abc import Sequence

from dashboard import formatting
from dashboard.sources.files.archive import Archive
from dashboard.sources.files.formats import HEAD, TEXT, ZIP, kind_of, other_format
from dashboard.sources.files.limits import Limits
from dashboard.sources.files.reading import TextTable, text_file, too_many_rows
from dashboard.sources.files.sheet_table import SheetTable
from dashboard.sources.files.workbook import CONTENT_TYPES, Workbook
from dashboard.sources.problems import TEXT_FILES, Problem, RefusedError
from dashboard.sources.table import Table
from dashboard.texts import files as texts

MOST_NAMED = 5  # files or sheets named in a note
_CLUTTER = ("__MACOSX/", ".DS_Store")  # what a Mac puts in
_PACKED = (".zip", ".xlsx", ".xlsm", ".gz", ".7z", ".rar")

Contents = tuple[str, tuple[Table, ...], tuple[str, ...]]  # kind, tables, notes


def contents(data: bytes, *, limits: Limits) -> Contents:
    """What a zip file holds: `xlsx` with a table per sheet, or `zip` with a table per text file; and notes."""
    archive = Archive(data, limits=limits)
    names = archive.names
    if not names:
        raise RefusedError([Problem(texts.EMPTY, advice=texts.DOWNLOAD_AGAIN)])
    if CONTENT_TYPES in names and any(name.startswith("xl/") for name in names):
        return _workbook(Workbook(archive, size=len(data), limits=limits))
    if CONTENT_TYPES in names:
        raise other_format("document")
    if "mimetype" in names and "content.xml" in names:
        raise other_format("opendocument")
    return _bundle(archive, limits)


def _workbook(book: Workbook) -> Contents:
    tables, empty, notes = [], [], []
    for sheet in book.sheets:
        if sheet.is_visible:
            book.check_rows(sheet)
            table = SheetTable(book, sheet)
            if table.is_empty:
                empty.append(sheet.name)
            else:
                tables.append(table)
    with_rows = [table for table in tables if table.has_rows] or tables
    empty += [table.sheet for table in tables if table not in with_rows]
    if not with_rows:
        raise RefusedError([Problem(texts.NO_SHEET, advice=texts.NO_SHEET_ADVICE)])
    notes = [
        texts.SHEET_TITLE_PASSED_OVER.format(sheet=table.sheet, line=table.line) for table in with_rows if table.titles
    ]
    hidden = [sheet.name for sheet in book.sheets if not sheet.is_visible]
    if hidden:
        notes.append(texts.SHEETS_HIDDEN.format(names=named(hidden)))
    if empty:
        notes.append(texts.SHEETS_EMPTY.format(names=named(empty)))
    return "xlsx", tuple(with_rows), tuple(notes)


def _bundle(archive: Archive, limits: Limits) -> Contents:
    archive.check(unpacked=limits.csv_bytes)
    tables, others, notes = [], [], []
    left = limits.csv_rows
    for name in archive.names:
        if name.startswith(_CLUTTER) or name.endswith(_CLUTTER):
            continue
        if name.lower().endswith(_PACKED):
            raise _zip_in_zip(name)
        if not name.lower().endswith(TEXT_FILES):
            others.append(name)
            continue
        table = _text_table(archive, name, limits)
        left -= table.rows
        if left < 0:
            raise too_many_rows(limits.csv_rows, advice=limits.advice)
        tables.append(table)
        notes += [texts.OF_ONE_FILE.format(file=table.sheet, note=note) for note in table.notes]
    if not tables:
        raise RefusedError([Problem(texts.NO_CSV_IN_ZIP, advice=texts.DOWNLOAD_AGAIN)])
    if others:
        notes.append(texts.PASSED_OVER_IN_ZIP.format(names=named(others)))
    return "zip", tuple(tables), tuple(notes)


def _text_table(archive: Archive, name: str, limits: Limits) -> TextTable:
    """A text file in the bundle; what is wrong with it names the file."""
    short = name.rpartition("/")[2]
    try:
        data = archive.whole(name)
        kind = kind_of(data[:HEAD])
        if kind == ZIP:
            raise _zip_in_zip(name)
        if kind != TEXT:
            raise RefusedError([Problem(texts.NOT_TEXT, advice=texts.SAVE_AS)])
        return TextTable(text_file(data, limits=limits), sheet=short)
    except RefusedError as error:
        raise error.on(short) from error


def _zip_in_zip(name: str) -> RefusedError:
    return RefusedError([Problem(texts.ZIP_IN_ZIP.format(name=name), advice=texts.ZIP_IN_ZIP_ADVICE)])


def named(names: Sequence[str]) -> str:
    """The names in one line, at most five of them."""
    shown = ", ".join(names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    return texts.MORE_NAMES.format(names=shown, count=formatting.count(rest)) if rest > 0 else shown
