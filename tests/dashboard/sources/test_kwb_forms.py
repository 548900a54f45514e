"""Kerncijfers wijken en buurten in each form that people have: per year, with titles, as a bundle, with percentages."""

import zipfile
from pathlib import Path

import polars as pl
import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import QuestionError
from tests.dashboard.sources.seed_known import FIXTURES, content_of, figures_of, sentences_about
from tests.dashboard.sources.workbooks import workbook

KWB = CONNECTORS["cbs-kwb"].read
ROOM = FIXTURES / "cbs-kwb"
YEARLY = (
    "gwb_code_10;gwb_code_8;regio;gm_naam;recs ;gwb_code;ind_wbi;a_inw;a_00_14;a_15_24;a_ons_po;a_ons_vovavo;"
    "a_jz_tn;p_jz_tn \n"
    "NL00;0;Nederland;Nederland;Land      ;NL00;.;17942942;2714040;2202159;.;.;.;.\n"
    "GM0034;34;Almere;Almere;Gemeente  ;GM0034;1;226500;41129;27737;22190;13390;7400;11,7\n"
    "WK003402;3402;De Werven;Almere;Wijk      ;WK003402;1;2860;490;305;.;.;70;9,8\n"
    "BU00340201;340201;De Werven;Almere;Buurt     ;BU00340201;1;2860;490;305;.;.;70;9,8\n"
)


def test_the_yearly_file_is_asked_about_its_year_and_its_youth_care_is_provisional(tmp_path: Path) -> None:
    path = tmp_path / "kwb-2024.csv"
    path.write_text(YEARLY, encoding="utf-8")
    with pytest.raises(QuestionError) as asked:
        content_of(path, reader=KWB)
    assert (asked.value.question.about, asked.value.question.suggestion) == ("period", "2024")
    content = content_of(path, reader=KWB, period="2024")
    assert figures_of(content, indicator="jeugdzorg", area="GM0034") == [("2024", "", 7400, None, 11.7, "provisional")]
    assert figures_of(content, indicator="jeugdzorg", area="WK003402") == [("2024", "", 70, None, 9.8, "provisional")]
    assert figures_of(content, indicator="leerlingen-po", area="GM0034")[0][4] == 22_190
    assert figures_of(content, indicator="leerlingen-vo", area="GM0034")[0][4] == 13_390
    assert figures_of(content, indicator="jongeren", area="GM0034")[0][4:] == (68_866, "final")
    assert (
        "De aantallen jeugdzorg in dit jaarbestand zijn de eerste publicatie en daarom voorlopig: 2 cijfers. "
        "Ze staan nooit op één lijn met de definitieve." in content.notes
    )
    assert content.notes[-1].startswith("1 regel over een buurt is overgeslagen")


def test_the_yearly_file_is_read_from_excel_as_well(tmp_path: Path) -> None:
    rows = [line.split(";") for line in YEARLY.splitlines()]
    path = workbook(tmp_path / "kwb-2024.xlsx", {"KWB2024": rows, "Toelichting": [["Wat", "Hoe"], ["a", "b"]]})
    content = content_of(path, reader=KWB, period="2024")
    assert figures_of(content, indicator="jeugdzorg", area="GM0034")[0][2:] == (7400, None, 11.7, "provisional")


def test_a_count_without_its_percentage_never_touches_the_final_series() -> None:
    content = content_of(ROOM / "breed-2021-2022.csv", reader=KWB)
    assert figures_of(content, indicator="jeugdzorg", area="GM0034") == []
    assert figures_of(content, indicator="jeugdzorg-aantal", area="GM0034") == [
        ("2021", "", None, None, 6555, "provisional"),
        ("2022", "", None, None, 6660, "provisional"),
    ]
    counts = content.figures.filter(pl.col("indicator") == "jeugdzorg-aantal")
    assert set(counts["source"]) == {"cbs-85075NED", "cbs-85335NED"}
    assert (
        "Van 4 gebieden geeft het bestand over 2021, 2022 wel het aantal kinderen met jeugdzorg maar geen percentage: "
        "het aantal is voorlopig en staat bij Jeugdzorg naar leeftijd." in content.notes
    )
    assert (
        "Van 6 wijken geeft het bestand alleen een voorlopig aantal kinderen met jeugdzorg, geen percentage: "
        "dat is niet bewaard." in content.notes
    )


def test_a_wijk_code_that_is_reused_is_another_area() -> None:
    content = content_of(ROOM / "breed-2021-2022.csv", reader=KWB)
    assert any(note.startswith("Wijkcodes betekenen vanaf 2022 een ander gebied (WK003401") for note in content.notes)
    # Both areas of WK003402 are known by the seed, with their years; the wijken of Baarn are new.
    assert [(area.code, area.name, area.valid_from) for area in content.areas] == [
        ("WK030801", "Baarn-Noord. Eemdal en Eemland", 2021)
    ]


def test_several_years_with_a_year_column_need_no_question() -> None:
    content = content_of(ROOM / "kerncijfers-gemeenten.csv", reader=KWB)
    almere = figures_of(content, indicator="jongeren", area="GM0034")
    assert [(row[0], row[4]) for row in almere] == [
        ("2020", 66_652),
        ("2021", 66_739),
        ("2022", 67_131),
        ("2024", 68_866),
        ("2025", 69_413),
    ]
    assert figures_of(content, indicator="jongeren", area="GM0003") == [("2020", "", None, None, 2900, "final")]
    assert figures_of(content, indicator="jeugdzorg-aantal", area="NL00") == [
        ("2022", "", None, None, 461_985, "provisional")
    ]
    assert "Over 2020, 2024, 2025 staan er geen cijfers in voor jeugdzorg; dat is geen nul." in content.notes


def test_the_download_with_titles_is_of_the_year_of_its_table_number() -> None:
    content = content_of(ROOM / "statline-titels-85984NED.csv", reader=KWB)
    assert figures_of(content, indicator="jongeren", area="GM0034") == [("2024", "", None, None, 68_866, "final")]
    assert figures_of(content, indicator="jongeren", area="WK0363AA")[0][4] == 1_700  # Amsterdam counts in letters
    assert [area.name for area in content.areas] == ["Haarlemmerbuurt"]


def test_percentages_of_the_edition_of_2021_are_provisional() -> None:
    content = content_of(ROOM / "percentages-gemeenten.csv", reader=KWB)
    assert figures_of(content, indicator="jeugdzorg", area="GM0034") == [("2021", "", None, None, 10.7, "provisional")]
    assert content.figures["source"].unique().to_list() == ["cbs-85039NED"]


def bundle(folder: Path, **changed: str) -> Path:
    """StatLine's onbewerkte dataset of 2024 with three areas: its parts as CSV in a zip."""
    parts = {
        "Observations": "Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\n"
        "1;T001036;None;226500;;GM0034\n"
        "2;10680;None;41129;;GM0034\n"
        "3;53050;None;27737;;GM0034\n"
        "4;T001203;None;7400;;GM0034\n"
        "5;A045561;None;11.7;;GM0034\n"
        "6;A025301;None;22190;;GM0034\n"
        "7;G0001;String;;Gemeente  ;GM0034\n"
        "8;10680;None;490;;WK003402\n"
        "9;53050;None;305;;WK003402\n"
        "10;T001203;Secret;;;WK003402\n"
        "11;10680;None;490;;BU00340201\n",
        "MeasureCodes": "Identifier;Title;Unit\nT001036;Aantal inwoners;aantal\n10680;0 tot 15 jaar;aantal\n"
        "53050;15 tot 25 jaar;aantal\nT001203;Jongeren met jeugdzorg in natura;aantal\n"
        "A045561;Percentage jongeren met jeugdzorg;%\nA025301;Leerlingen po;aantal\nG0001;Soort regio;omschrijving\n",
        "WijkenEnBuurtenCodes": "Identifier;Title;DimensionGroupId\nGM0034;Almere;NL00\nWK003402;De Werven;GM0034\n",
        "Properties": "Identifier;Title\n85984NED;Kerncijfers wijken en buurten 2024\n",
    } | changed
    path = folder / "85984NED.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if text:
                archive.writestr(f"{name}.csv", text)
    return path


def test_the_bundle_of_version_4_says_its_own_year(tmp_path: Path) -> None:
    content = content_of(bundle(tmp_path), reader=KWB)
    assert figures_of(content, indicator="jeugdzorg", area="GM0034") == [("2024", "", 7400, None, 11.7, "final")]
    assert figures_of(content, indicator="jeugdzorg", area="WK003402") == [
        ("2024", "", None, None, None, "withheld:source")
    ]
    assert figures_of(content, indicator="jongeren", area="WK003402")[0][4] == 795
    assert set(content.figures["area"]) == {"GM0034", "WK003402"}


def test_a_bundle_without_its_measure_codes_is_refused(tmp_path: Path) -> None:
    assert sentences_about(bundle(tmp_path, MeasureCodes=""), reader=KWB) == [
        "In het zip-bestand ontbreekt MeasureCodes. Download bij CBS StatLine de onbewerkte dataset opnieuw."
    ]


def test_a_figure_that_is_twice_in_a_bundle_is_refused(tmp_path: Path) -> None:
    twice = (
        "Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\n1;10680;None;5;;GM0034\n2;10680;None;6;;GM0034\n"
    )
    (sentence,) = sentences_about(bundle(tmp_path, Observations=twice), reader=KWB)
    assert "Dit cijfer staat er twee keer in, ook op regel 2" in sentence


def test_a_table_with_neither_areas_nor_figures_of_kerncijfers_is_refused() -> None:
    path = FIXTURES / "cbs-85098NED" / "statline-2022.csv"
    assert sentences_about(path, reader=KWB) == [
        "Regel 1: Dit is geen bestand van Kerncijfers wijken en buurten: een kolom met het gebied (WijkenEnBuurten, "
        "gwb_code_10 of Codering) of met cijfers (a_inw, a_00_14, a_jz_tn) ontbreekt. "
        "Dit lijkt CBS Indicatoren jeugdzorg in natura (85098NED): kies die bron."
    ]


def test_percentages_without_decimals_are_restored_per_year(tmp_path: Path) -> None:
    path = tmp_path / "kwb.csv"
    path.write_text(
        "year,gwb_code_10,recs,a_inw,a_00_14,a_15_24,a_jz_tn,p_jz_tn\n"
        "2023,GM0034,Gemeente,222825,40645,27598,7160,114\n"
        "2024,GM0034,Gemeente,226500,41129,27737,7400,11.7\n"
        "2024,GM0060,Gemeente,3839,550,407,90,10\n",
        encoding="utf-8",
    )
    content = content_of(path, reader=KWB)
    values = content.figures.filter(pl.col("indicator") == "jeugdzorg").sort("area", "period")["value"].to_list()
    assert values == [11.4, 11.7, 10.0]  # 2023 lost its commas; in 2024 a 10 is 10,0
