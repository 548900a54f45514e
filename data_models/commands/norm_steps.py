"""The steps of a norm: proposed, agreed in an overleg, withdrawn and restored; and the last one taken back."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands.adopting import today
from data_models.commands.norm_keeping import CONTENT, NOTHING_SEEN, Keeping, NormRefusedError, rank
from data_models.personal_data import refuse_personal_data
from data_models.tables import Norm, NormAdoption


def propose_norm(
    session: Session, *, actor: Actor, norm_id: int, seen_version: int, seen: Mapping[int, int] = NOTHING_SEEN
) -> int:
    """Show a concept to everyone in the region as a proposal, and answer its new version; it replaces another proposal.

    `seen` are the other norms that the person saw standing for the figure, as with `norms.set_norm`.
    """
    keeping = Keeping(session, actor)
    norm = keeping.standing(norm_id, seen_version=seen_version)
    if norm.state != "concept":
        raise NormRefusedError("not_concept")
    _advance(keeping, norm=norm, state="proposed", former=keeping.make_room(norm, state="proposed", seen=seen))
    keeping.record(norm, action="propose_norm", from_version=seen_version)
    return norm.version


def agree_norm(
    session: Session,
    *,
    actor: Actor,
    norm_id: int,
    seen_version: int,
    meeting: str,
    met_on: date | None,
    seen: Mapping[int, int] = NOTHING_SEEN,
) -> int:
    """Note in which overleg and on which day a proposal was agreed; what was agreed before is replaced by it.

    `seen` are the other norms that the person saw standing for the figure, as with `norms.set_norm`.
    """
    keeping = Keeping(session, actor)
    norm = keeping.standing(norm_id, seen_version=seen_version)
    if norm.state != "proposed":
        raise NormRefusedError("not_proposed")
    if not meeting.strip():
        raise NormRefusedError("meeting_missing")
    if met_on is None:
        raise NormRefusedError("met_on_missing")
    if met_on > today():
        raise NormRefusedError("met_on_later")
    refuse_personal_data(meeting)
    former = keeping.make_room(norm, state="agreed", seen=seen)
    norm.meeting, norm.met_on = meeting.strip(), met_on
    _advance(keeping, norm=norm, state="agreed", former=former)
    keeping.record(norm, action="agree_norm", from_version=seen_version)
    return norm.version


def withdraw_norm(session: Session, *, actor: Actor, norm_id: int, seen_version: int, change_reason: str) -> int:
    """Withdraw a norm from the version the person saw, with the reason; it stays in the history."""
    keeping = Keeping(session, actor)
    norm = keeping.standing(norm_id, seen_version=seen_version)
    if not change_reason.strip():
        raise NormRefusedError("change_reason_missing")
    refuse_personal_data(change_reason)
    keeping.move(norm, state="withdrawn", change_reason=change_reason.strip())
    keeping.record(norm, action="withdraw_norm", from_version=seen_version)
    return norm.version


def restore_norm(
    session: Session, *, actor: Actor, norm_id: int, seen_version: int, seen: Mapping[int, int] = NOTHING_SEEN
) -> int:
    """Undo a withdrawal: the norm is what it was, and replaces the one that was set meanwhile, if that was seen."""
    keeping = Keeping(session, actor)
    norm = keeping.seen(norm_id, seen_version=seen_version)
    if norm.state != "withdrawn":
        raise NormRefusedError("not_withdrawn")
    before = keeping.version_of(norm, version=norm.version - 1).state if norm.version > 1 else "proposed"
    for former in keeping.make_room(norm, state=before, seen=seen):
        keeping.replace(former, change_reason=norm.reason)
    keeping.move(norm, state=before, change_reason="")
    keeping.record(norm, action="restore_norm", from_version=seen_version)
    return norm.version


def take_back(session: Session, *, actor: Actor, norm_id: int, seen_version: int) -> int:
    """Take back the last thing that was done with a norm that stands: setting, changing, proposing or agreeing it.

    What it replaced in that step stands again. Refused when a party adopted it since: that is a decision of theirs.
    """
    keeping = Keeping(session, actor)
    norm = keeping.standing(norm_id, seen_version=seen_version)
    adopted = select(NormAdoption.party_id).where(NormAdoption.norm_id == norm_id, NormAdoption.version == seen_version)
    if session.scalars(adopted).first() is not None:
        raise NormRefusedError("adopted_meanwhile")
    undone = norm.state
    if seen_version == 1:
        keeping.move(norm, state="withdrawn", change_reason="")
    else:
        before = keeping.version_of(norm, version=seen_version - 1)
        for name in CONTENT:
            setattr(norm, name, getattr(before, name))
        keeping.move(norm, state=before.state, change_reason="")
    keeping.record(norm, action="take_back_norm", from_version=seen_version)
    if rank(undone) != rank(norm.state):
        _let_stand_again(keeping, norm=norm, state=undone)
    return norm.version


def _advance(keeping: Keeping, *, norm: Norm, state: str, former: Sequence[Norm]) -> None:
    if former:
        norm.replaces_id = former[0].id
    keeping.move(norm, state=state, change_reason="")
    for one in former:
        keeping.replace(one, change_reason=norm.reason)


def _let_stand_again(keeping: Keeping, *, norm: Norm, state: str) -> None:
    """The norm that made room for this one when it came to this state, if it is still as it was left then."""
    former = keeping.session.get(Norm, norm.replaces_id) if norm.replaces_id else None
    if former is None or former.state != "replaced":
        return
    before = keeping.version_of(former, version=former.version - 1).state
    if rank(before) != rank(state) or any(rank(one.state) == rank(before) for one in keeping.beside(former)):
        return
    from_version = former.version
    keeping.move(former, state=before, change_reason="")
    keeping.record(former, action="take_back_norm", from_version=from_version)
