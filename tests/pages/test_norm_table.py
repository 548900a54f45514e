"""Veel normen tegelijk: rows from Excel saved one by one, on both databases; what is wrong stays in the field."""

from collections.abc import Iterator

import pytest
import streamlit as st
from psycopg import errors
from sqlalchemy import Engine, event, select, update
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Role
from data_models.tables import Area, Norm, NormVersion, PersonRole
from tests.pages.conftest import Open
from tests.pages.screen import says, tables

NAMES = "Cijfer\tGebied\tNorm\tJaar\tWaarom\tAfgesproken door\tRichting\tWaarom deze richting"
WORDS = "eerder helpen\tde gemeenten\tlager\tminder is hier beter"


@pytest.fixture
def app_database(seeded_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A seeded database of each kind that the screens read."""
    monkeypatch.setenv("DATABASE_URL", seeded_engine.url.render_as_string(hide_password=False))
    st.cache_resource.clear()
    yield database.engine()
    database.engine().dispose()
    st.cache_resource.clear()


def _open(open_page: Open) -> AppTest:
    return open_page("norms", gebied="GM0034", indicator="jeugdzorg", onderdeel="veel")


def _field(app: AppTest) -> str:
    (field,) = (one for one in app.text_area if one.label == "Rijen uit Excel")
    return str(field.value)


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click().run()
    assert [one.value for one in app.exception] == []


def _save(app: AppTest, text: str) -> None:
    (field,) = (one for one in app.text_area if one.label == "Rijen uit Excel")
    field.set_value(text).run()
    _press(app, "Rijen opslaan")


def _row(area: str, *, norm: str = "9,5", indicator: str = "Jeugdzorg", words: str = WORDS) -> str:
    return f"{indicator}\t{area}\t{norm}\t2040\t{words}"


def _gemeenten(engine: Engine, *, number: int) -> list[str]:
    real = select(Area.name).where(
        Area.kind == "municipality", Area.fictional.is_(False), Area.valid_until.is_(None), Area.code > "GM0100"
    )
    with database.reading(engine) as session:
        return list(session.scalars(real.order_by(Area.code).limit(number)))


def _real(engine: Engine) -> list[Norm]:
    with database.reading(engine) as session:
        invented = select(Area.id).where(Area.fictional)
        found = list(session.scalars(select(Norm).where(Norm.area_id.not_in(invented)).order_by(Norm.id)))
        session.expunge_all()
    return found


def _problems(app: AppTest) -> list[str]:
    for found in tables(app):
        if "Wat er mis is" in found[0]:
            return [one["Wat er mis is"] for one in found]
    return []


def test_of_thirty_rows_three_mistakes_are_explained_and_stay_and_the_other_27_are_saved_and_undone(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    names = _gemeenten(app_database, number=30)
    lines = [_row(name) for name in names]
    lines[4], lines[11], lines[29] = _row(names[4], norm="140"), _row("Nergenshuizen"), _row(names[29], norm="veel")
    app = _open(open_page)
    _save(app, "\n".join((NAMES, *lines)))
    assert says(app, "Opgeslagen: 27. Niets veranderd: 0. Nog niet opgeslagen: 3.")
    percentage, place, number = _problems(app)
    assert percentage == "Een percentage kan niet boven 100 liggen. Vul een getal van 0 tot en met 100 in."
    assert place.startswith("Het gebied ‘Nergenshuizen’ is niet bekend.")
    assert number == "Norm: Een van de waarden is geen getal. Schrijf een getal zoals 9,5."
    assert _field(app) == "\n".join((NAMES, lines[4], lines[11], lines[29]))
    stored = _real(app_database)
    assert [(one.value, one.year, one.state) for one in stored] == [(9.5, 2040, "proposed")] * 27

    _save(app, "\n".join((NAMES, _row(names[4], norm="14"), _row(names[11]), _row(names[29]))))
    assert says(app, "Alle 3 normen zijn opgeslagen.")
    assert _field(app) == ""
    assert len(_real(app_database)) == 30

    _press(app, "Alle 30 ongedaan maken")
    assert says(app, "30 normen zijn weer zoals ze waren.")
    assert {one.state for one in _real(app_database)} == {"withdrawn"}
    assert _field(app).splitlines()[:2] == [NAMES, lines[0]]
    assert len(_field(app).splitlines()) == 31


def test_norms_that_stand_are_put_in_the_field_adjusted_and_saved_again_one_by_one(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    app = _open(open_page)
    _save(app, "\n".join((NAMES, _row("Almere"), _row("'s-Hertogenbosch"))))
    _press(app, "Zet de 2 normen van nu in het veld")
    text = _field(app)
    header, first, second = text.splitlines()
    assert header.startswith(
        "Cijfer\tGebied\tGroep\tNorm\tOndergrens\tBovengrens\tJaar\tStartwaarde\tStartjaar\tWaarom"
    )
    _press(app, "Rijen opslaan")
    assert says(app, "Opgeslagen: 0. Niets veranderd: 2. Nog niet opgeslagen: 0.")
    assert "s-Hertogenbosch" in first + second
    _save(app, text.replace("\t9,5\t", "\t9\t"))
    assert all(one.startswith("Reden van wijziging: Schrijf op waarom") for one in _problems(app))
    shorter = "Gebied\tCijfer\tNorm\tReden van wijziging\nAlmere\tjeugdzorg\t9\thet kan sneller\n"
    _save(app, shorter + "'s-Hertogenbosch\tJeugdzorg\t8,5\thet kan sneller")
    assert sorted((one.value, one.version, one.reason) for one in _real(app_database)) == [
        (8.5, 2, "eerder helpen"),
        (9.0, 2, "eerder helpen"),
    ]
    (button,) = (
        one
        for one in app.button
        if one.label.replace("\\", "") == "Jeugdzorg, Almere ongedaan maken" and str(one.key).endswith("-2")
    )
    button.click().run()
    assert sorted(one.value or 0 for one in _real(app_database)) == [8.5, 9.5]
    assert "Almere\tjeugdzorg\t9\thet kan sneller" in _field(app)


def test_a_norm_that_a_colleague_changed_meanwhile_is_explained_and_saved_only_when_asked_again(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    mine, theirs = _open(open_page), _open(open_page)
    _save(theirs, "\n".join((NAMES, _row("Almere", norm="8"))))
    _save(mine, "\n".join((NAMES, _row("Almere", norm="7"), _row("Lelystad"))))
    (problem,) = _problems(mine)
    assert problem.startswith("Iemand anders heeft deze norm ondertussen gewijzigd. Er is niets overschreven.")
    assert "Nu staat er: norm 2040: 8,0% (voorgesteld)." in problem
    assert _field(mine) == "\n".join((NAMES, _row("Almere", norm="7")))
    assert [one.value for one in _real(app_database)] == [8.0, 9.5]
    _save(mine, "\n".join((f"{NAMES}\tReden van wijziging", f"{_row('Almere', norm='7')}\tsneller")))
    assert [one.value for one in _real(app_database)] == [7.0, 9.5]
    with database.reading(app_database) as session:
        kept = session.scalars(select(NormVersion.change_reason).where(NormVersion.version == 2)).all()
    assert "sneller" in kept


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            _row("Almere", words="bel 06-12345678\tde gemeenten\tlager\tminder is beter"),
            "Deze tekst bevat een telefoonnummer.",
        ),
        (_row("Almere", indicator="Jeugdzorgg"), "Het cijfer ‘Jeugdzorgg’ is niet bekend. Bedoelt u ‘Jeugdzorg’?"),
        (_row(""), "Vul in voor welk gebied de norm is."),
        (_row("Almere", words="eerder\tgemeenten\topzij\tdaarom"), "Schrijf bij de richting"),
        (_row("Almere", words="\tgemeenten\tlager\tdaarom"), "Schrijf op waarom deze norm er komt"),
        (_row("Almere") + "\tteveel", "Deze rij heeft meer cellen"),
        ("zomaar een zin", "Deze regel is geen rij uit Excel"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_in_a_sentence_and_the_row_stays(
    open_page: Open, person_id: int, app_database: Engine, line: str, sentence: str
) -> None:
    assert person_id
    app = _open(open_page)
    _save(app, f"{NAMES}\n{line}")
    assert sentence in " ".join(_problems(app))
    assert _field(app) == f"{NAMES}\n{line}"
    assert _real(app_database) == []


def test_a_row_that_stands_there_twice_is_saved_once_and_said(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    app = _open(open_page)
    _save(app, "\n".join((NAMES, _row("Almere"), _row("GM0034", norm="8"))))
    (problem,) = _problems(app)
    assert problem.startswith("Een eerdere rij gaat over dezelfde norm.")
    assert [one.value for one in _real(app_database)] == [9.5]


def test_an_empty_field_says_what_to_do_and_who_may_not_set_norms_is_not_asked(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = _open(open_page)
    _press(app, "Rijen opslaan")
    assert says(app, "Er staan geen rijen in het veld.")
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.AMBASSADOR))
    assert "Rijen uit Excel" not in [one.label for one in _open(open_page).text_area]


def test_a_role_that_ended_meanwhile_saves_nothing_and_the_rows_stay(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = _open(open_page)
    text = "\n".join((NAMES, _row("Almere"), _row("Lelystad")))
    (field,) = (one for one in app.text_area if one.label == "Rijen uit Excel")
    field.set_value(text).run()
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.AMBASSADOR))
    _press(app, "Rijen opslaan")
    assert _real(app_database) == []
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.POLICY_OFFICER))
    app.run()
    assert _field(app) == text


def test_a_disk_that_is_full_halfway_keeps_what_was_saved_and_leaves_the_rest_in_the_field(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    written: list[str] = []

    def refuse(_: object, statement: str, *__: object) -> None:
        if statement.startswith("INSERT INTO norms "):
            written.append(statement)
            if len(written) > 1:
                raise errors.DiskFull

    app = _open(open_page)
    lines = [_row("Almere"), _row("Lelystad"), _row("Zeewolde")]
    event.listen(app_database, "do_execute", refuse)
    _save(app, "\n".join((NAMES, *lines)))
    event.remove(app_database, "do_execute", refuse)
    assert says(app, "Opgeslagen: 1. Niets veranderd: 0. Nog niet opgeslagen: 2.")
    assert len(app.error) == 1
    assert _field(app) == "\n".join((NAMES, *lines[1:]))
    assert len(written) == 2
    _press(app, "Rijen opslaan")
    assert says(app, "Alle 2 normen zijn opgeslagen.")
    assert [one.value for one in _real(app_database)] == [9.5, 9.5, 9.5]


def test_a_band_is_saved_from_a_row_without_names_above_the_row(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    assert person_id
    app = _open(open_page)
    _save(
        app, "Jeugdzorg\tAlmere\talle kinderen\t\t9\t10,5\t2040\t12\t2024\tniet te weinig\tgemeenten\t\t\t\t\tbeide kan"
    )
    assert says(app, "1 norm is opgeslagen.")
    (norm,) = _real(app_database)
    assert (norm.direction, norm.lower, norm.upper, norm.start_value, norm.origin) == ("band", 9.0, 10.5, 12.0, "eigen")
