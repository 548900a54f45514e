"""Pictures (beelden): made the first time that somebody speaks of their figures."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.facts import FigureSubject, PictureSubject
from data_models.tables import Area, Breakdown, Indicator, Period, Picture, PictureFigure


def picture_id(session: Session, *, actor: Actor, subject: PictureSubject) -> int:
    """The id of this picture in the actor's region, made when it is the first time it is spoken of."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    new = {"region_id": actor.region_id, "signature": subject.signature, "subject": subject.subject, "title": ""}
    made: int | None = session.scalar(insert(Picture).values(new).on_conflict_do_nothing().returning(Picture.id))
    if made is None:
        known = select(Picture.id).where(Picture.region_id == actor.region_id, Picture.signature == subject.signature)
        return session.scalars(known).one()
    for position, figure in enumerate(subject.figures, start=1):
        session.add(_figure(session, picture_id=made, position=position, figure=figure))
    return made


def _figure(session: Session, *, picture_id: int, position: int, figure: FigureSubject) -> PictureFigure:
    newest = select(Area.id).where(Area.code == figure.area).order_by(Area.valid_from.desc()).limit(1)
    return PictureFigure(
        picture_id=picture_id,
        position=position,
        indicator_id=session.scalars(select(Indicator.id).where(Indicator.code == figure.indicator)).one(),
        breakdown_id=session.scalars(select(Breakdown.id).where(Breakdown.code == figure.breakdown)).one(),
        area_id=session.scalars(newest).one(),
        period_id=session.scalars(select(Period.id).where(Period.code == figure.period)).one(),
    )
