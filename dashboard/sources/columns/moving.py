"""Figures of former gemeenten moved to the gemeenten they became, by their counts (herindelingen; METHODS 6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from dashboard.sources.columns.mapped_rows import KEY, RAW
from dashboard.sources.columns.mapping import ROLES
from dashboard.sources.columns.wanted import Wanted
from dashboard.sources.problems import Findings, Problem
from dashboard.sources.reader import Known
from dashboard.sources.table import LINE
from dashboard.texts import mapping as texts
from data_models import periods
from data_models.facts import SuccessionFacts

_PARTS = {**RAW, "former": pl.String(), "estimated": pl.Boolean()}


@dataclass
class Moved:
    """The rows with former gemeenten moved, per herindeling a sentence, and figures that missed a part."""

    rows: pl.DataFrame
    sentences: list[str] = field(default_factory=list)
    incomplete: list[str] = field(default_factory=list)


def moved(
    rows: pl.DataFrame,
    *,
    wanted: list[Wanted],
    known: Known,
    own: bool,
    label: Callable[[int, str], str],
    findings: Findings,
) -> Moved:
    """Rows in the form of `RAW`, in which no former gemeente is left; a new column `estimated` marks split counts.

    Counts are added to the successor's own, in proportion to the share that went there; a part that is missing makes
    the whole missing. A percentage is worked out anew. A value without counts cannot be moved: that is a problem. So
    is, in an own table, a successor of which not every part is in the file; of a public source it is passed over.
    """
    steps = _Steps(known)
    years = {period: _year(period) for period in rows["period"].unique()}
    pairs = rows.lazy().select("area", "period").unique().collect().iter_rows()
    former = [(area, period) for area, period in pairs if steps.is_former(area, years[period])]
    rows = rows.with_columns(estimated=pl.lit(False))
    if not former:
        return Moved(rows)
    frame = pl.DataFrame(former, schema={"area": pl.String(), "period": pl.String()}, orient="row")
    there = rows.join(frame, on=["area", "period"], how="semi")
    stay = rows.join(frame, on=["area", "period"], how="anti")
    movable = _movable(there, wanted, steps, years, label, findings)
    parts = pl.DataFrame(
        [
            (area, period, successor, share)
            for area, period in former
            for successor, share in steps.successors(area, years[period])
        ],
        schema={"area": pl.String(), "period": pl.String(), "successor": pl.String(), "share": pl.Float64()},
        orient="row",
    )
    arriving = (
        movable.join(parts, on=["area", "period"], maintain_order="left")
        .with_columns(
            *(pl.col(role) * pl.col("share") for role in ROLES),
            former=pl.col("area"),
            area=pl.col("successor"),
            estimated=pl.col("share") < 1,
        )
        .select(list(_PARTS))
    )
    own_rows = stay.join(arriving.select(KEY).unique(), on=KEY, how="semi").with_columns(former=pl.col("area"))
    joined = pl.concat([own_rows.select(list(_PARTS)), arriving])
    whole, incomplete = _complete(joined, steps, years, findings if own else None)
    ratios = [place for place, one in enumerate(wanted) if one.is_ratio]
    together = (
        whole.group_by(KEY, maintain_order=True)
        .agg(
            pl.col(LINE).first(),
            pl.col("provisional").any(),
            pl.col("silent").all(),
            pl.col("estimated").any(),
            pl.col("decimals").max(),
            pl.col("name").first(),
            *(_added(role) for role in ROLES),
            *(pl.col(f"{role} missing").any() for role in ROLES),
        )
        .with_columns(value=pl.when(~pl.col("place").is_in(ratios)).then("value"))
    )
    stay = stay.join(arriving.select(KEY).unique(), on=KEY, how="anti")
    sentences = list(
        steps.sentences({(area, years[period]) for area, period in movable.select("area", "period").rows()})
    )
    return Moved(pl.concat([stay, together.select(stay.columns)]), sentences, incomplete)


def _added(role: str) -> pl.Expr:
    unknown = pl.col(f"{role} missing").any() | pl.col(role).is_null().any()
    return pl.when(~unknown).then(pl.col(role).sum()).alias(role)


def _movable(
    rows: pl.DataFrame,
    wanted: list[Wanted],
    steps: "_Steps",
    years: dict[str, int],
    label: Callable[[int, str], str],
    findings: Findings,
) -> pl.DataFrame:
    """The rows whose counts are there; a value without them goes to `findings` with what the gemeente became."""
    counted = [place for place, one in enumerate(wanted) if one.indicator.unit == "count"]
    counts = [
        place for place, one in enumerate(wanted) if one.is_ratio and {"numerator", "denominator"} <= set(one.columns)
    ]
    can = pl.col("place").is_in([*counted, *counts])
    hidden = pl.col("value").is_null()
    for row in rows.filter(~can & ~hidden).iter_rows(named=True):
        area, year = row["area"], years[row["period"]]
        what = texts.CANNOT_MOVE.format(name=steps.name(area), became=steps.became(area, year))
        column = label(row["place"], "value")
        findings.add(Problem(what, row[LINE], column, advice=texts.CANNOT_MOVE_ADVICE))
    return rows.filter(can)


def _complete(
    rows: pl.DataFrame, steps: "_Steps", years: dict[str, int], findings: Findings | None
) -> tuple[pl.DataFrame, list[str]]:
    """The rows of successors of which every part is in the file; the others are told of in `findings`."""
    incomplete: list[tuple[object, ...]] = []
    names = []
    grouped = rows.group_by(KEY, maintain_order=True).agg("former", pl.col(LINE).first())
    for *key, formers, line in grouped.iter_rows():
        _, area, period, _ = key
        missing = [] if steps.is_new(area, formers) else steps.parts(area, formers, years[period]) - set(formers)
        if not missing:
            continue
        incomplete.append(tuple(key))
        names.append(texts.NAME_AND_CODE.format(name=steps.name(area), code=area))
        if findings is not None:
            what = texts.PART_MISSING.format(
                successor=steps.name(area), period=period, missing=texts.AND.join(map(steps.name, sorted(missing)))
            )
            findings.add(Problem(what, line, advice=texts.PART_MISSING_ADVICE))
    if not incomplete:
        return rows, []
    schema = {name: RAW[name] for name in KEY}
    return rows.join(pl.DataFrame(incomplete, schema=schema, orient="row"), on=KEY, how="anti"), names


class _Steps:
    """Who became whom, and when."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._of: dict[str, list[SuccessionFacts]] = {}
        for one in known.successions:
            self._of.setdefault(one.former, []).append(one)

    def is_former(self, area: str, year: int) -> bool:
        return self._known.area_in(area, year=year) is None and bool(self._next(area, year))

    def successors(self, area: str, year: int) -> list[tuple[str, float]]:
        """The areas of this year that hold the former one, and which share of it."""
        if not self.is_former(area, year):
            return [(area, 1.0)]
        return [
            (code, step.share * share)
            for step in self._next(area, year)
            for code, share in self.successors(step.successor, year)
        ]

    def became(self, area: str, year: int) -> str:
        names = [texts.NAME_AND_CODE.format(name=self.name(code), code=code) for code, _ in self.successors(area, year)]
        return texts.AND.join(names)

    def is_new(self, area: str, formers: Iterable[str]) -> bool:
        """Whether the successor's own row is there although it did not exist before: then nothing can miss."""
        return area in formers and not self._existed_before(area)

    def parts(self, area: str, formers: Iterable[str], year: int) -> set[str]:
        """Everything that became this area in the same herindelingen, itself too when it existed before."""
        direct = {former for former, _ in self._into(area, year)}
        when = {one.year for former in formers for one in self._of.get(former, ()) if one.successor == area}
        parts = {former for former, in_year in self._into(area, year) if in_year in when}
        further = set(formers) - direct - {area}
        return parts | further | ({area} if self._existed_before(area) else set())

    def name(self, area: str) -> str:
        facts = self._known.areas.get(area, ())
        return facts[-1].name if facts else area

    def sentences(self, moves: set[tuple[str, int]]) -> Iterator[str]:
        """One Dutch sentence per herindeling."""
        steps = {step for area, year in moves for step in self._path(area, year)}
        groups: dict[tuple[int, str, bool], list[SuccessionFacts]] = {}
        for step in sorted(steps, key=lambda one: (one.year, one.successor, one.former)):
            split = step.share < 1
            groups.setdefault((step.year, step.former if split else step.successor, split), []).append(step)
        for (year, code, split), found in sorted(groups.items()):
            form = texts.MOVED_SPLIT if split else texts.MOVED
            others = [one.successor if split else one.former for one in found]
            named = texts.AND.join(texts.NAME_AND_CODE.format(name=self.name(other), code=other) for other in others)
            one = texts.NAME_AND_CODE.format(name=self.name(code), code=code)
            yield form.format(others=named, one=one, year=year)

    def _path(self, area: str, year: int) -> Iterator[SuccessionFacts]:
        if self.is_former(area, year):
            for step in self._next(area, year):
                yield step
                yield from self._path(step.successor, year)

    def _next(self, area: str, year: int) -> list[SuccessionFacts]:
        return [one for one in self._of.get(area, ()) if one.year <= year]

    def _into(self, area: str, year: int) -> list[tuple[str, int]]:
        return [
            (one.former, one.year)
            for ones in self._of.values()
            for one in ones
            if one.successor == area and one.year <= year
        ]

    def _existed_before(self, area: str) -> bool:
        first = min((one.year for ones in self._of.values() for one in ones if one.successor == area), default=0)
        return self._known.area_in(area, year=first - 1) is not None


def _year(period: str) -> int:
    facts = periods.parse(period)
    return facts.year if facts else 0
