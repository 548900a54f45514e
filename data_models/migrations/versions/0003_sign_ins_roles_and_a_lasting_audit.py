"""Sign-ins, where a role came from, and an audit trail in which nothing can be changed or removed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_REFUSAL = "the audit trail is append-only"
_SQLITE = """
CREATE TRIGGER audit_lines_no_{name} BEFORE {name} ON audit_lines
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
_POSTGRESQL = f"""
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$;
CREATE TRIGGER audit_lines_append_only BEFORE UPDATE OR DELETE ON audit_lines
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
"""


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sign_ins_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("key", name=op.f("uq_sign_ins_key")),
    )
    op.create_index(op.f("ix_sign_ins_person_id"), "sign_ins", ["person_id"], unique=False)
    with op.batch_alter_table("person_roles") as roles:
        roles.add_column(sa.Column("origin", sa.String(), nullable=False, server_default="hand"))
        roles.add_column(sa.Column("granted_by", sa.Integer(), nullable=True))
        roles.add_column(
            sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False, server_default="2026-11-22 00:00:00+00")
        )
        roles.create_foreign_key(op.f("fk_person_roles_granted_by"), "people", ["granted_by"], ["id"])
    with op.batch_alter_table("person_roles") as roles:
        roles.alter_column("origin", server_default=None)
        roles.alter_column("granted_at", server_default=None)
    op.execute(
        "INSERT INTO person_roles (person_id, region_id, role, origin, granted_at)"
        " SELECT person_id, region_id, 'administrator', 'hand', granted_at FROM person_roles"
        " WHERE role = 'policy_officer' AND person_id IN (SELECT id FROM people WHERE subject LIKE 'local:%')"
    )
    if op.get_bind().dialect.name == "sqlite":
        for name in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(name=name, refusal=_REFUSAL))
    else:
        op.execute(_POSTGRESQL)


def downgrade() -> None:
    """Take the schema back to before this revision; the roles that were added for local mode stay."""
    if op.get_bind().dialect.name == "sqlite":
        for name in ("UPDATE", "DELETE"):
            op.execute(f"DROP TRIGGER audit_lines_no_{name}")
    else:
        op.execute("DROP TRIGGER audit_lines_append_only ON audit_lines")
        op.execute("DROP FUNCTION refuse_change_of_audit()")
    with op.batch_alter_table("person_roles") as roles:
        roles.drop_constraint(op.f("fk_person_roles_granted_by"), type_="foreignkey")
        for name in ("origin", "granted_by", "granted_at"):
            roles.drop_column(name)
    op.drop_table("sign_ins")
