"""Records that one process leaves for another come back as they were."""

import pytest

from dashboard.importing.records import NotARecordError, as_json, from_json
from dashboard.importing.report import ChangedFigure, Progress, Report, Request
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.reader import Answers, Question

MAPPING = ColumnMapping(
    area="Gemeente",
    measures=(Measure("thuiszitters", "numerator", ("Aantal", "Elders"), breakdown="leeftijd:12-17"),),
    source="eigen",
    groups={"Leeftijd": {"12 tot 18": "leeftijd:12-17", "Totaal": ""}},
    only={"Soort": ("Gemeente",)},
)


@pytest.mark.parametrize(
    "record",
    [
        Request("cbs-kwb", path="/x", answers=Answers(sheet="Blad 1", mapping=MAPPING), person_id=3, region_id=None),
        Report(
            "spreadsheet",
            "één.xlsx",
            question=Question("mapping", "Wat staat waar?", options=("a",), mapping=MAPPING, header=("Gemeente", "n")),
            sample=(("Almere", "3"), ("", "é")),
            texts={"Gemeente": ("Almere",)},
            examples_new=(ChangedFigure("Jeugdzorg", "Almere", "2024", "", "", "11,7%"),),
        ),
        Progress("reading", 5, None),
    ],
    ids=["request", "report", "progress"],
)
def test_a_record_comes_back_as_it_was(record: Request | Report | Progress) -> None:
    assert from_json(type(record), as_json(record)) == record


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"stage": 3}', '{"stage": "x", "other": 1}', '{"done": 1}'])
def test_what_is_no_such_record_is_refused(text: str) -> None:
    with pytest.raises(NotARecordError):
        from_json(Progress, text)
