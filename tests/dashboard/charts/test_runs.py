"""Which points share a line."""

from dashboard.charts.chart import Annotation
from dashboard.charts.runs import runs
from tests.dashboard.charts.examples import series


def years(*args: object, **kwargs: object) -> list[list[int]]:
    return [[point.year for point in run] for run in runs(*args, **kwargs)]  # type: ignore[arg-type]


def test_an_unbroken_series_is_one_run() -> None:
    assert years(series((1.0, 2.0, 3.0)), breaks=()) == [[2018, 2019, 2020]]


def test_a_break_starts_a_run_in_its_own_year() -> None:
    assert years(series((1.0, 2.0, 3.0)), breaks=(Annotation(year=2020, text=""),)) == [[2018, 2019], [2020]]


def test_a_break_in_a_year_without_a_figure_still_parts_its_neighbours() -> None:
    assert years(series((1.0, None, 3.0)), breaks=(Annotation(year=2019, text=""),)) == [[2018], [2020]]


def test_a_withheld_value_ends_a_run() -> None:
    assert years(series((1.0, None, None, 2.0, 3.0)), breaks=()) == [[2018], [2021, 2022]]


def test_provisional_values_may_share_a_run_with_each_other_only() -> None:
    assert years(series((1.0, 2.0, 3.0, 4.0), provisional=(2020, 2021)), breaks=()) == [[2018, 2019], [2020, 2021]]


def test_a_series_without_values_has_no_runs() -> None:
    assert years(series((None, None)), breaks=()) == []


def test_a_break_of_one_area_leaves_the_others_whole() -> None:
    of_urk = (Annotation(year=2020, text="", of=("Urk",)),)
    assert years(series((1.0, 2.0, 3.0), name="Urk"), breaks=of_urk) == [[2018, 2019], [2020]]
    assert years(series((1.0, 2.0, 3.0), name="Almere"), breaks=of_urk) == [[2018, 2019, 2020]]
