"""Letting others look along: beginning, the code and its picture on the screen, going on with each choice, stopping."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import local_identity, selection, sign_in, this_session
from dashboard.components import led_address, signed_in
from dashboard.components.calm import telling_outages
from dashboard.components.qr_code import show_qr_code
from dashboard.formatting import plain
from dashboard.texts import looking_along as words
from data_models import database
from data_models.access import Action, Actor, NotAllowedError, may
from data_models.commands import led_screens as commands
from data_models.outages import FAILURES
from data_models.queries import people

PAGE = "meekijken"  # as its address spells it
PLACE = "laat-meekijken"
_LED, _FRESH = "geleid", "net-begonnen"


@dataclass(frozen=True, slots=True)
class _Led:
    """What others saw last of this screen."""

    code: str
    page: str
    choices: str


def offer_to_lead(*, label: str, key: str, page: str | None = None) -> bool:
    """A button that begins, for who may; whether there is one. Without a page it begins at the first one."""
    if selection.code_of(selection.LEADS) or not _seems_to_lead():
        return False
    st.button(label, key=key, on_click=_begin, args=(page,), type="tertiary" if page is not None else "primary")
    return True


def offer_to_lead_from(page: Page, *, pages: Sequence[Page]) -> None:
    """At the foot of a screen that others can look along with: begin here."""
    if page in pages and not selection.code_of(selection.FOLLOWS):
        with st.container(key="laat-meekijken-voet"):
            offer_to_lead(label=words.LEAD_HERE, key="laat-meekijken-begin", page=page.url_path)


def show_how_to_lead() -> None:
    """On the screen about looking along: what leading does, and where it begins."""
    st.header(words.LEAD_TITLE, anchor=False)
    st.text(words.LEAD_EXPLAINED)
    if not offer_to_lead(label=words.LEAD, key="laat-meekijken-hier") and not selection.code_of(selection.LEADS):
        st.caption(_who_may())


def show_leading() -> None:
    """Above the screen of who leads: the code, and folded under it the picture and the address."""
    told = this_session.told(PLACE)
    for problem in told.problems:
        st.info(problem)
    code = selection.code_of(selection.LEADS)
    if not code:
        return
    with st.container(key="laat-meekijken"):
        label = words.LEADING.format(code=plain(_spaced(code)))
        with st.expander(label, expanded=this_session.kept(_FRESH) == code, key="laat-meekijken-uitleg"):
            _show_how(code)


def keep_leading(page: Page, *, pages: Sequence[Page]) -> None:
    """At the end of a run: tell where this screen is now to who looks along, when that changed."""
    code = selection.code_of(selection.LEADS)
    if not code or page not in pages:
        return
    led = _Led(code=code, page=page.url_path, choices=led_address.choices_here())
    if this_session.kept(_LED) == led:
        return
    with suppress(*FAILURES):  # what cannot be told now is told at the next run
        actor = _leader()
        try:
            if actor is None:
                raise commands.NotLeadingError(code)
            with database.writing(actor=actor) as session:
                commands.move_screen(session, actor=actor, code=code, page=led.page, choices=led.choices)
        except (commands.NotLeadingError, NotAllowedError):
            _forget(saying=words.OVER)
            st.rerun()
        except commands.AddressRefusedError:
            return
        selection.remember(selection.LEADS, value=code)
        this_session.keep(_LED, value=led)


def address_to_follow(code: str = "") -> str:
    """The address at which others look along; empty when nobody looks through a browser."""
    here = st.context.url
    asking = f"{selection.CODE}={code}" if code else ""
    return urlsplit(here)._replace(path=f"/{PAGE}", query=asking, fragment="").geturl() if here else ""


def _show_how(code: str) -> None:
    with st.container(horizontal=True, gap="large", vertical_alignment="center", key="laat-meekijken-rij"):
        address = address_to_follow(code)
        if address:
            show_qr_code(address, alt=words.QR, dot=5)
        with st.container(gap="xsmall", width="stretch"):
            st.text(words.SCAN)
            st.text(words.OR_TYPE.format(address=address_to_follow().partition("://")[2]))
            st.text(words.AND_CODE)
            st.markdown(f"**{plain(_spaced(code))}**")
            if not sign_in.is_configured():
                st.caption(words.LOCAL)
            st.button(words.STOP, key="laat-meekijken-stop", on_click=_stop, args=(code,))


def _spaced(code: str) -> str:
    return f"{code[:3]} {code[3:]}"


def _begin(page: str | None) -> None:
    choices = led_address.choices_kept() if page is None else led_address.choices_here()
    with telling_outages():
        actor = _leader()
        if actor is None:
            this_session.tell(problems=[_who_may()], place=PLACE)
            return
        with database.writing(actor=actor) as session:
            code = commands.lead_screen(session, actor=actor, page=page or "", choices=choices)
        selection.leave(selection.FOLLOWS, selection.ALONE)
        selection.remember(selection.LEADS, value=code)
        this_session.keep(_FRESH, value=code)
        this_session.keep(_LED, value=_Led(code=code, page=page or "", choices=choices))


def _stop(code: str) -> None:
    with telling_outages():
        actor = _leader()
        if actor is not None:
            with suppress(commands.NotLeadingError), database.writing(actor=actor) as session:
                commands.stop_leading(session, actor=actor, code=code)
        _forget(saying=words.STOPPED)


def _forget(*, saying: str) -> None:
    selection.leave(selection.LEADS)
    this_session.keep(_LED, value=None)
    this_session.tell(problems=[saying], place=PLACE)


def _who_may() -> str:
    return words.WHO_MAY_LEAD if sign_in.is_configured() else words.WHO_MAY_LEAD_LOCAL


def _seems_to_lead() -> bool:
    """Whether who is here may lead, without asking the database: beginning asks it."""
    if sign_in.is_configured():
        return _leader() is not None
    return local_identity.read(st.context.cookies.get(local_identity.COOKIE)) is not None


def _leader() -> Actor | None:
    """Who is here, in a region in which they may lead: the one they are at work in, else the first by name."""
    if not sign_in.is_configured():
        return _local_leader()
    found = signed_in.who()
    own = signed_in.own_regions(found) if found else {}
    at_work_first = sorted(own.values(), key=lambda one: one.code != selection.region_at_work())
    actors = (found.actor(one.region_id) for one in at_work_first if found)
    return next((one for one in actors if may(one, Action.LEAD_SCREENS)), None)


def _local_leader() -> Actor | None:
    person_id = local_identity.read(st.context.cookies.get(local_identity.COOKIE))
    if person_id is None:
        return None
    with database.reading(asker=database.Someone(person_id)) as session:
        region_id = people.region_of_kind(session, fictional=False)
        return None if region_id is None else people.actor(session, person_id=person_id, region_id=region_id)
