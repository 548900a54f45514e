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

import streamlit as st  # noqa: E402  # the project must be on the path first, and dashboard/ itself not
from anyio import to_thread  # noqa: E402
from sqlalchemy.exc import SQLAlchemyError  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from starlette.requests import Request  # noqa: E402
from starlette.responses import JSONResponse  # noqa: E402
from starlette.routing import Route  # noqa: E402

from dashboard import draft_route, headers, identity_route, loopback  # noqa: E402
from dashboard.data import warming  # noqa: E402
from dashboard.importing import jobs  # noqa: E402
from dashboard.texts import server as words  # noqa: E402
from data_models import database, schema  # noqa: E402
from seed_data.loader import prepare_database  # noqa: E402

if reason := loopback.refusal(st.get_option("server.address")):
    sys.exit(reason)


async def health(_: Request) -> JSONResponse:
    """Whether the application can serve people: 200 when its database answers and is current, else 503."""
    try:
        current = await to_thread.run_sync(schema.is_current, database.engine())
    except SQLAlchemyError:
        current = False
    return JSONResponse({"status": "ok" if current else "database"}, status_code=200 if current else 503)


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Prepare the database and whatever is slow the first time, then freeze it out of the garbage collector's sight."""
    await to_thread.run_sync(prepare_database, database.engine())
    await to_thread.run_sync(warming.warm_up)
    await to_thread.run_sync(jobs.clean_up)
    if not os.environ.get("DEVELOPMENT"):
        gc.collect()
        gc.freeze()
    print(words.READY.format(address=f"http://localhost:{st.get_option('server.port')}"), flush=True)
    forgetting = asyncio.create_task(jobs.forget_old_ones())
    yield
    forgetting.cancel()


app = st.App(
    Path(__file__).with_name("app.py"),
    middleware=[Middleware(headers.SafeHeaders), Middleware(loopback.OnlyThisComputer), Middleware(headers.DutchShell)],
    routes=[Route("/health", health), *draft_route.ROUTES, *identity_route.ROUTES],
    lifespan=ready,
)
