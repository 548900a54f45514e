"""What people do with societal results, and with the indicators by which they follow them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.ambitions import LONGEST
from data_models.commands.chain import ChainRefusedError
from data_models.commands.ordering import Direction, last_place, move, put_below
from data_models.commands.permission import permit, row_of
from data_models.personal_data import refuse_personal_data
from data_models.queries.ambitions import results_that_stand
from data_models.tables import Ambition, Indicator, Issue, Norm, ResultIndicator, SocietalResult
from data_models.tables.ambitions import RESULT_KINDS

MOST_INDICATORS = 10  # a result that needs more of them is more than one result


@dataclass(frozen=True, slots=True)
class ResultProposal:
    """What the parties want to see for whom; `kind` says whether it is about children, cooperation or a condition."""

    kind: str
    text: str
    target_group: str


def result_faults(proposal: ResultProposal) -> list[str]:
    """What is wrong with a result, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.text.strip():
        found.append("result_missing")
    if not proposal.target_group.strip():
        found.append("target_group_missing")
    if proposal.kind not in RESULT_KINDS:
        found.append("kind_unknown")
    if any(len(text.strip()) > LONGEST for text in (proposal.text, proposal.target_group)):
        found.append("text_too_long")
    return found


def add_result(session: Session, *, actor: Actor, ambition_id: int, proposal: ResultProposal) -> int:
    """Add a result to an ambition of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    _refuse_unknown_ambition(session, actor=actor, ambition_id=ambition_id)
    place = last_place(session, SocietalResult.ambition_id, number=ambition_id)
    added = SocietalResult(region_id=actor.region_id, ambition_id=ambition_id, position=place)
    _fill(added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_result", result=added, from_version=0)
    return added.id


def change_result(
    session: Session, *, actor: Actor, result_id: int, seen_version: int, proposal: ResultProposal
) -> int:
    """Change a result from the version the person saw, and answer its new version."""
    changed = chain.standing(session, SocietalResult, actor=actor, number=result_id, seen_version=seen_version)
    _fill(changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_result", result=changed, from_version=seen_version)
    return changed.version


def move_result(session: Session, *, actor: Actor, result_id: int, direction: Direction) -> None:
    """Put a result one place up or down among those of its ambition."""
    within = SocietalResult.ambition_id
    move(session, SocietalResult, number=result_id, within=within, direction=direction, actor=actor, kind="result")


def put_result_below(
    session: Session, *, actor: Actor, result_id: int, ambition_id: int, seen_ambition: int, at: int | None = None
) -> int:
    """Move a result to another ambition, at the end or at this place; answers the place that it had.

    `seen_ambition` is the one under which the person saw it. Its words and their version stay.
    """
    permit(session, actor=actor, action=Action.SET_NORMS)
    _refuse_unknown_ambition(session, actor=actor, ambition_id=ambition_id)
    moved, before = put_below(
        session,
        SocietalResult,
        number=result_id,
        within=SocietalResult.ambition_id,
        parent=ambition_id,
        seen_parent=seen_ambition,
        at=at,
        actor=actor,
    )
    _record(session, actor=actor, action="put_result_below", result=moved, from_version=moved.version)
    return before


def remove_result(session: Session, *, actor: Actor, result_id: int, seen_version: int) -> int:
    """Take a result away, and answer its new version; its norms keep standing, and it can be put back."""
    gone = chain.set_removed(
        session, SocietalResult, actor=actor, number=result_id, seen_version=seen_version, removed=True
    )
    _record(session, actor=actor, action="remove_result", result=gone, from_version=seen_version)
    return gone.version


def put_back_result(session: Session, *, actor: Actor, result_id: int, seen_version: int) -> int:
    """Undo taking a result away, and answer its new version."""
    back = chain.set_removed(
        session, SocietalResult, actor=actor, number=result_id, seen_version=seen_version, removed=False
    )
    _record(session, actor=actor, action="put_back_result", result=back, from_version=seen_version)
    return back.version


def choose_result_indicators(
    session: Session, *, actor: Actor, result_id: int, seen_version: int, indicators: Sequence[str]
) -> int:
    """Follow a result by these indicators, in this order, and answer its new version; to none is allowed.

    Which indicators they are belongs to the result's version, so that two people do not undo each other's choice.
    """
    result = chain.standing(session, SocietalResult, actor=actor, number=result_id, seen_version=seen_version)
    chosen = list(dict.fromkeys(indicators))
    if len(chosen) > MOST_INDICATORS:
        raise ChainRefusedError("too_many_indicators")
    known = dict(session.execute(select(Indicator.code, Indicator.id).where(Indicator.code.in_(chosen))).all())
    if len(known) != len(chosen):
        raise ChainRefusedError("indicator_unknown")
    chain.touch(result, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    session.execute(delete(ResultIndicator).where(ResultIndicator.result_id == result_id))
    for position, code in enumerate(chosen, start=1):
        row = {"result_id": result_id, "indicator_id": known[code], "region_id": result.region_id}
        session.execute(insert(ResultIndicator).values(position=position, **row))
    _record(session, actor=actor, action="choose_result_indicators", result=result, from_version=seen_version)
    return result.version


def link_norm(session: Session, *, actor: Actor, norm_id: int, result_id: int | None, seen_result: int | None) -> None:
    """Say to which result a norm belongs; `seen_result` is the one that the person saw there.

    What the norm asks stays as it is, and so does its version: nobody needs to adopt it anew.
    """
    norm = row_of(session, Norm, number=norm_id, actor=actor, action=Action.SET_NORMS, lock=True)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=norm.region_id)
    if norm.result_id != seen_result:
        raise ChainRefusedError("link_changed")
    if result_id is not None:
        own = results_that_stand().where(SocietalResult.id == result_id, SocietalResult.region_id == actor.region_id)
        if session.scalar(own) is None:
            raise ChainRefusedError("result_unknown")
    session.execute(update(Norm).where(Norm.id == norm_id).values(result_id=result_id))
    session.refresh(norm)
    chain.record(session, actor=actor, action="link_norm", subject=norm, kind="norm", from_version=norm.version)


def _refuse_unknown_ambition(session: Session, *, actor: Actor, ambition_id: int) -> None:
    own = (
        select(Ambition.id)
        .join(Issue, Issue.id == Ambition.issue_id)
        .where(Ambition.id == ambition_id, Ambition.region_id == actor.region_id)
        .where(Ambition.removed_at.is_(None), Issue.removed_at.is_(None))
    )
    if session.scalar(own) is None:
        raise ChainRefusedError("ambition_unknown")


def _fill(result: SocietalResult, *, proposal: ResultProposal, actor: Actor) -> None:
    found = result_faults(proposal)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(proposal.text, proposal.target_group)
    result.kind, result.text, result.target_group = (
        proposal.kind,
        proposal.text.strip(),
        " ".join(proposal.target_group.split()),
    )
    chain.touch(result, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, result: SocietalResult, from_version: int) -> None:
    chain.record(session, actor=actor, action=action, subject=result, kind="result", from_version=from_version)
