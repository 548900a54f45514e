"""A trend: the numbers, lines, words and axes of its figure."""

import itertools
import re

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.charts.chart import Annotation, Chart, NormLine, Point, Series
from dashboard.charts.labels import text_width
from dashboard.charts.trend import trend_chart
from tests.dashboard.charts.examples import ALMERE, BREAK, CROWD, NETHERLANDS, NORM, REPLACED, chart, series


def line(figure: go.Figure, name: str) -> go.Scatter:
    return next(trace for trace in figure.data if trace.name == name and trace.mode == "lines+markers")


def words(figure: go.Figure) -> list[str]:
    return [re.sub("<br>", " ", note.text) for note in figure.layout.annotations]


def test_the_line_has_the_published_percentages_of_almere() -> None:
    almere = line(trend_chart(chart()), "Almere")
    assert list(almere.x) == [2018, 2019, 2020, 2021, 2022, 2023, 2024]
    assert list(almere.y) == list(ALMERE)


def test_a_line_stops_at_a_break_and_starts_again_in_its_year() -> None:
    almere = line(trend_chart(chart(breaks=(BREAK,))), "Almere")
    assert list(almere.y) == [9.6, 9.7, 9.7, 10.7, None, 10.8, 11.4, 11.7]
    assert not almere.connectgaps


def test_a_provisional_value_is_hollow_and_on_no_line_with_final_values() -> None:
    almere = line(trend_chart(chart(series(ALMERE, provisional=(2024,)))), "Almere")
    assert list(almere.y) == [9.6, 9.7, 9.7, 10.7, 10.8, 11.4, None, 11.7]
    assert almere.marker.color[-1] == theme.PAPER
    assert almere.marker.color[0] == "#0072B2"
    assert almere.marker.line.width > 0


def test_a_withheld_value_leaves_a_gap_that_is_explained() -> None:
    figure = trend_chart(chart(series((3.1, None, 3.5, 3.9))))
    assert list(line(figure, "Almere").y) == [3.1, None, 3.5, 3.9]
    assert "niet getoond" in words(figure)


def test_when_all_is_withheld_the_chart_says_so_with_the_reason() -> None:
    figure = trend_chart(chart(series((None, None), note="Niet getoond: minder dan 10 leerlingen.")))
    assert words(figure) == ["Niet getoond: minder dan 10 leerlingen."]
    assert not figure.layout.yaxis.visible


def test_a_chart_without_series_says_that_nothing_is_shown() -> None:
    nothing = Chart(title="", message="", unit="count", decimals=0, series=())
    assert words(trend_chart(nothing)) == ["aantal", "Niet getoond."]


@pytest.mark.parametrize(
    ("name", "colour", "dash", "symbol"),
    [
        ("Nuenen, Gerwen en Nederwetten", "#0072B2", "solid", "circle"),
        ("swv Rivierenland po", "#D55E00", "solid", "square"),
        ("Nederland", "#5F6B76", "dot", "diamond"),
        ("'s-Hertogenbosch", "#007A5A", "dashdot", "triangle-up"),
        ("Bergen op Zoom", "#9C4A82", "dashdot", "x"),
    ],
)
def test_each_role_has_its_colour_line_and_symbol(name: str, colour: str, dash: str, symbol: str) -> None:
    trace = line(trend_chart(chart(*CROWD)), name)
    assert (trace.line.color, trace.line.dash, trace.marker.symbol) == (colour, dash, symbol)


def test_the_line_of_the_area_is_the_thickest_and_lies_on_top() -> None:
    traces = trend_chart(chart(*CROWD)).data
    assert traces[-1].name == "Nuenen, Gerwen en Nederwetten"
    assert traces[-1].line.width > max(trace.line.width for trace in traces[:-1])


def test_a_norm_is_a_dashed_path_from_its_start_with_its_value_in_words() -> None:
    figure = trend_chart(chart(norms=(NORM,)))
    path = figure.data[0]
    assert (list(path.x), list(path.y)) == ([2024, 2028, None], [11.7, 10.5, None])
    assert (path.line.dash, path.line.color, path.mode) == ("dash", "#1F2933", "lines")
    assert "norm 2028: 10,5%" in words(figure)


def test_a_replaced_norm_stays_visible_but_lighter() -> None:
    figure = trend_chart(chart(norms=(NORM, REPLACED)))
    replaced, current = figure.data[:2]
    assert list(replaced.y) == [10.7, 9.0, None]
    assert replaced.line.width < current.line.width
    assert "norm 2026 was 9,0%" in words(figure)


def test_a_band_is_a_path_to_each_of_its_ends() -> None:
    band = NormLine(label="norm 2027", start_year=2024, start_value=11.7, year=2027, lower=9.0, upper=10.0)
    figure = trend_chart(chart(norms=(band,)))
    assert list(figure.data[0].y) == [11.7, 9.0, None, 11.7, 10.0, None]
    assert "norm 2027: 9,0% tot 10,0%" in words(figure)


def test_a_norm_without_a_start_is_level() -> None:
    level = NormLine(label="norm 2028", start_year=2024, start_value=None, year=2028, value=10.5)
    assert list(trend_chart(chart(norms=(level,))).data[0].y) == [10.5, 10.5, None]


def test_the_axis_runs_from_zero_to_above_the_highest_value() -> None:
    axis = trend_chart(chart()).layout.yaxis
    assert axis.range[0] == 0
    assert axis.range[1] > 11.7
    assert list(axis.ticktext) == ["0%", "2%", "4%", "6%", "8%", "10%", "12%"]


def test_counts_have_points_between_thousands_and_their_unit_above_the_axis() -> None:
    figure = trend_chart(chart(series((412000, 460000), role="reference"), unit="count", decimals=0))
    assert list(figure.layout.yaxis.ticktext) == ["0", "100.000", "200.000", "300.000", "400.000", "500.000"]
    assert "aantal" in words(figure)
    assert figure.layout.separators == ",."


def test_small_counts_have_whole_ticks() -> None:
    assert list(trend_chart(chart(series((2, 3)), unit="count", decimals=0)).layout.yaxis.ticktext) == [
        "0",
        "1",
        "2",
        "3",
    ]


def test_every_year_up_to_the_norm_has_a_tick() -> None:
    axis = trend_chart(chart(norms=(NORM,))).layout.xaxis
    assert list(axis.tickvals) == list(range(2018, 2029))
    assert axis.ticktext[-1] == "'28"


def test_school_years_are_written_as_such() -> None:
    points = tuple(Point(year=year, period=f"{year}/'{year % 100 + 1}", value=2.0) for year in (2022, 2023))
    axis = trend_chart(chart(Series(name="Boslo", role="area", points=points))).layout.xaxis
    assert list(axis.ticktext) == ["2022/'23", "2023/'24"]


def test_half_years_lie_half_a_year_apart() -> None:
    points = tuple(Point(year=2025, period=period, value=2.0) for period in ("2025H1", "2025H2"))
    assert list(line(trend_chart(chart(Series(name="Boslo", role="area", points=points))), "Boslo").x) == [2025, 2025.5]


def test_a_break_is_a_thin_line_before_its_year_with_its_words() -> None:
    figure = trend_chart(chart(breaks=(BREAK,)))
    (upright,) = figure.layout.shapes
    assert (upright.x0, upright.x1) == (2021.5, 2021.5)
    assert "breuk: woonplaatsbeginsel gewijzigd" in words(figure)


def test_a_long_explanation_of_a_break_is_cut_to_its_first_clause() -> None:
    long = "Vanaf 2022 geldt een ander woonplaatsbeginsel: een gemeente telt sindsdien andere kinderen mee."
    figure = trend_chart(chart(breaks=(Annotation(year=2022, text=long),)))
    assert "breuk: vanaf 2022 geldt een ander woonplaatsbeginsel" in words(figure)


def test_the_words_of_a_break_stay_on_a_telephone_beside_a_long_name() -> None:
    long = "Vanaf 2022 telt een gemeente andere kinderen en jongeren mee."
    crowded = series(ALMERE, name="Samenwerkingsverband Rivierenrijk po (voorbeeld)")
    figure = trend_chart(chart(crowded, breaks=(Annotation(year=2022, text=long),)))
    (said,) = [note for note in figure.layout.annotations if note.text.startswith("breuk")]
    low, high = figure.layout.xaxis.range
    left, right = figure.layout.margin.l, figure.layout.margin.r
    line_at = left + (340 - left - right) * (2021.5 - low) / (high - low)  # pixels, on a chart of 340
    widest = max(len(one) for one in said.text.split("<br>")) * 6.8  # pixels at this size of type
    assert said.xanchor == "right"
    assert line_at + said.xshift - widest >= 0


def test_a_break_before_all_that_is_drawn_is_not_drawn() -> None:
    figure = trend_chart(chart(series((9.6,), start=2022), breaks=(BREAK,)))
    assert figure.layout.shapes == ()
    assert not any("breuk" in one for one in words(figure))


def test_an_event_does_not_cut_the_line() -> None:
    figure = trend_chart(chart(events=(Annotation(year=2020, text="corona"),)))
    assert None not in line(figure, "Almere").y
    assert figure.layout.shapes[0].line.dash == "dot"
    assert "corona" in words(figure)


def test_uncertainty_is_a_soft_band_only_when_asked_for() -> None:
    almere = series((9.0, 10.0), spread=0.5)
    assert len(trend_chart(chart(almere)).data) == 1
    band = trend_chart(chart(almere, show_interval=True)).data[0]
    assert (list(band.x), list(band.y)) == ([2018, 2019, 2019, 2018, 2018], [9.5, 10.5, 9.5, 8.5, 9.5])
    assert band.fill == "toself"


def test_uncertainty_of_a_value_on_no_line_is_a_whisker() -> None:
    almere = line(
        trend_chart(chart(series((9.0, 10.0), spread=0.5, provisional=(2019,)), show_interval=True)), "Almere"
    )
    assert list(almere.error_y.array) == [0.5, None, 0.5]


def test_pointing_at_a_value_tells_period_value_and_counts_in_dutch() -> None:
    almere = line(
        trend_chart(chart(series((11.7,), start=2024, note="7.400 van 63.248", provisional=(2024,)))), "Almere"
    )
    assert list(almere.customdata[0]) == ["2024 (voorlopig)", "11,7%<br>7.400 van 63.248"]


def test_pointing_at_a_value_does_not_say_it_twice() -> None:
    almere = line(trend_chart(chart(series((11.7,), start=2024, note="7.400 van 63.248 · 11,7%"))), "Almere")
    assert list(almere.customdata[0]) == ["2024", "7.400 van 63.248 · 11,7%"]


def test_pointing_at_a_value_tells_its_interval_when_that_is_shown() -> None:
    almere = line(trend_chart(chart(series((11.7,), start=2024, spread=0.5), show_interval=True)), "Almere")
    assert almere.customdata[0][1] == "11,7%<br>onzekerheid: 11,2% tot 12,2%"


def test_lines_are_labelled_with_name_and_last_value_and_there_is_no_legend() -> None:
    figure = trend_chart(chart(series(ALMERE), NETHERLANDS))
    assert "Almere <b>11,7%</b>" in words(figure)
    assert "Nederland <b>10,5%</b>" in words(figure)
    assert not figure.layout.template.layout.showlegend


def test_two_partnerships_that_end_alike_share_one_label() -> None:
    po = series((9.5, 11.1), name="swv Rivierenland po", role="partnership")
    vo = series((9.3, 11.12), name="swv Rivierenland vo", role="second_partnership")
    together = words(trend_chart(chart(series((9.4, 11.0)), po, vo)))
    assert "swv Rivierenland po en vo <b>11,1%</b>" in together
    assert len([text for text in together if "swv" in text]) == 1
    for other in (
        series((9.3, 11.2), name="swv Rivierenland vo", role="second_partnership"),
        series((9.3, 11.1), name="swv Waterland vo", role="second_partnership"),
        series((11.1,), name="swv Rivierenland vo", role="second_partnership"),
    ):
        assert len([text for text in words(trend_chart(chart(series(ALMERE), po, other))) if "swv" in text]) == 2


def test_a_label_has_the_colour_of_its_line_dark_enough_to_read() -> None:
    figure = trend_chart(chart(*CROWD))
    label = next(note for note in figure.layout.annotations if "swv" in note.text)
    assert label.font.color == theme.STYLES["partnership"].text_colour


def test_markup_in_a_name_is_shown_and_not_obeyed() -> None:
    figure = trend_chart(chart(series(ALMERE, name="<b>Almere</b>")))
    assert any("&lt;b&gt;Almere&lt;/b&gt;" in text for text in words(figure))


def test_the_caption_tells_source_open_symbol_and_example() -> None:
    figure = trend_chart(chart(NETHERLANDS, source="CBS", fictional=True))
    assert "open symbool: voorlopig cijfer · voorbeeld, verzonnen cijfers Bron: CBS" in words(figure)


@pytest.mark.parametrize("width", [340, 560, 860, 1100])
@pytest.mark.parametrize(
    "norms", [(), (NormLine(label="norm 2028", start_year=2024, start_value=10.6, year=2028, value=9.5), REPLACED)]
)
def test_no_label_covers_another_or_leaves_the_screen(norms: tuple[NormLine, ...], width: int) -> None:
    figure = trend_chart(chart(*CROWD, norms=norms))
    boxes = [label_box(note, figure=figure, width=width) for note in figure.layout.annotations]
    assert len(boxes) == 5 + len(norms)
    for left, right, _, _ in boxes:
        assert left >= 0
        assert right <= width
    for one, other in itertools.combinations(boxes, 2):
        beside = one[1] <= other[0] or other[1] <= one[0]
        above = one[3] <= other[2] or other[3] <= one[2]
        assert beside or above


def label_box(note: go.layout.Annotation, *, figure: go.Figure, width: int) -> tuple[float, float, float, float]:
    """Left, right, top and bottom in pixels, as a browser would place the label on a chart of `width`."""
    layout = figure.layout
    plot_width = width - layout.margin.l - layout.margin.r
    plot_height = layout.height - layout.margin.t - layout.margin.b
    low, high = layout.xaxis.range
    across = layout.margin.l + (note.x - low) / (high - low) * plot_width + (note.xshift or 0) + (note.ax or 0)
    down = layout.margin.t + (1 - note.y / layout.yaxis.range[1]) * plot_height - (note.yshift or 0) + (note.ay or 0)
    lines = re.sub("</?b>", "", note.text).replace("&#x27;", "'").split("<br>")
    wide, tall = max(map(text_width, lines)), 17 * len(lines)
    left = {"left": across, "center": across - wide / 2, "right": across - wide}[note.xanchor]
    return left, left + wide, down - tall / 2, down + tall / 2


@pytest.mark.parametrize(
    "shown",
    [
        chart(*CROWD, norms=(NORM, REPLACED), breaks=(BREAK,), show_interval=True, source="CBS", fictional=True),
        chart(series(ALMERE, spread=0.4, provisional=(2024,)), NETHERLANDS, show_interval=True),
        chart(series((None,))),
    ],
)
def test_plotly_accepts_every_property(shown: Chart) -> None:
    figure = trend_chart(shown)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]
