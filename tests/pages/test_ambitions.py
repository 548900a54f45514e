"""The tree on Ambities en normen, as people read and write it; empty, full, and while others write too."""

import pytest
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import ambitions, results
from data_models.commands.ambitions import IssueProposal
from data_models.commands.results import ResultProposal
from data_models.queries import ambitions as queries
from data_models.queries import people
from data_models.queries.ambitions import Tree
from data_models.tables import PersonRole, Region
from tests.pages.conftest import Open
from tests.pages.screen import says

HOME = IssueProposal("Steeds meer leerlingen zitten thuis.", "leerplichtige kinderen", "")


def _actor(engine: Engine, person_id: int) -> Actor:
    with database.reading(engine) as session:
        region = session.scalars(select(PersonRole.region_id).join(Region).where(~Region.fictional)).first()
        assert region is not None
        actor = people.actor(session, person_id=person_id, region_id=region)
    assert actor is not None
    return actor


def _tree(engine: Engine, person_id: int) -> Tree:
    with database.reading(engine) as session:
        return queries.tree(session, asker=_actor(engine, person_id), fictional=False)


def _press(app: AppTest, key: str) -> None:
    app.button(key=key).click()
    app.run()
    assert [one.value for one in app.exception] == []


@pytest.fixture
def grown(app_database: Engine, person_id: int) -> tuple[int, int, int]:
    """An issue, an ambition and a result of one's own region, by their ids."""
    anna = _actor(app_database, person_id)
    proposal = ResultProposal("process", "School en hulp praten eerder.", "professionals")
    with database.writing(app_database) as session:
        issue = ambitions.add_issue(session, actor=anna, proposal=HOME)
        ambition = ambitions.add_ambition(session, actor=anna, issue_id=issue, text="Elk kind hoort erbij.")
        return issue, ambition, results.add_result(session, actor=anna, ambition_id=ambition, proposal=proposal)


def test_the_tree_of_the_example_region_is_read_by_everybody_from_issue_to_norm(open_page: Open) -> None:
    app = open_page("norms", gebied="VG0001", indicator="thuiszitters")
    assert says(app, "Van vraagstuk naar norm")
    assert says(app, "Voorbeeld: Elk leerplichtig kind gaat naar een school die past.")
    assert says(app, "Inhoudelijk · voor leerplichtige kinderen")
    assert says(app, "norm 2028: 2,5 per 1.000 · afgesproken in het OOGO")
    assert "Merkbaar: 2 verhalen" in [one.label for one in app.expander]
    assert says(app, "Basisschool De Steiger")


def test_an_empty_region_begins_with_one_issue_and_a_look_at_the_example(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Begin met één vraagstuk")
    app.text_area(key="boom-nieuw-issue-0-0-wat").set_value("Steeds meer leerlingen zitten thuis.")
    _press(app, "boom-nieuw-issue-0-bewaren")
    assert [one.matter for one in _tree(app_database, person_id).issues] == ["Steeds meer leerlingen zitten thuis."]
    assert says(app, "Het staat erbij.")
    _press(app, "boom-ongedaan")
    assert _tree(app_database, person_id).issues == ()


def test_what_says_too_little_is_refused_in_a_sentence_and_what_was_typed_stays(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    app.text_area(key="boom-nieuw-issue-0-0-wie").set_value("Leerplichtige kinderen")
    _press(app, "boom-nieuw-issue-0-bewaren")
    assert app.error[0].value == "Schrijf op wat er aan de hand is."
    assert app.text_area(key="boom-nieuw-issue-0-0-wie").value == "Leerplichtige kinderen"
    app.text_area(key="boom-nieuw-issue-0-0-wat").set_value("Bel 06-12345678")
    _press(app, "boom-nieuw-issue-0-bewaren")
    assert "telefoonnummer" in app.error[0].value
    assert _tree(app_database, person_id).issues == ()


def test_of_two_officers_the_second_reads_both_texts_and_loses_nothing(
    open_page: Open, person_id: int, app_database: Engine, grown: tuple[int, int, int]
) -> None:
    issue = grown[0]
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg", aanpassen="ja")
    app.session_state[f"open-boom-issue-{issue}"] = 1
    app.run()
    app.text_area(key=f"boom-issue-{issue}-wat").set_value("Wat ik ervan vind.")
    with database.writing(app_database) as session:
        ambitions.change_issue(
            session,
            actor=_actor(app_database, person_id),
            issue_id=issue,
            seen_version=1,
            proposal=IssueProposal("Wat een collega ervan vindt."),
        )
    _press(app, f"boom-issue-{issue}-bewaren")
    assert "Iemand anders heeft dit ondertussen gewijzigd" in app.error[0].value
    assert says(app, "Er staat nu: Wat een collega ervan vindt.")
    assert app.text_area(key=f"boom-issue-{issue}-wat").value == "Wat ik ervan vind."
    assert _tree(app_database, person_id).issues[0].matter == "Wat een collega ervan vindt."
    _press(app, f"boom-issue-{issue}-bewaren")
    assert _tree(app_database, person_id).issues[0].matter == "Wat ik ervan vind."


def test_what_was_typed_is_still_there_when_somebody_takes_away_what_it_was_about(
    open_page: Open, person_id: int, app_database: Engine, grown: tuple[int, int, int]
) -> None:
    issue, ambition, _ = grown
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg", aanpassen="ja")
    app.session_state[f"open-boom-ambition-{ambition}"] = 1
    app.run()
    app.text_area(key=f"boom-ambition-{ambition}-tekst").set_value("Ieder kind hoort erbij.").run()
    app.text_area(key=f"boom-ambition-{ambition}-tekst").set_value("Ieder kind hoort er echt bij.")  # not sent yet
    with database.writing(app_database) as session:
        ambitions.remove_issue(session, actor=_actor(app_database, person_id), issue_id=issue, seen_version=1)
    app.run()
    assert "Iemand anders heeft dit weggehaald" in app.warning[0].value
    assert says(app, "Ieder kind hoort er echt bij.")
    app.run()
    assert says(app, "Ieder kind hoort er echt bij.")


def test_a_result_is_put_below_another_ambition_and_back(
    open_page: Open, person_id: int, app_database: Engine, grown: tuple[int, int, int]
) -> None:
    issue, _, result = grown
    with database.writing(app_database) as session:
        anna = _actor(app_database, person_id)
        other = ambitions.add_ambition(session, actor=anna, issue_id=issue, text="Hulp is er op tijd.")
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg", aanpassen="ja")
    app.session_state[f"open-boom-result-plaats-{result}"] = 1
    app.run()
    assert app.radio(key=f"boom-result-plaats-{result}-keuze").options == ["Hulp is er op tijd\\."]
    _press(app, f"boom-result-plaats-{result}-verplaatsen")
    tree = _tree(app_database, person_id)
    assert tree.parent_of("result", number=result) == other
    assert says(app, "Verplaatst.")
    _press(app, "boom-ongedaan")
    assert _tree(app_database, person_id).parent_of("result", number=result) == grown[1]


def test_a_region_with_no_result_about_children_is_nudged_once(
    open_page: Open, person_id: int, grown: tuple[int, int, int]
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Welk verschil merkt een kind of jongere")
    _press(app, "boom-duwtje")
    assert not says(app, "Welk verschil merkt een kind of jongere")
    app.run()
    assert not says(app, "Welk verschil merkt een kind of jongere")


def test_a_participant_reads_the_tree_and_adds_what_they_notice(
    open_page: Open, person_id: int, app_database: Engine, grown: tuple[int, int, int]
) -> None:
    result = grown[2]
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.PARTICIPANT))
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg", aanpassen="ja")
    assert not [one for one in app.toggle if one.label == "Aanpassen"]
    _press(app, f"boom-nieuw-observation-{result}-open")
    app.text_area(key=f"boom-nieuw-observation-{result}-0-tekst").set_value("„Ik hoor er weer bij.”")
    _press(app, f"boom-nieuw-observation-{result}-bewaren")
    (noticed,) = _tree(app_database, person_id).results[0].observations
    assert (noticed.text, noticed.organisation) == ("„Ik hoor er weer bij.”", "Gemeente Almere")
    assert says(app, "„Ik hoor er weer bij.”")


def test_a_norm_is_joined_to_a_result_where_it_is_shown(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="VG0001", indicator="thuiszitters")
    (box,) = [box for box in app.selectbox if box.label == "Bij welk resultaat hoort deze norm?"][:1]
    box.select_index(0).run()
    assert [one.value for one in app.exception] == []
    assert says(app, "De norm hoort nu bij geen resultaat.")


def test_markdown_in_what_people_wrote_is_shown_as_they_typed_it(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    with database.writing(app_database) as session:
        proposal = IssueProposal("**Dik** [klik](https://example.org)", "*schuin*", "")
        ambitions.add_issue(session, actor=_actor(app_database, person_id), proposal=proposal)
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert "**Dik** [klik](https://example.org)" in [one.value for one in app.text]
    assert "Voor wie: \\*schuin\\*" in [one.value for one in app.caption]
