"""Claims become a person with roles: nested claims, one value or several, and nothing that is not in the mapping."""

import pytest

from dashboard.claims import Paths, RoleLine, claimed, shown, subject, values
from data_models.access import Role
from data_models.commands.sign_ins import Grant

LINES = (
    RoleLine("beleid", "flevoland", Role.POLICY_OFFICER, party="Gemeente Almere"),
    RoleLine("tekent", "flevoland", Role.SIGNATORY, party="Gemeente Almere"),
    RoleLine("leest", "twente", Role.AMBASSADOR, provider="entra"),
)
SAID = {"iss": "https://in.nl", "sub": "17", "name": "Anna Smit", "organisation": "Gemeente Almere"}


@pytest.mark.parametrize(
    ("claims", "path", "found"),
    [
        ({"roles": ["a", "b"]}, "roles", ["a", "b"]),
        ({"roles": "a"}, "roles", ["a"]),
        ({"realm_access": {"roles": ["a"]}}, "realm_access.roles", ["a"]),
        ({"https://monitor.nl/roles": ["a"]}, "https://monitor.nl/roles", ["a"]),
        ({"roles": [1, None, "a"]}, "roles", ["a"]),
        ({"roles": {"a": True}}, "roles", []),
        ({"realm_access": "a"}, "realm_access.roles", []),
        ({}, "roles", []),
    ],
)
def test_a_claim_is_found_wherever_it_stands(claims: dict[str, object], path: str, found: list[str]) -> None:
    assert values(claims, path=path) == found


def test_roles_are_those_of_the_mapping_and_no_others() -> None:
    who = claimed({**SAID, "roles": ["beleid", "directeur"]}, paths=Paths(), lines=LINES, regions={"flevoland": "F"})
    assert who.grants == (Grant("flevoland", Role.POLICY_OFFICER, party="Gemeente Almere", region_name="F"),)
    assert (who.subject, who.name, who.organisation) == ("https://in.nl|17", "Anna Smit", "Gemeente Almere")


def test_a_provider_gives_only_the_roles_that_the_mapping_lets_it_give() -> None:
    other = claimed({**SAID, "roles": "leest", "provider": "default"}, paths=Paths(), lines=LINES, regions={})
    right = claimed({**SAID, "roles": "leest", "provider": "entra"}, paths=Paths(), lines=LINES, regions={})
    assert (other.grants, [one.role for one in right.grants]) == ((), [Role.AMBASSADOR])


@pytest.mark.parametrize(("said", "kept"), [("onderwijs", "onderwijs"), ("directie", "overig"), ("", "overig")])
def test_a_perspective_that_is_not_one_of_ours_is_other(said: str, kept: str) -> None:
    assert claimed({**SAID, "perspective": said}, paths=Paths(), lines=(), regions={}).perspective == kept


def test_who_has_no_organisation_in_the_claims_has_that_of_the_party() -> None:
    without = {"iss": "i", "sub": "17", "roles": "tekent"}
    who = claimed(without, paths=Paths(), lines=LINES, regions={})
    assert (who.name, who.organisation) == ("17", "Gemeente Almere")


@pytest.mark.parametrize("claims", [{"sub": "1"}, {"iss": "i"}, {"iss": "", "sub": ""}, {}])
def test_without_a_provider_and_a_number_it_is_nobody(claims: dict[str, object]) -> None:
    assert subject(claims) == ""


def test_a_name_is_one_line_of_at_most_120_characters() -> None:
    who = claimed({**SAID, "name": "Anna\n\x00 " + "x" * 200}, paths=Paths(), lines=(), regions={})
    assert who.name == "Anna " + "x" * 115


def test_what_is_read_back_holds_no_tokens() -> None:
    said = {**SAID, "nonce": "n", "tokens": {"id": "geheim"}, "realm_access": {"roles": ["a", "b"]}, "aud": ["m"]}
    read = shown(said)
    assert read["realm_access"] == "roles: a, b"
    assert read["aud"] == "m"
    assert "nonce" not in read
    assert "geheim" not in str(read)
