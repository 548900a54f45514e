"""Quoting a contribution: which of its words stand in a joint interpretation, and whether they still do."""

import re

SHORT = 25  # characters of an answer whose words people also write without meaning to quote it: "Ja", "Wachtlijsten"
_MARKS = "„“”‘’‚«»\"'"
LONGEST = 300  # characters of one quotation: a joint text is read by people who decide, not everything at once


def quotation(text: str) -> str:
    """The words that are quoted: all of a short text, of a longer one its beginning, cut between words."""
    whole = _on_one_line(text)
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"


def is_quoted(text: str, *, among: str) -> bool:
    """Whether the words that would be quoted of a text stand in another one, however its lines are broken.

    A short text is quoted only where it stands between quotation marks.
    """
    words, line = quotation(text), _on_one_line(among)
    if len(words) > SHORT:
        return words in line
    return bool(words) and re.search(rf"[{_MARKS}]{re.escape(words)}[.,]?[{_MARKS}]", line) is not None


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
