"""In which texts people search, and keeping their words up to date in the transaction that changes them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from sqlalchemy import Connection, Select, delete, event, exists, func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, ORMExecuteState, Session, UOWTransaction

from data_models.stemming import findable
from data_models.tables import (
    AgendaItem,
    Agreement,
    Ambition,
    Contribution,
    DissentingView,
    Effort,
    Escalation,
    Goal,
    Issue,
    JointInterpretation,
    Norm,
    Observation,
    Picture,
    PracticeStory,
    SearchText,
    SocietalResult,
    Table,
    TalkTable,
)

SLICE = 2_000  # rows at once; SQLite takes no more than 32.766 values in one statement
_ANEW = "texts_to_read_anew"  # of a session: kinds of which rows were changed by a statement of their own


@dataclass(frozen=True, slots=True)
class Searchable:
    """A kind of text that is searched: `rows` gives the number, the region and the texts of each.

    `titled`: the first of its texts is by what people know it, and counts for more.
    """

    kind: str
    table: type[Table]
    region: InstrumentedAttribute[int]
    rows: Select[*tuple[Any, ...]]
    titled: bool = False

    def words(self, texts: Sequence[str]) -> str:
        """What is kept of the texts of one row."""
        return findable(texts[1:], title=texts[0]) if self.titled else findable(texts)


def _of_region(kind: str, *texts: InstrumentedAttribute[str], titled: bool = True) -> Searchable:
    table: Any = texts[0].class_
    return Searchable(kind, table, table.region_id, select(table.id, table.region_id, *texts), titled)


def _of_picture(kind: str, *texts: InstrumentedAttribute[str]) -> Searchable:
    table: Any = texts[0].class_
    rows = select(table.id, Picture.region_id, *texts).join(Picture, Picture.id == table.picture_id)
    return Searchable(kind, table, Picture.region_id, rows)


_DISSENT = (
    select(DissentingView.id, Picture.region_id, DissentingView.text)
    .join(JointInterpretation, JointInterpretation.id == DissentingView.interpretation_id)
    .join(Picture, Picture.id == JointInterpretation.picture_id)
)

SEARCHABLE = (
    _of_picture("contribution", Contribution.text),
    _of_picture("joint", JointInterpretation.text),
    Searchable("dissent", DissentingView, Picture.region_id, _DISSENT),
    _of_region("practice", PracticeStory.title, PracticeStory.text),
    _of_region("agreement", Agreement.what, Agreement.organisation, Agreement.note),
    _of_region("escalation", Escalation.matter, Escalation.reason, Escalation.addressee, Escalation.reply),
    _of_region("table", TalkTable.name, TalkTable.task, TalkTable.members),
    _of_region("norm", Norm.reason, Norm.direction_reason, Norm.agreed_by, Norm.meeting, titled=False),
    _of_region("issue", Issue.matter, Issue.for_whom, Issue.why_now),
    _of_region("ambition", Ambition.text),
    _of_region("result", SocietalResult.text, SocietalResult.target_group),
    _of_region("observation", Observation.text, titled=False),
    _of_region("goal", Goal.text),
    _of_region("effort", Effort.activity, Effort.organisation),
    _of_region("agenda", AgendaItem.question, AgendaItem.reason, AgendaItem.for_whom),
)
KINDS = tuple(one.kind for one in SEARCHABLE)
_BY_TABLE = {one.table: one for one in SEARCHABLE}


def keep_words_up_to_date() -> None:
    """From now on whatever transaction changes a text that is searched changes the words by which it is found."""
    if not event.contains(Session, "after_flush", _after_flush):
        event.listen(Session, "after_flush", _after_flush)
        event.listen(Session, "do_orm_execute", _note_statement)
        event.listen(Session, "before_commit", _before_commit)


def make_anew(session: Session, *, kinds: Collection[str] = KINDS) -> None:
    """Derive the words of all texts of these kinds again; of one region when the transaction is for one."""
    connection = session.connection()
    region = None
    if connection.dialect.name == "postgresql":
        region = connection.scalar(select(func.nullif(func.current_setting("tev.region", True), "")))
    for one in SEARCHABLE:
        if one.kind not in kinds:
            continue
        old, rows = delete(SearchText).where(SearchText.kind == one.kind), one.rows
        if region is not None:
            old, rows = old.where(SearchText.region_id == int(region)), rows.where(one.region == int(region))
        connection.execute(old)
        for part in _slices(iter(connection.execute(rows).all())):
            _insert(connection, one, rows=part)


def are_there(session: Session) -> bool:
    """Whether the words were derived: not yet, right after the migration that made their table."""
    return bool(session.scalar(select(exists(select(SearchText.row_id)))))


def _after_flush(session: Session, _: UOWTransaction) -> None:
    changed: dict[str, set[int]] = {}
    for row in (*session.new, *session.dirty, *session.deleted):
        if type(row) in _BY_TABLE:
            changed.setdefault(_BY_TABLE[type(row)].kind, set()).add(row.id)
    for one in SEARCHABLE if changed else ():
        connection, table = session.connection(), cast("Any", one.table)
        for part in _slices(iter(sorted(changed.get(one.kind, ())))):
            connection.execute(delete(SearchText).where(SearchText.kind == one.kind, SearchText.row_id.in_(part)))
            _insert(connection, one, rows=connection.execute(one.rows.where(table.id.in_(part))).all())


def _note_statement(state: ORMExecuteState) -> None:
    """A statement does not say which rows it changed: all texts of its kind are read again before the end."""
    if (state.is_insert or state.is_update or state.is_delete) and state.bind_mapper is not None:
        one = _BY_TABLE.get(state.bind_mapper.class_)
        if one is not None:
            state.session.info.setdefault(_ANEW, set()).add(one.kind)


def _before_commit(session: Session) -> None:
    kinds = session.info.pop(_ANEW, None)
    if kinds:
        session.flush()
        make_anew(session, kinds=kinds)


def _insert(connection: Connection, one: Searchable, *, rows: Collection[Any]) -> None:
    found = [
        {"kind": one.kind, "row_id": number, "region_id": region, "words": words}
        for number, region, *texts in rows
        if (words := one.words(texts))
    ]
    if found:
        connection.execute(insert(SearchText), found)


def _slices(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while part := list(islice(rows, SLICE)):
        yield part
