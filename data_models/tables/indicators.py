"""Themes and indicators: every fact about an indicator is a column here, so that code never asks for its name."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table

UNITS = ("percentage", "per_1000", "count", "weeks", "days", "scale", "story")
DIRECTIONS = ("up", "down", "none")
INDICATOR_KINDS = ("outcome", "output", "process", "context")
BASES = ("residence", "school")


class Theme(Table):
    """A theme of the state of youth; `position` is its place on the overview."""

    __tablename__ = "themes"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int]


class Indicator(Table):
    """A definition: what is counted, of whom, in which unit, and which direction is wanted, if any."""

    __tablename__ = "indicators"
    __table_args__ = (
        CheckConstraint(f"unit IN {UNITS}", name="unit"),
        CheckConstraint(f"desired_direction IN {DIRECTIONS}", name="desired_direction"),
        CheckConstraint(f"kind IN {INDICATOR_KINDS}", name="kind"),
        CheckConstraint(f"basis IN {BASES}", name="basis"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    question: Mapped[str]
    theme_id: Mapped[int] = mapped_column(ForeignKey("themes.id"), index=True)
    unit: Mapped[str]
    decimals: Mapped[int]  # decimals of the value as the source publishes it
    numerator: Mapped[str]  # definition, Dutch
    denominator: Mapped[str]  # definition, Dutch; empty when there is none
    subject: Mapped[str]  # "kinderen en jongeren": who is counted, as the sentence names them
    verb: Mapped[str]  # "kreeg"
    complement: Mapped[str]  # "jeugdzorg"
    desired_direction: Mapped[str]
    kind: Mapped[str]
    basis: Mapped[str]  # residence: where the child lives; school: which school or partnership answers for it
    source_table: Mapped[str]
    levels: Mapped[str]  # area kinds it exists for, comma separated
    caveats: Mapped[str]  # Dutch, shown under the definition
    local: Mapped[bool]  # a registration of our own: small counts are still to be protected
    zero_may_be_shown: Mapped[bool]
    minimum_count: Mapped[int]  # children; METHODS of small counts
    minimum_denominator: Mapped[int]  # children
    smallest_relevant_difference: Mapped[float | None]  # in the unit; None: the general rule
    rounding: Mapped[int]  # the source rounds its counts to multiples of this; 1: not rounded
    in_start_set: Mapped[bool]
    position: Mapped[int]
