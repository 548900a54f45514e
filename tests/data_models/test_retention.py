"""What is older than a region agreed loses its words, everywhere; nothing else does. And prompts of a region."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import drafts, invitations, invited, prompts, retention, stories
from data_models.commands.prompts import PromptsConflictError, PromptsRefusedError
from data_models.commands.retention import NothingAgreedError, RetentionConflictError
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import prompts as prompt_queries
from data_models.queries import retention as queries
from data_models.queries.invitations import hash_of
from data_models.queries.prompts import PromptsFacts
from data_models.queries.retention import Expired, Moments, years_before
from data_models.tables import AuditLine, Contribution, ContributionVersion, InvitedAnswer, Sending
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
OLD, NEW = "Zo was het drie jaar geleden.", "Zo is het nu."


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.ADMINISTRATOR)


def _share(engine: Engine, actor: Actor, text: str) -> int:
    with database.writing(engine) as session:
        draft = drafts.save_draft(session, actor=actor, subject="x", text=text, seen_version=0, base_version=0)
        return stories.share_contribution(
            session, actor=actor, picture=PICTURE, question=2, subject="x", draft_version=draft.version
        )


def _made_old(engine: Engine, number: int, *, days: int) -> None:
    with database.writing(engine) as session:
        then = now() - timedelta(days=days)
        session.execute(update(Contribution).where(Contribution.id == number).values(created_at=then))


def _goes(engine: Engine, actor: Actor, *, years: int) -> tuple[Moments, Expired]:
    before = Moments(years_before(now(), years=years))
    with database.reading(engine) as session:
        return before, queries.expired(session, asker=actor, before=before)


def test_what_is_older_than_agreed_loses_its_words_in_every_version_and_leaves_a_line(
    engine: Engine, anna: Actor
) -> None:
    old, new = _share(engine, anna, OLD), _share(engine, anna, NEW)
    _made_old(engine, old, days=4 * 366)
    with database.writing(engine) as session:
        over = invitations.invite(session, actor=anna, picture=PICTURE, perspective="ouders", days=7)
        invited.write_answer(session, token_hash=hash_of(over), question=2, text=OLD, seen_version=0)
    before, goes = _goes(engine, anna, years=3)
    assert before.told is not None
    assert goes == Expired({before.told.year - 1: 1})
    with pytest.raises(NothingAgreedError), database.writing(engine) as session:
        retention.remove_expired(session, actor=anna, before=before, seen=goes)
    with database.writing(engine) as session:
        retention.set_retention(session, actor=anna, seen_version=0, years=3)
    with pytest.raises(RetentionConflictError), database.writing(engine) as session:
        retention.remove_expired(session, actor=anna, before=before, seen=Expired())
    with pytest.raises(RetentionConflictError), database.writing(engine) as session:
        retention.remove_expired(session, actor=anna, before=Moments(now()), seen=_goes(engine, anna, years=0)[1])
    with database.writing(engine) as session:
        assert retention.remove_expired(session, actor=anna, before=before, seen=goes) == goes
    with database.reading(engine) as session:
        texts = dict(session.execute(select(Contribution.id, Contribution.text)).all())
        kept = set(session.scalars(select(ContributionVersion.text).where(ContributionVersion.contribution_id == old)))
        lines = session.execute(select(AuditLine.action, AuditLine.subject_id).order_by(AuditLine.id)).all()
        assert session.scalars(select(InvitedAnswer.text)).one() == OLD  # it can still be sent
    assert (texts, kept) == ({old: "", new: NEW}, {""})
    assert [tuple(line) for line in lines][-2:] == [("expire_contribution", old), ("remove_expired", anna.region_id)]
    assert _goes(engine, anna, years=3)[1] == Expired()


def test_what_waited_longer_than_agreed_waits_no_more_and_says_no_more_for_whom(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        token = hash_of(invitations.invite(session, actor=anna, picture=PICTURE, perspective="ouders", days=7))
        version, _ = invited.write_answer(session, token_hash=token, question=2, text=OLD, seen_version=0)
        named, _ = invited.write_answer(session, token_hash=token, question=0, text="12 ouders", seen_version=0)
        invited.send(session, token_hash=token, seen={0: named, 2: version})
        session.execute(update(Sending).values(sent_at=now() - timedelta(days=4 * 366)))
        retention.set_retention(session, actor=anna, seen_version=0, years=3)
    before, goes = _goes(engine, anna, years=3)
    with database.writing(engine) as session:
        assert retention.remove_expired(session, actor=anna, before=before, seen=goes) == Expired({}, {"invited": 2})
    with database.reading(engine) as session:
        sent = session.scalars(select(Sending)).one()
        assert (sent.state, sent.on_behalf_of, sent.version) == ("expired", "", 2)
        assert session.scalars(select(InvitedAnswer.text)).all() == []


def test_the_number_of_years_is_agreed_from_what_was_seen(engine: Engine, anna: Actor) -> None:
    for seen, years in ((0, 5), (1, None)):
        with database.writing(engine) as session:
            assert retention.set_retention(session, actor=anna, seen_version=seen, years=years) == seen + 1
    with pytest.raises(RetentionConflictError), database.writing(engine) as session:
        retention.set_retention(session, actor=anna, seen_version=1, years=2)


def test_a_day_that_a_year_does_not_have_is_the_day_before() -> None:
    assert years_before(datetime(2028, 2, 29, tzinfo=UTC), years=3) == datetime(2025, 2, 28, tzinfo=UTC)
    assert years_before(datetime(2028, 2, 29, tzinfo=UTC), years=4) == datetime(2024, 2, 29, tzinfo=UTC)


def test_a_region_writes_its_own_prompts_and_goes_back_to_those_of_everybody(engine: Engine, anna: Actor) -> None:
    def change(text: str, *, seen: int) -> int:
        with database.writing(engine) as session:
            return prompts.change_prompts(session, actor=anna, question=2, seen_version=seen, text=text)

    def known() -> dict[int, PromptsFacts]:
        with database.reading(engine) as session:
            return prompt_queries.prompts(session, asker=anna)

    assert change(" Wat zeggen ouders? \n\n  En de school?", seen=0) == 1
    assert known() == {2: PromptsFacts(("Wat zeggen ouders?", "En de school?"), 1)}
    with pytest.raises(PromptsConflictError) as conflict:
        change("Iets anders?", seen=0)
    assert conflict.value.text == "Wat zeggen ouders?\nEn de school?"
    with pytest.raises(PromptsRefusedError, match="too_many"):
        change("Wat?\n" * (prompts.MOST + 1), seen=1)
    assert change("", seen=1) == 2
    assert known() == {2: PromptsFacts((), 2)}
