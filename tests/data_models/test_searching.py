"""Finding texts by their words, in every form, on both databases; and only what the asker may read."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from data_models.access import Actor, Role
from data_models.commands import drafts, searchable, stories
from data_models.commands.searchable import SEARCHABLE
from data_models.database import reading, writing
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import searching
from data_models.stemming import asked, findable, is_match, phrase, words_of
from data_models.tables import Contribution, PracticeStory, SearchText, TalkTable, Theme
from data_models.tables.declaration import now
from tests.data_models.matrix_world import World
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region


def test_words_have_no_case_accents_or_signs() -> None:
    assert words_of("'s-Hertogenbosch: CAFÉ, 100% & <b>12-17</b> 😀_x") == [
        "s",
        "hertogenbosch",
        "cafe",
        "100",
        "b",
        "12",
        "17",
        "b",
        "x",
    ]


def test_what_is_kept_are_the_words_once_each_and_all_stems_in_their_order() -> None:
    kept = findable(["Scholen en scholen", "een school"])
    assert kept == " scholen en een school ||/|school|en|school|;|een|school|"
    assert findable(["De wachttijd"], title="Een school") == " een school de wachttijd |een|school|/|de|wachttijd|"
    assert findable(["😀 !", ""]) == ""
    assert phrase("'s-Gravenzande!") == "|s|gravenzand|"


@pytest.mark.parametrize(
    ("looked_for", "word", "found"),
    [
        ("scholen", "school", True),
        ("kinderen", "kind", True),
        ("hulp", "jeugdhulp", True),
        ("wachtlijst", "wachtlijsten", True),
        ("po", "politie", True),
        ("po", "spoor", False),
        ("gemeente", "algemeen", False),
    ],
)
def test_a_word_is_found_in_its_other_forms_and_inside_longer_words(looked_for: str, word: str, found: bool) -> None:
    assert is_match(word, asked=looked_for) is found


def test_a_single_letter_counts_only_by_itself() -> None:
    assert asked("'s-Hertogenbosch") == ["hertogenbosch"]
    assert asked("%s*") == ["s"]
    assert asked("%_*'\"") == []


@dataclass(frozen=True)
class House:
    """A database with a writer, somebody of another organisation, and another region."""

    engine: Engine
    writer: Actor
    school: Actor
    elsewhere: Actor


@pytest.fixture
def house(engine: Engine) -> House:
    with writing(engine) as session:
        add_figures_to_speak_of(session)
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        return House(
            engine=engine,
            writer=add_actor(session, "Anna", region_id=here),
            school=add_actor(session, "Saar", region_id=here, role=Role.PARTICIPANT, organisation="De Regenboog"),
            elsewhere=add_actor(session, "Cor", region_id=there),
        )


def _add(house: House, text: str, *, visibility: str = "region") -> int:
    """A contribution of the writer, as a screen shares it."""
    with writing(house.engine, actor=house.writer) as session:
        subject = f"nieuw-{visibility}"
        draft = drafts.save_draft(
            session, actor=house.writer, subject=subject, text=text, seen_version=0, base_version=0
        )
        return stories.share_contribution(
            session,
            actor=house.writer,
            picture=PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),)),
            question=2,
            subject=subject,
            draft_version=draft.version,
            visibility=visibility,
        )


def _found(house: House, words: str, *, asker: Actor | None) -> list[tuple[str, int]]:
    with reading(house.engine, asker=asker) as session:
        kinds = searching.find(session, asker=asker, words=words, fictional=False)
    return [(one.kind, text.id) for one in kinds for text in one.found]


def test_what_is_shared_is_found_in_its_region_and_not_in_another(house: House) -> None:
    number = _add(house, "Kinderen wachten lang op hulp uit 's-Hertogenbosch")
    for words in ("kind", "WACHTEN", "hulp lang", "'s-Hertogenbosch", "hertogen", '"hulp" (%*) 😀'):
        assert _found(house, words, asker=house.school) == [("contribution", number)], words
    assert _found(house, "hulp tevreden", asker=house.school) == []
    assert _found(house, "hulp", asker=house.elsewhere) == []
    assert _found(house, "hulp", asker=None) == []


def test_what_is_said_in_a_circle_is_found_by_that_circle_only(house: House) -> None:
    number = _add(house, "Wij zien meer aanmeldingen", visibility="circle")
    assert _found(house, "aanmelding", asker=house.writer) == [("contribution", number)]
    assert _found(house, "aanmelding", asker=house.school) == []


def test_a_story_in_a_circle_is_found_by_that_circle_only(house: House) -> None:
    with writing(house.engine, actor=house.writer) as session:
        told = PracticeStory(
            region_id=house.writer.region_id,
            kind="gem",
            theme_id=session.scalars(select(Theme.id)).first(),
            title="Vroeg erbij",
            text="Elke maandag op school",
            organisation=house.writer.organisation,
            perspective="gemeente",
            visibility="circle",
        )
        session.add(told)
        session.flush()
        number = told.id
    assert _found(house, "scholen", asker=house.writer) == [("practice", number)]
    assert _found(house, "scholen", asker=house.school) == []


# Of each table: how many days ago it was changed, its name, and its task; the best match of `lange wachtlijst` first.
TABLES = {
    "phrase in the name": (9, "Lange wachtlijsten", "Elke maand."),
    "phrase, newer": (7, "Tafel jeugd", "Wat doen we met een lange wachtlijst?"),
    "phrase, older": (8, "Tafel onderwijs", "De lange wachtlijsten bespreken."),
    "words in the name": (6, "Wachtlijst te lang", "Elk kwartaal."),
    "words in the task": (5, "Tafel zorg", "De wachtlijst is al jaren lang; wat nu?"),
    "words over both": (4, "Wachtlijst", "Dat duurt lang."),
    "words in longer ones": (3, "Tafel zes", "Verlangens, en jeugdhulpwachtlijsten."),
}


def test_the_best_match_comes_first_and_then_the_newest(house: House) -> None:
    with writing(house.engine, actor=house.writer) as session:
        for days, name, task in reversed(TABLES.values()):
            at = now() - timedelta(days=days)
            of_here = {"region_id": house.writer.region_id, "level": "local", "members": "", "rhythm": ""}
            session.add(TalkTable(name=name, task=task, updated_at=at, **of_here))
    by_name = {name: what for what, (_, name, _) in TABLES.items()}
    for words in ("lange wachtlijst", "Lang, WACHTLIJSTEN!", "'lange' wachtlijst"):
        with reading(house.engine, asker=house.school) as session:
            found = searching.find(session, asker=house.school, words=words, fictional=False)
        told = [(by_name[text.texts[0]], text.rank) for text in searching.best_first(found)]
        assert told == [
            ("phrase in the name", 1),
            ("phrase, newer", 2),
            ("phrase, older", 2),
            ("words in the name", 3),
            ("words over both", 4),
            ("words in the task", 4),
            ("words in longer ones", 5),
        ], words


def test_what_is_shown_of_many_are_the_best(house: House) -> None:
    for text in ("Hulp bij wachten", "Wachten op hulp", "Hulp na wachten"):
        _add(house, text)
    with reading(house.engine, asker=house.writer) as session:
        (kind,) = searching.find(session, asker=house.writer, words="op hulp", fictional=False, most=1)
        assert (kind.total, [text.texts for text in kind.found]) == (1, [("Wachten op hulp",)])
        (kind,) = searching.find(session, asker=house.writer, words="hulp wachten", fictional=False, most=2)
        assert (kind.total, [text.texts for text in kind.found]) == (3, [("Hulp na wachten",), ("Wachten op hulp",)])
        (kind,) = searching.find(session, asker=house.writer, words="bij wachten", fictional=False, most=1)
        assert (kind.total, [text.texts for text in kind.found]) == (1, [("Hulp bij wachten",)])


def test_words_follow_a_change_and_a_withdrawal(house: House) -> None:
    number = _add(house, "Wachtlijsten worden langer")
    with writing(house.engine, actor=house.writer) as session:
        session.get_one(Contribution, number).text = "Het gaat goed"
    assert _found(house, "wachtlijst", asker=house.writer) == []
    assert _found(house, "goed", asker=house.writer) == [("contribution", number)]
    with writing(house.engine, actor=house.writer) as session:
        stories.withdraw_contribution(session, actor=house.writer, contribution_id=number, seen_version=2)
    assert _found(house, "goed", asker=house.writer) == []
    with reading(house.engine) as session:
        assert session.scalars(select(SearchText.row_id).where(SearchText.kind == "contribution")).all() == []


def test_words_follow_a_statement_that_changes_many_rows(house: House) -> None:
    number = _add(house, "Wachtlijsten worden langer")
    with writing(house.engine, actor=house.writer) as session:
        session.execute(update(Contribution).values(text="Alles is anders"))
    assert _found(house, "wachtlijst", asker=house.writer) == []
    assert _found(house, "ander", asker=house.writer) == [("contribution", number)]


def test_no_character_that_somebody_types_breaks_a_search(house: House) -> None:
    for words in ("", "%", "_", "'", '"', "\\", "*", "😀", "--", "(", "\x00", "NOT AND OR", "e" * 5000):
        assert _found(house, words, asker=house.writer) == [], words


def test_every_text_has_its_words_and_making_them_anew_changes_nothing(world: World) -> None:
    def words(session: Session) -> list[tuple[object, ...]]:
        columns = (SearchText.kind, SearchText.row_id, SearchText.region_id, SearchText.words)
        return [tuple(row) for row in session.execute(select(*columns).order_by(*columns))]

    with writing(world.owner) as session:
        kept = words(session)
        for one in SEARCHABLE:
            texts = {row[0]: one.words(row[2:]) for row in session.execute(one.rows)}
            assert {row[1]: row[3] for row in kept if row[0] == one.kind} == {
                number: text for number, text in texts.items() if text
            }, one.kind
        searchable.make_anew(session)
        assert words(session) == kept
        session.rollback()
