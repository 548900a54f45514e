"""What somebody sees who was invited: the invitation of their token, and the public message of its figures."""

import re
from dataclasses import dataclass

from dashboard import statements
from dashboard.data import catalogue, figure
from dashboard.data.reader import Reader
from data_models import database
from data_models.facts import AreaFacts, FigureSubject
from data_models.queries import invitations as queries
from data_models.queries.invitations import InvitationFacts, hash_of

_TOKEN = re.compile(r"[\w-]{43}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Message:
    """What is public of one figure: nothing when `text` is empty."""

    indicator: str
    area: str
    text: str
    amounts: str
    fictional: bool


def hash_of_link(token: str) -> str:
    """What a token that somebody came with is known by; empty when it cannot be one."""
    return hash_of(token) if _TOKEN.fullmatch(token) else ""


def invitation(token_hash: str) -> InvitationFacts | None:
    """The invitation as who was invited sees it."""
    if not token_hash:
        return None
    with database.reading() as session:
        return queries.invited(session, token_hash=token_hash)


def messages(everyone: Reader, *, signature: str) -> tuple[Message, ...]:
    """Of each figure of the picture what everybody may read, up to the period that the invitation is about."""
    subjects = [FigureSubject(*part.split("|")) for part in signature.split(" + ")]
    found = (_message(everyone, subject=one) for one in subjects)
    return tuple(one for one in found if one is not None)


def _message(everyone: Reader, *, subject: FigureSubject) -> Message | None:
    indicator = next((one for one in catalogue.indicators(everyone) if one.code == subject.indicator), None)
    area = _area(everyone, code=subject.area)
    if indicator is None or area is None:
        return None
    country = next(
        one for one in catalogue.areas(everyone) if one.kind == "country" and one.fictional == area.fictional
    )
    lines = figure.lines(everyone, area=area, indicator=indicator, reference=country, breakdown=subject.breakdown)
    periods = [one.period for one in lines.area]
    known = lines.area[: periods.index(subject.period) + 1] if subject.period in periods else ()
    if not known:
        return Message(indicator.name, area.name, "", "", area.fictional)
    groups = figure.breakdowns(everyone, area=area, indicator=indicator)
    said = statements.headline(
        known,
        indicator=indicator,
        annotations=lines.annotations,
        area_name=area.name,
        breakdown_name=groups.get(subject.breakdown, ""),
    )
    amounts = statements.amounts(known[-1], indicator=indicator).text
    return Message(indicator.name, area.name, said.text, amounts, area.fictional)


def _area(everyone: Reader, *, code: str) -> AreaFacts | None:
    """The area with this code, as it was last."""
    return max((one for one in catalogue.areas(everyone) if one.code == code), key=_begin, default=None)


def _begin(area: AreaFacts) -> int:
    return area.valid_from
