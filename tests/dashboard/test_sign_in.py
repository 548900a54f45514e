"""The settings of signing in: without them local mode, with a mistake in them a server that says which and stops."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st

from dashboard import sign_in
from data_models.access import Role

SECRET = "q8Zt2LxWn5Rb7VyKc0HjPd4GsFm9TaEu6IoXw1Yk"
GOOD = f"""
[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "monitor"
client_secret = "Kx82-heel-lang"
server_metadata_url = "https://inloggen.almere.nl/.well-known/openid-configuration"

[claims]
roles = "realm_access.roles"

[regions]
flevoland = "Regio Flevoland"

[[roles]]
claim = "tev-flevoland-beleid"
region = "flevoland"
role = "policy_officer"
party = "Gemeente Almere"
"""

Write = Callable[[str], None]


@pytest.fixture
def secrets(tmp_path: Path) -> Iterator[Write]:
    """Puts a text in the secrets.toml that Streamlit reads, and reads it anew."""
    file = tmp_path / "secrets.toml"
    before = st.get_option("secrets.files")

    def read_anew() -> None:
        st.secrets._reset()
        sign_in.read_again()

    def write(text: str) -> None:
        file.write_text(text, encoding="utf-8")
        read_anew()

    st.config._set_option("secrets.files", [str(file)], "test")
    read_anew()
    yield write
    st.config._set_option("secrets.files", before, "test")
    read_anew()


def test_without_a_file_this_is_local_mode(secrets: Write) -> None:
    assert not sign_in.is_configured()
    assert sign_in.refusal() == ""
    assert sign_in.allowed_hosts() == ()


def test_good_settings_are_read(secrets: Write) -> None:
    secrets(GOOD)
    assert sign_in.is_configured()
    assert sign_in.refusal() == ""
    assert sign_in.allowed_hosts() == ("localhost",)
    assert not sign_in.is_secure()
    found = sign_in.settings()
    assert [(one.name, one.host) for one in found.providers] == [("default", "inloggen.almere.nl")]
    assert found.paths.roles == "realm_access.roles"
    assert found.regions == {"flevoland": "Regio Flevoland"}
    assert [(line.claim, line.role, line.party) for line in found.lines] == [
        ("tev-flevoland-beleid", Role.POLICY_OFFICER, "Gemeente Almere")
    ]


def test_a_file_that_cannot_be_read_is_not_taken_for_local_mode(secrets: Write) -> None:
    secrets("[auth]\ncookie_secret = zonder-aanhalingstekens")
    assert "is niet te lezen" in sign_in.refusal()


def test_a_file_that_disappears_while_the_server_runs_does_not_switch_signing_in_off(
    secrets: Write, tmp_path: Path
) -> None:
    secrets(GOOD)
    assert sign_in.is_configured()
    (tmp_path / "secrets.toml").unlink()
    st.secrets._reset()
    assert sign_in.is_configured()


@pytest.mark.parametrize(
    ("secret", "said"),
    [
        ("", "geen cookie_secret"),
        (SECRET[:31], "korter dan 32"),
        ("x" * 40, "lijkt op een voorbeeld"),
        ("changeme-changeme-changeme-changeme-0123456789", "lijkt op een voorbeeld"),
    ],
)
def test_a_secret_that_is_missing_short_or_an_example_is_refused_with_the_command_to_make_one(
    secrets: Write, secret: str, said: str
) -> None:
    secrets(GOOD.replace(SECRET, secret))
    assert said in sign_in.refusal()
    assert "python -c" in sign_in.refusal()


@pytest.mark.parametrize(
    ("good", "wrong", "said"),
    [
        ("http://localhost:8501/oauth2callback", "localhost:8501", "redirect_uri"),
        ("http://localhost:8501/oauth2callback", "https://monitor.almere.nl/", "redirect_uri"),
        ("http://localhost:8501/oauth2callback", "http://monitor.almere.nl/oauth2callback", "zonder https"),
        ('client_secret = "Kx82-heel-lang"\n', "", "ontbreekt onder [auth]: client_secret"),
        ('"Kx82-heel-lang"', '"xxx"', "ontbreekt onder [auth]: client_secret"),
        ("https://inloggen.almere.nl", "http://inloggen.almere.nl", "server_metadata_url"),
        ('roles = "realm', 'rolls = "realm', "'rolls'"),
        ('"Regio Flevoland"', '""', "bij 'flevoland' geen naam"),
        ('"policy_officer"', '"beleid"', "(claim 'tev-flevoland-beleid') niet: role 'beleid' bestaat niet"),
        ('region = "flevoland"', 'region = ""', "de 1e [[roles]]"),
        ('region = "flevoland"', 'region = ""', "region is leeg"),
        ('party = "Gemeente Almere"', 'partij = "Gemeente Almere"', "partij is onbekend"),
        ('role = "policy_officer"\nparty = "Gemeente Almere"', 'role = "signatory"', "bij signatory hoort party"),
        ('party = "Gemeente Almere"', 'provider = "entra"', "provider 'entra' staat niet onder [auth]"),
        ('party = "Gemeente Almere"', "party = 3", "tekst tussen aanhalingstekens"),
    ],
)
def test_a_mistake_is_refused_with_a_sentence_that_says_where(secrets: Write, good: str, wrong: str, said: str) -> None:
    assert good in GOOD
    secrets(GOOD.replace(good, wrong))
    assert said in sign_in.refusal()
    assert sign_in.refusal().startswith("Tellen en Vertellen start niet: ")


def test_with_several_providers_each_role_says_whose_word_it_takes(secrets: Write) -> None:
    second = (
        '[auth.lelystad]\nclient_id = "m"\nclient_secret = "Ly-731"\n'
        'server_metadata_url = "https://inloggen.lelystad.nl/.well-known/openid-configuration"\n\n[claims]'
    )
    secrets(GOOD.replace("[claims]", second))
    assert "zeg met provider wie deze rol mag geven: default, lelystad" in sign_in.refusal()
    secrets(GOOD.replace("[claims]", second).replace('party = "', 'provider = "lelystad"\nparty = "'))
    assert sign_in.refusal() == ""
    assert [one.host for one in sign_in.settings().providers] == ["inloggen.almere.nl", "inloggen.lelystad.nl"]


def test_an_address_with_https_makes_cookies_secure(secrets: Write) -> None:
    secrets(GOOD.replace("http://localhost:8501", "https://monitor.almere.nl"))
    assert sign_in.refusal() == ""
    assert sign_in.is_secure()
    assert sign_in.allowed_hosts() == ("monitor.almere.nl",)
