"""A party adopts a norm for itself, through who signs for it; on the same day it can take that back."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.norms import NormConflictError, NormRefusedError
from data_models.commands.permission import permit, row_of
from data_models.facts import OVER
from data_models.queries import members
from data_models.tables import Norm, NormAdoption, Party
from data_models.tables.declaration import now

CLOCK = ZoneInfo("Europe/Amsterdam")  # whose days people mean


def today() -> date:
    """The day on which a party adopts something now."""
    return now().astimezone(CLOCK).date()


def adopt_norm(session: Session, *, actor: Actor, norm_id: int, seen_version: int, party_id: int) -> None:
    """Adopt a norm that stands, as the person saw it, for a party that the person signs for."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version, party_id=party_id)
    if _adoption(session, norm_id=norm_id, party_id=party_id) is not None:
        raise NormRefusedError("adopted_already")
    session.add(NormAdoption(norm_id=norm_id, party_id=party_id, signatory_id=actor.person_id, adopted_on=today()))
    _record(session, actor=actor, action="adopt_norm", norm=norm, party_id=party_id)


def undo_adoption(session: Session, *, actor: Actor, norm_id: int, seen_version: int, party_id: int) -> None:
    """Take back an adoption of today; one of an earlier day is a decision that others may have built on."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version, party_id=party_id)
    adoption = _adoption(session, norm_id=norm_id, party_id=party_id)
    if adoption is None:
        raise NormRefusedError("not_adopted")
    if adoption.adopted_on != today():
        raise NormRefusedError("adopted_before_today")
    session.delete(adoption)
    _record(session, actor=actor, action="undo_adoption", norm=norm, party_id=party_id)


def _seen(session: Session, *, actor: Actor, norm_id: int, seen_version: int, party_id: int) -> Norm:
    """The norm as the person saw it, which nobody can change until this is done."""
    norm = row_of(session, Norm, number=norm_id, actor=actor, action=Action.ADOPT_NORMS)
    permit(session, actor=actor, action=Action.ADOPT_NORMS, region_id=norm.region_id)
    session.refresh(norm, with_for_update=True)
    if party_id not in members.signs_for(session, asker=actor):
        raise NormRefusedError("not_your_party")
    if norm.version != seen_version:
        raise NormConflictError(seen_version, norm.version)
    if norm.state in OVER:
        raise NormRefusedError("not_standing")
    return norm


def _adoption(session: Session, *, norm_id: int, party_id: int) -> NormAdoption | None:
    return session.get(NormAdoption, (norm_id, party_id))


def _record(session: Session, *, actor: Actor, action: str, norm: Norm, party_id: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="norm",
        subject_id=norm.id,
        from_version=norm.version,
        to_version=norm.version,
        detail=session.scalars(select(Party.name).where(Party.id == party_id)).one(),
    )
    topics.bump(session, topic="norms", region_id=norm.region_id)
