"""Every ready-made source over the network, from CBS on this computer, in both versions of its service."""

import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.texts.sources import SOURCE_NAMES
from tests.dashboard.command_line.conftest import Run
from tests.services.cbs_server import CbsServer

ASKED_FIRST = "cbs-odata"  # any table: what its columns mean must be told before figures come of it
NEW = {"cbs-85098NED": 104, "cbs-85489NED": 3, "cbs-85490NED": 4}  # figures the server has beyond the seed's
FETCHED = [code for code, connector in CONNECTORS.items() if connector.fetch is not None and code != ASKED_FIRST]


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
    assert f" gelezen als {SOURCE_NAMES[source]}: " in output
    if source in NEW:
        assert f"Opgeslagen: {NEW[source]} nieuw, 0 gewijzigd" in output
    code, output, errors = run(*arguments)
    assert code == 0, errors
    assert "Er is niets veranderd: alle " in output


def test_every_ready_made_source_can_be_fetched() -> None:
    assert {f"cbs-{table}" for table in ("85098NED", "84780NED", "85489NED", "85490NED", "kwb")} <= set(FETCHED)
