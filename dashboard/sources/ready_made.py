"""Tables of CBS that are known beforehand: their columns are found in the header, then they are read as mapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from dashboard import formatting
from dashboard.sources import titles
from dashboard.sources.asked_period import school_year_of_file, year_of_file
from dashboard.sources.columns.mapped import read_mapped
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, Reader
from dashboard.sources.ready_made_tables import AREAS, DIMENSIONS, NAMES, PERIODS, READY_MADE, KnownMeasure, ReadyMade
from dashboard.sources.recognising import advice_for, fits, refuse_what_has_no_figures, sheet_that
from dashboard.sources.services.v4_bundle import as_one_table
from dashboard.sources.table import Opened, Table
from dashboard.texts import ready_made as texts
from dashboard.texts import sources as common

BELOW_KINDS = frozenset({"district", "neighbourhood"})
BELOW_MUNICIPALITY = r"^(WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$"
_TOTAL = re.compile(r"T\d{3,}|10000|1100|(?i:totaal\b.*)")  # how CBS writes the whole of a dimension: code or title
_NO_DIMENSION = re.compile(r"(?i)id|kolom [A-Z]+|")  # a row number, or a column without a name


class WithoutWijken:
    """A table without its rows about wijken and buurten; `passed_over` counts them."""

    def __init__(self, table: Table, *, area: str) -> None:
        self._table = table
        self._area = area
        self.sheet = table.sheet
        self.header = table.header
        self.passed_over = 0

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """The slices of the table, without those rows."""
        self.passed_over = 0
        for part in self._table.slices(columns=columns, findings=findings):
            kept = part.filter(~pl.col(self._area).str.contains(BELOW_MUNICIPALITY)) if self._area in columns else part
            self.passed_over += part.height - kept.height
            yield kept


def reader(connector: str, *, otherwise: Reader | None = None) -> Reader:
    """Reads the ready-made forms of one source; what has none of those forms goes to `otherwise`, or is refused."""
    forms = [form for form in READY_MADE if form.connector == connector]

    def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
        refuse_what_has_no_figures(opened)
        opened = opened if otherwise else as_one_table(opened)
        fitting = [form for form in forms if any(fits(table, form) for table in opened.tables)]
        if fitting:
            return _read(opened, form=fitting[0], known=known, answers=answers)
        if otherwise:
            return otherwise(opened, known=known, answers=answers)
        raise _foreign(opened, forms[0], known)

    return read


def mapping_for(table: Table, *, form: ReadyMade, opened: Opened, known: Known, answers: Answers) -> ColumnMapping:
    """What the columns of this table mean; `RefusedError` when that is not certain, `QuestionError` for a year."""
    by_stem: dict[str, str] = {}
    for name in table.header:
        by_stem.setdefault(titles.stem(name), name)
    area = next((by_stem[one] for one in AREAS if one in by_stem), "")
    if not area:
        what = texts.FOREIGN.format(source=common.SOURCE_NAMES[form.connector], missing=texts.MISSING_AREA)
        raise RefusedError([Problem(what, 1, advice=advice_for(opened, source=form.connector))])
    period = next((by_stem[one] for one in PERIODS if one in by_stem), "")
    measures = tuple(
        measure for known_measure in form.measures if (measure := _measure(known_measure, table, known)) is not None
    )
    whole = ""
    if not period and not all(measure.period for measure in measures):
        asked = school_year_of_file if form.school_years else year_of_file
        whole = str(asked(opened, answers=answers, known=known))
    others = {area, period, *(name for measure in measures for name in measure.columns)}
    return ColumnMapping(
        area=area,
        measures=measures,
        source=form.source,
        period=period,
        whole_period=whole,
        only=_totals(table, dimensions=_dimensions(table.header, measures, others)),
        status=form.status,
    )


def column_for(called: Sequence[str], *, header: Sequence[str], unit: str, name: str) -> str:
    """The column with one of these names, by key or by title; empty when there is none, `RefusedError` for two."""
    exact = [one for one in called if one in header]
    if exact:
        return exact[0]
    found = [one for one in header if titles.stem(one) in called and _has_unit(one, unit)]
    if len(found) > 1:
        what = texts.TWO_COLUMNS.format(measure=name, columns=texts.COMMA.join(found))
        raise RefusedError([Problem(what, 1, advice=texts.TWO_COLUMNS_ADVICE)])
    return found[0] if found else ""


def is_total(text: str) -> bool:
    """Whether a code or title of a dimension stands for the whole."""
    return _TOTAL.fullmatch(text) is not None


def _read(opened: Opened, *, form: ReadyMade, known: Known, answers: Answers) -> FileContent:
    table = sheet_that(opened, lambda one: fits(one, form), answers=answers)
    mapping = mapping_for(table, form=form, opened=opened, known=known, answers=answers)
    larger = WithoutWijken(table, area=mapping.area)
    content = read_mapped(larger, mapping=mapping, known=_known_above_wijken(known))
    figures = content.figures
    if form.source_per_year:
        source = pl.col("period").replace_strict(form.source_per_year, default=pl.col("source"))
        figures = figures.with_columns(source=source)
    notes = [*opened.notes, *([getattr(texts, form.note)] if form.note else []), *content.notes]
    if larger.passed_over:
        notes.append(formatting.counted(larger.passed_over, forms=texts.NOTE_WIJKEN))
    return replace(content, figures=figures, notes=tuple(notes))


def _known_above_wijken(known: Known) -> Known:
    """What is known without wijken: `Waterland` is the gemeente here, also once a wijk of that name is known."""
    areas = {code: [one for one in areas if one.kind not in BELOW_KINDS] for code, areas in known.areas.items()}
    return replace(known, areas={code: found for code, found in areas.items() if found})


def _measure(known_measure: KnownMeasure, table: Table, known: Known) -> Measure | None:
    indicator = known.indicators.get(known_measure.indicator)
    unit = indicator.unit if indicator and known_measure.role == "value" else "count"
    name = _name(known_measure, known)
    found = [column_for(called, header=table.header, unit=unit, name=name) for called in known_measure.columns]
    if not all(found):
        return None
    return Measure(
        indicator=known_measure.indicator,
        role=known_measure.role,
        columns=tuple(found),
        breakdown=known_measure.breakdown,
        period=known_measure.period,
    )


def _name(known_measure: KnownMeasure, known: Known) -> str:
    indicator = known.indicators.get(known_measure.indicator)
    return indicator.short_name if indicator else known_measure.indicator


def _has_unit(name: str, unit: str) -> bool:
    if unit == "count":
        return titles.unit(name) in titles.COUNTED
    return titles.unit(name).startswith("%") or not titles.unit(name)


def _dimensions(header: Sequence[str], taken: Sequence[Measure], others: set[str]) -> list[str]:
    """The other columns that tell what a row is about: those without the suffix or the unit that measures have."""
    measured = [name for measure in taken for name in measure.columns]
    keyed = all(titles.is_key(name) for name in measured)
    titled = all(titles.unit(name) for name in measured)
    return [
        name
        for name in header
        if name not in others
        and not _NO_DIMENSION.fullmatch(name)
        and (subject := titles.stem(name)) not in (*AREAS, *PERIODS, *NAMES)
        and ((keyed and not titles.is_key(name)) or (titled and not titles.unit(name)) or subject in DIMENSIONS)
    ]


def _totals(table: Table, *, dimensions: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Per dimension the text that stands for the whole; the rows about a part do not count."""
    if not dimensions:
        return {}
    seen: dict[str, set[str]] = {name: set() for name in dimensions}
    for part in table.slices(columns=dimensions, findings=Findings()):
        for name in dimensions:
            seen[name] |= set(part[name].unique())
    totals = {name: sorted(filter(is_total, texts_seen), key=len) for name, texts_seen in seen.items()}
    without = [name for name in dimensions if not totals[name]]
    if without:
        raise RefusedError([Problem(texts.NO_TOTAL, column=name, advice=texts.NO_TOTAL_ADVICE) for name in without])
    return {name: (found[0],) for name, found in totals.items()}


def _foreign(opened: Opened, form: ReadyMade, known: Known) -> RefusedError:
    """Why none of the tables is this one: which of its columns are not there."""
    there = {called for table in opened.tables for name in table.header for called in (name, titles.stem(name))}
    missing = dict.fromkeys(
        _name(measure, known) for measure in form.measures if not all(there & set(one) for one in measure.columns)
    )
    form_of_words = texts.MISSING_COLUMN if len(missing) == 1 else texts.MISSING_COLUMNS
    named = form_of_words.format(names=texts.COMMA.join(missing))
    what = texts.FOREIGN.format(source=common.SOURCE_NAMES[form.connector], missing=named)
    return RefusedError([Problem(what, 1, advice=advice_for(opened, source=form.connector))])
