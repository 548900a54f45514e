"""From possibility to afspraak in two browsers: made of an answer, stepped, sent to another table, answered there."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete

FIGURE = "cijfer?gebied=VG0001&indicator=jeugdzorg&vergelijk=VL00"
WHAT = "Drie scholen beginnen samen met een open spreekuur"


def _press(page: Page, label: str) -> None:
    wait_until_complete(page)
    page.get_by_role("button", name=label, exact=True).last.click()
    wait_until_complete(page)


def _fill(page: Page, label: str, text: str) -> None:
    wait_until_complete(page)
    field = page.get_by_label(label, exact=True).locator("visible=true").first
    field.fill(text)
    field.press("Tab")


def _choose(page: Page, label: str, *, option: str) -> None:
    wait_until_complete(page)
    page.get_by_role("combobox", name=label).locator("visible=true").first.click()
    page.get_by_role("option", name=option).first.click()
    wait_until_complete(page)


def test_an_answer_becomes_an_agreement_that_others_see_and_another_table_answers(
    browser: Browser, page: Page, server: RunningServer
) -> None:
    open_page(page, f"{server.address}/afspraken?gebied=VG0001")
    say_who(page, name="Testpersoon", organisation="Gemeente Waterdam (voorbeeld)")
    open_page(page, f"{server.address}/{FIGURE}")
    elsewhere = browser.new_context(locale="nl-NL", viewport={"width": 390, "height": 844})
    other = elsewhere.new_page()
    open_page(other, f"{server.address}/afspraken?gebied=VG0001")

    _press(page, "Maak er een afspraak van")
    _fill(page, "Wat spreken we af?", WHAT)
    _choose(page, "Welke organisatie doet dit?", option="Gemeente Waterdam (voorbeeld)")
    _fill(page, "Wanneer is het klaar? (dag-maand-jaar)", "1-9-2029")
    assert axe(page) == []
    _press(page, "Afspraak toevoegen")
    expect(page.locator(".st-key-afspraken-bij-beeld").get_by_text(WHAT)).to_be_visible(timeout=PATIENCE)
    card = other.locator('[class*="st-key-kader-afspraak-"]').filter(has_text=WHAT)
    expect(card).to_contain_text("nog niet begonnen", timeout=PATIENCE)  # by itself, in a browser that only reads

    page.get_by_role("link", name="Naar Afspraken").click()
    mine = page.locator('[class*="st-key-kader-afspraak-"]').filter(has_text=WHAT)
    expect(mine).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    mine.get_by_role("button", name="Bijwerken").click()
    wait_until_complete(page)
    mine.get_by_text("bezig", exact=True).click()
    _press(page, "Bewaren")
    expect(card).to_contain_text("bezig", timeout=PATIENCE)

    mine.get_by_role("button", name="Bijwerken").click()
    _choose(page, "Wat wilt u doen?", option="Op een andere tafel zetten")
    _fill(page, "Wat legt u daar op tafel?", "Het spreekuur valt onder twee budgetten")
    _choose(page, "Welke tafel?", option="landelijk: Voorbeeld: landelijke tafel")
    _fill(page, "Waarom hoort het daar?", "Alleen daar kan de regel veranderen")
    _fill(page, "Wie besloot hiertoe?", "Het OOGO van 1 oktober 2026")
    assert axe(page) == []
    mine.get_by_role("button", name="Op die tafel leggen").click()
    expect(card).to_contain_text("nog geen antwoord", timeout=PATIENCE)

    wait_until_complete(page)
    page.get_by_role("tab", name="Op andere tafels").click()
    sent = page.locator('[class*="st-key-kader-agendering-"]').filter(has_text="twee budgetten")
    expect(sent).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert axe(page) == []
    sent.get_by_role("button", name="Bijwerken").click()
    _fill(page, "Wat was het antwoord?", "Vanaf januari mag het samen")
    _fill(page, "Wanneer kwam het? (dag-maand-jaar)", "2-11-2026")
    wait_until_complete(page)
    sent.get_by_role("button", name="Bewaren").click()
    expect(card).to_contain_text("Vanaf januari mag het samen", timeout=PATIENCE)
    elsewhere.close()
