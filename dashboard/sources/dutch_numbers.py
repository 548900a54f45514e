"""Numbers as Dutch files write them: a point between thousands, a comma before decimals; nothing is guessed."""

import re
from dataclasses import dataclass

from dashboard.texts import sources as texts

HIGHEST = 100.0  # percent
MISSING = frozenset({"", ".", "x", "X", "-", "<5", "<10"})  # CBS and DUO: secret, unknown, or impossible; never zero

_PLAIN = re.compile(r"-?[0-9]{1,15}")
_DUTCH = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})*(,[0-9]{1,15})?")
_DUTCH_DECIMAL = re.compile(r"-?[0-9]{1,15},[0-9]{1,15}")
_POINT_DECIMAL = re.compile(r"-?[0-9]{1,15}\.([0-9]{1,2}|[0-9]{4,15})")
_THOUSANDS_OR_DECIMALS = re.compile(r"-?[0-9]{1,3}[.,][0-9]{3}")
_BOTH_ENGLISH = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")


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
        raise NotANumberError(texts.NOT_A_NUMBER, texts.NOT_A_NUMBER_ADVICE)
    if number.value < 0:
        raise NotANumberError(texts.NEGATIVE)
    return number
