"""A server where people sign in, at an OpenID provider on this computer; and somebody signing in with a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import URL
from werkzeug.serving import BaseWSGIServer

from tests.browser.running_server import RunningServer

PATIENCE = 60_000  # milliseconds, on a busy machine
REGION = "Regio Flevoland"
PEOPLE = {  # name at the provider: who they are and the values of their claim `roles`
    "anna": ("Anna Smit", "Gemeente Almere", "gemeente", ["beleid"]),
    "bram": ("Bram de Wit", "SWV Passend Onderwijs", "onderwijs", ["tekent"]),
    "dina": ("Dina Kok", "Gemeente Almere", "ouders", ["doet-mee"]),
    "els": ("Els Vos", "Gemeente Almere", "overig", ["vertelt"]),
    "bea": ("Bea Baas", "Gemeente Almere", "gemeente", ["beheer"]),
    "wil": ("Wil Ver", "Gemeente Enschede", "gemeente", ["beleid-twente"]),
    "twee": ("Tweeka Nijhof", "Bureau Twee", "overig", ["doet-mee", "leest-twente"]),
    "niemand": ("Noor Nieuw", "Gemeente Urk", "overig", ["iets-anders"]),
}
MAPPING = """
[claims]
organisation = "organisation"
roles = "realm_access.roles"

[regions]
flevoland = "Regio Flevoland"
twente = "Regio Twente"

[[roles]]
claim = "beleid"
region = "flevoland"
role = "policy_officer"
party = "Gemeente Almere"

[[roles]]
claim = "tekent"
region = "flevoland"
role = "signatory"
party = "SWV Passend Onderwijs"

[[roles]]
claim = "doet-mee"
region = "flevoland"
role = "participant"

[[roles]]
claim = "vertelt"
region = "flevoland"
role = "ambassador"

[[roles]]
claim = "beheer"
region = "flevoland"
role = "administrator"

[[roles]]
claim = "beleid-twente"
region = "twente"
role = "policy_officer"

[[roles]]
claim = "leest-twente"
region = "twente"
role = "ambassador"
"""


@contextmanager
def providing() -> Iterator[BaseWSGIServer]:
    """An OpenID provider that knows `PEOPLE`; `shutdown` takes it away."""
    users = [
        User(
            sub=number,
            claims={
                "name": name,
                "organisation": organisation,
                "perspective": perspective,
                "realm_access": {"roles": roles},
            },
        )
        for number, (name, organisation, perspective, roles) in PEOPLE.items()
    ]
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # of the provider, which runs in this process
        with run_server_in_thread(user_claims=users) as provider:
            yield provider


class SignInServer(RunningServer):
    """The real server with a secrets.toml of its own; nothing of it is in the repository's `.streamlit`."""

    def __init__(self, database: URL, *, provider: BaseWSGIServer, room: Path) -> None:
        super().__init__(database, log=room / "server.log")
        self.provider = provider
        secrets = room / "secrets.toml"
        auth = (
            "[auth]",
            f'redirect_uri = "{self.address}/oauth2callback"',
            'cookie_secret = "q8Zt2LxWn5Rb7VyKc0HjPd4GsFm9TaEu6IoXw1Yk"',
            'client_id = "tellen-en-vertellen"',
            'client_secret = "alleen-voor-de-proef-8361"',
            f'server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"',
        )
        secrets.write_text("\n".join(auth) + MAPPING, encoding="utf-8")
        self.more_arguments = ("--secrets.files", str(secrets))


def sign_in(page: Page, number: str) -> None:
    """Choose to sign in on the page that is open, say at the provider who one is, and come back."""
    page.get_by_role("button", name="Aanmelden", exact=True).first.click(timeout=PATIENCE)
    page.get_by_role("button", name=number, exact=True).click(timeout=PATIENCE)
    expect(identity(page, number)).to_be_visible(timeout=PATIENCE)


def identity(page: Page, number: str) -> Locator:
    """The menu of who is signed in."""
    return page.get_by_role("button", name=PEOPLE[number][0])


def sign_out(page: Page, number: str, *, everywhere: bool = False) -> None:
    """Sign out, and confirm it at the provider."""
    identity(page, number).click()
    page.get_by_role("button", name="Overal afmelden" if everywhere else "Afmelden", exact=True).click()
    page.locator("form[action*='end_session'] button, form button").first.click(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Aanmelden", exact=True).first).to_be_visible(timeout=PATIENCE)
