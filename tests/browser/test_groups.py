"""A question in a meeting: and for girls? And who belongs to that partnership?"""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, wait_until_complete


def test_and_for_girls_is_answered_in_two_clicks_and_so_is_what_the_partnership_covers(
    page: Page, reading_server: RunningServer
) -> None:
    page.goto(f"{reading_server.address}/cijfer?gebied=VG0003&indicator=jeugdzorg&vergelijk=VL00")
    wait_until_complete(page)
    page.get_by_text("naar geslacht", exact=True).click()
    girls = page.get_by_role("heading", name="In 2024, naast iedereen samen:")
    expect(girls).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("lager bij meisjes dan bij jongens")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => location.search.includes('groepen=geslacht')")
    wait_until_complete(page)
    assert axe(page) == []
    page.go_back()
    expect(girls).to_be_hidden(timeout=PATIENCE)
    page.get_by_role("link", name="Wat valt samen met het samenwerkingsverband?").click()
    half = page.get_by_role("heading", name="Heuveloord hoort voor 65% bij")
    expect(half).to_be_visible(timeout=PATIENCE)
    page.get_by_text("Samenwerkingsverband Rivierenrijk vo (voorbeeld)", exact=True).first.click()
    expect(page.get_by_role("heading", name="Heuveloord hoort helemaal bij")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => location.pathname === '/samen' && location.search.includes('swv=VV0001')")
    wait_until_complete(page)
    assert axe(page) == []
