"""PostgreSQL with two roles: the server of a plain role, held by row-level security, does what people ask of it."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import postgresql
from tests.browser import test_importing, test_writing
from tests.browser.running_server import RunningServer
from tests.conftest import postgresql_template


@pytest.fixture
def plain_server(shared_room: Path, tmp_path: Path) -> Iterator[RunningServer]:
    """A server whose screens and imports use a role that owns nothing."""
    name = f"test-{uuid.uuid4().hex}"
    owner = postgresql.create(name, template=postgresql_template(shared_room, state="seeded"))
    server = RunningServer(postgresql.plain_url(owner), log=tmp_path / "server.log")
    server.start(DATABASE_OWNER_URL=owner.render_as_string(hide_password=False))
    yield server
    server.stop()
    postgresql.drop(name)


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
