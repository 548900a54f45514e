"""Zoeken: the field, and what was found by kind, each with its words and the way to where it stands."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.choosing import choose_optional
from dashboard.components.place_in_list import keep_place
from dashboard.data import catalogue
from dashboard.data import searching as data
from dashboard.data.reader import Reader
from dashboard.exports.names import spelled
from dashboard.formatting import counted, day, plain
from dashboard.texts import escalations as escalation_words
from dashboard.texts import finding as words
from dashboard.texts import talk_tables as table_words
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.searching import FoundKind, FoundText, best_first

LONGEST = 120  # characters of what is searched
FIRST_OF_EACH = 4  # before somebody asks for all of a group
EVERYTHING, FIGURES = "", "cijfers"
_GROUPS = {  # kinds of texts that people look for together
    "verhaal": ("contribution", "joint", "dissent"),
    "praktijk": ("practice",),
    "afspraken": ("agreement", "escalation", "table"),
    "ambities": ("norm", "issue", "ambition", "result", "observation"),
    "inspanningen": ("goal", "effort"),
    "agenda": ("agenda",),
}
_TABS = {"escalation": escalation_words.TAB, "table": table_words.TAB}  # on the screen where the text stands


def choose_words() -> str:
    """Type what is looked for; the address keeps it, so that a search can be sent to somebody."""
    st.title(words.TITLE, anchor=False)
    typed = selection.typed(selection.SEARCH)
    with st.container(key="smal-zoeken"):
        st.text_input(
            words.FIELD,
            key=selection.widget_key(selection.SEARCH, value=typed),
            placeholder=words.PLACEHOLDER,
            type="search",
            max_chars=LONGEST,
            on_change=selection.write_to_url,
            args=(selection.SEARCH,),
        )
    return typed


def show_found(reader: Reader, *, typed: str, area: AreaFacts) -> None:
    """What was found, by kind; or how to look otherwise."""
    if not typed:
        st.text(words.INTRODUCTION)
        return
    found = data.search(reader, typed=typed, area=area)
    if not found.has_words or found.is_empty:
        st.info(words.NOTHING if found.has_words else words.NO_WORDS)
        return
    if area.fictional:
        st.caption(words.EXAMPLES)
    total = len(found.indicators) + sum(one.total for one in found.kinds)
    st.caption(counted(total, forms=words.FOUND))
    chosen = _choose_group(found)
    names = {one.code: one.short_name for one in catalogue.indicators(reader)}
    with st.container(key="gevonden"):
        if found.indicators and chosen in (EVERYTHING, FIGURES):
            _show_indicators(found.indicators, is_whole=chosen == FIGURES, area=area)
        for group, kinds in _GROUPS.items():
            of_group = [one for one in found.kinds if one.kind in kinds]
            if of_group and chosen in (EVERYTHING, group):
                _show_group(group, kinds=of_group, is_whole=chosen == group, typed=typed, names=names)
    keep_place("gevonden", parameters=(selection.SEARCH, selection.SECTION))


def _choose_group(found: data.Found) -> str:
    counts = {FIGURES: len(found.indicators)}
    counts |= {name: sum(one.total for one in found.kinds if one.kind in kinds) for name, kinds in _GROUPS.items()}
    there = {name: count for name, count in counts.items() if count}
    options = {EVERYTHING: words.EVERYTHING}
    options |= {name: words.GROUP_WITH_COUNT.format(group=words.GROUPS[name], count=there[name]) for name in there}
    if len(there) == 1:
        return EVERYTHING
    return choose_optional(selection.SECTION, label=words.GROUP, options=options, default=EVERYTHING)


def _show_indicators(indicators: Sequence[IndicatorFacts], *, is_whole: bool, area: AreaFacts) -> None:
    st.header(words.GROUPS[FIGURES], anchor=False)
    with st.container(key="gevonden-cijfers", gap="xsmall"):
        for one in indicators if is_whole else indicators[:FIRST_OF_EACH]:
            label = words.OF_FIGURE.format(indicator=one.short_name, area=area.name)
            st.page_link(
                navigation.FIGURE,
                label=plain(label),
                width="stretch",
                query_params=selection.address(**{selection.INDICATOR: one.code}),
            )
    _say_more(len(indicators), group=FIGURES, is_whole=is_whole)


def _show_group(
    group: str, *, kinds: Sequence[FoundKind], is_whole: bool, typed: str, names: Mapping[str, str]
) -> None:
    """The texts of a group, what fits best first."""
    st.header(words.GROUPS[group], anchor=False)
    found = best_first(kinds)
    for text in found if is_whole else found[:FIRST_OF_EACH]:
        with st.container(border=True, key=f"gevonden-{text.kind}-{text.id}", gap="xsmall"):
            pieces = data.around(text.texts, typed=typed)
            st.markdown("".join(f"**{plain(piece)}**" if wanted else plain(piece) for piece, wanted in pieces))
            said = {"kind": words.KINDS[text.kind], "organisation": text.organisation, "day": day(text.at)}
            st.caption(plain((words.CAPTION if text.organisation else words.CAPTION_DAY).format(**said)))
            _link(text, names=names)
    total = sum(one.total for one in kinds)
    _say_more(total, group=group, is_whole=is_whole)
    if is_whole and total > len(found):
        st.caption(words.MORE_THERE_ARE.format(count=len(found)))


def _say_more(total: int, *, group: str, is_whole: bool) -> None:
    if not is_whole and total > FIRST_OF_EACH:
        address = {**selection.everything(), selection.SECTION: group}
        st.page_link(
            navigation.SEARCH,
            label=words.SHOW_ALL.format(count=total),
            width="stretch",
            query_params=selection.here(address),
        )


def _link(text: FoundText, *, names: Mapping[str, str]) -> None:
    """The way to the screen where the text stands, about the same figure or result."""
    about: dict[str, str] = {}
    if text.indicator and text.area:
        about = {selection.INDICATOR: text.indicator, selection.AREA: text.area}
    label = words.OF_FIGURE.format(indicator=names.get(text.indicator, text.indicator), area=text.area_name)
    page, said = {
        "contribution": (navigation.FIGURE, words.TO["figure"]),
        "joint": (navigation.FIGURE, words.TO["figure"]),
        "dissent": (navigation.FIGURE, words.TO["figure"]),
        "norm": (navigation.NORMS, words.TO["norm"]),
        "issue": (navigation.NORMS, words.TO["tree"]),
        "ambition": (navigation.NORMS, words.TO["tree"]),
        "result": (navigation.RESULT, words.TO["result"]),
        "observation": (navigation.RESULT, words.TO["result"]),
        "practice": (navigation.PRACTICE, words.TO["practice"]),
        "agreement": (navigation.AGREEMENTS, words.TO["agreements"]),
        "escalation": (navigation.AGREEMENTS, words.TO["escalations"]),
        "table": (navigation.AGREEMENTS, words.TO["tables"]),
        "goal": (navigation.EFFORTS, words.TO["efforts"]),
        "effort": (navigation.EFFORTS, words.TO["efforts"]),
        "agenda": (navigation.DATA, words.TO["agenda"]),
    }[text.kind]
    if text.result_id is not None:
        about[selection.RESULT] = str(text.result_id)
    if text.kind == "agenda":
        about[selection.SECTION] = "agenda"
    if text.kind in _TABS:
        about[selection.TAB] = spelled(_TABS[text.kind])
    st.page_link(page, label=plain(said.format(about=label)), width="stretch", query_params=selection.address(**about))
