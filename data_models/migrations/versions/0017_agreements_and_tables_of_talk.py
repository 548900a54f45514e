"""Agreements, what is put on another table, and the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_EXAMPLE = "region_id = ANY (ARRAY(SELECT id FROM regions WHERE fictional))"
_TABLES = ("agreements", "agreement_versions", "talk_tables", "escalations")
_STATES = "state IN ('open', 'busy', 'done', 'stopped')"
_LEVELS = "level IN ('local', 'regional', 'supraregional', 'national')"
_KINDS = (
    "kind IN ('budget', 'law', 'professional_standard', 'cooperation', 'data_sharing', 'facilities', 'good_practice')"
)


def upgrade() -> None:
    """Bring the schema to this revision."""
    _agreements()
    _tables_of_talk()
    if op.get_bind().dialect.name == "postgresql":
        for name in _TABLES:
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY reads ON {name} FOR SELECT USING ({_OWN} OR {_EXAMPLE})")
            op.execute(f"CREATE POLICY writes ON {name} USING ({_OWN}) WITH CHECK ({_OWN})")


def downgrade() -> None:
    """Take the schema back to before this revision; what was agreed is lost."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _refers(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    to = {
        "region_id": "regions",
        "picture_id": "pictures",
        "contribution_id": "contributions",
        "agreement_id": "agreements",
        "table_id": "talk_tables",
        "created_by": "people",
        "updated_by": "people",
        "changed_by": "people",
    }
    return [
        sa.ForeignKeyConstraint([column], [f"{to[column]}.id"], name=op.f(f"fk_{table}_{column}")) for column in columns
    ]


def _changed() -> list[sa.Column[object]]:
    return [
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _agreements() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("contribution_id", sa.Integer(), nullable=True),
        *_texts("what", "organisation"),
        sa.Column("due_on", sa.Date(), nullable=False),
        *_texts("state", "note"),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_changed(),
        sa.CheckConstraint(_STATES, name=op.f("ck_agreements_state")),
        *_refers("agreements", "region_id", "picture_id", "contribution_id", "created_by", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    _index("agreements", "region_id", "picture_id", "contribution_id")
    op.create_table(
        "agreement_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("what", "organisation"),
        sa.Column("due_on", sa.Date(), nullable=False),
        *_texts("state", "note"),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *_refers("agreement_versions", "region_id", "agreement_id", "changed_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_versions")),
        sa.UniqueConstraint("agreement_id", "version", name=op.f("uq_agreement_versions_agreement_id_version")),
    )
    _index("agreement_versions", "region_id")


def _tables_of_talk() -> None:
    op.create_table(
        "talk_tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        *_texts("name", "level", "task", "members", "rhythm"),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        *_changed(),
        sa.CheckConstraint(_LEVELS, name=op.f("ck_talk_tables_level")),
        *_refers("talk_tables", "region_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_tables")),
    )
    _index("talk_tables", "region_id")
    op.create_table(
        "escalations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("table_id", sa.Integer(), nullable=True),
        *_texts("kind", "level", "matter", "reason", "addressee", "decided_by"),
        sa.Column("sent_on", sa.Date(), nullable=False),
        *_texts("reply"),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        *_changed(),
        sa.CheckConstraint(_KINDS, name=op.f("ck_escalations_kind")),
        sa.CheckConstraint(_LEVELS, name=op.f("ck_escalations_level")),
        sa.CheckConstraint("(replied_on IS NULL) = (reply = '')", name=op.f("ck_escalations_reply")),
        *_refers("escalations", "region_id", "agreement_id", "table_id", "updated_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalations")),
    )
    _index("escalations", "region_id", "agreement_id", "table_id")
