"""From possibility to afspraak in three browsers: made of an answer, stepped by another party, answered elsewhere."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, expect_once, open_page, say_who, wait_until_complete

FIGURE = "cijfer?gebied=VG0001&indicator=jeugdzorg&vergelijk=VL00"
WHAT = "Drie scholen beginnen samen met een open spreekuur"
OF_SCHOOL = "Het eerste spreekuur was druk"
OF_GEMEENTE = "De zaal is gehuurd tot de zomer"


def _press(page: Page, label: str) -> None:
    wait_until_complete(page)
    page.get_by_role("button", name=label, exact=True).last.click()
    wait_until_complete(page)


def _fill(page: Page, label: str, text: str) -> None:
    wait_until_complete(page)
    field = page.get_by_label(label, exact=True).locator("visible=true").first
    field.fill(text)
    field.press("Tab")


def _card(page: Page) -> Locator:
    return page.locator('[class*="st-key-kader-afspraak-"]').filter(has_text=WHAT)


def _update(page: Page, card: Locator) -> None:
    wait_until_complete(page)
    card.get_by_role("button", name="Bijwerken").click()
    wait_until_complete(page)


def _save(page: Page, card: Locator) -> None:
    wait_until_complete(page)
    card.get_by_role("button", name="Bewaren").click()
    wait_until_complete(page)


def _choose(page: Page, label: str, *, option: str) -> None:
    wait_until_complete(page)
    page.get_by_role("combobox", name=label).locator("visible=true").first.click()
    page.get_by_role("option", name=option).first.click()
    wait_until_complete(page)


def test_an_answer_becomes_an_agreement_that_three_people_follow_from_their_own_place(
    browser: Browser, browser_context_args: dict, page: Page, server: RunningServer
) -> None:
    """The gemeente makes it, a school says how far it is, and who sits at the other table answers on a telephone."""
    open_page(page, f"{server.address}/afspraken?gebied=VG0001")
    say_who(page, name="Testpersoon", organisation="Gemeente Waterdam (voorbeeld)")
    open_page(page, f"{server.address}/{FIGURE}")
    school = browser.new_context(**browser_context_args).new_page()
    phone = browser.new_context(**{**browser_context_args, "viewport": {"width": 390, "height": 844}}).new_page()
    for one, organisation in ((school, "School in Waterdam"), (phone, "Landelijke tafel")):
        open_page(one, f"{server.address}/afspraken?gebied=VG0001")
        say_who(one, name="Testpersoon", organisation=organisation)
    seen_by_school, seen_on_phone = _card(school), _card(phone)

    _press(page, "Maak er een afspraak van")
    _fill(page, "Wat spreken we af?", WHAT)
    _choose(page, "Welke organisatie doet dit?", option="Gemeente Waterdam (voorbeeld)")
    _fill(page, "Wanneer is het klaar? (dag-maand-jaar)", "1-9-2029")
    assert axe(page) == []
    _press(page, "Afspraak toevoegen")
    expect_once(page.locator(".st-key-afspraken-bij-beeld").get_by_text(WHAT))
    for seen in (seen_by_school, seen_on_phone):  # by itself, in browsers where nothing was done
        expect(seen).to_contain_text("nog niet begonnen", timeout=PATIENCE)

    page.get_by_role("link", name="Naar Afspraken").click()
    mine = _card(page)
    expect(mine).to_be_visible(timeout=PATIENCE)
    _update(page, mine)
    _fill(page, "Toelichting", OF_GEMEENTE)
    _update(school, seen_by_school)
    seen_by_school.get_by_text("bezig", exact=True).click()
    _fill(school, "Toelichting", OF_SCHOOL)
    _save(school, seen_by_school)
    for seen in (mine, seen_on_phone):
        expect(seen).to_contain_text(OF_SCHOOL, timeout=PATIENCE)
    _save(page, mine)
    expect(mine).to_contain_text("ondertussen gewijzigd", timeout=PATIENCE)
    expect(mine.get_by_label("Toelichting", exact=True)).to_have_value(OF_GEMEENTE)
    _save(page, mine)
    for one, seen in ((school, seen_by_school), (phone, seen_on_phone)):
        expect(seen.get_by_text("Logboek: 3 stappen")).to_be_visible(timeout=PATIENCE)
        wait_until_complete(one)
        seen.get_by_text("Logboek: 3 stappen").click()
        for said in (OF_SCHOOL, OF_GEMEENTE):
            expect(seen.get_by_text(said).last).to_be_visible(timeout=PATIENCE)
        expect(seen.get_by_text("· bezig")).to_be_visible()  # what nobody chose otherwise stays as it was

    _update(page, mine)
    _choose(page, "Wat wilt u doen?", option="Op een andere tafel zetten")
    _fill(page, "Wat legt u daar op tafel?", "Het spreekuur valt onder twee budgetten")
    _choose(page, "Welke tafel?", option="landelijk: Voorbeeld: landelijke tafel")
    _fill(page, "Waarom hoort het daar?", "Alleen daar kan de regel veranderen")
    _fill(page, "Wie besloot hiertoe?", "Het OOGO van 1 oktober 2026")
    assert axe(page) == []
    mine.get_by_role("button", name="Op die tafel leggen").click()
    for seen in (seen_by_school, seen_on_phone):
        expect(seen).to_contain_text("nog geen antwoord", timeout=PATIENCE)

    wait_until_complete(phone)
    phone.get_by_role("tab", name="Op andere tafels").click()
    sent = phone.locator('[class*="st-key-kader-agendering-"]').filter(has_text="twee budgetten")
    expect(sent).to_be_visible(timeout=PATIENCE)
    wait_until_complete(phone)
    assert axe(phone) == []
    _update(phone, sent)
    _fill(phone, "Wat was het antwoord?", "Vanaf januari mag het samen")
    _fill(phone, "Wanneer kwam het? (dag-maand-jaar)", "2-11-2026")
    _save(phone, sent)
    for seen in (mine, seen_by_school):
        expect(seen).to_contain_text("Vanaf januari mag het samen", timeout=PATIENCE)
    school.context.close()
    phone.context.close()
