"""How long decisions are kept, what goes with what is older; prompts for who was invited; and words in their order.

Texts are found by phrases from now on: what was derived from them is made anew at the next start. On PostgreSQL two
functions pass the wall for drafts, which only their writer sees: they count and clear, and tell no word.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_INVITED = (
    "region_id IN (SELECT region_id FROM invitations"
    " WHERE token_hash = (SELECT nullif(current_setting('tev.invitation', true), '')))"
)
_BEFORE = ("waiting", "shown", "refused", "withdrawn")
# The drafts of the transaction's region that were left alone since, or that change what goes itself.
_OLD_DRAFTS = (
    "FROM drafts WHERE drafts.region_id = nullif(current_setting('tev.region', true), '')::integer"
    " AND (drafts.updated_at < since OR drafts.subject = ANY(subjects))"
)
_FUNCTIONS = {
    "count_old_drafts": f"RETURN (SELECT count(*) {_OLD_DRAFTS});",
    "clear_old_drafts": f"DELETE {_OLD_DRAFTS}; GET DIAGNOSTICS found = ROW_COUNT; RETURN found;",
}
_FUNCTION = """
CREATE FUNCTION {name}(since timestamptz, subjects text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE found integer;
BEGIN
{body}
END $$
"""


def upgrade() -> None:
    """Bring the schema to this revision."""
    with op.batch_alter_table("retentions") as table:
        table.add_column(sa.Column("decision_years", sa.Integer(), nullable=True))
        table.create_check_constraint(
            op.f("ck_retentions_decision_years"), "decision_years IS NULL OR decision_years BETWEEN 1 AND 50"
        )
    _states(*_BEFORE, "expired")
    op.execute("DELETE FROM search_texts")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE POLICY invited_reads ON region_prompts FOR SELECT USING ({_INVITED})")
        own_schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
        for name, body in _FUNCTIONS.items():
            op.execute(_FUNCTION.format(name=name, body=body, schema=own_schema))


def downgrade() -> None:
    """Take the schema back to before this revision; how long decisions are kept is lost."""
    if op.get_bind().dialect.name == "postgresql":
        for name in _FUNCTIONS:
            op.execute(f"DROP FUNCTION {name}(timestamptz, text[])")
        op.execute("DROP POLICY invited_reads ON region_prompts")
    op.execute("DELETE FROM search_texts")
    op.execute("UPDATE sendings SET state = 'withdrawn' WHERE state = 'expired'")
    _states(*_BEFORE)
    with op.batch_alter_table("retentions") as table:
        table.drop_constraint(op.f("ck_retentions_decision_years"), type_="check")
        table.drop_column("decision_years")


def _states(*states: str) -> None:
    with op.batch_alter_table("sendings") as table:
        table.drop_constraint(op.f("ck_sendings_state"), type_="check")
        table.create_check_constraint(op.f("ck_sendings_state"), f"state IN {states}")
