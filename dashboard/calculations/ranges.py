"""How low and how high withheld counts can be, given everything that is seen: linear programming (HiGHS).

The solver is imported when the first range is sought: it takes longer to load than most imports have to wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dashboard.calculations.seen_cells import Numbers

if TYPE_CHECKING:
    from scipy import sparse

ALMOST = 1e-6  # children; the solver's own tolerance is smaller
_IDLE_ROUNDS = 3  # of random directions that widened no range enough, before each range is sought by itself
_MOST_ROUNDS = 40
_SEED = 20_260  # the directions differ, an audit of the same figures does not

Enough = Callable[[Numbers, Numbers], npt.NDArray[np.bool_]]


class NoSolutionError(Exception):
    """The solver found no answer, also after sums that do not hold were loosened."""


@dataclass(frozen=True, slots=True)
class Polytope:
    """Unknowns between `low` and `high` of which `sums @ unknowns` lies between `least` and `most`."""

    sums: "sparse.csr_array"
    least: Numbers
    most: Numbers
    low: Numbers
    high: Numbers

    def slack(self) -> Numbers:
        """How far each sum must be let go for an answer to exist, together as little as possible."""
        from scipy import sparse

        rows, columns = self.sums.shape
        sums = sparse.hstack([self.sums, sparse.eye_array(rows), -sparse.eye_array(rows)], format="csr")
        low = np.concatenate([self.low, np.zeros(2 * rows)])
        high = np.concatenate([self.high, np.full(2 * rows, np.inf)])
        found = Polytope(sums, self.least, self.most, low, high).lowest(
            np.concatenate([np.zeros(columns), np.ones(2 * rows)])
        )
        if found is None:
            raise NoSolutionError
        off = found[columns : columns + rows] + found[columns + rows :]
        return np.where(off > ALMOST, off, 0.0)

    def lowest(self, objective: Numbers) -> Numbers | None:
        """The unknowns at which `objective @ unknowns` is smallest; None when there is no answer."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        found = milp(  # of which nothing need be whole: it takes both ends of a sum as they are, linprog does not
            objective,
            constraints=LinearConstraint(self.sums, self.least, self.most),
            bounds=Bounds(self.low, self.high),
        )
        return np.asarray(found.x, dtype=np.float64) if found.status == 0 else None


def ranges(
    polytope: Polytope, *, targets: "sparse.csr_array", enough: Enough, check: Callable[[], None] = lambda: None
) -> tuple[Numbers, Numbers]:
    """The lowest and highest seen of each row of `targets`; exact for every row of which it is not `enough`.

    Each answer of the solver widens the range seen of every target, so a few random directions settle most of them;
    only what is left is sought one by one. `check` is called before every question and may raise.
    """
    count = targets.shape[0]
    lowest, highest = np.full(count, np.inf), np.full(count, -np.inf)
    dice = np.random.default_rng(_SEED)

    def ask(direction: Numbers) -> None:
        check()
        found = polytope.lowest(targets.T @ direction)
        if found is None:
            raise NoSolutionError
        values = targets @ found
        np.minimum(lowest, values, out=lowest)
        np.maximum(highest, values, out=highest)

    ask(np.ones(count))
    ask(-np.ones(count))
    idle = 0
    for _ in range(_MOST_ROUNDS):
        open_ones = ~enough(lowest, highest)
        if open_ones.sum() <= 1 or idle >= _IDLE_ROUNDS:
            break
        direction = dice.choice([-1.0, 1.0], size=count) * dice.uniform(0.5, 1.0, size=count) * open_ones
        ask(direction)
        ask(-direction)
        idle = 0 if (~enough(lowest, highest)).sum() < open_ones.sum() else idle + 1
    for target in range(count):
        for sign in (1.0, -1.0):
            if not enough(lowest, highest)[target]:
                ask(sign * np.eye(1, count, target)[0])
    return lowest, highest
