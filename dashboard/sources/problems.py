"""What is wrong with a file: a Dutch sentence per problem, with where it is and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard import formatting
from dashboard.texts import sources as texts

MOST_LINES = 50  # sentences shown; more would not be read
LONGEST_VALUE = 60  # characters of a cell that are quoted


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a file from being stored: what, where, the value, what to do."""

    what: str
    line: int | None = None
    column: str = ""
    value: str = ""
    advice: str = ""

    def sentence(self) -> str:
        """The problem in Dutch, on one line."""
        form = {
            (True, True): texts.AT_LINE_AND_COLUMN,
            (True, False): texts.AT_LINE,
            (False, True): texts.AT_COLUMN,
            (False, False): "",
        }[self.line is not None, bool(self.column)]
        return texts.PROBLEM.format(
            where=form.format(line=self.line, column=_visible(self.column)),
            what=self.what,
            value=texts.VALUE.format(value=_visible(self.value)) if self.value else "",
            advice=texts.ADVICE.format(advice=self.advice) if self.advice else "",
        )


class RefusedError(Exception):
    """A file is refused: `problems` are the first ones, `total` how many there are."""

    def __init__(self, problems: Sequence[Problem], total: int | None = None) -> None:
        super().__init__(problems[0].sentence())
        self.problems = tuple(problems)
        self.total = len(problems) if total is None else total

    def sentences(self) -> list[str]:
        """At most fifty sentences, in the order of the lines, and how many more there are."""
        ordered = sorted(self.problems, key=lambda problem: problem.line or 0)[:MOST_LINES]
        shown = [problem.sentence() for problem in ordered]
        rest = self.total - len(shown)
        return [*shown, texts.MORE.format(count=formatting.count(rest))] if rest > 0 else shown


class Findings:
    """Gathers problems while a file is read: keeps the first ones, counts them all."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.total = 0

    def add(self, problem: Problem) -> None:
        """Take note of one problem."""
        self.total += 1
        if len(self.problems) < MOST_LINES:
            self.problems.append(problem)

    def add_all(self, problems: Iterable[Problem], *, total: int) -> None:
        """Take note of the first problems of a kind, of which there are `total`."""
        self.total += total
        self.problems = sorted([*self.problems, *problems], key=lambda problem: problem.line or 0)[:MOST_LINES]

    def refuse(self) -> None:
        """Raise `RefusedError` when there was any problem."""
        if self.total:
            raise RefusedError(self.problems, self.total)


def _visible(value: str) -> str:
    """A cell as it can be printed on one line: without control characters, not too long."""
    printable = "".join(character if character.isprintable() else "�" for character in value)
    return printable if len(printable) <= LONGEST_VALUE else f"{printable[:LONGEST_VALUE]}…"
