"""Who may do what: the whole table of role × action, written out; the commands and queries are in their own matrix."""

from collections.abc import Iterator

import pytest

from data_models import access
from data_models.access import Action, Actor, NotAllowedError, Role

HERE, THERE = 1, 2
MATRIX = """
                guest          participant    signatory      chair          policy_officer ambassador     administrator
read_stories    -              +              +              +              +              +              +
contribute      -              +              +              +              +              -              +
adopt_norms     -              -              +              -              -              -              -
write_down      -              -              -              +              +              -              +
compose_joint   -              -              +              +              +              -              +
confirm_joint   -              -              +              -              -              -              -
set_norms       -              -              -              -              +              -              +
lead_screens    -              -              -              +              +              +              +
invite          -              -              -              +              +              -              +
edit_prompts    -              -              -              -              +              -              +
make_agreements -              -              -              +              +              -              +
import_figures  -              -              -              -              +              -              +
edit_agenda     -              -              -              -              +              -              +
annotate        -              -              -              -              +              -              +
manage_people   -              -              -              -              -              -              +
manage_region   -              -              -              -              -              -              +
read_audit      -              -              -              -              -              -              +
copy_everything -              -              -              -              -              -              +
"""


def _actor(role: Role) -> Actor:
    return Actor(person_id=1, name="Anna", organisation="", perspective="", roles=frozenset({role}), region_id=HERE)


def _cells() -> Iterator[tuple[Role, Action, bool]]:
    head, *rows = MATRIX.strip().splitlines()
    for row in rows:
        action, *cells = row.split()
        for role, cell in zip(head.split(), cells, strict=True):
            yield Role(role), Action(action), cell == "+"


TABLE = list(_cells())


def test_the_table_names_every_role_and_every_action() -> None:
    assert {(role, action) for role, action, _ in TABLE} == {(role, action) for role in Role for action in Action}
    assert set(access.ALLOWED) == set(Role)


@pytest.mark.parametrize(("role", "action", "allowed"), TABLE)
def test_a_role_may_do_in_its_own_region_what_the_table_says(role: Role, action: Action, allowed: bool) -> None:
    assert access.may(_actor(role), action) is allowed
    assert access.may(_actor(role), action, region_id=HERE) is allowed
    if allowed:
        access.require(_actor(role), action, region_id=HERE)
    else:
        with pytest.raises(NotAllowedError):
            access.require(_actor(role), action)


@pytest.mark.parametrize(("role", "action", "_"), TABLE)
def test_nobody_may_do_anything_in_another_region(role: Role, action: Action, _: bool) -> None:
    assert not access.may(_actor(role), action, region_id=THERE)
    with pytest.raises(NotAllowedError) as refused:
        access.require(_actor(role), action, region_id=THERE)
    assert (refused.value.action, refused.value.region_id) == (action, THERE)


def test_a_guest_and_nobody_read_no_region() -> None:
    assert access.region_read(None) is None
    assert access.region_read(_actor(Role.GUEST)) is None
    assert {access.region_read(_actor(role)) for role in Role if role != Role.GUEST} == {HERE}
