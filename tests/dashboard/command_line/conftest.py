"""The command line as a person runs it, on a seeded database of each kind."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from dashboard.command_line.main import main
from data_models import database

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(seeded_engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs a command on a seeded database; answers exit code, output and errors."""
    monkeypatch.setenv("DATABASE_URL", seeded_engine.url.render_as_string(hide_password=False))

    def _run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield _run
    database.engine().dispose()
