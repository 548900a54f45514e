"""Beheer: how people sign in, what their identity provider says of them, and who is signed in now."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import claims, sign_in, this_session
from dashboard.components import signed_in
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.signing_in import role_names
from dashboard.components.table import show_table
from dashboard.data import own_region
from dashboard.data.reader import Reader
from dashboard.formatting import day
from dashboard.sign_in import Settings
from dashboard.texts import administration
from dashboard.texts import people as people_words
from dashboard.texts import sign_in as words
from data_models import database
from data_models.access import Actor
from data_models.commands import sign_ins as commands
from data_models.queries.sign_ins import Present

_PLACE = "aanmelden-beheer"
_HERE = ZoneInfo("Europe/Amsterdam")


def show_sign_in(reader: Reader) -> None:
    """Show how people sign in, what was said of the reader, and who is signed in now."""
    st.header(administration.SECTIONS["aanmelden"], anchor=False)
    if not sign_in.is_configured():
        st.info(words.NOT_CONFIGURED)
        return
    settings = sign_in.settings()
    _show_settings(settings)
    _show_yourself()
    if reader.actor is not None:
        _show_present(own_region.present(reader), actor=reader.actor)


def _show_settings(settings: Settings) -> None:
    """With whom people sign in, and what each value of their claims becomes; nothing of it is secret."""
    st.text(words.PROVIDERS.format(hosts=", ".join(one.host for one in settings.providers)))
    st.text(words.ADDRESS.format(address=settings.redirect_uri))
    paths = {
        words.NAME: settings.paths.name,
        words.ORGANISATION: settings.paths.organisation,
        words.PERSPECTIVE: settings.paths.perspective,
        words.ROLES: settings.paths.roles,
    }
    show_table([{words.WHAT: what, words.CLAIM: path} for what, path in paths.items()], key="tabel-norm-claims")
    st.header(words.MAPPING, anchor=False)
    st.text(words.MAPPING_WHY)
    if not settings.lines:
        st.info(words.NO_MAPPING)
        return
    show_table(
        [
            {
                words.VALUE: line.claim,
                words.IN_REGION: settings.regions.get(line.region, line.region),
                words.ROLE: people_words.ROLES[line.role],
                words.PARTY: line.party or words.NO_PARTY,
                **({words.PROVIDER: line.provider} if len(settings.providers) > 1 else {}),
            }
            for line in settings.lines
        ],
        key="tabel-norm-koppeling",
    )


def _show_yourself() -> None:
    """What the provider said of the reader this time, and what that became: the way to find out what is missing."""
    found = signed_in.who()
    if found is None:
        return
    st.header(words.YOURSELF, anchor=False)
    rows = [{words.CLAIM: name, words.SAYS: value} for name, value in claims.shown(signed_in.said()).items()]
    show_table(rows, key="tabel-norm-gezegd")
    became = [words.ROLES_IN.format(region=one.name, roles=role_names(one.roles)) for one in found.regions]
    st.text(words.BECAME.format(roles="; ".join(became) or words.NO_ROLES))


def _show_present(present: list[Present], *, actor: Actor) -> None:
    """Who of the region is signed in, with the way to sign them out."""
    st.header(words.PRESENT, anchor=False)
    say_what_happened(_PLACE)
    show_table(
        [
            {
                words.NAME: one.name,
                words.ORGANISATION: one.organisation or words.NO_ORGANISATION,
                words.SINCE: _moment(one.began_at),
                words.UNTIL: _moment(one.expires_at),
            }
            for one in present
        ],
        key="tabel-norm-aangemeld",
    )
    names = {one.person_id: f"{one.name} ({one.organisation or words.NO_ORGANISATION})" for one in present}
    with st.container(key="smal-afmelden"), st.popover(words.SIGN_OUT_SOMEBODY, key="afmelden-vraag"):
        person_id = st.selectbox(words.WHOM, list(names), format_func=names.__getitem__, key="afmelden-wie")
        st.text(words.SIGN_OUT_WHAT)
        st.button(words.SIGN_OUT_CERTAIN, key="afmelden-ander", on_click=_sign_out, args=(person_id, actor))


@telling_outages(_PLACE)
def _sign_out(person_id: int, actor: Actor) -> None:
    try:
        with database.writing(actor=actor) as session:
            commands.end_for_somebody(session, actor=actor, person_id=person_id)
    except commands.NotSignedInError:
        this_session.tell(problems=[words.NOT_SIGNED_IN], place=_PLACE)
    else:
        this_session.tell(good=words.SIGNED_OUT_NOW, place=_PLACE)


def _moment(moment: datetime) -> str:
    here = moment.astimezone(_HERE)
    return words.MOMENT.format(day=day(here), time=here.strftime("%H:%M"))
