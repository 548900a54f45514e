"""Adopting norms on both databases: by who signs for a party, for that party, as the norm was seen."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import adopting, norm_steps, norms
from data_models.commands.norm_keeping import NormConflictError, NormRefusedError
from data_models.facts import NormProposal
from data_models.queries import norms as queries
from data_models.tables import AuditLine, NormAdoption, Party, PersonRole
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, topic_version

PROPOSAL = NormProposal(
    "down", 9.5, None, None, 2040, 11.7, 2024, "eerder helpen", "eigen", "iedereen", direction_reason="minder is beter"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Flevoland, where Anna set a norm and Wim signs for Gemeente Almere; Gemeente Lelystad is a party too."""

    officer: Actor
    signatory: Actor
    almere: int
    lelystad: int
    norm_id: int


@pytest.fixture
def scene(engine: Engine) -> Scene:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
        parties = [Party(region_id=region_id, name=f"Gemeente {name}", kind="municipality") for name in ("Almere", "L")]
        session.add_all(parties)
        session.flush()
        officer = add_actor(session, "Anna", region_id=region_id)
        signatory = add_actor(session, "Wim", region_id=region_id, role=Role.SIGNATORY)
        session.execute(
            update(PersonRole).where(PersonRole.person_id == signatory.person_id).values(party_id=parties[0].id)
        )
        norm_id = norms.set_norm(session, actor=officer, indicator="jeugdzorg", area="GM0034", proposal=PROPOSAL)
        norm_steps.agree_norm(
            session, actor=officer, norm_id=norm_id, seen_version=1, meeting="OOGO", met_on=adopting.today()
        )
        return Scene(officer, signatory, parties[0].id, parties[1].id, norm_id)


def _adopt(engine: Engine, scene: Scene, **other: object) -> None:
    asked = {"actor": scene.signatory, "norm_id": scene.norm_id, "seen_version": 2, "party_id": scene.almere} | other
    with database.writing(engine) as session:
        adopting.adopt_norm(session, **asked)  # type: ignore[arg-type]


def _undo(engine: Engine, scene: Scene, *, seen: int = 2) -> None:
    with database.writing(engine) as session:
        adopting.undo_adoption(
            session, actor=scene.signatory, norm_id=scene.norm_id, seen_version=seen, party_id=scene.almere
        )


def _sign_for_both(engine: Engine, scene: Scene) -> None:
    person_id, region_id = scene.signatory.person_id, scene.signatory.region_id
    with database.writing(engine) as session:
        session.add(
            PersonRole(
                person_id=person_id, region_id=region_id, role=Role.SIGNATORY, party_id=scene.lelystad, valid_until=None
            )
        )


def _change(engine: Engine, scene: Scene, *, seen: int, **changed: Any) -> None:  # noqa: ANN401
    with database.writing(engine) as session:
        norms.change_norm(
            session,
            actor=scene.officer,
            norm_id=scene.norm_id,
            seen_version=seen,
            proposal=replace(PROPOSAL, **changed),
            change_reason="het kan sneller",
        )


def _state(engine: Engine, scene: Scene) -> tuple[str, int]:
    with database.reading(engine) as session:
        (norm,) = queries.norms(session, asker=scene.officer)
    return (norm.state, norm.version)


def _adopted(engine: Engine, scene: Scene) -> dict[str, bool]:
    with database.reading(engine) as session:
        found = queries.adoptions(session, asker=scene.officer, norm_id=scene.norm_id)
    assert {one.adopted_on for one in found} <= {None, adopting.today()}
    return {one.party: one.holds for one in found}


def _lines(engine: Engine) -> list[tuple[str, str, int, int, str]]:
    with database.reading(engine) as session:
        lines = session.scalars(select(AuditLine).order_by(AuditLine.id)).all()
        return [(one.person_name, one.action, one.from_version, one.to_version, one.detail) for one in lines]


def test_a_signatory_adopts_for_the_own_party_and_takes_it_back_on_the_same_day(engine: Engine, scene: Scene) -> None:
    before = topic_version(engine, "norms", region_id=scene.officer.region_id)
    _adopt(engine, scene)
    assert _adopted(engine, scene) == {"Gemeente Almere": True, "Gemeente L": False}
    assert topic_version(engine, "norms", region_id=scene.officer.region_id) == before + 1
    _undo(engine, scene)
    assert _adopted(engine, scene) == {"Gemeente Almere": False, "Gemeente L": False}
    assert _lines(engine)[2:] == [
        ("Wim", "adopt_norm", 2, 2, "Gemeente Almere"),
        ("Wim", "undo_adoption", 2, 2, "Gemeente Almere"),
    ]


def test_an_adoption_of_yesterday_stays(engine: Engine, scene: Scene) -> None:
    _adopt(engine, scene)
    with database.writing(engine) as session:
        session.execute(update(NormAdoption).values(adopted_on=adopting.today() - timedelta(days=1)))
    with pytest.raises(NormRefusedError, match="adopted_before_today"):
        _undo(engine, scene)


def test_nobody_adopts_for_a_party_they_do_not_sign_for(engine: Engine, scene: Scene) -> None:
    with pytest.raises(NormRefusedError, match="not_your_party"):
        _adopt(engine, scene, party_id=scene.lelystad)
    assert _adopted(engine, scene) == {"Gemeente Almere": False, "Gemeente L": False}


def test_who_signs_no_more_adopts_no_more(engine: Engine, scene: Scene) -> None:
    with database.writing(engine) as session:
        over = now() - timedelta(minutes=1)
        mine = PersonRole.person_id == scene.signatory.person_id
        session.execute(update(PersonRole).where(mine).values(valid_until=over))
    with pytest.raises(NotAllowedError):
        _adopt(engine, scene)


def test_a_signatory_of_two_parties_whose_role_for_one_ended_signs_for_the_other_only(
    engine: Engine, scene: Scene
) -> None:
    person_id, region_id = scene.signatory.person_id, scene.signatory.region_id
    over = now() - timedelta(minutes=1)
    with database.writing(engine) as session:
        session.add(
            PersonRole(
                person_id=person_id, region_id=region_id, role=Role.SIGNATORY, party_id=scene.lelystad, valid_until=over
            )
        )
    with pytest.raises(NormRefusedError, match="not_your_party"):
        _adopt(engine, scene, party_id=scene.lelystad)
    _adopt(engine, scene)


def test_a_norm_is_adopted_once_and_not_taken_back_unadopted(engine: Engine, scene: Scene) -> None:
    with pytest.raises(NormRefusedError, match="not_adopted"):
        _undo(engine, scene)
    _adopt(engine, scene)
    with pytest.raises(NormRefusedError, match="adopted_already"):
        _adopt(engine, scene)


def test_a_norm_that_changed_after_it_was_seen_is_not_adopted(engine: Engine, scene: Scene) -> None:
    _change(engine, scene, seen=2, value=8.0)
    with pytest.raises(NormConflictError):
        _adopt(engine, scene)
    _adopt(engine, scene, seen_version=3)


def test_a_norm_that_no_longer_stands_is_not_adopted(engine: Engine, scene: Scene) -> None:
    with database.writing(engine) as session:
        norm_steps.withdraw_norm(
            session, actor=scene.officer, norm_id=scene.norm_id, seen_version=2, change_reason="vervalt"
        )
    with pytest.raises(NormRefusedError, match="not_standing"):
        _adopt(engine, scene, seen_version=3)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SIGNATORY])
def test_no_other_role_adopts(engine: Engine, scene: Scene, role: Role) -> None:
    with database.writing(engine) as session:
        other = add_actor(session, "Bea", region_id=scene.officer.region_id, role=role)
    with pytest.raises(NotAllowedError):
        _adopt(engine, scene, actor=other)


def test_a_signatory_of_another_region_does_not_adopt_here(engine: Engine, scene: Scene) -> None:
    with database.writing(engine) as session:
        elsewhere = add_region(session, "drenthe")
        other = add_actor(session, "Drent", region_id=elsewhere, role=Role.SIGNATORY)
    with pytest.raises(NotAllowedError):
        _adopt(engine, scene, actor=other)


def test_a_proposal_is_not_adopted_before_it_is_agreed(engine: Engine, scene: Scene) -> None:
    with database.writing(engine) as session:
        norm_steps.take_back(session, actor=scene.officer, norm_id=scene.norm_id, seen_version=2)
    with pytest.raises(NormRefusedError, match="not_agreed"):
        _adopt(engine, scene, seen_version=3)


def test_a_norm_is_adopted_when_the_last_party_adopts_it_and_agreed_again_when_one_takes_that_back(
    engine: Engine, scene: Scene
) -> None:
    _sign_for_both(engine, scene)
    _adopt(engine, scene)
    assert _state(engine, scene) == ("agreed", 2)
    _adopt(engine, scene, party_id=scene.lelystad)
    assert _state(engine, scene) == ("adopted", 3)
    _undo(engine, scene, seen=3)
    assert _state(engine, scene) == ("agreed", 4)
    assert _adopted(engine, scene) == {"Gemeente Almere": False, "Gemeente L": True}


def test_a_norm_that_asks_something_else_asks_every_party_anew(engine: Engine, scene: Scene) -> None:
    _sign_for_both(engine, scene)
    _adopt(engine, scene)
    _adopt(engine, scene, party_id=scene.lelystad)
    _change(engine, scene, seen=3, value=8.0)
    assert _state(engine, scene) == ("agreed", 4)
    assert _adopted(engine, scene) == {"Gemeente Almere": False, "Gemeente L": False}
    _adopt(engine, scene, seen_version=4)
    assert _adopted(engine, scene) == {"Gemeente Almere": True, "Gemeente L": False}
    _undo(engine, scene, seen=4)  # what was adopted of the earlier version is still known
    with database.reading(engine) as session:
        found = queries.adoptions(session, asker=scene.officer, norm_id=scene.norm_id)
    assert [(one.party, one.version, one.holds) for one in found] == [
        ("Gemeente Almere", 2, False),
        ("Gemeente L", 2, False),
    ]


def test_other_words_beside_the_same_norm_ask_no_party_anew(engine: Engine, scene: Scene) -> None:
    _adopt(engine, scene)
    _change(engine, scene, seen=2, reason="beter uitgelegd")
    assert _adopted(engine, scene) == {"Gemeente Almere": True, "Gemeente L": False}


def test_a_step_is_not_taken_back_after_a_party_adopted_it(engine: Engine, scene: Scene) -> None:
    _adopt(engine, scene)
    with pytest.raises(NormRefusedError, match="adopted_meanwhile"), database.writing(engine) as session:
        norm_steps.take_back(session, actor=scene.officer, norm_id=scene.norm_id, seen_version=2)
