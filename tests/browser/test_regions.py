"""A beheerder changes what a samenwerkingsverband consists of, sees the figure follow, and undoes it."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, open_page, say_who, wait_until_complete

BEHEER = "/beheer?onderdeel=regio&gebied=VP0001"
FIGURE = "/cijfer?gebied=VP0001&indicator=jeugdzorg&vergelijk=VL00"
PATIENCE = 60_000  # milliseconds, on a busy machine
# Jeugdzorg of 2024: 2770 + 510 + 0.65 × 1040 + 1815 = 5771 of 51.810; with half of Heuveloord 5615 of 50.299.
BEFORE, AFTER = "5.771", "5.615"


def amount(page: Page, server: RunningServer, expected: str) -> None:
    """The count of 2024 in the table under the chart."""
    open_page(page, server.address + FIGURE)
    expect(page.get_by_role("cell", name=expected, exact=True).first).to_be_attached(timeout=PATIENCE)


def test_a_share_is_changed_seen_in_the_figure_and_undone(page: Page, server: RunningServer) -> None:
    amount(page, server, BEFORE)
    page.goto(server.address + BEHEER)
    say_who(page, organisation="gemeente Heuveloord")
    expect(page.get_by_role("cell", name="Boslo, Heuveloord (65%), Rietmeer en Waterdam")).to_be_visible(
        timeout=PATIENCE
    )
    wait_until_complete(page)
    page.get_by_label("Gemeente", exact=True).press_sequentially("Heuveloord")
    page.get_by_role("option", name="Heuveloord (voorbeeld)").click()
    wait_until_complete(page)
    page.get_by_label("Aandeel in procenten").fill("50")
    page.get_by_label("Vanaf jaar").fill("2024")
    page.get_by_label("Vanaf jaar").press("Tab")
    expect(page.get_by_text("opgebouwd uit Boslo, Heuveloord (50%), Rietmeer en Waterdam")).to_be_visible(
        timeout=PATIENCE
    )
    wait_until_complete(page)
    assert axe(page) == []
    page.get_by_role("button", name="Zo vastleggen").click()
    expect(page.get_by_text("Overzicht en Cijfer laten het meteen zo zien")).to_be_visible(timeout=PATIENCE)
    amount(page, server, AFTER)

    open_page(page, server.address + BEHEER)
    page.get_by_role("button", name="Laatste wijziging ongedaan maken").click(timeout=PATIENCE)
    page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text("Het staat weer zoals het was")).to_be_visible(timeout=PATIENCE)
    amount(page, server, BEFORE)
