"""The tree of a region: issues, ambitions, results, the indicators and norms of these, and what people notice."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models import access
from data_models.access import Actor, region_read
from data_models.tables import (
    Ambition,
    Area,
    Indicator,
    Issue,
    Norm,
    Observation,
    Region,
    ResultIndicator,
    SocietalResult,
)

SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class ObservationFacts:
    """What somebody noticed of a result; `editable` by the author and their colleagues."""

    id: int
    kind: str
    text: str
    organisation: str
    created_at: datetime
    version: int
    editable: bool


@dataclass(frozen=True, slots=True)
class NormLink:
    """A norm that belongs to a result: what it is about, where, and how far it is."""

    id: int
    indicator: str
    area: str
    area_name: str
    state: str


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """A result, the codes of the indicators by which it is followed, its norms, and what is noticed."""

    id: int
    region_id: int
    kind: str
    text: str
    target_group: str
    version: int
    indicators: tuple[str, ...] = ()
    norms: tuple[NormLink, ...] = ()
    observations: tuple[ObservationFacts, ...] = ()

    @property
    def followed(self) -> tuple[str, ...]:
        """The indicators that were chosen, and those of its norms."""
        return tuple(dict.fromkeys([*self.indicators, *(norm.indicator for norm in self.norms)]))


@dataclass(frozen=True, slots=True)
class AmbitionFacts:
    """An ambition with its results."""

    id: int
    region_id: int
    text: str
    version: int
    results: tuple[ResultFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """An issue with the ambitions that answer it."""

    id: int
    region_id: int
    matter: str
    for_whom: str
    why_now: str
    version: int
    ambitions: tuple[AmbitionFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything that stands of a region, in the order that its people gave it."""

    issues: tuple[IssueFacts, ...] = field(default=())

    @property
    def results(self) -> tuple[ResultFacts, ...]:
        """Every result, in the order of the tree."""
        return tuple(result for issue in self.issues for one in issue.ambitions for result in one.results)

    @property
    def lacks_substance(self) -> bool:
        """Whether there are results, and none of them says what children get better of."""
        return bool(self.results) and all(result.kind != SUBSTANTIVE for result in self.results)

    def parents_for(self, kind: str) -> dict[int, str]:
        """What a result or an ambition can stand below, by id: the ambitions or the issues; an issue below nothing."""
        if kind == "ambition":
            return {issue.id: issue.matter for issue in self.issues}
        ambitions = {one.id: one.text for issue in self.issues for one in issue.ambitions}
        return ambitions if kind == "result" else {}

    def parent_of(self, kind: str, *, number: int) -> int | None:
        """The ambition of a result, or the issue of an ambition, by its id; None when that is not in the tree."""
        for issue in self.issues:
            for ambition in issue.ambitions:
                if kind == "ambition" and ambition.id == number:
                    return issue.id
                if kind == "result" and number in [result.id for result in ambition.results]:
                    return ambition.id
        return None

    def path_to(self, result_id: int) -> tuple[IssueFacts, AmbitionFacts, ResultFacts] | None:
        """The issue, ambition and result with this id; None when there is none that stands."""
        for issue in self.issues:
            for ambition in issue.ambitions:
                for result in ambition.results:
                    if result.id == result_id:
                        return issue, ambition, result
        return None


def tree(session: Session, *, asker: Actor | None, fictional: bool) -> Tree:
    """The tree of the asker's region, or of the fictional region, which is there for everyone; in six statements."""

    def shown(column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        invented = select(Region.id).where(Region.fictional)
        return column.in_(invented) if fictional else (column == region_read(asker)) & column.not_in(invented)

    indicators = _indicators(session, shown(ResultIndicator.region_id))
    norms = _norms(session, shown(Norm.region_id))
    observations = _observations(session, shown(Observation.region_id), asker=asker)
    results: defaultdict[int, list[ResultFacts]] = defaultdict(list)
    for row in session.scalars(
        select(SocietalResult)
        .where(shown(SocietalResult.region_id), SocietalResult.removed_at.is_(None))
        .order_by(SocietalResult.position, SocietalResult.id)
    ):
        results[row.ambition_id].append(
            ResultFacts(
                id=row.id,
                region_id=row.region_id,
                kind=row.kind,
                text=row.text,
                target_group=row.target_group,
                version=row.version,
                indicators=tuple(indicators[row.id]),
                norms=tuple(norms[row.id]),
                observations=tuple(observations[row.id]),
            )
        )
    ambitions: defaultdict[int, list[AmbitionFacts]] = defaultdict(list)
    for ambition in session.scalars(
        select(Ambition)
        .where(shown(Ambition.region_id), Ambition.removed_at.is_(None))
        .order_by(Ambition.position, Ambition.id)
    ):
        ambitions[ambition.issue_id].append(
            AmbitionFacts(
                ambition.id,
                ambition.region_id,
                ambition.text,
                ambition.version,
                tuple(results[ambition.id]),
            )
        )
    issues = select(Issue).where(shown(Issue.region_id), Issue.removed_at.is_(None)).order_by(Issue.position, Issue.id)
    return Tree(
        tuple(
            IssueFacts(
                row.id,
                row.region_id,
                row.matter,
                row.for_whom,
                row.why_now,
                row.version,
                tuple(ambitions[row.id]),
            )
            for row in session.scalars(issues)
        )
    )


def results_that_stand() -> Select[int]:
    """The ids, in whatever region, of the results that stand, and of which the ambition and the issue stand."""
    return (
        select(SocietalResult.id)
        .join(Ambition, Ambition.id == SocietalResult.ambition_id)
        .join(Issue, Issue.id == Ambition.issue_id)
        .where(SocietalResult.removed_at.is_(None), Ambition.removed_at.is_(None), Issue.removed_at.is_(None))
    )


def _indicators(session: Session, shown: ColumnElement[bool]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    question = (
        select(ResultIndicator.result_id, Indicator.code)
        .join(Indicator, Indicator.id == ResultIndicator.indicator_id)
        .where(shown)
        .order_by(ResultIndicator.result_id, ResultIndicator.position)
    )
    for result_id, code in session.execute(question):
        found[result_id].append(code)
    return found


def _norms(session: Session, shown: ColumnElement[bool]) -> defaultdict[int, list[NormLink]]:
    """The norms that are proposed or agreed and not over; a concept is its writer's business."""
    found: defaultdict[int, list[NormLink]] = defaultdict(list)
    question = (
        select(Norm.result_id, Norm.id, Indicator.code, Area.code, Area.name, Norm.state)
        .join(Indicator, Indicator.id == Norm.indicator_id)
        .join(Area, Area.id == Norm.area_id)
        .where(shown, Norm.result_id.is_not(None), Norm.state.in_(("proposed", "agreed", "adopted")))
        .order_by(Indicator.position, Area.name, Norm.id)
    )
    for result_id, number, indicator, area, area_name, state in session.execute(question):
        found[result_id or 0].append(NormLink(number, indicator, area, area_name, state))
    return found


def _observations(
    session: Session, shown: ColumnElement[bool], *, asker: Actor | None
) -> defaultdict[int, list[ObservationFacts]]:
    found: defaultdict[int, list[ObservationFacts]] = defaultdict(list)
    question = (
        select(Observation)
        .where(shown, Observation.removed_at.is_(None))
        .order_by(Observation.created_at, Observation.id)
    )
    for row in session.scalars(question):
        mine = asker is not None and row.region_id == asker.region_id
        found[row.result_id].append(
            ObservationFacts(
                id=row.id,
                kind=row.kind,
                text=row.text,
                organisation=row.organisation,
                created_at=row.created_at,
                version=row.version,
                editable=mine
                and asker is not None
                and (row.person_id == asker.person_id or access.are_colleagues(asker, organisation=row.organisation)),
            )
        )
    return found
