"""Remembered mappings, boundaries, the data-ontwikkelagenda, and what came from each source."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "boundaries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("geometry", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_boundaries_area_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_boundaries_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boundaries")),
        sa.UniqueConstraint("area_id", "year", name=op.f("uq_boundaries_area_id_year")),
    )
    op.create_index(op.f("ix_boundaries_year"), "boundaries", ["year"], unique=False)
    op.create_table(
        "column_mappings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=True),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_column_mappings_region_id")),
        sa.ForeignKeyConstraint(["updated_by"], ["people.id"], name=op.f("fk_column_mappings_updated_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mappings")),
        sa.UniqueConstraint("region_id", "signature", name=op.f("uq_column_mappings_region_id_signature")),
    )
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'in_progress', 'measured', 'dropped')", name=op.f("ck_agenda_items_state")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_agenda_items_created_by")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_agenda_items_indicator_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_agenda_items_region_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_agenda_items_theme_id")),
        sa.ForeignKeyConstraint(["updated_by"], ["people.id"], name=op.f("fk_agenda_items_updated_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    op.create_index(op.f("ix_agenda_items_region_id"), "agenda_items", ["region_id"], unique=False)
    op.create_table(
        "figure_totals",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_figure_totals_indicator_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_figure_totals_period_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_figure_totals_source_id")),
        sa.PrimaryKeyConstraint("source_id", "region_id", "indicator_id", "period_id", name=op.f("pk_figure_totals")),
    )
    op.execute(
        "INSERT INTO figure_totals (source_id, region_id, indicator_id, period_id, figures)"
        " SELECT source_id, coalesce(region_id, 0), indicator_id, period_id, count(*) FROM figures"
        " GROUP BY source_id, coalesce(region_id, 0), indicator_id, period_id"
    )
    op.create_table(
        "batch_sources",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batches.id"], name=op.f("fk_batch_sources_batch_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_batch_sources_source_id")),
        sa.PrimaryKeyConstraint("batch_id", "source_id", name=op.f("pk_batch_sources")),
    )
    op.create_index(op.f("ix_batch_sources_source_id"), "batch_sources", ["source_id"], unique=False)
    op.execute(
        "INSERT INTO batch_sources (batch_id, source_id)"
        " SELECT batch_id, source_id FROM figures UNION SELECT batch_id, source_id FROM figure_revisions"
    )
    with op.batch_alter_table("import_batches") as batch:
        batch.add_column(sa.Column("rows_gone", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("import_batches") as batch:
        batch.alter_column("rows_gone", server_default=None)
    op.create_index(op.f("ix_import_batches_undoes_id"), "import_batches", ["undoes_id"], unique=True)


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_index(op.f("ix_import_batches_undoes_id"), table_name="import_batches")
    with op.batch_alter_table("import_batches") as batch:
        batch.drop_column("rows_gone")
    op.drop_index(op.f("ix_batch_sources_source_id"), table_name="batch_sources")
    op.drop_table("batch_sources")
    op.drop_table("figure_totals")
    op.drop_index(op.f("ix_agenda_items_region_id"), table_name="agenda_items")
    op.drop_table("agenda_items")
    op.drop_table("column_mappings")
    op.drop_index(op.f("ix_boundaries_year"), table_name="boundaries")
    op.drop_table("boundaries")
