"""From an empty region to a result with an indicator and a quote, and its sheet; written in place, on both widths."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete


def _press(page: Page, label: str) -> None:
    wait_until_complete(page)
    page.get_by_role("button", name=label, exact=True).first.click()
    wait_until_complete(page)


def _write(page: Page, label: str, *, text: str) -> None:
    wait_until_complete(page)
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")
    wait_until_complete(page)


def _choose_in(page: Page, menu: str, *, option: str) -> None:
    _press(page, menu)
    page.get_by_role("menuitem", name=option).or_(page.get_by_role("option", name=option)).first.click()
    wait_until_complete(page)


def test_an_officer_writes_from_issue_to_result_and_takes_its_sheet(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.address}/normen?gebied=GM0034&indicator=jeugdzorg")
    say_who(page)
    _write(page, "Wat is er aan de hand?", text="Steeds meer kinderen krijgen jeugdzorg.")
    _press(page, "Bewaren")
    expect(page.locator(".st-key-boom").get_by_text("Steeds meer kinderen")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_text("Aanpassen", exact=True).click()
    _press(page, "+ Ambitie toevoegen")
    _write(page, "Wat willen we voor kinderen bereiken?", text="Elk kind groeit gewoon op.")
    _press(page, "Bewaren")
    _press(page, "+ Resultaat toevoegen")
    _write(page, "Wat is er dan anders?", text="Kinderen krijgen hulp dicht bij huis.")
    _write(page, "Voor welke doelgroep?", text="kinderen van 0 tot 23 jaar")
    assert axe(page) == []
    _press(page, "Bewaren")
    expect(page.get_by_text("Inhoudelijk · voor kinderen van 0 tot 23 jaar")).to_be_visible(timeout=PATIENCE)
    _choose_in(page, "Dit resultaat", option="Indicatoren kiezen")
    page.get_by_label("Waaraan zien we dat?").fill("Jeugdzorg")
    page.get_by_role("option", name="Jeugdzorg", exact=True).click()
    page.keyboard.press("Escape")
    _press(page, "Bewaren")
    expect(page.locator(".st-key-boom").get_by_role("link", name="Jeugdzorg", exact=True)).to_be_visible(
        timeout=PATIENCE
    )
    page.get_by_text("Merkbaar: nog geen verhalen").click()
    _press(page, "+ Verhaal toevoegen")
    _write(page, "Wat merkt u?", text="De hulp komt nu op school langs.")
    _press(page, "Bewaren")
    expect(page.get_by_text("Merkbaar: 1 verhaal")).to_be_visible(timeout=PATIENCE)
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_complete(page)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 390
    page.get_by_role("link", name="Blad van dit resultaat").click()
    expect(page.get_by_role("heading", name="Kinderen krijgen hulp dicht bij huis.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    expect(page.get_by_text("De hulp komt nu op school langs.")).to_be_visible()
    assert axe(page) == []
