"""Meaning together on both databases: written, quoted, confirmed, changed, seen otherwise, looked back at."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import confirming, drafts, interpretations, looking_back, stories
from data_models.commands.drafts import DraftConflictError
from data_models.commands.interpretations import JointConflictError, JointRefusedError
from data_models.commands.looking_back import LookingBackConflictError, LookingBackRefusedError
from data_models.facts import FigureSubject, PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries import interpretations as queries
from data_models.queries import pictures
from data_models.queries.interpretations import JointFacts
from data_models.queries.pictures import SpokenOf
from data_models.queries.stories import own_draft
from data_models.tables import AuditLine, Confirmation, Contribution, DissentingView, Party, PersonRole
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, topic_version

BEFORE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2023"),))
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
ANSWER = "Scholen verwijzen eerder."
JOINT = "Wij zien twee oorzaken. „Scholen verwijzen\neerder.” (De Regenboog)"


@dataclass(frozen=True, slots=True)
class Scene:
    """A region where Anna leads, Saar of a school answers, and Wim and Petra each sign for a party."""

    engine: Engine
    region_id: int
    chair: Actor
    school: Actor
    wim: Actor
    petra: Actor
    reader: Actor
    elsewhere: Actor
    almere: int
    po: int

    def written(
        self, text: str, *, seen: int = 0, picture: PictureSubject = PICTURE, actor: Actor | None = None
    ) -> int:
        """The version that the joint interpretation of question 2 gets when somebody stores this text."""
        actor = actor or self.chair
        subject = f"{picture.signature}#duiding-2"
        with database.writing(self.engine) as session:
            draft = drafts.save_draft(
                session, actor=actor, subject=subject, text=text, seen_version=0, base_version=seen
            )
            _, version = interpretations.save_joint(
                session,
                actor=actor,
                picture=picture,
                question=2,
                seen_version=seen,
                subject=subject,
                draft_version=draft.version,
            )
            return version

    def joint(self, *, picture: PictureSubject = PICTURE, asker: Actor | None = None) -> JointFacts:
        """The one joint interpretation of the picture's own period."""
        with database.reading(self.engine) as session:
            found = queries.joints(session, asker=asker or self.chair, picture=picture)
        (one,) = (joint for joint in found if joint.period == picture.period)
        return one

    def confirm(self, actor: Actor, *, party: int, seen: int, picture: PictureSubject = PICTURE) -> None:
        """Let somebody confirm what they saw for a party."""
        number = self.joint(picture=picture).id
        with database.writing(self.engine) as session:
            confirming.confirm_interpretation(
                session, actor=actor, interpretation_id=number, seen_version=seen, party_id=party
            )

    def dissent(self, actor: Actor, *, party: int, text: str, seen: int = 1) -> int:
        """Let somebody write down what a party sees otherwise."""
        number = self.joint().id
        with database.writing(self.engine) as session:
            draft = drafts.save_draft(session, actor=actor, subject="anders", text=text, seen_version=0, base_version=0)
            return confirming.add_dissenting_view(
                session,
                actor=actor,
                interpretation_id=number,
                seen_version=seen,
                party_id=party,
                subject="anders",
                draft_version=draft.version,
            )

    def look_back(self, actor: Actor, answer: str, *, seen: int = 0) -> int:
        """Let somebody say at the figure of 2024 whether the interpretation of 2023 was right."""
        number = self.joint(picture=BEFORE).id
        with database.writing(self.engine) as session:
            return looking_back.look_back(
                session,
                actor=actor,
                picture=PICTURE,
                interpretation_id=number,
                of_version=1,
                answer=answer,
                seen_version=seen,
            )


@pytest.fixture
def scene(engine: Engine) -> Scene:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        parties = [Party(region_id=here, name=name, kind="other") for name in ("Gemeente Almere", "Swv po", "Swv vo")]
        session.add_all(parties)
        session.flush()
        wim = add_actor(session, "Wim", region_id=here, role=Role.SIGNATORY)
        petra = add_actor(session, "Petra", region_id=here, role=Role.SIGNATORY, organisation="Swv po")
        for one, party in ((wim, parties[0]), (petra, parties[1])):
            session.execute(update(PersonRole).where(PersonRole.person_id == one.person_id).values(party_id=party.id))
        return Scene(
            engine=engine,
            region_id=here,
            chair=add_actor(session, "Anna", region_id=here, role=Role.CHAIR),
            school=add_actor(session, "Saar", region_id=here, role=Role.PARTICIPANT, organisation="De Regenboog"),
            wim=wim,
            petra=petra,
            reader=add_actor(session, "Dina", region_id=here, role=Role.AMBASSADOR),
            elsewhere=add_actor(session, "Cor", region_id=there, role=Role.CHAIR),
            almere=parties[0].id,
            po=parties[1].id,
        )


def _answered(scene: Scene, text: str = ANSWER, *, visibility: str = "region") -> int:
    with database.writing(scene.engine) as session:
        draft = drafts.save_draft(
            session, actor=scene.school, subject="antwoord", text=text, seen_version=0, base_version=0
        )
        return stories.share_contribution(
            session,
            actor=scene.school,
            picture=PICTURE,
            question=2,
            subject="antwoord",
            draft_version=draft.version,
            visibility=visibility,
        )


def _quoted(scene: Scene, *contributions: int) -> set[int]:
    with database.reading(scene.engine) as session:
        return queries.quoted(session, asker=scene.chair, contributions=contributions)


def test_what_is_written_together_is_read_with_its_parties_and_leaves_a_line_without_the_words(scene: Scene) -> None:
    before = topic_version(scene.engine, "stories", region_id=scene.region_id)
    assert scene.written(f"  {JOINT} ") == 1
    joint = scene.joint(asker=scene.reader)
    assert (joint.text, joint.version, joint.waiting) == (JOINT, 1, ("Gemeente Almere", "Swv po", "Swv vo"))
    assert [(one.version, one.organisation) for one in joint.versions] == [(1, "Gemeente Almere")]
    assert topic_version(scene.engine, "stories", region_id=scene.region_id) == before + 1
    with database.reading(scene.engine) as session:
        assert own_draft(session, actor=scene.chair, subject=f"{PICTURE.signature}#duiding-2") is None
        (line,) = session.scalars(select(AuditLine).where(AuditLine.action == "save_joint"))
        assert (line.to_version, line.detail) == (1, "")
        assert queries.joints(session, asker=scene.elsewhere, picture=PICTURE) == []
        assert queries.joints(session, asker=None, picture=PICTURE) == []


def test_who_only_takes_part_does_not_write_for_all_and_personal_data_or_nothing_is_refused(scene: Scene) -> None:
    with pytest.raises(NotAllowedError):
        scene.written(JOINT, actor=scene.school)
    with pytest.raises(PersonalDataError):
        scene.written("Bel 06-12345678")
    with pytest.raises(JointRefusedError, match="text_missing"):
        scene.written("  ")


def test_a_change_from_an_older_version_than_stands_is_refused_and_both_texts_stay(scene: Scene) -> None:
    scene.written("Eerst dit.")
    scene.written("Toen dat.", seen=1)
    with pytest.raises(JointConflictError) as refused:
        scene.written("Iets anders.", seen=1, actor=scene.wim)
    assert (refused.value.text, refused.value.version) == ("Toen dat.", 2)
    assert [one.text for one in scene.joint().versions] == ["Toen dat.", "Eerst dit."]


def test_a_quotation_is_known_by_its_words_and_never_from_within_a_circle(scene: Scene) -> None:
    answer, other = _answered(scene), _answered(scene, "Dit zeggen wij binnen de school.", visibility="circle")
    scene.written(f"{JOINT} „Dit zeggen wij binnen de school.”")
    assert _quoted(scene, answer, other) == {answer}
    scene.written("Wij zien twee oorzaken.", seen=1)
    assert _quoted(scene, answer, other) == set()


@pytest.mark.parametrize(
    ("joint", "quoted"),
    [
        ("Jammer genoeg ja. Jaren geleden was dit anders.", False),
        ("Ja, dat zien wij ook.", False),
        ("„Jaren geleden” was dit anders.", False),
        ("„Ja” (De Regenboog)", True),
        ("De school zegt “Ja”, en wij ook.", True),
    ],
)
def test_a_short_answer_is_quoted_only_between_quotation_marks(scene: Scene, joint: str, *, quoted: bool) -> None:
    answer = _answered(scene, "Ja")
    scene.written(joint)
    assert _quoted(scene, answer) == ({answer} if quoted else set())


def test_a_quoted_answer_that_is_withdrawn_is_told_beside_the_joint_words(scene: Scene) -> None:
    answer = _answered(scene)
    scene.written(JOINT)
    with database.writing(scene.engine) as session:
        stories.withdraw_contribution(session, actor=scene.school, contribution_id=answer, seen_version=1)
    assert (scene.joint().withdrawn_quotes, scene.joint().expired_quotes) == (("De Regenboog",), ())
    scene.written(f"{JOINT} En er zijn wachtlijsten.", seen=1)
    assert scene.joint().withdrawn_quotes == ("De Regenboog",)  # its words stand there still
    with database.writing(scene.engine) as session:
        session.execute(update(Contribution).where(Contribution.id == answer).values(state="expired", text=""))
    assert (scene.joint().withdrawn_quotes, scene.joint().expired_quotes) == ((), ("De Regenboog",))
    scene.written("Wij zien wachtlijsten.", seen=2)
    assert (scene.joint().withdrawn_quotes, scene.joint().expired_quotes) == ((), ())


def test_a_signatory_confirms_the_words_that_were_seen_and_only_for_the_own_party(scene: Scene) -> None:
    scene.written(JOINT)
    scene.confirm(scene.wim, party=scene.almere, seen=1)
    joint = scene.joint()
    assert [(one.party, one.name, one.version) for one in joint.confirmed] == [("Gemeente Almere", "Wim", 1)]
    assert joint.waiting == ("Swv po", "Swv vo")
    with pytest.raises(JointRefusedError, match="confirmed_already"):
        scene.confirm(scene.wim, party=scene.almere, seen=1)
    with pytest.raises(JointRefusedError, match="not_your_party"):
        scene.confirm(scene.wim, party=scene.po, seen=1)
    with pytest.raises(NotAllowedError):
        scene.confirm(scene.chair, party=scene.almere, seen=1)


def test_a_change_asks_for_confirmation_again_and_who_confirmed_which_words_stays_known(scene: Scene) -> None:
    scene.written(JOINT)
    scene.confirm(scene.wim, party=scene.almere, seen=1)
    assert scene.written(JOINT, seen=1) == 1  # the same words: nothing is asked anew
    scene.written(f"{JOINT} En er zijn wachtlijsten.", seen=1)
    changed = scene.joint()
    assert changed.confirmed == ()
    assert [(one.party, one.version, one.holds) for one in changed.confirmations] == [("Gemeente Almere", 1, False)]
    with pytest.raises(JointConflictError):
        scene.confirm(scene.petra, party=scene.po, seen=1)
    scene.confirm(scene.petra, party=scene.po, seen=2)
    scene.confirm(scene.wim, party=scene.almere, seen=2)
    both = scene.joint()
    assert [one.party for one in both.confirmed] == ["Gemeente Almere", "Swv po"]
    assert [(one.party, one.version) for one in both.earlier_confirmations] == [("Gemeente Almere", 1)]


def test_putting_the_earlier_words_back_brings_their_confirmation_back(scene: Scene) -> None:
    scene.written(JOINT)
    scene.confirm(scene.wim, party=scene.almere, seen=1)
    scene.written("Iets heel anders.", seen=1)
    with database.writing(scene.engine) as session:
        number = scene.joint().id
        assert interpretations.put_back_joint(session, actor=scene.chair, interpretation_id=number, seen_version=2) == 3
    joint = scene.joint()
    assert (joint.text, [one.party for one in joint.confirmed]) == (JOINT, ["Gemeente Almere"])


def test_the_first_words_put_back_leave_nothing_that_could_be_confirmed(scene: Scene) -> None:
    scene.written(JOINT)
    with database.writing(scene.engine) as session:
        number = scene.joint().id
        interpretations.put_back_joint(session, actor=scene.chair, interpretation_id=number, seen_version=1)
    assert scene.joint().text == ""
    with pytest.raises(JointRefusedError, match="nothing_stands"):
        scene.confirm(scene.wim, party=scene.almere, seen=2)


def test_a_confirmation_of_today_can_be_taken_back_and_one_of_an_earlier_day_cannot(scene: Scene) -> None:
    scene.written(JOINT)
    number = scene.joint().id

    def undo() -> None:
        with database.writing(scene.engine) as session:
            confirming.undo_confirmation(
                session, actor=scene.wim, interpretation_id=number, seen_version=1, party_id=scene.almere
            )

    with pytest.raises(JointRefusedError, match="not_confirmed"):
        undo()
    scene.confirm(scene.wim, party=scene.almere, seen=1)
    undo()
    assert scene.joint().confirmed == ()
    scene.confirm(scene.wim, party=scene.almere, seen=1)
    with database.writing(scene.engine) as session:
        session.execute(update(Confirmation).values(confirmed_at=now() - timedelta(days=2)))
    with pytest.raises(JointRefusedError, match="confirmed_before_today"):
        undo()


def test_a_dissenting_view_stands_beside_the_words_until_the_party_withdraws_it(scene: Scene) -> None:
    scene.written(JOINT)
    view = scene.dissent(scene.petra, party=scene.po, text="Het aanbod maakt vraag.")
    told = [(one.party, one.text, one.of_version, one.state) for one in scene.joint(asker=scene.reader).views]
    assert told == [("Swv po", "Het aanbod maakt vraag.", 1, "standing")]
    with pytest.raises(JointRefusedError, match="dissents_already"):
        scene.dissent(scene.petra, party=scene.po, text="Nog iets.")
    with pytest.raises(JointRefusedError, match="not_your_party"):
        scene.dissent(scene.wim, party=scene.po, text="Namens een ander.")
    with pytest.raises(PersonalDataError):
        scene.dissent(scene.wim, party=scene.almere, text="Mail naar iemand@voorbeeld.nl")
    with database.writing(scene.engine) as session:
        confirming.withdraw_dissenting_view(session, actor=scene.petra, view_id=view, seen_version=1)
    assert [(one.text, one.state) for one in scene.joint().views] == [("", "withdrawn")]
    with database.reading(scene.engine) as session:
        assert session.scalars(select(DissentingView.text)).one() == ""  # within a day the words go too


def test_an_earlier_interpretation_is_looked_back_at_by_each_for_themselves(scene: Scene) -> None:
    scene.written(JOINT, picture=BEFORE)
    number = scene.look_back(scene.school, "deels")
    scene.look_back(scene.chair, "ja")
    with pytest.raises(LookingBackConflictError):
        scene.look_back(scene.school, "nee")  # in another window, where nothing was said yet
    assert scene.look_back(scene.school, "nee", seen=1) == number
    with database.writing(scene.engine) as session:
        draft = drafts.save_draft(
            session, actor=scene.school, subject="waarom", text="Het kwam door corona.", seen_version=0, base_version=2
        )
        looking_back.explain_looking_back(
            session,
            actor=scene.school,
            looking_back_id=number,
            seen_version=2,
            subject="waarom",
            draft_version=draft.version,
        )
    with database.reading(scene.engine) as session:
        (before,) = queries.joints(session, asker=scene.reader, picture=PICTURE)
    assert [(one.organisation, one.answer, one.text) for one in before.looking_backs] == [
        ("De Regenboog", "nee", "Het kwam door corona."),
        ("Gemeente Almere", "ja", ""),
    ]
    with database.writing(scene.engine) as session, pytest.raises(NotAllowedError):
        looking_back.take_back_looking_back(session, actor=scene.chair, looking_back_id=number, seen_version=3)
    with database.writing(scene.engine) as session:
        looking_back.take_back_looking_back(session, actor=scene.school, looking_back_id=number, seen_version=3)


def test_what_is_not_an_earlier_interpretation_of_the_same_figure_is_not_looked_back_at(scene: Scene) -> None:
    scene.written(JOINT)
    with pytest.raises(LookingBackRefusedError, match="not_earlier"), database.writing(scene.engine) as session:
        looking_back.look_back(
            session,
            actor=scene.chair,
            picture=PICTURE,
            interpretation_id=scene.joint().id,
            of_version=1,
            answer="ja",
            seen_version=0,
        )
    scene.written(JOINT, picture=BEFORE)
    with pytest.raises(LookingBackRefusedError, match="answer_unknown"):
        scene.look_back(scene.chair, "misschien")
    with pytest.raises(NotAllowedError):
        scene.look_back(replace(scene.elsewhere), "ja")


def test_a_figure_after_a_confirmed_interpretation_is_known_as_not_discussed_again_until_somebody_answers(
    scene: Scene,
) -> None:
    def spoken() -> dict[str, SpokenOf]:
        with database.reading(scene.engine) as session:
            return pictures.spoken_of(session, asker=scene.chair, area="GM0034")

    scene.written(JOINT, picture=BEFORE)
    assert spoken() == {}
    scene.confirm(scene.wim, party=scene.almere, seen=1, picture=BEFORE)
    assert spoken() == {"jeugdzorg": SpokenOf(20230, "2023", 20230)}
    _answered(scene, "Binnen onze school zien wij dit ook.", visibility="circle")
    assert spoken() == {"jeugdzorg": SpokenOf(20230, "2023", 20230)}
    _answered(scene)
    assert spoken() == {"jeugdzorg": SpokenOf(20230, "2023", 20240)}


def test_the_words_of_a_draft_that_moved_on_elsewhere_are_not_stored(scene: Scene) -> None:
    subject = f"{PICTURE.signature}#duiding-2"
    with database.writing(scene.engine) as session:
        drafts.save_draft(session, actor=scene.chair, subject=subject, text="half", seen_version=0, base_version=0)
        drafts.save_draft(session, actor=scene.chair, subject=subject, text="heel", seen_version=1, base_version=0)
        with pytest.raises(DraftConflictError):
            interpretations.save_joint(
                session,
                actor=scene.chair,
                picture=PICTURE,
                question=2,
                seen_version=0,
                subject=subject,
                draft_version=1,
            )
