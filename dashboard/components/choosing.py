"""The choices that more than one screen offers: area, indicator, comparison."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import selection
from dashboard.data.catalogue import AreaChoices
from dashboard.data.warming import FIRST_AREA, FIRST_INDICATOR
from dashboard.texts import choosing as words
from data_models.facts import AreaFacts, IndicatorFacts

MOST_OTHERS = 2  # lines beside the area's, its partnerships' and the reference's; more cannot be told apart


def choose_area(areas: AreaChoices) -> AreaFacts:
    """Choose the area that every screen is about; searchable."""
    return areas.areas[_choose(selection.AREA, label=words.AREA, options=areas.labels, default=FIRST_AREA)]


def choose_reference(areas: AreaChoices, *, area: AreaFacts) -> AreaFacts:
    """Choose what the area is compared with: the country, unless another is chosen.

    The country itself is compared with nothing, unless an area is chosen; then this is the country, too.
    """
    others, chosen = kept_reference(areas, area=area)
    alone = {_key_of(area, among=areas): words.NOTHING} if area.kind == "country" else {}
    options = alone | others.labels
    first = next(iter(options))
    taken = chosen or first
    _offer(selection.REFERENCE, label=words.REFERENCE, options=options, value=taken)
    return areas.areas[taken]


def kept_reference(areas: AreaChoices, *, area: AreaFacts) -> tuple[AreaChoices, str]:
    """What the area can be compared with, and which of that is chosen: empty when that is the area itself.

    That stays the choice, also while something else stands in for it: who looks at the country and goes back to a
    gemeente sees it beside the country again. On a screen that compares nothing, its links lead on with it.
    """
    others = areas.besides(area)
    own = _key_of(area, among=areas)
    default = own if area.kind == "country" else next(iter(others.labels))
    chosen = selection.chosen(selection.REFERENCE, options={*others.labels, own}, default=default)
    return others, "" if chosen == own else chosen


def _key_of(area: AreaFacts, *, among: AreaChoices) -> str:
    return next(key for key, one in among.areas.items() if one is area)


def choose_compared(areas: AreaChoices, *, area: AreaFacts) -> tuple[AreaFacts, tuple[AreaFacts, ...]]:
    """Choose what the area is compared with, and at most two more areas to draw."""
    reference = choose_reference(areas, area=area)
    return reference, choose_others(areas, area=area, reference=reference)


def choose_others(areas: AreaChoices, *, area: AreaFacts, reference: AreaFacts) -> tuple[AreaFacts, ...]:
    """Choose at most two more areas to draw: real beside real, invented beside invented."""
    others = areas.besides(area)
    options = {key: label for key, label in others.labels.items() if others.areas[key] is not reference}
    chosen = offer_several(
        selection.OTHERS, label=words.OTHERS, options=options, most=MOST_OTHERS, placeholder=words.SEARCH
    )
    return tuple(others.areas[key] for key in chosen)


def offer_several(parameter: str, *, label: str, options: Mapping[str, str], most: int, placeholder: str) -> list[str]:
    """Choose some of these options of one screen, in the order in which they are chosen."""
    chosen = selection.in_order(parameter, options=options, most=most)
    st.multiselect(
        label,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(parameter, value=chosen),
        max_selections=most,
        placeholder=placeholder,
        filter_mode="contains",
        wrap=True,
        select_all=False,
        on_change=selection.write_to_url,
        args=(parameter,),
    )
    return chosen


def choose_indicator(indicators: Sequence[IndicatorFacts]) -> IndicatorFacts:
    """Choose the indicator."""
    known = {indicator.code: indicator for indicator in indicators}
    names = {code: indicator.short_name for code, indicator in known.items()}
    return known[_choose(selection.INDICATOR, label=words.INDICATOR, options=names, default=FIRST_INDICATOR)]


def choose_optional(parameter: str, *, label: str, options: Mapping[str, str], default: str) -> str:
    """Choose one of a few options of this screen, as buttons beside each other."""
    value = selection.optional(parameter, options=list(options), default=default)
    answer = st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(parameter, value=value),
        required=True,
        wrap=True,
        on_change=selection.write_to_url,
        args=(parameter, default),
    )
    return answer or default


def choose_together(*, possible: bool) -> bool:
    """Switch to three years together, where that is possible."""
    if not possible:
        return False
    shown = selection.optional(selection.TOGETHER, options=["ja"], default="nee") == "ja"
    return st.toggle(
        words.TOGETHER,
        key=selection.widget_key(selection.TOGETHER, value=shown),
        help=words.TOGETHER_HELP,
        on_change=selection.write_to_url,
        args=(selection.TOGETHER, "nee"),
    )


def choose_interval() -> bool:
    """Switch the uncertainty band on or off; off at first, because the words already carry it."""
    shown = selection.optional(selection.INTERVAL, options=["ja"], default="nee") == "ja"
    return st.toggle(
        words.INTERVAL,
        key=selection.widget_key(selection.INTERVAL, value=shown),
        help=words.INTERVAL_HELP,
        on_change=selection.write_to_url,
        args=(selection.INTERVAL, "nee"),
    )


def choose_breakdown(breakdowns: Mapping[str, str]) -> str:
    """Choose a group by its code, where there are any; the empty code is everybody."""
    if not breakdowns:
        return ""
    options = {"": words.NO_BREAKDOWN, **breakdowns}
    value = selection.optional(selection.BREAKDOWN, options=list(options), default="")
    st.selectbox(
        words.BREAKDOWN,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(selection.BREAKDOWN, value=value),
        on_change=selection.write_to_url,
        args=(selection.BREAKDOWN, ""),
    )
    return value


def _choose(parameter: str, *, label: str, options: Mapping[str, str], default: str) -> str:
    value = selection.chosen(parameter, options=options, default=default)
    _offer(parameter, label=label, options=options, value=value)
    return value


def _offer(parameter: str, *, label: str, options: Mapping[str, str], value: str) -> None:
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(parameter, value=value),
        placeholder=words.SEARCH,
        filter_mode="contains",
        on_change=selection.write_to_url,
        args=(parameter,),
    )
