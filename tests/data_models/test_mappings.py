"""Column mappings that are remembered, on both databases, for a region or for the project itself."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands.mappings import remember
from data_models.queries import mappings
from tests.data_models.people_rows import add_actor, add_region, audit_lines, topic_version


def _remember(session: Session, *, actor: Actor | None, region_id: int | None, mapping: str = "{}") -> int:
    return remember(
        session,
        actor=actor,
        signature="perioden|regio's",
        name="Jeugdzorg per wijk",
        source="cbs-odata",
        mapping=mapping,
        region_id=region_id,
    )


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def test_a_mapping_is_remembered_for_files_with_the_same_header(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        assert _remember(session, actor=anna, region_id=anna.region_id) == 1
    with database.reading(engine) as session:
        found = mappings.remembered(session, signature="perioden|regio's", region_id=anna.region_id)
        assert mappings.remembered(session, signature="perioden", region_id=anna.region_id) is None
    assert found is not None
    assert (found.name, found.source, found.mapping, found.version) == ("Jeugdzorg per wijk", "cbs-odata", "{}", 1)
    assert topic_version(engine, "sources", region_id=anna.region_id) == 1


def test_another_mapping_for_the_same_header_takes_its_place(engine: Engine, anna: Actor) -> None:
    for mapping, version in (("{}", 1), ("{}", 1), ('{"a": 1}', 2)):
        with database.writing(engine) as session:
            assert _remember(session, actor=anna, region_id=anna.region_id, mapping=mapping) == version
    with database.reading(engine) as session:
        found = mappings.remembered(session, signature="perioden|regio's", region_id=anna.region_id)
    assert found is not None and found.mapping == '{"a": 1}'
    assert [line[4:] for line in audit_lines(engine)] == [(0, 1), (1, 2)]


def test_a_regions_own_mapping_goes_before_the_projects(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        _remember(session, actor=None, region_id=None, mapping='{"of": "project"}')
        _remember(session, actor=anna, region_id=anna.region_id, mapping='{"of": "region"}')
        elsewhere = add_region(session, "gooi")
    with database.reading(engine) as session:
        for region_id, whose in ((anna.region_id, "region"), (elsewhere, "project"), (None, "project")):
            found = mappings.remembered(session, signature="perioden|regio's", region_id=region_id)
            assert found is not None and whose in found.mapping


def test_a_participant_remembers_nothing(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        bo = add_actor(session, "Bo", region_id=anna.region_id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        _remember(session, actor=bo, region_id=anna.region_id)
