"""Vergelijken: what the areas are compared with: an area, or a group of gemeenten that is added up."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import selection
from dashboard.components.choosing import kept_reference
from dashboard.data import comparison_groups
from dashboard.data import comparison_reference as data
from dashboard.data.catalogue import AreaChoices
from dashboard.data.comparison_reference import Against
from dashboard.data.reader import Reader
from dashboard.texts import choosing as words
from data_models.commands.comparison_groups import MOST
from data_models.facts import AreaFacts


def choose_against(reader: Reader, *, area: AreaFacts, areas: AreaChoices) -> Against:
    """Choose what the areas are compared with: the country, unless another area or a group is chosen.

    Of the country itself that is the country, and so of whichever area is chosen to be compared with itself.

    The area is the choice of every screen; a group is one of this screen, beside it in the address. A group of one's
    own or of one's region is there with its gemeenten, so that an address shows the same to people of another region.
    """
    others, kept = kept_reference(areas, area=area)
    default = next(iter(others.labels))
    chosen = kept or default
    groups, own = _groups(reader, area=area, among=areas.of_now(area))
    group = selection.optional(selection.AGAINST, options=groups, default="") or own or ("" if kept else data.SELF)
    nearby = {default: others.labels[default], **{key: one.label for key, one in groups.items()}}
    labels = nearby | {key: label for key, label in others.labels.items() if key != default}
    st.selectbox(
        words.REFERENCE,
        list(labels),
        format_func=labels.__getitem__,
        key=selection.widget_key(selection.REFERENCE, value=group or chosen),
        placeholder=words.SEARCH,
        filter_mode="contains",
        on_change=selection.write_meaning_to_url,
        args=(selection.REFERENCE, _meanings(others.labels, groups=groups)),
    )
    return groups[group] if group else Against(others.areas[chosen], others.labels[chosen])


def _groups(reader: Reader, *, area: AreaFacts, among: AreaChoices) -> tuple[dict[str, Against], str]:
    """The groups by how the address spells them: by kind when everybody has them, else with their gemeenten.

    And how the gemeenten that the address itself names are spelled; empty when it names no group of them.
    """
    found = dict(data.references(reader, area=area))
    keys = {one: key for key, one in among.areas.items()}
    region = found.pop(data.REGION, None)
    if region:
        found[_spelled(region.members, keys=keys)] = region
    places = {(one.code, one.valid_from): one for one in among.areas.values()}
    for group in comparison_groups.saved(reader):
        members = [places[place] for place in group.areas if place in places]
        saved = data.group_against(members, kind=data.SAVED, name=group.name, fictional=area.fictional)
        if saved:
            found.setdefault(_spelled(members, keys=keys), saved)
    asked = selection.in_order(selection.AGAINST, options=among.areas, most=MOST)
    own = data.group_against([among.areas[key] for key in asked], kind=data.OWN, fictional=area.fictional)
    if own is None:
        return found, ""
    spelled = _spelled(own.members, keys=keys)
    found.setdefault(spelled, own)
    return found, spelled


def _spelled(members: Sequence[AreaFacts], *, keys: Mapping[AreaFacts, str]) -> str:
    return selection.together(keys[one] for one in members)


def _meanings(labels: Mapping[str, str], *, groups: Mapping[str, Against]) -> dict[str, dict[str, str]]:
    """What each answer puts in the address: an area takes the place of a group, a group leaves the area as it was."""
    of_areas = {key: {selection.REFERENCE: key, selection.AGAINST: ""} for key in labels}
    return of_areas | {key: {selection.AGAINST: key} for key in groups}
