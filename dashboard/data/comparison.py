"""Vergelijken: one figure of many areas, against one reference."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.calculations.estimated import POPULATION
from dashboard.calculations.similar_size import similar_size
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.data import catalogue
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.series import read_series
from dashboard.texts import areas as area_words
from dashboard.texts import comparison as words
from data_models import database
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts
from data_models.queries import figures as figure_queries

ALPHABET, VALUE = "alfabet", "waarde"  # orders
_WHOLE_YOUTH = ("leeftijd:0-14", "leeftijd:15-24")  # together everybody of 0 to 24


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a group of areas and of the reference, and the periods in which two of them are known."""

    areas: tuple[AreaFacts, ...]
    series: dict[AreaFacts, tuple[FigureFacts, ...]]
    reference: tuple[FigureFacts, ...]
    periods: tuple[str, ...]  # the last first

    @property
    def fullest(self) -> str:
        """The last period of which most areas have a figure; empty when there is none."""
        known = Counter(figure.period for figures in self.series.values() for figure in figures)
        return max(self.periods, key=lambda period: (known[period], -self.periods.index(period)), default="")


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def groups(reader: Reader, *, area: AreaFacts) -> dict[str, tuple[AreaFacts, ...]]:
    """The groups that an area can be compared within, by code, each by name and without those that no longer exist."""
    here = [one for one in catalogue.areas(reader) if one.fictional == area.fictional and one.valid_until is None]
    municipalities = [one for one in here if one.kind == "municipality"]
    if area.fictional:
        return {"voorbeeld": tuple(municipalities)}
    found = {
        "swv": _beside(reader, area=area, kinds=("partnership",)),
        "provincie": _beside(reader, area=area, kinds=("province",)),
        "grootte": (area, *similar_size(area, people=_people(reader, areas=municipalities))),
    }
    usable = {name: _by_name(areas) for name, areas in found.items() if len(areas) > 1}
    return {**usable, "alle": _by_name(municipalities)}


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def compared(
    reader: Reader,
    *,
    areas: tuple[AreaFacts, ...],
    indicator: IndicatorFacts,
    reference: AreaFacts,
    breakdown: str = "",
) -> Compared:
    """The series of these areas and the reference."""
    read = read_series(reader, areas=[*areas, reference], indicators=[indicator], breakdown=breakdown)
    series = {area: read.of(area, indicator=indicator).figures for area in areas if area != reference}
    reference_series = read.of(reference, indicator=indicator).figures
    known = [figure for figures in (*series.values(), reference_series) for figure in figures]
    areas_in = Counter(figure.period for figure in known)
    years = {figure.period: figure.year for figure in known if areas_in[figure.period] > 1}
    return Compared(
        areas=tuple(series),
        series=series,
        reference=reference_series,
        periods=tuple(sorted(years, key=lambda period: (years[period], period), reverse=True)),
    )


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
        )
        for one in found.areas
    ]
    if order == VALUE:
        dots.sort(key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.name))
    return Comparison(
        title=words.TITLE.format(indicator=indicator.short_name),
        message=_message(dots, reference=reference, period=period),
        unit=indicator.unit,
        decimals=indicator.decimals,
        period=period,
        reference=area_words.label(reference),
        reference_value=against.value if against else None,
        dots=tuple(dots),
        fictional=area.fictional,
    )


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
) -> AreaDot:
    if figure is None:
        nothing = words.NOT_KNOWN
        return AreaDot(
            name=area.name,
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
        else statements.no_reference_figure(reference.name)
    )
    interval = statements.interval_in_unit(figure, indicator=indicator)
    return AreaDot(
        name=area.name,
        value=figure.value,
        lower=interval.lower if interval and figure.value is not None else None,
        upper=interval.upper if interval and figure.value is not None else None,
        verdict=said.verdict,
        words=words.VERDICTS[said.verdict].format(reference=reference.name),
        note=statements.amounts(figure, indicator=indicator).text,
        chosen=chosen,
        code=area.code,
    )


def _message(dots: Sequence[AreaDot], *, reference: AreaFacts, period: str) -> str:
    known = [dot for dot in dots if dot.value is not None]
    if not known:
        return words.NOTHING.format(period=period)
    counted = Counter(dot.verdict for dot in known)
    if counted["not comparable"] == len(known):
        return words.MESSAGE_WITHOUT_TEST.format(total=len(known), period=period, reference=reference.name)
    return words.MESSAGE.format(
        total=len(known),
        higher=counted["higher"],
        lower=counted["lower"],
        same=counted["no clear difference"] + counted["nearly equal"],
        reference=reference.name,
    )


def _of_period(figures: Sequence[FigureFacts], *, period: str) -> FigureFacts | None:
    return next((figure for figure in figures if figure.period == period), None)


def _beside(reader: Reader, *, area: AreaFacts, kinds: Sequence[str]) -> tuple[AreaFacts, ...]:
    """The gemeenten of what the area is part of, or consists of."""
    wholes = [area] if area.kind in kinds else [one for one, _ in catalogue.wholes(reader, area=area)]
    found = {
        part
        for whole in wholes
        if whole.kind in kinds and whole.valid_until is None
        for part, _ in catalogue.parts(reader, area=whole)
        if part.kind == "municipality" and part.valid_until is None
    }
    return tuple(found)


def _people(reader: Reader, *, areas: Sequence[AreaFacts]) -> dict[AreaFacts, float]:
    """How many young people each area has, in the last year of which it is known of most."""
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series(session, asker=reader.actor, areas=areas, indicator=POPULATION, breakdown=None)
    classes = [one for one in found if one.value is not None and one.breakdown in _WHOLE_YOUTH]
    year = max(Counter(one.year for one in classes).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[0]
    by_code = {one.code: one for one in areas}
    people: dict[AreaFacts, float] = {}
    for one in classes:
        if one.year == year:
            people[by_code[one.area]] = people.get(by_code[one.area], 0.0) + (one.value or 0.0)
    return people


def _by_name(areas: Sequence[AreaFacts]) -> tuple[AreaFacts, ...]:
    return tuple(sorted(areas, key=lambda one: (one.name.lstrip("'").casefold(), one.code)))
