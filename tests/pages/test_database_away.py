"""When the database does not answer, the screen says so in Dutch and offers to try again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.texts import outages as words

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


def test_a_database_that_is_away_gives_a_sentence_and_a_way_to_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}")  # a directory cannot be opened as a database
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert [error.value for error in app.error] == [words.SCREEN_AWAY]
    assert [button.label for button in app.button] == [words.TRY_AGAIN]
    assert not app.exception
