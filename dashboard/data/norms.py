"""Ambities en normen: the norms of an area with their history, and what a norm that is being typed would look like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise

from dashboard import statements
from dashboard.charts import assembly
from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.chart import Chart
from dashboard.charts.trend import trend_chart
from dashboard.data import catalogue
from dashboard.data.figure import Drawing
from dashboard.data.figure_chart import norm_lines
from dashboard.data.lines import Lines, read_lines
from dashboard.data.people import CLOCK
from dashboard.data.reader import Reader
from dashboard.formatting import day, value_with_unit
from dashboard.texts import norms as words
from data_models import access, database
from data_models.access import Action
from data_models.facts import AreaFacts, IndicatorFacts, NormFacts, NormProposal
from data_models.queries import members
from data_models.queries import norms as norm_queries
from data_models.queries.norms import AdoptionFacts, NormVersionFacts


@dataclass(frozen=True, slots=True)
class NormView:
    """A norm as the screen tells it, with the figure it belongs to."""

    facts: NormFacts
    indicator: IndicatorFacts
    title: str
    state: str
    progress: str
    history: tuple[str, ...]
    adoptions: tuple[AdoptionFacts, ...]
    changed_on: date | None  # when the norm itself last became another; None: it is what it was when it was set


@dataclass(frozen=True, slots=True)
class Preview:
    """What a norm would ask: the chart with its line and path, and the words."""

    drawing: Drawing
    progress: str


def norms(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> tuple[NormView, ...]:
    """Every norm of the area, those that stand first; in the order of the catalogue."""
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    with database.reading(asker=reader.actor) as session:
        found = norm_queries.norms(session, asker=reader.actor, area=area.code)
        histories = {norm.id: norm_queries.history(session, asker=reader.actor, norm_id=norm.id) for norm in found}
        adopted = {norm.id: norm_queries.adoptions(session, asker=reader.actor, norm_id=norm.id) for norm in found}
    asked = [indicators[code] for code in {norm.indicator: None for norm in found}]
    lines = read_lines(reader, area=area, reference=reference, indicators=asked) if asked else {}
    views = [
        NormView(
            facts=norm,
            indicator=indicators[norm.indicator],
            title=statements.norm(norm, indicator=indicators[norm.indicator]).text,
            state=words.STATES[norm.state],
            progress=(
                ""
                if not norm.stands
                else statements.progress(
                    lines[norm.indicator].area,
                    norm=norm,
                    indicator=indicators[norm.indicator],
                    annotations=lines[norm.indicator].annotations,
                ).text
            ),
            history=tuple(_version(one, indicator=indicators[norm.indicator]) for one in histories[norm.id]),
            adoptions=tuple(adopted[norm.id]),
            changed_on=_changed_on(histories[norm.id]),
        )
        for norm in found
    ]
    return tuple(sorted(views, key=lambda view: not view.facts.stands))


def signs_for(reader: Reader) -> dict[int, str]:
    """The parties for which the reader may adopt norms now: the name of each by its id."""
    if reader.actor is None or not access.may(reader.actor, Action.ADOPT_NORMS):
        return {}
    with database.reading(asker=reader.actor) as session:
        return members.signs_for(session, asker=reader.actor)


def _changed_on(history: Sequence[NormVersionFacts]) -> date | None:
    """The day of the newest version that asks something else than the one before it; the newest comes first."""
    for later, earlier in pairwise(history):
        if _asked(later) != _asked(earlier):
            return later.changed_at.astimezone(CLOCK).date()
    return None


def _asked(version: NormVersionFacts) -> tuple[object, ...]:
    return (version.direction, version.value, version.lower, version.upper, version.year)


def lines(reader: Reader, *, area: AreaFacts, reference: AreaFacts, indicator: IndicatorFacts) -> Lines:
    """The series that a norm is set on."""
    return read_lines(reader, area=area, reference=reference, indicators=[indicator])[indicator.code]


def preview(
    found: Lines,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicator: IndicatorFacts,
    proposal: NormProposal | None,
    replaces: int | None = None,
) -> Preview:
    """The chart with the proposed norm beside the ones that stand, and what it would ask a year."""
    proposed = _as_norm(proposal, area=area, indicator=indicator) if proposal else None
    standing = [norm for norm in found.norms if norm.state != "withdrawn" and norm.id != replaces]
    shown = [*standing, *([proposed] if proposed else [])]
    message = statements.headline(
        found.area, indicator=indicator, annotations=found.annotations, area_name=area.name
    ).text
    progress = (
        statements.progress(found.area, norm=proposed, indicator=indicator, annotations=found.annotations).text
        if proposed
        else ""
    )
    series = (
        assembly.series(found.area, name=area.name, role="area", indicator=indicator),
        assembly.series(found.reference, name=reference.name, role="reference", indicator=indicator),
    )
    chart = Chart(
        title=f"{indicator.name}, {area.name}",
        message=f"{message} {progress}".strip(),
        unit=indicator.unit,
        decimals=indicator.decimals,
        series=tuple(one for one in series if one.points),
        norms=norm_lines(found, shown, indicator=indicator),
        breaks=assembly.marks(found.annotations, kind="break"),
        events=assembly.marks(found.annotations, kind="event"),
        fictional=area.fictional,
    )
    return Preview(
        drawing=Drawing(figure=trend_chart(chart), alternative=alternative_text(chart)),
        progress=progress,
    )


def _as_norm(proposal: NormProposal, *, area: AreaFacts, indicator: IndicatorFacts) -> NormFacts:
    return NormFacts(
        id=0,
        region_id=0,
        indicator=indicator.code,
        area=area.code,
        breakdown="",
        state="concept",
        direction=proposal.direction,
        value=proposal.value,
        lower=proposal.lower,
        upper=proposal.upper,
        year=proposal.year,
        start_value=proposal.start_value,
        start_year=proposal.start_year,
        reason=proposal.reason,
        origin=proposal.origin,
        agreed_by=proposal.agreed_by,
        version=0,
        replaces_id=None,
        updated_at=datetime.now(UTC),
    )


def _version(version: NormVersionFacts, *, indicator: IndicatorFacts) -> str:
    def written(value: float | None) -> str:
        return "" if value is None else value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)

    value = written(version.value)
    if version.direction == "band":
        value = words.BAND.format(lower=written(version.lower), upper=written(version.upper))
    return words.VERSION_LINE.format(
        version=version.version,
        day=day(version.changed_at.date()),
        who=version.changed_by or words.UNKNOWN,
        state=words.STATES[version.state],
        norm=words.VALUE_BY_YEAR.format(value=value, year=version.year),
        why=version.change_reason or version.reason,
    )
