"""What is wrong with a file: a Dutch sentence per problem, with where it is and what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import formatting
from dashboard.texts import files
from dashboard.texts import sources as texts

MOST_LINES = 50  # sentences shown; more would not be read
LONGEST_VALUE = 60  # characters of a cell that are quoted
TEXT_FILES = (".csv", ".txt")  # how the names of text files in a zip end


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a file from being stored: what, where, the value, what to do.

    `sheet` is the sheet of a workbook or the file in a zip; `letter` is how Excel names the column.
    """

    what: str
    line: int | None = None
    column: str = ""
    value: str = ""
    advice: str = ""
    sheet: str = ""
    letter: str = ""

    def sentence(self) -> str:
        """The problem in Dutch, on one line."""
        known = {"sheet": bool(self.sheet), "line": self.line is not None, "column": bool(self.column or self.letter)}
        form = files.PLACES[tuple(name for name, is_known in known.items() if is_known)]
        return texts.PROBLEM.format(
            where=form.format(sheet=self._sheet(), line=self.line, column=self._column()),
            what=self.what,
            value=texts.VALUE.format(value=_visible(self.value)) if self.value else "",
            advice=texts.ADVICE.format(advice=self.advice) if self.advice else "",
        )

    def _sheet(self) -> str:
        in_zip = self.sheet.lower().endswith(TEXT_FILES)
        return (files.FILE_IN_ZIP if in_zip else files.SHEET).format(name=_visible(self.sheet))

    def _column(self) -> str:
        column = _visible(self.column)
        if not self.letter or column in ("", files.UNNAMED_COLUMN.format(letter=self.letter)):
            return self.letter or column
        return files.COLUMN_WITH_LETTER.format(letter=self.letter, column=column)


class RefusedError(Exception):
    """A file is refused: `problems` are the first ones, `total` how many there are."""

    def __init__(self, problems: Sequence[Problem], total: int | None = None) -> None:
        super().__init__(problems[0].sentence())
        self.problems = tuple(problems)
        self.total = len(problems) if total is None else total

    def on(self, sheet: str) -> "RefusedError":
        """The same refusal, with the sheet or the file in a zip that it is about."""
        placed = [problem if problem.sheet else replace(problem, sheet=sheet) for problem in self.problems]
        return RefusedError(placed, self.total)

    def sentences(self) -> list[str]:
        """At most fifty sentences, in the order of the lines, and how many more there are."""
        ordered = sorted(self.problems, key=lambda problem: problem.line or 0)[:MOST_LINES]
        shown = [problem.sentence() for problem in ordered]
        rest = self.total - len(shown)
        return [*shown, texts.MORE.format(count=formatting.count(rest))] if rest > 0 else shown


class Findings:
    """Gathers problems while a file is read: keeps the first ones, counts them all.

    Who is `only_looking` at the first rows gets cells that may not be used as Excel shows them, and no rows left out.
    """

    def __init__(self, *, only_looking: bool = False) -> None:
        self.only_looking = only_looking
        self.problems: list[Problem] = []
        self.total = 0
        self._sheet = ""
        self._letters: Mapping[str, str] = {}

    def reading(self, sheet: str, *, letters: Mapping[str, str] | None = None) -> None:
        """From now on problems that name no sheet are on this one; `letters` are Excel's, by the column's name."""
        self._sheet = sheet
        self._letters = letters or {}

    def add(self, problem: Problem) -> None:
        """Take note of one problem."""
        self.total += 1
        if len(self.problems) < MOST_LINES:
            self.problems.append(self._placed(problem))

    def add_all(self, problems: Iterable[Problem], *, total: int) -> None:
        """Take note of the first problems of a kind, of which there are `total`."""
        self.total += total
        found = [*self.problems, *(self._placed(problem) for problem in problems)]
        self.problems = sorted(found, key=lambda problem: problem.line or 0)[:MOST_LINES]

    def refuse(self) -> None:
        """Raise `RefusedError` when there was any problem."""
        if self.total:
            raise RefusedError(self.problems, self.total)

    def _placed(self, problem: Problem) -> Problem:
        if problem.sheet or not self._sheet:
            return problem
        letter = problem.letter or self._letters.get(problem.column, "")
        return replace(problem, sheet=self._sheet, letter=letter)


def on_one_line(text: str) -> str:
    """A text as it can be printed on one line: without control characters and marks that turn its direction."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _visible(value: str) -> str:
    """A cell as it can be printed on one line, not too long."""
    printable = on_one_line(value)
    return printable if len(printable) <= LONGEST_VALUE else f"{printable[:LONGEST_VALUE]}…"
