"""A beheerder makes a copy, takes it along, something goes wrong, and the copy is put back while the server runs."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_models import database
from data_models.archive.reading import Archive
from data_models.database import make_engine
from data_models.tables import Norm
from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, say_who, wait_until_complete

PATIENCE = 60_000  # milliseconds, on a busy machine
SCREEN = "/beheer?gebied=GM0034&onderdeel=kopie"


@pytest.fixture
def copied(page: Page, server: RunningServer, tmp_path: Path) -> Path:
    """A copy that was made and fetched on the screen."""
    page.goto(server.address + SCREEN)
    say_who(page)
    page.get_by_role("button", name="Kopie maken").click(timeout=PATIENCE)
    expect(page.get_by_text(re.compile("De kopie is klaar"))).to_be_visible(timeout=PATIENCE)
    assert axe(page) == []
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("link", name="Ophalen").click()
    file = tmp_path / "mijn-kopie.zip"
    download.value.save_as(file)
    return file


def test_a_fetched_copy_is_uploaded_and_put_back_while_the_server_goes_on(
    page: Page, server: RunningServer, copied: Path
) -> None:
    assert Archive(copied).manifest.regions == ("Eigen regio", "Regio Rivierenrijk")
    engine = make_engine(server.database)
    with database.writing(engine) as session:
        for norm in session.query(Norm):
            norm.reason = "Dit is per ongeluk overal neergezet."

    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("input[type=file]").set_input_files(copied)
    expect(page.get_by_role("button", name="mijn-kopie.zip weghalen")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_role("button", name="Nakijken").click(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Wat staat erin?")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    assert axe(page) == []
    page.get_by_label(re.compile("Typ ‘terugzetten’")).fill("terugzetten")
    page.get_by_role("button", name="Alles terugzetten").click()
    expect(page.get_by_text(re.compile("is teruggezet"))).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(re.compile("Stand van vlak voor het terugzetten"))).to_be_visible()
    wait_until_complete(page)
    assert axe(page) == []
    with database.reading(engine) as session:
        assert not session.query(Norm).filter(Norm.reason.startswith("Dit is per ongeluk")).count()
    engine.dispose()
    page.goto(f"{server.address}/?gebied=GM0034")  # the server never stopped
    expect(page.get_by_role("heading", level=1)).to_contain_text("Staat van de jeugd", timeout=PATIENCE)
