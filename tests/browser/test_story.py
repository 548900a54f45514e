"""A change redraws only the story: who types is not disturbed, the chart stays, and what was said stays to be read."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import expect_once, open_page, say_who, wait_until_complete
from tests.browser.test_writing import PATIENCE, SCREEN, answer, part, saved, shared

WITHIN = 3_000  # milliseconds from sharing to what everybody sees
MARK = "document.querySelector('.js-plotly-plot').dataset.drawnBefore = 'yes'"
STILL_MARKED = "document.querySelector('.js-plotly-plot').dataset.drawnBefore === 'yes'"
TOP = "field => Math.round(field.getBoundingClientRect().top)"
MOST_MOVED = 4  # pixels that a field may move under who types in it


def _share(page: Page, question: int, text: str) -> None:
    answer(page, question).fill(text)
    part(page, question).get_by_role("button", name="Delen").click()


def test_what_somebody_shares_reaches_who_is_typing_without_moving_a_letter_or_the_chart(
    browser: Browser, browser_context_args: dict, page: Page, server: RunningServer
) -> None:
    other = browser.new_context(**browser_context_args).new_page()
    for one, organisation in ((page, "gemeente Almere"), (other, "Stichting Spel")):
        open_page(one, server.address + SCREEN)
        say_who(one, name="Anna", organisation=organisation)
        wait_until_complete(one)
    part(page, 1).get_by_label("deels").check()
    _share(page, 1, "Deels, want wachten telt niet mee.")
    expect(part(page, 1).get_by_text("Gedeeld met de regio.")).to_be_visible(timeout=PATIENCE)
    expect(part(page, 1).locator(".voices tr")).to_have_text([re.compile("gemeente Almere.*deels")])

    field = answer(page, 2)
    field.press_sequentially("Voor achter")
    saved(page)
    for _ in range(7):
        field.press("ArrowLeft")
    before = field.evaluate(TOP)
    page.evaluate(MARK)
    _share(other, 1, "Wij zien het anders.")
    expect(part(page, 1).get_by_text("Wij zien het anders.", exact=True)).to_be_visible(timeout=WITHIN)
    _share(other, 2, "Het aanbod is veranderd.")
    expect(part(page, 2).get_by_text("Het aanbod is veranderd.", exact=True)).to_be_visible(timeout=WITHIN)
    page.keyboard.type(" midden")
    expect(field).to_have_value("Voor midden achter")
    assert page.evaluate(STILL_MARKED)
    assert abs(field.evaluate(TOP) - before) <= MOST_MOVED
    expect(part(page, 1).get_by_text("Gedeeld met de regio.")).to_be_visible()

    wait_until_complete(other)
    part(other, 2).get_by_role("button", name="Intrekken").click()
    other.get_by_role("button", name="Ja, trek deze bijdrage in").click()
    expect(part(page, 2).get_by_text("Nog geen antwoord.")).to_be_visible(timeout=WITHIN)

    wait_until_complete(page)
    page.get_by_text("Opschrijven voor de hele tafel").click()
    page.get_by_role("combobox", name="Wie zegt het?").scroll_into_view_if_needed()
    wait_until_complete(page)  # a page that moves closes a list
    page.get_by_role("combobox", name="Wie zegt het?").click()
    _share(other, 2, "Een lijst die openstaat, blijft open.")
    expect(page.get_by_text("Er is iets nieuws; u ziet het zodra u dit lijstje of menu sluit.")).to_be_visible(
        timeout=PATIENCE
    )
    news = part(page, 2).get_by_text("Een lijst die openstaat, blijft open.")
    expect(news).to_have_count(0)
    page.get_by_role("option", name="Een andere organisatie").click()
    expect(news).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_label("Naam van de organisatie").press_sequentially("Oudervereniging De Brug")
    page.reload()  # Streamlit has heard of no letter
    expect(page.get_by_label("Naam van de organisatie")).to_have_value("Oudervereniging De Brug", timeout=PATIENCE)
    page.get_by_label("Naam van de organisatie").press("Tab")
    wait_until_complete(page)
    page.get_by_role("combobox", name="Vanuit welk perspectief?").click()
    page.get_by_role("option", name="ouders").click()
    wait_until_complete(page)
    spoken = part(page, 4).get_by_label("Antwoord van Oudervereniging De Brug (ouders)")
    spoken.fill("Vraag het ons eerder.", timeout=PATIENCE)
    part(page, 4).get_by_role("button", name="Delen").click()
    line = "Oudervereniging De Brug · ouders · opgetekend door gemeente Almere"
    for one in (page, other):
        expect_once(part(one, 4).get_by_text(line))
    assert sorted(shared(server)) == [
        "",
        "Deels, want wachten telt niet mee.",
        "Een lijst die openstaat, blijft open.",
        "Vraag het ons eerder.",
        "Wij zien het anders.",
    ]
