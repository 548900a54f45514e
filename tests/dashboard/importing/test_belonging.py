"""Whose figures a file holds: everybody's, or one region's."""

from dataclasses import replace

import polars as pl
import pytest

from dashboard.importing.belonging import owner
from dashboard.sources.columns.wanted import OWN_SOURCE
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.problems import RefusedError
from dashboard.sources.reader import FileContent, Known
from data_models.protected import FIGURE_SCHEMA
from data_models.queries.regions import RegionFacts
from tests.dashboard.sources.mapped_tables import KNOWN

TIDY = CONNECTORS["tidy"]
FLEVOLAND = RegionFacts(7, "flevoland", "Flevoland", fictional=False)
OWN_AREAS = replace(KNOWN, own_areas=frozenset({"GM0034"}))


def _file(*rows: tuple[str, str, str]) -> FileContent:
    """Figures of these indicators, areas and sources."""
    figures = [(code, area, "2022", "", 12.0, 400.0, 3.0, "percentage", "final", by) for code, area, by in rows]
    return FileContent(pl.DataFrame(figures, schema=FIGURE_SCHEMA, orient="row"))


def _owner(content: FileContent, *, region: RegionFacts | None = FLEVOLAND, known: Known = OWN_AREAS) -> int | None:
    return owner(content, connector=TIDY, region=region, known=known)


def test_figures_of_a_public_source_are_everybodys() -> None:
    assert _owner(_file(("jeugdhulp", "GM0034", "cbs-odata"))) is None


def test_what_a_region_counts_itself_is_its_own_also_of_an_indicator_that_is_public() -> None:
    assert _owner(_file(("jeugdhulp", "GM0034", OWN_SOURCE))) == FLEVOLAND.id


def test_own_counts_of_a_public_indicator_are_only_about_own_areas() -> None:
    with pytest.raises(RefusedError, match="Dit gebied hoort niet bij uw regio"):
        _owner(_file(("jeugdhulp", "GM0363", OWN_SOURCE)))


def test_own_counts_of_a_public_indicator_ask_for_their_region() -> None:
    with pytest.raises(RefusedError, match="die horen bij een regio"):
        _owner(_file(("jeugdhulp", "GM0034", OWN_SOURCE)), region=None)


def test_own_counts_and_figures_of_a_public_source_are_read_apart() -> None:
    with pytest.raises(RefusedError, match="Lees ze apart in"):
        _owner(_file(("jeugdhulp", "GM0034", OWN_SOURCE), ("jeugdhulp", "GM0034", "cbs-odata")))
