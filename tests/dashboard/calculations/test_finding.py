"""Finding a figure by the words that people have for it."""

import pytest

from dashboard.calculations.finding import is_found, simplified
from dashboard.texts.searching import ALIKE
from seed_data.rows import ROOM, read

CATALOGUE = {row["code"]: (row["short_name"], row["name"], row["question"]) for row in read(ROOM / "indicators.csv")}


def _found(typed: str) -> set[str]:
    return {code for code, texts in CATALOGUE.items() if is_found(typed, among=texts, alike=ALIKE)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("verzuim", {"relatief-verzuim", "absoluut-verzuim", "thuiszitters"}),
        ("Thuiszitters", {"thuiszitters", "duur-thuiszitten", "thuiszitters-3mnd"}),
        ("jeugdhulp", {"jeugdhulp", "jeugdzorg", "jeugdhulp-met-verblijf", "wachttijd", "jeugdhulp-in-onderwijs"}),
        ("spijbelen", {"relatief-verzuim"}),
        ("pleegzorg", {"jeugdhulp-met-verblijf"}),
        ("schooluitval", {"vsv"}),
        ("wachtlijst", {"wachttijd"}),
        ("armoede", {"kinderen-bijstand"}),
        ("sbo", {"speciaal-basisonderwijs", "speciaal-basisonderwijs-woonplaats"}),
        ("vrijstellingen", {"vrijstelling-5a"}),
    ],
)
def test_a_word_that_people_use_finds_the_figures(typed: str, expected: set[str]) -> None:
    assert _found(typed) >= expected


@pytest.mark.parametrize("typed", ["", "  ", "?!", "voetbal", "verzuim voetbal xyz"])
def test_what_means_nothing_here_finds_nothing(typed: str) -> None:
    assert _found(typed) - _found("verzuim") == set()
    assert not is_found(typed, among=("Aandeelhouders", "Dyslexie"), alike=ALIKE)


def test_every_word_must_be_there() -> None:
    assert is_found("drie maanden", among=("Langer dan drie maanden thuis",))
    assert not is_found("vier maanden", among=("Langer dan drie maanden thuis",))


def test_half_a_word_is_enough_but_two_letters_only_at_the_beginning_of_one() -> None:
    assert is_found("reclass", among=("Jeugdreclassering",))
    assert is_found("po", among=("Leerlingen po",))
    assert not is_found("po", among=("Spoor",))


def test_a_plural_finds_the_single_word_and_accents_and_signs_do_not_matter() -> None:
    assert is_found("verzuimers", among=("Relatief verzuimer",))
    assert is_found("categorieën", among=("de categorieen",))
    assert simplified("  'Thuiszitters,  Café ") == "thuiszitters cafe"


def test_each_figure_is_found_by_its_own_name() -> None:
    for code, texts in CATALOGUE.items():
        assert code in _found(texts[0]), code
