"""Someone who wants to find a child back: whole numbers, everything that was ever shown, and the rules themselves.

Written apart from the audit: by integer programming, with the either-or of each reason, on plain dictionaries.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from data_models.facts import AreaPartFacts, IndicatorFacts

Key = tuple[str, str, str, str]
MUCH = 100_000.0  # more children than any table here holds
ASSUMPTIONS = ("what stands last", "nothing changed", "nothing changed where the total did not")
SCALE = {"percentage": 100.0, "per_1000": 1000.0}


@dataclass
class Knowledge:
    """Whole unknowns, their ends, and what is known of them together."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def unknown(self, low: float = 0.0, high: float = MUCH) -> int:
        self.low.append(low)
        self.high.append(high)
        return len(self.low) - 1

    def narrow(self, unknown: int, low: float, high: float) -> None:
        self.low[unknown] = max(self.low[unknown], low)
        self.high[unknown] = min(self.high[unknown], high)

    def know(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        together: dict[int, float] = {}
        for unknown, factor in terms:
            together[unknown] = together.get(unknown, 0.0) + factor
        self.rows.append((together, low, high))

    def answer(self, direction: np.ndarray) -> np.ndarray | None:
        """Whole numbers that agree with everything; the smallest in this direction."""
        if any(low > high for low, high in zip(self.low, self.high, strict=True)):
            return None
        place = [(number, unknown) for number, row in enumerate(self.rows) for unknown in row[0]]
        values = [factor for row in self.rows for factor in row[0].values()]
        matrix = csr_array(
            (values, ([row for row, _ in place], [column for _, column in place])),
            shape=(len(self.rows), len(self.low)),
        )
        known = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        found = milp(
            direction,
            constraints=known if self.rows else (),
            bounds=Bounds(self.low, self.high),
            integrality=np.ones(len(self.low), dtype=np.int64),
            options={"mip_rel_gap": 0.0},
        )
        return np.round(found.x) if found.x is not None else None


def recovered(
    shown: Sequence[pl.DataFrame],
    *,
    truth: dict[Key, float],
    indicator: IndicatorFacts,
    parts: Sequence[AreaPartFacts],
) -> dict[Key, str]:
    """The withheld counts that can be told exactly and rightly, and on which assumption.

    `shown` is what stood on the screens, the earliest first, each time the whole of it; `truth` the counts now.
    """
    found: dict[Key, str] = {}
    for assumption in ASSUMPTIONS if len(shown) > 1 else ASSUMPTIONS[:1]:
        for key in _recovered(shown, truth, indicator, parts, assumption):
            found.setdefault(key, assumption)
    return found


def _recovered(
    shown: Sequence[pl.DataFrame],
    truth: dict[Key, float],
    indicator: IndicatorFacts,
    parts: Sequence[AreaPartFacts],
    assumption: str,
) -> list[Key]:
    knowledge = Knowledge()
    counts: dict[Key, int] = {}
    sizes: dict[Key, int] = {}
    before: dict[Key, dict] = {}
    for frame in shown if assumption != ASSUMPTIONS[0] else shown[-1:]:
        now = {(r["indicator"], r["area"], r["period"], r["breakdown"]): r for r in frame.to_dicts()}
        for key, row in now.items():
            old = before.get(key)
            if old is None or _changed(old, row, before, now, indicator, assumption):
                counts[key], sizes[key] = knowledge.unknown(), knowledge.unknown()
            _read(knowledge, counts[key], sizes[key], row, indicator)
        _add_up(knowledge, counts, now, parts)
        if any(row["denominator"] is not None for row in now.values()):
            _add_up(knowledge, sizes, now, parts)
        before = now
    wanted = {key: counts[key] for key, row in before.items() if row["value"] is None and row["numerator"] is None}
    open_ones = dict(wanted)
    told: list[Key] = []
    first = True
    while open_ones:
        aim = None if first else next(iter(open_ones))
        answers = []
        for way in (1.0, -1.0):
            direction = np.zeros(len(knowledge.low))
            for key, unknown in open_ones.items():
                direction[unknown] = way * (1.0 if aim in (None, key) else 0.0)
            answer = knowledge.answer(direction)
            if answer is None:
                return told
            answers.append(answer)
        open_ones = {
            key: unknown
            for key, unknown in open_ones.items()
            if all(answer[unknown] == truth[key] for answer in answers)
        }
        if aim in open_ones:
            told.append(aim)
            del open_ones[aim]
        first = False
    return told


def _changed(old: dict, new: dict, before: dict, now: dict, indicator: IndicatorFacts, assumption: str) -> bool:
    """Whether this figure cannot be, or is not assumed to be, the same as it was."""
    ends = [_ends(row, indicator) for row in (old, new)]
    if max(low for low, _ in ends) > min(high for _, high in ends):
        return True
    visible = [row["value"] is not None or row["numerator"] is not None for row in (old, new)]
    if all(visible):
        return (old["numerator"], old["denominator"], old["value"]) != (
            new["numerator"],
            new["denominator"],
            new["value"],
        )
    if any(visible) and (old, new)[visible[0]]["status"] in ("withheld:small-count", "withheld:small-group"):
        return True
    if assumption == ASSUMPTIONS[1]:
        return False
    total = (new["indicator"], new["area"], new["period"], "")
    totals = [one.get(total, {}).get("numerator") for one in (before, now)]
    return totals[0] is None or totals[0] != totals[1]


def _below(row: dict) -> bool:
    return row["area"][:2] in ("WK", "BU")


def _ends(row: dict, indicator: IndicatorFacts) -> tuple[float, float]:
    count = row["numerator"] if row["numerator"] is not None else row["value"] if indicator.unit == "count" else None
    least = indicator.minimum_count
    if count is not None:
        if count == 0 and indicator.zero_may_be_shown:
            return 0.0, 0.0
        return (max(count - 2, least), count + 2) if _below(row) else (count, count)
    if row["status"] == "withheld:small-count":
        return (1.0 if indicator.zero_may_be_shown else 0.0), least - 1.0
    if row["status"] == "withheld:complementary":
        return float(least), MUCH
    return 0.0, MUCH


def _read(knowledge: Knowledge, count: int, size: int, row: dict, indicator: IndicatorFacts) -> None:
    """Everything that one figure says by itself."""
    least, smallest = float(indicator.minimum_count), float(indicator.minimum_denominator)
    knowledge.narrow(count, *_ends(row, indicator))
    scale = SCALE.get(indicator.unit)
    if scale is None:
        return
    knowledge.know([(size, 1.0), (count, -1.0)], 0.0, MUCH)
    if row["denominator"] is not None:
        off = 2.0 if _below(row) else 0.0
        knowledge.narrow(size, max(row["denominator"] - off, smallest), row["denominator"] + off)
    if row["value"] is not None:
        knowledge.know([(size, 1.0), (count, -1.0)], least, MUCH)
        if (row["numerator"] is None or row["denominator"] is None) and not _below(row):
            half = 0.5 * 10.0**-indicator.decimals + 1e-9
            knowledge.know([(count, scale), (size, -row["value"] - half)], -np.inf, 0.0)
            knowledge.know([(count, scale), (size, -row["value"] + half)], 0.0, np.inf)
    elif row["status"] == "withheld:complementary":
        knowledge.narrow(size, smallest, MUCH)
        knowledge.know([(size, 1.0), (count, -1.0)], least, MUCH)
    elif row["status"] == "withheld:small-group":
        nobody, tiny = knowledge.unknown(0, 1), knowledge.unknown(0, 1)
        knowledge.know([(count, 1.0), (nobody, least)], least, np.inf)  # ten or more, or else nobody
        knowledge.know([(count, 1.0), (nobody, MUCH)], -np.inf, MUCH)
        knowledge.know([(size, 1.0), (tiny, MUCH)], -np.inf, MUCH + smallest - 1)  # a tiny group,
        knowledge.know([(size, 1.0), (count, -1.0), (tiny, -MUCH)], -np.inf, least - 1)  # or a small rest
        if not indicator.zero_may_be_shown:
            knowledge.narrow(nobody, 0.0, 0.0)


def _add_up(
    knowledge: Knowledge, unknowns: dict[Key, int], now: dict[Key, dict], parts: Sequence[AreaPartFacts]
) -> None:
    dimensions: dict[tuple[str, ...], list[Key]] = {}
    for key in now:
        if key[3]:
            dimensions.setdefault((*key[:3], key[3].partition(":")[0]), []).append(key)
    for name, members in dimensions.items():
        total = (name[0], name[1], name[2], "")
        if total in now and len(members) > 1:
            knowledge.know([(unknowns[one], 1.0) for one in members] + [(unknowns[total], -1.0)], 0.0, 0.0)
    lies_in: dict[str, list[str]] = {}
    for part in parts:
        lies_in.setdefault(part.whole, []).append(part.part)
    for key in now:
        members = [(key[0], part, *key[2:]) for part in lies_in.get(key[1], ())]
        if members and all(one in now for one in members):
            knowledge.know([(unknowns[one], 1.0) for one in members] + [(unknowns[key], -1.0)], 0.0, 0.0)
