"""Migrations on both databases: equal to the tables, safe for rows, safe for processes that start at once."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, inspect, select

from data_models import schema
from data_models.database import make_engine, reading, writing
from data_models.tables import Area, AreaPart, BatchSource, Figure, ImportBatch, Table
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.published import ALMERE, ALMERE_BEFORE, counted_totals, kept_totals, put, with_value


def _constraints(engine: Engine) -> dict[str, object]:
    found = inspect(engine)
    return {
        name: {
            "checks": sorted((check["name"], check["sqltext"]) for check in found.get_check_constraints(name)),
            "unique": sorted((unique["name"], unique["column_names"]) for unique in found.get_unique_constraints(name)),
            "indexes": sorted((index["name"], index["column_names"]) for index in found.get_indexes(name)),
            "references": sorted((key["name"], key["referred_table"]) for key in found.get_foreign_keys(name)),
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "columns": [
                (column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)
            ],
        }
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def test_the_migrated_schema_is_what_the_tables_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Table.metadata) == []


def test_constraints_and_indexes_of_migrations_and_tables_are_the_same(engine: Engine, empty_url: URL) -> None:
    if engine.dialect.name != make_engine(empty_url).dialect.name:
        pytest.skip("compared within one kind of database")
    other = make_engine(empty_url)
    Table.metadata.create_all(other)
    try:
        assert _constraints(engine) == _constraints(other)
    finally:
        other.dispose()


def _with_a_whole_and_a_part(engine: Engine) -> None:
    with writing(engine) as session:
        session.add_all(
            [
                Area(id=1, code="GM0034", kind="municipality", name="Almere", valid_from=1984, valid_until=None),
                Area(id=2, code="WK003401", kind="district", name="Almere Stad", valid_from=2022, valid_until=None),
            ]
        )
        session.flush()
        session.add(AreaPart(whole_id=1, part_id=2, share=1.0, valid_from=2022, valid_until=None))


def _counts(engine: Engine) -> tuple[int | None, int | None]:
    with engine.connect() as connection:
        return (
            connection.scalar(select(func.count()).select_from(Area)),
            connection.scalar(select(func.count()).select_from(AreaPart)),
        )


def test_migrating_a_filled_database_keeps_its_rows(engine: Engine) -> None:
    _with_a_whole_and_a_part(engine)
    schema.migrate(engine)
    assert _counts(engine) == (2, 1)


@pytest.fixture
def with_a_second_revision(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A next migration that recreates a parent table, as a later change of `areas` will."""
    copy = tmp_path_factory.mktemp("migrations") / "migrations"
    shutil.copytree(schema.MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "9999_next.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        "from pathlib import Path\n"
        "revision, branch_labels, depends_on = '9999', None, None\n"
        f"down_revision = {schema.newest_revision()!r}\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('areas', recreate='auto') as batch:\n"
        "        batch.add_column(sa.Column('remark', sa.String(), nullable=False, server_default=''))\n"
        "        batch.alter_column('name', new_column_name='title')\n"
        "    if Path(__file__).with_name('break').exists():\n"
        "        op.execute('DELETE FROM areas')\n"
    )
    schema.newest_revision.cache_clear()
    monkeypatch.setattr(schema, "MIGRATIONS", copy)
    yield
    schema.newest_revision.cache_clear()


def test_recreating_a_parent_table_keeps_the_rows_that_refer_to_it(
    engine: Engine, with_a_second_revision: None
) -> None:
    _with_a_whole_and_a_part(engine)
    schema.migrate(engine)
    assert _counts(engine) == (2, 1)
    assert "title" in {column["name"] for column in inspect(engine).get_columns("areas")}


def test_a_migration_that_breaks_references_is_undone(engine: Engine, with_a_second_revision: None) -> None:
    _with_a_whole_and_a_part(engine)
    (schema.MIGRATIONS / "versions" / "break").touch()
    with pytest.raises(Exception, match=r"broken references in area_parts|violates foreign key"):
        schema.migrate(engine)
    assert _counts(engine) == (2, 1)
    assert "name" in {column["name"] for column in inspect(engine).get_columns("areas")}


def test_foreign_keys_are_on_again_after_migrating(empty_url: URL) -> None:
    engine = make_engine(empty_url)
    schema.migrate(engine)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_migrating_a_current_database_costs_one_query_about_the_revision(engine: Engine) -> None:
    schema.newest_revision()
    with engine.connect():
        pass  # the first connection of a pool asks its own questions
    statements: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _count(_c: Connection, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    schema.migrate(engine)
    assert len([statement for statement in statements if "version_num" in statement]) == 1
    assert len(statements) <= 2  # the other one: whether the version table is there


def _migrate_at(address: str) -> None:
    engine = make_engine(create_engine(address).url)
    schema.migrate(engine)
    engine.dispose()


def test_six_processes_that_start_at_once_make_one_database(empty_url: URL) -> None:
    address = empty_url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(max_workers=6, mp_context=get_context("spawn")) as pool:
        list(pool.map(_migrate_at, [address] * 6))
    engine = make_engine(empty_url)
    assert set(inspect(engine).get_table_names()) == {*Table.metadata.tables, "alembic_version"}
    engine.dispose()


def test_going_back_and_forth_ends_where_it_began(engine: Engine) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", str(schema.MIGRATIONS))
    with engine.connect() as connection:
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, "base")
        connection.commit()
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    schema.migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_totals_and_batches_of_a_database_that_has_figures_are_filled_in(engine: Engine) -> None:
    with writing(engine) as session:
        add_catalogue(session)
        put(session, ALMERE_BEFORE, ALMERE, connector="cbs-kwb")
        put(session, with_value(ALMERE, 11.9, source="cbs-85335NED"), connector="cbs-kwb")
    _to_revision(engine, "0001")
    assert "figure_totals" not in inspect(engine).get_table_names()
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Figure)) == 2
    schema.migrate(engine)
    assert kept_totals(engine) == counted_totals(engine)
    with reading(engine) as session:
        assert len(session.scalars(select(BatchSource.source_id)).all()) == 2
        assert [(batch.rows_new, batch.rows_gone) for batch in session.scalars(select(ImportBatch))] == [(2, 0), (0, 0)]


def _to_revision(engine: Engine, revision: str) -> None:
    """Go back as `schema.migrate` goes forward: on SQLite with foreign keys off."""
    configuration = Config()
    configuration.set_main_option("script_location", str(schema.MIGRATIONS))
    with engine.connect() as connection, schema._alone(connection):
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, revision)
