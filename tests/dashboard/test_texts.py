"""The words on screen: Dutch, and one for every theme, state and status that can be stored."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.texts import areas, audit, choosing, figure, norms, people, statements, story, writing
from data_models import commands
from data_models.access import Action, Role
from data_models.commands import adopting, norm_steps, roles
from data_models.commands import norms as norm_commands
from data_models.facts import NormProposal
from data_models.tables.areas import AREA_KINDS
from data_models.tables.norms import NORM_STATES
from data_models.tables.stories import PERSPECTIVES, RECOGNITIONS, VISIBILITIES
from seed_data.rows import ROOM, read

TEXTS = Path(__file__).resolve().parents[2] / "dashboard" / "texts"
ENGLISH = re.compile(
    r"\b(the|and|your|you|this|that|please|error|failed|save|cancel|submit|loading|choose|select|search|"
    r"value|year|area|not|with|from|for|click|button|warning|withheld|unknown|target|source|story|draft)\b",
    re.IGNORECASE,
)
NOT_SAID = re.compile(r"\{[^}]*\}|--\w+|\bwithheld(:\w+)?")  # filled in; how an option and a status are spelled
CODES = {"source", "unknown"}  # reasons as figures carry them: keys, not words


def _words(file: Path) -> Iterator[tuple[int, str]]:
    """Every string of a file of texts that reaches a screen: values, not keys, docstrings or the code around them."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    hidden = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    hidden |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    hidden |= {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    hidden |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Compare) for part in ast.walk(node)}
    hidden |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Call) for part in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden:
            yield node.lineno, node.value


@pytest.mark.parametrize("file", sorted(TEXTS.glob("[!_]*.py")), ids=lambda file: file.stem)
def test_no_english_word_stands_on_a_screen(file: Path) -> None:
    found = [
        f"line {line}: {word.group()!r} in {text!r}"
        for line, text in _words(file)
        for word in ENGLISH.finditer(NOT_SAID.sub("", text))
        if text not in CODES
    ]
    assert found == []


def test_the_list_of_english_words_finds_one(tmp_path: Path) -> None:
    file = tmp_path / "words.py"
    file.write_text('"""The docstring."""\nSAVE = {"save": "Save your answer", "year": "Jaar {year}"}\n')
    assert [word.group() for _, text in _words(file) for word in ENGLISH.finditer(NOT_SAID.sub("", text))] == [
        "Save",
        "your",
    ]


def test_the_catalogue_is_dutch_too() -> None:
    fields = ("name", "short_name", "question", "subject", "verb", "complement")
    rows = [*read(ROOM / "indicators.csv"), *read(ROOM / "themes.csv")]
    said = [row[field] for row in rows for field in fields if field in row]
    assert [text for text in said if ENGLISH.search(text)] == []


def test_every_kind_of_area_can_be_named() -> None:
    assert set(areas.KINDS) == {*AREA_KINDS, "group"}  # a group to compare with is put together, not stored


def test_every_state_of_a_norm_has_its_word() -> None:
    assert set(norms.STATES) == set(NORM_STATES)


def test_every_fault_of_a_norm_has_its_sentence() -> None:
    impossible = [
        NormProposal("down", None, None, None, 2020, -1.0, 2030, "", "eigen", ""),
        NormProposal("band", None, 10.0, 9.0, 2099, 140.0, 2024, "", "eigen", ""),
    ]
    found = {
        fault
        for proposal in impossible
        for direction in ("none", "up")
        for fault in norm_commands.faults(proposal, unit="percentage", desired_direction=direction, this_year=2026)
    }
    assert len(found) == 11
    refusals = "".join(inspect.getsource(module) for module in (norm_commands, norm_steps, adopting))
    refused = set(re.findall(r'NormRefusedError\("(\w+)"\)', refusals))
    assert len(refused) > 10
    assert found | refused <= set(norms.FAULTS)


def test_every_unit_of_the_catalogue_has_its_words() -> None:
    units = {row["unit"] for row in read(ROOM / "indicators.csv")}
    assert units <= set(norms.UNITS)
    assert units <= set(figure.VALUE_IN)


def test_every_direction_and_basis_of_the_catalogue_has_its_words() -> None:
    rows = read(ROOM / "indicators.csv")
    assert {row["desired_direction"] for row in rows} == set(figure.DIRECTIONS)
    assert {row["basis"] for row in rows} == set(figure.BASES)
    assert set(norms.DIRECTIONS) == {"up", "down", "band"}


def test_every_status_and_reason_of_the_seed_has_its_words() -> None:
    files = [*(ROOM / "figures").glob("*.csv"), ROOM / "rivierenrijk" / "figures.csv"]
    statuses = {row["status"] for file in files for row in read(file)}
    assert {status.partition(":")[0] for status in statuses} <= set(figure.STATUSES)
    assert {reason for status in statuses if (reason := status.partition(":")[2])} <= set(statements.WITHHELD)


def test_every_choice_of_an_answer_has_its_words() -> None:
    assert set(writing.VISIBILITIES) == set(VISIBILITIES)
    assert set(writing.RECOGNITIONS) == set(RECOGNITIONS)
    assert set(writing.VALUATIONS) == {"1", "2", "3", "4", "5"}
    assert set(story.QUESTIONS) == set(story.PLACEHOLDERS) == {1, 2, 3, 4}
    assert len(PERSPECTIVES) == len(set(PERSPECTIVES)) == 7


def test_the_four_questions_stand_as_people_know_them() -> None:
    assert list(story.QUESTIONS.values()) == [
        "Herkennen we het beeld uit de cijfers?",
        "Hoe kunnen we dit verklaren?",
        "Wat vinden we ervan?",
        "Wat zijn mogelijkheden voor verbetering?",
    ]


def test_every_measure_has_its_name() -> None:
    assert set(choosing.MEASURES) == {"waarde", "aantal", "per1000"}


def test_every_role_and_every_action_has_its_words() -> None:
    assert list(people.ROLES) == list(people.ROLE_LINES) == list(Role)
    assert list(people.ACTIONS) == list(Action)
    named = [*people.ROLES.values(), *people.ROLE_LINES.values(), *people.ACTIONS.values()]
    assert all(named)
    assert len(set(named)) == len(named)


def _faults(module: ModuleType) -> set[str]:
    """What a module of commands refuses, by the names it gives."""
    return set(re.findall(r'RefusedError\("([a-z_]+)"\)', inspect.getsource(module)))


def test_every_refusal_about_roles_and_adopting_has_its_sentence() -> None:
    assert len(_faults(roles)) == 13
    assert _faults(roles) <= set(people.FAULTS)
    assert len(_faults(adopting)) == 6
    assert _faults(adopting) <= set(norms.FAULTS)


def _said_of_audit_lines(name: str) -> set[str]:
    """Every text that is given as this argument in data_models/commands, also by way of a choice between two.

    `f"change_{kind}"` stands for every `kind` that is named in the same file.
    """
    found = set()
    for file in Path(commands.__path__[0]).glob("*.py"):
        given = [
            node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.keyword)
        ]
        constants = [one.value.value for one in given if one.arg == "kind" and isinstance(one.value, ast.Constant)]
        kinds = [kind for kind in constants if isinstance(kind, str)]
        for node in given:
            if node.arg == name and isinstance(node.value, ast.JoinedStr):
                beginning = ast.literal_eval(node.value.values[0])
                found |= {f"{beginning}{kind}" for kind in kinds}
            elif node.arg == name:
                parts = [part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
                found |= {text for text in parts if isinstance(text, str)}
    return found


def test_every_action_of_the_audit_trail_has_its_words() -> None:
    spelled = _said_of_audit_lines("action")
    assert {"set_norm", "share_contribution", "download_audit"} <= spelled
    assert (spelled | {str(Action.IMPORT_FIGURES)}) - set(audit.ACTIONS) == set()


def test_every_kind_of_thing_in_the_audit_trail_has_its_words() -> None:
    kinds = _said_of_audit_lines("subject_kind")
    assert {"norm", "contribution", "person"} <= kinds
    assert kinds - set(audit.KINDS) == set()
