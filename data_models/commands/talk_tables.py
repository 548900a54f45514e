"""What people do with the overview of tables: add one, change it, take it away, put it back."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import agreeing, chain
from data_models.commands.chain import LONGEST_NAME, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import TalkTable
from data_models.tables.agreements import LEVELS

LONGEST = 2_000  # characters of its task, and of who sit there


@dataclass(frozen=True, slots=True)
class TableProposal:
    """A table as somebody describes it; `members` names one organisation a line."""

    name: str
    level: str
    task: str
    members: str
    rhythm: str


def faults(proposal: TableProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.name.strip():
        found.append("name_missing")
    if not proposal.task.strip():
        found.append("task_missing")
    if proposal.level not in LEVELS:
        found.append("level_unknown")
    names = (proposal.name, proposal.rhythm)
    texts = (proposal.task, proposal.members)
    if max(len(one_line(one)) for one in names) > LONGEST_NAME or max(map(len, texts)) > LONGEST:
        found.append("table_too_long")
    return found


def add_table(session: Session, *, actor: Actor, proposal: TableProposal) -> int:
    """Put a table in the overview of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.MAKE_AGREEMENTS)
    added = TalkTable(region_id=actor.region_id)
    _fill(added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_table", table=added, from_version=0)
    return added.id


def change_table(session: Session, *, actor: Actor, table_id: int, seen_version: int, proposal: TableProposal) -> int:
    """Change a table from the version the person saw, and answer its new version."""
    changed = agreeing.standing(session, TalkTable, actor=actor, number=table_id, seen_version=seen_version)
    _fill(changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_table", table=changed, from_version=seen_version)
    return changed.version


def remove_table(session: Session, *, actor: Actor, table_id: int, seen_version: int) -> int:
    """Take a table out of the overview, and answer its new version; what was put on it stays readable."""
    return _set_removed(session, actor=actor, number=table_id, seen_version=seen_version, removed=True)


def put_back_table(session: Session, *, actor: Actor, table_id: int, seen_version: int) -> int:
    """Undo taking it out, and answer its new version."""
    return _set_removed(session, actor=actor, number=table_id, seen_version=seen_version, removed=False)


def _set_removed(session: Session, *, actor: Actor, number: int, seen_version: int, removed: bool) -> int:
    row = agreeing.set_removed(
        session, TalkTable, actor=actor, number=number, seen_version=seen_version, removed=removed
    )
    action = "remove_table" if removed else "put_back_table"
    _record(session, actor=actor, action=action, table=row, from_version=seen_version)
    return row.version


def _fill(table: TalkTable, *, proposal: TableProposal, actor: Actor) -> None:
    wrong = faults(proposal)
    if wrong:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(proposal.name, proposal.task, proposal.members, proposal.rhythm)
    table.name, table.level, table.task = one_line(proposal.name), proposal.level, proposal.task.strip()
    table.members = "\n".join(line for one in proposal.members.splitlines() if (line := one_line(one)))
    table.rhythm = one_line(proposal.rhythm)
    chain.touch(table, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, table: TalkTable, from_version: int) -> None:
    agreeing.record(session, actor=actor, action=action, subject=table, kind="table", from_version=from_version)
