"""The words in which texts are found."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
# Who was invited takes away the words of their own contribution when they withdraw it (docs/adr/0021).
_INVITED = (
    "kind = 'contribution' AND row_id IN (SELECT contributions.id FROM contributions JOIN invitations"
    " ON invitations.id = contributions.invitation_id"
    " WHERE token_hash = (SELECT nullif(current_setting('tev.invitation', true), '')))"
)


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
        for name, what in (("invited_reads", "SELECT"), ("invited_takes_away", "DELETE")):
            op.execute(f"CREATE POLICY {name} ON search_texts FOR {what} USING ({_INVITED})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    op.drop_table("search_texts")
