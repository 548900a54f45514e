"""XML of a workbook, read as a stream: no entities, no document types, nothing from outside."""

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import files as texts

_NAMESPACE = " "  # stands between an element's namespace and its name; no name has one
Start = Callable[[str, dict[str, str]], None]


def parsed(
    pieces: Iterable[bytes], *, start: Start, end: Callable[[str], None], text: Callable[[str], None]
) -> Iterator[None]:
    """Read the pieces one by one, calling `start`, `end` and `text`; element names come without their namespace.

    Yields after every piece, so that what was found can be taken out; `RefusedError` for damaged or unsafe XML.
    """
    parser = expat.ParserCreate("utf-8", _NAMESPACE)
    names: dict[str, str] = {}

    def local(name: str) -> str:
        found = names.get(name)
        if found is None:
            found = names[name] = name.rpartition(_NAMESPACE)[2]
        return found

    def refuse(*_: object) -> None:
        raise damaged()

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(local(name), attributes)
    parser.EndElementHandler = lambda name: end(local(name))
    parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, ValueError, OverflowError) as error:
        raise damaged() from error


def elements(pieces: Iterable[bytes]) -> list[tuple[str, dict[str, str]]]:
    """All elements of a small part, in their order, as name and attributes (these too without namespace)."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((name, {key.rpartition(_NAMESPACE)[2]: value for key, value in attributes.items()}))

    for _ in parsed(pieces, start=start, end=lambda _: None, text=lambda _: None):
        pass
    return found


def damaged() -> RefusedError:
    """The refusal of a file that is not what its kind prescribes."""
    return RefusedError([Problem(texts.DAMAGED, advice=texts.DOWNLOAD_AGAIN)])
