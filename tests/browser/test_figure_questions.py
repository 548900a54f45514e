"""In a meeting: "and with our neighbours, and three years together?", each answered in two clicks."""

import re

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE


def test_another_area_and_three_years_together_take_two_clicks_and_the_address_gives_them_back(
    reading_server: RunningServer, page: Page
) -> None:
    page.goto(f"{reading_server.address}/cijfer?gebied=VG0001&indicator=relatief-verzuim")
    chart = page.locator(".st-key-grafiek .js-plotly-plot").last  # while it is drawn anew the former one is still there
    expect(chart).to_be_visible(timeout=PATIENCE)
    page.get_by_role("combobox", name=re.compile("Ook tonen")).click()
    page.get_by_role("option", name="Boslo (voorbeeld)").click()
    expect(chart).to_contain_text("Boslo", timeout=PATIENCE)
    expect(page).to_have_url(re.compile("ook=VG000"), timeout=PATIENCE)
    page.get_by_text("Drie jaar samen").click()
    expect(page.get_by_text("Elk punt telt drie jaren samen")).to_be_visible(timeout=PATIENCE)
    address = page.url
    page.go_back()
    expect(page.get_by_text("Elk punt telt drie jaren samen")).not_to_be_visible(timeout=PATIENCE)
    expect(chart).to_contain_text("Boslo")
    page.goto(address)
    expect(page.get_by_text("Elk punt telt drie jaren samen")).to_be_visible(timeout=PATIENCE)
    expect(chart).to_contain_text("Boslo", timeout=PATIENCE)
