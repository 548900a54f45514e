"""Every state, kind, level and fault of agreements, agendering and tables has its Dutch words."""

import inspect
import re

from dashboard.components.agreement_storing import said
from dashboard.data import agreements as data
from dashboard.texts import agreements, escalations
from data_models.commands import agreements as agreement_commands
from data_models.commands import chain, talk_tables
from data_models.commands import escalations as escalation_commands
from data_models.tables.agreements import AGREEMENT_STATES, ESCALATION_KINDS, LEVELS


def test_every_state_kind_and_level_has_its_word() -> None:
    assert tuple(agreements.STATES) == AGREEMENT_STATES
    assert tuple(escalations.KINDS) == ESCALATION_KINDS
    assert tuple(escalations.LEVELS) == LEVELS
    assert set(agreements.WHICH_OPTIONS) == {data.GOING, data.LATE, data.ENDED, data.ALL}


def test_every_fault_has_its_sentence() -> None:
    source = "".join(map(inspect.getsource, (agreement_commands, escalation_commands, talk_tables, chain)))
    faults = set(re.findall(r'(?:RefusedError\(|append\(|return \[|\(|else )"([a-z]+_[a-z_]+)"', source))
    faults = {one for one in faults if not one.startswith(("put_back_", "remove_"))}  # those are actions
    assert len(faults) > 20
    assert faults - set(agreements.FAULTS) == set()
    assert all("{" not in said(fault) for fault in agreements.FAULTS)
