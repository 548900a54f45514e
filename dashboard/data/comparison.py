"""Vergelijken: one figure of many areas, against one reference."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, count

import streamlit as st

from dashboard import statements
from dashboard.calculations.area_series import COMPOSED_KINDS
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.data import catalogue
from dashboard.data.comparison_basis import Basis, basis
from dashboard.data.comparison_groups import by_name
from dashboard.data.comparison_message import message
from dashboard.data.comparison_norm import NormBeside, norm_beside
from dashboard.data.comparison_reference import Against, about_reference, added_up, composed_of
from dashboard.data.noted import noted
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.series import read_series
from dashboard.formatting import alphabetical, in_period
from dashboard.texts import areas as area_words
from dashboard.texts import comparison as words
from dashboard.texts import statements as statement_words
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts
from data_models.queries import figures as figure_queries

ALPHABET, OWN, VALUE = "alfabet", "eigen", "waarde"  # orders
DOTS, MAP, YEARS = "stippen", "kaart", "jaren"  # forms
_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a group of areas and of the reference, and the periods in which two of them are known."""

    areas: tuple[AreaFacts, ...]
    series: dict[AreaFacts, tuple[FigureFacts, ...]]
    reference: tuple[FigureFacts, ...]
    periods: tuple[str, ...]  # the last first
    holds_reference: bool = False  # whether the reference was among the areas; it is left out of them
    basis: dict[AreaFacts, Basis] = field(default_factory=dict)  # what the figures rest on
    reference_basis: Basis | None = None
    added_up: dict[str, str] = field(default_factory=dict)  # by period, what the reference was added up from; "": ever
    about: tuple[str, ...] = ()  # what else must be known of the reference
    norm: NormBeside | None = None  # of the area that the screen is about
    annotations: tuple[AnnotationFacts, ...] = ()
    number: int = field(default_factory=_NUMBERS.__next__)  # which comparison this is, for what is made of it

    def about_in(self, period: str) -> tuple[str, ...]:
        """What must be known of the reference in one period, or ("") through the years."""
        return (*((self.added_up[period],) if period in self.added_up else ()), *self.about)

    @property
    def fullest(self) -> str:
        """The last period of which most areas have a figure; empty when there is none."""
        known = Counter(figure.period for figures in self.series.values() for figure in figures)
        return max(self.periods, key=lambda period: (known[period], -self.periods.index(period)), default="")


@st.cache_resource(
    max_entries=MOST_ENTRIES,
    show_spinner=False,
    hash_funcs={
        **HASHED,
        Against: lambda against: (against.area.code, against.area.valid_from, against.area.name, against.about),
    },
)
def compared(
    reader: Reader,
    *,
    area: AreaFacts,
    areas: tuple[AreaFacts, ...],
    indicator: IndicatorFacts,
    against: Against,
    breakdown: str = "",
) -> Compared:
    """The series of these areas and of what they are compared with; `area` is the one that the screen is about."""
    reference = against.area
    read = read_series(
        reader,
        areas=[*areas, reference],
        indicators=[indicator],
        breakdown=breakdown,
        added_up=added_up(against),
    )
    found = {one: read.of(one, indicator=indicator) for one in areas if one != reference}
    series = {one: of_one.figures for one, of_one in found.items()}
    of_reference = read.of(reference, indicator=indicator)
    annotations = [one for one in catalogue.annotations(reader) if one.indicator in (None, indicator.code)]
    rests_on = {
        one: basis(one, series=of_one, ground=read.ground, indicator=indicator, annotations=annotations)
        for one, of_one in ((reference, of_reference), *found.items())
    }
    years = {figure.period: figure.year for figures in series.values() for figure in figures}
    norm = norm_beside(reader, area=area, indicator=indicator, breakdown=breakdown)
    about = about_reference(
        reader, against=against, series=of_reference, areas=tuple(series), area=area, indicator=indicator
    )
    return Compared(
        areas=tuple(series),
        series=series,
        reference=of_reference.figures,
        periods=tuple(sorted(years, key=lambda period: (years[period], period), reverse=True)),
        holds_reference=reference in areas,
        basis={one: rests_on[one] for one in found},
        reference_basis=rests_on[reference],
        added_up=composed_of(against, basis=rests_on[reference]),
        about=(*about, *((norm.progress,) if norm else ())),
        norm=norm,
        annotations=tuple(annotations),
    )


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def breakdowns(reader: Reader, *, areas: tuple[AreaFacts, ...], indicator: IndicatorFacts) -> dict[str, str]:
    """The groups of which this figure is known of any of the areas, by code."""
    composed = tuple(one for one in areas if one.kind in COMPOSED_KINDS)
    parts = catalogue.all_parts(reader, areas=composed) if composed else {}
    asked = [*areas, *(part for of_one in parts.values() for part, _ in of_one)]
    with database.reading(asker=reader.actor) as session:
        return figure_queries.breakdowns_of_any(session, asker=reader.actor, areas=asked, indicator=indicator.code)


def comparison(
    found: Compared,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    period: str,
    order: str,
) -> Comparison:
    """The areas beside each other in one period, alphabetically or (asked for) by value."""
    against = _of_period(found.reference, period=period)
    dots = [
        _dot(
            one,
            figure=_of_period(found.series[one], period=period),
            against=against,
            indicator=indicator,
            reference=reference,
            chosen=one == area,
            composed=found.basis[one].composed.get(period, ""),
            nothing=words.NOT_ADDED_UP if found.basis[one].by_school else words.NOT_KNOWN,
        )
        for one in in_order(found, period=period, order=order)
    ]
    names = {area_words.row_name(one): {one.code} for one in found.areas}
    return Comparison(
        title=words.TITLE_IN.format(indicator=indicator.short_name, when=in_period(period)),
        message=message(dots, reference=reference, period=period),
        unit=indicator.unit,
        decimals=indicator.decimals,
        period=period,
        reference=area_words.row_name(reference),
        reference_value=against.value if against else None,
        dots=tuple(dots),
        norm=found.norm.value if found.norm else None,
        norm_label=found.norm.label if found.norm else "",
        noted=noted(found.annotations, areas=names, figures=chain(*found.series.values()), period=period),
        fictional=area.fictional,
    )


def in_order(found: Compared, *, period: str, order: str) -> tuple[AreaFacts, ...]:
    """The areas by name, as they were chosen, or by their value in a period; those without one at the end."""
    if order == OWN:
        return found.areas
    if order == ALPHABET:
        return by_name(found.areas)
    values = {one: figure.value for one in found.areas if (figure := _of_period(found.series[one], period=period))}
    known = {one: value for one, value in values.items() if value is not None}
    return tuple(sorted(found.areas, key=lambda one: (one not in known, -known.get(one, 0.0), alphabetical(one.name))))


def table(chart: Comparison) -> list[dict[str, str]]:
    """The same areas as rows of a table."""
    against = words.AGAINST.format(reference=chart.reference)
    return [{words.AREA: dot.name, words.FIGURE: dot.note, against: dot.words} for dot in chart.dots]


def _dot(
    area: AreaFacts,
    *,
    figure: FigureFacts | None,
    against: FigureFacts | None,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    chosen: bool,
    composed: str,
    nothing: str,
) -> AreaDot:
    if figure is None:
        return AreaDot(
            name=area_words.row_name(area),
            value=None,
            lower=None,
            upper=None,
            verdict="not comparable",
            words=nothing,
            note=nothing,
            chosen=chosen,
            code=area.code,
        )
    said = (
        statements.comparison(
            figure,
            reference=against,
            indicator=indicator,
            reference_name=reference.name,
            reference_is_large=reference.kind in LARGE_KINDS,
            contains_area=reference.kind == "country",
        )
        if against is not None
        else statements.no_reference_figure(reference.name, figure=figure)
    )
    interval = statements.interval_in_unit(figure, indicator=indicator)
    reason = "count" if indicator.unit == "count" else str(said.numbers.get("reason"))  # no other year would help
    why = statement_words.NOT_COMPARABLE_REASONS.get(reason, "")
    note = statements.amounts(figure, indicator=indicator).text
    return AreaDot(
        name=area_words.row_name(area),
        value=figure.value,
        lower=interval.lower if interval and figure.value is not None else None,
        upper=interval.upper if interval and figure.value is not None else None,
        verdict=said.verdict,
        words=words.VERDICTS[said.verdict].format(reference=reference.name, why=why),
        note=words.COMPOSED.format(note=note, composed=composed) if composed else note,
        chosen=chosen,
        code=area.code,
    )


def _of_period(figures: Sequence[FigureFacts], *, period: str) -> FigureFacts | None:
    return next((figure for figure in figures if figure.period == period), None)
