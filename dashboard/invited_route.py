"""The route that keeps what somebody types who was invited, as that of drafts does for people (docs/adr/0021)."""

from functools import partial

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import invited_right, same_origin, signing, typed_request
from dashboard.invited_right import InvitedRight
from dashboard.pace import Pace, TooFastError
from dashboard.texts import invited as words
from dashboard.texts import writing as writing_words
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
from data_models import database
from data_models.commands import invited as commands
from data_models.commands.drafts import DraftConflictError, TooLongError
from data_models.outages import FAILURES
from data_models.queries.invitations import invited

ADDRESS = "/uitgenodigd"  # dashboard/components/invited_writing.py names it too
MOST_IN_A_MINUTE = 300  # texts saved for one invitation: five fields in two windows, each at every pause
_pace = Pace(MOST_IN_A_MINUTE)


async def keep_answer(request: Request) -> Response:
    """Keep an answer; 200 with its version, or the reason why not, with both texts when they conflict (409)."""
    try:
        typed = await typed_request.read(request)
        same_origin.require(request)
        right = invited_right.read(typed.token)
        _pace.keep(right.token_hash)
        answer = await to_thread.run_sync(lambda: saved_after_all(partial(_saved, right, typed), typed=typed))
    except DraftConflictError as conflict:
        other = {"text": conflict.text, "version": conflict.version}
        return problem_answer(409, "conflict", sentence=writing_words.CONFLICT, mine=typed.text, other=other)
    except _PROBLEMS as problem:
        return _answer_to(problem)
    return JSONResponse(answer)


async def current_answer(request: Request) -> Response:
    """The answer as it stands: version 0 and no text when there is none."""
    try:
        same_origin.require(request)
        right = invited_right.read(request.headers.get(TOKEN_HEADER, ""))
        _pace.keep(right.token_hash)
        return JSONResponse(await to_thread.run_sync(lambda: _standing(right)))
    except _PROBLEMS as problem:
        return _answer_to(problem)


ROUTES = [
    Route(ADDRESS, keep_answer, methods=["PUT", "POST"]),
    Route(ADDRESS, current_answer, methods=["GET"]),
]

_PROBLEMS = (
    same_origin.ForeignError,
    signing.BadTokenError,
    commands.NotInvitedError,
    commands.SentError,
    TooFastError,
    TooLongError,
    TooManyBytesError,
    UnreadableError,
    *FAILURES,
    ClientDisconnect,
)


def _answer_to(problem: Exception) -> Response:
    match problem:
        case same_origin.ForeignError():
            return problem_answer(403, "foreign", sentence=writing_words.FOREIGN)
        case signing.BadTokenError():
            return problem_answer(403, "role", sentence=writing_words.NOT_OURS)
        case commands.NotInvitedError():
            return problem_answer(403, "role", sentence=words.OVER)
        case commands.SentError():
            return problem_answer(403, "role", sentence=words.SENT_ALREADY)
        case TooFastError():
            return problem_answer(429, "fast", sentence=words.TOO_FAST)
        case TooLongError() | TooManyBytesError():
            return problem_answer(413, "too_long", sentence=words.TOO_LONG)
        case _ if isinstance(problem, FAILURES):
            return failed_answer(problem)
        case _:
            return problem_answer(400, "unreadable", sentence=writing_words.UNREADABLE)


def _saved(right: InvitedRight, typed: Typed, seen_version: int) -> dict[str, object]:
    with database.writing() as session:
        version, answer = commands.write_answer(
            session,
            token_hash=right.token_hash,
            question=right.question,
            text=typed.text,
            seen_version=seen_version,
        )
        return {"version": version, "saved_at": clock(answer.updated_at)}


def _standing(right: InvitedRight) -> dict[str, object]:
    with database.reading() as session:
        found = invited(session, token_hash=right.token_hash)
    if found is None:
        raise commands.NotInvitedError
    answer = found.answers.get(right.question)
    return {"text": answer.text, "version": answer.version} if answer else {"text": "", "version": 0}
