"""Beelden: several figures side by side with one story, those that are known, and what was not discussed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.data import catalogue, figure
from dashboard.data.figure import FigureView
from dashboard.data.overview import Overview
from dashboard.data.reader import Reader
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts, PictureSubject
from data_models.periods import parse
from data_models.queries import pictures
from data_models.queries.pictures import PictureFacts

MOST = 5  # figures that can be told apart beside each other
LEAST = 2
_GROUP = "~"  # in an address between an indicator and a group


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the figures of a picture: how the address spells it, what it is called, and what there is to see."""

    code: str
    name: str
    indicator: IndicatorFacts
    breakdown: str
    view: FigureView


def spelled(indicator: str, *, breakdown: str = "") -> str:
    """How an address spells a figure of the area that it names."""
    return f"{indicator}{_GROUP}{breakdown}" if breakdown else indicator


def taken_apart(code: str) -> tuple[str, str]:
    """The indicator and the group of what `spelled` made."""
    indicator, _, breakdown = code.partition(_GROUP)
    return indicator, breakdown


def beside(
    reader: Reader,
    *,
    codes: Mapping[str, str],
    area: AreaFacts,
    reference: AreaFacts,
    indicators: Sequence[IndicatorFacts],
) -> tuple[Beside, ...]:
    """The figures with these codes (and names), as the screen of each alone says it."""
    known = {one.code: one for one in indicators}
    found = []
    for code, name in codes.items():
        indicator, breakdown = taken_apart(code)
        view = figure.view(reader, area=area, indicator=known[indicator], reference=reference, breakdown=breakdown)
        found.append(Beside(code, name, known[indicator], breakdown, view))
    return tuple(found)


def subject_of(figures: Sequence[Beside]) -> PictureSubject | None:
    """What their story is about, the same in whatever order they were chosen; None when fewer than two are known."""
    known = {one for each in figures if each.view.picture for one in each.view.picture.figures}
    if len(known) < LEAST:
        return None
    return PictureSubject(tuple(sorted(known, key=lambda one: (one.indicator, one.breakdown))))


def known(reader: Reader, *, area: AreaFacts) -> list[PictureFacts]:
    """The pictures of several figures of an area, those with a title first; asked afresh."""
    with database.reading(asker=reader.actor) as session:
        return pictures.together(session, asker=reader.actor, area=area.code)


def codes_of(picture: PictureFacts) -> list[str]:
    """Its figures as an address spells them."""
    return [spelled(one.indicator, breakdown=one.breakdown) for one in picture.figures]


def names_of(reader: Reader, *, picture: PictureFacts) -> list[str]:
    """What its figures are called."""
    known = {one.code: one.short_name for one in catalogue.indicators(reader)}
    return [known[one.indicator] for one in picture.figures if one.indicator in known]


def title_of(reader: Reader, *, picture: PictureSubject) -> tuple[str, str]:
    """The title of exactly this picture, and the one to show, which may be of an earlier period."""
    with database.reading(asker=reader.actor) as session:
        return pictures.title_of(session, asker=reader.actor, picture=picture)


def not_again(reader: Reader, *, area: AreaFacts, found: Overview) -> dict[str, str]:
    """Of each card with a newer figure than anybody spoke of since a confirmed interpretation: the period of that."""
    with database.reading(asker=reader.actor) as session:
        spoken = pictures.spoken_of(session, asker=reader.actor, area=area.code)
    later: dict[str, str] = {}
    for code, one in spoken.items():
        card = found.cards.get(code)
        period = parse(card.period) if card else None
        if period is not None and period.position > max(one.confirmed, one.spoken):
            later[code] = one.confirmed_period
    return later
