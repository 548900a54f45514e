"""The prompts that regions wrote themselves."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.tables import RegionPrompts


@dataclass(frozen=True, slots=True)
class PromptsFacts:
    """The prompts of a region under a question; none in `lines`: those of the program."""

    lines: tuple[str, ...]
    version: int


def prompts(session: Session, *, asker: Actor | None) -> dict[int, PromptsFacts]:
    """Those of the asker's region by question; none for who reads no region."""
    rows = session.scalars(select(RegionPrompts).where(RegionPrompts.region_id == region_read(asker)))
    return {row.question: PromptsFacts(tuple(row.text.splitlines()), row.version) for row in rows}
