"""Beheer: who did what, when."""

import streamlit as st

from dashboard import audit_download
from dashboard.components.audit_filter import choose_lines, page_after, turn_to
from dashboard.components.table import show_table
from dashboard.data import audit
from dashboard.data.reader import Reader
from dashboard.exports import audit as export
from dashboard.formatting import moment, plain
from dashboard.texts import administration as administration_words
from dashboard.texts import audit as words
from data_models.access import Actor
from data_models.queries.audit import AuditFacts, AuditFilter


def show_audit(reader: Reader) -> None:
    """Show who did what, when: what is chosen of it, a page at a time, and the way to take it along."""
    st.header(administration_words.SECTIONS["logboek"], anchor=False)
    st.text(words.INTRODUCTION)
    if reader.actor is None:
        return
    chosen, problems = choose_lines(reader)
    for problem in problems:
        st.error(plain(problem))
    if not problems:
        _show_page(reader.actor, chosen=chosen)


def _show_page(actor: Actor, *, chosen: AuditFilter) -> None:
    after = page_after()
    lines, has_older = audit.page(actor, chosen=chosen, after_id=after)
    if not lines:
        st.info(words.EMPTY if chosen == AuditFilter() else words.NOTHING_FOUND)
        return
    st.caption(words.SHOWN)
    show_table([_row(line) for line in lines], key="tabel-norm-logboek")
    with st.container(horizontal=True, vertical_alignment="center", key="logboek-bladeren"):
        if after is not None:
            st.button(words.NEWEST, key="logboek-nieuwste", on_click=turn_to)
        if has_older:
            st.button(words.OLDER, key="logboek-ouder", on_click=turn_to, args=(lines[-1].id,))
        st.link_button(words.DOWNLOAD, audit_download.link(actor, chosen=chosen), help=words.DOWNLOAD_HELP)


def _row(line: AuditFacts) -> dict[str, str]:
    return {
        words.WHEN: moment(line.at),
        words.WHO: export.who(line),
        words.WHAT: export.sentence(line),
    }
