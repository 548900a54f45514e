"""Row-level security on PostgreSQL: a forgotten `where` shows nothing of another region (docs/adr/0013).

The owner of the tables passes it; who uses them does not. SQLite has no such thing: there each query asks by itself.
An import keeps the organisation of who brought it in, for people themselves are not to be seen from elsewhere.
"""

# ruff: noqa: S608 - every piece of a policy is written here
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Asked once per statement, not per row: a subquery that names no column.
_REGION = "(SELECT nullif(current_setting('tev.region', true), '')::integer)"
_PERSON = "(SELECT nullif(current_setting('tev.person', true), '')::integer)"
_EXAMPLES = "ANY (ARRAY(SELECT id FROM regions WHERE fictional))"

_OWN = f"region_id = {_REGION}"
_OWN_OR_EXAMPLE = f"{_OWN} OR region_id = {_EXAMPLES}"
_PUBLIC_OR_OWN = f"region_id IS NULL OR {_OWN}"
_PUBLIC_OR_OWN_BY_SOMEONE = f"{_REGION} IS NOT NULL AND ({_PUBLIC_OR_OWN})"
_TOTALS = f"region_id = 0 OR {_OWN}"
_OWN_DRAFT = f"person_id = {_PERSON} AND {_OWN}"
_OF_THE_REGION = f"SELECT person_id FROM person_roles WHERE {_OWN}"


def _part_of(table: str, *, by: str) -> str:
    """What belongs to something is seen by who sees that: the subquery is held to its table's own policy."""
    return f"{by} IN (SELECT id FROM {table})"


def _part_of_own(table: str, *, by: str) -> str:
    return f"{by} IN (SELECT id FROM {table} WHERE {_OWN})"


# Of each table: what is seen, and what is written. A table that is not here has nothing of one region in it.
_POLICIES: dict[str, tuple[str, str]] = {
    "regions": ("true", f"id = {_REGION}"),  # their names are in every choice of a region
    "region_areas": ("true", _OWN),  # which gemeenten work together is no secret
    "parties": ("true", _OWN),  # nor are the names of organisations
    "pictures": (_OWN_OR_EXAMPLE, _OWN),
    "picture_figures": (_part_of("pictures", by="picture_id"), _part_of_own("pictures", by="picture_id")),
    "contributions": (_part_of("pictures", by="picture_id"), _part_of_own("pictures", by="picture_id")),
    "contribution_versions": (
        _part_of("contributions", by="contribution_id"),
        "contribution_id IN (SELECT contributions.id FROM contributions"
        f" JOIN pictures ON pictures.id = contributions.picture_id WHERE {_OWN})",
    ),
    "drafts": (_OWN_DRAFT, _OWN_DRAFT),
    "joint_interpretations": (_part_of("pictures", by="picture_id"), _part_of_own("pictures", by="picture_id")),
    "confirmations": (
        _part_of("joint_interpretations", by="interpretation_id"),
        "interpretation_id IN (SELECT joint_interpretations.id FROM joint_interpretations"
        f" JOIN pictures ON pictures.id = joint_interpretations.picture_id WHERE {_OWN})",
    ),
    "ambitions": (_OWN_OR_EXAMPLE, _OWN),
    "societal_results": (_part_of("ambitions", by="ambition_id"), _part_of_own("ambitions", by="ambition_id")),
    "norms": (_OWN_OR_EXAMPLE, _OWN),
    "norm_versions": (_part_of("norms", by="norm_id"), _part_of_own("norms", by="norm_id")),
    "norm_adoptions": (_part_of("norms", by="norm_id"), _part_of_own("norms", by="norm_id")),
    "agenda_items": (_OWN_OR_EXAMPLE, _OWN),
    "column_mappings": (_PUBLIC_OR_OWN, _OWN),
    "figures": (_PUBLIC_OR_OWN, _PUBLIC_OR_OWN_BY_SOMEONE),
    "figure_revisions": (_PUBLIC_OR_OWN, _PUBLIC_OR_OWN_BY_SOMEONE),
    "figure_totals": (_TOTALS, f"{_REGION} IS NOT NULL AND ({_TOTALS})"),
    "import_batches": (_PUBLIC_OR_OWN, _PUBLIC_OR_OWN_BY_SOMEONE),
    "batch_sources": (
        _part_of("import_batches", by="batch_id"),
        f"batch_id IN (SELECT id FROM import_batches WHERE {_PUBLIC_OR_OWN_BY_SOMEONE})",
    ),
    "person_roles": (f"person_id = {_PERSON} OR {_OWN_OR_EXAMPLE}", _OWN),
    # Oneself, who has or had a role in the region, whose name a story shows, and who was given no role anywhere yet.
    "people": (
        f"id = {_PERSON}"
        f" OR id IN (SELECT person_id FROM person_roles WHERE {_OWN_OR_EXAMPLE})"
        " OR EXISTS (SELECT FROM contributions WHERE contributions.person_id = people.id AND contributions.shows_name)"
        f" OR ({_REGION} IS NOT NULL AND NOT has_a_role_somewhere(id))",
        f"id = {_PERSON} OR id IN ({_OF_THE_REGION}) OR ({_REGION} IS NOT NULL AND NOT has_a_role_somewhere(id))",
    ),
    "sign_ins": (
        f"person_id = {_PERSON} OR person_id IN ({_OF_THE_REGION})",
        f"person_id = {_PERSON} OR person_id IN ({_OF_THE_REGION})",  # a beheerder ends those of the region's people
    ),
}
_AUDIT_LINES = {  # added by who acts, in their own name; read within the region, or of no region; changed by nobody
    "reads": ("SELECT", f"USING ({_PUBLIC_OR_OWN_BY_SOMEONE})"),
    "writes": ("INSERT", f"WITH CHECK (person_id = {_PERSON} AND {_OWN})"),
}


def upgrade() -> None:
    """Bring the schema to this revision."""
    with op.batch_alter_table("import_batches") as batch:
        batch.add_column(sa.Column("organisation", sa.String(), nullable=False, server_default=""))
    op.execute(
        "UPDATE import_batches SET organisation ="
        " (SELECT people.organisation FROM people WHERE people.id = import_batches.imported_by)"
        " WHERE imported_by IS NOT NULL"
    )
    with op.batch_alter_table("import_batches") as batch:
        batch.alter_column("organisation", server_default=None)
    if op.get_bind().dialect.name != "postgresql":
        return
    own_schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
    op.execute(
        "CREATE FUNCTION has_a_role_somewhere(person integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER"
        f" SET search_path = {own_schema}, pg_temp"
        " AS 'SELECT EXISTS (SELECT FROM person_roles WHERE person_id = person)'"
    )
    for table, (seen, written) in _POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({seen})")
        op.execute(f"CREATE POLICY writes ON {table} USING ({written}) WITH CHECK ({written})")
    op.execute("ALTER TABLE audit_lines ENABLE ROW LEVEL SECURITY")
    for name, (action, condition) in _AUDIT_LINES.items():
        op.execute(f"CREATE POLICY {name} ON audit_lines FOR {action} {condition}")


def downgrade() -> None:
    """Take the schema back to before this revision."""
    if op.get_bind().dialect.name == "postgresql":
        for table in (*_POLICIES, "audit_lines"):
            for name in ("reads", "writes"):
                op.execute(f"DROP POLICY {name} ON {table}")
            op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        op.execute("DROP FUNCTION has_a_role_somewhere(integer)")
    with op.batch_alter_table("import_batches") as batch:
        batch.drop_column("organisation")
