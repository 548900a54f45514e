"""School advices of DUO, in their new and their old form; the schools and numbers are made up for these tests."""

from pathlib import Path

import pytest

from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import QuestionError
from tests.dashboard.sources.seed_known import FIXTURES, content_of, figures_of, sentences_about

ADVICES = CONNECTORS["duo-schooladviezen"].read
NEW = (
    "PEILDATUM_LEERLINGEN;PRIKDATUM;INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM_VESTIGING;GEMEENTENUMMER;"
    "GEMEENTENAAM;SOORT_PO;VSO;PRO;VMBO_B;VMBO_B_K;VMBO_K;VMBO_K_GT;VMBO_GT;VMBO_GT_HAVO;HAVO;HAVO_VWO;VWO;"
    "ADVIES_NIET_MOGELIJK"
)
OLD = (
    NEW.replace("INSTELLINGSCODE", "BRIN_NUMMER")
    .replace("VESTIGINGSCODE", "VESTIGINGSNUMMER")
    .replace("VMBO_B;VMBO_B_K;VMBO_K;VMBO_K_GT", "VMBO_BL;VMBO_BL_KL;VMBO_KL;VMBO_KL_GT")
)
FIRST = "20241001;20250904;00AA;00;De Ene;0034;Almere;Bo;0;5;10;0;15;0;20;10;15;15;10;5"
SECOND = "20241001;20250904;00BB;00;De Andere;0034;Almere;Bo;0;0;10;0;10;0;10;0;30;20;20;0"


def file(folder: Path, *lines: str, name: str = "schooladviezen.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("header", [NEW, OLD])
def test_advices_are_added_up_per_gemeente_of_the_school(tmp_path: Path, header: str) -> None:
    content = content_of(file(tmp_path, header, FIRST, SECOND), reader=ADVICES)
    # 40 of 100 and 70 of 100; the five without an advice do not count
    assert figures_of(content, indicator="schooladviezen", area="GM0034") == [
        ("2024/'25", "", 110, 200, pytest.approx(55.0), "final")
    ]
    assert "Opgeteld per gemeente waar de school staat. Schoollocaties: 2, gemeenten: 1." in content.notes


def test_quotes_commas_and_cp1252_are_read_as_well(tmp_path: Path) -> None:
    quoted = [",".join(f'"{cell}"' for cell in line.split(";")) for line in (NEW, FIRST)]
    quoted[1] = quoted[1].replace("De Ene", "Súdwest")
    content = content_of(file(tmp_path, *quoted, encoding="cp1252"), reader=ADVICES)
    assert figures_of(content, indicator="schooladviezen", area="GM0034")[0][4] == pytest.approx(40.0)


def test_small_counts_leave_a_percentage_open_and_the_gemeente_is_not_shown(tmp_path: Path) -> None:
    small = SECOND.replace(";30;20;20;0", ";<5;20;20;0")  # 41-44 of 71-74: between 57,7% and 59,5%
    content = content_of(file(tmp_path, NEW, small), reader=ADVICES)
    assert figures_of(content, indicator="schooladviezen", area="GM0034") == [
        ("2024/'25", "", None, None, None, "withheld:source")
    ]
    assert (
        "DUO toont kleine aantallen als <5. Van 1 gemeente is het percentage daardoor niet zeker; "
        "die is niet getoond." in content.notes
    )


def test_small_counts_that_hardly_matter_give_an_estimate(tmp_path: Path) -> None:
    large = SECOND.replace(";10;0;10;0;10;0;30;20;20;0", ";<5;0;500;0;500;0;500;300;200;0")
    content = content_of(file(tmp_path, NEW, large), reader=ADVICES)
    # 1.000 of 2.001-2.004: between 49,90% and 49,98%
    ((_, _, numerator, denominator, value, status),) = figures_of(content, indicator="schooladviezen", area="GM0034")
    assert (numerator, denominator, status) == (None, None, "estimated")
    assert value == pytest.approx((100_000 / 2_004 + 100_000 / 2_001) / 2)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            FIRST.replace(";0034;", ";Almere;"),
            "Regel 2, kolom GEMEENTENUMMER: Dit is geen gemeentenummer: 'Almere'. "
            "Een gemeentenummer van DUO heeft vier cijfers, bijvoorbeeld 0034.",
        ),
        (FIRST.replace(";0034;", ";9999;"), "Regel 2, kolom GEMEENTENUMMER: Dit gebied is niet bekend: '9999'."),
        (
            FIRST.replace(";0034;", ";0530;"),
            "Regel 2, kolom GEMEENTENUMMER: Dit gebied bestond niet in 2024/'25: '0530'.",
        ),
        (
            FIRST.replace("20241001;", "1 oktober;", 1),
            "Regel 2, kolom PEILDATUM_LEERLINGEN: Dit is geen peildatum: '1 oktober'. "
            "Een peildatum van DUO ziet er zo uit: 20241001.",
        ),
        (
            FIRST.replace("20241001;", "20491001;", 1),
            "Regel 2, kolom PEILDATUM_LEERLINGEN: Dit jaar ligt in de toekomst: '20491001'. Controleer het jaartal.",
        ),
        (
            FIRST.replace(";15;15;10;5", ";veel;15;10;5"),
            "Regel 2, kolom HAVO: Dit is geen getal: 'veel'. Vul een getal in, of laat de cel leeg.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, line: str, sentence: str) -> None:
    assert sentences_about(file(tmp_path, NEW, line), reader=ADVICES) == [sentence]


def test_a_school_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    assert sentences_about(file(tmp_path, NEW, FIRST, FIRST), reader=ADVICES) == [
        "Regel 3: Deze school staat er twee keer in, ook op regel 2: '00AA 00 2024/'25'."
    ]


def test_a_file_without_a_date_is_asked_about_its_school_year(tmp_path: Path) -> None:
    lines = [line.partition(";")[2] for line in (NEW, FIRST)]
    path = file(tmp_path, *lines, name="schooladviezen-2024-2025.csv")
    with pytest.raises(QuestionError) as asked:
        content_of(path, reader=ADVICES)
    assert asked.value.question.suggestion == "2024/'25"
    content = content_of(path, reader=ADVICES, period="2024/'25")
    assert figures_of(content, indicator="schooladviezen", area="GM0034")[0][0] == "2024/'25"


def test_another_file_of_duo_is_refused_with_what_it_is() -> None:
    assert sentences_about(FIXTURES / "duo" / "eindscores-2024-2025.csv", reader=ADVICES) == [
        "Dit is een bestand van DUO met gemiddelde eindscores van de doorstroomtoets; daarvoor is er nog geen "
        "indicator. Wilt u het toch gebruiken, lees het dan in als eigen bestand en wijs de kolommen aan."
    ]


def test_a_file_that_lacks_a_column_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path, NEW.replace(";VWO;", ";WO;"), FIRST)
    assert sentences_about(path, reader=ADVICES) == [
        "Regel 1: Dit is geen bestand met schooladviezen van DUO: de kolommen VWO ontbreken. "
        "Download bij DUO het bestand 'Schooladviezen basisonderwijs en speciaal basisonderwijs' als CSV."
    ]


def test_a_table_of_cbs_is_refused_with_its_name() -> None:
    (sentence,) = sentences_about(FIXTURES / "cbs-84780NED" / "tabelpagina.csv", reader=ADVICES)
    assert sentence.endswith("Dit lijkt CBS Voortijdig schoolverlaters (84780NED): kies die bron.")
