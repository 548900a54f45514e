"""Groups of areas that people of a region compare more than once, kept under a name for all of that region."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "comparison_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("areas", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_comparison_groups_region_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_comparison_groups_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison_groups")),
        sa.UniqueConstraint("region_id", "name", name=op.f("uq_comparison_groups_region_id_name")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE comparison_groups ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON comparison_groups FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
        op.execute(f"CREATE POLICY writes ON comparison_groups USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.drop_table("comparison_groups")
