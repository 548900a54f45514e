"""The route that gives the logboek as a file: in slices, so that a million lines need no more memory than a page."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from dashboard import audit_download, same_origin, signing
from dashboard.audit_download import DownloadRight
from dashboard.exports import audit as export
from dashboard.exports.sheets import MARK
from dashboard.right_holders import holder, holder_here
from dashboard.texts import audit as words
from data_models import access, database
from data_models.access import Action, NotAllowedError
from data_models.commands.audit import note_download
from data_models.queries import audit
from data_models.queries.audit import AuditFacts

SLICE = 5_000  # lines asked at once: a megabyte or two


async def download(request: Request) -> Response:
    """The chosen lines as CSV, once the download itself is in the logboek; or a sentence that says why not."""
    try:
        same_origin.require(request)
        right = audit_download.read(request.query_params.get(audit_download.PARAMETER, ""))
        await to_thread.run_sync(lambda: _noted(right, cookies=request.cookies))
    except audit_download.ExpiredError:
        return PlainTextResponse(words.EXPIRED, status_code=401)
    except (signing.BadTokenError, same_origin.ForeignError):
        return PlainTextResponse(words.NOT_OURS, status_code=403)
    except NotAllowedError:
        return PlainTextResponse(words.NOT_ALLOWED, status_code=403)
    except database.AWAY:
        return PlainTextResponse(words.DATABASE_AWAY, status_code=503)
    name = words.FILE.format(day=f"{datetime.now().astimezone():%Y-%m-%d}")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(_pieces(right), media_type="text/csv; charset=utf-8", headers=headers)


ROUTES = [Route(audit_download.ADDRESS, download, methods=["GET"])]


def _noted(right: DownloadRight, *, cookies: Mapping[str, str]) -> None:
    """Write down that they take it along, in the roles they have now."""
    told = {name: str(value) for name, value in asdict(right.chosen).items() if value}
    with database.writing(actor=right) as session:
        actor = holder_here(session, right=right, action=Action.READ_AUDIT, cookies=cookies)
        note_download(session, actor=actor, detail=", ".join(f"{name}={value}" for name, value in told.items()))


def _pieces(right: DownloadRight) -> Iterator[bytes]:
    """Each slice in a transaction of its own: a slow line holds up nobody, and nothing of the past can change.

    Each asks whether they still may: who was signed out or lost the role meanwhile gets no more of it, and the last
    line says so.
    """
    yield MARK + export.heading()
    after_id = None
    while True:
        try:
            lines = _slice(right, after_id=after_id)
        except NotAllowedError:
            yield export.last_line(words.CUT_OFF)
            return
        if not lines:
            return
        yield export.rows(lines)
        after_id = lines[-1].id


def _slice(right: DownloadRight, *, after_id: int | None) -> list[AuditFacts]:
    with database.reading(asker=right) as session:
        actor = holder(session, right=right, action=Action.READ_AUDIT)
        access.require(actor, Action.READ_AUDIT)
        return audit.lines(session, asker=actor, chosen=right.chosen, after_id=after_id, limit=SLICE)
