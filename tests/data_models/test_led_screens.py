"""Letting others look along: who has the code knows where the screen is, as long as it is led, and nothing else."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import led_screens as commands
from data_models.commands.led_screens import AddressRefusedError, NotLeadingError
from data_models.queries.led_screens import LedFacts, led_screen
from data_models.tables import LedScreen
from data_models.tables.declaration import now
from tests.data_models.matrix_world import HERE, THERE, World
from tests.data_models.people_rows import add_actor, add_region, audit_lines

HOME = {"page": "", "choices": "gebied=GM0034"}
FIGURE = {"page": "cijfer", "choices": "gebied=GM0034&indicator=jeugdzorg"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A database in which a chair may lead a screen."""

    engine: Engine
    chair: Actor

    def lead(self, **address: str) -> str:
        """Begin, and answer the code."""
        with database.writing(self.engine, actor=self.chair) as session:
            return commands.lead_screen(session, actor=self.chair, **{**HOME, **address})

    def move(self, code: str, **address: str) -> int:
        """Go on."""
        with database.writing(self.engine, actor=self.chair) as session:
            return commands.move_screen(session, actor=self.chair, code=code, **{**HOME, **address})

    def stop(self, code: str) -> None:
        """Stop."""
        with database.writing(self.engine, actor=self.chair) as session:
            commands.stop_leading(session, actor=self.chair, code=code)

    def seen(self, code: str) -> LedFacts | None:
        """What somebody who has no role anywhere sees by this code."""
        with database.reading(self.engine) as session:
            return led_screen(session, code=code)


@pytest.fixture
def meeting(engine: Engine) -> Meeting:
    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
        chair = add_actor(session, "Anna", region_id=region_id, role=Role.CHAIR)
    return Meeting(engine, chair)


def test_who_has_the_code_follows_the_screen(meeting: Meeting) -> None:
    code = meeting.lead()
    assert meeting.seen(code) == LedFacts(code, meeting.chair.organisation, "", "gebied=GM0034", 1)
    assert meeting.move(code, **FIGURE) == 2
    assert meeting.seen(code) == LedFacts(code, meeting.chair.organisation, **FIGURE, moves=2)


def test_the_same_address_is_no_move(meeting: Meeting) -> None:
    code = meeting.lead()
    assert [meeting.move(code), meeting.move(code, **FIGURE), meeting.move(code, **FIGURE)] == [1, 2, 2]


def test_a_code_is_six_letters_and_digits_that_cannot_be_taken_for_each_other(meeting: Meeting) -> None:
    codes = [meeting.lead() for _ in range(20)]
    assert {len(code) for code in codes} == {6}
    assert not set("".join(codes)) & set("AEIOUL01")
    assert len(set(codes)) == 20


def test_who_leads_anew_leads_the_earlier_screen_no_more(meeting: Meeting) -> None:
    first, second = meeting.lead(), meeting.lead(**FIGURE)
    assert meeting.seen(first) is None
    assert meeting.seen(second) is not None
    with pytest.raises(NotLeadingError):
        meeting.move(first)


def test_who_stopped_is_followed_no_more(meeting: Meeting) -> None:
    code = meeting.lead()
    meeting.stop(code)
    assert meeting.seen(code) is None
    for goes_on in (meeting.move, meeting.stop):
        with pytest.raises(NotLeadingError):
            goes_on(code)


def test_after_four_hours_it_has_ended_by_itself(meeting: Meeting) -> None:
    code = meeting.lead()
    with database.reading(meeting.engine, asker=meeting.chair) as session:
        led = session.scalars(select(LedScreen)).one()
        assert led.ends_at - led.started_at == pytest.approx(timedelta(hours=4), abs=timedelta(seconds=5))
    with database.writing(meeting.engine, actor=meeting.chair) as session:
        session.execute(update(LedScreen).values(ends_at=now() - timedelta(seconds=1)))
    assert meeting.seen(code) is None
    with pytest.raises(NotLeadingError):
        meeting.move(code)


def test_part_of_a_code_or_a_code_with_wildcards_shows_nothing(meeting: Meeting) -> None:
    code = meeting.lead()
    for guess in ("", "%", "______", code[:5], code.lower(), f"{code} ", f"{code[:5]}_"):
        assert meeting.seen(guess) is None, guess


@pytest.mark.parametrize(
    "foreign",
    [
        {"page": "//elders.example"},
        {"page": "https:elders"},
        {"page": "../beheer"},
        {"choices": "gebied=GM0034&on click=x"},
        {"choices": "gebied=GM00%0034"},
        {"choices": f"gebied={'x' * 1_500}"},
    ],
    ids=["another host", "a scheme", "a folder up", "no parameter", "a null character", "too long"],
)
def test_nobody_can_be_led_to_what_is_no_address_of_ours(meeting: Meeting, foreign: dict[str, str]) -> None:
    code = meeting.lead()
    for does in (lambda: meeting.lead(**foreign), lambda: meeting.move(code, **foreign)):
        with pytest.raises(AddressRefusedError):
            does()
    assert meeting.seen(code) == LedFacts(code, meeting.chair.organisation, **HOME, moves=1)


def test_somebody_else_cannot_move_or_stop_it_although_they_have_the_code(meeting: Meeting) -> None:
    code = meeting.lead()
    with database.writing(meeting.engine) as session:
        other = add_actor(session, "Bram", region_id=meeting.chair.region_id, role=Role.ADMINISTRATOR)
    bram = replace(meeting, chair=other)
    for does in (lambda: bram.move(code, **FIGURE), lambda: bram.stop(code)):
        with pytest.raises(NotLeadingError):
            does()
    assert meeting.seen(code) == LedFacts(code, meeting.chair.organisation, **HOME, moves=1)


def test_a_participant_leads_nothing(meeting: Meeting) -> None:
    with database.writing(meeting.engine) as session:
        guest = add_actor(session, "Bram", region_id=meeting.chair.region_id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowedError):
        replace(meeting, chair=guest).lead()


def test_beginning_and_stopping_are_in_the_logboek_and_moving_is_not(meeting: Meeting) -> None:
    code = meeting.lead()
    meeting.move(code, **FIGURE)
    meeting.stop(code)
    lines = audit_lines(meeting.engine)
    assert [line[2] for line in lines] == ["lead_screen", "stop_leading"]
    assert code not in repr(lines)


def test_behind_the_wall_a_code_shows_one_row_to_people_of_anywhere_and_no_code_shows_none(world: World) -> None:
    """The codes of the three regions are their marks; the plain role of PostgreSQL is held to the same."""
    elsewhere = world.regions[THERE].actors[Role.PARTICIPANT]
    for asker in (None, elsewhere):
        with database.reading(world.engine, asker=asker) as session:
            found = led_screen(session, code=HERE)
            assert found is not None
            assert found.organisation == HERE
            if world.engine.dialect.name == "postgresql":
                assert list(session.scalars(select(LedScreen.code))) == [HERE]
        with database.reading(world.engine, asker=asker) as session:
            assert led_screen(session, code="") is None
            if world.engine.dialect.name == "postgresql":
                assert list(session.scalars(select(LedScreen.code))) == []


def test_behind_the_wall_a_code_does_not_let_anybody_change_its_row(world: World) -> None:
    chair = world.regions[HERE].actors[Role.CHAIR]
    with world.trying(chair) as session:
        found = led_screen(session, code=THERE)
        assert found is not None
        if world.engine.dialect.name == "postgresql":
            moved = update(LedScreen).where(LedScreen.code == THERE).values(page="beheer")
            assert session.connection().execute(moved).rowcount == 0
