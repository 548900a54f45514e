"""Personal data in free text: what must not be kept for others to read, because it leads to one person."""

import re
import unicodedata
from operator import mul

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+", re.I)
_GAP = r"[\s.\-‐‑–—/()]{0,3}"  # what people write between the digits of a phone number
_DUTCH_PHONE = rf"(?:\+\s?31|0031|\(?0){_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d){{8}}(?![\d%])"
_FOREIGN_PHONE = r"\+(?!\s?31)[1-9](?:[\s\-‐‑–/()]{0,3}\d){8,13}(?![\d%,])"  # dots would make it a growth in thousands
_PHONE = re.compile(rf"(?<!\d)(?<!\d[.,])(?:{_DUTCH_PHONE}|{_FOREIGN_PHONE})")

_SPLIT = r"[ .\-‐‑–]"  # what people write between the digits of a burgerservicenummer
_NINE_DIGITS = re.compile(
    r"(?:(?<=bsn)|(?<![\w,/€])(?<!\d[ .\-]))"
    rf"(?:\d{{3}}{_SPLIT}?\d{{3}}{_SPLIT}?\d{{3}}|\d{{4}}{_SPLIT}\d{{2}}{_SPLIT}\d{{3}})"
    r"(?![\w%‰/])(?![,.\-]\d)(?! ?[%‰]| \d)",
    re.I,
)
_SAYS_SO = re.compile(r"bsn|burger ?service|sofi", re.I)
_CALLED_SO = re.compile(  # however its digits are split: whoever calls it so tells whose number it is
    r"(?:bsn|burger ?service ?nummer|sofi ?nummer)\D{0,30}?(\d(?:[ .\-‐‑–/]{0,2}\d){8})(?!\d)", re.I
)
_NEAR = 30  # characters before or after the number in which it may be called a burgerservicenummer
_AMOUNT_BEFORE = re.compile(r"(?:€|\beur|\beuro|\brsin|\d van)[ :]*$", re.I)
_AMOUNT_AFTER = re.compile(
    r"^ ?(?:euro|eur|miljoen|miljard|inwoners?|kinderen|jongeren|jeugdigen|leerlingen|personen|mensen|gezinnen"
    r"|huishoudens|keer|uur|uren|dagen|stuks|van (?:de )?\d+)\b",
    re.I,
)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the elfproef of the burgerservicenummer
_DIVISOR = 11


class PersonalDataError(ValueError):
    """A text that others would read holds personal data; `kinds` are those of `personal_data`."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        super().__init__(", ".join(kinds))
        self.kinds = kinds


def refuse_personal_data(*texts: str) -> None:
    """Raise `PersonalDataError` when one of the texts holds personal data; every command that keeps free text asks."""
    found = dict.fromkeys(kind for text in texts for kind in personal_data(text))
    if found:
        raise PersonalDataError(tuple(found))


def personal_data(text: str) -> tuple[str, ...]:
    """Which kinds of personal data the text holds: `bsn`, `email`, `phone`."""
    read = _as_read(text)
    kinds = []
    called_so = any(_passes(found.group(1)) for found in _CALLED_SO.finditer(read))
    if called_so or any(_is_bsn(found, text=read) for found in _NINE_DIGITS.finditer(read)):
        kinds.append("bsn")
    if _EMAIL.search(read):
        kinds.append("email")
    if _PHONE.search(read):
        kinds.append("phone")
    return tuple(kinds)


def _as_read(text: str) -> str:
    """The text as a reader sees it: every width and kind of digit and space is one, what is invisible is not there."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(character for character in plain if unicodedata.category(character) != "Cf")


def _is_bsn(found: re.Match[str], *, text: str) -> bool:
    """Whether nine digits are a burgerservicenummer: they pass the elfproef, and are called so or stand alone."""
    if not _passes(found.group()):
        return False
    before, after = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _NEAR]
    if _SAYS_SO.search(before) or _SAYS_SO.search(after):
        return True
    return not (_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.search(after))


def _passes(written: str) -> bool:
    """Whether the nine digits in it pass the elfproef."""
    digits = [int(character) for character in written if character.isdigit()]
    return any(digits) and sum(map(mul, _BSN_WEIGHTS, digits)) % _DIVISOR == 0
