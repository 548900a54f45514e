"""Every query × every role × own region, another and nobody, on both databases: what it shows, and never more."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import true, update
from sqlalchemy.orm import Session

from data_models import database, queries
from data_models.access import ALLOWED, Action, Actor, Role
from data_models.facts import AreaFacts, FigureSubject, NormFacts, PictureSubject
from data_models.queries import (
    agenda,
    ambitions,
    annotations,
    answers,
    audit,
    comparison_groups,
    figures,
    imports,
    members,
    norms,
    own_figures,
    region_areas,
    revisions,
    searching,
    sign_ins,
    sources,
    stories,
    tidy_figures,
)
from data_models.queries.audit import AuditFilter
from data_models.tables import Contribution
from data_models.tables.declaration import now
from tests.data_models import (
    matrix_agreements,
    matrix_efforts,
    matrix_interpretations,
    matrix_invitations,
    matrix_practice,
)
from tests.data_models.matrix_world import BITS, EXAMPLE, HERE, SUBJECT, THERE, World, counted, seen

ALMERE = AreaFacts("GM0034", "municipality", "Almere", 2018, None, fictional=False)
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
Asks = Callable[[Session, Any, World], object]  # the second is who asks; some queries take nobody, others do not


@dataclass(frozen=True, slots=True)
class Way:
    """How a query is asked, and to whom it shows their region: to who may do `right`; None: to who has any role.

    `example`: what is of the example region, it shows to everybody. `shows` finds the regions in its answer.
    """

    asks: Asks
    right: Action | None = Action.READ_STORIES
    example: bool = False
    shows: Callable[[object], set[str]] = seen
    nobody: bool = True  # whether it can be asked without somebody who asks
    only: frozenset[Role] = frozenset(Role)  # who has something of their own to see


def _all_norms(world: World) -> list[int]:
    return [norm for region in world.regions.values() for norm in region.norms]


def _each_norm(session: Session, world: World, *, asks: Callable[[int], object]) -> list[object]:
    return [asks(norm) for norm in _all_norms(world)]


def _moved_norms(world: World) -> list[NormFacts]:
    """Every norm as if it asks something else by now than when it was agreed."""
    said = ("jeugdzorg", "GM0034", "", "agreed", "down", 8.0, None, None, 2041, 11.7, 2024, "", "", "")
    return [NormFacts(norm, 0, *said, 2, None, now()) for norm in _all_norms(world)]


def _each_contribution(session: Session, world: World, *, asks: Callable[[int], object]) -> list[object]:
    return [asks(one) for region in world.regions.values() for one in region.contributions]


def _counted(answer: object) -> set[str]:
    """The regions in a number of things."""
    assert isinstance(answer, int)
    return counted(answer)


def _number_counted(number: Callable[[object], int], answer: object) -> set[str]:
    """The regions in a number that an answer holds."""
    return counted(number(answer))


def _with_the_withdrawn(answer: object) -> set[str]:
    """The regions in a number of norms, of which each region has one more that was withdrawn, and of pictures."""
    assert isinstance(answer, tuple)
    return counted(answer[0] - 1) if answer[0] else set()


def _years(answer: object) -> set[str]:
    """The regions of which the own period is in an answer."""
    return {mark for mark, year in {HERE: "2019", THERE: "2020", EXAMPLE: "2021"}.items() if year in repr(answer)}


WAYS: dict[str, Way] = {
    "agenda.items": Way(lambda session, asker, _: agenda.items(session, asker=asker), example=True),
    "ambitions.tree": Way(
        lambda session, asker, _: [
            ambitions.tree(session, asker=asker, fictional=fictional) for fictional in (False, True)
        ],
        example=True,
    ),
    "annotations.annotations": Way(
        lambda session, asker, _: annotations.annotations(session, asker=asker), example=True
    ),
    "audit.lines": Way(
        lambda session, asker, _: audit.lines(session, asker=asker, chosen=AuditFilter()),
        right=Action.READ_AUDIT,
        nobody=False,
    ),
    "audit.people": Way(
        lambda session, asker, _: audit.people(session, asker=asker), right=Action.READ_AUDIT, nobody=False
    ),
    "comparison_groups.groups": Way(
        lambda session, asker, _: comparison_groups.groups(session, asker=asker), example=True
    ),
    "figures.series": Way(lambda session, asker, _: figures.series(session, asker=asker, areas=[ALMERE])),
    "figures.of_period": Way(
        lambda session, asker, _: [
            figures.of_period(session, asker=asker, indicator="jeugdzorg", period=year)
            for year in ("2019", "2020", "2021")
        ]
    ),
    "figures.breakdowns": Way(
        lambda session, asker, _: figures.breakdowns(session, asker=asker, area=ALMERE, indicator="jeugdzorg"),
        only=frozenset(),  # nobody has a group of their own here: tests/data_models/test_figure_queries.py
    ),
    "figures.breakdowns_of_any": Way(
        lambda session, asker, _: figures.breakdowns_of_any(
            session, asker=asker, areas=[ALMERE], indicator="jeugdzorg"
        ),
        only=frozenset(),
    ),
    "figures.series_by_area": Way(
        lambda session, asker, _: figures.series_by_area(session, asker=asker, areas=[ALMERE], indicator="jeugdzorg")
    ),
    "figures.periods": Way(
        lambda session, asker, _: figures.periods(session, asker=asker, indicator="jeugdzorg"), shows=_years
    ),
    "imports.batches": Way(lambda session, asker, _: imports.batches(session, asker=asker)),
    "members.members": Way(
        lambda session, asker, _: members.members(session, asker=asker), right=Action.MANAGE_PEOPLE, nobody=False
    ),
    "members.with_no_role": Way(
        lambda session, asker, _: members.with_no_role(session, asker=asker),
        right=Action.MANAGE_PEOPLE,
        nobody=False,
        only=frozenset(),  # it shows who is of no region: below
    ),
    "members.knows": Way(
        lambda session, asker, world: [
            mark
            for mark, region in world.regions.items()
            if members.knows(session, asker=asker, person_id=region.actors[Role.GUEST].person_id)
        ],
        right=None,  # asked by a command, of who may manage people
        nobody=False,
    ),
    "members.parties": Way(lambda session, asker, _: members.parties(session, asker=asker), right=None, nobody=False),
    "members.signs_for": Way(
        lambda session, asker, _: members.signs_for(session, asker=asker),
        right=Action.ADOPT_NORMS,
        nobody=False,
    ),
    "norms.norms": Way(lambda session, asker, _: norms.norms(session, asker=asker), example=True),
    "norms.standing_by_indicator": Way(
        lambda session, asker, _: norms.standing_by_indicator(session, asker=asker).get("jeugdzorg", 0),
        example=True,
        shows=_counted,
    ),
    "norms.history": Way(
        lambda session, asker, world: _each_norm(
            session, world, asks=lambda norm: norms.history(session, asker=asker, norm_id=norm)
        ),
        example=True,
    ),
    "norms.histories": Way(
        lambda session, asker, world: norms.histories(session, asker=asker, norm_ids=_all_norms(world)), example=True
    ),
    "norms.once_agreed": Way(
        lambda session, asker, world: len(norms.once_agreed(session, asker=asker, norms=_moved_norms(world))),
        example=True,
        shows=_counted,
    ),
    "norms.adoptions": Way(
        lambda session, asker, world: _each_norm(
            session, world, asks=lambda norm: norms.adoptions(session, asker=asker, norm_id=norm)
        ),
        example=True,
    ),
    "own_figures.withheld": Way(lambda session, asker, _: own_figures.withheld(session, asker=asker), shows=_years),
    "region_areas.what_stays": Way(
        lambda session, asker, _: region_areas.what_stays(session, asker=asker, place=("GM0034", 2018)),
        right=None,  # a number of one's own region, on a page for who manages it
        nobody=False,
        shows=_with_the_withdrawn,
    ),
    "revisions.revisions": Way(
        lambda session, asker, _: revisions.revisions(session, asker=asker, indicator="jeugdzorg", areas=[ALMERE])
    ),
    "sign_ins.present": Way(
        lambda session, asker, _: sign_ins.present(session, asker=asker), right=Action.MANAGE_PEOPLE, nobody=False
    ),
    "sources.overview": Way(
        lambda session, asker, _: [(one.figures, one.imported_by) for one in sources.overview(session, asker=asker)]
    ),
    "answers.tally": Way(lambda session, asker, _: answers.tally(session, asker=asker, picture=PICTURE), example=True),
    "answers.newest": Way(
        lambda session, asker, _: answers.newest(session, asker=asker, picture=PICTURE, most={1: 9, 2: 9, 3: 9, 4: 9}),
        example=True,
    ),
    "stories.contributions": Way(
        lambda session, asker, _: stories.contributions(session, asker=asker, picture=PICTURE),
        example=True,
    ),
    "stories.contributions_about": Way(
        lambda session, asker, _: stories.contributions_about(
            session, asker=asker, indicator="jeugdzorg", area="GM0034"
        ),
        example=True,
    ),
    "stories.versions": Way(
        lambda session, asker, world: _each_contribution(
            session, world, asks=lambda one: stories.versions(session, asker=asker, contribution_id=one)
        ),
        example=True,
    ),
    "stories.own_draft": Way(
        lambda session, asker, _: stories.own_draft(session, actor=asker, subject=SUBJECT), right=None, nobody=False
    ),
    "stories.own_drafts": Way(
        lambda session, asker, _: stories.own_drafts(session, actor=asker, subjects=[SUBJECT]),
        right=None,
        nobody=False,
    ),
    "stories.told": Way(lambda session, asker, _: stories.told(session, asker=asker, about=true()), example=True),
    "stories.drafts_about": Way(
        lambda session, asker, _: stories.drafts_about(session, actor=asker, beginnings=[SUBJECT]),
        right=None,
        nobody=False,
    ),
    "stories.last_discussed": Way(
        lambda session, asker, _: stories.last_discussed(session, asker=asker, area="GM0034")["jeugdzorg"].day,
        example=True,
        shows=lambda day: {mark for mark, bit in BITS.items() if bit == day},  # the example's is the last
        only=frozenset(),
    ),
    "stories.answers_by_indicator": Way(
        lambda session, asker, _: stories.answers_by_indicator(session, asker=asker)["jeugdzorg"],
        example=True,
        shows=_counted,
    ),
    "tidy_figures.tidy": Way(
        lambda session, asker, _: [part.rows() for part in tidy_figures.tidy(session, asker=asker)]
    ),
}
WAYS |= {name: Way(asks, example=True) for name, asks in matrix_efforts.QUERIES.items()}
WAYS |= {name: Way(asks, example=True) for name, asks in matrix_agreements.QUERIES.items()}
WAYS |= {name: Way(asks, example=True, shows=_years) for name, asks in matrix_efforts.BY_YEAR.items()}
WAYS |= {name: Way(asks, right=right) for name, (right, asks) in matrix_invitations.QUERIES.items()}
WAYS |= {
    name: Way(asks, right=Action.MANAGE_REGION, shows=partial(_number_counted, number))
    for name, (asks, number) in matrix_invitations.COUNTED.items()
}
WAYS |= {name: Way(asks, example=True) for name, asks in matrix_practice.QUERIES.items()}
WAYS |= {name: Way(asks, example=True) for name, asks in matrix_interpretations.QUERIES.items()}
WAYS["searching.find"] = Way(
    lambda session, asker, _: [
        searching.find(session, asker=asker, words="merk", fictional=fictional) for fictional in (False, True)
    ],
    example=True,
)
OTHERWISE = {  # what takes somebody and is not asked so, and why
    **matrix_interpretations.CONDITIONS,
    "practice.visible": "a condition",
    "norms.visible": "a condition",
    "stories.visible": "a condition",
    "sign_ins.still_is": "whether somebody is who they were",
    "members.named_exactly": "finds whom one names exactly, also elsewhere: tests/data_models/test_roles_by_name.py",
    "copies.regions_of_others": "names of regions, which are no secret; asked by the owner",
}
PUBLIC = {  # what asks for nobody, and why
    "pictures.figures_of": "computes",
    "ambitions.results_that_stand": "a condition",
    "boundaries.different": "outlines of areas",
    "boundaries.of_year": "outlines of areas",
    "boundaries.outlined": "which areas have an outline",
    "boundaries.years": "outlines of areas",
    "catalogue.all_belongings": "areas",
    "catalogue.all_parts": "areas",
    "catalogue.area_parts": "areas",
    "catalogue.areas": "areas",
    "catalogue.belongings": "areas",
    "catalogue.indicators": "definitions",
    "catalogue.parts": "areas",
    "catalogue.sources": "sources",
    "catalogue.successions": "areas",
    "catalogue.themes": "definitions",
    "catalogue.wholes": "areas",
    "comparison_groups.read": "computes",
    "comparison_groups.written": "computes",
    "compositions.changed": "what areas consist of",
    "compositions.changes": "what areas consist of; of a region that is named",
    "compositions.known": "areas",
    "compositions.last_standing": "what areas consist of; of a region that is named",
    "compositions.read": "computes",
    "compositions.written": "computes",
    "copies.content_now": "a count of everything, asked by the owner",
    "copies.content_of": "computes",
    "copies.last_made": "when the last copy was made, asked by the owner",
    "earlier_figures.just_before": "of the region of whoever imports; the wall holds them to it",
    **matrix_invitations.PUBLIC_QUERIES,
    "imports.last_undoable": "of the region that undo_last was permitted for",
    "led_screens.is_live": "a condition",
    "led_screens.led_screen": "for whoever has the code: tests/data_models/test_led_screens.py",
    "mappings.remembered": "of the region of whoever imports; the wall holds them to it",
    "own_figures.standing": "of the region of whoever imports; the wall holds them to it",
    "people.actor": "how it becomes known who asks",
    "people.counts_now": "a condition",
    "people.region_of_kind": "the number of a region",
    "region_areas.areas": "which gemeenten work together",
    "region_areas.hanging_on": "a number",
    "region_areas.parties": "names of organisations",
    "region_areas.version": "a number",
    "regions.codes": "names of regions",
    "regions.own_areas": "which gemeenten work together",
    "regions.region": "names of regions",
    "regions.region_of_code": "names of regions",
    "sign_ins.is_of": "how it becomes known whether a browser is of who asks",
    "sign_ins.signed_in": "how it becomes known who asks",
    "topics.versions": "numbers that tell caches that something changed",
}


def _modules() -> dict[str, ModuleType]:
    files = sorted(Path(queries.__path__[0]).glob("[!_]*.py"))
    return {file.stem: import_module(f"data_models.queries.{file.stem}") for file in files}


def _queries(modules: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """Every public function of every file of queries, as "file.function", and whether somebody asks it."""
    for stem, module in modules.items():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == f"data_models.queries.{stem}" and not name.startswith("_"):
                yield f"{stem}.{name}", bool({"asker", "actor"} & inspect.signature(function).parameters.keys())


def _forgotten(modules: Mapping[str, object]) -> set[str]:
    listed = {True: WAYS.keys() | OTHERWISE.keys(), False: PUBLIC.keys()}
    return {name for name, asked in _queries(modules) if name not in listed[asked]}


def test_no_query_is_forgotten_here() -> None:
    assert _forgotten(_modules()) == set()
    there = {name for name, _ in _queries(_modules())}
    assert (WAYS.keys() | OTHERWISE.keys() | PUBLIC.keys()) - there == set()


def test_a_forgotten_query_is_found() -> None:
    module = ModuleType("data_models.queries.gossip")

    def gossip(session: Session, *, asker: Actor | None) -> None:
        """Something nobody listed."""

    def all_gossip(session: Session) -> None:
        """Something nobody listed, that asks for nobody."""

    for function in (gossip, all_gossip):
        function.__module__ = module.__name__
        setattr(module, function.__name__, function)
    assert _forgotten({"gossip": module}) == {"gossip.gossip", "gossip.all_gossip"}


def _shown(world: World, way: Way, *, asker: Actor | None) -> set[str]:
    with database.reading(world.engine, asker=asker) as session:
        return way.shows(way.asks(session, asker, world))


def _may_see(way: Way, *, role: Role, mark: str) -> set[str]:
    own = way.right is None or way.right in ALLOWED[role]
    return ({mark} if own and role in way.only else set()) | ({EXAMPLE} if way.example else set())


@pytest.mark.parametrize("name", sorted(WAYS))
def test_each_role_sees_of_its_own_region_what_it_may_and_of_another_nothing(world: World, name: str) -> None:
    way = WAYS[name]
    for mark, region in world.regions.items():
        for role, actor in region.actors.items():
            assert _shown(world, way, asker=actor) == _may_see(way, role=role, mark=mark), (mark, role)


@pytest.mark.parametrize("name", sorted(name for name, way in WAYS.items() if way.nobody))
def test_nobody_sees_what_is_public_and_what_is_the_examples(world: World, name: str) -> None:
    assert _shown(world, WAYS[name], asker=None) == ({EXAMPLE} if WAYS[name].example else set())


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_forgotten_where_would_show_nothing_of_another_region(world: World, name: str) -> None:
    """On PostgreSQL: who asks in the name of a region that the transaction is not of gets nothing of it."""
    if world.engine.dialect.name != "postgresql":
        return
    way = WAYS[name]
    here = world.regions[HERE].actors[Role.ADMINISTRATOR]
    pretending = replace(here, region_id=world.regions[THERE].id)
    with database.reading(world.engine, asker=here) as session:
        shown = way.shows(way.asks(session, pretending, world))
    assert THERE not in shown or name in ("members.parties",)  # names of organisations are no secret


def test_who_has_no_role_anywhere_is_shown_to_who_gives_out_roles(world: World) -> None:
    for region in world.regions.values():
        for role, actor in region.actors.items():
            with database.reading(world.engine, asker=actor) as session:
                found = [one.person_id for one in members.with_no_role(session, asker=actor)]
            assert found == ([world.nobody_yet] if Action.MANAGE_PEOPLE in ALLOWED[role] else [])


def test_the_answers_within_a_circle_are_for_the_same_organisation(world: World) -> None:
    """Of the same region, and of another organisation, nobody reads them."""
    here = world.regions[HERE].actors[Role.POLICY_OFFICER]
    with database.reading(world.engine, asker=here) as session:
        whole = stories.answers_by_indicator(session, asker=here)["jeugdzorg"]
    with world.trying(here) as session:
        session.execute(
            update(Contribution)
            .where(Contribution.id == world.regions[HERE].contributions[0])
            .values(visibility="circle")
        )
        elsewhere = replace(here, organisation="Een andere organisatie")
        assert stories.answers_by_indicator(session, asker=here)["jeugdzorg"] == whole
        assert stories.answers_by_indicator(session, asker=elsewhere)["jeugdzorg"] == whole - 1
