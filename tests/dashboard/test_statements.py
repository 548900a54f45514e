"""The Dutch sentences, literally."""

from dataclasses import replace

import pytest

from dashboard import statements
from dashboard.calculations.composed import Composed
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts
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

FALLING = ["621/3454", "599/3195", "556/3256", "535/3227", "447/3121"]
NEDERLAND = a_figure(10.9, area="NL00")


def test_a_level_is_said_as_one_in_so_many() -> None:
    said = statements.level(almere()[-1], indicator=JEUGDZORG, area_name="Almere")
    assert said.text == "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg."
    assert said.verdict == "shown"


def test_a_level_of_a_group_names_the_group() -> None:
    said = statements.level(a_figure(9.6), indicator=JEUGDZORG, breakdown_name="12 tot 18 jaar")
    assert said.text == "Bijna 1 op de 10 kinderen en jongeren (12 tot 18 jaar) kreeg in 2024 jeugdzorg."


@pytest.mark.parametrize(
    ("indicator", "figure", "text"),
    [
        (
            THUISZITTERS,
            a_figure(4.0, period="2023/'24"),
            (
                "Ongeveer 1 op de 250 leerplichtige kinderen in Almere zat in schooljaar 2023/'24 langer dan vier "
                "weken thuis."
            ),
        ),
        (
            THUISZITTERS,
            a_figure(0.0, numerator=0.0),
            "Niemand van de leerplichtige kinderen in Almere zat in 2024 langer dan vier weken thuis.",
        ),
        (
            replace(JEUGDZORG, unit="count", decimals=0, subject="leerlingen", verb="gingen", complement="naar school"),
            a_figure(19000.0),
            "19.000 leerlingen in Almere gingen in 2024 naar school.",
        ),
        (
            replace(THUISZITTERS, unit="weeks", decimals=0, name="Duur van thuiszitten (mediaan)"),
            a_figure(12.0),
            "Duur van thuiszitten (mediaan) in Almere in 2024: 12 weken.",
        ),
        (
            replace(JEUGDZORG, unit="days", decimals=0, name="Wachttijd jeugdhulp"),
            a_figure(1.0),
            "Wachttijd jeugdhulp in Almere in 2024: 1 dag.",
        ),
        (
            replace(JEUGDZORG, unit="scale", name="Mate van samenwerken"),
            a_figure(3.4),
            "Mate van samenwerken in Almere in 2024: 3,4 op een schaal van 1 tot 5.",
        ),
        (
            JEUGDZORG,
            a_figure(11.7, status="estimated"),
            "Naar schatting ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg.",
        ),
    ],
)
def test_a_level_suits_the_unit(indicator: IndicatorFacts, figure: FigureFacts, text: str) -> None:
    assert statements.level(figure, indicator=indicator, area_name="Almere").text == text


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("small-count", "Niet getoond: minder dan 10 jongeren."),
        ("small-group", "Niet getoond: de groep is te klein."),
        ("complementary", "Niet getoond: anders is een klein aantal terug te rekenen."),
        ("source", "Niet getoond: de bron toont dit cijfer niet."),
        ("unknown", "Niet getoond: de bron kent dit cijfer niet."),
        ("percentage-undecided", "Percentage niet te bepalen: in de bron ontbreken de decimalen."),
        ("a-reason-of-later", "Niet getoond."),
    ],
)
def test_a_withheld_figure_says_why(reason: str, text: str) -> None:
    said = statements.level(withheld(reason), indicator=JEUGDZORG, area_name="Almere")
    assert (said.text, said.verdict) == (text, "withheld")
    assert statements.amounts(withheld(reason), indicator=JEUGDZORG).text == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (almere()[-1], "7.400 van 63.248 (noemer afgeleid) · 11,7%"),
        (a_figure(6.9, numerator=222.0, denominator=3215.0), "222 van 3.215 · 6,9%"),
        (a_figure(6.9, numerator=222.0, denominator=3215.0, status="estimated"), "222 van 3.215 (geschat) · 6,9%"),
        (
            a_figure(6.9, numerator=222.0, denominator=3215.0, status="provisional"),
            "222 van 3.215 · 6,9% · voorlopig",
        ),
        (a_figure(11.7), "11,7% (de bron geeft geen aantal)"),
        (a_figure(0.0, numerator=5.0), "5 · 0,0% (noemer onbekend)"),
        (withheld("percentage-undecided", numerator=5805.0), "5.805 · percentage niet te bepalen"),
    ],
)
def test_amounts_say_where_the_denominator_comes_from(figure: FigureFacts, text: str) -> None:
    assert statements.amounts(figure, indicator=JEUGDZORG).text == text


def test_the_interval_is_in_the_unit() -> None:
    said = statements.interval(a_figure(6.9, numerator=222.0, denominator=3215.0), indicator=VSV)
    assert said.text == "Door toeval had dit ook tussen 6,1% en 7,8% kunnen liggen (95%-interval)."
    assert said.numbers["lower"] == pytest.approx(6.0791690363636595, abs=1e-9)
    assert said.numbers["upper"] == pytest.approx(7.833956681383633, abs=1e-9)
    assert (said.numbers["level"], said.numbers["method"]) == (0.95, "Wilson")


def test_a_rate_has_an_exact_poisson_interval() -> None:
    said = statements.interval(a_figure(10.0, numerator=1.0, denominator=100.0), indicator=THUISZITTERS)
    assert said.numbers["lower"] == pytest.approx(0.25317807984289897, abs=1e-9)
    assert said.numbers["upper"] == pytest.approx(55.71643390938898, abs=1e-9)
    assert said.numbers["method"] == "exact Poisson"


def test_an_interval_on_a_derived_denominator_holds_approximately() -> None:
    said = statements.interval(almere()[-1], indicator=JEUGDZORG)
    assert said.text == ("Bij benadering: door toeval had dit ook tussen 11,4% en 12,0% kunnen liggen (95%-interval).")
    assert said.verdict == "approximate"


def test_without_a_count_there_is_no_interval() -> None:
    said = statements.interval(a_figure(11.7), indicator=JEUGDZORG)
    assert (said.text, said.verdict) == ("Geen interval: aantal of noemer ontbreekt.", "no interval")


def compared(figure: FigureFacts, reference: FigureFacts, **options: object) -> statements.Statement:
    chosen: dict[str, object] = {
        "indicator": JEUGDZORG,
        "reference_name": "Nederland",
        "reference_is_large": True,
    } | options
    return statements.comparison(figure, reference=reference, **chosen)  # type: ignore[arg-type]


EXACT = a_figure(6.9, numerator=222.0, denominator=3215.0)


@pytest.mark.parametrize(
    ("reference", "indicator", "verdict", "text"),
    [
        (8.0, JEUGDZORG, "lower", "Lager dan Nederland: 6,9% tegen 8,0%."),
        (6.0, JEUGDZORG, "higher", "Hoger dan Nederland: 6,9% tegen 6,0%."),
        (8.0, VSV, "lower", "Gunstiger dan Nederland: 6,9% tegen 8,0%."),
        (6.0, VSV, "higher", "Ongunstiger dan Nederland: 6,9% tegen 6,0%."),
        (7.0, JEUGDZORG, "no clear difference", "Geen duidelijk verschil met Nederland: 6,9% tegen 7,0%."),
        (6.9, JEUGDZORG, "no clear difference", "Geen duidelijk verschil met Nederland: 6,9% tegen 6,9%."),
    ],
)
def test_a_figure_lies_against_a_large_reference(
    reference: float, indicator: IndicatorFacts, verdict: str, text: str
) -> None:
    said = compared(EXACT, a_figure(reference, area="NL00"), indicator=indicator)
    assert (said.verdict, said.text) == (verdict, text)


def test_a_difference_too_small_to_matter_is_nearly_equal() -> None:
    large = a_figure(11.7, numerator=117000.0, denominator=1000000.0)
    said = compared(large, a_figure(11.3, area="NL00"), indicator=VSV)
    assert (said.verdict, said.text) == ("nearly equal", "Vrijwel gelijk aan Nederland: 11,7% tegen 11,3%.")


def test_the_sentence_says_that_the_reference_contains_the_area_and_that_it_is_approximate() -> None:
    assert compared(almere()[-1], NEDERLAND, contains_area=True).text == (
        "Hoger dan Nederland: 11,7% tegen 10,9%. Dit gebied telt zelf mee in Nederland. Dit geldt bij benadering."
    )


def test_provisional_beside_final_is_named() -> None:
    said = compared(EXACT, a_figure(8.0, area="NL00", status="provisional"))
    assert said.text == "Lager dan Nederland: 6,9% tegen 8,0%. Het ene cijfer is voorlopig, het andere definitief."


def test_a_small_reference_is_tested_on_both_sides() -> None:
    neighbour = a_figure(32.0, area="GM0995", numerator=32.0, denominator=100.0)
    ours = a_figure(20.0, numerator=20.0, denominator=100.0)
    said = compared(ours, neighbour, indicator=VSV, reference_is_large=False, reference_name="Lelystad")
    assert (said.verdict, said.text) == (
        "no clear difference",
        "Geen duidelijk verschil met Lelystad: 20,0% tegen 32,0%.",
    )


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        (a_figure(8.0, area="NL00", year=2023), "Niet te vergelijken met Nederland: het is een andere periode."),
        (a_figure(8.0, area="NL00", breakdown="x:y"), "Niet te vergelijken met Nederland: het is een andere groep."),
        (
            a_figure(8.0, area="NL00", indicator="vsv"),
            "Niet te vergelijken met Nederland: het is een andere indicator.",
        ),
        (a_figure(8.0), "Niet te vergelijken met Nederland: het is hetzelfde gebied."),
        (
            withheld("source", area="NL00"),
            "Niet te vergelijken met Nederland: een van de cijfers is niet getoond.",
        ),
    ],
)
def test_what_differs_is_not_compared(reference: FigureFacts, text: str) -> None:
    said = compared(EXACT, reference)
    assert (said.verdict, said.text) == ("not comparable", text)


def test_without_a_count_no_test_is_possible() -> None:
    said = compared(a_figure(11.7), NEDERLAND)
    assert (said.verdict, said.text) == (
        "not comparable",
        "Geen toets mogelijk met Nederland: aantal of noemer ontbreekt.",
    )
    assert compared(EXACT, NEDERLAND, reference_is_large=False).verdict == "not comparable"


def test_almere_rises() -> None:
    said = statements.trend(almere(), indicator=JEUGDZORG)
    assert said.verdict == "rising"
    assert said.text == "Dat stijgt: van 9,6% in 2018 naar 11,7% in 2024. Dit geldt bij benadering."


def test_a_published_series_falls_with_its_published_chi_squared() -> None:
    said = statements.trend(series_of(FALLING), indicator=VSV)
    assert said.text == "Dat daalt: van 18,0% in 2018 naar 14,3% in 2022."
    assert said.numbers["chi_squared"] == pytest.approx(20.1151, abs=5e-5)


def test_a_stable_series_has_no_clear_trend() -> None:
    stable = series_of(["5405/18095", "5500/18170", "5435/18005", "5480/17890", "5315/17860"])
    assert statements.trend(stable, indicator=VSV).text == "Geen duidelijke trend van 2018 tot en met 2022."


def test_school_years_are_named_as_such() -> None:
    stable = ["540/1809", "550/1817", "543/1800", "548/1789", "531/1786"]
    figures = [replace(f, period=f"{f.year}/'{f.year - 1999}") for f in series_of(stable)]
    said = statements.trend(figures, indicator=VSV)
    assert said.text == "Geen duidelijke trend van 2018/'19 tot en met 2022/'23."


def test_a_break_leaves_too_few_points() -> None:
    annotations = [AnnotationFacts(indicator="jeugdzorg", area=None, kind="break", year=2022, text="")]
    said = statements.trend(almere(), indicator=JEUGDZORG, annotations=annotations)
    assert said.verdict == "too few points"
    assert said.text == "Te weinig gegevens voor een trend: 3 van de 5 jaren die nodig zijn."


def test_counts_without_denominator_have_no_trend() -> None:
    counts = [replace(figure, value=figure.numerator) for figure in almere()]
    children = replace(JEUGDZORG, unit="count", decimals=0, verb="kregen")
    said = statements.trend(counts, indicator=children)
    assert said.verdict == "too few points"
    assert said.text == "Geen toets mogelijk op een trend: aantal of noemer ontbreekt."
    assert (
        statements.headline(counts, indicator=children).text == "7.400 kinderen en jongeren kregen in 2024 jeugdzorg."
    )
    assert statements.trend([], indicator=JEUGDZORG).text == "Te weinig gegevens voor een trend."


def test_since_a_year_is_said_only_when_it_holds_from_there() -> None:
    assert statements.trend(almere(), indicator=JEUGDZORG, since=2020).text == (
        "Dat stijgt sinds 2020: van 9,7% in 2020 naar 11,7% in 2024. Dit geldt bij benadering."
    )
    assert statements.trend(almere(), indicator=JEUGDZORG, since=2021).text.startswith("Dat stijgt: van 9,6% in 2018")


@pytest.mark.parametrize(
    ("figures", "indicator", "text", "verdict"),
    [
        (almere(), JEUGDZORG, "Ruim 1 op de 9 kinderen en jongeren kreeg in 2024 jeugdzorg; dat stijgt.", "rising"),
        (
            series_of(FALLING),
            VSV,
            "Ongeveer 1 op de 7 leerlingen verliet in 2022 het onderwijs zonder startkwalificatie; dat daalt.",
            "falling",
        ),
        (
            almere()[-3:],
            JEUGDZORG,
            "Ruim 1 op de 9 kinderen en jongeren kreeg in 2024 jeugdzorg; te weinig gegevens voor een trend.",
            "too few points",
        ),
        (
            [*almere(), withheld("small-count", year=2025)],
            JEUGDZORG,
            "Niet getoond: minder dan 10 jongeren.",
            "withheld",
        ),
        (
            [*almere(), withheld("unknown", year=2025)],
            JEUGDZORG,
            "Ruim 1 op de 9 kinderen en jongeren kreeg in 2024 jeugdzorg; dat stijgt.",
            "rising",
        ),
        ([withheld("unknown")], JEUGDZORG, "Niet getoond: de bron kent dit cijfer niet.", "withheld"),
        (
            [a_figure(11.7, period="2024H1")],
            JEUGDZORG,
            (
                "Ruim 1 op de 9 kinderen en jongeren kreeg in de eerste helft van 2024 jeugdzorg; "
                "te weinig gegevens voor een trend."
            ),
            "too few points",
        ),
        ([], JEUGDZORG, "Nog geen cijfer.", "no figure"),
    ],
)
def test_a_headline_says_level_and_trend(
    figures: list[FigureFacts], indicator: IndicatorFacts, text: str, verdict: str
) -> None:
    said = statements.headline(figures, indicator=indicator)
    assert (said.text, said.verdict) == (text, verdict)


def test_a_norm_is_said_with_its_year() -> None:
    band = a_norm(None, direction="band", lower=8.0, upper=10.0)
    assert statements.norm(a_norm(), indicator=JEUGDZORG).text == "norm 2026: 9,0%"
    assert statements.norm(band, indicator=JEUGDZORG).text == "norm 2026: 8,0% tot 10,0%"


@pytest.mark.parametrize(
    ("count", "verdict", "text"),
    [
        (
            8600,
            "achieved",
            (
                "Norm gehaald: 8,6% in 2024. Tot nu toe: -0,9 procentpunt per jaar. "
                "Bereiken we ook de groepen die het moeilijkst te bereiken zijn?"
            ),
        ),
        (
            9600,
            "on course",
            (
                "Op koers: 9,6% in 2024; de weg naar de norm ligt dan op 10,0%. "
                "Nodig: -0,3 procentpunt per jaar; tot nu toe: -0,6 procentpunt per jaar."
            ),
        ),
        (
            9900,
            "on the path, may be chance",
            (
                "Ligt op de weg, maar het verschil kan toeval zijn: 9,9% in 2024; de weg naar de norm ligt dan op "
                "10,0%. Nodig: -0,5 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar."
            ),
        ),
        (
            10100,
            "behind, may be chance",
            (
                "Ligt achter, maar het verschil kan toeval zijn: 10,1% in 2024; de weg naar de norm ligt dan op 10,0%. "
                "Nodig: -0,6 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar."
            ),
        ),
        (
            11000,
            "not yet on course",
            (
                "Nog niet op koers: 11,0% in 2024; de weg naar de norm ligt dan op 10,0%. "
                "Nodig: -1,0 procentpunt per jaar; tot nu toe: -0,3 procentpunt per jaar."
            ),
        ),
    ],
)
def test_progress_to_a_norm(count: float, verdict: str, text: str) -> None:
    figures = [a_figure(12.0, year=2020), a_figure(count / 1000, numerator=count, denominator=100000.0)]
    said = statements.progress(figures, norm=a_norm(), indicator=VSV)
    assert (said.verdict, said.text) == (verdict, text)


def test_a_card_says_only_the_verdict() -> None:
    figures = [a_figure(9.6, numerator=9600.0, denominator=100000.0)]
    assert statements.progress_in_short(figures, norm=a_norm(), indicator=VSV).text == "op koers"


def test_the_start_is_the_figure_of_the_start_year_when_the_norm_has_none() -> None:
    figures = [a_figure(12.0, year=2020), a_figure(9.6, numerator=9600.0, denominator=100000.0)]
    said = statements.progress(figures, norm=a_norm(start_value=None), indicator=VSV)
    assert said.verdict == "on course"
    assert said.numbers["path"] == pytest.approx(10.0)


def test_progress_says_why_it_cannot_be_told() -> None:
    start = a_figure(12.0, year=2020)
    norm = a_norm()
    assert statements.progress([start], norm=norm, indicator=VSV).text == "Te vroeg: er is nog geen cijfer na 2020."
    assert statements.progress([start, a_figure(10.0)], norm=norm, indicator=VSV).text == (
        "Niet te beoordelen: aantal ontbreekt. Nodig: -0,5 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar."
    )
    assert statements.progress([EXACT], norm=a_norm(start_value=None, value=3.0), indicator=VSV).text == (
        "Niet te beoordelen: beginwaarde ontbreekt. Nodig: -2,0 procentpunt per jaar."
    )


def test_a_norm_of_zero_knows_zero_and_a_withheld_small_count() -> None:
    norm = a_norm(0.0, indicator="thuiszitters", start_value=4.0)
    none_at_home = a_figure(0.0, indicator="thuiszitters", numerator=0.0, denominator=9000.0)
    some = withheld("small-count", indicator="thuiszitters")
    assert statements.progress([none_at_home], norm=norm, indicator=THUISZITTERS).verdict == "achieved"
    assert statements.progress([some], norm=norm, indicator=THUISZITTERS).text == (
        "Nog niet op 0 (niet getoond: minder dan 10)."
    )


def test_a_composed_area_says_how_many_parts_it_rests_on() -> None:
    sums = Composed(numerator=1.0, denominator=2.0, used=7, total=8, coverage=0.9, approximate=False)
    assert statements.composed(sums).text == "berekend uit 7 van 8 gemeenten"
    assert statements.composed(replace(sums, approximate=True)).text == (
        "berekend uit 7 van 8 gemeenten, bij benadering"
    )
