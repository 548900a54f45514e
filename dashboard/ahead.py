"""What the browser fetches at once, while the server makes the page, and not only when it meets it there."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

SCRIPTS = Path(str(files("streamlit"))) / "static" / "static" / "js"
# What our screens are made of, by the beginning of the names of Streamlit's own scripts: everywhere, and with figures.
PARTS = ("PageLink", "Selectbox", "ButtonGroup", "BidiComponent")
# Not tables: their code comes when it is met, so that a chart, above its table, need not wait for it.
PARTS_OF_FIGURES = ("PlotlyChart", "Checkbox", "Multiselect")
WITH_FIGURES = ("/cijfer", "/vergelijken", "/normen", "/resultaat")  # the paths of pages that begin with a chart
_IMPORTS = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_BEGINNING = 20_000  # characters of a script that hold all its imports
_NOW = b'<link rel="modulepreload" crossorigin href="./static/js/%s">'
_LATER = b'<link rel="prefetch" as="script" crossorigin href="./static/js/%s">'


def links(path: str) -> bytes:
    """The links for the shell of the page at this path; what it does not need, the next page may: that comes last."""
    now = _all((*PARTS, *PARTS_OF_FIGURES) if path in WITH_FIGURES else PARTS)
    later = [name for name in _all(PARTS_OF_FIGURES) if name not in now]
    return b"".join([*(_NOW % name.encode() for name in now), *(_LATER % name.encode() for name in later)])


@lru_cache(maxsize=4)
def _all(roots: tuple[str, ...]) -> tuple[str, ...]:
    """These scripts, and each that one of them imports, that the shell does not ask for by itself."""
    found: dict[str, None] = {}
    waiting = [path.name for root in roots for path in SCRIPTS.glob(f"{root}.*.js")]
    while waiting:
        name = waiting.pop(0)
        if name not in found and name not in _of_the_shell():
            found[name] = None
            waiting += _imported(name)
    return tuple(found)


@lru_cache(maxsize=1)
def _of_the_shell() -> frozenset[str]:
    shell = (SCRIPTS.parents[1] / "index.html").read_text(encoding="utf-8")
    return frozenset(re.findall(r"static/js/([\w.-]+\.js)", shell))


def _imported(name: str) -> Iterator[str]:
    with (SCRIPTS / name).open(encoding="utf-8") as script:
        yield from _IMPORTS.findall(script.read(_BEGINNING))
