"""Beheer, Logboek: what happened, in Dutch, filtered by what the address says."""

import pytest
from sqlalchemy import Engine, insert

from dashboard.formatting import plain
from dashboard.texts import audit as words
from data_models import database
from data_models.commands.people import OWN_REGION
from data_models.queries.regions import region_of_code
from data_models.tables import AuditLine
from tests.data_models.test_audit_queries import _line
from tests.pages.conftest import Open
from tests.pages.screen import rows, says, tables

HERE = {"gebied": "GM0034", "onderdeel": "logboek"}


def test_it_says_who_did_what_in_dutch(open_page: Open, person_id: int) -> None:
    first = rows(open_page("administration", **HERE))[0]
    assert first[words.WHO] == "Anna (beleidsmedewerker, beheerder)"
    assert first[words.WHAT].startswith(words.ACTIONS["register_person"])


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ({"gedaan": "register_person"}, 1),
        ({"gedaan": "bestaat-niet", "zoek": "anna"}, 1),
        ({"rol": "administrator", "soort": "person", "van": "1-1-2020"}, 1),
    ],
)
def test_the_address_says_what_is_shown(open_page: Open, person_id: int, address: dict[str, str], count: int) -> None:
    assert len(rows(open_page("administration", **HERE, **address))) == count


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"tot": "1-1-2020"}, words.NOTHING_FOUND),
        ({"zoek": "%_'\x00"}, words.NOTHING_FOUND),
        ({"van": "gisteren"}, plain(words.DAY_UNREADABLE.format(typed="gisteren"))),
        ({"van": "2-1-2026", "tot": "1-1-2026"}, plain(words.PERIOD_EMPTY)),
    ],
)
def test_what_finds_nothing_or_cannot_be_read_is_said(
    open_page: Open, person_id: int, address: dict[str, str], said: str
) -> None:
    app = open_page("administration", **HERE, **address)
    assert says(app, said)
    assert not tables(app)


def test_what_people_are_called_is_no_markdown(open_page: Open, person_id: int, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        region = region_of_code(session, code=OWN_REGION)
        assert region is not None
        line = _line(10**6, region_id=region.id) | {"person_name": "[x](http://kwaad.nl) **vet**"}
        session.execute(insert(AuditLine), [line])
    assert "[x](http://kwaad.nl) **vet**" in rows(open_page("administration", **HERE))[0][words.WHO]


def test_pages_are_turned(open_page: Open, person_id: int, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        region = region_of_code(session, code=OWN_REGION)
        assert region is not None
        lines = [_line(10**6 + number, region_id=region.id) for number in range(60)]
        session.execute(insert(AuditLine), lines)
    app = open_page("administration", **HERE, soort="norm", gedaan="change_norm")
    assert len(rows(app)) == 50
    (older,) = (button for button in app.button if button.label == words.OLDER)
    older.click()
    app.run()
    assert [one.value for one in app.exception] == []
    assert len(rows(app)) == 10
    assert words.OLDER not in [button.label for button in app.button]
    (newest,) = (button for button in app.button if button.label == words.NEWEST)
    newest.click()
    app.run()
    assert len(rows(app)) == 50
