"""Somebody chooses areas to compare, keeps them under a name, goes Back, and sends the address to somebody else."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, open_page, say_who, wait_until_complete

SCREEN = "/vergelijken?gebied=VG0001&vergelijk=VL00&indicator=jeugdzorg"
PATIENCE = 60_000  # milliseconds, on a busy machine


def _areas(page: Page) -> list[str]:
    """The areas in the table, which is folded, in their order."""
    return page.locator(".st-key-tabel-vergelijking tbody tr > *:first-child").all_text_contents()


def _choose(page: Page, label: str, *, option: str) -> None:
    page.get_by_label(label, exact=True).click(timeout=PATIENCE)
    page.get_by_role("option", name=option).first.click(timeout=PATIENCE)
    wait_until_complete(page)


def test_areas_are_chosen_kept_and_sent_to_somebody_else(page: Page, server: RunningServer, browser: Browser) -> None:
    open_page(page, server.address + SCREEN)
    _choose(page, "Welke gebieden", option="eigen keuze")
    for name in ("Heuveloord", "Boslo"):
        _choose(page, "Kies de gebieden", option=name)
        page.keyboard.press("Escape")
    for _ in range(2):  # what is chosen stays so when it is clicked again
        page.get_by_text("mijn volgorde", exact=True).click(timeout=PATIENCE)
        wait_until_complete(page)
    page.get_by_role("button", name="Groep bewaren").click(timeout=PATIENCE)
    say_who(page, organisation="gemeente Waterdam")
    wait_until_complete(page)
    if not page.get_by_label("Naam van de groep").is_visible():
        page.get_by_role("button", name="Groep bewaren").click(timeout=PATIENCE)
    page.get_by_label("Naam van de groep").fill("Onze buren", timeout=PATIENCE)
    page.get_by_role("button", name="Bewaren", exact=True).click(timeout=PATIENCE)
    expect(page.get_by_text("De groep is bewaard.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert axe(page) == []
    address = page.url
    chosen = _areas(page)
    assert chosen == ["Waterdam", "Heuveloord", "Boslo"]

    page.go_back()  # undoes the order
    wait_until_complete(page)
    assert "gebieden=" in page.url and "volgorde=" not in page.url
    assert _areas(page) == sorted(chosen)

    elsewhere = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    other = elsewhere.new_page()
    open_page(other, address)
    assert _areas(other) == chosen
    elsewhere.close()
