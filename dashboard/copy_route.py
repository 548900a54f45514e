"""The route that hands out a copy from the disk, part by part: it may be larger than the memory."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard import copy_right, outages, same_origin, signing
from dashboard.copy_right import ADDRESS, CopyRight
from dashboard.copying import kept
from dashboard.copying.kept import KeptCopy
from dashboard.right_holders import holder_here
from dashboard.texts import copies as words
from data_models import database
from data_models.access import Action, NotAllowedError
from data_models.commands import copies
from data_models.outages import FAILURES


@dataclass(frozen=True, slots=True)
class _GoneError(Exception):
    """The copy that the link names is not kept any more."""


async def hand_out(request: Request) -> Response:
    """The file, for who may still copy everything and is still signed in; else a Dutch sentence."""
    try:
        same_origin.require(request)
        right = copy_right.read(request.path_params["token"])
        copy = await to_thread.run_sync(_copy, right, request.cookies)
    except (signing.BadTokenError, same_origin.ForeignError):
        return PlainTextResponse(words.LINK_WRONG, status_code=403)
    except NotAllowedError:
        return PlainTextResponse(words.LINK_NOT_ALLOWED, status_code=403)
    except copy_right.ExpiredError:
        return PlainTextResponse(words.LINK_EXPIRED, status_code=410)
    except _GoneError:
        return PlainTextResponse(words.FILE_GONE, status_code=410)
    except FAILURES as error:
        return PlainTextResponse(outages.sentence(error), status_code=503)
    return FileResponse(
        copy.path, filename=copy.path.name, media_type="application/zip", headers={"Cache-Control": "no-store"}
    )


ROUTES = [Route(f"{ADDRESS}/{{token}}", hand_out, methods=["GET"])]


def _copy(right: CopyRight, cookies: Mapping[str, str]) -> KeptCopy:
    if right.expires < time.time():
        raise copy_right.ExpiredError(right.name)
    with database.reading(database.owner_engine()) as session:
        actor = holder_here(session, right=right, action=Action.COPY_EVERYTHING, cookies=cookies)
        copies.permit_copying(session, actor=actor)
    copy = kept.copy_of_name(right.name)
    if copy is None:
        raise _GoneError
    return copy
