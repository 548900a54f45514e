"""Invitations, prompts and retention in the matrix: what each region has, how each is asked, and what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Protocol

from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import invitations, invited, prompts, retention
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import invitations as queries
from data_models.queries import prompts as prompt_queries
from data_models.queries import retention as retention_queries
from data_models.queries.invitations import hash_of
from data_models.queries.retention import Expired, Moments, RetentionFacts, expired_of
from data_models.tables import Invitation, InvitedAnswer, RegionPrompts, Retention, Sending
from data_models.tables.declaration import now

SIGNATURE = "jeugdzorg||GM0034|2024"
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
NUMBER = "Bel 06-12345678"
BEFORE = Moments(datetime(2020, 1, 1, tzinfo=UTC))  # before anything that stands
AFTER = Moments(datetime(2100, 1, 1, tzinfo=UTC))
TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "invitations.for_whom": "invitations.for_whom",
    "sendings.reason": "invitations.reason",
    "region_prompts.text": "prompts.text",
}
NOT_TYPED = {
    "invitations.signature": "codes",
    "invitations.perspective": "chosen from a list",
    "invitations.organisation": "of the person, refused there",
    "invitations.token_hash": "a hash",
    "invited_answers.text": "private until it is sent, and refused then: tests/data_models/test_invitations.py",
    "invited_answers.recognition": "chosen from a list",
    "sendings.on_behalf_of": "an answer, refused when it is sent",
    "sendings.state": "a code",
}
PRIVATE = {"invited.write_answer.text"}  # until it is sent


@dataclass(frozen=True, slots=True)
class InvitedRows:
    """The invitations of one region, by their ids: one that is out, waits, was refused, and was taken back."""

    out: int
    waiting: int
    refused: int
    over: int


class There(Protocol):
    """What there is of a region."""

    @property
    def invited(self) -> InvitedRows: ...


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


Does = Callable[[Session, Actor, There], object]
Asks = Callable[[Session, Any, object], object]


def fill(session: Session, *, region_id: int, mark: str, officer: int, years: int) -> InvitedRows:
    """Write what a region may have, with its mark in every text."""
    numbers = {}
    for state in ("out", "waiting", "refused", "over"):
        one = Invitation(
            region_id=region_id,
            signature=SIGNATURE,
            perspective="ouders",
            for_whom=mark,
            organisation=mark,
            created_by=officer,
            token_hash=hash_of(f"{mark} {state}"),
            ends_at=now() + timedelta(days=14),
            withdrawn_at=now() if state == "over" else None,
        )
        session.add(one)
        session.flush()
        session.add(InvitedAnswer(invitation_id=one.id, question=2, region_id=region_id, text=mark, version=1))
        if state in ("waiting", "refused"):
            reason = mark if state == "refused" else ""
            session.add(
                Sending(invitation_id=one.id, region_id=region_id, on_behalf_of=mark, state=state, reason=reason)
            )
        numbers[state] = one.id
    session.add(RegionPrompts(region_id=region_id, question=1, text=mark))
    session.add(Retention(region_id=region_id, years=years))
    session.flush()
    return InvitedRows(**numbers)


def _remove(session: Session, actor: Actor, _: There) -> object:
    seen = expired_of(session, region_id=actor.region_id, before=BEFORE)
    return retention.remove_expired(session, actor=actor, before=BEFORE, seen=seen)


COMMANDS: dict[str, tuple[Action, Does, bool]] = {  # whether it is given something of a region by its id
    "invitations.invite": (
        Action.INVITE,
        lambda session, actor, _: invitations.invite(
            session, actor=actor, picture=PICTURE, perspective="ouders", days=14
        ),
        False,
    ),
    "invitations.withdraw_invitation": (
        Action.INVITE,
        lambda session, actor, there: invitations.withdraw_invitation(
            session, actor=actor, invitation_id=there.invited.out
        ),
        True,
    ),
    "invitations.show_sending": (
        Action.INVITE,
        lambda session, actor, there: invitations.show_sending(
            session, actor=actor, invitation_id=there.invited.waiting, seen_version=1, organisation="Op uitnodiging"
        ),
        True,
    ),
    "invitations.refuse_sending": (
        Action.INVITE,
        lambda session, actor, there: invitations.refuse_sending(
            session, actor=actor, invitation_id=there.invited.waiting, seen_version=1, reason="Te lang"
        ),
        True,
    ),
    "invitations.undo_decision": (
        Action.INVITE,
        lambda session, actor, there: invitations.undo_decision(
            session, actor=actor, invitation_id=there.invited.refused, seen_version=1
        ),
        True,
    ),
    "prompts.change_prompts": (
        Action.EDIT_PROMPTS,
        lambda session, actor, _: prompts.change_prompts(
            session, actor=actor, question=1, seen_version=1, text="Wat zeggen ouders?"
        ),
        False,
    ),
    "retention.set_retention": (
        Action.MANAGE_REGION,
        lambda session, actor, _: retention.set_retention(session, actor=actor, seen_version=1, years=7),
        False,
    ),
    "retention.remove_expired": (Action.MANAGE_REGION, _remove, False),
}
OLD_TEXTS = (
    "agreements",
    "answers",
    "concepts",
    "contributions",
    "escalations",
    "interpretations",
    "invitees",
    "looking_backs",
    "observations",
    "practice_stories",
    "refusals",
    "views",
    "withdrawn_views",
    "wordings",
)
BY_TOKEN = "by the token, and nothing else: tests/data_models/test_invitations.py"
FOR_NOBODY = {
    **{f"invited.{name}": BY_TOKEN for name in ("write_answer", "choose", "send", "fetch_back", "withdraw")},
    "invited.longest": "a number",
    "invited_contributions.keep": "part of showing and withdrawing",
    "invited_contributions.take_away": "part of refusing and withdrawing",
    "prompts.faults": "looks at what was typed",
    "retention.remove_expired_of": "the command line, by whoever owns the database",
}
PUBLIC_QUERIES = {
    "invitations.hash_of": "computes",
    "invitations.invited": BY_TOKEN,
    "invitations.see_as_invited": BY_TOKEN,
    "prompts.prompts_for_invited": BY_TOKEN,
    "retention.expired_of": "numbers, asked by a command that was permitted or by the owner",
    "retention.of_region": "a number, asked by a command that was permitted or by the owner",
    "retention.count_drafts": "a number, asked by a command that was permitted or by the owner",
    "retention.draft_subjects": "names of drafts, asked by a command that was permitted or by the owner",
    "retention.is_behind_the_wall": "asks the database who asks",
    "retention.old_drafts": "a condition",
    **{f"old_texts.{name}": "a condition" for name in OLD_TEXTS},
    "retention.regions_with_retention": "asked by the owner",
    "retention.years_before": "computes",
    "searching.best_first": "sorts what was found",
}


def years(answer: object) -> int:
    """What a region agreed: each another number of years."""
    assert isinstance(answer, RetentionFacts)
    return answer.years or 0


def shared(answer: object) -> int:
    """How many contributions would go."""
    assert isinstance(answer, Expired)
    return sum(answer.contributions.values())


QUERIES: dict[str, tuple[Action, Asks]] = {
    "invitations.invitations": (
        Action.INVITE,
        lambda session, asker, _: queries.invitations(session, asker=asker),
    ),
    "prompts.prompts": (
        Action.READ_STORIES,
        lambda session, asker, _: prompt_queries.prompts(session, asker=asker),
    ),
}
COUNTED: dict[str, tuple[Asks, Callable[[object], int]]] = {
    "retention.retention": (lambda session, asker, _: retention_queries.retention(session, asker=asker), years),
    "retention.expired": (
        lambda session, asker, _: retention_queries.expired(session, asker=asker, before=AFTER),
        shared,
    ),
}


def _sent(room: Room) -> int:
    token = invitations.invite(room.session, actor=room.anna, picture=PICTURE, perspective="ouders", days=14)
    token_hash = hash_of(token)
    invited.write_answer(room.session, token_hash=token_hash, question=2, text="Zo is het.", seen_version=0)
    invited.send(room.session, token_hash=token_hash, seen={2: 1})
    found = queries.invited(room.session, token_hash=token_hash)
    assert found is not None
    return found.id


def _invite(room: Room) -> object:
    asked: dict[str, Any] = {"picture": PICTURE, "perspective": "ouders", "days": 14}
    return invitations.invite(room.session, actor=room.anna, for_whom=NUMBER, **asked)


def _decide(command: Callable[..., object], said: dict[str, str], room: Room) -> object:
    return command(room.session, actor=room.anna, invitation_id=_sent(room), seen_version=1, **said)


TRIED: dict[str, Callable[[Room], object]] = {
    "invitations.invite.for_whom": _invite,
    "invitations.refuse_sending.reason": partial(_decide, invitations.refuse_sending, {"reason": NUMBER}),
    "invitations.show_sending.organisation": partial(_decide, invitations.show_sending, {"organisation": NUMBER}),
    "prompts.change_prompts.text": lambda room: prompts.change_prompts(
        room.session, actor=room.anna, question=1, seen_version=0, text=NUMBER
    ),
}
