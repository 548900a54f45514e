"""The tables that are known beforehand, as data: which columns hold what, and what the rest of the table is.

Keys and titles were seen in public copies of the tables. Of 85489NED and 85490NED only the titles of the measures of
their forerunners (83295NED, 83296NED) were seen; they are recognised by title, and never by a number behind a key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

AREAS = (  # what the column with the area is called; codes before names
    *("gmcode", "regios", "regiokenmerken", "wijken", "wijkenenbuurten", "woonregio", "gemeentecode", "codering"),
    *("regio", "gemeente", "gemeentenaam"),
)
NAMES = ("gmnaam", "gemeentenaam", "regionaam", "provincie", "soortregio", "codering")  # tell nothing more of a row
DIMENSIONS = ("geslacht", "leeftijd", "vormenvanjeugdzorg", "herkomst", "migratieachtergrond", "cluster")
PERIODS = ("perioden", "periode", "schooljaar", "jaar", "year", "peildatum")


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """A figure of an indicator: per column that is added up, everything that column may be called (see `titles`)."""

    indicator: str
    role: str  # numerator, denominator or value
    columns: tuple[tuple[str, ...], ...]
    breakdown: str = ""
    period: str = ""
    optional: bool = False  # StatLine lets people choose subjects


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A form of a table: `connector` is the source people choose, `source` the one its figures are stored under."""

    connector: str
    source: str
    tables: tuple[str, ...]  # numbers on StatLine; empty when it is not fetched
    measures: tuple[KnownMeasure, ...]
    status: str = "final"  # unless the period says it is provisional
    source_per_year: Mapping[str, str] = field(default_factory=dict)
    note: str = ""  # name of a sentence in `texts/ready_made.py`
    school_years: bool = False  # what is asked for when the table has no column of periods


def _one(indicator: str, role: str, *called: str, breakdown: str = "", optional: bool = False) -> KnownMeasure:
    return KnownMeasure(indicator, role, (called,), breakdown=breakdown, optional=optional)


_CLASSES = (  # the five-year classes under 25 of 70072ned; the same titles with another number are percentages
    ("JongerDan5Jaar_4", "jongerdan5jaar"),
    ("k_5Tot10Jaar_5", "5tot10jaar"),
    ("k_10Tot15Jaar_6", "10tot15jaar"),
    ("k_15Tot20Jaar_7", "15tot20jaar"),
    ("k_20Tot25Jaar_8", "20tot25jaar"),
)
_AGES = {"0-3": "0tot4jaar", "4-11": "4tot12jaar", "12-17": "12tot18jaar", "18-22": "18tot23jaar"}

READY_MADE = (
    ReadyMade(
        connector="cbs-85098NED",
        source="cbs-85098NED",
        tables=("85098NED",),
        measures=(
            _one("jeugdhulp", "value", "jongerenmetjeugdhulpinnatura", "jongerenjeugdhulpinnaturapct", optional=True),
            _one("jeugdhulp-met-verblijf", "value", "jongerenmetjeugdhmetverblinnat", "metverblijfpct", optional=True),
            _one("jeugdbescherming", "value", "jongerenmetjeugdbescherming", "jeugdbeschermingpct", optional=True),
            _one("jeugdreclassering", "value", "jongerenmetjeugdreclassering", "jeugdreclasseringpct", optional=True),
        ),
    ),
    ReadyMade(
        connector="cbs-85098NED",
        source="cbs-85098NED",
        tables=(),
        measures=(KnownMeasure("jeugdhulp", "value", (("jongerentot18jeugdhulpnatura2020pct",),), period="2020"),),
        status="provisional",
        note="NOTE_FIRST_EDITION",
    ),
    ReadyMade(
        connector="cbs-84780NED",
        source="cbs-84780NED",
        tables=("84780NED",),
        school_years=True,
        measures=(
            _one("vsv", "denominator", "leerlingen"),
            _one("vsv", "numerator", "voortijdigschoolverlaters", "vsv"),
        ),
    ),
    ReadyMade(
        connector="cbs-85489NED",
        source="cbs-85489NED",
        tables=("85489NED",),
        school_years=True,
        measures=(
            _one("speciaal-basisonderwijs-woonplaats", "numerator", "leerlingenspeciaalbasisonderwijs"),
            _one("speciaal-basisonderwijs-woonplaats", "denominator", "leerlingen(speciaal)basisonderwijs"),
        ),
    ),
    ReadyMade(
        connector="cbs-85490NED",
        source="cbs-85490NED",
        tables=("85490NED",),
        school_years=True,
        measures=(
            _one(
                "speciaal-onderwijs-woonplaats",
                "value",
                *("leerlingenopspecialescholentotaal", "totaalleerlingenopspecialescholen"),
                *("leerlingenopspecialescholen", "totaalspecialescholen"),
            ),
        ),
    ),
    ReadyMade(
        connector="cbs-70072ned",
        source="cbs-70072ned",
        tables=("70072ned",),
        measures=(KnownMeasure("jongeren", "value", _CLASSES),),
    ),
    ReadyMade(
        connector="cbs-70072ned",
        source="cbs-70072ned",
        tables=(),
        measures=(KnownMeasure("jongeren", "value", (("04",), ("59",), ("1014",), ("1519",), ("2024",))),),
        status="estimated",
        note="NOTE_ESTIMATED",
    ),
    ReadyMade(
        connector="cbs-jeugdzorg-leeftijd",
        source="cbs-85335NED",
        tables=("85335NED", "85075NED"),
        measures=(
            _one("jeugdzorg-aantal", "value", "totaaljongerenmetjeugdzorginnatura"),
            *(
                _one("jeugdzorg-aantal", "value", called, breakdown=f"leeftijd:{ages}")
                for ages, called in _AGES.items()
            ),
        ),
        status="provisional",
        source_per_year={"2021": "cbs-85075NED", "2022": "cbs-85335NED"},
    ),
    ReadyMade(
        connector="cbs-kwb",
        source="cbs-85039NED",
        tables=(),
        measures=(KnownMeasure("jeugdzorg", "value", (("jeugdzorgpct2021",),), period="2021"),),
        status="provisional",
        note="NOTE_FIRST_EDITION",
    ),
)
