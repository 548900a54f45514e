"""Searching: in every form of a word, with every sign that people type, to where it stands and back again."""

import re

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, open_page, wait_until_complete

NOTHING, NO_WORDS = "Niets gevonden.", "Typ een woord met letters of cijfers."
SIGNS = {"'s-Hertogenbosch": NOTHING, "100%": NOTHING, "* %": NO_WORDS, "😀 '\"": NO_WORDS}


def _search(page: Page, typed: str) -> None:
    field = page.get_by_label("Waar zoekt u naar?")
    field.fill(typed)
    field.press("Enter")
    wait_until_complete(page)


def test_somebody_searches_opens_what_was_found_and_comes_back_to_it(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.address}/zoeken?gebied=VG0001")
    for typed, answer in SIGNS.items():
        _search(page, typed)
        expect(page.get_by_text(answer)).to_be_visible(timeout=PATIENCE)
    field = page.get_by_label("Waar zoekt u naar?")
    _search(page, '"scholen"')
    expect(field).to_be_focused()
    found = page.locator(".st-key-gevonden")
    expect(found.get_by_text("school", exact=True).first).to_be_visible(timeout=PATIENCE)
    page.get_by_role("radio", name=re.compile("Bijdragen en duidingen")).click()
    expect(page.get_by_role("heading", name="Cijfers")).to_have_count(0, timeout=PATIENCE)
    wait_until_complete(page)
    link = found.get_by_role("link").nth(2)
    link.click()
    expect(page.get_by_role("heading", name="Zoeken")).to_have_count(0, timeout=PATIENCE)
    wait_until_complete(page)
    area = page.locator(".st-key-kies-gebied input")
    expect(area).to_have_value("Waterdam (voorbeeld)")  # a field says on every page what the address says
    page.go_back()
    expect(field).to_have_value('"scholen"', timeout=PATIENCE)
    expect(found.get_by_role("link").nth(2)).to_be_focused(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Cijfers")).to_have_count(0)
    expect(area).to_have_value("Waterdam (voorbeeld)")
    page.get_by_role("radio", name="Alles").click()
    _search(page, "tafels")
    page.get_by_role("link", name="Naar wie aan welke tafel zit").first.click()
    expect(page.get_by_role("tab", name="Wie zit aan welke tafel", selected=True)).to_be_visible(timeout=PATIENCE)
