"""In a meeting somebody clicks faster than the server answers: every choice stands."""

import re

from playwright.sync_api import Page, expect

from tests.browser.held_answers import HeldAnswers
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, open_page, wait_until_complete

SCREEN = "/cijfer?gebied=VG0001&indicator=jeugdzorg&vergelijk=VL00"


def test_three_clicks_before_the_first_answer_are_three_choices_and_back_undoes_the_last(
    page: Page, reading_server: RunningServer
) -> None:
    answers = HeldAnswers(page)
    open_page(page, reading_server.address + SCREEN)
    answers.hold()
    page.get_by_text("Per 1.000", exact=True).click()
    answers.wait_for_runs(1)
    page.get_by_text("Toon onzekerheid", exact=True).click()
    answers.wait_for_runs(2)
    page.get_by_role("tab", name="Wijken").click()
    page.get_by_role("tab", name="Definitie").click()
    answers.wait_for_runs(3)
    answers.let_go()
    chosen = ("toon=per1000", "onzekerheid=ja", "tabblad=definitie")
    page.wait_for_function("all => all.every(one => location.search.includes(one))", arg=chosen)
    wait_until_complete(page)
    assert all(one in page.evaluate("location.search") for one in chosen)
    expect(page.get_by_role("switch", name=re.compile("Toon onzekerheid"))).to_be_checked(timeout=PATIENCE)

    page.go_back()
    wait_until_complete(page)
    left = page.evaluate("location.search")
    assert "toon=per1000" in left
    assert "onzekerheid=ja" in left
    assert "tabblad=definitie" not in left


def test_a_link_to_the_screen_one_is_on_leads_there_also_at_once_after_a_choice(
    page: Page, reading_server: RunningServer
) -> None:
    open_page(page, f"{reading_server.address}/?gebied=VG0001&indicator=jeugdzorg&vergelijk=VL00")
    page.get_by_text("met norm", exact=True).click()
    page.wait_for_function("() => location.search.includes('filter=')")
    page.get_by_role("link", name="Toon weer alle cijfers").click()
    expect(page.get_by_text("U ziet alle 11 cijfers.")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => !location.search.includes('filter=')")
    wait_until_complete(page)
    assert "opnieuw" not in page.evaluate("location.search")
    page.go_back()
    expect(page.get_by_text(re.compile("U ziet . van de 11 cijfers: met norm"))).to_be_visible(timeout=PATIENCE)
