"""What people do with the issues of their region and with the ambitions that answer them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import ChainRefusedError
from data_models.commands.ordering import Direction, last_place, move, put_below
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import Ambition, Issue

LONGEST = 600  # characters of one field: what is still read in a column of the tree


@dataclass(frozen=True, slots=True)
class IssueProposal:
    """What is the matter, for whom, and why now."""

    matter: str
    for_whom: str = ""
    why_now: str = ""


def issue_faults(proposal: IssueProposal) -> list[str]:
    """What is wrong with an issue, each by its name; an empty list when nothing is."""
    found = [] if proposal.matter.strip() else ["matter_missing"]
    if any(len(text.strip()) > LONGEST for text in _texts(proposal)):
        found.append("text_too_long")
    return found


def add_issue(session: Session, *, actor: Actor, proposal: IssueProposal) -> int:
    """Add an issue below those of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    added = Issue(region_id=actor.region_id, position=last_place(session, Issue.region_id, number=actor.region_id))
    _fill_issue(added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    chain.record(session, actor=actor, action="add_issue", subject=added, kind="issue", from_version=0)
    return added.id


def change_issue(session: Session, *, actor: Actor, issue_id: int, seen_version: int, proposal: IssueProposal) -> int:
    """Change an issue from the version the person saw, and answer its new version."""
    changed = chain.standing(session, Issue, actor=actor, number=issue_id, seen_version=seen_version)
    _fill_issue(changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    chain.record(session, actor=actor, action="change_issue", subject=changed, kind="issue", from_version=seen_version)
    return changed.version


def move_issue(session: Session, *, actor: Actor, issue_id: int, direction: Direction) -> None:
    """Put an issue one place up or down among those that stand."""
    move(session, Issue, number=issue_id, within=Issue.region_id, direction=direction, actor=actor, kind="issue")


def remove_issue(session: Session, *, actor: Actor, issue_id: int, seen_version: int) -> int:
    """Take an issue away with all below it, and answer its new version; it can be put back."""
    gone = chain.set_removed(session, Issue, actor=actor, number=issue_id, seen_version=seen_version, removed=True)
    chain.record(session, actor=actor, action="remove_issue", subject=gone, kind="issue", from_version=seen_version)
    return gone.version


def put_back_issue(session: Session, *, actor: Actor, issue_id: int, seen_version: int) -> int:
    """Undo taking an issue away, and answer its new version."""
    back = chain.set_removed(session, Issue, actor=actor, number=issue_id, seen_version=seen_version, removed=False)
    chain.record(session, actor=actor, action="put_back_issue", subject=back, kind="issue", from_version=seen_version)
    return back.version


def add_ambition(session: Session, *, actor: Actor, issue_id: int, text: str) -> int:
    """Add an ambition to an issue of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    _refuse_unknown_issue(session, actor=actor, issue_id=issue_id)
    place = last_place(session, Ambition.issue_id, number=issue_id)
    added = Ambition(region_id=actor.region_id, issue_id=issue_id, position=place)
    _fill_ambition(added, text=text, actor=actor)
    session.add(added)
    session.flush()
    chain.record(session, actor=actor, action="add_ambition", subject=added, kind="ambition", from_version=0)
    return added.id


def change_ambition(session: Session, *, actor: Actor, ambition_id: int, seen_version: int, text: str) -> int:
    """Change an ambition from the version the person saw, and answer its new version."""
    changed = chain.standing(session, Ambition, actor=actor, number=ambition_id, seen_version=seen_version)
    _fill_ambition(changed, text=text, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    chain.record(
        session, actor=actor, action="change_ambition", subject=changed, kind="ambition", from_version=seen_version
    )
    return changed.version


def move_ambition(session: Session, *, actor: Actor, ambition_id: int, direction: Direction) -> None:
    """Put an ambition one place up or down among those of its issue."""
    move(
        session,
        Ambition,
        number=ambition_id,
        within=Ambition.issue_id,
        direction=direction,
        actor=actor,
        kind="ambition",
    )


def put_ambition_below(
    session: Session, *, actor: Actor, ambition_id: int, issue_id: int, seen_issue: int, at: int | None = None
) -> int:
    """Move an ambition with its results to another issue, at the end or at this place; answers the place that it had.

    `seen_issue` is the one under which the person saw it. Its words and their version stay.
    """
    permit(session, actor=actor, action=Action.SET_NORMS)
    _refuse_unknown_issue(session, actor=actor, issue_id=issue_id)
    moved, before = put_below(
        session,
        Ambition,
        number=ambition_id,
        within=Ambition.issue_id,
        parent=issue_id,
        seen_parent=seen_issue,
        at=at,
        actor=actor,
    )
    action, version = "put_ambition_below", moved.version
    chain.record(session, actor=actor, action=action, subject=moved, kind="ambition", from_version=version)
    return before


def remove_ambition(session: Session, *, actor: Actor, ambition_id: int, seen_version: int) -> int:
    """Take an ambition away with its results, and answer its new version; it can be put back."""
    return _set_ambition_removed(session, actor=actor, number=ambition_id, seen_version=seen_version, removed=True)


def put_back_ambition(session: Session, *, actor: Actor, ambition_id: int, seen_version: int) -> int:
    """Undo taking an ambition away, and answer its new version."""
    return _set_ambition_removed(session, actor=actor, number=ambition_id, seen_version=seen_version, removed=False)


def _set_ambition_removed(session: Session, *, actor: Actor, number: int, seen_version: int, removed: bool) -> int:
    row = chain.set_removed(session, Ambition, actor=actor, number=number, seen_version=seen_version, removed=removed)
    action = "remove_ambition" if removed else "put_back_ambition"
    chain.record(session, actor=actor, action=action, subject=row, kind="ambition", from_version=seen_version)
    return row.version


def _refuse_unknown_issue(session: Session, *, actor: Actor, issue_id: int) -> None:
    own = select(Issue.id).where(Issue.id == issue_id, Issue.region_id == actor.region_id, Issue.removed_at.is_(None))
    if session.scalar(own) is None:
        raise ChainRefusedError("issue_unknown")


def _fill_issue(issue: Issue, *, proposal: IssueProposal, actor: Actor) -> None:
    found = issue_faults(proposal)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(*_texts(proposal))
    issue.matter, issue.for_whom, issue.why_now = (text.strip() for text in _texts(proposal))
    chain.touch(issue, actor=actor)


def _texts(proposal: IssueProposal) -> tuple[str, str, str]:
    return proposal.matter, proposal.for_whom, proposal.why_now


def ambition_faults(text: str) -> list[str]:
    """What is wrong with an ambition, each by its name; an empty list when nothing is."""
    if not text.strip():
        return ["ambition_missing"]
    return ["text_too_long"] if len(text.strip()) > LONGEST else []


def _fill_ambition(ambition: Ambition, *, text: str, actor: Actor) -> None:
    found = ambition_faults(text)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(text)
    ambition.text = text.strip()
    chain.touch(ambition, actor=actor)
