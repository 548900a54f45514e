"""Vergelijken: which areas stand beside each other, and keeping a choice of one's own under a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from dashboard import selection, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened, tell_refused
from dashboard.components.identity import ask_who
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data import comparison_groups as data
from dashboard.data.catalogue import AreaChoices
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import choosing as choosing_words
from dashboard.texts import comparison as words
from dashboard.texts import personal_data as personal_words
from data_models import access, database
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands.comparison_groups import (
    FEWEST,
    MOST,
    GroupRefusedError,
    remove_comparison_group,
    save_comparison_group,
)
from data_models.commands.permission import SignedOutError
from data_models.facts import AreaFacts
from data_models.personal_data import PersonalDataError
from data_models.queries.comparison_groups import GroupFacts

WIDTH = 340  # pixels: the longest group's name, and no wider than a telephone
OWN, SAVED = "eigen", "bewaard-"  # groups: chosen here, and kept under a number
_PLACE = "vergelijkgroep"


@dataclass(frozen=True, slots=True)
class Group:
    """The areas that stand beside each other; `is_own` when they were chosen one by one, and so have an own order."""

    areas: tuple[AreaFacts, ...]
    is_own: bool


def choose_group(reader: Reader, *, area: AreaFacts, areas: AreaChoices) -> Group:
    """Choose which areas stand beside each other: a group that is there, one that was saved, or areas of one's own.

    A saved group is a choice of one's own that is filled in: an address names its areas, and shows the same to people
    of another region, and after the group is gone.
    """
    groups = data.groups(reader, area=area)
    among = areas.of_now(area)
    saved = _usable(data.saved(reader), among=among)
    own = selection.in_order(selection.AREAS, options=among.areas, most=MOST)
    default = next(iter(groups), OWN)
    group = selection.optional(selection.GROUP, options=[*groups, OWN], default=default)
    same = next((number for number, (_, keys) in saved.items() if keys == own), None) if group == OWN else None
    names = {
        **{name: words.GROUPS[name].format(count=len(found)) for name, found in groups.items()},
        **{SAVED + number: words.SAVED.format(name=one.name, count=len(keys)) for number, (one, keys) in saved.items()},
        OWN: words.OWN_CHOICE,
    }
    meanings = {
        **{name: {selection.GROUP: "" if name == default else name, selection.AREAS: ""} for name in groups},
        **{
            SAVED + number: {selection.GROUP: OWN, selection.AREAS: selection.together(keys)}
            for number, (_, keys) in saved.items()
        },
        OWN: {selection.GROUP: OWN, selection.AREAS: selection.together(own or _begin(area, among=among))},
    }
    st.selectbox(
        words.GROUP,
        list(names),
        format_func=names.__getitem__,
        key=selection.widget_key(selection.GROUP, value=SAVED + same if same else group),
        filter_mode="contains",
        width=WIDTH,
        on_change=selection.write_meaning_to_url,
        args=(selection.GROUP, meanings),
    )
    if group != OWN:
        return Group(groups[group], is_own=False)
    _choose_areas(among, chosen=own)
    return Group(tuple(among.areas[key] for key in own), is_own=True)


def show_saving(reader: Reader, *, group: Group) -> None:
    """What can be done with a choice of one's own: keep it under a name, or take away what was kept."""
    say_what_happened(_PLACE)
    actor = reader.actor
    if not group.is_own or len(group.areas) < FEWEST:
        return
    if actor is None:
        with st.popover(words.SAVE, key="groep-bewaren-wie"):
            ask_who()
        return
    if not access.may(actor, Action.CONTRIBUTE):
        return
    places = [(one.code, one.valid_from) for one in group.areas]
    same = next((one for one in data.saved(reader) if list(one.areas) == places), None)
    if same is None:
        with st.popover(words.SAVE, key="groep-bewaren-vraag"):
            _ask_name(reader, group=group.areas, actor=actor)
    elif same.region_id == actor.region_id:
        with st.popover(words.REMOVE, key=f"groep-weg-vraag-{same.id}"):
            st.text(words.REMOVE_WHAT.format(name=same.name))
            st.button(words.REMOVE_CONFIRM, key=f"groep-weg-{same.id}", on_click=_remove, args=(same, actor))


def _choose_areas(among: AreaChoices, *, chosen: Sequence[str]) -> None:
    st.multiselect(
        words.OWN_AREAS,
        list(among.labels),
        format_func=among.labels.__getitem__,
        key=selection.widget_key(selection.AREAS, value=list(chosen)),
        placeholder=choosing_words.SEARCH,
        help=words.OWN_AREAS_HELP,
        max_selections=MOST,
        filter_mode="contains",
        select_all=False,
        wrap=True,
        width=WIDTH,
        on_change=selection.write_to_url,
        args=(selection.AREAS,),
    )


def _usable(saved: Sequence[GroupFacts], *, among: AreaChoices) -> dict[str, tuple[GroupFacts, list[str]]]:
    """The saved groups of areas that are there, by number, each with how the URL spells those."""
    keys = {(one.code, one.valid_from): key for key, one in among.areas.items()}
    found = {str(group.id): (group, [keys[place] for place in group.areas if place in keys]) for group in saved}
    return {number: (group, known) for number, (group, known) in found.items() if known}


def _begin(area: AreaFacts, *, among: AreaChoices) -> list[str]:
    """What a choice of one's own begins with: the area that the screen is about."""
    return [key for key, one in among.areas.items() if one == area]


def _ask_name(reader: Reader, *, group: Sequence[AreaFacts], actor: Actor) -> None:
    keep_typed(_PLACE, actor=actor)
    st.text(words.SAVE_WHAT.format(count=len(group)))
    name = st.text_input(
        words.SAVE_NAME,
        placeholder=words.SAVE_EXAMPLE,
        key=f"groepsnaam-{this_session.generation(_PLACE)}",
    )
    warn_of_names(name, reader=reader)
    if save_button(words.SAVE_BUTTON, texts=(name,), reader=reader, key="groep-bewaren"):
        _save(name, group=group, actor=actor)
        st.rerun()


@telling_outages(_PLACE)
def _save(name: str, *, group: Sequence[AreaFacts], actor: Actor) -> None:
    tell = partial(this_session.tell, place=_PLACE)
    try:
        with database.writing(actor=actor) as session:
            save_comparison_group(session, actor=actor, name=name, areas=[(one.code, one.valid_from) for one in group])
    except GroupRefusedError as refused:
        tell(problems=[words.FAULTS[refused.fault].format(**_plain(refused.about))])
    except PersonalDataError as refused:
        tell(problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))])
    except NotAllowedError as refused:
        tell_refused(refused, typed=(name,))
    else:
        this_session.next_generation(_PLACE)
        tell(good=words.IS_SAVED)


@telling_outages(_PLACE)
def _remove(group: GroupFacts, actor: Actor) -> None:
    try:
        with database.writing(actor=actor) as session:
            remove_comparison_group(session, actor=actor, group_id=group.id)
    except SignedOutError:
        raise
    except NotAllowedError as refused:
        if not access.may(actor, refused.action):
            raise
        this_session.tell(problems=[words.IS_GONE], place=_PLACE)
    else:
        this_session.tell(good=words.IS_REMOVED, place=_PLACE)


def _plain(about: dict[str, str | int]) -> dict[str, str]:
    return {name: plain(str(value)) for name, value in about.items()}
