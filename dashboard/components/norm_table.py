"""Veel normen tegelijk: a field in which rows from Excel are pasted, and what became of each of them.

A field of plain text and not Streamlit's editor of tables: that draws on a canvas that a screen reader and a telephone
read badly, speaks English, and loses what was typed when the data under it change (docs/adr/0020).
"""

import streamlit as st

from dashboard import selection, this_session
from dashboard.components.choosing import choose_optional
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import show_who
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.components.norm_row_saving import PLACE, Progress, SavedRow, Saving, Work, save_rows, take_rows_back
from dashboard.components.norm_rows import said_in
from dashboard.components.table import show_table
from dashboard.data import norm_table as table_data
from dashboard.data.norm_table import Names
from dashboard.data.reader import Reader
from dashboard.formatting import counted, plain
from dashboard.sources.pasted_rows import Pasted, read_rows
from dashboard.texts import norm_table as words
from data_models import access
from data_models.access import Action, Actor
from data_models.facts import AreaFacts

MOST_ROWS = 500  # at once: about ten seconds of saving
FIELD_HEIGHT = 280  # pixels: ten rows
_ONE, _MANY = "een", "veel"


def choose_many(reader: Reader) -> bool:
    """One norm or many; asked only of who may set them."""
    if reader.actor is None or not access.may(reader.actor, Action.SET_NORMS):
        return False
    options = {_ONE: words.ONE, _MANY: words.MANY}
    return choose_optional(selection.SECTION, label=words.CHOICE, options=options, default=_ONE) == _MANY


def set_many(reader: Reader, *, area: AreaFacts) -> None:
    """The field with rows, saving them one by one, and what became of each."""
    actor = reader.actor
    if actor is None:
        return
    work = _work(actor)
    saving = Saving(reader, actor, Names(reader, area=area), work)
    st.header(words.MANY, anchor=False)
    show_who(actor)
    st.text(words.HOW)
    _show_columns()
    say_what_happened(PLACE)
    if not work.text:
        _offer_norms_of_now(reader, area=area, actor=actor, work=work)
    pasted = _type_rows(work, actor=actor)
    texts = [text for row in pasted.rows for text in said_in(row)]
    warn_of_names("\n".join(texts), reader=reader)
    if save_button(words.SAVE, texts=texts, reader=reader, key=f"{PLACE}-opslaan-{work.generation}"):
        _save(saving, pasted=pasted)
        st.rerun()
    _show_left(work)
    _show_saved(saving)


def _work(actor: Actor) -> Work:
    """What this person has in hand in this region; kept for as long as the session lasts."""
    name = f"{PLACE}-{actor.person_id}-{actor.region_id}"
    kept = this_session.kept(name)
    if isinstance(kept, Work):
        return kept
    work = Work(seen=table_data.standing(actor))
    this_session.keep(name, value=work)
    return work


def _show_columns() -> None:
    with st.expander(words.COLUMNS_TITLE):
        st.text(words.COLUMNS_HELP)
        rows = [{words.COLUMN: name, words.MEANING: words.MEANINGS[key]} for key, name in words.COLUMNS.items()]
        show_table(rows, key="tabel-norm-kolommen")


def _offer_norms_of_now(reader: Reader, *, area: AreaFacts, actor: Actor, work: Work) -> None:
    """Put the norms as they stand now in the empty field, to copy to Excel or to adjust there."""
    text = table_data.as_rows(reader, area=area, norms=table_data.standing(actor))
    number = len(read_rows(text, columns=words.COLUMNS, also_called=words.ALSO_CALLED).rows)
    label = counted(number, forms=words.FILL) if number else words.FILL_NAMES
    if st.button(label, key=f"{PLACE}-vullen"):
        work.seen = table_data.standing(actor)
        work.put(table_data.as_rows(reader, area=area, norms=work.seen))
        st.rerun()
    st.caption(words.FILL_HELP)


def _type_rows(work: Work, *, actor: Actor) -> Pasted:
    """The field; its text is kept for the session, also when another page is opened in between."""
    key = f"{PLACE}-veld-{work.generation}"
    this_session.give_back({key: work.text})
    with st.container(key="veel-normen"):
        keep_typed(PLACE, actor=actor, unsaved=True)
        work.text = st.text_area(words.FIELD, placeholder=words.FIELD_PLACEHOLDER, height=FIELD_HEIGHT, key=key) or ""
    pasted = read_rows(work.text, columns=words.COLUMNS, also_called=words.ALSO_CALLED)
    if pasted.rows:
        said = counted(len(pasted.rows), forms=words.READ)
        st.caption(said if pasted.header else " ".join((said, words.READ_IN_ORDER)))
    if pasted.unread:
        st.warning(words.NOT_READ.format(names=", ".join(map(plain, pasted.unread))))
    return pasted


def _save(saving: Saving, *, pasted: Pasted) -> None:
    if not pasted.rows:
        this_session.tell(problems=[words.NOTHING], place=PLACE)
        return
    if len(pasted.rows) > MOST_ROWS:
        problem = words.TOO_MANY.format(count=len(pasted.rows), most=MOST_ROWS)
        this_session.tell(problems=[problem], place=PLACE)
        return
    save_rows(saving, pasted=pasted, progress=_progress())
    this_session.end_typing(PLACE)


def _show_left(work: Work) -> None:
    """What was saved in so many words, and each row that was not, with what is wrong."""
    if work.just_saved and not work.left and not work.same:
        st.success(counted(work.just_saved, forms=words.DONE_ALL))
    elif work.just_saved or work.left or work.same:
        said = words.DONE.format(saved=work.just_saved, same=len(work.same), left=len(work.left))
        (st.warning if work.left else st.success)(said)
    if work.left:
        st.subheader(words.LEFT, anchor=False)
        st.text(words.LEFT_HELP)
        rows = [
            {words.ROW: str(number), words.WHAT: which, words.WHY_NOT: why}
            for number, (which, why) in enumerate(work.left, start=1)
        ]
        show_table(rows, key="tabel-norm-rijen")
    if work.same:
        with st.expander(words.SAME.format(count=len(work.same))):
            for which in work.same:
                st.text(which)


def _show_saved(saving: Saving) -> None:
    """The rows that were saved, each with the way back, and all of them together."""
    rows = saving.work.saved
    if not rows:
        return
    with st.expander(words.STORED.format(count=len(rows))):
        chosen: list[SavedRow] = []
        if len(rows) > 1 and st.button(words.UNDO_ALL.format(count=len(rows)), key=f"{PLACE}-alles-terug"):
            chosen = list(rows)
        for row in rows:
            with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
                st.text(words.SAVED_LINE.format(which=row.figure.title, norm=row.norm))
                label = words.UNDO_ONE.format(which=plain(row.figure.title))
                if st.button(label, key=f"{PLACE}-terug-{row.norm_id}-{row.version}"):
                    chosen = [row]
    if chosen:
        done, problems = take_rows_back(saving, rows=chosen, progress=_progress())
        if done or problems:
            good = counted(done, forms=words.UNDONE) if done else ""
            this_session.tell(problems=problems, good=good, place=PLACE)
        st.rerun()


def _progress() -> Progress:
    """A bar that says at which row it is."""
    bar = st.progress(0.0)

    def say(done: int, total: int) -> None:
        bar.progress(done / total, text=words.BUSY.format(done=done, total=total))

    return say
