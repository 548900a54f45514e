"""Inviting, prompts and retention on the screen; and the page of who was invited."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, delete, select, update
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import invitations as commands
from data_models.commands import invited
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries.invitations import hash_of
from data_models.queries.people import actor, region_of_kind
from data_models.tables import Contribution, Figure, Invitation, PersonRole, Picture, RegionPrompts
from data_models.tables.declaration import now
from tests.pages.conftest import Open
from tests.pages.screen import headings, says

FIGURE = {"gebied": "GM0034", "indicator": "jeugdzorg"}
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))


@pytest.fixture
def officer(app_database: Engine, person_id: int) -> Actor:
    """Who sits at the computer, in their own region."""
    with database.reading(app_database) as session:
        region_id = region_of_kind(session, fictional=False)
        assert region_id is not None
        found = actor(session, person_id=person_id, region_id=region_id)
    assert found is not None
    return found


def _invite(officer: Actor, *, picture: PictureSubject = PICTURE, perspective: str = "ouders") -> str:
    with database.writing(actor=officer) as session:
        return commands.invite(session, actor=officer, picture=picture, perspective=perspective, days=14)


def _sent(officer: Actor, text: str = "Ouders wachten lang.") -> str:
    token = _invite(officer)
    with database.writing() as session:
        invited.write_answer(session, token_hash=hash_of(token), question=2, text=text, seen_version=0)
        invited.send(session, token_hash=hash_of(token), seen={2: 1})
    return token


def _press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert [one.value for one in app.exception] == []


def _unfold(app: AppTest, key: str) -> None:
    app.session_state[key] = True
    app.run()


def _labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_an_officer_makes_a_link_that_is_kept_nowhere_and_takes_it_back(open_page: Open, officer: Actor) -> None:
    app = open_page("figure", **FIGURE)
    _unfold(app, "uitnodigen-open")
    _press(app, "Maak de link")
    assert says(app, "De link is klaar.")
    assert says(app, "ouders: kan antwoorden tot en met")
    _press(app, "Klaar met deze link")
    assert not says(app, "De link is klaar.")
    _press(app, "Ja, trek deze uitnodiging in")
    assert says(app, "ouders: ingetrokken")


def test_what_was_sent_is_shown_refused_with_a_reason_and_taken_back(
    open_page: Open, app_database: Engine, officer: Actor
) -> None:
    token = _sent(officer, "Volgens juf Anja wachten ouders lang.")
    app = open_page("figure", **FIGURE)
    assert "Er wacht 1 bijdrage op uw lezing" in [one.value for one in app.subheader]
    assert says(app, "Let op: hierin staat ‘juf Anja’.")
    _press(app, "Neem niet over en stuur de reden")
    assert says(app, "Schrijf een reden")
    (reason,) = (area for area in app.text_area if area.label.startswith("Waarom niet?"))
    reason.set_value("Er staat een naam in.")
    _press(app, "Neem niet over en stuur de reden")
    assert says(app, "De bijdrage komt niet bij het verhaal.")
    page = open_page("invitation", uitnodiging=token)
    assert says(page, "Er staat een naam in.")
    _press(app, "Ongedaan maken")
    _press(app, "Toon bij het verhaal")
    assert says(app, "Op uitnodiging · ouders")
    assert says(open_page("invitation", uitnodiging=token), "bij het verhaal achter het cijfer.")
    with database.writing(app_database) as session:
        session.execute(update(Contribution).values(state="expired", text=""))
    assert says(open_page("figure", **FIGURE), "Op uitnodiging: tekst weggehaald, de bewaartermijn")


def test_what_waits_at_another_figure_is_named(open_page: Open, officer: Actor) -> None:
    _sent(officer)
    app = open_page("figure", gebied="GM0995", indicator="jeugdzorg")
    assert says(app, "Bij een ander cijfer wacht nog 1 bijdrage:")
    overview = open_page("overview", gebied="GM0995")
    links = {link.proto.label: link.proto.query_string for link in overview.get("page_link")}
    assert links["Er wacht 1 bijdrage op uw lezing"].startswith("gebied=GM0034&indicator=jeugdzorg")


def test_who_only_takes_part_invites_nobody_and_reads_nothing_that_waits(
    open_page: Open, app_database: Engine, officer: Actor
) -> None:
    _sent(officer)
    with database.writing(app_database) as session:
        mine = PersonRole.person_id == officer.person_id, PersonRole.region_id == officer.region_id
        session.execute(delete(PersonRole).where(*mine, PersonRole.role != Role.POLICY_OFFICER))
        session.execute(update(PersonRole).where(*mine).values(role=Role.PARTICIPANT))
    app = open_page("figure", **FIGURE)
    _unfold(app, "uitnodigen-open")
    assert "Maak de link" not in _labels(app)
    assert not says(app, "Ouders wachten lang.")
    labels = [link.proto.label for link in open_page("overview", gebied="GM0034").get("page_link")]
    assert not [label for label in labels if "op uw lezing" in label]


def test_the_page_says_what_is_public_and_asks_consent_of_the_young(open_page: Open, officer: Actor) -> None:
    app = open_page("invitation", uitnodiging=_invite(officer, perspective="jongeren"))
    assert headings(app)[:2] == ["Uw kijk op dit cijfer", "Waar het over gaat"]
    assert says(app, "Gemeente Almere nodigt u uit (Eigen regio).")
    assert app.subheader[0].value.startswith("Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg")
    assert says(app, "7.400 van 63.248")
    assert says(app, "Bent u jonger dan 16?")
    assert not says(open_page("invitation", uitnodiging=_invite(officer)), "Bent u jonger dan 16?")


def test_the_page_shows_no_figure_that_is_not_public(open_page: Open, app_database: Engine, officer: Actor) -> None:
    token = _invite(officer)
    with database.writing(app_database) as session:
        session.execute(update(Figure).values(region_id=officer.region_id))
    app = open_page("invitation", uitnodiging=token)
    assert says(app, "dit cijfer is niet openbaar")
    assert not says(app, "7.400")


def test_the_page_is_about_the_period_of_its_picture(open_page: Open, officer: Actor) -> None:
    earlier = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2021"),))
    app = open_page("invitation", uitnodiging=_invite(officer, picture=earlier))
    assert says(app, "6.585 van 61.542")
    assert not says(app, "7.400")


def test_a_link_that_is_none_or_over_is_said_in_words(open_page: Open, app_database: Engine, officer: Actor) -> None:
    assert says(open_page("invitation"), "Deze pagina hoort bij een uitnodiging.")
    for unknown in ("x", "x" * 43, "%" * 43):
        assert says(open_page("invitation", uitnodiging=unknown), "Deze uitnodiging kennen we niet.")
    token = _invite(officer)
    with database.writing(app_database) as session:
        invited.write_answer(session, token_hash=hash_of(token), question=2, text="Half af", seen_version=0)
        session.execute(update(Invitation).values(ends_at=now() - timedelta(days=1)))
    over = open_page("invitation", uitnodiging=token)
    assert says(over, "U kon antwoorden tot en met")
    assert says(over, "Half af")


def test_prompts_stand_under_each_question_and_an_officer_writes_those_of_the_region(
    open_page: Open, app_database: Engine, officer: Actor
) -> None:
    app = open_page("figure", **FIGURE)
    assert not says(app, "Kijk naar het aantal én naar het percentage")
    _unfold(app, "hulpvragen-1-dicht")
    assert says(app, "Kijk naar het aantal én naar het percentage")
    next(button for button in app.button if button.key == "hulpvragen-1-wijzigen").click()
    app.run()
    (field,) = (area for area in app.text_area if str(area.key).startswith("hulpvragen-1"))
    field.set_value("Herkennen de scholen dit?")
    _press(app, "Bewaren")
    assert says(app, "De hulpvragen zijn aangepast")
    _unfold(app, "hulpvragen-1-dicht")
    assert says(app, "Herkennen de scholen dit?")
    with database.reading(app_database) as session:
        assert session.scalars(select(RegionPrompts.text)).one() == "Herkennen de scholen dit?"
    assert says(open_page("invitation", uitnodiging=_invite(officer)), "Herkennen de scholen dit?")


def test_a_beheerder_sees_beforehand_what_goes_and_takes_it_away(
    open_page: Open, app_database: Engine, officer: Actor
) -> None:
    token = _sent(officer)
    with database.writing(app_database, actor=officer) as session:
        number = session.scalars(select(Invitation.id).where(Invitation.token_hash == hash_of(token))).one()
        commands.show_sending(
            session, actor=officer, invitation_id=number, seen_version=1, organisation="Op uitnodiging"
        )
        own = Contribution.picture_id.in_(select(Picture.id).where(Picture.region_id == officer.region_id))
        session.execute(update(Contribution).where(own).values(created_at=now() - timedelta(days=800)))
    app = open_page("administration", gebied="GM0034", onderdeel="bewaren")
    assert says(app, "Zolang er geen termijn is, gaat er niets weg.")
    next(box for box in app.selectbox if str(box.key).startswith("bewaren-jaren")).select(2)
    _press(app, "Bewaar deze termijnen")
    assert says(app, f"- 1 bijdrage uit {(now() - timedelta(days=800)).year}")
    _press(app, "Ja, haal deze teksten voorgoed weg")
    assert says(app, "Weggehaald: 1 bijdrage.")
    assert says(app, "Er is niets ouder dan uw regio afsprak")
    assert says(open_page("invitation", uitnodiging=token), "bij het verhaal achter het cijfer.")
