"""Withholding of small counts in registrations of our own, before anything is stored where a screen can read it.

METHODS 5. Public sources are already protected and pass unchanged. The one maker of `ProtectedFigures`.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from dashboard.calculations.disclosure import Cancelled, Disclosure, Found, Progress, Remembered, disclosures
from dashboard.calculations.editions import editions
from dashboard.calculations.seen_cells import BELIEFS, BESIDE, Cells, seen_cells
from dashboard.calculations.small_counts import (
    COMPLEMENTARY,
    emptied,
    rules_of,
    with_rounded_counts,
    with_small_counts_withheld,
    with_worked_out_counts,
)
from dashboard.calculations.sums import sums_in, with_totals_for_all
from dashboard.calculations.suppression import Choice, may_be_withheld
from dashboard.calculations.unknowns import groups
from data_models.facts import AreaPartFacts, IndicatorFacts
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures


class CannotProtectError(Exception):
    """Withheld figures that can be told whatever else is withheld: what gives them away stands in public already."""

    def __init__(self, disclosed: Sequence[Disclosure]) -> None:
        where = ", ".join(f"{one.indicator} {one.area} {one.period} {one.breakdown}".strip() for one in disclosed[:5])
        super().__init__(f"{len(disclosed)} withheld figures can be told: {where}")
        self.disclosed = tuple(disclosed)


def protect(
    frame: pl.DataFrame,
    *,
    indicators: Mapping[str, IndicatorFacts],
    standing: pl.DataFrame | None = None,
    parts: Sequence[AreaPartFacts] = (),
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> ProtectedFigures:
    """The figures in which no child can be found back, also not beside what stands already.

    `frame` has the columns of `FIGURE_SCHEMA`. Figures of indicators that are not `local` pass as they are. Of the
    others, what is small is withheld and counts below gemeente are rounded (`small_counts`); then more is withheld
    (`suppression`) until no withheld count can be told (`disclosure`). `standing` holds every figure of the same
    indicators that can be seen or could be seen once (`STANDING_SCHEMA`, and `replaced_at` if known); `parts` which
    areas lie in which. Raises `CannotProtectError`, or `AuditCancelledError` when `cancelled` answers True.
    """
    rules = rules_of(indicators.values())
    ordered = frame.select(list(FIGURE_SCHEMA)).cast(pl.Schema(FIGURE_SCHEMA))
    local = ordered["indicator"].is_in(rules["indicator"].to_list()) if rules.height else pl.Series([False])
    if not local.any():
        return ProtectedFigures(ordered)
    own = (
        ordered.filter(local)
        .join(rules, on="indicator", how="left", maintain_order="left")
        .pipe(with_worked_out_counts)
        .pipe(with_small_counts_withheld)
        .pipe(with_rounded_counts)
        .select(list(FIGURE_SCHEMA))
    )
    safe = _Search(own, rules=rules, standing=standing, parts=parts, progress=progress, cancelled=cancelled).protected()
    told = audit(
        safe, indicators=indicators, standing=standing, parts=parts, truth=own, progress=progress, cancelled=cancelled
    )
    harmful = [one for one in told if not one.is_harmless]
    if harmful:
        raise CannotProtectError(harmful)
    places = ordered.with_row_index("place")
    mixed = pl.concat([places.filter(~local), safe.with_columns(places.filter(local)["place"]).select(places.columns)])
    return ProtectedFigures(mixed.sort("place").drop("place"))


def audit(
    figures: pl.DataFrame | ProtectedFigures,
    *,
    indicators: Mapping[str, IndicatorFacts],
    standing: pl.DataFrame | None = None,
    parts: Sequence[AreaPartFacts] = (),
    truth: pl.DataFrame | None = None,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> list[Disclosure]:
    """The withheld figures that can be told once these stand beside, and in the place of, what stands already.

    Looks at all figures that hang together with one that is new or other than what stood. An attacker takes a figure
    that was shown once and is withheld now to be unchanged; `truth`, the figures before any was withheld for another,
    lets those pass in which that is a mistake.
    """
    frame = figures.frame if isinstance(figures, ProtectedFigures) else figures
    rules = rules_of(indicators.values())
    versions = with_totals_for_all(editions(frame, rules=rules, standing=standing, truth=truth))
    found: dict[int, Disclosure] = {}
    for belief in BELIEFS if (versions["since"] > 0).any() else BELIEFS[:1]:
        cells = seen_cells(versions, rules=rules, belief=belief)
        only = cells.frame["changed"].to_numpy()
        sums = sums_in(cells.frame, parts=parts)
        found |= dict(disclosures(cells, sums=sums, only=only, progress=progress, cancelled=cancelled))
    return list(found.values())


class _Search:
    """Withholds more and more of the local figures until the audit is content, or nothing is left to withhold."""

    def __init__(
        self,
        own: pl.DataFrame,
        *,
        rules: pl.DataFrame,
        standing: pl.DataFrame | None,
        parts: Sequence[AreaPartFacts],
        progress: Progress,
        cancelled: Cancelled,
    ) -> None:
        self._own, self._rules, self._standing = own, rules, standing
        self._progress, self._cancelled = progress, cancelled
        first = self._cells(set())
        beliefs = BELIEFS if (first.frame["since"] > 0).any() else BELIEFS[:1]
        self._remembered: dict[str, Remembered] = {belief: {} for belief in beliefs}
        self._sums = sums_in(first.frame, parts=parts)
        self._place = first.frame["place"].to_list()
        self._may = may_be_withheld(first, changeable=first.frame["place"].is_not_null().to_numpy())
        stood = first.frame["stood_withheld_for_another"].to_numpy()
        self._stood = set(np.flatnonzero(stood & self._may).tolist())

    def protected(self) -> pl.DataFrame:
        """The local figures with enough withheld."""
        rows = self._enough(self._stood)
        without = rows - self._no_longer_needed(rows)
        if without != rows and not self._told(without):
            rows = without
        return self._with_withheld(rows)

    def _enough(self, rows: set[int]) -> set[int]:
        """These rows and as many more as it takes."""
        choice = Choice(self._cells(rows), self._sums, self._may, chosen=set(rows))
        harmless: set[int] | None = None
        while True:
            choice.look_again(self._cells(choice.chosen))
            if choice.partners():
                choice.look_again(self._cells(choice.chosen))
            found = self._told(choice.chosen)
            if not found:
                return choice.chosen
            if harmless is None and all(disclosure.is_harmless for _, disclosure in found):
                harmless = set(choice.chosen)
            if choice.more(found):
                continue
            if harmless is None:
                raise CannotProtectError([disclosure for _, disclosure in found])
            return harmless

    def _no_longer_needed(self, rows: set[int]) -> set[int]:
        """Rows that were withheld for another before, where now nothing small is left."""
        cells = self._cells(rows)
        small = cells.target & (cells.status != COMPLEMENTARY) & (cells.frame["since"].to_numpy() == 0)
        quiet = [group.rows for group in groups(cells, sums=self._sums) if not small[list(group.rows)].any()]
        return self._stood.intersection(row for members in quiet for row in members)

    def _told(self, rows: set[int]) -> Found:
        found: dict[int, Disclosure] = {}
        for belief, remembered in self._remembered.items():
            cells = self._cells(rows, belief=belief)
            told = disclosures(
                cells,
                sums=self._sums,
                only=cells.frame["changed"].to_numpy(),
                remembered=remembered,
                progress=self._progress,
                cancelled=self._cancelled,
            )
            found |= dict(told)
        return list(found.items())

    def _cells(self, rows: set[int], *, belief: str = BESIDE) -> Cells:
        figures = self._with_withheld(rows)
        versions = editions(figures, rules=self._rules, standing=self._standing, truth=self._own)
        return seen_cells(with_totals_for_all(versions), rules=self._rules, belief=belief)

    def _with_withheld(self, rows: set[int]) -> pl.DataFrame:
        if not rows:
            return self._own
        places = pl.Series([self._place[row] for row in rows], dtype=pl.UInt32)
        where = pl.int_range(pl.len(), dtype=pl.UInt32).is_in(places.implode())
        return emptied(self._own, where=where, status=pl.lit(COMPLEMENTARY))
