"""The route that keeps drafts: the text field talks to it while someone types, past Streamlit (docs/adr/0004)."""

from functools import partial

from anyio import to_thread
from sqlalchemy.orm import Session
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import drafts, same_origin, signing, typed_request
from dashboard.drafts import DraftRight
from dashboard.right_holders import holder
from dashboard.texts import writing as words
from dashboard.typed_request import (
    TOKEN_HEADER,
    TooManyBytesError,
    Typed,
    UnreadableError,
    clock,
    failed_answer,
    problem_answer,
    saved_after_all,
)
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import drafts as commands
from data_models.commands.permission import SignedOutError
from data_models.facts import DraftFacts
from data_models.outages import FAILURES
from data_models.queries.stories import own_draft

ADDRESS = "/concept"  # dashboard/components/writing.py names it too


async def keep_draft(request: Request) -> Response:
    """Keep a draft; 200 with its version, or the reason why not, with both texts when they conflict (409)."""
    try:
        typed = await typed_request.read(request)
        right = _right(request, token=typed.token)
        draft = await to_thread.run_sync(lambda: saved_after_all(partial(_saved, right, typed), typed=typed))
    except commands.DraftConflictError as conflict:
        other = {"text": conflict.text, "version": conflict.version}
        return problem_answer(409, "conflict", sentence=words.CONFLICT, mine=typed.text, other=other)
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
    TooManyBytesError,
    UnreadableError,
    *FAILURES,
    ClientDisconnect,
)


def _answer_to(problem: Exception) -> Response:
    most = f"{commands.LONGEST:,}".replace(",", ".")
    match problem:
        case same_origin.ForeignError():
            return problem_answer(403, "foreign", sentence=words.FOREIGN)
        case signing.BadTokenError():
            return problem_answer(403, "token", sentence=words.NOT_OURS)
        case drafts.ExpiredTokenError():
            return problem_answer(401, "expired", sentence=words.EXPIRED)
        case SignedOutError():
            return problem_answer(401, "signed_out", sentence=words.SIGNED_OUT)
        case access.NotAllowedError():
            return problem_answer(403, "role", sentence=words.NOT_ALLOWED)
        case commands.TooLongError() | TooManyBytesError():
            return problem_answer(413, "too_long", sentence=words.TOO_LONG.format(most=most))
        case _ if isinstance(problem, FAILURES):
            return failed_answer(problem)
        case _:
            return problem_answer(400, "unreadable", sentence=words.UNREADABLE)


def _facts(draft: DraftFacts) -> dict[str, object]:
    return {"version": draft.version, "saved_at": clock(draft.updated_at)}


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


def _saved(right: DraftRight, typed: Typed, seen_version: int) -> DraftFacts:
    with database.writing(actor=right) as session:
        return commands.save_draft(
            session,
            actor=_writer(session, right=right),
            subject=right.subject,
            text=typed.text,
            seen_version=seen_version,
            base_version=typed.base_version,
        )
