"""The audit: can a withheld count be told from everything that is shown? It knows nothing of how cells were chosen.

METHODS 5, rule 3, by linear programming as in Hundepool and others, Statistical Disclosure Control (2012), chapter 4.
Who attacks, and with what, is written in ADR 0010.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.calculations.ranges import ALMOST, NoSolutionError, ranges
from dashboard.calculations.seen_cells import KEY, Cells, Numbers
from dashboard.calculations.sums import Sum
from dashboard.calculations.unknowns import Doubts, Group, attack, groups, with_as_little_let_go

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
    go, in children; 0 when the figures add up.
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

    `only` limits it to groups of figures that hang together with one of these rows. `remembered` keeps outcomes between
    calls in which nothing differs but what is withheld. `progress` is told how many of
    the groups are done; `cancelled` is asked before each question to the solver.
    """

    def check() -> None:
        if cancelled():
            raise AuditCancelledError

    asked = [
        group
        for group in groups(cells, sums=sums)
        if cells.target[list(group.rows)].any() and (only is None or only[list(group.rows)].any())
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
    doubts = Doubts()
    by_reasons = _attacked(cells, group, told=True, doubts=doubts, check=check)
    if by_reasons is None:
        doubts = Doubts(small_groups_may_be_zero=True)
        by_reasons = _attacked(cells, group, told=True, doubts=doubts, check=check)
    found: dict[int, Disclosure] = {}
    if by_reasons is None:
        # The figures do not add up: let go what cannot hold, and look at what stands last by itself as well.
        doubts = with_as_little_let_go(attack(cells, group, told=True, doubts=doubts), doubts=doubts)
        by_reasons = _attacked(cells, group, told=True, doubts=doubts, check=check)
        latest = group.only_latest((cells.frame["since"] == 0).to_numpy())
        if len(latest.sums) < len(group.sums):
            found = dict(_of_group(cells, latest, check=check))
    by_numbers = _attacked(cells, group, told=False, doubts=doubts, check=check)
    if by_reasons is None or by_numbers is None:
        message = f"the sums over {len(group.rows)} figures leave no answer"
        raise NoSolutionError(message)
    return list((found | dict(by_reasons) | dict(by_numbers)).items())


def _attacked(cells: Cells, group: Group, *, told: bool, doubts: Doubts, check: Callable[[], None]) -> Found | None:
    """The rows that can be told; None when nothing answers to all that is known."""
    known = attack(cells, group, told=told, doubts=doubts)
    rows = list(known.places)
    needed = np.ones(len(rows)) if told else cells.least[rows]

    def enough(lowest: Numbers, highest: Numbers) -> npt.NDArray[np.bool_]:
        if told:
            wide = np.floor(highest + ALMOST) - np.ceil(lowest - ALMOST) >= needed
        else:
            wide = highest - lowest >= needed - ALMOST
        return np.asarray(wide, dtype=np.bool_)

    try:
        lowest, highest = ranges(known.polytope, targets=known.targets, enough=enough, check=check)
    except NoSolutionError:
        return None
    found: Found = []
    for number in np.flatnonzero(~enough(lowest, highest)).tolist():
        indicator, area, period, breakdown = cells.frame.select(KEY).row(rows[number])
        ends = (float(lowest[number]), float(highest[number]), float(needed[number]))
        disclosure = Disclosure(indicator, area, period, breakdown, *ends, told=told, loosened=doubts.total)
        found.append((rows[number], disclosure))
    return found
