"""The right to write one draft: a signed token that a page gives to its text field."""

import time
from dataclasses import dataclass, fields

from dashboard import signing

VALID_FOR = 12  # hours: a working day; the page gives a new one when it is over
_HOUR = 3600  # seconds
_PURPOSE = "concept"


@dataclass(frozen=True, slots=True)
class DraftRight:
    """Who may write which draft, until when (seconds since 1970)."""

    person_id: int
    region_id: int
    subject: str
    expires: int
    sign_in_id: int | None = None  # None: in local mode, where nobody signs in


class ExpiredTokenError(Exception):
    """The token was signed here, but too long ago."""


def sign(person_id: int, *, region_id: int, subject: str, sign_in_id: int | None = None) -> str:
    """A token for this draft; the same one for an hour, so that drawing a page again changes nothing in it."""
    expires = (int(time.time()) // _HOUR + VALID_FOR + 1) * _HOUR
    return signing.sign([person_id, region_id, subject, expires, sign_in_id or 0], purpose=_PURPOSE)


def read(token: str) -> DraftRight:
    """What the token allows; `signing.BadTokenError` or `ExpiredTokenError` when it allows nothing."""
    content = signing.read(token, purpose=_PURPOSE)
    if len(content) != len(fields(DraftRight)):
        raise signing.BadTokenError(_PURPOSE)  # of an earlier version of this program
    person_id, region_id, subject, expires, sign_in_id = content
    if expires < time.time():
        raise ExpiredTokenError(subject)
    return DraftRight(
        person_id=person_id, region_id=region_id, subject=subject, expires=expires, sign_in_id=sign_in_id or None
    )
