"""Preparing a database: what it brings, and what it leaves alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import URL, Engine, delete, func, select, update

from data_models.access import Actor, Role
from data_models.commands.publishing import publish
from data_models.database import make_engine, reading, writing
from data_models.protected import ProtectedFigures
from data_models.tables import (
    Area,
    Contribution,
    Effort,
    EffortYield,
    ExpectedFigure,
    Figure,
    FigureRevision,
    Goal,
    GoalEffort,
    ImportBatch,
    Indicator,
    JointInterpretation,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
    Norm,
    NormVersion,
    Person,
    PersonRole,
    Picture,
    PracticeStory,
    Region,
    Setting,
    SocietalResult,
    Source,
    Table,
    TopicVersion,
    YieldMeasurement,
)
from seed_data.figures import read_figures
from seed_data.loader import SEED_HASH, prepare_database
from seed_data.rows import ROOM


def row_counts(engine: Engine) -> dict[str, int]:
    with reading(engine) as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Table.metadata.sorted_tables
        }


def versions(engine: Engine) -> list[tuple[str, int, int]]:
    with reading(engine) as session:
        rows = session.execute(select(TopicVersion.topic, TopicVersion.region_id, TopicVersion.version))
        return sorted((topic, region_id, version) for topic, region_id, version in rows)


def make_seed_look_old(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(update(Setting).where(Setting.name == SEED_HASH).values(value="of an earlier edition"))


def test_preparing_a_prepared_database_changes_nothing(seeded_engine: Engine) -> None:
    before, topics = row_counts(seeded_engine), versions(seeded_engine)
    prepare_database(seeded_engine)
    assert (row_counts(seeded_engine), versions(seeded_engine)) == (before, topics)


def test_loading_the_same_seed_again_makes_no_revision_and_no_batch(seeded_engine: Engine) -> None:
    before, topics = row_counts(seeded_engine), versions(seeded_engine)
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    assert (row_counts(seeded_engine), versions(seeded_engine)) == (before, topics)


def test_a_newer_seed_repairs_the_catalogue_and_adds_what_is_missing(seeded_engine: Engine) -> None:
    before = row_counts(seeded_engine)
    with writing(seeded_engine) as session:
        session.execute(update(Indicator).where(Indicator.code == "vsv").values(name="an older name"))
        indicator = select(Indicator.id).where(Indicator.code == "jeugdhulp").scalar_subquery()
        session.execute(delete(Figure).where(Figure.indicator_id == indicator))
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    with reading(seeded_engine) as session:
        assert session.scalar(select(Indicator.name).where(Indicator.code == "vsv")) == "Voortijdig schoolverlaters"
    assert row_counts(seeded_engine)["figures"] == before["figures"]


def test_what_people_wrote_survives_a_newer_seed(seeded_engine: Engine) -> None:
    with writing(seeded_engine) as session:
        norm = session.scalars(select(Norm).order_by(Norm.id).limit(1)).one()
        norm.value = 1.5
        contribution = session.scalars(select(Contribution).order_by(Contribution.id).limit(1)).one()
        contribution.text = "Voorbeeld: dit heb ik zelf herschreven."
        kept = (norm.id, contribution.id)
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    with reading(seeded_engine) as session:
        assert session.get_one(Norm, kept[0]).value == 1.5
        assert session.get_one(Contribution, kept[1]).text == "Voorbeeld: dit heb ik zelf herschreven."


def test_an_example_region_of_before_the_efforts_gets_them_and_what_was_taken_away_stays_away(
    seeded_engine: Engine,
) -> None:
    before = row_counts(seeded_engine)
    with writing(seeded_engine) as session:
        gone: list[type[Table]] = [GoalEffort, YieldMeasurement, EffortYield, Effort, Goal, MonitoringVersion]
        gone += [ExpectedFigure, MonitoredIndicator, MonitoringPlan, MonitoringAgreement]
        for table in gone:
            session.execute(delete(table))
        session.execute(update(PracticeStory).values(state="withdrawn", text=""))
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    assert row_counts(seeded_engine) == before
    with reading(seeded_engine) as session:
        joined = select(func.count()).select_from(Goal).join(SocietalResult, SocietalResult.id == Goal.result_id)
        assert session.scalar(joined) == session.scalar(select(func.count()).select_from(Goal)) == 3
        assert set(session.scalars(select(PracticeStory.text))) == {""}


def test_somebody_whom_an_earlier_edition_of_the_example_did_not_have_is_written(seeded_engine: Engine) -> None:
    before = row_counts(seeded_engine)
    somebody = select(Person.id).where(Person.subject == "voorbeeld:sanne").scalar_subquery()
    with writing(seeded_engine) as session:
        role = session.scalars(select(PersonRole.role).where(PersonRole.person_id == somebody)).one()
        session.execute(delete(PersonRole).where(PersonRole.person_id == somebody))
        session.execute(delete(Person).where(Person.subject == "voorbeeld:sanne"))
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    assert row_counts(seeded_engine) == before
    with reading(seeded_engine) as session:
        assert session.scalars(select(PersonRole.role).where(PersonRole.person_id == somebody)).all() == [role]


def test_a_figure_that_someone_imported_is_not_replaced_by_a_newer_seed(seeded_engine: Engine) -> None:
    newer = read_figures(ROOM / "figures" / "12-almere-en-wijken.csv").filter(
        indicator="jeugdzorg", area="GM0034", period="2024"
    )
    with writing(seeded_engine) as session:
        officer = session.scalars(select(PersonRole).where(PersonRole.role == Role.POLICY_OFFICER)).one()
        actor = Actor(officer.person_id, "Bea", "", "gemeente", frozenset({Role.POLICY_OFFICER}), officer.region_id)
        published = publish(
            session,
            actor=actor,
            figures=ProtectedFigures(newer.with_columns(numerator=7405.0)),
            connector="cbs-kwb",
            file_name="nieuwer.csv",
            file_sha256="",
            region_id=None,
        )
    assert published.changed == 1
    make_seed_look_old(seeded_engine)
    prepare_database(seeded_engine)
    with reading(seeded_engine) as session:
        assert session.scalars(
            select(Figure.numerator)
            .join(ImportBatch, Figure.batch_id == ImportBatch.id)
            .where(ImportBatch.file_name == "nieuwer.csv")
        ).all() == [7405]


def test_two_processes_that_start_at_once_fill_an_empty_database_once(empty_url: URL) -> None:
    engines = [make_engine(empty_url) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(prepare_database, engines))
    counts = row_counts(engines[0])
    assert counts["regions"] == 1
    assert counts["import_batches"] == 9
    assert counts["settings"] == 2
    for engine in engines:
        engine.dispose()


def test_the_example_region_has_a_norm_in_every_state_with_its_versions(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        states = dict(session.execute(select(Norm.state, func.count()).group_by(Norm.state)).all())
        unversioned = session.scalar(
            select(func.count())
            .select_from(Norm)
            .where(~select(NormVersion.id).where(NormVersion.norm_id == Norm.id).exists())
        )
    assert set(states) == {"concept", "proposed", "agreed", "adopted", "replaced", "withdrawn"}
    assert unversioned == 0


def test_the_example_region_tells_from_several_perspectives_on_all_four_questions(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        rows = session.execute(select(Contribution.question, Contribution.perspective)).all()
        undiscussed = session.scalars(
            select(Picture.signature).where(
                ~select(Contribution.id).where(Contribution.picture_id == Picture.id).exists(),
                ~select(JointInterpretation.id).where(JointInterpretation.picture_id == Picture.id).exists(),
                Picture.title != "",  # one without a title is only what an agreement is about
            )
        ).all()
    for question in (1, 2, 3, 4):
        assert len({perspective for asked, perspective in rows if asked == question}) >= 4
    assert undiscussed == ["afstroom||VG0003|2024/'25"]


@pytest.mark.parametrize("column", [Contribution.text, Contribution.organisation, Norm.reason, Picture.title])
def test_everything_invented_says_that_it_is_an_example(seeded_engine: Engine, column: object) -> None:
    with reading(seeded_engine) as session:
        words = session.scalars(select(column)).all()  # type: ignore[call-overload]
    assert any(words)
    assert all("voorbeeld" in text.lower() for text in words if text)


def test_invented_areas_sources_and_regions_are_marked_as_such(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        assert session.scalars(select(Source.code).where(Source.fictional)).all() == ["voorbeeldcijfers"]
        assert session.scalars(select(Region.name).where(Region.fictional)).all() == ["Regio Rivierenrijk"]
        assert set(session.scalars(select(Area.fictional).where(Area.name.in_(("Waterdam", "Boslo", "Heuveloord")))))


def test_all_figures_of_a_first_start_are_public_and_only_edited_ones_have_revisions(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        assert session.scalar(select(func.count()).select_from(Figure).where(Figure.region_id.is_not(None))) == 0
        assert session.scalar(select(func.count()).select_from(FigureRevision)) == 353
