"""No typed word is lost in any form: a reload, a server that is killed, a closed tab, no network, another page."""

from contextlib import suppress

from playwright.sync_api import BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLateError

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete

AGENDA = "gegevens?gebied=GM0034&onderdeel=agenda"
BACK = "Teruggezet: wat u invulde en nog niet had bewaard."


def _type(field: Locator, words: str) -> None:
    """Key by key, and without leaving the field: Streamlit hears nothing of it."""
    field.click()
    field.press("End")
    field.press_sequentially(words)


def _list(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name)


def _choose(page: Page, name: str, option: str) -> None:
    """From a list that folds out; the screen has followed."""
    wait_until_complete(page)
    if _list(page, name).input_value() == option:
        return  # a list does not fold out for what stands in it already
    offered = page.get_by_role("option", name=option).first
    for _ in range(5):  # a page that still moves closes a list
        _list(page, name).fill(option)
        with suppress(TooLateError):
            offered.wait_for(timeout=3_000)
            break
    expect(offered).to_be_visible(timeout=1)  # what is not offered is not chosen
    _list(page, name).press("Enter")
    wait_until_complete(page)


def _reason(page: Page) -> Locator:
    return page.locator(".st-key-smal-agenda").get_by_label("Waarom willen we dat weten?")


def test_words_survive_a_reload_a_kill_a_closed_tab_and_another_page_until_they_are_stored(
    context: BrowserContext, server: RunningServer
) -> None:
    page = context.new_page()
    open_page(page, f"{server.address}/{AGENDA}")
    say_who(page)
    wait_until_complete(page)
    _type(_reason(page), "Omdat wachten lang duurt")
    page.reload()
    expect(_reason(page)).to_have_value("Omdat wachten lang duurt", timeout=PATIENCE)
    expect(page.get_by_text(BACK)).to_be_visible()
    assert axe(page) == []
    _type(_reason(page), " en niemand het telt")
    server.kill()
    lost = page.get_by_role("dialog")
    expect(lost.get_by_text("Geen verbinding")).to_be_visible()
    expect(lost.get_by_text("Wat u typte staat nog op dit apparaat", exact=False)).to_be_visible()
    assert "Streamlit" not in lost.inner_text()
    page.close()
    server.start()
    page = context.new_page()
    open_page(page, f"{server.address}/normen?gebied=GM0034&indicator=jeugdzorg")
    waiting = page.get_by_text("Nog niet bewaarde tekst (1)")
    waiting.click()
    expect(page.get_by_text("Omdat wachten lang duurt en niemand het telt")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Naar Gegevens").click()
    expect(_reason(page)).to_have_value("Omdat wachten lang duurt en niemand het telt", timeout=PATIENCE)
    context.set_offline(True)
    _type(_reason(page), ", nergens")
    context.set_offline(False)
    page.reload()
    expect(_reason(page)).to_have_value("Omdat wachten lang duurt en niemand het telt, nergens", timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_label("Wat willen we weten?").first.fill("Hoe lang wacht een kind op hulp?")
    page.get_by_label("Wat willen we weten?").first.press("Tab")
    wait_until_complete(page)
    page.get_by_role("button", name="Op de agenda zetten").click()
    expect(page.get_by_text("Het staat op de agenda. U vindt het hierboven.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)  # the device forgets what was stored when the whole screen stands
    page.reload()
    wait_until_complete(page)
    expect(_reason(page)).to_have_value("")
    expect(page.get_by_text(BACK)).to_have_count(0)
    expect(waiting).to_have_count(0)


def test_what_is_chosen_is_chosen_again_of_every_kind(page: Page, server: RunningServer) -> None:
    def begin(what: str) -> None:
        wait_until_complete(page)
        page.get_by_role("button", name="Aanpassen").first.click(timeout=PATIENCE)
        _choose(page, "Wat wilt u doen?", what)

    open_page(page, f"{server.address}/inspanningen?gebied=VG0001")
    say_who(page)
    begin("Activiteit toevoegen")
    _choose(page, "Voor welke doelen?", "Voorbeeld: ouders zitten")
    page.keyboard.press("Escape")
    _type(page.get_by_label("Wat gaan we doen?"), "Samen eten")
    page.reload()
    begin("Activiteit toevoegen")
    expect(page.get_by_label("Wat gaan we doen?")).to_have_value("Samen eten", timeout=PATIENCE)
    goals = page.get_by_test_id("stMultiSelect").get_by_role("group").locator("[data-tag]:visible")
    expect(goals).to_have_count(2, timeout=PATIENCE)
    _choose(page, "Wat wilt u doen?", "Output of outcome toevoegen")
    page.get_by_text("outcome: wat het kind ervan merkt").click()
    wait_until_complete(page)
    page.get_by_text("Ik tel kinderen").click()
    wait_until_complete(page)
    _type(page.get_by_label("Wat levert het op?"), "Kinderen eten mee")
    page.reload()
    begin("Output of outcome toevoegen")
    expect(page.get_by_label("Wat levert het op?")).to_have_value("Kinderen eten mee", timeout=PATIENCE)
    expect(page.get_by_role("radio", name="outcome: wat het kind ervan merkt")).to_be_checked(timeout=PATIENCE)
    expect(page.get_by_role("checkbox", name="Ik tel kinderen")).not_to_be_checked(timeout=PATIENCE)
    page.get_by_role("button", name="Weg ermee").click()
    expect(page.get_by_role("radio", name="output: wat er gedaan is")).to_be_checked(timeout=PATIENCE)
    expect(page.get_by_label("Wat levert het op?")).to_have_value("")


def test_both_texts_are_shown_when_something_else_stands_now_and_nothing_stays_for_somebody_else(
    page: Page, server: RunningServer
) -> None:
    open_page(page, f"{server.address}/{AGENDA}")
    say_who(page)
    wait_until_complete(page)
    page.get_by_label("Wat willen we weten?").fill("Hoe lang wacht men?")
    _reason(page).fill("Ouders vragen het")
    _reason(page).press("Tab")
    wait_until_complete(page)
    page.get_by_role("button", name="Op de agenda zetten").click()
    item = page.locator('[class*="st-key-smal-agenda-"]')
    page.get_by_role("button", name="Wijzigen").click(timeout=PATIENCE)
    wait_until_complete(page)
    _choose(page, "Stand", "wordt nu gemeten")
    _type(item.get_by_label("Waarom willen we dat weten?"), ", scholen ook")
    page.reload()
    page.get_by_text("Nog niet bewaarde tekst (1)").click(timeout=PATIENCE)
    page.evaluate(  # as if a colleague changed it meanwhile: what stood when the typing began is something else
        """() => { for (const [key, value] of Object.entries(localStorage)) if (key.includes("Waarom"))
            localStorage.setItem(key, JSON.stringify({...JSON.parse(value), base: "Iets anders"})); }"""
    )
    page.get_by_role("button", name="Verder schrijven").click()
    expect(page.get_by_text("Niets is vervangen.")).to_be_visible(timeout=PATIENCE)
    expect(_list(page, "Stand")).to_have_value("wordt nu gemeten", timeout=PATIENCE)  # nobody changed that
    expect(page.get_by_text(BACK)).to_be_visible()
    expect(item.get_by_label("Waarom willen we dat weten?")).to_have_value("Ouders vragen het")
    assert axe(page) == []
    page.get_by_role("button", name="Mijn tekst terugzetten").click()
    expect(item.get_by_label("Waarom willen we dat weten?")).to_have_value("Ouders vragen het, scholen ook")
    wait_until_complete(page)
    page.get_by_role("link", name="Ambities en normen").click()
    wait_until_complete(page)
    expect(page.get_by_text("Nog niet bewaarde tekst (1)")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Ik ben iemand anders").first.click()
    expect(page.get_by_label("Naam", exact=True)).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('tev-getypt:'))") == []
