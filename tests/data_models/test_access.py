"""Who may do what: the whole table of role × action, and that no command forgets to ask."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_models import access, commands, database
from data_models.access import Action, Actor, NotAllowedError, Role
from data_models.composing import NewArea
from data_models.facts import AgendaProposal, NormProposal, PictureSubject
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region

HERE, THERE = 1, 2
MATRIX = """
                 read_stories contribute adopt_norms set_norms import_figures edit_agenda manage_people manage_region read_audit copy_everything
guest            -            -          -           -         -              -           -             -             -          -
participant      +            +          -           -         -              -           -             -             -          -
signatory        +            +          +           -         -              -           -             -             -          -
chair            +            +          -           -         -              -           -             -             -          -
policy_officer   +            +          -           +         +              +           -             -             -          -
ambassador       +            -          -           -         -              -           -             -             -          -
administrator    +            +          -           +         +              +           +             +             +          +
"""
INSTRUMENTS = {
    "audit.record",
    "drafts.take_draft",
    "permission.permit",
    "permission.refuse_signed_out",
    "replacing.record_batch",
}  # what commands write with; nobody calls it for a person
ABOUT_ONESELF = {"people.change_person"}  # everyone may correct their own name


def _actor(role: Role) -> Actor:
    return Actor(person_id=1, name="Anna", organisation="", perspective="", roles=frozenset({role}), region_id=HERE)


def _cells() -> Iterator[tuple[Role, Action, bool]]:
    head, *rows = MATRIX.strip().splitlines()
    for row in rows:
        role, *cells = row.split()
        for action, cell in zip(head.split(), cells, strict=True):
            yield Role(role), Action(action), cell == "+"


TABLE = list(_cells())


def test_the_table_names_every_role_and_every_action() -> None:
    assert {(role, action) for role, action, _ in TABLE} == {(role, action) for role in Role for action in Action}
    assert set(access.ALLOWED) == set(Role)


@pytest.mark.parametrize(("role", "action", "allowed"), TABLE)
def test_a_role_may_do_in_its_own_region_what_the_table_says(role: Role, action: Action, allowed: bool) -> None:
    assert access.may(_actor(role), action) is allowed
    assert access.may(_actor(role), action, region_id=HERE) is allowed
    if allowed:
        access.require(_actor(role), action, region_id=HERE)
    else:
        with pytest.raises(NotAllowedError):
            access.require(_actor(role), action)


@pytest.mark.parametrize(("role", "action", "_"), TABLE)
def test_nobody_may_do_anything_in_another_region(role: Role, action: Action, _: bool) -> None:
    assert not access.may(_actor(role), action, region_id=THERE)
    with pytest.raises(NotAllowedError) as refused:
        access.require(_actor(role), action, region_id=THERE)
    assert (refused.value.action, refused.value.region_id) == (action, THERE)


def _commands() -> dict[str, Callable[..., object]]:
    """Every public function of every file of commands that takes an actor, by "file.function"."""
    found: dict[str, Callable[..., object]] = {}
    for file in sorted(Path(commands.__path__[0]).glob("[!_]*.py")):
        module = import_module(f"data_models.commands.{file.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and "actor" in inspect.signature(function).parameters:
                found[f"{file.stem}.{name}"] = function
    return found


PROPOSAL = NormProposal("down", 9.5, None, None, 2040, 11.7, 2024, "omdat", "eigen", "iedereen")
ITEM = AgendaProposal("Hoeveel jongeren wachten?", "Omdat wachten schaadt")
ANSWERS: dict[str, object] = {
    "areas": [],
    "boundaries": [],
    "region_id": None,
    "source": "cbs-kwb",
    "signature": "perioden|regio's",
    "name": "Jeugdzorg per wijk",
    "mapping": "{}",
    "item": ITEM,
    "item_id": 1,
    "figures": None,
    "connector": "tidy",
    "file_name": "cijfers.csv",
    "file_sha256": "0" * 64,
    "indicator": "jeugdzorg",
    "area": "GM0034",
    "proposal": PROPOSAL,
    "change_reason": "omdat",
    "norm_id": 1,
    "contribution_id": 1,
    "seen_version": 1,
    "base_version": 0,
    "draft_version": 0,
    "subject": "jeugdzorg||GM0034|2024#1",
    "text": "tekst",
    "question": 1,
    "picture": PictureSubject("jeugdzorg", "", "GM0034", "2024"),
    "whole": ("PO2401", 2018),
    "part": ("GM0034", 2018),
    "share": 0.5,
    "first": 2025,
    "last": None,
    "year": 2025,
    "new": NewArea("PO2402", "Nieuw"),
    "formers": [("PO2401", 2018)],
    "successor": NewArea("PO2402", "Nieuw"),
    "former": ("GM0034", 2018),
    "heirs": [],
    "change_id": 1,
    "kind": "other",
    "party_id": 1,
}


def _filled_in(command: Callable[..., object]) -> dict[str, object]:
    """A value for every argument that the command asks, besides the transaction and the actor."""
    asked = [
        name
        for name, parameter in inspect.signature(command).parameters.items()
        if parameter.default is inspect.Parameter.empty and name not in ("session", "actor")
    ]
    return {name: ANSWERS[name] for name in asked}


def test_the_commands_are_found() -> None:
    assert {"norms.set_norm", "drafts.save_draft", "publishing.publish"} <= set(_commands())
    assert set(_commands()) >= INSTRUMENTS | ABOUT_ONESELF


@pytest.mark.parametrize("name", sorted(set(_commands()) - INSTRUMENTS - ABOUT_ONESELF))
def test_every_command_is_refused_for_a_guest(name: str, engine: Engine) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
        officer = add_actor(session, "Anna", region_id=region_id)
        guest = add_actor(session, "Evi", region_id=region_id, role=Role.GUEST)
        stories, norms = import_module("data_models.commands.stories"), import_module("data_models.commands.norms")
        import_module("data_models.commands.agenda").add(session, actor=officer, item=ITEM)
        norms.set_norm(session, actor=officer, indicator="jeugdzorg", area="GM0034", proposal=PROPOSAL)
        stories.share_contribution(
            session,
            actor=officer,
            picture=ANSWERS["picture"],
            question=1,
            subject=ANSWERS["subject"],
            draft_version=0,
            recognition="ja",
        )
    command = _commands()[name]
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        command(session, actor=guest, **_filled_in(command))
