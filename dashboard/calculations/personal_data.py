"""Personal data in free text: what must not be shared because it leads to one person."""

import re

_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(\.[\w-]+)+")
_GAP = r"[\s.\-‐‑–/()]{0,3}"  # what people write between the digits of a phone number
_PHONE = re.compile(rf"(?<![\d.,])(?:\+\s?31|0031|\(?0){_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d){{8}}(?![\d%])")
_NINE_DIGITS = re.compile(r"(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)|(?<!\d)\d{4}[ .]\d{2}[ .]\d{3}(?!\d)")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the elfproef of the burgerservicenummer
_DIVISOR = 11


def personal_data(text: str) -> tuple[str, ...]:
    """Which kinds of personal data the text holds: `bsn`, `email`, `phone`."""
    kinds = []
    if any(_is_bsn(found.group()) for found in _NINE_DIGITS.finditer(text)):
        kinds.append("bsn")
    if _EMAIL.search(text):
        kinds.append("email")
    if _PHONE.search(text):
        kinds.append("phone")
    return tuple(kinds)


def _is_bsn(written: str) -> bool:
    digits = [int(character) for character in written if character.isdigit()]
    total = sum(weight * digit for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return any(digits) and total % _DIVISOR == 0
