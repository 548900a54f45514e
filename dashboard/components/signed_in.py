"""Who is signed in, by what the identity provider said: asked anew at every run, for a sign-in can be ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st
from sqlalchemy.exc import IntegrityError

from dashboard import claims, selection, sign_in, this_session
from dashboard.data import own_region
from dashboard.data.reader import Reader
from data_models import database
from data_models.access import Actor
from data_models.commands import sign_ins as commands
from data_models.facts import AreaFacts
from data_models.queries import sign_ins as queries
from data_models.queries.sign_ins import RolesInRegion, SignedIn

_WHO, _AFRESH, _LOST = "aangemeld", "aangemeld-gezien", "kwijt"  # what a session keeps
ATTEMPTS = 2  # at registering: somebody else may make the same region at the same moment


@dataclass(frozen=True, slots=True)
class _Lost:
    """Who somebody was when they were signed out or lost a role, and what stood in the fields of the screen then."""

    who: SignedIn
    typed: Mapping[str, str | float | date]


def recognise() -> None:
    """Look, at the start of a run, who is signed in; registers the first time that somebody comes back signed in."""
    before, found = who(), _recognised()
    this_session.keep(_WHO, value=found)
    this_session.keep(_AFRESH, value=True)
    if before is not None and _has_less(who(), than=before):
        this_session.keep(_LOST, value=_Lost(before, typed=this_session.typed()))
    lost = this_session.kept(_LOST)
    if isinstance(lost, _Lost) and not _has_less(who(), than=lost.who):
        this_session.give_back(lost.typed)
        this_session.keep(_LOST, value=None)


def who() -> SignedIn | None:
    """Who is signed in, as it was seen last."""
    found = this_session.kept(_WHO)
    return found if isinstance(found, SignedIn) and found.counts else None


def typed_before() -> Mapping[str, str | float | date]:
    """What stood in the fields of the screen when somebody was signed out or lost a role, until they have it back."""
    lost = this_session.kept(_LOST)
    return lost.typed if isinstance(lost, _Lost) else {}


def _has_less(found: SignedIn | None, *, than: SignedIn) -> bool:
    """Whether somebody may do less than before: signed out, somebody else, or without a role that they had."""
    if found is None or found.person_id != than.person_id:
        return True
    now = {one.region_id: one.roles for one in found.regions}
    return any(one.roles - now.get(one.region_id, frozenset()) for one in than.regions)


def was_signed_out() -> bool:
    """Whether the browser still says who it is, while that sign-in was ended or is too old."""
    return who() is None and bool(said())


def said() -> Mapping[str, object]:
    """What the identity provider said of who opened this session; empty when nobody signed in."""
    user = st.user.to_dict()
    return user if user.get("is_logged_in") else {}


def actor_for(reader: Reader, *, area: AreaFacts) -> Actor | None:
    """Who is signed in, in the region they chose; None: nobody, or somebody without a role in any real region.

    In the example region, for invented areas, who has no role there reads only.
    """
    if not this_session.kept(_AFRESH):
        recognise()
    this_session.keep(_AFRESH, value=False)
    found = who()
    if found is None:
        return None
    if area.fictional:
        return None if found.example_id is None else found.actor(found.example_id)
    region = chosen_region(reader, found=found, area=area)
    return None if region is None else found.actor(region.region_id)


def own_regions(found: SignedIn) -> dict[str, RolesInRegion]:
    """The real regions in which somebody has a role, by code, in the order of their names."""
    return {one.code: one for one in found.regions if not one.fictional}


def chosen_region(reader: Reader, *, found: SignedIn, area: AreaFacts) -> RolesInRegion | None:
    """The region that was chosen, else the one that holds the area, else the first by name."""
    own = own_regions(found)
    if len(own) > 1:
        holding = own_region.holding(reader, area=area, region_ids=tuple(one.region_id for one in own.values()))
        first = next((code for code, one in own.items() if one.region_id == holding), next(iter(own)))
        return own[selection.region(options=own, default=first)]
    return next(iter(own.values()), None)


def sign_out(*, everywhere: bool = False) -> None:
    """End the sign-in, here or on every device, and forget what this session chose; the browser forgets it too."""
    found = who()
    if found is not None:
        with database.writing(database.owner_engine()) as session:
            if everywhere:
                commands.end_everywhere(session, person_id=found.person_id)
            else:
                commands.end_sign_in(session, person_id=found.person_id, sign_in_id=found.sign_in_id)
    this_session.forget_everything()
    st.logout()


def _recognised() -> SignedIn | None:
    told = said()
    if not told or not claims.subject(told):
        return None
    key = claims.key(told)
    for _ in range(ATTEMPTS):
        with database.reading(database.owner_engine()) as session:
            found = queries.signed_in(session, key=key)
        if found is not None:
            return found
        try:
            _register(told, key=key)
        except IntegrityError:
            continue
        except commands.StaleClaimsError:
            return None
    with database.reading(database.owner_engine()) as session:
        return queries.signed_in(session, key=key)


def _register(told: Mapping[str, object], *, key: str) -> None:
    settings = sign_in.settings()
    claimed = claims.claimed(told, paths=settings.paths, lines=settings.lines, regions=settings.regions)
    issued = told.get("iat")
    moment = datetime.fromtimestamp(issued, UTC) if isinstance(issued, int | float) else datetime.fromtimestamp(0, UTC)
    with database.writing(database.owner_engine()) as session:
        commands.begin_sign_in(session, claimed=claimed, key=key, issued_at=moment)
