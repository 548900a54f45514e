"""What an identity provider says of somebody, read with the mapping in secrets.toml; nothing is guessed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from data_models.access import Role
from data_models.commands.sign_ins import Claimed, Grant
from data_models.tables.stories import PERSPECTIVES

NO_PERSPECTIVE = "overig"
LONGEST = 120  # characters of a name or an organisation; what a provider says beyond it is left off
HIDDEN = frozenset({"tokens", "nonce", "at_hash", "c_hash", "sid", "aio", "uti", "rh", "is_logged_in", "origin"})


@dataclass(frozen=True, slots=True)
class Paths:
    """In which claim each thing stands; a dot goes into a claim that holds others: `realm_access.roles`."""

    name: str = "name"
    organisation: str = "organisation"
    perspective: str = "perspective"
    roles: str = "roles"


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Who has this value in the claim of roles has this role there; `provider`: only when that one says so."""

    claim: str
    region: str
    role: Role
    party: str = ""
    provider: str = ""


def values(claims: Mapping[str, object], *, path: str) -> list[str]:
    """What stands at a path, as a list: a claim may be one text or several. A name with dots of its own goes first."""
    found: object = claims.get(path)
    if found is None:
        found = claims
        for name in path.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [one for one in found if isinstance(one, str)] if isinstance(found, list | tuple) else []


def subject(claims: Mapping[str, object]) -> str:
    """Who this is, at every sign-in the same: the provider and its own number for the person; empty when unsaid."""
    issuer, number = claims.get("iss"), claims.get("sub")
    return f"{issuer}|{number}" if issuer and number else ""


def key(claims: Mapping[str, object]) -> str:
    """What tells this sign-in from any other; a hash, so that the database holds nothing that a provider would take."""
    unique = [str(claims.get(name, "")) for name in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256(json.dumps(unique).encode()).hexdigest()


def claimed(
    claims: Mapping[str, object], *, paths: Paths, lines: tuple[RoleLine, ...], regions: Mapping[str, str]
) -> Claimed:
    """The person as the claims describe them: name, organisation, perspective and the roles that the mapping gives."""
    said = set(values(claims, path=paths.roles))
    applying = [
        line for line in lines if line.claim in said and line.provider in ("", claims.get("provider", "default"))
    ]
    perspective = _first(claims, path=paths.perspective)
    name = _first(claims, path=paths.name) or _first(claims, path="name") or _first(claims, path="preferred_username")
    organisation = _first(claims, path=paths.organisation) or next((one.party for one in applying if one.party), "")
    return Claimed(
        subject=subject(claims),
        name=name or _first(claims, path="email") or str(claims.get("sub", "")),
        organisation=organisation,
        perspective=perspective if perspective in PERSPECTIVES else NO_PERSPECTIVE,
        grants=tuple(
            dict.fromkeys(
                Grant(region=one.region, region_name=regions.get(one.region, ""), role=one.role, party=one.party)
                for one in applying
            )
        ),
    )


def shown(claims: Mapping[str, object]) -> dict[str, str]:
    """The claims that a person may read back: no tokens, and nothing that only machines need."""
    return {name: _spelled(value) for name, value in sorted(claims.items()) if name not in HIDDEN}


def _spelled(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_spelled, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_spelled(one)}" for name, one in value.items())
    return "" if value is None else str(value)


def _first(claims: Mapping[str, object], *, path: str) -> str:
    """The first value at a path on one line, no longer than is stored, without what no database takes."""
    found = next(iter(values(claims, path=path)), "").replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(found.split())[:LONGEST]
