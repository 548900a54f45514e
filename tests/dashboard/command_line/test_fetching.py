"""Every ready-made source over the network, from CBS on this computer, in both versions of its service."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from dashboard.command_line.main import main
from dashboard.sources.connectors import CONNECTORS
from data_models import database
from tests.services.cbs_server import CbsServer

Run = Callable[..., tuple[int, str, str]]
ASKED_FIRST = "cbs-odata"  # any table: what its columns mean must be told before figures come of it
FETCHED = [code for code, connector in CONNECTORS.items() if connector.fetch is not None and code != ASKED_FIRST]


@pytest.fixture
def run(seeded_engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    monkeypatch.setenv("DATABASE_URL", seeded_engine.url.render_as_string(hide_password=False))

    def _run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield _run
    database.engine().dispose()


def _with_published_figures(cbs: CbsServer) -> None:
    """What is known of 85489NED and 85490NED: figures that their forerunners, 83295NED and 83296NED, published."""
    cbs.tables["85489NED"].rows[0] = ["T001040", "NL01", "2023SJ00", "1421835", "1386164", "35671"]
    special = cbs.tables["85490NED"]
    special.dimensions[1]["codes"].append(["GM0363", "Amsterdam"])
    special.rows.append(["T001040", "GM0363", "2023SJ00", "241"])


@pytest.mark.parametrize("version", ["v3", "v4"])
@pytest.mark.parametrize("source", FETCHED)
@pytest.mark.parametrize("seeded_engine", ["sqlite"], indirect=True)
def test_what_cbs_answers_is_stored_and_the_second_time_nothing_changes(
    run: Run, cbs_server: CbsServer, source: str, version: str
) -> None:
    _with_published_figures(cbs_server)
    address = cbs_server.v3_address if version == "v3" else cbs_server.v4_address
    arguments = ("import", "--source", source, "--fetch", "--address", address)
    code, output, errors = run(*arguments)
    assert code == 0, errors
    assert "Opgeslagen: " in output or "Er is niets veranderd: alle " in output
    code, output, errors = run(*arguments)
    assert code == 0, errors
    assert "Er is niets veranderd: alle " in output


def test_every_ready_made_source_can_be_fetched() -> None:
    assert {f"cbs-{table}" for table in ("85098NED", "84780NED", "85489NED", "85490NED", "kwb")} <= set(FETCHED)
