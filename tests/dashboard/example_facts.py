"""Facts to test with: an indicator, figures and a norm in which only what a test names differs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from data_models.facts import FigureFacts, IndicatorFacts, NormFacts

JEUGDZORG = IndicatorFacts(
    code="jeugdzorg",
    name="Kinderen en jongeren met jeugdzorg",
    short_name="Jeugdzorg",
    question="Hoeveel kinderen en jongeren kregen jeugdzorg?",
    theme="Opgroeien en jeugdhulp",
    unit="percentage",
    decimals=1,
    numerator="",
    denominator="",
    subject="kinderen en jongeren",
    verb="kreeg",
    complement="jeugdzorg",
    desired_direction="none",
    kind="outcome",
    basis="residence",
    source_table="",
    levels=("municipality",),
    caveats="",
    local=False,
    zero_may_be_shown=False,
    minimum_count=10,
    minimum_denominator=50,
    smallest_relevant_difference=None,
    rounding=5,
    in_start_set=True,
    position=1,
)

THUISZITTERS = replace(
    JEUGDZORG,
    code="thuiszitters",
    name="Thuiszitters",
    unit="per_1000",
    subject="leerplichtige kinderen",
    verb="zat",
    complement="langer dan vier weken thuis",
    desired_direction="down",
    local=True,
    zero_may_be_shown=True,
    rounding=1,
)

VSV = replace(
    JEUGDZORG,
    code="vsv",
    subject="leerlingen",
    verb="verliet",
    complement="het onderwijs zonder startkwalificatie",
    desired_direction="down",
    rounding=1,
)

# CBS, Kerncijfers wijken en buurten: Almere, kinderen en jongeren (0 t/m 22 jaar) met jeugdzorg in natura.
ALMERE_COUNTS = (5805, 5885, 5960, 6585, 6680, 7160, 7400)
ALMERE_PERCENTAGES = (9.6, 9.7, 9.7, 10.7, 10.8, 11.4, 11.7)


def a_figure(value: float | None, **changes: Any) -> FigureFacts:  # noqa: ANN401
    """Almere's jeugdzorg of 2024, final, with this value."""
    figure = FigureFacts(
        indicator="jeugdzorg",
        area="GM0034",
        period="2024",
        year=2024,
        breakdown="",
        numerator=None,
        denominator=None,
        value=value,
        status="final",
        reason="",
        source="cbs-kwb",
    )
    if "year" in changes and "period" not in changes:
        changes["period"] = str(changes["year"])
    return replace(figure, **changes)


def withheld(reason: str, **changes: Any) -> FigureFacts:  # noqa: ANN401
    """A figure that is not shown, for this reason."""
    return a_figure(None, status="withheld", reason=reason, **changes)


def almere() -> list[FigureFacts]:
    """Almere's jeugdzorg 2018-2024 as CBS published it: counts and percentages, no denominators."""
    return [
        a_figure(value, year=2018 + index, numerator=float(count))
        for index, (count, value) in enumerate(zip(ALMERE_COUNTS, ALMERE_PERCENTAGES, strict=True))
    ]


def series_of(shares: Sequence[str], *, first_year: int = 2018, **changes: Any) -> list[FigureFacts]:  # noqa: ANN401
    """Yearly percentages from shares such as "621/3454"."""
    figures = []
    for index, share in enumerate(shares):
        numerator, denominator = (float(part) for part in share.split("/"))
        figures.append(
            a_figure(
                100 * numerator / denominator,
                year=first_year + index,
                numerator=numerator,
                denominator=denominator,
                **changes,
            )
        )
    return figures


def a_norm(value: float | None = 9.0, **changes: Any) -> NormFacts:  # noqa: ANN401
    """A norm for Almere: from 12.0 in 2020 down to 9.0 in 2026, half a point a year."""
    norm = NormFacts(
        region_id=1,
        id=1,
        indicator="jeugdzorg",
        area="GM0034",
        breakdown="",
        state="agreed",
        direction="down",
        value=value,
        lower=None,
        upper=None,
        year=2026,
        start_value=12.0,
        start_year=2020,
        reason="",
        origin="eigen",
        agreed_by="",
        version=1,
        replaces_id=None,
        updated_at=datetime(2025, 1, 1),  # noqa: DTZ001
    )
    return replace(norm, **changes)
