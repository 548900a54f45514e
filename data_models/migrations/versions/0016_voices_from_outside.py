"""Invitations, prompts of a region, and how long stories are kept.

On PostgreSQL who was invited has no person and no region. Their transactions name the hash of their token in
`tev.invitation`: they see that invitation and what became of it, and write what is theirs as long as it lives
(docs/adr/0021). What they write is seen by the region when they sent it, or when the invitation is over.
"""

# ruff: noqa: S608 - every piece of a policy is written here
import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_OWN = "region_id = (SELECT nullif(current_setting('tev.region', true), '')::integer)"
_NAMED = "token_hash = (SELECT nullif(current_setting('tev.invitation', true), ''))"
_INVITED = f"invitation_id IN (SELECT id FROM invitations WHERE {_NAMED})"
_LIVES = (
    f"(invitation_id, region_id) IN (SELECT id, region_id FROM invitations WHERE {_NAMED}"
    " AND withdrawn_at IS NULL AND ends_at > current_timestamp)"
)
_UNSENT = "invitation_id NOT IN (SELECT invitation_id FROM sendings)"
_TO_READ = (
    "invitation_id IN (SELECT invitation_id FROM sendings) OR invitation_id IN"
    " (SELECT id FROM invitations WHERE withdrawn_at IS NOT NULL OR ends_at <= current_timestamp)"
)
_OWN_CONTRIBUTION = f"contribution_id IN (SELECT id FROM contributions WHERE {_INVITED})"
_OWN_LINE = (
    "person_id IS NULL AND role = 'invited' AND subject_kind = 'invitation' AND (subject_id, region_id) IN"
    f" (SELECT id, region_id FROM invitations WHERE {_NAMED})"
)
_POLICIES = (
    ("invitations", "reads", f"FOR SELECT USING ({_OWN} OR {_NAMED})"),
    ("invitations", "writes", f"USING ({_OWN}) WITH CHECK ({_OWN})"),
    ("invited_answers", "reads", f"FOR SELECT USING (({_INVITED}) OR ({_OWN} AND ({_TO_READ})))"),
    ("invited_answers", "writes", f"FOR UPDATE USING ({_OWN}) WITH CHECK ({_OWN})"),
    ("invited_answers", "clears", f"FOR DELETE USING ({_OWN})"),
    ("invited_answers", "is_taken_away", f"FOR DELETE USING ({_INVITED})"),
    ("invited_answers", "is_written", f"FOR INSERT WITH CHECK ({_LIVES} AND {_UNSENT})"),
    (
        "invited_answers",
        "is_changed",
        f"FOR UPDATE USING ({_LIVES} AND {_UNSENT}) WITH CHECK ({_LIVES} AND {_UNSENT})",
    ),
    ("sendings", "reads", f"FOR SELECT USING (({_INVITED}) OR {_OWN})"),
    ("sendings", "writes", f"FOR UPDATE USING ({_OWN}) WITH CHECK ({_OWN})"),
    ("sendings", "is_sent", f"FOR INSERT WITH CHECK ({_LIVES} AND state = 'waiting' AND decided_by IS NULL)"),
    ("sendings", "is_fetched_back", f"FOR DELETE USING ({_LIVES} AND state = 'waiting')"),
    ("sendings", "is_withdrawn", f"FOR UPDATE USING ({_INVITED}) WITH CHECK (({_INVITED}) AND state = 'withdrawn')"),
    ("region_prompts", "reads", f"FOR SELECT USING ({_OWN})"),
    ("region_prompts", "writes", f"USING ({_OWN}) WITH CHECK ({_OWN})"),
    ("retentions", "reads", f"FOR SELECT USING ({_OWN})"),
    ("retentions", "writes", f"USING ({_OWN}) WITH CHECK ({_OWN})"),
)
_ON_OTHERS = (  # what who was invited may with what stands because of them, and the line that it leaves
    ("contributions", "invited_reads", f"FOR SELECT USING ({_INVITED})"),
    (
        "contributions",
        "invited_withdraws",
        f"FOR UPDATE USING ({_INVITED}) WITH CHECK (({_INVITED}) AND state = 'withdrawn')",
    ),
    ("contribution_versions", "invited_reads", f"FOR SELECT USING ({_OWN_CONTRIBUTION})"),
    ("contribution_versions", "invited_withdraws", f"FOR UPDATE USING ({_OWN_CONTRIBUTION}) WITH CHECK (text = '')"),
    ("contribution_versions", "invited_adds", f"FOR INSERT WITH CHECK ({_OWN_CONTRIBUTION} AND state = 'withdrawn')"),
    ("audit_lines", "invited_reads", f"FOR SELECT USING ({_OWN_LINE})"),
    ("audit_lines", "invited_writes", f"FOR INSERT WITH CHECK ({_OWN_LINE})"),
)
# Which of the contributions of this invitation were quoted or became an agreement. It passes the wall as its owner
# and tells nothing else of those; agreements come with the next revision, which this body is not held to beforehand.
_FUNCTION = """
CREATE FUNCTION what_came_of(hash text) RETURNS TABLE (contribution integer, quoted boolean, agreed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
RETURN QUERY SELECT c.id,
  EXISTS (SELECT FROM joint_quotes q WHERE q.contribution_id = c.id),
  EXISTS (SELECT FROM agreements a WHERE a.contribution_id = c.id AND a.removed_at IS NULL)
FROM contributions c JOIN invitations i ON i.id = c.invitation_id WHERE i.token_hash = hash;
END $$
"""


def upgrade() -> None:
    """Bring the schema to this revision."""
    _invitations()
    _answers()
    _rules()
    with op.batch_alter_table("contributions") as table:
        table.add_column(sa.Column("invitation_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_contributions_invitation_id"), "invitations", ["invitation_id"], ["id"])
        table.create_index(op.f("ix_contributions_invitation_id"), ["invitation_id"])
        table.drop_constraint(op.f("ck_contributions_state"), type_="check")
        table.create_check_constraint(op.f("ck_contributions_state"), "state IN ('shared', 'withdrawn', 'expired')")
    if op.get_bind().dialect.name == "postgresql":
        for table in dict.fromkeys(name for name, _, _ in _POLICIES):
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for table, name, rule in (*_POLICIES, *_ON_OTHERS):
            op.execute(f"CREATE POLICY {name} ON {table} {rule}")
        own_schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
        op.execute(_FUNCTION.format(schema=own_schema))


def downgrade() -> None:
    """Take the schema back to before this revision; what came in by invitation and is shown stays."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION what_came_of(text)")
        for table, name, _ in _ON_OTHERS:
            op.execute(f"DROP POLICY {name} ON {table}")
    op.execute("UPDATE contributions SET state = 'withdrawn' WHERE state = 'expired'")
    with op.batch_alter_table("contributions") as table:
        table.drop_index(op.f("ix_contributions_invitation_id"))
        table.drop_constraint(op.f("fk_contributions_invitation_id"), type_="foreignkey")
        table.drop_column("invitation_id")
        table.drop_constraint(op.f("ck_contributions_state"), type_="check")
        table.create_check_constraint(op.f("ck_contributions_state"), "state IN ('shared', 'withdrawn')")
    for name in ("retentions", "region_prompts", "invited_answers", "sendings", "invitations"):
        op.drop_table(name)


def _refers(table: str, **to: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in to.items()
    ]


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("for_minors", sa.Boolean(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("token_hash", sa.String(), nullable=False),
        _moment("created_at"),
        _moment("ends_at"),
        _moment("withdrawn_at", nullable=True),
        *_refers("invitations", region_id="regions", created_by="people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    op.create_index(op.f("ix_invitations_region_id"), "invitations", ["region_id"])


def _answers() -> None:
    op.create_table(
        "invited_answers",
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("recognition", sa.String(), nullable=False),
        sa.Column("valuation", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _moment("updated_at"),
        sa.CheckConstraint("question BETWEEN 0 AND 4", name=op.f("ck_invited_answers_question")),
        sa.CheckConstraint("valuation IS NULL OR valuation BETWEEN 1 AND 5", name=op.f("ck_invited_answers_valuation")),
        *_refers("invited_answers", invitation_id="invitations", region_id="regions"),
        sa.PrimaryKeyConstraint("invitation_id", "question", name=op.f("pk_invited_answers")),
    )
    op.create_index(op.f("ix_invited_answers_region_id"), "invited_answers", ["region_id"])
    op.create_table(
        "sendings",
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        _moment("sent_at"),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        _moment("decided_at", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'shown', 'refused', 'withdrawn')", name=op.f("ck_sendings_state")),
        sa.CheckConstraint("(state = 'refused') = (reason <> '')", name=op.f("ck_sendings_reason")),
        *_refers("sendings", invitation_id="invitations", region_id="regions", decided_by="people"),
        sa.PrimaryKeyConstraint("invitation_id", name=op.f("pk_sendings")),
    )
    op.create_index(op.f("ix_sendings_region_id"), "sendings", ["region_id"])


def _rules() -> None:
    def changed() -> list[sa.Column[object]]:
        return [
            sa.Column("updated_by", sa.Integer(), nullable=True),
            _moment("updated_at"),
            sa.Column("version", sa.Integer(), nullable=False),
        ]

    op.create_table(
        "region_prompts",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        *changed(),
        sa.CheckConstraint("question BETWEEN 1 AND 4", name=op.f("ck_region_prompts_question")),
        *_refers("region_prompts", region_id="regions", updated_by="people"),
        sa.PrimaryKeyConstraint("region_id", "question", name=op.f("pk_region_prompts")),
    )
    op.create_table(
        "retentions",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=True),
        *changed(),
        sa.CheckConstraint("years IS NULL OR years BETWEEN 1 AND 50", name=op.f("ck_retentions_years")),
        *_refers("retentions", region_id="regions", updated_by="people"),
        sa.PrimaryKeyConstraint("region_id", name=op.f("pk_retentions")),
    )
