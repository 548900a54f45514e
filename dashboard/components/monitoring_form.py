"""The form of the monitoringsafspraken: what is typed is kept, also when it cannot be saved."""

import streamlit as st

from dashboard.components.name_warning import warn_of_names
from dashboard.data import catalogue
from dashboard.data.monitoring import Monitoring
from dashboard.data.reader import Reader
from dashboard.formatting import day_in_digits, plain, typed_day
from dashboard.texts import monitoring as words
from data_models.commands import monitoring as commands
from data_models.commands.chain import LONGEST_NAME
from data_models.commands.monitoring import MonitoringProposal, PlanProposal
from data_models.facts import IndicatorFacts


def said(indicator: IndicatorFacts) -> str:
    """What an indicator counts, of whom."""
    if not indicator.denominator:
        return plain(indicator.numerator)
    return plain(words.COUNTED_OF.format(numerator=indicator.numerator, denominator=indicator.denominator))


def fault(name: str) -> str:
    """What is wrong, in a sentence."""
    return words.FAULTS[name].format(
        most=commands.LONGEST,
        most_name=LONGEST_NAME,
        most_indicators=commands.MOST_INDICATORS,
        first=commands.FIRST_YEAR,
    )


def agreed_before(found: Monitoring) -> MonitoringProposal | None:
    """What stood, so that it can be put back; None when nothing was agreed."""
    agreement = found.agreement
    if agreement is None or not found.is_agreed:
        return None
    return MonitoringProposal(
        purpose=agreement.purpose,
        definitions=agreement.definitions,
        sees=agreement.sees,
        rhythm=agreement.rhythm,
        indicators=tuple(agreement.indicators),
        collectors=tuple(agreement.indicators.values()),
        plans=tuple(PlanProposal(one.plan, one.rhythm, one.next_on) for one in agreement.plans),
    )


def type_agreement(
    found: Monitoring, *, reader: Reader, key: str
) -> tuple[MonitoringProposal, list[str], tuple[str, ...]]:
    """The fields, filled with what stands: what they say, what is wrong with it, and the words that were typed."""
    before = agreed_before(found)
    purpose = _type_text(
        words.PURPOSE,
        before.purpose if before else "",
        place=words.PURPOSE_PLACEHOLDER,
        reader=reader,
        key=f"{key}-waarvoor",
    )
    rhythm = _type_text(
        words.RHYTHM, before.rhythm if before else "", place=words.RHYTHM_PLACEHOLDER, reader=reader, key=f"{key}-ritme"
    )
    sees = _type_text(
        words.SEES, before.sees if before else "", place=words.SEES_HELP, reader=reader, key=f"{key}-ziet"
    )
    definitions = _type_text(
        words.DEFINITIONS,
        before.definitions if before else "",
        place=words.DEFINITIONS_HELP,
        reader=reader,
        key=f"{key}-definities",
    )
    chosen, collectors = _type_indicators(before, reader=reader, key=key)
    plans, unreadable = _type_plans(before, reader=reader, key=key)
    proposal = MonitoringProposal(purpose, definitions, sees, rhythm, chosen, collectors, plans)
    wrong = [*(["date_missing"] if unreadable else []), *commands.faults(proposal)]
    texts = (purpose, rhythm, sees, definitions, *collectors, *(one.rhythm for one in plans))
    return proposal, [fault(name) for name in wrong], texts


def _type_text(label: str, standing: str, *, place: str, reader: Reader, key: str) -> str:
    text = st.text_area(label, standing, max_chars=commands.LONGEST, placeholder=place, height=90, key=key)
    warn_of_names(text, reader=reader)
    return text


def _type_indicators(
    before: MonitoringProposal | None, *, reader: Reader, key: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The indicators that are chosen, the start set of ten at first, and who collects each."""
    known = {one.code: one for one in catalogue.indicators(reader)}
    first = before.indicators if before else tuple(one.code for one in known.values() if one.in_start_set)
    if before is None:
        st.caption(words.START_SET)
    chosen = st.multiselect(
        words.INDICATORS,
        list(known),
        default=[code for code in first if code in known],
        format_func=lambda code: known[code].short_name,
        placeholder=words.INDICATORS_PLACEHOLDER,
        filter_mode="contains",
        wrap=True,
        select_all=False,
        key=f"{key}-cijfers",
    )
    ordered = tuple(code for code in known if code in chosen)
    standing = dict(zip(before.indicators, before.collectors, strict=True)) if before else {}
    grid = st.grid(2, min_column_width=260, key=f"{key}-verzamelaars") if ordered else st.container()
    collectors = []
    for code in ordered:
        label = words.COLLECTOR.format(indicator=known[code].short_name)
        with grid.container():
            collector = st.text_input(
                label, standing.get(code, ""), max_chars=LONGEST_NAME, key=f"{key}-verzamelt-{code}"
            )
            warn_of_names(collector, reader=reader)
        collectors.append(collector)
    return ordered, tuple(collectors)


def _type_plans(
    before: MonitoringProposal | None, *, reader: Reader, key: str
) -> tuple[tuple[PlanProposal, ...], bool]:
    """The plans of which something is said; and whether a day was typed that is none."""
    standing = {one.plan: one for one in before.plans} if before else {}
    plans, unreadable = [], False
    for code, name in words.PLANS.items():
        known = standing.get(code)
        first, second = st.columns(2, vertical_alignment="bottom")
        rhythm = first.text_input(
            words.PLAN_RHYTHM.format(plan=name),
            known.rhythm if known else "",
            max_chars=LONGEST_NAME,
            placeholder=words.PLAN_RHYTHM_PLACEHOLDER,
            key=f"{key}-plan-{code}",
        )
        with first:
            warn_of_names(rhythm, reader=reader)
        on = second.text_input(
            words.PLAN_NEXT.format(plan=name),
            day_in_digits(known.next_on) if known and known.next_on else "",
            key=f"{key}-wanneer-{code}",
        )
        unreadable = unreadable or (bool(on.strip()) and typed_day(on) is None)
        if rhythm.strip() or typed_day(on):
            plans.append(PlanProposal(code, rhythm, typed_day(on)))
    return tuple(plans), unreadable
