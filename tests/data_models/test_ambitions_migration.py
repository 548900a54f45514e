"""What stood before a migration stays, on both databases: what ambitions said of the issue, and what was agreed."""

from datetime import date

from alembic import command
from sqlalchemy import URL, Engine, text

from data_models import database, schema
from data_models.access import Actor, Role
from data_models.database import make_engine
from data_models.queries import ambitions, monitoring
from data_models.queries.monitoring import PlanFacts


def at(engine: Engine, revision: str, *, down: bool = False) -> None:
    configuration = schema._configuration()
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        configuration.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(configuration, revision)
        connection.commit()


def test_ambitions_with_the_same_issue_come_to_stand_under_one(empty_url: URL) -> None:
    engine = make_engine(empty_url)
    try:
        at(engine, "0009")
        with engine.begin() as connection:
            connection.execute(
                text("INSERT INTO regions (id, code, name, fictional) VALUES (1, 'here', 'Hier', false)")
            )
            for number, issue in enumerate(("Thuiszitten", "Wachten", "Thuiszitten"), start=1):
                connection.execute(
                    text(
                        "INSERT INTO ambitions (id, region_id, issue_at_hand, text, position, version)"
                        " VALUES (:number, 1, :issue, :said, :number, 1)"
                    ),
                    {"number": number, "issue": issue, "said": f"Ambitie {number}"},
                )
            connection.execute(
                text(
                    "INSERT INTO societal_results (id, ambition_id, kind, text, target_group, position, version)"
                    " VALUES (1, 3, 'process', 'Resultaat', 'kinderen', 1, 1)"
                )
            )
        schema.migrate(engine)
        asker = Actor(1, "", "", "", frozenset({Role.POLICY_OFFICER}), 1)
        with database.reading(engine) as session:
            tree = ambitions.tree(session, asker=asker, fictional=False)
        assert [(issue.matter, [one.text for one in issue.ambitions]) for issue in tree.issues] == [
            ("Thuiszitten", ["Ambitie 1", "Ambitie 3"]),
            ("Wachten", ["Ambitie 2"]),
        ]
        assert [one.text for one in tree.results] == ["Resultaat"]
        at(engine, "0009", down=True)
        with engine.connect() as connection:
            back = connection.execute(text("SELECT issue_at_hand FROM ambitions ORDER BY id")).scalars().all()
        assert list(back) == ["Thuiszitten", "Wachten", "Thuiszitten"]
    finally:
        engine.dispose()


def test_what_is_agreed_about_the_monitoring_becomes_the_first_version_that_is_kept(empty_url: URL) -> None:
    engine = make_engine(empty_url)
    try:
        at(engine, "0019")
        with engine.begin() as connection:
            for statement in (
                "INSERT INTO regions (id, code, name, fictional) VALUES (1, 'here', 'Hier', false)",
                "INSERT INTO monitoring_agreements (id, region_id, purpose, definitions, sees, rhythm, updated_at,"
                " version) VALUES (1, 1, 'Samen leren.', '', 'Allen', '', '2026-03-10 12:00:00', 3)",
                "INSERT INTO monitoring_plans (region_id, plan, rhythm, next_on)"
                " VALUES (1, 'youth_plan', 'elk jaar', '2027-06-01'), (1, 'other_plan', 'soms', NULL)",
            ):
                connection.execute(text(statement))
        schema.migrate(engine)
        asker = Actor(1, "", "", "", frozenset({Role.POLICY_OFFICER}), 1)
        with database.reading(engine) as session:
            (kept,) = monitoring.history(session, asker=asker, fictional=False)
        assert (kept.version, kept.purpose, kept.sees, kept.indicators) == (3, "Samen leren.", "Allen", {})
        assert kept.plans == (
            PlanFacts("other_plan", "soms", None),
            PlanFacts("youth_plan", "elk jaar", date(2027, 6, 1)),
        )
    finally:
        engine.dispose()
