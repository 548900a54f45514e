"""Ambities en normen: the norms of an area with their history, and what a norm that is being typed would look like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dashboard import statements
from dashboard.charts import assembly
from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.chart import Chart
from dashboard.charts.trend import trend_chart
from dashboard.data import catalogue
from dashboard.data.figure import Drawing, breakdowns
from dashboard.data.figure_chart import norm_lines
from dashboard.data.lines import Lines, read_lines
from dashboard.data.reader import Reader
from dashboard.formatting import day, value_with_unit
from dashboard.texts import norms as words
from data_models import access, database
from data_models.access import Action
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, NormFacts, NormProposal
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
    group: str = ""  # of which children it is, when not of all
    beside: Mapping[int, int] = field(default_factory=dict)  # the other norms that stand for the figure: id and version


@dataclass(frozen=True, slots=True)
class Preview:
    """What a norm would ask: the chart with its line and path, and the words."""

    drawing: Drawing
    progress: str
    asked: str = ""  # per year, beside what was done so far


def norms(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> tuple[NormView, ...]:
    """Every norm of the area, those that stand first; in the order of the catalogue."""
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    with database.reading(asker=reader.actor) as session:
        found = norm_queries.norms(session, asker=reader.actor, area=area.code)
        histories = norm_queries.histories(session, asker=reader.actor, norm_ids=[norm.id for norm in found])
        adopted = {norm.id: norm_queries.adoptions(session, asker=reader.actor, norm_id=norm.id) for norm in found}
    asked = {(norm.indicator, norm.breakdown): None for norm in found}
    series: dict[tuple[str, str], Lines] = {}
    for group in {breakdown: None for _, breakdown in asked}:
        of_group = [indicators[code] for code, breakdown in asked if breakdown == group]
        read = read_lines(reader, area=area, reference=reference, indicators=of_group, breakdown=group)
        series |= {(code, group): one for code, one in read.items()}
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
                    series[norm.indicator, norm.breakdown].area,
                    norm=norm,
                    indicator=indicators[norm.indicator],
                    annotations=series[norm.indicator, norm.breakdown].annotations,
                ).text
            ),
            history=tuple(_version(one, indicator=indicators[norm.indicator]) for one in histories.get(norm.id, ())),
            adoptions=tuple(adopted[norm.id]),
            group=groups(reader, area=area, indicator=indicators[norm.indicator]).get(norm.breakdown, ""),
            beside=standing(found, indicator=indicators[norm.indicator], breakdown=norm.breakdown, besides=norm.id),
        )
        for norm in found
    ]
    return tuple(sorted(views, key=lambda view: not view.facts.stands))


def groups(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, str]:
    """The groups of children for which a norm can be set, by code: those of which the figure is known."""
    return {code: name for code, name in breakdowns(reader, area=area, indicator=indicator).items() if code}


def standing(
    norms: Iterable[NormFacts], *, indicator: IndicatorFacts, breakdown: str, besides: int = 0
) -> dict[int, int]:
    """The norms that others see standing for a figure, by id, with their version: what a person saw of them."""
    return {
        norm.id: norm.version
        for norm in norms
        if (norm.indicator, norm.breakdown) == (indicator.code, breakdown)
        and norm.stands
        and norm.state != "concept"
        and norm.id != besides
    }


def standing_now(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, breakdown: str) -> list[NormFacts]:
    """The norms of a figure as they are at this moment, asked afresh: after somebody else was first."""
    with database.reading(asker=reader.actor) as session:
        found = norm_queries.norms(session, asker=reader.actor, area=area.code, indicator=indicator.code)
    return [norm for norm in found if norm.breakdown == breakdown and norm.stands]


def in_words(norm: NormFacts | NormProposal, *, indicator: IndicatorFacts) -> str:
    """What a norm or a proposal asks, as the chart labels it."""
    facts = norm if isinstance(norm, NormFacts) else _as_norm(norm, area="", indicator=indicator, breakdown="")
    return statements.norm(facts, indicator=indicator).text


def signs_for(reader: Reader) -> dict[int, str]:
    """The parties for which the reader may adopt norms now: the name of each by its id."""
    if reader.actor is None or not access.may(reader.actor, Action.ADOPT_NORMS):
        return {}
    with database.reading(asker=reader.actor) as session:
        return members.signs_for(session, asker=reader.actor)


def lines(
    reader: Reader, *, area: AreaFacts, reference: AreaFacts, indicator: IndicatorFacts, breakdown: str = ""
) -> Lines:
    """The series that a norm is set on."""
    found = read_lines(reader, area=area, reference=reference, indicators=[indicator], breakdown=breakdown)
    return found[indicator.code]


def preview(
    found: Lines,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicator: IndicatorFacts,
    proposal: NormProposal | None,
    replaces: int | None = None,
    breakdown: str = "",
    others: Sequence[tuple[tuple[FigureFacts, ...], frozenset[int]]] = (),
) -> Preview:
    """The chart with the proposed norm beside the ones that stand, what it would ask a year and how unusual that is."""
    proposed = _as_norm(proposal, area=area.code, indicator=indicator, breakdown=breakdown) if proposal else None
    standing = [norm for norm in found.norms if not norm.stands or norm.id != replaces]
    shown = [*standing, *([proposed] if proposed else [])]
    message = statements.headline(
        found.area, indicator=indicator, annotations=found.annotations, area_name=area.name
    ).text
    progress, asked = "", ""
    if proposed:
        how_far = statements.progress(found.area, norm=proposed, indicator=indicator, annotations=found.annotations)
        progress = how_far.text
        asked = statements.asked(
            found.area,
            norm=proposed,
            indicator=indicator,
            annotations=found.annotations,
            others=others,
            is_said=how_far.numbers["required_per_year"] is not None,
        ).text
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
        cuts=assembly.marks(found.annotations, kind="composition"),
        fictional=area.fictional,
    )
    return Preview(
        drawing=Drawing(figure=trend_chart(chart), alternative=alternative_text(chart)),
        progress=progress,
        asked=asked,
    )


def _as_norm(proposal: NormProposal, *, area: str, indicator: IndicatorFacts, breakdown: str) -> NormFacts:
    return NormFacts(
        id=0,
        region_id=0,
        indicator=indicator.code,
        area=area,
        breakdown=breakdown,
        state="proposed",
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
        meeting=proposal.meeting,
        met_on=proposal.met_on,
        direction_reason=proposal.direction_reason,
    )


def _version(version: NormVersionFacts, *, indicator: IndicatorFacts) -> str:
    def written(value: float | None) -> str:
        return "" if value is None else value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)

    value = written(version.value)
    if version.direction == "band":
        value = words.BAND.format(lower=written(version.lower), upper=written(version.upper))
    return words.VERSION_LINE.format(
        version=version.version,
        day=day(version.changed_at),
        who=version.changed_by or words.UNKNOWN,
        state=words.STATES[version.state],
        norm=words.VALUE_BY_YEAR.format(value=value, year=version.year),
        why=version.change_reason or version.reason,
    )
