"""The right to fetch one copy, for a short while: a signed token that Beheer puts in a link."""

import time
from dataclasses import dataclass

from dashboard import signing
from data_models.access import Actor

ADDRESS = "/kopie"  # of dashboard/copy_route.py
VALID_FOR = 1_800  # seconds: as long as one looks at the page; drawing it again gives a new one
_PURPOSE = "kopie"


@dataclass(frozen=True, slots=True)
class CopyRight:
    """Who may fetch which copy, until when (seconds since 1970), for as long as this sign-in counts."""

    name: str
    person_id: int
    region_id: int
    sign_in_id: int | None
    expires: int


class ExpiredError(Exception):
    """The link was made here, but too long ago."""


def link(name: str, *, actor: Actor) -> str:
    """The address where this copy can be fetched."""
    expires = int(time.time()) + VALID_FOR
    content: list[str | int] = [name, actor.person_id, actor.region_id, actor.sign_in_id or 0, expires]
    return f"{ADDRESS}/{signing.sign(content, purpose=_PURPOSE)}"


def read(token: str) -> CopyRight:
    """What the token says, also when it is over; `signing.BadTokenError` when it was not signed here."""
    name, person_id, region_id, sign_in_id, expires = signing.read(token, purpose=_PURPOSE)
    return CopyRight(name, person_id, region_id, sign_in_id or None, expires)
