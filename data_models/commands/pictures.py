"""Pictures (beelden): made the first time that somebody speaks of their figures, and given a title."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.facts import FigureSubject, PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.tables import Area, Breakdown, Indicator, Period, Picture, PictureFigure

LONGEST_TITLE = 120  # characters: one line above the charts, two on a telephone


class PictureConflictError(Exception):
    """Someone else gave the picture another title after the one that was seen; `title` is what stands."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class TitleTooLongError(ValueError):
    """The title has more than `LONGEST_TITLE` characters."""


def name_picture(session: Session, *, actor: Actor, picture: PictureSubject, title: str, seen_title: str) -> None:
    """Give a picture a title, with which it stands in the list of the region; an empty one takes it off the list."""
    permit(session, actor=actor, action=Action.COMPOSE_JOINT)
    said = " ".join(title.split())
    if len(said) > LONGEST_TITLE:
        raise TitleTooLongError(len(said))
    refuse_personal_data(said)
    named = session.get_one(Picture, picture_id(session, actor=actor, subject=picture), with_for_update=True)
    if named.title != seen_title:
        raise PictureConflictError(named.title)
    named.title = said
    session.flush()
    audit.record(
        session,
        actor=actor,
        action="name_picture",
        subject_kind="picture",
        subject_id=named.id,
        from_version=0,
        to_version=0,
        detail=picture.subject,
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)


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
