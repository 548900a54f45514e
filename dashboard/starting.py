"""Whether the server may start: for whom it would be open, and what its database lets it see."""

import sys

from dashboard import listening, loopback, sign_in
from dashboard.texts import server as words
from data_models import database, schema


def start_or_stop(address: str | None) -> None:
    """Stop with a Dutch sentence when the server may not start on this address.

    To be called while the application is imported: ending later, in its lifespan, prints a stack trace.
    """
    if problem := refusal(address):
        listening.end_all()
        sys.exit(problem)


def refusal(address: str | None) -> str:
    """Why the server may not start, as a Dutch sentence; empty when it may."""
    if fault := sign_in.refusal():
        return fault
    if not sign_in.is_configured():
        return loopback.refusal(address, listening=listening.addresses())
    return words.NO_WALL if schema.bypasses_security(database.engine()) else ""
