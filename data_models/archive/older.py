"""A file of an earlier schema, brought to the present one by way of a database of its own that nobody else sees."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from alembic import command
from sqlalchemy import DateTime, Engine, MetaData, Table, event, make_url
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.engine.reflection import Inspector

from data_models import database, schema
from data_models.archive import writing
from data_models.archive.form import Progress
from data_models.archive.reading import Archive
from data_models.archive.replacing import SLICE, insert_rows
from data_models.tables import Table as OurTable
from data_models.tables.declaration import Moment


@contextmanager
def checked(file: Path, *, progress: Progress | None = None) -> Iterator[Archive]:
    """The file, wholly read and found good, in the present form; raises `RefusedArchiveError`.

    A file of an earlier schema is put into an empty database of that schema, migrated as any database is, and written
    again: what a migration does to rows is done to these as well.
    """
    archive = Archive(file)
    if archive.manifest.revision == schema.newest_revision():
        archive.check(metadata=OurTable.metadata, progress=progress)
        yield archive
        return
    with tempfile.TemporaryDirectory(prefix="tellen-") as room:
        between = database.make_engine(make_url(f"sqlite:///{Path(room) / 'between.sqlite'}"))
        try:
            metadata = _of_then(between, revision=archive.manifest.revision)
            archive.check(metadata=metadata, progress=progress)
            _fill(between, archive=archive, metadata=metadata)
            schema.migrate(between)
            newer = Path(room) / "between.zip"
            with database.reading(between) as session:
                writing.write(
                    session,
                    file=newer,
                    metadata=OurTable.metadata,
                    revision=schema.newest_revision(),
                    progress=progress,
                )
            yield Archive(newer, origin=archive.manifest)
        finally:
            between.dispose()


def _of_then(engine: Engine, *, revision: str) -> MetaData:
    """Make the schema of that revision, and answer its tables."""
    configuration = schema._configuration()
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, revision)
        connection.commit()
    return tables_of(engine)


def tables_of(engine: Engine) -> MetaData:
    """The tables as they are in a SQLite database, whatever its revision."""
    metadata = MetaData()

    @event.listens_for(metadata, "column_reflect")
    def _ours(_inspector: Inspector, _table: Table, column: ReflectedColumn) -> None:
        if isinstance(column["type"], DateTime):
            column["type"] = Moment()

    metadata.reflect(engine)
    return metadata


def _fill(engine: Engine, *, archive: Archive, metadata: MetaData) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for table in writing.kept_tables(metadata):
            rows = archive.rows(table)
            while part := list(islice(rows, SLICE)):
                insert_rows(connection, table=table, rows=part)
        connection.commit()
