"""What people of the fictional Regio Rivierenrijk tell from practice."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_models.tables import Area, Indicator, PracticeStory, PracticeStoryVersion, Theme
from seed_data.rows import EXAMPLE_REGION


def write(
    session: Session, *, region_id: int, people: Mapping[str, int], voices: Mapping[str, tuple[str, str]]
) -> None:
    """Write it for people of the region, by their keys in its file: `texts` holds what a story said at each version."""
    themes = dict(session.execute(select(Theme.code, Theme.id)).all())
    indicators = dict(session.execute(select(Indicator.code, Indicator.id)).all())
    areas = dict(session.execute(select(Area.code, Area.id).where(Area.fictional)).all())
    for entry in json.loads((EXAMPLE_REGION / "practice.json").read_text(encoding="utf-8")):
        moment = datetime.fromisoformat(f"{entry['on']}T12:00").replace(tzinfo=UTC)
        organisation, perspective = voices[entry["person"]]
        person = people[entry["person"]]
        told = {
            "region_id": region_id,
            "kind": entry["kind"],
            "theme_id": themes[entry["theme"]],
            "indicator_id": indicators[entry["indicator"]] if entry["indicator"] else None,
            "area_id": areas[entry["area"]] if entry["area"] else None,
            "title": entry["title"],
            "text": entry["texts"][-1],
            "person_id": person,
            "organisation": organisation,
            "perspective": perspective,
            "visibility": entry["visibility"],
            "created_at": moment,
            "updated_at": moment,
            "version": len(entry["texts"]),
        }
        number = session.scalars(insert(PracticeStory).values(told).returning(PracticeStory.id)).one()
        for version, text in enumerate(entry["texts"], start=1):
            kept = {
                "region_id": region_id,
                "story_id": number,
                "version": version,
                "title": entry["title"],
                "text": text,
                "visibility": entry["visibility"],
                "changed_by": person,
                "changed_at": moment,
            }
            session.execute(insert(PracticeStoryVersion).values(kept))
