"""What goes when the terms of a region are over: of every kind of text its words, and nothing that still counts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import retention
from data_models.commands.pictures import picture_id
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import retention as queries
from data_models.queries import searching
from data_models.queries.retention import Expired
from data_models.tables import (
    Agreement,
    AgreementVersion,
    Ambition,
    AuditLine,
    Confirmation,
    Contribution,
    DissentingView,
    Draft,
    Escalation,
    Invitation,
    Issue,
    JointInterpretation,
    JointVersion,
    LookingBack,
    Observation,
    Party,
    SearchText,
    Sending,
    SocietalResult,
    Table,
)
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region

TOLD, DECIDED = 3, 6  # years
OLD, OLDER, NEW = (timedelta(days=366 * years) for years in (4, 7, 1))
WORD = "zonneschijn"  # in every text


@dataclass(frozen=True)
class House:
    """A region with a beheerder and somebody else who types, a beeld and a party."""

    engine: Engine
    anna: Actor
    other: Actor
    picture: int
    later: int
    party: int


@pytest.fixture
def house(engine: Engine) -> House:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        here = add_region(session, "flevoland")
        party = Party(region_id=here, name="Gemeente", kind="municipality")
        session.add(party)
        session.flush()
        anna = add_actor(session, "Anna", region_id=here, role=Role.ADMINISTRATOR)
        subjects = [PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", year),)) for year in ("2023", "2024")]
        before, later = (picture_id(session, actor=anna, subject=subject) for subject in subjects)
        return House(
            engine=engine,
            anna=anna,
            other=add_actor(session, "Saar", region_id=here, role=Role.PARTICIPANT, organisation="De Regenboog"),
            picture=before,
            later=later,
            party=party.id,
        )


def _add(house: House, *rows: Table) -> list[int]:
    with database.writing(house.engine) as session:
        session.add_all(rows)
        session.flush()
        return [getattr(row, "id", 0) for row in rows]


def _joint(
    house: House, question: int, *texts: str, at: datetime, confirmed: int = 0, on: datetime | None = None
) -> int:
    """A joint interpretation with a version for each of these texts; the party confirmed one of the versions."""
    joint = JointInterpretation(picture_id=house.picture, question=question, text=texts[-1], updated_at=at)
    (number,) = _add(house, joint)
    with database.writing(house.engine) as session:  # as if it was changed that often
        session.execute(update(JointInterpretation).where(JointInterpretation.id == number).values(version=len(texts)))
    _add(
        house,
        *(
            JointVersion(interpretation_id=number, version=version, text=text, organisation="Gemeente", changed_at=at)
            for version, text in enumerate(texts, start=1)
        ),
    )
    if confirmed:
        _add(
            house,
            Confirmation(interpretation_id=number, party_id=house.party, version=confirmed, confirmed_at=on or at),
        )
    return number


def _goes(house: House) -> Expired:
    with database.reading(house.engine, asker=house.anna) as session:
        agreed = queries.retention(session, asker=house.anna)
        return queries.expired(session, asker=house.anna, before=agreed.before(_today()))


def _today() -> datetime:
    return now().replace(hour=0, minute=0, second=0, microsecond=0)


def _agree(house: House, *, told: int | None, decided: int | None) -> None:
    with database.writing(house.engine, actor=house.anna) as session:
        seen = queries.retention(session, asker=house.anna).version
        retention.set_retention(session, actor=house.anna, seen_version=seen, years=told, decision_years=decided)


def _remove(house: House) -> Expired:
    seen = _goes(house)
    with database.writing(house.engine, actor=house.anna) as session:
        before = queries.retention(session, asker=house.anna).before(_today())
        return retention.remove_expired(session, actor=house.anna, before=before, seen=seen)


def _texts(house: House, table: type[Table], column: str) -> dict[int, str]:
    with database.reading(house.engine) as session:
        rows = session.execute(select(table.id, getattr(table, column)).order_by(table.id))  # type: ignore[attr-defined]
        return dict(rows.all())


def _lines(house: House) -> list[tuple[str, str, int]]:
    columns = (AuditLine.action, AuditLine.subject_kind, AuditLine.subject_id)
    with database.reading(house.engine) as session:
        return [
            (action, kind, number) for action, kind, number in session.execute(select(*columns).order_by(AuditLine.id))
        ]


def _is_found(house: House) -> set[str]:
    with database.reading(house.engine, asker=house.anna) as session:
        return {one.kind for one in searching.find(session, asker=house.anna, words=WORD, fictional=False)}


def test_what_no_party_stands_for_goes_with_what_was_told(house: House) -> None:
    then = now() - OLD
    concept = _joint(house, 1, f"Eerst {WORD}", f"Concept {WORD}", at=then)
    stands = _joint(house, 2, f"Poging {WORD}", f"Besluit {WORD}", at=then, confirmed=2)
    young = _joint(house, 3, f"Vandaag {WORD}", at=now() - NEW)
    of = {"party_id": house.party, "of_version": 1, "text": WORD, "created_at": then}
    beside, withdrawn, firm = _add(
        house,
        DissentingView(interpretation_id=concept, **of),
        DissentingView(interpretation_id=stands, state="withdrawn", **of),
        DissentingView(interpretation_id=stands, **of),
    )
    _agree(house, told=TOLD, decided=None)
    assert _goes(house) == Expired({}, {"concept": 1, "wording": 2, "withdrawn_view": 2}, {})
    _remove(house)
    assert _texts(house, JointInterpretation, "text") == {
        concept: "",
        stands: f"Besluit {WORD}",
        young: f"Vandaag {WORD}",
    }
    assert sorted(_texts(house, JointVersion, "text").values()) == ["", "", "", f"Besluit {WORD}", f"Vandaag {WORD}"]
    assert _texts(house, DissentingView, "text") == {beside: "", withdrawn: "", firm: WORD}
    assert ("expire_text", "joint_interpretation", concept) in _lines(house)
    assert _goes(house) == Expired()


def test_what_parties_decided_goes_only_by_a_term_of_its_own(house: House) -> None:
    then = now() - OLDER
    stands = _joint(house, 1, f"Poging {WORD}", f"Besluit {WORD}", at=then, confirmed=1)
    again = _joint(house, 2, f"Opnieuw bevestigd {WORD}", at=then, confirmed=1, on=now() - NEW)
    (view,) = _add(
        house, DissentingView(interpretation_id=stands, party_id=house.party, of_version=1, text=WORD, created_at=then)
    )
    of = {"region_id": house.anna.region_id, "organisation": "Gemeente", "due_on": date(2019, 1, 1), "updated_at": then}
    done, open_, removed = _add(
        house,
        Agreement(what=f"Klaar {WORD}", note=WORD, state="done", **of),
        Agreement(what=f"Loopt {WORD}", state="busy", **of),
        Agreement(what=f"Weggehaald {WORD}", state="open", removed_at=then, **of),
    )
    log = {"region_id": house.anna.region_id, "organisation": "Gemeente", "due_on": date(2019, 1, 1), "version": 1}
    _add(house, AgreementVersion(agreement_id=done, what=WORD, state="done", note=WORD, removed=False, **log))
    put = {
        "region_id": house.anna.region_id,
        "kind": "law",
        "level": "national",
        "matter": WORD,
        "reason": WORD,
        "addressee": "Het ministerie",
        "decided_by": WORD,
        "sent_on": date(2019, 1, 1),
        "updated_at": then,
    }
    answered, silent = _add(house, Escalation(reply=WORD, replied_on=date(2019, 3, 1), **put), Escalation(**put))
    _agree(house, told=TOLD, decided=None)
    assert _goes(house) == Expired({}, {}, {})
    _agree(house, told=None, decided=DECIDED)
    assert _goes(house) == Expired({}, {}, {"joint": 1, "view": 1, "agreement": 2, "escalation": 1})
    assert _is_found(house) == {"joint", "dissent", "agreement", "escalation"}
    _remove(house)
    assert _texts(house, JointInterpretation, "text") == {stands: "", again: f"Opnieuw bevestigd {WORD}"}
    assert _texts(house, DissentingView, "text") == {view: ""}
    assert _texts(house, Agreement, "what") == {done: "", open_: f"Loopt {WORD}", removed: ""}
    assert _texts(house, Agreement, "note") == {done: "", open_: "", removed: ""}
    assert set(_texts(house, AgreementVersion, "note").values()) == {""}
    for column in ("matter", "reason", "decided_by"):
        assert _texts(house, Escalation, column) == {answered: "", silent: WORD}
    assert _texts(house, Escalation, "reply") == {answered: "", silent: ""}
    kinds = [line[1:] for line in _lines(house) if line[0] == "expire_text"]
    assert kinds == [
        ("joint_interpretation", stands),
        ("joint_interpretation", stands),
        ("agreement", done),
        ("agreement", removed),
        ("escalation", answered),
    ]


def test_stories_answers_notes_and_drafts_of_before_go_and_of_since_stay(house: House) -> None:
    then, since = now() - OLD, now() - NEW
    joint = _joint(house, 1, "Besluit", at=then, confirmed=1)
    about = {"interpretation_id": joint, "of_version": 1, "organisation": "Gemeente", "perspective": "gemeente"}
    told = {"question": 1, "organisation": "Gemeente", "perspective": "gemeente", "visibility": "region", "text": WORD}
    gone, kept = _add(
        house,
        Contribution(picture_id=house.picture, created_at=then, **told),
        Contribution(picture_id=house.picture, created_at=since, **told),
    )
    backs = _add(
        house,
        LookingBack(picture_id=house.later, answer="nee", text=WORD, updated_at=then, **about),
        LookingBack(picture_id=house.later, person_id=house.other.person_id, answer="ja", text=WORD, **about),
    )
    refused, waits = (
        Invitation(
            region_id=house.anna.region_id,
            signature="jeugdzorg||GM0034|2023",
            perspective="ouders",
            for_whom=WORD,
            organisation="Gemeente",
            token_hash=name,
            created_at=then,
            ends_at=then,
        )
        for name in ("geweigerd", "wacht")
    )
    numbers = _add(house, refused, waits)
    sent = {"region_id": house.anna.region_id, "on_behalf_of": WORD, "sent_at": then}
    _add(
        house,
        Sending(invitation_id=numbers[0], state="refused", reason=WORD, **sent),
        Sending(invitation_id=numbers[1], state="waiting", **sent),
    )
    mine = {"person_id": house.other.person_id, "region_id": house.anna.region_id, "base_version": 0, "version": 1}
    _add(
        house,
        Draft(subject="oud", text=WORD, updated_at=then, **mine),
        Draft(subject=f"contribution:{gone}", text=WORD, updated_at=now(), **mine),
        Draft(subject=f"contribution:{kept}", text=WORD, updated_at=now(), **mine),
    )
    _agree(house, told=TOLD, decided=None)
    assert _goes(house) == Expired({then.year: 1}, {"refusal": 1, "invitee": 2, "looking_back": 1, "draft": 2}, {})
    _remove(house)
    assert _texts(house, Contribution, "text") == {gone: "", kept: WORD}
    assert _texts(house, LookingBack, "text") == {backs[0]: "", backs[1]: WORD}
    assert _texts(house, LookingBack, "answer") == {backs[0]: "nee", backs[1]: "ja"}
    assert set(_texts(house, Invitation, "for_whom").values()) == {""}
    with database.reading(house.engine) as session:
        rows = session.execute(select(Sending.state, Sending.on_behalf_of, Sending.reason)).all()
        assert [tuple(row) for row in rows] == [("expired", "", "")] * 2
        assert session.scalars(select(Draft.subject)).all() == [f"contribution:{kept}"]
        kinds = session.execute(select(SearchText.kind, SearchText.row_id).order_by(SearchText.kind)).all()
        assert [tuple(row) for row in kinds] == [("contribution", kept), ("joint", joint)]
    assert _goes(house) == Expired()


def test_what_people_noticed_goes_with_what_was_told_and_plans_stay(house: House) -> None:
    here = {"region_id": house.anna.region_id}
    (issue,) = _add(house, Issue(matter=WORD, for_whom="", why_now="", position=1, **here))
    (ambition,) = _add(house, Ambition(text=WORD, position=1, issue_id=issue, **here))
    (result,) = _add(
        house,
        SocietalResult(ambition_id=ambition, kind="substantive", text=WORD, target_group="", position=1, **here),
    )
    of = {"result_id": result, "kind": "story", "organisation": "Gemeente", **here}
    old, new = _add(house, Observation(text=WORD, created_at=now() - OLD, **of), Observation(text=WORD, **of))
    _agree(house, told=TOLD, decided=None)
    assert _goes(house) == Expired({}, {"observation": 1}, {})
    _remove(house)
    assert _texts(house, Observation, "text") == {old: "", new: WORD}
    assert _is_found(house) == {"issue", "ambition", "result", "observation"}
