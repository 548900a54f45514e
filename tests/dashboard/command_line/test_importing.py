"""The command line on a real cut of Kerncijfers wijken en buurten, and on files that must leave no trace."""

# ruff: noqa: E501 - a line of a file and the sentence about it belong together

import random
import re
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from dashboard.command_line.main import main
from dashboard.formatting import count
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.services import asking
from data_models import database
from data_models.tables import Annotation, Area, AreaPart, AuditLine, Figure, FigureRevision
from tests.dashboard.command_line.conftest import Run
from tests.length import rounds
from tests.services.cbs_server import serving

ALMERE = Path(__file__).parents[2] / "fixtures" / "cbs-kwb" / "almere-2018-2025.csv"
HEADER = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"
GOOD = "jeugdzorg,GM0034,2024,,7400,,11.7,percentage,final,cbs-kwb\n"


def _empty(engine: Engine) -> None:
    with database.writing(engine) as session:
        session.execute(delete(FigureRevision))
        session.execute(delete(Figure))


def _series(output: str, column: int) -> list[str]:
    return [line.split(",")[column] for line in output.splitlines()[1:]]


def test_a_real_export_gives_the_published_counts_and_percentages(seeded_engine: Engine, run: Run) -> None:
    _empty(seeded_engine)
    code, _, errors = run("import", "--source", "cbs-kwb", str(ALMERE))
    assert (code, errors) == (0, "")
    _, output, _ = run("figures", "--indicator", "jeugdzorg", "--area", "GM0034")
    assert _series(output, 4) == ["5805", "5885", "5960", "6585", "6680", "7160", "7400"]
    assert _series(output, 6) == ["9.6", "9.7", "9.7", "10.7", "10.8", "11.4", "11.7"]


def test_wijken_have_their_percentages_back_and_keep_what_the_source_withholds(seeded_engine: Engine, run: Run) -> None:
    _empty(seeded_engine)
    run("import", "--source", "cbs-kwb", str(ALMERE))
    _, output, _ = run("figures", "--indicator", "jeugdzorg")
    # 2021 and 2022 are different areas with the same code; 2165 of about 31.000 is 7,0%, 70 of about 730 is 9,8%.
    assert "jeugdzorg,WK003402,2021,,2165,,7,percentage,final,cbs-kwb" in output
    assert "jeugdzorg,WK003402,2022,,70,,9.8,percentage,final,cbs-kwb" in output
    assert "jeugdzorg,WK003475,2024,,35,,10,percentage,final,cbs-kwb" in output
    assert "jeugdzorg,WK003414,2024,,,,,percentage,withheld:source,cbs-kwb" in output
    assert ",2025," not in output
    assert "BU0034" not in output


def test_an_export_with_its_decimals_intact_gives_the_same_figures(
    seeded_engine: Engine, run: Run, tmp_path: Path
) -> None:
    _empty(seeded_engine)
    run("import", "--source", "cbs-kwb", str(ALMERE))
    lines = ALMERE.read_text(encoding="utf-8-sig").split("\n")
    shares = [
        place for place, name in enumerate(lines[0].split(";")) if name.startswith("PercentageJongerenMetJeugdzorg")
    ]

    def intact(line: str) -> str:
        cells = line.split(";")
        for place in shares if len(cells) > 1 else []:
            digits = cells[place].strip()
            if len(digits) > 1 and digits.isdigit() and digits != "10":
                cells[place] = f"{digits[:-1]},{digits[-1]}"
        return ";".join(cells)

    copy = tmp_path / "heel.csv"
    copy.write_text("\n".join([lines[0], *map(intact, lines[1:])]), encoding="utf-8")
    assert "11,7" in copy.read_text(encoding="utf-8")
    code, output, _ = run("import", "--source", "cbs-kwb", str(copy))
    assert code == 0
    assert "Er is niets veranderd" in output


def test_the_summary_says_what_was_noticed(seeded_engine: Engine, run: Run) -> None:
    _empty(seeded_engine)
    _, output, _ = run("import", "--source", "cbs-kwb", str(ALMERE), "--dry-run")
    assert "De percentages in dit bestand hebben hun komma verloren (117 is 11,7 en 10 kan 10,0 of 1,0 zijn)." in output
    assert "Wijkcodes betekenen vanaf 2022 een ander gebied (WK003402)" in output
    assert "Over 2025 staan er geen cijfers in voor jeugdzorg; dat is geen nul." in output
    assert "Proef, niets is opgeslagen." in output
    assert run("figures")[1] == HEADER


def test_wijken_that_are_not_known_are_added_with_their_years(seeded_engine: Engine, run: Run) -> None:
    _empty(seeded_engine)
    with database.writing(seeded_engine) as session:
        wijken = session.query(Area.id).where(Area.code.like("WK0034%"))
        session.execute(delete(AreaPart).where(AreaPart.part_id.in_(wijken)))
        session.execute(delete(Annotation).where(Annotation.area_id.in_(wijken)))
        session.execute(delete(Area).where(Area.code.like("WK0034%")))
    _, output, _ = run("import", "--source", "cbs-kwb", str(ALMERE))
    assert "7 gebieden zijn toegevoegd." in output  # six codes, of which WK003402 stands for two areas
    with database.reading(seeded_engine) as session:
        years = session.query(Area.valid_from, Area.valid_until).where(Area.code == "WK003402")
        assert sorted(tuple(row) for row in years) == [(2018, 2021), (2022, None)]


def test_a_second_import_changes_nothing(seeded_engine: Engine, run: Run) -> None:
    run("import", "--source", "cbs-kwb", str(ALMERE))
    with database.reading(seeded_engine) as session:
        before = session.query(AuditLine).count()
    code, output, _ = run("import", "--source", "cbs-kwb", str(ALMERE))
    assert (code, "Er is niets veranderd: alle 90 cijfers stonden er al zo in." in output) == (0, True)
    with database.reading(seeded_engine) as session:
        assert session.query(AuditLine).count() == before


def test_what_figures_prints_the_tidy_import_stores_unchanged(seeded_engine: Engine, run: Run, tmp_path: Path) -> None:
    _, printed, _ = run("figures")
    copy = tmp_path / "alles.csv"
    copy.write_text(printed, encoding="utf-8")
    assert run("import", "--source", "tidy", str(copy))[0] == 0
    assert run("figures")[1] == printed


def test_what_figures_prints_comes_back_unchanged_in_an_empty_database(
    seeded_engine: Engine, run: Run, tmp_path: Path
) -> None:
    _, printed, _ = run("figures")
    assert "thuiszitters,VG0001,2024/'25,,83,15130,5.5,per_1000,provisional,voorbeeldcijfers" in printed
    assert "thuiszitters,VG0002,2024/'25,,,,,per_1000,withheld:small-count,voorbeeldcijfers" in printed
    copy = tmp_path / "alles.csv"
    copy.write_text(printed, encoding="utf-8")
    _empty(seeded_engine)
    code, output, _ = run("import", "--source", "tidy", str(copy))  # on a busy computer it says how far it is
    rows = count(len(printed.splitlines()) - 1)
    assert (code, f"Opgeslagen: {rows} nieuw, 0 gewijzigd, 0 ongewijzigd." in output) == (0, True)
    assert run("figures")[1] == printed


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "jeugdzrg,GM0034,2024,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom indicator: Deze indicator is niet bekend: 'jeugdzrg'. Bedoelt u jeugdzorg?",
        ),
        (
            "jeugdzorg,GM9934,2024,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom area: Dit gebied is niet bekend: 'GM9934'.",
        ),
        (
            "jeugdzorg,14,2024,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom area: Dit gebied is niet bekend: '14'.",
        ),
        (
            "jeugdzorg,GM0003,2024,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom area: Dit gebied bestond niet in 2024: 'GM0003'.",
        ),
        (
            "jeugdzorg,GM0034,2099,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom period: Dit is geen periode: '2099'. Schrijf 2023, 2023/'24 of 2025H1.",
        ),
        (
            "jeugdzorg,GM0034,2049,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom period: Dit jaar ligt in de toekomst: '2049'. Controleer het jaartal.",
        ),
        (
            "jeugdzorg,GM0034,2023/'25,,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom period: Dit is geen periode: '2023/'25'. Schrijf 2023, 2023/'24 of 2025H1.",
        ),
        (
            "jeugdzorg,GM0034,2023,jongens,7400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom breakdown: Dit is geen uitsplitsing: 'jongens'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,veel,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom numerator: Dit is geen getal: 'veel'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,inf,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom numerator: Dit is geen getal: 'inf'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,1e400,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom numerator: Dit getal is te groot: '1e400'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,-3,,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom numerator: Een aantal of percentage kan niet negatief zijn: '-3'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,7400,,140,percentage,final,cbs-kwb",
            "Regel 3, kolom value: Een percentage kan niet boven de 100 zijn: '140'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,7400,100,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom numerator: De teller is groter dan de noemer: '7400'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,,0,11.7,percentage,final,cbs-kwb",
            "Regel 3, kolom denominator: De noemer is nul: '0'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,7400,,11.7,count,final,cbs-kwb",
            "Regel 3, kolom unit: Deze eenheid hoort niet bij de indicator jeugdzorg: 'count'. De eenheid is percentage.",
        ),
        (
            "jeugdzorg,GM0034,2023,,7400,,11.7,percentage,def,cbs-kwb",
            "Regel 3, kolom status: Deze status is niet bekend: 'def'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,,,11.7,percentage,withheld:source,cbs-kwb",
            "Regel 3, kolom value: Een cijfer dat niet getoond wordt, kan geen waarde hebben: '11.7'.",
        ),
        (
            "jeugdzorg,GM0034,2023,,7,,,percentage,withheld:small-count,cbs-kwb",
            "Regel 3, kolom numerator: Het aantal hoort leeg te zijn bij deze status: '7'.",
        ),
        ("jeugdzorg,GM0034,2023,,7400,,,percentage,final,cbs-kwb", "Regel 3, kolom value: De waarde ontbreekt."),
        (
            "jeugdzorg,GM0034,2023,,7400,,11.7,percentage,final,cbs",
            "Regel 3, kolom source: Deze bron is niet bekend: 'cbs'.",
        ),
        (GOOD.strip(), "Regel 3: Dit cijfer staat er twee keer in, ook op regel 2: 'jeugdzorg GM0034 2024'."),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_stored(run: Run, tmp_path: Path, line: str, sentence: str) -> None:
    _, before, _ = run("figures")
    file = tmp_path / "cijfers.csv"
    file.write_text(f"{HEADER}{GOOD.replace('11.7', '12.9')}{line}\n", encoding="utf-8")
    code, output, errors = run("import", "--source", "tidy", str(file))
    first, *rest = errors.splitlines()
    assert (code, output) == (1, "")
    assert first.startswith(sentence)
    assert rest == [f"Het bestand {file} is niet ingelezen; er is niets opgeslagen."]
    assert run("figures")[1] == before


@pytest.mark.parametrize("source", ["cbs-kwb", "tidy"])
@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.4", b"\x00" * 500, bytes(range(256)) * 20, b"a;b\n1;2\n", "jaar;regio\n2022;Súd\n".encode("cp1252")],
)
def test_a_foreign_file_gives_sentences_and_leaves_no_trace(
    run: Run, tmp_path: Path, source: str, content: bytes
) -> None:
    _, before, _ = run("figures")
    file = tmp_path / "vreemd.csv"
    file.write_bytes(content)
    code, output, errors = run("import", "--source", source, str(file))
    assert (code, output) == (1, "")
    assert errors.endswith(f"Het bestand {file} is niet ingelezen; er is niets opgeslagen.\n")
    assert run("figures")[1] == before


def test_no_damage_to_an_export_gives_anything_but_sentences(seeded_engine: Engine, run: Run, tmp_path: Path) -> None:
    if seeded_engine.dialect.name != "sqlite":
        pytest.skip("damage is found before a database is asked anything")
    random_bytes = random.Random(20261122)
    content = ALMERE.read_bytes()
    file = tmp_path / "beschadigd.csv"
    for _ in range(rounds(40, full=2_000)):
        damaged = bytearray(content)
        for _ in range(random_bytes.randint(1, 6)):
            place = random_bytes.randrange(len(damaged))
            damaged[place : place + random_bytes.choice([0, 1, 1, 40])] = random_bytes.choice(
                [b"", b";", b'"', b"\n", b"9", b"-", b",", b"\xff", b"x"]
            )
        file.write_bytes(bytes(damaged))
        code, output, errors = run("import", "--source", "cbs-kwb", str(file), "--dry-run")
        assert "Traceback" not in errors
        assert (code, bool(output), bool(errors)) in ((0, True, False), (1, False, True))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("figures", "--indicator", "jeugdzrg"), "De indicator 'jeugdzrg' is niet bekend. Bedoelt u jeugdzorg?"),
        (("figures", "--area", "Almer"), "Het gebied 'Almer' is niet bekend. Bedoelt u GM0034 (Almere)?"),
        (("import",), "De opdracht klopt niet: geef een bestand, of --fetch, of --undo. Probeer --help."),
        (
            ("import", "--source", "tidy", "x.csv", "--fetch"),
            "De opdracht klopt niet: geef één van de drie: een bestand, --fetch of --undo. Probeer --help.",
        ),
        (
            ("import", "--source", "cbs-odata", "--fetch"),
            "De opdracht klopt niet: bij --fetch hoort hier --table, bijvoorbeeld --table 85098NED. Probeer --help.",
        ),
        (
            ("import", "--source", "tidy", "x.csv", "--region", "elders"),
            "De regio 'elders' is niet bekend. De regio's zijn: eigen, rivierenrijk.",
        ),
        (("import", "x.csv"), "De opdracht klopt niet: dit ontbreekt: --source. Probeer --help."),
        (
            ("import", "--source", "kwb", "x.csv"),
            f"De opdracht klopt niet: 'kwb' is geen keuze; kies uit {', '.join(CONNECTORS)}. Probeer --help.",
        ),
        ((), "De opdracht klopt niet: dit ontbreekt: opdracht. Probeer --help."),
    ],
)
def test_a_wrong_command_gets_one_dutch_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    assert run(*arguments) == (1, "", f"{sentence}\n")


def test_explain_compares_with_nederland_and_rests_on_numbers(run: Run) -> None:
    code, output, _ = run("explain", "--indicator", "jeugdzorg", "--area", "GM0034", "--period", "2022")
    assert code == 0
    assert re.search(r'"period": "2022"', output)
    assert re.search(r'"method": "wilson"', output, re.IGNORECASE)


def test_an_unreachable_database_gets_one_dutch_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "geen-map").write_text("")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/geen-map/cijfers.sqlite")
    assert main(["figures"]) == 1
    assert capsys.readouterr().err.startswith("De database is niet bereikbaar of niet beschrijfbaar (sqlite:///")


OWN = "Gemeente;Jaar;Aantal thuiszitters;Aantal leerplichtigen\nAlmere;2023;45;30000\nUrk;2023;4;5000\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An own table about two gemeenten, of which one has few."""
    file = tmp_path / "eigen.csv"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_an_own_table_asks_what_its_columns_mean_and_prints_its_suggestion(run: Run, own: Path) -> None:
    code, output, errors = run("import", "--source", "spreadsheet", str(own), "--region", "eigen")
    assert (code, output) == (1, "")
    assert "Geef --mapping met een bestand, of --mapping auto voor dit voorstel:" in errors
    assert '"area": "Gemeente"' in errors


def test_an_own_table_is_stored_for_its_region_with_small_counts_withheld(run: Run, own: Path) -> None:
    code, output, _ = run("import", "--source", "spreadsheet", str(own), "--region", "eigen", "--mapping", "auto")
    assert code == 0
    assert "  Thuiszitters, Urk, 2023, iedereen: minder dan 10 kinderen" in output
    assert "Opgeslagen: 2 nieuw, 0 gewijzigd, 0 ongewijzigd." in output
    assert "GM0034,2023" not in run("figures", "--indicator", "thuiszitters")[1]  # it is the region's, not everybody's
    code, output, _ = run("import", "--source", "spreadsheet", str(own), "--region", "eigen")
    assert (code, "Er is niets veranderd: alle 2 cijfers stonden er al zo in." in output) == (0, True)
    assert "De kolommen zijn gelezen zoals de vorige keer bij een bestand met dezelfde kopregel." in output


def test_the_suggested_mapping_can_be_kept_in_a_file(run: Run, own: Path, tmp_path: Path) -> None:
    _, _, errors = run("import", "--source", "spreadsheet", str(own), "--region", "eigen")
    mapping = tmp_path / "kolommen.json"
    mapping.write_text(errors[errors.index("{") : errors.rindex("}") + 1], encoding="utf-8")
    arguments = ("import", "--source", "spreadsheet", str(own), "--region", "eigen", "--mapping", str(mapping))
    assert run(*arguments)[0] == 0
    mapping.write_text('{"area": 3}', encoding="utf-8")
    code, _, errors = run(*arguments)
    assert code == 1
    assert errors.startswith(f"Het bestand met kolommen {mapping} klopt niet: ")


def test_an_own_table_without_a_region_is_refused(run: Run, own: Path) -> None:
    code, _, errors = run("import", "--source", "spreadsheet", str(own), "--mapping", "auto")
    assert code == 1
    assert (
        "Dit zijn cijfers van een eigen registratie, en die horen bij een regio. Zeg van welke regio ze zijn, met --region."
        in errors
    )


def test_a_region_brings_no_invented_figures_and_the_example_no_real_ones(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cijfers.csv"
    file.write_text(HEADER + GOOD, encoding="utf-8")
    code, _, errors = run("import", "--source", "tidy", str(file), "--region", "rivierenrijk")
    assert (code, errors.splitlines()[0]) == (
        1,
        "Dit gebied bestaat echt: 'GM0034'. In de voorbeeldregio staan alleen verzonnen cijfers. Kies bij Gebied eerst een echt gebied.",
    )
    file.write_text(HEADER + GOOD.replace("GM0034", "VG0001"), encoding="utf-8")
    code, _, errors = run("import", "--source", "tidy", str(file), "--region", "eigen")
    assert (code, errors.splitlines()[0]) == (
        1,
        "Dit gebied is verzonnen: 'VG0001'. Kies bij Gebied een gebied van de voorbeeldregio om daar cijfers van in te lezen.",
    )


def test_the_last_import_is_undone(run: Run, tmp_path: Path) -> None:
    _, before, _ = run("figures", "--area", "GM0034")
    file = tmp_path / "cijfers.csv"
    file.write_text(HEADER + GOOD.replace("11.7", "12.9"), encoding="utf-8")
    _, output, _ = run("import", "--source", "tidy", str(file))
    assert "  Jeugdzorg, Almere, 2024, iedereen: 7.400 (11,7%) → 7.400 (12,9%)" in output
    assert run("figures", "--area", "GM0034")[1] != before
    code, output, _ = run("import", "--undo")
    assert (code, output) == (
        0,
        "Ongedaan gemaakt. Nieuwe cijfers weg: 0. Vorige waarde terug: 1. Verwijderde cijfers terug: 0.\n",
    )
    assert run("figures", "--area", "GM0034")[1] == before
    assert run("import", "--undo")[1] == "Er is niets ongedaan te maken.\n"


def test_figures_that_are_gone_stay_unless_they_are_to_be_removed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cijfers.csv"
    other = GOOD.replace("GM0034", "GM0037").replace("7400", "300").replace("11.7", "9.9").replace("2024", "2025")
    file.write_text(HEADER + GOOD.replace("2024", "2025") + other, encoding="utf-8")
    assert run("import", "--source", "tidy", str(file))[0] == 0
    file.write_text(HEADER + GOOD.replace("2024", "2025"), encoding="utf-8")
    _, output, _ = run("import", "--source", "tidy", str(file))
    assert "1 cijfer van deze bron en deze perioden staat niet in het bestand." in output
    assert "jeugdzorg,GM0037,2025" in run("figures", "--indicator", "jeugdzorg")[1]
    _, output, _ = run("import", "--source", "tidy", str(file), "--remove-gone")
    assert "Opgeslagen: 0 nieuw, 0 gewijzigd, 1 ongewijzigd, 1 verwijderd." in output
    assert "jeugdzorg,GM0037,2025" not in run("figures", "--indicator", "jeugdzorg")[1]


@pytest.mark.parametrize("version", ["v3", "v4"])
def test_a_ready_made_source_is_fetched_stored_and_the_second_time_unchanged(run: Run, version: str) -> None:
    with serving() as cbs:
        address = cbs.v3_address if version == "v3" else cbs.v4_address
        arguments = ("import", "--source", "cbs-85098NED", "--fetch", "--address", address)
        code, output, _ = run(*arguments)
        assert code == 0
        assert "gelezen als CBS Indicatoren jeugdzorg in natura (85098NED)" in output
        assert "Opgeslagen: " in output
        assert "Er is niets veranderd: alle " in run(*arguments)[1]


def test_a_source_that_gives_no_answer_is_a_sentence_and_stores_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FIRST_WAIT", 0.01)
    _, before, _ = run("figures")
    with serving() as cbs:
        address = cbs.v3_address
    code, output, errors = run("import", "--source", "cbs-85098NED", "--fetch", "--address", address)
    assert (code, output) == (1, "")
    assert errors.splitlines()[-1] == "Wat de bron antwoordt is niet ingelezen; er is niets opgeslagen."
    assert "Traceback" not in errors
    assert run("figures")[1] == before
