"""The fictional Regio Rivierenrijk: its parties and people, and what they agreed and told each other."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_models.tables import (
    Ambition,
    Area,
    Breakdown,
    Contribution,
    ContributionVersion,
    Indicator,
    Issue,
    Norm,
    NormAdoption,
    NormVersion,
    Observation,
    Party,
    Period,
    Person,
    PersonRole,
    Picture,
    PictureFigure,
    Region,
    RegionArea,
    ResultIndicator,
    SocietalResult,
    Table,
)

SUBJECT = "voorbeeld:{key}"  # no identity provider gives such a subject: nobody can sign in as an example
NORM_FIELDS = (
    *("direction", "value", "lower", "upper", "year", "start_value", "start_year"),
    *("reason", "origin", "agreed_by"),
)
NORM_WORDS = ("meeting", "direction_reason")  # empty where the file is silent
ANSWER_FIELDS = ("recognition", "valuation", "visibility")

Entry = dict[str, Any]


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


class Writer:
    """Writes the region in the order in which things refer to each other, remembering ids by the keys of the file."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._region_id = 0
        self._areas = dict(session.execute(select(Area.code, Area.id).where(Area.fictional)).all())
        self._indicators = dict(session.execute(select(Indicator.code, Indicator.id)).all())
        self._breakdowns = dict(session.execute(select(Breakdown.code, Breakdown.id)).all())
        self._periods = dict(session.execute(select(Period.code, Period.id)).all())
        self.parties: dict[str, int] = {}
        self.people: dict[str, int] = {}
        self.voices: dict[str, tuple[str, str]] = {}  # organisation and perspective of a person
        self.results: dict[str, int] = {}
        self._norms: dict[str, int] = {}

    def write(self, content: Entry) -> int:
        """Write all of it and answer the region's id."""
        self._region_id = self._add(Region, code=content["code"], name=content["name"], fictional=True)
        for code in content["areas"]:
            self._link(RegionArea, region_id=self._region_id, area_id=self._areas[code])
        for entry in content["parties"]:
            self.parties[entry["key"]] = self._add(
                Party,
                region_id=self._region_id,
                area_id=self._areas[entry["area"]],
                name=entry["name"],
                kind=entry["kind"],
            )
        for entry in content["people"]:
            self._person(entry)
        for position, entry in enumerate(content["ambitions"], start=1):
            self._ambition(entry, position=position)
        for entry in content["norms"]:
            self._norm(entry)
        for entry in content["pictures"]:
            self._picture(entry)
        return self._region_id

    def add_people(self, entries: Iterable[Entry], *, region_id: int, parties: Mapping[str, int]) -> None:
        """Write people of a later edition into a region that is there; `parties` are its parties by their keys."""
        self._region_id = region_id
        self.parties.update(parties)
        for entry in entries:
            self._person(entry)

    def _add(self, table: type[Table], **values: object) -> int:
        """Insert a row as it is, its version included, and answer the id that the database gave it."""
        number: int = self._session.scalars(insert(table).values(values).returning(table.__table__.c.id)).one()
        return number

    def _link(self, table: type[Table], **values: object) -> None:
        self._session.execute(insert(table).values(values))

    def _person(self, entry: Entry) -> None:
        voice = {name: entry[name] for name in ("organisation", "perspective")}
        number = self._add(Person, subject=SUBJECT.format(key=entry["key"]), name=entry["name"], **voice)
        self.people[entry["key"]] = number
        self.voices[entry["key"]] = (entry["organisation"], entry["perspective"])
        party = self.parties.get(entry["party"])
        self._add(PersonRole, person_id=number, region_id=self._region_id, role=entry["role"], party_id=party)

    def _ambition(self, entry: Entry, *, position: int) -> None:
        """An issue with the ambition that answers it, its results, how these are followed and what is noticed."""
        issue = self._add(Issue, region_id=self._region_id, position=position, **entry["issue"])
        ambition = self._add(Ambition, region_id=self._region_id, issue_id=issue, position=1, text=entry["text"])
        for place, part in enumerate(entry["results"], start=1):
            fields = {name: part[name] for name in ("kind", "text", "target_group")}
            fields |= {"region_id": self._region_id, "ambition_id": ambition, "position": place}
            result = self.results[part["key"]] = self._add(SocietalResult, **fields)
            for order, code in enumerate(part["indicators"], start=1):
                followed = {"result_id": result, "indicator_id": self._indicators[code]}
                self._link(ResultIndicator, region_id=self._region_id, position=order, **followed)
            for noticed in part["observations"]:
                self._observation(noticed, result=result)

    def _observation(self, entry: Entry, *, result: int) -> None:
        self._add(
            Observation,
            region_id=self._region_id,
            result_id=result,
            kind=entry["kind"],
            text=entry["text"],
            organisation=self.voices[entry["person"]][0],
            person_id=self.people[entry["person"]],
            created_at=_noon(entry["on"]),
        )

    def _norm(self, entry: Entry) -> None:
        """A norm as it stands, with every version it went through (`earlier` holds what a version had different)."""
        fields = {name: entry.get(name) for name in NORM_FIELDS} | {name: entry.get(name, "") for name in NORM_WORDS}
        fields["met_on"] = date.fromisoformat(entry["met_on"]) if "met_on" in entry else None
        history = entry["history"]
        versions = {step["on"]: version for version, step in enumerate(history, start=1)}
        norm = self._add(
            Norm,
            region_id=self._region_id,
            result_id=self.results[entry["result"]],
            indicator_id=self._indicators[entry["indicator"]],
            area_id=self._areas[entry["area"]],
            breakdown_id=self._breakdowns[""],
            state=history[-1]["state"],
            replaces_id=self._norms.get(entry.get("replaces", "")),
            created_by=self.people[history[0]["person"]],
            created_at=_noon(history[0]["on"]),
            updated_at=_noon(history[-1]["on"]),
            version=len(history),
            **fields,
        )
        self._norms[entry["key"]] = norm
        for version, step in enumerate(history, start=1):
            self._add(
                NormVersion,
                norm_id=norm,
                version=version,
                state=step["state"],
                change_reason=step["change_reason"],
                changed_by=self.people[step["person"]],
                changed_at=_noon(step["on"]),
                **fields | step.get("earlier", {}),
            )
        for adoption in entry["adoptions"]:
            self._link(
                NormAdoption,
                norm_id=norm,
                party_id=self.parties[adoption["party"]],
                version=max(version for day, version in versions.items() if day <= adoption["on"]),
                signatory_id=self.people[adoption["signatory"]],
                adopted_on=date.fromisoformat(adoption["on"]),
            )

    def _picture(self, entry: Entry) -> None:
        signature = " + ".join("|".join(figure) for figure in entry["figures"])
        subject = " + ".join("|".join(figure[:3]) for figure in entry["figures"])
        picture = self._add(
            Picture, region_id=self._region_id, signature=signature, subject=subject, title=entry["title"]
        )
        for position, (indicator, breakdown, area, period) in enumerate(entry["figures"], start=1):
            self._link(
                PictureFigure,
                picture_id=picture,
                position=position,
                indicator_id=self._indicators[indicator],
                breakdown_id=self._breakdowns[breakdown],
                area_id=self._areas[area],
                period_id=self._periods[period],
            )
        for part in entry["contributions"]:
            self._contribution(part, picture_id=picture)

    def _contribution(self, entry: Entry, *, picture_id: int) -> None:
        """A contribution with its versions: `texts` holds what it said first, and after each change."""
        person, moment = self.people[entry["person"]], _noon(entry["on"])
        organisation, perspective = self.voices[entry["person"]]
        answer = {name: entry[name] for name in ANSWER_FIELDS}
        contribution = self._add(
            Contribution,
            picture_id=picture_id,
            question=entry["question"],
            person_id=person,
            organisation=organisation,
            perspective=perspective,
            text=entry["texts"][-1],
            created_at=moment,
            updated_at=moment,
            version=len(entry["texts"]),
            **answer,
        )
        for version, text in enumerate(entry["texts"], start=1):
            self._add(
                ContributionVersion,
                contribution_id=contribution,
                version=version,
                text=text,
                state="shared",
                changed_by=person,
                changed_at=moment,
                **answer,
            )
