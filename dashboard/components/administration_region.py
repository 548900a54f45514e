"""Beheer: the region's areas and parties, and what a samenwerkingsverband consists of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from dashboard.components.administration_composition import (
    show_abolition,
    show_merger,
    show_partnership,
    show_share,
)
from dashboard.components.administration_parties import show_areas, show_name, show_parties
from dashboard.components.administration_storing import PLACE, store, undo
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.data import regions
from dashboard.data.reader import Reader
from dashboard.data.regions import RegionView
from dashboard.formatting import day
from dashboard.statements import compositions as statements
from dashboard.texts import administration
from dashboard.texts import areas as area_words
from dashboard.texts import regions as words
from data_models.compositions import Place
from data_models.facts import AreaFacts

HALF = 0.5  # a partnership is the same area when no other gemeente belongs to it for more than this share
MOST_ROWS = 60  # of a table: more would not be read, and a region that names no areas is about all of them

_TASKS: dict[str, Callable[[RegionView, Reader], None]] = {
    "share": show_share,
    "merger": show_merger,
    "partnership": show_partnership,
    "abolition": show_abolition,
    "areas": show_areas,
    "parties": show_parties,
    "name": show_name,
}


def show_region(reader: Reader) -> None:
    """Show the region's areas and parties, and what a samenwerkingsverband consists of."""
    st.header(administration.SECTIONS["regio"], anchor=False)
    view = regions.view(reader)
    if view is None:
        return
    st.text(words.INTRODUCTION)
    if view.named:
        _show_partnerships(view)
        _show_municipalities(view)
    else:
        world = words.EXAMPLE_WORLD if view.region.fictional else words.REAL_WORLD
        st.info(words.NO_AREAS.format(world=world))
    _show_parties(view)
    st.header(words.CHANGE, anchor=False)
    with st.container(key="smal-regio"):
        task = st.selectbox(words.TASK, list(words.TASKS), format_func=words.TASKS.__getitem__, key="regio-taak")
        _TASKS[task](view, reader)
        say_what_happened(PLACE)
    _show_changes(view)


def _show_partnerships(view: RegionView) -> None:
    st.subheader(words.PARTNERSHIPS, anchor=False)
    places = [
        place
        for place, area in view.known.areas.items()
        if area.kind == "partnership" and area.code in view.own and area.fictional == view.region.fictional
    ]
    rows = [
        {words.PARTNERSHIP: _named(view.known.areas[place]), words.CONSISTS_OF: _parts(view, place)}
        for place in sorted(
            places, key=lambda one: (view.known.areas[one].valid_until is not None, view.known.areas[one].name)
        )
    ]
    if rows:
        show_table(rows[:MOST_ROWS], key="tabel-swvs")
    else:
        st.text(words.NO_PARTNERSHIP)


def _parts(view: RegionView, place: Place) -> str:
    found = view.known.composition(place, year=_year(view.known.areas[place]))
    large = [area for area, share in found if share > HALF]
    if len(large) == 1 and len(found) == 1 and found[0][1] == 1:
        return words.COINCIDES.format(area=large[0].name)
    return statements.parts(found) or words.NOTHING


def _show_municipalities(view: RegionView) -> None:
    st.subheader(words.MUNICIPALITIES, anchor=False)
    rows = []
    for place, area in view.places("municipality").items():
        swvs = [
            (replace(view.known.areas[whole], name=area_words.line_name(view.known.areas[whole])), share)
            for whole in view.known.wholes_of(place)
            if view.known.areas[whole].kind == "partnership"
            for part, share in view.known.composition(whole, year=_year(area))
            if part == area
        ]
        said = statements.parts(sorted(swvs, key=lambda one: one[0].name)) or words.NO_PARTNERSHIP
        rows.append({words.MUNICIPALITY: area.name, words.BELONGS_TO: said})
    if rows:
        show_table(rows[:MOST_ROWS], key="tabel-gemeenten-regio")
    others = [
        view.known.areas[place].name
        for place in view.named
        if view.known.areas[place].kind not in ("partnership", "municipality")
    ]
    if others:
        st.text(words.OTHER_AREAS.format(names=", ".join(others)))


def _show_parties(view: RegionView) -> None:
    st.subheader(words.PARTIES, anchor=False)
    rows = [
        {
            words.PARTY: one.name,
            words.PARTY_AREA: view.known.areas[one.area].name if one.area else words.NO_AREA,
        }
        for one in view.parties
    ]
    if rows:
        show_table(rows, key="tabel-partijen")
    else:
        st.text(words.NO_PARTIES)


def _show_changes(view: RegionView) -> None:
    if not view.changes:
        return
    st.header(words.HISTORY, anchor=False)
    known, rows = view.known, []
    for one in view.changes:
        before = known if one.undone else known.after([step.back() for step in one.steps])
        what = statements.summary(one.steps, known=before)
        known = before
        when = words.BY_ON.format(day=day(one.changed_at), name=one.by)
        rows.append({words.WHEN: when, words.WHAT: words.UNDONE.format(what=what) if one.undone else what})
    show_table(rows, key="tabel-wijzigingen")
    if view.last is None:
        return
    standing = view.known.after([step.back() for step in view.last.steps])
    with st.popover(words.UNDO, key=f"regio-ongedaan-vraag-{view.last.id}"):
        st.text(words.UNDO_MEANS.format(what=statements.summary(view.last.steps, known=standing)))
        if st.button(words.UNDO_CONFIRM, key=f"regio-ongedaan-{view.last.id}"):
            store(undo, actor=view.actor, done=words.IS_UNDONE, change_id=view.last.id)
            st.rerun()


def _named(area: AreaFacts) -> str:
    if area.valid_until is not None:
        return words.NAMED_UNTIL.format(name=area.name, year=area.valid_until)
    if area.valid_from > datetime.now(UTC).year:
        return words.NAMED_FROM.format(name=area.name, year=area.valid_from)
    return area.name


def _year(area: AreaFacts) -> int:
    """This year, or the nearest one in which the area is there."""
    this_year = max(datetime.now(UTC).year, area.valid_from)
    return this_year if area.valid_until is None else min(this_year, area.valid_until)
