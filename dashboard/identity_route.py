"""The route that remembers who sits at this computer, in a cookie that scripts cannot read (local mode)."""

import json
from dataclasses import dataclass

from anyio import to_thread
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import local_identity, outages, same_origin, sign_in
from dashboard.texts import personal_data as personal_words
from dashboard.texts import writing as words
from data_models import database
from data_models.access import Actor
from data_models.commands import people as commands
from data_models.outages import FAILURES
from data_models.personal_data import PersonalDataError
from data_models.queries import people
from data_models.tables.stories import PERSPECTIVES

ADDRESS = "/wie"  # dashboard/components/identity.py names it too
LONGEST = 120  # characters of a name or an organisation
MOST_BYTES = 10_000


class _RefusedError(Exception):
    """What was filled in cannot be kept; the first argument is the Dutch sentence that says why."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """What someone says about themselves; `changes` when they are who they were."""

    name: str
    organisation: str
    perspective: str
    changes: bool


async def remember(request: Request) -> Response:
    """Remember who this is: 200 with the cookie, or 422 with a sentence; 403 where people sign in."""
    if sign_in.is_configured():
        return JSONResponse({"sentence": words.SIGN_IN_INSTEAD}, status_code=403)
    person_id = local_identity.read(request.cookies.get(local_identity.COOKIE))
    try:
        same_origin.require(request)
        filled = _filled(await request.body())
        person_id = await to_thread.run_sync(lambda: _kept(filled, person_id=person_id))
    except same_origin.ForeignError:
        return JSONResponse({"sentence": words.FOREIGN}, status_code=403)
    except _RefusedError as refused:
        return JSONResponse({"sentence": str(refused)}, status_code=422)
    except PersonalDataError as refused:
        sentence = personal_words.FOUND_IN_WHO.format(found=personal_words.found(refused.kinds))
        return JSONResponse({"sentence": sentence}, status_code=422)
    except FAILURES as error:
        if sentence := outages.sentence(error):
            return JSONResponse({"sentence": sentence}, status_code=503)
        raise
    answer = JSONResponse({})
    answer.set_cookie(
        local_identity.COOKIE,
        local_identity.sign(person_id),
        max_age=local_identity.REMEMBERED_FOR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


async def forget(request: Request) -> Response:
    """Forget who this is; what they wrote stays."""
    try:
        same_origin.require(request)
    except same_origin.ForeignError:
        return JSONResponse({"sentence": words.FOREIGN}, status_code=403)
    answer = JSONResponse({})
    answer.delete_cookie(local_identity.COOKIE, httponly=True, samesite="lax")
    return answer


ROUTES = [Route(ADDRESS, remember, methods=["POST"]), Route(ADDRESS, forget, methods=["DELETE"])]


def _filled(body: bytes) -> _Filled:
    if len(body) > MOST_BYTES:
        raise _RefusedError(words.WHO_TOO_LONG.format(most=LONGEST))
    try:
        sent = json.loads(body)
        name, organisation = (" ".join(str(sent[field]).split()) for field in ("name", "organisation"))
        name.encode(), organisation.encode()  # half of a character pair cannot be stored
        perspective, changes = str(sent["perspective"]), sent.get("changes") is True
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as unreadable:
        raise _RefusedError(words.UNREADABLE) from unreadable
    for refused, sentence in (
        (not name, words.NAME_MISSING),
        (not organisation, words.ORGANISATION_MISSING),
        (perspective not in PERSPECTIVES, words.PERSPECTIVE_MISSING),
        (max(len(name), len(organisation)) > LONGEST, words.WHO_TOO_LONG.format(most=LONGEST)),
        ("\x00" in name + organisation, words.UNREADABLE),
    ):
        if refused:
            raise _RefusedError(sentence)
    return _Filled(name=name, organisation=organisation, perspective=perspective, changes=changes)


def _kept(filled: _Filled, *, person_id: int | None) -> int:
    said = {"name": filled.name, "organisation": filled.organisation, "perspective": filled.perspective}
    with database.writing(database.owner_engine()) as session:  # who sits at this computer owns the database
        actor = _known(session, person_id=person_id) if filled.changes and person_id else None
        if actor is None:
            return commands.register_person(session, **said)
        commands.change_person(session, actor=actor, **said)
        return actor.person_id


def _known(session: Session, *, person_id: int) -> Actor | None:
    region_id = people.region_of_kind(session, fictional=False)
    return None if region_id is None else people.actor(session, person_id=person_id, region_id=region_id)
