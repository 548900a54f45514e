"""Two officers at once in the tree: each sees by itself what the other did, and nobody's words are lost."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, expect_once, open_page, say_who, wait_until_complete

TREE = "/normen?gebied=GM0034&indicator=jeugdzorg&aanpassen=ja"
AT_ONCE = 30_000  # milliseconds: a screen looks again every three seconds, and is drawn, on a busy machine


def _press(page: Page, label: str) -> None:
    wait_until_complete(page)
    page.get_by_role("button", name=label, exact=True).first.click()
    wait_until_complete(page)


def _open_change(page: Page) -> None:
    _press(page, "Dit vraagstuk")
    page.get_by_role("menuitem", name="Wijzigen").or_(page.get_by_role("option", name="Wijzigen")).first.click()
    wait_until_complete(page)


def test_of_two_officers_each_sees_what_the_other_did_and_loses_nothing(
    server: RunningServer, browser: Browser, page: Page
) -> None:
    other = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL").new_page()
    for one, name in ((page, "Anna"), (other, "Bram")):
        open_page(one, server.address + TREE)
        say_who(one, name=name)
        wait_until_complete(one)

    first = page.get_by_label("Wat is er aan de hand?")
    first.fill("Leerlingen zitten lang thuis.")
    _press(page, "Bewaren")
    expect_once(other.locator(".st-key-boom").get_by_text("Leerlingen zitten lang thuis."), timeout=AT_ONCE)

    for one in (page, other):
        _open_change(one)
    field = other.locator(".st-key-boom").get_by_label("Wat is er aan de hand?")
    field.fill("Wat de tweede ervan vindt.")
    field.press("End")  # still in the field: nothing of it was sent to the server yet
    page.locator(".st-key-boom").get_by_label("Wat is er aan de hand?").fill("Wat de eerste ervan vindt.")
    _press(page, "Bewaren")
    expect(other.get_by_text("U bent nog aan het schrijven")).to_be_visible(timeout=AT_ONCE)
    expect(field).to_be_focused()
    expect(field).to_have_value("Wat de tweede ervan vindt.")
    _press(other, "Bewaren")
    expect(other.get_by_text("Er staat nu: Wat de eerste ervan vindt.")).to_be_visible(timeout=PATIENCE)
    expect(field).to_have_value("Wat de tweede ervan vindt.")
    _press(other, "Bewaren")
    expect_once(page.locator(".st-key-boom").get_by_text("Wat de tweede ervan vindt."), timeout=AT_ONCE)

    _press(other, "+ Ambitie toevoegen")
    other.get_by_label("Wat willen we voor kinderen bereiken?").fill("Elk kind hoort erbij.")
    _press(page, "Dit vraagstuk")
    page.get_by_role("menuitem", name="Weghalen").or_(page.get_by_role("option", name="Weghalen")).first.click()
    expect(page.get_by_text("Weggehaald, met alles wat eronder staat.")).to_be_visible(timeout=PATIENCE)
    expect(other.get_by_text("U bent nog aan het schrijven")).to_be_visible(timeout=AT_ONCE)
    _press(other, "Bewaren")
    expect(other.get_by_text("Iemand anders heeft dit weggehaald.")).to_be_visible(timeout=PATIENCE)
    expect(other.get_by_text("Elk kind hoort erbij.").first).to_be_visible()
    other.context.close()
