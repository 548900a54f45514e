"""The series of a composed area, period by period, from the series of its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.calculations.composed import Part, composed
from dashboard.calculations.denominators import SCALE, bounded_share
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class ComposedSeries:
    """The figures of the whole, and from how many of its parts the latest of them was made."""

    figures: tuple[FigureFacts, ...]
    used: int
    total: int


def composed_series(
    area: AreaFacts,
    *,
    parts: Sequence[tuple[AreaFacts, float]],
    figures: Mapping[str, Sequence[FigureFacts]],
    indicator: IndicatorFacts,
) -> ComposedSeries:
    """Sum counts and denominators of the parts by their shares, for every period all parts existed in.

    Only for shares of a population; a period with less than 80% of the denominator known has no figure. A sum with a
    provisional part is provisional, one with an estimated or derived denominator is estimated, any other is derived.
    """
    scale = SCALE.get(indicator.unit)
    by_period: dict[str, dict[str, FigureFacts]] = {}
    for code, series in figures.items():
        for figure in series:
            by_period.setdefault(figure.period, {})[code] = figure
    made: list[FigureFacts] = []
    used = 0
    for known in sorted(by_period.values(), key=lambda of_parts: min(figure.year for figure in of_parts.values())):
        sample = next(iter(known.values()))
        if scale is None or any(not _existed(part, year=sample.year) for part, _ in parts):
            continue
        whole = composed(
            [_part(part, share=share, figure=known.get(part.code), indicator=indicator) for part, share in parts]
        )
        if whole is None:
            continue
        provisional = any(figure.status == "provisional" for figure in known.values())
        made.append(
            FigureFacts(
                indicator=indicator.code,
                area=area.code,
                period=sample.period,
                year=sample.year,
                breakdown=sample.breakdown,
                numerator=whole.numerator,
                denominator=whole.denominator,
                value=whole.proportion * scale,
                status="provisional" if provisional else "estimated" if whole.approximate else "derived",
                reason="",
                source=sample.source,
            )
        )
        used = whole.used
    return ComposedSeries(figures=tuple(made), used=used, total=len(parts))


def _existed(area: AreaFacts, *, year: int) -> bool:
    return area.valid_from <= year and (area.valid_until is None or year <= area.valid_until)


def _part(area: AreaFacts, *, share: float, figure: FigureFacts | None, indicator: IndicatorFacts) -> Part:
    known = bounded_share(figure, indicator=indicator) if figure else None
    if known is None:
        return Part(area=area.code, share=share, numerator=None, denominator=None)
    return Part(
        area=area.code,
        share=share,
        numerator=known.nominal.numerator,
        denominator=known.nominal.denominator,
        approximate=known.approximate,
    )
