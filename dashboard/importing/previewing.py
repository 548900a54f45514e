"""The preview in Dutch: what was read, what would change, and what will not be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from dashboard.calculations.disclosure import Disclosure
from dashboard.formatting import count, counted, value_with_unit
from dashboard.importing.opening_source import Reading
from dashboard.importing.report import ChangedFigure, Report, Request, WithheldFigure
from dashboard.sources.problems import on_one_line
from dashboard.sources.reader import Known
from dashboard.texts import importing as words
from dashboard.texts import sources as source_words
from dashboard.texts import withholding
from data_models import periods
from data_models.commands.comparing import Comparison, FigureChange
from data_models.facts import AreaDraft, FigureFacts, IndicatorFacts
from data_models.protected import WITHHELD, ProtectedFigures

MOST_WITHHELD = 200  # rows shown; more would not be read
MOST_LEAKS = 50
KEY = ("indicator", "area", "period", "breakdown")


def read_report(request: Request, *, reading: Reading) -> Report:
    """What was read: one sentence, and what was noticed."""
    content = reading.content
    notes = content.notes
    if reading.remembered:
        notes = (words.REMEMBERED_MAPPING, *notes)
    name = on_one_line(request.file_name or reading.opened.name)
    return Report(
        source=request.source,
        file_name=name,
        read=_what_was_read(content.figures, name=name, reading=reading, source=request.source),
        notes=notes,
        warnings=content.warnings,
        moved=content.moved,
        boundaries=len(content.boundaries),
    )


def _what_was_read(figures: pl.DataFrame, *, name: str, reading: Reading, source: str) -> str:
    said = {"file": name, "source": source_words.SOURCE_NAMES[source]}
    if not figures.height:
        outlines = reading.content.boundaries
        years = sorted({one.year for one in outlines})
        return words.READ_BOUNDARIES.format(
            areas=counted(len(outlines), forms=words.AREAS), years=", ".join(map(str, years)), **said
        )
    found = [period for code in figures["period"].unique() if (period := periods.parse(code))]
    ordered = [period.code for period in sorted(found, key=lambda period: period.position)]
    form = words.READ if len(ordered) > 1 else words.READ_ONE_PERIOD
    return form.format(
        figures=counted(figures.height, forms=words.FIGURES),
        areas=counted(figures["area"].n_unique(), forms=words.AREAS),
        first=ordered[0],
        last=ordered[-1],
        **said,
    )


def with_comparison(report: Report, *, compared: Comparison, known: Known, areas: Iterable[AreaDraft]) -> Report:
    """The report with what would be new, changed and gone, and examples of each."""
    drafted = {draft.code: draft.name for draft in areas}

    def told(changes: Iterable[FigureChange]) -> tuple[ChangedFigure, ...]:
        return tuple(_changed(change, known=known, drafted=drafted) for change in changes)

    notes = report.notes
    if compared.kept_final:
        notes = (*notes, words.KEPT_FINAL.format(count=count(compared.kept_final)))
    warnings = report.warnings
    if compared.counts_lost:
        warnings = (*warnings, counted(compared.counts_lost, forms=words.COUNTS_LOST))
    return replace(
        report,
        notes=notes,
        warnings=warnings,
        new=compared.new,
        changed=compared.changed,
        unchanged=compared.unchanged,
        gone=compared.gone,
        examples_new=told(compared.examples_new),
        examples_changed=told(compared.examples_changed),
        examples_gone=told(compared.examples_gone),
        figures_version=compared.version,
    )


def with_withheld(report: Report, *, read: pl.DataFrame, figures: ProtectedFigures, known: Known) -> Report:
    """The report with the figures that protection took away; what the source itself withholds is not among them."""
    hidden = figures.frame.filter(pl.col("status").str.starts_with(WITHHELD))
    if not hidden.height:
        return report
    shown_by_source = read.filter(~pl.col("status").str.starts_with(WITHHELD)).select(KEY)
    taken = hidden.join(shown_by_source, on=KEY, how="semi", maintain_order="left")
    rows = taken.head(MOST_WITHHELD).select(*KEY, "status").iter_rows()
    return replace(
        report,
        withheld_total=taken.height,
        withheld=tuple(
            WithheldFigure(
                indicator=_indicator_name(indicator, known.indicators),
                area=area_name(area, period=period, known=known),
                period=period,
                group=group_name(breakdown),
                reason=why(status.removeprefix(WITHHELD), indicator=known.indicators[indicator]),
            )
            for indicator, area, period, breakdown, status in rows
        ),
    )


def told_anyway(disclosed: Sequence[Disclosure], *, known: Known) -> list[str]:
    """Which figures could be worked out whatever is withheld: why nothing is stored."""
    named = [
        words.LEAKS_LINE.format(
            indicator=_indicator_name(one.indicator, known.indicators),
            area=area_name(one.area, period=one.period, known=known),
            period=one.period,
            group=group_name(one.breakdown),
        )
        for one in disclosed[:MOST_LEAKS]
    ]
    rest = len(disclosed) - len(named)
    return [words.LEAKS, *named, *([words.LEAKS_MORE.format(count=count(rest))] if rest else [])]


def why(reason: str, *, indicator: IndicatorFacts) -> str:
    """Why a figure of this indicator is not shown."""
    return withholding.WHY[reason].format(minimum=indicator.minimum_count, group=indicator.minimum_denominator)


def group_name(breakdown: str) -> str:
    """A group as people read it: `leeftijd: 12-17`."""
    dimension, _, name = breakdown.partition(":")
    return words.GROUP.format(dimension=dimension, name=name) if breakdown else words.EVERYBODY


def area_name(code: str, *, period: str, known: Known) -> str:
    """The name that the area with this code had in this period; the code when it is not known."""
    found = periods.parse(period)
    area = known.area_in(code, year=found.year) if found else None
    return area.name if area else code


def _indicator_name(code: str, indicators: Mapping[str, IndicatorFacts]) -> str:
    return indicators[code].short_name if code in indicators else code


def _changed(change: FigureChange, *, known: Known, drafted: Mapping[str, str]) -> ChangedFigure:
    figure = change.after or change.before
    if figure is None:
        raise ValueError("a change has a figure before or after it")
    name = area_name(figure.area, period=figure.period, known=known)
    before, after = _written(change.before, known=known), _written(change.after, known=known)
    if before == after:  # what differs is not in the short form
        before, after = (_written_whole(one, known=known) for one in (change.before, change.after))
    return ChangedFigure(
        indicator=_indicator_name(figure.indicator, known.indicators),
        area=drafted.get(figure.area, name) if name == figure.area else name,
        period=figure.period,
        group=group_name(figure.breakdown),
        before=before,
        after=after,
    )


def _written_whole(figure: FigureFacts | None, *, known: Known) -> str:
    """The figure with its denominator and source."""
    if figure is None:
        return ""
    whole = words.WITH_SOURCE.format(amount=_written(figure, known=known), source=figure.source)
    if figure.denominator is None:
        return whole
    return words.WITH_DENOMINATOR.format(amount=whole, denominator=count(figure.denominator))


def _written(figure: FigureFacts | None, *, known: Known) -> str:
    """The figure with its count, as `7.400 (11,7%)`."""
    if figure is None:
        return ""
    if figure.value is None:
        return words.SHOWN_WITHHELD
    indicator = known.indicators.get(figure.indicator)
    if indicator is None:
        return count(figure.value)
    value = value_with_unit(figure.value, unit=indicator.unit, decimals=indicator.decimals)
    status = words.STATUSES.get(figure.status, "")
    amount = (
        value
        if figure.numerator is None or indicator.unit == "count"
        else words.AMOUNT.format(count=count(figure.numerator), value=value)
    )
    return f"{amount} {status}".strip()
