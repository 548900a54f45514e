"""The route that keeps drafts: the text field talks to it while someone types, past Streamlit (docs/adr/0004)."""

import json
from dataclasses import dataclass
from datetime import UTC
from zoneinfo import ZoneInfo

from anyio import to_thread
from sqlalchemy.orm import Session
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import drafts, same_origin, signing
from dashboard.drafts import DraftRight
from dashboard.right_holders import holder
from dashboard.texts import outages as outage_words
from dashboard.texts import writing as words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import drafts as commands
from data_models.commands.permission import SignedOutError
from data_models.facts import DraftFacts
from data_models.outages import FAILURES, Outage, outage
from data_models.queries.stories import own_draft

ADDRESS = "/concept"  # dashboard/components/writing.py names it too
TOKEN_HEADER = "x-concept-token"  # noqa: S105  # a name
MOST_BYTES = 400_000  # three texts of `commands.LONGEST` characters, each written as an escape, with room to spare
MOST_FOLLOWED = 2  # texts on their way at the same time
_HERE = ZoneInfo("Europe/Amsterdam")


class _UnreadableError(Exception):
    """The request does not hold what a text field sends."""


class _TooManyBytesError(Exception):
    """The request is larger than any text that may be kept."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """What a text field sends: a text, the version it was typed on, and what it sent before without an answer."""

    token: str
    text: str
    seen_version: int
    base_version: int
    follows: tuple[str, ...]


async def keep_draft(request: Request) -> Response:
    """Keep a draft; 200 with its version, or the reason why not, with both texts when they conflict (409)."""
    try:
        typed = await _typed(request)
        right = _right(request, token=typed.token)
        draft = await to_thread.run_sync(lambda: _kept(right, typed=typed))
    except commands.DraftConflictError as conflict:
        other = {"text": conflict.text, "version": conflict.version}
        return _problem(409, "conflict", words.CONFLICT, mine=typed.text, other=other)
    except _PROBLEMS as problem:
        return _answer_to(problem)
    return JSONResponse(_facts(draft))


async def current_draft(request: Request) -> Response:
    """The draft as it stands: version 0 and no text when there is none."""
    try:
        right = _right(request, token=request.headers.get(TOKEN_HEADER, ""))
        draft = await to_thread.run_sync(lambda: _standing(right))
    except _PROBLEMS as problem:
        return _answer_to(problem)
    return JSONResponse({"text": draft.text, **_facts(draft)} if draft else {"text": "", "version": 0})


ROUTES = [
    Route(ADDRESS, keep_draft, methods=["PUT", "POST"]),
    Route(ADDRESS, current_draft, methods=["GET"]),
]

_PROBLEMS = (
    same_origin.ForeignError,
    signing.BadTokenError,
    drafts.ExpiredTokenError,
    access.NotAllowedError,
    commands.TooLongError,
    _TooManyBytesError,
    _UnreadableError,
    *FAILURES,
    ClientDisconnect,
)


def _answer_to(problem: Exception) -> Response:
    most = f"{commands.LONGEST:,}".replace(",", ".")
    match problem:
        case same_origin.ForeignError():
            return _problem(403, "foreign", words.FOREIGN)
        case signing.BadTokenError():
            return _problem(403, "token", words.NOT_OURS)
        case drafts.ExpiredTokenError():
            return _problem(401, "expired", words.EXPIRED)
        case SignedOutError():
            return _problem(401, "signed_out", words.SIGNED_OUT)
        case access.NotAllowedError():
            return _problem(403, "role", words.NOT_ALLOWED)
        case commands.TooLongError() | _TooManyBytesError():
            return _problem(413, "too_long", words.TOO_LONG.format(most=most))
        case _ if isinstance(problem, FAILURES):
            return _failed(problem)
        case _:
            return _problem(400, "unreadable", words.UNREADABLE)


def _failed(problem: Exception) -> Response:
    found = outage(problem)
    if found is None:  # a mistake in the program: it belongs in the log, and the text is tried again
        raise problem
    code = "full" if found is Outage.FULL else "database"
    return _problem(503, code, outage_words.DRAFTS[found.value])


def _problem(status: int, code: str, sentence: str, **more: object) -> Response:
    return JSONResponse({"problem": code, "sentence": sentence, **more}, status_code=status)


def _facts(draft: DraftFacts) -> dict[str, object]:
    at = draft.updated_at if draft.updated_at.tzinfo else draft.updated_at.replace(tzinfo=UTC)
    return {"version": draft.version, "saved_at": at.astimezone(_HERE).strftime("%H:%M")}


async def _typed(request: Request) -> _Typed:
    """What was sent, read no further than a text that may be kept can be long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise _TooManyBytesError
    try:
        sent = json.loads(body)
        return _Typed(
            token=str(request.headers.get(TOKEN_HEADER) or sent["token"]),
            text=_storable(sent["text"]),
            seen_version=int(sent["seen_version"]),
            base_version=int(sent["base_version"]),
            follows=tuple(_storable(text) for text in sent.get("follows", ())[:MOST_FOLLOWED]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as unreadable:
        raise _UnreadableError from unreadable


def _storable(text: object) -> str:
    """The text without what no database takes: half of a character pair, and the character with number zero."""
    if not isinstance(text, str):
        raise TypeError(type(text))
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _right(request: Request, *, token: str) -> DraftRight:
    same_origin.require(request)
    return drafts.read(token)


def _writer(session: Session, *, right: DraftRight) -> Actor:
    """The person of the token, in the role they have now, as long as they are signed in."""
    actor = holder(session, right=right, action=Action.CONTRIBUTE)
    access.require(actor, Action.CONTRIBUTE)
    return actor


def _standing(right: DraftRight) -> DraftFacts | None:
    with database.reading(asker=right) as session:
        return own_draft(session, actor=_writer(session, right=right), subject=right.subject)


def _kept(right: DraftRight, *, typed: _Typed) -> DraftFacts:
    """Save; what conflicts only with an earlier text of this same field, whose answer got lost, is saved after all."""
    seen = typed.seen_version
    for _ in range(MOST_FOLLOWED):
        try:
            return _saved(right, typed=typed, seen_version=seen)
        except commands.DraftConflictError as conflict:
            begun_elsewhere = conflict.version == 0 and seen == 0
            if conflict.text not in typed.follows and not begun_elsewhere:
                raise
            seen = conflict.version
    return _saved(right, typed=typed, seen_version=seen)


def _saved(right: DraftRight, *, typed: _Typed, seen_version: int) -> DraftFacts:
    with database.writing(actor=right) as session:
        return commands.save_draft(
            session,
            actor=_writer(session, right=right),
            subject=right.subject,
            text=typed.text,
            seen_version=seen_version,
            base_version=typed.base_version,
        )
