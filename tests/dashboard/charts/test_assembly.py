"""From figures to the parts of a chart: marks, norms across a break, and three years together."""

import pytest

from dashboard.calculations.pooling import windows
from dashboard.charts import assembly
from dashboard.charts.chart import Annotation
from data_models.facts import AnnotationFacts
from tests.dashboard.example_facts import VSV, a_norm, series_of, withheld

OTHERWISE = AnnotationFacts(indicator="vsv", area="GM0034", kind="break", year=2022, text="anders geteld")


def test_a_mark_of_every_line_names_none_and_that_of_some_names_those() -> None:
    lines = [("Almere", [OTHERWISE]), ("Urk", [])]
    assert assembly.marks_of_lines(lines, kind="break") == (
        Annotation(year=2022, text="anders geteld", of=("Almere",)),
    )
    assert assembly.marks_of_lines(lines, kind="event") == ()
    both = [("Almere", [OTHERWISE]), ("Urk", [OTHERWISE])]
    assert assembly.marks_of_lines(both, kind="break") == (Annotation(year=2022, text="anders geteld"),)


def test_a_norm_has_no_path_across_a_break() -> None:
    norm = a_norm(start_year=2018, year=2030)
    whole, broken = assembly.norm_line(norm), assembly.norm_line(norm, broken_since=2022)
    assert whole is not None and broken is not None
    assert (whole.start_year, whole.start_value) == (2018, norm.start_value)
    assert (broken.start_year, broken.start_value, broken.year, broken.value) == (2022, None, 2030, norm.value)


def test_three_years_together_stand_at_the_last_of_them() -> None:
    # 36 of 270 is 13,3%.
    figures = [*series_of(["12/80", "9/90", "15/100"], first_year=2021), withheld("small-count", year=2024)]
    line = assembly.pooled_series(windows(figures, indicator=VSV), name="Almere", role="area", indicator=VSV)
    first, last = line.points
    assert (first.year, first.period) == (2023, "2021–2023")
    assert first.value == pytest.approx(13.333, abs=1e-3)
    assert first.lower is not None and first.upper is not None and first.lower < 13.3 < first.upper
    assert first.note.startswith("2021–2023 samen: 36 van 270 · 13,3%")
    assert (last.period, last.value) == ("2022–2024", None)
    assert last.note == "Niet getoond: van 2022–2024 is een van de jaren niet getoond."


def test_three_years_together_per_thousand_are_ten_times_the_percentage() -> None:
    figures = series_of(["12/80", "9/90", "15/100"])
    found = windows(figures, indicator=VSV)
    line = assembly.pooled_series(found, name="A", role="area", indicator=VSV, measure=assembly.PER_1000)
    assert line.points[0].value == pytest.approx(133.33, abs=1e-2)
