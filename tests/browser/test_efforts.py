"""From nothing to a chain with a figure, and to an overview that follows what was agreed."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete


def _press(page: Page, label: str) -> None:
    wait_until_complete(page)
    page.get_by_role("button", name=label, exact=True).first.click()
    wait_until_complete(page)


def _choose(page: Page, label: str, *, option: str) -> None:
    wait_until_complete(page)
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).first.click()
    wait_until_complete(page)


def test_an_officer_begins_with_the_example_and_enters_a_count_that_is_too_small(
    page: Page, server: RunningServer
) -> None:
    open_page(page, f"{server.address}/inspanningen?gebied=GM0034")
    say_who(page)
    _press(page, "Begin met dit voorbeeld")
    expect(page.get_by_text("Het voorbeeld staat er.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-keten-beeld img")).to_be_visible()
    _press(page, "Aanpassen")
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_complete(page)
    assert axe(page) == []
    expect(page.locator(".st-key-keten-beeld img")).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 900})
    _choose(page, "Wat wilt u doen?", option="Aantal invullen: Kinderen die steun kregen")
    page.get_by_label("Hoeveel?", exact=True).fill("7")
    page.get_by_label("Waar komt dit aantal vandaan?").fill("Eigen registratie")
    page.get_by_label("Waar komt dit aantal vandaan?").press("Tab")
    assert axe(page) == []
    _press(page, "Aantal bewaren")
    expect(page.get_by_text("Het getal dat u typte is niet opgeslagen.")).to_be_visible(timeout=PATIENCE)
    in_the_list = page.locator('[class*="st-key-activiteit-"]').get_by_text("niet getoond: minder dan 10")
    expect(in_the_list).to_be_visible(timeout=PATIENCE)


def test_the_overview_follows_what_the_region_agreed(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.address}/monitoring?gebied=GM0034")
    say_who(page)
    _press(page, "Afspraken vastleggen")
    purpose = page.get_by_label("Waarvoor volgen we dit?")
    purpose.fill("Samen zien of kinderen eerder hulp krijgen")
    purpose.press("Tab")
    wait_until_complete(page)
    page.locator('[data-tag][aria-label="Jeugdbescherming"] button').click()
    wait_until_complete(page)
    assert axe(page) == []
    _press(page, "Afspraken bewaren")
    expect(page.get_by_text("De afspraken zijn bewaard.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Overzicht", exact=True).click()
    expect(page.get_by_text("gekozen in de monitoringsafspraken")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_role("link", name="Toon weer alle cijfers").click()
    expect(page.get_by_text("U ziet alle")).to_be_visible(timeout=PATIENCE)
