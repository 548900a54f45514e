"""Who asked for an import, looked up anew: it may be read and stored long after it was asked for."""

from sqlalchemy.orm import Session

from dashboard.importing.report import Request
from data_models.access import Action, Actor
from data_models.commands.permission import refuse_signed_out
from data_models.queries import people


class NotOneOfThisRegionError(Exception):
    """Whoever asked for it has no role in the region any more."""


def who_asks(session: Session, request: Request) -> Actor | None:
    """Who asked for it, in the roles they have now; None is the project itself.

    Raises `NotOneOfThisRegionError`, or `SignedOutError` when their sign-in ended meanwhile.
    """
    if request.person_id is None or request.region_id is None:
        return None
    actor = people.actor(
        session, person_id=request.person_id, region_id=request.region_id, sign_in_id=request.sign_in_id
    )
    if actor is None:
        raise NotOneOfThisRegionError(request.person_id)
    refuse_signed_out(session, actor=actor, action=Action.IMPORT_FIGURES)
    return actor
