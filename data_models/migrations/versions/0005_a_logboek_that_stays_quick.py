"""Indexes by which a page of the audit trail is found at once, however long it is; people have a version."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ASKED = (["region_id"], ["region_id", "person_id"], ["region_id", "action"], ["region_id", "subject_kind"])
_ORDERED = ["at", "id"]


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.drop_index(op.f("ix_audit_lines_at"), "audit_lines")
    for columns in _ASKED:
        op.create_index(op.f(f"ix_audit_lines_{'_'.join([*columns, *_ORDERED])}"), "audit_lines", [*columns, *_ORDERED])
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("people") as people:
        people.alter_column("version", server_default=None)


def downgrade() -> None:
    """Take the schema back to before this revision."""
    with op.batch_alter_table("people") as people:
        people.drop_column("version")
    for columns in _ASKED:
        op.drop_index(op.f(f"ix_audit_lines_{'_'.join([*columns, *_ORDERED])}"), "audit_lines")
    op.create_index(op.f("ix_audit_lines_at"), "audit_lines", ["at"])
