"""Sharing that cannot go on says so where one writes, loses nothing, and can be tried again at once."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import expect_once, wait_until_complete
from tests.browser.test_writing import PATIENCE, answer, drafts, eventually, introduce, part, saved, shared


def share(page: Page, question: int = 2) -> None:
    part(page, question).get_by_role("button", name="Delen").first.click()


def edit(page: Page, before: str) -> None:
    """Open the contribution to question 2 that says this, to change it."""
    wait_until_complete(page)
    part(page, 2).get_by_role("button", name="Wijzigen").click(timeout=PATIENCE)
    expect(part(page, 2).get_by_label("Uw antwoord").first).to_have_value(before, timeout=PATIENCE)


@pytest.fixture
def colleague(browser: Browser, browser_context_args: dict, page: Page, server: RunningServer) -> Page:
    """Bram, beside Anna on `page`, who shared one answer to question 2."""
    introduce(page, server)
    answer(page).press_sequentially("Zoals het was.")
    share(page)
    other = browser.new_context(**browser_context_args).new_page()
    introduce(other, server, name="Bram")
    expect_once(part(other, 2).get_by_text("Zoals het was.", exact=True))
    return other


def test_a_phone_number_is_stopped_at_the_question_and_without_it_the_text_is_shared(
    page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    answer(page, 4).press_sequentially("Bel moeder op (036) 539 99 11")
    share(page, 4)
    expect(part(page, 4).get_by_text("Deze tekst bevat een telefoonnummer")).to_be_in_viewport(timeout=PATIENCE)
    expect(answer(page, 4)).to_have_value("Bel moeder op (036) 539 99 11")
    answer(page, 4).fill("Bel de wijkteams")
    expect(part(page, 4).get_by_role("button", name="Delen")).to_be_enabled(timeout=2_000)
    share(page, 4)
    expect(part(page, 4).get_by_text("Bel de wijkteams", exact=True)).to_be_visible(timeout=PATIENCE)
    assert shared(server) == ["Bel de wijkteams"]


def test_a_change_begun_before_somebody_elses_shows_both_texts_when_it_is_opened_again(
    page: Page, colleague: Page, server: RunningServer
) -> None:
    edit(colleague, "Zoals het was.")
    part(colleague, 2).get_by_label("Uw antwoord").first.fill("Zoals de school het ziet.")
    saved_there = part(colleague, 2).get_by_role("status").first
    expect(saved_there).to_have_text(re.compile("Opgeslagen"), timeout=PATIENCE)
    colleague.reload()
    edit(page, "Zoals het was.")
    part(page, 2).get_by_label("Uw antwoord").first.fill("Zoals de gemeente het ziet.")
    share(page)
    shown = part(colleague, 2).get_by_text("Zoals de gemeente het ziet.", exact=True).first
    expect(shown).to_be_visible(timeout=PATIENCE)
    edit(colleague, "Zoals de school het ziet.")
    both = part(colleague, 2).locator("pre")
    expect(both).to_have_text(["Zoals de school het ziet.", "Zoals de gemeente het ziet."], timeout=PATIENCE)
    part(colleague, 2).get_by_role("button", name="Verder met mijn tekst").click()
    expect(saved_there).to_have_text(re.compile("Opgeslagen"), timeout=PATIENCE)
    share(colleague)
    eventually(lambda: shared(server), ["Zoals de school het ziet."])
    eventually(lambda: drafts(server), [])


def test_a_change_of_what_was_withdrawn_meanwhile_stays_readable_to_who_typed_it(
    page: Page, colleague: Page, server: RunningServer
) -> None:
    edit(colleague, "Zoals het was.")
    part(colleague, 2).get_by_label("Uw antwoord").first.fill("Zoals de school het ziet.")
    wait_until_complete(page)
    part(page, 2).get_by_role("button", name="Intrekken").click()
    page.get_by_role("button", name="Ja, trek deze bijdrage in").click()
    expect(part(colleague, 2).get_by_text("Uw niet gedeelde wijziging: Zoals de school het ziet.")).to_be_visible(
        timeout=PATIENCE
    )
    assert drafts(server) == ["Zoals de school het ziet."]
    expect(part(page, 2).get_by_text("Uw niet gedeelde wijziging")).to_be_hidden()


def test_an_organisation_is_shown_as_it_was_typed_and_fetches_nothing(page: Page, server: RunningServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    introduce(page, server, name="**Anna** ![x](http://elders.example/x.png)")
    answer(page).press_sequentially("Zoals **het** is.")
    part(page, 2).get_by_label("Toon mijn naam").check()
    saved(page)
    share(page)
    expect(part(page, 2).get_by_text("**Anna** ![x](", exact=False)).to_be_visible(timeout=PATIENCE)
    expect(part(page, 2).get_by_text("Zoals **het** is.", exact=True)).to_be_visible()
    assert not [address for address in asked if "elders.example" in address]


def test_what_looks_like_a_name_is_said_once_per_text_and_shared_only_by_whoever_says_so(
    page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    question = part(page, 4)
    answer(page, 4).press_sequentially("Wij denken dat Jan de Vries hulp nodig heeft")
    share(page, 4)
    expect(question.get_by_text("In uw tekst staat ‘Jan de Vries’. Dat lijkt een naam.")).to_be_visible(
        timeout=PATIENCE
    )
    expect(question.get_by_role("button", name="Delen", exact=True)).to_be_hidden()
    answer(page, 4).press("Control+Enter")  # does not share what was just warned about
    answer(page, 4).fill("Wij denken dat Fatima Yilmaz hulp nodig heeft")
    expect(question.get_by_text("Dat lijkt een naam")).to_be_hidden()
    answer(page, 4).press("Control+Enter")
    expect(question.get_by_text("In uw tekst staat ‘Fatima Yilmaz’.")).to_be_visible(timeout=PATIENCE)
    expect(answer(page, 4)).to_have_value("Wij denken dat Fatima Yilmaz hulp nodig heeft")
    assert shared(server) == []
    answer(page, 4).press("Tab")
    page.keyboard.press("Enter")  # by keyboard: the field, the button that shares anyway
    expect(question.get_by_text("Wij denken dat Fatima Yilmaz hulp nodig heeft", exact=True)).to_be_visible(
        timeout=PATIENCE
    )
    expect(answer(page, 4)).to_have_value("")
    eventually(lambda: shared(server), ["Wij denken dat Fatima Yilmaz hulp nodig heeft"])


def test_clicking_share_anyway_twice_shares_once_and_other_words_can_be_shared_without_it(
    page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    question = part(page, 4)
    answer(page, 4).press_sequentially("Volgens juf Anja gaat het beter")
    share(page, 4)
    question.get_by_role("button", name="Toch delen").dblclick(timeout=PATIENCE)
    expect(question.get_by_text("Volgens juf Anja gaat het beter", exact=True)).to_be_visible(timeout=PATIENCE)
    eventually(lambda: shared(server), ["Volgens juf Anja gaat het beter"])
    answer(page, 4).press_sequentially("Met meester Bas ook")
    share(page, 4)
    expect(question.get_by_text("‘meester Bas’")).to_be_visible(timeout=PATIENCE)
    answer(page, 4).fill("Met de meester ook")
    share(page, 4)
    expect(question.get_by_text("Met de meester ook", exact=True)).to_be_visible(timeout=PATIENCE)
    assert sorted(shared(server)) == ["Met de meester ook", "Volgens juf Anja gaat het beter"]
