"""What stands out in an overview: at most five findings, so chosen that no theme is left out and none is worst.

METHODS 2: among thirty figures of ten gemeenten a test at 95% gives some fifteen false alarms, so only what a test at
99,8%, or a whole interval beside a norm, says so counts here. How large a finding is plays no part: nothing is ranked.

The order: first what is found about children, in the order of the catalogue; then, where there is room, what must be
known of the figures themselves, a sentence of each kind that names them all, in the order of `Kind`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

MOST = 5  # sentences that people still read before they look at the cards


class Kind(IntEnum):
    """What a finding is about; of one figure the first kind is told, what parties agreed on before anything else."""

    NORM = 1
    TREND = 2
    DIFFERENCE = 3
    BROKEN = 4
    WITHHELD = 5
    REVISED = 6
    PROVISIONAL = 7


_COUNTS = {
    Kind.NORM: ("achieved", "not yet on course"),
    Kind.TREND: ("rising", "falling"),
    Kind.DIFFERENCE: ("higher", "lower"),
    Kind.BROKEN: ("counted otherwise",),
    Kind.WITHHELD: ("withheld",),
    Kind.REVISED: ("revised",),
    Kind.PROVISIONAL: ("provisional",),
}
_ABOUT_CHILDREN = (Kind.NORM, Kind.TREND, Kind.DIFFERENCE)  # the rest is about the figures: told where there is room


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
    """What is told of children, in the order of the catalogue, and of how many figures more there would be something.

    `gathered` holds what is told of the figures themselves: per kind all the findings that one sentence is to name.
    `only_marked` says that something told rests on a provisional figure and that there was no room to say so.
    """

    findings: tuple[Finding, ...]
    left_out: int
    gathered: tuple[tuple[Finding, ...], ...] = ()
    only_marked: bool = False


def noticed(findings: Iterable[Finding], *, most: int = MOST) -> Noticed:
    """Choose what is told, of findings in the order of the catalogue: of each figure one, themes taking turns."""
    of_figure: dict[str, Finding] = {}
    of_kind: dict[Kind, list[Finding]] = {}
    for finding in findings:
        if not finding.counts:
            continue
        if finding.kind not in _ABOUT_CHILDREN:
            of_kind.setdefault(finding.kind, []).append(finding)
            continue
        known = of_figure.get(finding.indicator)
        if known is None or finding.kind < known.kind:
            of_figure[finding.indicator] = finding
    told = _in_turns(list(of_figure.values()), most=most)
    kinds = sorted(of_kind)[: most - len(told)]
    latest = {one.indicator for one in told if one.kind is not Kind.TREND}  # a trend rests on final figures
    return Noticed(
        findings=told,
        left_out=len(of_figure) - len(told),
        gathered=tuple(tuple(of_kind[kind]) for kind in kinds),
        only_marked=Kind.PROVISIONAL not in kinds
        and any(one.indicator in latest for one in of_kind.get(Kind.PROVISIONAL, ())),
    )


def _in_turns(candidates: Sequence[Finding], *, most: int) -> tuple[Finding, ...]:
    turns: Counter[str] = Counter()
    waiting: list[tuple[int, int]] = []  # the turn of its theme, the place in the catalogue
    for place, finding in enumerate(candidates):
        turns[finding.theme] += 1
        waiting.append((turns[finding.theme], place))
    return tuple(candidates[place] for place in sorted(place for _, place in sorted(waiting)[:most]))
