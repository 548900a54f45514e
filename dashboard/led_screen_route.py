"""The route that tells who looks along whether the screen went on: a number, many times a minute, for many."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import signing
from dashboard.data import led_screens
from data_models.outages import FAILURES


async def moves(request: Request) -> Response:
    """How often the screen moved, 0 when it is led no more: 200; 404 without a ticket of ours, 503 in an outage."""
    try:
        counted = await to_thread.run_sync(led_screens.moves, request.path_params["ticket"])
    except signing.BadTokenError:
        return JSONResponse({}, status_code=404)
    except FAILURES:
        return JSONResponse({}, status_code=503)
    return JSONResponse({"moves": counted}, headers={"cache-control": "no-store"})


ROUTES = [Route(f"{led_screens.ADDRESS}/{{ticket}}", moves, methods=["GET"])]
