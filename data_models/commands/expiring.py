"""Taking away the words that are older than a region keeps them: a part of `retention`, which asks whether one may."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, delete, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands import audit
from data_models.commands.invited_contributions import keep
from data_models.queries import old_texts
from data_models.queries.old_texts import Past
from data_models.queries.retention import Moments, draft_subjects, is_behind_the_wall, old_drafts
from data_models.tables import (
    Agreement,
    AgreementVersion,
    Contribution,
    ContributionVersion,
    DissentingView,
    Draft,
    Escalation,
    Invitation,
    InvitedAnswer,
    JointInterpretation,
    JointVersion,
    LookingBack,
    Observation,
    PracticeStory,
    PracticeStoryVersion,
    Sending,
)
from data_models.tables.declaration import now


class Expiring:
    """One removal: whose region, by whom (None: the owner of the database), and before which moments."""

    def __init__(self, session: Session, *, actor: Actor | None, region_id: int, before: Moments) -> None:
        self._session, self._actor, self._region_id, self._before = session, actor, region_id, before

    def remove(self) -> None:
        """Take all of it away, each with its line in the logboek; that it was there stays, and who said it."""
        if self._before.told is not None:
            self._told(Past(self._region_id, self._before.told))
        if self._before.decided is not None:
            past = Past(self._region_id, self._before.decided)
            self._views(old_texts.views(past))
            self._interpretations(old_texts.interpretations(past))
            self._agreements(past)
            self._escalations(past)
        self._session.flush()

    def _told(self, past: Past) -> None:
        self._drafts(past)
        self._contributions(past)
        self._practice_stories(past)
        self._invitations(past)
        self._observations(past)
        self._looking_backs(past)
        self._never_confirmed(past)

    def _drafts(self, past: Past) -> None:
        """Nobody but their writers sees them: no line says whose they were."""
        subjects = draft_subjects(self._session, past=past)
        if is_behind_the_wall(self._session):
            self._session.execute(select(func.clear_old_drafts(past.before, cast(subjects, ARRAY(String)))))
        else:
            old = old_drafts(past, subjects=subjects)
            self._session.execute(delete(Draft).where(old))

    def _contributions(self, past: Past) -> None:
        for one in self._rows(Contribution, old_texts.contributions(past)):
            of_it = ContributionVersion.contribution_id == one.id
            self._session.execute(update(ContributionVersion).where(of_it).values(text=""))
            one.state, one.text, one.updated_at = "expired", "", now()
            self._record(one, action="expire_contribution", kind="contribution")
            keep(self._session, contribution=one, changed_by=self._actor.person_id if self._actor else None)

    def _practice_stories(self, past: Past) -> None:
        for one in self._rows(PracticeStory, old_texts.practice_stories(past)):
            of_it = PracticeStoryVersion.story_id == one.id
            self._session.execute(update(PracticeStoryVersion).where(of_it).values(title="", text=""))
            one.state, one.title, one.text, one.updated_at = "expired", "", "", now()
            self._record(one, action="expire_practice_story", kind="practice_story")

    def _invitations(self, past: Past) -> None:
        """What was sent, on whose behalf, for whom it was, and why it was not shown."""
        self._session.execute(delete(InvitedAnswer).where(old_texts.answers(past)))
        for one in self._rows(Invitation, old_texts.invitees(past)):
            one.for_whom = ""
        old = select(Sending).where(Sending.region_id == self._region_id, Sending.sent_at < past.before)
        for sending in self._session.scalars(old).all():
            if sending.on_behalf_of or sending.state in ("waiting", "refused"):
                gone = sending.state in ("waiting", "refused")
                sending.on_behalf_of, sending.reason = "", ""
                sending.state = "expired" if gone else sending.state
                self._record(sending, kind="invitation", number=sending.invitation_id)

    def _observations(self, past: Past) -> None:
        for one in self._rows(Observation, old_texts.observations(past)):
            one.text, one.removed_at = "", one.removed_at or now()
            self._record(one, kind="observation")

    def _looking_backs(self, past: Past) -> None:
        """Why goes; ja, deels or nee stays, as the choices beside contributions do."""
        for one in self._rows(LookingBack, old_texts.looking_backs(past)):
            one.text = ""
            self._record(one, kind="looking_back")

    def _never_confirmed(self, past: Past) -> None:
        """Concepts, earlier wordings, and views that were withdrawn: no party stands for them."""
        self._views(old_texts.withdrawn_views(past))
        for one in self._session.scalars(select(JointVersion).where(old_texts.wordings(past))).all():
            one.text = ""
        self._interpretations(old_texts.concepts(past))

    def _interpretations(self, old: ColumnElement[bool]) -> None:
        for one in self._rows(JointInterpretation, old):
            of_it = JointVersion.interpretation_id == one.id
            self._session.execute(update(JointVersion).where(of_it).values(text=""))
            one.text = ""
            self._record(one, kind="joint_interpretation")

    def _views(self, old: ColumnElement[bool]) -> None:
        for one in self._rows(DissentingView, old):
            one.state, one.text = "withdrawn", ""
            self._record(one, kind="joint_interpretation", number=one.interpretation_id)

    def _agreements(self, past: Past) -> None:
        for one in self._rows(Agreement, old_texts.agreements(past)):
            of_it = AgreementVersion.agreement_id == one.id
            self._session.execute(update(AgreementVersion).where(of_it).values(what="", note=""))
            one.what, one.note, one.removed_at = "", "", one.removed_at or now()
            self._record(one, kind="agreement")

    def _escalations(self, past: Past) -> None:
        for one in self._rows(Escalation, old_texts.escalations(past)):
            one.matter = one.reason = one.decided_by = one.reply = ""
            one.replied_on, one.removed_at = None, one.removed_at or now()
            self._record(one, kind="escalation")

    def _rows(self, table: Any, old: ColumnElement[bool]) -> list[Any]:  # noqa: ANN401  # rows of any of the tables
        return list(self._session.scalars(select(table).where(old).order_by(table.id).with_for_update()).all())

    def _record(self, row: Any, *, kind: str, action: str = "expire_text", number: int | None = None) -> None:  # noqa: ANN401
        before = row.version
        self._session.flush()
        audit.record(
            self._session,
            actor=self._actor,
            region_id=self._region_id,
            action=action,
            subject_kind=kind,
            subject_id=row.id if number is None else number,
            from_version=before,
            to_version=row.version,
            detail="",
        )
