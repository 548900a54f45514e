"""Ambities en normen: what stands, and setting, changing, withdrawing and restoring a norm."""

import pytest
from sqlalchemy import Engine, delete, func, select, update
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea, TextInput

from data_models import database
from data_models.access import Role
from data_models.facts import NormFacts
from data_models.queries import norms, people
from data_models.tables import Breakdown, Norm, NormAdoption, Party, PersonRole
from tests.pages.conftest import Open
from tests.pages.screen import alternative, headings, rows, says


def _norms(engine: Engine, person_id: int) -> list[NormFacts]:
    with database.reading(engine) as session:
        region_id = people.region_of_kind(session, fictional=False)
        assert region_id is not None
        actor = people.actor(session, person_id=person_id, region_id=region_id)
        return norms.norms(session, asker=actor, area="GM0034")


def _typing(app: AppTest) -> list[TextInput | TextArea]:
    """The fields of the screen, without those of the tree of ambitions."""
    return [field for field in (*app.text_input, *app.text_area) if not str(field.key).startswith("boom-")]


def _fill(app: AppTest, **typed: str) -> None:
    """Type into the fields of the form, by the end of their key."""
    for ending, text in typed.items():
        fields = [field for field in _typing(app) if str(field.key).endswith(f"-{ending}")]
        assert len(fields) == 1, ending
        fields[0].set_value(text)


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _typed(app: AppTest, ending: str) -> str:
    (field,) = (field for field in _typing(app) if str(field.key).endswith(f"-{ending}"))
    return str(field.value)


def _set(app: AppTest) -> None:
    _fill(
        app,
        waarde="9,5",
        jaar="2040",
        waarom="eerder en lichter helpen",
        door="gemeente",
        richtingreden="minder is hier beter",
    )
    _press(app, "Norm opslaan")


def test_the_norms_of_an_invented_gemeente_stand_with_state_and_progress(open_page: Open) -> None:
    app = open_page("norms", gebied="VG0001")
    assert {"Ambities en normen in Waterdam", "Een norm voorstellen", "Normen van Waterdam"} <= set(headings(app))
    assert says(app, "Voorbeeldregio: deze normen zijn verzonnen.")
    assert says(app, "**Jeugdzorg** · norm 2030: 9,0% tot 10,5% · *voorgesteld*")
    assert says(app, "**Thuiszitters** · norm 2024: 0,0 per 1.000 · *vervangen*")
    assert says(app, "de weg naar de norm ligt dan op 10,8%")


def test_nobody_known_reads_and_is_told_to_say_who_they_are(open_page: Open) -> None:
    app = open_page("norms", gebied="GM0034")
    assert says(app, "Normen van Almere leest wie in deze regio meedoet.")
    assert says(app, "Zeg eerst wie u bent")
    assert [button.label for button in app.button] == []


def test_a_norm_that_is_set_stands_and_the_form_is_empty_again(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert (_typed(app, "begin"), _typed(app, "beginjaar")) == ("11,7", "2024")
    _set(app)
    assert says(app, "De norm is opgeslagen en staat nu in alle grafieken van Almere.")
    assert says(app, "**Jeugdzorg** · norm 2040: 9,5% · *voorgesteld*")
    assert says(app, "Waarom: eerder en lichter helpen")
    assert [(norm.value, norm.year, norm.start_value) for norm in _norms(app_database, person_id)] == [
        (9.5, 2040, 11.7)
    ]
    figure = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert says(figure, "Voor de norm 2040: 9,5%.")
    assert "De streeplijn loopt naar norm 2040: 9,5%." in alternative(figure)
    overview = open_page("overview", gebied="GM0034")
    assert says(overview, "norm 2040: 9,5%")


def test_the_chart_previews_a_norm_before_it_is_saved(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Vul een norm en een jaar in")
    _fill(app, waarde="9,5", jaar="2040")
    app.run()
    assert "De streeplijn loopt naar norm 2040: 9,5%." in alternative(app)
    assert _norms(app_database, person_id) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"waarde": "140"}, "Een percentage kan niet boven 100 liggen."),
        ({"waarde": "-3"}, "Een norm kan niet onder 0 liggen."),
        ({"waarde": "veel"}, "geen getal. Schrijf"),
        ({"waarde": ""}, "Vul een getal in voor de norm."),
        ({"jaar": "2020"}, "Het jaar van de norm moet in de toekomst liggen."),
        ({"jaar": "later"}, "Vul een jaar in van vier cijfers"),
        ({"jaar": "2099"}, "Het jaar van de norm ligt te ver weg."),
        ({"beginjaar": "2041"}, "Het beginjaar moet vóór het jaar van de norm liggen."),
        ({"waarom": "  "}, "Schrijf op waarom deze norm er komt"),
        ({"door": ""}, "Vul in wie deze norm heeft afgesproken"),
        ({"richtingreden": ""}, "Schrijf op waarom u deze richting kiest"),
        ({"dag": "31-6-2026"}, "De datum van het overleg is geen datum."),
    ],
)
def test_an_impossible_norm_is_refused_in_a_sentence_and_what_was_typed_stays(
    open_page: Open, person_id: int, app_database: Engine, typed: dict[str, str], sentence: str
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    filled = {"waarde": "9,5", "jaar": "2040", "waarom": "eerder helpen", "door": "gemeente"}
    filled |= {"richtingreden": "minder is beter"} | typed
    _fill(app, **filled)
    _press(app, "Norm opslaan")
    assert sentence in app.error[0].value
    assert {ending: _typed(app, ending) for ending in filled} == filled
    assert _norms(app_database, person_id) == []


def test_a_change_needs_a_reason_and_is_kept_in_the_history(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _set(app)
    _fill(app, waarde="9")
    _press(app, "Wijziging opslaan")
    assert says(app, "Schrijf op waarom: dan is later te begrijpen waarom de norm verschoof.")
    _fill(app, reden="het kan sneller")
    _press(app, "Wijziging opslaan")
    assert [(norm.value, norm.version) for norm in _norms(app_database, person_id)] == [(9.0, 2)]
    assert "Geschiedenis (2)" in [one.label for one in app.expander]
    for part in ("9,0% in 2040", "het kan sneller", "9,5% in 2040", "eerder en lichter helpen", "Anna"):
        assert says(app, part)


def test_a_norm_that_a_colleague_changed_meanwhile_is_not_overwritten(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _set(app)
    with database.writing(app_database) as session:
        session.execute(
            update(Norm).where(Norm.id == _norms(app_database, person_id)[0].id).values(value=9.2, version=2)
        )
    _fill(app, waarde="8", reden="nog sneller")
    _press(app, "Wijziging opslaan")
    assert says(app, "Iemand anders heeft deze norm ondertussen gewijzigd. Er is niets overschreven.")
    assert _typed(app, "waarde") == "8"
    assert [(norm.value, norm.version) for norm in _norms(app_database, person_id)] == [(9.2, 2)]


def test_a_norm_is_withdrawn_with_a_reason_and_restored(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _set(app)
    _press(app, "Intrekken")
    assert says(app, "Schrijf op waarom")
    number = _norms(app_database, person_id)[0].id
    app.text_input(key=f"reden-{number}").set_value("afspraak vervalt")
    _press(app, "Intrekken")
    assert says(app, "De norm is ingetrokken.")
    assert [norm.state for norm in _norms(app_database, person_id)] == ["withdrawn"]
    _press(app, "Intrekken ongedaan maken")
    assert [norm.state for norm in _norms(app_database, person_id)] == ["proposed"]


@pytest.mark.parametrize("role", [Role.AMBASSADOR, Role.GUEST, Role.PARTICIPANT])
def test_a_role_that_may_not_set_norms_sees_no_form(
    open_page: Open, person_id: int, app_database: Engine, role: Role
) -> None:
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=role))
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Uw rol mag normen lezen, maar niet wijzigen.")
    assert [button.label for button in app.button] == []


def test_a_band_is_asked_when_the_parties_want_to_stay_within_one(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    next(one for one in app.radio if str(one.key).endswith("-richting")).set_value("band").run()
    _fill(app, onder="10", boven="9", jaar="2040", waarom="niet te weinig", door="gemeente", richtingreden="beide kan")
    _press(app, "Norm opslaan")
    assert says(app, "De ondergrens moet lager zijn dan de bovengrens.")
    _fill(app, onder="9", boven="10,5")
    _press(app, "Norm opslaan")
    assert [(norm.lower, norm.upper) for norm in _norms(app_database, person_id)] == [(9.0, 10.5)]


def _agree(app: AppTest, *, number: int, day: str = "12-3-2026") -> None:
    app.text_input(key=f"dag-{number}").set_value(day)
    _press(app, "Vastleggen")


def test_a_norm_goes_from_concept_to_agreed_and_each_step_can_be_taken_back(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _fill(app, waarde="9,5", jaar="2040", waarom="eerder helpen", door="gemeente", richtingreden="minder is beter")
    _press(app, "Als concept bewaren")
    assert says(app, "Alleen wie in uw regio normen opstelt, ziet het.")
    assert "norm 2040" not in alternative(open_page("figure", gebied="GM0034", indicator="jeugdzorg"))
    assert not says(open_page("overview", gebied="GM0034"), "norm 2040")
    number = _norms(app_database, person_id)[0].id
    _press(app, "Voorstellen")
    assert says(app, "De norm is nu een voorstel")
    _press(app, "Ongedaan maken")
    assert [norm.state for norm in _norms(app_database, person_id)] == ["concept"]
    _press(app, "Voorstellen")
    _agree(app, number=number, day="12-3-2099")
    assert says(app, "Het overleg moet al geweest zijn.")
    _agree(app, number=number)
    assert says(app, "In: OOGO, 12 maart 2026")
    assert [(norm.state, norm.meeting) for norm in _norms(app_database, person_id)] == [("agreed", "OOGO")]


def test_what_was_agreed_before_stays_in_the_chart_with_what_it_was(open_page: Open, person_id: int) -> None:
    assert person_id
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _set(app)
    number = int(str(next(field.key for field in app.text_input if str(field.key).startswith("dag-"))).split("-")[1])
    _agree(app, number=number)
    _fill(app, waarde="9", reden="het kan sneller")
    _press(app, "Wijziging opslaan")
    figure = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert "Eerder gold een andere norm: norm 2040 was 9,5%." in alternative(figure)
    assert "De streeplijn loopt naar norm 2040: 9,0%." in alternative(figure)


def test_a_norm_that_a_colleague_set_meanwhile_is_told_beside_what_was_typed(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    mine = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _fill(mine, waarde="8", jaar="2035", waarom="sneller", door="gemeente", richtingreden="minder is beter")
    mine.run()
    _set(open_page("norms", gebied="GM0034", indicator="jeugdzorg"))
    _fill(mine, waarde="8,5")
    _press(mine, "Norm opslaan")
    for part in ("Een collega heeft intussen ook een norm gezet", "norm 2040: 9,5%", "U typte: norm 2035: 8,5%."):
        assert says(mine, part)
    assert [norm.value for norm in _norms(app_database, person_id)] == [9.5]


def test_a_norm_stands_beside_the_areas_it_is_compared_with_as_a_line_and_in_words(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", indicator="thuiszitters")
    assert says(app, "Waterdam: norm 2028: 2,5 per 1.000, ligt achter, maar het verschil kan toeval zijn.")
    assert "De streeplijn is de norm 2028 van Waterdam: 2,5 per 1.000." in alternative(app)


def test_a_norm_can_be_for_one_group_of_children_and_stands_with_that_group_only(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="VG0001", indicator="jeugdzorg")
    app.radio(key="welke-VG0001-jeugdzorg").set_value(0).run()
    groups = app.selectbox(key="groep-VG0001-jeugdzorg")
    assert groups.options[0] == "alle kinderen van dit cijfer"
    groups.set_value("geslacht:meisjes").run()
    _set(app)
    with database.reading(app_database) as session:
        breakdown = session.scalars(
            select(Breakdown.code).join(Norm, Norm.breakdown_id == Breakdown.id).where(Norm.year == 2040)
        ).one()
    assert breakdown == "geslacht:meisjes"
    assert says(app, "**Jeugdzorg** · norm 2040: 9,5%, geslacht: meisjes · *voorgesteld*")
    assert not says(open_page("figure", gebied="VG0001", indicator="jeugdzorg"), "norm 2040")
    of_group = open_page("figure", gebied="VG0001", indicator="jeugdzorg", uitsplitsing=breakdown)
    assert says(of_group, "Voor de norm 2040: 9,5%.")


def test_others_than_who_sets_norms_see_no_concept(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _fill(app, waarde="9,5", jaar="2040", waarom="eerder helpen", door="gemeente", richtingreden="minder is beter")
    _press(app, "Als concept bewaren")
    assert says(open_page("norms", gebied="GM0034"), "*concept*")
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.CHAIR))
    assert not says(open_page("norms", gebied="GM0034"), "*concept*")


@pytest.mark.parametrize("area", ["GM0796", "GM0820", "VG0002", "WK003414", "PO2401", "NL00"])
def test_every_kind_of_area_has_the_screen(open_page: Open, person_id: int, area: str) -> None:
    assert person_id
    assert headings(open_page("norms", gebied=area, indicator="thuiszitters"))[0].startswith("Ambities en normen in ")


def _sign_for_waterdam(engine: Engine, person_id: int) -> None:
    """From now on the person signs for Gemeente Waterdam in the example region, and has no other role there."""
    with database.writing(engine) as session:
        waterdam = session.scalars(select(Party).where(Party.name == "Gemeente Waterdam (voorbeeld)")).one()
        here = (PersonRole.person_id == person_id, PersonRole.region_id == waterdam.region_id)
        session.execute(delete(PersonRole).where(*here, PersonRole.role == Role.ADMINISTRATOR))
        session.execute(update(PersonRole).where(*here).values(role=Role.SIGNATORY, party_id=waterdam.id))
        session.execute(update(Norm).where(Norm.state == "proposed").values(state="agreed"))  # of jeugdzorg


def _adopting(app: AppTest) -> list[str]:
    return [button.label for button in app.button if "aststellen" in button.label]


ADOPT = "Vaststellen namens Gemeente Waterdam \\(voorbeeld\\)"


def test_a_norm_says_which_parties_adopted_it_and_which_did_not_yet(open_page: Open) -> None:
    app = open_page("norms", gebied="VG0001")
    labels = [one.label for one in app.expander if one.label.startswith("Wie heeft vastgesteld")]
    assert labels == [f"Wie heeft vastgesteld ({count} van 6)" for count in (6, 2)]
    assert {row["Partij"].replace("\\", ""): row["Vastgesteld op"] for row in rows(app, 1)} == {
        "Gemeente Waterdam (voorbeeld)": "14 mei 2024",
        "Samenwerkingsverband Rivierenrijk po (voorbeeld)": "20 juni 2024",
    }
    assert says(
        app,
        "Nog niet vastgesteld door: Gemeente Boslo (voorbeeld), Gemeente Heuveloord (voorbeeld), "
        "Gemeente Rietmeer (voorbeeld), Samenwerkingsverband Rivierenrijk vo (voorbeeld).",
    )
    assert [button.label for button in app.button if "aststellen" in button.label] == []


def test_a_signatory_adopts_a_norm_for_the_own_party_and_takes_it_back(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    _sign_for_waterdam(app_database, person_id)
    app = open_page("norms", gebied="VG0001")
    assert _adopting(app) == [ADOPT]  # of jeugdzorg: the two others were adopted years ago
    _press(app, ADOPT)
    assert says(app, "Gemeente Waterdam \\(voorbeeld\\) heeft deze norm vastgesteld.")
    assert "Wie heeft vastgesteld (1 van 6)" in [one.label for one in app.expander]
    assert _adopting(app) == [f"{ADOPT} ongedaan maken"]
    _press(app, f"{ADOPT} ongedaan maken")
    assert says(app, "De vaststelling van vandaag door Gemeente Waterdam \\(voorbeeld\\) is weer weg.")
    assert "Wie heeft vastgesteld (0 van 6)" in [one.label for one in app.expander]


def test_a_norm_that_changed_meanwhile_is_not_adopted_unread(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    _sign_for_waterdam(app_database, person_id)
    app = open_page("norms", gebied="VG0001")
    with database.writing(app_database) as session:
        session.execute(update(Norm).where(Norm.direction == "band").values(version=9))
    _press(app, ADOPT)
    assert says(app, "Deze norm is ondertussen gewijzigd. Er is niets vastgesteld.")
    _press(app, ADOPT)
    assert says(app, "heeft deze norm vastgesteld.")


def test_who_lost_the_role_meanwhile_is_told_so(open_page: Open, person_id: int, app_database: Engine) -> None:
    _sign_for_waterdam(app_database, person_id)
    app = open_page("norms", gebied="VG0001")
    with database.writing(app_database) as session:
        session.execute(delete(PersonRole).where(PersonRole.person_id == person_id))
    next(button for button in app.button if button.label == ADOPT).click().run()
    assert [one.value for one in app.exception] == []
    with database.reading(app_database) as session:
        assert session.scalar(select(func.count()).select_from(NormAdoption)) == 9


def test_an_adoption_of_before_a_change_says_so(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="VG0001", indicator="thuiszitters")
    _fill(app, waarde="1", reden="het kan sneller")
    _press(app, "Wijziging opslaan")
    said = [row["Vastgesteld op"] for row in rows(app, 1)]
    assert said == [f"{day}, vóór de laatste wijziging van de norm" for day in ("14 mei 2024", "20 juni 2024")]


def test_a_norm_that_seems_to_name_somebody_is_saved_only_by_whoever_says_so(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", cijfer="jeugdzorg")
    _fill(
        app,
        waarde="9,5",
        jaar="2040",
        waarom="Omdat Jan de Vries het wil",
        door="gemeente",
        richtingreden="minder is beter",
    )
    _press(app, "Norm opslaan")  # what was clicked before the warning stood there saves nothing
    assert _norms(app_database, person_id) == []
    assert says(app, "Hier staat ‘Jan de Vries’. Dat lijkt een naam.")
    _fill(app, waarom="Omdat Fatima Yilmaz het wil")
    _press(app, "Toch opslaan")  # another text, another warning
    assert _norms(app_database, person_id) == []
    assert says(app, "Hier staat ‘Fatima Yilmaz’. Dat lijkt een naam.")
    _press(app, "Toch opslaan")
    assert [norm.reason for norm in _norms(app_database, person_id)] == ["Omdat Fatima Yilmaz het wil"]


def test_a_norm_with_a_phone_number_is_refused_with_what_was_seen_and_stays_typed(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("norms", gebied="GM0034", cijfer="jeugdzorg")
    _fill(app, waarde="9,5", jaar="2040", waarom="Bel 06-12345678", door="gemeente", richtingreden="minder is beter")
    _press(app, "Norm opslaan")
    assert says(app, "Deze tekst bevat een telefoonnummer.")
    assert _typed(app, "waarom") == "Bel 06-12345678"
    assert _norms(app_database, person_id) == []


def test_the_reason_to_withdraw_a_norm_is_looked_at_too(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("norms", gebied="GM0034", cijfer="jeugdzorg")
    _set(app)
    (reason,) = (field for field in app.text_input if str(field.key).startswith("reden-"))
    reason.set_value("Op verzoek van mevrouw Jansen").run()
    assert says(app, "Hier staat ‘mevrouw Jansen’. Dat lijkt een naam.")
    _press(app, "Toch intrekken")
    assert [norm.state for norm in _norms(app_database, person_id)] == ["withdrawn"]
