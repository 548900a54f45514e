"""Every kind of file is recognised, and what has no figures is refused by every source with what it is."""

import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.files.opening import open_file
from dashboard.sources.recognising import recognised
from dashboard.texts.sources import SOURCE_NAMES
from tests.dashboard.sources.seed_known import FIXTURES, sentences_about

SOURCES = {
    "cbs-kwb/almere-2018-2025.csv": "cbs-kwb",
    "cbs-kwb/breed-2021-2022.csv": "cbs-kwb",
    "cbs-kwb/kerncijfers-gemeenten.csv": "cbs-kwb",
    "cbs-kwb/statline-titels-85984NED.csv": "cbs-kwb",
    "cbs-kwb/percentages-gemeenten.csv": "cbs-kwb",
    "cbs-85098NED/statline-2022.csv": "cbs-85098NED",
    "cbs-85098NED/tabelpagina.csv": "cbs-85098NED",
    "cbs-85098NED/longread-2020.csv": "cbs-85098NED",
    "cbs-84780NED/tabelpagina.csv": "cbs-84780NED",
    "cbs-70072ned/statline-2025.csv": "cbs-70072ned",
    "cbs-70072ned/bevolking-0-24-2021.csv": "cbs-70072ned",
    "cbs-jeugdzorg-leeftijd/85335NED-2022.csv": "cbs-jeugdzorg-leeftijd",
    "cbs-jeugdzorg-leeftijd/2021-2022.csv": "cbs-jeugdzorg-leeftijd",
    "cbs-odata/84489NED-woonplaatsen.json": "cbs-odata",
    "duo/eindscores-2024-2025.csv": "duo-schooladviezen",
    "grenzen/gemeenten-2025.geojson": "grenzen",
    "indelingen/gemeente_swv.csv": "spreadsheet",
}


@pytest.mark.parametrize(("name", "source"), SOURCES.items())
def test_a_file_is_recognised_by_its_columns(name: str, source: str) -> None:
    assert recognised(open_file(FIXTURES / name))[0] == source


@pytest.mark.parametrize("name", ["gemeente_swv.csv", "gemeente_jeugdregio.csv"])
@pytest.mark.parametrize("source", CONNECTORS)
def test_an_outline_of_regions_is_refused_by_every_source(source: str, name: str) -> None:
    assert sentences_about(FIXTURES / "indelingen" / name, reader=CONNECTORS[source].read) == [
        "Dit is een indeling van gemeenten in regio's, geen bestand met cijfers. "
        "De indeling van een regio past u aan in Beheer."
    ]


@pytest.mark.parametrize("source", [code for code in CONNECTORS if code != "grenzen"])
def test_boundaries_are_refused_by_every_source_of_figures(source: str) -> None:
    path = FIXTURES / "grenzen" / "gemeenten-2025.geojson"
    assert sentences_about(path, reader=CONNECTORS[source].read) == [
        "Dit zijn grenzen van gebieden, geen cijfers. Kies de bron Grenzen van gemeenten en wijken."
    ]


def test_every_source_has_a_name() -> None:
    assert set(SOURCE_NAMES) == set(CONNECTORS)
    assert [connector.code for connector in CONNECTORS.values()] == list(CONNECTORS)
