"""Ingelezen: what was brought in, by whom and when, and undoing the last of it."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.data import sources
from dashboard.data.reader import Reader
from dashboard.formatting import count, day
from dashboard.importing import summary
from dashboard.texts import data as words
from dashboard.texts import sources as source_words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import undoing
from data_models.queries.imports import BatchFacts

_PLACE = "ingelezen"


def show_batches(reader: Reader) -> None:
    """The last imports of public figures and of the own region."""
    st.header(words.BATCHES, anchor=False)
    say_what_happened(_PLACE)
    batches = sources.batches(reader)
    last = sources.last_undoable(reader)
    if last is not None and reader.actor is not None and access.may(reader.actor, Action.IMPORT_FIGURES):
        _offer_undo(last, actor=reader.actor)
    if batches:
        show_table([_row(batch) for batch in batches], key="tabel-norm-ingelezen")
    else:
        st.info(words.NO_BATCHES)


def _offer_undo(batch: BatchFacts, *, actor: Actor) -> None:
    """Say what undoing the last import does, and ask again."""
    with st.popover(words.UNDO, key=f"ongedaan-vraag-{batch.id}"):
        said = {"file": batch.file_name, "day": day(batch.imported_at)}
        counts = {"new": count(batch.new), "changed": count(batch.changed), "gone": count(batch.gone)}
        st.text(words.UNDO_WHAT.format(**said, **counts))
        st.button(words.UNDO_CONFIRM, key=f"ongedaan-{batch.id}", on_click=_undo, args=(batch, actor))


@telling_outages(_PLACE)
def _undo(batch: BatchFacts, actor: Actor) -> None:
    try:
        with database.staging(actor=actor) as session:
            undone = undoing.undo_last(session, actor=actor, region_id=actor.region_id, batch_id=batch.id)
    except (undoing.ChangedSinceError, undoing.NothingToUndoError):
        this_session.tell(problems=[words.UNDO_STALE], place=_PLACE)
        return
    said = summary.undone(undone)
    this_session.tell(good=said, place=_PLACE)


def _row(batch: BatchFacts) -> dict[str, str]:
    remark = words.UNDOES if batch.undoes_id else words.UNDONE if batch.undone_by_id else ""
    if batch.came_with_the_program:
        remark = words.SEED
    who = batch.organisation or words.THE_PROJECT
    source = source_words.SOURCE_NAMES.get(batch.connector) or ", ".join(batch.sources)
    done = words.BATCH_DID.format(new=count(batch.new), changed=count(batch.changed), gone=count(batch.gone))
    return {
        words.WHEN: words.BATCH_WHEN.format(day=day(batch.imported_at), who=who),
        words.WHAT_FILE: words.BATCH_WHAT.format(file=batch.file_name, source=source),
        words.OUTCOME: words.BATCH_REMARK.format(done=done, remark=remark) if remark else done,
    }
