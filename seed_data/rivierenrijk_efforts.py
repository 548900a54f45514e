"""What the fictional Regio Rivierenrijk does for its goals, what that yields, and its monitoringsafspraken."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_models.tables import (
    Effort,
    EffortYield,
    ExpectedFigure,
    Goal,
    GoalEffort,
    Indicator,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
    Table,
    YieldMeasurement,
)
from seed_data.rows import EXAMPLE_REGION

COLLECTOR = "Voorbeeld: gemeente Waterdam"
SOURCE = "Voorbeeld: eigen registratie"

Entry = dict[str, Any]


def write(session: Session, *, region_id: int, results: Mapping[str, int], people: Mapping[str, int]) -> None:
    """Write it for a region that has results, by their keys in its file; its figures are protected as they stand."""
    content = json.loads((EXAMPLE_REGION / "efforts.json").read_text(encoding="utf-8"))
    moment = datetime.fromisoformat(f"{content['on']}T12:00").replace(tzinfo=UTC)
    changed: Entry = {"region_id": region_id, "updated_by": people[content["by"]], "updated_at": moment, "version": 1}
    goals = {
        one["key"]: _add(
            session, Goal, text=one["text"], result_id=results.get(one["result"]), position=place, **changed
        )
        for place, one in enumerate(content["goals"], start=1)
    }
    for one in content["efforts"]:
        days = {name: date.fromisoformat(one[name]) if one[name] else None for name in ("starts_on", "ends_on")}
        said = {name: one[name] for name in ("activity", "organisation")}
        effort = _add(session, Effort, **said, **days, **changed)
        for key in one["goals"]:
            session.execute(insert(GoalEffort).values(goal_id=goals[key], effort_id=effort, region_id=region_id))
        for told in one["yields"]:
            fields = {name: told[name] for name in ("kind", "text", "unit", "counts_people")}
            number = _add(session, EffortYield, effort_id=effort, **fields, **changed)
            for counted in told["measurements"]:
                _count(session, counted, yield_id=number, region_id=region_id, entered=(changed["updated_by"], moment))
    _monitoring(session, content["monitoring"], changed=changed)


def _count(session: Session, entry: Entry, *, yield_id: int, region_id: int, entered: tuple[int, datetime]) -> None:
    reason = entry.get("reason", "")
    _add(
        session,
        YieldMeasurement,
        region_id=region_id,
        yield_id=yield_id,
        year=entry["year"],
        version=1,
        count=entry.get("count"),
        denominator=entry.get("denominator"),
        status="withheld" if reason else "shown",
        reason=reason,
        source=SOURCE,
        entered_by=entered[0],
        entered_at=entered[1],
    )


def _monitoring(session: Session, entry: Entry, *, changed: Entry) -> None:
    """What it agreed: it follows the start set of ten, and what it added to that."""
    region_id = changed["region_id"]
    texts = {name: entry[name] for name in ("purpose", "definitions", "sees", "rhythm")}
    agreement = _add(session, MonitoringAgreement, **texts, **(changed | {"version": 2}))
    for plan in entry["plans"]:
        on = date.fromisoformat(plan["next_on"])
        session.execute(insert(MonitoringPlan).values({**plan, "next_on": on, "region_id": region_id}))
    chosen = select(Indicator.code, Indicator.id).where(Indicator.in_start_set | Indicator.code.in_(entry["added"]))
    numbers = dict(session.execute(chosen.order_by(Indicator.position)).all())
    for number in numbers.values():
        told = {"region_id": region_id, "indicator_id": number, "collector": COLLECTOR}
        session.execute(insert(MonitoredIndicator).values(told))
    _monitoring_versions(session, entry, chosen=list(numbers), agreement=agreement, changed=changed)
    for due in entry["expected"]:
        number = session.scalars(select(Indicator.id).where(Indicator.code == due["indicator"])).one()
        on = date.fromisoformat(due["due_on"])
        _add(session, ExpectedFigure, indicator_id=number, year=due["year"], due_on=on, **changed)


def _monitoring_versions(session: Session, entry: Entry, *, chosen: list[str], agreement: int, changed: Entry) -> None:
    """What it agreed at first, before it also chose what was added; and what stands now."""
    before = entry["before"]
    at_first = [code for code in chosen if code not in entry["added"]]
    on = datetime.fromisoformat(f"{before['on']}T12:00").replace(tzinfo=UTC)
    plans = [[one["plan"], one["rhythm"], one["next_on"]] for one in entry["plans"]]
    for version, texts, codes, moment in (
        (1, entry | before, at_first, on),
        (2, entry, chosen, changed["updated_at"]),
    ):
        _add(
            session,
            MonitoringVersion,
            region_id=changed["region_id"],
            agreement_id=agreement,
            version=version,
            **{name: texts[name] for name in ("purpose", "definitions", "sees", "rhythm")},
            indicators=json.dumps([[code, COLLECTOR] for code in codes], ensure_ascii=False),
            plans=json.dumps(plans, ensure_ascii=False),
            changed_by=changed["updated_by"],
            changed_at=moment,
        )


def _add(session: Session, table: type[Table], **values: object) -> int:
    """Insert a row and answer its id."""
    number: int = session.scalars(insert(table).values(values).returning(table.__table__.c.id)).one()
    return number
