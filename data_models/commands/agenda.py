"""What people do with the data-ontwikkelagenda: put a question on it, change it, take it off."""

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit, row_of
from data_models.facts import AGENDA_STATES, AgendaProposal
from data_models.personal_data import refuse_personal_data
from data_models.tables import AgendaItem, Indicator, Theme
from data_models.tables.declaration import now

LONGEST = 1_000  # characters of one field


class AgendaRefusedError(ValueError):
    """The item cannot be on the agenda; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class AgendaConflictError(Exception):
    """Someone else changed the item after the version the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


def faults(item: AgendaProposal) -> list[str]:
    """What is wrong with an item, each by its name; an empty list when nothing is."""
    found = []
    if not item.question.strip():
        found.append("question_missing")
    if not item.reason.strip():
        found.append("reason_missing")
    if max(map(len, (item.question, item.reason, item.for_whom, item.organisation))) > LONGEST:
        found.append("too_long")
    if item.state not in AGENDA_STATES:
        found.append("state_unknown")
    return found


def add(session: Session, *, actor: Actor, item: AgendaProposal) -> int:
    """Put a question on the agenda of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.EDIT_AGENDA)
    added = AgendaItem(region_id=actor.region_id, created_by=actor.person_id)
    _fill(session, added, proposal=item, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_agenda_item", item=added, from_version=0)
    return added.id


def change(session: Session, *, actor: Actor, item_id: int, seen_version: int, item: AgendaProposal) -> int:
    """Change an item from the version the person saw, and answer its new version."""
    changed = _seen(session, actor=actor, item_id=item_id, seen_version=seen_version)
    _fill(session, changed, proposal=item, actor=actor)
    _flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_agenda_item", item=changed, from_version=seen_version)
    return changed.version


def withdraw(session: Session, *, actor: Actor, item_id: int, seen_version: int) -> int:
    """Take an item off the agenda from the version the person saw; it stays readable as dropped."""
    dropped = _seen(session, actor=actor, item_id=item_id, seen_version=seen_version)
    if dropped.state == "dropped":
        raise AgendaRefusedError("dropped_already")
    dropped.state, dropped.updated_by, dropped.updated_at = "dropped", actor.person_id, now()
    _flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="withdraw_agenda_item", item=dropped, from_version=seen_version)
    return dropped.version


def _seen(session: Session, *, actor: Actor, item_id: int, seen_version: int) -> AgendaItem:
    item = row_of(session, AgendaItem, number=item_id, actor=actor, action=Action.EDIT_AGENDA)
    permit(session, actor=actor, action=Action.EDIT_AGENDA, region_id=item.region_id)
    if item.version != seen_version:
        raise AgendaConflictError(seen_version, item.version)
    return item


def _fill(session: Session, item: AgendaItem, *, actor: Actor, proposal: AgendaProposal) -> None:
    found = faults(proposal)
    if found:
        raise AgendaRefusedError(found[0])
    refuse_personal_data(proposal.question, proposal.reason, proposal.for_whom, proposal.organisation)
    theme_id = indicator_id = None  # asked first: a question would store what was already filled in, as a version
    if proposal.theme:
        theme_id = session.scalars(select(Theme.id).where(Theme.code == proposal.theme)).one()
    if proposal.indicator:
        indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == proposal.indicator)).one()
    item.question, item.reason = proposal.question.strip(), proposal.reason.strip()
    item.for_whom, item.organisation = proposal.for_whom.strip(), proposal.organisation.strip()
    item.theme_id, item.indicator_id = theme_id, indicator_id
    item.state, item.updated_by, item.updated_at = proposal.state, actor.person_id, now()


def _flush_seen(session: Session, *, seen_version: int) -> None:
    try:
        session.flush()
    except StaleDataError as stale:
        raise AgendaConflictError(seen_version, seen_version + 1) from stale


def _record(session: Session, *, actor: Actor, action: str, item: AgendaItem, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="agenda_item",
        subject_id=item.id,
        from_version=from_version,
        to_version=item.version,
        detail="",
    )
    topics.bump(session, topic="agenda", region_id=item.region_id)
