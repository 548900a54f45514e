"""What stands out on the overview: what the tests found about each figure, of which a few are told."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.calculations.noticeable import Finding, Kind, Noticed, noticed
from dashboard.data.lines import Lines
from dashboard.data.reader import Reader
from dashboard.statements import Statement
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.revisions import RevisionFacts, revisions


def stands_out(
    reader: Reader,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicators: Sequence[IndicatorFacts],
    lines: Mapping[str, Lines],
) -> Noticed:
    """What is told of these figures, in the order of the catalogue."""
    with database.reading(asker=reader.actor) as session:
        kept = revisions(session, asker=reader.actor, areas=[area])
    earlier = {(one.indicator, one.period): one for one in reversed(kept)}  # the one that was replaced last
    return noticed(
        Finding(theme=one.theme, indicator=one.code, kind=kind, verdict=said.verdict, text=said.text)
        for one in indicators
        for kind, said in _found(lines[one.code], indicator=one, reference=reference, earlier=earlier)
    )


def _found(
    lines: Lines,
    *,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    earlier: Mapping[tuple[str, str], RevisionFacts],
) -> Iterator[tuple[Kind, Statement]]:
    latest = statements.latest(lines.area)
    if latest is None or latest.value is None:
        return
    for norm in lines.norms:
        if norm.stands:
            yield (
                Kind.NORM,
                statements.norm_reached_or_behind(
                    lines.area, norm=norm, indicator=indicator, annotations=lines.annotations
                ),
            )
    yield Kind.TREND, statements.clear_trend(lines.area, indicator=indicator, annotations=lines.annotations)
    against = next((one for one in lines.reference if one.period == latest.period), None)
    if against is not None:
        difference = statements.clear_difference(
            latest,
            reference=against,
            indicator=indicator,
            reference_name=reference.name,
            reference_is_large=reference.kind in LARGE_KINDS,
        )
        yield Kind.DIFFERENCE, difference
    if before := earlier.get((indicator.code, latest.period)):
        changed_on = before.replaced_at.date()
        yield (
            Kind.REVISED,
            statements.revised(lines.area, earlier=before, changed_on=changed_on, indicator=indicator),
        )
    yield Kind.PROVISIONAL, statements.provisional(lines.area, indicator=indicator)
