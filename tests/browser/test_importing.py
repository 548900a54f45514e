"""A policy officer brings figures in: from a file on the desk to what every screen shows, and back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, open_more, say_who, wait_until_complete

ALMERE = Path(__file__).parents[1] / "fixtures" / "cbs-kwb" / "almere-2018-2025.csv"
SCREEN = "/gegevens?gebied=GM0034"
PATIENCE = 60_000  # milliseconds, on a busy machine
HEADER = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"


def introduce(page: Page, server: RunningServer) -> None:
    """Open the screen and say who is importing."""
    page.goto(server.address + SCREEN)
    say_who(page)
    expect(page.get_by_role("button", name="Bestand kiezen")).to_be_visible(timeout=PATIENCE)


def read(page: Page, file: Path) -> None:
    """Choose a file and have it read."""
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text(file.name, exact=True)).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_role("button", name="Lezen en nakijken").click()


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name)).to_be_visible(timeout=PATIENCE)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The fixture of Almere in which the youth care of 2024 is 7.500."""
    file = tmp_path / "almere-gewijzigd.csv"
    text = ALMERE.read_text(encoding="utf-8-sig")
    assert text.count("7400") == 1
    file.write_text(text.replace("7400", "7500"), encoding="utf-8")
    return file


def test_a_file_is_read_looked_at_stored_read_again_and_undone(page: Page, server: RunningServer, other: Path) -> None:
    introduce(page, server)
    read(page, other)
    heading(page, "Dit verandert er als u opslaat")
    expect(page.get_by_text(re.compile("gelezen als CBS Kerncijfers wijken en buurten"))).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile("7\\.400 \\(11,7%\\)"))).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile("7\\.500"))).to_be_visible()
    assert axe(page) == []

    page.reload()
    heading(page, "Dit verandert er als u opslaat")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("1 gewijzigd")).to_be_visible(timeout=PATIENCE)

    page.get_by_role("link", name="Naar het overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Staat van de jeugd", timeout=PATIENCE)
    open_more(page)
    page.get_by_role("link", name="Gegevens").click()
    page.get_by_role("button", name="Ander bestand inlezen").click()
    read(page, other)
    heading(page, "Er is niets veranderd")
    expect(page.get_by_text(re.compile("alle 90 cijfers stonden er al zo in"))).to_be_visible()

    page.get_by_role("radio", name="Ingelezen").evaluate("radio => radio.click()")
    page.get_by_role("button", name="Laatste ongedaan maken").click(timeout=PATIENCE)
    expect(page.get_by_text(re.compile("Dit maakt ‘almere-gewijzigd.csv’ van .* ongedaan"))).to_be_visible()
    page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text(re.compile("Vorige waarde terug: 1"))).to_be_visible(timeout=PATIENCE)
    page.goto(server.address + "/cijfer?gebied=GM0034&indicator=jeugdzorg")
    expect(page.get_by_text(re.compile("7\\.400 van"))).to_be_visible(timeout=PATIENCE)


def test_a_refused_file_says_where_and_what_to_do(page: Page, server: RunningServer, tmp_path: Path) -> None:
    file = tmp_path / "fout.csv"
    file.write_text(f"{HEADER}jeugdzorg,GM0034,2024,,7400,,140,percentage,final,cbs-kwb\n", encoding="utf-8")
    introduce(page, server)
    read(page, file)
    heading(page, "Dit bestand is niet ingelezen")
    sentence = "Regel 2, kolom value: Een percentage kan niet boven de 100 zijn: '140'."
    expect(page.get_by_text(sentence)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar deze lijst").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == sentence
    assert axe(page) == []


def test_a_killed_server_and_a_reload_bring_the_preview_back(page: Page, server: RunningServer, other: Path) -> None:
    introduce(page, server)
    read(page, other)
    expect(page).to_have_url(re.compile("inlezen="), timeout=PATIENCE)
    server.restart()
    page.reload()
    heading(page, "Dit verandert er als u opslaat")


def test_the_page_is_usable_on_a_telephone_without_scrolling_sideways(
    page: Page, server: RunningServer, other: Path
) -> None:
    introduce(page, server)
    page.set_viewport_size({"width": 390, "height": 844})
    read(page, other)
    heading(page, "Dit verandert er als u opslaat")
    wait_until_complete(page)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    assert axe(page) == []


def test_the_field_for_a_file_speaks_dutch_and_passes_axe(page: Page, server: RunningServer, tmp_path: Path) -> None:
    long_name = tmp_path / "thuiszitters-van-alle-gemeenten-in-de-regio-2024.csv"
    long_name.write_text(HEADER, encoding="utf-8")
    introduce(page, server)
    wait_until_complete(page)
    expect(page.locator("button[aria-label='Bestand kiezen']")).to_be_visible()
    assert axe(page) == []
    page.locator("input[type=file]").set_input_files(long_name)
    expect(page.get_by_role("button", name=f"{long_name.name} weghalen")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Ander bestand kiezen")).to_be_visible()
    assert axe(page) == []
    labels = page.locator(".st-key-bestand [aria-label]").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert not {"file upload", "Add files"} & set(labels)
    page.get_by_role("button", name=f"{long_name.name} weghalen").click()
    expect(page.locator("button[aria-label='Bestand kiezen']")).to_be_visible(timeout=PATIENCE)


def test_on_a_telephone_one_sees_what_a_changed_figure_was_and_becomes(
    page: Page, server: RunningServer, other: Path
) -> None:
    introduce(page, server)
    page.set_viewport_size({"width": 390, "height": 844})
    read(page, other)
    heading(page, "Dit verandert er als u opslaat")
    for name in ("7\\.400 \\(11,7%\\)", "7\\.500"):
        box = page.get_by_role("cell", name=re.compile(name)).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
