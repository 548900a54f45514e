"""On PostgreSQL a beheerder finds somebody of another region by naming them exactly, and nobody else (docs/adr/0013)."""

# ruff: noqa: S608 - every piece of the function is written here
import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_PERSON = "nullif(current_setting('tev.person', true), '')::integer"
_REGION = "nullif(current_setting('tev.region', true), '')::integer"

# Passes the wall as its owner, so it asks itself whether a beheerder of the region is asking.
_FUNCTION = f"""
CREATE FUNCTION people_named(called text, belonging text) RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
SELECT people.id FROM people
WHERE called <> ''
AND (people.name = called AND people.organisation = belonging
  OR people.subject = called
  OR strpos(people.subject, '|') > 0 AND substr(people.subject, strpos(people.subject, '|') + 1) = called)
AND EXISTS (SELECT FROM person_roles AS own
  WHERE own.person_id = {_PERSON} AND own.region_id = {_REGION} AND own.role = 'administrator'
  AND (own.valid_until IS NULL OR own.valid_until > now()))
ORDER BY people.id
$$
"""


def upgrade() -> None:
    """Bring the schema to this revision."""
    if op.get_bind().dialect.name == "postgresql":
        own_schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
        op.execute(_FUNCTION.format(schema=own_schema))


def downgrade() -> None:
    """Take the schema back to before this revision."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION people_named(text, text)")
