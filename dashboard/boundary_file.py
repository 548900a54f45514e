"""Where the outlines of a year are fetched: an address that is another one as soon as anything about them changed."""

from collections.abc import Sequence
from hashlib import blake2s
from urllib.parse import urlencode

ADDRESS = "/grenzen"  # of dashboard/boundary_route.py
MUNICIPALITIES, DISTRICTS = "gemeenten", "wijken"  # kinds, as the address spells them
WITHIN = "gemeente"  # parameter: the gemeente of which the wijken are asked
VERSION = "versie"  # parameter: nothing but that the address is another one
PREFIXES = {MUNICIPALITIES: "GM", DISTRICTS: "WK"}  # of the codes of each kind


def version(epoch: str, *, areas: int) -> str:
    """What changes with the database and with the topic of areas; says nothing about either."""
    return blake2s(f"{epoch} {areas}".encode(), digest_size=8).hexdigest()


def kind_and_within(codes: Sequence[str]) -> tuple[str, str]:
    """The kind of the file for these areas, and the gemeente that it is of when that kind is wijken."""
    districts = [code for code in codes if code.startswith(PREFIXES[DISTRICTS])]
    return (DISTRICTS, PREFIXES[MUNICIPALITIES] + districts[0][2:6]) if districts else (MUNICIPALITIES, "")


def address(codes: Sequence[str], *, year: int, version: str) -> str:
    """The file with the outlines of these areas, and of those around them; wijken are those of one gemeente."""
    kind, within = kind_and_within(codes)
    asked = {**({WITHIN: within} if within else {}), VERSION: version}
    return f"{ADDRESS}/{year}/{kind}.json?{urlencode(asked)}"


def is_in(code: str, *, kind: str, within: str) -> bool:
    """Whether an area is in the file of a kind, and of a gemeente when that is asked."""
    return code.startswith(PREFIXES[kind]) and (not within or code[2:6] == within[2:6])
