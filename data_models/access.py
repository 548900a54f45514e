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

    READ_STORIES = "read_stories"  # and a region's own figures
    CONTRIBUTE = "contribute"
    WRITE_DOWN = "write_down"  # what others say at the table, in the name of their organisation
    ADOPT_NORMS = "adopt_norms"  # for the party one signs for
    COMPOSE_JOINT = "compose_joint"  # write the joint interpretation, and give beelden a title
    CONFIRM_JOINT = "confirm_joint"  # for the party one signs for, or say what it sees otherwise
    SET_NORMS = "set_norms"
    IMPORT_FIGURES = "import_figures"  # and undo it, remember mappings, register areas and boundaries
    EDIT_AGENDA = "edit_agenda"
    ANNOTATE = "annotate"  # note events and breaks beside figures, for the region to see
    LEAD_SCREENS = "lead_screens"  # let others look along with one's screen
    INVITE = "invite"  # somebody without an account, and decide whether what they sent is shown
    EDIT_PROMPTS = "edit_prompts"  # what helps people of the region to answer
    MAKE_AGREEMENTS = "make_agreements"  # who does what by when, what goes to another table, and which tables there are
    MANAGE_PEOPLE = "manage_people"  # people and their roles
    MANAGE_REGION = "manage_region"  # its areas and parties, and what a samenwerkingsverband consists of
    READ_AUDIT = "read_audit"
    COPY_EVERYTHING = "copy_everything"  # make a backup and put it back: of all regions, so in every real one


_READ = frozenset({Action.READ_STORIES})
_CONTRIBUTE = _READ | {Action.CONTRIBUTE}
_PREPARE = _CONTRIBUTE | {
    Action.WRITE_DOWN,
    Action.COMPOSE_JOINT,
    Action.SET_NORMS,
    Action.IMPORT_FIGURES,
    Action.EDIT_AGENDA,
    Action.ANNOTATE,
    Action.LEAD_SCREENS,
    Action.INVITE,
    Action.EDIT_PROMPTS,
    Action.MAKE_AGREEMENTS,
}
_MANAGE = {Action.MANAGE_PEOPLE, Action.MANAGE_REGION, Action.READ_AUDIT, Action.COPY_EVERYTHING}

ALLOWED: dict[Role, frozenset[Action]] = {
    Role.GUEST: frozenset(),
    Role.PARTICIPANT: _CONTRIBUTE,
    Role.SIGNATORY: _CONTRIBUTE | {Action.ADOPT_NORMS, Action.COMPOSE_JOINT, Action.CONFIRM_JOINT},
    Role.CHAIR: _CONTRIBUTE
    | {Action.WRITE_DOWN, Action.COMPOSE_JOINT, Action.LEAD_SCREENS, Action.INVITE, Action.MAKE_AGREEMENTS},
    Role.POLICY_OFFICER: _PREPARE,
    Role.AMBASSADOR: _READ | {Action.LEAD_SCREENS},
    Role.ADMINISTRATOR: _PREPARE | _MANAGE,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or asks: a person, in the roles they have in a region; `sign_in_id` is None in local mode."""

    person_id: int
    name: str
    organisation: str
    perspective: str
    roles: frozenset[Role]
    region_id: int
    sign_in_id: int | None = None


class NotAllowedError(Exception):
    """The role does not allow the action, or the thing belongs to another region."""

    def __init__(self, actor: Actor, action: Action, region_id: int) -> None:
        super().__init__(f"{role_codes(actor)} of region {actor.region_id} may not {action} in region {region_id}")
        self.actor = actor
        self.action = action
        self.region_id = region_id


def may(actor: Actor, action: Action, *, region_id: int | None = None) -> bool:
    """Whether the actor may do this, in their own region unless another is named."""
    in_region = region_id is None or region_id == actor.region_id
    return in_region and any(action in ALLOWED[role] for role in actor.roles)


def region_read(asker: Actor | None) -> int | None:
    """The region whose own things someone reads: none for everybody, and none for a guest."""
    return asker.region_id if asker is not None and may(asker, Action.READ_STORIES) else None


def are_colleagues(actor: Actor, *, organisation: str) -> bool:
    """Whether something of this organisation is the actor's too; who has no organisation is a colleague of nobody."""
    return bool(organisation) and organisation == actor.organisation


def role_codes(actor: Actor) -> str:
    """The actor's roles in the order of `Role`, as an audit line and a cache key name them."""
    return " ".join(role for role in Role if role in actor.roles)


def require(actor: Actor, action: Action, *, region_id: int | None = None) -> None:
    """Raise `NotAllowedError` unless the actor may do this, in their own region unless another is named."""
    if not may(actor, action, region_id=region_id):
        raise NotAllowedError(actor, action, actor.region_id if region_id is None else region_id)
