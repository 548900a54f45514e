"""Whether the server may start: for whom it would be open, and what its database lets it see."""

import sys

from sqlalchemy.exc import ArgumentError

from dashboard import listening, loopback, sign_in
from dashboard.texts import outages as outage_words
from dashboard.texts import server as words
from data_models import database, schema
from data_models.outages import FAILURES, Outage, outage


def start_or_stop(address: str | None) -> None:
    """Stop with a Dutch sentence when the server may not start on this address.

    To be called while the application is imported: ending later, in its lifespan, prints a stack trace.
    """
    if problem := refusal(address):
        listening.end_all()
        sys.exit(problem)


def address(port: object) -> str:
    """Where people open the server on this port: the only name that it answers to."""
    if sign_in.is_configured():
        return sign_in.settings().redirect_uri.removesuffix(sign_in.CALLBACK)
    return f"http://localhost:{port}"


def refusal(address: str | None) -> str:
    """Why the server may not start, as a Dutch sentence; empty when it may."""
    if fault := sign_in.refusal():
        return fault
    if not sign_in.is_configured() and (public := loopback.refusal(address, listening=listening.addresses())):
        return public
    try:
        needs_wall = sign_in.is_configured() or database.has_owner()
        has_no_wall = needs_wall and schema.bypasses_security(database.engine())
        with database.owner_engine().connect():
            return words.NO_WALL if has_no_wall else ""
    except ArgumentError:
        return words.NO_DATABASE_ADDRESS
    except FAILURES as error:
        found = outage(error) or (Outage.AWAY if isinstance(error, OSError) else None)
        if found is None:
            raise
        place = database.owner_url().render_as_string(hide_password=True)
        return outage_words.START[found.value].format(place=place)
