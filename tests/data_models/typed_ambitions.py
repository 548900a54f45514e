"""What people type from issue to result, and where each is refused when it leads to a person."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands import ambitions, observations, results
from data_models.commands.ambitions import IssueProposal
from data_models.commands.observations import ObservationProposal
from data_models.commands.results import ResultProposal
from tests.data_models.matrix_ambitions import ISSUE, NOTICED, RESULT


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


NUMBER = "Bel 06-12345678"

TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "issues.matter": "ambitions.proposal.matter",
    "issues.for_whom": "ambitions.proposal.for_whom",
    "issues.why_now": "ambitions.proposal.why_now",
    "ambitions.text": "ambitions.text",
    "societal_results.text": "results.proposal.text",
    "societal_results.target_group": "results.proposal.target_group",
    "observations.text": "observations.proposal.text",
}
NOT_TYPED = {
    "societal_results.kind": "chosen from a list",
    "observations.kind": "chosen from a list",
    "observations.organisation": "of the person, refused there",
}


def _issue(room: Room) -> int:
    return ambitions.add_issue(room.session, actor=room.anna, proposal=ISSUE)


def _ambition(room: Room) -> int:
    return ambitions.add_ambition(room.session, actor=room.anna, issue_id=_issue(room), text="Elk kind naar school")


def _result(room: Room) -> int:
    return results.add_result(room.session, actor=room.anna, ambition_id=_ambition(room), proposal=RESULT)


def _noticed(room: Room) -> int:
    return observations.add_observation(room.session, actor=room.anna, result_id=_result(room), proposal=NOTICED)


def _add_issue(proposal: IssueProposal, room: Room) -> object:
    return ambitions.add_issue(room.session, actor=room.anna, proposal=proposal)


def _change_issue(proposal: IssueProposal, room: Room) -> object:
    number = _issue(room)
    return ambitions.change_issue(room.session, actor=room.anna, issue_id=number, seen_version=1, proposal=proposal)


def _add_result(proposal: ResultProposal, room: Room) -> object:
    return results.add_result(room.session, actor=room.anna, ambition_id=_ambition(room), proposal=proposal)


def _change_result(proposal: ResultProposal, room: Room) -> object:
    number = _result(room)
    return results.change_result(room.session, actor=room.anna, result_id=number, seen_version=1, proposal=proposal)


def _change_noticed(proposal: ObservationProposal, room: Room) -> object:
    number = _noticed(room)
    return observations.change_observation(
        room.session, actor=room.anna, observation_id=number, seen_version=1, proposal=proposal
    )


_ISSUES = {
    "matter": replace(ISSUE, matter=NUMBER),
    "for_whom": replace(ISSUE, for_whom=NUMBER),
    "why_now": replace(ISSUE, why_now=NUMBER),
}
_RESULTS = {"text": replace(RESULT, text=NUMBER), "target_group": replace(RESULT, target_group=NUMBER)}

TRIED: dict[str, Callable[[Room], object]] = {
    **{f"ambitions.add_issue.proposal.{name}": partial(_add_issue, one) for name, one in _ISSUES.items()},
    **{f"ambitions.change_issue.proposal.{name}": partial(_change_issue, one) for name, one in _ISSUES.items()},
    "ambitions.add_ambition.text": lambda room: ambitions.add_ambition(
        room.session, actor=room.anna, issue_id=_issue(room), text=NUMBER
    ),
    "ambitions.change_ambition.text": lambda room: ambitions.change_ambition(
        room.session, actor=room.anna, ambition_id=_ambition(room), seen_version=1, text=NUMBER
    ),
    **{f"results.add_result.proposal.{name}": partial(_add_result, one) for name, one in _RESULTS.items()},
    **{f"results.change_result.proposal.{name}": partial(_change_result, one) for name, one in _RESULTS.items()},
    "observations.add_observation.proposal.text": lambda room: observations.add_observation(
        room.session, actor=room.anna, result_id=_result(room), proposal=replace(NOTICED, text=NUMBER)
    ),
    "observations.change_observation.proposal.text": partial(_change_noticed, replace(NOTICED, text=NUMBER)),
}
