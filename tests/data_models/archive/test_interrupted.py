"""A copy or a restore that is killed, or that finds no room, leaves everything as it was."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data_models import database
from data_models.archive.writing import NotWrittenError
from data_models.database import PROJECT
from tests.data_models.archive.whole import copy, put_back, rows
from tests.data_models.people_rows import add_region
from tests.length import rounds

KILLS = rounds(3, full=30)
_CHILD = """
import sys
from pathlib import Path
from data_models.archive import older, replacing
from data_models.commands import copies
from data_models.database import make_engine
from sqlalchemy import make_url

def said(stage, done, total):
    if stage == "restoring" and done > total * float(sys.argv[3]):
        print("restoring", flush=True)
        sys.stdin.read(1)

replacing.SLICE = 500
with older.checked(Path(sys.argv[2])) as archive:
    copies.put_back(make_engine(make_url(sys.argv[1])), actor=None, archive=archive, progress=said)
"""


def _guards(engine: Engine) -> int:
    asked = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
    }[engine.dialect.name]
    with engine.connect() as connection:
        return int(connection.execute(text(asked)).scalar_one())


def test_a_restore_that_is_killed_half_way_leaves_the_database_as_it_was(full: Engine, tmp_path: Path) -> None:
    copy(full, tmp_path / "alles.zip")
    with database.writing(full) as session:
        add_region(session, "drenthe")
    before, guards = rows(full), _guards(full)
    address = full.url.render_as_string(hide_password=False)
    for number in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD, address, str(tmp_path / "alles.zip"), str(number / KILLS)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"restoring\n"
        assert rows(full) == before  # who reads meanwhile reads what stands
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert rows(full) == before
        assert _guards(full) == guards
    put_back(full, tmp_path / "alles.zip")
    assert all(region["code"] != "drenthe" for region in rows(full)["regions"])


def test_a_full_disk_leaves_no_half_file_and_says_so(
    sqlite_full: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_disk = OSError(28, "No space left on device")

    def fails(_: int) -> None:
        raise full_disk

    room = tmp_path / "kopieën"
    room.mkdir()
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(NotWrittenError) as refused:
        copy(sqlite_full, room / "alles.zip")
    assert refused.value.reason == "full"
    assert list(room.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over_unless_asked(sqlite_full: Engine, tmp_path: Path) -> None:
    from data_models.commands import copies

    (tmp_path / "alles.zip").write_text("van iemand anders")
    with pytest.raises(NotWrittenError, match="exists"):
        copy(sqlite_full, tmp_path / "alles.zip")
    assert (tmp_path / "alles.zip").read_text() == "van iemand anders"
    copies.make_copy(sqlite_full, actor=None, file=tmp_path / "alles.zip", overwrite=True)
    assert (tmp_path / "alles.zip").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("place", ["nergens/alles.zip", ""])
def test_a_place_where_nothing_can_be_written_is_refused(sqlite_full: Engine, tmp_path: Path, place: str) -> None:
    with pytest.raises(NotWrittenError, match="place"):
        copy(sqlite_full, tmp_path / place)


def test_what_a_killed_copy_left_is_written_over_and_a_running_one_is_not(sqlite_full: Engine, tmp_path: Path) -> None:
    import fcntl

    part = tmp_path / "alles.zip.part"
    part.write_bytes(b"half" * 1_000_000)
    with part.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(NotWrittenError, match="busy"):
            copy(sqlite_full, tmp_path / "alles.zip")
        assert part.stat().st_size == 4_000_000
    copy(sqlite_full, tmp_path / "alles.zip")
    assert not part.exists()
    put_back(sqlite_full, tmp_path / "alles.zip")


def test_people_read_and_write_while_a_copy_is_made(full: Engine, tmp_path: Path) -> None:
    """Each addition is a region with its party, in one transaction: the copy has both or neither."""
    from data_models.archive.reading import Archive
    from data_models.tables import Party, Table

    stop = threading.Event()
    made: list[int] = []

    def write() -> None:
        while not stop.is_set() and len(made) < 500:
            with database.writing(full) as session:
                number = add_region(session, f"regio-{len(made)}")
                session.add(Party(region_id=number, area_id=None, name="Gemeente", kind="other"))
            made.append(number)
            time.sleep(0.002)

    before = {row["id"] for row in rows(full)["regions"]}
    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    try:
        for number in range(3):
            while len(made) < 5 * (number + 1):
                time.sleep(0.01)
            copy(full, tmp_path / f"{number}.zip")
            archive = Archive(tmp_path / f"{number}.zip")
            regions = {row[0] for row in archive.rows(Table.metadata.tables["regions"])} - before
            parties = [row[1] for row in archive.rows(Table.metadata.tables["parties"])]
            assert {one for one in parties if one not in before} == regions
            seen.append(len(regions))
    finally:
        stop.set()
        writer.join()
    assert seen == sorted(seen)
    assert 5 <= seen[0] < len(made)  # it was made between additions, and they went on
