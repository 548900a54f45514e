"""Forms of the tree: filled with what stands; what is typed stays, also when somebody else changes or removes it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import this_session
from dashboard.components import tree_storing
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.texts import ambitions as words
from data_models.access import Actor
from data_models.commands.ambitions import IssueProposal
from data_models.commands.observations import ObservationProposal
from data_models.commands.results import ResultProposal
from data_models.queries.ambitions import AmbitionFacts, IssueFacts, ObservationFacts, ResultFacts

_TYPING = "boom-getypt"
_TEXT_FIELDS = ("-wat", "-wie", "-waarom", "-tekst", "-doelgroep")  # endings of the keys of fields with words
Node = IssueFacts | AmbitionFacts | ResultFacts | ObservationFacts


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a form: as the command takes it, and the texts in it."""

    typed: tree_storing.Typed
    texts: tuple[str, ...]


def subject_of(kind: str, *, number: int) -> str:
    """What is being changed, as this session knows it."""
    return f"boom-{kind}-{number}"


def new_subject(kind: str, *, parent: int) -> str:
    """What is being added, as this session knows it."""
    return f"boom-nieuw-{kind}-{parent}"


def offer_adding(kind: str, *, parent: int, reader: Reader, actor: Actor, opened: bool = False) -> None:
    """A button that opens an empty form below this parent, or the form."""
    subject = new_subject(kind, parent=parent)
    if not opened and not this_session.is_open(subject):
        st.button(
            words.ADD[kind],
            key=f"{subject}-open",
            type="tertiary",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": 0},
        )
        return
    with st.container(key=f"smal-{subject}", gap="small"):
        keep_typed(subject, actor=actor)
        filled = fill(kind, None, reader=reader, key=f"{subject}-{this_session.generation(subject)}")
        _remember(subject, texts=filled.texts)
        say_what_happened(subject)
        with st.container(horizontal=True, key=f"{subject}-knoppen"):
            if save_button(words.SAVE, texts=filled.texts, reader=reader, key=f"{subject}-bewaren"):
                named = {"ambition": "issue_id", "result": "ambition_id", "observation": "result_id"}
                about = {named[kind]: parent} if kind in named else {}
                if tree_storing.add(
                    kind, typed=filled.typed, texts=filled.texts, actor=actor, subject=subject, **about
                ):
                    this_session.next_generation(subject)
                    _stop(subject)
                st.rerun()
            if not opened:
                st.button(words.KEEP, key=f"{subject}-sluiten", on_click=_stop, args=(subject,))


def change_in_place(kind: str, *, node: Node, reader: Reader, actor: Actor) -> None:
    """The form in the place of what it changes; what stands now is shown when that became something else."""
    subject = subject_of(kind, number=node.id)
    with st.container(key=f"smal-{subject}", gap="small"):
        keep_typed(subject, actor=actor)
        filled = fill(kind, node, reader=reader, key=subject)
        _remember(subject, texts=filled.texts)
        say_what_happened(subject)
        seen = this_session.opened_version(subject, current=node.version)
        if tree_storing.clashed(subject) or seen != node.version:
            for text in filter(None, standing(kind, node=node).texts):
                st.text(words.STANDS_NOW.format(text=text))
        with st.container(horizontal=True, key=f"{subject}-knoppen"):
            if save_button(words.SAVE, texts=filled.texts, reader=reader, key=f"{subject}-bewaren"):
                if tree_storing.change(
                    kind,
                    number=node.id,
                    current=node.version,
                    before=standing(kind, node=node).typed,
                    typed=filled.typed,
                    texts=filled.texts,
                    actor=actor,
                    subject=subject,
                ):
                    _stop(subject)
                st.rerun()
            st.button(words.KEEP, key=f"{subject}-sluiten", on_click=_stop, args=(subject,))


def begin() -> None:
    """Before the tree is drawn: nothing of it is being typed in this run yet."""
    this_session.keep(f"{_TYPING}-nu", value={})


def show_left_behind() -> None:
    """After the tree is drawn: what was typed in a form of which the place was taken away by somebody else."""
    now: dict[str, tuple[str, ...]] = dict(_kept(f"{_TYPING}-nu"))
    before = {subject: texts for subject, texts in _kept(_TYPING).items() if this_session.is_open(subject)}
    for subject, texts in before.items():
        if subject in now:
            continue
        now[subject] = _typed_last(subject) or texts
        if any(text.strip() for text in now[subject]):
            st.warning(words.GONE_NOW)
            for text in now[subject]:
                st.text(text)
        st.button(words.KEEP, key=f"{subject}-weggehaald", on_click=_stop, args=(subject,))
    this_session.keep(_TYPING, value=now)


def _typed_last(subject: str) -> tuple[str, ...]:
    """What came from the browser with this run for a form that is drawn no more, and was not seen by any run before."""
    own = [(key, value) for key, value in this_session.typed().items() if key.startswith(f"{subject}-")]
    return tuple(value for key, value in own if key.endswith(_TEXT_FIELDS) and isinstance(value, str))


def _remember(subject: str, *, texts: tuple[str, ...]) -> None:
    this_session.keep(f"{_TYPING}-nu", value={**_kept(f"{_TYPING}-nu"), subject: texts})


def _kept(name: str) -> dict[str, tuple[str, ...]]:
    found = this_session.kept(name)
    return found if isinstance(found, dict) else {}


def _stop(subject: str) -> None:
    tree_storing.close(subject)
    this_session.keep(_TYPING, value={name: texts for name, texts in _kept(_TYPING).items() if name != subject})


def standing(kind: str, *, node: Node) -> Filled:
    """What stands, in the form in which it is changed."""
    if isinstance(node, IssueFacts):
        texts = (node.matter, node.for_whom, node.why_now)
        return Filled({"proposal": IssueProposal(*texts)}, texts)
    if isinstance(node, AmbitionFacts):
        return Filled({"text": node.text}, (node.text,))
    if isinstance(node, ObservationFacts):
        return Filled({"proposal": ObservationProposal(node.kind, node.text)}, (node.text,))
    if kind == "indicators":
        return Filled({"indicators": node.indicators}, ())
    proposal = ResultProposal(node.kind, node.text, node.target_group)
    return Filled({"proposal": proposal}, (node.text, node.target_group))


def fill(kind: str, node: Node | None, *, reader: Reader, key: str) -> Filled:
    """The fields, filled with what stands."""
    if kind == "indicators" and isinstance(node, ResultFacts):
        return Filled({"indicators": _choose_indicators(node.indicators, reader=reader, key=key)}, ())
    if kind == "issue":
        texts = _type_issue(node if isinstance(node, IssueFacts) else None, reader=reader, key=key)
        return Filled({"proposal": IssueProposal(*texts)}, texts)
    if kind == "ambition":
        standing_text = node.text if isinstance(node, AmbitionFacts) else ""
        text = _type(
            words.AMBITION, standing_text, placeholder=words.AMBITION_PLACEHOLDER, reader=reader, key=f"{key}-tekst"
        )
        return Filled({"text": text}, (text,))
    if kind == "observation":
        return _type_observation(node if isinstance(node, ObservationFacts) else None, reader=reader, key=key)
    return _type_result(node if isinstance(node, ResultFacts) else None, reader=reader, key=key)


def _type_issue(issue: IssueFacts | None, *, reader: Reader, key: str) -> tuple[str, str, str]:
    standing = (issue.matter, issue.for_whom, issue.why_now) if issue else ("", "", "")
    fields = (
        (words.MATTER, words.MATTER_PLACEHOLDER, "wat"),
        (words.FOR_WHOM, words.FOR_WHOM_PLACEHOLDER, "wie"),
        (words.WHY_NOW, words.WHY_NOW_PLACEHOLDER, "waarom"),
    )
    matter, for_whom, why_now = (
        _type(label, text, placeholder=placeholder, reader=reader, key=f"{key}-{name}")
        for (label, placeholder, name), text in zip(fields, standing, strict=True)
    )
    return matter, for_whom, why_now


def _type_result(result: ResultFacts | None, *, reader: Reader, key: str) -> Filled:
    text = _type(
        words.RESULT,
        result.text if result else "",
        placeholder=words.RESULT_PLACEHOLDER,
        reader=reader,
        key=f"{key}-tekst",
    )
    group = st.text_input(
        words.TARGET_GROUP,
        result.target_group if result else "",
        placeholder=words.TARGET_GROUP_PLACEHOLDER,
        key=f"{key}-doelgroep",
    )
    warn_of_names(group, reader=reader)
    kind = _choose_kind(words.KIND, words.KINDS, standing=result.kind if result else "", key=f"{key}-soort")
    return Filled({"proposal": ResultProposal(kind, text, group)}, (text, group))


def _type_observation(noticed: ObservationFacts | None, *, reader: Reader, key: str) -> Filled:
    kind = _choose_kind(
        words.OBSERVATION_KIND, words.OBSERVATION_KINDS, standing=noticed.kind if noticed else "", key=f"{key}-soort"
    )
    text = _type(
        words.OBSERVATION,
        noticed.text if noticed else "",
        placeholder=words.OBSERVATION_PLACEHOLDER,
        reader=reader,
        key=f"{key}-tekst",
    )
    return Filled({"proposal": ObservationProposal(kind, text)}, (text,))


def _choose_kind(label: str, kinds: dict[str, str], *, standing: str, key: str) -> str:
    options = list(kinds)
    at = options.index(standing) if standing in kinds else 0
    return st.radio(label, options, index=at, format_func=kinds.__getitem__, key=key) or options[0]


def _choose_indicators(standing: Sequence[str], *, reader: Reader, key: str) -> list[str]:
    names = {one.code: one.short_name for one in catalogue.indicators(reader) if one.kind != "context"}
    return st.multiselect(
        words.INDICATORS,
        list(names),
        default=[code for code in standing if code in names],
        format_func=names.__getitem__,
        placeholder=words.INDICATORS_PLACEHOLDER,
        key=f"{key}-cijfers",
    )


def _type(label: str, standing: str, *, placeholder: str, reader: Reader, key: str) -> str:
    text = st.text_area(label, standing, placeholder=placeholder, height="content", key=key)
    warn_of_names(text, reader=reader)
    return text
