"""What was agreed about the monitoring before: of each version what became different, and what stood there first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.formatting import day
from dashboard.texts import monitoring as words
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import monitoring as queries
from data_models.queries.monitoring import AgreementVersionFacts, PlanFacts

_QUESTIONS = {
    "purpose": words.PURPOSE,
    "rhythm": words.RHYTHM,
    "sees": words.SEES,
    "definitions": words.DEFINITIONS,
}


@dataclass(frozen=True, slots=True)
class Change:
    """When an agreement became another, by which organisation, and in sentences what it was before."""

    title: str
    lines: tuple[str, ...]


def changes(reader: Reader, *, area: AreaFacts) -> tuple[Change, ...]:
    """Each time that something else was agreed, the last time first; none when it was agreed once."""
    with database.reading(asker=reader.actor) as session:
        versions = queries.history(session, asker=reader.actor, fictional=area.fictional)
    names = {one.code: one.short_name for one in catalogue.indicators(reader)}
    return tuple(_change(now, before=before, names=names) for now, before in pairwise(versions))


def _change(now: AgreementVersionFacts, *, before: AgreementVersionFacts, names: Mapping[str, str]) -> Change:
    title = words.CHANGED_ON.format(day=day(now.changed_at), organisation=now.changed_by or words.SOMEBODY)
    if not now.purpose:
        return Change(title, (words.UNDONE_THEN,))
    if not before.purpose:
        return Change(title, (words.AGREED_THEN,))
    lines = [
        words.WAS_BEFORE.format(question=question, text=getattr(before, name) or words.NOT_FILLED)
        for name, question in _QUESTIONS.items()
        if getattr(before, name) != getattr(now, name)
    ]
    lines += _chosen(now.indicators, before=before.indicators, names=names)
    if now.plans != before.plans:
        lines.append(words.PLANS_BEFORE.format(plans=_said(before.plans) or words.NO_PLANS))
    return Change(title, tuple(lines) or (words.NOTHING_ELSE,))


def _chosen(now: Mapping[str, str], *, before: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """Which figures came in and went out, and who collected one before."""
    added = [names.get(code, code) for code in now if code not in before]
    gone = [names.get(code, code) for code in before if code not in now]
    lines = [words.ADDED_THEN.format(names=", ".join(added))] if added else []
    if gone:
        lines.append(words.GONE_THEN.format(names=", ".join(gone)))
    return lines + [
        words.COLLECTED_BEFORE.format(
            indicator=names.get(code, code), collector=before[code] or words.COLLECTOR_FALLBACK
        )
        for code, collector in now.items()
        if code in before and before[code] != collector
    ]


def _said(plans: Sequence[PlanFacts]) -> str:
    return "; ".join(
        words.PLAN_SAID.format(
            plan=words.PLANS[one.plan], rhythm=one.rhythm, on=day(one.next_on) if one.next_on else words.NO_DAY
        )
        for one in plans
    )
