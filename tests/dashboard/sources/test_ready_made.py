"""Tables of CBS that are known beforehand, on cuts of real files; every expected number stands in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.files.opening import open_file
from dashboard.sources.reader import Answers, QuestionError
from data_models.facts import AreaFacts
from tests.dashboard.sources.seed_known import FIXTURES, content_of, figures_of, known, sentences_about

YOUTH_HELP, EARLY_LEAVERS, POPULATION, BY_AGE = (
    CONNECTORS[code].read for code in ("cbs-85098NED", "cbs-84780NED", "cbs-70072ned", "cbs-jeugdzorg-leeftijd")
)
SBO, SPECIAL = CONNECTORS["cbs-85489NED"].read, CONNECTORS["cbs-85490NED"].read
STATLINE = FIXTURES / "cbs-85098NED" / "statline-2022.csv"


def test_a_statline_download_with_titles_and_names_gives_the_published_percentages() -> None:
    content = content_of(STATLINE, reader=YOUTH_HELP)
    assert figures_of(content, indicator="jeugdhulp", area="GM0034") == [("2022", "", None, None, 13.0, "provisional")]
    assert figures_of(content, indicator="jeugdhulp-met-verblijf", area="GM0034")[0][4] == 8.2
    assert figures_of(content, indicator="jeugdbescherming", area="GM0034")[0][4] == 1.3
    assert figures_of(content, indicator="jeugdreclassering", area="NL00")[0][4] == 0.3
    assert content.figures["source"].unique().to_list() == ["cbs-85098NED"]


def test_names_that_two_gemeenten_share_are_told_apart_by_what_cbs_writes_behind_them() -> None:
    content = content_of(STATLINE, reader=YOUTH_HELP)
    assert figures_of(content, indicator="jeugdhulp", area="GM0893")[0][4] == 14  # Bergen (L.)
    assert figures_of(content, indicator="jeugdhulp", area="GM0373")[0][4] == 12.7  # Bergen (NH.)
    assert figures_of(content, indicator="jeugdhulp", area="GM0344")[0][4] == 15.2  # Utrecht (gemeente)


def test_a_wijk_of_the_same_name_does_not_make_a_gemeente_ambiguous() -> None:
    wijk = AreaFacts("WK003499", "district", "Ameland", 2018, None, False)
    more = replace(known(), areas={**known().areas, wijk.code: [wijk]})
    content = YOUTH_HELP(open_file(STATLINE), known=more, answers=Answers())
    assert figures_of(content, indicator="jeugdhulp", area="GM0060")[0][4] == 7.8


def test_an_empty_cell_is_not_shown_and_an_abolished_gemeente_is_passed_over() -> None:
    content = content_of(STATLINE, reader=YOUTH_HELP)
    withheld = [("2022", "", None, None, None, "withheld:source")]
    assert figures_of(content, indicator="jeugdreclassering", area="GM0096") == withheld
    assert figures_of(content, indicator="jeugdhulp", area="GM0370") == []  # Beemster, part of Purmerend since 2022
    assert "Overgeslagen lege regels: 1. Deze gebieden bestaan in de periode niet: Beemster." in content.notes


def test_years_and_half_years_are_different_periods() -> None:
    content = content_of(FIXTURES / "cbs-85098NED" / "tabelpagina.csv", reader=YOUTH_HELP)
    country = {row[0]: (row[4], row[5]) for row in figures_of(content, indicator="jeugdhulp", area="NL00")}
    assert country == {
        "2019": (12.2, "provisional"),
        "2022H1": (10.7, "provisional"),
        "2023": (13.9, "final"),
        "2023H1": (11.7, "final"),
        "2023H2": (11.7, "final"),
        "2025H1": (11.4, "provisional"),
    }


def test_a_first_edition_is_provisional() -> None:
    content = content_of(FIXTURES / "cbs-85098NED" / "longread-2020.csv", reader=YOUTH_HELP)
    assert figures_of(content, indicator="jeugdhulp", area="GM0034") == [("2020", "", None, None, 11.6, "provisional")]
    assert content.notes == ("De cijfers komen uit een eerste publicatie en zijn daarom voorlopig.",)


def test_early_school_leavers_are_worked_out_from_the_counts() -> None:
    content = content_of(FIXTURES / "cbs-84780NED" / "tabelpagina.csv", reader=EARLY_LEAVERS)
    (first, *_, last) = figures_of(content, indicator="vsv", area="NL00")
    assert first[:4] == ("2018/'19", "", 32_100, 1_339_130)
    assert last[:4] == ("2023/'24", "", 34_210, 1_271_820)
    assert last[4] == pytest.approx(2.68985, abs=1e-5)  # 34.210 / 1.271.820; the table itself says 3
    assert last[5] == "provisional"
    assert figures_of(content, indicator="vsv", area="PV24")[0][2:4] == (1_260, 37_020)


def test_other_kinds_of_regions_are_passed_over_with_their_names() -> None:
    content = content_of(FIXTURES / "cbs-84780NED" / "tabelpagina.csv", reader=EARLY_LEAVERS)
    assert any("Vier grote gemeenten (4)" in note for note in content.notes)


def test_young_people_are_the_five_classes_under_25_added_up() -> None:
    content = content_of(FIXTURES / "cbs-70072ned" / "statline-2025.csv", reader=POPULATION)
    # 13.687 + 14.002 + 13.710 + 13.960 + 14.054
    assert figures_of(content, indicator="jongeren", area="GM0034") == [("2025", "", None, None, 69_413, "final")]
    assert figures_of(content, indicator="jongeren", area="GM1940")[0][4] == 13_495  # not its empty former name


def test_the_year_of_a_file_without_one_is_asked_with_what_its_name_tells() -> None:
    path = FIXTURES / "cbs-70072ned" / "bevolking-0-24-2021.csv"
    with pytest.raises(QuestionError) as asked:
        content_of(path, reader=POPULATION)
    assert asked.value.question.about == "period"
    assert asked.value.question.sentence == "Over welk jaar gaat dit bestand? Het staat er zelf niet in."
    assert asked.value.question.suggestion == "2021"
    content = content_of(path, reader=POPULATION, period="2021")
    # 12.985 + 13.125 + 13.600 + 13.910 + 13.115, summed from rounded postcodes; Voorne aan Zee exists since 2023
    assert figures_of(content, indicator="jongeren", area="GM0034") == [("2021", "", None, None, 66_735, "estimated")]
    assert figures_of(content, indicator="jongeren", area="GM1992") == []


@pytest.mark.parametrize("period", ["2099", "2021/'22", "vorig jaar"])
def test_an_answer_that_is_no_year_is_refused(period: str) -> None:
    path = FIXTURES / "cbs-70072ned" / "bevolking-0-24-2021.csv"

    def with_answer(opened: object, **more: object) -> object:
        return POPULATION(open_file(path), known=known(), answers=Answers(period=period))

    assert sentences_about(path, reader=with_answer) == [  # type: ignore[arg-type]
        f"Dit is geen jaar waarover dit bestand kan gaan: '{period}'. "
        "Schrijf het jaar met vier cijfers, bijvoorbeeld 2024."
    ]


def test_youth_care_by_age_is_provisional_and_belongs_to_the_table_of_its_year() -> None:
    content = content_of(FIXTURES / "cbs-jeugdzorg-leeftijd" / "2021-2022.csv", reader=BY_AGE)
    almere = figures_of(content, indicator="jeugdzorg-aantal", area="GM0034")
    assert [row[4] for row in almere if row[0] == "2021"] == [6555, 455, 2725, 215, 3155]
    assert {row[5] for row in almere} == {"provisional"}
    sources = content.figures.select("period", "source").unique().sort("period").rows()
    assert sources == [("2021", "cbs-85075NED"), ("2022", "cbs-85335NED")]


def test_padded_keys_with_spaces_before_numbers_are_read() -> None:
    content = content_of(FIXTURES / "cbs-jeugdzorg-leeftijd" / "85335NED-2022.csv", reader=BY_AGE)
    assert figures_of(content, indicator="jeugdzorg-aantal", area="NL00")[0][4] == 461_985
    assert figures_of(content, indicator="jeugdzorg-aantal", area="GM0060")[1:] == [
        ("2022", "leeftijd:0-3", None, None, None, "withheld:source"),
        ("2022", "leeftijd:12-17", None, None, 20, "provisional"),
        ("2022", "leeftijd:18-22", None, None, None, "withheld:source"),
        ("2022", "leeftijd:4-11", None, None, 30, "provisional"),
    ]


def test_wijken_in_a_table_about_gemeenten_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "85335NED.csv"
    path.write_text(
        "VormenVanJeugdzorg,Wijken,Perioden,TotaalJongerenMetJeugdzorgInNatura_1,k_0Tot4Jaar_2,k_4Tot12Jaar_3,"
        "k_12Tot18Jaar_4,k_18Tot23Jaar_5\n"
        "T001203,GM0034,2022JJ00,6660,530,3140,2755,230\n"
        "T001203,WK003402,2022JJ00,70,10,30,20,10\n"
        "T001203,BU0363AA01,2022JJ00,70,10,30,20,10\n",
        encoding="utf-8",
    )
    content = content_of(path, reader=BY_AGE)
    assert content.figures["area"].unique().to_list() == ["GM0034"]
    assert content.notes[-1] == (
        "2 regels over wijken en buurten zijn overgeslagen: de cijfers gaan over gemeenten en groter."
    )


def test_only_the_totals_of_other_dimensions_count(tmp_path: Path) -> None:
    path = tmp_path / "84780NED.csv"
    path.write_text(
        "ID;Geslacht;Regiokenmerken;Perioden;Leerlingen_1;VoortijdigSchoolverlaters_2;"
        "VoortijdigSchoolverlatersPercentage_4\n"
        "0;T001038;NL01  ;2023SJ00;1271820;34210;3\n"
        "1;3000   ;NL01  ;2023SJ00;640000;20000;3\n",
        encoding="utf-8",
    )
    content = content_of(path, reader=EARLY_LEAVERS)
    assert figures_of(content, indicator="vsv", area="NL00")[0][:4] == ("2023/'24", "", 34_210, 1_271_820)
    assert content.figures.height == 1


def test_a_dimension_without_its_total_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "84780NED.csv"
    path.write_text(
        "Geslacht;Regiokenmerken;Perioden;Leerlingen_1;VoortijdigSchoolverlaters_2\n3000;NL01;2023SJ00;640000;20000\n",
        encoding="utf-8",
    )
    assert sentences_about(path, reader=EARLY_LEAVERS) == [
        "Kolom Geslacht: In deze kolom staat geen regel voor het totaal. "
        "Download de tabel met het totaal erbij; een deel kan het totaal niet vervangen."
    ]


def test_special_primary_education_is_found_by_its_title_not_by_a_number(tmp_path: Path) -> None:
    path = tmp_path / "85489NED.csv"
    path.write_text(
        '"Geslacht";"Herkomst";"Regio\'s";"Perioden";"Leerlingen (speciaal) basisonderwijs (aantal)";'
        '"Leerlingen basisonderwijs (aantal)";"Leerlingen speciaal basisonderwijs (aantal)"\n'
        '"Totaal mannen en vrouwen";"Totaal";"Nederland";"2020/\'21*";1.421.835;1.386.164;35.671\n',
        encoding="utf-8",
    )  # the figures of the table's forerunner, 83295NED
    content = content_of(path, reader=SBO)
    figure = figures_of(content, indicator="speciaal-basisonderwijs-woonplaats", area="NL00")[0]
    assert figure[:4] == ("2020/'21", "", 35_671, 1_421_835)
    assert figure[4] == pytest.approx(2.50880, abs=1e-5)


def test_keys_that_could_be_two_things_are_refused_instead_of_guessed(tmp_path: Path) -> None:
    path = tmp_path / "85489NED.csv"
    path.write_text(
        "RegioS;Perioden;LeerlingenSpeciaalBasisonderwijs_1;LeerlingenSpeciaalBasisonderwijs_3;"
        "Leerlingen (speciaal) basisonderwijs\nNL01;2020SJ00;1421835;35671;1421835\n",
        encoding="utf-8",
    )
    assert sentences_about(path, reader=SBO) == [
        "Regel 1: Twee kolommen kunnen Speciaal basisonderwijs naar woonplaats zijn: "
        "LeerlingenSpeciaalBasisonderwijs_1, LeerlingenSpeciaalBasisonderwijs_3. "
        "Download bij CBS StatLine de CSV met titels in plaats van codes."
    ]


def test_pupils_of_special_schools_are_a_count_by_residence(tmp_path: Path) -> None:
    path = tmp_path / "85490NED.csv"
    path.write_text(
        '"Geslacht";"Herkomst";"Cluster";"Regio\'s";"Perioden";"Leerlingen op speciale scholen; totaal (aantal)"\n'
        '"Totaal mannen en vrouwen";"Totaal";"Totaal";"Amsterdam";"2021/\'22*";241\n'
        '"Totaal mannen en vrouwen";"Totaal";"Cluster 1";"Amsterdam";"2021/\'22*";1\n',
        encoding="utf-8",
    )
    content = content_of(path, reader=SPECIAL)
    assert figures_of(content, indicator="speciaal-onderwijs-woonplaats", area="GM0363") == [
        ("2021/'22", "", None, None, 241, "provisional")
    ]


def test_another_table_is_refused_with_what_it_looks_like() -> None:
    assert sentences_about(STATLINE, reader=EARLY_LEAVERS) == [
        "Regel 1: Dit is geen bestand van CBS Voortijdig schoolverlaters (84780NED): de kolom met Voortijdig "
        "schoolverlaters ontbreekt. Dit lijkt CBS Indicatoren jeugdzorg in natura (85098NED): kies die bron."
    ]


def test_a_table_without_areas_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vsv.csv"
    path.write_text("schooljaar;leerlingen;vsv\n2023/'24;100;10\n", encoding="utf-8")
    assert sentences_about(path, reader=EARLY_LEAVERS) == [
        "Regel 1: Dit is geen bestand van CBS Voortijdig schoolverlaters (84780NED): een kolom met het gebied "
        "ontbreekt. Download de tabel opnieuw bij CBS StatLine, of lees het bestand in als eigen bestand."
    ]


def test_the_same_file_gives_the_same_figures_every_time() -> None:
    opened = open_file(STATLINE)
    first, second = (YOUTH_HELP(opened, known=known(), answers=Answers()).figures for _ in range(2))
    assert first.equals(second)
