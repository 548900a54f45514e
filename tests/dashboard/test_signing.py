"""What is signed here is known here, and only for what it was signed for."""

import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from dashboard import drafts, local_identity, signing


@pytest.fixture(autouse=True)
def database_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database that is not there yet."""
    file = tmp_path / "new" / "test.sqlite"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    return file


def _token(_: int) -> str:
    return signing.sign([7], purpose="test")


def test_processes_that_start_at_once_share_one_secret() -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as processes:
        tokens = set(processes.map(_token, range(8)))
    assert tokens == {signing.sign([7], purpose="test")}


def test_only_the_owner_may_read_the_secret_and_nothing_else_is_left_behind(database_file: Path) -> None:
    signing.sign([1], purpose="test")
    assert stat.S_IMODE(signing.secret_file().stat().st_mode) == 0o600
    assert [file.name for file in database_file.parent.iterdir()] == ["test.sqlite.secret"]


def test_the_secret_of_a_database_server_stands_under_var(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://someone@elsewhere/jeugd")
    assert signing.secret_file().parts[-2:] == ("var", "jeugd.secret")


def test_a_token_gives_back_the_draft_it_was_made_for() -> None:
    right = drafts.read(drafts.sign(3, region_id=2, subject="jeugdzorg||GM0034|2024#1"))
    assert (right.person_id, right.region_id, right.subject) == (3, 2, "jeugdzorg||GM0034|2024#1")


def test_a_token_works_for_twelve_hours_and_not_for_fourteen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 0.0)
    token = drafts.sign(3, region_id=2, subject="x")
    monkeypatch.setattr("time.time", lambda: 12 * 3600.0)
    assert drafts.read(token).person_id == 3
    monkeypatch.setattr("time.time", lambda: 14 * 3600.0)
    with pytest.raises(drafts.ExpiredTokenError):
        drafts.read(token)


def test_a_page_that_is_drawn_again_gives_the_same_token() -> None:
    assert drafts.sign(3, region_id=2, subject="x") == drafts.sign(3, region_id=2, subject="x")


@pytest.mark.parametrize("token", ["", "x", "WzMsMl0.abc", "ééé"])
def test_what_was_not_signed_here_is_refused(token: str) -> None:
    with pytest.raises(signing.BadTokenError):
        drafts.read(token)


def test_a_changed_token_is_refused() -> None:
    content, _, signature = drafts.sign(3, region_id=2, subject="x").rpartition(".")
    other, _, _ = drafts.sign(4, region_id=2, subject="x").rpartition(".")
    assert content != other
    with pytest.raises(signing.BadTokenError):
        drafts.read(f"{other}.{signature}")


def test_the_cookie_of_a_person_gives_no_right_to_a_draft_nor_the_other_way_round() -> None:
    with pytest.raises(signing.BadTokenError):
        drafts.read(local_identity.sign(3))
    assert local_identity.read(drafts.sign(3, region_id=2, subject="x")) is None


def test_a_cookie_names_its_person_and_another_installation_does_not_believe_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = local_identity.sign(3)
    assert local_identity.read(cookie) == 3
    assert local_identity.read(None) is None
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert local_identity.read(cookie) is None
