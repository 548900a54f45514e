"""First schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "areas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Integer(), nullable=False),
        sa.Column("valid_until", sa.Integer(), nullable=True),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('country', 'province', 'youth_region', 'municipality', 'district', 'neighbourhood', 'partnership', 'region')",
            name=op.f("ck_areas_kind"),
        ),
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name=op.f("ck_areas_validity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_areas")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_areas_code_valid_from")),
    )
    op.create_index(op.f("ix_areas_kind_name"), "areas", ["kind", "name"], unique=False)
    op.create_table(
        "audit_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("person_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("to_version", sa.Integer(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_lines")),
    )
    op.create_index(op.f("ix_audit_lines_at"), "audit_lines", ["at"], unique=False)
    op.create_index(
        op.f("ix_audit_lines_subject_kind_subject_id"), "audit_lines", ["subject_kind", "subject_id"], unique=False
    )
    op.create_table(
        "breakdowns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breakdowns")),
        sa.UniqueConstraint("code", name=op.f("uq_breakdowns_code")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("subject", name=op.f("uq_people_subject")),
    )
    op.create_table(
        "periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('year', 'school_year', 'half_year')", name=op.f("ck_periods_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_periods")),
        sa.UniqueConstraint("code", name=op.f("uq_periods_code")),
    )
    op.create_index(op.f("ix_periods_position"), "periods", ["position"], unique=False)
    op.create_table(
        "regions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regions")),
        sa.UniqueConstraint("code", name=op.f("uq_regions_code")),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("retrieved_on", sa.Date(), nullable=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("code", name=op.f("uq_sources_code")),
    )
    op.create_table(
        "themes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_themes")),
        sa.UniqueConstraint("code", name=op.f("uq_themes_code")),
    )
    op.create_table(
        "topic_versions",
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "region_id", name=op.f("pk_topic_versions")),
    )
    op.create_table(
        "ambitions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("issue_at_hand", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_ambitions_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambitions")),
    )
    op.create_index(op.f("ix_ambitions_region_id"), "ambitions", ["region_id"], unique=False)
    op.create_table(
        "area_parts",
        sa.Column("whole_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("valid_from", sa.Integer(), nullable=False),
        sa.Column("valid_until", sa.Integer(), nullable=True),
        sa.CheckConstraint("share > 0 AND share <= 1", name=op.f("ck_area_parts_share")),
        sa.ForeignKeyConstraint(["part_id"], ["areas.id"], name=op.f("fk_area_parts_part_id")),
        sa.ForeignKeyConstraint(["whole_id"], ["areas.id"], name=op.f("fk_area_parts_whole_id")),
        sa.PrimaryKeyConstraint("whole_id", "part_id", "valid_from", name=op.f("pk_area_parts")),
    )
    op.create_index(op.f("ix_area_parts_part_id"), "area_parts", ["part_id"], unique=False)
    op.create_table(
        "area_successions",
        sa.Column("former_id", sa.Integer(), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.CheckConstraint("share > 0 AND share <= 1", name=op.f("ck_area_successions_share")),
        sa.ForeignKeyConstraint(["former_id"], ["areas.id"], name=op.f("fk_area_successions_former_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["areas.id"], name=op.f("fk_area_successions_successor_id")),
        sa.PrimaryKeyConstraint("former_id", "successor_id", name=op.f("pk_area_successions")),
    )
    op.create_index(op.f("ix_area_successions_successor_id"), "area_successions", ["successor_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_drafts_person_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_drafts_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("person_id", "region_id", "subject", name=op.f("uq_drafts_person_id_region_id_subject")),
    )
    op.create_index(op.f("ix_drafts_region_id"), "drafts", ["region_id"], unique=False)
    op.create_table(
        "import_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("connector", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.Integer(), nullable=True),
        sa.Column("region_id", sa.Integer(), nullable=True),
        sa.Column("rows_new", sa.Integer(), nullable=False),
        sa.Column("rows_changed", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["imported_by"], ["people.id"], name=op.f("fk_import_batches_imported_by")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_import_batches_region_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["import_batches.id"], name=op.f("fk_import_batches_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
    )
    op.create_table(
        "indicators",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("numerator", sa.String(), nullable=False),
        sa.Column("denominator", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("complement", sa.String(), nullable=False),
        sa.Column("desired_direction", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("source_table", sa.String(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("caveats", sa.String(), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.Column("zero_may_be_shown", sa.Boolean(), nullable=False),
        sa.Column("minimum_count", sa.Integer(), nullable=False),
        sa.Column("minimum_denominator", sa.Integer(), nullable=False),
        sa.Column("smallest_relevant_difference", sa.Double(), nullable=True),
        sa.Column("rounding", sa.Integer(), nullable=False),
        sa.Column("in_start_set", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("basis IN ('residence', 'school')", name=op.f("ck_indicators_basis")),
        sa.CheckConstraint("desired_direction IN ('up', 'down', 'none')", name=op.f("ck_indicators_desired_direction")),
        sa.CheckConstraint("kind IN ('outcome', 'output', 'process', 'context')", name=op.f("ck_indicators_kind")),
        sa.CheckConstraint(
            "unit IN ('percentage', 'per_1000', 'count', 'weeks', 'days', 'scale', 'story')",
            name=op.f("ck_indicators_unit"),
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_indicators_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicators")),
        sa.UniqueConstraint("code", name=op.f("uq_indicators_code")),
    )
    op.create_index(op.f("ix_indicators_theme_id"), "indicators", ["theme_id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_parties_area_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_parties_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("region_id", "name", name=op.f("uq_parties_region_id_name")),
    )
    op.create_table(
        "pictures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_pictures_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pictures")),
        sa.UniqueConstraint("region_id", "signature", name=op.f("uq_pictures_region_id_signature")),
    )
    op.create_table(
        "region_areas",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_region_areas_area_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_region_areas_region_id")),
        sa.PrimaryKeyConstraint("region_id", "area_id", name=op.f("pk_region_areas")),
    )
    op.create_index(op.f("ix_region_areas_area_id"), "region_areas", ["area_id"], unique=False)
    op.create_table(
        "annotations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('break', 'event')", name=op.f("ck_annotations_kind")),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_annotations_area_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_annotations_indicator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotations")),
    )
    op.create_index(op.f("ix_annotations_indicator_id"), "annotations", ["indicator_id"], unique=False)
    op.create_table(
        "contributions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("recognition", sa.String(), nullable=False),
        sa.Column("valuation", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('shared', 'withdrawn')", name=op.f("ck_contributions_state")),
        sa.CheckConstraint("visibility IN ('circle', 'region', 'released')", name=op.f("ck_contributions_visibility")),
        sa.CheckConstraint("question BETWEEN 1 AND 4", name=op.f("ck_contributions_question")),
        sa.CheckConstraint("valuation IS NULL OR valuation BETWEEN 1 AND 5", name=op.f("ck_contributions_valuation")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contributions_person_id")),
        sa.ForeignKeyConstraint(["picture_id"], ["pictures.id"], name=op.f("fk_contributions_picture_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
    )
    op.create_index(op.f("ix_contributions_person_id"), "contributions", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_contributions_picture_id_question"), "contributions", ["picture_id", "question"], unique=False
    )
    op.create_table(
        "figure_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("breakdown_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("numerator", sa.Double(), nullable=True),
        sa.Column("denominator", sa.Double(), nullable=True),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=True),
        sa.Column("replaced_by_id", sa.Integer(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_figure_revisions_area_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batches.id"], name=op.f("fk_figure_revisions_batch_id")),
        sa.ForeignKeyConstraint(["breakdown_id"], ["breakdowns.id"], name=op.f("fk_figure_revisions_breakdown_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_figure_revisions_indicator_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_figure_revisions_period_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_figure_revisions_region_id")),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"], ["import_batches.id"], name=op.f("fk_figure_revisions_replaced_by_id")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_figure_revisions_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_revisions")),
    )
    op.create_index(
        op.f("ix_figure_revisions_indicator_id_breakdown_id_area_id_period_id"),
        "figure_revisions",
        ["indicator_id", "breakdown_id", "area_id", "period_id"],
        unique=False,
    )
    op.create_index(op.f("ix_figure_revisions_replaced_by_id"), "figure_revisions", ["replaced_by_id"], unique=False)
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("breakdown_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("numerator", sa.Double(), nullable=True),
        sa.Column("denominator", sa.Double(), nullable=True),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("(status = 'withheld') = (reason <> '')", name=op.f("ck_figures_reason")),
        sa.CheckConstraint("(status = 'withheld') = (value IS NULL)", name=op.f("ck_figures_withheld_value")),
        sa.CheckConstraint(
            "status IN ('final', 'provisional', 'revised', 'derived', 'estimated', 'withheld')",
            name=op.f("ck_figures_status"),
        ),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_figures_area_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batches.id"], name=op.f("fk_figures_batch_id")),
        sa.ForeignKeyConstraint(["breakdown_id"], ["breakdowns.id"], name=op.f("fk_figures_breakdown_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_figures_indicator_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_figures_period_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_figures_region_id")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_figures_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
        sa.UniqueConstraint(
            "indicator_id",
            "breakdown_id",
            "area_id",
            "period_id",
            name=op.f("uq_figures_indicator_id_breakdown_id_area_id_period_id"),
        ),
    )
    op.create_index(
        op.f("ix_figures_indicator_id_period_id_breakdown_id_area_id"),
        "figures",
        ["indicator_id", "period_id", "breakdown_id", "area_id"],
        unique=False,
    )
    op.create_table(
        "joint_interpretations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["pictures.id"], name=op.f("fk_joint_interpretations_picture_id")),
        sa.ForeignKeyConstraint(["updated_by"], ["people.id"], name=op.f("fk_joint_interpretations_updated_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_interpretations")),
        sa.UniqueConstraint("picture_id", "question", name=op.f("uq_joint_interpretations_picture_id_question")),
    )
    op.create_table(
        "person_roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_person_roles_party_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_person_roles_person_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_person_roles_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_roles")),
        sa.UniqueConstraint(
            "person_id", "region_id", "role", "party_id", name=op.f("uq_person_roles_person_id_region_id_role_party_id")
        ),
    )
    op.create_index(op.f("ix_person_roles_person_id"), "person_roles", ["person_id"], unique=False)
    op.create_index(op.f("ix_person_roles_region_id"), "person_roles", ["region_id"], unique=False)
    op.create_table(
        "picture_figures",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("breakdown_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("position BETWEEN 1 AND 5", name=op.f("ck_picture_figures_position")),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_picture_figures_area_id")),
        sa.ForeignKeyConstraint(["breakdown_id"], ["breakdowns.id"], name=op.f("fk_picture_figures_breakdown_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_picture_figures_indicator_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_picture_figures_period_id")),
        sa.ForeignKeyConstraint(["picture_id"], ["pictures.id"], name=op.f("fk_picture_figures_picture_id")),
        sa.PrimaryKeyConstraint("picture_id", "position", name=op.f("pk_picture_figures")),
    )
    op.create_index(op.f("ix_picture_figures_area_id"), "picture_figures", ["area_id"], unique=False)
    op.create_index(op.f("ix_picture_figures_indicator_id"), "picture_figures", ["indicator_id"], unique=False)
    op.create_table(
        "societal_results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ambition_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("target_group", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('substantive', 'process', 'conditional')", name=op.f("ck_societal_results_kind")),
        sa.ForeignKeyConstraint(["ambition_id"], ["ambitions.id"], name=op.f("fk_societal_results_ambition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_societal_results")),
    )
    op.create_index(op.f("ix_societal_results_ambition_id"), "societal_results", ["ambition_id"], unique=False)
    op.create_table(
        "confirmations",
        sa.Column("interpretation_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dissenting_view", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interpretation_id"], ["joint_interpretations.id"], name=op.f("fk_confirmations_interpretation_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_confirmations_party_id")),
        sa.ForeignKeyConstraint(["signatory_id"], ["people.id"], name=op.f("fk_confirmations_signatory_id")),
        sa.PrimaryKeyConstraint("interpretation_id", "party_id", "version", name=op.f("pk_confirmations")),
    )
    op.create_index(op.f("ix_confirmations_party_id"), "confirmations", ["party_id"], unique=False)
    op.create_table(
        "contribution_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recognition", sa.String(), nullable=False),
        sa.Column("valuation", sa.Integer(), nullable=True),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_contribution_versions_changed_by")),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contributions.id"], name=op.f("fk_contribution_versions_contribution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_versions")),
        sa.UniqueConstraint(
            "contribution_id", "version", name=op.f("uq_contribution_versions_contribution_id_version")
        ),
    )
    op.create_table(
        "norms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("breakdown_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("lower", sa.Double(), nullable=True),
        sa.Column("upper", sa.Double(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("start_value", sa.Double(), nullable=True),
        sa.Column("start_year", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("direction IN ('up', 'down', 'band')", name=op.f("ck_norms_direction")),
        sa.CheckConstraint(
            "state IN ('concept', 'proposed', 'agreed', 'adopted', 'replaced', 'withdrawn')",
            name=op.f("ck_norms_state"),
        ),
        sa.CheckConstraint("year > start_year", name=op.f("ck_norms_years")),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_norms_area_id")),
        sa.ForeignKeyConstraint(["breakdown_id"], ["breakdowns.id"], name=op.f("fk_norms_breakdown_id")),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_norms_created_by")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicators.id"], name=op.f("fk_norms_indicator_id")),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_norms_region_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["norms.id"], name=op.f("fk_norms_replaces_id")),
        sa.ForeignKeyConstraint(["result_id"], ["societal_results.id"], name=op.f("fk_norms_result_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_norms")),
    )
    op.create_index(op.f("ix_norms_area_id_indicator_id"), "norms", ["area_id", "indicator_id"], unique=False)
    op.create_index(op.f("ix_norms_region_id_indicator_id"), "norms", ["region_id", "indicator_id"], unique=False)
    op.create_table(
        "norm_adoptions",
        sa.Column("norm_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=True),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["norm_id"], ["norms.id"], name=op.f("fk_norm_adoptions_norm_id")),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_norm_adoptions_party_id")),
        sa.ForeignKeyConstraint(["signatory_id"], ["people.id"], name=op.f("fk_norm_adoptions_signatory_id")),
        sa.PrimaryKeyConstraint("norm_id", "party_id", name=op.f("pk_norm_adoptions")),
    )
    op.create_index(op.f("ix_norm_adoptions_party_id"), "norm_adoptions", ["party_id"], unique=False)
    op.create_table(
        "norm_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("norm_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("lower", sa.Double(), nullable=True),
        sa.Column("upper", sa.Double(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("start_value", sa.Double(), nullable=True),
        sa.Column("start_year", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("change_reason", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_norm_versions_changed_by")),
        sa.ForeignKeyConstraint(["norm_id"], ["norms.id"], name=op.f("fk_norm_versions_norm_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_norm_versions")),
        sa.UniqueConstraint("norm_id", "version", name=op.f("uq_norm_versions_norm_id_version")),
    )


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_table("norm_versions")
    op.drop_index(op.f("ix_norm_adoptions_party_id"), table_name="norm_adoptions")
    op.drop_table("norm_adoptions")
    op.drop_index(op.f("ix_norms_region_id_indicator_id"), table_name="norms")
    op.drop_index(op.f("ix_norms_area_id_indicator_id"), table_name="norms")
    op.drop_table("norms")
    op.drop_table("contribution_versions")
    op.drop_index(op.f("ix_confirmations_party_id"), table_name="confirmations")
    op.drop_table("confirmations")
    op.drop_index(op.f("ix_societal_results_ambition_id"), table_name="societal_results")
    op.drop_table("societal_results")
    op.drop_index(op.f("ix_picture_figures_indicator_id"), table_name="picture_figures")
    op.drop_index(op.f("ix_picture_figures_area_id"), table_name="picture_figures")
    op.drop_table("picture_figures")
    op.drop_index(op.f("ix_person_roles_region_id"), table_name="person_roles")
    op.drop_index(op.f("ix_person_roles_person_id"), table_name="person_roles")
    op.drop_table("person_roles")
    op.drop_table("joint_interpretations")
    op.drop_index(op.f("ix_figures_indicator_id_period_id_breakdown_id_area_id"), table_name="figures")
    op.drop_table("figures")
    op.drop_index(op.f("ix_figure_revisions_replaced_by_id"), table_name="figure_revisions")
    op.drop_index(
        op.f("ix_figure_revisions_indicator_id_breakdown_id_area_id_period_id"), table_name="figure_revisions"
    )
    op.drop_table("figure_revisions")
    op.drop_index(op.f("ix_contributions_picture_id_question"), table_name="contributions")
    op.drop_index(op.f("ix_contributions_person_id"), table_name="contributions")
    op.drop_table("contributions")
    op.drop_index(op.f("ix_annotations_indicator_id"), table_name="annotations")
    op.drop_table("annotations")
    op.drop_index(op.f("ix_region_areas_area_id"), table_name="region_areas")
    op.drop_table("region_areas")
    op.drop_table("pictures")
    op.drop_table("parties")
    op.drop_index(op.f("ix_indicators_theme_id"), table_name="indicators")
    op.drop_table("indicators")
    op.drop_table("import_batches")
    op.drop_index(op.f("ix_drafts_region_id"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_index(op.f("ix_area_successions_successor_id"), table_name="area_successions")
    op.drop_table("area_successions")
    op.drop_index(op.f("ix_area_parts_part_id"), table_name="area_parts")
    op.drop_table("area_parts")
    op.drop_index(op.f("ix_ambitions_region_id"), table_name="ambitions")
    op.drop_table("ambitions")
    op.drop_table("topic_versions")
    op.drop_table("themes")
    op.drop_table("sources")
    op.drop_table("settings")
    op.drop_table("regions")
    op.drop_index(op.f("ix_periods_position"), table_name="periods")
    op.drop_table("periods")
    op.drop_table("people")
    op.drop_table("breakdowns")
    op.drop_index(op.f("ix_audit_lines_subject_kind_subject_id"), table_name="audit_lines")
    op.drop_index(op.f("ix_audit_lines_at"), table_name="audit_lines")
    op.drop_table("audit_lines")
    op.drop_index(op.f("ix_areas_kind_name"), table_name="areas")
    op.drop_table("areas")
