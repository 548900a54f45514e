"""What an import is about, and what the person is shown before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.sources.reader import Answers, Question


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked for it: for them the database is read and written, in the roles they have at that moment."""

    person_id: int
    region_id: int
    sign_in_id: int | None  # by which they acted; None in local mode


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be brought in: a file that someone gave, or (`path` empty) what the source's service answers.

    `person_id` None is the project itself (the command line). `region_id` is the region a person acts in; figures of
    public sources are stored for everybody, those of own registrations for that region only.
    """

    source: str  # code in CONNECTORS
    path: str = ""
    file_name: str = ""  # as the person knows it; `path` may be a copy
    answers: Answers = field(default_factory=Answers)
    person_id: int | None = None
    region_id: int | None = None
    sign_in_id: int | None = None  # by which they acted; None in local mode
    address: str = ""  # of the service, when it is not the usual one
    table: str = ""  # of the service, when the source is any table of it
    remove_gone: bool = False  # take out figures of this source and these periods that are no longer in it

    @property
    def asker(self) -> Asker | None:
        """None: the project itself, as owner of the database."""
        if self.person_id is None or self.region_id is None:
            return None
        return Asker(self.person_id, self.region_id, self.sign_in_id)


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure of which the preview shows what would happen; texts are Dutch and ready to read."""

    indicator: str
    area: str
    period: str
    group: str
    before: str  # empty when new
    after: str  # empty when gone


@dataclass(frozen=True, slots=True)
class WithheldFigure:
    """A figure that will not be shown, and why, for the officer; its number is not here either."""

    indicator: str
    area: str
    period: str
    group: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The preview. `refused` holds the problems; `question` what must be answered first; else the counts are filled."""

    source: str
    file_name: str
    read: str = ""  # what was read, one sentence
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    question: Question | None = None
    sample: tuple[tuple[str, ...], ...] = ()  # the first rows, when it is asked what the columns mean
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what a column holds, when that is not much
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    examples_new: tuple[ChangedFigure, ...] = ()
    examples_changed: tuple[ChangedFigure, ...] = ()
    examples_gone: tuple[ChangedFigure, ...] = ()
    withheld: tuple[WithheldFigure, ...] = ()
    withheld_total: int = 0
    boundaries: int = 0
    figures_version: int = 0  # of the figures that the preview was compared with

    @property
    def can_be_stored(self) -> bool:
        """Whether there is something to confirm."""
        return not self.refused and self.question is None and bool(self.new or self.changed or self.boundaries)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `stage` is fetching, reading, checking, protecting, auditing, comparing or storing."""

    stage: str
    done: int = 0
    total: int | None = None  # None: not known


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the person said when they had seen the preview."""

    remove_gone: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What storing did, or (`problem`, a Dutch sentence) why nothing was stored."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    areas: int = 0
    boundaries: int = 0
    problem: str = ""

    @property
    def changed_anything(self) -> bool:
        """Whether the database is not as it was."""
        return bool(self.new or self.changed or self.gone or self.areas or self.boundaries)
