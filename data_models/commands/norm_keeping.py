"""What every command about a norm does with it: look at the version that was seen, keep what it was, write its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit, row_of
from data_models.facts import AGREED, OVER
from data_models.tables import Indicator, Norm, NormVersion
from data_models.tables.declaration import now

CONTENT = (
    *("direction", "value", "lower", "upper", "year", "start_value", "start_year"),
    *("reason", "origin", "agreed_by", "meeting", "met_on", "direction_reason"),
)
NOTHING_SEEN: Mapping[int, int] = {}


class NormRefusedError(ValueError):
    """What was asked cannot be done with a norm; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class NormConflictError(Exception):
    """Someone else changed the norm after the version the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


class NormOvertakenError(Exception):
    """Someone else proposed or agreed a norm for the same figure meanwhile: it is not replaced unseen."""


def rank(state: str) -> str:
    """What a norm replaces: an agreed one the one that was agreed, a proposal the other proposal, a concept nothing."""
    return "agreed" if state in AGREED else state


@dataclass(frozen=True, slots=True)
class Keeping:
    """The norms of somebody's region within one transaction, each change with its version and its audit line."""

    session: Session
    actor: Actor

    def seen(self, norm_id: int, *, seen_version: int) -> Norm:
        """The norm, as far as it is still what the person saw."""
        norm = row_of(self.session, Norm, number=norm_id, actor=self.actor, action=Action.SET_NORMS)
        permit(self.session, actor=self.actor, action=Action.SET_NORMS, region_id=norm.region_id)
        if norm.version != seen_version:
            raise NormConflictError(seen_version, norm.version)
        return norm

    def standing(self, norm_id: int, *, seen_version: int) -> Norm:
        """As `seen`, and only a norm that was not replaced or withdrawn."""
        norm = self.seen(norm_id, seen_version=seen_version)
        if norm.state in OVER:
            raise NormRefusedError("not_standing")
        return norm

    def beside(self, norm: Norm) -> Sequence[Norm]:
        """The other norms that stand for the same figure; whoever sets one at this moment waits until this is done."""
        chosen = select(Indicator.id).where(Indicator.id == norm.indicator_id)
        self.session.execute(chosen.with_for_update(key_share=True))
        return self.session.scalars(
            select(Norm).where(
                Norm.region_id == norm.region_id,
                Norm.indicator_id == norm.indicator_id,
                Norm.area_id == norm.area_id,
                Norm.breakdown_id == norm.breakdown_id,
                Norm.state.not_in((*OVER, "concept")),
                Norm.id != (norm.id or 0),
            )
        ).all()

    def make_room(self, norm: Norm, *, state: str, seen: Mapping[int, int]) -> Sequence[Norm]:
        """The norms that make room when this one becomes that; refused when one stands that the person did not see."""
        if state == "concept":
            return ()
        beside = self.beside(norm)
        if any(seen.get(one.id) != one.version for one in beside):
            raise NormOvertakenError
        return [one for one in beside if rank(one.state) == rank(state)]

    def replace(self, former: Norm, *, change_reason: str) -> None:
        """The norm that stood until now makes room for another; it is done to it, so it has its own audit line."""
        from_version = former.version
        self.move(former, state="replaced", change_reason=change_reason)
        self.record(former, action="replace_norm", from_version=from_version)

    def move(self, norm: Norm, *, state: str, change_reason: str) -> None:
        """Bring the norm to another state, or keep what was filled in as its next version."""
        seen_version = norm.version
        norm.state = state
        norm.updated_at = now()
        try:
            self.session.flush()
        except StaleDataError as stale:
            raise NormConflictError(seen_version, seen_version + 1) from stale
        self.keep_version(norm, change_reason=change_reason)

    def keep_version(self, norm: Norm, *, change_reason: str) -> None:
        """Keep the norm as it stands now: moving goalposts show."""
        self.session.add(
            NormVersion(
                norm_id=norm.id,
                version=norm.version,
                state=norm.state,
                change_reason=change_reason,
                changed_by=self.actor.person_id,
                **{name: getattr(norm, name) for name in CONTENT},
            )
        )

    def version_of(self, norm: Norm, *, version: int) -> NormVersion:
        """The norm as it stood at a version."""
        question = select(NormVersion).where(NormVersion.norm_id == norm.id, NormVersion.version == version)
        return self.session.scalars(question).one()

    def record(self, norm: Norm, *, action: str, from_version: int, detail: str = "") -> None:
        """Write the audit line, and tell every screen that a norm changed."""
        audit.record(
            self.session,
            actor=self.actor,
            action=action,
            subject_kind="norm",
            subject_id=norm.id,
            from_version=from_version,
            to_version=norm.version,
            detail=detail,
        )
        topics.bump(self.session, topic="norms", region_id=norm.region_id)
