"""A beheerder gives somebody a role, ends it and undoes that; on a telephone too, and beside a second beheerder."""

import re

from playwright.sync_api import Page, expect
from sqlalchemy import select

from data_models import database
from data_models.access import Role
from data_models.database import make_engine
from data_models.tables import Person, PersonRole
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, SIZES, axe, open_page, say_who, wait_until_complete

SCREEN = "/beheer?gebied=VG0001"
OLGA = "Olga Thuis, ouder"


def introduce(page: Page, server: RunningServer) -> None:
    """Open the screen and say who is looking after the people."""
    page.goto(server.address + SCREEN)
    say_who(page)
    expect(page.get_by_role("heading", name="Mensen en rollen")).to_be_visible(timeout=PATIENCE)


def choose(page: Page, name: str) -> None:
    """Choose somebody by typing the beginning of their name."""
    box = page.get_by_label("Wiens rollen wilt u geven of wijzigen?")
    box.click(timeout=PATIENCE)
    box.fill(name)
    box.press("Enter")
    expect(page.get_by_role("heading", name=f"Rollen van {name}")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)


def counting_roles(server: RunningServer, name: str) -> list[tuple[str, bool]]:
    """Which roles somebody has or had, and whether each has an end."""
    engine = make_engine(server.database)
    question = select(PersonRole.role, PersonRole.valid_until.is_not(None)).join(
        Person, Person.id == PersonRole.person_id
    )
    with database.reading(engine) as session:
        found = session.execute(question.where(Person.name == name).order_by(PersonRole.id)).all()
    engine.dispose()
    return [(role, ends) for role, ends in found]


def test_a_role_is_given_ended_and_that_is_undone(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    assert axe(page) == []
    choose(page, OLGA)
    page.get_by_text("voorzitter", exact=True).first.click()
    page.get_by_text("tot en met een dag").first.click()
    day = page.get_by_label("Tot en met welke dag?")
    day.fill("31-12-2030", timeout=PATIENCE)
    page.get_by_role("button", name="Rol geven").click()  # without leaving the field first
    expect(page.get_by_text(f"{OLGA} is nu voorzitter, tot en met 31 december 2030.")).to_be_visible(timeout=PATIENCE)
    assert counting_roles(server, OLGA) == [(Role.PARTICIPANT, False), (Role.CHAIR, True)]
    wait_until_complete(page)
    assert axe(page) == []

    page.get_by_role("button", name="Beëindigen").first.click()
    page.get_by_role("button", name="Ja, beëindig deze rol").click()
    expect(page.get_by_text(f"{OLGA} is geen deelnemer meer.")).to_be_visible(timeout=PATIENCE)
    assert counting_roles(server, OLGA) == [(Role.PARTICIPANT, True), (Role.CHAIR, True)]
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text(f"{OLGA} is weer deelnemer.")).to_be_visible(timeout=PATIENCE)
    assert counting_roles(server, OLGA) == [(Role.PARTICIPANT, False), (Role.CHAIR, True)]


def test_of_two_beheerders_in_two_windows_the_second_is_told_what_the_first_did(
    page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    other = page.context.new_page()
    open_page(other, server.address + SCREEN)
    for window in (page, other):
        choose(window, OLGA)
        window.get_by_role("button", name="Beëindigen").click()
        expect(window.get_by_role("button", name="Ja, beëindig deze rol")).to_be_visible(timeout=PATIENCE)
        wait_until_complete(window)
    page.get_by_role("button", name="Ja, beëindig deze rol").dblclick()
    expect(page.get_by_text(f"{OLGA} is geen deelnemer meer.")).to_be_visible(timeout=PATIENCE)
    other.get_by_role("button", name="Ja, beëindig deze rol").click()
    expect(other.get_by_text("Iemand anders heeft deze rol ondertussen gewijzigd.")).to_be_visible(timeout=PATIENCE)


def test_people_and_rights_are_read_on_every_size_without_scrolling_sideways(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    for section in ("mensen", "rechten"):
        for width, height in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            open_page(page, f"{server.address}{SCREEN}&onderdeel={section}")
            assert axe(page) == []
            last = page.locator("table").last.get_by_role("cell", name=re.compile("ja|beheerder")).last
            box = last.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= width
            assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= width
    heads = page.locator("table tbody th[scope=row]")
    assert heads.first.inner_text() == "Verhalen en eigen cijfers van de regio lezen"
    assert page.locator("table thead th[scope=col]").count() == 8
