"""In a meeting somebody asks "and how is that with our neighbours, and for girls, and before corona?"."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, open_page, wait_until_complete

SEEN = "() => [...document.querySelectorAll('h1, h2, .st-key-tabel-vergelijking table')].map(one => one.textContent)"


class Clicks:
    """Counts the clicks between a question and its answer."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, place: Locator) -> None:
        place.click(timeout=PATIENCE)
        self.count += 1

    def answered(self, place: Locator) -> None:
        """The answer is on the screen, after at most two clicks since the one before."""
        expect(place).to_be_visible(timeout=PATIENCE)
        wait_until_complete(place.page)
        assert self.count <= 2
        self.count = 0


def test_neighbours_girls_and_before_corona_take_two_clicks_each_and_the_address_gives_all_of_it_back(
    reading_server: RunningServer, page: Page, browser: Browser
) -> None:
    open_page(page, f"{reading_server.address}/?gebied=VG0001&vergelijk=VL00")
    clicks = Clicks()
    clicks.on(page.get_by_role("link", name="Jeugdzorg", exact=True))
    clicks.answered(page.get_by_role("heading", name=re.compile(r"in Waterdam .* in 2024 jeugdzorg")))
    expect(page.locator(".st-key-grafiek .js-plotly-plot")).to_contain_text("Corona", timeout=PATIENCE)

    clicks.on(page.get_by_role("link", name="Vergelijken", exact=True))
    clicks.answered(page.get_by_role("heading", name=re.compile(r"Voorbeeldland.*\(2024\)")))
    names = page.locator(".st-key-tabel-vergelijking tbody tr > *:first-child").all_text_contents()
    assert names == ["Boslo", "Heuveloord", "Rietmeer", "Waterdam"]

    clicks.on(page.get_by_label("Uitsplitsing", exact=True))
    clicks.on(page.get_by_role("option", name=re.compile("meisjes")))
    page.wait_for_function("() => location.search.includes('meisjes')")
    clicks.answered(page.get_by_role("heading", name=re.compile(r"\(2024\)")))

    clicks.on(page.get_by_test_id("stButtonGroup").get_by_text("2019", exact=True))
    clicks.answered(page.get_by_role("heading", name=re.compile(r"\(2019\)")))
    seen, address = page.evaluate(SEEN), page.evaluate("location.href")

    page.go_back()
    clicks.answered(page.get_by_role("heading", name=re.compile(r"\(2024\)")))
    elsewhere = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    telephone = elsewhere.new_page()
    open_page(telephone, address)
    assert telephone.evaluate(SEEN) == seen
    elsewhere.close()


def test_the_group_that_is_looked_at_goes_along_between_the_figure_and_its_neighbours(
    reading_server: RunningServer, page: Page
) -> None:
    group = page.get_by_role("combobox", name="Uitsplitsing", exact=True)
    open_page(page, f"{reading_server.address}/cijfer?gebied=VG0001&indicator=jeugdzorg&vergelijk=VL00")
    group.click(timeout=PATIENCE)
    page.get_by_role("option", name="geslacht: meisjes").click()
    page.wait_for_function("() => location.search.includes('meisjes')")
    wait_until_complete(page)
    for screen, place in (("Vergelijken", "/vergelijken"), ("Cijfer en verhaal", "/cijfer")):
        page.get_by_role("link", name=screen, exact=True).click()
        page.wait_for_function("place => location.pathname === place", arg=place)
        expect(group).to_have_value("geslacht: meisjes", timeout=PATIENCE)
        wait_until_complete(page)
    page.get_by_role("link", name="Overzicht", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Waterdam")).first).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert "uitsplitsing" not in page.evaluate("location.search")
