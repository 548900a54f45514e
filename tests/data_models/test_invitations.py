"""Invitations on both databases, on PostgreSQL behind the wall: a token gives one contribution, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, Executable, func, select, update
from sqlalchemy.exc import DBAPIError

from data_models import database, schema
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import invitations as commands
from data_models.commands import invited
from data_models.commands.adopting import CLOCK, today
from data_models.commands.drafts import DraftConflictError, TooLongError
from data_models.commands.invitations import InvitationRefusedError, SendingConflictError
from data_models.commands.invited import NothingToSendError, NotInvitedError, SentError
from data_models.commands.prompts import change_prompts
from data_models.database import make_engine
from data_models.facts import FigureSubject, PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries import invitations as queries
from data_models.queries.invitations import InvitationFacts, hash_of
from data_models.queries.prompts import PromptsFacts, prompts_for_invited
from data_models.tables import (
    Agreement,
    AuditLine,
    Contribution,
    ContributionVersion,
    Invitation,
    InvitedAnswer,
    JointInterpretation,
    JointQuote,
    Sending,
    Table,
)
from data_models.tables.declaration import now
from tests import postgresql
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, topic_version

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
WORDS = "kenmerkdatnergensandersstaat"
GROUP = "12 ouders"


@dataclass(frozen=True, slots=True)
class House:
    """A database as its users open it, and as its owner does, with who may invite and who may not."""

    engine: Engine
    owner: Engine
    officer: Actor
    elsewhere: Actor
    participant: Actor

    def invite(self, for_whom: str = "") -> str:
        """The token of an invitation."""
        asked: dict[str, Any] = {"picture": PICTURE, "perspective": "ouders", "days": 14, "for_whom": for_whom}
        with database.writing(self.engine, actor=self.officer) as session:
            return commands.invite(session, actor=self.officer, **asked)

    def write(self, token: str, text: str, *, question: int = 2, seen: int = 0) -> int:
        """Type an answer, as who was invited."""
        with database.writing(self.engine) as session:
            version, _ = invited.write_answer(
                session, token_hash=hash_of(token), question=question, text=text, seen_version=seen
            )
            return version

    def send(self, token: str, **seen: int) -> None:
        """Send it, in the versions that `q2=1` names."""
        versions = {int(name[1:]): version for name, version in seen.items()}
        with database.writing(self.engine) as session:
            invited.send(session, token_hash=hash_of(token), seen=versions)

    def sent(self) -> str:
        """The token of an invitation that was answered by a group."""
        token = self.invite(for_whom="ouderraad")
        with database.writing(self.engine) as session:
            invited.choose(session, token_hash=hash_of(token), question=1, recognition="deels")
        self.write(token, WORDS)
        self.write(token, GROUP, question=0)
        self.send(token, q0=1, q2=1)
        return token

    def of(self, token: str) -> InvitationFacts:
        """The invitation as who was invited sees it."""
        with database.reading(self.engine) as session:
            found = queries.invited(session, token_hash=hash_of(token))
        assert found is not None
        return found

    def seen(self, actor: Actor) -> list[InvitationFacts]:
        """What this person sees of the invitations of their region."""
        with database.reading(self.engine, asker=actor) as session:
            return queries.invitations(session, asker=actor)

    def decide(self, token: str, *, reason: str = "", version: int = 1) -> None:
        """Show what was sent, or refuse it for a reason."""
        about: dict[str, Any] = {"actor": self.officer, "invitation_id": self.of(token).id, "seen_version": version}
        with database.writing(self.engine, actor=self.officer) as session:
            if reason:
                commands.refuse_sending(session, reason=reason, **about)
            else:
                commands.show_sending(session, organisation="12 ouders, op uitnodiging", **about)

    def contributions(self) -> list[tuple[object, ...]]:
        """What stands in the story."""
        columns = (Contribution.question, Contribution.organisation, Contribution.recognition, Contribution.text)
        with database.reading(self.owner) as session:
            stands = Contribution.state == "shared"
            return [tuple(row) for row in session.execute(select(*columns).where(stands).order_by(Contribution.id))]


@pytest.fixture
def house(engine: Engine) -> Iterator[House]:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        people = {
            "officer": add_actor(session, "Anna", region_id=here),
            "participant": add_actor(session, "Bert", region_id=here, role=Role.PARTICIPANT),
            "elsewhere": add_actor(session, "Cor", region_id=there),
        }
    if engine.dialect.name == "sqlite":
        yield House(engine, engine, **people)
        return
    plain = make_engine(postgresql.plain_url(engine.url))
    schema.let_use(engine, role=postgresql.PLAIN)
    yield House(plain, engine, **people)
    plain.dispose()


def test_an_invitation_can_be_answered_until_the_end_of_the_day_that_it_names(house: House) -> None:
    token = house.invite()
    with database.reading(house.engine) as session:
        found = queries.invited(session, token_hash=hash_of(token))
    assert found is not None
    ends = found.ends_at.astimezone(CLOCK)
    assert (ends.date() - today(), f"{ends:%H:%M:%S}") == (timedelta(days=14), "23:59:59")
    assert found.ends_at.date() == ends.date()  # which the page says


def test_what_somebody_without_an_account_sends_stands_in_the_story_once_it_was_read(house: House) -> None:
    token = house.sent()
    (waiting,) = house.seen(house.officer)
    assert waiting.sending is not None
    assert (waiting.for_whom, waiting.sending.state, waiting.sending.on_behalf_of) == ("ouderraad", "waiting", GROUP)
    assert [answer.text for answer in waiting.answers.values()] == [GROUP, "", WORDS]
    assert house.contributions() == []
    house.decide(token)
    assert house.contributions() == [
        (1, "12 ouders, op uitnodiging", "deels", ""),
        (2, "12 ouders, op uitnodiging", "", WORDS),
    ]
    found = house.of(token)
    assert found.sending is not None
    assert (found.sending.state, found.organisation, found.region) == ("shown", "Gemeente Almere", "Flevoland")


def test_a_refusal_needs_a_reason_which_the_sender_reads(house: House) -> None:
    token = house.sent()
    for empty in ("  ", ""):
        about: dict[str, Any] = {"actor": house.officer, "invitation_id": house.of(token).id, "seen_version": 1}
        with (
            pytest.raises(InvitationRefusedError, match="reason_missing"),
            database.writing(house.engine, actor=house.officer) as session,
        ):
            commands.refuse_sending(session, reason=empty, **about)
    house.decide(token, reason="Er staat een naam in.")
    found = house.of(token).sending
    assert found is not None
    assert (found.state, found.reason, house.contributions()) == ("refused", "Er staat een naam in.", [])
    with pytest.raises(SendingConflictError):
        house.decide(token, version=1)
    with database.writing(house.engine, actor=house.officer) as session:
        commands.undo_decision(session, actor=house.officer, invitation_id=house.of(token).id, seen_version=2)
    house.decide(token, version=3)
    assert len(house.contributions()) == 2


def test_the_sender_sees_what_was_quoted_and_what_became_an_agreement(house: House) -> None:
    token = house.sent()
    house.decide(token)
    with database.writing(house.owner) as session:
        first, second = session.scalars(select(Contribution.id).order_by(Contribution.id)).all()
        picture = session.scalars(select(Contribution.picture_id).limit(1)).one()
        joint = JointInterpretation(picture_id=picture, question=1, text="Samen", updated_by=None)
        session.add(joint)
        session.flush()
        session.add(JointQuote(interpretation_id=joint.id, version=1, contribution_id=first))
        made = {"region_id": house.officer.region_id, "contribution_id": second, "due_on": now().date()}
        session.add(Agreement(picture_id=picture, what="Iets", organisation="Wij", state="open", **made))
    answers = house.of(token).answers
    assert {number: (one.quoted, one.agreed) for number, one in answers.items()} == {
        0: (False, False),
        1: (True, False),
        2: (False, True),
    }


def test_nobody_reads_what_is_not_sent_and_it_stays_until_it_is(house: House) -> None:
    token = house.invite()
    house.write(token, WORDS)
    (found,) = house.seen(house.officer)
    assert (found.sending, found.answers) == (None, {})
    assert house.of(token).answers[2].text == WORDS
    with pytest.raises(DraftConflictError):
        house.write(token, "Uit een ander venster")
    with pytest.raises(DraftConflictError):
        house.send(token)
    with pytest.raises(TooLongError):
        house.write(token, "x" * 5_001, question=3)
    assert house.write(token, WORDS, seen=0) == 1  # the same words make no other version
    house.send(token, q2=1)
    with pytest.raises(SentError):
        house.write(token, "Toch anders", seen=1)
    with pytest.raises(SentError):
        house.send(token, q2=1)
    with database.writing(house.engine) as session:
        invited.fetch_back(session, token_hash=hash_of(token))
    assert house.write(token, f"{WORDS} toch", seen=1) == 2
    house.send(token, q2=2)
    house.decide(token)
    with pytest.raises(SentError), database.writing(house.engine) as session:
        invited.fetch_back(session, token_hash=hash_of(token))


def test_nothing_is_written_or_sent_when_an_invitation_is_over_or_was_never_made(house: House) -> None:
    over, taken_back = house.invite(), house.invite()
    house.write(over, WORDS)
    house.write(taken_back, WORDS)
    with database.writing(house.owner) as session:
        ended = update(Invitation).where(Invitation.token_hash == hash_of(over))
        session.execute(ended.values(ends_at=now() - timedelta(seconds=1)))
    with database.writing(house.engine, actor=house.officer) as session:
        commands.withdraw_invitation(session, actor=house.officer, invitation_id=house.of(taken_back).id)
    for token in (over, taken_back, "x" * 43):
        with pytest.raises(NotInvitedError):
            house.write(token, "Nog iets", seen=1)
        with pytest.raises(NotInvitedError):
            house.send(token, q2=1)
    assert house.of(over).answers[2].text == WORDS
    assert house.of(taken_back).answers == {}


def test_what_leads_to_a_person_is_not_sent_and_nothing_at_all_is_not_either(house: House) -> None:
    token = house.invite()
    with pytest.raises(NothingToSendError):
        house.send(token)
    house.write(token, "Bel 06-12345678")
    with pytest.raises(PersonalDataError):
        house.send(token, q2=1)
    house.write(token, "Ouders wachten lang", seen=1)
    house.write(token, "Bel 06-12345678", question=0)
    with pytest.raises(PersonalDataError):
        house.send(token, q0=1, q2=2)
    assert house.of(token).sending is None


def test_who_withdraws_leaves_no_word_and_the_token_stands_nowhere(house: House) -> None:
    token = house.sent()
    house.decide(token)
    with database.writing(house.engine) as session:
        invited.withdraw(session, token_hash=hash_of(token), seen_version=2)
    assert house.contributions() == []
    with database.reading(house.owner) as session:
        everything = {table.name: repr(session.execute(select(table)).all()) for table in Table.metadata.sorted_tables}
        lines = session.execute(select(AuditLine.role, AuditLine.action, AuditLine.person_name)).all()
    assert [name for name, rows in everything.items() if WORDS in rows or token in rows] == []
    assert ("invited", "send_invited", "") in [tuple(line) for line in lines]
    assert [tuple(line) for line in lines][-1] == ("invited", "withdraw_invited", "")
    assert topic_version(house.owner, "stories", region_id=house.officer.region_id) == len(lines)


def test_only_who_may_invite_makes_reads_and_decides(house: House) -> None:
    token = house.sent()
    number = house.of(token).id
    for somebody in (house.participant, house.elsewhere):
        assert house.seen(somebody) == []
        with pytest.raises(NotAllowedError), database.writing(house.engine, actor=somebody) as session:
            commands.refuse_sending(session, actor=somebody, invitation_id=number, seen_version=1, reason="Nee")
    with pytest.raises(NotAllowedError), database.writing(house.engine, actor=house.participant) as session:
        commands.invite(session, actor=house.participant, picture=PICTURE, perspective="ouders", days=14)


TRIED: dict[str, Executable] = {
    "the invitation": update(Invitation).values(ends_at=now() + timedelta(days=900)),
    "what was sent, as if it were shown": update(Sending).values(state="shown"),
    "an answer that was sent": update(InvitedAnswer).values(text="anders"),
    "a contribution that stands": update(Contribution).values(text="anders"),
    "what a contribution was before": update(ContributionVersion).values(text="anders"),
}


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)  # SQLite has no wall
def test_behind_the_wall_a_token_shows_one_invitation_and_lets_nothing_else_be_written(house: House) -> None:
    mine, other = house.sent(), house.sent()
    house.decide(mine)
    house.decide(other)
    counted = (Invitation, InvitedAnswer, Sending, Contribution)
    for token, expected in ((mine, [1, 3, 1, 2]), ("", [0, 0, 0, 0])):
        with database.reading(house.engine) as session:
            queries.see_as_invited(session, token_hash=hash_of(token) if token else "")
            assert [session.scalar(select(func.count()).select_from(table)) for table in counted] == expected
    with database.reading(house.engine, asker=house.elsewhere) as session:
        assert [session.scalar(select(func.count()).select_from(table)) for table in counted] == [0, 0, 0, 0]
    for what, statement in TRIED.items():
        try:
            with database.writing(house.engine) as session:
                queries.see_as_invited(session, token_hash=hash_of(mine))
                assert session.connection().execute(statement).rowcount == 0, what
        except DBAPIError as refused:
            assert "row-level security" in str(refused), what
    with database.reading(house.owner) as session:
        assert session.scalars(select(Contribution.text).where(Contribution.question == 2)).all() == [WORDS, WORDS]
        assert set(session.scalars(select(Sending.state))) == {"shown"}


def test_who_was_invited_reads_the_prompts_of_the_region_that_invited_them(house: House) -> None:
    token = house.invite()
    with database.writing(house.engine, actor=house.officer) as session:
        change_prompts(session, actor=house.officer, question=2, seen_version=0, text="Wat zegt de klas?")
    for known, expected in ((token, {2: PromptsFacts(("Wat zegt de klas?",), 1)}), ("geraden", {})):
        with database.reading(house.engine) as session:
            assert prompts_for_invited(session, token_hash=hash_of(known)) == expected
