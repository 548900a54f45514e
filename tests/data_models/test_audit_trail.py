"""The audit trail itself: nothing in it can change, nothing that people wrote is in it, and every action is in it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import DBAPIError

from data_models import commands, database
from data_models.access import Role
from data_models.commands import agenda, drafts, norm_steps, norms, stories
from data_models.facts import AgendaProposal, FigureSubject, NormProposal, PictureSubject
from data_models.tables import AuditLine, Contribution, Table
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines

ROOM = Path(commands.__path__[0])
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
SUBJECT = f"{PICTURE.signature}#2"
MARK = "kenmerkdatnergensandersstaat"
# Commands with an actor that write no audit line, each with the reason.
SILENT = {
    "drafts.save_draft": "what is typed and not shared is nobody's business",
    "drafts.take_draft": "part of sharing, which has a line",
    "led_screens.move_screen": "where somebody looks is nobody's business afterwards",
    "copies.permit_copying": "asks, and writes nothing",
    "permission.permit": "asks, and writes nothing",
    "permission.row_of": "looks, and writes nothing",
    "permission.refuse_signed_out": "asks, and writes nothing",
    "chain.seen": "looks, and writes nothing",
    "ordering.put_below": "part of moving elsewhere, which has a line",
    "chain.standing": "looks, and writes nothing",
    "chain.set_removed": "part of taking away and putting back, which have a line",
    "chain.touch": "part of every change, which has a line",
    "interpretations.seen_joint": "looks, and writes nothing",
    "pictures.picture_id": "part of speaking of a picture, which has a line",
    "agreeing.standing": "looks, and writes nothing",
    "agreeing.set_removed": "part of taking away and putting back, which have a line",
    "audit.record": "is the line",
}


def _files() -> list[Path]:
    return sorted(ROOM.glob("[!_]*.py"))


def _functions(file: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _calls(function: ast.FunctionDef) -> set[str]:
    """What a function calls or hands on, by the last part of its name."""
    return {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Name | ast.Attribute)
    }


def _recording() -> set[str]:
    """The functions of all commands that lead to `audit.record`, by their name."""
    functions = {name: node for file in _files() for name, node in _functions(file).items()}
    found = {"record"}
    while more := {name for name, node in functions.items() if name not in found and _calls(node) & found}:
        found |= more
    return found


def _with_an_actor() -> Iterator[str]:
    for file in _files():
        for name, node in _functions(file).items():
            if not name.startswith("_") and "actor" in {argument.arg for argument in node.args.kwonlyargs}:
                yield f"{file.stem}.{name}"


def test_every_command_for_a_person_leaves_an_audit_line_or_says_why_not() -> None:
    recording = _recording()
    known = set(_with_an_actor())
    assert len(known) > 20
    silent = {name for name in known if name.partition(".")[2] not in recording}
    assert silent - set(SILENT) == set()
    assert set(SILENT) <= known


def test_a_command_that_is_forgotten_would_be_noticed(tmp_path: Path) -> None:
    function = ast.parse("def change(session, *, actor):\n    session.execute(actor)\n").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert not _calls(function) & _recording()


@pytest.fixture
def line(engine: Engine) -> Engine:
    """A database with one audit line."""
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        anna = add_actor(session, "Anna", region_id=add_region(session, "flevoland"))
        agenda.add(session, actor=anna, item=AgendaProposal("Hoeveel jongeren wachten?", "Omdat wachten schaadt"))
    return engine


def test_an_audit_line_cannot_be_changed(line: Engine) -> None:
    before = audit_lines(line)
    with pytest.raises(DBAPIError, match="append-only"), database.writing(line) as session:
        session.execute(update(AuditLine).values(person_name="Bram"))
    assert audit_lines(line) == before


def test_an_audit_line_cannot_be_removed(line: Engine) -> None:
    before = audit_lines(line)
    with pytest.raises(DBAPIError, match="append-only"), database.writing(line) as session:
        session.execute(delete(AuditLine))
    assert audit_lines(line) == before


def test_nothing_that_people_wrote_is_in_the_audit_trail(engine: Engine) -> None:
    """Every command that takes a text is given one that stands nowhere else."""
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
        anna = add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)
    proposal = NormProposal("down", 9.5, None, None, 2040, 11.7, 2024, MARK, "eigen", MARK, MARK, None, MARK)
    item = AgendaProposal(MARK, MARK, for_whom=MARK, organisation=MARK)

    def draft(subject: str, text: str, base: int = 0) -> int:
        with database.writing(engine) as session:
            return drafts.save_draft(
                session, actor=anna, subject=subject, text=text, seen_version=0, base_version=base
            ).version

    typed = draft(SUBJECT, MARK)
    with database.writing(engine) as session:
        number = stories.share_contribution(
            session, actor=anna, picture=PICTURE, question=2, subject=SUBJECT, draft_version=typed
        )
    typed = draft(f"contribution:{number}", f"{MARK} {MARK}", base=1)
    with database.writing(engine) as session:
        stories.edit_contribution(
            session,
            actor=anna,
            contribution_id=number,
            seen_version=1,
            subject=f"contribution:{number}",
            draft_version=typed,
        )
        stood = session.scalars(select(Contribution.text)).one()
        norm = norms.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=proposal)
        norms.change_norm(session, actor=anna, norm_id=norm, seen_version=1, proposal=proposal, change_reason=MARK)
        norm_steps.withdraw_norm(session, actor=anna, norm_id=norm, seen_version=2, change_reason=MARK)
        norm_steps.restore_norm(session, actor=anna, norm_id=norm, seen_version=3)
        put = agenda.add(session, actor=anna, item=item)
        agenda.change(session, actor=anna, item_id=put, seen_version=1, item=item)
        agenda.withdraw(session, actor=anna, item_id=put, seen_version=2)
        stories.withdraw_contribution(session, actor=anna, contribution_id=number, seen_version=2)
    draft(SUBJECT, MARK)
    assert MARK in stood
    with database.reading(engine) as session:
        tables = Table.metadata.sorted_tables
        holding = {table.name for table in tables if MARK in str(session.execute(select(table)).all())}
        lines = session.execute(select(AuditLine.__table__)).all()
    assert {"drafts", "norms", "agenda_items"} <= holding  # so the search finds what is there
    assert "audit_lines" not in holding
    assert len(lines) == 10
