"""What `test_every_screen` asks of each screen is asked of all of them, and charts can be read without seeing them."""

from playwright.sync_api import Page

from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, open_page
from tests.browser.screens import SCREENS


def test_a_chart_has_its_message_as_alternative_text_and_a_real_table(
    page: Page, reading_server: RunningServer
) -> None:
    open_page(page, f"{reading_server.address}/{SCREENS['cijfer']}")
    charts = page.locator('[data-testid="stPlotlyChart"]')
    labels = charts.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert labels
    assert all("Almere" in label and "11,7%" in label for label in labels)
    assert page.locator("table").count() >= 1


def test_axe_notices_what_is_wrong(page: Page) -> None:
    page.set_content(
        '<html lang="nl"><title>x</title><main><img src="x.png"><p style="color:#aaa">grijs</p></main></html>'
    )
    assert {violation.rule for violation in axe(page)} >= {"image-alt", "color-contrast"}


def test_the_menu_leads_to_every_screen_that_is_tested_here(page: Page, reading_server: RunningServer) -> None:
    open_page(page, reading_server.address)
    links = page.locator(".st-key-menu a").evaluate_all("all => all.map(link => new URL(link.href).pathname)")
    assert sorted(links) == sorted("/" + address.partition("?")[0] for address in SCREENS.values())
