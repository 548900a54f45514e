"""Which points of a series may share one line."""

from collections.abc import Sequence

from dashboard.charts.chart import Annotation, Point, Series


def runs(series: Series, *, breaks: Sequence[Annotation]) -> list[tuple[Point, ...]]:
    """Cut a series into stretches that may be drawn as one line, in order of time.

    A line stops at a withheld value, at a break of its own (figures of its year belong to the new stretch), and between
    final and provisional values.
    """
    years = [mark.year for mark in breaks if mark.concerns(series.name)]
    found: list[tuple[Point, ...]] = []
    current: list[Point] = []
    for point in series.points:
        if current and (point.value is None or _parted(current[-1], point, years)):
            found.append(tuple(current))
            current = []
        if point.value is not None:
            current.append(point)
    if current:
        found.append(tuple(current))
    return found


def _parted(earlier: Point, later: Point, years: list[int]) -> bool:
    return earlier.provisional != later.provisional or any(earlier.year < year <= later.year for year in years)
