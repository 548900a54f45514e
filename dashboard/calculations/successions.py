"""Herindelingen: the series of a gemeente that arose by a merger, carried back with what its predecessors counted.

METHODS 6: former gemeenten are mapped to today's by moving counts, each predecessor for the share of it that went to
the successor. Only where every predecessor has a count (and for a share a denominator, possibly derived); the result is
never called published. An area that existed before and grew keeps its own figures: they were true of it then.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.calculations.composed import Part, composed
from dashboard.calculations.composed_series import AreaShare, existed, figure_of
from dashboard.calculations.denominators import SCALE, bounded_share
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts


@dataclass(frozen=True, slots=True)
class CarriedBack:
    """The whole series, the figures of it that were added up, and the predecessors they came from."""

    figures: tuple[FigureFacts, ...]
    added: tuple[FigureFacts, ...]
    formers: tuple[AreaShare, ...]


def predecessors(
    area: AreaFacts, *, successions: Iterable[SuccessionFacts], areas: Iterable[AreaFacts]
) -> tuple[AreaShare, ...]:
    """The gemeenten that an area arose from in its first year, by name, each with the share of it that went there."""
    shares = {
        one.former: one.share for one in successions if one.successor == area.code and one.year == area.valid_from
    }
    return _named(shares, areas=areas, year=area.valid_from - 1) if shares else ()


def joined(
    area: AreaFacts, *, successions: Iterable[SuccessionFacts], areas: Sequence[AreaFacts]
) -> tuple[tuple[int, tuple[AreaShare, ...]], ...]:
    """The gemeenten that joined an area that was already there, by year; its figures before are without them."""
    by_year: dict[int, dict[str, float]] = {}
    for one in successions:
        if one.successor == area.code and one.year > area.valid_from and existed(area, year=one.year):
            by_year.setdefault(one.year, {})[one.former] = one.share
    return tuple((year, _named(by_year[year], areas=areas, year=year - 1)) for year in sorted(by_year))


def carried_back(
    area: AreaFacts,
    *,
    figures: Sequence[FigureFacts],
    formers: Sequence[AreaShare],
    of_formers: Mapping[str, Sequence[FigureFacts]],
    indicator: IndicatorFacts,
) -> CarriedBack:
    """The area's own figures with, before its first year, the sums of its predecessors' by their shares.

    `of_formers` are the predecessors' series of the same indicator and breakdown, by code. A period in which one of
    them has no count is left out. A sum with a provisional part is provisional, with an approximate one estimated.
    """
    own = {figure.period for figure in figures}
    series = [
        (former, share, {one.period: one for one in of_formers.get(former.code, ())}) for former, share in formers
    ]
    added: list[FigureFacts] = []
    for period, sample in series[0][2].items() if series else ():
        if period in own or sample.year >= area.valid_from:
            continue
        found = [(former, share, known[period]) for former, share, known in series if period in known]
        if len(found) == len(series):
            made = _summed(found, area=area, indicator=indicator)
            if made is not None:
                added.append(made)
    added.sort(key=lambda figure: (figure.year, figure.period))
    return CarriedBack(figures=(*added, *figures), added=tuple(added), formers=tuple(formers) if added else ())


def _named(shares: Mapping[str, float], *, areas: Iterable[AreaFacts], year: int) -> tuple[AreaShare, ...]:
    found = [area for area in areas if area.code in shares and existed(area, year=year)]
    return tuple((area, shares[area.code]) for area in sorted(found, key=lambda one: one.name))


def _summed(
    found: Sequence[tuple[AreaFacts, float, FigureFacts]], *, area: AreaFacts, indicator: IndicatorFacts
) -> FigureFacts | None:
    provisional = any(figure.status == "provisional" for _, _, figure in found)
    sample = found[0][2]
    if indicator.unit == "count":
        return _counted(found, area=area, provisional=provisional)
    known = [(former, share, bounded_share(figure, indicator=indicator)) for former, share, figure in found]
    if indicator.unit not in SCALE or any(one is None for _, _, one in known):
        return None
    whole = composed(
        [
            Part(
                area=former.code,
                share=share,
                numerator=one.nominal.numerator,
                denominator=one.nominal.denominator,
                approximate=one.approximate,
            )
            for former, share, one in known
            if one is not None
        ]
    )
    if whole is None:
        return None
    return figure_of(whole, area=area, sample=sample, scale=SCALE[indicator.unit], provisional=provisional)


def _counted(
    found: Sequence[tuple[AreaFacts, float, FigureFacts]], *, area: AreaFacts, provisional: bool
) -> FigureFacts | None:
    values = [(share, figure.value) for _, share, figure in found if figure.value is not None]
    if len(values) < len(found):
        return None
    sample = found[0][2]
    total = sum(share * value for share, value in values)
    approximate = any(share != 1 or figure.status == "estimated" for _, share, figure in found)
    return FigureFacts(
        indicator=sample.indicator,
        area=area.code,
        period=sample.period,
        year=sample.year,
        breakdown=sample.breakdown,
        numerator=total if all(figure.numerator is not None for _, _, figure in found) else None,
        denominator=None,
        value=total,
        status="provisional" if provisional else "estimated" if approximate else "derived",
        reason="",
        source=sample.source,
    )
