"""Small tables in memory, and what a small database knows, to read them with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from dashboard.sources.columns.mapped import read_mapped
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.reader import FileContent, Known
from dashboard.sources.table import LINE
from data_models.facts import AreaFacts, SuccessionFacts
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, VSV

PUBLIC, OWN = "cbs-odata", "eigen-registratie"
INDICATORS = {
    one.code: one
    for one in (
        replace(JEUGDZORG, short_name="Jeugdzorg"),
        replace(THUISZITTERS, short_name="Thuiszitters"),
        replace(VSV, name="Voortijdig schoolverlaters", short_name="Voortijdig schoolverlaters"),
        replace(JEUGDZORG, code="jeugdhulp", name="Jongeren met jeugdhulp", short_name="Jeugdhulp"),
        replace(VSV, code="jongeren", name="Kinderen en jongeren", short_name="Kinderen en jongeren", unit="count"),
        replace(THUISZITTERS, code="wachttijd", name="Wachttijd jeugdhulp", short_name="Wachttijd", unit="days"),
        replace(THUISZITTERS, code="verhalen", name="Verhalen", short_name="Verhalen van ouders", unit="story"),
    )
}
_AREAS = """
NL00 country Nederland 2018
PV26 province Provincie_Utrecht 2018
PV21 province Provincie_Fryslân 2018
PO2401 partnership Samenwerkingsverband_PO2401 2018
GM0034 municipality Almere 2018
GM0228 municipality Ede 2018
GM0344 municipality Utrecht 2018
GM0363 municipality Amsterdam 2018
GM0373 municipality Bergen_(NH.) 2018
GM0893 municipality Bergen_(L.) 2018
GM0398 municipality Heerhugowaard 2018 2021
GM0416 municipality Langedijk 2018 2021
GM0457 municipality Weesp 2018 2022
GM0518 municipality 's-Gravenhage 2018
GM0757 municipality Boxtel 2018
GM0788 municipality Haaren 2018 2020
GM0865 municipality Vught 2018
GM1900 municipality Súdwest-Fryslân 2018
GM1980 municipality Dijk_en_Waard 2022
GM1991 municipality Maashorst 2022
WK003401 district Almere_Haven 2018
"""


def an_area(code: str, kind: str, name: str, start: str, end: str = "") -> AreaFacts:
    """An area in some years."""
    return AreaFacts(code, kind, name.replace("_", " "), int(start), int(end) if end else None, fictional=False)


KNOWN = Known(
    indicators=INDICATORS,
    areas={area.code: [area] for area in (an_area(*line.split()) for line in _AREAS.split("\n") if line)},
    sources=frozenset({PUBLIC, OWN, "cbs-85098NED"}),
    this_year=2026,
    successions=(
        SuccessionFacts("GM0398", "GM1980", 2022, 1.0),
        SuccessionFacts("GM0416", "GM1980", 2022, 1.0),
        SuccessionFacts("GM0457", "GM0363", 2023, 1.0),
        SuccessionFacts("GM0788", "GM0757", 2021, 0.25),
        SuccessionFacts("GM0788", "GM0865", 2021, 0.75),
    ),
)


class LinesTable:
    """A `Table` of lines as people would type them, with `;` between the cells."""

    def __init__(self, *lines: str, sheet: str = "") -> None:
        self.sheet = sheet
        self.header = tuple(lines[0].split(";"))
        self._rows = [line.split(";") for line in lines[1:]]

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Two rows at a time, so that whatever a slice would lose is lost."""
        findings.reading(self.sheet)
        for start in range(0, len(self._rows), 2):
            rows = self._rows[start : start + 2]
            cells = {name: [row[self.header.index(name)].strip() for row in rows] for name in columns}
            lines = list(range(start + 2, start + 2 + len(rows)))
            yield pl.DataFrame({LINE: lines, **cells}, schema={LINE: pl.Int64, **dict.fromkeys(columns, pl.String)})


VALUES = ColumnMapping("gebied", (Measure("jeugdhulp", "value", ("waarde",)),), PUBLIC, period="periode")
COUNTS = ColumnMapping(
    "gebied",
    (Measure("vsv", "numerator", ("teller",)), Measure("vsv", "denominator", ("noemer",))),
    PUBLIC,
    period="periode",
)
OWN_COUNTS = ColumnMapping(
    "gebied",
    (Measure("thuiszitters", "numerator", ("teller",)), Measure("thuiszitters", "denominator", ("noemer",))),
    OWN,
    period="periode",
)


def read_lines(*lines: str, mapping: ColumnMapping, known: Known = KNOWN) -> FileContent:
    """What `read_mapped` makes of these lines, the first of which is the header."""
    return read_mapped(LinesTable(*lines), mapping=mapping, known=known)


def refused(*lines: str, mapping: ColumnMapping, known: Known = KNOWN) -> list[str]:
    """The sentences with which these lines are refused; none when they are not."""
    try:
        read_lines(*lines, mapping=mapping, known=known)
    except RefusedError as error:
        return error.sentences()
    return []


def shown(content: FileContent, *columns: str) -> list[tuple[object, ...]]:
    """These columns of the figures, as rows."""
    return content.figures.select(columns).rows()
