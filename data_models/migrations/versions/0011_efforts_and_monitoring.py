"""Goals and efforts as a chain, and what the parties agreed about the monitoring itself."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
_TABLES = (
    "goals",
    "efforts",
    "goal_efforts",
    "effort_yields",
    "yield_measurements",
    "monitoring_agreements",
    "monitored_indicators",
    "monitoring_plans",
    "expected_figures",
)


def upgrade() -> None:
    """Bring the schema to this revision."""
    _efforts()
    _yields()
    _monitoring()
    if op.get_bind().dialect.name == "postgresql":
        for name in _TABLES:
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY reads ON {name} FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
            op.execute(f"CREATE POLICY writes ON {name} USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _refers(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    to = {
        "region_id": "regions",
        "result_id": "societal_results",
        "goal_id": "goals",
        "effort_id": "efforts",
        "yield_id": "effort_yields",
        "indicator_id": "indicators",
        "updated_by": "people",
        "entered_by": "people",
    }
    return [
        sa.ForeignKeyConstraint([column], [f"{to[column]}.id"], name=op.f(f"fk_{table}_{column}")) for column in columns
    ]


def _changed() -> list[sa.Column[object]]:
    return [
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _efforts() -> None:
    op.create_table(
        "goals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_changed(),
        *_refers("goals", "region_id", "result_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
    )
    op.create_index(op.f("ix_goals_region_id"), "goals", ["region_id"])
    op.create_index(op.f("ix_goals_result_id"), "goals", ["result_id"])
    op.create_table(
        "efforts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        *_changed(),
        *_refers("efforts", "region_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_efforts")),
    )
    op.create_index(op.f("ix_efforts_region_id"), "efforts", ["region_id"])
    op.create_table(
        "goal_efforts",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("effort_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        *_refers("goal_efforts", "goal_id", "effort_id", "region_id"),
        sa.PrimaryKeyConstraint("goal_id", "effort_id", name=op.f("pk_goal_efforts")),
    )
    op.create_index(op.f("ix_goal_efforts_effort_id"), "goal_efforts", ["effort_id"])
    op.create_index(op.f("ix_goal_efforts_region_id"), "goal_efforts", ["region_id"])


def _yields() -> None:
    op.create_table(
        "effort_yields",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("effort_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("counts_people", sa.Boolean(), nullable=False),
        *_changed(),
        sa.CheckConstraint("kind IN ('output', 'outcome')", name=op.f("ck_effort_yields_kind")),
        *_refers("effort_yields", "region_id", "effort_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effort_yields")),
    )
    op.create_index(op.f("ix_effort_yields_region_id"), "effort_yields", ["region_id"])
    op.create_index(op.f("ix_effort_yields_effort_id"), "effort_yields", ["effort_id"])
    op.create_table(
        "yield_measurements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("yield_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("count", sa.Double(), nullable=True),
        sa.Column("denominator", sa.Double(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('shown', 'withheld', 'withdrawn')", name=op.f("ck_yield_measurements_status")),
        sa.CheckConstraint("(status = 'shown') = (count IS NOT NULL)", name=op.f("ck_yield_measurements_shown_count")),
        sa.CheckConstraint("(status = 'withheld') = (reason <> '')", name=op.f("ck_yield_measurements_reason")),
        *_refers("yield_measurements", "region_id", "yield_id", "entered_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yield_measurements")),
        sa.UniqueConstraint("yield_id", "year", "version", name=op.f("uq_yield_measurements_yield_id_year_version")),
    )
    op.create_index(op.f("ix_yield_measurements_region_id"), "yield_measurements", ["region_id"])


def _monitoring() -> None:
    op.create_table(
        "monitoring_agreements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("purpose", "definitions", "sees", "rhythm")),
        *_changed()[1:],
        *_refers("monitoring_agreements", "region_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring_agreements")),
        sa.UniqueConstraint("region_id", name=op.f("uq_monitoring_agreements_region_id")),
    )
    op.create_table(
        "monitored_indicators",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        *_refers("monitored_indicators", "region_id", "indicator_id"),
        sa.PrimaryKeyConstraint("region_id", "indicator_id", name=op.f("pk_monitored_indicators")),
    )
    op.create_table(
        "monitoring_plans",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "plan IN ('support_plan', 'youth_plan', 'education_agenda', 'other_plan')",
            name=op.f("ck_monitoring_plans_plan"),
        ),
        *_refers("monitoring_plans", "region_id"),
        sa.PrimaryKeyConstraint("region_id", "plan", name=op.f("pk_monitoring_plans")),
    )
    op.create_table(
        "expected_figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        *_changed(),
        *_refers("expected_figures", "region_id", "indicator_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expected_figures")),
    )
    op.create_index(op.f("ix_expected_figures_region_id"), "expected_figures", ["region_id"])
