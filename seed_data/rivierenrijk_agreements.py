"""What the fictional Regio Rivierenrijk agreed, what it put on other tables, and which tables it has."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_models.tables import Agreement, AgreementVersion, Contribution, Escalation, Picture, Table, TalkTable
from seed_data.rows import EXAMPLE_REGION

Entry = dict[str, Any]
AGREED = ("what", "organisation")
SENT = ("kind", "matter", "reason", "addressee", "decided_by", "reply")


def write(session: Session, *, region_id: int, people: Mapping[str, int]) -> None:
    """Write it for a region that has its people and stories, by their keys in its file."""
    content = json.loads((EXAMPLE_REGION / "agreements.json").read_text(encoding="utf-8"))
    by = people[content["by"]]
    agreements = {
        one["key"]: _agreement(session, one, region_id=region_id, people=people, by=by) for one in content["agreements"]
    }
    levels = {one["key"]: one["level"] for one in content["tables"]}
    tables = {
        one["key"]: _add(
            session,
            TalkTable,
            region_id=region_id,
            members="\n".join(one["members"]),
            updated_by=by,
            updated_at=_noon("2025-03-20"),
            **{name: one[name] for name in ("name", "level", "task", "rhythm")},
        )
        for one in content["tables"]
    }
    for one in content["escalations"]:
        _add(
            session,
            Escalation,
            region_id=region_id,
            agreement_id=agreements[one["agreement"]],
            table_id=tables[one["table"]],
            level=levels[one["table"]],
            sent_on=date.fromisoformat(one["sent_on"]),
            replied_on=date.fromisoformat(one["replied_on"]) if one["replied_on"] else None,
            updated_by=by,
            updated_at=_noon(one["replied_on"] or one["sent_on"]),
            **{name: one[name] for name in SENT},
        )


def _agreement(session: Session, entry: Entry, *, region_id: int, people: Mapping[str, int], by: int) -> int:
    """An agreement as it stands, with every step it went through."""
    said: Entry = {name: entry[name] for name in AGREED} | {"due_on": date.fromisoformat(entry["due_on"])}
    steps = entry["steps"]
    origin = _origin(session, entry["answer"], region_id=region_id, people=people) if entry["answer"] else {}
    number = _add(
        session,
        Agreement,
        region_id=region_id,
        state=steps[-1]["state"],
        note=steps[-1]["note"],
        created_by=by,
        created_at=_noon(steps[0]["on"]),
        updated_by=by,
        updated_at=_noon(steps[-1]["on"]),
        version=len(steps),
        **origin,
        **said,
    )
    for version, step in enumerate(steps, start=1):
        _add(
            session,
            AgreementVersion,
            region_id=region_id,
            agreement_id=number,
            version=version,
            state=step["state"],
            note=step["note"],
            removed=False,
            changed_by=by,
            changed_at=_noon(step["on"]),
            **said,
        )
    return number


def _origin(session: Session, entry: Entry, *, region_id: int, people: Mapping[str, int]) -> Entry:
    """The picture that an agreement came from, and whose answer to question 4 it was made of; what is there of it."""
    of_region = Picture.region_id == region_id, Picture.signature == entry["picture"]
    picture = session.scalar(select(Picture.id).where(*of_region))
    if picture is None or not entry["person"]:
        return {"picture_id": picture}
    told = Contribution.picture_id == picture, Contribution.person_id == people[entry["person"]]
    answer = session.scalar(select(Contribution.id).where(*told, Contribution.question == 4))
    return {"picture_id": picture, "contribution_id": answer}


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def _add(session: Session, table: type[Table], **values: object) -> int:
    """Insert a row and answer its id."""
    number: int = session.scalars(insert(table).values(values).returning(table.__table__.c.id)).one()
    return number
