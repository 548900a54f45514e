"""What this installation signs, to know it again: with a random secret of its own, kept beside the database."""

import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from data_models import database

SECRET_BYTES = 32


class BadTokenError(Exception):
    """This was not signed here, or it was signed for something else."""


def sign(content: list[str | int], *, purpose: str) -> str:
    """A token that holds this content, readable by everybody, made by nobody else."""
    return _signed(_secret(secret_file()), purpose, tuple(content))


def read(token: str, *, purpose: str) -> Any:  # noqa: ANN401  # what was signed
    """What was signed for this purpose; `BadTokenError` when it was not signed here."""
    try:
        return URLSafeSerializer(_secret(secret_file()), salt=purpose).loads(token)
    except BadData as bad:
        raise BadTokenError(purpose) from bad


def secret_file() -> Path:
    """Where the secret is kept: beside the SQLite file, or under `var/` when the database is elsewhere."""
    url = database.database_url()
    name = url.database or "database"
    at_hand = Path(name) if url.get_backend_name() == "sqlite" else database.DEFAULT_DATABASE.with_name(name)
    return at_hand.with_name(f"{at_hand.name}.secret").absolute()


@lru_cache(maxsize=4096)
def _signed(secret: bytes, purpose: str, content: tuple[str | int, ...]) -> str:
    """The same content is signed again with every drawing of a screen."""
    return str(URLSafeSerializer(secret, salt=purpose).dumps(list(content)))


@lru_cache(maxsize=4)
def _secret(file: Path) -> bytes:
    """The secret in this file, made when there is none; processes that start at the same moment get the same one."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        own = file.with_name(f"{file.name}-{secrets.token_hex(8)}")
        with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as writing:
            writing.write(secrets.token_hex(SECRET_BYTES))
            writing.flush()
            os.fsync(writing.fileno())
        try:
            os.link(own, file)  # appears complete or not at all, and only the first one counts
        except FileExistsError:
            pass
        finally:
            own.unlink()
    return file.read_bytes()
