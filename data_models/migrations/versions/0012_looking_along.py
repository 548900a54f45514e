"""Who leads a meeting on the beamer, so that others can look along on their own telephone.

On PostgreSQL a row is seen by who leads, and as long as it lives by who names its code in `tev.code` (docs/adr/0018).
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_OWN = (
    "person_id = (SELECT nullif(current_setting('tev.person', true), '')::integer)"
    " AND region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
)
_BY_CODE = (
    "code = (SELECT nullif(current_setting('tev.code', true), '')) AND ended_at IS NULL AND ends_at > current_timestamp"
)


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "led_screens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_led_screens_region_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_led_screens_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_led_screens")),
        sa.UniqueConstraint("code", name=op.f("uq_led_screens_code")),
    )
    op.create_index(op.f("ix_led_screens_region_id"), "led_screens", ["region_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE led_screens ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON led_screens FOR SELECT USING (({_OWN}) OR ({_BY_CODE}))")
        op.execute(f"CREATE POLICY writes ON led_screens USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.drop_table("led_screens")
