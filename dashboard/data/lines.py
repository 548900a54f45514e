"""The lines that belong together in a chart: the area's, its partnerships', the reference's, and its norms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from dashboard import statements
from dashboard.calculations import successions
from dashboard.calculations.area_series import ADDED_UP_BASES, AreaSeries, Ground
from dashboard.calculations.bridge import is_one_line
from dashboard.calculations.remarks import concerning
from dashboard.charts.chart import Role
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.data.series import SeriesRead, read_series
from dashboard.texts import areas as area_words
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, NormFacts
from data_models.queries import norms as norm_queries

Line = tuple[str, Role, tuple[FigureFacts, ...]]  # name, role, series


@dataclass(frozen=True, slots=True)
class Lines:
    """The series of one figure, with what must be said about how they came to be."""

    area: tuple[FigureFacts, ...]
    others: tuple[Line, ...]
    reference: tuple[FigureFacts, ...]
    remarks: tuple[str, ...]
    notes: tuple[str, ...]  # how years of the area's own series came to be
    norms: tuple[NormFacts, ...]
    annotations: tuple[AnnotationFacts, ...]
    coincides: tuple[str, ...] = ()  # those of the remarks that say which partnership is the area itself
    chosen: tuple[tuple[AreaFacts, tuple[FigureFacts, ...]], ...] = ()  # areas that were asked for besides
    remarked: Sequence[AnnotationFacts] = ()  # every break and event, of whatever area
    formers: Mapping[str, Collection[str]] = field(default_factory=dict)  # of which areas' years each was carried back
    parts: Mapping[str, Collection[str]] = field(default_factory=dict)  # of which areas each was added up
    why_empty: str = ""  # why the area itself has no figure though its parts have one

    @property
    def latest(self) -> FigureFacts | None:
        """The last figure of the area, shown or withheld."""
        return self.area[-1] if self.area else None

    def concerning(self, figures: Sequence[FigureFacts]) -> tuple[AnnotationFacts, ...]:
        """The breaks and events of one of these lines."""
        of = figures[0]
        return concerning(
            self.remarked,
            indicator=of.indicator,
            area=of.area,
            formers=self.formers.get(of.area, ()),
            parts=self.parts.get(of.area, ()),
        )


def read_lines(
    reader: Reader,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicators: Sequence[IndicatorFacts],
    breakdown: str = "",
    chosen: Sequence[AreaFacts] = (),
) -> dict[str, Lines]:
    """The lines of each indicator, by its code: as many queries for one indicator as for all of them.

    `chosen` are areas that were asked for besides; a partnership among them is drawn once, as what was asked for.
    """
    wholes = [
        whole for whole, _ in catalogue.wholes(reader, area=area) if whole.kind == "partnership" and whole != reference
    ]
    read = read_series(reader, areas=[area, reference, *wholes, *chosen], indicators=indicators, breakdown=breakdown)
    with database.reading(asker=reader.actor) as session:
        found = norm_queries.norms(session, asker=reader.actor, area=area.code)
        norms = [norm for norm in found if norm.stands and norm.state != "concept"]  # a concept is nobody's norm yet
        norms += norm_queries.once_agreed(session, asker=reader.actor, norms=found)
    annotations = catalogue.annotations(reader)
    parts = catalogue.all_parts(reader, areas=tuple(wholes)) if wholes else {}
    return {
        indicator.code: _lines(
            indicator,
            area=area,
            reference=reference,
            parts=parts,
            chosen=chosen,
            read=read,
            norms=[norm for norm in norms if norm.indicator == indicator.code and norm.breakdown == breakdown],
            annotations=annotations,
        )
        for indicator in indicators
    }


def _lines(
    indicator: IndicatorFacts,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    parts: Mapping[AreaFacts, Sequence[tuple[AreaFacts, float]]],  # of each partnership
    chosen: Sequence[AreaFacts],
    read: SeriesRead,
    norms: Sequence[NormFacts],
    annotations: Sequence[AnnotationFacts],
) -> Lines:
    ground = read.ground
    own = read.of(area, indicator=indicator)
    against = read.of(reference, indicator=indicator) if reference != area else AreaSeries(())
    others: list[Line] = []
    coincides: list[str] = []
    besides = {one: read.of(one, indicator=indicator) for one in chosen}
    shown = [(area, own), (reference, against), *besides.items()]
    remarks = [said for one, of_one in shown if (said := _composed(one, series=of_one, indicator=indicator))]
    for whole in parts:
        has_its_own = indicator.basis not in ADDED_UP_BASES and read.of(whole, indicator=indicator).figures
        if is_one_line(area, parts=parts[whole]) and not has_its_own:
            coincides.append(area_words.COINCIDES.format(name=whole.name, area=area.name))
            besides |= {whole: AreaSeries(())} if whole in besides else {}  # it keeps its place, and so its colour
            continue
        if whole in besides:
            continue
        line = read.of(whole, indicator=indicator)
        shown.append((whole, line))
        if line.figures:
            others.append((area_words.line_name(whole), "partnership", line.figures))
        said = _composed(whole, series=line, indicator=indicator)
        remarks += [said] if said else []
    changed = (statements.composition_breaks(of_one.changes, area=one, indicator=indicator) for one, of_one in shown)
    annotations = (*annotations, *chain.from_iterable(changed))
    formers = {one.code: of_one.formers for one, of_one in shown if of_one.carried}
    added_up = {one.code: of_one.added_up_from(ground=ground, area=one) for one, of_one in shown if of_one.composed}
    return Lines(
        area=own.figures,
        others=tuple(_merged(others, decimals=indicator.decimals)),
        reference=against.figures,
        remarks=(*coincides, *remarks),
        coincides=tuple(coincides),
        notes=_notes(area, series=own, ground=ground),
        norms=tuple(norms),
        annotations=concerning(
            annotations,
            indicator=indicator.code,
            area=area.code,
            formers=formers.get(area.code, ()),
            parts=added_up.get(area.code, ()),
        ),
        chosen=tuple((one, of_one.figures) for one, of_one in besides.items()),
        remarked=annotations,
        formers=formers,
        parts=added_up,
        why_empty=_composed(area, series=own, indicator=indicator) if own.by_school else "",
    )


def _composed(whole: AreaFacts, *, series: AreaSeries, indicator: IndicatorFacts) -> str:
    """What a composed series rests on, or why there is none; empty for a series of the source itself."""
    if series.by_school:
        return words.NOT_COMPOSED.format(name=whole.name, why=statements.not_composed(indicator).text)
    if series.composed is None:
        return ""
    told = words.COMPOSED.format(name=whole.name, composed=statements.composed(series.composed).text)
    otherwise = series.composed.otherwise
    return words.COMPOSED_OTHERWISE.format(told=told, periods=area_words.together(otherwise)) if otherwise else told


def _notes(area: AreaFacts, *, series: AreaSeries, ground: Ground) -> tuple[str, ...]:
    """Which years were added up from predecessors, and which gemeenten joined since the first year shown."""
    said = statements.carried_back(series.carried) if series.carried else None
    joined = successions.joined(area, successions=ground.successions, areas=ground.areas)
    first = min((figure.year for figure in series.figures), default=None)
    return (
        *((said.text,) if said else ()),
        *(statements.joined(year, formers=who).text for year, who in joined if first is not None and first < year),
    )


def _merged(others: Sequence[Line], *, decimals: int) -> list[Line]:
    """The same lines, but two that would lie on each other drawn as one with both names."""
    merged: list[Line] = []
    for name, role, figures in others:
        shown = [(one.period, one.value and round(one.value, decimals)) for one in figures]
        twin = next(
            (
                number
                for number, (_, _, known) in enumerate(merged)
                if [(one.period, one.value and round(one.value, decimals)) for one in known] == shown
            ),
            None,
        )
        if twin is None:
            merged.append((name, role, figures))
        else:
            first = merged[twin][0]
            merged[twin] = (area_words.BOTH.format(first=first, second=name), role, merged[twin][2])
    return [(name, "second_partnership" if number else role, line) for number, (name, role, line) in enumerate(merged)]
