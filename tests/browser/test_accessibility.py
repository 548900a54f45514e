"""Every screen, at every size, passes axe for WCAG 2.2 A and AA, and works without a mouse and with large text."""

import pytest
from playwright.sync_api import Page

from tests.browser.running_server import RunningServer
from tests.browser.screen import SIZES, axe, open_page
from tests.browser.screens import SCREENS


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_no_violations_that_axe_can_find(
    page: Page, reading_server: RunningServer, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    open_page(page, f"{reading_server.address}/{SCREENS[name]}")
    assert axe(page) == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_says_that_it_is_dutch_and_what_it_is_called(
    page: Page, reading_server: RunningServer, name: str
) -> None:
    open_page(page, f"{reading_server.address}/{SCREENS[name]}")
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title() not in ("", "Streamlit")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_on_a_telephone_does_not_scroll_sideways(page: Page, reading_server: RunningServer, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{reading_server.address}/{SCREENS[name]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390


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
