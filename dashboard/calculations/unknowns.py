"""Withheld figures that hang together, and as sums between bounds what their counts can be.

Matrices are imported when there are the first figures to put in one: an import in which nothing is withheld has none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dashboard.calculations.ranges import Polytope
from dashboard.calculations.seen_cells import Cells, Numbers
from dashboard.calculations.small_counts import COMPLEMENTARY, SMALL_GROUP
from dashboard.calculations.sums import AT_LEAST, AT_MOST, Sum

if TYPE_CHECKING:
    from scipy import sparse

Origin = tuple[Sum, bool] | int  # a sum of counts or (True) of denominators; the row whose count is part of its group
_BEYOND = 1000.0  # children more than everything that is seen together: high enough for what is not bounded


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that hang together through unknowns, and the sums over them: of counts, or (True) of denominators."""

    rows: tuple[int, ...]
    sums: tuple[tuple[Sum, bool], ...]

    def involved(self) -> list[int]:
        """The rows, and those that are shown but add up with them."""
        return sorted({row for one, _ in self.sums for row in (*one.parts, one.whole)} | set(self.rows))

    def since(self, moment: npt.NDArray[np.bool_]) -> "Group":
        """The same with only the sums over rows that are marked."""
        return Group(self.rows, tuple(one for one in self.sums if moment[[*one[0].parts, one[0].whole]].all()))


@dataclass(frozen=True, slots=True)
class Attack:
    """What is known, and of what is tried to be told (`targets @ unknowns`); `places` are the targets' rows.

    A target is the row's count, or where `rests` says so all of its group but the count. `origins` are, for each sum
    of the polytope, the names under which it can be let go.
    """

    polytope: Polytope
    targets: "sparse.csr_array"
    places: tuple[int, ...]
    rests: tuple[bool, ...]
    origins: tuple[tuple[Origin, ...], ...]


def groups(cells: Cells, *, sums: Sequence[Sum]) -> list[Group]:
    """The rows with something unknown, in groups that have nothing to do with each other."""
    free = (cells.high > cells.low) | (cells.high_untold > cells.low_untold)
    free[cells.n_var[cells.target]] = True
    if not free.any():
        return []
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    over: list[tuple[Sum, bool, list[int]]] = []
    left: list[int] = []
    right: list[int] = []
    apart = _denominators_apart(cells, sums)
    for one in sums:
        for size, variables in ((False, cells.n_var), (True, cells.d_var)):
            if size and cells.frame["indicator"][one.whole] in apart:
                continue
            unknown = [int(variables[row]) for row in (*one.parts, one.whole) if free[variables[row]]]
            if unknown:
                over.append((one, size, unknown))
                left += unknown[:-1]
                right += unknown[1:]
    both = cells.share & free[cells.n_var] & free[cells.d_var]
    left += cells.n_var[both].tolist()
    right += cells.d_var[both].tolist()
    graph = sparse.csr_array((np.ones(len(left)), (left, right)), shape=(len(free), len(free)))
    _, label = connected_components(graph, directed=False)
    rows: dict[int, list[int]] = {}
    for row in np.flatnonzero(free[cells.n_var] | (free[cells.d_var] & cells.share)).tolist():
        variable = cells.n_var[row] if free[cells.n_var[row]] else cells.d_var[row]
        rows.setdefault(int(label[variable]), []).append(row)
    within: dict[int, list[tuple[Sum, bool]]] = {}
    for one, size, unknown in over:
        within.setdefault(int(label[unknown[0]]), []).append((one, size))
    return [Group(tuple(members), tuple(within.get(name, ()))) for name, members in rows.items()]


def _denominators_apart(cells: Cells, sums: Sequence[Sum]) -> set[str]:
    """The indicators of which the denominators do not add up, as when each group is held against everybody."""
    low = np.maximum(cells.low[cells.d_var], np.where(cells.share, cells.low[cells.n_var], 0.0))
    high = cells.high[cells.d_var]
    return {
        cells.frame["indicator"][one.whole]
        for one in sums
        if (one.sense != AT_LEAST and low[list(one.parts)].sum() > high[one.whole])
        or (one.sense != AT_MOST and high[list(one.parts)].sum() < low[one.whole])
    }


class _Sums:
    """Collects rows of `least <= coefficients @ unknowns <= most`; what is not unknown goes to the other side."""

    def __init__(self, low: Numbers, *, keep: npt.NDArray[np.bool_]) -> None:
        self._low = low
        self._place = np.full(len(low), -1)
        self._place[keep] = np.arange(int(keep.sum()))
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []
        self._ends: list[tuple[float, float]] = []
        self._seen: dict[tuple[object, ...], int] = {}
        self.origins: list[tuple[Origin, ...]] = []

    def add(self, terms: Sequence[tuple[int, float]], *, origin: Origin, least: float = 0.0, most: float = 0.0) -> None:
        """One more, unless it is there already; variables may occur more than once."""
        together: dict[int, float] = {}
        constant = 0.0
        for variable, coefficient in terms:
            place = int(self._place[variable])
            if place < 0:
                constant += coefficient * float(self._low[variable])
            else:
                together[place] = together.get(place, 0.0) + coefficient
        together = {place: coefficient for place, coefficient in together.items() if coefficient != 0}
        ends = (least - constant, most - constant)
        name = (*sorted(together.items()), ends)
        if not together:
            return
        if name in self._seen:
            self.origins[self._seen[name]] += (origin,)
            return
        self._seen[name] = len(self._ends)
        self.origins.append((origin,))
        self._rows += [len(self._ends)] * len(together)
        self._columns += together.keys()
        self._values += together.values()
        self._ends.append(ends)

    def matrix(self) -> "sparse.csr_array":
        """The coefficients."""
        from scipy import sparse

        shape = (len(self._ends), int(self._place.max(initial=-1)) + 1)
        return sparse.csr_array((self._values, (self._rows, self._columns)), shape=shape)

    def ends(self) -> tuple[Numbers, Numbers]:
        """Least and most of each row."""
        both = np.array(self._ends, dtype=np.float64).reshape(-1, 2)
        return both[:, 0], both[:, 1]


def attack(cells: Cells, group: Group, *, told: bool, let_go: Mapping[Origin, float] | None = None) -> Attack:
    """What the group's counts can be by the reasons told, or by the numbers alone.

    `let_go` is by how many children each sum may be off.
    """
    let_go = let_go or {}
    rows = np.array(group.rows)
    low = (cells.low if told else cells.low_untold).copy()
    high = (cells.high if told else cells.high_untold).copy()
    involved = group.involved()
    seen = np.concatenate([high[cells.n_var[involved]], high[cells.d_var[involved]]])
    high[np.isinf(high)] = seen[np.isfinite(seen)].sum() + low.max(initial=0.0) + _BEYOND
    targets = rows[cells.target[rows]]
    keep = np.zeros(len(low), dtype=bool)
    for variables in (cells.n_var[involved], cells.d_var[involved]):
        keep[variables] |= high[variables] > low[variables]
    keep[cells.n_var[targets]] = True
    keep[cells.d_var[targets]] = True
    known = _Sums(low, keep=keep)
    for one, size in group.sums:
        variables = cells.d_var if size else cells.n_var
        terms = [(int(variables[row]), 1.0) for row in one.parts] + [(int(variables[one.whole]), -1.0)]
        slack = let_go.get((one, size), 0.0)
        least, most = -np.inf if one.sense == AT_MOST else -slack, np.inf if one.sense == AT_LEAST else slack
        known.add(terms, origin=(one, size), least=least, most=most)
    for row in rows[cells.share[rows]].tolist():
        gap = float(cells.least[row]) if told and cells.status[row] == COMPLEMENTARY else 0.0
        terms = [(int(cells.d_var[row]), 1.0), (int(cells.n_var[row]), -1.0)]
        known.add(terms, origin=row, least=gap - let_go.get(row, 0.0), most=np.inf)
    sought = _Sums(low, keep=keep)
    places: list[int] = []
    rests: list[bool] = []
    for row in targets.tolist():
        terms = [(int(cells.n_var[row]), 1.0)]
        sought.add(terms, origin=row, most=2.0 * row)  # each row has ends of its own, so that none is left out
        places.append(row)
        rests.append(False)
        if cells.status[row] == SMALL_GROUP and cells.share[row]:
            terms = [(int(cells.d_var[row]), 1.0), (int(cells.n_var[row]), -1.0)]
            sought.add(terms, origin=row, most=2.0 * row)
            places.append(row)
            rests.append(True)
    least_of, most_of = known.ends()
    polytope = Polytope(known.matrix(), least_of, most_of, low[keep], high[keep])
    return Attack(polytope, sought.matrix(), tuple(places), tuple(rests), tuple(known.origins))


def let_go_of(known: Attack) -> dict[Origin, float]:
    """The sums that cannot hold, each with twice the least that lets everything else hold, in children.

    Twice, because who sees that a sum is off by two does not know to which side.
    """
    return {
        origin: 2 * slack
        for origins, slack in zip(known.origins, known.polytope.slack().tolist(), strict=True)
        if slack > 0
        for origin in origins
    }
