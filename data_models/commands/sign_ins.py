"""What happens when people sign in and out: who they are is renewed, and each time is a row that can be ended."""

from dataclasses import dataclass
from datetime import timedelta

from data_models.access import Role

VALID_FOR = timedelta(hours=12)  # a working day; the cookie of Streamlit alone would last 30 days
FRESH = timedelta(minutes=10)  # how long ago the provider may have said it, for a cookie that was never seen
KEPT_FOR = timedelta(days=30)  # as long as a cookie lasts that would otherwise look new
_CLAIMS, _HAND = "claims", "hand"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in a region, for a party when that is named; `region_name` is how a region is called that is made."""

    region: str
    role: Role
    party: str = ""
    region_name: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who somebody is and what they may, as their identity provider says at this sign-in."""

    subject: str
    name: str
    organisation: str
    perspective: str
    grants: tuple[Grant, ...] = ()


class StaleClaimsError(Exception):
    """What the provider said was said too long ago, or says it is of later than now: a copied or old cookie."""
