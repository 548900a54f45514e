"""Three people in three browsers: they answer, disagree, quote, confirm, change it after that, and one dissents."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from data_models import database
from data_models.access import Role
from data_models.tables import Party, Person, PersonRole
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete

SCREEN = "/cijfer?gebied=GM0034&indicator=jeugdzorg"
FIRST = "Scholen verwijzen eerder dan vroeger."
SECOND = "Nee: het aanbod groeit, en dat maakt vraag."
PARTIES = ("Gemeente Almere", "Samenwerkingsverband po")
Enter = Callable[..., Page]


@pytest.fixture
def enter(server: RunningServer, browser: Browser) -> Enter:
    """Let somebody open the figure in a browser of their own and say who they are."""

    def entered(name: str, organisation: str) -> Page:
        own = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL", reduced_motion="reduce")
        page = own.new_page()
        open_page(page, server.address + SCREEN)
        say_who(page, name=name, organisation=organisation)
        wait_until_complete(page)
        return page

    return entered


def _let_sign(server: RunningServer, *, name: str) -> None:
    """Two parties in every region, for the first of which this person signs."""
    engine = database.make_engine(server.database)
    with database.writing(engine) as session:
        person_id = session.scalars(select(Person.id).where(Person.name == name)).one()
        mine = select(PersonRole.region_id).where(PersonRole.person_id == person_id)
        for region_id in set(session.scalars(mine)):
            parties = [Party(region_id=region_id, name=one, kind="other") for one in PARTIES]
            session.add_all(parties)
            session.flush()
            signs = {"role": Role.SIGNATORY, "party_id": parties[0].id, "valid_until": None}
            session.add(PersonRole(person_id=person_id, region_id=region_id, **signs))
    engine.dispose()


def _part(page: Page) -> Locator:
    return page.locator(".st-key-vraag-2")


def _share(page: Page, label: str, text: str) -> None:
    """Type in the field of this name, below what stands in it, and share it."""
    wait_until_complete(page)
    field = _part(page).get_by_label(label).last
    expect(field).to_be_editable(timeout=PATIENCE)
    field.press("Control+End")
    field.press_sequentially(text)
    field.press("Control+Enter")


def _sees(page: Page, words: str) -> None:
    expect(_part(page).get_by_text(words).first).to_be_visible(timeout=PATIENCE)


def test_three_people_answer_disagree_quote_confirm_change_and_see_it_otherwise(
    server: RunningServer, enter: Enter
) -> None:
    chair, school = enter("Anna", "Gemeente Almere"), enter("Bram", "De Regenboog")
    signs = enter("Dina", "Gemeente Almere")
    _let_sign(server, name="Dina")

    _share(school, "Uw antwoord", FIRST)
    _sees(chair, FIRST)
    way = chair.get_by_role("navigation", name="Naar een vraag").get_by_role("link", name="Verklaren 1 antwoord")
    way.click()
    expect(chair.get_by_role("heading", name="2. Hoe kunnen we dit verklaren?")).to_be_in_viewport()
    expect(way).to_be_in_viewport()  # it stays in sight
    _share(signs, "Uw antwoord", SECOND)
    _sees(school, SECOND)

    _sees(chair, SECOND)
    _part(chair).get_by_role("button", name="Aanhalen").first.click()
    field = _part(chair).get_by_label("Wat zeggen we samen?")
    expect(field).to_have_value(f"„{FIRST}” (De Regenboog)\n", timeout=PATIENCE)
    _share(chair, "Wat zeggen we samen?", "Dat zien wij alle drie.")
    _sees(school, "Dat zien wij alle drie.")
    _sees(school, "aangehaald in de gezamenlijke duiding")

    _part(signs).get_by_role("button", name="Bevestigen namens Gemeente Almere").click(timeout=PATIENCE)
    _sees(signs, "Gemeente Almere heeft de gezamenlijke duiding bevestigd.")
    _sees(chair, "Bevestigd door 1 van 2 partijen")

    wait_until_complete(chair)
    _part(chair).locator(".st-key-duiding-knoppen-2").get_by_role("button", name="Wijzigen").click()
    _share(chair, "Wat zeggen we samen?", " En er zijn wachtlijsten.")
    _sees(chair, "Wie haar bevestigde, wordt opnieuw om bevestiging gevraagd.")
    _sees(signs, "Opnieuw gevraagd: Gemeente Almere")

    _part(signs).get_by_role("button", name="Gemeente Almere ziet het anders").click(timeout=PATIENCE)
    _share(signs, "Afwijkende zienswijze van Gemeente Almere", "Wachtlijsten verklaren dit niet.")
    _sees(school, "Wachtlijsten verklaren dit niet.")
    assert axe(signs) == []
    for page in (chair, school, signs):
        page.context.close()
