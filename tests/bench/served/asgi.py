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

from dashboard import asgi, draft_route, headers, loopback


async def processor_time(_: Request) -> PlainTextResponse:
    """Nanoseconds of processor time that this process has used."""
    return PlainTextResponse(str(time.process_time_ns()))


app = st.App(
    Path(__file__).with_name("entry.py"),
    middleware=[Middleware(headers.SafeHeaders), Middleware(loopback.OnlyThisComputer), Middleware(headers.DutchShell)],
    routes=[Route("/health", asgi.health), Route("/processor-time", processor_time), *draft_route.ROUTES],
    lifespan=asgi.ready,
)
