"""Beheer: giving a role, to somebody of the list or to who is named exactly; and saying why a role was not stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.data import people as people_data
from dashboard.formatting import day, day_in_digits, plain, typed_day
from dashboard.texts import people as words
from data_models import database
from data_models.access import Actor, Role
from data_models.commands import roles as commands
from data_models.queries.members import Member

_LATEST = 25  # years: a later day is a typing error
_LONGEST = 300  # characters: an identity provider may have long numbers
_BY_NAME = "rol-op-naam"


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What was chosen in the form: a role, for which party where that matters, and until when; None: for ever."""

    role: Role
    party_id: int | None
    until: datetime | None


def offer_role(member: Member, *, parties: dict[int, str], actor: Actor) -> None:
    """The form that gives somebody of the list a role."""

    def grant(session: Session, chosen: _Chosen) -> str:
        commands.grant_role(
            session,
            actor=actor,
            person_id=member.person_id,
            role=chosen.role,
            party_id=chosen.party_id,
            valid_until=chosen.until,
        )
        return member.name

    st.subheader(words.GIVE, anchor=False)
    _offer(f"rol-geven-{member.person_id}", grant=grant, parties=parties, actor=actor)


def offer_role_by_name(*, parties: dict[int, str], actor: Actor) -> None:
    """The form that gives a role to who is called exactly so, and may be of another region."""
    st.subheader(words.GIVE, anchor=False)
    st.text(words.BY_NAME_WHY)
    key = f"{_BY_NAME}-{this_session.generation(_BY_NAME)}"
    name = st.text_input(words.BY_NAME_NAME, key=f"{key}-naam", max_chars=_LONGEST)
    belongs = st.text_input(words.BY_NAME_ORGANISATION, key=f"{key}-organisatie", max_chars=_LONGEST)
    st.caption(words.BY_NAME_HELP)

    def grant(session: Session, chosen: _Chosen) -> str:
        return commands.grant_role_by_name(
            session,
            actor=actor,
            name=name,
            organisation=belongs,
            role=chosen.role,
            party_id=chosen.party_id,
            valid_until=chosen.until,
        )

    _offer(_BY_NAME, grant=grant, parties=parties, actor=actor)


def _offer(subject: str, *, grant: Callable[[Session, _Chosen], str], parties: dict[int, str], actor: Actor) -> None:
    """Choose a role, for which party and until when, and give it; `grant` answers how they are called."""
    key = f"{subject}-{this_session.generation(subject)}"
    keep_typed(subject, actor=actor)
    roles = list(words.ROLES)
    role = st.radio(
        words.GIVE_ROLE,
        roles,
        index=None,
        format_func=words.ROLES.__getitem__,
        captions=[words.ROLE_LINES[one] for one in roles],
        key=f"{key}-rol",
    )
    party = None
    if role == Role.SIGNATORY and not parties:
        st.info(words.NO_PARTIES)
    elif role == Role.SIGNATORY:
        party = st.selectbox(
            words.GIVE_PARTY,
            list(parties),
            index=None,
            format_func=parties.__getitem__,
            placeholder=words.GIVE_PARTY_PLACEHOLDER,
            filter_mode="contains",
            key=f"{key}-partij",
        )
    until = choose_until(key, current=None)
    say_what_happened(subject)
    if not st.button(words.GIVE_SAVE, type="primary", key=f"{subject}-opslaan"):
        return
    if role is None or isinstance(until, str):
        this_session.tell(problems=[words.FAULTS["role_missing" if role is None else str(until)]], place=subject)
        st.rerun()
    called: list[str] = []

    def give(session: Session) -> None:
        called.append(grant(session, _Chosen(role, party, until)))

    if written(give, actor=actor, place=subject):
        name = words.ROLE_FOR.format(role=words.ROLES[role], party=parties[party]) if party else words.ROLES[role]
        said = {"name": plain(called[0]), "role": plain(name), "until": until_moment(until)}
        this_session.next_generation(subject)
        this_session.tell(good=words.GIVEN.format(**said), place=subject)
    st.rerun()


def until_moment(moment: datetime | None) -> str:
    """Until when a role counts: `tot en met 31 december 2027`."""
    return words.ENDLESS if moment is None else words.UNTIL.format(day=day(people_data.last_day(moment)))


def choose_until(key: str, *, current: datetime | None) -> datetime | str | None:
    """Until when: a moment, None for ever, or the name of what is still missing."""
    how = st.radio(
        words.GIVE_UNTIL,
        list(words.UNTILS),
        index=0 if current is None else 1,
        format_func=words.UNTILS.__getitem__,
        key=f"{key}-tot",
    )
    if how == "endless":
        return None
    typed = st.text_input(
        words.UNTIL_DAY,
        "" if current is None else day_in_digits(people_data.last_day(current)),
        placeholder=words.UNTIL_DAY_PLACEHOLDER,
        key=f"{key}-dag",
    )
    if not typed.strip():
        return "until_missing"
    chosen = typed_day(typed)
    if chosen is None:
        return "until_unreadable"
    too_far = chosen.year > people_data.today().year + _LATEST
    return "until_too_far" if too_far else people_data.end_of(chosen)


def written(write: Callable[[Session], object], *, actor: Actor, place: str) -> bool:
    """Whether it was done; if not, the screen will say why."""
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                write(session)
        except commands.RoleConflictError:
            this_session.tell(problems=[words.CONFLICT], place=place)
        except commands.RoleRefusedError as refused:
            this_session.tell(problems=[words.FAULTS[refused.fault]], place=place)
        else:
            return True
    return False
