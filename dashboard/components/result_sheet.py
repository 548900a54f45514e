"""The sheet of one societal result, to print or to project."""

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.agreement_card import show_agreement
from dashboard.components.figure_card import show_said
from dashboard.components.observations import show_words
from dashboard.data import result_sheet as data
from dashboard.data.overview import Card, line_legend
from dashboard.data.people import today
from dashboard.data.reader import Reader
from dashboard.data.result_page import page_of
from dashboard.data.result_sheet import Sheet
from dashboard.exports.result_html import as_html
from dashboard.formatting import day, plain
from dashboard.texts import agreements as agreement_words
from dashboard.texts import ambitions as tree_words
from dashboard.texts import result as words
from dashboard.texts.story import QUESTIONS
from data_models.facts import AreaFacts

CARD_WIDTH = 320  # pixels below which the grid takes a column less


def show_sheet(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> None:
    """The result that the address names, with all that belongs to it; or what to do when there is none."""
    number = selection.typed(selection.RESULT)
    found = (
        data.sheet(reader, number=int(number), area=area, reference=reference)
        if number.isascii() and number.isdecimal()
        else None
    )
    if found is None:
        st.title(navigation.RESULT.title, anchor=False)
        st.info(words.NOTHING_CHOSEN)
    else:
        _show(found, area=area, reference=reference)
    with st.container(key="blad-terug"):
        st.page_link(navigation.NORMS, label=words.BACK, query_params=selection.address(**{selection.AREA: area.code}))


def _show(found: Sheet, *, area: AreaFacts, reference: AreaFacts) -> None:
    result = found.result
    with st.container(key="titel", gap="xsmall"):
        st.caption(plain(words.AMBITION.format(text=found.ambition.text)))
        st.title(plain(result.text), anchor=False)
        kind = tree_words.KINDS[result.kind]
        st.text(words.TARGET_GROUP.format(text=result.target_group))
        st.text(words.KIND.format(text=kind))
        st.caption(plain(words.ISSUE.format(text=found.issue.matter)))
        if area.fictional:
            st.caption(words.EXAMPLE)
    st.header(words.INDICATORS.format(area=plain(area.name)), anchor=False)
    if found.cards:
        st.caption(plain(line_legend(area, reference=reference)))
    else:
        st.text(words.NO_INDICATORS)
    grid = st.grid(3, min_column_width=CARD_WIDTH, key="blad-cijfers")
    for card in found.cards:
        with grid.container(border=True, key=f"kaart-blad-{card.indicator.code}", height="stretch", gap="xsmall"):
            _show_card(card, area=area)
    st.header(words.NOTICED, anchor=False)
    if not result.observations:
        st.text(words.NOTHING_NOTICED)
    for noticed in result.observations:
        with st.container(key=f"blad-merk-{noticed.id}", gap="xsmall"):
            show_words(noticed)
    st.header(words.EFFORTS, anchor=False)
    for effort in found.efforts or (words.NO_EFFORTS,):
        st.text(effort)
    with st.container(key="blad-inspanningen"):
        st.page_link(
            navigation.EFFORTS,
            label=words.TO_EFFORTS,
            query_params=selection.address(**{selection.AREA: area.code}),
        )
    _show_agreements(found, area=area)
    _show_story(found)
    _offer_file(found, area=area, reference=reference)


def _show_agreements(found: Sheet, *, area: AreaFacts) -> None:
    st.header(agreement_words.OF_RESULT, anchor=False)
    if not found.agreements:
        st.text(agreement_words.NONE_OF_RESULT)
    for agreement in found.agreements:
        with st.container(key=f"blad-afspraak-{agreement.id}", gap="xsmall"):
            show_agreement(agreement)
    with st.container(key="blad-afspraken"):
        st.page_link(
            navigation.AGREEMENTS,
            label=agreement_words.TO_AGREEMENTS,
            width="stretch",
            query_params=selection.address(**{selection.AREA: area.code}),
        )


def _offer_file(found: Sheet, *, area: AreaFacts, reference: AreaFacts) -> None:
    """The sheet as a page that opens without a network, made when somebody takes it; and how to print this one."""
    address = selection.full_address()

    def make() -> bytes:
        return as_html(page_of(found, area=area, reference=reference, address=address, today=today()))

    with st.container(key="meenemen", horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.TAKE,
            make,
            file_name=words.FILE.format(number=found.result.id, area=area.code),
            mime="text/html",
            key="blad-meenemen",
            on_click="ignore",
        )
        st.caption(words.PRINT_HINT)


def _show_card(card: Card, *, area: AreaFacts) -> None:
    figure = selection.address(**{selection.AREA: area.code, selection.INDICATOR: card.indicator.code})
    st.page_link(navigation.FIGURE, label=plain(card.indicator.short_name), width="stretch", query_params=figure)
    show_said(card)


def _show_story(found: Sheet) -> None:
    st.header(words.STORY, anchor=False)
    if not found.told and not found.together:
        st.text(words.NO_STORY)
    for number, one in enumerate(found.together):
        with st.container(key=f"blad-samen-{number}", gap="xsmall"):
            st.subheader(plain(words.TOGETHER.format(about=one.about)), anchor=False)
            st.text(one.text)
            st.caption(plain(words.AND.join((QUESTIONS[one.question], one.confirmed))))
    for number, told in enumerate(found.told):
        with st.container(key=f"blad-verhaal-{number}", gap="xsmall"):
            st.subheader(plain(told.about), anchor=False)
            for answer in told.answers:
                st.text(answer.text)
                st.caption(
                    words.STORY_ANSWER.format(
                        question=QUESTIONS[answer.question],
                        organisation=plain(answer.organisation) or tree_words.NO_ORGANISATION,
                        day=day(answer.on),
                    )
                )
