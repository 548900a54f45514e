"""The invitations of a region, for who may invite: asked once for each change of a story, however often it is drawn."""

from dataclasses import dataclass

import streamlit as st

from dashboard.data import catalogue
from dashboard.data.reader import Reader
from data_models import access, database
from data_models.access import Action, Actor
from data_models.facts import PictureSubject
from data_models.queries import invitations as queries
from data_models.queries.invitations import InvitationFacts

MOST_REGIONS = 20


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A figure at which something waits, and how much."""

    indicator: str  # its code
    indicator_name: str
    area: str  # its code
    area_name: str
    count: int


def may_invite(reader: Reader) -> bool:
    """Whether this reader makes invitations and decides about what is sent."""
    return reader.actor is not None and access.may(reader.actor, Action.INVITE)


def about(reader: Reader, *, picture: PictureSubject) -> list[InvitationFacts]:
    """The invitations for this picture, the newest first."""
    return [one for one in _all(reader) if one.signature == picture.signature]


def waiting(reader: Reader, *, picture: PictureSubject) -> list[InvitationFacts]:
    """What was sent about this picture and waits, the oldest first."""
    return [one for one in reversed(about(reader, picture=picture)) if _waits(one)]


def waiting_elsewhere(reader: Reader, *, picture: PictureSubject) -> list[Elsewhere]:
    """At which other figures something waits, the oldest first."""
    return _by_figure(reader, but=picture.signature)


def waiting_anywhere(reader: Reader) -> list[Elsewhere]:
    """At which figures something waits, the oldest first."""
    return _by_figure(reader, but="")


def _by_figure(reader: Reader, *, but: str) -> list[Elsewhere]:
    """By the first figure of each picture other than this one."""
    counts: dict[tuple[str, str], int] = {}
    for one in reversed(_all(reader)):
        if _waits(one) and one.signature != but:
            indicator, _, area, _ = one.signature.split(" + ")[0].split("|")
            counts[indicator, area] = counts.get((indicator, area), 0) + 1
    names = {one.code: one.short_name for one in catalogue.indicators(reader)}
    areas = {one.code: one.name for one in catalogue.areas(reader)}
    return [
        Elsewhere(indicator, names.get(indicator, indicator), area, areas.get(area, area), count)
        for (indicator, area), count in counts.items()
    ]


def _waits(one: InvitationFacts) -> bool:
    return one.sending is not None and one.sending.state == "waiting"


def _all(reader: Reader) -> list[InvitationFacts]:
    if reader.actor is None or not may_invite(reader):
        return []
    return _of_region(reader.epoch, reader.actor.region_id, reader.stories, _actor=reader.actor)


@st.cache_resource(max_entries=MOST_REGIONS, show_spinner=False)
def _of_region(epoch: str, region_id: int, stories: int, *, _actor: Actor) -> list[InvitationFacts]:
    """Everybody of the region who may invite sees the same."""
    with database.reading(asker=_actor) as session:
        return queries.invitations(session, asker=_actor)
