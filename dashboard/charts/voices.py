"""Who chose what on a scale, party by party, as a table that a browser draws: nothing is added up over parties."""

from collections.abc import Mapping
from html import escape

from dashboard.texts import story as words


def voices_table(chosen: Mapping[str, Mapping[str, int]], *, scale: Mapping[str, str], caption: str) -> str:
    """A row for each organisation: its choices as filled marks on the scale, and the same in words beside them.

    `chosen` gives for each organisation how many of its answers chose each code of the `scale`, whose words stand in
    the order in which they are drawn. The marks are there for the eye alone; what they say stands in words.
    """
    rows = "".join(
        f'<tr><th scope="row">{escape(organisation)}</th>'
        f'<td><span class="marks" aria-hidden="true">{_marks(choices, scale=scale)}</span></td>'
        f"<td>{escape(_in_words(choices, scale=scale))}</td></tr>"
        for organisation, choices in chosen.items()
    )
    return f'<table class="voices"><caption>{escape(caption)}</caption><tbody>{rows}</tbody></table>'


def _marks(choices: Mapping[str, int], *, scale: Mapping[str, str]) -> str:
    return "".join('<i class="chosen"></i>' if choices.get(code) else "<i></i>" for code in scale)


def _in_words(choices: Mapping[str, int], *, scale: Mapping[str, str]) -> str:
    return ", ".join(
        words.TIMES.format(choice=scale[code], count=count) if count > 1 else scale[code]
        for code, count in choices.items()
    )
