"""Who asked for an import, looked up anew: it may be read and stored long after it was asked for."""

from sqlalchemy.orm import Session

from dashboard.importing.report import Request
from data_models.access import Action, Actor
from data_models.commands.permission import holder


def who_asks(session: Session, request: Request) -> Actor | None:
    """Who asked for it, in the roles they have now; None is the project itself.

    Raises `SignedOutError` when their sign-in ended meanwhile, `NotAllowedError` when they have no role left.
    """
    asker = request.asker
    return None if asker is None else holder(session, right=asker, action=Action.IMPORT_FIGURES)
