"""Who could read a version of a story from practice; what was said within a circle stays there when a later one is not.

Of the versions that are there it was not kept. They are taken as said within the circle, but for how a story stands now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    with op.batch_alter_table("practice_story_versions") as table:
        table.add_column(sa.Column("visibility", sa.String(), nullable=False, server_default="circle"))
    op.execute(
        "UPDATE practice_story_versions SET visibility = (SELECT told.visibility FROM practice_stories told"
        " WHERE told.id = practice_story_versions.story_id) WHERE version = (SELECT told.version"
        " FROM practice_stories told WHERE told.id = practice_story_versions.story_id)"
    )
    with op.batch_alter_table("practice_story_versions") as table:
        table.alter_column("visibility", server_default=None)


def downgrade() -> None:
    """Take the schema back to before this revision."""
    with op.batch_alter_table("practice_story_versions") as table:
        table.drop_column("visibility")
