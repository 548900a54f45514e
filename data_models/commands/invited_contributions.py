"""The contributions that came in by an invitation: kept with their first version, and taken away again."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from data_models.commands.stories import REMOVABLE_FOR
from data_models.tables import Contribution, ContributionVersion
from data_models.tables.declaration import now


def keep(session: Session, *, contribution: Contribution, changed_by: int | None) -> None:
    """Keep a contribution as it stands now as a version."""
    session.add(
        ContributionVersion(
            contribution_id=contribution.id,
            version=contribution.version,
            recognition=contribution.recognition,
            valuation=contribution.valuation,
            visibility=contribution.visibility,
            text=contribution.text,
            state=contribution.state,
            changed_by=changed_by,
        )
    )


def take_away(session: Session, *, invitation_id: int, changed_by: int | None, at_once: bool = False) -> None:
    """Withdraw what stands because of this invitation, with every word of it, however long ago it was shown.

    Of what was shown for less than a day nothing stays in sight, as of other contributions; with `at_once` never.
    """
    stands = Contribution.invitation_id == invitation_id, Contribution.state == "shared"
    for one in session.scalars(select(Contribution).where(*stands).with_for_update()).all():
        of_it = ContributionVersion.contribution_id == one.id
        session.execute(update(ContributionVersion).where(of_it).values(text=""))
        one.state, one.text, one.updated_at = "withdrawn", "", now()
        one.removed = at_once or now() - one.created_at < REMOVABLE_FOR
        session.flush()
        keep(session, contribution=one, changed_by=changed_by)
    session.flush()
