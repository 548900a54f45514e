"""People sign in at their own provider: two of two parties at work, and a sign-in that ended counts for nothing."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import Executable, delete, update

from data_models import database
from data_models.commands.sign_ins import FRESH
from data_models.tables import PersonRole, SignIn
from data_models.tables.declaration import now
from tests.browser.screen import axe, expect_once, open_more, open_page, wait_until_complete
from tests.browser.signing_in import PATIENCE, SignInServer, identity, sign_in, sign_out

STORY = "/cijfer?gebied=GM0034&indicator=jeugdzorg"
OF_THIS_TEST = "/cijfer?gebied=GM0303&indicator=jeugdzorg"  # test_inviting writes in GM0995, on the same server
NORMS = "/normen?gebied=GM0034&indicator=jeugdzorg"
FIELD = "Uw antwoord"
TEXT = "Wij zien dit ook op school."


@pytest.fixture
def contexts(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[list[BrowserContext]]:
    """Three browsers of three people."""
    made = [browser.new_context(**browser_context_args) for _ in range(3)]
    yield made
    for one in made:
        one.close()


def signed_in(context: BrowserContext, server: SignInServer, number: str, place: str = STORY) -> Page:
    page = context.new_page()
    open_page(page, server.address + place)
    sign_in(page, number)
    wait_until_complete(page)
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label(FIELD).first.fill(text, timeout=PATIENCE)


def in_database(server: SignInServer, *statements: Executable) -> None:
    engine = database.make_engine(server.database)
    with database.writing(engine) as session:
        for statement in statements:
            session.execute(statement)
    engine.dispose()


def test_two_people_of_two_parties_work_in_two_browsers(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    anna = signed_in(contexts[0], shared_sign_in_server, "anna", OF_THIS_TEST)
    bram = signed_in(contexts[1], shared_sign_in_server, "bram", OF_THIS_TEST)
    expect(bram.get_by_text("U bent Bram de Wit (SWV Passend Onderwijs, perspectief onderwijs)")).to_be_visible()
    write(bram, TEXT)
    bram.get_by_role("button", name="Delen").first.click()
    expect(bram.get_by_text("Gedeeld met de regio.")).to_be_visible(timeout=PATIENCE)
    expect_once(anna.get_by_text(TEXT))
    expect_once(anna.get_by_text("SWV Passend Onderwijs · onderwijs"))
    expect_once(bram.get_by_role("button", name="Wijzigen"))
    expect(anna.get_by_role("button", name="Wijzigen")).to_have_count(0)
    assert axe(anna) == []

    elsewhere = signed_in(contexts[2], shared_sign_in_server, "wil", OF_THIS_TEST)
    expect(elsewhere.get_by_text("Nog geen antwoord.").first).to_be_visible()
    expect(elsewhere.get_by_text(TEXT)).to_have_count(0)


def test_a_copied_cookie_signs_nobody_in_after_logging_out_nor_writes_a_draft(
    contexts: list[BrowserContext], sign_in_server: SignInServer
) -> None:
    anna = signed_in(contexts[0], sign_in_server, "anna")
    other_tab = contexts[0].new_page()
    open_page(other_tab, sign_in_server.address + STORY)
    expect(identity(other_tab, "anna")).to_be_visible()
    kept = [one for one in contexts[0].cookies() if one["name"].startswith("_streamlit_user")]
    assert kept
    with anna.expect_request("**/concept") as asked:
        write(anna, "Dit mag.")
    token = asked.value.headers["x-concept-token"]
    expect(anna.get_by_text(re.compile("^Opgeslagen .*versie 1"))).to_be_visible(timeout=PATIENCE)
    sign_out(anna, "anna")

    contexts[1].add_cookies(
        [SetCookieParam(name=one["name"], value=one["value"], url=sign_in_server.address) for one in kept]
    )
    copied = contexts[1].new_page()
    open_page(copied, sign_in_server.address + STORY)
    expect(copied.get_by_text("U bent afgemeld, of te lang geleden aangemeld.", exact=False)).to_be_visible()
    expect(identity(copied, "anna")).to_have_count(0)
    expect(copied.get_by_label(FIELD)).to_have_count(0)
    sent = {"text": "Dit niet.", "seen_version": 1, "base_version": 0, "follows": []}
    answer = copied.request.put(
        f"{sign_in_server.address}/concept", data=json.dumps(sent), headers={"x-concept-token": token}
    )
    assert (answer.status, answer.json()["problem"]) == (401, "signed_out")
    assert copied.request.get(f"{sign_in_server.address}/concept", headers={"x-concept-token": token}).status == 401

    other_tab.get_by_label(FIELD).first.fill("In het andere tabblad.")
    expect(other_tab.get_by_text(re.compile("u bent afgemeld. Uw tekst staat op dit apparaat")).first).to_be_visible(
        timeout=PATIENCE
    )
    other_tab.get_by_role("link", name="Overzicht").click()
    expect(other_tab.get_by_role("button", name="Aanmelden", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(identity(other_tab, "anna")).to_have_count(0)
    open_page(other_tab, sign_in_server.address + STORY)
    sign_in(other_tab, "anna")
    expect(other_tab.get_by_label(FIELD).first).to_have_value("In het andere tabblad.", timeout=PATIENCE)


def test_a_cookie_whose_row_is_gone_cannot_make_a_new_one(
    contexts: list[BrowserContext], sign_in_server: SignInServer
) -> None:
    anna = signed_in(contexts[0], sign_in_server, "anna")
    in_database(sign_in_server, update(SignIn).values(ended_at=now()))
    open_page(anna, sign_in_server.address + STORY)
    expect(identity(anna, "anna")).to_have_count(0)
    sign_in(anna, "anna")
    in_database(sign_in_server, update(SignIn).values(expires_at=now() - timedelta(seconds=1)))
    open_page(anna, sign_in_server.address + STORY)
    expect(identity(anna, "anna")).to_have_count(0)
    in_database(sign_in_server, delete(SignIn))
    open_page(anna, sign_in_server.address + STORY)
    expect(identity(anna, "anna")).to_be_visible()  # of now: the provider said so less than ten minutes ago
    assert timedelta(minutes=10) == FRESH


def test_a_role_that_ended_while_the_page_is_open_cannot_write_and_the_text_is_kept(
    contexts: list[BrowserContext], sign_in_server: SignInServer
) -> None:
    anna = signed_in(contexts[0], sign_in_server, "anna")
    write(anna, TEXT)
    expect(anna.get_by_text(re.compile("^Opgeslagen .*versie 1"))).to_be_visible(timeout=PATIENCE)
    norms = contexts[0].new_page()
    open_page(norms, sign_in_server.address + NORMS)
    norms.get_by_label("Norm (%)").fill("9,5")
    norms.get_by_label("Waarom deze richting?").fill("Minder is hier beter.")
    norms.get_by_label("Waarom deze norm?").fill("Omdat het elders lukt.")
    norms.get_by_label("Afgesproken door").fill("OOGO")
    norms.get_by_label("Afgesproken door").blur()
    wait_until_complete(norms)
    in_database(sign_in_server, update(PersonRole).values(valid_until=now() - timedelta(minutes=1)))

    norms.get_by_role("button", name="Norm opslaan").click()
    expect(norms.get_by_text(re.compile("Uw rol is intussen gewijzigd of verlopen"))).to_be_visible(timeout=PATIENCE)
    expect(norms.get_by_text("Omdat het elders lukt.", exact=False).first).to_be_visible()
    expect(norms.get_by_role("button", name="Norm opslaan")).to_have_count(0)
    anna.get_by_role("button", name="Delen").first.click()
    expect(anna.get_by_text(re.compile("Uw rol is intussen|hebt nog geen rol")).first).to_be_visible(timeout=PATIENCE)
    in_database(sign_in_server, update(PersonRole).values(valid_until=None))
    norms.get_by_role("link", name="Ambities en normen").click()
    expect(norms.get_by_label("Waarom deze norm?")).to_have_value("Omdat het elders lukt.", timeout=PATIENCE)
    open_page(anna, sign_in_server.address + STORY)
    expect(anna.get_by_label(FIELD).first).to_have_value(TEXT, timeout=PATIENCE)


def test_a_deep_link_is_where_one_comes_back_and_the_menu_fits_the_role(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    place = "/cijfer?gebied=GM0995&indicator=jeugdzorg&toon=aantal"
    els = signed_in(contexts[0], shared_sign_in_server, "els", place)
    assert "gebied=GM0995" in els.evaluate("location.href")
    assert "toon=aantal" in els.evaluate("location.href")
    assert els.evaluate("location.pathname") == "/cijfer"
    expect(els.get_by_text("Uw rol mag hier lezen, maar niet schrijven.").first).to_be_visible()
    open_more(els)
    expect(els.get_by_role("link", name="Gegevens")).to_be_visible()
    expect(els.get_by_role("link", name="Beheer")).to_have_count(0)
    bea = signed_in(contexts[1], shared_sign_in_server, "bea", "/beheer?onderdeel=aanmelden")
    open_more(bea)
    expect(bea.get_by_role("link", name="Beheer")).to_be_visible()
    expect(bea.get_by_text("realm_access.roles").first).to_be_visible()
    assert axe(bea) == []


def test_a_download_link_gives_something_in_the_browser_of_who_signed_in_only(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    bea = signed_in(contexts[0], shared_sign_in_server, "bea", "/beheer?onderdeel=logboek")
    link = bea.get_by_role("link", name="Download dit als bestand")
    with bea.expect_download(timeout=PATIENCE) as download:
        link.click()
    assert "Bea Baas" in download.value.path().read_text(encoding="utf-8-sig")
    address = str(link.get_attribute("href"))
    address = address if address.startswith("http") else shared_sign_in_server.address + address
    assert contexts[0].request.get(address).status == 200
    assert contexts[1].request.get(address).status == 403
    signed_in(contexts[1], shared_sign_in_server, "anna")
    assert contexts[1].request.get(address).status == 403


def test_who_has_no_role_reads_so_and_sees_what_a_visitor_sees(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    noor = signed_in(contexts[0], shared_sign_in_server, "niemand")
    expect(noor.get_by_text("maar hebt nog geen rol in een regio", exact=False)).to_be_visible()
    expect(noor.get_by_label(FIELD)).to_have_count(0)
    expect(noor.get_by_text("7.400 van", exact=False).first).to_be_visible()


def test_who_has_roles_in_two_regions_chooses_one_and_keeps_it_on_every_page(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    page = signed_in(contexts[0], shared_sign_in_server, "twee")
    expect(page.get_by_role("button", name="Tweeka Nijhof · Regio Flevoland")).to_be_visible()
    expect(page.get_by_label(FIELD).first).to_be_visible()
    identity(page, "twee").click()
    page.get_by_role("combobox", name=re.compile("Aan het werk in")).click()
    page.get_by_role("option", name="Regio Twente").click()
    expect(page.get_by_role("button", name="Tweeka Nijhof · Regio Twente")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label(FIELD)).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Ambities en normen").click()
    expect(page.get_by_text("Uw rol mag normen lezen, maar niet wijzigen.")).to_be_visible(timeout=PATIENCE)
    assert "regio=twente" in page.evaluate("location.href")


def test_signing_out_everywhere_signs_out_the_other_browser_too(
    contexts: list[BrowserContext], shared_sign_in_server: SignInServer
) -> None:
    here, there = (signed_in(context, shared_sign_in_server, "anna") for context in contexts[:2])
    here.evaluate(  # what was typed in a form and not stored: dashboard/typed_words.js
        """() => localStorage.setItem('tev-getypt:[1,"","",""]',
            JSON.stringify({ who: 1, form: "", round: "", field: "", text: "getypt", at: Date.now() }))"""
    )
    sign_out(here, "anna", everywhere=True)
    assert here.evaluate("Object.keys(localStorage).filter(key => key.startsWith('tev-getypt:'))") == []
    there.get_by_role("link", name="Overzicht").click()
    expect(there.get_by_role("button", name="Aanmelden", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(identity(there, "anna")).to_have_count(0)


def test_refusing_at_the_provider_comes_back_with_a_sentence(page: Page, shared_sign_in_server: SignInServer) -> None:
    open_page(page, shared_sign_in_server.address + STORY)
    page.get_by_role("button", name="Aanmelden", exact=True).first.click()
    page.get_by_role("button", name="Deny").click(timeout=PATIENCE)
    expect(page.get_by_text("Aanmelden is niet gelukt", exact=False)).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("location.pathname") == "/cijfer"


def test_a_provider_that_is_away_is_said_in_dutch_with_the_way_back(page: Page, sign_in_server: SignInServer) -> None:
    open_page(page, sign_in_server.address + STORY)
    sign_in_server.provider.shutdown()
    page.get_by_role("button", name="Aanmelden", exact=True).first.click()
    expect(page.get_by_role("heading", name="Aanmelden lukt nu niet")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Terug naar waar u was").click()
    expect(page.get_by_role("heading", name="Het verhaal achter de cijfers")).to_be_visible(timeout=PATIENCE)


def test_the_local_way_of_saying_who_one_is_is_closed(page: Page, shared_sign_in_server: SignInServer) -> None:
    said = {"name": "Indringer", "organisation": "Buiten", "perspective": "overig"}
    answer = page.request.post(f"{shared_sign_in_server.address}/wie", data=json.dumps(said))
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
