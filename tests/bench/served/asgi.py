"""The real server, with a bare page beside the real ones and a clock of its own processor time."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import streamlit as st  # the project must be on the path first
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from dashboard import asgi, draft_route, headers, identity_route, loopback, news_route


class OurShellExceptBare(headers.DutchShell):
    """Our shell for our pages; the bare page has what Streamlit gives by itself."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, past our shell when it is for the bare page."""
        bare = b"kaal=" in scope.get("query_string", b"")
        await (self.app(scope, receive, send) if bare else super().__call__(scope, receive, send))


async def processor_time(_: Request) -> PlainTextResponse:
    """Nanoseconds of processor time that this process has used."""
    return PlainTextResponse(str(time.process_time_ns()))


app = st.App(
    Path(__file__).with_name("entry.py"),
    middleware=[Middleware(headers.SafeHeaders), Middleware(loopback.OnlyOurHosts), Middleware(OurShellExceptBare)],
    routes=[
        Route("/health", asgi.health),
        Route("/processor-time", processor_time),
        *draft_route.ROUTES,
        *identity_route.ROUTES,
        *news_route.ROUTES,
    ],
    lifespan=asgi.ready,
)
