"""Numbers that a program stored, written as Dutch text that can be read in one way only."""

import math
import re
from decimal import Decimal
from functools import lru_cache

DIGITS = 15  # significant digits that a stored number really has; what follows is noise of binary fractions
DECIMALS = 15
_NUMBER = re.compile(r"[+-]?([0-9]{1,400}(\.[0-9]{0,400})?|\.[0-9]{1,400})([eE][+-]?[0-9]{1,4})?")
_LIKE_THOUSANDS = re.compile(r"-?[0-9]{1,3},[0-9]{3}")
_SHORT = 15  # whole numbers of so few digits are exact as they are


def is_number(stored: str) -> bool:
    """Whether the text is a number, be it one without end."""
    return bool(_NUMBER.fullmatch(stored))


@lru_cache(maxsize=50_000)
def number_text(stored: str, *, percent: bool = False) -> str | None:
    """`0.5499999999999999` as `0,55`, or as `55%`; never with thousands; None for what is no number or infinite.

    `12.345` becomes `12,3450`: with three decimals it could be read as twelve thousand.
    """
    if not percent and len(stored) <= _SHORT and stored.isdecimal() and stored.isascii():
        return stored
    if not _NUMBER.fullmatch(stored):
        return None
    value = float(stored)
    if not math.isfinite(value):
        return None
    exact = Decimal(f"{value:.{DIGITS}g}")
    if percent:
        exact *= 100
    if exact.as_tuple().exponent < -DECIMALS:  # type: ignore[operator] # only of NaN and infinity it is a letter
        exact = round(exact, DECIMALS)
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text.replace(".", ",")
    if _LIKE_THOUSANDS.fullmatch(text):
        text = f"{text}0"
    return f"{text}%" if percent else text
