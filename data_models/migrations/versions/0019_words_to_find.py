"""The words in which texts are found."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "search_texts",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_search_texts_region_id")),
        sa.PrimaryKeyConstraint("kind", "row_id", name=op.f("pk_search_texts")),
    )
    op.create_index(op.f("ix_search_texts_region_id"), "search_texts", ["region_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE search_texts ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON search_texts FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
        op.execute(f"CREATE POLICY writes ON search_texts USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.drop_table("search_texts")
