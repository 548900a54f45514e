"""What people do with what an activity yields: add an output or outcome, change it, take it away, put it back."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import LONGEST, LONGEST_NAME, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import Effort, EffortYield, YieldMeasurement
from data_models.tables.efforts import YIELD_KINDS


@dataclass(frozen=True, slots=True)
class YieldProposal:
    """What an activity yields: in words, what is counted of it, and whether those are people."""

    kind: str  # output, outcome
    text: str
    unit: str  # "leerlingen", "gesprekken"; empty when nothing is counted
    counts_people: bool = True


def faults(proposal: YieldProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.text.strip():
        found.append("yield_missing")
    if len(one_line(proposal.text)) > LONGEST or len(one_line(proposal.unit)) > LONGEST_NAME:
        found.append("text_too_long")
    if proposal.kind not in YIELD_KINDS:
        found.append("kind_unknown")
    return found


def add_yield(session: Session, *, actor: Actor, effort_id: int, proposal: YieldProposal) -> int:
    """Add an output or outcome to an activity of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    effort = session.get(Effort, effort_id)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=effort.region_id if effort else 0)
    added = EffortYield(region_id=actor.region_id, effort_id=effort_id)
    _fill(added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_yield", found=added, from_version=0)
    return added.id


def change_yield(session: Session, *, actor: Actor, yield_id: int, seen_version: int, proposal: YieldProposal) -> int:
    """Change it from the version the person saw, and answer its new version.

    Once figures were entered it stays what it counts, people or not: they were protected, or not, for that.
    """
    changed = chain.standing(session, EffortYield, actor=actor, number=yield_id, seen_version=seen_version)
    entered = select(YieldMeasurement.id).where(YieldMeasurement.yield_id == yield_id).limit(1)
    if proposal.counts_people != changed.counts_people and session.scalar(entered) is not None:
        raise ChainRefusedError("people_fixed")
    _fill(changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_yield", found=changed, from_version=seen_version)
    return changed.version


def remove_yield(session: Session, *, actor: Actor, yield_id: int, seen_version: int) -> int:
    """Take it away with its figures, and answer its new version; it can be put back."""
    gone = chain.set_removed(
        session, EffortYield, actor=actor, number=yield_id, seen_version=seen_version, removed=True
    )
    _record(session, actor=actor, action="remove_yield", found=gone, from_version=seen_version)
    return gone.version


def put_back_yield(session: Session, *, actor: Actor, yield_id: int, seen_version: int) -> int:
    """Undo taking it away, and answer its new version."""
    back = chain.set_removed(
        session, EffortYield, actor=actor, number=yield_id, seen_version=seen_version, removed=False
    )
    _record(session, actor=actor, action="put_back_yield", found=back, from_version=seen_version)
    return back.version


def _fill(found: EffortYield, *, proposal: YieldProposal, actor: Actor) -> None:
    wrong = faults(proposal)
    if wrong:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(proposal.text, proposal.unit)
    found.kind, found.text, found.unit = proposal.kind, one_line(proposal.text), one_line(proposal.unit)
    found.counts_people = proposal.counts_people
    chain.touch(found, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, found: EffortYield, from_version: int) -> None:
    chain.record(session, actor=actor, action=action, subject=found, kind="effort_yield", from_version=from_version)
