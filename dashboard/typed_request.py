"""What a text field sends to a route of ours, read no further than needed, and how such a route answers."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.texts import outages as outage_words
from data_models.commands.drafts import DraftConflictError
from data_models.outages import Outage, outage

TOKEN_HEADER = "x-concept-token"  # noqa: S105  # a name
MOST_BYTES = 400_000  # three texts of 5.000 characters, each written as an escape, with room to spare
MOST_FOLLOWED = 2  # texts on their way at the same time
_HERE = ZoneInfo("Europe/Amsterdam")
Saved = TypeVar("Saved")


class UnreadableError(Exception):
    """The request does not hold what a text field sends."""


class TooManyBytesError(Exception):
    """The request is larger than any text that may be kept."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text field sends: a text, the version it was typed on, and what it sent before without an answer."""

    token: str
    text: str
    seen_version: int
    base_version: int
    follows: tuple[str, ...]


async def read(request: Request) -> Typed:
    """What was sent; raises `UnreadableError` or `TooManyBytesError`."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise TooManyBytesError
    try:
        sent = json.loads(body)
        return Typed(
            token=str(request.headers.get(TOKEN_HEADER) or sent["token"]),
            text=_storable(sent["text"]),
            seen_version=int(sent["seen_version"]),
            base_version=int(sent["base_version"]),
            follows=tuple(_storable(text) for text in sent.get("follows", ())[:MOST_FOLLOWED]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as unreadable:
        raise UnreadableError from unreadable


def problem_answer(status: int, code: str, *, sentence: str, **more: object) -> Response:
    """Why it was not kept: a code for the field and a sentence for people."""
    return JSONResponse({"problem": code, "sentence": sentence, **more}, status_code=status)


def failed_answer(problem: Exception) -> Response:
    """That the database or the disk kept it from being kept; a mistake in the program is raised again."""
    found = outage(problem)
    if found is None:  # it belongs in the log, and the text is tried again
        raise problem
    code = "full" if found is Outage.FULL else "database"
    return problem_answer(503, code, sentence=outage_words.DRAFTS[found.value])


def saved_after_all(save: Callable[[int], Saved], *, typed: Typed) -> Saved:
    """Save over the version that was seen; what conflicts only with an earlier text of this same field is saved too.

    Of that text the answer got lost on its way back. `save` takes the version; it raises `DraftConflictError`.
    """
    seen = typed.seen_version
    for _ in range(MOST_FOLLOWED):
        try:
            return save(seen)
        except DraftConflictError as conflict:
            begun_elsewhere = conflict.version == 0 and seen == 0
            if conflict.text not in typed.follows and not begun_elsewhere:
                raise
            seen = conflict.version
    return save(seen)


def clock(moment: datetime) -> str:
    """When it was kept, as the clock here says it."""
    at = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return at.astimezone(_HERE).strftime("%H:%M")


def _storable(text: object) -> str:
    """The text without what no database takes: half of a character pair, and the character with number zero."""
    if not isinstance(text, str):
        raise TypeError(type(text))
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
