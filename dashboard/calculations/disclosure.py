"""The audit: can a withheld count be told from everything that is shown? It knows nothing of how cells were chosen.

METHODS 5, rule 3, by linear programming as in Hundepool and others, Statistical Disclosure Control (2012), chapter 4.
Who attacks, and with what, is written in ADR 0010.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.calculations.editions import KEY
from dashboard.calculations.ranges import ALMOST, NoSolutionError, ranges
from dashboard.calculations.seen_cells import Cells, Numbers
from dashboard.calculations.small_counts import COMPLEMENTARY
from dashboard.calculations.sums import Sum
from dashboard.calculations.unknowns import Group, Origin, attack, groups, let_go_of

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Found = list[tuple[int, "Disclosure"]]
Remembered = dict[tuple[object, ...], Found]


class AuditCancelledError(Exception):
    """The one who asked for the audit does not want it any more."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A withheld figure that can be told, or nearly: its count lies from `lowest` to `highest`.

    `needed` is how far apart those must be, in children. `told` says that the reasons why figures are withheld were
    used: then at least two whole numbers must be possible. `loosened` is how much sums that do not hold had to be let
    go, in children; 0 when the figures add up. `for_another` is whether the figure is itself large enough to be shown.
    `rest` says that the ends are not of the count but of all of the group but the count.
    """

    indicator: str
    area: str
    period: str
    breakdown: str
    lowest: float
    highest: float
    needed: float
    told: bool
    loosened: float = 0.0
    for_another: bool = False
    rest: bool = False

    @property
    def is_harmless(self) -> bool:
        """Whether no small count is told: the figure was withheld for another, and cannot be told exactly."""
        several = np.floor(self.highest + ALMOST) - np.ceil(self.lowest - ALMOST) >= 1
        return self.for_another and not self.told and bool(several)


def disclosures(
    cells: Cells,
    *,
    sums: Sequence[Sum],
    only: npt.NDArray[np.bool_] | None = None,
    remembered: Remembered | None = None,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> Found:
    """The rows of `cells` that can be told, each with how.

    `only` limits it to groups of figures that hang together with one of these rows, shown or withheld. `remembered`
    keeps outcomes between calls in which nothing differs but what is withheld. `progress` is told how many of the
    groups are done; `cancelled` is asked before each question to the solver.
    """

    def check() -> None:
        if cancelled():
            raise AuditCancelledError

    asked = [
        group
        for group in groups(cells, sums=sums)
        if cells.target[list(group.rows)].any() and (only is None or only[group.involved()].any())
    ]
    found: Found = []
    for done, group in enumerate(asked):
        progress(done, len(asked))
        name = (group.rows, *cells.status[list(group.rows)])
        outcome = remembered.get(name) if remembered is not None else None
        if outcome is None:
            outcome = _of_group(cells, group, check=check)
        if remembered is not None:
            remembered[name] = outcome
        found += outcome
    progress(len(asked), len(asked))
    return found


def _of_group(cells: Cells, group: Group, *, check: Callable[[], None]) -> Found:
    """The rows of one group that can be told, by the numbers alone or by the reasons too; each row once."""
    since = cells.frame["since"].to_numpy()
    moments = {int(since[row]) for row in group.involved()} | {0}
    right: dict[int, Disclosure] = {}
    for moment in sorted(moments, reverse=True):
        believed = group.since(since <= moment)
        found = _by_all(cells, believed, let_go={}, check=check)
        if found is None:  # it cannot be that nothing changed since then: what stood longest ago is left out
            continue
        right |= {row: disclosure for row, disclosure in found if _may_be_true(cells, row, disclosure)}
        # What is told wrongly does no harm, but shows that something changed; what stood later may tell more.
        if moment == 0 or all(row in right for row, _ in found):
            return list((dict(found) | right).items())
    # The figures do not add up: let go what cannot hold.
    latest = group.since(since == 0)
    found = _by_all(cells, latest, let_go=let_go_of(attack(cells, latest, told=True)), check=check)
    if found is None:
        message = f"the sums over {len(group.rows)} figures leave no answer"
        raise NoSolutionError(message)
    return list((dict(found) | right).items())


def _may_be_true(cells: Cells, row: int, disclosure: Disclosure) -> bool:
    """Whether the ends agree with what the figure truly is; also when only who looks knows what that is."""
    truth = cells.frame.select("true_n", "true_n_high", "true_d", "true_d_high", "half").row(row)
    if None in truth[:2] or (disclosure.rest and None in truth):
        return True
    low, high = truth[:2]
    if disclosure.rest:
        low, high = truth[2] - high, truth[3] - low
    off = 2 * truth[4] + 0.5
    return bool(disclosure.lowest <= high + off and disclosure.highest >= low - off)


def _by_all(cells: Cells, group: Group, *, let_go: Mapping[Origin, float], check: Callable[[], None]) -> Found | None:
    by_reasons = _attacked(cells, group, told=True, let_go=let_go, check=check)
    if by_reasons is None:
        return None
    known = {row for row, _ in by_reasons}
    by_numbers = _attacked(cells, group, told=False, let_go=let_go, check=check, known=known)
    return None if by_numbers is None else by_reasons + by_numbers


def _attacked(
    cells: Cells,
    group: Group,
    *,
    told: bool,
    let_go: Mapping[Origin, float],
    check: Callable[[], None],
    known: AbstractSet[int] = frozenset(),
) -> Found | None:
    """The rows that can be told, beside those `known` already; None when nothing answers to all that is known."""
    built = attack(cells, group, told=told, let_go=let_go)
    rows = list(built.places)
    needed = np.ones(len(rows)) if told else cells.least[rows]
    settled = np.array([row in known for row in rows], dtype=bool)

    def enough(lowest: Numbers, highest: Numbers) -> npt.NDArray[np.bool_]:
        if told:
            wide = np.floor(highest + ALMOST) - np.ceil(lowest - ALMOST) >= needed
        else:
            wide = highest - lowest >= needed - ALMOST
        return np.asarray(wide | settled, dtype=np.bool_)

    try:
        lowest, highest = ranges(built.polytope, targets=built.targets, enough=enough, check=check)
    except NoSolutionError:
        return None
    found: dict[int, Disclosure] = {}
    for number in np.flatnonzero(~enough(lowest, highest)).tolist():
        indicator, area, period, breakdown = cells.frame.select(KEY).row(rows[number])
        ends = (float(lowest[number]), float(highest[number]), float(needed[number]))
        disclosure = Disclosure(
            *(indicator, area, period, breakdown),
            *ends,
            told=told,
            loosened=sum(let_go.values()),
            for_another=cells.status[rows[number]] == COMPLEMENTARY,
            rest=built.rests[number],
        )
        found.setdefault(rows[number], disclosure)
    return list(found.items())
