"""Pictures of several figures on both databases: one for everybody, with a title, in the list of their area."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import pictures as commands
from data_models.commands.pictures import PictureConflictError, TitleTooLongError
from data_models.facts import FigureSubject, PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries import pictures as queries
from data_models.tables import Indicator, Picture, PictureFigure
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region


def _beside(period: str) -> PictureSubject:
    figures = (FigureSubject("jeugdzorg", "", "GM0034", period), FigureSubject("thuiszitters", "", "GM0034", "2024"))
    return PictureSubject(figures)


@pytest.fixture
def chair(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        if session.scalar(select(Indicator.id).where(Indicator.code == "thuiszitters")) is None:
            known = session.scalars(select(Indicator)).first()
            assert known is not None
            columns = {one.name: getattr(known, one.name) for one in Indicator.__table__.columns if one.name != "id"}
            session.add(Indicator(**{**columns, "code": "thuiszitters"}))
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.CHAIR)


def _name(engine: Engine, actor: Actor, title: str, *, seen: str = "", period: str = "2024") -> None:
    with database.writing(engine) as session:
        commands.name_picture(session, actor=actor, picture=_beside(period), title=title, seen_title=seen)


def test_a_picture_is_spelled_by_its_figures_and_shares_its_subject_with_other_periods() -> None:
    earlier = _beside("2023")
    assert earlier.signature == "jeugdzorg||GM0034|2023 + thuiszitters||GM0034|2024"
    assert earlier.subject == "jeugdzorg||GM0034 + thuiszitters||GM0034" == _beside("2024").subject
    assert (earlier.period, _beside("2024").period) == ("2023 + 2024", "2024")


def test_a_picture_with_a_title_stands_once_in_the_list_of_its_area_with_both_figures(
    engine: Engine, chair: Actor
) -> None:
    _name(engine, chair, " Hulp  en school ", period="2023")
    with database.writing(engine) as session:
        assert commands.picture_id(session, actor=chair, subject=_beside("2024"))
    with database.reading(engine) as session:
        (found,) = queries.together(session, asker=chair, area="GM0034")
        assert (found.title, found.period, found.answers) == ("Hulp en school", "2024", 0)
        assert found.figures == _beside("2024").figures
        assert queries.title_of(session, asker=chair, picture=_beside("2024")) == ("", "Hulp en school")
        assert queries.together(session, asker=None, area="GM0034") == []
        assert queries.together(session, asker=chair, area="GM0050") == []
        positions = session.execute(
            select(PictureFigure.position, Indicator.code)
            .join(Indicator, Indicator.id == PictureFigure.indicator_id)
            .join(Picture, Picture.id == PictureFigure.picture_id)
            .where(Picture.signature == _beside("2024").signature)
            .order_by(PictureFigure.position)
        )
        assert [tuple(row) for row in positions] == [(1, "jeugdzorg"), (2, "thuiszitters")]


def test_a_title_is_not_overwritten_unseen_and_without_one_the_picture_leaves_the_list(
    engine: Engine, chair: Actor
) -> None:
    _name(engine, chair, "Hulp en school")
    with pytest.raises(PictureConflictError) as refused:
        _name(engine, chair, "School en hulp")
    assert refused.value.title == "Hulp en school"
    _name(engine, chair, "", seen="Hulp en school")
    with database.reading(engine) as session:
        assert queries.together(session, asker=chair, area="GM0034") == []


def test_a_title_is_short_and_leads_to_nobody_and_is_given_by_who_writes_for_all(engine: Engine, chair: Actor) -> None:
    with pytest.raises(TitleTooLongError):
        _name(engine, chair, "x" * 121)
    with pytest.raises(PersonalDataError):
        _name(engine, chair, "Bel 06-12345678")
    with database.writing(engine) as session:
        reader = add_actor(session, "Dina", region_id=chair.region_id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowedError):
        _name(engine, reader, "Hulp en school")
