"""Vergelijken: what areas can be compared with besides an area: gemeenten that are added up for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import statements
from dashboard.calculations.area_series import AreaSeries
from dashboard.charts.area_map import told_names
from dashboard.data import catalogue, comparison_groups
from dashboard.data.comparison_basis import Basis
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.texts import areas as area_words
from dashboard.texts import comparison_reference as words
from dashboard.texts.figure import COMPOSED_OTHERWISE
from data_models.facts import AreaFacts, IndicatorFacts
from seed_data import youth_regions

SELF, YOUTH_REGION, SIZE, REGION = "zelf", "jeugdregio", "grootte", "regio"
SAVED, OWN = "bewaard", "eigen"
_FEWEST = 2  # gemeenten: one is an area, not a group


@dataclass(frozen=True, slots=True)
class Against:
    """What areas are compared with: an area, or `members` that are added up; `about` says where those are from."""

    area: AreaFacts
    label: str  # in the list of choices
    members: tuple[AreaFacts, ...] = ()
    about: str = ""


def group_against(
    members: Sequence[AreaFacts], *, kind: str, name: str = "", about: str = "", fictional: bool = False
) -> Against | None:
    """These gemeenten together as what is compared with; None for fewer than two, and when not all are gemeenten."""
    there = tuple(dict.fromkeys(members))
    if len(there) < _FEWEST or any(one.kind != "municipality" for one in there):
        return None
    label = words.OPTIONS[kind].format(name=name, count=len(there), year=youth_regions.YEAR)
    code = "+".join(one.code for one in there)
    return Against(
        AreaFacts(code, "group", words.NAMES[kind].format(name=name), 0, None, fictional), label, there, about
    )


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def references(reader: Reader, *, area: AreaFacts) -> dict[str, Against]:
    """What the surroundings of an area can be compared with, by its kind: the area itself, and groups around it."""
    groups = comparison_groups.groups(reader, area=area)
    name = youth_regions.youth_regions().get(area.code, "")
    alike = [one for one in groups.get("grootte", ()) if one != area]
    found = {
        SELF: Against(area, words.OPTIONS[SELF].format(name=area.name)),
        YOUTH_REGION: group_against(
            groups.get("jeugdregio", ()) if name else (),
            kind=YOUTH_REGION,
            name=name,
            about=words.YOUTH_REGION.format(year=youth_regions.YEAR),
        ),
        SIZE: group_against(alike, kind=SIZE, about=words.SIZE.format(area=area.name)),
        REGION: group_against(groups.get("regio", ()), kind=REGION, fictional=area.fictional),
    }
    return {kind: one for kind, one in found.items() if one is not None}


def about_reference(
    reader: Reader,
    *,
    against: Against,
    series: AreaSeries,
    areas: Sequence[AreaFacts],
    area: AreaFacts,
    indicator: IndicatorFacts,
) -> tuple[str, ...]:
    """What must be known of the reference in every year: why it has no figure, and which of the areas count in it."""
    reference = area_words.row_name(against.area)
    said: list[str] = []
    if not series.figures and (against.members or series.by_school):
        why = statements.not_composed(indicator).text
        said.append(words.NOT_COMPOSED.format(names=reference, why=why))
    outside = against.members and series.figures and area not in against.members
    about = [against.about, words.OUTSIDE.format(area=area.name) if outside else ""]
    said += [" ".join(one for one in about if one)] if any(about) else []
    inside = _inside(reader, against=against, areas=areas) if series.figures else []
    if inside:
        alone = words.INSIDE_COUNTRY if against.area.kind == "country" else words.INSIDE_ONE
        template = alone if len(inside) == 1 else words.INSIDE
        if len(inside) == len(areas) > 1:
            template = words.INSIDE_ALL
        names = told_names([one.name for one in inside])
        said.append(template.format(names=names, reference=reference))
    return tuple(said)


def composed_of(against: Against, *, basis: Basis) -> dict[str, str]:
    """What the reference was added up from, by period; under "" that of its last, and which are of other gemeenten."""
    if not basis.composed:
        return {}
    reference = area_words.row_name(against.area)
    names = told_names([one.name for one in against.members]) if against.members else ""
    template = words.COMPOSED_OF if against.members else words.COMPOSED_WHOLE
    found = {
        period: template.format(reference=reference, composed=told, names=names)
        for period, told in basis.composed.items()
    }
    last = list(found.values())[-1]
    otherwise = area_words.together(basis.otherwise) if basis.otherwise else ""
    return {**found, "": COMPOSED_OTHERWISE.format(told=last, periods=otherwise) if otherwise else last}


def _inside(reader: Reader, *, against: Against, areas: Sequence[AreaFacts]) -> list[AreaFacts]:
    if against.area.kind == "country":
        return list(areas)
    within = against.members or tuple(part for part, _ in catalogue.parts(reader, area=against.area))
    return [one for one in areas if one in within]


def added_up(against: Against) -> Mapping[AreaFacts, Sequence[AreaFacts]]:
    """The members of a group by the area that stands for it; nothing for an area that exists."""
    return {against.area: against.members} if against.members else {}
