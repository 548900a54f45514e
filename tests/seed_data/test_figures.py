"""The published figures that the seed holds, as the CBS published them."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import Engine, Row, func, select

from data_models.database import reading
from data_models.tables import Area, Breakdown, Figure, FigureRevision, Indicator, Period, Source
from seed_data.figures import KEY, read_figures
from seed_data.rows import EXAMPLE_REGION, ROOM, read

PUBLISHED = sorted((ROOM / "figures").glob("*.csv"))


def figures(
    engine: Engine, *, indicator: str, area: str = "", period: str = "", breakdown: str = ""
) -> Sequence[Row[str, str, float | None, float | None, str, str]]:
    with reading(engine) as session:
        asked = (
            select(Area.code, Period.code, Figure.numerator, Figure.value, Figure.status, Figure.reason)
            .select_from(Figure)
            .join(Indicator, Figure.indicator_id == Indicator.id)
            .join(Area, Figure.area_id == Area.id)
            .join(Period, Figure.period_id == Period.id)
            .join(Breakdown, Figure.breakdown_id == Breakdown.id)
            .where(Indicator.code == indicator, Breakdown.code == breakdown)
            .order_by(Period.position, Area.code)
        )
        if area:
            asked = asked.where(Area.code == area)
        if period:
            asked = asked.where(Period.code == period)
        return session.execute(asked).all()


def test_almere_has_the_counts_and_percentages_that_the_cbs_published(seeded_engine: Engine) -> None:
    found = figures(seeded_engine, indicator="jeugdzorg", area="GM0034")
    assert [row[1] for row in found] == [str(year) for year in range(2018, 2025)]
    assert [row[2] for row in found] == [5805, 5885, 5960, 6585, 6680, 7160, 7400]
    assert [row[3] for row in found] == [9.6, 9.7, 9.7, 10.7, 10.8, 11.4, 11.7]
    assert {row[4] for row in found} == {"final"}


@pytest.mark.parametrize(("period", "municipalities"), [("2021", 352), ("2022", 345)])
def test_every_municipality_of_the_year_has_a_youth_care_figure(
    seeded_engine: Engine, period: str, municipalities: int
) -> None:
    found = figures(seeded_engine, indicator="jeugdzorg", period=period)
    real = [row for row in found if row[0].startswith("GM")]
    assert len(real) == municipalities
    assert all(row[3] is not None for row in real)


def test_youth_help_of_the_country_in_2022_is_thirteen_point_two_percent(seeded_engine: Engine) -> None:
    (country,) = figures(seeded_engine, indicator="jeugdhulp", area="NL00")
    assert country[1:] == ("2022", None, 13.2, "provisional", "")


def test_what_the_source_leaves_empty_is_withheld_and_never_zero(seeded_engine: Engine) -> None:
    (found,) = figures(seeded_engine, indicator="jeugdreclassering", area="GM1680", period="2022")
    assert found[2:] == (None, None, "withheld", "source")


def test_age_groups_of_the_country_are_the_published_counts(seeded_engine: Engine) -> None:
    groups = ("leeftijd:0-3", "leeftijd:4-11", "leeftijd:12-17", "leeftijd:18-22")
    found = [
        figures(seeded_engine, indicator="jeugdzorg-aantal", area="NL00", period="2022", breakdown=group)[0][3]
        for group in groups
    ]
    assert found == [31040, 221980, 191520, 17440]


def test_provisional_counts_are_kept_as_revisions_of_the_final_ones(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        earlier = session.execute(
            select(Period.code, FigureRevision.numerator)
            .join(Period, FigureRevision.period_id == Period.id)
            .join(Area, FigureRevision.area_id == Area.id)
            .where(Area.code == "GM0034")
            .order_by(Period.code)
        ).all()
    assert [tuple(row) for row in earlier] == [("2021", 6555), ("2022", 6660)]


def test_provisional_and_final_figures_of_a_published_series_are_never_on_one_line(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        mixed = session.execute(
            select(Indicator.code, Area.code)
            .select_from(Figure)
            .join(Indicator, Figure.indicator_id == Indicator.id)
            .join(Area, Figure.area_id == Area.id)
            .where(~Area.fictional, Figure.status.in_(("provisional", "final")))
            .group_by(Indicator.code, Area.code, Figure.area_id, Figure.breakdown_id)
            .having(func.count(Figure.status.distinct()) > 1)
        ).all()
    assert mixed == []


def test_invented_figures_and_real_areas_never_meet(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        crossed = session.scalar(
            select(func.count())
            .select_from(Figure)
            .join(Area, Figure.area_id == Area.id)
            .join(Source, Figure.source_id == Source.id)
            .where(Area.fictional != Source.fictional)
        )
    assert crossed == 0


@pytest.mark.parametrize("path", [*PUBLISHED, EXAMPLE_REGION / "figures.csv"], ids=lambda path: path.name)
def test_a_figure_file_has_each_key_once_and_the_unit_of_its_indicator(path: Path) -> None:
    frame = read_figures(path)
    assert frame.select(KEY).is_duplicated().sum() == 0
    units = {row["code"]: row["unit"] for row in read(ROOM / "indicators.csv")}
    assert frame.filter(pl.col("indicator").replace_strict(units) != pl.col("unit")).height == 0


def test_parts_of_an_invented_group_add_up_to_its_total() -> None:
    frame = read_figures(EXAMPLE_REGION / "figures.csv").filter(indicator="jeugdzorg")
    totals = frame.filter(breakdown="").select("area", "period", "numerator", "denominator")
    for dimension in ("geslacht", "leeftijd"):
        parts = (
            frame.filter(pl.col("breakdown").str.starts_with(dimension))
            .group_by("area", "period")
            .agg(pl.col("numerator", "denominator").sum(), shown=pl.col("value").is_not_null().all())
            .filter("shown")
        )
        both = parts.join(totals, on=["area", "period"], suffix="_total")
        assert both.height >= 38
        assert both.filter(pl.col("numerator") != pl.col("numerator_total")).height == 0
        assert both.filter(pl.col("denominator") != pl.col("denominator_total")).height == 0


def test_one_withheld_age_group_is_never_alone_so_that_its_count_cannot_be_told() -> None:
    frame = read_figures(EXAMPLE_REGION / "figures.csv").filter(pl.col("breakdown") != "")
    hidden = frame.filter(pl.col("value").is_null()).group_by("indicator", "area", "period").len()
    assert hidden.height > 0
    assert hidden["len"].min() == 2
