"""Uitleg: what each screen means, how is calculated with examples from the data, and where figures come from."""

import pytest
import streamlit as st
from sqlalchemy import Engine, delete

from dashboard.texts import methods
from dashboard.texts.worked_examples import NO_EXAMPLE
from data_models import database
from data_models.tables import Figure, FigureRevision
from tests.pages.conftest import Open
from tests.pages.screen import headings, rows, says


def test_the_explanation_names_every_source_and_what_is_invented(open_page: Open) -> None:
    app = open_page("explanation")
    assert headings(app)[0] == "Uitleg"
    assert says(app, "Al haar cijfers, normen, mensen en verhalen zijn verzonnen")
    publishers = {row["Uitgever"] for row in rows(app)}
    assert "voorbeeld, verzonnen" in publishers
    assert any("CBS" in publisher or "Statistiek" in publisher for publisher in publishers)


def test_every_method_is_folded_under_its_name_with_an_example(open_page: Open) -> None:
    app = open_page("explanation")
    names = [fold.label for fold in app.expander]
    assert names[-len(methods.METHODS) :] == [name for name, _ in methods.METHODS.values()]
    assert [heading.value for heading in app.subheader] == ["Rekenvoorbeeld"] * len(methods.METHODS)
    assert not says(app, NO_EXAMPLE)


@pytest.mark.parametrize(
    ("method", "step"),
    [
        ("interval", "Jeugdzorg, Almere, 2024: 7.400 van 63.248 (noemer afgeleid) · 11,7%."),
        ("derived", "7.400 gedeeld door 11,7% is 63.248."),
        ("estimated", "27.025 inwoners van 15 t/m 24 jaar: 3 van de 10 jaren tellen mee, dus 8.108."),
        ("carried", "Op het scherm staat dan: 2021: opgeteld uit Heerhugowaard en Langedijk, bij benadering."),
        ("composed", "Op het scherm staat dan: berekend uit 4 van 4 gemeenten, bij benadering"),
    ],
)
def test_the_examples_are_figures_of_the_data(open_page: Open, method: str, step: str) -> None:
    app = open_page("explanation")
    (fold,) = (fold for fold in app.expander if fold.label == methods.METHODS[method][0])
    assert step in [text.value for text in fold.text]


def test_an_invented_example_says_that_it_is(open_page: Open) -> None:
    app = open_page("explanation")
    (fold,) = (fold for fold in app.expander if fold.label == methods.METHODS["trend"][0])
    assert str(fold.text[0].value).startswith("Voorbeeld, verzonnen. ")


def test_without_figures_every_method_is_explained_and_says_that_there_is_no_example(
    open_page: Open, app_database: Engine
) -> None:
    with database.writing(app_database) as session:
        session.execute(delete(FigureRevision))
        session.execute(delete(Figure))
    st.cache_resource.clear()
    app = open_page("explanation")
    (fold,) = (fold for fold in app.expander if fold.label == methods.METHODS["interval"][0])
    assert [text.value for text in fold.text] == [NO_EXAMPLE]


def test_the_folds_keep_the_page_from_being_a_wall(open_page: Open) -> None:
    app = open_page("explanation")
    assert headings(app) == ["Uitleg", "Waar is dit voor?", "Lezen en gebruiken", "Hoe we rekenen", "Bronnen"]
    assert all(not fold.proto.expanded for fold in app.expander)
