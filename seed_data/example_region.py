"""Bringing the fictional Regio Rivierenrijk into a database: whole, or what an earlier edition did not have yet."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.commands import topics
from data_models.tables import Agreement, Goal, Invitation, Party, Person, PracticeStory, Region, SocietalResult
from seed_data import (
    rivierenrijk_agreements,
    rivierenrijk_efforts,
    rivierenrijk_invitations,
    rivierenrijk_joint,
    rivierenrijk_practice,
)
from seed_data.rivierenrijk import SUBJECT, Entry, Writer
from seed_data.rivierenrijk_joint import Who
from seed_data.rows import EXAMPLE_REGION


@dataclass(frozen=True, slots=True)
class _Known:
    """The people of the region by their keys in its file, with their organisation and perspective, and its results."""

    people: dict[str, int] = field(default_factory=dict)
    voices: dict[str, tuple[str, str]] = field(default_factory=dict)
    results: dict[str, int] = field(default_factory=dict)


def load(session: Session) -> None:
    """Write the region once: what people changed or added in it afterwards is never overwritten.

    To a region that an earlier edition wrote, the parts are added of which it never had anything.
    """
    content = json.loads((EXAMPLE_REGION / "region.json").read_text(encoding="utf-8"))
    region_id = session.scalar(select(Region.id).where(Region.code == content["code"]))
    if region_id is None:
        writer = Writer(session)
        region_id = writer.write(content)
        who = Who(writer.people, writer.voices, writer.parties)
        rivierenrijk_joint.write(session, content["pictures"], region_id=region_id, who=who)
        known = _Known(writer.people, writer.voices, writer.results)
    else:
        known = _recognised(session, content, region_id=region_id)
    if _write_parts(session, known=known, region_id=region_id):
        for topic in ("norms", "plans", "stories"):
            topics.bump(session, topic=topic, region_id=region_id)


def _recognised(session: Session, content: Entry, *, region_id: int) -> _Known:
    """The people and results that an earlier edition wrote, as far as they are still what they were.

    People whom that edition did not have yet are written, for the parts that are missing tell of them.
    """
    subjects = dict(session.execute(select(Person.subject, Person.id)).all())
    of_region = SocietalResult.region_id == region_id
    texts = dict(session.execute(select(SocietalResult.text, SocietalResult.id).where(of_region)).all())
    results = [part for entry in content["ambitions"] for part in entry["results"] if part["text"] in texts]
    people = {entry["key"]: entry for entry in content["people"]}
    there = {key: subjects[subject] for key in people if (subject := SUBJECT.format(key=key)) in subjects}
    names = dict(session.execute(select(Party.name, Party.id).where(Party.region_id == region_id)).all())
    parties = {entry["key"]: names[entry["name"]] for entry in content["parties"] if entry["name"] in names}
    writer = Writer(session)
    missing = [entry for key, entry in people.items() if key not in there]
    writer.add_people(missing, region_id=region_id, parties=parties)
    return _Known(
        people=there | writer.people,
        voices={key: (entry["organisation"], entry["perspective"]) for key, entry in people.items()},
        results={part["key"]: texts[part["text"]] for part in results},
    )


def _write_parts(session: Session, *, known: _Known, region_id: int) -> int:
    """Write each part of which there is nothing yet, not even something that was taken away; answers how many."""
    write_efforts = partial(rivierenrijk_efforts.write, results=known.results)
    write_practice = partial(rivierenrijk_practice.write, voices=known.voices)
    parts: dict[type[Goal | PracticeStory | Agreement | Invitation], Callable[..., None]] = {
        Goal: write_efforts,
        PracticeStory: write_practice,
        Agreement: rivierenrijk_agreements.write,
        Invitation: rivierenrijk_invitations.write,
    }
    missing = [
        write
        for table, write in parts.items()
        if session.scalar(select(table.id).where(table.region_id == region_id).limit(1)) is None
    ]
    for write in missing:
        write(session, region_id=region_id, people=known.people)
    return len(missing)
