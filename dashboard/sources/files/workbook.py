"""The parts of an XLSX workbook: its sheets, the texts they share, and how its cells show numbers."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.sources.files.archive import Archive
from dashboard.sources.files.cell_formats import CellFormat, cell_formats
from dashboard.sources.files.formats import other_format
from dashboard.sources.files.limits import Limits, megabytes
from dashboard.sources.files.reading import too_many_rows
from dashboard.sources.files.shared_texts import shared_texts
from dashboard.sources.files.xml_parts import damaged, elements
from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import files as texts

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = "xl/workbook.xml"
_MACROS = (b"macroenabled", b"vbaproject", b"macrosheet")
_LONGEST_TAG = 64  # bytes in which the name of an element ends
_ROW = re.compile(rb"<(?:[A-Za-z0-9]+:)?row[ />]")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, the part its cells are in, and whether people see it."""

    name: str
    part: str
    is_visible: bool


class Workbook:
    """An XLSX file, checked for size, passwords and macros; its sheets are read by `SheetTable`."""

    def __init__(self, archive: Archive, *, size: int, limits: Limits) -> None:
        self._archive = archive
        self.limits = limits
        if size > limits.workbook_bytes:
            what = texts.TOO_LARGE.format(limit=megabytes(limits.workbook_bytes))
            raise RefusedError([Problem(what, advice=limits.advice)])
        archive.check(unpacked=limits.workbook_unpacked)
        types = archive.whole(CONTENT_TYPES).lower()
        names = [name.lower() for name in archive.names]
        if any(name.endswith("workbook.bin") for name in names):
            raise other_format("xlsb")
        if any(sign in types for sign in _MACROS) or any(name.endswith("vbaproject.bin") for name in names):
            raise RefusedError([Problem(texts.MACROS, advice=texts.MACROS_ADVICE)])
        self._main = self._main_part()
        self.sheets = tuple(self._sheets())
        self.formats = self._formats()
        self.texts = self._shared_texts()

    def pieces(self, sheet: SheetPart) -> Iterator[bytes]:
        """The XML of a sheet, piece by piece."""
        return self._archive.pieces(sheet.part)

    def check_rows(self, sheet: SheetPart) -> None:
        """Refuse a sheet with too many rows before any of its cells is read."""
        rows, rest = 0, b""
        for piece in self.pieces(sheet):
            text = rest + piece
            begun = text.rfind(b"<")
            rows += len(_ROW.findall(text, 0, begun)) if begun >= 0 else 0
            rest = text[begun : begun + _LONGEST_TAG] if begun >= 0 else b""
            if rows > self.limits.workbook_rows + 1:
                raise too_many_rows(self.limits.workbook_rows, advice=self.limits.advice)

    def _main_part(self) -> str:
        targets = [target for kind, target in self._relations("", "_rels/.rels").values() if kind == "officeDocument"]
        main = targets[0] if targets else _MAIN
        if main not in self._archive.names:
            raise damaged()
        return main

    def _relations(self, folder: str, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: per reference its kind and the part's name."""
        if part not in self._archive.names:
            return {}
        found = {}
        for name, attributes in elements(self._archive.pieces(part)):
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                place = target.removeprefix("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, posixpath.normpath(place))
        return found

    def _parts_of_book(self) -> dict[str, tuple[str, str]]:
        folder, _, name = self._main.rpartition("/")
        return self._relations(folder, posixpath.join(folder, "_rels", f"{name}.rels"))

    def _sheets(self) -> Iterator[SheetPart]:
        parts = self._parts_of_book()
        for name, attributes in elements(self._archive.pieces(self._main)):
            kind, part = parts.get(attributes.get("id", ""), ("", ""))
            if name == "sheet" and kind == "worksheet":
                if part not in self._archive.names:
                    raise damaged()
                title = attributes.get("name", "").strip()
                yield SheetPart(title, part, is_visible=attributes.get("state", "visible") == "visible")

    def _part_of_kind(self, kind: str) -> str:
        found = [part for other, part in self._parts_of_book().values() if other == kind]
        return found[0] if found and found[0] in self._archive.names else ""

    def _formats(self) -> tuple[CellFormat, ...]:
        part = self._part_of_kind("styles")
        return cell_formats(elements(self._archive.pieces(part))) if part else ()

    def _shared_texts(self) -> list[str]:
        part = self._part_of_kind("sharedStrings")
        return shared_texts(self._archive.pieces(part)) if part else []
