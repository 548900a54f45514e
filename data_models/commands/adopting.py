"""A party adopts a norm for itself, through who signs for it; on the same day it can take that back."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands.norm_keeping import Keeping, NormConflictError, NormRefusedError
from data_models.commands.permission import permit, row_of
from data_models.facts import AGREED, OVER
from data_models.queries import members
from data_models.queries import norms as queries
from data_models.tables import Norm, NormAdoption, Party
from data_models.tables.declaration import now

CLOCK = ZoneInfo("Europe/Amsterdam")  # whose days people mean


def today() -> date:
    """The day on which a party adopts something now."""
    return now().astimezone(CLOCK).date()


def adopt_norm(session: Session, *, actor: Actor, norm_id: int, seen_version: int, party_id: int) -> None:
    """Adopt an agreed norm, as the person saw it, for a party that the person signs for.

    When every party of the region adopted what the norm asks now, it is adopted.
    """
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version, party_id=party_id)
    if any(one.party_id == party_id and one.holds for one in _adoptions(session, norm=norm, actor=actor)):
        raise NormRefusedError("adopted_already")
    if norm.state not in AGREED:
        raise NormRefusedError("not_agreed")
    session.add(
        NormAdoption(
            norm_id=norm_id,
            party_id=party_id,
            version=seen_version,
            signatory_id=actor.person_id,
            adopted_on=today(),
        )
    )
    session.flush()
    keeping = Keeping(session, actor)
    if norm.state == "agreed" and all(one.holds for one in _adoptions(session, norm=norm, actor=actor)):
        keeping.move(norm, state="adopted", change_reason="")
    keeping.record(norm, action="adopt_norm", from_version=seen_version, detail=_name(session, party_id=party_id))


def undo_adoption(session: Session, *, actor: Actor, norm_id: int, seen_version: int, party_id: int) -> None:
    """Take back an adoption of today; one of an earlier day is a decision that others may have built on."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version, party_id=party_id)
    of_party = (NormAdoption.norm_id == norm_id, NormAdoption.party_id == party_id)
    adoption = session.scalars(select(NormAdoption).where(*of_party).order_by(NormAdoption.version.desc())).first()
    if adoption is None:
        raise NormRefusedError("not_adopted")
    if adoption.adopted_on != today():
        raise NormRefusedError("adopted_before_today")
    session.delete(adoption)
    session.flush()
    keeping = Keeping(session, actor)
    if norm.state == "adopted":
        keeping.move(norm, state="agreed", change_reason="")
    keeping.record(norm, action="undo_adoption", from_version=seen_version, detail=_name(session, party_id=party_id))


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


def _adoptions(session: Session, *, norm: Norm, actor: Actor) -> list[queries.AdoptionFacts]:
    return queries.adoptions(session, asker=actor, norm_id=norm.id)


def _name(session: Session, *, party_id: int) -> str:
    return session.scalars(select(Party.name).where(Party.id == party_id)).one()
