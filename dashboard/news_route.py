"""The route that tells an open screen whether something changed: a short answer, many times a minute, for many."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.data import news
from data_models.outages import FAILURES


async def words(_: Request) -> Response:
    """The word of each topic: 200; 503 while the database does not answer."""
    try:
        now = news.known_words() or await to_thread.run_sync(news.words_now)
    except FAILURES:
        return JSONResponse({}, status_code=503)
    return JSONResponse(now, headers={"cache-control": "no-store"})


ROUTES = [Route(news.ADDRESS, words, methods=["GET"])]
