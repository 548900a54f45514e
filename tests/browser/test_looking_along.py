"""Looking along: what is on the beamer stands within three seconds on the telephones of who follows."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, SIZES, axe, open_page, say_who, wait_until_complete
from tests.browser.signing_in import SignInServer, sign_in

WITHIN = 3_000  # milliseconds from what is on the beamer to what is on the telephone
FIGURE = "cijfer?gebied=GM0034&indicator=jeugdzorg"


def lead(page: Page, server: RunningServer) -> str:
    """Say who one is, let others look along, and answer the code."""
    open_page(page, f"{server.address}/{FIGURE}")
    say_who(page, organisation="gemeente Almere")
    return let_look_along(page)


def let_look_along(page: Page) -> str:
    """Let others look along with this screen, and answer the code."""
    wait_until_complete(page)
    page.get_by_role("button", name="Laat anderen op hun telefoon meekijken").click()
    line = page.get_by_text("Anderen kunnen meekijken met code")
    expect(line).to_be_visible(timeout=PATIENCE)
    found = re.search(r"code (\w{3}) (\w{3})", line.inner_text())
    assert found is not None
    wait_until_complete(page)
    return found.group(1) + found.group(2)


def place(page: Page) -> str:
    """The page and the area of an address."""
    area = re.search(r"gebied=(\w+)", page.url)
    return f"{page.url.partition('?')[0].rpartition('/')[2]} {area.group(1) if area else ''}"


AREAS = {"GM0034": "Almere", "GM0995": "Lelystad"}


def follows_to(telephone: Page, *, path: str, area: str) -> None:
    """The telephone stands there, in time, and shows that area."""
    telephone.wait_for_url(re.compile(f"/{path}\\?.*gebied={area}"), timeout=WITHIN)
    expect(telephone.get_by_role("combobox", name="Gebied", exact=True)).to_have_value(AREAS[area], timeout=WITHIN)


def choose_area(page: Page, name: str) -> None:
    """Choose another area at the top of the screen, and wait until it stands there."""
    box = page.get_by_role("combobox", name="Gebied", exact=True)
    box.click()
    box.fill(name)
    page.get_by_role("option", name=name, exact=True).first.click()
    wait_until_complete(page)


@pytest.fixture
def telephone(browser: Browser, browser_context_args: dict) -> Page:
    """The telephone of somebody at the table, who said nothing about themselves."""
    return browser.new_context(**{**browser_context_args, "viewport": {"width": 390, "height": 844}}).new_page()


def test_a_telephone_goes_where_the_beamer_goes_and_on_its_own_and_back(
    page: Page, telephone: Page, server: RunningServer
) -> None:
    code = lead(page, server)
    telephone.goto(f"{server.address}/meekijken?code={code}")
    expect(telephone.get_by_text("U kijkt mee met het scherm van gemeente Almere.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(telephone)
    assert place(telephone) == "cijfer GM0034"
    choose_area(page, "Lelystad")
    follows_to(telephone, path="cijfer", area="GM0995")
    wait_until_complete(telephone)
    page.get_by_role("link", name="Vergelijken").click()
    page.wait_for_url(re.compile("/vergelijken"))
    wait_until_complete(page)
    follows_to(telephone, path="vergelijken", area="GM0995")

    wait_until_complete(telephone)
    telephone.get_by_role("button", name="Zelf verder kijken").click()
    again = telephone.get_by_role("button", name="Weer meekijken")
    expect(again).to_be_visible(timeout=PATIENCE)
    choose_area(page, "Almere")
    wait_until_complete(telephone)
    assert place(telephone) == "vergelijken GM0995"
    again.click()
    follows_to(telephone, path="vergelijken", area="GM0034")

    wait_until_complete(telephone)
    telephone.reload()  # a telephone that slept
    expect(telephone.get_by_text("U kijkt mee met het scherm van")).to_be_visible(timeout=PATIENCE)
    page.reload()  # and a laptop too
    wait_until_complete(page)
    page.get_by_text("Anderen kunnen meekijken met code").click()
    wait_until_complete(page)
    page.get_by_role("button", name="Stop met laten meekijken").click()
    expect(telephone.get_by_text("Het meekijken is gestopt.")).to_be_visible(timeout=PATIENCE)
    assert "meekijken=" not in telephone.url


def test_who_chooses_something_looks_by_themselves(page: Page, telephone: Page, server: RunningServer) -> None:
    code = lead(page, server)
    open_page(telephone, f"{server.address}/meekijken")
    telephone.get_by_label("Code van het grote scherm").fill(f"{code[:3]} {code[3:]}".lower())
    telephone.get_by_role("button", name="Kijk mee").click()
    expect(telephone.get_by_text("U kijkt mee met het scherm van")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(telephone)
    choose_area(telephone, "Dronten")
    expect(telephone.get_by_text("U kijkt nu zelf verder")).to_be_visible(timeout=PATIENCE)
    choose_area(page, "Lelystad")
    wait_until_complete(telephone)
    assert place(telephone) == "cijfer GM0303"


def test_what_is_being_typed_stays_until_its_writer_follows(page: Page, telephone: Page, server: RunningServer) -> None:
    code = lead(page, server)
    open_page(telephone, f"{server.address}/{FIGURE}")
    say_who(telephone, name="Bram", organisation="Stichting Spel")
    telephone.goto(f"{server.address}/meekijken?code={code}")
    expect(telephone.get_by_text("U kijkt mee met het scherm van")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(telephone)
    field = telephone.get_by_label("Uw antwoord").nth(1)
    field.press_sequentially("Wij zien dat ouders langer wachten")
    choose_area(page, "Lelystad")
    offered = telephone.get_by_role("button", name="Volg het scherm")
    expect(offered).to_be_visible(timeout=WITHIN)
    expect(field).to_have_value("Wij zien dat ouders langer wachten")
    assert place(telephone) == "cijfer GM0034"
    offered.click()
    follows_to(telephone, path="cijfer", area="GM0995")


def test_where_people_sign_in_a_code_shows_the_screen_and_nothing_that_takes_signing_in(
    page: Page, telephone: Page, shared_sign_in_server: SignInServer
) -> None:
    open_page(page, f"{shared_sign_in_server.address}/{FIGURE}")
    sign_in(page, "anna")
    told = "Alleen voor wie is aangemeld."
    page.get_by_label("Uw antwoord").nth(1).fill(told)
    page.locator(".st-key-vraag-2").get_by_role("button", name="Delen").click()
    expect(page.get_by_text(told, exact=True)).to_be_visible(timeout=PATIENCE)
    code = let_look_along(page)
    telephone.goto(f"{shared_sign_in_server.address}/meekijken?code={code}")
    expect(telephone.get_by_text("U kijkt mee met het scherm van Gemeente Almere.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(telephone)
    assert place(telephone) == "cijfer GM0034"
    expect(telephone.get_by_text("7.400 van 63.248")).to_be_visible()
    expect(telephone.get_by_text(told)).to_have_count(0)
    choose_area(page, "Lelystad")
    follows_to(telephone, path="cijfer", area="GM0995")


def test_a_code_that_is_none_is_said_in_words(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.address}/meekijken")
    for typed, sentence in (("BCD FGH", "Met deze code kijkt nu niemand mee."), ("abc", "zes letters en cijfers")):
        page.get_by_label("Code van het grote scherm").fill(typed)
        page.get_by_role("button", name="Kijk mee").click()
        expect(page.get_by_text(sentence)).to_be_visible(timeout=PATIENCE)


def test_leading_and_following_have_no_violations_that_axe_can_find_however_wide_the_window_is(
    page: Page, telephone: Page, server: RunningServer
) -> None:
    code = lead(page, server)
    expect(page.get_by_role("img", name="QR-code met het adres om mee te kijken")).to_be_visible()
    telephone.goto(f"{server.address}/meekijken?code={code}")
    expect(telephone.get_by_role("button", name="Zelf verder kijken")).to_be_visible(timeout=PATIENCE)
    for width, height in SIZES.items():
        for screen in (page, telephone):
            screen.set_viewport_size({"width": width, "height": height})
            wait_until_complete(screen)
            assert axe(screen) == []
            assert screen.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= width
