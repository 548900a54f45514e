"""Years together, years carried back and years that were revised, each in its exact words."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import statements
from dashboard.calculations.successions import CarriedBack
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, VSV, a_figure, a_norm, almere, series_of, withheld

SMALL = ["12/80", "9/90", "15/100"]  # 2021 to 2023; 36 of 270
BREAK = AnnotationFacts(indicator="jeugdzorg", area=None, kind="break", year=2022, text="")


def _small(**changes: str) -> list[FigureFacts]:
    return series_of(SMALL, first_year=2021, **changes)


def test_three_years_together_are_said_with_count_value_and_interval() -> None:
    said = statements.pooled(_small(), indicator=VSV)
    assert said.text == "2021–2023 samen: 36 van 270 · 13,3%, tussen 9,8% en 17,9% (95%-interval)."
    assert (said.verdict, said.numbers["method"]) == ("pooled", "Wilson")


def test_years_with_derived_denominators_are_pooled_approximately() -> None:
    said = statements.pooled(almere(), indicator=JEUGDZORG, annotations=[BREAK])
    assert said.text.startswith("2022–2024 samen: 21.240 van 187.907 · 11,3%, tussen ")
    assert said.text.endswith(" (95%-interval). Bij benadering.")


def test_school_years_together_are_said_as_they_are_written() -> None:
    figures = [
        replace(figure, period=f"{figure.year}/'{(figure.year + 1) % 100}", indicator="vsv") for figure in _small()
    ]
    assert statements.pooled(figures, indicator=VSV).text.startswith("2021/'22–2023/'24 samen: 36 van 270")


def test_a_figure_that_one_year_cannot_settle_is_offered_three_years() -> None:
    # 15 of 100: 9.3% to 23.3%.
    said = statements.offer(_small(), indicator=VSV)
    assert said is not None
    assert said.text == (
        "Eén jaar zegt hier weinig. 2021–2023 samen: 36 van 270 · 13,3%, tussen 9,8% en 17,9% (95%-interval)."
    )


def test_a_figure_that_is_settled_is_offered_nothing() -> None:
    assert statements.offer(almere(), indicator=JEUGDZORG) is None
    assert statements.offer([a_figure(15.0)], indicator=VSV) is None
    assert statements.offer([], indicator=VSV) is None


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("withheld", "een van de jaren is niet getoond"),
        ("break", "er is in die tijd anders geteld"),
        ("status", "voorlopige en definitieve cijfers tellen we niet op"),
        ("few", "er zijn geen drie jaren achter elkaar met aantal en noemer"),
    ],
)
def test_when_three_years_cannot_be_summed_it_says_why(reason: str, words: str) -> None:
    figures, annotations = _small(), []
    if reason == "withheld":
        figures[1] = withheld("small-count", year=2022)
    elif reason == "break":
        annotations = [replace(BREAK, indicator=None)]
    elif reason == "status":
        figures[0] = replace(figures[0], status="provisional")
        figures[1] = replace(figures[1], status="provisional")
    else:
        figures = figures[1:]
    said = statements.offer(figures, indicator=VSV, annotations=annotations)
    assert said is not None
    assert said.text == f"Eén jaar zegt hier weinig, en drie jaren samen kan niet: {words}."


def test_a_wide_interval_is_said_before_the_value() -> None:
    said = statements.level(_small()[-1], indicator=VSV, area_name="Waterdam")
    assert said.text == (
        "Onzeker, tussen 9,3% en 23,3%: ruim 1 op de 7 leerlingen in Waterdam verliet in 2023 het onderwijs zonder "
        "startkwalificatie."
    )


def test_an_interval_that_can_be_read_leaves_the_value_first() -> None:
    said = statements.level(a_figure(6.9, numerator=222.0, denominator=3215.0), indicator=VSV)
    assert said.text.startswith("Ongeveer 1 op de 14 leerlingen") or said.text.startswith("Bijna 1 op de 14 leerlingen")


def test_a_rate_of_a_small_group_is_said_with_its_interval_first() -> None:
    # 15 of 100 is 150 per 1.000; exact Poisson 8.4 to 24.7 of 100.
    figure = a_figure(150.0, numerator=15.0, denominator=100.0)
    said = statements.level(figure, indicator=THUISZITTERS)
    assert said.text.startswith("Onzeker, tussen 84,0 per 1.000 en 247,4 per 1.000: ")


def _area(name: str) -> AreaFacts:
    return AreaFacts(name[:3], "municipality", name, 2018, 2021, fictional=True)


def _carried(*names: str, years: tuple[int, ...] = (2019, 2020, 2021), **changes: str) -> CarriedBack:
    added = tuple(a_figure(5.0, year=year, **{"status": "derived", **changes}) for year in years)
    return CarriedBack(figures=added, added=added, formers=tuple((_area(name), 1.0) for name in names))


def test_years_that_were_added_up_name_the_predecessors() -> None:
    said = statements.carried_back(_carried("Oostdorp", "Westdorp"))
    assert said is not None
    assert said.text == "2019–2021: opgeteld uit Oostdorp en Westdorp."


def test_one_year_and_three_predecessors_are_said_too() -> None:
    said = statements.carried_back(_carried("Oostdorp", "Westdorp", "Zuiddorp", years=(2021,), status="estimated"))
    assert said is not None
    assert said.text == "2021: opgeteld uit Oostdorp, Westdorp en Zuiddorp, bij benadering."


def test_a_predecessor_that_came_partly_says_how_much_of_it() -> None:
    partly = replace(_carried(), formers=((_area("Oostdorp"), 1.0), (_area("Westdorp"), 0.38)))
    said = statements.carried_back(partly)
    assert said is not None
    assert said.text == "2019–2021: opgeteld uit Oostdorp en Westdorp (voor 38%)."


def test_nothing_added_is_not_said() -> None:
    assert statements.carried_back(CarriedBack(figures=(), added=(), formers=())) is None


def test_a_gemeente_that_grew_says_since_when() -> None:
    said = statements.joined(2023, formers=((_area("Kleindorp"), 1.0),))
    assert said.text == "Vanaf 2023 hoort Kleindorp erbij; de cijfers daarvoor zijn zonder Kleindorp."


def test_a_revised_figure_says_what_it_was_and_when_it_changed() -> None:
    now = a_figure(10.7, year=2021, numerator=6585.0)
    before = a_figure(10.7, year=2021, numerator=6555.0, status="provisional")
    said = statements.revision_note(now, earlier=before, changed_on=date(2026, 11, 22), indicator=JEUGDZORG)
    assert said.text == "2021: was 6.555 (voorlopig); gewijzigd op 22 november 2026."


def test_a_revised_percentage_without_another_count_says_the_percentage() -> None:
    before = a_figure(10.5, year=2021, status="final")
    said = statements.revision_note(
        a_figure(10.7, year=2021), earlier=before, changed_on=date(2026, 3, 1), indicator=JEUGDZORG
    )
    assert said.text == "2021: was 10,5% (definitief); gewijzigd op 1 maart 2026."


def test_a_figure_that_is_shown_since_says_that_it_was_not() -> None:
    said = statements.revision_note(
        a_figure(10.7, year=2021),
        earlier=withheld("source", year=2021),
        changed_on=date(2026, 3, 1),
        indicator=JEUGDZORG,
    )
    assert said.text == "2021: was niet getoond; gewijzigd op 1 maart 2026."


def test_an_edition_that_says_the_same_is_not_news() -> None:
    figure = a_figure(10.7, year=2021, numerator=6585.0)
    said = statements.revision_note(figure, earlier=figure, changed_on=date(2026, 3, 1), indicator=JEUGDZORG)
    assert (said.text, said.verdict) == ("", "unchanged")


def test_progress_is_not_compared_across_a_break() -> None:
    norm = a_norm()  # from 12.0 in 2020
    said = statements.progress(almere(), norm=norm, indicator=JEUGDZORG, annotations=[BREAK])
    assert said.text == "Niet te vergelijken: er is anders geteld sinds 2022."
    assert (said.verdict, said.numbers["broken_since"]) == ("broken", 2022)
    short = statements.progress_in_short(almere(), norm=norm, indicator=JEUGDZORG, annotations=[BREAK])
    assert short.text == "niet te vergelijken: er is anders geteld sinds 2022"


def test_progress_that_began_after_the_break_is_judged() -> None:
    said = statements.progress(almere(), norm=a_norm(start_year=2022), indicator=JEUGDZORG, annotations=[BREAK])
    assert said.verdict == "not yet on course"


def test_a_break_of_another_area_is_none_of_its_business() -> None:
    elsewhere = replace(BREAK, area="WK003401")
    said = statements.progress(almere(), norm=a_norm(), indicator=JEUGDZORG, annotations=[elsewhere])
    assert said.verdict == "not yet on course"


def test_an_estimated_count_is_said_to_be_one_and_the_percentage_is_not() -> None:
    figure = a_figure(13.0, numerator=6184.7, denominator=47574.0, status="provisional", estimated=True)
    assert statements.amounts(figure, indicator=VSV).text == "6.185 van 47.574 (geschat) · 13,0% · voorlopig"
    assert not statements.level(figure, indicator=VSV).text.startswith("Naar schatting")
    assert statements.interval(figure, indicator=VSV).text.startswith("Bij benadering: door toeval")
    compared = statements.comparison(
        figure,
        reference=a_figure(11.0, area="NL00", status="provisional"),
        indicator=VSV,
        reference_name="Nederland",
        reference_is_large=True,
    )
    assert compared.text == "Ongunstiger dan Nederland: 13,0% tegen 11,0%. Dit geldt bij benadering."
