"""What queries answer and commands take: plain, frozen records without a database behind them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

OVER = ("replaced", "withdrawn")  # states in which a norm no longer stands
AGREED = ("agreed", "adopted")  # states in which the parties agreed on it
AGENDA_STATES = ("open", "in_progress", "measured", "dropped")


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A place that has figures, in the years in which it exists."""

    code: str
    kind: str
    name: str
    valid_from: int
    valid_until: int | None
    fictional: bool
    sector: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """A definition, as the catalogue gives it; see `data_models.tables.indicators.Indicator` for each field."""

    code: str
    name: str
    short_name: str
    question: str
    theme: str  # its name
    unit: str
    decimals: int
    numerator: str
    denominator: str
    subject: str
    verb: str
    complement: str
    desired_direction: str
    kind: str
    basis: str
    source_table: str
    levels: tuple[str, ...]
    caveats: str
    local: bool
    zero_may_be_shown: bool
    minimum_count: int
    minimum_denominator: int
    smallest_relevant_difference: float | None
    rounding: int
    in_start_set: bool
    position: int


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """One value: `value` in the indicator's unit, counts in children; None where it is not known.

    `status` is final, provisional, revised, derived, estimated or withheld; `reason` is filled only when withheld.
    `estimated` says that count and denominator were estimated on reading while the value is the source's own.
    """

    indicator: str
    area: str
    period: str
    year: int
    breakdown: str
    numerator: float | None
    denominator: float | None
    value: float | None
    status: str
    reason: str
    source: str  # its code
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class NormFacts:
    """A norm as it stands: either `value`, or a band from `lower` to `upper`, in the indicator's unit."""

    id: int
    region_id: int
    indicator: str
    area: str
    breakdown: str
    state: str
    direction: str  # up, down, band
    value: float | None
    lower: float | None
    upper: float | None
    year: int
    start_value: float | None
    start_year: int
    reason: str
    origin: str
    agreed_by: str
    version: int
    replaces_id: int | None
    updated_at: datetime
    meeting: str = ""
    met_on: date | None = None
    direction_reason: str = ""
    result_id: int | None = None  # the societal result that it belongs to

    @property
    def stands(self) -> bool:
        """Whether it is still a norm: it was not replaced and not withdrawn."""
        return self.state not in OVER


@dataclass(frozen=True, slots=True)
class NormProposal:
    """What someone fills in: a value, or a band from `lower` to `upper`, in the indicator's unit."""

    direction: str  # up, down, band
    value: float | None
    lower: float | None
    upper: float | None
    year: int
    start_value: float | None
    start_year: int
    reason: str
    origin: str
    agreed_by: str
    meeting: str = ""
    met_on: date | None = None
    direction_reason: str = ""  # asked where the indicator has no good direction


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Where figures come from."""

    code: str
    name: str
    publisher: str
    licence: str
    address: str
    retrieved_on: str  # ISO date, or empty
    description: str
    fictional: bool


@dataclass(frozen=True, slots=True)
class AnnotationFacts:
    """A break or an event at the start of `year`; without an indicator or area it is about all of them.

    What people in a region added carries its region, author and version; `within` are the areas of that region when it
    is about all of those.
    """

    indicator: str | None
    area: str | None
    kind: str  # break, event, or composition: a composed area rests on figures of other parts from then on
    year: int
    text: str
    within: frozenset[str] | None = None
    id: int = 0
    region_id: int | None = None  # None: everybody's
    author: str = ""  # the organisation
    version: int = 0

    def reaches(self, areas: Collection[str | None]) -> bool:
        """Whether it is about one of these areas."""
        if self.area is not None:
            return self.area in areas
        return self.within is None or not self.within.isdisjoint(areas)


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """An area as a source describes it; `part_of` is the code of the larger area it lies in.

    `starts_anew` says that a known area with this code ended the year before: the code was given to another place.
    """

    code: str
    kind: str
    name: str
    valid_from: int
    valid_until: int | None
    part_of: str = ""
    starts_anew: bool = False


@dataclass(frozen=True, slots=True)
class BoundaryDraft:
    """The outline of an area in a year: `geometry` is GeoJSON (WGS84) as text."""

    area: str
    year: int
    geometry: str


@dataclass(frozen=True, slots=True)
class SuccessionFacts:
    """A herindeling: `share` of the former area belongs to the successor from `year` on."""

    former: str
    successor: str
    year: int
    share: float


@dataclass(frozen=True, slots=True)
class AreaPartFacts:
    """An area, by its code, that lies in another: `share` of its children belong to the whole in these years."""

    whole: str
    part: str
    share: float
    valid_from: int
    valid_until: int | None


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What a person is typing about a subject; only that person reads it."""

    subject: str
    text: str
    base_version: int  # the version of the contribution the writing began from; 0: a new one
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class FigureSubject:
    """A figure that people speak of, by its codes; without a period it is that figure in every period."""

    indicator: str
    breakdown: str
    area: str
    period: str


@dataclass(frozen=True, slots=True)
class PictureSubject:
    """What a story is about: one figure, or up to five that mean something together."""

    figures: tuple[FigureSubject, ...]

    @property
    def signature(self) -> str:
        """How the picture is spelled, so that everybody finds the same one."""
        return " + ".join(f"{one.indicator}|{one.breakdown}|{one.area}|{one.period}" for one in self.figures)

    @property
    def subject(self) -> str:
        """What the picture has in common with those of other periods."""
        return " + ".join(f"{one.indicator}|{one.breakdown}|{one.area}" for one in self.figures)

    @property
    def period(self) -> str:
        """Its period, or those of its figures in their order."""
        return periods_of(self.signature)


def periods_of(signature: str) -> str:
    """The periods of a picture as people read them: "2024", or "2024 + 2023" when its figures differ in it."""
    return " + ".join(dict.fromkeys(part.rpartition("|")[2] for part in signature.split(" + ")))


@dataclass(frozen=True, slots=True)
class ContributionFacts:
    """One answer as others see it: the organisation, and the person's name only when they want that."""

    id: int
    question: int
    period: str
    organisation: str
    perspective: str
    name: str  # empty unless the author shows it
    on_behalf_of: str
    recognition: str
    valuation: int | None
    visibility: str
    text: str
    state: str
    version: int
    created_at: datetime
    updated_at: datetime
    editable: bool  # by the one who asks
    written_down_by: str = ""  # the organisation of who typed it, when that was not the author


@dataclass(frozen=True, slots=True)
class AgendaProposal:
    """What someone fills in about something that is not measured; theme and indicator are codes, or empty."""

    question: str
    reason: str
    for_whom: str = ""
    theme: str = ""
    indicator: str = ""
    organisation: str = ""  # that could measure it
    state: str = "open"
