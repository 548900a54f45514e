"""Outlines as a file of our own: for everybody, small, kept by the browser until they change."""

from pathlib import Path

import pytest
from httpx import Response
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import boundary_file, boundary_route
from data_models import database
from data_models.commands.boundaries import register_boundaries
from data_models.facts import BoundaryDraft
from data_models.queries import topics
from tests.data_models.catalogue_rows import add_catalogue

SQUARE = '{"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53], [5, 52]]]}'
OTHER = SQUARE.replace("53", "53.5")


@pytest.fixture
def outlined(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A gemeente and a wijk with outlines."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    with database.writing(engine) as session:
        add_catalogue(session)
        drafts = [BoundaryDraft("GM0034", 2024, SQUARE), BoundaryDraft("WK003402", 2024, SQUARE)]
        register_boundaries(session, actor=None, boundaries=drafts, source="cbs-kwb")
    return engine


def _get(address: str, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer: Response = TestClient(Starlette(routes=boundary_route.ROUTES)).get(address, headers=named)
    return answer


def _version(engine: Engine) -> str:
    with database.reading(engine) as session:
        versions = topics.versions(session)
    return boundary_file.version(versions.epoch, areas=versions.summed("areas"))


def test_everybody_gets_the_outlines_of_a_year(outlined: Engine) -> None:
    answer = _get("/grenzen/2024/gemeenten.json")
    assert answer.status_code == 200
    assert list(answer.json()) == ["GM0034"]
    path, *numbers = answer.json()["GM0034"]
    assert path.startswith("M1532 2000l")
    assert numbers[:4] == [1532, 1000, 2145, 2000]
    assert len(numbers) == 7


def test_wijken_are_those_of_one_gemeente(outlined: Engine) -> None:
    assert list(_get("/grenzen/2024/wijken.json?gemeente=GM0034").json()) == ["WK003402"]
    assert _get("/grenzen/2024/wijken.json?gemeente=GM0363").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/grenzen/2019/gemeenten.json",
        "/grenzen/2024/buurten.json",
        "/grenzen/2024/wijken.json?gemeente=GM0034'--",
        "/grenzen/2024/wijken.json?gemeente=%0d%0aX",
        "/grenzen/99999999999999/gemeenten.json",
        "/grenzen/nu/gemeenten.json",
    ],
)
def test_what_there_is_not_is_said_calmly(outlined: Engine, address: str) -> None:
    assert _get(address).status_code == 404


def test_the_address_of_the_page_is_kept_and_another_once_outlines_change(outlined: Engine) -> None:
    address = boundary_file.address(["GM0034"], year=2024, version=_version(outlined))
    first = _get(address)
    assert first.headers["cache-control"] == "public, max-age=86400"
    with database.writing(outlined) as session:
        register_boundaries(session, actor=None, boundaries=[BoundaryDraft("GM0034", 2024, OTHER)], source="cbs-kwb")
    assert boundary_file.address(["GM0034"], year=2024, version=_version(outlined)) != address
    again = _get(address, If_None_Match=first.headers["etag"])
    assert again.status_code == 200
    assert again.headers["cache-control"] == "no-cache"
    assert again.json() != first.json()


def test_what_did_not_change_is_not_sent_again(outlined: Engine) -> None:
    first = _get("/grenzen/2024/gemeenten.json")
    again = _get("/grenzen/2024/gemeenten.json", If_None_Match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_zipped_for_who_takes_that(outlined: Engine) -> None:
    zipped = _get("/grenzen/2024/gemeenten.json", Accept_Encoding="gzip")
    plain = _get("/grenzen/2024/gemeenten.json", Accept_Encoding="identity")
    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert zipped.json() == plain.json()
    assert zipped.headers["vary"] == "Accept-Encoding"


def test_a_database_that_is_away_is_told(outlined: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> str:
        raise OperationalError("", {}, OSError("away"))

    monkeypatch.setattr(boundary_route, "_current", away)
    answer = _get("/grenzen/2024/gemeenten.json")
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
    assert "Probeer het straks opnieuw" in answer.text


def test_the_address_names_the_gemeente_of_its_wijken() -> None:
    assert boundary_file.address(["WK003401", "WK003402"], year=2024, version="v") == (
        "/grenzen/2024/wijken.json?gemeente=GM0034&versie=v"
    )
    assert boundary_file.address(["GM0034"], year=2025, version="v") == "/grenzen/2025/gemeenten.json?versie=v"
