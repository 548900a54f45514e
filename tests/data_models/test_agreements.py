"""Agreements with their log, what goes to another table with its reply, and the overview of tables."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import agreements, drafts, escalations, stories, talk_tables
from data_models.commands.agreements import AgreementProposal
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.escalations import EscalationProposal
from data_models.commands.talk_tables import TableProposal
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import agreements as queries
from data_models.queries.agreements import AgreementFacts, EscalationFacts
from data_models.queries.topics import versions
from data_models.tables import Contribution
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
DUE = date(2027, 6, 30)
PROPOSAL = AgreementProposal("Op elke school één vast gezicht", "Gemeente Almere", DUE)
SENT = EscalationProposal(
    "Twee budgetten", "budget", "national", "Alleen daar op te lossen", "De stuurgroep", "Het OOGO", date(2026, 3, 1)
)
TABLE = TableProposal("Wijkoverleg", "local", "Signalen bespreken", "School\n\n Gemeente  Almere ", "Elke maand")


@pytest.fixture
def people(engine: Engine) -> dict[str, Actor]:
    """An officer, the chair, somebody who does what is agreed, and somebody of another organisation."""
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region = add_region(session, "flevoland")
        return {
            "officer": add_actor(session, "Officier", region_id=region),
            "chair": add_actor(session, "Voorzitter", region_id=region, role=Role.CHAIR),
            "doer": add_actor(
                session, "Doener", region_id=region, role=Role.PARTICIPANT, organisation="Gemeente Almere"
            ),
            "other": add_actor(session, "Ander", region_id=region, role=Role.PARTICIPANT, organisation="School"),
        }


def _one(session: Session, actor: Actor) -> AgreementFacts:
    (found,) = queries.agreements(session, asker=actor, fictional=False)
    return found


def _sent(session: Session, actor: Actor) -> EscalationFacts:
    (found,) = queries.escalations(session, asker=actor, fictional=False)
    return found


def _made(engine: Engine, actor: Actor) -> int:
    with database.writing(engine, actor=actor) as session:
        return agreements.make_agreement(session, actor=actor, proposal=PROPOSAL)


def _answer(engine: Engine, actor: Actor, *, question: int = 4, visibility: str = "region") -> int:
    subject = f"{PICTURE.signature}#{question}"
    with database.writing(engine, actor=actor) as session:
        drafts.save_draft(
            session, actor=actor, subject=subject, text="Een vast gezicht", seen_version=0, base_version=0
        )
        return stories.share_contribution(
            session,
            actor=actor,
            picture=PICTURE,
            question=question,
            subject=subject,
            draft_version=1,
            visibility=visibility,
        )


def test_an_answer_becomes_an_agreement_with_its_figure_and_the_story_hears_of_it(
    engine: Engine, people: dict[str, Actor]
) -> None:
    answer = _answer(engine, people["other"])
    chair = people["chair"]
    with database.writing(engine, actor=chair) as session:
        before = versions(session).summed("stories")
        agreements.make_agreement(session, actor=chair, proposal=PROPOSAL, contribution_id=answer)
        assert versions(session).summed("stories") == before + 1
        assert versions(session).summed("agreements") == 1
    with database.reading(engine, asker=chair) as session:
        found = _one(session, chair)
        assert (found.what, found.organisation, found.due_on, found.state) == (
            "Op elke school één vast gezicht",
            "Gemeente Almere",
            DUE,
            "open",
        )
        assert (found.figures, found.contribution_id) == (PICTURE.figures, answer)
        assert queries.agreements_of_picture(session, asker=chair, picture=PICTURE) == [found]
        later = PictureSubject((replace(PICTURE.figures[0], period="2025"),))
        assert queries.agreements_of_picture(session, asker=chair, picture=later) == [found]
        elsewhere = PictureSubject((replace(PICTURE.figures[0], area="GM0050"),))
        assert queries.agreements_of_picture(session, asker=chair, picture=elsewhere) == []


@pytest.mark.parametrize(
    ("question", "visibility", "withdrawn"), [(2, "region", False), (4, "circle", False), (4, "region", True)]
)
def test_only_an_answer_to_question_four_that_one_can_read_becomes_an_agreement(
    engine: Engine, people: dict[str, Actor], question: int, visibility: str, withdrawn: bool
) -> None:
    answer = _answer(engine, people["other"], question=question, visibility=visibility)
    if withdrawn:
        with database.writing(engine, actor=people["other"]) as session:
            stories.withdraw_contribution(session, actor=people["other"], contribution_id=answer, seen_version=1)
    officer = people["officer"]
    with database.writing(engine, actor=officer) as session, pytest.raises(ChainRefusedError, match="answer_unknown"):
        agreements.make_agreement(session, actor=officer, proposal=PROPOSAL, contribution_id=answer)
    with database.reading(engine, asker=officer) as session:
        assert queries.agreements(session, asker=officer, fictional=False) == []
        assert session.scalars(select(Contribution.id)).all() == [answer]


def test_every_step_is_in_the_log_and_a_date_that_moved_shows(engine: Engine, people: dict[str, Actor]) -> None:
    officer, doer = people["officer"], people["doer"]
    number = _made(engine, officer)
    with database.writing(engine, actor=doer) as session:
        agreements.step_agreement(
            session, actor=doer, agreement_id=number, seen_version=1, state="busy", note=" Begonnen "
        )
    with database.writing(engine, actor=officer) as session:
        moved = replace(PROPOSAL, due_on=date(2028, 1, 1))
        agreements.change_agreement(session, actor=officer, agreement_id=number, seen_version=2, proposal=moved)
    with database.reading(engine, asker=officer) as session:
        found = _one(session, officer)
        assert [(one.version, one.state, one.note, one.due_on, one.changed_by) for one in found.log] == [
            (3, "busy", "", date(2028, 1, 1), officer.organisation),
            (2, "busy", "Begonnen", DUE, "Gemeente Almere"),
            (1, "open", "", DUE, officer.organisation),
        ]
    assert [line[2] for line in audit_lines(engine)] == ["make_agreement", "step_agreement", "change_agreement"]


def test_who_does_it_says_how_far_it_is_and_nobody_else_who_only_takes_part(
    engine: Engine, people: dict[str, Actor]
) -> None:
    number = _made(engine, people["officer"])
    with database.writing(engine, actor=people["other"]) as session, pytest.raises(NotAllowedError):
        agreements.step_agreement(
            session, actor=people["other"], agreement_id=number, seen_version=1, state="done", note=""
        )
    doer = people["doer"]
    with database.writing(engine, actor=doer) as session:
        agreements.step_agreement(session, actor=doer, agreement_id=number, seen_version=1, state="busy", note="")
        assert agreements.undo_step(session, actor=doer, agreement_id=number, seen_version=2) == 3
    with database.writing(engine, actor=doer) as session, pytest.raises(NotAllowedError):
        agreements.change_agreement(session, actor=doer, agreement_id=number, seen_version=3, proposal=PROPOSAL)
    with database.writing(engine, actor=people["chair"]) as session:
        changed = replace(PROPOSAL, due_on=date(2029, 1, 1))
        agreements.change_agreement(
            session, actor=people["chair"], agreement_id=number, seen_version=3, proposal=changed
        )
    with database.writing(engine, actor=doer) as session, pytest.raises(NotAllowedError):
        agreements.undo_step(session, actor=doer, agreement_id=number, seen_version=4)  # what others agreed stays


def test_what_was_changed_meanwhile_is_not_overwritten(engine: Engine, people: dict[str, Actor]) -> None:
    officer = people["officer"]
    number = _made(engine, officer)
    with database.writing(engine, actor=officer) as session:
        agreements.step_agreement(session, actor=officer, agreement_id=number, seen_version=1, state="busy", note="")
    with database.writing(engine, actor=officer) as session, pytest.raises(ChainConflictError):
        agreements.step_agreement(session, actor=officer, agreement_id=number, seen_version=1, state="done", note="")
    with database.reading(engine, asker=officer) as session:
        assert _one(session, officer).state == "busy"


def test_what_stops_says_why_and_a_step_says_something() -> None:
    assert agreements.step_faults("stopped", note=" ", standing="busy") == ["why_missing"]
    assert agreements.step_faults("stopped", note="Geen geld", standing="busy") == []
    assert agreements.step_faults("busy", note="", standing="busy") == ["nothing_said"]
    assert agreements.step_faults("busy", note="Halverwege", standing="busy") == []
    assert agreements.step_faults("klaar", note="", standing="busy") == ["state_unknown"]


def test_an_agreement_says_what_who_and_when() -> None:
    assert agreements.faults(PROPOSAL) == []
    assert agreements.faults(AgreementProposal(" ", "", None)) == [
        "what_missing",
        "organisation_missing",
        "due_missing",
    ]
    assert agreements.faults(replace(PROPOSAL, due_on=date(206, 1, 1))) == ["day_impossible"]
    assert agreements.faults(replace(PROPOSAL, what="x" * 501)) == ["text_too_long"]


def test_an_agreement_is_late_after_its_day_unless_it_is_over(engine: Engine, people: dict[str, Actor]) -> None:
    officer = people["officer"]
    number = _made(engine, officer)
    with database.reading(engine, asker=officer) as session:
        found = _one(session, officer)
        assert [found.is_late(day) for day in (DUE, date(2027, 7, 1))] == [False, True]
    with database.writing(engine, actor=officer) as session:
        agreements.step_agreement(session, actor=officer, agreement_id=number, seen_version=1, state="done", note="")
    with database.reading(engine, asker=officer) as session:
        assert not _one(session, officer).is_late(date(2027, 7, 1))


def test_something_lies_on_another_table_until_that_answers(engine: Engine, people: dict[str, Actor]) -> None:
    officer = people["officer"]
    agreement = _made(engine, officer)
    with database.writing(engine, actor=officer) as session:
        table = talk_tables.add_table(session, actor=officer, proposal=TABLE)
        proposal = replace(SENT, table_id=table, agreement_id=agreement)
        number = escalations.escalate(session, actor=officer, proposal=proposal)
    with database.reading(engine, asker=officer) as session:
        found = _sent(session, officer)
        assert (found.table, found.agreement, found.reply) == ("Wijkoverleg", "Op elke school één vast gezicht", "")
    with database.writing(engine, actor=officer) as session:
        escalations.keep_reply(
            session,
            actor=officer,
            escalation_id=number,
            seen_version=1,
            reply="Dat kan vanaf januari",
            replied_on=date(2026, 9, 1),
        )
        talk_tables.remove_table(session, actor=officer, table_id=table, seen_version=1)
    with database.reading(engine, asker=officer) as session:
        found = _sent(session, officer)
        assert (found.reply, found.replied_on) == ("Dat kan vanaf januari", date(2026, 9, 1))
        assert found.table == "Wijkoverleg"  # what lay on a table stays readable when the table is gone
        assert queries.tables(session, asker=officer, fictional=False) == []


def test_a_reply_has_words_and_a_day_or_neither() -> None:
    assert escalations.reply_faults("Ja", replied_on=None) == ["reply_half"]
    assert escalations.reply_faults(" ", replied_on=DUE) == ["reply_half"]
    assert escalations.reply_faults("", replied_on=None) == []
    assert escalations.faults(EscalationProposal("", "geld", "wereld", "", "", "", None)) == [
        *("matter_missing", "reason_missing", "addressee_missing", "decided_missing", "sent_missing"),
        *("kind_unknown", "level_unknown"),
    ]


def test_who_sit_at_a_table_is_one_organisation_a_line(engine: Engine, people: dict[str, Actor]) -> None:
    officer = people["officer"]
    with database.writing(engine, actor=officer) as session:
        talk_tables.add_table(session, actor=officer, proposal=replace(TABLE, name="Ver", level="national"))
        talk_tables.add_table(session, actor=officer, proposal=TABLE)
    with database.reading(engine, asker=officer) as session:
        found = queries.tables(session, asker=officer, fictional=False)
        assert [(one.name, one.level) for one in found] == [("Wijkoverleg", "local"), ("Ver", "national")]
        assert found[0].members == ("School", "Gemeente Almere")
