"""What stood before a migration stays, on both databases: a confirmation that said otherwise is a dissenting view."""

from sqlalchemy import URL, text

from data_models import database, schema
from data_models.access import Actor, Role
from data_models.database import make_engine
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import interpretations
from tests.data_models.test_ambitions_migration import at

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
BEFORE = (
    "INSERT INTO regions (id, code, name, fictional) VALUES (1, 'here', 'Hier', false)",
    "INSERT INTO parties (id, region_id, name, kind) VALUES (1, 1, 'Gemeente', 'other'), (2, 1, 'Swv', 'other')",
    "INSERT INTO pictures (id, region_id, signature, title, created_at)"
    " VALUES (1, 1, 'jeugdzorg||GM0034|2024', '', '2025-03-20 12:00:00')",
    "INSERT INTO joint_interpretations (id, picture_id, question, text, updated_at, version)"
    " VALUES (1, 1, 2, 'Wij zien twee oorzaken.', '2025-03-20 12:00:00', 3)",
    "INSERT INTO confirmations (interpretation_id, party_id, version, confirmed_at, dissenting_view)"
    " VALUES (1, 1, 3, '2025-03-21 12:00:00', ''), (1, 2, 3, '2025-03-22 12:00:00', 'Het aanbod maakt vraag.')",
)


def test_a_confirmation_that_said_otherwise_becomes_a_dissenting_view_and_back(empty_url: URL) -> None:
    engine = make_engine(empty_url)
    try:
        at(engine, "0014")
        with engine.begin() as connection:
            for statement in BEFORE:
                connection.execute(text(statement))
        schema.migrate(engine)
        asker = Actor(1, "", "", "", frozenset({Role.POLICY_OFFICER}), 1)
        with database.reading(engine) as session:
            (joint,) = interpretations.joints(session, asker=asker, picture=PICTURE)
        assert [(one.version, one.text) for one in joint.versions] == [(3, "Wij zien twee oorzaken.")]
        assert [(one.party, one.holds) for one in joint.confirmations] == [("Gemeente", True)]
        assert [(one.party, one.text, one.of_version) for one in joint.views] == [("Swv", "Het aanbod maakt vraag.", 3)]
        at(engine, "0014", down=True)
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT party_id, dissenting_view FROM confirmations ORDER BY party_id"))
            assert [tuple(row) for row in rows] == [(1, ""), (2, "Het aanbod maakt vraag.")]
    finally:
        engine.dispose()
