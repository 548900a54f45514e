"""Replacing all rows of a database by those of a file, in one transaction: all of them, or none."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Index, MetaData, Table, delete, func, insert, inspect, select, text
from sqlalchemy.orm import Session

from data_models.archive.form import Progress
from data_models.archive.reading import Archive, RefusedArchiveError
from data_models.archive.writing import kept_tables

SLICE = 20_000  # rows handed to the driver at once; PostgreSQL keeps what it must check of one slice in memory
_TRIGGERS = text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
_GUARDED = text(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid)"
    " AND oid IN (SELECT tgrelid FROM pg_trigger WHERE NOT tgisinternal)"
)


@contextmanager
def replacing(target: Engine) -> Iterator[Session]:
    """The one transaction: nobody else writes meanwhile, everybody reads what stood before it until it ends.

    On SQLite without foreign keys, which are all looked over at the end; a delete need not ask for each row then.
    """
    with target.connect() as connection:
        try:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("PRAGMA cache_size=-200000")
                connection.commit()
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            with Session(connection) as session:
                see_everything(session)
                yield session
                session.flush()
                _refuse_broken_references(connection)
                session.commit()
                connection.commit()  # the transaction is the connection's, not the session's
        finally:
            connection.invalidate()  # closed, with its settings


def see_everything(session: Session) -> None:
    """On PostgreSQL: a row that row-level security would hide from this transaction is an error, not left out."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL row_security = off"))


def replace_rows(
    session: Session,
    *,
    archive: Archive,
    metadata: MetaData,
    progress: Progress | None = None,
) -> None:
    """Put the file's rows in the place of all that stand; what is left out of files is emptied.

    Raises `RefusedArchiveError` when the file is not what was checked, and the transaction must not go on.
    """
    connection = session.connection()
    tables = kept_tables(metadata)
    every = metadata.sorted_tables
    if connection.dialect.name == "postgresql":
        names = ", ".join(connection.dialect.identifier_preparer.format_table(table) for table in every)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")  # who reads goes on reading
    with _found_by_reference(connection, tables=every), _unguarded(connection, tables=every):
        for table in reversed(every):
            connection.execute(delete(table))
        done = 0
        for table in tables:
            for rows in _slices(archive.rows(table), whole=_refers_to_itself(table)):
                insert_rows(connection, table=table, rows=rows)
                done += len(rows)
                if progress:
                    progress("restoring", done, archive.manifest.rows)
        _number_onwards(connection, tables=every)


def insert_rows(connection: Connection, *, table: Table, rows: list[list[object]]) -> None:
    """Hand rows to the driver, their values in the order of the table's columns."""
    if not rows:
        return
    cursor = connection.connection.cursor()
    try:
        if connection.dialect.name == "sqlite":
            cursor.executemany(str(insert(table).compile(dialect=connection.dialect)), _bound(connection, table, rows))
        else:
            preparer = connection.dialect.identifier_preparer
            names = ", ".join(preparer.format_column(column) for column in table.columns)
            with cursor.copy(f"COPY {preparer.format_table(table)} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:  # the file is whole, so its maker had other rules
        if isinstance(
            error, (connection.dialect.loaded_dbapi.IntegrityError, connection.dialect.loaded_dbapi.DataError)
        ):
            raise RefusedArchiveError("unfit", where=table.name) from error
        raise
    finally:
        cursor.close()


def _bound(connection: Connection, table: Table, rows: list[list[object]]) -> list[list[object]]:
    """The values as SQLite keeps them."""
    for at, column in enumerate(table.columns):
        bind: Callable[[Any], Any] | None = column.type.dialect_impl(connection.dialect).bind_processor(
            connection.dialect
        )
        if bind is not None:
            for row in rows:
                row[at] = bind(row[at])
    return rows


def _slices(rows: Iterator[list[object]], *, whole: bool) -> Iterator[list[list[object]]]:
    """Parts of so many rows; all at once where a row may refer to a later one."""
    while part := list(rows if whole else islice(rows, SLICE)):
        yield part


def _refers_to_itself(table: Table) -> bool:
    return any(key.column.table is table for key in table.foreign_keys)


@contextmanager
def _unguarded(connection: Connection, *, tables: Iterable[Table]) -> Iterator[None]:
    """Without the triggers that refuse changes (of the audit trail), which stand again when the block ends.

    When it fails the transaction ends, and with it their absence.
    """
    names = {table.name for table in tables}
    if connection.dialect.name == "sqlite":
        triggers = [one for one in connection.execute(_TRIGGERS).all() if one.tbl_name in names]
        quote = connection.dialect.identifier_preparer.quote
        for one in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {quote(one.name)}")
        yield
        for one in triggers:
            connection.exec_driver_sql(one.sql)
        return
    guarded = sorted(names & set(connection.execute(_GUARDED).scalars()))
    for name in guarded:
        connection.exec_driver_sql(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    for name in guarded:
        connection.exec_driver_sql(f"ALTER TABLE {name} ENABLE TRIGGER USER")


@contextmanager
def _found_by_reference(connection: Connection, *, tables: Iterable[Table]) -> Iterator[None]:
    """On PostgreSQL an index on every reference that has none, because rows that are referred to are deleted.

    It looks for references to every row that goes: without an index that reads all figures for each area. They are
    dropped last: from then until the transaction ends nobody can read.
    """
    indexes: list[Index] = []
    if connection.dialect.name == "postgresql":
        there = inspect(connection)
        for table in tables:
            led = {one["column_names"][0] for one in there.get_indexes(table.name)}
            led |= {one["column_names"][0] for one in there.get_unique_constraints(table.name)}
            led |= set(there.get_pk_constraint(table.name)["constrained_columns"][:1])
            for key in table.foreign_keys:
                if key.parent.name not in led:
                    shadow = Table(table.name, MetaData(), key.parent._copy())
                    indexes.append(Index(f"restoring_{table.name}_{key.parent.name}", shadow.c[key.parent.name]))
    for index in indexes:
        index.create(connection)
    yield
    for index in indexes:
        index.drop(connection)


def _number_onwards(connection: Connection, *, tables: Iterable[Table]) -> None:
    """New rows get numbers above all that are there, and (PostgreSQL) above all that ever were."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        key = table.autoincrement_column
        sequence = key is not None and connection.scalar(select(func.pg_get_serial_sequence(table.name, key.name)))
        if key is None or not sequence:
            continue
        following = connection.scalar(select(func.nextval(sequence)))
        highest = connection.scalar(select(func.max(key))) or 0
        connection.execute(select(func.setval(sequence, max(following or 1, highest))))
    connection.exec_driver_sql("ANALYZE")


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise RefusedArchiveError("unfit", where=str(broken[0]))
