"""Uitsplitsing: the groups of one figure beside each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import statements
from dashboard.calculations.denominators import SCALE
from dashboard.calculations.gap import overlap
from dashboard.calculations.series import is_annual
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.charts.signs import signs
from dashboard.data import catalogue
from dashboard.data.figure import breakdowns
from dashboard.data.noted import noted
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.statements.groups import beside_whole, groups_message
from dashboard.texts import groups as words
from dashboard.texts.signs import EACH_DISTRICT, EACH_GROUP
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts
from data_models.queries import figures as figure_queries

DISTRICTS = "wijk"  # the dimension whose groups are areas
_LEAST = 2  # groups that stand beside each other


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one dimension, by code in their order, and everybody they belong to; all by period, as stored."""

    dimension: str  # its name
    area: AreaFacts
    indicator: IndicatorFacts
    names: Mapping[str, str]
    figures: Mapping[str, Mapping[str, FigureFacts]]
    whole: Mapping[str, FigureFacts]
    whole_name: str
    periods: tuple[str, ...]  # the last first
    annotations: tuple[AnnotationFacts, ...]

    @property
    def called(self) -> str:
        """What several of them are called."""
        return words.CALLED.get(self.dimension, words.CALLED_ELSE)

    @property
    def fullest(self) -> str:
        """The last period in which most groups have a value; empty when there is none."""
        known = Counter(
            one.period for series in self.figures.values() for one in series.values() if one.value is not None
        )
        return max(self.periods, key=lambda period: (known[period], -self.periods.index(period)), default="")

    def others(self, code: str) -> dict[str, str]:
        """The groups that have nobody in common with this one."""
        return {other: name for other, name in self.names.items() if not overlap(code, other=other)}


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def dimensions(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, str]:
    """The dimensions in which a figure has groups, by code, with their names."""
    found: dict[str, list[str]] = {}
    for code, name in breakdowns(reader, area=area, indicator=indicator).items():
        found.setdefault(code.partition(":")[0], []).append(name.partition(": ")[0])
    known = {code: names[0] for code, names in found.items() if len(names) >= _LEAST}
    with_figures = {part.code for part, _ in _of_districts(reader, area=area, indicator=indicator)}
    return {**known, DISTRICTS: words.DISTRICT} if len(with_figures) >= _LEAST else known


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def groups(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, dimension: str) -> Groups:
    """The groups of a dimension, with everybody in the same area; nothing is added up or left over from a sum."""
    known = breakdowns(reader, area=area, indicator=indicator)
    with database.reading(asker=reader.actor) as session:
        stored = figure_queries.series(
            session, asker=reader.actor, areas=[area], indicator=indicator.code, breakdown=None
        )
    figures: dict[str, dict[str, FigureFacts]] = {}
    if dimension == DISTRICTS:
        found = _of_districts(reader, area=area, indicator=indicator)
        names = {part.code: part.name for part, _ in found}
        for part, figure in found:
            figures.setdefault(part.code, {})[figure.period] = figure
    else:
        names = {code: name.partition(": ")[2] for code, name in known.items() if code.startswith(f"{dimension}:")}
        for figure in stored:
            if figure.breakdown in names:
                figures.setdefault(figure.breakdown, {})[figure.period] = figure
    annual = {one.period: one.year for series in figures.values() for one in series.values() if is_annual(one)}
    concerned = (None, area.code, *(names if dimension == DISTRICTS else ()))
    return Groups(
        dimension=dimensions(reader, area=area, indicator=indicator).get(dimension, dimension),
        area=area,
        indicator=indicator,
        names=names,
        figures=figures,
        whole={one.period: one for one in stored if not one.breakdown},
        whole_name=area.name if dimension == DISTRICTS else words.EVERYBODY,
        periods=tuple(sorted(annual, key=lambda period: (annual[period], period), reverse=True)),
        annotations=tuple(
            one
            for one in catalogue.annotations(reader)
            if one.indicator in (None, indicator.code) and one.reaches(concerned)
        ),
    )


def beside_each_other(found: Groups, *, period: str, chosen: str = "") -> Comparison:
    """The groups of one period, each against everybody, in the order of the catalogue."""
    whole = found.whole.get(period)
    dots, withheld = [], set()
    for code, name in found.names.items():
        figure = found.figures.get(code, {}).get(period)
        dots.append(_dot(name, figure=figure, whole=whole, found=found, chosen=code == chosen))
        if figure is None or figure.value is None:
            withheld.add(name)
    counts = found.indicator.unit not in SCALE
    consistent = whole is not None and all(dot.verdict != "not comparable" for dot in dots if dot.value is not None)
    message = groups_message(
        {dot.name: dot.verdict for dot in dots},
        withheld=withheld,
        counts=counts,
        period=period,
        whole_name=found.whole_name,
        called=found.called,
    )
    return Comparison(
        title=words.TITLE.format(indicator=found.indicator.short_name, area=found.area.name, dimension=found.dimension),
        message=message.text,
        unit=found.indicator.unit,
        decimals=found.indicator.decimals,
        period=period,
        reference=found.whole_name,
        reference_value=whole.value if whole and consistent and not counts else None,
        dots=tuple(dots),
        noted=_noted(found, period=period),
        fictional=found.area.fictional,
    )


def _noted(found: Groups, *, period: str) -> tuple[str, ...]:
    figures = [one for series in found.figures.values() for one in series.values()]
    of_areas = {
        found.names[code]: {code, found.area.code}
        for code, series in found.figures.items()
        if any(one.area != found.area.code for one in series.values())
    }
    everybody = {found.whole_name: {found.area.code}}
    return noted(found.annotations, areas=of_areas or everybody, figures=figures, period=period)


def table(chart: Comparison) -> list[dict[str, str]]:
    """The groups as rows of a table, with their intervals."""
    against = words.AGAINST.format(whole=chart.reference)
    return [{words.GROUP: dot.name, words.FIGURE: dot.note, against: dot.words} for dot in chart.dots]


def legend(found: Groups, *, chart: Comparison) -> str:
    """How the picture is read: what its forms and its line are, where it has them."""
    each = EACH_DISTRICT if found.dimension == words.DISTRICT else EACH_GROUP
    if found.indicator.unit not in SCALE:
        return words.LEGEND_COUNTS.format(each=each)
    read = signs(chart, each=each)
    return f"{read} {words.COUNTS_IN}" if read and chart.reference_value is not None else read


def _dot(name: str, *, figure: FigureFacts | None, whole: FigureFacts | None, found: Groups, chosen: bool) -> AreaDot:
    if figure is None:
        nothing = words.NOT_KNOWN
        return AreaDot(
            name=name,
            value=None,
            lower=None,
            upper=None,
            verdict="not comparable",
            words=nothing,
            note=nothing,
            chosen=chosen,
        )
    said = beside_whole(figure, whole=whole, indicator=found.indicator, whole_name=found.whole_name)
    interval = statements.interval_in_unit(figure, indicator=found.indicator)
    shown = interval if figure.value is not None and found.indicator.unit in SCALE else None
    return AreaDot(
        name=name,
        value=figure.value,
        lower=shown.lower if shown else None,
        upper=shown.upper if shown else None,
        verdict=said.verdict,
        words=said.text,
        note=statements.amounts(figure, indicator=found.indicator).text,
        chosen=chosen,
    )


def _of_districts(
    reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts
) -> Sequence[tuple[AreaFacts, FigureFacts]]:
    """The figures of the wijken of an area, by the name of the wijk."""
    parts = [
        part
        for part, _ in catalogue.parts(reader, area=area)
        if part.kind == "district" and (part.valid_until is None or area.valid_until is not None)
    ]
    if not parts:
        return ()
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series_by_area(session, asker=reader.actor, areas=parts, indicator=indicator.code)
    return sorted(found, key=lambda pair: (pair[0].name, pair[0].code))
