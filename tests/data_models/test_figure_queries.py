"""Figures as screens ask them, from the seed, on both databases."""

import polars as pl
import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.access import Actor
from data_models.commands.publishing import publish
from data_models.facts import AreaFacts, FigureFacts
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
from data_models.queries import catalogue, figures, tidy_figures
from tests.data_models.people_rows import add_actor, add_region

THUISZITTERS = ("thuiszitters", "GM0034", "2024", "", 44.0, 31000.0, 1.4, "per_1000", "final", "cbs-kwb")


def _areas(engine: Engine, *codes: str) -> list[AreaFacts]:
    with database.reading(engine) as session:
        return [area for area in catalogue.areas(session) if area.code in codes]


def _series(
    engine: Engine, area: AreaFacts, *, indicator: str | None = "jeugdzorg", asker: Actor | None = None
) -> list[FigureFacts]:
    with database.reading(engine) as session:
        return figures.series(session, asker=asker, areas=[area], indicator=indicator)


def test_almere_has_the_published_counts_and_percentages(seeded_engine: Engine) -> None:
    (almere,) = _areas(seeded_engine, "GM0034")
    found = _series(seeded_engine, almere)
    assert [(one.period, one.numerator, one.value) for one in found] == [
        ("2018", 5805.0, 9.6),
        ("2019", 5885.0, 9.7),
        ("2020", 5960.0, 9.7),
        ("2021", 6585.0, 10.7),
        ("2022", 6680.0, 10.8),
        ("2023", 7160.0, 11.4),
        ("2024", 7400.0, 11.7),
    ]
    assert {(one.status, one.breakdown, one.reason) for one in found} == {("final", "", "")}


def test_areas_of_a_reused_code_each_have_their_own_years(seeded_engine: Engine) -> None:
    old, new = _areas(seeded_engine, "WK003402")
    assert (old.name, new.name) == ("Almere Stad", "De Werven")
    assert [(one.period, one.value) for one in _series(seeded_engine, old)] == [
        ("2018", 6.8),
        ("2019", 7.1),
        ("2020", 6.4),
        ("2021", 7.0),
    ]
    assert [(one.period, one.value) for one in _series(seeded_engine, new)] == [
        ("2022", 9.8),
        ("2023", 9.6),
        ("2024", 12.1),
    ]


def test_figures_of_a_reused_code_stand_beside_the_area_of_their_year(seeded_engine: Engine) -> None:
    wijken = _areas(seeded_engine, "WK003402")
    with database.reading(seeded_engine) as session:
        found = figures.series_by_area(session, asker=None, areas=wijken, indicator="jeugdzorg")
    assert [(area.name, one.period) for area, one in found] == [
        *(("Almere Stad", str(year)) for year in range(2018, 2022)),
        *(("De Werven", str(year)) for year in range(2022, 2025)),
    ]


@pytest.mark.parametrize(("period", "gemeenten", "country"), [("2021", 352, []), ("2022", 345, [10.4])])
def test_all_gemeenten_of_a_year_can_be_asked(
    seeded_engine: Engine, period: str, gemeenten: int, country: list[float]
) -> None:
    with database.reading(seeded_engine) as session:
        found = figures.of_period(session, asker=None, indicator="jeugdzorg", period=period)
    assert [one.value for _, one in found if one.area == "NL00"] == country
    names = [name for name, one in found if one.area != "NL00"]
    assert len(names) == len(set(names)) == gemeenten
    assert "Waterdam" not in names


def test_jeugdhulp_of_the_country_is_the_published_percentage(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        found = dict(figures.of_period(session, asker=None, indicator="jeugdhulp", period="2022"))
    assert (found["Nederland"].value, found["Nederland"].status) == (13.2, "provisional")


def test_a_withheld_figure_has_its_reason_and_no_number(seeded_engine: Engine) -> None:
    (boslo,) = _areas(seeded_engine, "VG0002")
    withheld = [one for one in _series(seeded_engine, boslo, indicator="thuiszitters") if one.status == "withheld"]
    assert len(withheld) == 6
    assert {(one.value, one.reason) for one in withheld} == {(None, "small-count")}


def test_only_the_groups_of_which_something_is_known_can_be_chosen(seeded_engine: Engine) -> None:
    (boslo,) = _areas(seeded_engine, "VG0002")
    with database.reading(seeded_engine) as session:
        groups = figures.breakdowns(session, asker=None, area=boslo, indicator="vsv")
        none = figures.breakdowns(session, asker=None, area=boslo, indicator="thuiszitters")
    assert set(groups) == {"geslacht:jongens", "geslacht:meisjes"}
    assert none == {}


def test_every_group_can_be_asked_at_once(seeded_engine: Engine) -> None:
    (boslo,) = _areas(seeded_engine, "VG0002")
    with database.reading(seeded_engine) as session:
        found = figures.series(session, asker=None, areas=[boslo], indicator="vsv", breakdown=None)
    assert {one.breakdown for one in found} == {"", "geslacht:jongens", "geslacht:meisjes"}
    assert len(found) == 24


def test_no_area_and_an_unknown_indicator_have_no_figures(seeded_engine: Engine) -> None:
    (almere,) = _areas(seeded_engine, "GM0034")
    with database.reading(seeded_engine) as session:
        assert figures.series(session, asker=None, areas=[], indicator="jeugdzorg") == []
        assert figures.of_period(session, asker=None, indicator="onbekend", period="2022") == []
    assert _series(seeded_engine, almere, indicator="onbekend") == []


def test_a_regions_own_figures_are_seen_by_that_region_only(seeded_engine: Engine) -> None:
    (almere,) = _areas(seeded_engine, "GM0034")
    with database.writing(seeded_engine) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        anna = add_actor(session, "Anna", region_id=here)
        other = add_actor(session, "Cor", region_id=there)
        publish(
            session,
            actor=anna,
            figures=ProtectedFigures(pl.DataFrame([THUISZITTERS], schema=FIGURE_SCHEMA, orient="row")),
            connector="tidy",
            file_name="eigen.csv",
            file_sha256="0" * 64,
            region_id=here,
        )
    assert [one.value for one in _series(seeded_engine, almere, indicator="thuiszitters", asker=anna)] == [1.4]
    for asker in (other, None):
        assert _series(seeded_engine, almere, indicator="thuiszitters", asker=asker) == []
        with database.reading(seeded_engine) as session:
            everywhere = figures.of_period(session, asker=asker, indicator="thuiszitters", period="2024")
            tidy = list(tidy_figures.tidy(session, asker=asker, indicator="thuiszitters", area="GM0034"))
            periods = figures.periods(session, asker=asker, indicator="thuiszitters")
        assert (everywhere, tidy, periods) == ([], [], [])


def test_the_periods_of_which_more_than_almere_is_known_come_newest_first(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        found = figures.periods(session, asker=None, indicator="jeugdzorg")
    assert found == ["2022", "2021"]
