"""The life of a norm, from concept to adopted by each party: in which meeting, and why this direction."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NORMS = ("norms", "norm_versions")


def upgrade() -> None:
    """Bring the schema to this revision; an adoption is of the last version that there was on its day."""
    for name in _NORMS:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("meeting", sa.String(), nullable=False, server_default=""))
            table.add_column(sa.Column("met_on", sa.Date(), nullable=True))
            table.add_column(sa.Column("direction_reason", sa.String(), nullable=False, server_default=""))
        with op.batch_alter_table(name) as table:
            table.alter_column("meeting", server_default=None)
            table.alter_column("direction_reason", server_default=None)
    with op.batch_alter_table("norm_adoptions") as table:
        table.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.execute(
        "UPDATE norm_adoptions SET version = coalesce((SELECT max(v.version) FROM norm_versions v"
        " WHERE v.norm_id = norm_adoptions.norm_id AND date(v.changed_at) <= norm_adoptions.adopted_on), 1)"
    )
    with op.batch_alter_table("norm_adoptions") as table:
        table.alter_column("version", server_default=None)
        table.drop_constraint(op.f("pk_norm_adoptions"), type_="primary")
        table.create_primary_key(op.f("pk_norm_adoptions"), ["norm_id", "party_id", "version"])


def downgrade() -> None:
    """Take the schema back to before this revision; of each party only the last adoption stays."""
    op.execute(
        "DELETE FROM norm_adoptions WHERE version < (SELECT max(a.version) FROM norm_adoptions a"
        " WHERE a.norm_id = norm_adoptions.norm_id AND a.party_id = norm_adoptions.party_id)"
    )
    with op.batch_alter_table("norm_adoptions") as table:
        table.drop_constraint(op.f("pk_norm_adoptions"), type_="primary")
        table.create_primary_key(op.f("pk_norm_adoptions"), ["norm_id", "party_id"])
    with op.batch_alter_table("norm_adoptions") as table:
        table.drop_column("version")
    for name in _NORMS:
        with op.batch_alter_table(name) as table:
            for column in ("meeting", "met_on", "direction_reason"):
                table.drop_column(column)
