"""The rows of CBS Kerncijfers wijken en buurten, a CSV with codes; several years may be glued together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.sources import dutch_numbers
from dashboard.sources.dutch_numbers import NotANumberError, Number
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Known, did_you_mean
from dashboard.sources.table import LINE, Table
from dashboard.texts import sources as texts

AREA, KIND, DATE, CHANGED = "WijkenEnBuurten", "SoortRegio", "Peildatum", "IndelingswijzigingGemeenteWijkBuurt"
MUNICIPALITY = "Gemeentenaam"
INHABITANTS, YOUNGEST, OLDER = "AantalInwoners", "k_0Tot15Jaar", "k_15Tot25Jaar"
PUPILS_PRIMARY, PUPILS_SECONDARY = "LeerlingenPo", "LeerlingenVoInclVavo"
CARE, CARE_SHARE = "JongerenMetJeugdzorgInNatura", "PercentageJongerenMetJeugdzorg"
COUNTS = (INHABITANTS, YOUNGEST, OLDER, PUPILS_PRIMARY, PUPILS_SECONDARY, CARE)
STEMS = (DATE, AREA, KIND, CHANGED, MUNICIPALITY, *COUNTS, CARE_SHARE)
REQUIRED = (DATE, AREA, KIND, YOUNGEST, OLDER, CARE, CARE_SHARE)

COUNTRY = "NL00"
KINDS = {"Land": "country", "Gemeente": "municipality", "Wijk": "district", "Buurt": "neighbourhood"}
CODES = {
    "country": re.compile(r"NL(00|01)?"),
    "municipality": re.compile(r"GM[0-9]{4}"),
    "district": re.compile(r"WK[0-9]{6}"),
    "neighbourhood": re.compile(r"BU[0-9]{8}"),
}
_DATE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}-([0-9]{4})")
_SUFFIX = re.compile(r"_[0-9]+$")
_CHANGED = frozenset({"2", "3"})  # the area changed, or is new, since the year before


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of the file: an area in a year; None where the source shows nothing."""

    line: int
    area: str
    kind: str
    year: int
    municipality: str
    changed: bool
    counts: Mapping[str, float | None]
    share: Number | None

    def population(self) -> float | None:
        """Children and young people of 0-24."""
        youngest, older = self.counts[YOUNGEST], self.counts[OLDER]
        return None if youngest is None or older is None else youngest + older


def cells(table: Table, known: Known) -> tuple[list[Cells], int]:
    """The rows about land, gemeenten and wijken, and how many about buurten were passed over; or `RefusedError`."""
    findings = Findings()
    columns = _columns(table.header)
    found: list[Cells] = []
    passed_over = 0
    for part in table.slices(columns=[name for names in columns.values() for name in names], findings=findings):
        for row in part.iter_rows(named=True):
            if row[columns[KIND][0]] == "Buurt":
                passed_over += 1
            elif (one := _cells(row, columns, known, findings)) is not None:
                found.append(one)
    _check_keys(found, findings)
    findings.refuse()
    if not found:
        raise RefusedError([Problem(texts.KWB_NOTHING, advice=texts.KWB_FOREIGN_ADVICE)])
    return found, passed_over


def _columns(header: Sequence[str]) -> dict[str, list[str]]:
    """Which columns hold each subject: their suffix differs from year to year, so the stem counts."""
    columns: dict[str, list[str]] = {stem: [] for stem in STEMS}
    for name in header:
        stem = _SUFFIX.sub("", name)
        if stem in columns:
            columns[stem].append(name)
    missing = [stem for stem in REQUIRED if not columns[stem]]
    if missing:
        what = texts.KWB_FOREIGN.format(missing=", ".join(missing))
        raise RefusedError([Problem(what, 1, advice=_advice(header))])
    return columns


def _advice(header: Sequence[str]) -> str:
    if "indicator" in header and "period" in header:
        return texts.KWB_TIDY_ADVICE
    if "gwb_code_10" in header or "a_inw" in header:
        return texts.KWB_WIDE_ADVICE
    if any("(aantal)" in name or "Regio's" in name for name in header):
        return texts.KWB_STATLINE_ADVICE
    return texts.KWB_FOREIGN_ADVICE


def _cells(
    row: Mapping[str, object], columns: Mapping[str, list[str]], known: Known, findings: Findings
) -> Cells | None:
    """One row, or None when something in it is wrong; what is wrong goes to `findings`."""
    line = int(str(row[LINE]))
    before = findings.total
    found = {stem: _one(row, names, line, findings) for stem, names in columns.items()}
    kind = KINDS.get(found[KIND][1], "")
    date = _DATE.fullmatch(found[DATE][1])
    year = int(date[1]) if date else 0
    code = found[AREA][1]
    if not kind:
        findings.add(Problem(texts.KWB_BAD_KIND, line, *found[KIND], advice=texts.KWB_BAD_KIND_ADVICE))
    elif not CODES[kind].fullmatch(code):
        findings.add(Problem(texts.KWB_BAD_CODE, line, *found[AREA], advice=texts.KWB_BAD_CODE_ADVICE))
    if not date:
        findings.add(Problem(texts.KWB_BAD_DATE, line, *found[DATE], advice=texts.KWB_BAD_DATE_ADVICE))
    elif year > known.this_year:
        findings.add(Problem(texts.FUTURE, line, *found[DATE], advice=texts.FUTURE_ADVICE))
    elif kind:
        code = COUNTRY if kind == "country" else code
        _check_area(municipality_of(code), year, Problem("", line, *found[AREA]), known, findings)
    counts = {stem: _count(*found[stem], line, findings) for stem in COUNTS}
    share = _share(*found[CARE_SHARE], line, findings)
    if findings.total > before:
        return None
    changed = found[CHANGED][1] in _CHANGED
    return Cells(line, code, kind, year, found[MUNICIPALITY][1], changed, counts, share)


def municipality_of(code: str) -> str:
    """The gemeente a wijk lies in, by its code; other areas are known by themselves."""
    return f"GM{code[2:6]}" if code.startswith("WK") else code


def _one(row: Mapping[str, object], names: list[str], line: int, findings: Findings) -> tuple[str, str]:
    """The column that is filled for this year, and its text."""
    filled = [(name, str(row[name])) for name in names if row[name] not in ("", ".")]
    if len({text for _, text in filled}) > 1:
        findings.add(Problem(texts.KWB_TWO_VALUES, line, ", ".join(name for name, _ in filled)))
    return filled[0] if filled else (names[0] if names else "", "")


def _check_area(code: str, year: int, where: Problem, known: Known, findings: Findings) -> None:
    if code not in known.areas:
        advice = did_you_mean(code, among=list(known.areas))
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


def _check_keys(found: list[Cells], findings: Findings) -> None:
    seen: dict[tuple[str, int], int] = {}
    for one in found:
        other = seen.setdefault((one.area, one.year), one.line)
        if other != one.line:
            what = texts.SAME_KEY.format(other=other)
            findings.add(Problem(what, one.line, value=f"{one.area} {one.year}", advice=texts.SAME_KEY_ADVICE))
