"""Three people: an officer invites, somebody without an account writes on a telephone, and a colleague quotes that."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screen import axe, expect_once, open_page, wait_until_complete
from tests.browser.signing_in import PATIENCE, SignInServer, sign_in

FIGURE = "cijfer?gebied=GM0995&indicator=jeugdzorg"
WORDS = "Ouders wachten lang op hulp, en bellen steeds opnieuw."
TOGETHER = "Dat horen wij op school ook."
QUOTED = "Hieruit is geciteerd in de gezamenlijke duiding."
NEWS = 5_000  # milliseconds: what was sent is seen within three seconds, on a busy machine


def _link(page: Page) -> str:
    """Invite a group of parents, and answer the link."""
    page.get_by_text("Iemand uitnodigen zonder account").click()
    field = page.get_by_label("Voor wie is het?")
    field.fill("ouderraad")
    field.press("Tab")
    wait_until_complete(page)
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_text("De link is klaar.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    return str(page.locator("input[aria-label='De link van de uitnodiging']").input_value())


def _answers_with(page: Page, words: str) -> Locator:
    return page.locator(".st-key-vraag-2 .stHtml:has(.stem-van)").filter(has_text=words)


def test_who_has_no_account_answers_once_and_sees_what_two_others_do_with_it(
    page: Page, browser: Browser, browser_context_args: dict, shared_sign_in_server: SignInServer
) -> None:
    """The officer of the gemeente, a colleague of the partnership and a parent; nobody reloads to see the others."""
    colleague = browser.new_context(**browser_context_args).new_page()
    for one, who in ((page, "anna"), (colleague, "bram")):
        open_page(one, f"{shared_sign_in_server.address}/{FIGURE}")
        sign_in(one, who)
        wait_until_complete(one)
    link = _link(page)
    assert re.fullmatch(rf"{shared_sign_in_server.address}/uitnodiging\?uitnodiging=[\w-]{{43}}", link)

    phone = browser.new_context(**{**browser_context_args, "viewport": {"width": 390, "height": 844}}).new_page()
    open_page(phone, link)
    expect(phone.get_by_role("heading", name="kinderen en jongeren in Lelystad")).to_be_visible()
    assert axe(phone) == []
    assert phone.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    phone.get_by_text("deels", exact=True).click()
    wait_until_complete(phone)
    phone.get_by_label("Uw antwoord").nth(1).press_sequentially(WORDS)
    phone.reload()  # in mid-word
    wait_until_complete(phone)
    expect(phone.get_by_label("Uw antwoord").nth(1)).to_have_value(WORDS)
    expect(phone.get_by_role("radio", name="deels")).to_be_checked()
    phone.get_by_label("Schrijft u namens een groep?").press_sequentially("12 ouders")
    phone.get_by_role("button", name="Versturen").click()  # right after the last key
    expect(phone.get_by_text("Uw bijdrage wacht tot iemand haar gelezen heeft.")).to_be_visible(timeout=PATIENCE)

    expect(page.get_by_text("Er wacht 1 bijdrage op uw lezing")).to_be_visible(timeout=NEWS)
    expect(page.get_by_text("Namens 12 ouders · perspectief ouders")).to_be_visible()
    expect(colleague.get_by_text(WORDS)).to_have_count(0)
    wait_until_complete(page)
    page.get_by_role("button", name="Toon bij het verhaal").click()
    shown = page.locator(".st-key-vraag-2").get_by_text("12 ouders, op uitnodiging · ouders")
    expect_once(shown)
    expect_once(_answers_with(colleague, WORDS), timeout=NEWS)
    expect(phone.get_by_text(re.compile("staat sinds .* bij het verhaal"))).to_be_visible(timeout=NEWS)

    wait_until_complete(colleague)
    colleague.locator(".st-key-vraag-2").get_by_role("button", name="Aanhalen").click()
    together = colleague.get_by_label("Wat zeggen we samen?")
    expect(together).to_have_value(re.compile(re.escape(WORDS)), timeout=PATIENCE)
    together.press("Control+End")
    together.press_sequentially(TOGETHER)
    together.press("Control+Enter")
    expect_once(page.get_by_text(TOGETHER))
    expect(phone.get_by_text(QUOTED)).to_be_visible(timeout=NEWS)

    wait_until_complete(phone)
    phone.get_by_role("button", name="Mijn bijdrage intrekken").click()
    phone.get_by_role("button", name="Ja, trek mijn bijdrage in").click()
    expect(phone.get_by_text("Uw woorden zijn weggehaald.")).to_be_visible(timeout=PATIENCE)
    for one in (page, colleague):
        expect(_answers_with(one, WORDS)).to_have_count(0, timeout=NEWS)
        expect(one.get_by_text("is later ingetrokken")).to_be_visible(timeout=NEWS)
    for one in (colleague, phone):
        one.context.close()
