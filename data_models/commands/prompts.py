"""The prompts of a region: changed by its officer, and put back to those of the program."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import RegionPrompts
from data_models.tables.declaration import now

LONGEST = 1_000  # characters of all prompts under one question
MOST = 8  # prompts under one question: more are not read


class PromptsRefusedError(ValueError):
    """They cannot be; `fault` names why."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class PromptsConflictError(Exception):
    """Somebody else changed them after the version that the person saw."""

    def __init__(self, *, text: str, version: int) -> None:
        super().__init__(f"version {version} stands")
        self.text = text
        self.version = version


def faults(text: str) -> list[str]:
    """What is wrong with these prompts, each by its name."""
    found = []
    if len(text) > LONGEST:
        found.append("too_long")
    if len(_lines(text)) > MOST:
        found.append("too_many")
    return found


def change_prompts(session: Session, *, actor: Actor, question: int, seen_version: int, text: str) -> int:
    """Put these prompts, one a line, under a question for the actor's region, and answer their version.

    No line: those of the program stand there again.
    """
    permit(session, actor=actor, action=Action.EDIT_PROMPTS)
    wrong = faults(text)
    if wrong:
        raise PromptsRefusedError(wrong[0])
    refuse_personal_data(text)
    prompts = session.get(RegionPrompts, (actor.region_id, question), with_for_update=True)
    if prompts is None and seen_version:
        raise PromptsConflictError(text="", version=0)
    if prompts is not None and prompts.version != seen_version:
        raise PromptsConflictError(text=prompts.text, version=prompts.version)
    if prompts is None:
        prompts = RegionPrompts(region_id=actor.region_id, question=question)
        session.add(prompts)
    prompts.text = "\n".join(_lines(text))
    prompts.updated_by, prompts.updated_at = actor.person_id, now()
    try:
        session.flush()
    except IntegrityError as elsewhere:  # somebody else wrote the first ones at the same moment
        raise PromptsConflictError(text="", version=0) from elsewhere
    audit.record(
        session,
        actor=actor,
        action="change_prompts",
        subject_kind="prompts",
        subject_id=question,
        from_version=seen_version,
        to_version=prompts.version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)
    return prompts.version


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(one.split()) for one in text.splitlines()) if line]
