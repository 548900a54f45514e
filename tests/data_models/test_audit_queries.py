"""The audit trail as a beheerder reads it: the own region's, filtered, paged, and quick however long it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import stories
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import audit
from data_models.queries.audit import AuditFilter
from data_models.tables import AuditLine
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region

BEGAN = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)


def _line(number: int, *, region_id: int | None, **other: object) -> dict[str, object]:
    """A line of so many minutes after `BEGAN`."""
    line: dict[str, object] = {
        "at": BEGAN + timedelta(minutes=number),
        "person_id": 1,
        "person_name": "Anna",
        "role": "policy_officer",
        "region_id": region_id,
        "action": "change_norm",
        "subject_kind": "norm",
        "subject_id": number,
        "from_version": 1,
        "to_version": 2,
        "detail": "",
    }
    return line | other


def _add(engine: Engine, *lines: dict[str, object]) -> None:
    with database.writing(engine) as session:
        session.execute(insert(AuditLine), list(lines))


@pytest.fixture
def admin(engine: Engine) -> Actor:
    """The beheerder of a real region; another region and the example are there too."""
    with database.writing(engine) as session:
        here = add_region(session, "flevoland")
        add_region(session, "drenthe")
        add_region(session, "voorbeeld", fictional=True)
        return add_actor(session, "Anna", region_id=here, role=Role.ADMINISTRATOR)


def _subjects(
    engine: Engine, asker: Actor, chosen: AuditFilter | None = None, *, after_id: int | None = None, limit: int = 50
) -> list[int]:
    with database.reading(engine, asker=asker) as session:
        found = audit.lines(session, asker=asker, chosen=chosen or AuditFilter(), after_id=after_id, limit=limit)
    return [line.subject_id for line in found]


def test_the_newest_of_the_own_region_and_of_no_region_come_first(engine: Engine, admin: Actor) -> None:
    own, other = admin.region_id, admin.region_id + 1
    _add(
        engine,
        _line(1, region_id=own),
        _line(2, region_id=other),
        _line(3, region_id=None, person_id=None, person_name="", role="project"),
        _line(4, region_id=own),
    )
    assert _subjects(engine, admin) == [4, 3, 1]


def test_the_beheerder_of_the_example_sees_nothing_of_no_region(engine: Engine, admin: Actor) -> None:
    with database.writing(engine) as session:
        practising = add_actor(session, "Bram", region_id=admin.region_id + 2, role=Role.ADMINISTRATOR)
    _add(
        engine, _line(1, region_id=practising.region_id), _line(2, region_id=None), _line(3, region_id=admin.region_id)
    )
    assert _subjects(engine, practising) == [1]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_reads_it(engine: Engine, admin: Actor, role: Role) -> None:
    _add(engine, _line(1, region_id=admin.region_id))
    other = replace(admin, roles=frozenset({role}))
    assert _subjects(engine, other) == []
    with database.reading(engine, asker=other) as session:
        assert audit.people(session, asker=other) == {}


def test_pages_follow_each_other_without_gap_or_overlap_also_within_one_moment(engine: Engine, admin: Actor) -> None:
    own = admin.region_id
    moments = (0, 0, 0, 1, 1, 2, 3, 3, 3, 3)
    _add(
        engine,
        *(
            _line(number, region_id=own if number % 3 else None, at=BEGAN + timedelta(minutes=minute))
            for number, minute in enumerate(moments)
        ),
    )
    seen: list[int] = []
    after = None
    while True:
        with database.reading(engine, asker=admin) as session:
            page = audit.lines(session, asker=admin, chosen=AuditFilter(), after_id=after, limit=3)
        if not page:
            break
        seen += [line.subject_id for line in page]
        after = page[-1].id
    assert seen == list(range(9, -1, -1))


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (AuditFilter(person_id=1), [5, 4, 1]),
        (AuditFilter(role="guest"), [3]),
        (AuditFilter(role="administrator"), [2]),
        (AuditFilter(role="policy"), []),
        (AuditFilter(action="sign_in"), [3]),
        (AuditFilter(kind="contribution"), [4]),
        (AuditFilter(since=BEGAN + timedelta(minutes=4)), [5, 4]),
        (AuditFilter(before=BEGAN + timedelta(minutes=2)), [1]),
        (AuditFilter(words="CIJFERS_2"), [5]),
        (AuditFilter(words="bram"), [3, 2]),
        (AuditFilter(words="%"), []),
        (AuditFilter(person_id=1, kind="norm", words="cijfers"), [5]),
        (AuditFilter(person_id=99), []),
    ],
)
def test_every_filter_finds_what_it_says_and_nothing_else(
    engine: Engine, admin: Actor, chosen: AuditFilter, found: list[int]
) -> None:
    own = admin.region_id
    bram = {"person_id": 2, "person_name": "Bram"}
    _add(
        engine,
        _line(1, region_id=own),
        _line(2, region_id=own, role="policy_officer administrator", **bram),
        _line(3, region_id=own, role="guest", action="sign_in", subject_kind="person", **bram),
        _line(4, region_id=own, subject_kind="contribution"),
        _line(5, region_id=own, detail="cijfers_2026.csv"),
    )
    assert _subjects(engine, admin, chosen) == found


def test_who_left_a_line_in_the_region_can_be_chosen(engine: Engine, admin: Actor) -> None:
    with database.writing(engine) as session:
        bram = add_actor(session, "bram", region_id=admin.region_id)
        zoe = add_actor(session, "Zoë", region_id=admin.region_id)
    _add(
        engine,
        _line(1, region_id=admin.region_id, person_id=bram.person_id),
        _line(2, region_id=admin.region_id, person_id=admin.person_id),
        _line(3, region_id=admin.region_id + 1, person_id=zoe.person_id),
    )
    with database.reading(engine, asker=admin) as session:
        assert list(audit.people(session, asker=admin).items()) == [(admin.person_id, "Anna"), (bram.person_id, "bram")]


def test_a_line_says_which_figure_of_which_area_a_contribution_was_about_and_not_what_it_said(engine: Engine) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        admin = add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.ADMINISTRATOR)
        stories.share_contribution(
            session,
            actor=admin,
            picture=PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),)),
            question=1,
            subject="jeugdzorg||GM0034|2024#1",
            draft_version=0,
            recognition="ja",
        )
    with database.reading(engine, asker=admin) as session:
        (line,) = audit.lines(session, asker=admin, chosen=AuditFilter())
    assert (line.person_name, line.roles, line.action) == ("Anna", ("administrator",), "share_contribution")
    assert (line.about, line.from_version, line.to_version) == (("Jeugdzorg", "Almere"), 0, 1)


MOST_SORTED = ("SCAN audit_lines", "USE TEMP B-TREE", "Seq Scan on audit_lines", "Sort")


@pytest.mark.parametrize(
    "chosen",
    [
        AuditFilter(),
        AuditFilter(person_id=7),
        AuditFilter(action="restore_norm"),
        AuditFilter(kind="person"),
        AuditFilter(since=BEGAN, before=BEGAN + timedelta(days=1)),
    ],
)
def test_a_page_is_found_by_an_index_in_its_order(engine: Engine, admin: Actor, chosen: AuditFilter) -> None:
    own = admin.region_id
    _add(engine, *(_line(n, region_id=own if n % 2 else None, person_id=n % 9) for n in range(5_000)))
    if engine.dialect.name == "postgresql":  # it counts them by itself, but not at once
        with engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE audit_lines")
            connection.commit()
    asked: list[tuple[str, Any]] = []
    with database.reading(engine, asker=admin) as session:
        event.listen(engine, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
        audit.lines(session, asker=admin, chosen=chosen, after_id=2_500)
        pages = [(sql, given) for sql, given in asked if "ORDER BY audit_lines" in sql]
        assert len(pages) == 2
        explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
        for sql, given in pages:
            plan = "\n".join(str(row) for row in session.connection().exec_driver_sql(explain + sql, given))
            assert "ix_audit_lines_region_id" in plan
            assert [word for word in MOST_SORTED if word in plan] == []
