"""Dutch numbers, dates and periods: a point between thousands, a comma before decimals."""

import re
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

_LOCALE = Locale.parse("nl")
_CLOCK = ZoneInfo("Europe/Amsterdam")
_DAY = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", re.ASCII)
_MARKDOWN = re.compile(f"[{re.escape(string.punctuation)}]")
_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)", re.IGNORECASE)  # after which a browser sees a link
_JOINED = "\u2060"  # WORD JOINER: nothing to see, and no line is broken at it

_FORM_PER_UNIT = {
    "percentage": "{}%",
    "per_1000": "{} per 1.000",
    "weeks": "{} weken",
    "days": "{} dagen",
}
_FORM_OF_ONE = {"weeks": "{} week", "days": "{} dag"}

_NOISE = 9  # decimals after which a binary fraction is noise: -0.5499999999999998 is -0.55
_ROUGHLY = 0.02  # part of the fraction within which it is said to be "ongeveer" that fraction
_LARGEST_ONE_IN = 0.29  # from about three in ten on, tenths say more than "1 op de 3"
_LARGEST_TENTHS = 0.95  # from there on, hundredths


def number(value: float, *, decimals: int) -> str:
    """Write `value` with exactly `decimals` decimals: `12.345,6`; halves round away from zero, as people expect."""
    exact = Decimal(repr(round(float(value), _NOISE))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = _pattern(decimals).apply(abs(exact) if exact == 0 else exact, _LOCALE)
    return str(written)


def count(value: float) -> str:
    """Write a number of children: `63.248`."""
    return number(value, decimals=0)


def counted(number: int, *, forms: Mapping[str, str], **said: str) -> str:
    """Say how many, in the form for one thing or for many (`{count} cijfers`); `said` fills what else is in it."""
    return forms["one" if number == 1 else "many"].format(count=count(number), **said)


def as_typed(value: float | None) -> str:
    """Write a number the way people type one: `10,5`; nothing when there is none."""
    return "" if value is None else f"{value:.10g}".replace(".", ",")


def percentage(value: float, *, decimals: int = 1) -> str:
    """Write a percentage, given in percents: `11,7%`."""
    return f"{number(value, decimals=decimals)}%"


def value_with_unit(value: float, *, unit: str, decimals: int) -> str:
    """Write `value` in an indicator's unit (`data_models.tables.indicators.UNITS`): `4,3 per 1.000`, `9 weken`."""
    written = number(value, decimals=decimals)
    form = _FORM_OF_ONE.get(unit) if written == "1" else None
    return (form or _FORM_PER_UNIT.get(unit, "{}")).format(written)


def change_with_unit(value: float, *, unit: str, decimals: int) -> str:
    """Write a change with its sign: `+0,4 procentpunt`, `-2 weken`, `0,0 procentpunt`."""
    written = number(value, decimals=decimals)
    sign = "+" if value > 0 and any(digit in written for digit in "123456789") else ""
    if unit == "percentage":
        return f"{sign}{written} procentpunt"
    return f"{sign}{value_with_unit(value, unit=unit, decimals=decimals)}"


def day(moment: date) -> str:
    """Write a date in words: `3 maart 2026`; of a moment, the day that it was here."""
    here = moment.astimezone(_CLOCK) if isinstance(moment, datetime) else moment
    return str(format_date(here, "d MMMM yyyy", locale=_LOCALE))


def day_in_digits(moment: date) -> str:
    """Write a date the way people type one: `3-12-2026`."""
    return f"{moment.day}-{moment.month}-{moment.year}"


def typed_day(text: str) -> date | None:
    """Read a date that people typed: `3-12-2026`, `03/12/2026`, `3 12 2026`; None when it is no date."""
    parts = _DAY.fullmatch(text.strip())
    if parts is None:
        return None
    number, month, year = map(int, parts.groups())
    try:
        return date(year, month, number)
    except ValueError:  # the 31st of June
        return None


def moment(when: datetime) -> str:
    """Write a moment as the clock here said it: `22 november 2026, 14:03`."""
    here = when.astimezone(_CLOCK)
    return f"{day(here.date())}, {here:%H:%M}"


def in_seconds(when: datetime) -> str:
    """Write a moment as the clock here said it, the way a spreadsheet reads and sorts one: `2026-11-22 14:03:09`."""
    return f"{when.astimezone(_CLOCK):%Y-%m-%d %H:%M:%S}"


def byte_size(size: int) -> str:
    """Write how large a file is: `152 kB`, `34,2 MB`."""
    for unit, bytes_of_it in (("GB", 1_000_000_000), ("MB", 1_000_000)):
        if size >= bytes_of_it:
            return f"{number(size / bytes_of_it, decimals=1)} {unit}"
    return f"{count(max(size / 1000, 1))} kB"


def plain(text: str) -> str:
    """Words that people typed, so written that Markdown finds nothing in them: no link, image or bold.

    The browser makes links of bare addresses after it read the Markdown: what it knows them by is broken too.
    """
    return _MARKDOWN.sub(r"\\\g<0>", _ADDRESS.sub(rf"\g<0>{_JOINED}", text))


def alphabetical(name: str) -> str:
    """What a name is sorted by, as Dutch lists do: 's-Hertogenbosch under the s, Súdwest-Fryslân as Sudwest-Fryslan."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return bare.lstrip("'’‘ ").casefold()


def in_period(period: str) -> str:
    """Write when: `in 2024`, `in schooljaar 2023/'24`, `in de eerste helft van 2025`."""
    if "/" in period:
        return f"in schooljaar {period}"
    year, _, half = period.partition("H")
    if half:
        return f"in de {'eerste' if half == '1' else 'tweede'} helft van {year}"
    return f"in {period}"


@dataclass(frozen=True, slots=True)
class Fraction:
    """A proportion in words: `ruim` `1 op de 9`; `measure` is empty when it is nobody at all."""

    nuance: str  # ruim, bijna, ongeveer
    measure: str  # "1 op de 9", "8 op de 10", "de helft van de"

    def __str__(self) -> str:
        return f"{self.nuance} {self.measure}".strip()


def one_in(proportion: float) -> Fraction:
    """Say a proportion (0 to 1) the way people do: `ruim 1 op de 9`, `bijna 8 op de 10`, `ongeveer de helft van de`."""
    if proportion <= 0:
        return Fraction("", "")
    if proportion < _LARGEST_ONE_IN:
        size = _round_size(1 / proportion)
        fraction, measure = 1 / size, f"1 op de {count(size)}"
    elif proportion < _LARGEST_TENTHS:
        tenths = min(int(proportion * 10 + 0.5), 9)
        fraction, measure = tenths / 10, "de helft van de" if tenths == 5 else f"{tenths} op de 10"
    else:
        hundredths = min(int(proportion * 100 + 0.5), 100)
        if proportion >= 1:
            return Fraction("", "100 op de 100")
        fraction, measure = hundredths / 100, f"{hundredths} op de 100"
    ratio = proportion / fraction
    nuance = "ruim" if ratio > 1 + _ROUGHLY else "bijna" if ratio < 1 - _ROUGHLY else "ongeveer"
    return Fraction(nuance, measure)


def _round_size(size: float) -> int:
    """Two significant digits at most, the second a five from fifty on: 9, 18, 60, 350."""
    step = 1 if size < 30 else 5 if size < 100 else 50 if size < 1000 else 500
    while size >= 100 * step and step >= 500:
        step *= 10
    return max(int(size / step + 0.5) * step, 1)


@lru_cache(maxsize=16)
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))
