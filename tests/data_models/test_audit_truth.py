"""What each command says of itself in the audit trail: who, in which region, did what, from which version to which."""

from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Role
from data_models.commands import norm_steps, norms
from data_models.commands.areas import register_areas
from data_models.commands.audit import MOST_NAMED, shortened
from data_models.commands.boundaries import register_boundaries
from data_models.commands.mappings import remember
from data_models.commands.people import register_person
from data_models.facts import AreaDraft, BoundaryDraft, NormProposal
from data_models.queries.people import region_of_kind
from data_models.tables import AuditLine, NormVersion
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines
from tests.data_models.published import ALMERE, put

PROPOSAL = NormProposal(
    "down", 9.5, None, None, 2040, 11.7, 2024, "omdat", "eigen", "iedereen", direction_reason="minder is beter"
)


def _said(engine: Engine) -> list[tuple[object, ...]]:
    """Of every line: role, region, action, kind of thing, detail."""
    columns = (AuditLine.role, AuditLine.region_id, AuditLine.action, AuditLine.subject_kind, AuditLine.detail)
    with database.reading(engine) as session:
        return [tuple(row) for row in session.execute(select(*columns).order_by(AuditLine.id))]


def test_a_norm_that_replaces_another_leaves_a_line_about_each(engine: Engine) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        anna = add_actor(session, "Anna", region_id=add_region(session, "flevoland"))
    with database.writing(engine) as session:
        first = norms.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=PROPOSAL)
    with database.writing(engine) as session:
        second = norms.set_norm(
            session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=PROPOSAL, seen={first: 1}
        )
    who = ("Anna", "policy_officer")
    assert audit_lines(engine) == [
        (*who, "set_norm", first, 0, 1),
        (*who, "replace_norm", first, 1, 2),
        (*who, "set_norm", second, 0, 1),
    ]
    with database.writing(engine) as session:
        norm_steps.withdraw_norm(session, actor=anna, norm_id=second, seen_version=1, change_reason="te laag")
        third = norms.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=PROPOSAL)
    with database.writing(engine) as session:
        norm_steps.restore_norm(session, actor=anna, norm_id=second, seen_version=2, seen={third: 1})
    assert audit_lines(engine)[3:] == [
        (*who, "withdraw_norm", second, 1, 2),
        (*who, "set_norm", third, 0, 1),
        (*who, "replace_norm", third, 1, 2),
        (*who, "restore_norm", second, 2, 3),
    ]


def test_every_version_of_a_norm_has_its_line(engine: Engine) -> None:
    test_a_norm_that_replaces_another_leaves_a_line_about_each(engine)
    with database.reading(engine) as session:
        versions = session.execute(select(NormVersion.norm_id, NormVersion.version)).all()
        told = session.execute(select(AuditLine.subject_id, AuditLine.to_version)).all()
    assert sorted(told) == sorted(versions)


def test_who_says_who_they_are_is_the_one_who_did_that(engine: Engine) -> None:
    with database.writing(engine) as session:
        register_person(session, name="Anna", organisation="Gemeente Almere", perspective="gemeente")
        own = region_of_kind(session, fictional=False)
    assert _said(engine) == [("policy_officer administrator", own, "register_person", "person", "")]


def test_an_import_names_its_file_and_the_region_whose_figures_they_are(engine: Engine) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
    with database.staging(engine) as session:
        put(session, ALMERE, region_id=region_id)
    assert _said(engine) == [("project", region_id, "import_figures", "import_batch", "cijfers.csv")]


def test_public_figures_that_the_project_brings_in_are_of_no_region(engine: Engine) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
    with database.staging(engine) as session:
        put(session, ALMERE)
    assert [line[:3] for line in _said(engine)] == [("project", None, "import_figures")]


def test_areas_outlines_and_mappings_say_what_they_were(engine: Engine) -> None:
    outline = '{"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52]]]}'
    with database.writing(engine) as session:
        add_catalogue(session)
        officer = add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.POLICY_OFFICER)
    with database.writing(engine) as session:
        drafts = [AreaDraft("WK003499", "district", "Nieuwe wijk", 2024, None, part_of="GM0034")]
        register_areas(session, actor=officer, areas=drafts)
        register_boundaries(
            session, actor=officer, boundaries=[BoundaryDraft("GM0034", 2024, outline)], source="cbs-kwb"
        )
        remember(
            session,
            actor=officer,
            signature="x",
            name="Per wijk",
            source="tidy",
            mapping="{}",
            region_id=officer.region_id,
        )
    who = ("policy_officer", officer.region_id)
    assert _said(engine) == [
        (*who, "register_areas", "area", "WK003499"),
        (*who, "register_boundaries", "boundary", "cbs-kwb, 2024"),
        (*who, "remember_mapping", "column_mapping", "Per wijk"),
    ]


def test_a_long_list_is_shortened_and_says_by_how_much() -> None:
    assert shortened(["a", "b"]) == "a, b"
    assert shortened([str(number) for number in range(MOST_NAMED + 3)]).endswith("19, +3")
