"""PostgreSQL with two roles: the server of a plain role, held by row-level security, does what people ask of it."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import URL

from tests import postgresql
from tests.browser import test_importing, test_writing
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, wait_until_complete
from tests.browser.signing_in import PATIENCE, SignInServer, providing, sign_in, sign_out
from tests.browser.test_signing_in import FIELD, STORY, TEXT
from tests.conftest import postgresql_template


@pytest.fixture
def owner(shared_room: Path) -> Iterator[URL]:
    """A seeded database, as its owner opens it."""
    name = f"test-{uuid.uuid4().hex}"
    yield postgresql.create(name, template=postgresql_template(shared_room, state="seeded"))
    postgresql.drop(name)


@pytest.fixture
def plain_server(owner: URL, tmp_path: Path) -> Iterator[RunningServer]:
    """A server whose screens and imports use a role that owns nothing."""
    server = RunningServer(postgresql.plain_url(owner), log=tmp_path / "server.log")
    server.start(DATABASE_OWNER_URL=owner.render_as_string(hide_password=False))
    yield server
    server.stop()


@pytest.fixture
def plain_sign_in_server(owner: URL, tmp_path: Path) -> Iterator[SignInServer]:
    """The same, where people sign in."""
    with providing() as provider:
        server = SignInServer(postgresql.plain_url(owner), provider=provider, room=tmp_path)
        server.start(DATABASE_OWNER_URL=owner.render_as_string(hide_password=False))
        yield server
        server.stop()


def test_one_writes_shares_imports_and_undoes_behind_the_wall(
    page: Page, plain_server: RunningServer, tmp_path: Path
) -> None:
    test_writing.introduce(page, plain_server)
    test_writing.answer(page).fill("Meer ouders vragen zelf hulp.")
    test_writing.saved(page)
    test_writing.part(page, 2).get_by_role("button", name="Delen").click()
    expect(page.get_by_text("Meer ouders vragen zelf hulp.").first).to_be_visible(timeout=test_importing.PATIENCE)

    file = tmp_path / "almere-gewijzigd.csv"
    text = test_importing.ALMERE.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("7400", "7500"), encoding="utf-8")
    page.goto(plain_server.address + test_importing.SCREEN)
    test_importing.read(page, file)
    test_importing.heading(page, "Dit verandert er als u opslaat")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("1 gewijzigd")).to_be_visible(timeout=test_importing.PATIENCE)

    page.get_by_role("radio", name="Ingelezen").evaluate("radio => radio.click()")
    page.get_by_role("button", name="Laatste ongedaan maken").click(timeout=test_importing.PATIENCE)
    page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text(re.compile("Vorige waarde terug: 1"))).to_be_visible(timeout=test_importing.PATIENCE)


def test_one_signs_in_shares_an_answer_and_signs_out_behind_the_wall(
    page: Page, plain_sign_in_server: SignInServer
) -> None:
    place = plain_sign_in_server.address + STORY
    open_page(page, place)
    sign_in(page, "anna")
    wait_until_complete(page)
    page.get_by_label(FIELD).first.fill(TEXT, timeout=PATIENCE)
    expect(page.get_by_text(re.compile("^Opgeslagen .*versie 1"))).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Delen").first.click()
    expect(page.get_by_text("Gedeeld met de regio.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(TEXT, exact=True).first).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)

    sign_out(page, "anna")
    for somebody in (None, "wil"):  # a visitor, and a beleidsmedewerker of another region
        open_page(page, place)
        if somebody:
            sign_in(page, somebody)
            wait_until_complete(page)
        expect(page.get_by_text("7.400 van", exact=False).first).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text(TEXT)).to_have_count(0)
    sign_out(page, "wil")
    open_page(page, place)
    sign_in(page, "dina")
    expect(page.get_by_text(TEXT, exact=True).first).to_be_visible(timeout=PATIENCE)
