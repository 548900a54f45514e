"""The lines that belong together in a chart: the area's, its partnerships', the reference's, and its norms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.calculations.composed_series import composed_series
from dashboard.charts.chart import Role
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.texts import areas as area_words
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, NormFacts
from data_models.queries import figures as figure_queries
from data_models.queries import norms as norm_queries

HALF = 0.5  # a partnership is the same area when no other gemeente belongs to it for more than this share

Line = tuple[str, Role, tuple[FigureFacts, ...]]  # name, role, series
Whole = tuple[AreaFacts, tuple[tuple[AreaFacts, float], ...]]  # a partnership and its gemeenten with their shares


@dataclass(frozen=True, slots=True)
class Lines:
    """The series of one figure, with what must be said about how they came to be."""

    area: tuple[FigureFacts, ...]
    others: tuple[Line, ...]
    reference: tuple[FigureFacts, ...]
    remarks: tuple[str, ...]
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
    """The lines of each indicator, by its code: three queries, however many indicators."""
    wholes: list[Whole] = [
        (whole, catalogue.parts(reader, area=whole))
        for whole, _ in catalogue.wholes(reader, area=area)
        if whole.kind == "partnership" and whole != reference
    ]
    asked = {area, reference, *(whole for whole, _ in wholes), *(part for _, parts in wholes for part, _ in parts)}
    with database.reading() as session:
        found = figure_queries.series(
            session,
            asker=reader.actor,
            areas=sorted(asked, key=lambda one: (one.code, one.valid_from)),
            indicator=indicators[0].code if len(indicators) == 1 else None,
            breakdown=breakdown,
        )
        norms = norm_queries.norms(session, asker=reader.actor, area=area.code)
    series: dict[tuple[str, AreaFacts], list[FigureFacts]] = {}
    known: dict[str, list[AreaFacts]] = {}  # a code that was given to another wijk is two areas
    for one in asked:
        known.setdefault(one.code, []).append(one)
    for figure in found:
        same_code = known[figure.area]
        owner = next((one for one in same_code if _existed(one, year=figure.year)), same_code[0])
        series.setdefault((figure.indicator, owner), []).append(figure)
    annotations = catalogue.annotations(reader)
    return {
        indicator.code: _lines(
            indicator,
            area=area,
            reference=reference,
            wholes=wholes,
            series={owner: figures for (one, owner), figures in series.items() if one == indicator.code},
            norms=[norm for norm in norms if norm.indicator == indicator.code and norm.breakdown == breakdown],
            annotations=annotations,
        )
        for indicator in indicators
    }


def _existed(area: AreaFacts, *, year: int) -> bool:
    return area.valid_from <= year and (area.valid_until is None or year <= area.valid_until)


def _lines(
    indicator: IndicatorFacts,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    wholes: Sequence[Whole],
    series: Mapping[AreaFacts, Sequence[FigureFacts]],
    norms: Sequence[NormFacts],
    annotations: Sequence[AnnotationFacts],
) -> Lines:
    others: list[Line] = []
    remarks: list[str] = []
    for whole, parts in wholes:
        own = series.get(whole)
        if [part for part, share in parts if share > HALF] == [area]:
            remarks.append(area_words.COINCIDES.format(name=whole.name, area=area.name))
        elif own:
            others.append((area_words.line_name(whole), "partnership", tuple(own)))
        else:
            known = {part.code: series.get(part, ()) for part, _ in parts}
            made = composed_series(whole, parts=parts, figures=known, indicator=indicator)
            if made.figures:
                others.append((area_words.line_name(whole), "partnership", made.figures))
                remarks.append(words.COMPOSED.format(name=whole.name, used=made.used, total=made.total))
    return Lines(
        area=tuple(series.get(area, ())),
        others=tuple(_merged(others, decimals=indicator.decimals)),
        reference=tuple(series.get(reference, ())),
        remarks=tuple(remarks),
        norms=tuple(norms),
        annotations=tuple(
            one for one in annotations if one.indicator in (None, indicator.code) and one.area in (None, area.code)
        ),
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
