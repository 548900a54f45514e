"""The rules of the house that no linter knows; each check is also shown to fail on a breach of it."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ROOMS = ("pages", "dashboard", "seed_data", "data_models")
PAGE_LINES = 60
MODULE_LINES = 300
APP_LINES = 30
POSITIONAL = 2
Check = Callable[[str, str], Iterator[str]]  # a module's path and its source in, breaches out

KNOWS_STREAMLIT = re.compile(
    r"pages/|dashboard/(app|asgi|navigation|selection|this_session)\.py|dashboard/(components|data)/"
)
MAKES_PROTECTED_FIGURES = re.compile(r"dashboard/(calculations/withholding|importing/kept)\.py|seed_data/")
MACHINE_PATHS = re.compile(r"/(home|Users|work|root|tmp)/[a-z]|[A-Z]:\\\\")  # the home of whoever wrote it
SQL = re.compile(
    r"\b(select\b.+\bfrom|insert\s+into|update\b.+\bset|delete\s+from|create\s+table|drop\s+table)\b", re.I | re.S
)


def _calls(tree: ast.AST) -> Iterator[tuple[int, str, set[str | None]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func), {keyword.arg for keyword in node.keywords}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def pages_read_as_their_screen(path: str, source: str) -> Iterator[str]:
    """A page is at most 60 lines, defines nothing, and knows no SQL, data frames or plotly."""
    if not path.startswith("pages/") or path.endswith("__init__.py"):
        return
    tree = ast.parse(source)
    if len(source.splitlines()) > PAGE_LINES:
        yield f"more than {PAGE_LINES} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            yield f"line {node.lineno} defines something"
    for name in _imports(tree):
        if name.partition(".")[0] in {"sqlalchemy", "polars", "pandas", "plotly", "data_models"}:
            yield f"imports {name}"


def names_do_not_shadow_the_standard_library(path: str, _: str) -> Iterator[str]:
    """`dashboard/` can land on `sys.path`: none of its modules may be called like one of Python's own."""
    room, _, rest = path.partition("/")
    name = rest.partition("/")[0].removesuffix(".py")
    if room == "dashboard" and name in sys.stdlib_module_names:
        yield f"{name} is a module of Python itself"


def nothing_writes_unsafe_html(_: str, source: str) -> Iterator[str]:
    """What people type can never become markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield f"line {node.value.lineno} allows unsafe HTML"


def session_state_has_two_homes(path: str, source: str) -> Iterator[str]:
    """What was chosen is kept by `selection.py`, what else a session keeps by `this_session.py`, and nobody else."""
    at_home = path in ("dashboard/selection.py", "dashboard/this_session.py")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "session_state" and not at_home:
            yield f"line {node.lineno} uses session state"


def caches_live_in_data(path: str, source: str) -> Iterator[str]:
    """What is cached, and under which key, is decided in `dashboard/data/` only."""
    is_data = path.startswith("dashboard/data/")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in ("cache_data", "cache_resource") and not is_data:
            yield f"line {node.lineno} caches"
    for line, name, arguments in _calls(ast.parse(source)):
        if name.endswith(("cache_data", "cache_resource")) and "max_entries" not in arguments:
            yield f"line {line} caches without max_entries"


def figures_are_protected_in_one_place(path: str, source: str) -> Iterator[str]:
    """Only the withholding rules, what keeps their outcome until it is confirmed, and the seed may make them."""
    for line, name, _ in _calls(ast.parse(source)):
        if name.endswith("ProtectedFigures") and not MAKES_PROTECTED_FIGURES.match(path):
            yield f"line {line} makes ProtectedFigures"


def what_opens_over_the_screen_is_named(_: str, source: str) -> Iterator[str]:
    """A popover without a key is known by its place: it closes, or shows another subject, when a line comes above."""
    for line, name, arguments in _calls(ast.parse(source)):
        if name.endswith(".popover") and "key" not in arguments:
            yield f"line {line} opens a popover without a key"


def streamlit_is_known_to_the_screen_only(path: str, source: str) -> Iterator[str]:
    """Calculations, charts, texts and data can be used without Streamlit."""
    if not KNOWS_STREAMLIT.match(path):
        yield from (f"imports {name}" for name in _imports(ast.parse(source)) if name.partition(".")[0] == "streamlit")


def sql_is_never_built_from_text(path: str, source: str) -> Iterator[str]:
    """No f-string, `%` or `+` makes SQL; the bulk import's own statements hold no values and are named."""
    if path.startswith("data_models/migrations/"):
        return
    for node in ast.walk(ast.parse(source)):
        parts = ""
        if isinstance(node, ast.JoinedStr):
            parts = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts = " ".join(str(leaf.value) for leaf in ast.walk(node) if isinstance(leaf, ast.Constant))
        if isinstance(node, ast.expr) and SQL.search(parts):
            yield f"line {node.lineno} builds SQL from text"


def modules_stay_small(path: str, source: str) -> Iterator[str]:
    """A module near 250 lines is asked what its two halves are called; over 300 it is not taken."""
    most = APP_LINES if path == "dashboard/app.py" else MODULE_LINES
    if len(source.splitlines()) > most and not path.startswith("data_models/migrations/versions/"):
        yield f"more than {most} lines"


def no_room_is_called_after_nothing(path: str, _: str) -> Iterator[str]:
    """No `utils`, `helpers`, `common`, `misc`, `manager` or `base`: a name says what is inside."""
    for part in Path(path).with_suffix("").parts:
        if part in {"utils", "helpers", "common", "misc", "manager", "base"} or part.endswith("_old"):
            yield f"{part} does not say what is inside"


def no_work_is_left_in_remarks(_: str, source: str) -> Iterator[str]:
    """What is still to be done is an issue, not a remark in the code."""
    for number, line in enumerate(source.splitlines(), start=1):
        if re.search(r"#.*\b(TODO|FIXME|XXX)\b", line):
            yield f"line {number} leaves work in a remark"


def later_arguments_are_named(path: str, source: str) -> Iterator[str]:
    """A public function takes one argument by position, or two as in `require(actor, action)`; the rest by name."""
    if path.startswith("data_models/migrations/"):
        return
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            positional = [*node.args.posonlyargs, *node.args.args]
            if len(positional) > POSITIONAL:
                yield f"{node.name} takes {len(positional)} arguments by position"


CHECKS: dict[Check, tuple[str, str]] = {  # each with a breach of it: a path and a source
    pages_read_as_their_screen: ("pages/figure.py", "def f():\n    pass\n"),
    names_do_not_shadow_the_standard_library: ("dashboard/calendar.py", ""),
    nothing_writes_unsafe_html: ("dashboard/components/x.py", "st.markdown('x', unsafe_allow_html=True)"),
    session_state_has_two_homes: ("dashboard/components/x.py", "st.session_state['a'] = 1"),
    caches_live_in_data: ("dashboard/components/x.py", "@st.cache_data(max_entries=1)\ndef f(): ..."),
    figures_are_protected_in_one_place: ("dashboard/sources/tidy.py", "ProtectedFigures(frame)"),
    what_opens_over_the_screen_is_named: ("dashboard/components/x.py", "with st.popover('Weg'):\n    pass"),
    streamlit_is_known_to_the_screen_only: ("dashboard/charts/trend.py", "import streamlit as st"),
    sql_is_never_built_from_text: ("data_models/queries/x.py", "q = f'SELECT * FROM {name}'"),
    modules_stay_small: ("dashboard/formatting.py", "\n" * 301),
    no_room_is_called_after_nothing: ("dashboard/utils.py", ""),
    no_work_is_left_in_remarks: ("dashboard/x.py", "x = 1  # TODO later"),
    later_arguments_are_named: ("dashboard/x.py", "def f(a, b, c): ..."),
}
MORE_BREACHES: list[tuple[Check, str, str]] = [
    (pages_read_as_their_screen, "pages/figure.py", "import polars as pl\n"),
    (pages_read_as_their_screen, "pages/figure.py", "from data_models.queries import figures\n"),
    (pages_read_as_their_screen, "pages/figure.py", "x = 1\n" * 61),
    (caches_live_in_data, "dashboard/data/x.py", "@st.cache_resource()\ndef f(): ..."),
    (sql_is_never_built_from_text, "data_models/x.py", "q = 'DELETE FROM ' + name"),
    (sql_is_never_built_from_text, "data_models/x.py", "q = 'INSERT INTO %s' % name"),
    (modules_stay_small, "dashboard/app.py", "\n" * 31),
]


def modules() -> list[tuple[str, str]]:
    """Every module of the application: its path inside the project and its source."""
    return [
        (path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8"))
        for room in ROOMS
        for path in sorted((PROJECT / room).rglob("*.py"))
    ]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_module_keeps_the_rule(check: Check) -> None:
    breaches = [f"{path}: {breach}" for path, source in modules() for breach in check(path, source)]
    assert breaches == []


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [(check, *breach) for check, breach in CHECKS.items()] + MORE_BREACHES,
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_rule_notices_a_breach(check: Check, path: str, source: str) -> None:
    assert list(check(path, source)) != []


def kept_files() -> list[str]:
    """The files that git keeps, as paths inside the project; all text files when this is not a git checkout."""
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return listed.stdout.splitlines()
    return [
        path.relative_to(PROJECT).as_posix()
        for room in (*ROOMS, "tests", "docs")
        for path in (PROJECT / room).rglob("*")
    ]


def names_a_machine(text: str) -> bool:
    """Whether the text holds a path that exists only on the machine of whoever wrote it."""
    return MACHINE_PATHS.search(text) is not None


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    kinds = (".py", ".toml", ".md", ".txt", ".in", ".ini", ".csv", ".js", ".css", ".json", "Makefile", "run")
    named = [
        name
        for name in kept_files()
        if name.endswith(kinds)
        and not name.endswith("axe.min.js")
        and name != "tests/test_architecture.py"
        and (PROJECT / name).exists()
        and names_a_machine((PROJECT / name).read_text(encoding="utf-8"))
    ]
    assert named == []


def test_a_path_of_a_machine_is_noticed() -> None:
    assert names_a_machine("open('/home/someone/file.csv')")
    assert not names_a_machine("sqlite:///var/tellen.sqlite")


def test_the_import_directions_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
