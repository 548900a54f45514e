"""What the seed knows, for tests of readers: its indicators, areas, sources and herindelingen, without a database."""

from functools import cache
from pathlib import Path

from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, Reader
from data_models.facts import AreaFacts, IndicatorFacts, SuccessionFacts
from seed_data.rows import ROOM, read

FIXTURES = Path(__file__).parents[2] / "fixtures"


@cache
def known() -> Known:
    """As a reader gets it in 2026."""
    areas: dict[str, list[AreaFacts]] = {}
    for row in read(ROOM / "areas.csv"):
        until = int(row["valid_until"]) if row["valid_until"] else None
        area = AreaFacts(row["code"], row["kind"], row["name"], int(row["valid_from"]), until, False, row["sector"])
        areas.setdefault(area.code, []).append(area)
    return Known(
        indicators={row["code"]: _indicator(row) for row in read(ROOM / "indicators.csv")},
        areas=areas,
        sources=frozenset(row["code"] for row in read(ROOM / "sources.csv")),
        this_year=2026,
        successions=[
            SuccessionFacts(row["former"], row["successor"], int(row["year"]), float(row["share"]))
            for row in read(ROOM / "area_successions.csv")
        ],
    )


def content_of(path: Path, *, reader: Reader, period: str = "") -> FileContent:
    """What a reader finds in a file."""
    return reader(open_file(path), known=known(), answers=Answers(period=period))


def sentences_about(path: Path, *, reader: Reader) -> list[str]:
    """Why a reader refuses a file."""
    try:
        reader(open_file(path), known=known(), answers=Answers())
    except RefusedError as error:
        return error.sentences()
    return []


def figures_of(content: FileContent, *, indicator: str, area: str) -> list[tuple[object, ...]]:
    """Period, group, numerator, denominator, value and status of the figures of one indicator in one area."""
    return [
        (row["period"], row["breakdown"], row["numerator"], row["denominator"], row["value"], row["status"])
        for row in content.figures.sort("period", "breakdown").iter_rows(named=True)
        if (row["indicator"], row["area"]) == (indicator, area)
    ]


def _indicator(row: dict[str, str]) -> IndicatorFacts:
    return IndicatorFacts(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        question=row["question"],
        theme=row["theme"],
        unit=row["unit"],
        decimals=int(row["decimals"]),
        numerator=row["numerator"],
        denominator=row["denominator"],
        subject=row["subject"],
        verb=row["verb"],
        complement=row["complement"],
        desired_direction=row["desired_direction"],
        kind=row["kind"],
        basis=row["basis"],
        source_table=row["source_table"],
        levels=tuple(row["levels"].split(",")),
        caveats=row["caveats"],
        local=row["local"] == "1",
        zero_may_be_shown=row["zero_may_be_shown"] == "1",
        minimum_count=int(row["minimum_count"]),
        minimum_denominator=int(row["minimum_denominator"]),
        smallest_relevant_difference=None,
        rounding=int(row["rounding"]),
        in_start_set=row["in_start_set"] == "1",
        position=int(row["position"]),
    )
