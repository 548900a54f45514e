"""DUO's school advices: advices per school location, added up per gemeente of the school."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard import formatting
from dashboard.sources.asked_period import school_year_of_file
from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.dutch_numbers import NotANumberError
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known
from dashboard.sources.recognising import advice_for, refuse_what_has_no_figures, sheet_that
from dashboard.sources.table import LINE, Opened, Table
from dashboard.texts import ready_made as texts
from dashboard.texts import sources as common
from data_models import periods
from data_models.protected import BY_THE_SOURCE, FIGURE_SCHEMA

SOURCE, INDICATOR = "duo-schooladviezen", "schooladviezen"
HIGH = ("HAVO", "HAVO_VWO", "VWO")
OTHER = (  # per advice what it is called since 2014 and before
    *(("VSO",), ("PRO",), ("VMBO_B", "VMBO_BL"), ("VMBO_B_K", "VMBO_BL_KL"), ("VMBO_K", "VMBO_KL")),
    *(("VMBO_K_GT", "VMBO_KL_GT"), ("VMBO_GT",), ("VMBO_GT_HAVO",)),
)
SCHOOL = (("INSTELLINGSCODE", "BRIN_NUMMER"), ("VESTIGINGSCODE", "VESTIGINGSNUMMER"))
MUNICIPALITY = "GEMEENTENUMMER"
DATES = ("PEILDATUM_LEERLINGEN", "PEILDATUM")
SMALL = "<5"  # 1 to 4 pupils
MOST_OF_SMALL, LEAST_OF_SMALL = 4.0, 1.0
PRECISE = 0.5  # percentage points between the lowest and highest reading: rounded to whole percentages still one figure

_KINDS = {"GEM": "eindscores", "1F": "referentieniveaus", "AANTAL": "leerlingen"}
_NUMBER = re.compile(r"[0-9]{1,4}")
_DATE = re.compile(r"([0-9]{4})(0[1-9]|1[0-2])[0-9]{2}")
_SCHOOL_YEAR_STARTS = 8  # in August


@dataclass
class _Sum:
    """The advices of one gemeente in one school year; a small count lies between two numbers."""

    schools: int = 0
    high: list[float] = field(default_factory=lambda: [0.0, 0.0])
    every: list[float] = field(default_factory=lambda: [0.0, 0.0])

    def add(self, cells: Sequence[tuple[float, float]], *, high: Sequence[bool]) -> None:
        self.schools += 1
        for (least, most), counts in zip(cells, high, strict=True):
            for total in (self.every, self.high) if counts else (self.every,):
                total[0] += least
                total[1] += most

    def shares(self) -> tuple[float, float] | None:
        """The lowest and the highest percentage that the small counts allow; None without any advice."""
        others = [every - high for every, high in zip(self.every, self.high, strict=True)]
        lowest, highest = self.high[0] + others[1], self.high[1] + others[0]
        if not lowest or not highest:
            return None
        return self.high[0] / lowest * 100, self.high[1] / highest * 100


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """The part of pupils with an advice havo, havo/vwo or vwo, per gemeente of the school.

    Pupils without an advice do not count. Where DUO's `<5` leaves the percentage open by more than half a percentage
    point, the gemeente is withheld. Raises `RefusedError`, and `QuestionError` when no school year is in the file.
    """
    refuse_what_has_no_figures(opened)
    table = sheet_that(opened, lambda one: MUNICIPALITY in one.header, answers=answers)
    columns = _columns(table, opened)
    sums, schools = _added(table, columns, opened=opened, known=known, answers=answers)
    figures, unsure = [], 0
    unit = known.indicators[INDICATOR].unit if INDICATOR in known.indicators else "percentage"
    for (area, period), one in sorted(sums.items()):
        shares = one.shares()
        if shares is None:
            continue
        is_exact = one.every[0] == one.every[1]
        sure = shares[1] - shares[0] <= PRECISE
        unsure += not sure
        figures.append(
            {
                "indicator": INDICATOR,
                "area": area,
                "period": period,
                "breakdown": "",
                "numerator": one.high[0] if is_exact else None,
                "denominator": one.every[0] if is_exact else None,
                "value": sum(shares) / 2 if sure else None,
                "unit": unit,
                "status": "final" if is_exact else "estimated" if sure else BY_THE_SOURCE,
                "source": SOURCE,
            }
        )
    notes = [
        *opened.notes,
        texts.DUO_NOTE_SUMMED.format(schools=formatting.count(schools), areas=formatting.count(len(sums))),
        texts.DUO_NOTE_NO_ADVICE,
    ]
    if unsure:
        notes.append(formatting.counted(unsure, forms=texts.DUO_NOTE_SMALL))
    return FileContent(pl.DataFrame(figures, schema=FIGURE_SCHEMA), notes=tuple(notes))


def _columns(table: Table, opened: Opened) -> dict[str, str]:
    """Per subject the column, by its new or its old name; raises `RefusedError` for another file of DUO."""
    asked = {names[0]: names for names in (*((name,) for name in HIGH), *OTHER, *SCHOOL, (MUNICIPALITY,))}
    found = {subject: next((one for one in names if one in table.header), "") for subject, names in asked.items()}
    missing = [subject for subject, name in found.items() if not name]
    if not missing:
        return found
    if MUNICIPALITY in table.header and not any(name in table.header for name in HIGH):
        kind = next((kind for end, kind in _KINDS.items() if any(n.endswith(end) for n in table.header)), "onbekend")
        what = texts.DUO_OTHER.format(what=texts.DUO_KINDS[kind])
        raise RefusedError([Problem(what, advice=texts.DUO_OTHER_ADVICE)])
    what = texts.DUO_NOT.format(missing=texts.COMMA.join(missing))
    others = advice_for(opened, source=SOURCE)
    advice = texts.DUO_NOT_ADVICE if others == texts.LOOKS_LIKE_NOTHING else others
    raise RefusedError([Problem(what, 1, advice=advice)])


def _added(
    table: Table, columns: Mapping[str, str], *, opened: Opened, known: Known, answers: Answers
) -> tuple[dict[tuple[str, str], _Sum], int]:
    """The sums per gemeente and school year, and how many school locations there were."""
    findings = Findings()
    advices = [*HIGH, *(names[0] for names in OTHER)]
    is_high = [subject in HIGH for subject in advices]
    date = next((name for name in DATES if name in table.header), "")
    whole = "" if date else school_year_of_file(opened, answers=answers, known=known)
    sums: dict[tuple[str, str], _Sum] = {}
    seen: dict[tuple[str, ...], int] = {}
    needed = [*dict.fromkeys(columns.values()), *([date] if date else [])]
    for part in table.slices(columns=needed, findings=findings):
        for row in part.iter_rows(named=True):
            line, before = int(row[LINE]), findings.total
            period = whole or _school_year(row[date], line, date, findings, known)
            area = _area(row[columns[MUNICIPALITY]], line, period, findings, known)
            cells = [_cell(row[columns[subject]], line, columns[subject], findings) for subject in advices]
            school = (*(str(row[columns[names[0]]]) for names in SCHOOL), period)
            other = seen.setdefault(school, line)
            if other != line:
                findings.add(Problem(texts.DUO_TWICE.format(other=other), line, value=" ".join(school)))
            if findings.total == before:
                sums.setdefault((area, period), _Sum()).add(cells, high=is_high)
    findings.refuse()
    return sums, len(seen)


def _school_year(text: str, line: int, column: str, findings: Findings, known: Known) -> str:
    found = _DATE.fullmatch(text)
    year = int(found[1]) - (int(found[2]) < _SCHOOL_YEAR_STARTS) if found else 0
    code = f"{year}/'{(year + 1) % 100:02d}"
    if periods.parse(code) is None:
        findings.add(Problem(texts.DUO_BAD_DATE, line, column, text, texts.DUO_BAD_DATE_ADVICE))
    elif year > known.this_year:
        findings.add(Problem(common.FUTURE, line, column, text, common.FUTURE_ADVICE))
    return code


def _area(text: str, line: int, period: str, findings: Findings, known: Known) -> str:
    """The gemeente of the school; a gemeente that was redivided in the course of the school year counts as well."""
    code = f"GM{int(text):04d}" if _NUMBER.fullmatch(text) else ""
    facts = periods.parse(period)
    if not code:
        findings.add(Problem(texts.DUO_BAD_MUNICIPALITY, line, MUNICIPALITY, text, texts.DUO_BAD_MUNICIPALITY_ADVICE))
    elif code not in known.areas:
        findings.add(Problem(common.UNKNOWN_AREA, line, MUNICIPALITY, text))
    elif facts and not known.area_in(code, year=facts.year):
        findings.add(Problem(common.AREA_NOT_THEN.format(period=period), line, MUNICIPALITY, text))
    return code


def _cell(text: str, line: int, column: str, findings: Findings) -> tuple[float, float]:
    """The least and the most pupils that a cell stands for."""
    if text == SMALL:
        return LEAST_OF_SMALL, MOST_OF_SMALL
    try:
        number = dutch_numbers.count(text)
    except NotANumberError as error:
        findings.add(Problem(error.what, line, column, text, error.advice))
        return 0.0, 0.0
    return number, number
