"""The series of a composed area, period by period, from the series of its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.calculations.composed import Composed, Part, composed
from dashboard.calculations.denominators import SCALE, bounded_share
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts

AreaShare = tuple[AreaFacts, float]  # a part, and which share of it belongs to the whole


@dataclass(frozen=True, slots=True)
class ComposedSeries:
    """The figures of the whole, and what the latest of them rests on; None when there are none."""

    figures: tuple[FigureFacts, ...]
    latest: Composed | None
    by_period: Mapping[str, Composed] = field(default_factory=dict)  # what each of them rests on


def composed_series(
    area: AreaFacts,
    *,
    parts: Sequence[Belonging],
    figures: Mapping[str, Sequence[FigureFacts]],
    indicator: IndicatorFacts,
    successions: Sequence[SuccessionFacts] = (),
) -> ComposedSeries:
    """Sum counts and denominators of the parts by their shares, for every period whose parts are known.

    Only for shares of a population; a period with less than 80% of the denominator known has no figure. Each part
    counts with the share it had that year. How large a part without a figure is, is taken from its own denominator of
    the nearest year. A sum with a provisional part is provisional, one with an estimated or derived denominator is
    estimated, any other is derived. With `successions` a gemeente that arose by a herindeling is stood in for by its
    predecessors in the years before, and the other way round; a series that was itself carried back
    (`successions.carried_back`) counts as it is.
    """
    scale = SCALE.get(indicator.unit)
    if scale is None:
        return ComposedSeries(figures=(), latest=None)
    by_period: dict[str, dict[str, FigureFacts]] = {}
    for code, series in figures.items():
        for figure in series:
            by_period.setdefault(figure.period, {})[code] = figure
    made: list[FigureFacts] = []
    latest: Composed | None = None
    rests_on: dict[str, Composed] = {}
    changes: list[int] = []
    for known in sorted(by_period.values(), key=lambda of_parts: min(figure.year for figure in of_parts.values())):
        sample = next(iter(known.values()))
        there = _parts_of(sample.year, parts=parts, known=known, successions=successions)
        whole = composed(
            [_part(one, share=share, period=sample, figures=figures, indicator=indicator) for one, share in there]
        )
        if whole is None:
            continue
        counted = [known[one.code] for one, _ in there if one.code in known]
        made.append(
            figure_of(whole, area=area, sample=sample, scale=scale, provisional=any(map(_is_provisional, counted)))
        )
        if latest and (whole.missing != latest.missing or _came_or_left(parts, before=made[-2].year, year=sample.year)):
            changes.append(sample.year)
        latest = rests_on[sample.period] = whole
    if latest:
        otherwise = tuple(period for period, one in rests_on.items() if one.missing != latest.missing)
        latest = replace(latest, otherwise=otherwise, changes=tuple(changes))
    return ComposedSeries(figures=tuple(made), latest=latest, by_period=rests_on)


def figure_of(whole: Composed, *, area: AreaFacts, sample: FigureFacts, scale: float, provisional: bool) -> FigureFacts:
    """The figure that the sums make, in the period of one of its parts; as certain as its least certain part."""
    return FigureFacts(
        indicator=sample.indicator,
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


def existed(area: AreaFacts, *, year: int) -> bool:
    """Whether the area existed in that year."""
    return area.valid_from <= year and (area.valid_until is None or year <= area.valid_until)


def _is_provisional(figure: FigureFacts) -> bool:
    return figure.status == "provisional"


def _came_or_left(parts: Sequence[Belonging], *, before: int, year: int) -> bool:
    """Whether a part that existed in both years belonged to the whole in only one of them."""
    there = {when: {one.area for one in parts if one.holds_in(when)} for when in (before, year)}
    return any(existed(one, year=before) and existed(one, year=year) for one in there[before] ^ there[year])


def _parts_of(
    year: int,
    *,
    parts: Sequence[Belonging],
    known: Mapping[str, FigureFacts],
    successions: Sequence[SuccessionFacts],
) -> list[AreaShare]:
    """The parts that make up the whole in a year; none when a part is missing that nothing stands in for.

    A part that came or left while it existed is no part of it before or after.
    """
    there = [(one.area, one.share) for one in parts if one.holds_in(year) and existed(one.area, year=year)]
    codes = {area.code for area, _ in there}
    for one in parts:
        area = one.area
        if existed(area, year=year) or not one.holds_in(_nearest_year(area, year=year)):
            continue
        if area.valid_from > year:
            formers = {arose.former for arose in successions if arose.successor == area.code}
            if formers and formers <= codes:
                continue
            if area.code not in known:
                return []
            there.append((area, one.share))
        elif not any(went.former == area.code and went.successor in codes for went in successions):
            return []
    return there


def _nearest_year(area: AreaFacts, *, year: int) -> int:
    """The first year of an area that was not there yet, the last of one that was not there any more."""
    return area.valid_from if area.valid_until is None or year < area.valid_from else area.valid_until


def _part(
    area: AreaFacts,
    *,
    share: float,
    period: FigureFacts,
    figures: Mapping[str, Sequence[FigureFacts]],
    indicator: IndicatorFacts,
) -> Part:
    series = figures.get(area.code, ())
    figure = next((one for one in series if one.period == period.period), None)
    known = bounded_share(figure, indicator=indicator) if figure else None
    if known is None:
        size = _size(series, year=period.year, indicator=indicator)
        return Part(area=area.code, share=share, numerator=None, denominator=None, size=size)
    return Part(
        area=area.code,
        share=share,
        numerator=known.nominal.numerator,
        denominator=known.nominal.denominator,
        approximate=known.approximate,
    )


def _size(series: Sequence[FigureFacts], *, year: int, indicator: IndicatorFacts) -> float | None:
    """The part's own denominator in the nearest year that has one; of two as near, the later."""
    sizes = [
        (abs(one.year - year), -one.year, share.nominal.denominator)
        for one in series
        if (share := bounded_share(one, indicator=indicator))
    ]
    return min(sizes)[2] if sizes else None
