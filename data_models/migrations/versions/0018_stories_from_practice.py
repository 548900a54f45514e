"""Stories from practice, with or without a figure."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
_TABLES = ("practice_stories", "practice_story_versions")


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "practice_stories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('gem', 'bottleneck')", name=op.f("ck_practice_stories_kind")),
        sa.CheckConstraint(
            "visibility IN ('circle', 'region', 'released')", name=op.f("ck_practice_stories_visibility")
        ),
        sa.CheckConstraint(
            "state IN ('shared', 'withdrawn', 'removed', 'expired')", name=op.f("ck_practice_stories_state")
        ),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_practice_stories_region_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_practice_stories_theme_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_practice_stories_indicator_id")),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_practice_stories_area_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_practice_stories_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_stories")),
    )
    for column in ("region_id", "indicator_id", "area_id", "person_id"):
        op.create_index(op.f(f"ix_practice_stories_{column}"), "practice_stories", [column])
    op.create_table(
        "practice_story_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_practice_story_versions_region_id")),
        sa.ForeignKeyConstraint(
            ["story_id"], ["practice_stories.id"], name=op.f("fk_practice_story_versions_story_id")
        ),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_practice_story_versions_changed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_story_versions")),
        sa.UniqueConstraint("story_id", "version", name=op.f("uq_practice_story_versions_story_id_version")),
    )
    op.create_index(op.f("ix_practice_story_versions_region_id"), "practice_story_versions", ["region_id"])
    if op.get_bind().dialect.name == "postgresql":
        for name in _TABLES:
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY reads ON {name} FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
            op.execute(f"CREATE POLICY writes ON {name} USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    for name in reversed(_TABLES):
        op.drop_table(name)
