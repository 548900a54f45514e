"""For whom a screen is drawn and of which moment: the key of every cache."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from data_models import database
from data_models.access import Actor, role_codes
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import topics

MOST_ENTRIES = 400  # per cached question: about a morning's choices of a full meeting
SAME_RUN = 1.0  # seconds


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks (None: everybody), and the versions of everything at the moment the screen began, read once a run.

    Norms and stories of the fictional region are read by everybody, so a change in any region counts: the versions are
    summed over the regions.
    """

    actor: Actor | None
    epoch: str
    figures: int
    norms: int
    plans: int  # from issue to result and from goal to yield; asked afresh, and not in the key
    stories: int
    agreements: int  # with what lies on other tables; asked afresh, and not in the key
    areas: int
    began: float  # seconds on this process's clock

    @property
    def key(self) -> tuple[str, int, str, int, int, int]:
        """What a cached answer depends on besides the question; stories are asked afresh and are not in it."""
        region, role = (self.actor.region_id, role_codes(self.actor)) if self.actor else (0, "")
        return (self.epoch, region, role, self.figures, self.norms, self.areas)

    def hears(self, *, fictional: bool) -> bool:
        """Whether what people of the region say may be read: by who takes part, and of the example by everybody."""
        return fictional or self.actor is not None

    def seen_by(self, actor: Actor | None) -> "Reader":
        """The same moment, for this person."""
        return replace(self, actor=actor)


def read_now() -> Reader:
    """The reader of this run, for everybody: one query that tells whether anything changed."""
    with database.reading() as session:
        versions = topics.versions(session)
    return Reader(
        actor=None,
        epoch=versions.epoch,
        figures=versions.summed("figures"),
        norms=versions.summed("norms"),
        plans=versions.summed("plans"),
        stories=versions.summed("stories"),
        agreements=versions.summed("agreements"),
        areas=versions.summed("areas"),
        began=time.monotonic(),
    )


def is_over(reader: Reader) -> bool:
    """Whether the run that made this reader is over: until then what is read beside it may be older."""
    return time.monotonic() - reader.began > SAME_RUN


HASHED: dict[type | str, Callable[..., object]] = {  # what a cache knows its questions by; whole records hash slowly
    Reader: lambda reader: reader.key,
    AreaFacts: lambda area: (area.code, area.valid_from),
    IndicatorFacts: lambda indicator: indicator.code,
}
