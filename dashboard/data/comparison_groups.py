"""Vergelijken: which groups of areas an area can be compared within."""

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.calculations.estimated import POPULATION
from dashboard.calculations.similar_size import similar_size
from dashboard.data import catalogue
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.formatting import alphabetical
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import comparison_groups as saved_queries
from data_models.queries import figures as figure_queries
from data_models.queries import region_areas, regions
from data_models.queries.comparison_groups import GroupFacts
from seed_data.youth_regions import youth_regions

_WHOLE_YOUTH = ("leeftijd:0-14", "leeftijd:15-24")  # together everybody of 0 to 24
_OF_WHOLE = {"swv": "partnership", "jeugdregio": "youth_region", "provincie": "province"}  # group: kind of the whole


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def groups(reader: Reader, *, area: AreaFacts) -> dict[str, tuple[AreaFacts, ...]]:
    """The groups that an area can be compared within, by code, each by name and without those that no longer exist.

    The first is the one to begin with. A group of one area says nothing and is left out.
    """
    here = [one for one in catalogue.areas(reader) if one.fictional == area.fictional and one.valid_until is None]
    municipalities = tuple(one for one in here if one.kind == "municipality")
    region = _of_region(reader, municipalities=municipalities)
    beside = {name: _beside(reader, area=area, kind=kind) for name, kind in _OF_WHOLE.items()}
    beside["jeugdregio"] = beside["jeugdregio"] or _youth_region(area, municipalities=municipalities)
    around = region or beside["provincie"] or beside["swv"]
    districts = _districts(reader, area=area)
    found = {
        **({"wijken": districts} if area.kind == "district" else {}),
        **({"voorbeeld": municipalities} if area.fictional else beside),
        "grootte": () if area.fictional else (area, *similar_size(area, people=_young_people(reader))),
        "regio": region,
        "swvs": _partnerships(reader, areas=here, around=municipalities if area.fictional else around),
        "wijken": districts,
        "alle": () if area.fictional else municipalities,
    }
    sorted_by_name = {name: by_name(areas) for name, areas in found.items()}
    return {name: areas for name, areas in sorted_by_name.items() if len(areas) > 1}


def saved(reader: Reader) -> list[GroupFacts]:
    """The groups that people of the reader's region saved, asked afresh."""
    with database.reading(asker=reader.actor) as session:
        return saved_queries.groups(session, asker=reader.actor)


def by_name(areas: Iterable[AreaFacts]) -> tuple[AreaFacts, ...]:
    """The areas in alphabetical order, each once."""
    return tuple(sorted(set(areas), key=lambda one: (alphabetical(one.name), one.code)))


def _beside(reader: Reader, *, area: AreaFacts, kind: str) -> tuple[AreaFacts, ...]:
    """The gemeenten of what the area is part of, or consists of; of more than one samenwerkingsverband together."""
    wholes = [area] if area.kind == kind else [one for one, _ in catalogue.wholes(reader, area=area)]
    standing = tuple(one for one in wholes if one.kind == kind and one.valid_until is None)
    found = catalogue.all_parts(reader, areas=standing) if standing else {}
    return tuple(
        part
        for parts in found.values()
        for part, _ in parts
        if part.kind == "municipality" and part.valid_until is None
    )


def _districts(reader: Reader, *, area: AreaFacts) -> tuple[AreaFacts, ...]:
    """The wijken of a gemeente as it is now, or those beside a wijk; wijken of before a redivision are other places."""
    wholes = [area] if area.kind == "municipality" else [one for one, _ in catalogue.wholes(reader, area=area)]
    around = [one for one in wholes if one.kind == "municipality" and area.kind in ("municipality", "district")]
    found = [part for one in around for part, _ in catalogue.parts(reader, area=one)]
    return tuple(one for one in found if one.kind == "district" and one.valid_until is None)


def _youth_region(area: AreaFacts, *, municipalities: Sequence[AreaFacts]) -> tuple[AreaFacts, ...]:
    """The gemeenten that were in the same jeugdregio by the published division; none for an area that is not in it."""
    known = youth_regions()
    own = known.get(area.code)
    return tuple(one for one in municipalities if own and known.get(one.code) == own)


def _of_region(reader: Reader, *, municipalities: Sequence[AreaFacts]) -> tuple[AreaFacts, ...]:
    """The gemeenten of the region of who is signed in; none when that region is about everything."""
    if reader.actor is None:
        return ()
    with database.reading(asker=reader.actor) as session:
        named = region_areas.areas(session, region_id=reader.actor.region_id)
        own = regions.own_areas(session, region_id=reader.actor.region_id) if named else frozenset()
    return tuple(one for one in municipalities if one.code in own)


def _partnerships(reader: Reader, *, areas: Sequence[AreaFacts], around: Sequence[AreaFacts]) -> tuple[AreaFacts, ...]:
    """The samenwerkingsverbanden to which one of these gemeenten belongs."""
    partnerships = tuple(one for one in areas if one.kind == "partnership")
    found = catalogue.all_parts(reader, areas=partnerships) if partnerships else {}
    near = set(around)
    return tuple(whole for whole, parts in found.items() if any(part in near for part, _ in parts))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def _young_people(reader: Reader) -> dict[AreaFacts, float]:
    """How many young people each real gemeente has, in the last year of which it is known of most."""
    areas = [
        one
        for one in catalogue.areas(reader)
        if one.kind == "municipality" and not one.fictional and one.valid_until is None
    ]
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series(session, asker=reader.actor, areas=areas, indicator=POPULATION, breakdown=None)
    classes = [one for one in found if one.value is not None and one.breakdown in _WHOLE_YOUTH]
    year = max(Counter(one.year for one in classes).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[0]
    by_code = {one.code: one for one in areas}
    people: dict[AreaFacts, float] = {}
    for one in classes:
        if one.year == year:
            people[by_code[one.area]] = people.get(by_code[one.area], 0.0) + (one.value or 0.0)
    return people
