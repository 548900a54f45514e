"""The two axes of a trend: from zero, and whole years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import formatting
from dashboard.charts.chart import Chart

HEADROOM = 1.15  # times the highest value: room for a label above the line
FULL_YEAR, SHORT_YEAR, SCHOOL_YEAR = 38, 25, 66  # pixels that 2024, '24 and 2023/'24 take, with the space between them


@dataclass(frozen=True, slots=True)
class Axis:
    """The range of an axis and its ticks, in values and in words."""

    low: float
    high: float
    ticks: tuple[float, ...]
    words: tuple[str, ...]


def value_axis(chart: Chart) -> Axis:
    """An axis from zero to above the highest value, with three to seven round ticks in Dutch."""
    return round_axis(highest_value(chart), unit=chart.unit)


def round_axis(highest: float, *, unit: str) -> Axis:
    """An axis from zero to above this value in the unit, with three to seven round ticks in Dutch."""
    if highest <= 0:
        return Axis(0.0, 1.0, (0.0,), (_tick_word(0.0, unit=unit, decimals=0),))
    step = _round_step(highest / 6, whole=unit == "count")
    high = highest * HEADROOM
    limit = min(high, 100.0) if unit == "percentage" and highest <= 100 else high
    ticks = tuple(index * step for index in range(math.floor(limit / step + 1e-9) + 1))
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return Axis(0.0, high, ticks, tuple(_tick_word(tick, unit=unit, decimals=decimals) for tick in ticks))


def year_range(chart: Chart) -> tuple[float, float]:
    """From just before the first period or start of a norm to just after the last period or norm."""
    first, last = _first_and_last(chart)
    margin = 0.04 * (last - first) or 1.0
    return first - margin, last + margin


def year_axis(chart: Chart, *, room: float) -> Axis:
    """An axis of whole years; those that do not fit in `room` pixels lose their century (`'21`), or their words."""
    low, high = year_range(chart)
    first, last = _first_and_last(chart)
    years = range(math.ceil(first), math.floor(last) + 1)
    school_years = any("/" in point.period for series in chart.series for point in series.points)
    return Axis(low, high, tuple(map(float, years)), _year_words(years, school_years=school_years, room=room))


def _first_and_last(chart: Chart) -> tuple[float, float]:
    positions = [point.position for series in chart.series for point in series.points]
    positions += [float(year) for norm in chart.norms for year in (norm.start_year, norm.year)]
    return min(positions, default=0.0), max(positions, default=-1.0)


def highest_value(chart: Chart) -> float:
    """The highest of all values, norms and, where they are shown, intervals; 0 when there is none."""
    found = [point.value for series in chart.series for point in series.points]
    if chart.show_interval:
        found += [point.upper for series in chart.series for point in series.points]
    for norm in chart.norms:
        found += [norm.start_value, norm.value, norm.lower, norm.upper]
    return max((value for value in found if value is not None), default=0.0)


def _round_step(rough: float, *, whole: bool) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    return max(step, 1.0) if whole else step


def _tick_word(tick: float, *, unit: str, decimals: int) -> str:
    written = formatting.number(tick, decimals=decimals if tick else 0)
    return f"{written}%" if unit == "percentage" else written


def _year_words(years: Sequence[int], *, school_years: bool, room: float) -> tuple[str, ...]:
    pitch = room / max(1, len(years))
    if school_years:
        every = math.ceil(SCHOOL_YEAR / pitch)
        written = [f"{year}/'{(year + 1) % 100:02d}" for year in years]
    else:
        every = math.ceil(SHORT_YEAR / pitch)
        written = [str(year) if pitch >= FULL_YEAR else f"'{year % 100:02d}" for year in years]
        first = (len(years) - 1) % every
        if years and every * pitch >= (FULL_YEAR + SHORT_YEAR) / 2:
            written[first] = str(years[first])
    return tuple(word if (len(years) - 1 - index) % every == 0 else "" for index, word in enumerate(written))
