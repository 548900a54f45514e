"""What was agreed about the monitoring before stays readable: each version is kept, beginning with the present one."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
_TEXTS = ("purpose", "definitions", "sees", "rhythm")
_REFERS = {"region_id": "regions", "agreement_id": "monitoring_agreements", "changed_by": "people"}


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "monitoring_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        sa.Column("indicators", sa.String(), nullable=False),
        sa.Column("plans", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_monitoring_versions_{column}"))
            for column, table in _REFERS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring_versions")),
        sa.UniqueConstraint("agreement_id", "version", name=op.f("uq_monitoring_versions_agreement_id_version")),
    )
    op.create_index(op.f("ix_monitoring_versions_region_id"), "monitoring_versions", ["region_id"])
    _keep_the_present()
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE monitoring_versions ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON monitoring_versions FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
        op.execute(f"CREATE POLICY writes ON monitoring_versions USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision; what was agreed before the present is lost."""
    op.drop_table("monitoring_versions")


def _keep_the_present() -> None:
    """Each agreement as it stands becomes the first version that is kept."""
    connection = op.get_bind()
    texts = ", ".join(_TEXTS)
    op.execute(
        f"INSERT INTO monitoring_versions (region_id, agreement_id, version, {texts}, indicators, plans, changed_by,"  # noqa: S608 - names written here
        f" changed_at) SELECT region_id, id, version, {texts}, '[]', '[]', updated_by, updated_at"
        " FROM monitoring_agreements"
    )
    chosen = connection.execute(
        sa.text(
            "SELECT m.region_id, i.code, m.collector FROM monitored_indicators m"
            " JOIN indicators i ON i.id = m.indicator_id ORDER BY i.position"
        )
    ).all()
    plans = connection.execute(
        sa.text("SELECT region_id, plan, rhythm, next_on FROM monitoring_plans ORDER BY plan")
    ).all()
    for region_id in {row[0] for row in [*chosen, *plans]}:
        connection.execute(
            sa.text("UPDATE monitoring_versions SET indicators = :chosen, plans = :plans WHERE region_id = :region_id"),
            {
                "region_id": region_id,
                "chosen": json.dumps([[code, by] for of, code, by in chosen if of == region_id], ensure_ascii=False),
                "plans": json.dumps(
                    [[plan, rhythm, str(on) if on else ""] for of, plan, rhythm, on in plans if of == region_id],
                    ensure_ascii=False,
                ),
            },
        )
