"""An open data service: where it is, what is asked of it at most, and what people read when it fails."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import services as texts
from data_models.database import PROJECT

V3_ADDRESS = "https://opendata.cbs.nl/ODataFeed/odata"  # ODataFeed pages; ODataApi answers 500 above 10.000 records
V4_ADDRESS = "https://datasets.cbs.nl/odata/v1/CBS"

Version = Literal["v3", "v4"]
Progress = Callable[[int, int | None], None]  # rows so far, and how many there are when that is known


class ServiceError(RefusedError):
    """A service gave no figures; the sentence says why and what to do. `kind` is the reason, for programs."""

    def __init__(self, kind: str, what: str, *, value: str = "", advice: str = "") -> None:
        super().__init__([Problem(what, value=value, advice=advice)])
        self.kind = kind


class FetchCancelledError(Exception):
    """Somebody stopped the fetching; the pages that were there already are kept when there is a cache."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long is waited and how much is taken in."""

    connect: float = 10.0  # seconds
    read: float = 60.0  # seconds without a single byte
    whole: float = 300.0  # seconds for one page: a dripping server is never silent long enough for `read`
    tries: int = 5
    longest_wait: float = 60.0  # seconds between two tries, whatever Retry-After says
    page_bytes: int = 60_000_000  # a page of 100.000 observations takes about 17 MB
    rows: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Service:
    """A service that speaks OData v3 or v4 at an address.

    In the folder `kept` pages are kept until a table is complete; `sleep` waits between two tries.
    """

    version: Version
    address: str
    limits: Limits = field(default_factory=Limits)
    kept: Path | None = None
    sleep: Callable[[float], None] = time.sleep

    @property
    def host(self) -> str:
        """The name that sentences mention."""
        return urlsplit(self.address).hostname or self.address

    def error(self, kind: str, what: str, *, advice: str, **facts: object) -> ServiceError:
        """What people read; `facts` fill the sentence, of which the host is one."""
        named = {"host": self.host, **facts}
        return ServiceError(kind, what.format(**named), advice=advice.format(**named))


def service(version: Version, *, address: str = "") -> Service:
    """CBS's own service, unless the environment or `address` names another; raises `ServiceError` for nonsense."""
    if version == "v3":
        address = address or os.environ.get("CBS_ODATA_V3") or V3_ADDRESS
    else:
        address = address or os.environ.get("CBS_ODATA_V4") or V4_ADDRESS
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
        usable = usable and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ServiceError("address", texts.BAD_ADDRESS, value=address, advice=texts.BAD_ADDRESS_ADVICE)
    kept = Path(os.environ.get("FETCH_ROOM") or PROJECT / "var" / "fetched")
    return Service(version, address.rstrip("/"), kept=kept)


def service_at(address: str = "") -> Service:
    """CBS's service in v3, or the one at this address in the version that its path names: `…/odata/v1/CBS` is v4."""
    return service("v4" if "/v1" in address else "v3", address=address)


def never() -> bool:
    """Nobody stops the fetching."""
    return False


def unseen(done: int, total: int | None) -> None:
    """Nobody looks at the progress."""
