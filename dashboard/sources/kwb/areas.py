"""Which wijken a Kerncijfers file is about: a code means another area after a redivision."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.sources.kwb.columns import INHABITANTS
from dashboard.sources.kwb.rows import Cells, municipality_of
from dashboard.sources.reader import Known
from dashboard.texts import sources as texts
from data_models.facts import AreaDraft

JUMP = 3.0  # times as many inhabitants as the year before: no wijk grows so fast, the code was given to another area
LARGE = 1_000  # inhabitants; below it a new estate can triple a wijk


@dataclass(frozen=True, slots=True)
class _Era:
    """The years in a row in which a code means one and the same area."""

    rows: tuple[Cells, ...]
    last: int | None  # None: as far as the file goes
    starts_anew: bool

    @property
    def years(self) -> list[int]:
        return [row.year for row in self.rows]


def drafts(rows: Sequence[Cells], *, known: Known) -> tuple[tuple[AreaDraft, ...], dict[int, list[str]]]:
    """The wijken that the database does not know in these years, and per year the codes that began to mean another."""
    by_code: dict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        if row.kind == "district":
            by_code[row.area].append(row)
    found = []
    reused: dict[int, list[str]] = defaultdict(list)
    told: dict[str, set[int]] = defaultdict(set)  # per gemeente the years of which the file names the wijken
    for row in rows:
        if row.kind == "district":
            told[municipality_of(row.area)].add(row.year)
    for code, years in sorted(by_code.items()):
        for place, era in enumerate(_eras(sorted(years, key=lambda row: row.year), told[municipality_of(code)])):
            if place:
                reused[era.years[0]].append(code)
            draft = _draft(code, era, known)
            if draft:
                found.append(draft)
    return tuple(found), dict(reused)


def _eras(rows: Sequence[Cells], told: set[int]) -> list[_Era]:
    """`told` are the years in which the gemeente's wijken are in the file: without this one, it was over by then."""
    over = min((year for year in told if year > rows[-1].year), default=None)
    starts = [0, *(place for place in range(1, len(rows)) if _is_another(rows[place - 1], rows[place]))]
    return [
        _Era(
            rows=tuple(rows[start:end]),
            last=rows[end].year - 1 if end < len(rows) else over and over - 1,
            starts_anew=start > 0 or rows[start].changed,
        )
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]


def _is_another(before: Cells, after: Cells) -> bool:
    if after.changed:
        return True
    fewer, more = sorted(row.counts[INHABITANTS] or 0.0 for row in (before, after))
    return more >= LARGE and more >= JUMP * fewer


def _draft(code: str, era: _Era, known: Known) -> AreaDraft | None:
    """The area for the years that no known area covers; a known area from before a redivision does not."""

    def covered(year: int) -> bool:
        area = known.area_in(code, year=year)
        return area is not None and not (era.starts_anew and area.valid_from < era.years[0])

    missing = [year for year in era.years if not covered(year)]
    if not missing:
        return None
    following = [area.valid_from - 1 for area in known.areas.get(code, ()) if area.valid_from > missing[-1]]
    municipality = municipality_of(code)
    return AreaDraft(
        code=code,
        kind="district",
        name=era.rows[-1].name
        or texts.KWB_DISTRICT.format(municipality=era.rows[-1].municipality or municipality, number=code[-2:]),
        valid_from=missing[0],
        valid_until=min((end for end in (era.last, *following) if end is not None), default=None),
        part_of=municipality,
        starts_anew=era.starts_anew,
    )
