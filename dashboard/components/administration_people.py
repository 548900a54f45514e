"""Beheer: who takes part, with which roles, until when."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard.components.administration_giving import offer_role_by_name
from dashboard.components.administration_roles import show_person
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.data import people as people_data
from dashboard.data.people import People
from dashboard.data.reader import Reader
from dashboard.formatting import count, day, plain
from dashboard.texts import administration as words
from dashboard.texts import people as people_words
from dashboard.texts import sign_in as sign_in_words
from data_models.access import Actor
from data_models.queries.members import Member, RoleFacts

PLACE = "mensen"
SEARCH_FROM = 15  # people: more than are seen at a glance
NOT_LISTED = 0  # in the list of people: somebody who is not in it
MOST_WAITING = 10  # names in the sentence about who has no role yet


def show_people(reader: Reader) -> None:
    """Show who takes part, with which roles, until when."""
    st.header(words.SECTIONS["mensen"], anchor=False)
    if reader.actor is None:
        return
    found = people_data.people(reader)
    st.text(people_words.INTRODUCTION)
    if reader.actor.sign_in_id is None:
        st.caption(people_words.LOCAL)
    _show_waiting(found.waiting)
    _change(found, actor=reader.actor)
    st.subheader(people_words.EVERYBODY, anchor=False)
    _show_table(found.members)


def _show_waiting(waiting: Sequence[Member]) -> None:
    if not waiting:
        return
    names = ", ".join(plain(one.name) for one in waiting[:MOST_WAITING])
    if len(waiting) > MOST_WAITING:
        names = people_words.AND_MORE.format(names=names, count=count(len(waiting) - MOST_WAITING))
    form = people_words.WAITING["one" if len(waiting) == 1 else "many"]
    st.info(form.format(count=count(len(waiting)), names=names))


def _show_table(members: Sequence[Member]) -> None:
    if not members:
        st.info(people_words.NOBODY)
        return
    rows = [_row(one) for one in members]
    if len(members) > SEARCH_FROM:
        typed = st.text_input(people_words.SEARCH, placeholder=people_words.SEARCH_PLACEHOLDER, key="mensen-zoek")
        parts = typed.casefold().split()
        rows = [row for row in rows if all(part in " ".join(row.values()).casefold() for part in parts)]
        if not rows:
            st.info(people_words.NOT_FOUND)
            return
        if len(rows) < len(members):
            st.caption(people_words.FOUND.format(count=count(len(rows)), total=count(len(members))))
    show_table(rows, key="tabel-mensen")


def _row(member: Member) -> dict[str, str]:
    return {
        people_words.NAME: member.name,
        people_words.ORGANISATION: member.organisation,
        people_words.HAS: people_words.BETWEEN_ROLES.join(map(_said, member.roles)),
    }


def _said(role: RoleFacts) -> str:
    name = people_words.ROLES[role.role]
    if role.party:
        name = people_words.ROLE_FOR.format(role=name, party=role.party)
    if not role.counts:
        return people_words.ROLE_ENDED.format(role=name)
    if role.valid_until is None:
        return name
    return people_words.ROLE_UNTIL.format(role=name, day=day(people_data.last_day(role.valid_until)))


def _change(found: People, *, actor: Actor) -> None:
    """Choose somebody, and change what they may."""
    everybody = {one.person_id: one for one in (*found.waiting, *found.members)}
    with st.container(key="smal-mensen"):
        options = {NOT_LISTED: people_words.BY_NAME, **_options(found)}
        chosen = st.selectbox(
            people_words.PERSON,
            list(options),
            index=None,
            format_func=options.__getitem__,
            placeholder=people_words.PERSON_PLACEHOLDER,
            filter_mode="contains",
            key="mensen-wie",
        )
        if chosen is None:
            say_what_happened(PLACE)
            return
        if chosen == NOT_LISTED:
            offer_role_by_name(parties=found.parties, actor=actor)
            return
        show_person(everybody[chosen], parties=found.parties, actor=actor, place=PLACE)


def _options(found: People) -> dict[int, str]:
    """What everybody is called in the list, those without a role first; namesakes with their organisation."""
    everybody = (*found.waiting, *found.members)
    names = Counter(one.name for one in everybody)
    options = {}
    for one in everybody:
        form = people_words.NAMESAKE if names[one.name] > 1 else people_words.NAME_ONLY
        organisation = one.organisation or sign_in_words.NO_ORGANISATION
        name = form.format(name=one.name, organisation=organisation)
        options[one.person_id] = name if one.roles else people_words.NAME_WAITING.format(name=name)
    return options
