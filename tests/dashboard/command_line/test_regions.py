"""`region` as it is typed: whoever owns the database begins a region."""

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.queries import regions
from tests.dashboard.command_line.conftest import Run


def test_a_region_is_begun_once(run: Run, seeded_engine: Engine) -> None:
    code, said, _ = run("region", "foodvalley", " Regio  FoodValley ")
    assert (code, said.strip()) == (
        0,
        "Regio FoodValley (foodvalley) is begonnen. Een beheerder kiest op Beheer de gebieden en partijen.",
    )
    with database.reading(seeded_engine) as session:
        found = regions.region_of_code(session, code="foodvalley")
    assert found is not None
    assert (found.name, found.fictional) == ("Regio FoodValley", False)
    code, _, errors = run("region", "foodvalley", "Nog een")
    assert (code, "De code foodvalley is al van een andere regio" in errors) == (1, True)


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("Food Valley", "Regio", "Een code bestaat uit kleine letters"),
        ("foodvalley", " ", "Schrijf een naam op"),
        ("foodvalley", "Bel 06-12345678", "gegevens van een persoon"),
    ],
)
def test_what_cannot_be_a_region_is_refused_in_dutch(run: Run, code: str, name: str, said: str) -> None:
    answer, _, errors = run("region", code, name)
    assert (answer, said in errors) == (1, True)
