"""Areas beside each other: the numbers, names, forms and lines of the figure, and its words."""

from dataclasses import replace

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.alternative_text import comparison_text
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.charts.dots import ROW, dots_chart
from dashboard.charts.signs import signs


def dot(name: str, value: float | None, verdict: str = "no clear difference", *, spread: float = 0.3) -> AreaDot:
    return AreaDot(
        name=name,
        value=value,
        lower=None if value is None else value - spread,
        upper=None if value is None else value + spread,
        verdict=verdict,
        words=f"{verdict} than Nederland",
        note="7.400 van 63.248 · 11,7%" if value is not None else "niet getoond: minder dan 10 jongeren",
    )


ALMERE = replace(dot("Almere", 11.7, "higher"), chosen=True)
LONG = dot("Nuenen, Gerwen en Nederwetten", 9.1, "lower")
WITHHELD = dot("Urk", None, "not comparable")


def chart(*dots: AreaDot) -> Comparison:
    return Comparison(
        title="Jeugdzorg vergeleken",
        message="Van de 3 gebieden: 1 hoger, 1 lager.",
        unit="percentage",
        decimals=1,
        period="2024",
        reference="Nederland",
        reference_value=10.2,
        dots=dots or (ALMERE, LONG, dot("Dronten", 10.4), WITHHELD),
    )


def trace(figure: go.Figure, symbol: str) -> go.Scatter:
    return next(one for one in figure.data if one.mode == "markers" and one.marker.symbol == symbol)


def test_an_area_lies_at_its_value_in_its_row_with_its_interval() -> None:
    almere = trace(dots_chart(chart()), "triangle-right")
    assert (list(almere.x), list(almere.y)) == ([11.7], [0])
    assert [round(bound, 6) for bound in (*almere.error_x.array, *almere.error_x.arrayminus)] == [0.3, 0.3]


def test_below_the_picture_stands_what_its_forms_and_lines_are_and_of_no_others() -> None:
    by_chance = "de streep erdoor laat zien hoeveel het cijfer door toeval anders had kunnen uitvallen."
    line = "De stippellijn staat voor Nederland."
    one, other = "Driehoek naar rechts: hoger dan Nederland.", "Driehoek naar links: lager dan Nederland."
    alike = "Open rondje: geen duidelijk verschil."
    small = "Open vierkantje: vrijwel gelijk; het verschil is te klein om ertoe te doen."
    each = "Elk teken is een gebied"
    stroke = f"{each}; {by_chance}"
    nearly, other_one = dot("Urk", 4.0, "nearly equal"), dot("Elburg", 4.1)
    assert signs(chart(), each=each) == " ".join((stroke, one, other, alike, line))
    assert signs(chart(ALMERE, WITHHELD), each=each) == " ".join((stroke, one, line))
    assert signs(chart(nearly, other_one), each=each) == " ".join((stroke, small, alike, line))
    certain = replace(dot("Urk", 4.0, "not comparable"), lower=None, upper=None)
    without = replace(chart(certain), reference_value=None)
    assert signs(without, each=each) == "Elk teken is een gebied. Kruisje: niet te vergelijken."
    assert signs(chart(WITHHELD), each=each) == ""


def test_too_small_to_matter_has_another_form_than_what_may_be_chance() -> None:
    figure = dots_chart(chart(dot("Urk", 10.3, "nearly equal"), dot("Dronten", 10.4)))
    assert [(one.marker.symbol, list(one.y)) for one in figure.data if one.mode == "markers"] == [
        ("circle-open", [1]),
        ("square-open", [0]),
    ]


def test_higher_lower_and_no_difference_have_forms_of_their_own() -> None:
    figure = dots_chart(chart())
    assert {one.marker.symbol: list(one.y) for one in figure.data if one.mode == "markers" and len(one.y)} == {
        "triangle-right": [0],
        "triangle-left": [1],
        "circle-open": [2],
    }


def test_only_the_chosen_area_has_the_colour_of_the_area_and_a_bold_name() -> None:
    figure = dots_chart(chart())
    assert trace(figure, "triangle-right").marker.color == theme.STYLES["area"].colour
    assert trace(figure, "triangle-left").marker.color == theme.STYLES["reference"].colour
    assert figure.layout.yaxis.ticktext == ("<b>Almere</b>", "Nuenen, Gerwen en<br>Nederwetten", "Dronten", "Urk")


def test_names_are_drawn_as_one_trace_beside_their_rows_for_as_ticks_342_of_them_take_seconds() -> None:
    figure = dots_chart(chart())
    (names,) = (one for one in figure.data if one.mode == "text")
    assert not figure.layout.yaxis.showticklabels
    assert [text.replace("\N{NO-BREAK SPACE}", "") for text in names.text] == list(figure.layout.yaxis.ticktext)
    assert (
        names.text[1]
        == "Nuenen, Gerwen en\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}<br>Nederwetten\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
    )
    assert list(names.y) == [0, 1, 2, 3]
    assert set(names.x) == {figure.layout.xaxis.range[0]}
    assert (names.hoverinfo, names.textposition, names.cliponaxis) == ("skip", "middle left", False)


def test_the_reference_is_one_line_through_all_areas() -> None:
    line = next(one for one in dots_chart(chart()).data if one.name == "Nederland")
    assert (list(line.x), list(line.y)) == ([10.2, 10.2], [-0.5, 3.5])


def test_a_withheld_area_keeps_its_row_and_says_why() -> None:
    notes = {note.y: note.text for note in dots_chart(chart()).layout.annotations}
    assert notes[3].replace("<br>", " ") == "niet getoond: minder dan 10 jongeren"


def test_names_people_typed_are_no_markup() -> None:
    figure = dots_chart(chart(dot("<b>Urk</b>", 5.0)))
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;Urk&lt;/b&gt;",)


def test_every_area_gets_room_for_a_finger() -> None:
    few, many = (dots_chart(chart(*[dot(f"Gebied {n}", 10.0) for n in range(count)])) for count in (5, 342))
    assert many.layout.height - few.layout.height == (342 - 5) * ROW


def test_the_words_name_every_area_its_value_and_how_it_lies() -> None:
    assert comparison_text(chart()) == (
        "Jeugdzorg vergeleken. Van de 3 gebieden: 1 hoger, 1 lager. Almere: 11,7%, higher than Nederland. "
        "Nuenen, Gerwen en Nederwetten: 9,1%, lower than Nederland. Dronten: 10,4%, no clear difference than "
        "Nederland. Urk: niet getoond: minder dan 10 jongeren. Vergeleken met Nederland: 10,2%."
    )


def test_a_long_name_of_the_reference_stands_on_lines_of_its_own_above_the_axis() -> None:
    known = dots_chart(chart())
    figure = dots_chart(replace(chart(), reference="gemeenten van dezelfde grootte"))
    (told,) = [one for one in figure.layout.annotations if "grootte" in one.text]
    assert told.text == "gemeenten van dezelfde<br>grootte 10,2%"
    assert figure.layout.margin.t - known.layout.margin.t == 17  # pixels: one line
    assert figure.layout.height - known.layout.height == 17


def test_why_a_value_is_missing_fits_a_telephone_and_stands_clear_of_the_reference() -> None:
    note = "Niet getoond: anders is een klein aantal terug te rekenen."
    figure = dots_chart(chart(ALMERE, replace(WITHHELD, note=note)))
    told = next(one for one in figure.layout.annotations if one.text.startswith("Niet getoond"))
    assert told.text.replace("<br>", " ") == note
    assert max(len(line) for line in told.text.split("<br>")) <= 30
    assert told.bgcolor == theme.VEIL


def test_a_long_name_in_bold_has_the_room_that_bold_takes() -> None:
    chosen = replace(LONG, chosen=True)
    assert dots_chart(chart(chosen)).layout.margin.l > dots_chart(chart(LONG)).layout.margin.l


def test_the_axis_has_as_many_words_as_fit_a_telephone_and_never_slants_them() -> None:
    figure = dots_chart(chart(dot("Almere", 11.4)))  # 0, 2, 4 … 12%: seven lines
    assert list(figure.layout.xaxis.ticktext) == ["0%", "", "4%", "", "8%", "", "12%"]
    assert figure.layout.xaxis.tickangle == 0


def test_what_the_norm_is_called_fits_a_telephone_and_stands_clear_of_the_source() -> None:
    plain, normed = (
        dots_chart(replace(chart(), source="CBS", norm=norm, norm_label="norm 2028 van Waterdam"))
        for norm in (None, 2.5)
    )
    words = next(one for one in normed.layout.annotations if one.text.startswith("norm"))
    assert words.text == "norm 2028 van<br>Waterdam 2,5%"
    foot = next(one for one in normed.layout.annotations if "CBS" in one.text)
    assert foot.yshift == -8 - 2 * 17  # below two lines of 17 pixels
    assert normed.layout.height - plain.layout.height == 2 * 17
