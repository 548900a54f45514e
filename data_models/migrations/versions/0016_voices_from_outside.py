"""Invitations, prompts of a region, and how long stories are kept."""

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""


def downgrade() -> None:
    """Take the schema back to before this revision."""
