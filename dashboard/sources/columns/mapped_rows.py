"""The rows of a table whose columns were told what they mean, as counts and values per area, period and group."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import polars as pl

from dashboard.sources.columns.cells import NumberColumns, all_in, summed
from dashboard.sources.columns.dutch_numbers import MISSING as MISSING_TEXTS
from dashboard.sources.columns.dutch_numbers import NOT_PUBLISHED
from dashboard.sources.columns.mapping import ROLES, ColumnMapping
from dashboard.sources.columns.period_titles import PROVISIONAL, is_shorter_period, period_from, why_no_period
from dashboard.sources.columns.places import GONE, Outcome, Place, Places
from dashboard.sources.columns.wanted import Wanted
from dashboard.sources.problems import MOST_LINES, Findings, Problem
from dashboard.sources.table import LINE
from dashboard.texts import mapping as texts
from dashboard.texts import sources as common
from data_models import periods

KEY = ("place", "area", "period", "breakdown")  # `place` is the place in the list of what is wanted
RAW: dict[str, pl.DataType] = {
    LINE: pl.Int64(),
    "place": pl.Int32(),
    "area": pl.String(),
    "period": pl.String(),
    "breakdown": pl.String(),
    "provisional": pl.Boolean(),
    "silent": pl.Boolean(),  # the source shows nothing at all, not even that it hides something
    **{role: pl.Float64() for role in ROLES},
    **{f"{role} missing": pl.Boolean() for role in ROLES},
    "decimals": pl.Int8(),  # of the value, as it was written
    "name": pl.String(),  # of the number in a long table
}
_SKIPPED = (Outcome.OTHER_KIND, Outcome.LATER, Outcome.TOO_EARLY)  # by public sources; an own table is corrected
_TWO_GROUPS = "§two"
_AREA, _PERIOD, _GROUP, _PROVISIONAL, _OUTCOME = "§area", "§period", "§group", "§provisional", "§outcome"  # no header's


@dataclass
class Rows:
    """Reads the slices of one table; keeps what it passed over, to be said afterwards."""

    mapping: ColumnMapping
    wanted: list[Wanted]
    places: Places
    this_year: int
    findings: Findings
    skipped: dict[Outcome, list[str]] = field(default_factory=dict)
    skipped_rows: Counter[Outcome] = field(default_factory=Counter)
    empty_rows: list[str] = field(default_factory=list)
    shorter_periods: int = 0
    two_groups: int = 0
    _columns: dict[str, NumberColumns] = field(default_factory=dict)
    _found: dict[tuple[str, str], Place] = field(default_factory=dict)

    def columns(self) -> list[str]:
        """The columns of the table that are needed."""
        mapping = self.mapping
        measured = (
            [mapping.name_column, mapping.number_column]
            if mapping.name_column
            else [name for one in self.wanted for names in one.columns.values() for name in names]
        )
        named = [mapping.area, mapping.period, *mapping.groups, *mapping.only, *measured]
        return [name for name in dict.fromkeys(named) if name]

    def frames(self, part: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Frames in the form of `RAW`, for each figure that is wanted."""
        if (part.get_column(self.mapping.area) == "").any():
            part = part.filter(~pl.all_horizontal(pl.exclude(LINE) == ""))
        for column, kept in self.mapping.only.items():
            part = part.filter(pl.col(column).is_in([text.strip() for text in kept]))
        part = self._grouped(part)
        for period in dict.fromkeys(one.period for one in self.wanted):
            chosen = [(place, one) for place, one in enumerate(self.wanted) if one.period == period]
            rows = self._with_areas(self._with_periods(part, period), [one for _, one in chosen])
            for place, one in chosen:
                yield from self._numbers(rows, place, one)

    def _grouped(self, part: pl.DataFrame) -> pl.DataFrame:
        """With the group of each row; a row of two groups at once is passed over."""
        breakdown: pl.Expr = pl.lit("")
        for column, codes in self.mapping.groups.items():
            meanings = {text.strip(): code for text, code in codes.items()}
            self._refuse(part.filter(~pl.col(column).is_in(list(meanings))), column, _unknown_group)
            part = part.filter(pl.col(column).is_in(list(meanings)))
            here = pl.col(column).replace_strict(meanings, return_dtype=pl.String)
            breakdown = (
                pl.when(here == "").then(breakdown).when(breakdown == "").then(here).otherwise(pl.lit(_TWO_GROUPS))
            )
        part = part.with_columns(breakdown.alias(_GROUP))
        if len(self.mapping.groups) < 2:
            return part
        one_group = part.filter(pl.col(_GROUP) != _TWO_GROUPS)
        self.two_groups += part.height - one_group.height
        return one_group

    def _with_periods(self, part: pl.DataFrame, period: str) -> pl.DataFrame:
        """With `period` as a code, and whether it is provisional; rows without one are told of or passed over."""
        column = "" if period else self.mapping.period
        if not column:
            found = period_from(period or self.mapping.whole_period)
            code, status = found or ("", "")
            return part.with_columns(pl.lit(code).alias(_PERIOD), pl.lit(status == PROVISIONAL).alias(_PROVISIONAL))
        spelled = part.get_column(column).unique().to_list()
        codes = {text: found for text in spelled if (found := period_from(text))}
        ahead = {text for text, (code, _) in codes.items() if _year(code) > self.this_year}
        good = {text: found for text, found in codes.items() if text not in ahead}
        bad = part.filter(~pl.col(column).is_in(list(good)))
        if not self.places.own:
            shorter = [text for text in spelled if is_shorter_period(text)]
            longer = bad.filter(~pl.col(column).is_in(shorter))
            self.shorter_periods += bad.height - longer.height
            bad = longer
        if bad.height:
            bad = bad.filter(~self._nothing_in(self.wanted))
            self._refuse(bad, column, lambda text: self._bad_period(text, ahead))
            self._refuse_numbers(bad, [one for one in self.wanted if not one.period])
        return part.filter(pl.col(column).is_in(list(good))).with_columns(
            _looked_up(column, {text: code for text, (code, _) in good.items()}).alias(_PERIOD),
            pl.col(column)
            .is_in([text for text, (_, status) in good.items() if status == PROVISIONAL])
            .alias(_PROVISIONAL),
        )

    def _bad_period(self, text: str, ahead: set[str]) -> tuple[str, str]:
        return (common.FUTURE, common.FUTURE_ADVICE) if text in ahead else why_no_period(text, this_year=self.this_year)

    def _with_areas(self, part: pl.DataFrame, wanted: list[Wanted]) -> pl.DataFrame:
        """With `area` as a code; rows about other areas are told of or passed over."""
        column = self.mapping.area
        pairs = part.lazy().select(column, _PERIOD).unique().collect()
        found = [(text, period, self._place(text, period)) for text, period in pairs.iter_rows()]
        outcomes = pl.DataFrame(
            [(text, period, place.area, place.outcome.value) for text, period, place in found],
            schema=dict.fromkeys((column, _PERIOD, _AREA, _OUTCOME), pl.String()),
            orient="row",
        )
        joined = part.join(outcomes, on=[column, _PERIOD], how="left", maintain_order="left")
        if all(place.outcome in (Outcome.FOUND, Outcome.TOTAL) for _, _, place in found):
            return joined
        gone = pl.col(_OUTCOME).is_in([one.value for one in (*GONE, Outcome.NAMELESS)])
        empty = gone & self._nothing_in(wanted)
        self.empty_rows += joined.filter(empty & (pl.col(column) != "")).get_column(column).to_list()
        joined = joined.filter(~empty)
        for outcome in Outcome:
            here = joined.filter(pl.col(_OUTCOME) == outcome.value)
            if outcome in _SKIPPED and not self.places.own:
                self.skipped_rows[outcome] += here.height
                self.skipped.setdefault(outcome, []).extend(
                    here.get_column(column).unique(maintain_order=True).to_list()
                )
            elif outcome not in (Outcome.FOUND, Outcome.TOTAL, Outcome.FORMER) and here.height:
                for period in here.get_column(_PERIOD).unique(maintain_order=True):
                    self._refuse(here.filter(pl.col(_PERIOD) == period), column, self._why(period))
                self._refuse_numbers(here, wanted)
        kept = [Outcome.FOUND.value, Outcome.TOTAL.value, Outcome.FORMER.value]
        return joined.filter(pl.col(_OUTCOME).is_in(kept))

    def _place(self, text: str, period: str) -> Place:
        if (text, period) not in self._found:
            self._found[text, period] = self.places.place(text, period=period)
        return self._found[text, period]

    def _why(self, period: str) -> Callable[[str], tuple[str, str]]:
        def why(text: str) -> tuple[str, str]:
            return self.places.why(text, self._place(text, period))

        return why

    def _nothing_in(self, wanted: list[Wanted]) -> pl.Expr:
        """Whether a row shows no number for any of these figures."""
        if self.mapping.name_column:
            return all_in([self.mapping.number_column], MISSING_TEXTS)
        return all_in([name for one in wanted for names in one.columns.values() for name in names], MISSING_TEXTS)

    def _numbers(self, rows: pl.DataFrame, place: int, one: Wanted) -> Iterator[pl.DataFrame]:
        """The rows with their numbers: one frame of a wide table, a frame per name of a long one."""
        if one.breakdown:
            rows = rows.filter(pl.col(_GROUP) == "").with_columns(pl.lit(one.breakdown).alias(_GROUP))
        if not self.mapping.name_column:
            yield self._raw(rows, place, one, {role: list(names) for role, names in one.columns.items()}, "")
            return
        for role, names in one.columns.items():
            for name in names:
                here = rows.filter(pl.col(self.mapping.name_column) == name)
                yield self._raw(here, place, one, {role: [self.mapping.number_column]}, f"{role} {name}")

    def _raw(
        self, rows: pl.DataFrame, place: int, one: Wanted, columns: dict[str, list[str]], name: str
    ) -> pl.DataFrame:
        silent = all_in([column for names in columns.values() for column in names], NOT_PUBLISHED)
        raw = rows.select(
            LINE,
            pl.lit(place, pl.Int32).alias("place"),
            pl.col(_AREA).alias("area"),
            pl.col(_PERIOD).alias("period"),
            pl.col(_GROUP).alias("breakdown"),
            pl.col(_PROVISIONAL).alias("provisional"),
            silent.alias("silent"),
            pl.lit(name).alias("name"),
        )
        added: list[pl.Series] = []
        for role in ROLES:
            names = columns.get(role, [])
            numbers = [self._read(one.unit(role)).numbers(rows, column, findings=self.findings) for column in names]
            added += summed(numbers, role, height=rows.height)
        return raw.with_columns(added).select(list(RAW))

    def _refuse_numbers(self, rows: pl.DataFrame, wanted: list[Wanted]) -> None:
        """Tell of what is no number in rows that are refused already, so that everything is told at once."""
        for one in wanted if not self.mapping.name_column else []:
            for role, names in one.columns.items():
                for column in names:
                    self._read(one.unit(role)).numbers(rows, column, findings=self.findings)

    def _read(self, unit: str) -> NumberColumns:
        return self._columns.setdefault(unit, NumberColumns(unit))

    def _refuse(self, bad: pl.DataFrame, column: str, why: Callable[[str], tuple[str, str]]) -> None:
        found = bad.head(MOST_LINES).select(LINE, column).iter_rows()
        problems = [(line, text, *why(text)) for line, text in found]
        self.findings.add_all(
            (Problem(what, line, column, text, advice) for line, text, what, advice in problems),
            total=bad.height,
        )


def _looked_up(column: str, meanings: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(meanings, return_dtype=pl.String) if meanings else pl.lit("")


def _unknown_group(_: str) -> tuple[str, str]:
    return texts.GROUP_UNKNOWN, texts.GROUP_UNKNOWN_ADVICE


def _year(code: str) -> int:
    facts = periods.parse(code)
    return facts.year if facts else 0
