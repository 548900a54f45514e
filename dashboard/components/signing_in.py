"""Signing in and out on every screen: who one is, in which roles and region, and the way in or out."""

import streamlit as st

from dashboard import selection, sign_in, this_session
from dashboard.components import signed_in
from dashboard.formatting import plain
from dashboard.texts import people as people_words
from dashboard.texts import sign_in as words
from data_models import database
from data_models.access import Action, Role, may
from data_models.queries.sign_ins import SignedIn

PLACE = "aanmelden"
MANAGING = (Action.MANAGE_PEOPLE, Action.MANAGE_REGION, Action.READ_AUDIT, Action.COPY_EVERYTHING)


def offer_sign_in(*, key: str) -> None:
    """A button per identity provider; each leads away, and back to this same address."""
    providers = sign_in.settings().providers
    for one in providers:
        label = words.SIGN_IN if len(providers) == 1 else words.SIGN_IN_AT.format(host=one.host)
        st.button(label, key=f"aanmelden-{key}-{one.name}", on_click=st.login, args=(one.name,))


def show_identity() -> None:
    """At the end of the menu: who is signed in and what they can do about it, or the way in."""
    found = signed_in.who()
    if found is None:
        offer_sign_in(key="menu")
        return
    with st.popover(_label(found), key="aangemeld"):
        st.text(words.SIGNED_IN_AS.format(name=found.name, organisation=found.organisation or words.NO_ORGANISATION))
        for one in found.regions:
            if not one.fictional:
                st.text(words.ROLES_IN.format(roles=role_names(one.roles), region=one.name))
        _choose_region(found)
        with st.container(horizontal=True, key="afmelden"):
            st.button(words.SIGN_OUT, key="afmelden-hier", on_click=_sign_out)
            st.button(words.SIGN_OUT_EVERYWHERE, key="afmelden-overal", on_click=_sign_out, kwargs={"everywhere": True})


def show_what_changed() -> None:
    """Above the screen: that signing in did not work, does not count any more, or gave no role yet."""
    found = signed_in.who()
    if found is not None and not signed_in.own_regions(found):
        st.info(plain(words.NO_ROLE.format(name=found.name)))
    _show_typed_before(found)
    if selection.has_failed_to_sign_in():
        st.error(words.FAILED)
    elif signed_in.was_signed_out():
        st.warning(words.ENDED)
    for problem in this_session.told(PLACE).problems:
        st.error(problem)


def _show_typed_before(found: SignedIn | None) -> None:
    """What somebody was typing when they were signed out or lost a role: its field may be gone, their words are not."""
    texts = [one for one in signed_in.typed_before().values() if isinstance(one, str) and " " in one.strip()]
    if texts:
        st.error(words.ROLE_REFUSED if found else words.SIGNED_OUT_REFUSED)
        for text in texts:
            st.text(words.TYPED.format(text=text))


def may_manage() -> bool:
    """Whether who is signed in manages anything in some region, so that Beheer is for them."""
    found = signed_in.who()
    return found is not None and any(
        may(found.actor(one.region_id), action) for one in found.regions for action in MANAGING
    )


def role_names(roles: frozenset[Role]) -> str:
    """The roles in Dutch, in the order of `Role`."""
    return ", ".join(people_words.ROLES[role] for role in Role if role in roles)


def _label(found: SignedIn) -> str:
    """The name, and for who has several the region in which they are at work."""
    own = signed_in.own_regions(found)
    at_work = own.get(selection.region_at_work())
    return plain(found.name if at_work is None else words.AT_WORK.format(name=found.name, region=at_work.name))


def _choose_region(found: SignedIn) -> None:
    """For who has roles in several regions: in which one they are at work."""
    own = signed_in.own_regions(found)
    if len(own) < 2:
        return
    current = selection.region_at_work()
    st.selectbox(
        words.REGION,
        list(own),
        format_func=lambda code: own[code].name,
        key=selection.widget_key(selection.REGION, value=current if current in own else next(iter(own))),
        on_change=selection.write_to_url,
        args=(selection.REGION,),
    )


def _sign_out(*, everywhere: bool = False) -> None:
    try:
        signed_in.sign_out(everywhere=everywhere)
    except database.AWAY:
        this_session.tell(problems=[words.NOT_SIGNED_OUT], place=PLACE)
