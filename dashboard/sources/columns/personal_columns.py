"""Columns about persons: a table with a burgerservicenummer, names or addresses of children is not read at all."""

import re

import polars as pl

from dashboard.sources.columns.region_names import RegionNames, normalised
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Known
from dashboard.sources.table import Table
from dashboard.texts import mapping as texts

_PERSONAL = re.compile(
    r"(bsn|burgerservicenummer|burger service nummer|sofinummer|pgn|persoonsgebonden nummer|onderwijsnummer"
    r"|(achter|voor|roep|meisjes)na(am|men)|tussenvoegsel|voorletters?|initialen|geboorte ?(datum|dag|dtm)"
    r"|e ?mail( ?adres)?|telefoon( ?nummer)?|mobiel( ?nummer)?|adres|woonadres|straat( ?naam)?|huisnummer"
    r"|(naam|namen) (van )?(de |het )?(kind|leerling|jongere|client|ouder|ouders|persoon|moeder|vader)"
    r"|(kind|leerling|jongere|client|ouder|volledige) ?naam|volledige naam)( (kind|leerling|jongere|client|ouder))?"
)
_A_NAME = frozenset({"naam", "namen", "name"})
_MOSTLY = 0.5  # part of the filled cells
_NINE_DIGITS = r"^[0-9]{9}$|^[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}$|^[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}$"
_EMAIL = r"^[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}$"
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the elfproef of the burgerservicenummer
_DIVISOR = 11


def refuse_personal_columns(table: Table, *, known: Known) -> None:
    """Raise `RefusedError` when any column, also one that would not be used, is about persons.

    By its name, or because most of its nine-digit numbers pass the elfproef, or most of its cells are e-mail addresses
    (in the first slice). The values themselves are not in the sentence.
    """
    columns = list(dict.fromkeys(table.header))
    sample = next(
        iter(table.slices(columns=columns, findings=Findings(only_looking=True))),
        pl.DataFrame({name: [] for name in columns}),
    )
    names = RegionNames(known)
    found = [name for name in columns if is_personal(name, cells=sample[name].cast(pl.String), names=names)]
    if found:
        raise RefusedError(
            [Problem(texts.PERSONAL, column=name, advice=texts.PERSONAL_ADVICE, sheet=table.sheet) for name in found]
        )


def is_personal(column: str, *, cells: pl.Series, names: RegionNames) -> bool:
    """Whether a column is about persons, by its name or by what stands in it."""
    name = normalised(column)
    if _PERSONAL.fullmatch(name):
        return True
    filled = cells.filter(cells != "")
    if filled.is_empty():
        return False
    if name in _A_NAME and not _are_areas(filled, names):
        return True
    return _are_service_numbers(filled) or _mostly(filled.str.contains(_EMAIL))


def _are_areas(cells: pl.Series, names: RegionNames) -> bool:
    distinct = cells.unique().head(1_000).to_list()
    return sum(bool(names.named(text)) for text in distinct) > _MOSTLY * len(distinct)


def _are_service_numbers(cells: pl.Series) -> bool:
    """Whether most of the nine-digit numbers pass the elfproef; of numbers by chance one in eleven does."""
    nine = cells.filter(cells.str.contains(_NINE_DIGITS)).str.replace_all("[. ]", "").cast(pl.Int64).to_frame("number")
    if nine.is_empty():
        return False
    digits = [(pl.col("number") // 10 ** (8 - place) % 10) * weight for place, weight in enumerate(_BSN_WEIGHTS)]
    passes = nine.select((pl.sum_horizontal(digits) % _DIVISOR == 0) & (pl.col("number") > 0)).to_series()
    return _mostly(passes)


def _mostly(found: pl.Series) -> bool:
    return int(found.sum()) > _MOSTLY * len(found)
