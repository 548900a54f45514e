"""The sheet of one societal result: its place in the tree, its figures in an area, what is done, noticed and told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.data import agreements, ambitions, catalogue, efforts
from dashboard.data.lines import read_lines
from dashboard.data.overview import Card, card_of
from dashboard.data.people import CLOCK
from dashboard.data.reader import Reader
from dashboard.formatting import day
from dashboard.texts import result as words
from data_models import database
from data_models.facts import AreaFacts, ContributionFacts, IndicatorFacts
from data_models.queries import said_together, stories
from data_models.queries.agreements import AgreementFacts
from data_models.queries.ambitions import AmbitionFacts, IssueFacts, ResultFacts

MOST_ANSWERS = 4  # of one figure: what fits on a sheet; the rest is behind the link to the figure


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to the figures: who said it when, to which question."""

    question: int
    organisation: str
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was told last about a figure, or about some figures together."""

    about: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """What the parties said together about figures, and which of them confirmed it when, in words."""

    about: str
    question: int
    text: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the sheet."""

    issue: IssueFacts
    ambition: AmbitionFacts
    result: ResultFacts
    cards: tuple[Card, ...]
    efforts: tuple[str, ...]
    agreements: tuple[AgreementFacts, ...]
    together: tuple[Together, ...]
    told: tuple[Told, ...]


def sheet(reader: Reader, *, number: int, area: AreaFacts, reference: AreaFacts) -> Sheet | None:
    """The sheet of the result with this number; None when the reader sees no such result."""
    path = ambitions.tree(reader, area=area).path_to(number)
    if path is None:
        return None
    issue, ambition, result = path
    known = {one.code: one for one in catalogue.indicators(reader)}
    followed = [known[code] for code in result.followed if code in known]
    lines = read_lines(reader, area=area, reference=reference, indicators=followed) if followed else {}
    return Sheet(
        issue=issue,
        ambition=ambition,
        result=result,
        cards=tuple(card_of(one, lines=lines[one.code], area=area, reference=reference) for one in followed),
        efforts=_efforts(reader, area=area, result=result),
        agreements=agreements.of_figures(reader, area=area, codes=[one.code for one in followed]),
        together=_together(reader, indicators=known, followed=followed, area=area),
        told=_told(reader, indicators=followed, area=area),
    )


def _efforts(reader: Reader, *, area: AreaFacts, result: ResultFacts) -> tuple[str, ...]:
    """What is done for the goals that add to this result, each activity once."""
    chain = efforts.chain(reader, area=area)
    of_result = {one.id: one for goal in chain.goals if goal.result_id == result.id for one in chain.efforts_of(goal)}
    return tuple(
        words.EFFORT.format(activity=one.activity, organisation=one.organisation, when=efforts.when(one))
        for one in of_result.values()
    )


def _together(
    reader: Reader, *, indicators: Mapping[str, IndicatorFacts], followed: Sequence[IndicatorFacts], area: AreaFacts
) -> tuple[Together, ...]:
    """The joint interpretations of the figures of this result, in the order of its indicators."""
    codes = [one.code for one in followed]
    with database.reading(asker=reader.actor) as session:
        found = said_together.said_together(session, asker=reader.actor, area=area.code, indicators=codes)
    found.sort(key=lambda one: (min(codes.index(code) for code in one.indicators if code in codes), one.question))
    return tuple(
        Together(
            about=about(one.indicators, period=one.period, known=indicators),
            question=one.question,
            text=one.text,
            confirmed=words.CONFIRMED.format(parties=words.AND.join(map(_by, one.confirmed)))
            if one.confirmed
            else words.NOT_CONFIRMED,
        )
        for one in found
    )


def _by(confirmed: tuple[str, datetime]) -> str:
    party, moment = confirmed
    return words.CONFIRMED_BY.format(party=party, day=day(moment))


def about(codes: Sequence[str], *, period: str, known: Mapping[str, IndicatorFacts]) -> str:
    """Which figures something is about, over which period."""
    names = words.AND.join(known[code].short_name for code in codes if code in known)
    return words.STORY_OF.format(indicators=names, period=period)


def _told(reader: Reader, *, indicators: Sequence[IndicatorFacts], area: AreaFacts) -> tuple[Told, ...]:
    """The last answers about the last period that was written about; what is about more figures is told once.

    What somebody shared within a circle only is not on a sheet that is printed or projected.
    """
    known = {one.code: one for one in indicators}
    together: dict[tuple[int, ...], list[IndicatorFacts]] = {}
    last: dict[tuple[int, ...], list[ContributionFacts]] = {}
    with database.reading(asker=reader.actor) as session:
        for indicator in indicators:
            found = stories.contributions_about(session, asker=reader.actor, indicator=indicator.code, area=area.code)
            shared = [one for one in found if one.state == "shared" and one.visibility != "circle" and one.text]
            period = max((one.period for one in shared), default="")
            newest = sorted((one for one in shared if one.period == period), key=_moment)[-MOST_ANSWERS:]
            same = tuple(sorted(one.id for one in newest))
            last[same] = sorted(newest, key=lambda one: (one.question, one.id))
            together.setdefault(same, []).append(indicator)
    return tuple(
        Told(
            about=about([one.code for one in together[same]], period=answers[0].period, known=known),
            answers=tuple(
                Answer(one.question, one.organisation, one.updated_at.astimezone(CLOCK).date(), one.text)
                for one in answers
            ),
        )
        for same, answers in last.items()
        if answers
    )


def _moment(one: ContributionFacts) -> tuple[datetime, int]:
    return one.updated_at, one.id
