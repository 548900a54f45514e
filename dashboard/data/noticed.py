"""What stands out on the overview: what the tests found about each figure, of which a few are told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.calculations.noticeable import Finding, Kind, noticed
from dashboard.data.lines import Lines
from dashboard.data.reader import Reader
from dashboard.statements import Statement
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.revisions import RevisionFacts, revisions


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is told, and the code of the figure it is about; empty when it is about several."""

    text: str
    indicator: str


@dataclass(frozen=True, slots=True)
class StandsOut:
    """What is told of children, then of the figures themselves, and of how many figures more something could be."""

    found: tuple[Sentence, ...]
    known: tuple[Sentence, ...]
    left_out: int
    only_marked: bool  # whether what is told rests on a provisional figure that no sentence names


def stands_out(
    reader: Reader,
    *,
    area: AreaFacts,
    reference: AreaFacts,
    indicators: Sequence[IndicatorFacts],
    lines: Mapping[str, Lines],
) -> StandsOut:
    """What is told of these figures, in the order of the catalogue."""
    with database.reading(asker=reader.actor) as session:
        kept = revisions(session, asker=reader.actor, areas=[area])
    earlier = {(one.indicator, one.period): one for one in reversed(kept)}  # the one that was replaced last
    chosen = noticed(
        Finding(theme=one.theme, indicator=one.code, kind=kind, verdict=said.verdict, text=said.text)
        for one in indicators
        for kind, said in _found(lines[one.code], indicator=one, reference=reference, earlier=earlier)
    )
    names = {one.code: one.short_name for one in indicators}
    return StandsOut(
        found=tuple(Sentence(one.text, one.indicator) for one in chosen.findings),
        known=tuple(_of_several(findings, names=names) for findings in chosen.gathered),
        left_out=chosen.left_out,
        only_marked=chosen.only_marked,
    )


def _of_several(findings: Sequence[Finding], *, names: Mapping[str, str]) -> Sentence:
    first = findings[0]
    if len(findings) == 1:
        return Sentence(first.text, first.indicator)
    return Sentence(statements.gathered(first.verdict, names=[names[one.indicator] for one in findings]).text, "")


def _found(
    lines: Lines,
    *,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    earlier: Mapping[tuple[str, str], RevisionFacts],
) -> Iterator[tuple[Kind, Statement]]:
    latest = statements.latest(lines.area)
    if latest is None or latest.value is None:
        yield Kind.WITHHELD, statements.withheld(lines.area, indicator=indicator)
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
    yield (
        Kind.BROKEN,
        statements.counted_otherwise(lines.area, indicator=indicator, annotations=lines.annotations),
    )
    if before := earlier.get((indicator.code, latest.period)):
        changed_on = before.replaced_at.date()
        yield (
            Kind.REVISED,
            statements.revised(lines.area, earlier=before, changed_on=changed_on, indicator=indicator),
        )
    yield Kind.PROVISIONAL, statements.provisional(lines.area, indicator=indicator)
