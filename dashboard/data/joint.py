"""What the parties say together about a picture, now and about the figure before: asked afresh, as the story is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.data.reader import Reader
from data_models import access, database
from data_models.access import Action, Actor
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject
from data_models.periods import parse
from data_models.queries import interpretations, members, stories
from data_models.queries.interpretations import JointFacts, LookingBackFacts

QUESTIONS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Together:
    """By question what stands now and what stood at the figure before; with what the reader may do and was typing."""

    picture: PictureSubject
    now: Mapping[int, JointFacts]
    before: Mapping[int, JointFacts]
    signs_for: Mapping[int, str] = field(default_factory=dict)  # the reader's parties: name by id
    drafts: Mapping[str, DraftFacts] = field(default_factory=dict)

    @property
    def quoted(self) -> frozenset[int]:
        """The contributions that stand in it as a quotation."""
        return frozenset(number for joint in self.now.values() for number in joint.quotes)

    @property
    def confirmed_before(self) -> str:
        """The period of an earlier confirmed interpretation, when nothing was said together of this one; else empty."""
        if any(joint.text for joint in self.now.values()):
            return ""
        return next((joint.period for joint in self.before.values() if joint.confirmed), "")


def together(reader: Reader, *, picture: PictureSubject) -> Together:
    """What this reader may see of it: one query when nothing was written yet, else as many however much was."""
    actor = reader.actor
    with database.reading(asker=actor) as session:
        found = interpretations.joints(session, asker=actor, picture=picture)
        own = sorted(found, key=lambda one: actor is not None and one.region_id == actor.region_id)
        now = {one.question: one for one in own if one.period == picture.period}
        earlier = [one for one in own if one.period != picture.period and one.text]
        before = {one.question: one for one in sorted(earlier, key=lambda one: _position(one.period))}
        if actor is None or not access.may(actor, Action.CONTRIBUTE):
            return Together(picture, now, before)
        signs = access.may(actor, Action.CONFIRM_JOINT)
        signs_for = members.signs_for(session, asker=actor) if signs else {}
        subjects = list(_subjects(actor, picture=picture, now=now, before=before, parties=signs_for))
        drafts = stories.own_drafts(session, actor=actor, subjects=subjects)
    return Together(picture, now, before, signs_for, drafts)


def joint_words(picture: PictureSubject, *, question: int) -> str:
    """The subject of the draft of a joint interpretation."""
    return f"{picture.signature}#duiding-{question}"


def dissent(joint: JointFacts, *, party_id: int) -> str:
    """The subject of the draft of what a party sees otherwise."""
    return f"zienswijze:{joint.id}:{party_id}"


def explanation(said: LookingBackFacts) -> str:
    """The subject of the draft that explains an answer about an earlier interpretation."""
    return f"terugblik:{said.id}"


def own_answer(joint: JointFacts, *, actor: Actor) -> LookingBackFacts | None:
    """What the actor said of it now that there is a new figure."""
    return next((one for one in joint.looking_backs if one.person_id == actor.person_id), None)


def may_be_quoted(contribution: ContributionFacts) -> bool:
    """Whether its words may stand in a text for all: not when only a circle reads them."""
    return contribution.state == "shared" and bool(contribution.text) and contribution.visibility != "circle"


def _subjects(
    actor: Actor,
    *,
    picture: PictureSubject,
    now: Mapping[int, JointFacts],
    before: Mapping[int, JointFacts],
    parties: Iterable[int],
) -> Iterable[str]:
    yield from (joint_words(picture, question=question) for question in QUESTIONS)
    yield from (dissent(joint, party_id=party_id) for joint in now.values() for party_id in parties)
    yield from (explanation(said) for joint in before.values() if (said := own_answer(joint, actor=actor)))


def _position(period: str) -> int:
    """Where a period stands in time; of a picture with more periods the first counts."""
    found = parse(period.partition(" + ")[0])
    return found.position if found else 0
