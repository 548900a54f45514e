"""Whether people sign in here and how: the settings of secrets.toml, looked at once when the server starts."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from dashboard.claims import Paths, RoleLine
from dashboard.data import secrets_file
from dashboard.texts import sign_in as words
from data_models.access import Role

SHORTEST_SECRET = 32  # characters; less can be guessed
FEWEST_DIFFERENT = 12  # characters in a secret that was drawn at random
CALLBACK = "/oauth2callback"
DEFAULT = "default"
_SHARED = ("redirect_uri", "cookie_secret", "expose_tokens")
_OF_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_PLACEHOLDERS = (
    "changeme",
    "change-me",
    "change_me",
    "verander",
    "placeholder",
    "voorbeeld",
    "cookie_secret",
    "vul-in",
)
_PATHS = ("name", "organisation", "perspective", "roles")
_LINE = ("claim", "region", "role", "party", "provider")


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider by the name that secrets.toml gives it, and the host that it is known by."""

    name: str
    host: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How people sign in: with whom, where they come back, and what the claims mean."""

    redirect_uri: str
    providers: tuple[Provider, ...]
    paths: Paths
    lines: tuple[RoleLine, ...]
    regions: dict[str, str]


def is_configured() -> bool:
    """Whether people sign in here; without it this is local mode."""
    return "auth" in _file().content


def refusal() -> str:
    """Why the server may not start with these settings, as a Dutch sentence; empty when it may."""
    file = _file()
    if file.unreadable:
        return words.UNREADABLE.format(file=file.unreadable)
    if not is_configured():
        return ""
    auth = _table(file.content["auth"])
    return _secret_fault(auth) or _address_fault(auth) or _provider_fault(auth) or _mapping_fault(file.content)


def allowed_hosts() -> tuple[str, ...]:
    """The host names by which people open the application when they sign in: that of redirect_uri; else none."""
    host = urlsplit(str(_table(_file().content.get("auth")).get("redirect_uri", ""))).hostname
    return (host,) if host else ()


def is_secure() -> bool:
    """Whether people come by https, so that cookies may travel by nothing else."""
    return str(_table(_file().content.get("auth")).get("redirect_uri", "")).startswith("https://")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings, which `refusal` found nothing wrong with."""
    content = _file().content
    auth = _table(content["auth"])
    return Settings(
        redirect_uri=auth["redirect_uri"],
        providers=tuple(Provider(name, _host(one["server_metadata_url"])) for name, one in _providers(auth).items()),
        paths=Paths(**_table(content.get("claims"))),
        lines=tuple(RoleLine(**{**one, "role": Role(one["role"])}) for one in content.get("roles", ())),
        regions=dict(_table(content.get("regions"))),
    )


def read_again() -> None:
    """Forget what was read; only tests change these settings while a process runs."""
    _file.cache_clear()
    settings.cache_clear()


@lru_cache(maxsize=1)
def _file() -> secrets_file.SecretsFile:
    """Read once: a file that disappears while the server runs must not make it believe that nobody need sign in."""
    return secrets_file.read()


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _host(address: object) -> str:
    return urlsplit(str(address)).hostname or ""


def _providers(auth: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The providers by name: those of [auth.name], and the one of [auth] itself when it is filled in there."""
    own = {key: auth[key] for key in _OF_PROVIDER if key in auth}
    named = {name: one for name, one in auth.items() if isinstance(one, dict) and name != "client_kwargs"}
    return {DEFAULT: own, **named} if own or not named else named


def _is_placeholder(secret: object) -> bool:
    text = str(secret or "").lower()
    return len(set(text)) < FEWEST_DIFFERENT or any(word in text for word in _PLACEHOLDERS)


def _secret_fault(auth: dict[str, Any]) -> str:
    secret = auth.get("cookie_secret")
    if not secret:
        return words.NO_COOKIE_SECRET
    if not isinstance(secret, str) or len(secret) < SHORTEST_SECRET:
        return words.SHORT_COOKIE_SECRET.format(least=SHORTEST_SECRET)
    return words.PLACEHOLDER_COOKIE_SECRET if _is_placeholder(secret) else ""


def _address_fault(auth: dict[str, Any]) -> str:
    address = str(auth.get("redirect_uri") or "")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.path.endswith(CALLBACK):
        return words.REDIRECT_URI.format(address=address)
    return words.REDIRECT_URI_HTTP.format(address=address) if _is_open(address) else ""


def _is_open(address: str) -> bool:
    """Whether this address can be listened in on: not https, and not this computer itself."""
    from dashboard.loopback import is_loopback  # which asks this module too

    return not address.startswith("https://") and not is_loopback(_host(address))


def _provider_fault(auth: dict[str, Any]) -> str:
    for name, one in _providers(auth).items():
        place = "[auth]" if name == DEFAULT else f"[auth.{name}]"
        missing = [key for key in _OF_PROVIDER if not isinstance(one.get(key), str) or not one[key].strip("x. ")]
        if missing:
            return words.PROVIDER_MISSING.format(place=place, missing=", ".join(missing))
        if not _host(one["server_metadata_url"]) or _is_open(one["server_metadata_url"]):
            return words.METADATA_URL.format(place=place, address=one["server_metadata_url"])
        if "_" in name:
            return words.PROVIDER_NAME.format(place=place)
    return ""


def _mapping_fault(content: dict[str, Any]) -> str:
    paths, lines, regions = content.get("claims", {}), content.get("roles", []), content.get("regions", {})
    if not isinstance(paths, dict) or not isinstance(lines, list) or not isinstance(regions, dict):
        return words.MAPPING_FORM
    for key, value in paths.items():
        if key not in _PATHS or not isinstance(value, str) or not value.strip():
            return words.CLAIM_UNKNOWN.format(key=key, known=", ".join(_PATHS))
    for code, name in regions.items():
        if not isinstance(name, str) or not name.strip():
            return words.REGION_NAME.format(code=code)
    providers = _providers(_table(content["auth"]))
    faults = (_line_fault(line, number=number, providers=set(providers)) for number, line in enumerate(lines, 1))
    return next((fault for fault in faults if fault), "")


def _line_fault(line: object, *, number: int, providers: set[str]) -> str:
    """What is wrong with a [[roles]] of the mapping, with its number and claim so that it can be found."""
    said = _table(line)
    start = words.LINE.format(number=number, claim=said.get("claim") or "?")
    texts = all(isinstance(value, str) for value in said.values())
    provider = said.get("provider", "")
    for wrong, sentence in (
        (not said or not texts, words.LINE_FORM),
        (set(said) - set(_LINE), words.LINE_UNKNOWN.format(unknown=", ".join(sorted(set(said) - set(_LINE))))),
        (not str(said.get("claim", "")).strip(), words.LINE_CLAIM),
        (not str(said.get("region", "")).strip(), words.LINE_REGION),
        (said.get("role") not in set(Role), words.LINE_ROLE.format(role=said.get("role"), known=", ".join(Role))),
        (said.get("role") == Role.SIGNATORY and not said.get("party"), words.LINE_PARTY),
        (provider and provider not in providers, words.LINE_PROVIDER.format(provider=provider)),
        (not provider and len(providers) > 1, words.LINE_WHICH.format(known=", ".join(sorted(providers)))),
    ):
        if wrong:
            return words.REFUSED_LINE.format(start=start, sentence=sentence)
    return ""
