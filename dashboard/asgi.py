"""The server, for `streamlit run dashboard/asgi.py`: database, headers, health and drafts around the application."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:] = [str(PROJECT), *(entry for entry in sys.path if Path(entry).resolve() != PROJECT / "dashboard")]

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import config

from dashboard import (
    audit_route,
    boundary_route,
    coming_back,
    copy_route,
    draft_route,
    dutch_scripts,
    headers,
    identity_route,
    invited_route,
    led_screen_route,
    loopback,
    news_route,
    sign_in,
    starting,
    writing_route,
)
from dashboard.components import calm
from dashboard.data import warming
from dashboard.importing import jobs
from dashboard.texts import server as words
from data_models import database, schema
from data_models.outages import FAILURES
from seed_data.loader import prepare_database

starting.start_or_stop(st.get_option("server.address"))
hosts = sign_in.allowed_hosts() if sign_in.is_configured() else ()
if hosts:
    config.set_option("server.allowedHosts", list(hosts))  # Streamlit looks at it for each websocket


async def health(_: Request) -> JSONResponse:
    """Whether the application can serve people: 200 when its database answers and is current, else 503."""
    try:
        current = await to_thread.run_sync(schema.is_current, database.engine())
    except FAILURES:
        current = False
    return JSONResponse({"status": "ok" if current else "database"}, status_code=200 if current else 503)


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Prepare the database and whatever is slow the first time, then freeze it out of the garbage collector's sight."""
    await to_thread.run_sync(prepare_database, database.owner_engine())
    await to_thread.run_sync(warming.warm_up)
    await to_thread.run_sync(jobs.clean_up)
    if not os.environ.get("DEVELOPMENT"):
        gc.collect()
        gc.freeze()
    print(words.READY.format(address=starting.address(st.get_option("server.port"))), flush=True)
    forgetting = asyncio.create_task(jobs.forget_old_ones())
    yield
    forgetting.cancel()


app = st.App(
    Path(__file__).with_name("app.py"),
    middleware=[
        Middleware(headers.SafeHeaders, secure=sign_in.is_secure()),
        Middleware(loopback.OnlyOurHosts, hosts=hosts),
        Middleware(headers.DutchShell),
        Middleware(dutch_scripts.DutchScripts),
        *([Middleware(coming_back.ComingBack, providers=sign_in.settings().providers)] if hosts else []),
    ],
    routes=[
        Route("/health", health),
        *draft_route.ROUTES,
        *identity_route.ROUTES,
        *invited_route.ROUTES,
        *audit_route.ROUTES,
        *copy_route.ROUTES,
        *boundary_route.ROUTES,
        *led_screen_route.ROUTES,
        *news_route.ROUTES,
        *writing_route.ROUTES,
    ],
    lifespan=ready,
    on_script_error=calm.say_unforeseen,
)
