"""Who holds a signed link or token, asked by the routes that take one."""

from sqlalchemy.orm import Session

from dashboard import sign_in
from data_models.access import Action, Actor
from data_models.commands import permission
from data_models.commands.permission import Right, SignedOutError


def holder(session: Session, *, right: Right, action: Action) -> Actor:
    """Who holds it, in the roles they have now; see `permission.holder` for what it raises.

    `SignedOutError` as well when the right is of before people signed in here, or of when they still did.
    """
    if (right.sign_in_id is not None) != sign_in.is_configured():
        nobody = Actor(right.person_id, "", "", "", frozenset(), right.region_id, right.sign_in_id)
        raise SignedOutError(nobody, action, right.region_id)
    return permission.holder(session, right=right, action=action)
