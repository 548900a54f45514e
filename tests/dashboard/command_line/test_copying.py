"""`backup` and `restore` as they are typed."""

import io
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.command_line import copying
from data_models import database
from tests.dashboard.command_line.conftest import Run
from tests.data_models.archive.whole import rows, without_new
from tests.data_models.people_rows import add_region


@pytest.fixture(autouse=True)
def own_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of a PostgreSQL database stays in this test."""
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")


def test_a_copy_is_made_and_put_back_after_the_word_is_typed_and_the_safety_copy_undoes_it(
    run: Run, seeded_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "kopie.zip")
    code, said, _ = run("backup", file)
    assert code == 0
    assert f"De kopie staat in {file}" in said
    assert "namen en wat mensen schreven" in said
    then = rows(seeded_engine)
    with database.writing(seeded_engine) as session:
        add_region(session, "drenthe")
    monkeypatch.setattr("sys.stdin", io.StringIO("terugzetten\n"))
    code, said, _ = run("restore", file)
    assert code == 0
    assert "Dit komt in de plaats van alles wat er nu staat" in said
    assert "Drenthe" in said
    assert "is teruggezet" in said
    assert without_new(rows(seeded_engine)) == without_new(then)
    safety = said.rsplit("restore ", 1)[1].strip()
    assert run("restore", safety, "--yes")[0] == 0
    assert any(one["code"] == "drenthe" for one in rows(seeded_engine)["regions"])


@pytest.mark.parametrize("typed", ["", "ja\n", "nee\n"])
def test_without_the_word_nothing_changes(
    run: Run, seeded_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    run("backup", str(tmp_path / "kopie.zip"))
    before = rows(seeded_engine)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    code, _, errors = run("restore", str(tmp_path / "kopie.zip"))
    assert code == 1
    assert "Er is niets teruggezet." in errors
    assert rows(seeded_engine) == before
    assert not list(tmp_path.rglob("voor-terugzetten*"))


def test_without_a_safety_copy_none_is_kept(run: Run, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "kopie.zip"))
    code, said, _ = run("restore", str(tmp_path / "kopie.zip"), "--yes", "--no-safety-copy")
    assert (code, "bewaard in" in said) == (0, False)
    assert not list(tmp_path.rglob("voor-terugzetten*"))


def test_no_more_than_three_safety_copies_are_kept(run: Run, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "kopie.zip"))
    for _ in range(4):
        assert run("restore", str(tmp_path / "kopie.zip"), "--yes")[0] == 0
    assert len(list(tmp_path.rglob("voor-terugzetten*"))) == 3


def test_what_cannot_be_done_is_said_in_dutch(run: Run, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "kopie.zip"))
    code, _, errors = run("backup", str(tmp_path / "kopie.zip"))
    assert (code, "is er al" in errors) == (1, True)
    assert run("backup", str(tmp_path / "kopie.zip"), "--overwrite")[0] == 0
    code, _, errors = run("backup", str(tmp_path / "nergens" / "kopie.zip"))
    assert (code, "kan niet worden geschreven" in errors) == (1, True)
    (tmp_path / "half.zip").write_bytes((tmp_path / "kopie.zip").read_bytes()[:-500])
    code, _, errors = run("restore", str(tmp_path / "half.zip"), "--yes")
    assert (code, "beschadigd of niet volledig" in errors, "Er is niets veranderd." in errors) == (1, True, True)
    code, _, errors = run("restore", str(tmp_path / "weg.zip"), "--yes")
    assert (code, "is er niet" in errors) == (1, True)


def test_it_says_on_stderr_how_far_it_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "QUIET", 0.0)
    _, _, errors = run("backup", str(tmp_path / "kopie.zip"))
    assert "Kopie maken … " in errors
    assert " regels" in errors
