"""A table whose columns were told what they mean, into checked figures."""

from collections.abc import Callable, Iterator, Sequence

import polars as pl

from dashboard import formatting
from dashboard.sources.columns import checks, second_looks
from dashboard.sources.columns.adding import added_over_names, added_over_rows
from dashboard.sources.columns.checks import Told
from dashboard.sources.columns.mapped_rows import RAW, Rows
from dashboard.sources.columns.mapping import ColumnMapping
from dashboard.sources.columns.moving import moved
from dashboard.sources.columns.places import Outcome, Places, kind_in, named
from dashboard.sources.columns.wanted import SCALES, Wanted, all_wanted, check_header, is_own
from dashboard.sources.problems import Findings, Problem
from dashboard.sources.reader import FileContent, Known
from dashboard.sources.table import Table
from dashboard.texts import mapping as texts
from data_models.protected import BY_THE_SOURCE, FIGURE_SCHEMA, UNDECIDED


def read_mapped(
    table: Table, *, mapping: ColumnMapping, known: Known, findings: Findings | None = None, own: bool | None = None
) -> FileContent:
    """The figures in a table, checked: what the columns mean is told by `mapping`.

    A percentage that is not published is worked out from numerator and denominator. A cell in which the source shows
    nothing is a withheld figure, never nought. Rows about areas or periods of which nothing is kept are passed over
    with a note when the source is public; in an own table they are a problem (`own`; None: as the source and the
    indicators say). Figures of former gemeenten are moved. Raises `RefusedError` with everything that is wrong; with
    `findings` problems go there, and the caller refuses.
    """
    problems = findings if findings is not None else Findings()
    wanted = all_wanted(mapping, known=known, findings=problems)
    problems.refuse()
    own = is_own(mapping, known) if own is None else own
    rows = Rows(
        mapping=mapping,
        wanted=wanted,
        places=Places(known, own=own, kind=kind_in(mapping.area)),
        this_year=known.this_year,
        findings=problems,
    )
    check_header(table.header, needed=rows.columns(), sheet=table.sheet)
    parts = table.slices(columns=rows.columns(), findings=problems)
    raw = pl.concat([frame for part in parts for frame in rows.frames(part)] or [pl.DataFrame(schema=RAW)])
    content = _content(raw, rows=rows, known=known, own=own)
    if findings is None:
        problems.refuse()
    return content


def _content(raw: pl.DataFrame, *, rows: Rows, known: Known, own: bool) -> FileContent:
    """The figures, what is worth saying about them, and what asks for a second look."""
    mapping, wanted, findings = rows.mapping, rows.wanted, rows.findings
    told = Told(wanted, label=_labels(mapping, wanted))
    notes = list(_notes_on_rows(rows))
    if mapping.name_column:
        if not mapping.sums_rows:
            checks.refuse_same_keys(raw, told=told, also=("name",), findings=findings)
        raw = added_over_names(raw, wanted=wanted)
    elif mapping.sums_rows:
        raw = added_over_rows(raw)
    if not own:
        raw = checks.without_empty_twins(raw)
    checks.refuse_same_keys(raw, told=told, findings=findings)
    raw, totals = checks.without_totals(raw, told=told, findings=findings)
    notes += totals
    raw, absent = _without_absent(raw, wanted)
    checks.refuse_two_kinds_of_years(raw, told=told, findings=findings)
    arrived = moved(raw, wanted=wanted, known=known, own=own, label=told.label, findings=findings)
    counted, nobody = checks.refuse_impossible_counts(arrived.rows, told=told, own=own, findings=findings)
    figures = _figures(counted, mapping, wanted)
    if figures.is_empty() and not findings.total:
        findings.add(Problem(texts.NOTHING, advice=texts.NOTHING_ADVICE))
    notes += [*absent, *_notes_on_figures(figures, counted, rows)]
    if nobody:
        notes.append(texts.NOTE_NOBODY.format(count=formatting.count(nobody)))
    if arrived.incomplete and not own:
        count = formatting.count(len(arrived.incomplete))
        notes.append(texts.NOTE_INCOMPLETE.format(count=count, names=named(arrived.incomplete)))
    sums = second_looks.not_adding_up(figures, known=known, own=own)
    jumps = second_looks.tenfold_jumps(figures, known=known, own=own)
    return FileContent(
        figures,
        notes=(*notes, *([] if own else sums)),
        warnings=(*(sums if own else []), *jumps),
        moved=tuple(arrived.sentences),
    )


def _labels(mapping: ColumnMapping, wanted: Sequence[Wanted]) -> Callable[[int, str], str]:
    def label(place: int, role: str) -> str:
        columns = wanted[place].columns
        return mapping.number_column or " + ".join(columns.get(role) or next(iter(columns.values())))

    return label


def _without_absent(raw: pl.DataFrame, wanted: Sequence[Wanted]) -> tuple[pl.DataFrame, list[str]]:
    """Rows without the periods of which the source says nothing at all about an indicator: absent is not withheld."""
    whole = raw.with_columns(nothing=pl.col("silent").all().over("place", "period"))
    silent = whole.filter("nothing").select("place", "period").unique().sort("place", "period")
    if silent.is_empty():
        return raw, []
    absent: dict[str, list[str]] = {}
    for place, period in silent.iter_rows():
        absent.setdefault(wanted[place].indicator.short_name, []).append(period)
    notes = [
        texts.NOTE_ABSENT.format(periods=named(sorted(set(found))), indicator=indicator)
        for indicator, found in absent.items()
    ]
    return whole.filter(~pl.col("nothing")).drop("nothing"), notes


def _figures(rows: pl.DataFrame, mapping: ColumnMapping, wanted: Sequence[Wanted]) -> pl.DataFrame:
    """The rows in the tidy form, sorted."""
    units = dict(enumerate(one.indicator.unit for one in wanted))
    codes = dict(enumerate(one.indicator.code for one in wanted))
    counted = pl.col("unit") == "count"
    scale = pl.col("unit").replace_strict(SCALES, default=None, return_dtype=pl.Float64)
    figures = rows.with_columns(
        unit=pl.col("place").replace_strict(units, return_dtype=pl.String),
        indicator=pl.col("place").replace_strict(codes, return_dtype=pl.String),
    )
    computed = pl.when(counted).then(pl.col("numerator")).otherwise(pl.col("numerator") / pl.col("denominator") * scale)
    figures = figures.with_columns(value=pl.coalesce("value", computed))
    hidden = pl.col("value").is_null()
    undecided = hidden & scale.is_not_null() & pl.col("numerator").is_not_null() & pl.col("denominator").is_null()
    known_status = (
        pl.when(pl.col("estimated"))
        .then(pl.lit("estimated"))
        .when(pl.col("provisional"))
        .then(pl.lit("provisional"))
        .otherwise(pl.lit(mapping.status))
    )
    ordered = second_looks.in_order(figures)
    return ordered.with_columns(
        numerator=pl.when(~counted & (~hidden | undecided)).then("numerator"),
        denominator=pl.when(~counted).then("denominator"),
        status=pl.when(undecided)
        .then(pl.lit(UNDECIDED))
        .when(hidden)
        .then(pl.lit(BY_THE_SOURCE))
        .otherwise(known_status),
        source=pl.lit(mapping.source),
    ).select(list(FIGURE_SCHEMA))


def _notes_on_rows(rows: Rows) -> Iterator[str]:
    """What was passed over."""
    forms = {Outcome.OTHER_KIND: texts.NOTE_NOT_KEPT, Outcome.LATER: texts.NOTE_LATER}
    for outcome, form in forms.items():
        if rows.skipped_rows[outcome]:
            count = formatting.count(rows.skipped_rows[outcome])
            yield form.format(count=count, names=named(rows.skipped[outcome]))
    if rows.skipped_rows[Outcome.TOO_EARLY]:
        count = formatting.count(rows.skipped_rows[Outcome.TOO_EARLY])
        yield texts.NOTE_TOO_EARLY.format(count=count, year=rows.places.first_year)
    if rows.empty_rows:
        yield texts.NOTE_EMPTY_ROWS.format(count=formatting.count(len(rows.empty_rows)), names=named(rows.empty_rows))
    if rows.shorter_periods:
        yield texts.NOTE_SHORTER.format(count=formatting.count(rows.shorter_periods))
    if rows.two_groups:
        yield texts.NOTE_TWO_GROUPS.format(count=formatting.count(rows.two_groups))


def _notes_on_figures(figures: pl.DataFrame, rows: pl.DataFrame, rows_read: Rows) -> Iterator[str]:
    """What was worked out, and what is not shown."""
    hidden = figures.filter(pl.col("status").str.starts_with("withheld")).height
    if hidden:
        form = texts.NOTE_SUMS_WITHHELD if rows_read.mapping.sums_rows else texts.NOTE_WITHHELD
        yield form.format(count=formatting.count(hidden))
    ratios = [place for place, one in enumerate(rows_read.wanted) if one.is_ratio]
    both = pl.col("numerator").is_not_null() & pl.col("denominator").is_not_null()
    computed = rows.filter(pl.col("place").is_in(ratios) & pl.col("value").is_null() & both).height
    if computed:
        yield texts.NOTE_COMPUTED.format(count=formatting.count(computed))
