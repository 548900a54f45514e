"""The overview as a person uses it in a meeting: what stands out, finding a figure, the menu, and on a telephone."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, wait_until_complete

WATERDAM = "?gebied=VG0001&vergelijk=VL00"


def test_what_stands_out_leads_to_its_figure_and_a_figure_is_found_by_another_word(
    page: Page, reading_server: RunningServer
) -> None:
    open_page(page, f"{reading_server.address}/{WATERDAM}")
    assert page.get_by_role("button", name="Fullscreen").count() == 0  # a step of Tab per card, and English
    page.get_by_role("link", name="Relatief verzuim: duidelijk ongunstiger dan Voorbeeldland").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("verzuim", timeout=PATIENCE)
    address = page.evaluate("location.href")
    assert all(part in address for part in ("/cijfer?", "indicator=relatief-verzuim", "gebied=VG0001", "VL00"))
    page.go_back()
    field = page.get_by_label("Zoek een cijfer")
    expect(field).to_be_visible(timeout=PATIENCE)
    field.fill("spijbelen")
    field.press("Enter")
    expect(page.get_by_text("U ziet 2 van de 11 cijfers: gezocht op ‘spijbelen’.")).to_be_visible(timeout=PATIENCE)
    assert "zoek=spijbelen" in page.evaluate("location.search")
    page.get_by_role("link", name="Toon weer alle cijfers").click()
    expect(page.get_by_text("U ziet alle 11 cijfers.")).to_be_visible(timeout=PATIENCE)

    more = page.locator(".st-key-menu-meer summary")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(more).to_contain_text("Meer: Beelden", timeout=PATIENCE)
    expect(page.get_by_role("link", name="Beelden", exact=True)).to_be_hidden()

    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{reading_server.address}/{WATERDAM}&weergave=naast-elkaar")
    expect(page.get_by_text("Waterdam: ongunstiger.").first).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    more.click()
    wait_until_complete(page)
    assert axe(page) == []
