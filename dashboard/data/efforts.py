"""Inspanningen: the chain of a region asked afresh, as a picture, as rows of a table and in sentences."""

from dataclasses import dataclass
from datetime import date

from dashboard.charts.effort_chain import Box, effort_chain
from dashboard.data.reader import Reader
from dashboard.formatting import count, counted, day, percentage
from dashboard.texts import efforts as words
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import efforts as queries
from data_models.queries.efforts import Chain, EffortFacts, GoalFacts, MeasurementFacts, YieldFacts

_GOAL, _EFFORT, _OUTPUT, _OUTCOME, _RESULT = range(5)


@dataclass(frozen=True, slots=True)
class Picture:
    """The chain as SVG, and in words for who does not see it."""

    svg: str
    alternative: str


def chain(reader: Reader, *, area: AreaFacts) -> Chain:
    """The goals and activities of the reader's region, or of the example region when the area is invented."""
    with database.reading(asker=reader.actor) as session:
        return queries.chain(session, asker=reader.actor, fictional=area.fictional)


def picture(found: Chain) -> Picture:
    """The chain drawn from left to right; where nothing is said yet, that is what its box says."""
    boxes: list[Box] = []
    links: list[tuple[str, str]] = []
    standing = {goal.id for goal in found.goals}
    for goal in found.goals:
        boxes.append(Box(f"g{goal.id}", _GOAL, goal.text))
        if not found.efforts_of(goal):
            boxes.append(Box(f"geen-{goal.id}", _EFFORT, words.NO_EFFORT_BOX, missing=True))
            links.append((f"g{goal.id}", f"geen-{goal.id}"))
    for effort in found.efforts:
        if not standing.intersection(effort.goals):
            continue
        said = words.WHO_WHEN.format(organisation=effort.organisation, when=when(effort))
        boxes.append(Box(f"e{effort.id}", _EFFORT, f"{effort.activity} ({said})"))
        links += [(f"g{goal}", f"e{effort.id}") for goal in effort.goals if goal in standing]
        _draw_yields(effort, boxes=boxes, links=links, found=found)
    for number in dict.fromkeys(goal.result_id for goal in found.goals if goal.result):
        text = next(goal.result for goal in found.goals if goal.result_id == number)
        boxes.append(Box(f"r{number}", _RESULT, text))
    said = words.PICTURE.format(
        goals=counted(len(found.goals), forms=words.GOALS), efforts=counted(len(found.efforts), forms=words.EFFORTS)
    )
    drawn = {box.key for box in boxes}
    known = [link for link in dict.fromkeys(links) if drawn.issuperset(link)]
    svg = effort_chain(boxes, links=known, columns=list(words.COLUMNS.values()), alternative=said)
    return Picture(svg, said)


def _draw_yields(effort: EffortFacts, *, boxes: list[Box], links: list[tuple[str, str]], found: Chain) -> None:
    """Its outputs, then its outcomes, then the results of its goals; or a box that says there is no outcome."""
    outputs = [f"y{one.id}" for one in effort.yields_of("output")]
    outcomes = [f"y{one.id}" for one in effort.yields_of("outcome")]
    columns = {"output": _OUTPUT, "outcome": _OUTCOME}
    boxes += [Box(f"y{one.id}", columns[one.kind], with_latest(one)) for one in effort.yields]
    links += [(f"e{effort.id}", output) for output in outputs]
    before = outputs or [f"e{effort.id}"]
    if not outcomes:
        boxes.append(Box(f"geen-outcome-{effort.id}", _OUTCOME, words.NO_OUTCOME_BOX, missing=True))
        links += [(one, f"geen-outcome-{effort.id}") for one in before]
        return
    links += [(one, outcome) for one in before for outcome in outcomes]
    results = [goal.result_id for goal in found.goals if goal.id in effort.goals and goal.result]
    links += [(outcome, f"r{number}") for outcome in outcomes for number in dict.fromkeys(results)]


def rows(found: Chain) -> list[dict[str, str]]:
    """The chain as a table: a row for every goal with every activity of it."""
    told = []
    for goal in found.goals:
        for effort in found.efforts_of(goal) or (None,):
            cells = {
                words.COLUMNS["goal"]: goal.text,
                words.COLUMNS["effort"]: effort.activity if effort else words.NO_EFFORT_BOX,
                words.WHO_AND_WHEN: "",
                words.COLUMNS["output"]: "",
                words.COLUMNS["outcome"]: words.NO_OUTCOME_BOX,
                words.COLUMNS["result"]: goal.result,
            }
            if effort is not None:
                cells[words.WHO_AND_WHEN] = words.WHO_WHEN.format(organisation=effort.organisation, when=when(effort))
                for kind in ("output", "outcome"):
                    said = "; ".join(map(with_latest, effort.yields_of(kind)))
                    cells[words.COLUMNS[kind]] = said or cells[words.COLUMNS[kind]]
            told.append(cells)
    return told


def without_outcome(found: Chain) -> list[GoalFacts]:
    """The goals of which nobody has said yet what they bring the child."""
    return [goal for goal in found.goals if not found.has_outcome(goal)]


def when(effort: EffortFacts) -> str:
    """From when until when an activity runs, in words."""
    start, end = effort.starts_on, effort.ends_on
    if start and end:
        return words.FROM_TO.format(start=day(start), end=day(end))
    if start or end:
        return words.FROM.format(start=day(start)) if start else words.UNTIL.format(end=day(end or date.max))
    return words.NO_DATES


def with_latest(one: YieldFacts) -> str:
    """An output or outcome with its last figure."""
    if not one.measurements:
        return words.NOT_COUNTED.format(text=one.text) if one.unit else one.text
    return words.WITH_FIGURE.format(text=one.text, figure=figure(one.measurements[0], unit=one.unit))


def figure(measurement: MeasurementFacts, *, unit: str) -> str:
    """How much was counted over a year: count, denominator and percentage together, or why it is not shown."""
    year = measurement.year
    if measurement.status == "withdrawn":
        return words.WITHDRAWN_LINE.format(year=year)
    if measurement.count is None:
        return words.WITHHELD_LINE.format(year=year, why=words.WITHHELD[measurement.reason])
    whole = measurement.denominator
    number = count(measurement.count)
    if whole is None:
        return words.COUNT_LINE.format(year=year, count=_with_unit(number, unit=unit))
    said = {"year": year, "count": number, "whole": _with_unit(count(whole), unit=unit)}
    if not whole:
        return words.COUNT_OF_NOTHING_LINE.format(**said)
    return words.COUNT_OF_LINE.format(**said, share=percentage(100 * measurement.count / whole))


def _with_unit(number: str, *, unit: str) -> str:
    return words.WITH_UNIT.format(said=number, unit=unit) if unit else number


def lines(one: YieldFacts) -> list[str]:
    """Every figure that stands, with its source."""
    return [
        words.SOURCE_LINE.format(figure=figure(measurement, unit=one.unit), source=measurement.source)
        for measurement in one.measurements
    ]


def history(one: YieldFacts) -> list[str]:
    """Every figure that stood before, the newest of each year first: on which day it was entered, by whom, what."""
    return [
        words.HISTORY_LINE.format(
            day=day(before.entered_at),
            organisation=before.organisation or words.SOMEBODY,
            figure=figure(before, unit=one.unit),
        )
        for measurement in one.measurements
        for before in measurement.earlier
    ]
