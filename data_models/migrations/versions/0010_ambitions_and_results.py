"""Issues at hand, ambitions and societal results that people write themselves, with what is noticed beside them."""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
_TABLES = ("issues", "result_indicators", "observations")
_REFERS = {
    "region_id": "regions",
    "issue_id": "issues",
    "result_id": "societal_results",
    "indicator_id": "indicators",
    "person_id": "people",
    "updated_by": "people",
}


def upgrade() -> None:
    """Bring the schema to this revision; what ambitions said of the issue at hand becomes an issue of its own."""
    _issues()
    _ambitions()
    _results()
    _beside_results()
    if op.get_bind().dialect.name == "postgresql":
        for name in _TABLES:
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY reads ON {name} FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
            op.execute(f"CREATE POLICY writes ON {name} USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision; what was removed, and what was noticed, is lost."""
    for name in ("observations", "result_indicators"):
        op.drop_table(name)
    op.execute(
        "UPDATE norms SET result_id = NULL WHERE result_id IN (SELECT r.id FROM societal_results r"
        " JOIN ambitions a ON a.id = r.ambition_id JOIN issues i ON i.id = a.issue_id"
        " WHERE r.removed_at IS NOT NULL OR a.removed_at IS NOT NULL OR i.removed_at IS NOT NULL)"
    )
    op.execute(
        "DELETE FROM societal_results WHERE removed_at IS NOT NULL OR ambition_id IN (SELECT a.id FROM ambitions a"
        " JOIN issues i ON i.id = a.issue_id WHERE a.removed_at IS NOT NULL OR i.removed_at IS NOT NULL)"
    )
    op.execute(
        "DELETE FROM ambitions WHERE removed_at IS NOT NULL"
        " OR issue_id IN (SELECT id FROM issues WHERE removed_at IS NOT NULL)"
    )
    with op.batch_alter_table("societal_results") as results:
        results.drop_index(op.f("ix_societal_results_region_id"))
        for name in ("region_id", "updated_by"):
            results.drop_constraint(op.f(f"fk_societal_results_{name}"), type_="foreignkey")
        for name in ("region_id", "removed_at", "updated_by", "updated_at"):
            results.drop_column(name)
    place = {"insert_after": "region_id"} if op.get_bind().dialect.name == "sqlite" else {}
    recreate = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    with op.batch_alter_table("ambitions", recreate=recreate) as ambitions:
        ambitions.add_column(sa.Column("issue_at_hand", sa.String(), nullable=True), **place)
    op.execute("UPDATE ambitions SET issue_at_hand = (SELECT matter FROM issues WHERE issues.id = ambitions.issue_id)")
    with op.batch_alter_table("ambitions") as ambitions:
        ambitions.alter_column("issue_at_hand", existing_type=sa.String(), nullable=False)
        ambitions.drop_index(op.f("ix_ambitions_issue_id"))
        for name in ("issue_id", "updated_by"):
            ambitions.drop_constraint(op.f(f"fk_ambitions_{name}"), type_="foreignkey")
        for name in ("issue_id", "removed_at", "updated_by", "updated_at"):
            ambitions.drop_column(name)
    op.drop_table("issues")


def _refers(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{_REFERS[column]}.id"], name=op.f(f"fk_{table}_{column}"))
        for column in columns
    ]


def _changed() -> list[sa.Column[object]]:
    return [
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _issues() -> None:
    op.create_table(
        "issues",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("matter", "for_whom", "why_now")),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed(),
        *_refers("issues", "region_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issues")),
    )
    op.create_index(op.f("ix_issues_region_id"), "issues", ["region_id"])
    op.execute(
        "INSERT INTO issues (region_id, matter, for_whom, why_now, position, updated_at, version)"
        " SELECT region_id, issue_at_hand, '', '', min(position), CURRENT_TIMESTAMP, 1 FROM ambitions"
        " GROUP BY region_id, issue_at_hand ORDER BY region_id, min(position)"
    )


def _ambitions() -> None:
    with op.batch_alter_table("ambitions") as ambitions:
        ambitions.add_column(sa.Column("issue_id", sa.Integer(), nullable=True))
        _add_changed(ambitions)
    op.execute(
        "UPDATE ambitions SET updated_at = CURRENT_TIMESTAMP, issue_id = (SELECT issues.id FROM issues"
        " WHERE issues.region_id = ambitions.region_id AND issues.matter = ambitions.issue_at_hand)"
    )
    with op.batch_alter_table("ambitions") as ambitions:
        ambitions.alter_column("issue_id", existing_type=sa.Integer(), nullable=False)
        ambitions.alter_column("updated_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        ambitions.drop_column("issue_at_hand")
        ambitions.create_foreign_key(op.f("fk_ambitions_issue_id"), "issues", ["issue_id"], ["id"])
        ambitions.create_foreign_key(op.f("fk_ambitions_updated_by"), "people", ["updated_by"], ["id"])
        ambitions.create_index(op.f("ix_ambitions_issue_id"), ["issue_id"])


def _results() -> None:
    with op.batch_alter_table("societal_results") as results:
        results.add_column(sa.Column("region_id", sa.Integer(), nullable=True))
        _add_changed(results)
    op.execute(
        "UPDATE societal_results SET updated_at = CURRENT_TIMESTAMP, region_id ="
        " (SELECT ambitions.region_id FROM ambitions WHERE ambitions.id = societal_results.ambition_id)"
    )
    with op.batch_alter_table("societal_results") as results:
        results.alter_column("region_id", existing_type=sa.Integer(), nullable=False)
        results.alter_column("updated_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        results.create_foreign_key(op.f("fk_societal_results_region_id"), "regions", ["region_id"], ["id"])
        results.create_foreign_key(op.f("fk_societal_results_updated_by"), "people", ["updated_by"], ["id"])
        results.create_index(op.f("ix_societal_results_region_id"), ["region_id"])


def _add_changed(table: BatchOperations) -> None:
    for column in (
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
    ):
        table.add_column(column)


def _beside_results() -> None:
    op.create_table(
        "result_indicators",
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_refers("result_indicators", "result_id", "indicator_id", "region_id"),
        sa.PrimaryKeyConstraint("result_id", "indicator_id", name=op.f("pk_result_indicators")),
    )
    op.create_index(op.f("ix_result_indicators_indicator_id"), "result_indicators", ["indicator_id"])
    op.create_index(op.f("ix_result_indicators_region_id"), "result_indicators", ["region_id"])
    op.execute(
        "INSERT INTO result_indicators (result_id, indicator_id, region_id, position)"
        " SELECT result_id, indicator_id, region_id, row_number() OVER (PARTITION BY result_id ORDER BY indicator_id)"
        " FROM (SELECT DISTINCT norms.result_id, norms.indicator_id, results.region_id FROM norms"
        " JOIN societal_results AS results ON results.id = norms.result_id) AS followed"
    )
    op.create_table(
        "observations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "text", "organisation")),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_changed(),
        sa.CheckConstraint("kind IN ('story', 'quote', 'observation')", name=op.f("ck_observations_kind")),
        *_refers("observations", "region_id", "result_id", "person_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observations")),
    )
    op.create_index(op.f("ix_observations_region_id"), "observations", ["region_id"])
    op.create_index(op.f("ix_observations_result_id"), "observations", ["result_id"])
