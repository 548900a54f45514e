"""Beheer, Regio en gebieden: shares of gemeenten, mergers of samenwerkingsverbanden, gemeenten that are abolished."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import streamlit as st

from dashboard.components.administration_storing import (
    PLACE,
    NotReadableError,
    confirmed,
    fault,
    store,
    type_share,
    type_year,
)
from dashboard.components.keeping import keep_typed
from dashboard.data.reader import Reader
from dashboard.data.regions import RegionView
from dashboard.statements.compositions import consequences
from dashboard.texts import areas as area_words
from dashboard.texts import regions as words
from data_models import composing
from data_models.commands import compositions as commands
from data_models.composing import CompositionRefusedError, NewArea
from data_models.compositions import Place, Step
from data_models.facts import AreaFacts

_NEW: Place = ("", 0)  # in a list of choices: one that is not there yet


def show_share(view: RegionView, _: Reader) -> None:
    """The share of a gemeente in a samenwerkingsverband, from a year until another."""
    wholes, parts = view.places("partnership"), view.places("municipality", own=False)
    if not wholes:
        st.info(words.NOTHING_TO_CHOOSE)
        return
    whole = _choose(words.PARTNERSHIP, wholes, key="regio-swv")
    inside = [place for place in parts if place in view.known.parts_of(whole)]
    part = _choose(
        words.MUNICIPALITY,
        {place: parts[place] for place in dict.fromkeys([*inside, *parts])},
        key=f"regio-gemeente-{whole[0]}",
    )
    year = datetime.now(UTC).year
    now = next((share for area, share in view.known.composition(whole, year=year) if area == parts[part]), 0.0)
    key = f"regio-aandeel-{whole[0]}-{part[0]}"

    def plan() -> tuple[tuple[Step, ...], dict[str, object]]:
        st.caption(words.SHARE_HELP)
        share = type_share(words.SHARE, key=key, value=now)
        with st.container(horizontal=True, key="regio-jaren"):
            first = type_year(words.FROM_YEAR, key=f"{key}-vanaf", value=max(year, wholes[whole].valid_from))
            last = type_year(words.UNTIL_YEAR, key=f"{key}-tot", value=None, optional=True)
        asked = {"whole": whole, "part": part, "share": share, "first": first or 0, "last": last}
        # the same values go to the plan and to the command, so they travel as one dict
        return composing.share_set(view.known, **asked), asked  # type: ignore[arg-type]  # of one dict, no types

    _plan_and_store(view, plan, command=commands.set_share)


def show_partnership(view: RegionView, _: Reader) -> None:
    """A samenwerkingsverband that is not there yet."""

    def plan() -> tuple[tuple[Step, ...], dict[str, object]]:
        new = _type_new(view, kind="partnership", key="regio-nieuw")
        year = type_year(words.FROM_YEAR, key="regio-nieuw-vanaf", value=datetime.now(UTC).year) or 0
        steps = composing.partnership_added(view.known, new=new, year=year, fictional=view.region.fictional)
        return steps, {"new": new, "year": year}

    _plan_and_store(view, plan, command=commands.add_partnership)


def show_merger(view: RegionView, _: Reader) -> None:
    """Samenwerkingsverbanden that go up in another, or in a new one."""
    places = view.places("partnership")
    if not places:
        st.info(words.NOTHING_TO_CHOOSE)
        return

    def plan() -> tuple[tuple[Step, ...], dict[str, object]]:
        formers = _choose_some(words.FORMERS, places, key="regio-opgaand")
        others = {_NEW: None, **{place: area for place, area in places.items() if place not in formers}}
        successor: Place | NewArea = _choose(words.SUCCESSOR, others, key="regio-opvolger", new=words.NEW_PARTNERSHIP)
        if successor == _NEW:
            successor = _type_new(view, kind="partnership", key="regio-samen")
        year = type_year(words.FROM_YEAR, key="regio-samen-vanaf", value=datetime.now(UTC).year + 1) or 0
        steps = composing.merged(view.known, formers=formers, successor=successor, year=year)
        return steps, {"formers": formers, "successor": successor, "year": year}

    _plan_and_store(view, plan, command=commands.merge_partnerships)


def show_abolition(view: RegionView, _: Reader) -> None:
    """A gemeente that goes over into others."""
    places, everywhere = view.places("municipality"), view.places("municipality", own=False)
    if not places:
        st.info(words.NOTHING_TO_CHOOSE)
        return

    def plan() -> tuple[tuple[Step, ...], dict[str, object]]:
        former = _choose(words.FORMER, places, key="regio-opgeheven")
        others = {_NEW: None, **{place: area for place, area in everywhere.items() if place != former}}
        chosen = _choose_some(words.HEIRS, others, key=f"regio-erfgenamen-{former[0]}", new=words.NEW_MUNICIPALITY)
        new = _type_new(view, kind="municipality", key="regio-nieuwe-gemeente") if _NEW in chosen else None
        heirs = []
        for place in chosen:
            heir = new if new is not None and place == _NEW else place
            name = words.NEW_MUNICIPALITY if place == _NEW else everywhere[place].name
            share = 1.0
            if len(chosen) > 1:
                key = f"regio-deel-{former[0]}-{place[0]}-{len(chosen)}"
                share = type_share(words.SHARE_OF.format(name=name), key=key, value=round(1 / len(chosen), 2))
            heirs.append((heir, share))
        year = type_year(words.FROM_YEAR, key="regio-opgeheven-vanaf", value=datetime.now(UTC).year + 1) or 0
        steps = composing.abolished(view.known, former=former, heirs=heirs, year=year)
        return steps, {"former": former, "heirs": heirs, "year": year}

    _plan_and_store(view, plan, command=commands.abolish_municipality)


def _plan_and_store(
    view: RegionView, plan: Callable[[], tuple[tuple[Step, ...], dict[str, object]]], *, command: Callable[..., object]
) -> None:
    """Show the fields, what they would mean or why that cannot be, and store it when that is asked."""
    form = f"{PLACE}-{command.__name__}"
    keep_typed(form, actor=view.actor)
    try:
        steps, asked = plan()
    except NotReadableError as unreadable:
        st.warning(str(unreadable))
        return
    except CompositionRefusedError as refused:
        st.info(fault(refused))
        return
    means = [*consequences(steps, known=view.known), words.BEFORE_STAYS]
    if confirmed(means, proposal=(asked, view.areas_version)):
        store(command, actor=view.actor, done=words.DONE, form=form, seen_version=view.areas_version, **asked)
        st.rerun()


def _choose(label: str, options: Mapping[Place, AreaFacts | None], *, key: str, new: str = "") -> Place:
    chosen: Place = st.selectbox(
        label,
        list(options),
        format_func=lambda place: _label(options[place], new=new),
        filter_mode="contains",
        placeholder=words.CHOOSE,
        key=key,
    )
    return chosen


def _choose_some(label: str, options: Mapping[Place, AreaFacts | None], *, key: str, new: str = "") -> list[Place]:
    return st.multiselect(
        label,
        list(options),
        format_func=lambda place: _label(options[place], new=new),
        filter_mode="contains",
        placeholder=words.CHOOSE,
        key=key,
    )


def _label(area: AreaFacts | None, *, new: str) -> str:
    return new if area is None else area_words.label(area)


def _type_new(view: RegionView, *, kind: str, key: str) -> NewArea:
    suffix = "_example" if view.region.fictional else ""
    with st.container(horizontal=True, key=f"{key}-velden"):
        code = st.text_input(words.CODE, key=f"{key}-code", max_chars=10)
        name = st.text_input(words.NAME, key=f"{key}-naam", max_chars=composing.LONGEST_NAME)
    st.caption(words.CODE_HELP[f"{kind}{suffix}"])
    return NewArea(code, name)
