"""What looks like a person's name is found in what people write, and places and organisations are left alone."""

import csv
import time
from pathlib import Path

import pytest

from data_models.personal_names import looks_like_names
from seed_data.rows import ROOM

SENTENCES = Path(__file__).resolve().parents[1] / "fixtures" / "names"
FOUND_AT_LEAST = 0.90  # of the sentences that name somebody
FALSE_AT_MOST = 3  # of a hundred that do not


@pytest.fixture(scope="module")
def places() -> frozenset[str]:
    with (ROOM / "areas.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["name"].casefold() for row in csv.DictReader(file))


def sentences(name: str) -> list[str]:
    return (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_nine_in_ten_sentences_with_a_name_are_found(places: frozenset[str]) -> None:
    named = sentences("with")
    missed = [one for one in named if not looks_like_names(one, places=places)]
    assert len(named) >= 60
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(named), missed


def test_three_in_a_hundred_sentences_without_a_name_give_a_false_alarm_at_most(places: frozenset[str]) -> None:
    nameless = sentences("without")
    false = [(one, found) for one in nameless if (found := looks_like_names(one, places=places))]
    assert len(nameless) >= 100
    assert len(false) <= FALSE_AT_MOST * len(nameless) / 100, false


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij spraken met Jan  de Vries.", ("Jan de Vries",)),
        ("Jan de Vries en J.P. Bakker, en weer Jan de Vries.", ("Jan de Vries", "J.P. Bakker")),
        ("mevrouw De Vries en juf Anja", ("mevrouw De Vries", "juf Anja")),
        ("Zij heet Roos.", ()),
        ("Zij heet Roos Jansen.", ("Roos Jansen",)),
        ("bijv. Fatima", ("Fatima",)),
        ("Irene is een wijk, maar Irene de Vries niet.", ("Irene de Vries",)),
        ("Wij wonen in Irene.", ()),
        ("Het rapport over Karel\nde Vries", ("Karel",)),
        ("Daan zit thuis. Fleur ook: Mohammed's zus.", ("Daan", "Fleur", "Mohammed's")),
        ("- Sanne wil niet meer naar school", ("Sanne",)),
        ("Nader onderzoek is nodig. Lieve mensen helpen.", ()),
        ("Wij wachten op Nader.", ("Nader",)),
        ("Roos en Mark zijn ook woorden.", ()),
        ("", ()),
        ("\n\n  ", ()),
    ],
)
def test_what_looks_like_a_name_is_answered_once_each_as_it_was_written(text: str, found: tuple[str, ...]) -> None:
    assert looks_like_names(text, places={"irene"}) == found


def test_the_texts_that_come_with_the_program_name_nobody(places: frozenset[str]) -> None:
    with (ROOM / "indicators.csv").open(encoding="utf-8", newline="") as file:
        texts = [cell for row in csv.reader(file) for cell in row]
    assert [found for text in texts if (found := looks_like_names(text, places=places))] == []


@pytest.mark.parametrize("part", ["Jan ", "de ", "A. ", "van ", "x", "Jan-", "'s "])
def test_a_long_text_is_looked_through_within_a_second(part: str, places: frozenset[str]) -> None:
    began = time.process_time()
    looks_like_names(part * (5_000 // len(part)), places=places)
    assert time.process_time() - began < 1
