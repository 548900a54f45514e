"""What becomes of compositions when a share changes, samenwerkingsverbanden merge or a gemeente is abolished.

Nothing is stored here: each answers the rows that change, which a screen can tell before a command stores them. Rows of
earlier years stay: a share that ends is closed.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from data_models.compositions import ROUNDING, Known, Place, Span, Step, SuccessionRow, lasts, outside, since, summed
from data_models.facts import AreaFacts

FIRST_YEAR, LAST_YEAR = 2000, 2100  # years that people can mean
LONGEST_NAME = 120  # characters
PARTNERSHIP, MUNICIPALITY = "partnership", "municipality"
_CODES = {  # by kind and whether it is invented
    (PARTNERSHIP, False): re.compile(r"(PO|VO)\d{4}"),
    (PARTNERSHIP, True): re.compile(r"(VP|VV)\d{4}"),
    (MUNICIPALITY, False): re.compile(r"GM\d{4}"),
    (MUNICIPALITY, True): re.compile(r"VG\d{4}"),
}
_SECTORS = {"PO": "po", "VO": "vo", "VP": "po", "VV": "vo"}  # of a partnership, by how its code begins


class CompositionRefusedError(ValueError):
    """The change cannot be; `fault` names why and `about` what it is about, for the screen to put into words."""

    def __init__(self, fault: str, **about: str | float) -> None:
        super().__init__(f"{fault} {about}")
        self.fault = fault
        self.about = about


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area that the change makes."""

    code: str
    name: str


def partnership_added(known: Known, *, new: NewArea, year: int, fictional: bool) -> tuple[Step, ...]:
    """A new samenwerkingsverband, of which nothing is part yet."""
    return (Step(None, _made(known, new, kind=PARTNERSHIP, year=year, fictional=fictional)),)


def share_set(
    known: Known, *, whole: Place, part: Place, share: float, first: int, last: int | None
) -> tuple[Step, ...]:
    """Of this part this share (0 to 1; 0: nothing) belongs to the whole, from one year until another (None: for good).

    What stood there in those years is replaced; before and after it stays.
    """
    if not 0 <= share <= 1:
        raise CompositionRefusedError("share_impossible")
    _check_year(first)
    if last is not None and last < first:
        raise CompositionRefusedError("years_reversed")
    areas = [known.areas[whole], known.areas[part]]
    if last is None:
        last = min((one.valid_until for one in areas if one.valid_until is not None), default=None)
    for one in areas:
        if not lasts(one, first=first, last=last):
            raise CompositionRefusedError("not_there", name=one.name, year=first)
    kept = outside(known.shares.get((whole, part), ()), first=first, last=last)
    changed = _with_shares(known, {(whole, part): [*kept, *([(first, last, share)] if share else [])]})
    return _checked(known, changed)


def merged(known: Known, *, formers: Collection[Place], successor: Place | NewArea, year: int) -> tuple[Step, ...]:
    """From this year on the former samenwerkingsverbanden are one with the successor, which may be new."""
    _check_year(year)
    if not formers:
        raise CompositionRefusedError("nothing_merges")
    if successor in formers:
        raise CompositionRefusedError("with_itself")
    some = known.areas[next(iter(formers))]
    areas, heir = _with_heir(known, successor, kind=PARTNERSHIP, year=year, fictional=some.fictional)
    if len({known.areas[one].sector for one in formers} | {areas[heir].sector}) > 1:
        raise CompositionRefusedError("other_sector")
    shares: dict[tuple[Place, Place], list[Span]] = {}
    successions = dict(known.successions)
    for former in formers:
        areas[former] = _ended(areas[former], year=year)
        successions[former, heir] = SuccessionRow(former, heir, year, 1.0)
        for part in known.parts_of(former):
            spans = known.shares[former, part]
            shares[former, part] = outside(spans, first=year, last=None)
            shares.setdefault((heir, part), list(known.shares.get((heir, part), ())))
            shares[heir, part] += since(spans, first=year)
    changed = _with_shares(replace(known, areas=areas, successions=successions), shares)
    return _checked(known, changed)


def abolished(
    known: Known, *, former: Place, heirs: Sequence[tuple[Place | NewArea, float]], year: int
) -> tuple[Step, ...]:
    """From this year on the gemeente is no more; each heir, of which one may be new, took this share of it.

    A new gemeente belongs to all that the former belonged to, with the same shares. Another one keeps its own, and must
    already belong to each samenwerkingsverband that the former was part of.
    """
    _check_year(year)
    if not heirs:
        raise CompositionRefusedError("no_heirs")
    if abs(sum(share for _, share in heirs) - 1) > ROUNDING or any(not 0 < share <= 1 for _, share in heirs):
        raise CompositionRefusedError("heirs_not_whole")
    areas, successions = dict(known.areas), dict(known.successions)
    fictional = areas[former].fictional
    shares = {
        key: outside(spans, first=year, last=None)
        for key, spans in known.shares.items()
        if former in key and since(spans, first=year)
    }
    for one, share in heirs:
        if one == former:
            raise CompositionRefusedError("with_itself")
        there, heir = _with_heir(replace(known, areas=areas), one, kind=MUNICIPALITY, year=year, fictional=fictional)
        areas = there
        successions[former, heir] = SuccessionRow(former, heir, year, share)
        for whole in known.wholes_of(former):
            left = since(known.shares[whole, former], first=year)
            if left and isinstance(one, NewArea):
                shares[whole, heir] = left
            elif (
                left
                and known.areas[whole].kind == PARTNERSHIP
                and not since(known.shares.get((whole, heir), ()), first=year)
            ):
                about = {"heir": areas[heir].name, "whole": known.areas[whole].name, "former": areas[former].name}
                raise CompositionRefusedError("heir_not_part", **about, year=year)
    areas[former] = _ended(areas[former], year=year)
    for district in known.parts_of(former):
        if since(known.shares[former, district], first=year) and known.wholes_of(district) == [former]:
            areas[district] = _ended(areas[district], year=year)
    return _checked(known, _with_shares(replace(known, areas=areas, successions=successions), shares))


def _with_heir(
    known: Known, heir: Place | NewArea, *, kind: str, year: int, fictional: bool
) -> tuple[dict[Place, AreaFacts], Place]:
    areas = dict(known.areas)
    if isinstance(heir, NewArea):
        made = _made(known, heir, kind=kind, year=year, fictional=fictional)
        heir = (made.code, made.valid_from)
        areas[heir] = made
    elif not lasts(areas[heir], first=year, last=year):
        raise CompositionRefusedError("not_there", name=areas[heir].name, year=year)
    return areas, heir


def _made(known: Known, new: NewArea, *, kind: str, year: int, fictional: bool) -> AreaFacts:
    _check_year(year)
    code, name = new.code.strip().upper(), " ".join(new.name.split())
    if not name:
        raise CompositionRefusedError("name_missing")
    if len(name) > LONGEST_NAME:
        raise CompositionRefusedError("name_too_long", most=LONGEST_NAME)
    if not _CODES[kind, fictional].fullmatch(code):
        raise CompositionRefusedError(f"code_of_{kind}{'_example' if fictional else ''}")
    for one in known.areas.values():
        if one.code == code and (one.valid_until is None or one.valid_until >= year):
            raise CompositionRefusedError("code_taken", code=code, name=one.name)
        if one.kind == kind and one.name.casefold() == name.casefold() and lasts(one, first=year, last=year):
            raise CompositionRefusedError("name_taken", code=one.code, name=one.name)
    return AreaFacts(code, kind, name, year, None, fictional, _SECTORS.get(code[:2], ""))


def _ended(area: AreaFacts, *, year: int) -> AreaFacts:
    if not lasts(area, first=year - 1, last=year - 1) or not lasts(area, first=year, last=year):
        raise CompositionRefusedError("not_there_before", name=area.name, year=year, before=year - 1)
    return replace(area, valid_until=year - 1)


def _with_shares(known: Known, changed: Mapping[tuple[Place, Place], Sequence[Span]]) -> Known:
    shares = dict(known.shares)
    for key, spans in changed.items():
        shares[key] = tuple((first, last, min(share, 1.0)) for first, last, share in summed(spans))
    return replace(known, shares=shares)


def _checked(known: Known, changed: Known) -> tuple[Step, ...]:
    """The steps; raises when there are none, or when more than a whole gemeente belongs to the swv's of a sector."""
    steps = known.steps_to(changed)
    if not steps:
        raise CompositionRefusedError("nothing_changes")
    touched = {part for key, spans in changed.shares.items() if known.shares.get(key) != spans for part in key[1:]}
    for part in touched:
        by_sector: dict[str, list[Span]] = {}
        for whole in changed.wholes_of(part):
            if changed.areas[whole].kind == PARTNERSHIP:
                by_sector.setdefault(changed.areas[whole].sector, []).extend(changed.shares[whole, part])
        for sector, spans in by_sector.items():
            for first, _, share in summed(spans):
                if share > 1 + ROUNDING:
                    name = changed.areas[part].name
                    raise CompositionRefusedError("over_whole", name=name, sector=sector, year=first, share=share)
    return steps


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CompositionRefusedError("year_impossible", first=FIRST_YEAR, last=LAST_YEAR)
