"""Issues, ambitions, results and what is noticed in the matrix: how each command is asked of a region."""

from collections.abc import Callable
from typing import Any, Protocol

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


def _about(command: Callable[..., object], kind: str, *, gone: bool = False, **given: object) -> Does:
    """The command asked about the one of this kind that stands, or that was taken away, from the version it has."""

    def does(session: Session, actor: Actor, there: There) -> object:
        number = (there.gone if gone else there.tree)[kind]
        return command(session, actor=actor, **{f"{kind}_id": number}, **given)

    return does


def _put_result_below(session: Session, actor: Actor, there: There) -> object:
    result, ambition = there.tree["result"], there.tree["ambition"]
    about = {"result_id": result, "ambition_id": ambition, "seen_ambition": ambition}
    return results.put_result_below(session, actor=actor, **about)


def _put_ambition_below(session: Session, actor: Actor, there: There) -> object:
    ambition, issue = there.tree["ambition"], there.tree["issue"]
    about = {"ambition_id": ambition, "issue_id": issue, "seen_issue": issue}
    return ambitions.put_ambition_below(session, actor=actor, **about)


def _link_norm(session: Session, actor: Actor, there: There) -> None:
    seen = there.tree["result"]
    results.link_norm(session, actor=actor, norm_id=there.norms[0], result_id=None, seen_result=seen)


SEEN: dict[str, Any] = {"seen_version": 1}
_UNKNOWN = (ChainRefusedError,)
_OFFICERS: dict[str, tuple[Does, tuple[type[Exception], ...]]] = {  # with what is raised when its parent is not there
    "ambitions.change_issue": (_about(ambitions.change_issue, "issue", proposal=ISSUE, **SEEN), ()),
    "ambitions.move_issue": (_about(ambitions.move_issue, "issue", direction="down"), ()),
    "ambitions.remove_issue": (_about(ambitions.remove_issue, "issue", **SEEN), ()),
    "ambitions.put_back_issue": (_about(ambitions.put_back_issue, "issue", gone=True, seen_version=2), ()),
    "ambitions.add_ambition": (_about(ambitions.add_ambition, "issue", text="Elk kind naar school"), _UNKNOWN),
    "ambitions.change_ambition": (_about(ambitions.change_ambition, "ambition", text="Elk kind", **SEEN), ()),
    "ambitions.move_ambition": (_about(ambitions.move_ambition, "ambition", direction="down"), ()),
    "ambitions.put_ambition_below": (_put_ambition_below, _UNKNOWN),
    "ambitions.remove_ambition": (_about(ambitions.remove_ambition, "ambition", **SEEN), ()),
    "ambitions.put_back_ambition": (_about(ambitions.put_back_ambition, "ambition", gone=True, seen_version=2), ()),
    "results.add_result": (_about(results.add_result, "ambition", proposal=RESULT), _UNKNOWN),
    "results.change_result": (_about(results.change_result, "result", proposal=RESULT, **SEEN), ()),
    "results.move_result": (_about(results.move_result, "result", direction="down"), ()),
    "results.put_result_below": (_put_result_below, _UNKNOWN),
    "results.remove_result": (_about(results.remove_result, "result", **SEEN), ()),
    "results.put_back_result": (_about(results.put_back_result, "result", gone=True, seen_version=2), ()),
    "results.choose_result_indicators": (
        _about(results.choose_result_indicators, "result", indicators=["jeugdzorg"], **SEEN),
        (),
    ),
    "results.link_norm": (_link_norm, ()),
}
_EVERYBODYS: dict[str, tuple[Does, tuple[type[Exception], ...]]] = {
    "observations.add_observation": (_about(observations.add_observation, "result", proposal=NOTICED), _UNKNOWN),
    "observations.change_observation": (
        _about(observations.change_observation, "observation", proposal=NOTICED, **SEEN),
        (),
    ),
    "observations.remove_observation": (_about(observations.remove_observation, "observation", **SEEN), ()),
    "observations.put_back_observation": (
        _about(observations.put_back_observation, "observation", gone=True, seen_version=2),
        (),
    ),
}


def _add_issue(session: Session, actor: Actor, _: There) -> object:
    return ambitions.add_issue(session, actor=actor, proposal=ISSUE)


COMMANDS: dict[str, Asked] = {
    "ambitions.add_issue": (Action.SET_NORMS, _add_issue, False, ()),
    **{name: (Action.SET_NORMS, does, True, unknown) for name, (does, unknown) in _OFFICERS.items()},
    **{name: (Action.CONTRIBUTE, does, True, unknown) for name, (does, unknown) in _EVERYBODYS.items()},
}
INSTRUMENTS = {
    "ordering.move": "part of moving, and asks permit",
    "ordering.put_below": "part of moving elsewhere, and asks permit",
}
FOR_NOBODY = {
    "ambitions.ambition_faults": "looks at what was typed",
    "ambitions.issue_faults": "looks at what was typed",
    "observations.faults": "looks at what was typed",
    "ordering.last_place": "computes",
    "results.result_faults": "looks at what was typed",
}
