"""Periods as sources write them: keys of CBS, titles of StatLine, dates and school years."""

import re
from collections.abc import Callable

from dashboard.texts import mapping as texts
from dashboard.texts import sources as common
from data_models import periods

PROVISIONAL = "provisional"
NOTHING_SAID = ""  # the text says nothing about being provisional

_STARS = re.compile(r"\s*(\*{1,2}|\((?:nader )?voorlopig(?:e cijfers)?\))$", re.IGNORECASE)
_SCHOOL_YEAR = r"(\d{4})\s?[/\-–_]\s?['’`]?(?:\d{2})?(\d{2})"
_HALVES = {"1": "1", "2": "2", "eerste": "1", "tweede": "2"}
_SHORTER = re.compile(
    r"\d{4}(KW|MM|W\d|X\d)\d*|.*\b(kwartaal|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|week)\b.*|\d{4}-?[KQ][1-4]|[KQ][1-4][ -]\d{4}",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


def _year(found: re.Match[str]) -> str:
    return found[1]


def _school_year(found: re.Match[str]) -> str:
    return f"{found[1]}/'{found[2]}"


def _school_year_from(found: re.Match[str]) -> str:
    return f"{found[1]}/'{(int(found[1]) + 1) % 100:02d}"


def _half_year(found: re.Match[str]) -> str:
    return f"{found['year']}H{_HALVES[found['half'].lower()]}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), spelled)
    for pattern, spelled in (
        (r"(\d{4})(?:JJ00|\.0)?", _year),
        (r"(?:jaar|kalenderjaar|januari|1 januari) (\d{4})", _year),
        (r"(\d{4})SJ00", _school_year_from),
        (rf"(?:(?:schooljaar|studiejaar|sj) ?)?{_SCHOOL_YEAR}", _school_year),
        (r"(?P<year>\d{4})HJ0(?P<half>[12])", _half_year),
        (r"(?P<year>\d{4})[ -]?H(?P<half>[12])", _half_year),
        (r"H(?P<half>[12])[ -](?P<year>\d{4})", _half_year),
        (r"(?P<half>[12]|eerste|tweede)e? (?:halfjaar|helft)(?: van)? (?P<year>\d{4})", _half_year),
        (r"(?P<year>\d{4})[ ,:]*(?P<half>[12]|eerste|tweede)e? (?:halfjaar|helft)", _half_year),
        (r"(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])[-/](\d{4})(?: 0?0:00(?::00)?)?", _year),
        (r"(\d{4})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[ T]00:00:00)?", _year),
        (r"((?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", _year),
    )
)


def period_from(text: str) -> tuple[str, str] | None:
    """The period that a text spells, and its status: `provisional` behind stars, else empty (nothing is said).

    `2023JJ00`, `2023*`, `1-1-2023` → 2023; `2012SJ00`, `2012-2013` → 2012/'13; `1e halfjaar 2025*` → 2025H1. None for
    anything else, also for quarters, months, and years that no figure can be about; `why_no_period` says why.
    A CBS figure with two stars was revised but is still provisional.
    """
    bare, stars = _STARS.subn("", text.strip())
    for pattern, spelled in _FORMS:
        found = pattern.fullmatch(bare)
        if found:
            code = spelled(found)
            return (code, PROVISIONAL if stars else NOTHING_SAID) if periods.parse(code) else None
    return None


def is_shorter_period(text: str) -> bool:
    """Whether the text spells a quarter, month or week: of those no figures are kept."""
    return period_from(text) is None and _SHORTER.fullmatch(text.strip()) is not None


def why_no_period(text: str, *, this_year: int) -> tuple[str, str]:
    """What is wrong with a text that spells no period, and what to do, in Dutch."""
    if is_shorter_period(text):
        return texts.SHORTER_PERIOD, texts.SHORTER_PERIOD_ADVICE
    if not text.strip():
        return texts.PERIOD_EMPTY, common.BAD_PERIOD_ADVICE
    year = _ANY_YEAR.search(text)  # also of a period that is spelled well but lies ahead
    if year and int(year[1]) > this_year:
        return common.FUTURE, common.FUTURE_ADVICE
    return common.BAD_PERIOD, common.BAD_PERIOD_ADVICE
