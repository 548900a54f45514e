"""A file that is not as it was made is refused with a reason, and nothing is touched."""

import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_models.archive import form, older
from data_models.archive.reading import Archive, RefusedArchiveError
from data_models.tables import Table
from tests.conftest import _engine
from tests.data_models.archive.whole import copy, put_back, rows
from tests.length import rounds

FLIPS = rounds(50, full=5_000)


@pytest.fixture(scope="module")
def good(shared_room: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good copy that all tests of this file share: nobody changes it."""
    room = tmp_path_factory.mktemp("good")
    for engine in _engine("sqlite", state="full", room=shared_room, own=room):
        copy(engine, room / "goed.zip")
    return room / "goed.zip"


@pytest.fixture
def file(good: Path, tmp_path: Path) -> Path:
    """A good copy, to do with as a test likes."""
    return Path(shutil.copyfile(good, tmp_path / "goed.zip"))


def refusal(file: Path) -> str:
    """Why a file is refused; empty when it is not."""
    try:
        with older.checked(file):
            return ""
    except RefusedArchiveError as error:
        return error.reason


def changed(
    file: Path,
    *,
    manifest: Callable[[dict], None] | None = None,
    members: Callable[[dict[str, bytes]], None] | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """The same file with something else in it, packed as a good one is."""
    with zipfile.ZipFile(file) as packed:
        content = {name: packed.read(name) for name in packed.namelist()}
    said = json.loads(content[form.MANIFEST])
    if manifest:
        manifest(said)
    content[form.MANIFEST] = json.dumps(said).encode()
    if members:
        members(content)
    other = file.with_name("anders.zip")
    with zipfile.ZipFile(other, "w", method) as packed:
        for name, text in content.items():
            packed.writestr(name, text)
    return other


def test_a_good_file_packed_again_is_taken(file: Path) -> None:
    assert refusal(changed(file)) == ""


@pytest.mark.parametrize(
    ("what", "change", "reason"),
    [
        ("a newer form", lambda said: said.update(format=2), "newer"),
        ("a newer form of which nothing else is known", lambda said: [said.clear(), said.update(format=9)], "newer"),
        ("a schema that this program does not know", lambda said: said.update(revision="9999"), "newer"),
        ("another program", lambda said: said.update(product="Iets anders"), "other"),
        ("no format", lambda said: said.pop("format"), "damaged"),
        ("a format that is no number", lambda said: said.update(format="1"), "damaged"),
        ("a moment without a clock", lambda said: said.update(made_at="2026-11-22T10:00:00"), "damaged"),
        ("a table too few", lambda said: said["tables"].pop("figures"), "damaged"),
        ("a row more than there is", lambda said: said["tables"]["figures"].update(rows=99_999), "damaged"),
        ("another hash", lambda said: said["tables"]["people"].update(sha256="0" * 64), "damaged"),
        ("no hash", lambda said: said["tables"]["people"].update(sha256=""), "damaged"),
        ("another size", lambda said: said["tables"]["people"].update(bytes=3), "damaged"),
        ("columns in another order", lambda said: said["tables"]["people"]["columns"].reverse(), "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_manifest_that_says_otherwise_is_refused(
    file: Path, what: str, change: Callable[[dict], None], reason: str
) -> None:
    assert refusal(changed(file, manifest=change)) == reason


def _put(name: str, text: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda content: content.update({name: text})


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("a name that leads outside", _put("../../etc/passwd", b"x")),
        ("a name from the root", _put("/etc/passwd", b"x")),
        ("a table that nobody knows", _put("tables/geheim.ndjson", b"[]\n")),
        ("a manifest that is not JSON", _put(form.MANIFEST, b"{")),
        ("a manifest nested without end", _put(form.MANIFEST, b"[" * 100_000)),
        ("a manifest that is a list", _put(form.MANIFEST, b"[1]")),
        ("a manifest that is no text", _put(form.MANIFEST, b"\xff\xfe\x00")),
        ("other rows", _put("tables/themes.ndjson", b"[1]\n")),
        ("no rows", _put("tables/themes.ndjson", b"")),
        ("a table that is gone", lambda content: content.pop("tables/themes.ndjson")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_contents_that_are_not_ours_are_refused(
    file: Path, what: str, change: Callable[[dict[str, bytes]], None]
) -> None:
    assert refusal(changed(file, members=change)) == "damaged"


def test_rows_that_cannot_be_of_their_table_are_refused_though_their_hash_is_right(file: Path) -> None:
    import hashlib

    def other_kinds(content: dict[str, bytes]) -> None:
        text = content["tables/themes.ndjson"].replace(b"[1,", b'["1",', 1)
        said = json.loads(content[form.MANIFEST])
        said["tables"]["themes"].update(sha256=hashlib.sha256(text).hexdigest(), bytes=len(text))
        content.update({"tables/themes.ndjson": text, form.MANIFEST: json.dumps(said).encode()})

    assert refusal(changed(file, members=other_kinds)) == "damaged"


def test_rows_that_refer_to_rows_that_are_not_there_are_refused_and_nothing_changes(
    full: Engine, tmp_path: Path
) -> None:
    import hashlib

    copy(full, tmp_path / "goed.zip")

    def without_themes(content: dict[str, bytes]) -> None:
        said = json.loads(content[form.MANIFEST])
        said["tables"]["themes"].update(sha256=hashlib.sha256(b"").hexdigest(), bytes=0, rows=0)
        content.update({"tables/themes.ndjson": b"", form.MANIFEST: json.dumps(said).encode()})

    before = rows(full)
    with pytest.raises(RefusedArchiveError, match="unfit"):
        put_back(full, changed(tmp_path / "goed.zip", members=without_themes))
    assert rows(full) == before


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_is_packed_otherwise_is_refused(file: Path, method: int) -> None:
    assert refusal(changed(file, method=method)) == "damaged"


def test_the_same_name_twice_is_refused(file: Path) -> None:
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr("tables/themes.ndjson", b"")
    assert refusal(file) == "damaged"


def test_a_bomb_is_refused_before_it_is_unpacked(file: Path) -> None:
    def bomb(content: dict[str, bytes]) -> None:
        content["tables/themes.ndjson"] = b" " * 50_000_000

    assert refusal(changed(file, members=bomb)) == "larger"


def test_a_zip_of_very_many_files_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "veel.zip", "w") as packed:
        for number in range(3_000):
            packed.writestr(f"{number}.txt", b"")
    assert refusal(tmp_path / "veel.zip") == "larger"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.zip", b""),
        ("tekst.zip", b"Dit is geen kopie."),
        ("kort.zip", b"PK\x03\x04"),
        ("db.zip", b"SQLite format 3"),
    ],
)
def test_what_is_no_copy_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name) in {"other", "damaged"}


def test_a_file_that_is_not_there_and_a_directory_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nergens.zip") == "missing"
    assert refusal(tmp_path) == "other"


def test_a_file_that_was_cut_off_anywhere_is_refused(file: Path) -> None:
    whole, choice = file.read_bytes(), random.Random(4)
    for length in sorted({0, 1, 30, len(whole) - 1, *(choice.randrange(len(whole)) for _ in range(40))}):
        file.write_bytes(whole[:length])
        assert refusal(file) in {"damaged", "other"}, length


def test_a_byte_that_changed_anywhere_is_noticed_or_makes_no_difference(file: Path, tmp_path: Path) -> None:
    whole, choice = file.read_bytes(), random.Random(7)
    tables = [table for table in Table.metadata.sorted_tables if table.name not in form.LEFT_OUT]
    expected = {table.name: list(Archive(file).rows(table)) for table in tables}
    directory = whole.rindex(b"PK\x05\x06") - 6_000  # the list of files and its end: small, and all of it matters
    places = [choice.randrange(len(whole)) for _ in range(FLIPS // 2)]
    places += [choice.randrange(directory, len(whole)) for _ in range(FLIPS // 2)]
    other, refused = tmp_path / "fout.zip", 0
    for place in places:
        mutated = bytearray(whole)
        mutated[place] ^= 1 << choice.randrange(8)
        other.write_bytes(mutated)
        if refusal(other):
            refused += 1
        else:
            assert {table.name: list(Archive(other).rows(table)) for table in tables} == expected, place
    assert refused > FLIPS * 0.6


def test_a_refused_file_leaves_the_database_as_it_was(full: Engine, tmp_path: Path) -> None:
    copy(full, tmp_path / "goed.zip")
    whole = (tmp_path / "goed.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    before = rows(full)
    with pytest.raises(RefusedArchiveError):
        put_back(full, tmp_path / "half.zip")
    assert rows(full) == before


def test_a_file_that_changes_after_it_was_checked_changes_nothing(full: Engine, tmp_path: Path) -> None:
    from data_models.commands import copies

    copy(full, tmp_path / "goed.zip")
    shutil.copyfile(tmp_path / "goed.zip", tmp_path / "later.zip")
    before = rows(full)
    with older.checked(tmp_path / "later.zip") as archive:
        data = bytearray((tmp_path / "later.zip").read_bytes())
        data[len(data) // 2] ^= 0xFF
        (tmp_path / "later.zip").write_bytes(data)
        with pytest.raises(RefusedArchiveError):
            copies.put_back(full, actor=None, archive=archive)
    assert rows(full) == before
