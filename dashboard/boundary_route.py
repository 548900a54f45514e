"""The route that gives the outlines of areas to a map: a file of our own, so that no other host is asked.

Outlines are public, as are the areas themselves: no sign-in is asked for. What is on the map comes by another way.
"""

import gzip
import json
import re
from functools import lru_cache

from anyio import to_thread
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.boundary_file import ADDRESS, PREFIXES, VERSION, WITHIN, is_in, version
from dashboard.calculations.outlines import outlines
from dashboard.texts import area_map as words
from data_models import database
from data_models.outages import FAILURES
from data_models.queries import boundaries, topics

KEPT = "public, max-age=86400"  # seconds: a day; the version in the address makes it another one sooner
ASKED_AGAIN = "no-cache"  # kept, but not used before asking whether it still holds
MOST_FILES = 8  # of about 20 kB, kept in memory: the gemeenten of this year and another, and the wijken of a few
ZIPPED = 9  # as small as can be: it is done once
NOT_KEPT = {"Cache-Control": "no-store"}
_MUNICIPALITY = re.compile(r"(GM\d{4})?", re.ASCII)


async def outlines_of(request: Request) -> Response:
    """The outlines of a year as JSON: per code the path, its box, its middle and the room there."""
    kind, year = request.path_params["kind"], request.path_params["year"]
    within = request.query_params.get(WITHIN, "")
    if kind not in PREFIXES or not _MUNICIPALITY.fullmatch(within):
        return PlainTextResponse(words.NO_SUCH_FILE, status_code=404, headers=NOT_KEPT)
    try:
        current = await to_thread.run_sync(_current)
        tag = f'"{current}-{year}-{kind}{within}"'
        fresh = tag in request.headers.get("if-none-match", "")
        engine = database.engine()
        zipped = b"" if fresh else await to_thread.run_sync(_zipped, engine, current, year, kind, within)
    except FAILURES:
        return PlainTextResponse(words.FILE_AWAY, status_code=503, headers=NOT_KEPT)
    kept = KEPT if request.query_params.get(VERSION) == current else ASKED_AGAIN
    headers = {"ETag": tag, "Cache-Control": kept, "Vary": "Accept-Encoding"}
    if fresh:
        return Response(status_code=304, headers=headers)
    if not zipped:
        return PlainTextResponse(words.NO_SUCH_FILE, status_code=404, headers=NOT_KEPT)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(zipped), media_type="application/json", headers=headers)
    return Response(zipped, media_type="application/json", headers={**headers, "Content-Encoding": "gzip"})


ROUTES = [Route(f"{ADDRESS}/{{year:int}}/{{kind}}.json", outlines_of, methods=["GET"])]


def _current() -> str:
    """The version of the outlines as they stand."""
    with database.reading() as session:
        versions = topics.versions(session)
    return version(versions.epoch, areas=versions.summed("areas"))


@lru_cache(maxsize=MOST_FILES)
def _zipped(engine: Engine, _version: str, year: int, kind: str, within: str) -> bytes:
    """The file, zipped; empty when there are no such outlines. Another version of the outlines is another question."""
    with database.reading(engine) as session:
        known = boundaries.outlined(session).get(year, frozenset())
        asked = sorted({code for code, _ in known if is_in(code, kind=kind, within=within)})
        found = boundaries.of_year(session, year=year, codes=asked) if asked else []
    drawn = outlines({one.area: one.geometry for one in found})
    if not drawn:
        return b""
    rows = {code: [one.path, *one.box, *one.middle, one.room] for code, one in drawn.items()}
    return gzip.compress(json.dumps(rows, separators=(",", ":")).encode(), compresslevel=ZIPPED, mtime=0)
