"""Progress to a norm: the path from the start, where the latest figure lies against it, and the pace it takes."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from dashboard.calculations.intervals import Interval
from data_models.facts import NormFacts


class ProgressOutcome(StrEnum):
    """Where a figure lies on the way to a norm; METHODS 4."""

    ACHIEVED = "achieved"
    ON_COURSE = "on course"
    NOT_ON_COURSE = "not yet on course"
    ACHIEVED_MAYBE_CHANCE = "achieved, may be chance"
    ON_PATH_MAYBE_CHANCE = "on the path, may be chance"
    BEHIND_MAYBE_CHANCE = "behind, may be chance"
    NOT_YET_ZERO = "not yet zero"
    TOO_EARLY = "too early"
    NOT_ASSESSABLE = "not assessable"
    START_MISSING = "start missing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest figure: value and interval in the indicator's unit; no interval where nothing can be tested."""

    year: int
    value: float | None
    interval: Interval | None
    small_count: bool = False  # withheld because it is less than ten


@dataclass(frozen=True, slots=True)
class Progress:
    """The outcome, the path's value in the latest year, and required and achieved change per year in the unit.

    `broken_since` is the first year after a break between start and latest figure; then nothing else is known.
    `near`: the norm is reached, or the interval reaches it.
    """

    outcome: ProgressOutcome
    path_value: float | None = None
    required_per_year: float | None = None
    achieved_per_year: float | None = None
    broken_since: int | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Aim:
    """The value to reach and from which side; for a band the edge, and the far edge not to pass."""

    value: float
    rising: bool
    far: float | None
    flat: bool  # the start lies inside the band: the path is the edge itself


def path(year: int, *, norm: NormFacts, start: float, aim: float | None = None) -> float:
    """The path's value in a year: the straight line from start to norm, flat before the start and after the norm year.

    `aim` is the edge of a band that is aimed at; without it the norm's value.
    """
    target = aim if aim is not None else norm.value
    if target is None:
        raise ValueError("a band has no single value: say which edge is aimed at")
    part = (year - norm.start_year) / (norm.year - norm.start_year)
    return start + (target - start) * min(max(part, 0.0), 1.0)


def broken_since(norm: NormFacts, *, latest_year: int, breaks: Collection[int]) -> int | None:
    """The first year of how is counted now, when that changed between the norm's start and the latest figure."""
    return max((year for year in breaks if norm.start_year < year <= latest_year), default=None)


def assess(norm: NormFacts, *, latest: Latest | None, start: float | None, breaks: Collection[int] = ()) -> Progress:
    """Where the latest figure lies on the way to the norm.

    `start` is the norm's start value, or the figure of the start year; without either only reaching the norm can be
    said. An interval that straddles norm or path leaves room for chance, and the outcome says so. `breaks` are the
    first years after a change of definition: start and norm were set under the old one, so nothing is said across it.
    """
    if latest is None or latest.year <= norm.start_year:
        return Progress(ProgressOutcome.TOO_EARLY)
    if latest.value is None:
        to_zero = norm.value == 0 and latest.small_count
        return Progress(ProgressOutcome.NOT_YET_ZERO if to_zero else ProgressOutcome.NOT_ASSESSABLE)
    since = broken_since(norm, latest_year=latest.year, breaks=breaks)
    if since is not None:
        return Progress(ProgressOutcome.BROKEN, broken_since=since)
    aim = _aim(norm, value=latest.value, start=start)
    path_value = None
    if aim.flat:
        path_value = aim.value
    elif start is not None:
        path_value = path(latest.year, norm=norm, start=start, aim=aim.value)
    outcome = _outcome(latest, aim=aim, path_value=path_value)
    reaches = latest.interval is not None and latest.interval.lower <= aim.value <= latest.interval.upper
    return Progress(
        outcome=outcome,
        near=reaches or outcome in (ProgressOutcome.ACHIEVED, ProgressOutcome.ACHIEVED_MAYBE_CHANCE),
        path_value=path_value,
        required_per_year=_required(latest, norm=norm, aim=aim),
        achieved_per_year=None if start is None else (latest.value - start) / (latest.year - norm.start_year),
    )


def required_per_year(norm: NormFacts, *, year: int, value: float) -> float | None:
    """The change per year that takes a value of that year to the norm; 0 within a band, None in and after its year."""
    return _required(Latest(year, value, None), norm=norm, aim=_aim(norm, value=value, start=None))


def _required(latest: Latest, *, norm: NormFacts, aim: _Aim) -> float | None:
    if latest.value is None or latest.year >= norm.year:
        return None
    within_band = aim.far is not None and min(aim.value, aim.far) <= latest.value <= max(aim.value, aim.far)
    return 0.0 if within_band else (aim.value - latest.value) / (norm.year - latest.year)


def _aim(norm: NormFacts, *, value: float, start: float | None) -> _Aim:
    if norm.direction != "band":
        if norm.value is None:
            raise ValueError(f"norm {norm.id} has direction {norm.direction} and no value")
        return _Aim(value=norm.value, rising=norm.direction == "up", far=None, flat=False)
    if norm.lower is None or norm.upper is None:
        raise ValueError(f"norm {norm.id} is a band without two edges")
    if value < norm.lower:
        rising = True
    elif value > norm.upper:
        rising = False
    else:
        rising = start is None or start <= norm.upper
    edge, far = (norm.lower, norm.upper) if rising else (norm.upper, norm.lower)
    started_short = start is not None and (start < edge if rising else start > edge)
    return _Aim(value=edge, rising=rising, far=far, flat=start is not None and not started_short)


def _outcome(latest: Latest, *, aim: _Aim, path_value: float | None) -> ProgressOutcome:
    if latest.value is None:
        return ProgressOutcome.NOT_ASSESSABLE
    if aim.value == 0 and not aim.rising and latest.value == 0:
        return ProgressOutcome.ACHIEVED
    if latest.interval is None:
        return ProgressOutcome.NOT_ASSESSABLE
    # Mirrored for a norm that asks for less, so that "past" is always "at least".
    sign = 1.0 if aim.rising else -1.0
    value = sign * latest.value
    worst = sign * (latest.interval.lower if aim.rising else latest.interval.upper)
    best = sign * (latest.interval.upper if aim.rising else latest.interval.lower)
    within_far = aim.far is None or best <= sign * aim.far
    if worst >= sign * aim.value and within_far:
        return ProgressOutcome.ACHIEVED
    if path_value is not None and worst >= sign * path_value and within_far:
        return ProgressOutcome.ON_COURSE
    if path_value is not None and best < sign * path_value:
        return ProgressOutcome.NOT_ON_COURSE
    if value >= sign * aim.value and (aim.far is None or value <= sign * aim.far):
        return ProgressOutcome.ACHIEVED_MAYBE_CHANCE
    if path_value is None:
        return ProgressOutcome.START_MISSING
    return ProgressOutcome.ON_PATH_MAYBE_CHANCE if value >= sign * path_value else ProgressOutcome.BEHIND_MAYBE_CHANCE
