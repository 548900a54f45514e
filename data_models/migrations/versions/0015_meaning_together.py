"""Pictures of several figures, and what the parties say they mean together."""

# ruff: noqa: S608 - every piece of a statement is written here
import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_OF_THE_REGION = (
    "interpretation_id IN (SELECT joint_interpretations.id FROM joint_interpretations"
    f" JOIN pictures ON pictures.id = joint_interpretations.picture_id WHERE {_OWN})"
)
_POLICIES = {
    **dict.fromkeys(
        ("joint_versions", "joint_quotes", "dissenting_views"),
        ("interpretation_id IN (SELECT id FROM joint_interpretations)", _OF_THE_REGION),
    ),
    "looking_backs": (
        "picture_id IN (SELECT id FROM pictures)",
        f"picture_id IN (SELECT id FROM pictures WHERE {_OWN})",
    ),
}
_REFERS = {
    "interpretation_id": "joint_interpretations",
    "contribution_id": "contributions",
    "picture_id": "pictures",
    "party_id": "parties",
    "signatory_id": "people",
    "person_id": "people",
    "changed_by": "people",
}


def upgrade() -> None:
    """Bring the schema to this revision; a confirmation that said otherwise becomes a dissenting view."""
    _subjects()
    _joint()
    _dissenting()
    _looking_back()
    if op.get_bind().dialect.name == "postgresql":
        for table, (seen, written) in _POLICIES.items():
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({seen})")
            op.execute(f"CREATE POLICY writes ON {table} USING ({written}) WITH CHECK ({written})")


def downgrade() -> None:
    """Take the schema back to before this revision; earlier versions, quotes and looking back are lost."""
    for name in ("looking_backs", "joint_quotes", "joint_versions"):
        op.drop_table(name)
    with op.batch_alter_table("confirmations") as confirmations:
        confirmations.add_column(sa.Column("dissenting_view", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("confirmations") as confirmations:
        confirmations.alter_column("dissenting_view", server_default=None)
    op.execute("DELETE FROM dissenting_views WHERE state = 'withdrawn'")
    same = (
        "d.interpretation_id = confirmations.interpretation_id AND d.party_id = confirmations.party_id"
        " AND d.of_version = confirmations.version"
    )
    said = f"SELECT max(d.text) FROM dissenting_views d WHERE {same}"
    op.execute(f"UPDATE confirmations SET dissenting_view = coalesce(({said}), '')")
    op.execute(
        "INSERT INTO confirmations"
        " (interpretation_id, party_id, version, signatory_id, confirmed_at, dissenting_view)"
        " SELECT interpretation_id, party_id, of_version, max(signatory_id), max(created_at), max(text)"
        " FROM dissenting_views AS d WHERE NOT EXISTS (SELECT 1 FROM confirmations"
        f" WHERE {same}) GROUP BY interpretation_id, party_id, of_version"
    )
    op.drop_table("dissenting_views")
    with op.batch_alter_table("pictures") as pictures:
        pictures.drop_index(op.f("ix_pictures_subject"))
        pictures.drop_column("subject")


def _refers(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{_REFERS[column]}.id"], name=op.f(f"fk_{table}_{column}"))
        for column in columns
    ]


def _moments() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _subjects() -> None:
    with op.batch_alter_table("pictures") as table:
        table.add_column(sa.Column("subject", sa.String(), nullable=True))
    pictures = sa.table("pictures", sa.column("id"), sa.column("signature"), sa.column("subject"))
    known = op.get_bind().execute(sa.select(pictures.c.id, pictures.c.signature)).all()
    for number, signature in known:
        subject = " + ".join(part.rpartition("|")[0] for part in signature.split(" + "))
        op.execute(sa.update(pictures).where(pictures.c.id == number).values(subject=subject))
    with op.batch_alter_table("pictures") as table:
        table.alter_column("subject", existing_type=sa.String(), nullable=False)
        table.create_index(op.f("ix_pictures_subject"), ["subject"])


def _joint() -> None:
    op.create_table(
        "joint_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("interpretation_id", "version")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("text", "organisation")),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *_refers("joint_versions", "interpretation_id", "changed_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_versions")),
        sa.UniqueConstraint("interpretation_id", "version", name=op.f("uq_joint_versions_interpretation_id_version")),
    )
    op.execute(
        "INSERT INTO joint_versions (interpretation_id, version, text, organisation, changed_by, changed_at)"
        " SELECT j.id, j.version, j.text, coalesce(p.organisation, ''), j.updated_by, j.updated_at"
        " FROM joint_interpretations j LEFT JOIN people p ON p.id = j.updated_by"
    )
    op.create_table(
        "joint_quotes",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("interpretation_id", "version", "contribution_id")
        ),
        *_refers("joint_quotes", "interpretation_id", "contribution_id"),
        sa.PrimaryKeyConstraint("interpretation_id", "version", "contribution_id", name=op.f("pk_joint_quotes")),
    )
    op.create_index(op.f("ix_joint_quotes_contribution_id"), "joint_quotes", ["contribution_id"])


def _dissenting() -> None:
    op.create_table(
        "dissenting_views",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("interpretation_id", "party_id", "of_version")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("text", "state")),
        sa.Column("signatory_id", sa.Integer(), nullable=True),
        *_moments(),
        sa.CheckConstraint("state IN ('standing', 'withdrawn')", name=op.f("ck_dissenting_views_state")),
        *_refers("dissenting_views", "interpretation_id", "party_id", "signatory_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dissenting_views")),
    )
    for column in ("interpretation_id", "party_id"):
        op.create_index(op.f(f"ix_dissenting_views_{column}"), "dissenting_views", [column])
    op.execute(
        "INSERT INTO dissenting_views"
        " (interpretation_id, party_id, of_version, text, state, signatory_id, created_at, updated_at, version)"
        " SELECT interpretation_id, party_id, version, dissenting_view, 'standing', signatory_id, confirmed_at,"
        " confirmed_at, 1 FROM confirmations WHERE dissenting_view <> ''"
    )
    op.execute("DELETE FROM confirmations WHERE dissenting_view <> ''")
    with op.batch_alter_table("confirmations") as confirmations:
        confirmations.drop_column("dissenting_view")


def _looking_back() -> None:
    op.create_table(
        "looking_backs",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("picture_id", "interpretation_id", "of_version")),
        sa.Column("person_id", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("organisation", "perspective", "answer", "text")),
        *_moments(),
        sa.CheckConstraint("answer IN ('ja', 'deels', 'nee')", name=op.f("ck_looking_backs_answer")),
        *_refers("looking_backs", "picture_id", "interpretation_id", "person_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looking_backs")),
        sa.UniqueConstraint(
            "picture_id",
            "interpretation_id",
            "person_id",
            name=op.f("uq_looking_backs_picture_id_interpretation_id_person_id"),
        ),
    )
    for column in ("interpretation_id", "person_id"):
        op.create_index(op.f(f"ix_looking_backs_{column}"), "looking_backs", [column])
