"""Beheer: the roles of one person: give one, change until when it counts, end it and undo that."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.data import people as people_data
from dashboard.formatting import day, day_in_digits, plain, typed_day
from dashboard.texts import people as words
from data_models import database
from data_models.access import Actor, Role
from data_models.commands import roles as commands
from data_models.queries.members import Member, RoleFacts

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 25  # years: a later day is a typing error


def show_person(member: Member, *, parties: dict[int, str], actor: Actor, place: str) -> None:
    """Somebody's roles, each with what can be done about it, and the form that gives one."""
    st.subheader(words.THEIR_ROLES.format(name=plain(member.name)), anchor=False)
    if member.person_id == actor.person_id:
        st.caption(words.YOURSELF)
    say_what_happened(place)
    if not member.roles:
        st.text(words.HAS_NO_ROLE)
    for role in member.roles:
        with st.container(border=True, key=f"rol-{role.id}"):
            _show_role(role, member=member, actor=actor, place=place)
    _give(member, parties=parties, actor=actor)


def _show_role(role: RoleFacts, *, member: Member, actor: Actor, place: str) -> None:
    st.markdown(f"**{plain(_name(role))}** · {_until(role)}")
    granted = {"name": plain(role.granted_by), "day": day(role.granted_at.astimezone(people_data.CLOCK).date())}
    if role.from_claims:
        st.caption(words.BY_CLAIMS)
        return
    st.caption((words.BY_PERSON if role.granted_by else words.BY_PROJECT).format(**granted))
    with st.container(horizontal=True, key=f"rol-{role.id}-knoppen"):
        label = words.CHANGE_UNTIL if role.counts else words.BEGIN_AGAIN
        with st.popover(label, key=f"rol-{role.id}-tot-{this_session.generation(f'rol-{role.id}')}"):
            _change_until(role, member=member, actor=actor, place=place)
        if role.counts:
            with st.popover(words.END):
                st.text(words.END_WHAT.format(name=member.name, role=_name(role)))
                if role.role == Role.ADMINISTRATOR and member.person_id == actor.person_id:
                    st.text(words.END_OWN)
                st.button(
                    words.END_CONFIRM, key=f"beeindig-{role.id}", on_click=_end, args=(role, member, actor, place)
                )


def _name(role: RoleFacts) -> str:
    name = words.ROLES[role.role]
    return words.ROLE_FOR.format(role=name, party=role.party) if role.party else name


def _until(role: RoleFacts) -> str:
    if role.valid_until is None:
        return words.ENDLESS
    if role.counts:
        return _until_moment(role.valid_until)
    return words.SINCE_ENDED.format(day=day(people_data.last_day(role.valid_until)))


def _until_moment(moment: datetime | None) -> str:
    return words.ENDLESS if moment is None else words.UNTIL.format(day=day(people_data.last_day(moment)))


def _change_until(role: RoleFacts, *, member: Member, actor: Actor, place: str) -> None:
    """Choose another end, and save it from what was on the screen when the button was pressed."""
    subject = f"rol-{role.id}"
    chosen = _choose_until(
        f"{subject}-{this_session.generation(subject)}", current=role.valid_until if role.counts else None
    )
    pressed = st.button(
        words.SAVE_UNTIL,
        key=f"{subject}-bewaren",
        on_click=this_session.open_version,
        args=(subject,),
        kwargs={"version": _as_number(role.valid_until)},
    )
    if not pressed:
        return
    seen = this_session.opened_version(subject, current=0)
    this_session.close(subject)
    if seen != _as_number(role.valid_until):
        this_session.tell(problems=[words.CONFLICT], place=place)
    elif isinstance(chosen, str):
        this_session.tell(problems=[words.FAULTS[chosen]], place=place)
    else:
        change = partial(
            commands.change_validity, actor=actor, role_id=role.id, seen_until=role.valid_until, valid_until=chosen
        )
        if _written(change, actor=actor, place=place):
            said = {"name": plain(member.name), "role": plain(_name(role)), "until": _until_moment(chosen)}
            this_session.next_generation(subject)
            this_session.tell(good=words.CHANGED.format(**said), place=place)
    st.rerun()


def _choose_until(key: str, *, current: datetime | None) -> datetime | str | None:
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


def _as_number(moment: datetime | None) -> int:
    """A moment as a whole number, to the microsecond that the database keeps; 0 for none."""
    return 0 if moment is None else (moment - _EPOCH) // timedelta(microseconds=1)


def _give(member: Member, *, parties: dict[int, str], actor: Actor) -> None:
    """The form that gives a role."""
    st.subheader(words.GIVE, anchor=False)
    subject = f"rol-geven-{member.person_id}"
    key = f"{subject}-{this_session.generation(subject)}"
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
    until = _choose_until(key, current=None)
    say_what_happened(subject)
    if not st.button(words.GIVE_SAVE, type="primary", key=f"{subject}-opslaan"):
        return
    if role is None or isinstance(until, str):
        this_session.tell(problems=[words.FAULTS["role_missing" if role is None else str(until)]], place=subject)
        st.rerun()
    grant = partial(
        commands.grant_role, actor=actor, person_id=member.person_id, role=role, party_id=party, valid_until=until
    )
    if _written(grant, actor=actor, place=subject):
        name = words.ROLE_FOR.format(role=words.ROLES[role], party=parties[party]) if party else words.ROLES[role]
        said = {"name": plain(member.name), "role": plain(name), "until": _until_moment(until)}
        this_session.next_generation(subject)
        this_session.tell(good=words.GIVEN.format(**said), place=subject)
    st.rerun()


def _end(role: RoleFacts, member: Member, actor: Actor, place: str) -> None:
    """End the role as it was on the screen, and offer to undo that."""
    ended: list[datetime] = []

    def end(session: Session) -> None:
        ended.append(commands.end_role(session, actor=actor, role_id=role.id, seen_until=role.valid_until))

    if _written(end, actor=actor, place=place):
        said = words.ENDED.format(name=plain(member.name), role=plain(_name(role)))
        this_session.tell(good=said, place=place, undo=partial(_undo, role, member, actor, place, ended[0]))


def _undo(role: RoleFacts, member: Member, actor: Actor, place: str, ended: datetime) -> None:
    """Let a role count again as it did before it was ended."""
    again = partial(
        commands.change_validity, actor=actor, role_id=role.id, seen_until=ended, valid_until=role.valid_until
    )
    if _written(again, actor=actor, place=place):
        said = words.UNDONE.format(name=plain(member.name), role=plain(_name(role)))
        this_session.tell(good=said, place=place)


def _written(write: Callable[[Session], object], *, actor: Actor, place: str) -> bool:
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
