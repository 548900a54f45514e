"""Pictures of several figures, and what the parties say they mean together."""

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""


def downgrade() -> None:
    """Take the schema back to before this revision."""
