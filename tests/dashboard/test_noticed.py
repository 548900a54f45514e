"""What stands out about one figure: sentences for what is sure, and silence for what may be chance."""

from dataclasses import replace
from datetime import date

from dashboard import statements
from data_models.facts import AnnotationFacts, FigureFacts
from tests.dashboard.example_facts import THUISZITTERS, VSV, a_figure, a_norm, series_of

FALLING = ["621/3454", "599/3195", "556/3256", "535/3227", "447/3121"]  # published: falls, chi-squared 20,1151
STABLE = ["5405/18095", "5500/18170", "5435/18005", "5480/17890", "5315/17860"]  # published: no trend
NEDERLAND = a_figure(6.0, area="NL00")


def _against(figure: FigureFacts, *, reference: FigureFacts = NEDERLAND, large: bool = True) -> statements.Statement:
    return statements.clear_difference(
        figure, reference=reference, indicator=VSV, reference_name="Nederland", reference_is_large=large
    )


def test_a_clear_trend_names_the_figure_and_its_years() -> None:
    said = statements.clear_trend(series_of(FALLING), indicator=VSV)
    assert said.text == "Jeugdzorg: een duidelijke daling, van 18,0% in 2018 naar 14,3% in 2022."


def test_no_clear_trend_is_silent() -> None:
    said = statements.clear_trend(series_of(STABLE), indicator=VSV)
    assert (said.verdict, said.text) == ("no clear trend", "")


def test_a_difference_that_passes_only_at_95_percent_is_silent() -> None:
    # 222 of 3.215 is 6,9%: Wilson 6,08 to 7,83 at 95%, and 5,64 to 8,42 at 99,8%.
    figure = a_figure(6.9, numerator=222.0, denominator=3215.0)
    at_95 = statements.comparison(
        figure, reference=NEDERLAND, indicator=VSV, reference_name="Nederland", reference_is_large=True
    )
    assert at_95.verdict == "higher"
    assert (_against(figure).verdict, _against(figure).text) == ("no clear difference", "")


def test_a_difference_that_passes_at_99_8_percent_is_told_in_words_of_its_direction() -> None:
    figure = a_figure(6.9, numerator=2220.0, denominator=32150.0)
    assert _against(figure).text == "Jeugdzorg: duidelijk ongunstiger dan Nederland in 2024, 6,9% tegen 6,0%."
    indifferent = replace(VSV, desired_direction="none")
    said = statements.clear_difference(
        figure, reference=NEDERLAND, indicator=indifferent, reference_name="Nederland", reference_is_large=True
    )
    assert said.text == "Jeugdzorg: duidelijk hoger dan Nederland in 2024, 6,9% tegen 6,0%."


def test_against_a_small_area_both_move_so_the_same_difference_is_silent() -> None:
    figure = a_figure(6.9, numerator=222.0, denominator=3215.0)
    neighbour = a_figure(6.0, area="GM0995", numerator=180.0, denominator=3000.0)
    assert _against(figure, reference=neighbour, large=False).text == ""


def test_another_period_and_a_withheld_figure_are_silent() -> None:
    figure = a_figure(6.9, numerator=2220.0, denominator=32150.0)
    assert _against(replace(figure, period="2023", year=2023)).text == ""
    assert _against(replace(figure, value=None, status="withheld", reason="small-count")).text == ""


def test_a_norm_is_told_when_it_is_reached_or_not_on_course_by_the_whole_interval() -> None:
    def said(value: float, count: float) -> statements.Statement:
        figures = [a_figure(value, numerator=count, denominator=100000.0)]
        return statements.norm_reached_or_behind(figures, norm=a_norm(), indicator=VSV)

    # From 12% in 2020 to 9% in 2026 is half a point a year: in 2024 the path lies at 10%.
    assert said(11.0, 11000.0).verdict == "not yet on course"
    assert "nog niet op koers, 11,0% in 2024; de weg naar de norm ligt dan op 10,0%" in said(11.0, 11000.0).text
    assert said(10.0, 10000.0).text == ""
    assert said(5.0, 5000.0).verdict == "achieved"
    assert said(5.0, 5000.0).text.startswith("Jeugdzorg: norm gehaald, 5,0% in 2024 (norm ")


def test_a_revised_and_a_provisional_latest_figure_are_told_and_others_are_not() -> None:
    figures = [a_figure(6.9, numerator=222.0, denominator=3215.0, status="provisional")]
    assert statements.provisional(figures, indicator=VSV).text == (
        "Jeugdzorg: het nieuwste cijfer is voorlopig, 6,9% in 2024."
    )
    final = [replace(figures[0], status="final")]
    assert statements.provisional(final, indicator=VSV).text == ""
    changed = statements.revised(
        final, earlier=replace(figures[0], numerator=210.0), changed_on=date(2026, 11, 22), indicator=VSV
    )
    assert changed.text == (
        "Jeugdzorg: het nieuwste cijfer is bijgesteld. 2024: was 210 (voorlopig); gewijzigd op 22 november 2026."
    )
    same = statements.revised(final, earlier=final[0], changed_on=date(2026, 11, 22), indicator=VSV)
    assert same.text == ""


def _broken(year: int, *, area: str | None = None, kind: str = "break") -> list[AnnotationFacts]:
    return [AnnotationFacts("vsv", area, kind, year, "nieuwe registratie")]


def test_counting_otherwise_is_told_while_it_hides_whether_a_figure_moves() -> None:
    figures = [replace(one, indicator="vsv") for one in series_of(STABLE)]  # 2018 to 2022
    said = statements.counted_otherwise(figures, indicator=VSV, annotations=_broken(2020))
    assert said.text == (
        "Bij Jeugdzorg is vanaf 2020 anders geteld dan daarvoor: of dit cijfer stijgt of daalt, is nog niet te zeggen."
    )
    for silent in (
        [],
        _broken(2018),  # five years since
        _broken(2023),  # no figure since
        _broken(2020, area="GM0995"),
        _broken(2020, kind="event"),
    ):
        assert statements.counted_otherwise(figures, indicator=VSV, annotations=silent).text == ""


def test_a_withheld_latest_figure_is_told_and_a_shown_one_is_not() -> None:
    shown = a_figure(6.9, period="2023", year=2023)
    hidden = a_figure(None, status="withheld", reason="small-count")
    assert statements.withheld([shown, hidden], indicator=VSV).text == (
        "Het nieuwste cijfer van Jeugdzorg is niet getoond; op de kaart staat waarom."
    )
    assert statements.withheld([shown], indicator=VSV).text == ""
    assert statements.withheld([], indicator=VSV).text == ""


def test_what_holds_of_several_figures_is_one_sentence_that_names_four_or_three_and_how_many_others() -> None:
    def said(*names: str) -> str:
        return statements.gathered("provisional", names=names).text

    assert said("A", "B") == "De nieuwste cijfers van A en B zijn voorlopig: ze kunnen nog veranderen."
    assert said("A", "B", "C", "D").startswith("De nieuwste cijfers van A, B, C en D zijn")
    assert said("A", "B", "C", "D", "E").startswith("De nieuwste cijfers van A, B, C en nog 2 andere zijn")


def test_beside_each_other_only_the_verdict_is_said_of_whom() -> None:
    figure = a_figure(5.5, numerator=83.0, denominator=15130.0, indicator="thuiszitters")
    partnership = a_figure(5.04, area="PO1", numerator=140.6, denominator=27879.0, indicator="thuiszitters")
    said = statements.comparison_in_short(
        figure,
        reference=partnership,
        indicator=THUISZITTERS,
        area_name="Waterdam",
        reference_name="swv",
        reference_is_large=False,
    )
    assert said.text == "Waterdam: geen duidelijk verschil."
