"""Typed words stay on the device until the server says that they were stored or given up: what the marks say."""

import ast
import json
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open

COMPONENTS = Path(__file__).resolve().parents[2] / "dashboard" / "components"
FIELDS = {"text_input", "text_area", "number_input"}
ELSEWHERE = {  # fields of a form that is marked in another module
    "administration_storing.py": "administration_composition.py",
    "agreement_fields.py": "agreement_forms.py",
    "data_mapping.py": "data_question.py",
    "effort_fields.py": "effort_forms.py",
    "monitoring_form.py": "monitoring.py",
    "norm_form.py": "norms.py",
}
NO_FORM = {  # fields in which nobody writes anything that is stored
    "administration_people.py": "searches",
    "administration_restore.py": "a word that confirms",
    "audit_filter.py": "searches",
    "data_importing.py": "the number of a table, in the address of its source",
    "following.py": "a code that somebody else shows",
    "overview_choices.py": "searches",
    "practice.py": "searches",
    "searching.py": "searches",
}


def _calls(module: Path) -> set[str]:
    return {
        ast.unparse(node.func).rpartition(".")[2]
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }


def test_no_form_is_forgotten() -> None:
    typed = {module.name for module in COMPONENTS.glob("*.py") if _calls(module) & FIELDS}
    marked = {module.name for module in COMPONENTS.glob("*.py") if "keep_typed" in _calls(module)}
    assert typed - marked - ELSEWHERE.keys() - NO_FORM.keys() == set()
    assert set(ELSEWHERE.values()) <= marked
    assert (ELSEWHERE.keys() | NO_FORM.keys()) <= typed


def _marks(app: AppTest) -> list[dict[str, Any]]:
    bodies = [str(one.proto.body) for one in app.get("html") if "data-getypt" in str(one.proto.body)]
    return [json.loads(unescape(body.partition('data-getypt="')[2].partition('"')[0])) for body in bodies]


def _names(app: AppTest) -> set[str]:
    """The forms on a screen, without those of the region as a whole."""
    names = {str(mark["form"]) for mark in _marks(app) if mark.get("form")}
    return {name for name in names if "hulpvragen" not in name and "opschrijven" not in name}


def _form(app: AppTest) -> dict[str, Any]:
    (found,) = (mark for mark in _marks(app) if mark.get("form"))
    return found


def _add(app: AppTest, *, reason: str) -> None:
    next(field for field in app.text_input if field.label == "Wat willen we weten?").set_value("Hoe lang wacht men?")
    next(field for field in app.text_area if field.label == "Waarom willen we dat weten?").set_value(reason)
    next(button for button in app.button if button.label == "Op de agenda zetten").click()
    app.run()


def test_a_form_says_whose_it_is_and_goes_on_after_a_refusal_until_it_is_stored(
    open_page: Open, person_id: int
) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="agenda")
    first = _form(app)
    assert (first["who"], first["ended"]) == (person_id, [])
    assert first["form"].endswith("-agenda-nieuw")
    _add(app, reason="")
    assert _form(app)["round"] == first["round"]
    _add(app, reason="Ouders vragen het")
    second = _form(app)
    assert second["round"] != first["round"]
    assert second["ended"] == [first["round"]]


def test_what_is_typed_about_one_figure_is_not_put_back_at_another(open_page: Open, person_id: int) -> None:
    assert person_id
    places = [("GM0034", "jeugdzorg"), ("GM0034", "jeugdbescherming"), ("GM0995", "jeugdzorg")]
    screens = [open_page("figure", gebied=area, indicator=figure, tabblad="gebeurtenissen") for area, figure in places]
    forms = [_names(screen) for screen in screens]
    assert all(any("gebeurtenis-nieuw" in name for name in names) for names in forms)
    for mine, others in ((0, 1), (0, 2), (1, 2)):
        assert forms[mine] & forms[others] == set()


def test_who_may_write_nothing_has_no_form(open_page: Open) -> None:
    assert _marks(open_page("data", gebied="GM0034", onderdeel="agenda")) == []
