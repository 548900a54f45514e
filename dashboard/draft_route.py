"""The route that keeps drafts: the text field talks to it while someone types, past Streamlit (docs/adr/0004)."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy.exc import DBAPIError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import drafts, same_origin, signing
from dashboard.drafts import DraftRight
from dashboard.texts import writing as words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import stories
from data_models.facts import DraftFacts
from data_models.queries import people
from data_models.queries.stories import own_draft

ADDRESS = "/concept"
TOKEN_HEADER = "x-concept-token"
MOST_BYTES = 400_000  # three texts of `stories.LONGEST` characters, each written as an escape, with room to spare
MOST_FOLLOWED = 2  # texts on their way at the same time
_HERE = ZoneInfo("Europe/Amsterdam")
