"""What people write of what they notice: a story, a quote or an observation beside a societal result."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import chain
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.permission import permit, row_of
from data_models.personal_data import refuse_personal_data
from data_models.queries.ambitions import results_that_stand
from data_models.tables import Observation, SocietalResult
from data_models.tables.ambitions import OBSERVATION_KINDS
from data_models.tables.declaration import now

LONGEST = 2_000  # characters: a story of a minute's reading


@dataclass(frozen=True, slots=True)
class ObservationProposal:
    """What somebody noticed, in words."""

    kind: str
    text: str


def faults(proposal: ObservationProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = [] if proposal.text.strip() else ["observation_missing"]
    if len(proposal.text.strip()) > LONGEST:
        found.append("observation_too_long")
    if proposal.kind not in OBSERVATION_KINDS:
        found.append("kind_unknown")
    return found


def add_observation(session: Session, *, actor: Actor, result_id: int, proposal: ObservationProposal) -> int:
    """Put what was noticed beside a result of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    own = results_that_stand().where(SocietalResult.id == result_id, SocietalResult.region_id == actor.region_id)
    if session.scalar(own) is None:
        raise ChainRefusedError("result_unknown")
    added = Observation(
        region_id=actor.region_id, result_id=result_id, organisation=actor.organisation, person_id=actor.person_id
    )
    _fill(added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_observation", observation=added, from_version=0)
    return added.id


def change_observation(
    session: Session, *, actor: Actor, observation_id: int, seen_version: int, proposal: ObservationProposal
) -> int:
    """Change it from the version the person saw, and answer its new version.

    The author may, and a colleague of the same organisation.
    """
    changed = _own(session, actor=actor, number=observation_id, seen_version=seen_version)
    if changed.removed_at is not None:
        raise ChainRefusedError("removed_already")
    _fill(changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_observation", observation=changed, from_version=seen_version)
    return changed.version


def remove_observation(session: Session, *, actor: Actor, observation_id: int, seen_version: int) -> int:
    """Take it away, and answer its new version; the author may put it back, and a colleague."""
    return _set_removed(session, actor=actor, number=observation_id, seen_version=seen_version, removed=True)


def put_back_observation(session: Session, *, actor: Actor, observation_id: int, seen_version: int) -> int:
    """Undo taking it away, and answer its new version."""
    return _set_removed(session, actor=actor, number=observation_id, seen_version=seen_version, removed=False)


def _set_removed(session: Session, *, actor: Actor, number: int, seen_version: int, removed: bool) -> int:
    row = _own(session, actor=actor, number=number, seen_version=seen_version)
    if (row.removed_at is not None) == removed:
        raise ChainRefusedError("removed_already" if removed else "not_removed")
    row.removed_at = now() if removed else None
    chain.touch(row, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    action = "remove_observation" if removed else "put_back_observation"
    _record(session, actor=actor, action=action, observation=row, from_version=seen_version)
    return row.version


def _own(session: Session, *, actor: Actor, number: int, seen_version: int) -> Observation:
    """One's own, or of one's organisation, as the person saw it."""
    found = row_of(session, Observation, number=number, actor=actor, action=Action.CONTRIBUTE)
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=found.region_id)
    mine = found.person_id == actor.person_id
    if not mine and not access.are_colleagues(actor, organisation=found.organisation):
        raise NotAllowedError(actor, Action.CONTRIBUTE, found.region_id)
    if found.version != seen_version:
        raise ChainConflictError(seen_version, found.version)
    return found


def _fill(observation: Observation, *, proposal: ObservationProposal, actor: Actor) -> None:
    found = faults(proposal)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(proposal.text)
    observation.kind, observation.text = proposal.kind, proposal.text.strip()
    chain.touch(observation, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, observation: Observation, from_version: int) -> None:
    chain.record(
        session, actor=actor, action=action, subject=observation, kind="observation", from_version=from_version
    )
