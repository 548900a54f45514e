"""What the parties agree about the monitoring itself, and which figures they expect when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, chain, topics
from data_models.commands.chain import LONGEST_NAME, ChainConflictError, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import (
    ExpectedFigure,
    Indicator,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
)
from data_models.tables.declaration import now
from data_models.tables.monitoring import PLANS

LONGEST = 2_000  # characters of one text
MOST_INDICATORS = 40
FIRST_YEAR = 1990  # before any of our series


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """A plan that the monitoring feeds: its rhythm in words, and when it is made again."""

    plan: str
    rhythm: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class MonitoringProposal:
    """What the parties agree; `collectors` says who collects, for each of `indicators` in the same order."""

    purpose: str
    definitions: str
    sees: str
    rhythm: str
    indicators: tuple[str, ...]
    collectors: tuple[str, ...]
    plans: tuple[PlanProposal, ...]


def faults(proposal: MonitoringProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.purpose.strip():
        found.append("purpose_missing")
    texts = (proposal.purpose, proposal.definitions, proposal.sees, proposal.rhythm)
    names = (*proposal.collectors, *(one.rhythm for one in proposal.plans))
    if max(map(len, texts)) > LONGEST or any(len(one_line(one)) > LONGEST_NAME for one in names):
        found.append("text_too_long")
    if len(proposal.indicators) > MOST_INDICATORS:
        found.append("too_many_indicators")
    if any(one.plan not in PLANS for one in proposal.plans):
        found.append("plan_unknown")
    return found


def save_agreement(session: Session, *, actor: Actor, seen_version: int, proposal: MonitoringProposal) -> int:
    """Keep what the actor's region agreed, over the version the person saw (0: none); answers the new version."""
    agreement = _seen(session, actor=actor, seen_version=seen_version)
    wrong = faults(proposal)
    if wrong:
        raise ChainRefusedError(wrong[0])
    texts = (proposal.purpose, proposal.definitions, proposal.sees, proposal.rhythm)
    refuse_personal_data(*texts, *proposal.collectors, *(one.rhythm for one in proposal.plans))
    _fill(session, agreement, actor=actor, proposal=proposal)
    _record(session, actor=actor, action="save_monitoring", agreement=agreement, from_version=seen_version)
    return agreement.version


def clear_agreement(session: Session, *, actor: Actor, seen_version: int) -> int:
    """Undo the first agreement: from now on nothing is agreed; answers the new version."""
    agreement = _seen(session, actor=actor, seen_version=seen_version)
    _fill(session, agreement, actor=actor, proposal=MonitoringProposal("", "", "", "", (), (), ()))
    _record(session, actor=actor, action="clear_monitoring", agreement=agreement, from_version=seen_version)
    return agreement.version


def expect_figure(session: Session, *, actor: Actor, indicator: str, year: int, due_on: date) -> int:
    """Put a figure that is to come on the calendar of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    if not FIRST_YEAR <= year <= due_on.year:
        raise ChainRefusedError("year_impossible")
    indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == indicator)).one()
    of_figure = ExpectedFigure.region_id == actor.region_id, ExpectedFigure.indicator_id == indicator_id
    stands = (*of_figure, ExpectedFigure.year == year, ExpectedFigure.removed_at.is_(None))
    if session.scalar(select(ExpectedFigure.id).where(*stands).limit(1)) is not None:
        raise ChainRefusedError("expected_already")
    added = ExpectedFigure(region_id=actor.region_id, indicator_id=indicator_id, year=year, due_on=due_on)
    chain.touch(added, actor=actor)
    session.add(added)
    session.flush()
    _record_expected(session, actor=actor, action="expect_figure", expected=added, from_version=0)
    return added.id


def drop_expected_figure(session: Session, *, actor: Actor, expected_id: int, seen_version: int) -> int:
    """Take it off the calendar from the version the person saw, and answer its new version; it can be put back."""
    gone = chain.set_removed(
        session, ExpectedFigure, actor=actor, number=expected_id, seen_version=seen_version, removed=True
    )
    _record_expected(session, actor=actor, action="drop_expected_figure", expected=gone, from_version=seen_version)
    return gone.version


def put_back_expected_figure(session: Session, *, actor: Actor, expected_id: int, seen_version: int) -> int:
    """Undo taking it off the calendar, and answer its new version."""
    back = chain.set_removed(
        session, ExpectedFigure, actor=actor, number=expected_id, seen_version=seen_version, removed=False
    )
    _record_expected(session, actor=actor, action="put_back_expected_figure", expected=back, from_version=seen_version)
    return back.version


def _seen(session: Session, *, actor: Actor, seen_version: int) -> MonitoringAgreement:
    """The agreement of the actor's region as the person saw it, held until it is written; a new one when none is."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    own = select(MonitoringAgreement).where(MonitoringAgreement.region_id == actor.region_id).with_for_update()
    found = session.scalar(own)
    current = found.version if found else 0
    if current != seen_version:
        raise ChainConflictError(seen_version, current)
    return found or MonitoringAgreement(region_id=actor.region_id)


def _fill(session: Session, agreement: MonitoringAgreement, *, actor: Actor, proposal: MonitoringProposal) -> None:
    wanted = select(Indicator.code, Indicator.id).where(Indicator.code.in_(proposal.indicators))
    numbers = dict(session.execute(wanted).all())
    if set(numbers) != set(proposal.indicators):
        raise ChainRefusedError("indicator_unknown")
    for table in (MonitoredIndicator, MonitoringPlan):
        session.execute(delete(table).where(table.region_id == actor.region_id))
    session.add_all(
        MonitoredIndicator(region_id=actor.region_id, indicator_id=numbers[code], collector=one_line(collector))
        for code, collector in _collected(proposal)
    )
    session.add_all(
        MonitoringPlan(region_id=actor.region_id, plan=one.plan, rhythm=one_line(one.rhythm), next_on=one.next_on)
        for one in proposal.plans
    )
    agreement.purpose, agreement.definitions = proposal.purpose.strip(), proposal.definitions.strip()
    agreement.sees, agreement.rhythm = proposal.sees.strip(), proposal.rhythm.strip()
    agreement.updated_by, agreement.updated_at = actor.person_id, now()
    session.add(agreement)
    session.flush()
    session.add(
        MonitoringVersion(
            region_id=actor.region_id,
            agreement_id=agreement.id,
            version=agreement.version,
            purpose=agreement.purpose,
            definitions=agreement.definitions,
            sees=agreement.sees,
            rhythm=agreement.rhythm,
            indicators=_written([code, one_line(by)] for code, by in _collected(proposal)),
            plans=_written([one.plan, one_line(one.rhythm), str(one.next_on or "")] for one in proposal.plans),
            changed_by=actor.person_id,
        )
    )


def _collected(proposal: MonitoringProposal) -> Iterable[tuple[str, str]]:
    return zip(proposal.indicators, proposal.collectors, strict=True)


def _written(rows: Iterable[list[str]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False)


def _record(session: Session, *, actor: Actor, action: str, agreement: MonitoringAgreement, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="monitoring",
        subject_id=agreement.id,
        from_version=from_version,
        to_version=agreement.version,
        detail="",
    )
    topics.bump(session, topic="norms", region_id=actor.region_id)  # the overview follows what was agreed


def _record_expected(
    session: Session, *, actor: Actor, action: str, expected: ExpectedFigure, from_version: int
) -> None:
    chain.record(
        session, actor=actor, action=action, subject=expected, kind="expected_figure", from_version=from_version
    )
