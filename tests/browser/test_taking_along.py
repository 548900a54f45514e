"""Taking a view along: its files, opened; and its address, copied and opened by somebody else."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, open_page, wait_until_complete

CHOSEN = "cijfer?gebied=GM0034&indicator=jeugdzorg&vergelijk=PV24"
SEEN = """() => [...document.querySelectorAll('h1, h2, table, [data-testid="stPlotlyChart"]')]
    .map(one => one.innerText + (one.querySelector('[aria-label]')?.getAttribute('aria-label') ?? ''))"""


def download(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_view_is_taken_along_as_files_and_its_address_shows_somebody_else_the_same(
    page: Page, browser: Browser, browser_context_args: dict, reading_server: RunningServer
) -> None:
    open_page(page, f"{reading_server.address}/{CHOSEN}")
    page.get_by_text("Per 1.000", exact=True).click()
    wait_until_complete(page)
    page.get_by_text("Toon onzekerheid", exact=True).click()
    wait_until_complete(page)
    page.get_by_role("tab", name="Alle gemeenten").click()
    wait_until_complete(page)
    page.get_by_test_id("stButtonGroup").get_by_text("2021", exact=True).click()
    wait_until_complete(page)

    page.get_by_role("button", name="Kopieer link").click()  # the browser was not asked for its clipboard
    expect(page.get_by_role("status").filter(has_text="Link gekopieerd")).to_be_visible(timeout=PATIENCE)
    link = page.locator('input[aria-label="Het adres van dit scherm"]').input_value()
    assert {"toon=per1000", "onzekerheid=ja", "tabblad=alle-gemeenten", "jaar=2021"} <= set(
        link.split("?")[1].split("&")
    )
    other = browser.new_context(**browser_context_args).new_page()
    open_page(other, link)
    assert other.evaluate(SEEN) == page.evaluate(SEEN)
    other.context.close()

    page.get_by_role("button", name="Meenemen").click()
    name, picture = download(page, "Afbeelding (PNG)")
    assert (name, picture[:4]) == ("jeugdzorg-almere-2024.png", b"\x89PNG")
    assert b"Almere" in download(page, "Afbeelding, scherp op elke maat (SVG)")[1]
    name, text = download(page, "Tabel als tekst (CSV)")
    rows = list(csv.DictReader(StringIO(text.decode("utf-8-sig")), delimiter=";"))
    (row,) = [one for one in rows if (one["Gebied"], one["Jaar"]) == ("Almere", "2024")]
    assert (row["Aantal (kinderen en jongeren)"], row["Waarde (%)"]) == ("7400", "11,7")
    name, book = download(page, "Tabel voor Excel (XLSX)")
    assert load_workbook(BytesIO(book)).sheetnames[:2] == ["Cijfers", "Definities"]
