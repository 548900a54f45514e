"""The right to download a part of the logboek: a signed token in the link that a page gives."""

import time
from dataclasses import dataclass
from datetime import datetime

from dashboard import signing
from data_models.access import Actor
from data_models.queries.audit import AuditFilter

ADDRESS = "/logboek.csv"  # of dashboard/audit_route.py
PARAMETER = "recht"
_HOUR = 3600  # seconds
_PURPOSE = "logboek"


@dataclass(frozen=True, slots=True)
class DownloadRight:
    """Who may download which lines, until when (seconds since 1970)."""

    person_id: int
    region_id: int
    sign_in_id: int | None
    chosen: AuditFilter
    expires: int


class ExpiredError(Exception):
    """The link was made here, but too long ago."""


def link(actor: Actor, *, chosen: AuditFilter) -> str:
    """Where to download these lines, for one to two hours; drawing the page again gives the same link."""
    expires = (int(time.time()) // _HOUR + 2) * _HOUR
    who = [actor.person_id, actor.region_id, actor.sign_in_id or 0, expires]
    texts = [chosen.role, chosen.action, chosen.kind, _written(chosen.since), _written(chosen.before), chosen.words]
    token = signing.sign([*who, chosen.person_id or 0, *texts], purpose=_PURPOSE)
    return f"{ADDRESS}?{PARAMETER}={token}"


def read(token: str) -> DownloadRight:
    """What the token allows; `signing.BadTokenError` or `ExpiredError` when it allows nothing."""
    person_id, region_id, sign_in_id, expires, whose, *texts = signing.read(token, purpose=_PURPOSE)
    role, action, kind, since, before, words = texts
    if expires < time.time():
        raise ExpiredError
    chosen = AuditFilter(whose or None, role, action, kind, _moment(since), _moment(before), words)
    return DownloadRight(person_id, region_id, sign_in_id or None, chosen, expires)


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
