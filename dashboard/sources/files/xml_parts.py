"""XML of a workbook, read as a stream: no entities, no document types, nothing from outside."""

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import files as texts

_PREFIX = ":"  # stands between the short name of a namespace and an element's name
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def parsed(pieces: Iterable[bytes], *, start: Start, end: End, text: Callable[[str], None]) -> Iterator[None]:
    """Read the pieces one by one, calling `start`, `end` and `text`; the names are without the prefix of the root.

    Yields after every piece, so that what was found can be taken out; `RefusedError` for damaged or unsafe XML.
    """
    parser = expat.ParserCreate("utf-8")

    def root(name: str, attributes: dict[str, str]) -> None:
        prefix, sign, local = name.rpartition(_PREFIX)
        parser.StartElementHandler, parser.EndElementHandler = (
            _without(prefix + sign, start=start, end=end) if sign else (start, end)
        )
        start(local, attributes)

    def refuse(*_: object) -> None:
        raise damaged()

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = root
    parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, ValueError, OverflowError) as error:
        raise damaged() from error


def _without(prefix: str, *, start: Start, end: End) -> tuple[Start, End]:
    """The same two for a document that writes this prefix before every name."""
    return (
        lambda name, attributes: start(name.removeprefix(prefix), attributes),
        lambda name: end(name.removeprefix(prefix)),
    )


def elements(pieces: Iterable[bytes]) -> list[tuple[str, dict[str, str]]]:
    """All elements of a small part, in their order, as name and attributes (these too without prefix)."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((name, {key.rpartition(_PREFIX)[2]: value for key, value in attributes.items()}))

    for _ in parsed(pieces, start=start, end=lambda _: None, text=lambda _: None):
        pass
    return found


def damaged() -> RefusedError:
    """The refusal of a file that is not what its kind prescribes."""
    return RefusedError([Problem(texts.DAMAGED, advice=texts.DOWNLOAD_AGAIN)])
