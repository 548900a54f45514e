"""The chain of a region: goals, what is done for them, what that yields, and how much of it was counted."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Actor, region_read
from data_models.queries.ambitions import results_that_stand
from data_models.tables import (
    Ambition,
    Effort,
    EffortYield,
    Goal,
    GoalEffort,
    Person,
    Region,
    SocietalResult,
    YieldMeasurement,
)


@dataclass(frozen=True, slots=True)
class MeasurementFacts:
    """How much was counted over a year, as it stood at a version; `status` is shown, withheld or withdrawn."""

    year: int
    version: int
    count: float | None
    denominator: float | None
    status: str
    reason: str
    source: str
    organisation: str  # of who entered it; empty when that is not known
    entered_at: datetime
    earlier: tuple["MeasurementFacts", ...] = ()  # the newest first


@dataclass(frozen=True, slots=True)
class YieldFacts:
    """An output or outcome, with its figures: the last year first, only what stands."""

    id: int
    kind: str
    text: str
    unit: str
    counts_people: bool
    version: int
    measurements: tuple[MeasurementFacts, ...]
    versions: dict[int, int]  # the last version of every year that ever had a figure


@dataclass(frozen=True, slots=True)
class EffortFacts:
    """An activity, the ids of the goals that it serves, and what it yields."""

    id: int
    activity: str
    organisation: str
    starts_on: date | None
    ends_on: date | None
    version: int
    goals: tuple[int, ...]
    yields: tuple[YieldFacts, ...]

    def yields_of(self, kind: str) -> tuple[YieldFacts, ...]:
        """Its outputs, or its outcomes."""
        return tuple(one for one in self.yields if one.kind == kind)


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A goal, and the result that it adds to."""

    id: int
    text: str
    result_id: int | None
    result: str  # empty when it adds to none yet
    version: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Everything that stands of a region: goals in their order, activities as they came, results to choose from."""

    goals: tuple[GoalFacts, ...]
    efforts: tuple[EffortFacts, ...]
    results: dict[int, str]

    def efforts_of(self, goal: GoalFacts) -> tuple[EffortFacts, ...]:
        """What is done for a goal."""
        return tuple(one for one in self.efforts if goal.id in one.goals)

    @property
    def loose(self) -> tuple[EffortFacts, ...]:
        """Activities of which no goal stands any more."""
        standing = {goal.id for goal in self.goals}
        return tuple(one for one in self.efforts if not standing.intersection(one.goals))

    def has_outcome(self, goal: GoalFacts) -> bool:
        """Whether anything is said of what the goal brings the child."""
        return any(one.yields_of("outcome") for one in self.efforts_of(goal))


def chain(session: Session, *, asker: Actor | None, fictional: bool) -> Chain:
    """The chain of the asker's region, or of the fictional region, which is there for everyone; in six statements."""

    def shown(column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        invented = select(Region.id).where(Region.fictional)
        return column.in_(invented) if fictional else (column == region_read(asker)) & column.not_in(invented)

    results = (
        select(SocietalResult.id, SocietalResult.text)
        .join(Ambition, Ambition.id == SocietalResult.ambition_id)
        .where(shown(Ambition.region_id), SocietalResult.id.in_(results_that_stand()))
        .order_by(Ambition.position, SocietalResult.position, SocietalResult.id)
    )
    goals = (
        select(Goal, SocietalResult.text)
        .outerjoin(SocietalResult, (SocietalResult.id == Goal.result_id) & SocietalResult.id.in_(results_that_stand()))
        .where(shown(Goal.region_id), Goal.removed_at.is_(None))
        .order_by(Goal.position, Goal.id)
    )
    serves: defaultdict[int, list[int]] = defaultdict(list)
    for goal_id, effort_id in session.execute(
        select(GoalEffort.goal_id, GoalEffort.effort_id).where(shown(GoalEffort.region_id)).order_by(GoalEffort.goal_id)
    ):
        serves[effort_id].append(goal_id)
    counted = _counted(session, shown(YieldMeasurement.region_id))
    yields: defaultdict[int, list[YieldFacts]] = defaultdict(list)
    of_region = shown(EffortYield.region_id), EffortYield.removed_at.is_(None)
    for row in session.scalars(select(EffortYield).where(*of_region).order_by(EffortYield.id)):
        years = counted.get(row.id, [])
        yields[row.effort_id].append(
            YieldFacts(
                id=row.id,
                kind=row.kind,
                text=row.text,
                unit=row.unit,
                counts_people=row.counts_people,
                version=row.version,
                measurements=tuple(one for one in years if one.status != "withdrawn"),
                versions={one.year: one.version for one in years},
            )
        )
    efforts = select(Effort).where(shown(Effort.region_id), Effort.removed_at.is_(None)).order_by(Effort.id)
    return Chain(
        goals=tuple(
            GoalFacts(row.id, row.text, row.result_id, result or "", row.version)
            for row, result in session.execute(goals)
        ),
        efforts=tuple(
            EffortFacts(
                id=row.id,
                activity=row.activity,
                organisation=row.organisation,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                version=row.version,
                goals=tuple(serves[row.id]),
                yields=tuple(yields[row.id]),
            )
            for row in session.scalars(efforts)
        ),
        results=dict(session.execute(results).all()),
    )


def _counted(session: Session, shown: ColumnElement[bool]) -> dict[int, list[MeasurementFacts]]:
    """Per output or outcome the last version of every year, the last year first, with the earlier ones in it."""
    question = (
        select(YieldMeasurement, Person.organisation)
        .outerjoin(Person, Person.id == YieldMeasurement.entered_by)
        .where(shown)
        .order_by(YieldMeasurement.yield_id, YieldMeasurement.year.desc(), YieldMeasurement.version)
    )
    found: dict[int, list[MeasurementFacts]] = {}
    for row, organisation in session.execute(question):
        years = found.setdefault(row.yield_id, [])
        before: tuple[MeasurementFacts, ...] = ()
        if years and years[-1].year == row.year:
            last = years.pop()
            before = (_without_earlier(last), *last.earlier)
        years.append(
            MeasurementFacts(
                year=row.year,
                version=row.version,
                count=row.count,
                denominator=row.denominator,
                status=row.status,
                reason=row.reason,
                source=row.source,
                organisation=organisation or "",
                entered_at=row.entered_at,
                earlier=before,
            )
        )
    return found


def _without_earlier(one: MeasurementFacts) -> MeasurementFacts:
    return MeasurementFacts(
        one.year,
        one.version,
        one.count,
        one.denominator,
        one.status,
        one.reason,
        one.source,
        one.organisation,
        one.entered_at,
    )
