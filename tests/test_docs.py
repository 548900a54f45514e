"""What the documentation names exists, and what exists is documented."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.command_line.main import main
from tests import rights_document

PROJECT = Path(__file__).resolve().parent.parent
REFERENCE = PROJECT / "docs" / "reference"


def _help(*arguments: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as told, pytest.raises(SystemExit) as ended:
        main((*arguments, "--help"))
    assert ended.value.code == 0
    return told.getvalue()


def commands() -> list[str]:
    """The commands that `python -m dashboard` knows."""
    return re.findall(r"^    ([a-z-]+) +\S", _help(), flags=re.MULTILINE)


def test_the_program_itself_tells_the_same_commands() -> None:
    command = [sys.executable, "-m", "dashboard", "--help"]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert told.split() == _help().split()


def undocumented(document: str, *, command: str, options: set[str]) -> set[str]:
    """The options of a command that its section of the document does not name; the command itself without a section."""
    section = re.search(rf"^## `{command}`$(.*?)(?=^## |\Z)", document, flags=re.MULTILINE | re.DOTALL)
    return {option for option in options if f"`{option}`" not in section[1]} if section else {command}


def test_every_command_and_option_is_documented() -> None:
    document = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    known = commands()
    assert {"import", "figures", "explain"} <= set(known)
    for command in known:
        options = set(re.findall(r"--[a-z-]+", _help(command))) - {"--help"}
        assert undocumented(document, command=command, options=options) == set(), command


def test_an_undocumented_command_or_option_is_noticed() -> None:
    document = "## `figures`\n\n`--area`\n\n## `explain`\n\n`--period`\n"
    assert undocumented(document, command="figures", options={"--area", "--period"}) == {"--period"}
    assert undocumented(document, command="restore", options=set()) == {"restore"}


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_dependency_is_explained_and_pinned(name: str) -> None:
    document = (REFERENCE / "dependencies.md").read_text(encoding="utf-8")
    pinned = (PROJECT / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "-r")):
            package, _, version = line.partition("==")
            bare = package.partition("[")[0]
            assert f"| {bare} |" in document
            assert version, f"{package} is not pinned"
            assert any(pin.startswith(f"{bare}=={version}") for pin in pinned)


def test_every_environment_variable_is_documented() -> None:
    document = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    sources = [
        path.read_text(encoding="utf-8")
        for room in ("dashboard", "data_models")
        for path in (PROJECT / room).rglob("*.py")
    ]
    names = {name for source in sources for name in re.findall(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"", source)}
    assert "DATABASE_URL" in names
    assert {name for name in names if f"`{name}`" not in document} == set()


@pytest.mark.parametrize(
    "document", ["README.md", "CHANGELOG.md", *(f"docs/reference/{path.name}" for path in REFERENCE.glob("*.md"))]
)
def test_links_lead_somewhere(document: str) -> None:
    path = PROJECT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readmes_commands_are_in_the_makefile_and_ci_runs_the_test_command() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", readme)) - {"alone"} <= targets
    assert "make test" in (PROJECT / ".ci" / "run").read_text(encoding="utf-8")


def test_who_may_do_what_stands_in_the_documents_as_the_program_decides_it() -> None:
    assert rights_document.DOCUMENT.read_text(encoding="utf-8") == rights_document.text(), "make rights"
