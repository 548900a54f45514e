"""Storing what is said together: a draft becomes everybody's words, or it is said why not and every word stays."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.joint_quoting import quotation_name
from dashboard.components.news import draw_again
from dashboard.components.story_sharing import Writing, names_somebody
from dashboard.components.writing import Shared
from dashboard.data import joint as data
from dashboard.formatting import plain
from dashboard.texts import joint as words
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor
from data_models.commands import confirming, interpretations, looking_back
from data_models.commands.drafts import DraftConflictError
from data_models.commands.interpretations import JointConflictError, JointRefusedError
from data_models.commands.looking_back import LookingBackConflictError, LookingBackRefusedError
from data_models.facts import PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries.interpretations import DissentFacts, JointFacts, LookingBackFacts

Command = Callable[[Session], int | None]


class Confirming(Protocol):
    """What a signatory does about a joint interpretation for a party."""

    __name__: str

    def __call__(self, joint: JointFacts, *, actor: Actor, party_id: int, party: str) -> None:
        """Do it, or say why not."""


def place_of(question: int) -> str:
    """Where on the screen is said what was done with the words of this question."""
    return f"duiding-{question}"


def place_of_last_time(question: int) -> str:
    """Where on the screen is said what was done with what is said of the figure before."""
    return f"vorige-keer-{question}"


def store_words(
    writing: Writing, shared: Shared, *, picture: PictureSubject, joint: JointFacts | None, seen: int
) -> None:
    """Make the draft what the parties say together, from the version that was seen (0: none)."""
    made: list[tuple[int, int]] = []

    def command(session: Session) -> None:
        stored_as = interpretations.save_joint(
            session,
            actor=writing.actor,
            picture=picture,
            question=writing.question,
            seen_version=seen,
            subject=writing.subject,
            draft_version=shared.version,
        )
        made.append(stored_as)

    def stored() -> None:
        this_session.taken(quotation_name(writing.subject))
        number, version = made[0]
        undo = partial(_put_back, number, actor=writing.actor, version=version, question=writing.question)
        is_new = version != seen
        anew = is_new and joint is not None and bool(joint.confirmed)
        good = words.SAVED_ANEW if anew else words.SAVED if is_new else words.SAVED_THE_SAME
        this_session.tell(good=good, place=place_of(writing.question), undo=undo if is_new else None)

    _share(command, writing=writing, shared=shared, place=place_of(writing.question), stored=stored)


def store_dissent(writing: Writing, shared: Shared, *, joint: JointFacts, party_id: int) -> None:
    """Make the draft what a party sees otherwise."""
    command = partial(
        confirming.add_dissenting_view,
        actor=writing.actor,
        interpretation_id=joint.id,
        seen_version=joint.version,
        party_id=party_id,
        subject=writing.subject,
        draft_version=shared.version,
    )
    place = place_of(writing.question)
    _share(
        command,
        writing=writing,
        shared=shared,
        place=place,
        stored=lambda: this_session.tell(good=words.DISSENTED, place=place),
    )


def store_explanation(writing: Writing, shared: Shared, *, said: LookingBackFacts) -> None:
    """Put the draft beside one's own answer about an earlier interpretation."""
    command = partial(
        looking_back.explain_looking_back,
        actor=writing.actor,
        looking_back_id=said.id,
        seen_version=said.version,
        subject=writing.subject,
        draft_version=shared.version,
    )
    place = place_of_last_time(writing.question)
    _share(
        command,
        writing=writing,
        shared=shared,
        place=place,
        stored=lambda: this_session.tell(good=words.EXPLAINED_NOW, place=place),
    )


def confirm(joint: JointFacts, *, actor: Actor, party_id: int, party: str) -> None:
    """Confirm the words that are on the screen for a party."""
    command = partial(
        confirming.confirm_interpretation,
        actor=actor,
        interpretation_id=joint.id,
        seen_version=joint.version,
        party_id=party_id,
    )
    good = words.CONFIRMED.format(party=plain(party))
    _do(command, actor=actor, place=place_of(joint.question), good=good)


def undo_confirmation(joint: JointFacts, *, actor: Actor, party_id: int, party: str) -> None:
    """Take back a confirmation of today."""
    command = partial(
        confirming.undo_confirmation,
        actor=actor,
        interpretation_id=joint.id,
        seen_version=joint.version,
        party_id=party_id,
    )
    good = words.CONFIRMING_UNDONE.format(party=plain(party))
    _do(command, actor=actor, place=place_of(joint.question), good=good)


def withdraw_dissent(view: DissentFacts, *, actor: Actor, question: int) -> None:
    """Withdraw what a party saw otherwise."""
    command = partial(confirming.withdraw_dissenting_view, actor=actor, view_id=view.id, seen_version=view.version)
    _do(command, actor=actor, place=place_of(question), good=words.WITHDRAWN)


def say_if_right(actor: Actor, *, picture: PictureSubject, joint: JointFacts, answer: str) -> None:
    """Keep whether an earlier interpretation was right, in place of what one said before."""
    own = data.own_answer(joint, actor=actor)
    command = partial(
        looking_back.look_back,
        actor=actor,
        picture=picture,
        interpretation_id=joint.id,
        of_version=joint.version,
        answer=answer,
        seen_version=own.version if own else 0,
    )
    _do(command, actor=actor, place=place_of_last_time(joint.question), good=words.LOOKED_BACK)


def take_answer_back(said: LookingBackFacts, *, actor: Actor, question: int) -> None:
    """Take one's own answer away."""
    command = partial(
        looking_back.take_back_looking_back, actor=actor, looking_back_id=said.id, seen_version=said.version
    )
    _do(command, actor=actor, place=place_of_last_time(question), good=words.TAKEN_BACK)


def _put_back(number: int, *, actor: Actor, version: int, question: int) -> None:
    command = partial(interpretations.put_back_joint, actor=actor, interpretation_id=number, seen_version=version)
    _do(command, actor=actor, place=place_of(question), good=words.PUT_BACK)


def _share(command: Command, *, writing: Writing, shared: Shared, place: str, stored: Callable[[], None]) -> None:
    """Store what stands in a draft, unless it seems to name somebody of which its writer was not told yet."""
    if names_somebody(writing, anyway=shared.anyway):
        this_session.refuse(writing.subject)
        draw_again()
    if _done(command, actor=writing.actor, place=place, subject=writing.subject):
        this_session.close(writing.subject)
        this_session.next_generation(writing.subject)
        stored()
    else:
        this_session.refuse(writing.subject)
    draw_again()


def _do(command: Command, *, actor: Actor, place: str, good: str) -> None:
    if _done(command, actor=actor, place=place):
        this_session.tell(good=good, place=place)


def _done(command: Command, *, actor: Actor, place: str, subject: str = "") -> bool:
    """Whether it was written; else it is said at this place why not."""
    problem, written = "", False
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                command(session)
            written = True
        except PersonalDataError as refused:
            problem = personal_words.FOUND.format(found=personal_words.found(refused.kinds))
        except JointConflictError as conflict:
            if subject:
                this_session.open_version(subject, version=conflict.version)
            problem = words.CONFLICT if subject else words.CHANGED_MEANWHILE
        except LookingBackConflictError:
            problem = words.ANSWERED_ELSEWHERE
        except DraftConflictError:
            problem = words.DRAFT_MOVED_ON
        except (JointRefusedError, LookingBackRefusedError) as refused:
            problem = words.FAULTS[refused.fault]
    if problem:
        this_session.tell(problems=[problem], place=place)
    return written
