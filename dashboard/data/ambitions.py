"""The tree of ambitions asked afresh, and what a result says of each of its indicators in an area."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.data import catalogue
from dashboard.data.norms import NormView
from dashboard.data.reader import Reader
from dashboard.formatting import counted
from dashboard.texts import ambitions as words
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import ambitions as queries
from data_models.queries.ambitions import ResultFacts, Tree


@dataclass(frozen=True, slots=True)
class Followed:
    """An indicator by which a result is followed: its norms in the area, and where else there are norms."""

    indicator: IndicatorFacts
    norms: tuple[NormView, ...]
    elsewhere: str  # a sentence; empty when there is no norm anywhere else


def tree(reader: Reader, *, area: AreaFacts) -> Tree:
    """The tree of the reader's region, or of the example region when the area is invented."""
    with database.reading(asker=reader.actor) as session:
        return queries.tree(session, asker=reader.actor, fictional=area.fictional)


def followed(
    reader: Reader, *, result: ResultFacts, views: Sequence[NormView], area: AreaFacts
) -> tuple[Followed, ...]:
    """The indicators of a result, in its order, with the norms of this area that belong to it or to no result."""
    known = {one.code: one for one in catalogue.indicators(reader)}
    here = [
        view
        for view in views
        if view.facts.stands and view.facts.result_id in (result.id, None) and view.facts.region_id == result.region_id
    ]
    told = []
    for code in result.followed:
        if code not in known:
            continue
        areas = sorted({norm.area_name for norm in result.norms if norm.indicator == code and norm.area != area.code})
        told.append(
            Followed(
                indicator=known[code],
                norms=tuple(view for view in here if view.indicator.code == code),
                elsewhere=counted(len(areas), forms=words.NORMS_ELSEWHERE, areas=", ".join(areas)) if areas else "",
            )
        )
    return tuple(told)
