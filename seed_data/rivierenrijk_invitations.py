"""Invitations of the fictional Regio Rivierenrijk: one that waits for its reader, and one that was not taken over.

Of the second the token is known, so that everybody can see what its sender sees; nothing can be done with it any more.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from data_models.queries.invitations import hash_of
from data_models.tables import Invitation, InvitedAnswer, Person, Sending
from data_models.tables.invitations import ON_BEHALF
from seed_data.rows import EXAMPLE_REGION


def write(session: Session, *, region_id: int, people: Mapping[str, int]) -> None:
    """Write them for a region with these people, by their keys in its file."""
    content = json.loads((EXAMPLE_REGION / "invitations.json").read_text(encoding="utf-8"))
    officer = session.get_one(Person, people[content["by"]])
    moment = datetime.fromisoformat(f"{content['on']}T12:00").replace(tzinfo=UTC)
    for entry in content["invitations"]:
        invitation = Invitation(
            region_id=region_id,
            signature=content["figures"],
            perspective=entry["perspective"],
            for_whom=entry["for_whom"],
            organisation=officer.organisation,
            created_by=officer.id,
            token_hash=hash_of(entry["token"] or secrets.token_urlsafe()),
            created_at=moment,
            ends_at=moment + timedelta(days=content["days"]),
        )
        session.add(invitation)
        session.flush()
        told = {"invitation_id": invitation.id, "region_id": region_id}
        answers = [{"question": ON_BEHALF, "text": entry["on_behalf_of"]}, *entry["answers"]]
        session.add_all(InvitedAnswer(**told, **answer, version=1, updated_at=moment) for answer in answers)
        decided = entry["state"] != "waiting"
        session.add(
            Sending(
                **told,
                on_behalf_of=entry["on_behalf_of"],
                state=entry["state"],
                reason=entry["reason"],
                sent_at=moment,
                decided_by=officer.id if decided else None,
                decided_at=moment if decided else None,
            )
        )
        session.flush()
