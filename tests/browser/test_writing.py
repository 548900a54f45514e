"""What people type survives whatever happens while they type it, in a real browser against the real page."""

import re
import sqlite3
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import expect_once, say_who, wait_until_complete

SCREEN = "/cijfer?gebied=GM0034&indicator=jeugdzorg"
SAVED = re.compile(r"Opgeslagen \d\d:\d\d, versie \d+")
PATIENCE = 30_000  # milliseconds, on a busy machine
ENDING = "en dat verklaart het in het midden van een wo"


def introduce(page: Page, server: RunningServer, *, name: str = "Anna") -> None:
    """Open the screen and say who is writing."""
    page.goto(server.address + SCREEN)
    say_who(page, name=name)
    answer(page)


def part(page: Page, question: int) -> Locator:
    return page.locator(f".st-key-vraag-{question}")


def answer(page: Page, question: int = 2) -> Locator:
    """The field of a question, once it can be typed in."""
    field = part(page, question).get_by_label("Uw antwoord").last
    expect(field).to_be_editable(timeout=PATIENCE)
    return field


def status(page: Page, question: int = 2) -> Locator:
    return part(page, question).get_by_role("status").first


def saved(page: Page, question: int = 2) -> None:
    expect(status(page, question)).to_have_text(SAVED, timeout=PATIENCE)


def drafts(server: RunningServer) -> list[str]:
    with sqlite3.connect(str(server.database.database)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM drafts ORDER BY id")]


def shared(server: RunningServer) -> list[str]:
    with sqlite3.connect(str(server.database.database)) as connection:
        rows = connection.execute(
            "SELECT text FROM contributions JOIN people ON people.id = person_id WHERE subject LIKE 'local:%'"
        )
        return [text for (text,) in rows]


def eventually(what: Callable[[], object], expected: object) -> None:
    """Wait until this is so."""
    end = time.monotonic() + PATIENCE / 1000
    while what() != expected and time.monotonic() < end:
        time.sleep(0.1)
    assert what() == expected


def kept_on_the_device(page: Page) -> int:
    count: int = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('tev-concept:')).length")
    return count


def test_only_the_answer_of_the_server_says_saved_and_then_the_device_forgets(
    page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    answer(page).press_sequentially("Dit kan crc zijn")
    assert kept_on_the_device(page) == 1
    expect(status(page)).to_have_text("Wordt zo opgeslagen…")
    saved(page)
    assert kept_on_the_device(page) == 0
    assert drafts(server) == ["Dit kan crc zijn"]
    expect(part(page, 2).get_by_text("16 / 5.000")).to_be_visible()
    answer(page).fill("x" * 5001)
    expect(status(page)).to_contain_text("5.001 tekens is te lang, 5.000 mag", timeout=PATIENCE)
    assert kept_on_the_device(page) == 1
    answer(page).fill("Korter ")
    keyboard = page.context.new_cdp_session(page)
    letters = {"text": "日本", "selectionStart": 2, "selectionEnd": 2}
    keyboard.send("Input.imeSetComposition", letters)  # put together, and not yet chosen
    eventually(lambda: drafts(server), ["Korter 日本"])
    keyboard.send("Input.insertText", {"text": "日本語"})
    eventually(lambda: drafts(server), ["Korter 日本語"])
    expect(answer(page)).to_have_value("Korter 日本語")


def test_text_survives_leaving_the_page_at_once_also_in_a_window_that_keeps_nothing(
    page: Page, server: RunningServer
) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('kept nowhere'); };")
    introduce(page, server)
    answer(page).press_sequentially("Wij denken dat " + ENDING)
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Staat van de jeugd", timeout=PATIENCE)
    eventually(lambda: drafts(server), ["Wij denken dat " + ENDING])
    page.goto(server.address + SCREEN)
    expect(answer(page)).to_have_value("Wij denken dat " + ENDING, timeout=PATIENCE)


def test_text_survives_a_reload_in_the_middle_of_a_word(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    answer(page).press_sequentially(ENDING)
    page.reload()
    expect(answer(page)).to_have_value(ENDING, timeout=PATIENCE)
    eventually(lambda: drafts(server), [ENDING])


def test_text_survives_a_killed_server_and_is_saved_when_it_is_back(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    answer(page).press_sequentially("Voor de val.")
    saved(page)
    server.kill()
    answer(page).press_sequentially(" Tijdens de val.")
    expect(status(page)).to_have_text(
        "Nog niet opgeslagen: geen verbinding. Uw tekst staat op dit apparaat.", timeout=PATIENCE
    )
    server.start()
    saved(page)
    expect(answer(page)).to_have_value("Voor de val. Tijdens de val.")
    assert drafts(server) == ["Voor de val. Tijdens de val."]


def test_text_survives_a_killed_server_and_a_closed_tab(
    context: BrowserContext, page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    server.kill()
    answer(page).press_sequentially(ENDING)
    page.close()
    server.start()
    again = context.new_page()
    again.goto(server.address + SCREEN)
    expect(answer(again)).to_have_value(ENDING, timeout=PATIENCE)
    eventually(lambda: drafts(server), [ENDING])
    eventually(lambda: kept_on_the_device(again), 0)


def test_text_survives_being_offline(context: BrowserContext, page: Page, server: RunningServer) -> None:
    introduce(page, server)
    context.set_offline(True)
    answer(page).press_sequentially("In de trein")
    expect(status(page)).to_contain_text("Nog niet opgeslagen: geen verbinding", timeout=PATIENCE)
    answer(page).press_sequentially(" verder geschreven")
    context.set_offline(False)
    saved(page)
    assert drafts(server) == ["In de trein verder geschreven"]


def test_text_survives_a_tab_that_is_closed_in_the_middle_of_a_word(
    context: BrowserContext, page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    answer(page).press_sequentially(ENDING)
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(server.address + SCREEN)
    expect(answer(again)).to_have_value(ENDING, timeout=PATIENCE)
    eventually(lambda: drafts(server), [ENDING])


def test_a_click_on_share_right_after_typing_shares_every_letter(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    answer(page, 1).press_sequentially("Ja, tot de laatste letter")
    part(page, 1).get_by_label("deels").check()
    part(page, 1).get_by_role("button", name="Delen").click()
    expect(part(page, 1).get_by_text("Herkend: deels")).to_be_visible(timeout=PATIENCE)
    expect(answer(page, 1)).to_have_value("")
    expect(part(page, 1).get_by_label("deels")).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('tev-gekozen:'))") == []
    assert shared(server) == ["Ja, tot de laatste letter"]
    assert drafts(server) == []
    answer(page, 1).press_sequentially("Nog een antwoord")
    answer(page, 1).press("Control+Enter")
    expect(part(page, 1).get_by_text("Nog een antwoord", exact=True)).to_be_visible(timeout=PATIENCE)
    eventually(lambda: shared(server), ["Ja, tot de laatste letter", "Nog een antwoord"])


def test_four_answers_are_typed_beside_each_other(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    for question in (1, 2, 3, 4):
        answer(page, question).press_sequentially(f"Antwoord op vraag {question}")
    part(page, 1).get_by_label("deels").check()
    part(page, 2).get_by_label("Wie mag dit lezen?").select_option("circle")
    part(page, 3).get_by_label("neutraal").check()
    part(page, 4).get_by_label("Toon mijn naam").check()
    page.reload()
    for question in (1, 2, 3, 4):
        expect(answer(page, question)).to_have_value(f"Antwoord op vraag {question}", timeout=PATIENCE)
    expect(part(page, 1).get_by_label("deels")).to_be_checked()
    expect(part(page, 2).get_by_label("Wie mag dit lezen?")).to_have_value("circle")
    expect(part(page, 3).get_by_label("neutraal")).to_be_checked()
    expect(part(page, 4).get_by_label("Toon mijn naam")).to_be_checked()
    eventually(lambda: sorted(drafts(server)), [f"Antwoord op vraag {question}" for question in (1, 2, 3, 4)])


def test_a_rerun_moves_neither_the_caret_nor_the_focus(page: Page, server: RunningServer) -> None:
    introduce(page, server)
    answer(page).press_sequentially("Voor achter")
    saved(page)
    for _ in range(7):
        answer(page).press("ArrowLeft")
    page.get_by_role("radio", name="Aantal").evaluate("radio => radio.click()")
    expect(page).to_have_url(re.compile("toon="), timeout=PATIENCE)
    page.wait_for_timeout(1500)
    page.keyboard.type(" midden")
    expect(answer(page)).to_have_value("Voor midden achter")


@pytest.mark.parametrize("choice", ["Verder met mijn tekst", "Neem de andere tekst"])
def test_two_windows_that_write_the_same_answer_show_both_texts(
    context: BrowserContext, page: Page, server: RunningServer, choice: str
) -> None:
    introduce(page, server)
    other = context.new_page()
    other.goto(server.address + SCREEN)
    answer(other)
    answer(page).press_sequentially("Van de laptop")
    saved(page)
    answer(other).press_sequentially("Van de telefoon")
    both = part(other, 2).get_by_role("heading", name="Deze tekst is intussen ook ergens anders gewijzigd")
    expect(both).to_be_visible(timeout=PATIENCE)
    expect(part(other, 2).locator("pre")).to_have_text(["Van de telefoon", "Van de laptop"])
    assert drafts(server) == ["Van de laptop"]
    part(other, 2).get_by_role("button", name=choice).click()
    left = "Van de telefoon" if choice == "Verder met mijn tekst" else "Van de laptop"
    expect(answer(other)).to_have_value(left)
    eventually(lambda: drafts(server), [left])
    expect(both).to_be_hidden()


def test_two_people_who_edit_the_same_contribution_lose_nothing(
    browser: Browser, browser_context_args: dict, page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    answer(page).press_sequentially("Zoals het was.")
    part(page, 2).get_by_role("button", name="Delen").click()
    expect_once(part(page, 2).get_by_role("button", name="Wijzigen"))
    colleague = browser.new_context(**browser_context_args).new_page()
    introduce(colleague, server, name="Bram")
    for who in (page, colleague):
        wait_until_complete(who)
        part(who, 2).get_by_role("button", name="Wijzigen").click()
        expect(part(who, 2).get_by_label("Uw antwoord").first).to_have_value("Zoals het was.", timeout=PATIENCE)
    part(page, 2).get_by_label("Uw antwoord").first.fill("Zoals wij het zien.")
    colleague.route("**/concept*", lambda route: route.abort())  # her words are saved only beside those of the other
    part(colleague, 2).get_by_label("Uw antwoord").first.fill("Zoals de school het ziet.")
    part(page, 2).get_by_role("button", name="Delen").first.click()
    expect(part(page, 2).get_by_text("Zoals wij het zien.", exact=True).first).to_be_visible(timeout=PATIENCE)
    part(colleague, 2).get_by_role("button", name="Delen").first.dispatch_event(
        "click"
    )  # before or after the news came
    expect(part(colleague, 2).get_by_text("Zoals wij het zien.").first).to_be_visible(timeout=PATIENCE)
    expect(part(colleague, 2).get_by_label("Uw antwoord").first).to_have_value("Zoals de school het ziet.")
    assert shared(server) == ["Zoals wij het zien."]
    assert drafts(server) == []
    colleague.unroute("**/concept*")
    eventually(lambda: drafts(server), ["Zoals de school het ziet."])
    expect(part(colleague, 2).get_by_text("Zoals wij het zien.").first).to_be_visible()  # both stay in sight


def test_who_is_writing_survives_a_killed_server_and_a_closed_browser(
    browser: Browser, browser_context_args: dict, page: Page, server: RunningServer
) -> None:
    introduce(page, server)
    kept = page.context.storage_state()
    page.context.close()
    server.restart()
    again = browser.new_context(**browser_context_args, storage_state=kept).new_page()
    again.goto(server.address + SCREEN)
    expect(again.get_by_text("U bent Anna (gemeente Almere, perspectief gemeente)")).to_be_visible(timeout=PATIENCE)


def test_an_empty_name_is_refused_keeping_what_was_filled_in(page: Page, server: RunningServer) -> None:
    page.goto(server.address + SCREEN)
    page.get_by_label("Organisatie").fill("gemeente Almere", timeout=PATIENCE)
    page.get_by_role("button", name="Dit ben ik").click()
    expect(page.get_by_role("alert").filter(has_text="Vul uw naam in")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label("Organisatie")).to_have_value("gemeente Almere")
