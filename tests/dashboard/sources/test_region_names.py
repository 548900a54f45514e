"""Areas by what files call them."""

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sources.columns.region_names import AmbiguousNameError, RegionNames, code_from, is_other_kind
from data_models.facts import AreaFacts
from tests.dashboard.sources.mapped_tables import KNOWN

SEED = Path(__file__).parents[3] / "seed_data" / "areas.csv"


@pytest.fixture(scope="module")
def names() -> RegionNames:
    """All areas that the project ships."""
    areas: dict[str, list[AreaFacts]] = defaultdict(list)
    with SEED.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            until = int(row["valid_until"]) if row["valid_until"] else None
            area = AreaFacts(row["code"], row["kind"], row["name"], int(row["valid_from"]), until, fictional=False)
            areas[area.code].append(area)
    return RegionNames(replace(KNOWN, areas=areas))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Utrecht (gemeente)", "GM0344"),
        ("Utrecht (PV)", "PV26"),
        ("Groningen (gemeente)", "GM0014"),
        ("Groningen (PV)", "PV20"),
        ("Provincie Groningen", "PV20"),
        ("Overijssel (PV)", "PV23"),
        ("Fryslân (PV)", "PV21"),
        ("Friesland", "PV21"),
        ("Bergen (NH.)", "GM0373"),
        ("Bergen (NH)", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Hengelo (O.)", "GM0164"),
        ("Hengelo", "GM0164"),
        ("Beek (L.)", "GM0888"),
        ("Laren (NH.)", "GM0417"),
        ("'s-Hertogenbosch", "GM0796"),
        ("Den Bosch", "GM0796"),
        ("'s-Gravenhage", "GM0518"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("Den Haag", "GM0518"),
        ("Nuenen, Gerwen en Nederwetten", "GM0820"),
        ("Súdwest-Fryslân", "GM1900"),
        ("SUDWEST FRYSLAN", "GM1900"),
        ("Nederland", "NL00"),
        ("NL01", "NL00"),
        ("  almere ", "GM0034"),
        ("WK003401", "WK003401"),
    ],
)
def test_names_are_resolved_with_their_suffixes_capitals_and_accents(names: RegionNames, name: str, code: str) -> None:
    found = names.in_year(name, year=2023)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [("Weesp", 2022, "GM0457"), ("Weesp", 2023, None), ("Maashorst", 2021, None), ("Maashorst", 2022, "GM1991")],
)
def test_a_name_is_resolved_in_its_year(names: RegionNames, name: str, year: int, code: str | None) -> None:
    found = names.in_year(name, year=year)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Utrecht", "Utrecht (GM0344) of Provincie Utrecht (PV26)"),
        ("Groningen", "Groningen (GM0014) of Provincie Groningen (PV20)"),
        ("Bergen", "Bergen (L.) (GM0893) of Bergen (NH.) (GM0373)"),
    ],
)
def test_an_ambiguous_name_is_asked_about(names: RegionNames, name: str, candidates: str) -> None:
    with pytest.raises(AmbiguousNameError) as asked:
        names.in_year(name, year=2023)
    assert asked.value.names() == candidates


def test_the_kind_that_a_column_is_about_decides_between_gemeente_and_provincie(names: RegionNames) -> None:
    found = names.in_year("Utrecht", year=2023, kind="municipality")
    assert found is not None
    assert found.code == "GM0344"


@pytest.mark.parametrize(
    "name", ["Noord-Nederland (LD)", "Oost-Groningen (CR)", "Vier grote gemeenten (4)", "LD01", "CR12", "Onbekend"]
)
def test_areas_of_other_kinds_are_known_for_what_they_are(names: RegionNames, name: str) -> None:
    assert names.in_year(name, year=2023) is None
    assert is_other_kind(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [("34", "GM0034"), ("0034", "GM0034"), ("14", "GM0014"), ("34.0", "GM0034"), ("gm0034 ", "GM0034"), ("NL", "NL00")],
)
def test_codes_are_read_in_every_spelling(text: str, code: str) -> None:
    assert code_from(text) == code


@pytest.mark.parametrize("text", ["GM034", "GM00345", "Almere", "", "12345", "٣٤"])
def test_what_is_no_code_is_not_made_into_one(text: str) -> None:
    assert code_from(text) == ""


def test_an_unknown_name_has_a_nearest_one(names: RegionNames) -> None:
    assert names.nearest("Almer") == "Almere"
    assert names.nearest("GM0035") == ""
    assert names.nearest("qqqqqq") == ""


def test_every_seeded_area_is_found_by_its_own_name_and_code(names: RegionNames) -> None:
    assert names.in_year("Almere", year=2023) == KNOWN.areas["GM0034"][0]
    with SEED.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            year = int(row["valid_from"])
            by_code = names.in_year(row["code"], year=year)
            assert by_code is not None
            assert by_code.code == row["code"]
            kind = row["kind"]
            if kind in ("municipality", "province"):
                by_name = names.in_year(row["name"], year=year, kind=kind)
                assert by_name is not None
                assert by_name.code == row["code"]
