"""The gap between two groups: its points, intervals, breaks and words."""

from dataclasses import replace

from dashboard import theme
from dashboard.charts.chart import Annotation, Point
from dashboard.charts.gap import GapChart, gap_chart, gap_text


def point(year: int, value: float | None, *, provisional: bool = False) -> Point:
    if value is None:
        return Point(year=year, period=str(year), value=None, note=f"In {year}: geen verschil te geven.")
    return Point(
        year=year,
        period=str(year),
        value=value,
        lower=value - 1,
        upper=value + 0.5,
        provisional=provisional,
        note="Het verschil",
    )


def chart(*points: Point) -> GapChart:
    return GapChart(
        title="Jeugdzorg: meisjes min jongens, Waterdam",
        message="In 2024: lager bij meisjes.",
        unit="percentage",
        decimals=1,
        first="meisjes",
        second="jongens",
        points=points,
        verdicts={one.period: "hoger bij jongens" for one in points},
    )


SERIES = chart(point(2021, -2.0), point(2022, -2.4), point(2023, None), point(2024, -2.5, provisional=True))


def lines(made: GapChart) -> list[tuple[list[float], list[float]]]:
    return [(list(one.x), list(one.y)) for one in gap_chart(made).data[:-1]]


def test_a_withheld_year_is_a_hole_in_the_line_and_the_level_of_no_difference_is_drawn() -> None:
    figure = gap_chart(SERIES)
    assert lines(SERIES) == [([2021, 2022], [-2.0, -2.4]), ([2024], [-2.5])]
    level = figure.data[-1]
    assert (list(level.y), level.line.dash) == ([0, 0], "dot")


def test_each_point_has_its_interval() -> None:
    first = gap_chart(SERIES).data[0]
    assert [round(one, 6) for one in first.error_y.array] == [0.5, 0.5]
    assert [round(one, 6) for one in first.error_y.arrayminus] == [1.0, 1.0]


def test_no_line_runs_across_a_break_and_the_break_is_marked() -> None:
    broken = replace(SERIES, breaks=(Annotation(year=2022, text=""),))
    assert lines(broken) == [([2021], [-2.0]), ([2022], [-2.4]), ([2024], [-2.5])]
    assert [shape.x0 for shape in gap_chart(broken).layout.shapes] == [2021.5]


def test_an_event_and_a_break_are_said_at_their_line_and_whole_in_words() -> None:
    told = replace(
        SERIES,
        breaks=(Annotation(year=2022, text="Nieuwe registratie: ook kort verzuim telt.", of=("jongens",)),),
        events=(Annotation(year=2024, text="Corona: scholen waren dicht."), Annotation(year=2030, text="Later")),
    )
    figure = gap_chart(told)
    assert [(shape.x0, shape.line.dash) for shape in figure.layout.shapes] == [(2021.5, "solid"), (2023.5, "dot")]
    flags = [words.text.replace("<br>", " ") for words in figure.layout.annotations[-2:]]
    assert flags == ["breuk in jongens: nieuwe registratie", "Corona"]
    assert lines(told) == [([2021], [-2.0]), ([2022], [-2.4]), ([2024], [-2.5])]
    assert "Breuk in 2022: in jongens: Nieuwe registratie: ook kort verzuim telt." in gap_text(told)
    assert "In 2024: Corona: scholen waren dicht." in gap_text(told)


def test_a_provisional_year_is_open_and_says_so() -> None:
    figure = gap_chart(SERIES)
    assert list(figure.data[1].marker.color) == [theme.PAPER]
    assert any("open symbool: voorlopig cijfer" in words.text for words in figure.layout.annotations)


def test_above_and_below_say_with_whom_it_is_higher_and_ticks_have_no_sign() -> None:
    figure = gap_chart(SERIES)
    told = [words.text for words in figure.layout.annotations]
    assert told[:2] == ["▲ procentpunt hoger bij meisjes", "▼ procentpunt hoger bij jongens"]
    assert [
        (tick, word) for tick, word in zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True)
    ] == [
        (-4, "4"),
        (-3, "3"),
        (-2, "2"),
        (-1, "1"),
        (0, "0"),
    ]


def test_names_are_never_markup() -> None:
    figure = gap_chart(replace(SERIES, first="<b>meisjes</b>"))
    assert figure.layout.annotations[0].text == "▲ procentpunt hoger bij &lt;b&gt;meisjes&lt;/b&gt;"


def test_the_words_tell_each_year_and_why_one_is_missing() -> None:
    assert gap_text(SERIES) == (
        "Jeugdzorg: meisjes min jongens, Waterdam. In 2024: lager bij meisjes. "
        "2021: -2,0 procentpunt, hoger bij jongens. 2022: -2,4 procentpunt, hoger bij jongens. "
        "In 2023: geen verschil te geven. 2024: -2,5 procentpunt, hoger bij jongens."
    )
    assert gap_text(replace(SERIES, fictional=True)).endswith("Dit is een voorbeeld met verzonnen cijfers.")


def test_one_year_is_drawn_too() -> None:
    figure = gap_chart(chart(point(2024, 1.5)))
    low, high = figure.layout.xaxis.range
    assert low < 2024 < high
    low, high = figure.layout.yaxis.range
    assert low < 0 < 2.0 < high
