"""The worked examples of Uitleg: the steps with their numbers, and nothing where there is nothing to show."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.calculations.area_series import AreaSeries
from dashboard.calculations.composed import Composed
from dashboard.calculations.estimated import AgeClass
from dashboard.calculations.successions import CarriedBack
from dashboard.statements import worked, worked_comparisons, worked_series
from dashboard.statements.worked import Worked
from dashboard.statements.worked_choice import Tried, examples
from dashboard.texts import methods
from data_models.facts import AnnotationFacts, AreaFacts
from tests.dashboard.example_facts import (
    JEUGDZORG,
    THUISZITTERS,
    VSV,
    a_figure,
    a_norm,
    almere,
    series_of,
    withheld,
)

ALMERE = AreaFacts("GM0034", "municipality", "Almere", 2018, None, fictional=False)
NEDERLAND = AreaFacts("NL00", "country", "Nederland", 2018, None, fictional=False)
WATERDAM = AreaFacts("VG0001", "municipality", "Waterdam", 2018, None, fictional=True)
BREAK = AnnotationFacts(indicator="jeugdzorg", area=None, kind="break", year=2022, text="Sinds 2022 anders geteld.")


def _worked(*figures: Any, **changes: Any) -> Worked:  # noqa: ANN401
    return Worked(**{"area": ALMERE, "indicator": VSV, "figures": tuple(figures), **changes})


OF_ALMERE = _worked(*almere(), indicator=JEUGDZORG, annotations=(BREAK,))
SMALL = _worked(a_figure(20.0, numerator=20.0, denominator=100.0))


def test_the_interval_is_worked_out_in_steps() -> None:
    # 20 of 100: middle (0.2 + 3.8415/200)/(1 + 3.8415/100) = 0.2111; bounds 13.34% and 28.88% as UKHSA publishes.
    assert worked.interval(SMALL) == (
        "Jeugdzorg, Almere, 2024: 20 van 100 · 20,0%.",
        "Het aandeel is 0,2000, de noemer 100. Bij 95% hoort z = 1,96.",
        "Het midden: (aandeel + z² / (2 × noemer)) / (1 + z² / noemer) = 0,2111.",
        "Naar beide kanten 0,0777: van 13,34% tot 28,88%.",
    )


def test_the_rounding_of_the_source_adds_a_step_to_the_interval() -> None:
    steps = worked.interval(OF_ALMERE)
    assert steps is not None
    assert steps[-1].startswith("De afronding van de bron telt mee; daarmee wordt het 11,40% tot ")


def test_the_interval_of_a_rate_starts_from_its_count() -> None:
    # Exact Poisson of 15: 8.40 to 24.74; of 400 children 20.99 to 61.85 per 1,000 (DescTools).
    steps = worked.rate(_worked(a_figure(37.5, numerator=15.0, denominator=400.0), indicator=THUISZITTERS))
    assert steps is not None
    assert steps[1:] == (
        "Bij een aantal van 15 hoort 8,4 tot 24,7 (95%, volgens Poisson).",
        "Gedeeld door 400, keer 1.000: 21,0 per 1.000 tot 61,9 per 1.000.",
    )


def test_the_country_is_one_value_beside_the_interval() -> None:
    country = _worked(a_figure(30.0, area="NL00"), area=NEDERLAND)
    steps = worked_comparisons.against_large(SMALL, reference=country)
    assert steps is not None
    assert steps[1:3] == (
        "Het interval van Almere loopt van 13,3% tot 28,9%. Nederland heeft 30,0%.",
        "Het hele interval ligt onder 30,0%.",
    )
    assert steps[3].startswith("Op het scherm staat dan: Gunstiger dan Nederland: 20,0% tegen 30,0%.")


def test_two_small_areas_have_the_chance_of_their_difference() -> None:
    # Agresti-Caffo: 10 of 100 beside 20 of 110 is p = 0.09697.
    one = _worked(a_figure(10.0, numerator=10.0, denominator=100.0))
    other = _worked(a_figure(18.2, area="GM2", numerator=20.0, denominator=110.0), area=replace(ALMERE, code="GM2"))
    steps = worked_comparisons.against_small(one, reference=other)
    assert steps is not None
    assert steps[2:4] == (
        "Het verschil is -8,2 procentpunt. De kans dat toeval alleen zo'n verschil geeft is 9,7%.",
        "Dat is 5% of meer: het kan ook toeval zijn.",
    )
    assert worked_comparisons.against_small(one, reference=one) is None


def test_a_difference_that_is_too_small_has_its_own_example() -> None:
    of = _worked(a_figure(11.7, numerator=7400.0, denominator=63248.0))
    steps = worked_comparisons.smallest_difference(of, reference=_worked(a_figure(11.3, area="NL00"), area=NEDERLAND))
    assert steps is not None
    assert steps[:2] == (
        "Jeugdzorg, 2024: Almere heeft 11,7%, Nederland 11,3%: een verschil van 0,4 procentpunt.",
        "Wat er minstens toe doet: 0,5 procentpunt, of 5% van 11,7% als dat meer is. Hier 0,6 procentpunt.",
    )
    assert worked_comparisons.against_large(of, reference=_worked(a_figure(11.3, area="NL00"), area=NEDERLAND)) is None


def test_a_rounded_count_is_worked_out_at_both_ends() -> None:
    steps = worked.rounding(_worked(a_figure(6.8, numerator=220.0, denominator=3215.0), indicator=JEUGDZORG))
    assert steps is not None
    assert steps[1] == "De bron rondt af op 5-tallen. Het echte aantal ligt tussen 217,5 en 222,5."
    assert worked.rounding(SMALL) is None


def test_a_derived_denominator_is_the_count_divided_by_the_percentage() -> None:
    assert worked.derived(OF_ALMERE) == (
        "Jeugdzorg, Almere, 2024: 7.400 van 63.248 (noemer afgeleid) · 11,7%.",
        "7.400 gedeeld door 11,7% is 63.248.",
        "11,7% is afgerond: het kan 11,65% tot 11,75% zijn. De noemer ligt dus tussen 62.979 en 63.519.",
    )
    assert worked.derived(SMALL) is None


def test_an_estimate_shows_which_ages_count_partly() -> None:
    indicator = replace(JEUGDZORG, denominator="Alle jongeren van 0 t/m 17 jaar die in het gebied wonen.")
    figure = a_figure(13.0, year=2022, numerator=6267.8, denominator=48213.5, estimated=True)
    steps = worked.estimate(
        _worked(figure, indicator=indicator), classes=[AgeClass(0, 14, 40106), AgeClass(15, 24, 27025)]
    )
    assert steps is not None
    assert steps[1:] == (
        "40.106 inwoners van 0 t/m 14 jaar: die tellen allemaal mee.",
        "27.025 inwoners van 15 t/m 24 jaar: 3 van de 10 jaren tellen mee, dus 8.108.",
        "Samen 48.214. 13,0% daarvan is 6.268.",
    )


def test_a_trend_shows_its_points_its_test_and_every_year_left_out() -> None:
    shares = ["621/3454", "599/3195", "556/3256", "535/3227", "447/3121"]
    steps = worked_series.trend(_worked(*series_of(shares)))
    assert steps is not None
    assert steps[0] == "Jeugdzorg, Almere: 2018: 18,0%; 2019: 18,7%; 2020: 17,1%; 2021: 16,6%; 2022: 14,3%."
    assert steps[1] == "De toets geeft χ² = 20,12. Boven 9,55 is het met 99,8% zekerheid geen toeval."
    assert steps[2] == "Laten we om de beurt één jaar weg, dan blijft de lijn dezelfde kant op wijzen."
    assert worked_series.trend(OF_ALMERE) is None


def test_the_way_to_a_norm_is_worked_out() -> None:
    # From 12.0 in 2020 to 9.0 in 2026: 10.0 in 2024.
    steps = worked_series.progress(replace(OF_ALMERE, annotations=(), norms=(a_norm(),)))
    assert steps is not None
    assert steps[0] == (
        "Jeugdzorg, Almere: norm 2026: 9,0%, begonnen met 12,0 in 2020. In 2024 ligt de weg op "
        "12,0 + (9,0 − 12,0) × 4 / 6 = 10,0%."
    )
    assert steps[1].startswith("Het cijfer van 2024 is 11,7%, met een interval van 11,4% tot ")
    assert worked_series.progress(OF_ALMERE) is None


def test_an_invented_figure_that_is_not_shown_says_that_it_is_invented() -> None:
    of = _worked(a_figure(4.0), withheld("small-count", year=2025), area=WATERDAM)
    steps = worked_series.small_counts(of)
    assert steps == (
        "Voorbeeld, verzonnen. Jeugdzorg, Waterdam, 2025: Niet getoond: minder dan 10 jongeren.",
        "1 van de 2 cijfers van deze reeks worden wel getoond.",
        "Stel: een klas van 45 leerlingen in Rivierenrijk, 37 jongens en 8 meisjes. Wie 45 en 37 ziet, weet "
        "45 − 37 = 8. Daarom houden we dan ook de jongens achter.",
    )


def test_a_composed_area_shows_its_parts_and_their_sum() -> None:
    parts = [
        ((ALMERE, 1.0), a_figure(10.0, numerator=100.0, denominator=1000.0)),
        ((replace(ALMERE, code="GM2", name="Zeewolde"), 0.5), a_figure(15.0, numerator=60.0, denominator=400.0)),
    ]
    made = AreaSeries(
        figures=(a_figure(10.83, numerator=130.0, denominator=1200.0, status="derived"),),
        composed=Composed(130.0, 1200.0, 2, 2, 1.0, approximate=False),
    )
    steps = worked_series.composed_area(_worked(*made.figures), made=made, parts=parts)
    assert steps == (
        "Jeugdzorg, Almere, 2024: 100 van 1.000.",
        "Jeugdzorg, Zeewolde, 2024: 60 van 400. Daarvan telt 50% mee.",
        "Opgeteld: 130 van 1.200, dat is 10,8%.",
        "Op het scherm staat dan: berekend uit 2 van 2 gemeenten",
    )


def test_a_herindeling_shows_the_predecessors_and_their_sum() -> None:
    former = replace(ALMERE, code="GM1", name="Oostdorp", valid_until=2021)
    added = a_figure(5.0, year=2021, numerator=50.0, denominator=1000.0, status="derived")
    made = AreaSeries(figures=(added,), carried=CarriedBack((added,), (added,), ((former, 1.0),)))
    steps = worked_series.carried(
        _worked(added),
        made=made,
        parts=[((former, 1.0), a_figure(5.0, year=2021, numerator=50.0, denominator=1000.0))],
    )
    assert steps == (
        "Jeugdzorg, Oostdorp, 2021: 50 van 1.000.",
        "Opgeteld: 50 van 1.000, dat is 5,0%.",
        "Op het scherm staat dan: 2021: opgeteld uit Oostdorp.",
    )


def test_three_years_show_each_year_beside_the_three_together() -> None:
    steps = worked_series.together(_worked(*series_of(["12/80", "9/90", "15/100"], first_year=2021)))
    assert steps is not None
    assert steps[1:] == (
        "2021: 12 van 80, tussen 8,8% en 24,4%.",
        "2022: 9 van 90, tussen 5,4% en 17,9%.",
        "2023: 15 van 100, tussen 9,3% en 23,3%.",
        "Op het scherm staat dan: 2021–2023 samen: 36 van 270 · 13,3%, tussen 9,8% en 17,9% (95%-interval).",
    )


def test_where_nothing_shows_a_method_there_is_no_example() -> None:
    found = examples(Tried(series=[], made={}, parts={}, population={}))
    assert set(found) == set(methods.METHODS)
    assert set(found.values()) == {None}


@pytest.mark.parametrize("figures", [[a_figure(4.0)], [withheld("source")]])
def test_a_series_without_counts_shows_only_what_it_can(figures: list[Any]) -> None:
    of = _worked(*figures)
    found = examples(
        Tried(
            series=[of],
            made={("GM0034", "vsv"): AreaSeries(figures=of.figures)},
            parts={},
            population={},
        )
    )
    assert set(found.values()) == {None}
