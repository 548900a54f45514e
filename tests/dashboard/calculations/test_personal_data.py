"""What leads to one person is found in a text, and figures, places and organisations are left alone."""

import pytest

from dashboard.calculations.personal_data import personal_data


@pytest.mark.parametrize(
    "written",
    ["111222333", "111 222 333", "111.222.333", "1112.22.333", "bsn: 123456782.", "het kind (BSN 111222333) ging"],
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
        "Bel moeder op 0612345678, na vijven.",
    ],
)
def test_a_phone_number_is_found_however_people_write_it(written: str) -> None:
    assert personal_data(written) == ("phone",)


@pytest.mark.parametrize(
    "written", ["jan.jansen@voorbeeld.nl", "mail j-j+school@sub.voorbeeld.nl!", "jan @ voorbeeld.nl"]
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
    ],
)
def test_figures_places_and_organisations_are_fine(written: str) -> None:
    assert personal_data(written) == ()


def test_everything_that_was_seen_is_told() -> None:
    assert personal_data("111222333, jan@voorbeeld.nl of 06-12345678") == ("bsn", "email", "phone")
