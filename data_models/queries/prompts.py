"""The prompts that regions wrote themselves."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.queries.invitations import see_as_invited
from data_models.tables import Invitation, RegionPrompts


@dataclass(frozen=True, slots=True)
class PromptsFacts:
    """The prompts of a region under a question; none in `lines`: those of the program."""

    lines: tuple[str, ...]
    version: int


def prompts(session: Session, *, asker: Actor | None) -> dict[int, PromptsFacts]:
    """Those of the asker's region by question; none for who reads no region."""
    return _by_question(session, RegionPrompts.region_id == region_read(asker))


def prompts_for_invited(session: Session, *, token_hash: str) -> dict[int, PromptsFacts]:
    """Those of the region that invited by this token; none when nobody did."""
    see_as_invited(session, token_hash=token_hash)
    invited_by = select(Invitation.region_id).where(Invitation.token_hash == token_hash)
    return _by_question(session, RegionPrompts.region_id.in_(invited_by))


def _by_question(session: Session, condition: ColumnElement[bool]) -> dict[int, PromptsFacts]:
    rows = session.scalars(select(RegionPrompts).where(condition))
    return {row.question: PromptsFacts(tuple(row.text.splitlines()), row.version) for row in rows}
