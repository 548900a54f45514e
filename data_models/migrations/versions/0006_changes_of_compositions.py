"""What beheerders change in what samenwerkingsverbanden consist of, so that it can be undone and no seed undoes it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "composition_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_composition_changes_region_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_composition_changes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_composition_changes")),
    )
    op.create_index(op.f("ix_composition_changes_region_id"), "composition_changes", ["region_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":  # compositions are no secret; each region writes its own changes
        op.execute("ALTER TABLE composition_changes ENABLE ROW LEVEL SECURITY")
        op.execute("CREATE POLICY reads ON composition_changes FOR SELECT USING (true)")
        op.execute(f"CREATE POLICY writes ON composition_changes USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.drop_table("composition_changes")
