"""`make rights`: docs/reference/rights.md, drawn from the table of roles and actions in data_models/access.py."""

from pathlib import Path

from dashboard.texts.people import ACTION, ACTIONS, NO, ROLE_AND_LINE, ROLE_LINES, ROLES, YES
from data_models.access import ALLOWED

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "reference" / "rights.md"
_INTRODUCTION = """# Who may do what

Drawn from `data_models/access.py` by `make rights`; a test fails when the two differ. Every command asks that table
again within its own transaction, and it counts for the region in which somebody has the role. Whoever has more than one
role may do what any of them may. Public figures are read by everybody. On Beheer the same table stands under *Wie mag
wat*.
"""


def text() -> str:
    """The document as it should be."""
    lines = [ROLE_AND_LINE.format(role=name, line=ROLE_LINES[role]) for role, name in ROLES.items()]
    head = [ACTION, *ROLES.values()]
    rows = [[name, *(YES if action in ALLOWED[role] else NO for role in ROLES)] for action, name in ACTIONS.items()]
    table = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join([_INTRODUCTION, *lines, "", *table, ""])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    DOCUMENT.write_text(text(), encoding="utf-8")
