"""Saving pasted rows one by one, each in a transaction of its own; what could not be saved stays as it was pasted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from dashboard.components.calm import telling_outages
from dashboard.components.norm_form import Typed
from dashboard.components.norm_rows import propose
from dashboard.data import norm_table as table_data
from dashboard.data import norms as norm_data
from dashboard.data.norm_table import Figure, FigureKey, Names, UnknownFigureError
from dashboard.data.reader import Reader
from dashboard.sources.pasted_rows import Pasted, PastedRow, with_row
from dashboard.texts import norm_table as words
from dashboard.texts import norms as norm_words
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor
from data_models.commands import norm_steps
from data_models.commands import norms as commands
from data_models.commands.norm_keeping import CONTENT, NormConflictError, NormOvertakenError, NormRefusedError
from data_models.facts import NormFacts, NormProposal
from data_models.personal_data import PersonalDataError

PLACE = "veel-normen"  # where on the screen is said what kept rows from being saved

Progress = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A row that was saved: what it was, and the version of the norm that it led to."""

    pasted: str
    header: str
    figure: Figure
    norm: str
    norm_id: int
    version: int


@dataclass(slots=True)
class Work:
    """What somebody has in hand: the text of the field, the norms as they saw them, and what became of each row.

    It is changed right after each transaction, so that a screen that breaks off loses nothing and repeats nothing.
    """

    seen: dict[FigureKey, tuple[NormFacts, ...]]
    text: str = ""
    generation: int = 0  # of the field: another one shows another text
    saved: list[SavedRow] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)  # what the row is about, and what is wrong
    just_saved: int = 0

    def put(self, text: str) -> None:
        """Show this text in the field."""
        self.text = text
        self.generation += 1


@dataclass(frozen=True, slots=True)
class Saving:
    """Who saves rows, about places as real as this one."""

    reader: Reader
    actor: Actor
    names: Names
    work: Work


def save_rows(saving: Saving, *, pasted: Pasted, progress: Progress) -> None:
    """Save each row that can be; only the others stay in the field, each with what is wrong."""
    work = saving.work
    work.generation += 1
    work.left, work.same, work.just_saved = [], [], 0
    remaining = {row.number: row.pasted for row in pasted.rows}
    about: set[FigureKey] = set()
    stopped = False
    for row in pasted.rows:
        problem: str | None = words.STOPPED
        if not stopped:
            progress(row.number, len(pasted.rows))
            with telling_outages(PLACE):
                problem = _save_row(saving, row=row, header=pasted.header, about=about)
            stopped = problem == words.STOPPED
        if problem:
            work.left.append((_called(row), problem))
        else:
            del remaining[row.number]
        work.text = "\n".join(filter(None, (pasted.header, *remaining.values()))) if remaining else ""


def take_rows_back(saving: Saving, *, rows: list[SavedRow], progress: Progress) -> tuple[int, list[str]]:
    """Take these back, the last one first: how many, and why others could not be.

    Each stands in the field again, above what is there; not when that has other columns than it was pasted with.
    """
    work, done = saving.work, 0
    problems: list[str] = []
    work.generation += 1
    work.left, work.same, work.just_saved = [], [], 0
    for row in reversed(rows):
        progress(done, len(rows))
        problem = words.STOPPED_UNDOING
        with telling_outages(PLACE):
            problem = _take_back(saving, row=row)
        if problem:
            problems.append(words.NOT_UNDONE.format(which=row.figure.title, why=problem))
            continue
        work.saved.remove(row)
        work.text = with_row(work.text, header=row.header, pasted=row.pasted)
        done += 1
    return done, problems


def _save_row(saving: Saving, *, row: PastedRow, header: str, about: set[FigureKey]) -> str:
    """Save the row; the sentences about what is wrong, empty when it is done or nothing changes."""
    work = saving.work
    if row.spare:
        return words.TOO_MANY_CELLS
    if len(row.cells) == 1:
        return words.NO_CELLS
    try:
        figure = saving.names.figure(row)
    except UnknownFigureError as unknown:
        return str(unknown)
    if figure.key in about:
        return words.TWICE
    about.add(figure.key)
    standing = table_data.changed_by_row(work.seen.get(figure.key, ()))
    typed = propose(row, figure=figure, standing=standing, reader=saving.reader)
    change_reason = row.cells.get("change_reason", "")
    if standing and typed.proposal and _says_the_same(typed.proposal, standing=standing):
        work.same.append(figure.title)
        return ""
    problems = _problems(typed, is_change=standing is not None, change_reason=change_reason)
    if problems or typed.proposal is None:
        return " ".join(problems)
    write = _writing(saving, figure=figure, proposal=typed.proposal, standing=standing, change_reason=change_reason)
    try:
        with database.writing(actor=saving.actor) as session:
            norm_id, version = write(session)
            now = table_data.standing_for(session, actor=saving.actor, figure=figure)
    except (NormConflictError, NormOvertakenError):
        return _changed_meanwhile(saving, figure=figure)
    except NormRefusedError as refused:
        return norm_words.FAULTS[refused.fault]
    except PersonalDataError as refused:
        return personal_words.FOUND.format(found=personal_words.found(refused.kinds))
    work.seen[figure.key] = now
    said = norm_data.in_words(typed.proposal, indicator=figure.indicator)
    work.saved.append(SavedRow(row.pasted, header, figure, said, norm_id, version))
    work.just_saved += 1
    return ""


def _says_the_same(proposal: NormProposal, *, standing: NormFacts) -> bool:
    return all(getattr(proposal, name) == getattr(standing, name) for name in CONTENT)


def _problems(typed: Typed, *, is_change: bool, change_reason: str) -> list[str]:
    needs_reason = is_change and not change_reason.strip()
    missing = words.IN_COLUMN.format(
        column=words.COLUMNS["change_reason"], problem=norm_words.FAULTS["change_reason_missing"]
    )
    return [*typed.problems, *([missing] if needs_reason else [])]


def _writing(
    saving: Saving, *, figure: Figure, proposal: NormProposal, standing: NormFacts | None, change_reason: str
) -> Callable[[Session], tuple[int, int]]:
    """What stores the proposal: a change of the norm that was seen, else a new one beside what was seen."""
    actor = saving.actor
    seen: Mapping[int, int] = {one.id: one.version for one in saving.work.seen.get(figure.key, ())}

    def write(session: Session) -> tuple[int, int]:
        if standing is None:
            number = commands.set_norm(
                session,
                actor=actor,
                indicator=figure.indicator.code,
                area=figure.area.code,
                breakdown=figure.breakdown,
                proposal=proposal,
                seen=seen,
            )
            return number, 1
        version = commands.change_norm(
            session,
            actor=actor,
            norm_id=standing.id,
            seen_version=standing.version,
            proposal=proposal,
            change_reason=change_reason,
        )
        return standing.id, version

    return write


def _changed_meanwhile(saving: Saving, *, figure: Figure) -> str:
    """What a colleague made of it; from now on it is seen, so that saving again is a choice."""
    with database.reading(asker=saving.actor) as session:
        now = table_data.standing_for(session, actor=saving.actor, figure=figure)
    saving.work.seen[figure.key] = now
    said = [
        norm_words.NOW_STANDS.format(
            norm=norm_data.in_words(one, indicator=figure.indicator), state=norm_words.STATES[one.state]
        )
        for one in now
    ]
    return words.CHANGED.format(now=" ".join(said) or words.GONE)


def _take_back(saving: Saving, *, row: SavedRow) -> str:
    try:
        with database.writing(actor=saving.actor) as session:
            norm_steps.take_back(session, actor=saving.actor, norm_id=row.norm_id, seen_version=row.version)
            now = table_data.standing_for(session, actor=saving.actor, figure=row.figure)
    except NormConflictError:
        return words.UNDO_CONFLICT
    except NormRefusedError as refused:
        return norm_words.FAULTS[refused.fault]
    saving.work.seen[row.figure.key] = now
    return ""


def _called(row: PastedRow) -> str:
    """What the row says that it is about, as far as it says so."""
    return ", ".join(filter(None, (row.cells.get(name, "") for name in ("indicator", "area", "group")))) or "-"
