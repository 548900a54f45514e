"""Who may do what: one table of role × action, asked by every command and every query about a region's own things."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone is in a region; a person may have other roles elsewhere."""

    GUEST = "guest"
    PARTICIPANT = "participant"
    SIGNATORY = "signatory"
    CHAIR = "chair"
    POLICY_OFFICER = "policy_officer"
    AMBASSADOR = "ambassador"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """Something a person can do; a command names exactly one."""

    READ_STORIES = "read_stories"
    CONTRIBUTE = "contribute"
    SET_NORMS = "set_norms"
    IMPORT_FIGURES = "import_figures"  # and undo it, remember mappings, register areas and boundaries
    EDIT_AGENDA = "edit_agenda"


_READ = frozenset({Action.READ_STORIES})
_CONTRIBUTE = _READ | {Action.CONTRIBUTE}
_PREPARE = _CONTRIBUTE | {Action.SET_NORMS, Action.IMPORT_FIGURES, Action.EDIT_AGENDA}

ALLOWED: dict[Role, frozenset[Action]] = {
    Role.GUEST: frozenset(),
    Role.PARTICIPANT: _CONTRIBUTE,
    Role.SIGNATORY: _CONTRIBUTE,
    Role.CHAIR: _CONTRIBUTE,
    Role.POLICY_OFFICER: _PREPARE,
    Role.AMBASSADOR: _READ,
    Role.ADMINISTRATOR: _PREPARE,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or asks: a person, in a role, in a region."""

    person_id: int
    name: str
    organisation: str
    perspective: str
    role: Role
    region_id: int


class NotAllowedError(Exception):
    """The role does not allow the action, or the thing belongs to another region."""

    def __init__(self, actor: Actor, action: Action, region_id: int) -> None:
        super().__init__(f"{actor.role} of region {actor.region_id} may not {action} in region {region_id}")
        self.actor = actor
        self.action = action
        self.region_id = region_id


def may(actor: Actor, action: Action, *, region_id: int | None = None) -> bool:
    """Whether the actor may do this, in their own region unless another is named."""
    return action in ALLOWED[actor.role] and (region_id is None or region_id == actor.region_id)


def require(actor: Actor, action: Action, *, region_id: int | None = None) -> None:
    """Raise `NotAllowedError` unless the actor may do this, in their own region unless another is named."""
    if not may(actor, action, region_id=region_id):
        raise NotAllowedError(actor, action, actor.region_id if region_id is None else region_id)
