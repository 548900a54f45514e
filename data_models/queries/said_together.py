"""What the parties said together last about figures of an area, and which parties confirmed those words."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.facts import periods_of
from data_models.queries.interpretations import seen_pictures
from data_models.queries.pictures import figures_of
from data_models.tables import (
    Area,
    Breakdown,
    Confirmation,
    Indicator,
    JointInterpretation,
    JointVersion,
    Party,
    Picture,
    PictureFigure,
)


@dataclass(frozen=True, slots=True)
class SaidTogether:
    """A joint interpretation of one or more figures, by their codes, and who confirmed the words as they stand."""

    indicators: tuple[str, ...]
    period: str
    question: int
    text: str
    confirmed: tuple[tuple[str, datetime], ...]  # the party, and when


def said_together(
    session: Session, *, asker: Actor | None, area: str, indicators: Collection[str]
) -> list[SaidTogether]:
    """Of each picture with one of these indicators in this area the last period, by question; in two statements."""
    pictures = (
        select(PictureFigure.picture_id)
        .join(Indicator, Indicator.id == PictureFigure.indicator_id)
        .join(Area, Area.id == PictureFigure.area_id)
        .join(Breakdown, Breakdown.id == PictureFigure.breakdown_id)
        .where(Indicator.code.in_(indicators), Area.code == area, Breakdown.code == "")
    )
    question = (
        select(JointInterpretation.id, JointInterpretation.question, JointInterpretation.text, Picture)
        .join(Picture, Picture.id == JointInterpretation.picture_id)
        .where(seen_pictures(asker), Picture.id.in_(pictures), JointInterpretation.text != "")
        .order_by(Picture.subject, JointInterpretation.question)
    )
    found = session.execute(question).all()
    last: dict[tuple[int, str], str] = {}
    for *_, picture in found:
        key = (picture.region_id, picture.subject)
        last[key] = max(last.get(key, ""), picture.signature)
    stands = [row for row in found if last[row.Picture.region_id, row.Picture.subject] == row.Picture.signature]
    confirmed = _confirmed(session, [row.id for row in stands])
    return [
        SaidTogether(
            indicators=tuple(one.indicator for one in figures_of(row.Picture.signature)),
            period=periods_of(row.Picture.signature),
            question=row.question,
            text=row.text,
            confirmed=tuple(confirmed[row.id]),
        )
        for row in stands
    ]


def _confirmed(session: Session, joints: Collection[int]) -> dict[int, list[tuple[str, datetime]]]:
    """The parties that confirmed exactly the words that stand now."""
    words = and_(
        JointVersion.interpretation_id == Confirmation.interpretation_id, JointVersion.version == Confirmation.version
    )
    question = (
        select(Confirmation.interpretation_id, Party.name, Confirmation.confirmed_at)
        .join(JointVersion, words)
        .join(JointInterpretation, JointInterpretation.id == Confirmation.interpretation_id)
        .join(Party, Party.id == Confirmation.party_id)
        .where(Confirmation.interpretation_id.in_(joints), JointVersion.text == JointInterpretation.text)
        .order_by(Party.name, Confirmation.version.desc())
    )
    found: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    for number, party, moment in session.execute(question):
        found[number].setdefault(party, moment)
    return defaultdict(list, {number: list(parties.items()) for number, parties in found.items()})
