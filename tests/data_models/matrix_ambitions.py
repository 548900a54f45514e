"""Issues, ambitions, results and what is noticed in the matrix: how each command is asked of a region."""

from collections.abc import Callable
from typing import Protocol

from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import ambitions, observations, results
from data_models.commands.ambitions import IssueProposal
from data_models.commands.chain import ChainRefusedError
from data_models.commands.observations import ObservationProposal
from data_models.commands.results import ResultProposal

ISSUE = IssueProposal("Kinderen zitten thuis")
RESULT = ResultProposal("substantive", "Kinderen gaan naar school", "kinderen")
NOTICED = ObservationProposal("quote", "Ik hoor er weer bij")


class There(Protocol):
    """What there is of a region: of each thing one that stands, and one that was taken away."""

    @property
    def tree(self) -> dict[str, int]: ...

    @property
    def gone(self) -> dict[str, int]: ...

    @property
    def norms(self) -> list[int]: ...


Does = Callable[[Session, Actor, There], object]
Asked = tuple[Action, Does, bool, tuple[type[Exception], ...]]  # which right, how, of what is there, refused otherwise


COMMANDS: dict[str, Asked] = {
    "ambitions.add_issue": (
        Action.SET_NORMS,
        lambda session, actor, _: ambitions.add_issue(session, actor=actor, proposal=ISSUE),
        False,
        (),
    ),
    "ambitions.change_issue": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.change_issue(
            session, actor=actor, issue_id=there.tree["issue"], seen_version=1, proposal=ISSUE
        ),
        True,
        (),
    ),
    "ambitions.move_issue": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.move_issue(
            session, actor=actor, issue_id=there.tree["issue"], direction="down"
        ),
        True,
        (),
    ),
    "ambitions.remove_issue": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.remove_issue(
            session, actor=actor, issue_id=there.tree["issue"], seen_version=1
        ),
        True,
        (),
    ),
    "ambitions.put_back_issue": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.put_back_issue(
            session, actor=actor, issue_id=there.gone["issue"], seen_version=2
        ),
        True,
        (),
    ),
    "ambitions.add_ambition": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.add_ambition(
            session, actor=actor, issue_id=there.tree["issue"], text="Elk kind naar school"
        ),
        True,
        (ChainRefusedError,),
    ),
    "ambitions.change_ambition": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.change_ambition(
            session, actor=actor, ambition_id=there.tree["ambition"], seen_version=1, text="Elk kind naar school"
        ),
        True,
        (),
    ),
    "ambitions.move_ambition": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.move_ambition(
            session, actor=actor, ambition_id=there.tree["ambition"], direction="down"
        ),
        True,
        (),
    ),
    "ambitions.remove_ambition": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.remove_ambition(
            session, actor=actor, ambition_id=there.tree["ambition"], seen_version=1
        ),
        True,
        (),
    ),
    "ambitions.put_back_ambition": (
        Action.SET_NORMS,
        lambda session, actor, there: ambitions.put_back_ambition(
            session, actor=actor, ambition_id=there.gone["ambition"], seen_version=2
        ),
        True,
        (),
    ),
    "results.add_result": (
        Action.SET_NORMS,
        lambda session, actor, there: results.add_result(
            session, actor=actor, ambition_id=there.tree["ambition"], proposal=RESULT
        ),
        True,
        (ChainRefusedError,),
    ),
    "results.change_result": (
        Action.SET_NORMS,
        lambda session, actor, there: results.change_result(
            session, actor=actor, result_id=there.tree["result"], seen_version=1, proposal=RESULT
        ),
        True,
        (),
    ),
    "results.move_result": (
        Action.SET_NORMS,
        lambda session, actor, there: results.move_result(
            session, actor=actor, result_id=there.tree["result"], direction="down"
        ),
        True,
        (),
    ),
    "results.remove_result": (
        Action.SET_NORMS,
        lambda session, actor, there: results.remove_result(
            session, actor=actor, result_id=there.tree["result"], seen_version=1
        ),
        True,
        (),
    ),
    "results.put_back_result": (
        Action.SET_NORMS,
        lambda session, actor, there: results.put_back_result(
            session, actor=actor, result_id=there.gone["result"], seen_version=2
        ),
        True,
        (),
    ),
    "results.choose_result_indicators": (
        Action.SET_NORMS,
        lambda session, actor, there: results.choose_result_indicators(
            session, actor=actor, result_id=there.tree["result"], seen_version=1, indicators=["jeugdzorg"]
        ),
        True,
        (),
    ),
    "results.link_norm": (
        Action.SET_NORMS,
        lambda session, actor, there: results.link_norm(
            session, actor=actor, norm_id=there.norms[0], result_id=None, seen_result=there.tree["result"]
        ),
        True,
        (),
    ),
    "observations.add_observation": (
        Action.CONTRIBUTE,
        lambda session, actor, there: observations.add_observation(
            session, actor=actor, result_id=there.tree["result"], proposal=NOTICED
        ),
        True,
        (ChainRefusedError,),
    ),
    "observations.change_observation": (
        Action.CONTRIBUTE,
        lambda session, actor, there: observations.change_observation(
            session, actor=actor, observation_id=there.tree["observation"], seen_version=1, proposal=NOTICED
        ),
        True,
        (),
    ),
    "observations.remove_observation": (
        Action.CONTRIBUTE,
        lambda session, actor, there: observations.remove_observation(
            session, actor=actor, observation_id=there.tree["observation"], seen_version=1
        ),
        True,
        (),
    ),
    "observations.put_back_observation": (
        Action.CONTRIBUTE,
        lambda session, actor, there: observations.put_back_observation(
            session, actor=actor, observation_id=there.gone["observation"], seen_version=2
        ),
        True,
        (),
    ),
}
INSTRUMENTS = {"ordering.move": "part of moving, and asks permit"}
FOR_NOBODY = {
    "ambitions.ambition_faults": "looks at what was typed",
    "ambitions.issue_faults": "looks at what was typed",
    "observations.faults": "looks at what was typed",
    "ordering.last_place": "computes",
    "results.result_faults": "looks at what was typed",
}
