"""Somebody without an account is invited, writes on a telephone, is read, and sees what was done with it."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import axe, open_page, wait_until_complete
from tests.browser.signing_in import PATIENCE, SignInServer, sign_in

FIGURE = "cijfer?gebied=GM0995&indicator=jeugdzorg"
WORDS = "Ouders wachten lang op hulp, en bellen steeds opnieuw."
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


def test_who_has_no_account_answers_once_and_sees_what_is_done_with_it(
    page: Page, browser: Browser, browser_context_args: dict, shared_sign_in_server: SignInServer
) -> None:
    open_page(page, f"{shared_sign_in_server.address}/{FIGURE}")
    sign_in(page, "anna")
    wait_until_complete(page)
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
    wait_until_complete(page)
    page.get_by_role("button", name="Toon bij het verhaal").click()
    expect(page.locator(".st-key-vraag-2").get_by_text("12 ouders, op uitnodiging · ouders")).to_be_visible(
        timeout=PATIENCE
    )
    phone.reload()
    expect(phone.get_by_text(re.compile("staat sinds .* bij het verhaal"))).to_be_visible(timeout=PATIENCE)
    wait_until_complete(phone)
    phone.get_by_role("button", name="Mijn bijdrage intrekken").click()
    phone.get_by_role("button", name="Ja, trek mijn bijdrage in").click()
    expect(phone.get_by_text("Uw woorden zijn weggehaald.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(WORDS)).to_have_count(0, timeout=NEWS)
