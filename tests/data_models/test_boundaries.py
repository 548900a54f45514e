"""The outlines of areas on both databases: one per area and year, of a source."""

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.commands.boundaries import register_boundaries
from data_models.commands.resolving import UnknownCodesError
from data_models.facts import BoundaryDraft
from data_models.queries import boundaries
from data_models.tables import AuditLine, Boundary
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import topic_version
from tests.data_models.published import count

SQUARE = '{"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53], [5, 52]]]}'
ALMERE = BoundaryDraft("GM0034", 2024, SQUARE)
WIJK_BEFORE = BoundaryDraft("WK003402", 2021, SQUARE)
WIJK = BoundaryDraft("WK003402", 2024, SQUARE)


@pytest.fixture
def catalogued(engine: Engine) -> Engine:
    with database.writing(engine) as session:
        add_catalogue(session)
    return engine


def _register(engine: Engine, *drafts: BoundaryDraft, source: str = "cbs-kwb") -> int:
    with database.writing(engine) as session:
        return register_boundaries(session, actor=None, boundaries=drafts, source=source)


def test_outlines_are_kept_per_area_and_year_with_one_audit_line(catalogued: Engine) -> None:
    assert _register(catalogued, ALMERE, WIJK_BEFORE, WIJK) == 3
    with database.reading(catalogued) as session:
        assert boundaries.of_year(session, year=2024) == [ALMERE, WIJK]
        assert boundaries.of_year(session, year=2024, codes=["GM0034"]) == [ALMERE]
        assert boundaries.of_year(session, year=2023) == []
        assert boundaries.years(session) == [2024, 2021]
        assert boundaries.outlined(session) == {
            2024: {("GM0034", 2018), ("WK003402", 2022)},
            2021: {("WK003402", 2018)},  # another wijk, that had the code before
        }
    assert (count(catalogued, AuditLine), topic_version(catalogued, "areas", region_id=0)) == (1, 1)


def test_the_same_outlines_again_change_nothing(catalogued: Engine) -> None:
    _register(catalogued, ALMERE, WIJK)
    assert _register(catalogued, ALMERE, WIJK) == 0
    assert (count(catalogued, Boundary), count(catalogued, AuditLine)) == (2, 1)


def test_another_outline_takes_the_place_of_the_one_that_was_there(catalogued: Engine) -> None:
    _register(catalogued, ALMERE, WIJK)
    other = BoundaryDraft("GM0034", 2024, SQUARE.replace("53", "54"))
    assert _register(catalogued, other, WIJK) == 1
    with database.reading(catalogued) as session:
        assert boundaries.of_year(session, year=2024, codes=["GM0034"]) == [other]


def test_an_outline_of_an_area_that_was_not_there_yet_is_refused(catalogued: Engine) -> None:
    with pytest.raises(UnknownCodesError) as refused:
        _register(catalogued, WIJK, BoundaryDraft("GM0034", 2010, SQUARE))
    assert refused.value.codes == ["GM0034 (2010)"]
    assert count(catalogued, Boundary) == 0


def test_outlines_of_an_unknown_source_are_refused(catalogued: Engine) -> None:
    with pytest.raises(UnknownCodesError):
        _register(catalogued, ALMERE, source="onbekend")
