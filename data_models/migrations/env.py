"""How Alembic runs: inside the transaction of `data_models.schema.migrate`, or on its own from the command line."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from data_models import database
from data_models.tables import Table
from data_models.tables.declaration import Moment


def _written_plainly(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """A migration must not change when our own types do: a moment is written as what the database has."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
        render_item=_written_plainly,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with database.owner_engine().connect() as own:
        _run(own)
