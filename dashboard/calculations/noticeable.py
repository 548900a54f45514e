"""What stands out in an overview: at most five findings, so chosen that no theme is left out and none is worst.

METHODS 2: among thirty figures of ten gemeenten a test at 95% gives some fifteen false alarms, so only what a test at
99,8%, or a whole interval beside a norm, says so counts here. How large a finding is plays no part: nothing is ranked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

MOST = 5  # sentences that people still read before they look at the cards


class Kind(IntEnum):
    """What a finding is about; of one figure the first kind is told, what parties agreed on before anything else."""

    NORM = 1
    TREND = 2
    DIFFERENCE = 3
    REVISED = 4
    PROVISIONAL = 5


_COUNTS = {
    Kind.NORM: ("achieved", "not yet on course"),
    Kind.TREND: ("rising", "falling"),
    Kind.DIFFERENCE: ("higher", "lower"),
    Kind.REVISED: ("revised",),
    Kind.PROVISIONAL: ("provisional",),
}
_NEWS = (Kind.REVISED, Kind.PROVISIONAL)  # told where there is room: it says nothing about children yet


@dataclass(frozen=True, slots=True)
class Finding:
    """What the methods found about one figure: the verdict of a test, and the sentence that words it."""

    theme: str
    indicator: str
    kind: Kind
    verdict: str
    text: str

    @property
    def counts(self) -> bool:
        """Whether the verdict leaves no room for chance."""
        return self.verdict in _COUNTS[self.kind]


@dataclass(frozen=True, slots=True)
class Noticed:
    """What is told, in the order of the catalogue, and of how many figures more there would be something to tell."""

    findings: tuple[Finding, ...]
    left_out: int


def noticed(findings: Iterable[Finding], *, most: int = MOST) -> Noticed:
    """Choose what is told, of findings in the order of the catalogue: of each figure one, themes taking turns."""
    of_figure: dict[str, Finding] = {}
    for finding in findings:
        known = of_figure.get(finding.indicator)
        if finding.counts and (known is None or finding.kind < known.kind):
            of_figure[finding.indicator] = finding
    candidates = list(of_figure.values())
    turns: Counter[tuple[bool, str]] = Counter()
    waiting: list[tuple[bool, int, int]] = []  # whether it is news, the turn of its theme, the place in the catalogue
    for place, finding in enumerate(candidates):
        is_news = finding.kind in _NEWS
        turns[is_news, finding.theme] += 1
        waiting.append((is_news, turns[is_news, finding.theme], place))
    told = sorted(place for _, _, place in sorted(waiting)[:most])
    return Noticed(tuple(candidates[place] for place in told), left_out=len(candidates) - len(told))
