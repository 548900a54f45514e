"""Who holds a signed link or token, asked by the routes that take one."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from dashboard import claims, sign_in
from dashboard.data import sign_in_cookie
from data_models.access import Action, Actor
from data_models.commands import permission
from data_models.commands.permission import Right, SignedOutError
from data_models.queries import sign_ins


def holder_here(session: Session, *, right: Right, action: Action, cookies: Mapping[str, str]) -> Actor:
    """Who holds it, when these cookies are of the browser in which they signed in: passed on, a link gives nothing.

    Where nobody signs in there is one computer, and nothing to compare.
    """
    found = holder(session, right=right, action=action)
    if right.sign_in_id is not None:
        key = claims.key(sign_in_cookie.said(cookies))
        if not sign_ins.is_of(session, sign_in_id=right.sign_in_id, key=key):
            raise SignedOutError(found, action, right.region_id)
    return found


def holder(session: Session, *, right: Right, action: Action) -> Actor:
    """Who holds it, in the roles they have now; see `permission.holder` for what it raises.

    `SignedOutError` as well when the right is of before people signed in here, or of when they still did.
    """
    if (right.sign_in_id is not None) != sign_in.is_configured():
        nobody = Actor(right.person_id, "", "", "", frozenset(), right.region_id, right.sign_in_id)
        raise SignedOutError(nobody, action, right.region_id)
    return permission.holder(session, right=right, action=action)
