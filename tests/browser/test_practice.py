"""A story from practice: told beside a figure, not lost halfway, read under its theme, taken along with the figure."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete
from tests.browser.test_writing import SAVED

FIGURE = "cijfer?gebied=GM0034&indicator=jeugdzorg&tabblad=praktijkverhalen"
TITLE, WORDS = "Vroeg erbij op school", "Elke dinsdag zit er iemand van jeugdhulp op school, en dat scheelt een hel"


def _download(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_story_from_practice_is_told_kept_shared_and_taken_along(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.address}/{FIGURE}")
    say_who(page)
    wait_until_complete(page)
    page.get_by_role("link", name="Alle praktijkverhalen lezen, of er een vertellen").click()
    field = page.get_by_label("Het verhaal", exact=True)
    expect(field).to_be_editable(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_label("Kop", exact=True).fill(TITLE)
    field.click()
    wait_until_complete(page)
    field.press_sequentially(WORDS)
    page.reload()  # without leaving the field
    expect(field).to_have_value(WORDS, timeout=PATIENCE)
    wait_until_complete(page)
    expect(page.get_by_label("Kop", exact=True)).to_have_value(TITLE, timeout=PATIENCE)
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_complete(page)
    assert axe(page) == []
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_text("Parel: dit gaat goed").click()
    wait_until_complete(page)
    field.press("End")
    field.press_sequentially("eboel.")
    part = page.locator(".st-key-praktijk-vertellen")
    expect(part.get_by_role("status").filter(has_text=SAVED)).to_be_visible(timeout=PATIENCE)
    part.get_by_label("Wie mag dit lezen?").select_option("released")
    part.get_by_role("button", name="Delen", exact=True).click()
    story = page.locator('[class*="st-key-praktijkverhaal-"]')
    expect(story.get_by_text(f"{WORDS}eboel.")).to_be_visible(timeout=PATIENCE)
    expect(story.get_by_text(TITLE)).to_be_visible()
    expect(story.get_by_text("parel · Almere · Opgroeien en jeugdhulp · Jeugdzorg")).to_be_visible()
    wait_until_complete(page)
    story.get_by_role("link", name="Naar het cijfer Jeugdzorg").click()
    page.get_by_text("Verhaal meenemen").click(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_text("om elders te laten zien").click(timeout=PATIENCE)
    expect(page.get_by_text("Alleen met bijdragen en praktijkverhalen die zijn vrijgegeven.")).to_be_visible(
        timeout=PATIENCE
    )
    name, made = _download(page, "Als webpagina, werkt zonder internet (HTML)")
    assert name == "verhaal-jeugdzorg-almere-2024.html"
    assert f"{WORDS}eboel." in made.decode()
    name, made = _download(page, "Om af te drukken (PDF)")
    assert (name, made[:5]) == ("verhaal-jeugdzorg-almere-2024.pdf", b"%PDF-")
