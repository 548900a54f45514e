"""Numbers as Dutch files write them: a point between thousands, a comma before decimals; nothing is guessed."""

import re
from dataclasses import dataclass

from dashboard.texts import files
from dashboard.texts import mapping as mapping_texts
from dashboard.texts import sources as texts

HIGHEST = 100.0  # percent
HIGHEST_PER_UNIT = {"percentage": HIGHEST, "per_1000": 1_000.0}
MISSING = frozenset({"", ".", "x", "X", "-", "<5", "<10"})  # CBS and DUO: secret, unknown, or impossible; never zero
NOT_PUBLISHED = frozenset({"", "."})  # says nothing about why: the figure may not be there yet

_MORE_MISSING = frozenset(
    {"na", "n.a.", "n/a", "n.b.", "nb", "n.v.t.", "nvt", "onbekend", "geheim", "*", "–", "—", ".."}
)
_FEWER_THAN = re.compile(r"(<|&lt;|≤|minder dan) ?[0-9]{1,2}", re.IGNORECASE)
_MONTH = r"(jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|sept|okt|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"[0-9]{{1,4}}[-/ ]{_MONTH}([-/ ][0-9]{{2,4}})?|{_MONTH}[-/ ][0-9]{{1,4}}"
    r"|[0-9]{1,4}[-/][0-9]{1,2}([-/][0-9]{1,4})?([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?",
    re.IGNORECASE,
)
_POWER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")
_VERY_LONG = re.compile(r"-?[0-9]{1,3}([.,]?[0-9]{3}){5,}([.,][0-9]+)?|-?[0-9]{16,}([.,][0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]{1,15}")
_DUTCH = re.compile(r"-?(0|[1-9][0-9]{0,2}(\.[0-9]{3}){0,4})(,[0-9]{1,18})?")
_DUTCH_DECIMAL = re.compile(r"-?[0-9]{1,15},[0-9]{1,18}")
_POINT_DECIMAL = re.compile(r"-?[0-9]{1,15}\.([0-9]{1,2}|[0-9]{4,18})|-?(0|[0-9]{4,15})\.[0-9]{3}")
_THOUSANDS_OR_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_BOTH_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and whether its text shows where the decimals begin."""

    value: float
    has_decimals: bool


class NotANumberError(ValueError):
    """The text is not a number, or can be read in two ways; `what` and `advice` say so in Dutch."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    @property
    def is_number(self) -> bool:
        """Whether it is a number after all, though it can be read in two ways."""
        return self.what == texts.AMBIGUOUS_NUMBER


def is_missing(text: str) -> bool:
    """Whether a source writes this where it shows no figure: `.`, `x`, `-`, `<5`, `NA` or nothing; never zero."""
    return text in MISSING or text.lower() in _MORE_MISSING or _FEWER_THAN.fullmatch(text) is not None


def count(text: str) -> float:
    """A number of people: `1234` or `1.234`; raises `NotANumberError` for anything else."""
    number = _number(text.replace("−", "-"))
    if _THOUSANDS_OR_DECIMALS.fullmatch(text) and "," in text:
        raise NotANumberError(texts.AMBIGUOUS_NUMBER, texts.AMBIGUOUS_NUMBER_ADVICE)
    if not number.value.is_integer():
        raise NotANumberError(texts.NOT_A_COUNT)
    return number.value


def decimal(text: str) -> float:
    """Any number that someone types: `9`, `9,5`, `9.5`, `9,5%`; raises `NotANumberError` for anything else."""
    bare = text.strip().replace("−", "-").removesuffix("%").rstrip()
    if _THOUSANDS_OR_DECIMALS.fullmatch(bare):
        raise NotANumberError(texts.AMBIGUOUS_NUMBER, texts.AMBIGUOUS_NUMBER_ADVICE)
    return _number(bare).value


def percentage(text: str) -> Number:
    """A percentage: `11,7`, `11.7`, `11,7%`, or `117` of which the comma may be lost; else `NotANumberError`."""
    text = text.replace("−", "-")
    bare = text.removesuffix("%").rstrip()
    if _THOUSANDS_OR_DECIMALS.fullmatch(bare):
        raise NotANumberError(texts.AMBIGUOUS_NUMBER, texts.AMBIGUOUS_NUMBER_ADVICE)
    number = _number(bare)
    number = Number(number.value, has_decimals=number.has_decimals or bare != text)
    if number.value > (HIGHEST if number.has_decimals else HIGHEST * 10):
        raise NotANumberError(texts.OVER_HUNDRED)
    return number


def in_unit(text: str, *, unit: str) -> tuple[float, int]:
    """A published value in this unit, and how many decimals it shows; raises `NotANumberError` for anything else.

    A percentage may have its sign. `11,667` is 11,667% because 11.667% cannot be; without such a limit it is refused.
    """
    bare = text.strip().replace("−", "-")
    if bare.endswith("%"):
        if unit != "percentage":
            raise NotANumberError(mapping_texts.A_PERCENTAGE, mapping_texts.A_PERCENTAGE_ADVICE)
        bare = bare[:-1].rstrip()
    if unit == "count":
        return count(bare), 0
    highest = HIGHEST_PER_UNIT.get(unit)
    if _THOUSANDS_OR_DECIMALS.fullmatch(bare):
        if highest is None or float(re.sub("[.,]", "", bare)) <= highest:
            raise NotANumberError(texts.AMBIGUOUS_NUMBER, texts.AMBIGUOUS_NUMBER_ADVICE)
        value = abs(float(bare.replace(",", "."))) if not bare.startswith("-") else _number(bare).value
    else:
        value = _number(bare).value
    if highest is not None and value > highest:
        raise NotANumberError(texts.OVER_HUNDRED if unit == "percentage" else mapping_texts.OVER_THOUSAND)
    return value, _decimals(bare)


def _decimals(text: str) -> int:
    """How many decimals a text of one number shows, of which the last sign between digits starts the decimals."""
    separated = re.split("[.,]", text)
    return len(separated[-1]) if len(separated) > 1 and not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}", text) else 0


def _number(text: str) -> Number:
    if _PLAIN.fullmatch(text):
        number = Number(float(text), has_decimals=False)
    elif _DUTCH.fullmatch(text) or _DUTCH_DECIMAL.fullmatch(text):
        number = Number(float(text.replace(".", "").replace(",", ".")), has_decimals="," in text)
    elif _POINT_DECIMAL.fullmatch(text):
        number = Number(float(text), has_decimals=True)
    elif _BOTH_ENGLISH.fullmatch(text):
        raise NotANumberError(texts.AMBIGUOUS_NUMBER, texts.AMBIGUOUS_NUMBER_ADVICE)
    else:
        raise NotANumberError(*_why_no_number(text))
    if number.value < 0:
        raise NotANumberError(texts.NEGATIVE)
    return number


def _why_no_number(text: str) -> tuple[str, str]:
    """What a text is instead of a number, and what to do about it."""
    if text.startswith("="):
        return files.FORMULA, files.FORMULA_ADVICE
    if text.startswith("#"):
        return files.EXCEL_ERROR, files.EXCEL_ERROR_ADVICE
    if _DATE.fullmatch(text):
        return files.DATE, files.DATE_ADVICE
    if _POWER.fullmatch(text):
        return mapping_texts.A_POWER, mapping_texts.A_POWER_ADVICE
    if _VERY_LONG.fullmatch(text):
        return texts.NUMBER_TOO_LARGE, mapping_texts.TOO_LARGE_ADVICE
    return texts.NOT_A_NUMBER, texts.NOT_A_NUMBER_ADVICE
