"""Who wrote a contribution down for somebody else, and which were removed on the day itself (docs/adr/0004)."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision; what was withdrawn with its text was removed on the day itself."""
    with op.batch_alter_table("contributions") as contributions:
        contributions.add_column(sa.Column("written_down_by", sa.String(), nullable=False, server_default=""))
        contributions.add_column(sa.Column("removed", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("contributions") as contributions:
        contributions.alter_column("written_down_by", existing_type=sa.String(), server_default=None)
        contributions.alter_column("removed", existing_type=sa.Boolean(), server_default=None)
    op.execute(
        "UPDATE contributions SET removed = (1 = 1) WHERE state = 'withdrawn' AND text = '' AND id NOT IN"
        " (SELECT contribution_id FROM contribution_versions GROUP BY contribution_id HAVING max(length(text)) > 0)"
    )


def downgrade() -> None:
    """Take the schema back to before this revision."""
    with op.batch_alter_table("contributions") as contributions:
        contributions.drop_column("removed")
        contributions.drop_column("written_down_by")
