"""What leads to one person is found in a text, and figures, places and organisations are left alone."""

import time

import pytest

from data_models.personal_data import PersonalDataError, personal_data, refuse_personal_data


@pytest.mark.parametrize(
    "written",
    [
        "111222333",
        "111 222 333",
        "111.222.333",
        "1112.22.333",
        "111-222-333",
        "111\u00a0222\u00a0333",
        "111\u200b222\u200b333",
        "１１１２２２３３３",
        "bsn: 123456782.",
        "BSN123456782",
        "het kind (BSN 111222333) ging",
        "Het nummer is 111222333, bel even.",
        "111222333 kinderen (dat is een bsn)",
        "bsn 11 12 22 333",
        "Burgerservicenummer: 1 1 1 2 2 2 3 3 3",
        "BSN van hem is 111/222/333",
    ],
)
def test_nine_digits_that_pass_the_elfproef_are_a_burgerservicenummer(written: str) -> None:
    # 111222333: 9+8+7+2x(6+5+4)+3x(3+2-1) = 66 = 6 x 11; 123456782: 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11
    assert "bsn" in personal_data(written)


@pytest.mark.parametrize("written", ["111222334", "000000000", "1112223331", "111222333000", "111,222,333"])
def test_other_digits_are_no_burgerservicenummer(written: str) -> None:
    assert "bsn" not in personal_data(written)


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06-12345678",
        "06 - 12 34 56 78",
        "06.12.34.56.78",
        "06\u00a01234\u00a05678",
        "036-5399911",
        "(036) 539 99 11",
        "036/5399911",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031 36 539 99 11",
        "+32 470 12 34 56",
        "+49 (0)30 1234567",
        "Bel moeder op 0612345678, na vijven.",
        "tel.06-12345678",
        "mobiel,0612345678",
        "06 — 12345678",
    ],
)
def test_a_phone_number_is_found_however_people_write_it(written: str) -> None:
    assert personal_data(written) == ("phone",)


@pytest.mark.parametrize(
    "written",
    ["jan.jansen@voorbeeld.nl", "jan [at] voorbeeld.nl", "mail j-j+school@sub.voorbeeld.nl!", "jan @ voorbeeld.nl"],
)
def test_an_e_mail_address_is_found(written: str) -> None:
    assert personal_data(written) == ("email",)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "7.400 van 63.248 kinderen en jongeren in 2024: 11,7%.",
        "Van 2018 tot 2024 steeg het van 5.805 naar 7.400, dus 0,1234567890 is onzin.",
        "In schooljaar 2023/'24 deden 1.234.567 leerlingen mee; 0 van 12.345.678 niet.",
        "Zie wet 0123, artikel 2.3.1, of bel de gemeente via 14 036.",
        "De Regenboog in 's-Hertogenbosch en het team @almere.",
        "2018 2019 2020 2021 2022 2023 2024",
        "5805, 5885, 5960, 6585, 6680, 7160, 7400",
        "2018-2019-2020",
        "kinderen van 0 t/m 22 jaar, 0-17 2023 2024",
        "norm 9,5% in 2030; €1.250.000",
        "PO2401 en VO2401, GM0034, WK003402",
        "een begroting van € 111.222.333 voor 2024",
        "111.222.333 euro in vijf jaar, 123 456 782 euro in tien",
        "7.400 van 111.222.333 inwoners; 123.456.782 van de 200 miljoen",
        "KvK 12345678, RSIN 111222333, btw NL111222333B01, BRIN 12AB",
        "1315 AB Almere, postbus 123, 1300 AC",
        "585 588 596 111 222 333 644",
        "+1.234.567.890 sinds 2015, dat is +12,5%",
        "111.222.333,50 of 111222333%",
        "zie https://www.voorbeeld.nl/111222333/ of bestand A111222333",
        "Van 1.0612345678 naar 0,0612345678",
        "Een bsn vragen we niet; van 111 naar 222 en 333 meldingen",
    ],
)
def test_figures_places_and_organisations_are_fine(written: str) -> None:
    assert personal_data(written) == ()


def test_everything_that_was_seen_is_told() -> None:
    assert personal_data("111222333, jan@voorbeeld.nl of 06-12345678") == ("bsn", "email", "phone")


def test_texts_with_personal_data_are_refused_with_the_kinds_once_each() -> None:
    with pytest.raises(PersonalDataError) as refused:
        refuse_personal_data("06-12345678", "niets", "036-5399911 of jan@voorbeeld.nl")
    assert refused.value.kinds == ("phone", "email")


def test_texts_without_personal_data_are_taken() -> None:
    refuse_personal_data("", "7.400 van 63.248 kinderen", "Almere Stad")


@pytest.mark.parametrize("part", ["a", "1", "1 ", "+", "0-", ".", "a@", "(at)", "bsn ", "111222333"])
def test_a_long_text_is_looked_through_within_a_second(part: str) -> None:
    began = time.process_time()
    personal_data(part * (50_000 // len(part)))
    assert time.process_time() - began < 1
