"""What can be chosen: areas and indicators."""

from dataclasses import dataclass

import streamlit as st

from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.formatting import alphabetical
from dashboard.texts import areas as area_words
from data_models import database
from data_models.compositions import Belonging
from data_models.facts import AnnotationFacts, AreaFacts, IndicatorFacts, SourceFacts, SuccessionFacts
from data_models.queries import annotations as annotation_queries
from data_models.queries import catalogue

_ORDER = ("country", "municipality", "region", "partnership", "province", "youth_region", "district", "neighbourhood")


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def areas(reader: Reader) -> tuple[AreaFacts, ...]:
    """Every area, by name."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.areas(session))


@dataclass(frozen=True, slots=True)
class AreaChoices:
    """The areas that can be chosen, in the order of the list, by how the URL spells them; with how each is called."""

    areas: dict[str, AreaFacts]
    labels: dict[str, str]

    def of_now(self, area: AreaFacts) -> "AreaChoices":
        """The areas that still exist and are as real as this one, itself among them; the country is left out."""
        keys = [
            key
            for key, one in self.areas.items()
            if one.fictional == area.fictional and one.valid_until is None and one.kind != "country"
        ]
        return AreaChoices({key: self.areas[key] for key in keys}, {key: self.labels[key] for key in keys})

    def besides(self, area: AreaFacts) -> "AreaChoices":
        """The areas that this one can be compared with: real ones with real ones, invented with invented."""
        keys = [key for key, one in self.areas.items() if one.fictional == area.fictional and one is not area]
        return AreaChoices({key: self.areas[key] for key in keys}, {key: self.labels[key] for key in keys})


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def area_choices(reader: Reader) -> AreaChoices:
    """Every area: the country, then gemeenten and what they form, then wijken; the invented ones last."""
    ordered = sorted(
        areas(reader),
        key=lambda one: (one.fictional, _ORDER.index(one.kind), one.valid_until is not None, alphabetical(one.name)),
    )
    keyed = {_key(area): area for area in ordered}
    return AreaChoices(keyed, {key: area_words.label(area) for key, area in keyed.items()})


def _key(area: AreaFacts) -> str:
    """How the URL spells an area: its code, with its last year when it no longer exists."""
    return area.code if area.valid_until is None else f"{area.code}-{area.valid_until}"


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def indicators(reader: Reader) -> tuple[IndicatorFacts, ...]:
    """Every indicator, by theme."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.indicators(session))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def themes(reader: Reader) -> dict[str, str]:
    """The name of every theme by its code, in their order."""
    with database.reading(asker=reader.actor) as session:
        return catalogue.themes(session)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def annotations(reader: Reader) -> tuple[AnnotationFacts, ...]:
    """Every break and event that this reader may see."""
    with database.reading(asker=reader.actor) as session:
        return tuple(annotation_queries.annotations(session, asker=reader.actor))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def successions(reader: Reader) -> tuple[SuccessionFacts, ...]:
    """Every herindeling."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.successions(session))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def sources(reader: Reader) -> tuple[SourceFacts, ...]:
    """Every source."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.sources(session))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def wholes(reader: Reader, *, area: AreaFacts) -> tuple[tuple[AreaFacts, float], ...]:
    """What an area is part of, with the share of it that belongs there."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.wholes(session, area=area))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def belongings(reader: Reader, *, area: AreaFacts) -> tuple[Belonging, ...]:
    """What an area consists of or ever did, with the share of each part and the years of that."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.belongings(session, area=area))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def all_belongings(reader: Reader, *, areas: tuple[AreaFacts, ...]) -> dict[AreaFacts, list[Belonging]]:
    """What each of these areas consists of or ever did: one query, however many they are."""
    with database.reading(asker=reader.actor) as session:
        return catalogue.all_belongings(session, areas=areas)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def all_parts(reader: Reader, *, areas: tuple[AreaFacts, ...]) -> dict[AreaFacts, list[tuple[AreaFacts, float]]]:
    """What each of these areas consists of now: one query, however many they are."""
    with database.reading(asker=reader.actor) as session:
        return catalogue.all_parts(session, areas=areas)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def parts(reader: Reader, *, area: AreaFacts) -> tuple[tuple[AreaFacts, float], ...]:
    """What an area consists of, with the share of each part that belongs to it."""
    with database.reading(asker=reader.actor) as session:
        return tuple(catalogue.parts(session, area=area))
