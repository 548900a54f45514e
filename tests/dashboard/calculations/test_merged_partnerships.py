"""Samenwerkingsverbanden that merged: what they counted before is the sum of those they were."""

from dashboard.calculations.area_series import AreaSeries, Ground, area_series
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, SuccessionFacts
from tests.dashboard.example_facts import VSV, a_figure


def _area(code: str, kind: str, *, since: int = 2018, until: int | None = None) -> AreaFacts:
    return AreaFacts(code=code, kind=kind, name=code, valid_from=since, valid_until=until, fictional=True)


EAST, WEST, SOUTH = (_area(code, "municipality") for code in ("GM1", "GM2", "GM3"))
FIRST, SECOND = _area("PO1", "partnership", until=2023), _area("PO2", "partnership", until=2023)
MERGED = _area("PO3", "partnership", since=2024)
AREAS = (EAST, WEST, SOUTH, FIRST, SECOND, MERGED)
GROUND = Ground(
    parts={
        FIRST: [Belonging(EAST, 1.0, 2018, 2023), Belonging(WEST, 0.4, 2018, 2023)],
        SECOND: [Belonging(WEST, 0.6, 2018, 2023), Belonging(SOUTH, 0.5, 2018, 2023)],
        MERGED: [Belonging(EAST, 1.0, 2024, None), Belonging(WEST, 1.0, 2024, None), Belonging(SOUTH, 0.5, 2024, None)],
    },
    successions=[SuccessionFacts(former=one, successor="PO3", year=2024, share=1.0) for one in ("PO1", "PO2")],
    areas=AREAS,
)


def _figures(*years: int) -> dict[AreaFacts, list[FigureFacts]]:
    """Each year 100 of 1000, 60 of 400 and 20 of 200."""
    counted = {EAST: (100.0, 1000.0), WEST: (60.0, 400.0), SOUTH: (20.0, 200.0)}
    return {
        area: [a_figure(10.0, area=area.code, year=year, numerator=of[0], denominator=of[1]) for year in years]
        for area, of in counted.items()
    }


def _series(area: AreaFacts, *years: int) -> AreaSeries:
    return area_series(area, indicator=VSV, series=_figures(*years), population={}, ground=GROUND)


def _counted(series: AreaSeries) -> list[tuple[str, float, float]]:
    return [(one.period, round(one.numerator or 0, 6), round(one.denominator or 0, 6)) for one in series.figures]


def test_before_the_merger_those_that_merged_are_added_up() -> None:
    # 100 + 0.4 × 60 = 124 of 1160, and 0.6 × 60 + 0.5 × 20 = 46 of 340: together 170 of 1500, as after the merger.
    merged = _series(MERGED, 2023, 2024)
    assert _counted(merged) == [("2023", 170.0, 1500.0), ("2024", 170.0, 1500.0)]
    assert merged.carried is not None
    assert [former.code for former, _ in merged.carried.formers] == ["PO1", "PO2"]


def test_those_that_merged_have_figures_until_then() -> None:
    assert _counted(_series(FIRST, 2023, 2024)) == [("2023", 124.0, 1160.0)]
    assert _counted(_series(SECOND, 2023, 2024)) == [("2023", 46.0, 340.0)]


def test_a_merger_of_this_year_has_its_figures_of_before_at_once() -> None:
    merged = _series(MERGED, 2022, 2023)
    assert _counted(merged) == [("2022", 170.0, 1500.0), ("2023", 170.0, 1500.0)]
    assert merged.composed is None


def test_what_merged_twice_is_read_with_all_it_came_from() -> None:
    again = _area("PO4", "partnership", since=2025)
    ground = Ground(
        parts={**GROUND.parts, again: [Belonging(EAST, 1.0, 2025, None)]},
        successions=[*GROUND.successions, SuccessionFacts(former="PO3", successor="PO4", year=2025, share=1.0)],
        areas=(*AREAS[:-1], _area("PO3", "partnership", since=2024, until=2024), again),
    )
    assert {one.code for one in ground.merged_into(again)} == {"PO1", "PO2", "PO3"}
    assert {EAST, WEST, SOUTH} <= ground.needed([again])


def test_the_same_gemeenten_before_and_after_a_merger_are_one_stretch() -> None:
    merged = _series(MERGED, 2022, 2023, 2024)
    assert merged.changes == ()
    assert merged.composed is not None
    assert merged.composed.otherwise == ()
    # WEST belonged to both of those that merged, and is one gemeente.
    assert [(period, one.used, one.total) for period, one in merged.compositions.items()] == [
        ("2022", 3, 3),
        ("2023", 3, 3),
        ("2024", 3, 3),
    ]


def test_a_gemeente_that_counts_from_the_merger_on_parts_the_years_before_it() -> None:
    # SOUTH stayed away from both until 2024: 100 and 60 before, and with half of its 20 after.
    ground = Ground(
        parts={**GROUND.parts, SECOND: [Belonging(WEST, 0.6, 2018, 2023)]},
        successions=GROUND.successions,
        areas=AREAS,
    )
    merged = area_series(MERGED, indicator=VSV, series=_figures(2022, 2023, 2024), population={}, ground=ground)
    assert _counted(merged)[1:] == [("2023", 160.0, 1400.0), ("2024", 170.0, 1500.0)]
    assert merged.changes == (2024,)
    assert merged.composed is not None
    assert merged.composed.otherwise == ("2022", "2023")


def test_a_gemeente_that_is_not_shown_in_a_year_before_the_merger_parts_that_year() -> None:
    # Half of SOUTH were 100 of the 340 children of the second: too much to miss. Of a tenth it keeps 240 of 260.
    tenth = [Belonging(WEST, 0.6, 2018, 2023), Belonging(SOUTH, 0.1, 2018, 2023)]
    ground = Ground(parts={**GROUND.parts, SECOND: tenth}, successions=GROUND.successions, areas=AREAS)
    figures = _figures(2021, 2022, 2023, 2024)
    figures[SOUTH] = [one for one in figures[SOUTH] if one.year != 2022]
    merged = area_series(MERGED, indicator=VSV, series=figures, population={}, ground=ground)
    assert merged.changes == (2022, 2023)
    assert merged.composed is not None
    assert merged.composed.otherwise == ("2022",)
    assert (merged.compositions["2022"].used, merged.compositions["2022"].total) == (2, 3)


def test_years_that_rest_on_others_are_parted_when_only_those_that_merged_have_figures() -> None:
    tenth = [Belonging(WEST, 0.6, 2018, 2023), Belonging(SOUTH, 0.1, 2018, 2023)]
    ground = Ground(parts={**GROUND.parts, SECOND: tenth}, successions=GROUND.successions, areas=AREAS)
    figures = _figures(2021, 2022, 2023)
    figures[SOUTH] = [one for one in figures[SOUTH] if one.year != 2022]
    merged = area_series(MERGED, indicator=VSV, series=figures, population={}, ground=ground)
    assert merged.composed is None
    assert merged.changes == (2022, 2023)
