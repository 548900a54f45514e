"""Ambities en normen: what stands, how it came about, and setting or changing a norm."""

from collections.abc import Sequence

import streamlit as st

from dashboard import theme, this_session
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import warn_of_names
from dashboard.components.norm_adoptions import show_adoptions
from dashboard.components.norm_form import drawable, type_norm
from dashboard.components.norm_result import choose_result
from dashboard.components.norm_saving import Saving, new_norm, offer_saving
from dashboard.components.norm_steps import form_of, offer_steps
from dashboard.data import norms as norm_data
from dashboard.data.norms import NormView
from dashboard.data.reader import Reader
from dashboard.data.similar_places import similar_places
from dashboard.formatting import day, plain, value_with_unit
from dashboard.texts import norms as words
from data_models import access
from data_models.access import Action
from data_models.facts import AreaFacts, IndicatorFacts, NormFacts
from data_models.queries.ambitions import Tree


def show_title(area: AreaFacts) -> None:
    """The area's name as the title, and what a norm is for."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE)


def show_norms(views: Sequence[NormView], *, reader: Reader, area: AreaFacts, tree: Tree) -> None:
    """The norms of the area, each with its state, progress and history."""
    st.header(words.STANDING.format(area=area.name), anchor=False)
    if not views:
        none = words.NONE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART
        st.info(none.format(area=area.name))
    signs_for = norm_data.signs_for(reader)
    for view in views:
        with st.container(border=True, key=f"norm-{view.facts.id}"):
            _show_norm(view, reader=reader, signs_for=signs_for)
            if view.facts.stands:
                choose_result(view, tree=tree, actor=reader.actor)


def set_or_change(
    reader: Reader, *, area: AreaFacts, reference: AreaFacts, indicator: IndicatorFacts, views: Sequence[NormView]
) -> None:
    """The form beside the chart that previews it: a new norm, or a change of one that stands."""
    of_figure = [one for one in views if one.indicator == indicator and one.facts.stands]
    may_set = reader.actor is not None and access.may(reader.actor, Action.SET_NORMS)
    own = [one for one in of_figure if may_set and reader.actor and one.facts.region_id == reader.actor.region_id]
    st.header(words.CHANGE if own else words.SET, anchor=False)
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
        return
    if not may_set:
        st.info(words.MAY_NOT)
        return
    chart_side, form_side = st.columns([3, 2], gap="large")
    with form_side:
        show_who(reader.actor)
        say_what_happened()
        standing = _choose_standing(own, area=area, indicator=indicator)
        this_session.keep(new_norm(area, indicator), value=standing is None)
        breakdown = _choose_group(reader, area=area, indicator=indicator, standing=standing)
        found = norm_data.lines(reader, area=area, reference=reference, indicator=indicator, breakdown=breakdown)
        form = this_session.form(_name(area, indicator, breakdown, standing), seen=standing)
        with st.container(key="norm-formulier"):  # not what was chosen above it: that makes it another form
            keep_typed(form.name, actor=reader.actor)
            typed = type_norm(indicator, reader=reader, figures=found.area, standing=form.seen, key=form.key)
            change_reason = st.text_input(words.CHANGE_REASON, key=f"{form.key}-reden") if form.seen else ""
            warn_of_names(change_reason, reader=reader)
            facts = [one.facts for one in of_figure]
            saving = Saving(
                reader=reader,
                actor=reader.actor,
                area=area,
                indicator=indicator,
                breakdown=breakdown,
                form=form,
                typed=typed,
                change_reason=change_reason,
                seen=norm_data.standing(facts, indicator=indicator, breakdown=breakdown),
            )
            offer_saving(saving)
    with chart_side:
        others = similar_places(reader, area=area, indicator=indicator, breakdown=breakdown)
        preview = norm_data.preview(
            found,
            area=area,
            reference=reference,
            indicator=indicator,
            proposal=drawable(typed),
            replaces=standing.id if standing else None,
            breakdown=breakdown,
            others=others,
        )
        st.plotly_chart(
            preview.drawing.figure,
            theme=None,
            config=theme.PLOTLY_CONFIG,
            alt=preview.drawing.alternative,
            key="norm-grafiek",
        )
        st.text(preview.progress or words.NOTHING_TO_PREVIEW)
        if preview.asked:
            st.text(preview.asked)


def _name(area: AreaFacts, indicator: IndicatorFacts, breakdown: str, standing: NormFacts | None) -> str:
    return form_of(standing) if standing else f"norm-{area.code}-{indicator.code}-{breakdown}"


def _choose_standing(own: Sequence[NormView], *, area: AreaFacts, indicator: IndicatorFacts) -> NormFacts | None:
    """Which norm is changed; None: a new one is set. Only asked where one stands."""
    if not own:
        return None
    writing_anew = this_session.kept(new_norm(area, indicator)) is True  # began before a colleague set one
    known = {one.facts.id: one for one in own}
    options = [*known, 0]
    chosen = st.radio(
        words.WHICH,
        options,
        index=options.index(0) if writing_anew else 0,
        format_func=lambda number: (
            words.WHICH_OF.format(norm=_title(known[number]), state=known[number].state) if number else words.WHICH_NEW
        ),
        key=f"welke-{area.code}-{indicator.code}",
    )
    return known[chosen].facts if chosen else None


def _choose_group(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, standing: NormFacts | None) -> str:
    """For which children the norm is: those of whom the figure is known; a norm that stands keeps its own."""
    if standing is not None:
        return standing.breakdown
    groups = norm_data.groups(reader, area=area, indicator=indicator)
    if not groups:
        return ""
    options = ["", *groups]
    chosen = st.selectbox(
        words.GROUP,
        options,
        format_func=lambda code: groups.get(code, words.EVERYBODY),
        key=f"groep-{area.code}-{indicator.code}",
    )
    return chosen or ""


def _title(view: NormView) -> str:
    return words.TITLE_OF_GROUP.format(norm=view.title, group=view.group) if view.group else view.title


def _show_norm(view: NormView, *, reader: Reader, signs_for: dict[int, str]) -> None:
    norm = view.facts
    st.markdown(f"**{view.indicator.short_name}** · {plain(_title(view))} · *{view.state}*")
    if norm.state == "concept":
        st.caption(words.CONCEPT_HELP)
    if view.progress:
        st.text(view.progress)
    st.text(words.REASON_LINE.format(reason=norm.reason))
    if norm.direction_reason:
        st.text(words.DIRECTION_LINE.format(reason=norm.direction_reason))
    st.caption(" · ".join(_said(view)))
    with st.expander(words.HISTORY.format(count=len(view.history))):
        for version in view.history:
            st.text(version)
    show_adoptions(view, actor=reader.actor, signs_for=signs_for)
    actor = reader.actor
    if actor is not None and access.may(actor, Action.SET_NORMS, region_id=norm.region_id):
        offer_steps(view, reader=reader, actor=actor)


def _said(view: NormView) -> list[str]:
    """By whom and in which overleg it was agreed, where it comes from, and from which start it counts."""
    norm = view.facts
    said = [words.AGREED_BY_LINE.format(agreed_by=plain(norm.agreed_by))]
    if norm.meeting:
        template = words.MEETING_LINE if norm.met_on else words.MEETING_LINE_WITHOUT_DAY
        said.append(template.format(meeting=plain(norm.meeting), day=day(norm.met_on) if norm.met_on else ""))
    said.append(words.ORIGIN_LINE.format(origin=plain(words.ORIGINS.get(norm.origin, norm.origin))))
    if norm.start_value is not None:
        unit, decimals = view.indicator.unit, view.indicator.decimals
        start = value_with_unit(norm.start_value, unit=unit, decimals=decimals)
        said.append(words.START_LINE.format(value=start, year=norm.start_year))
    return said
