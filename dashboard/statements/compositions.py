"""What a change of compositions means, in sentences: before it is stored, and in the list of what was changed."""

from collections.abc import Iterable, Sequence

from dashboard import formatting
from dashboard.texts import regions as words
from data_models.compositions import Known, PartRow, Place, Step, SuccessionRow
from data_models.facts import AreaFacts


def consequences(steps: Sequence[Step], *, known: Known) -> list[str]:
    """What becomes of each area, one sentence each; `known` is what stood before the steps."""
    after = known.after(steps)
    told: list[str] = []
    for step in steps:
        one = step.after
        if isinstance(one, AreaFacts) and step.before is None:
            told.append(words.AREA_BEGINS.format(name=one.name, code=one.code, year=one.valid_from))
        elif isinstance(one, AreaFacts) and one.valid_until is not None and one.kind != "district":
            told.append(words.AREA_ENDS.format(name=one.name, year=one.valid_until))
    told += _built(steps, after=after)
    told += _successions(steps, after=after)
    return told


def summary(steps: Sequence[Step], *, known: Known) -> str:
    """What was changed, in one line: the sentences on shares, or on areas when there are none."""
    return " ".join(consequences(steps, known=known))


def parts(found: Iterable[tuple[AreaFacts, float]]) -> str:
    """Areas with their shares: "Waterdam, Boslo en Heuveloord (65%)"."""
    names = [
        area.name if share == 1 else words.PARTLY.format(name=area.name, share=share_of(share)) for area, share in found
    ]
    return words.AND.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def share_of(share: float) -> str:
    """A share as people write it: "65%", "12,5%"."""
    hundredths = round(share * 100, 2)
    decimals = 0 if hundredths == round(hundredths) else 1 if hundredths * 10 == round(hundredths * 10) else 2
    return formatting.percentage(hundredths, decimals=decimals)


def _built(steps: Sequence[Step], *, after: Known) -> list[str]:
    """Of each swv that goes on: what its figure is made of from each year in which that changes."""
    changed: dict[Place, set[int]] = {}
    for step in steps:
        for row in (step.before, step.after):
            if isinstance(row, PartRow):
                changed.setdefault(row.whole, set()).add(row.valid_from)
                if row.valid_until is not None:
                    changed[row.whole].add(row.valid_until + 1)
    told = []
    for whole, years in changed.items():
        area = after.areas[whole]
        if area.kind != "partnership":
            continue
        unchanged = {
            row.valid_from for step in steps if isinstance(row := step.before, PartRow) and row.whole == whole
        } & {
            row.valid_from
            for step in steps
            if isinstance(row := step.after, PartRow) and row.whole == whole and _same(step)
        }
        for year in sorted(years - unchanged):
            if area.valid_until is None or year <= area.valid_until:
                found = after.composition(whole, year=year)
                sentence = words.BUILT if found else words.BUILT_OF_NOTHING
                told.append(sentence.format(name=area.name, year=year, parts=parts(found)))
    return told


def _same(step: Step) -> bool:
    """Whether only the end of a share changed."""
    before, after = step.before, step.after
    return isinstance(before, PartRow) and isinstance(after, PartRow) and before.share == after.share


def _successions(steps: Sequence[Step], *, after: Known) -> list[str]:
    rows = [step.after for step in steps if isinstance(step.after, SuccessionRow)]
    told = []
    for heir in dict.fromkeys(row.successor for row in rows):
        came = [row for row in rows if row.successor == heir]
        year = came[0].year
        sentence = words.EARLIER_YEARS if after.areas[heir].valid_from == year else words.EARLIER_YEARS_WITHOUT
        formers = parts((after.areas[row.former], row.share) for row in came)
        told.append(sentence.format(name=after.areas[heir].name, year=year, formers=formers))
    return told
