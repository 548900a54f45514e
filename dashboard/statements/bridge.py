"""Gemeente and samenwerkingsverband in words: how they lie on each other, and how a figure of the second came to be."""

from dashboard import formatting
from dashboard.calculations.area_series import ADDED_UP_BASES, AreaSeries
from dashboard.calculations.bridge import Bridge, Fit
from dashboard.statements.compositions import share_of
from dashboard.statements.figure import composed, not_composed
from dashboard.statements.statement import Statement
from dashboard.texts import bridge as texts
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, IndicatorFacts


def overlap(found: Bridge, *, area: AreaFacts) -> Statement:
    """How the partnership lies on one of its gemeenten: the same, nearly so, or which part of each is in the other."""
    part = found.part_of_whole(area)
    fit, share = found.fit(area), belongs(found.share_of(area))
    words = {"whole": found.whole.name, "area": area.name, "share": share}
    if fit is Fit.SAME:
        return Statement(texts.SAME.format(**words), fit.value, {"share": 1.0})
    if part is None:
        return Statement(texts.PARTS_UNKNOWN.format(**words), Fit.PARTS.value, {"share": found.share_of(area)})
    template = texts.ONE_LINE if fit is Fit.ONE_LINE else texts.PARTS
    text = template.format(**words, part=part_of(part))
    return Statement(text, fit.value, {"share": found.share_of(area), "part": part})


def consists(found: Bridge) -> Statement:
    """What a partnership consists of, and where most of its young people live."""
    if not found.overlaps:
        return Statement(texts.NO_PARTS.format(whole=found.whole.name), "unknown")
    first = found.overlaps[0].area
    if len(found.overlaps) == 1:
        return overlap(found, area=first)
    words = {"whole": found.whole.name, "count": len(found.overlaps)}
    parts = {one.area: found.part_of_whole(one.area) or 0.0 for one in found.overlaps}
    most = max(parts, key=lambda area: parts[area])
    if not parts[most]:
        return Statement(texts.CONSISTS_EQUALLY.format(**words), "parts")
    text = texts.CONSISTS.format(**words, area=most.name, part=part_of(parts[most]))
    return Statement(text, "parts", {"part": parts[most]})


def moved(change: Belonging, *, since: int) -> Statement:
    """That a gemeente came to belong to the partnership, or no longer does; `since` is the first year known of it."""
    until = change.valid_until
    words = {"name": change.area.name, "first": change.valid_from, "last": until, "share": belongs(change.share)}
    if until is None:
        return Statement(texts.CAME.format(**words), "came")
    if change.area.valid_until == until:
        return Statement(texts.LEFT_GONE.format(**words), "gone")
    if change.valid_from > since:
        return Statement(texts.CAME_AND_LEFT.format(**words), "left")
    return Statement(texts.LEFT.format(**words), "left")


def made(series: AreaSeries, *, indicator: IndicatorFacts, found: Bridge) -> Statement:
    """How the partnership's figure came to be: the source's own, added up from gemeenten, or not there and why."""
    first = found.overlaps[0].area if found.overlaps else None
    if series.figures and series.composed is None:
        return Statement(texts.PUBLISHED, "published")
    if first is not None and found.fit(first) is Fit.SAME and indicator.basis in ADDED_UP_BASES:
        return Statement(texts.SAME_FIGURE.format(area=first.name), "same")
    if series.composed is not None:
        return Statement(texts.COMPOSED.format(composed=composed(series.composed).text), "composed")
    return Statement(not_composed(indicator).text, "none")


def belongs(share: float) -> str:
    """How far a gemeente belongs: "helemaal", "voor 65%"."""
    return texts.WHOLLY if share == 1 else texts.FOR_SHARE.format(share=share_of(share))


def part_of(part: float) -> str:
    """A part of the young people, as people write it: "12,6%"."""
    return formatting.percentage(part * 100, decimals=0 if part == 1 else 1)
