"""Breaks and events that people of a region add beside those of the seed; each region writes its own."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"


def upgrade() -> None:
    """Bring the schema to this revision."""
    with op.batch_alter_table("annotations") as annotations:
        annotations.add_column(sa.Column("region_id", sa.Integer(), nullable=True))
        annotations.add_column(sa.Column("changed_by", sa.Integer(), nullable=True))
        annotations.add_column(sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
        annotations.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        annotations.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        annotations.create_foreign_key(op.f("fk_annotations_region_id"), "regions", ["region_id"], ["id"])
        annotations.create_foreign_key(op.f("fk_annotations_changed_by"), "people", ["changed_by"], ["id"])
        annotations.create_index(op.f("ix_annotations_region_id"), ["region_id"])
    with op.batch_alter_table("annotations") as annotations:
        annotations.alter_column("version", server_default=None)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE annotations ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON annotations FOR SELECT USING (region_id IS NULL OR {_OWN} OR {_EXAMPLE})")
        op.execute(f"CREATE POLICY writes ON annotations USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.execute("DELETE FROM annotations WHERE region_id IS NOT NULL")
    if op.get_bind().dialect.name == "postgresql":
        for name in ("reads", "writes"):
            op.execute(f"DROP POLICY {name} ON annotations")
        op.execute("ALTER TABLE annotations DISABLE ROW LEVEL SECURITY")
    with op.batch_alter_table("annotations") as annotations:
        annotations.drop_index(op.f("ix_annotations_region_id"))
        annotations.drop_constraint(op.f("fk_annotations_region_id"), type_="foreignkey")
        annotations.drop_constraint(op.f("fk_annotations_changed_by"), type_="foreignkey")
        for name in ("region_id", "changed_by", "changed_at", "withdrawn_at", "version"):
            annotations.drop_column(name)
