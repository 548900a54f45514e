"""`retention` as it is typed: says first what would go, and takes it away when that is asked."""

from datetime import timedelta

from sqlalchemy import Engine, select, update

from data_models import database
from data_models.queries import regions
from data_models.tables import AuditLine, Contribution, Retention
from data_models.tables.declaration import now
from tests.dashboard.command_line.conftest import Run


def _agree(engine: Engine, *, years: int) -> None:
    with database.writing(engine) as session:
        found = regions.region_of_code(session, code="rivierenrijk")
        assert found is not None
        session.add(Retention(region_id=found.id, years=years))


def test_what_is_older_is_said_first_and_goes_when_that_is_asked(run: Run, seeded_engine: Engine) -> None:
    assert run("retention")[:2] == (0, "Geen enkele regio heeft een bewaartermijn afgesproken; er is niets te doen.\n")
    _agree(seeded_engine, years=3)
    with database.writing(seeded_engine) as session:
        number = session.scalars(select(Contribution.id).where(Contribution.text != "").limit(1)).one()
        old = now() - timedelta(days=3 * 366)
        session.execute(update(Contribution).where(Contribution.id == number).values(created_at=old))
    code, said, _ = run("retention")
    assert (code, "gaat weg: 1 bijdrage." in said, "Voeg --yes toe" in said) == (0, True, True)
    with database.reading(seeded_engine) as session:
        assert session.get_one(Contribution, number).text != ""
    code, said, _ = run("retention", "--region", "rivierenrijk", "--yes")
    assert (code, "is weggehaald: 1 bijdrage." in said) == (0, True)
    with database.reading(seeded_engine) as session:
        gone = session.get_one(Contribution, number)
        assert (gone.text, gone.state) == ("", "expired")
        about = AuditLine.action == "expire_contribution", AuditLine.subject_id == number
        assert session.scalars(select(AuditLine.role).where(*about)).one() == "project"


def test_a_region_that_is_not_there_is_said_in_dutch(run: Run) -> None:
    code, _, errors = run("retention", "--region", "nergens")
    assert (code, "Er is geen regio met de code nergens." in errors) == (1, True)
