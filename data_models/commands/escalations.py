"""What people do to put something on another table: send it, change it, keep the reply, take it back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import agreeing, chain
from data_models.commands.agreeing import FIRST_YEAR, LAST_YEAR
from data_models.commands.chain import LONGEST_NAME, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import Agreement, Escalation, TalkTable
from data_models.tables.agreements import ESCALATION_KINDS, LEVELS

LONGEST = 1_000  # characters of what is sent, of why, and of the reply


@dataclass(frozen=True, slots=True)
class EscalationProposal:
    """What somebody wants to put on another table: one of the overview, or another of that level."""

    matter: str
    kind: str
    level: str
    reason: str
    addressee: str
    decided_by: str
    sent_on: date | None
    table_id: int | None = None
    agreement_id: int | None = None


def faults(proposal: EscalationProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = [
        fault
        for fault, text in (
            ("matter_missing", proposal.matter),
            ("reason_missing", proposal.reason),
            ("addressee_missing", proposal.addressee),
            ("decided_missing", proposal.decided_by),
        )
        if not text.strip()
    ]
    if proposal.sent_on is None:
        found.append("sent_missing")
    elif not FIRST_YEAR <= proposal.sent_on.year <= LAST_YEAR:
        found.append("day_impossible")
    if proposal.kind not in ESCALATION_KINDS:
        found.append("kind_unknown")
    if proposal.level not in LEVELS:
        found.append("level_unknown")
    names = (proposal.addressee, proposal.decided_by)
    if max(len(one_line(one)) for one in names) > LONGEST_NAME or _is_long(proposal.matter, proposal.reason):
        found.append("sent_too_long")
    return found


def reply_faults(reply: str, *, replied_on: date | None) -> list[str]:
    """What is wrong with a reply, each by its name; without words and day there is none, and that may be."""
    if bool(reply.strip()) != (replied_on is not None):
        return ["reply_half"]
    if replied_on is not None and not FIRST_YEAR <= replied_on.year <= LAST_YEAR:
        return ["day_impossible"]
    return ["sent_too_long"] if _is_long(reply) else []


def escalate(session: Session, *, actor: Actor, proposal: EscalationProposal) -> int:
    """Put something on another table for the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.MAKE_AGREEMENTS)
    sent = Escalation(region_id=actor.region_id)
    _fill(session, sent, proposal=proposal, actor=actor)
    session.add(sent)
    session.flush()
    _record(session, actor=actor, action="escalate", escalation=sent, from_version=0)
    return sent.id


def change_escalation(
    session: Session, *, actor: Actor, escalation_id: int, seen_version: int, proposal: EscalationProposal
) -> int:
    """Change what was sent from the version the person saw, and answer its new version."""
    changed = _standing(session, actor=actor, number=escalation_id, seen_version=seen_version)
    _fill(session, changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_escalation", escalation=changed, from_version=seen_version)
    return changed.version


def keep_reply(
    session: Session, *, actor: Actor, escalation_id: int, seen_version: int, reply: str, replied_on: date | None
) -> int:
    """Keep what the other table answered and when, or that it did not yet; answers the new version."""
    answered = _standing(session, actor=actor, number=escalation_id, seen_version=seen_version)
    wrong = reply_faults(reply, replied_on=replied_on)
    if wrong:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(reply)
    answered.reply, answered.replied_on = reply.strip(), replied_on
    chain.touch(answered, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="keep_reply", escalation=answered, from_version=seen_version)
    return answered.version


def remove_escalation(session: Session, *, actor: Actor, escalation_id: int, seen_version: int) -> int:
    """Take it away, and answer its new version; it can be put back."""
    return _set_removed(session, actor=actor, number=escalation_id, seen_version=seen_version, removed=True)


def put_back_escalation(session: Session, *, actor: Actor, escalation_id: int, seen_version: int) -> int:
    """Undo taking it away, and answer its new version."""
    return _set_removed(session, actor=actor, number=escalation_id, seen_version=seen_version, removed=False)


def _is_long(*texts: str) -> bool:
    return any(len(text.strip()) > LONGEST for text in texts)


def _standing(session: Session, *, actor: Actor, number: int, seen_version: int) -> Escalation:
    return agreeing.standing(session, Escalation, actor=actor, number=number, seen_version=seen_version)


def _set_removed(session: Session, *, actor: Actor, number: int, seen_version: int, removed: bool) -> int:
    row = agreeing.set_removed(
        session, Escalation, actor=actor, number=number, seen_version=seen_version, removed=removed
    )
    action = "remove_escalation" if removed else "put_back_escalation"
    _record(session, actor=actor, action=action, escalation=row, from_version=seen_version)
    return row.version


def _fill(session: Session, escalation: Escalation, *, proposal: EscalationProposal, actor: Actor) -> None:
    wrong = faults(proposal)
    if wrong or proposal.sent_on is None:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(proposal.matter, proposal.reason, proposal.addressee, proposal.decided_by)
    with session.no_autoflush:
        _refuse_unknown(session, proposal=proposal, actor=actor)
    escalation.matter, escalation.reason = proposal.matter.strip(), proposal.reason.strip()
    escalation.kind, escalation.level = proposal.kind, proposal.level
    escalation.addressee, escalation.decided_by = one_line(proposal.addressee), one_line(proposal.decided_by)
    escalation.sent_on = proposal.sent_on
    escalation.table_id, escalation.agreement_id = proposal.table_id, proposal.agreement_id
    chain.touch(escalation, actor=actor)


def _refuse_unknown(session: Session, *, proposal: EscalationProposal, actor: Actor) -> None:
    """Raise `ChainRefusedError` unless its table and agreement are of the actor's own region."""
    of_region = Agreement.id == proposal.agreement_id, Agreement.region_id == actor.region_id
    if proposal.agreement_id is not None and session.scalar(select(Agreement.id).where(*of_region)) is None:
        raise ChainRefusedError("agreement_unknown")
    table = TalkTable.id == proposal.table_id, TalkTable.region_id == actor.region_id
    if proposal.table_id is not None and session.scalar(select(TalkTable.id).where(*table)) is None:
        raise ChainRefusedError("table_unknown")


def _record(session: Session, *, actor: Actor, action: str, escalation: Escalation, from_version: int) -> None:
    agreeing.record(
        session, actor=actor, action=action, subject=escalation, kind="escalation", from_version=from_version
    )
