"""Which figures may stand on one line."""

from dashboard.calculations.series import break_years, comparable_run
from data_models.facts import AnnotationFacts
from tests.dashboard.example_facts import a_figure, almere, withheld


def years(figures: object, *, breaks: frozenset[int] = frozenset()) -> list[int]:
    return [figure.year for figure in comparable_run(figures, breaks=breaks, least=5)]  # type: ignore[arg-type]


def test_a_whole_series_of_final_figures_is_one_stretch() -> None:
    assert years(almere()) == list(range(2018, 2025))


def test_a_break_ends_the_stretch_before_it() -> None:
    assert years(almere(), breaks=frozenset({2022})) == [2022, 2023, 2024]


def test_a_provisional_year_is_left_out_of_final_ones() -> None:
    assert years([*almere(), a_figure(12.0, year=2025, status="provisional")]) == list(range(2018, 2025))


def test_five_provisional_years_stand_alone() -> None:
    figures = [a_figure(10.0, year=year, status="provisional") for year in range(2020, 2025)]
    assert years([a_figure(9.0, year=2019), *figures]) == list(range(2020, 2025))


def test_revised_and_final_figures_stand_together() -> None:
    figures = [a_figure(10.0, year=year, status="revised" if year == 2022 else "final") for year in range(2020, 2025)]
    assert len(years(figures)) == 5


def test_a_withheld_year_ends_the_stretch() -> None:
    figures = [withheld("small-count", year=figure.year) if figure.year == 2021 else figure for figure in almere()]
    assert years(figures) == [2022, 2023, 2024]


def test_half_years_are_another_measure() -> None:
    assert years([a_figure(10.0, year=year, period=f"{year}H1") for year in range(2018, 2025)]) == []


def test_school_years_and_calendar_years_do_not_mix() -> None:
    school = [a_figure(10.0, year=year, period=f"{year}/'{year - 1999}") for year in (2022, 2023)]
    assert years([a_figure(9.0, year=2021), *school]) == [2022, 2023]


def test_breaks_are_those_of_the_indicator_and_the_area_or_of_all() -> None:
    annotations = [
        AnnotationFacts(indicator="jeugdzorg", area=None, kind="break", year=2022, text=""),
        AnnotationFacts(indicator=None, area="GM0034", kind="break", year=2020, text=""),
        AnnotationFacts(indicator="vsv", area=None, kind="break", year=2019, text=""),
        AnnotationFacts(indicator="jeugdzorg", area=None, kind="event", year=2021, text=""),
    ]
    assert break_years(annotations, indicator="jeugdzorg", area="GM0034") == {2020, 2022}
