"""The lines that belong together in a chart: the area's, its partnerships', the reference's, and its norms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard import statements
from dashboard.calculations import successions
from dashboard.calculations.area_series import AreaSeries, Ground
from dashboard.calculations.composed_series import AreaShare
from dashboard.charts.chart import Role
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.data.series import SeriesRead, read_series
from dashboard.texts import areas as area_words
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, NormFacts
from data_models.queries import norms as norm_queries

HALF = 0.5  # a partnership is the same area when no other gemeente belongs to it for more than this share

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

    @property
    def latest(self) -> FigureFacts | None:
        """The last figure of the area, shown or withheld."""
        return self.area[-1] if self.area else None


def read_lines(
    reader: Reader,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicators: Sequence[IndicatorFacts],
    breakdown: str = "",
) -> dict[str, Lines]:
    """The lines of each indicator, by its code: as many queries for one indicator as for all of them."""
    wholes = [
        whole for whole, _ in catalogue.wholes(reader, area=area) if whole.kind == "partnership" and whole != reference
    ]
    read = read_series(reader, areas=[area, reference, *wholes], indicators=indicators, breakdown=breakdown)
    with database.reading(asker=reader.actor) as session:
        norms = norm_queries.norms(session, asker=reader.actor, area=area.code)
    annotations = catalogue.annotations(reader)
    return {
        indicator.code: _lines(
            indicator,
            reader=reader,
            area=area,
            reference=reference,
            wholes=wholes,
            read=read,
            norms=[norm for norm in norms if norm.indicator == indicator.code and norm.breakdown == breakdown],
            annotations=annotations,
        )
        for indicator in indicators
    }


def _lines(
    indicator: IndicatorFacts,
    *,
    reader: Reader,
    area: AreaFacts,
    reference: AreaFacts,
    wholes: Sequence[AreaFacts],
    read: SeriesRead,
    norms: Sequence[NormFacts],
    annotations: Sequence[AnnotationFacts],
) -> Lines:
    ground = read.ground
    own, against = read.of(area, indicator=indicator), read.of(reference, indicator=indicator)
    others: list[Line] = []
    remarks = [_composed(one, series=of_one) for one, of_one in ((area, own), (reference, against)) if of_one.composed]
    for whole in wholes:
        if [part for part, share in catalogue.parts(reader, area=whole) if share > HALF and _is_there(part)] == [area]:
            remarks.append(area_words.COINCIDES.format(name=whole.name, area=area.name))
            continue
        line = read.of(whole, indicator=indicator)
        if line.figures:
            others.append((area_words.line_name(whole), "partnership", line.figures))
        if line.composed:
            remarks.append(_composed(whole, series=line))
    return Lines(
        area=own.figures,
        others=tuple(_merged(others, decimals=indicator.decimals)),
        reference=against.figures,
        remarks=tuple(remarks),
        notes=_notes(area, series=own, ground=ground),
        norms=tuple(norms),
        annotations=_annotations(annotations, indicator=indicator, area=area, series=own),
    )


def _is_there(part: AreaFacts) -> bool:
    return part.valid_until is None


def _composed(whole: AreaFacts, *, series: AreaSeries) -> str:
    """What a composed series rests on; empty is not asked for."""
    if series.composed is None:
        return ""
    return words.COMPOSED.format(name=whole.name, composed=statements.composed(series.composed).text)


def _notes(area: AreaFacts, *, series: AreaSeries, ground: Ground) -> tuple[str, ...]:
    """Which years were added up from predecessors, and which gemeenten joined since the first year shown."""
    said = statements.carried_back(series.carried) if series.carried else None
    joined = successions.joined(area, successions=ground.successions, areas=ground.areas)
    first = min((figure.year for figure in series.figures), default=None)
    return (
        *((said.text,) if said else ()),
        *(statements.joined(year, formers=who).text for year, who in joined if first is not None and first < year),
    )


def _annotations(
    annotations: Sequence[AnnotationFacts], *, indicator: IndicatorFacts, area: AreaFacts, series: AreaSeries
) -> tuple[AnnotationFacts, ...]:
    """The breaks and events of the series; those of a predecessor count for what was carried back from it."""
    formers: Sequence[AreaShare] = series.carried.formers if series.carried else ()
    codes = {former.code for former, _ in formers}
    return tuple(
        replace(one, area=area.code) if one.area in codes else one
        for one in annotations
        if one.indicator in (None, indicator.code) and (one.area in (None, area.code) or one.area in codes)
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
    return merged
