"""Which breaks and events concern a series."""

from dataclasses import replace

from dashboard.calculations.remarks import concerning
from data_models.facts import AnnotationFacts

CORONA = AnnotationFacts(indicator=None, area=None, kind="event", year=2020, text="corona")
OTHERWISE = AnnotationFacts(indicator="vsv", area="GM0034", kind="break", year=2022, text="anders geteld")


def test_what_is_about_everything_concerns_every_series() -> None:
    assert concerning([CORONA, OTHERWISE], indicator="vsv", area="GM0995") == (CORONA,)
    assert concerning([CORONA, OTHERWISE], indicator="vsv", area="GM0034") == (CORONA, OTHERWISE)
    assert concerning([OTHERWISE], indicator="jeugdzorg", area="GM0034") == ()


def test_what_a_region_says_of_all_its_areas_concerns_no_others() -> None:
    regional = replace(CORONA, within=frozenset({"GM0034", "GM0050"}))
    assert concerning([regional], indicator="vsv", area="GM0050") == (regional,)
    assert concerning([regional], indicator="vsv", area="NL00") == ()


def test_what_is_about_a_predecessor_is_about_the_years_that_were_carried_back() -> None:
    found = concerning([OTHERWISE], indicator="vsv", area="GM1980", formers={"GM0034"})
    assert [one.area for one in found] == ["GM1980"]


def test_where_a_part_counted_differently_the_sum_did_once() -> None:
    of_another = replace(OTHERWISE, area="GM0995")
    events = replace(OTHERWISE, kind="event")
    found = concerning([OTHERWISE, of_another, events], indicator="vsv", area="PO2402", parts={"GM0034", "GM0995"})
    assert found == (replace(OTHERWISE, area="PO2402"),)
