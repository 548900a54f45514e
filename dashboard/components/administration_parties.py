"""Beheer, Regio en gebieden: the name of the region, the areas it is about, and its parties."""

from typing import Any

import streamlit as st

from dashboard.components.administration_storing import PLACE, confirmed, fault, store
from dashboard.components.keeping import keep_typed
from dashboard.data import regions
from dashboard.data.reader import Reader
from dashboard.data.regions import RegionView
from dashboard.formatting import count
from dashboard.texts import areas as area_words
from dashboard.texts import regions as words
from data_models.commands import regions as commands
from data_models.commands.regions import LONGEST, RegionRefusedError
from data_models.compositions import Place

_NAMING = f"{PLACE}-naam"
_CHOSEN_KINDS = ("municipality", "partnership", "region", "youth_region", "province")


def show_name(view: RegionView, _: Reader) -> None:
    """The name of the region."""
    with st.form("regio-naam-formulier", border=False):
        keep_typed(_NAMING, actor=view.actor)
        name = st.text_input(words.REGION_NAME, view.region.name, key=f"regio-naam-{view.version}", max_chars=LONGEST)
        if st.form_submit_button(words.CONFIRM, type="primary"):
            done = words.DONE_REGION
            store(
                commands.rename_region, actor=view.actor, done=done, form=_NAMING, seen_version=view.version, name=name
            )
            st.rerun()


def show_areas(view: RegionView, reader: Reader) -> None:
    """The areas that the region is about, and what stays of those that go."""
    options = [
        place
        for place, area in view.known.areas.items()
        if area.kind in _CHOSEN_KINDS
        and area.fictional == view.region.fictional
        and (area.valid_until is None or place in view.named)
    ]
    st.caption(words.REGION_AREAS_HELP)
    chosen: list[Place] = st.multiselect(
        words.REGION_AREAS,
        options,
        default=[place for place in view.named if place in options],
        format_func=lambda place: area_words.label(view.known.areas[place]),
        filter_mode="contains",
        placeholder=words.CHOOSE,
        key=f"regio-gebieden-{view.version}",
    )
    come = [view.known.areas[place].name for place in chosen if place not in view.named]
    gone = [place for place in view.named if place not in chosen]
    if not come and not gone:
        st.info(fault(RegionRefusedError("nothing_changes")))
        return
    means = [words.AREAS_COME.format(names=", ".join(come))] if come else []
    if gone:
        means.append(words.AREAS_GO.format(names=", ".join(view.known.areas[place].name for place in gone)))
        means += [_staying(view, reader, place=place) for place in gone]
    if not chosen:
        means.append(words.EVERYTHING.format(world=words.EXAMPLE_WORLD if view.region.fictional else words.REAL_WORLD))
    if confirmed([one for one in means if one], proposal=(sorted(chosen), view.version)):
        done = words.DONE_REGION
        store(commands.set_areas, actor=view.actor, done=done, seen_version=view.version, areas=chosen)
        st.rerun()


def _staying(view: RegionView, reader: Reader, *, place: Place) -> str:
    """What is about an area that goes, and stays; empty when there is nothing."""
    norms, stories = regions.what_stays(reader, place=place)
    if not norms and not stories:
        return ""
    return words.AREA_STAYS.format(
        name=view.known.areas[place].name,
        norms=(words.NORMS_ONE if norms == 1 else words.NORMS_MANY).format(count=count(norms)),
        stories=(words.STORIES_ONE if stories == 1 else words.STORIES_MANY).format(count=count(stories)),
    )


def show_parties(view: RegionView, _: Reader) -> None:
    """The parties of the region: a new one, or another name or area for one that is there."""
    known = {one.id: one for one in view.parties}
    number = st.selectbox(
        words.WHICH_PARTY,
        [0, *known],
        format_func=lambda one: known[one].name if one else words.NEW_PARTY,
        filter_mode="contains",
        placeholder=words.CHOOSE,
        key=f"regio-partij-{view.version}",
    )
    party = known.get(number)
    areas: list[Place | None] = [None, *view.places("municipality"), *view.places("partnership")]
    if party and party.area and party.area not in areas:
        areas.append(party.area)
    kinds = list(words.KINDS)
    key = f"regio-partij-{number}-{view.version}"
    with st.form(f"{key}-formulier", border=False):
        keep_typed(f"{PLACE}-partij-{number}", actor=view.actor)
        name = st.text_input(words.NAME, party.name if party else "", key=f"{key}-naam", max_chars=LONGEST)
        kind = st.selectbox(
            words.KIND,
            kinds,
            index=kinds.index(party.kind) if party and party.kind in kinds else 0,
            format_func=words.KINDS.__getitem__,
            key=f"{key}-soort",
        )
        area = st.selectbox(
            words.PARTY_AREA,
            areas,
            index=areas.index(party.area) if party else 0,
            format_func=lambda one: area_words.label(view.known.areas[one]) if one else words.NO_AREA_CHOICE,
            filter_mode="contains",
            placeholder=words.CHOOSE,
            key=f"{key}-gebied",
        )
        if st.form_submit_button(words.CONFIRM, type="primary"):
            asked: dict[str, Any] = {"name": name, "kind": kind, "area": area, "seen_version": view.version}
            if party:
                asked["party_id"] = party.id
            command = commands.change_party if party else commands.add_party
            store(command, actor=view.actor, done=words.DONE_REGION, form=f"{PLACE}-partij-{number}", **asked)
            st.rerun()
    if party is None:
        return
    if party.hangs:
        hangs = words.HANGS_ONE if party.hangs == 1 else words.HANGS_MANY.format(count=count(party.hangs))
        st.caption(words.PARTY_STAYS.format(hangs=hangs))
        return
    with st.popover(words.REMOVE_PARTY, key=f"{key}-weg-vraag"):
        if st.button(words.REMOVE_PARTY_CONFIRM.format(name=party.name), key=f"{key}-weg"):
            asked = {"party_id": party.id, "seen_version": view.version}
            store(commands.remove_party, actor=view.actor, done=words.DONE_REGION, **asked)
            st.rerun()
