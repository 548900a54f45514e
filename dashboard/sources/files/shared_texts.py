"""The texts that the cells of a workbook refer to by their number."""

import re
from collections.abc import Iterable

from dashboard.sources.files.xml_parts import parsed

_CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_")  # how a workbook writes signs that XML cannot hold
_UNDERSCORE = "_x005F_"  # and an underscore that is no such sign


def plain(text: str) -> str:
    """A cell's text without spaces around it; `_x000D_` and the like become spaces."""
    if "_x" in text:
        text = _CONTROL.sub(" ", text).replace(_UNDERSCORE, "_")
    return text.strip()


def shared_texts(pieces: Iterable[bytes]) -> list[str]:
    """The texts in their order; how parts of them look, and how they are pronounced, is left out."""
    reading = _Reading()
    for _ in parsed(pieces, start=reading.start, end=reading.end, text=reading.text):
        pass
    return reading.found


class _Reading:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._runs: list[str] = []
        self._is_text = False
        self._phonetic = 0  # how deep inside

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self._runs = []
        elif name == "t":
            self._is_text = True
        elif name == "rPh":
            self._phonetic += 1

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append(plain("".join(self._runs)))
        elif name == "t":
            self._is_text = False
        elif name == "rPh":
            self._phonetic -= 1

    def text(self, data: str) -> None:
        if self._is_text and not self._phonetic:
            self._runs.append(data)
