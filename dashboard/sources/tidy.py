"""The project's own form: what `figures` prints, this reads back unchanged."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import polars as pl

from dashboard.sources.problems import MOST_LINES, Findings, Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, did_you_mean
from dashboard.sources.table import LINE, Opened
from dashboard.texts import sources as texts
from data_models import periods
from data_models.breakdowns import is_breakdown
from data_models.protected import FIGURE_SCHEMA, UNDECIDED, WITHHELD

COLUMNS = tuple(FIGURE_SCHEMA)
KEY = ("indicator", "area", "period", "breakdown")
NUMBERS = ("numerator", "denominator", "value")
REASONS = ("small-count", "small-group", "complementary", "untested", "source", "unknown", "percentage-undecided")
STATUSES = (
    "final",
    "provisional",
    "revised",
    "derived",
    "estimated",
    *(f"{WITHHELD}{reason}" for reason in REASONS),
)

_NUMBER = r"^-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?$"
_LARGEST = 1e15  # beyond this a whole number is no longer exact
_RATIOS = ("percentage", "per_1000")


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """The figures in the file, checked cell by cell; `RefusedError` with everything that is wrong."""
    findings = Findings()
    table = opened.tables[0]
    _check_header(table.header, findings)
    parts = table.slices(columns=COLUMNS, findings=findings)
    figures = pl.concat([_checked(part, known, findings) for part in parts] or [_nothing()])
    _check_keys(figures, findings)
    findings.refuse()
    return FileContent(figures.drop(LINE), notes=opened.notes)


def write(figures: pl.DataFrame, *, header: bool = True) -> str:
    """The figures as text: whole numbers without `.0`, others with every digit they need, nothing for what is empty."""
    return (
        figures.select(COLUMNS)
        .with_columns(*(_as_text(name) for name in NUMBERS), pl.col("breakdown").replace("", None))
        .write_csv(include_header=header)
    )


def _as_text(name: str) -> pl.Expr:
    number = pl.col(name)
    whole = (number == number.floor()) & (number.abs() < _LARGEST)
    return pl.when(whole).then(number.cast(pl.Int64, strict=False).cast(pl.String)).otherwise(number.cast(pl.String))


def _nothing() -> pl.DataFrame:
    return pl.DataFrame(schema={LINE: pl.Int64, **FIGURE_SCHEMA})


def _check_header(header: Sequence[str], findings: Findings) -> None:
    if not set(COLUMNS) <= set(header):
        what = texts.TIDY_COLUMNS_MISSING.format(expected=",".join(COLUMNS))
        advice = texts.TIDY_KWB_ADVICE if "WijkenEnBuurten" in header else texts.TIDY_COLUMNS_ADVICE
        raise RefusedError([Problem(what, 1, value=",".join(header), advice=advice)])
    for name in dict.fromkeys(header):
        if name not in COLUMNS:
            findings.add(Problem(texts.TIDY_UNKNOWN_COLUMN, 1, name, advice=texts.DUPLICATE_COLUMN_ADVICE))


def _checked(part: pl.DataFrame, known: Known, findings: Findings) -> pl.DataFrame:
    """The slice with numbers as numbers; whatever is wrong with it goes to `findings`."""

    def refuse(bad: pl.Expr, column: str, what: str, advice: str | Callable[[str], str] = "") -> None:
        rows = typed.filter(bad.fill_null(False))
        found = rows.head(MOST_LINES).select(LINE, shown=shown(column))
        findings.add_all(
            (
                Problem(what, line, column, value, advice(value) if callable(advice) else advice)
                for line, value in found.iter_rows()
            ),
            total=rows.height,
        )

    def shown(column: str) -> pl.Expr:
        return pl.col(f"{column} text" if column in NUMBERS else column)

    typed = part.with_columns(*(pl.col(name).alias(f"{name} text") for name in NUMBERS)).with_columns(
        *(
            pl.when(pl.col(name).str.contains(_NUMBER)).then(pl.col(name)).cast(pl.Float64, strict=False)
            for name in NUMBERS
        )
    )
    for name in NUMBERS:
        filled = shown(name) != ""
        refuse(filled & pl.col(name).is_null(), name, texts.NOT_A_NUMBER, texts.TIDY_COLUMNS_ADVICE)
        refuse(pl.col(name).is_infinite() | (pl.col(name).abs() > _LARGEST), name, texts.NUMBER_TOO_LARGE)
        refuse(pl.col(name) < 0, name, texts.NEGATIVE)
    for column, codes, what in (
        ("indicator", list(known.indicators), texts.UNKNOWN_INDICATOR),
        ("source", sorted(known.sources), texts.UNKNOWN_SOURCE),
        ("area", list(known.areas), texts.UNKNOWN_AREA),
    ):
        refuse(~pl.col(column).is_in(codes), column, what, partial(did_you_mean, among=codes))
    _check_periods(typed, known, findings, refuse)
    breakdowns = [code for code in typed["breakdown"].unique() if not is_breakdown(code)]
    refuse(pl.col("breakdown").is_in(breakdowns), "breakdown", texts.BAD_BREAKDOWN, texts.BAD_BREAKDOWN_ADVICE)
    for code, indicator in known.indicators.items():
        what, advice = texts.WRONG_UNIT.format(indicator=code), texts.WRONG_UNIT_ADVICE.format(unit=indicator.unit)
        if code in typed["indicator"]:
            refuse((pl.col("indicator") == code) & (pl.col("unit") != indicator.unit), "unit", what, advice)
    refuse(
        ~pl.col("status").is_in(STATUSES),
        "status",
        texts.BAD_STATUS,
        texts.BAD_STATUS_ADVICE.format(statuses=", ".join(STATUSES)),
    )
    withheld = pl.col("status").str.starts_with(WITHHELD)
    refuse(withheld & (shown("value") != ""), "value", texts.WITHHELD_WITH_VALUE, texts.WITHHELD_WITH_VALUE_ADVICE)
    refuse(
        withheld & (pl.col("status") != UNDECIDED) & (shown("numerator") != ""),
        "numerator",
        texts.WITHHELD_WITH_COUNT,
    )
    refuse(~withheld & (shown("value") == ""), "value", texts.VALUE_MISSING, texts.VALUE_MISSING_ADVICE)
    refuse((pl.col("unit") == "percentage") & (pl.col("value") > 100), "value", texts.OVER_HUNDRED)
    refuse(pl.col("denominator") == 0, "denominator", texts.DENOMINATOR_ZERO)
    refuse(
        pl.col("unit").is_in(_RATIOS) & (pl.col("numerator") > pl.col("denominator")),
        "numerator",
        texts.COUNT_ABOVE_DENOMINATOR,
        texts.COUNT_ABOVE_DENOMINATOR_ADVICE,
    )
    return typed.select(LINE, *COLUMNS)


def _check_periods(typed: pl.DataFrame, known: Known, findings: Findings, refuse: Callable[..., None]) -> None:
    """A period must be written as one, not lie ahead, and the area must exist in it."""
    years = {code: period.year for code in typed["period"].unique() if (period := periods.parse(code))}
    ahead = [code for code, year in years.items() if year > known.this_year]
    refuse(~pl.col("period").is_in(list(years)), "period", texts.BAD_PERIOD, texts.BAD_PERIOD_ADVICE)
    refuse(pl.col("period").is_in(ahead), "period", texts.FUTURE, texts.FUTURE_ADVICE)
    pairs = typed.select("area", "period").unique(maintain_order=True)
    not_then = [
        period in years and area in known.areas and not known.area_in(area, year=years[period])
        for area, period in pairs.iter_rows()
    ]
    found = typed.join(pairs.filter(pl.Series(not_then, dtype=pl.Boolean)), on=["area", "period"], how="semi")
    rows = found.sort(LINE).head(MOST_LINES).select(LINE, "area", "period").iter_rows()
    findings.add_all(
        (Problem(texts.AREA_NOT_THEN.format(period=period), line, "area", area) for line, area, period in rows),
        total=found.height,
    )


def _check_keys(figures: pl.DataFrame, findings: Findings) -> None:
    """No figure may be in the file twice: which of the two would be stored would depend on their order."""
    if figures.select(pl.struct(KEY).hash()).n_unique() == figures.height:
        return
    again = figures.with_columns(other=pl.col(LINE).first().over(KEY)).filter(pl.col(LINE) != pl.col("other"))
    findings.add_all(_twice(again.head(MOST_LINES)), total=again.height)


def _twice(rows: pl.DataFrame) -> Iterator[Problem]:
    for row in rows.iter_rows(named=True):
        value = " ".join(row[name] for name in KEY).strip()
        yield Problem(texts.SAME_KEY.format(other=row["other"]), row[LINE], value=value, advice=texts.SAME_KEY_ADVICE)
