"""Everything about a figure in one answer, ready for JSON."""

import json

import pytest

from dashboard.statements import Reference, explain
from tests.dashboard.example_facts import JEUGDZORG, VSV, a_figure, a_norm, almere, series_of

NEDERLAND = Reference(figures=[a_figure(10.9, area="NL00")], name="Nederland", is_large=True, contains_area=True)
FALLING = ["621/3454", "599/3195", "556/3256", "535/3227", "447/3121"]


def test_almere_is_explained_with_words_and_numbers() -> None:
    explained = explain(almere(), indicator=JEUGDZORG, area_name="Almere", norm=a_norm(), reference=NEDERLAND)
    assert explained["level"]["text"] == "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg."
    assert explained["amounts"]["text"] == "7.400 van 63.248 (noemer afgeleid) · 11,7%"
    assert explained["comparison"]["verdict"] == "higher"
    assert explained["trend"]["verdict"] == "rising"
    assert explained["progress"]["verdict"] == "not yet on course"
    assert explained["norm"] == "norm 2026: 9,0%"
    assert (explained["unit"], explained["period"]) == ("percentage", "2024")
    assert json.loads(json.dumps(explained)) == explained


def test_the_interval_is_given_in_the_unit_and_as_a_proportion() -> None:
    figures = [a_figure(6.9, numerator=222.0, denominator=3215.0)]
    found = explain(figures, indicator=VSV, area_name="Almere")["interval"]
    assert found["lower"] == pytest.approx(6.0791690363636595, abs=1e-9)
    assert found["proportion"]["upper"] == pytest.approx(0.07833956681383633, abs=1e-9)
    assert (found["level"], found["method"], found["unit"]) == (0.95, "Wilson", "percentage")


def test_a_period_leaves_out_what_came_later() -> None:
    explained = explain(series_of(FALLING), indicator=VSV, area_name="Almere", period="2021")
    assert explained["period"] == "2021"
    assert explained["trend"]["verdict"] == "too few points"
    assert explain(series_of(FALLING), indicator=VSV, area_name="Almere")["trend"]["chi_squared"] == pytest.approx(
        20.1151, abs=5e-5
    )


def test_a_reference_without_that_period_is_not_comparable() -> None:
    earlier = Reference(figures=[a_figure(10.9, area="NL00", year=2023)], name="Nederland", is_large=True)
    said = explain(almere(), indicator=JEUGDZORG, area_name="Almere", reference=earlier)["comparison"]
    assert said["verdict"] == "not comparable"
    assert said["text"] == "Niet te vergelijken met Nederland: daar is geen cijfer van deze periode."


def test_of_a_group_it_is_said_that_the_reference_has_no_figure_of_that_group() -> None:
    girls = [a_figure(10.9, breakdown="geslacht:meisjes")]
    everybody = Reference(figures=[a_figure(10.9, area="NL00")], name="Nederland", is_large=True)
    said = explain(girls, indicator=JEUGDZORG, area_name="Almere", reference=everybody)["comparison"]
    assert said["text"] == "Niet te vergelijken met Nederland: daar is geen cijfer van deze groep in deze periode."


def test_without_figure_reference_or_norm_nothing_is_invented() -> None:
    explained = explain(almere(), indicator=JEUGDZORG, area_name="Almere")
    assert explained["comparison"] is None
    assert explained["progress"] is None
    assert explain([], indicator=JEUGDZORG, area_name="Almere") == {}
