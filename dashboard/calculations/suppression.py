"""Which more figures to withhold, so that the small ones cannot be told from the others: the cheapest first.

Only a choice; whether it is good enough is for the audit (`disclosure`) to say, which knows nothing of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dashboard.calculations.disclosure import Disclosure
from dashboard.calculations.seen_cells import Cells, Flags
from dashboard.calculations.sums import EXACT, Sum


@dataclass(slots=True)
class Choice:
    """Chooses cells to withhold among those that `may` be, and remembers which it chose.

    A cell is cheaper when it is no total of others, when it leaves no other sum with one unknown only, and when its
    count is smaller.
    """

    cells: Cells
    sums: Sequence[Sum]
    may: Flags
    chosen: set[int] = field(default_factory=set)
    _of_row: dict[int, list[int]] = field(default_factory=dict)
    _open: Flags = field(default_factory=lambda: np.zeros(0, dtype=bool))

    def __post_init__(self) -> None:
        for number, one in enumerate(self.sums):
            for row in (*one.parts, one.whole):
                self._of_row.setdefault(row, []).append(number)

    def look_again(self, cells: Cells) -> None:
        """Go on with the cells as they are now."""
        self.cells = cells
        self._open = cells.high_untold[cells.n_var] > cells.low_untold[cells.n_var]
        for row in self.chosen:
            self._open[row] = True

    def partners(self) -> set[int]:
        """A partner for every withheld cell that is the only unknown of a sum; what can be told without a solver."""
        before = set(self.chosen)
        waiting = list(range(len(self.sums)))
        while waiting:
            one = self.sums[waiting.pop()]
            unknown = [row for row in (*one.parts, one.whole) if self._open[row]]
            lonely = len(unknown) == 1 and one.sense == EXACT
            if not lonely or not (self.cells.target[unknown[0]] or unknown[0] in self.chosen):
                continue
            partner = self._cheapest((*one.parts, one.whole))
            if partner is not None:
                self._withhold(partner)
                waiting += self._of_row[partner]
        return self.chosen - before

    def more(self, found: Iterable[tuple[int, Disclosure]]) -> set[int]:
        """At least one more cell for what the audit found, in the sum that leaves it the least room; else none."""
        before = set(self.chosen)
        treated: set[int] = set()
        stuck: list[int] = []
        for row, disclosure in found:
            tightest = sorted(
                self._of_row.get(row, ()), key=lambda number: self._room(row, number, told=disclosure.told)
            )
            if treated.intersection(tightest):
                continue
            for number in tightest:
                partner = self._cheapest((*self.sums[number].parts, self.sums[number].whole))
                if partner is not None:
                    self._withhold(partner)
                    treated.update(self._of_row[partner])
                    break
            else:
                stuck.append(row)
        if self.chosen == before:
            for row in stuck:
                partner = self._cheapest(self._connected(row))
                if partner is not None:
                    self._withhold(partner)
                    break
        return self.chosen - before

    def _withhold(self, row: int) -> None:
        self.chosen.add(row)
        self._open[row] = True

    def _cheapest(self, rows: Iterable[int]) -> int | None:
        possible = [row for row in rows if self.may[row] and row not in self.chosen]
        return min(possible, key=self._cost, default=None)

    def _cost(self, row: int) -> tuple[int, int, float, int]:
        whole = exposed = 0
        for number in self._of_row.get(row, ()):
            one = self.sums[number]
            whole += one.whole == row
            exposed += one.sense == EXACT and not any(self._open[other] for other in (*one.parts, one.whole))
        return whole, exposed, float(self.cells.low[self.cells.n_var[row]]), row

    def _room(self, row: int, number: int, *, told: bool) -> float:
        """How many children the row's count can move in this sum, as far as its own numbers say."""
        one = self.sums[number]
        low = self.cells.low if told else self.cells.low_untold
        high = self.cells.high if told else self.cells.high_untold
        others = [other for other in (*one.parts, one.whole) if other != row]
        variables = self.cells.n_var[others]
        signs = np.where(np.array(others) == one.whole, -1.0, 1.0) * (-1.0 if row == one.whole else 1.0)
        least = -np.where(signs > 0, high[variables], -low[variables]).sum()
        most = -np.where(signs > 0, low[variables], -high[variables]).sum()
        own = self.cells.n_var[row]
        return float(min(most, high[own]) - max(least, low[own]))

    def _connected(self, row: int) -> list[int]:
        """Every row that hangs together with this one, the nearest first."""
        found, edge = {row: None}, [row]
        while edge:
            near = dict.fromkeys(
                other
                for one in edge
                for number in self._of_row.get(one, ())
                for other in (*self.sums[number].parts, self.sums[number].whole)
                if other not in found
            )
            found |= near
            edge = list(near)
        return list(found)


def may_be_withheld(cells: Cells, *, changeable: Flags) -> npt.NDArray[np.bool_]:
    """The rows that can still be withheld with effect: shown, of a known count above zero, and not seen before.

    A figure that stood somewhere with the same count hides nothing when it goes; a zero that may be shown is never
    withheld for another, so that everybody may know that what is withheld for another is ten or more.
    """
    frame = cells.frame
    shown = (~frame["withheld"] & frame["n_seen"].is_not_null()).to_numpy()
    counted = frame["n_low_untold"].to_numpy() > 0
    bounded = np.isfinite(frame["n_high_untold"].to_numpy())
    numbers, names = frame["n_seen"].to_list(), frame["key"].to_list()
    earlier = frame["since"].to_numpy() > 0
    stood = {(names[row], numbers[row]) for row in np.flatnonzero(earlier & shown).tolist()}
    fresh = np.array([(name, number) not in stood for name, number in zip(names, numbers, strict=True)], dtype=bool)
    return np.asarray(changeable & shown & counted & bounded & fresh & (cells.least > 0), dtype=np.bool_)
