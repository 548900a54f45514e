"""Vergelijken: what areas beside each other say together, in one sentence."""

from collections import Counter
from collections.abc import Sequence

from dashboard.charts.comparison import AreaDot
from dashboard.formatting import in_period
from dashboard.texts import comparison as words
from data_models.facts import AreaFacts


def message(dots: Sequence[AreaDot], *, reference: AreaFacts, period: str) -> str:
    """How many areas lie higher and lower; who has no figure, or none that can be tested, is not counted in it."""
    when = in_period(period)
    known = [dot for dot in dots if dot.value is not None]
    tested = [dot for dot in known if dot.verdict != "not comparable"]
    if not known:
        nothing = words.NOTHING if any(dot.note in words.ABSENT for dot in dots) else words.NOTHING_SHOWN
        return nothing.format(when=when)
    if len(dots) == 1 or (not tested and len(known) == 1):
        return words.MESSAGE_OF_ONE.format(name=known[0].name, period=period, words=known[0].words)
    if not tested:
        return words.MESSAGE_WITHOUT_TEST.format(total=len(known), when=when, why=known[0].words)
    counted = Counter(dot.verdict for dot in tested)
    if not counted["higher"] and not counted["lower"]:
        return words.MESSAGE_ALL_ALIKE.format(period=period, total=len(tested), reference=reference.name)
    parts = [
        part.format(count=counted[verdict], reference=reference.name)
        for verdict, part in words.MESSAGE_PARTS.items()
        if counted[verdict] or verdict != "nearly equal"
    ]
    return words.MESSAGE.format(parts=", ".join(parts), period=period)
