"""Three regions that are alike in everything, each with its own mark in all it wrote: who sees a mark sees that region.

Numbers tell regions apart too: of everything that is only counted there are 1, 2 and 4.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Engine, event, insert, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, Role
from data_models.tables import (
    AgendaItem,
    Ambition,
    Annotation,
    Area,
    AreaPart,
    AuditLine,
    BatchSource,
    Breakdown,
    ColumnMapping,
    ComparisonGroup,
    CompositionChange,
    Contribution,
    ContributionVersion,
    Draft,
    Figure,
    FigureRevision,
    FigureTotal,
    ImportBatch,
    Indicator,
    Issue,
    LedScreen,
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
    SignIn,
    SocietalResult,
    Source,
    Table,
)
from data_models.tables.declaration import now
from tests.data_models import (
    matrix_agreements,
    matrix_efforts,
    matrix_interpretations,
    matrix_invitations,
    matrix_practice,
)
from tests.data_models.people_rows import add_figures_to_speak_of

HERE, THERE, EXAMPLE = "merkhier", "merkdaar", "merkrijk"
BITS = {HERE: 1, THERE: 2, EXAMPLE: 4}
VALUES = {HERE: 11.25, THERE: 22.5, EXAMPLE: 45.25}  # of the figures that are a region's own
PUBLIC_VALUE = 7.75
SUBJECT = "jeugdzorg||GM0034|2024#1"
TABLES = {mapper.class_.__tablename__: mapper.class_ for mapper in Table.registry.mappers}
WRITES = ("INSERT", "UPDATE", "DELETE", "COPY", "CREATE", "DROP")


@dataclass(slots=True)
class RegionRows:
    """What there is of one region, by its ids."""

    mark: str
    id: int
    actors: dict[Role, Actor] = field(default_factory=dict)
    roles: dict[Role, int] = field(default_factory=dict)
    parties: list[int] = field(default_factory=list)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    norms: list[int] = field(default_factory=list)
    withdrawn_norm: int = 0
    concept_norm: int = 0
    contributions: list[int] = field(default_factory=list)
    agenda_item: int = 0
    batch: int = 0
    change: int = 0
    group: int = 0
    chain: matrix_efforts.ChainRows = field(init=False)
    agreed: matrix_agreements.AgreedRows = field(init=False)
    joint: matrix_interpretations.JointRows = field(init=False)
    invited: matrix_invitations.InvitedRows = field(init=False)
    practice: matrix_practice.PracticeRows = field(init=False)
    annotation: int = 0
    withdrawn_annotation: int = 0
    tree: dict[str, int] = field(default_factory=dict)  # the issue, ambition, result and observation that stand
    gone: dict[str, int] = field(default_factory=dict)  # the same, taken away; of version 2


@dataclass(slots=True)
class World:
    """The database as its users open it (on PostgreSQL a plain role), as its owner does, and what is in it."""

    engine: Engine
    owner: Engine
    regions: dict[str, RegionRows] = field(default_factory=dict)
    nobody_yet: int = 0  # a person without a role anywhere
    written: list[str] = field(default_factory=list)  # statements of users that change something

    def __post_init__(self) -> None:
        """Listen to what users write."""

        @event.listens_for(self.engine, "before_cursor_execute")
        def _note(_c: Connection, _cursor: object, statement: str, *_: object) -> None:
            if statement.lstrip().upper().startswith(WRITES):
                self.written.append(statement)

    @contextmanager
    def trying(self, actor: Actor) -> Iterator[Session]:
        """A write transaction of this person of which nothing is kept."""
        self.written.clear()
        try:
            with database.writing(self.engine, actor=actor) as session:
                yield session
                raise _EnoughSeenError
        except _EnoughSeenError:
            return


class _EnoughSeenError(Exception):
    """What was tried need not be kept."""


def seen(answer: object) -> set[str]:
    """The regions whose marks or figures are in an answer."""
    text = repr(answer)
    return {mark for mark, value in VALUES.items() if mark in text or f"{value}" in text}


def counted(number: int) -> set[str]:
    """The regions that a number of norms or answers is made of."""
    return {mark for mark, bit in BITS.items() if number & bit}


def fill(world: World) -> None:
    """Write the three regions."""
    with database.writing(world.owner) as session:
        add_figures_to_speak_of(session)
        indicator = session.scalars(select(Indicator)).one()
        indicator.local = True
        session.add_all(
            Period(code=str(year), kind="year", year=year, position=year * 10) for year in (2018, 2019, 2020, 2021)
        )
        session.add(Area(code="GM0050", kind="municipality", name="Zeewolde", valid_from=2018))
        loose = Person(subject="test:los", name="Nog zonder rol", organisation="", perspective="overig")
        session.add(loose)
        session.flush()
        world.nobody_yet = loose.id
        _public_figures(session)
        for mark in BITS:
            world.regions[mark] = _Filling(session, mark=mark).all()


def _ids(session: Session, table: type[Table]) -> dict[str, int]:
    return dict(session.execute(select(table.__table__.c.code, table.__table__.c.id)).all())


def _public_figures(session: Session) -> None:
    batch = ImportBatch(
        connector="tidy",
        file_name="openbaar.csv",
        file_sha256="",
        rows_new=1,
        rows_changed=0,
        rows_unchanged=0,
        summary="",
        region_id=None,
    )
    session.add(batch)
    session.flush()
    session.add(_figure(session, area="GM0034", period="2023", value=PUBLIC_VALUE, batch=batch))


def _figure(session: Session, *, area: str, period: str, value: float | None, batch: ImportBatch) -> Figure:
    return Figure(
        indicator_id=_ids(session, Indicator)["jeugdzorg"],
        breakdown_id=_ids(session, Breakdown)[""],
        area_id=_ids(session, Area)[area],
        period_id=_ids(session, Period)[period],
        numerator=None,
        denominator=None,
        value=value,
        status="final" if value is not None else "withheld",
        reason="" if value is not None else "small",
        source_id=_ids(session, Source)["cbs-kwb"],
        batch_id=batch.id,
        region_id=batch.region_id,
    )


class _Filling:
    """Writes one region, in the order in which things refer to each other."""

    def __init__(self, session: Session, *, mark: str) -> None:
        self.session = session
        self.mark = mark
        self.bit = BITS[mark]
        region = Region(code=mark, name=mark, fictional=mark == EXAMPLE)
        self._keep(region)
        self.rows = RegionRows(mark, region.id)
        self.indicator = _ids(session, Indicator)["jeugdzorg"]
        self.breakdown = _ids(session, Breakdown)[""]
        self.almere = _ids(session, Area)["GM0034"]
        self.period = _ids(session, Period)["2024"]

    def all(self) -> RegionRows:
        """Everything that a region may have."""
        self._areas()
        self._people()
        self._norms()
        self._stories()
        self._figures()
        officer = self.rows.actors[Role.POLICY_OFFICER].person_id
        item = AgendaItem(
            region_id=self.rows.id,
            question=self.mark,
            reason=self.mark,
            for_whom="",
            organisation="",
            state="open",
            created_by=officer,
            updated_by=officer,
        )
        change = CompositionChange(region_id=self.rows.id, person_id=officer, kind="share", steps="[]")
        mapping = ColumnMapping(region_id=self.rows.id, signature="kop", name=self.mark, source="tidy", mapping="{}")
        group = ComparisonGroup(region_id=self.rows.id, person_id=officer, name=self.mark, areas='[["GM0034", 2018]]')
        led = LedScreen(
            code=self.mark,
            region_id=self.rows.id,
            person_id=officer,
            organisation=self.mark,
            page="cijfer",
            choices="gebied=GM0034",
            ends_at=now() + timedelta(hours=1),
            ended_at=None,
        )
        noted = [
            Annotation(
                region_id=self.rows.id,
                indicator_id=self.indicator,
                kind="event",
                year=2020,
                text=self.mark,
                changed_by=officer,
                withdrawn_at=gone,
            )
            for gone in (None, now())
        ]
        self._keep(item, change, led, mapping, group, *noted)
        self.rows.practice = matrix_practice.fill(
            self.session,
            region_id=self.rows.id,
            mark=self.mark,
            speaker=self.rows.actors[Role.PARTICIPANT].person_id,
            indicator_id=self.indicator,
        )
        self.rows.chain = matrix_efforts.fill(
            self.session,
            region_id=self.rows.id,
            mark=self.mark,
            officer=officer,
            indicator_id=self.indicator,
            year={HERE: 2019, THERE: 2020, EXAMPLE: 2021}[self.mark],
        )
        picture = self.session.scalars(select(Picture.id).where(Picture.region_id == self.rows.id)).first()
        assert picture is not None
        self.rows.invited = matrix_invitations.fill(
            self.session, region_id=self.rows.id, mark=self.mark, officer=officer, years=self.bit
        )
        self.rows.agreed = matrix_agreements.fill(
            self.session, region_id=self.rows.id, mark=self.mark, officer=officer, picture_id=picture
        )
        self.rows.annotation, self.rows.withdrawn_annotation = (one.id for one in noted)
        self.session.execute(insert(AuditLine).values(**self._line(officer)))
        self.rows.agenda_item, self.rows.change, self.rows.group = item.id, change.id, group.id
        return self.rows

    def _keep(self, *rows: Table) -> None:
        self.session.add_all(rows)
        self.session.flush()

    def _areas(self) -> None:
        invented = self.mark == EXAMPLE
        gemeente, verband = ("VG", "VP") if invented else ("GM", "PO")
        places = {
            "first": (f"{gemeente}{self.bit}001", "municipality", ""),
            "second": (f"{gemeente}{self.bit}002", "municipality", ""),
            "whole": (f"{verband}{self.bit}001", "partnership", "po"),
            "other": (f"{verband}{self.bit}002", "partnership", "po"),
        }
        areas = {
            key: Area(code=code, kind=kind, name=f"Plaats {code}", sector=sector, valid_from=2015)
            for key, (code, kind, sector) in places.items()
        }
        for area in areas.values():
            area.fictional = invented
        self._keep(*areas.values())
        self._keep(
            *(RegionArea(region_id=self.rows.id, area_id=area.id) for area in areas.values()),
            *(
                AreaPart(whole_id=areas["whole"].id, part_id=areas[part].id, share=0.25, valid_from=2015)
                for part in ("first", "second")
            ),
        )
        self.rows.places = {key: (code, 2015) for key, (code, _, _) in places.items()}

    def _people(self) -> None:
        parties = [
            Party(region_id=self.rows.id, area_id=None, name=f"{self.mark} {number}", kind="other") for number in "123"
        ]
        self._keep(*parties)
        self.rows.parties = [party.id for party in parties]
        for role in Role:
            said = {"name": f"{self.mark} {role}", "organisation": self.mark, "perspective": "gemeente"}
            person = Person(subject=f"test:{self.mark}:{role}", **said)
            self._keep(person)
            party_id = parties[0].id if role == Role.SIGNATORY else None
            given = PersonRole(
                person_id=person.id, region_id=self.rows.id, role=role, party_id=party_id, valid_until=None
            )
            until = now() + timedelta(hours=1)
            signed_in = SignIn(key=f"{self.mark}:{role}", person_id=person.id, expires_at=until, ended_at=None)
            draft = Draft(person_id=person.id, region_id=self.rows.id, subject=SUBJECT, text=self.mark)
            draft.base_version, draft.version = 0, 1
            self._keep(given, signed_in, draft)
            self.rows.roles[role] = given.id
            self.rows.actors[role] = Actor(
                person_id=person.id,
                roles=frozenset({role}),
                region_id=self.rows.id,
                sign_in_id=signed_in.id,
                **said,
            )

    def _result(self) -> SocietalResult:
        """An issue, an ambition and a result that stand, with what is noticed of it; and one of each taken away."""
        for gone in (now(), None):
            issue = Issue(region_id=self.rows.id, matter=self.mark, for_whom=self.mark, why_now=self.mark, position=1)
            self._keep(issue)
            ambition = Ambition(region_id=self.rows.id, issue_id=issue.id, text=self.mark, position=1)
            self._keep(ambition)
            about = {"region_id": self.rows.id, "kind": "process", "text": self.mark, "target_group": self.mark}
            result = SocietalResult(ambition_id=ambition.id, position=1, **about)
            self._keep(result)
            self._keep(
                ResultIndicator(result_id=result.id, indicator_id=self.indicator, region_id=self.rows.id, position=1)
            )
            noticed = Observation(
                region_id=self.rows.id,
                result_id=result.id,
                kind="quote",
                text=self.mark,
                organisation=self.mark,
                person_id=self.rows.actors[Role.PARTICIPANT].person_id,
            )
            self._keep(noticed)
            made = {"issue": issue.id, "ambition": ambition.id, "result": result.id, "observation": noticed.id}
            if gone:
                for one in (issue, ambition, result, noticed):
                    one.removed_at = gone
                self.rows.gone = made
            else:
                self.rows.tree = made
                beside = {"position": 2, "text": self.mark}
                self._keep(
                    Issue(region_id=self.rows.id, matter=self.mark, for_whom="", why_now="", position=2),
                    Ambition(region_id=self.rows.id, issue_id=issue.id, **beside),
                    SocietalResult(ambition_id=ambition.id, **(about | beside)),
                )
        self.session.flush()
        return result

    def _norms(self) -> None:
        officer = self.rows.actors[Role.POLICY_OFFICER].person_id
        result = self._result()
        said = {
            "direction": "down",
            "value": 9.5,
            "lower": None,
            "upper": None,
            "year": 2040,
            "start_value": 11.7,
            "start_year": 2024,
            "reason": self.mark,
            "origin": "eigen",
            "agreed_by": self.mark,
            "meeting": self.mark,
            "direction_reason": self.mark,
        }
        about = {"indicator_id": self.indicator, "area_id": self.almere, "breakdown_id": self.breakdown}
        for state in ["agreed"] * self.bit + ["withdrawn"]:
            norm = Norm(region_id=self.rows.id, result_id=result.id, state=state, created_by=officer, **about, **said)
            self._keep(norm)
            version = NormVersion(norm_id=norm.id, version=1, state=state, change_reason=self.mark, **said)
            version.changed_by = officer
            signatory = self.rows.actors[Role.SIGNATORY].person_id
            adoption = NormAdoption(
                norm_id=norm.id,
                party_id=self.rows.parties[1],
                version=1,
                signatory_id=signatory,
                adopted_on=date(2026, 1, 5),
            )
            self._keep(version, adoption)
            if state == "agreed":
                self.rows.norms.append(norm.id)
            else:
                self.rows.withdrawn_norm = norm.id
        elsewhere = about | {"area_id": _ids(self.session, Area)[self.rows.places["first"][0]]}
        concept = Norm(region_id=self.rows.id, state="concept", created_by=officer, **elsewhere, **said)
        self._keep(concept)
        self._keep(NormVersion(norm_id=concept.id, version=1, state="concept", change_reason="", **said))
        self.rows.concept_norm = concept.id

    def _stories(self) -> None:
        picture = Picture(region_id=self.rows.id, signature="jeugdzorg||GM0034|2024", title=self.mark)
        picture.subject = "jeugdzorg||GM0034"
        self._keep(picture)
        self._keep(
            PictureFigure(
                picture_id=picture.id,
                position=1,
                indicator_id=self.indicator,
                breakdown_id=self.breakdown,
                area_id=self.almere,
                period_id=self.period,
            )
        )
        speaker = self.rows.actors[Role.PARTICIPANT]
        for _ in range(self.bit):
            told = Contribution(
                picture_id=picture.id,
                question=1,
                person_id=speaker.person_id,
                organisation=self.mark,
                perspective="gemeente",
                shows_name=True,
                visibility="region",
                valuation=None,
                text=self.mark,
                created_at=datetime(2026, 1, self.bit, tzinfo=UTC),
            )
            self._keep(told)
            version = ContributionVersion(contribution_id=told.id, version=1, recognition="", valuation=None)
            version.visibility, version.text, version.state = "region", self.mark, "shared"
            version.changed_by = speaker.person_id
            self._keep(version)
            self.rows.contributions.append(told.id)
        self.rows.joint = matrix_interpretations.fill(
            self.session,
            region_id=self.rows.id,
            mark=self.mark,
            speaker=speaker.person_id,
            party_id=self.rows.parties[0],
            contribution_id=self.rows.contributions[0],
        )

    def _figures(self) -> None:
        """Own figures of a period of the region's own: two that are shown, one withheld, one that was replaced."""
        officer = self.rows.actors[Role.POLICY_OFFICER].person_id
        period = {HERE: "2019", THERE: "2020", EXAMPLE: "2021"}[self.mark]
        about = {"connector": "tidy", "file_name": f"{self.mark}.csv", "file_sha256": "", "rows_unchanged": 0}
        about |= {"imported_by": officer, "organisation": self.mark, "region_id": self.rows.id, "summary": self.mark}
        first = ImportBatch(rows_new=1, rows_changed=0, **about)
        last = ImportBatch(rows_new=2, rows_changed=1, **about)
        self._keep(first, last)
        value = VALUES[self.mark]
        changed = _figure(self.session, area="GM0034", period=period, value=value, batch=last)
        self._keep(
            changed,
            _figure(self.session, area="GM0050", period=period, value=value, batch=last),
            _figure(self.session, area=self.rows.places["first"][0], period=period, value=None, batch=last),
            BatchSource(batch_id=last.id, source_id=changed.source_id),
            FigureTotal(
                source_id=changed.source_id,
                region_id=self.rows.id,
                indicator_id=self.indicator,
                period_id=changed.period_id,
                figures=3,
            ),
            FigureRevision(
                indicator_id=self.indicator,
                breakdown_id=self.breakdown,
                area_id=changed.area_id,
                period_id=changed.period_id,
                numerator=None,
                denominator=None,
                value=value,
                status="provisional",
                reason="",
                source_id=changed.source_id,
                batch_id=first.id,
                region_id=self.rows.id,
                replaced_by_id=last.id,
            ),
        )
        self.rows.batch = last.id

    def _line(self, officer: int) -> dict[str, object]:
        said = {"person_id": officer, "person_name": self.mark, "role": "policy_officer", "region_id": self.rows.id}
        about = {"action": "set_norm", "subject_kind": "norm", "subject_id": self.rows.norms[0], "detail": self.mark}
        return {**said, **about, "from_version": 0, "to_version": 1, "at": now()}
