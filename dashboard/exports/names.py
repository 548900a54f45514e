"""Words as they can stand in the name of a file or in an address."""

import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def spelled(*parts: str) -> str:
    """The parts in small letters and digits: `jeugdzorg-almere-2024`, `s-hertogenbosch`."""
    letters = unicodedata.normalize("NFKD", "-".join(parts).lower())
    return _BETWEEN_WORDS.sub("-", "".join(one for one in letters if not unicodedata.combining(one))).strip("-")
