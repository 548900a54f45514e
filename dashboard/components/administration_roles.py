"""Beheer: the roles of one person: change until when one counts, end it and undo that; and give another."""

from datetime import UTC, datetime, timedelta
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.administration_giving import choose_until, offer_role, until_moment, written
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.data import people as people_data
from dashboard.formatting import day, plain
from dashboard.texts import people as words
from data_models.access import Actor, Role
from data_models.commands import roles as commands
from data_models.queries.members import Member, RoleFacts

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    offer_role(member, parties=parties, actor=actor)


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
            with st.popover(words.END, key=f"rol-{role.id}-einde"):
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
        return until_moment(role.valid_until)
    return words.SINCE_ENDED.format(day=day(people_data.last_day(role.valid_until)))


def _change_until(role: RoleFacts, *, member: Member, actor: Actor, place: str) -> None:
    """Choose another end, and save it from what was on the screen when the button was pressed."""
    subject = f"rol-{role.id}"
    keep_typed(f"{subject}-tot", actor=actor)
    chosen = choose_until(
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
        if written(change, actor=actor, place=place):
            said = {"name": plain(member.name), "role": plain(_name(role)), "until": until_moment(chosen)}
            this_session.next_generation(subject)
            this_session.end_typing(f"{subject}-tot")
            this_session.tell(good=words.CHANGED.format(**said), place=place)
    st.rerun()


def _as_number(moment: datetime | None) -> int:
    """A moment as a whole number, to the microsecond that the database keeps; 0 for none."""
    return 0 if moment is None else (moment - _EPOCH) // timedelta(microseconds=1)


def _end(role: RoleFacts, member: Member, actor: Actor, place: str) -> None:
    """End the role as it was on the screen, and offer to undo that."""
    ended: list[datetime] = []

    def end(session: Session) -> None:
        ended.append(commands.end_role(session, actor=actor, role_id=role.id, seen_until=role.valid_until))

    if written(end, actor=actor, place=place):
        said = words.ENDED.format(name=plain(member.name), role=plain(_name(role)))
        this_session.tell(good=said, place=place, undo=partial(_undo, role, member, actor, place, ended[0]))


def _undo(role: RoleFacts, member: Member, actor: Actor, place: str, ended: datetime) -> None:
    """Let a role count again as it did before it was ended."""
    again = partial(
        commands.change_validity, actor=actor, role_id=role.id, seen_until=ended, valid_until=role.valid_until
    )
    if written(again, actor=actor, place=place):
        said = words.UNDONE.format(name=plain(member.name), role=plain(_name(role)))
        this_session.tell(good=said, place=place)
