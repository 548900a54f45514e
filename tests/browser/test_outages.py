"""The database goes away and comes back, or the disk is full for a while: people read it in Dutch and lose nothing."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import URL, create_engine, func, select

from data_models.tables import AuditLine, Contribution, ContributionVersion, ImportBatch, Norm, NormVersion
from tests.browser.own_postgresql import own_postgresql
from tests.browser.running_server import RunningServer
from tests.browser.screen import wait_until_complete
from tests.browser.test_importing import ALMERE
from tests.browser.test_writing import PATIENCE, SAVED, answer, introduce, part, status
from tests.conftest import sqlite_template
from tests.length import rounds
from tests.small_disk import fill_up, small_disk

GONE_FOR = rounds(6, full=60)  # seconds
NORMS = "/normen?gebied=GM0034&indicator=jeugdzorg"
DATA = "/gegevens?gebied=GM0034"
AWAY = "De gegevens zijn nu niet te bereiken."
FULL = "De schijf van de server is vol."
NOT_DUTCH = re.compile(r"Traceback|[Ee]rror|Exception|sqlalchemy|psycopg|sqlite|Connection|Oh no|Please", re.ASCII)
ROOM = 24  # megabytes of a small disk: the seeded database, its log and some more
Counts = tuple[int, ...]


class Room(Protocol):
    """What the server stores in, that can be taken away for a while."""

    server: RunningServer

    def take(self) -> None:
        """From now on nothing can be stored."""

    def give_back(self) -> None:
        """As it was."""


class _Server:
    """A PostgreSQL server that is stopped as a power failure does."""

    def __init__(self, server: RunningServer, own: Any) -> None:  # noqa: ANN401  # of a library without types
        self.server = server
        self.take, self.give_back = own.stop, own.start


class _File:
    """A SQLite file, with what belongs to it, that is elsewhere for a while."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self._file = Path(str(server.database.database))

    def _parts(self, directory: Path) -> Iterator[Path]:
        yield from (directory / f"{self._file.name}{ending}" for ending in ("", "-wal", "-shm"))

    def _move(self, here: Path, there: Path) -> None:
        there.mkdir(exist_ok=True)
        for one, other in zip(self._parts(here), self._parts(there), strict=True):
            if one.exists():
                one.rename(other)

    def take(self) -> None:
        self._move(self._file.parent, self._file.parent / "elders")

    def give_back(self) -> None:
        self._move(self._file.parent / "elders", self._file.parent)


def counts(database: URL) -> Counts:
    """Rows that belong to each other: contributions, norms and their versions, imports, and lines of the audit."""
    engine = create_engine(database)
    with engine.connect() as connection:
        found = tuple(
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (Contribution, ContributionVersion, Norm, NormVersion, ImportBatch, AuditLine)
        )
    engine.dispose()
    return found


def in_dutch(page: Page) -> None:
    """Nothing on the screen is of a machine, and something is on it."""
    said = page.locator("body").inner_text()
    assert said.strip()
    assert not NOT_DUTCH.search(said), said
    assert page.locator('[data-testid="stException"]').count() == 0


def fill_norm(page: Page, server: RunningServer) -> None:
    page.goto(server.address + NORMS)
    for label, text in (
        ("Norm (%)", "10,5"),
        ("Te bereiken in (jaar)", "2030"),
        ("Waarom deze richting?", "Minder is hier beter."),
        ("Waarom deze norm?", "Eerder en lichter helpen."),
        ("Afgesproken door", "OOGO van 12 maart 2026"),
    ):
        field = page.get_by_label(label, exact=True)
        field.fill(text, timeout=PATIENCE)
        field.press("Tab")


def save_norm(page: Page) -> None:
    page.get_by_role("button", name="Norm opslaan").click(timeout=PATIENCE)


def choose_file(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(ALMERE, timeout=PATIENCE)
    expect(page.get_by_text(ALMERE.name, exact=True)).to_be_visible(timeout=PATIENCE)


@pytest.fixture(params=["postgresql", "sqlite"][: rounds(1, full=2)])
def room(request: pytest.FixtureRequest, shared_room: Path, tmp_path: Path) -> Iterator[Room]:
    """A server that stores in something that can be taken away."""
    if request.param == "sqlite":
        shutil.copyfile(sqlite_template(shared_room, state="seeded"), tmp_path / "x.sqlite")
        server = RunningServer(URL.create("sqlite", database=str(tmp_path / "x.sqlite")), log=tmp_path / "log")
        server.start()
        yield _File(server)
        server.stop()
    else:
        with own_postgresql() as own:
            server = RunningServer(own.url, log=tmp_path / "log")
            server.start()
            yield _Server(server, own)
            server.stop()


def test_while_the_database_is_gone_everybody_reads_so_and_afterwards_everything_goes_on(
    browser: Browser, browser_context_args: dict[str, Any], room: Room
) -> None:
    server = room.server
    context = browser.new_context(**browser_context_args)
    writer, officer, importer = (context.new_page() for _ in range(3))
    introduce(writer, server)
    answer(writer).press_sequentially("Voor de val.")
    expect(status(writer)).to_have_text(SAVED, timeout=PATIENCE)
    fill_norm(officer, server)
    importer.goto(server.address + DATA)
    choose_file(importer)
    for page in (writer, officer, importer):
        wait_until_complete(page)
    before = counts(server.database)

    room.take()
    gone = time.monotonic()
    answer(writer).press_sequentially(" Tijdens de val.")
    save_norm(officer)
    importer.get_by_role("button", name="Lezen en nakijken").click()
    expect(status(writer)).to_have_text(
        "Nog niet opgeslagen: de database antwoordt niet. Uw tekst staat op dit apparaat.", timeout=PATIENCE
    )
    expect(writer.get_by_text("dit scherm kijkt vanzelf opnieuw")).to_be_visible(timeout=PATIENCE)
    for page in (officer, importer):
        expect(page.get_by_text(AWAY)).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("button", name="Opnieuw proberen")).to_be_visible(timeout=PATIENCE)
    for page in (writer, officer, importer):
        in_dutch(page)
    time.sleep(max(0.0, GONE_FOR - (time.monotonic() - gone)))
    room.give_back()

    expect(status(writer)).to_have_text(SAVED, timeout=PATIENCE)
    expect(writer.get_by_text("dit scherm kijkt vanzelf opnieuw")).to_be_hidden(timeout=PATIENCE)
    expect(answer(writer)).to_have_value("Voor de val. Tijdens de val.")
    expect(officer.get_by_label("Norm (%)", exact=True)).to_have_value("10,5", timeout=PATIENCE)
    expect(officer.get_by_label("Waarom deze norm?")).to_have_value("Eerder en lichter helpen.")
    expect(importer.get_by_role("button", name="Lezen en nakijken")).to_be_visible(timeout=PATIENCE)
    assert counts(server.database) == before

    part(writer, 2).get_by_role("button", name="Delen").click()
    expect(part(writer, 2).locator(".stHtml:has(.stem-van)")).to_contain_text("Tijdens", timeout=PATIENCE)
    save_norm(officer)
    expect(officer.get_by_text("De norm is opgeslagen")).to_be_visible(timeout=PATIENCE)
    choose_file(importer)
    importer.get_by_role("button", name="Lezen en nakijken").click()
    expect(importer.get_by_role("heading", name=re.compile("Dit verandert er|Er is niets veranderd"))).to_be_visible(
        timeout=PATIENCE
    )
    for page in (writer, officer, importer):
        in_dutch(page)
    contributions, versions, norms, norm_versions, imports, lines = counts(server.database)
    assert (contributions - before[0], versions - before[1]) == (1, 1)
    assert (norms - before[2], norm_versions - before[3]) == (1, 1)
    assert (imports, lines) == (before[4], before[5] + 2)
    context.close()


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of a few megabytes; who may not make one runs `tests/pages/test_outages.py` only."""
    with small_disk(megabytes=ROOM) as made:
        yield made


def test_while_the_disk_is_full_everybody_reads_so_and_with_room_again_everything_goes_on(
    browser: Browser, browser_context_args: dict[str, Any], shared_room: Path, disk: Path, tmp_path: Path
) -> None:
    shutil.copyfile(sqlite_template(shared_room, state="seeded"), disk / "x.sqlite")
    server = RunningServer(URL.create("sqlite", database=str(disk / "x.sqlite")), log=tmp_path / "log")
    server.start(IMPORT_ROOM=str(disk / "imports"))
    context = browser.new_context(**browser_context_args)
    writer, officer, importer = (context.new_page() for _ in range(3))
    introduce(writer, server)
    answer(writer).press_sequentially("Voor.")
    expect(status(writer)).to_have_text(SAVED, timeout=PATIENCE)
    fill_norm(officer, server)
    importer.goto(server.address + DATA)
    choose_file(importer)
    for page in (writer, officer, importer):
        wait_until_complete(page)
    before = counts(server.database)

    filler = fill_up(disk)
    answer(writer).press_sequentially(" Tijdens." * 200, timeout=PATIENCE)
    save_norm(officer)
    importer.get_by_role("button", name="Lezen en nakijken").click()
    expect(officer.get_by_text(FULL)).to_be_visible(timeout=PATIENCE)
    expect(officer.get_by_label("Norm (%)", exact=True)).to_have_value("10,5")
    expect(importer.get_by_text(FULL)).to_be_visible(timeout=PATIENCE)
    expect(status(writer)).to_have_text(re.compile("de schijf van de server is vol"), timeout=PATIENCE)
    for page in (writer, officer, importer):
        in_dutch(page)
    filler.unlink()

    expect(status(writer)).to_have_text(SAVED, timeout=PATIENCE)
    assert counts(server.database) == before
    save_norm(officer)
    expect(officer.get_by_text("De norm is opgeslagen")).to_be_visible(timeout=PATIENCE)
    importer.get_by_role("button", name="Lezen en nakijken").click()
    expect(importer.get_by_role("heading", name=re.compile("Dit verandert er|Er is niets veranderd"))).to_be_visible(
        timeout=PATIENCE
    )
    assert len(list(disk.joinpath("imports").iterdir())) == 1  # nothing is left of the file that did not fit
    after = counts(server.database)
    assert (after[2] - before[2], after[3] - before[3], after[5] - before[5]) == (1, 1, 1)
    context.close()
    server.stop()
