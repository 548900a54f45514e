"""The rows of CBS Kerncijfers wijken en buurten, in whichever of its forms; several years may be glued together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.dutch_numbers import NotANumberError, Number
from dashboard.sources.columns.period_titles import period_from
from dashboard.sources.kwb.columns import (
    AREA,
    CARE_SHARE,
    CHANGED,
    COUNTS,
    DATE,
    KIND,
    MUNICIPALITY,
    NAME,
    OLDER,
    YOUNGEST,
    Columns,
)
from dashboard.sources.problems import MOST_LINES, Findings, Problem, RefusedError
from dashboard.sources.reader import Known, did_you_mean
from dashboard.sources.table import LINE, Table
from dashboard.texts import sources as texts

COUNTRY = "NL00"
KINDS = {"Land": "country", "Gemeente": "municipality", "Wijk": "district", "Buurt": "neighbourhood"}
CODES = {
    "country": re.compile(r"NL(00|01)?"),
    "municipality": re.compile(r"GM[0-9]{4}"),
    "district": re.compile(r"WK[0-9]{4}[0-9A-Z]{2}"),  # Amsterdam counts in letters too
    "neighbourhood": re.compile(r"BU[0-9]{4}[0-9A-Z]{4}"),
}
_CHANGED = frozenset({"2", "3"})  # the area changed, or is new, since the year before
CHANGES_SINCE = 2022  # before, the mark was set for wijken whose code went on to mean the same place
_NUMBERED = re.compile(r"Wijk [0-9A-Z]{2} (.+)")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of the file: an area in a year; None where the source shows nothing."""

    line: int
    area: str
    kind: str
    year: int
    municipality: str
    name: str  # empty when the file has codes only
    changed: bool
    counts: Mapping[str, float | None]
    share: Number | None

    def population(self) -> float | None:
        """Children and young people of 0-24."""
        youngest, older = self.counts[YOUNGEST], self.counts[OLDER]
        return None if youngest is None or older is None else youngest + older


def cells(table: Table, *, columns: Columns, year: int | None, known: Known) -> tuple[list[Cells], int]:
    """The rows about land, gemeenten and wijken, and how many about buurten were passed over; or `RefusedError`.

    `year` is the year of the whole file; None: every row says it.
    """
    findings = Findings()
    found: list[Cells] = []
    passed_over = 0
    names = list(dict.fromkeys(name for named in columns.values() for name in named))
    for part in table.slices(columns=names, findings=findings):
        for row in part.iter_rows(named=True):
            if _kind(row, columns) == "neighbourhood":
                passed_over += 1
            elif (one := _cells(row, columns, year, known, findings)) is not None:
                found.append(one)
    found = _once(found, findings)
    findings.refuse()
    if not found:
        raise RefusedError([Problem(texts.KWB_NOTHING, advice=texts.KWB_FOREIGN_ADVICE)])
    return found, passed_over


def _kind(row: Mapping[str, object], columns: Columns) -> str:
    """The kind of area as the row names it, or else as its code tells; empty when neither does."""
    named = _text(row, columns[KIND])[1]
    if named:
        return KINDS.get(named, "")
    code = _text(row, columns[AREA])[1]
    return next((kind for kind, form in CODES.items() if form.fullmatch(code)), "")


def _cells(
    row: Mapping[str, object], columns: Columns, whole_year: int | None, known: Known, findings: Findings
) -> Cells | None:
    """One row, or None when something in it is wrong; what is wrong goes to `findings`."""
    line = int(str(row[LINE]))
    before = findings.total
    kind, area, date = _kind(row, columns), _text(row, columns[AREA]), _text(row, columns[DATE])
    year = whole_year or _year(date[1])
    code = area[1]
    if not kind:
        named = _text(row, columns[KIND])
        what, advice = (
            (texts.KWB_BAD_KIND, texts.KWB_BAD_KIND_ADVICE)
            if named[1]
            else (texts.KWB_BAD_CODE, texts.KWB_BAD_CODE_ADVICE)
        )
        findings.add(Problem(what, line, *(named if named[1] else area), advice=advice))
    elif not CODES[kind].fullmatch(code):
        findings.add(Problem(texts.KWB_BAD_CODE, line, *area, advice=texts.KWB_BAD_CODE_ADVICE))
    if not year:
        findings.add(Problem(texts.KWB_BAD_DATE, line, *date, advice=texts.KWB_BAD_DATE_ADVICE))
    elif year > known.this_year:
        findings.add(Problem(texts.FUTURE, line, *date, advice=texts.FUTURE_ADVICE))
    elif kind:
        code = COUNTRY if kind == "country" else code
        _check_area(municipality_of(code), year, Problem("", line, *area), known, findings)
    counts = {subject: _count(*_one(row, columns[subject], line, findings), line, findings) for subject in COUNTS}
    share = _share(*_one(row, columns[CARE_SHARE], line, findings), line, findings)
    if findings.total > before:
        return None
    name = _text(row, columns[NAME])[1]
    numbered = _NUMBERED.fullmatch(name)
    return Cells(
        line=line,
        area=code,
        kind=kind,
        year=year,
        municipality=_text(row, columns[MUNICIPALITY])[1],
        name=numbered[1] if numbered else name,
        changed=year >= CHANGES_SINCE and _text(row, columns[CHANGED])[1].removesuffix(".0") in _CHANGED,
        counts=counts,
        share=share,
    )


def _year(text: str) -> int:
    """The year of a `peildatum`, a period key or a plain year; 0 when it is none."""
    found = period_from(text)
    return int(found[0]) if found and found[0].isdecimal() else 0


def municipality_of(code: str) -> str:
    """The gemeente a wijk lies in, by its code; other areas are known by themselves."""
    return f"GM{code[2:6]}" if code.startswith("WK") else code


def _text(row: Mapping[str, object], names: list[str]) -> tuple[str, str]:
    """The first column that is filled, and its text."""
    filled = next((name for name in names if row[name] not in ("", ".")), names[0] if names else "")
    text = str(row[filled]) if filled else ""
    return filled, "" if text == "." else text


def _one(row: Mapping[str, object], names: list[str], line: int, findings: Findings) -> tuple[str, str]:
    """The column that is filled for this year, and its text; two that differ are a problem."""
    filled = [(name, str(row[name])) for name in names if row[name] not in ("", ".")]
    if len({text for _, text in filled}) > 1:
        findings.add(Problem(texts.KWB_TWO_VALUES, line, ", ".join(name for name, _ in filled)))
    return filled[0] if filled else (names[0] if names else "", "")


def _check_area(code: str, year: int, where: Problem, known: Known, findings: Findings) -> None:
    if code not in known.areas:
        is_shown = findings.total < MOST_LINES  # looking for a code like it is slow
        advice = did_you_mean(code, among=list(known.areas)) if is_shown else ""
        findings.add(Problem(texts.UNKNOWN_AREA, where.line, where.column, where.value, advice))
    elif not known.area_in(code, year=year):
        findings.add(Problem(texts.AREA_NOT_THEN.format(period=year), where.line, where.column, where.value))


def _count(column: str, text: str, line: int, findings: Findings) -> float | None:
    if text in dutch_numbers.MISSING:
        return None
    try:
        return dutch_numbers.count(text)
    except NotANumberError as error:
        findings.add(Problem(error.what, line, column, text, error.advice))
        return None


def _share(column: str, text: str, line: int, findings: Findings) -> Number | None:
    if text in dutch_numbers.MISSING:
        return None
    try:
        return dutch_numbers.percentage(text)
    except NotANumberError as error:
        findings.add(Problem(error.what, line, column, text, error.advice))
        return None


def _once(found: list[Cells], findings: Findings) -> list[Cells]:
    """The rows without an area that is there twice in a year: that is a problem, unless the rows say the same."""
    seen: dict[tuple[str, int], Cells] = {}
    for one in found:
        other = seen.setdefault((one.area, one.year), one)
        if other is not one:
            what = texts.SAME_KEY.format(other=other.line)
            findings.add(Problem(what, one.line, value=f"{one.area} {one.year}", advice=texts.SAME_KEY_ADVICE))
    return list(seen.values())
