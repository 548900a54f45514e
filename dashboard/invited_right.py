"""The right of who was invited to write one answer: a signed token that the page gives to its text field."""

from dataclasses import dataclass

from dashboard import signing
from data_models.tables.invitations import ON_BEHALF

_PURPOSE = "uitgenodigd"
_LAST = 4  # question


@dataclass(frozen=True, slots=True)
class InvitedRight:
    """Of which invitation, and about which question; it lasts as long as the invitation, which the database tells."""

    token_hash: str
    question: int


def sign(token_hash: str, *, question: int) -> str:
    """A token for this answer; the same one always, so that drawing a page again changes nothing in it."""
    return signing.sign([token_hash, question], purpose=_PURPOSE)


def read(token: str) -> InvitedRight:
    """What the token allows; `signing.BadTokenError` when it allows nothing."""
    token_hash, question = signing.read(token, purpose=_PURPOSE)
    if not ON_BEHALF <= question <= _LAST:
        raise signing.BadTokenError(_PURPOSE)
    return InvitedRight(str(token_hash), int(question))
