"""The main job, as a person does it: look, set a norm, answer four questions, close the browser, come back."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, say_who, wait_until_complete

FIGURE = "cijfer?gebied=GM0034&indicator=jeugdzorg"


def _fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")
    wait_until_complete(page)


def test_an_officer_sees_almere_sets_a_norm_answers_four_questions_and_finds_every_word_back(
    server: RunningServer, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{server.address}/{FIGURE}")
    expect(page.get_by_text("7.400 van 63.248 (noemer afgeleid) · 11,7%")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".js-plotly-plot")).to_be_visible(timeout=PATIENCE)

    page.get_by_role("link", name="Ambities en normen").click()
    say_who(page)
    expect(page.get_by_text("U bent Anna")).to_be_visible(timeout=PATIENCE)
    _fill(page, "Norm (%)", "140")
    page.get_by_role("button", name="Norm opslaan").click()
    expect(page.get_by_text("Een percentage kan niet boven 100 liggen")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label("Norm (%)", exact=True)).to_have_value("140")
    _fill(page, "Norm (%)", "10,5")
    _fill(page, "Te bereiken in (jaar)", "2030")
    _fill(page, "Waarom deze richting?", "Minder is hier beter.")
    _fill(page, "Waarom deze norm?", "Eerder en lichter helpen.")
    _fill(page, "Afgesproken door", "OOGO van 12 maart 2026")
    page.get_by_role("button", name="Norm opslaan").click()
    expect(page.get_by_text("De norm is opgeslagen")).to_be_visible(timeout=PATIENCE)

    page.get_by_role("link", name="Cijfer en verhaal").click()
    expect(page.get_by_text("Voor de norm 2030: 10,5%.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".js-plotly-plot")).to_contain_text("norm 2030", timeout=PATIENCE)
    answers = {1: "Wij herkennen dit.", 2: "Wijkteams melden eerder aan.", 3: "Wij maken ons zorgen."}
    for question, answer in answers.items():
        part = page.locator(f".st-key-vraag-{question}")
        part.get_by_role("textbox").fill(answer)
        part.get_by_role("button", name="Delen").click()
        expect(part.locator(".stHtml:has(.stem-van)")).to_contain_text(answer, timeout=PATIENCE)
    half = "Meer lichte hulp op sch"
    page.locator(".st-key-vraag-4").get_by_role("textbox").press_sequentially(half)
    page.close()  # halfway a word, within the time in which typing is gathered

    server.kill()
    server.restart()
    again = context.new_page()
    again.goto(f"{server.address}/{FIGURE}")
    expect(again.locator(".st-key-vraag-4").get_by_role("textbox")).to_have_value(half, timeout=PATIENCE)
    for question, answer in answers.items():
        part = again.locator(f".st-key-vraag-{question}")
        expect(part.locator(".stHtml:has(.stem-van)")).to_contain_text(answer, timeout=PATIENCE)
    context.close()


def test_a_chosen_area_stays_is_in_the_address_and_back_undoes_the_choice(
    reading_server: RunningServer, page: Page
) -> None:
    page.goto(f"{reading_server.address}/?gebied=GM0034")
    expect(page.get_by_role("heading", name="Staat van de jeugd in Almere")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_role("combobox", name="Gebied").fill("Hertogenb")
    page.get_by_role("option", name="'s-Hertogenbosch").click()
    expect(page.get_by_role("heading", name="Staat van de jeugd in 's-Hertogenbosch")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => location.search.includes('gebied=GM0796')")
    page.get_by_role("link", name="Cijfer en verhaal").click()
    expect(page.get_by_text(re.compile("'s-Hertogenbosch kreeg in 2022 jeugdzorg"))).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("() => location.pathname === '/cijfer' && location.search.includes('gebied=GM0796')")
    wait_until_complete(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Staat van de jeugd in 's-Hertogenbosch")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Staat van de jeugd in Almere")).to_be_visible(timeout=PATIENCE)
