"""Afspraken: what a region agreed asked afresh, with its figures, what these did since, and which of them are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import statements
from dashboard.data import catalogue
from dashboard.data.figure import breakdowns
from dashboard.data.lines import read_lines
from dashboard.data.people import today
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.formatting import day
from dashboard.texts import agreements as words
from data_models import database
from data_models.facts import AreaFacts, FigureSubject, IndicatorFacts, PictureSubject
from data_models.queries import agreements as queries
from data_models.queries import members
from data_models.queries.agreements import OVER, AgreementFacts, EscalationFacts, TableFacts

GOING, LATE, ENDED, ALL = "lopend", "over-de-datum", "klaar", "alle"  # which agreements are shown


@dataclass(frozen=True, slots=True)
class AboutFigure:
    """A figure that an agreement came from: how it is called, what it did since, and the codes that lead to it."""

    name: str
    since: str
    area: str
    indicator: str
    breakdown: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """Everything on the screen: agreements, what is on other tables, the tables, and the organisations to choose."""

    agreements: tuple[AgreementFacts, ...]
    escalations: tuple[EscalationFacts, ...]
    tables: tuple[TableFacts, ...]
    organisations: tuple[str, ...]

    def escalations_of(self, agreement: AgreementFacts) -> tuple[EscalationFacts, ...]:
        """What of an agreement was put on another table."""
        return tuple(one for one in self.escalations if one.agreement_id == agreement.id)

    @property
    def seats(self) -> dict[str, tuple[TableFacts, ...]]:
        """At which tables each organisation sits, in alphabetical order."""
        names = sorted({name for table in self.tables for name in table.members}, key=str.casefold)
        return {name: tuple(table for table in self.tables if name in table.members) for name in names}


def agreed(reader: Reader, *, area: AreaFacts) -> Agreed:
    """What the reader's region agreed, or the example region when the area is invented."""
    asker, fictional = reader.actor, area.fictional
    with database.reading(asker=asker) as session:
        found = queries.agreements(session, asker=asker, fictional=fictional)
        sent = queries.escalations(session, asker=asker, fictional=fictional)
        tables = queries.tables(session, asker=asker, fictional=fictional)
        parties = members.parties(session, asker=asker) if asker else {}
    names = [*parties.values(), *(one.organisation for one in found)]
    return Agreed(
        agreements=tuple(found),
        escalations=tuple(sent),
        tables=tuple(tables),
        organisations=tuple(sorted(dict.fromkeys(names), key=str.casefold)),
    )


def organisations(reader: Reader) -> tuple[str, ...]:
    """The organisations that can be chosen where an agreement is made: the parties, and one's own."""
    if reader.actor is None:
        return ()
    with database.reading(asker=reader.actor) as session:
        parties = members.parties(session, asker=reader.actor)
    names = [*parties.values(), *([reader.actor.organisation] if reader.actor.organisation else [])]
    return tuple(sorted(dict.fromkeys(names), key=str.casefold))


def of_picture(reader: Reader, *, picture: PictureSubject) -> tuple[AgreementFacts, ...]:
    """The agreements that came from a beeld, in every period."""
    with database.reading(asker=reader.actor) as session:
        return tuple(queries.agreements_of_picture(session, asker=reader.actor, picture=picture))


def picture_of(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> PictureSubject | None:
    """The beeld of the last figure of an indicator in an area; None when there is no figure."""
    found = read_lines(reader, area=area, reference=area, indicators=[indicator])[indicator.code]
    if found.latest is None:
        return None
    return PictureSubject((FigureSubject(indicator.code, "", area.code, found.latest.period),))


def of_figures(reader: Reader, *, area: AreaFacts, codes: Sequence[str]) -> tuple[AgreementFacts, ...]:
    """The agreements that came from one of these indicators in an area."""
    with database.reading(asker=reader.actor) as session:
        found = queries.agreements(session, asker=reader.actor, fictional=area.fictional)
    return tuple(
        one for one in found if any(figure.area == area.code and figure.indicator in codes for figure in one.figures)
    )


def line(agreement: AgreementFacts) -> str:
    """Who does it by when, how far it is, and that its day is over where it is."""
    template = words.LINE_LATE if agreement.is_late(today()) else words.LINE
    return template.format(
        organisation=agreement.organisation, day=day(agreement.due_on), state=words.STATES[agreement.state]
    )


def about(reader: Reader, *, agreements: Iterable[AgreementFacts]) -> dict[int, tuple[AboutFigure, ...]]:
    """The figures of each agreement, by its id, with what they did since; what is not known any more is left out."""
    found = list(agreements)
    wanted = {figure.area for one in found for figure in one.figures}
    areas = {area.code: area for area in sorted(catalogue.areas(reader), key=_first_year) if area.code in wanted}
    known = {indicator.code: indicator for indicator in catalogue.indicators(reader)}
    return {
        one.id: tuple(
            _about(reader, figure=figure, area=areas[figure.area], indicator=known[figure.indicator])
            for figure in one.figures
            if figure.area in areas and figure.indicator in known
        )
        for one in found
    }


def shown(
    found: Agreed, *, which: str, organisation: str, indicator: str, on: date | None = None
) -> tuple[AgreementFacts, ...]:
    """The agreements that are asked for; an empty organisation or indicator is every one."""
    moment = on or today()
    return tuple(
        one
        for one in found.agreements
        if _is_among(which, agreement=one, on=moment)
        and organisation in ("", one.organisation)
        and (not indicator or any(figure.indicator == indicator for figure in one.figures))
    )


def _is_among(which: str, *, agreement: AgreementFacts, on: date) -> bool:
    """Whether an agreement is one of those that are asked for."""
    if which == LATE:
        return agreement.is_late(on)
    return which == ALL or (agreement.state in OVER) == (which == ENDED)


def _about(reader: Reader, *, figure: FigureSubject, area: AreaFacts, indicator: IndicatorFacts) -> AboutFigure:
    template = words.FIGURE_OF_GROUP if figure.breakdown else words.FIGURE
    group = breakdowns(reader, area=area, indicator=indicator).get(figure.breakdown, figure.breakdown)
    name = template.format(indicator=indicator.short_name, area=area.name, period=figure.period, group=group)
    since = _since(reader, area=area, indicator=indicator, breakdown=figure.breakdown, period=figure.period)
    return AboutFigure(name, since, figure.area, figure.indicator, figure.breakdown)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def _since(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, breakdown: str, period: str) -> str:
    found = read_lines(reader, area=area, reference=area, indicators=[indicator], breakdown=breakdown)[indicator.code]
    return statements.since(found.area, period=period, indicator=indicator, annotations=found.annotations).text


def _first_year(area: AreaFacts) -> int:
    return area.valid_from
