"""Who sits at this computer, as a signed cookie remembers it: local mode, until people sign in."""

from dashboard import signing

COOKIE = "tev-wie"
REMEMBERED_FOR = 365 * 24 * 3600  # seconds
_PURPOSE = "wie"


def sign(person_id: int) -> str:
    """What the cookie holds."""
    return signing.sign([person_id], purpose=_PURPOSE)


def read(cookie: str | None) -> int | None:
    """The person that the cookie names; None when there is no cookie, or it was not made here."""
    if not cookie:
        return None
    try:
        (person_id,) = signing.read(cookie, purpose=_PURPOSE)
    except signing.BadTokenError:
        return None
    return int(person_id)
