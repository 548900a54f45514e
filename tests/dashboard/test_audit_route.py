"""The logboek as a file: what is in it, who may have it, and that taking it along is itself in the logboek."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from httpx import Response
from sqlalchemy import Engine, insert, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import audit_download, audit_route, claims, sign_in
from dashboard.exports import audit as export
from dashboard.texts import audit as words
from data_models import database
from data_models.access import Actor, Role
from data_models.queries import audit
from data_models.queries.audit import AuditFilter
from data_models.tables import AuditLine, PersonRole, SignIn
from data_models.tables.declaration import now
from tests.dashboard.signed_cookies import cookies, told
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines
from tests.data_models.test_audit_queries import BEGAN, _line


@pytest.fixture
def admin(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """The beheerder of a region of which the logboek has two lines, the second by someone with a wicked name."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
        lines = [
            _line(0, region_id=region_id, action="change_norm"),
            _line(1, region_id=region_id, action="set_norm", from_version=0, to_version=1, person_name="=1+1;@x"),
        ]
        session.execute(insert(AuditLine), lines)
        return add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)


def _get(address: str, **headers: str) -> Response:
    answer: Response = TestClient(Starlette(routes=audit_route.ROUTES)).get(address, headers=headers)
    return answer


def _rows(answer: Response) -> list[list[str]]:
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_the_file_holds_every_line_and_the_download_itself_and_opens_in_a_dutch_excel(
    engine: Engine, admin: Actor
) -> None:
    answer = _get(audit_download.link(admin, chosen=AuditFilter()))
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert 'attachment; filename="logboek-' in answer.headers["content-disposition"]
    head, download, second, first = _rows(answer)
    assert tuple(head) == words.COLUMNS
    assert download[1:4] == ["Anna", "beheerder", words.ACTIONS["download_audit"]]
    assert first[0] == "2026-03-03 15:03:00"  # 14:03 UTC is an hour later here
    assert first[1:4] + first[6:] == ["Anna", "beleidsmedewerker", "wijzigde een norm", "1", "2"]
    assert second[1] == "'=1+1;@x"  # no formula, and one cell
    assert audit_lines(engine)[-1][2] == "download_audit"


def test_only_what_was_chosen_is_in_the_file(engine: Engine, admin: Actor) -> None:
    answer = _get(audit_download.link(admin, chosen=AuditFilter(action="set_norm", since=BEGAN)))
    assert [row[3] for row in _rows(answer)[1:]] == ["stelde een norm voor"]


def test_many_slices_make_one_file(engine: Engine, admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_route, "SLICE", 3)
    with database.writing(engine) as session:
        session.execute(insert(AuditLine), [_line(number, region_id=admin.region_id) for number in range(2, 12)])
    rows = _rows(_get(audit_download.link(admin, chosen=AuditFilter(kind="norm"))))
    assert len(rows) == 1 + 12
    assert [row[0] for row in rows[1:]] == sorted((row[0] for row in rows[1:]), reverse=True)


def _slices(admin: Actor) -> Iterator[bytes]:
    """The file as it is made, slice by slice."""
    link = audit_download.link(admin, chosen=AuditFilter(kind="norm"))
    return audit_route._pieces(audit_download.read(link.partition("=")[2]))


@pytest.fixture
def seven_lines(engine: Engine, admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three slices of two lines and one of one."""
    monkeypatch.setattr(audit_route, "SLICE", 2)
    with database.writing(engine) as session:
        session.execute(insert(AuditLine), [_line(number, region_id=admin.region_id) for number in range(2, 7)])


@pytest.mark.parametrize("lost", [{"role": Role.POLICY_OFFICER}, {"valid_until": BEGAN}])
def test_who_loses_the_role_halfway_gets_no_more_and_the_last_line_says_so(
    engine: Engine, admin: Actor, seven_lines: None, lost: dict[str, object]
) -> None:
    pieces = _slices(admin)
    assert [len(list(csv.reader(StringIO(next(pieces).decode())))) for _ in range(3)] == [1, 2, 2]
    with database.writing(engine) as session:
        session.execute(update(PersonRole).values(**lost))
    (last,) = pieces
    assert list(csv.reader(StringIO(last.decode()), delimiter=";")) == [[words.CUT_OFF]]


def test_a_link_counts_in_the_browser_of_the_sign_in_and_gives_no_more_once_that_is_ended(
    engine: Engine, admin: Actor, seven_lines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in, "is_configured", lambda: True)
    with database.writing(engine) as session:
        row = SignIn(key=claims.key(told("n1")), person_id=admin.person_id, expires_at=now() + timedelta(hours=1))
        session.add(row)
        session.flush()
        signed_in = replace(admin, sign_in_id=row.id)
    link = audit_download.link(signed_in, chosen=AuditFilter())
    assert _get(link).status_code == 403  # in another browser, to which it was passed on
    own = "; ".join(f"{name}={value}" for name, value in cookies(told("n1")).items())
    assert _get(link, cookie=own).status_code == 200
    pieces = _slices(signed_in)
    assert [len(next(pieces).splitlines()) for _ in range(2)] == [1, 2]
    with database.writing(engine) as session:
        session.execute(update(SignIn).values(ended_at=now()))
    assert [one.decode().strip() for one in pieces] == [words.CUT_OFF]


def test_a_whole_file_says_nothing_of_missing_lines(engine: Engine, admin: Actor, seven_lines: None) -> None:
    assert words.CUT_OFF not in b"".join(_slices(admin)).decode()


def test_a_link_of_local_mode_gives_nothing_where_people_sign_in(
    engine: Engine, admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = audit_download.link(admin, chosen=AuditFilter())
    monkeypatch.setattr(sign_in, "is_configured", lambda: True)
    before = audit_lines(engine)
    assert _get(link).status_code == 403
    assert audit_lines(engine) == before


def test_whoever_is_not_beheerder_any_more_gets_no_file_and_leaves_no_line(engine: Engine, admin: Actor) -> None:
    link = audit_download.link(admin, chosen=AuditFilter())
    before = audit_lines(engine)
    with database.writing(engine) as session:
        session.execute(update(PersonRole).values(role=Role.POLICY_OFFICER))
    answer = _get(link)
    assert (answer.status_code, answer.text) == (403, words.NOT_ALLOWED)
    with database.writing(engine) as session:
        session.execute(update(PersonRole).values(role=Role.ADMINISTRATOR, valid_until=BEGAN))
    assert _get(link).status_code == 403
    assert audit_lines(engine) == before


def test_a_link_that_is_changed_old_or_followed_from_elsewhere_gives_nothing(
    engine: Engine, admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = audit_download.link(admin, chosen=AuditFilter())
    before = audit_lines(engine)
    assert _get(f"{link}x").status_code == 403
    assert _get(audit_download.ADDRESS).status_code == 403
    assert _get(link, **{"sec-fetch-site": "cross-site"}).text == words.NOT_OURS
    with monkeypatch.context() as then:
        then.setattr("dashboard.audit_download.time.time", BEGAN.timestamp)
        old = audit_download.link(admin, chosen=AuditFilter())
    assert (_get(old).status_code, _get(old).text) == (401, words.EXPIRED)
    assert audit_lines(engine) == before


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({}, "wijzigde een norm · versie 1 → 2"),
        ({"action": "set_norm", "from_version": 0, "to_version": 1}, "stelde een norm voor · versie 1"),
        ({"from_version": 0, "to_version": 0, "action": "sign_in", "subject_kind": "person"}, "meldde zich aan"),
        (
            {"action": "register_areas", "subject_kind": "area", "detail": "WK003401, WK003402"},
            "voegde gebieden toe · WK003401, WK003402",
        ),
        (
            {
                "action": "grant_role",
                "subject_kind": "person",
                "from_version": 0,
                "to_version": 0,
                "detail": "policy_officer: ∞ → 2026-12-31T23:00+00:00",
            },
            "gaf iemand een rol · beleidsmedewerker: zonder einddatum → 1 januari 2027, 00:00",
        ),
    ],
)
def test_a_line_reads_as_a_sentence(engine: Engine, admin: Actor, other: dict[str, object], said: str) -> None:
    line = _line(100, region_id=admin.region_id) | {"subject_id": 999, "person_id": 999, "person_name": "Anna Jansen"}
    with database.writing(engine) as session:
        session.execute(insert(AuditLine), [line | other])
    with database.reading(engine, asker=admin) as session:
        (newest,) = audit.lines(session, asker=admin, chosen=AuditFilter(), limit=1)
    assert export.sentence(newest) == said
    assert export.who(newest) == "Anna Jansen (beleidsmedewerker)"
