"""The story to take along: a figure, or some together, with what was told about it that a reader may show to others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.data import catalogue, figure, practice, views_to_take
from dashboard.data.joint import Together, together
from dashboard.data.reader import Reader
from dashboard.data.taking_along import origin
from dashboard.exports.heading import Heading
from dashboard.exports.names import spelled
from dashboard.exports.picture import picture as drawn_picture
from dashboard.exports.story_html import as_html
from dashboard.exports.story_page import Part, Said, StoryFigure, StoryPage, StoryQuestion, TogetherText
from dashboard.exports.story_pdf import as_pdf
from dashboard.formatting import counted, day
from dashboard.texts import agreements as agreement_words
from dashboard.texts import joint as joint_words
from dashboard.texts import practice as practice_words
from dashboard.texts import story as story_words
from dashboard.texts import story_taking as words
from dashboard.texts.writing import VALUATIONS
from data_models import database
from data_models.facts import AreaFacts, ContributionFacts, FigureSubject, IndicatorFacts, PictureSubject
from data_models.queries import stories
from data_models.queries.agreements import AgreementFacts, agreements_of_picture
from data_models.queries.interpretations import JointFacts
from data_models.queries.practice import PracticeFacts

SEEN_BY = {  # what may be on a page, by whom it is for
    "circle": ("circle", "region", "released"),
    "region": ("region", "released"),
    "released": ("released",),
}
MOST_PRACTICE = 5  # stories from practice on the page: the others are on their own screen
WRITTEN: dict[str, Callable[[StoryPage], bytes]] = {"pdf": as_pdf, "html": as_html}


@dataclass(frozen=True, slots=True)
class Compared:
    """What the screen compares the figure with, by the keys of the areas; empty for what the screen would choose."""

    reference: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """A figure of the picture with what it is of."""

    subject: FigureSubject
    area: AreaFacts
    indicator: IndicatorFacts


def file_name(reader: Reader, *, picture: PictureSubject, kind: str) -> str:
    """What the file is called: `verhaal-jeugdzorg-almere-2024.pdf`."""
    names = [f"{one.indicator.short_name} {one.area.name}" for one in _figures(reader, picture=picture)]
    return f"{spelled(words.FILE.format(title=' '.join(names), period=picture.period))}.{kind}"


def file(
    reader: Reader, *, picture: PictureSubject, compared: Compared, audience: str, kind: str, address: str, today: date
) -> bytes:
    """The page as a file of this kind, for this audience."""
    page = story_page(reader, picture=picture, compared=compared, audience=audience, address=address, today=today)
    return WRITTEN[kind](page)


def story_page(
    reader: Reader, *, picture: PictureSubject, compared: Compared, audience: str, address: str, today: date
) -> StoryPage:
    """Everything on the page; what the reader may not see, or this audience may not, is not on it, and drafts never."""
    shown = _figures(reader, picture=picture)
    with database.reading(asker=reader.actor) as session:
        found = stories.contributions(session, asker=reader.actor, picture=picture)
        agreed = agreements_of_picture(session, asker=reader.actor, picture=picture)
    told = [
        one
        for one in found
        if one.period == picture.period and one.state == "shared" and one.visibility in SEEN_BY[audience]
    ]
    of_region = audience != "released"  # what the region wrote and agreed together is its own
    joint = together(reader, picture=picture) if of_region else Together(picture, {}, {})
    parts = (_practice(reader, shown=shown, audience=audience), _agreements(agreed if of_region else [], on=today))
    fictional = any(one.area.fictional for one in shown)
    notices = ["example"] if fictional else []
    notices += [audience] if reader.actor is not None else []
    return StoryPage(
        place=_place(shown),
        title=" · ".join(_title(one, short=len(shown) > 1) for one in shown),
        notices=tuple(words.NOTICES[one] for one in notices),
        figures=tuple(_figure(reader, one, compared=compared, today=today) for one in shown),
        questions=tuple(
            StoryQuestion(
                question=story_words.NUMBERED.format(number=number, question=question),
                answers=tuple(_answer(one) for one in told if one.question == number),
                together=_together(joint.now[number]) if number in joint.now else None,
                before=_before(joint.before[number]) if number in joint.before else None,
            )
            for number, question in story_words.QUESTIONS.items()
        ),
        parts=tuple(part for part in parts if part.said),
        foot=tuple(line for line in (words.ADDRESS.format(address=address) if address else "",) if line),
    )


def _figures(reader: Reader, *, picture: PictureSubject) -> list[_Shown]:
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    areas = {one.code: one for one in sorted(catalogue.areas(reader), key=lambda one: one.valid_from)}
    return [_Shown(one, areas[one.area], indicators[one.indicator]) for one in picture.figures]


def _title(one: _Shown, *, short: bool) -> str:
    name = one.indicator.short_name if short else one.indicator.name
    return words.TITLE_OF_FIGURE.format(indicator=name, area=one.area.name)


def _place(shown: Sequence[_Shown]) -> str:
    themes = ", ".join(dict.fromkeys(one.indicator.theme for one in shown))
    return words.PLACE.format(theme=themes, area=", ".join(dict.fromkeys(one.area.name for one in shown)))


def _figure(reader: Reader, one: _Shown, *, compared: Compared, today: date) -> StoryFigure:
    """The figure as the screen shows it: what is withheld there is withheld here."""
    choices = catalogue.area_choices(reader).besides(one.area)
    reference = choices.areas.get(compared.reference, next(iter(choices.areas.values())))
    others = tuple(choices.areas[key] for key in compared.others if key in choices.areas)
    area, indicator, group = one.area, one.indicator, one.subject.breakdown
    lines = figure.lines(reader, area=area, indicator=indicator, reference=reference, others=others, breakdown=group)
    view = figure.view(reader, area=area, indicator=indicator, reference=reference, others=others, breakdown=group)
    taken = views_to_take.figure_view(
        reader,
        view,
        lines=lines,
        area=area,
        indicator=indicator,
        reference=reference,
        group=figure.breakdowns(reader, area=area, indicator=indicator).get(group, ""),
    )
    title = _title(one, short=False)
    heading = Heading(title, "", "")
    svg = drawn_picture(view.drawing.figure, heading=heading, kind="svg", bare=True).decode() if view.rows else ""
    return StoryFigure(
        title=title,
        message=view.message,
        amounts=view.amounts,
        chart=svg,
        alternative=view.drawing.alternative,
        remarks=view.remarks,
        rows=view.rows,
        notes=view.notes,
        origin=origin(taken, today=today),
    )


def _together(joint: JointFacts) -> TogetherText | None:
    """What the parties say together, who confirmed these words, and who sees it otherwise."""
    views = [one for one in joint.views if one.state == "standing"]
    if not joint.text and not views:
        return None
    confirmed = [
        words.CONFIRMED.format(party=one.party, day=_day(one.confirmed_at), name=one.name)
        if one.name
        else words.CONFIRMED_NAMELESS.format(party=one.party, day=_day(one.confirmed_at))
        for one in joint.confirmed
    ]
    return TogetherText(
        text=joint.text,
        confirmed=tuple(confirmed) if confirmed else (words.NOT_CONFIRMED,),
        otherwise=tuple(
            Said(
                who=joint_words.DISSENTING_VIEW.format(party=one.party, day=_day(one.created_at)),
                text=one.text,
            )
            for one in views
        ),
    )


def _before(joint: JointFacts) -> Said:
    """What they said together of the figure before."""
    parties = ", ".join(one.party for one in joint.confirmed)
    stood = joint_words.STOOD.format(parties=parties) if parties else joint_words.STOOD_UNCONFIRMED
    return Said(who=stood, text=joint.text, chosen=joint_words.LAST_TIME[joint.question].format(period=joint.period))


def _agreements(agreed: Sequence[AgreementFacts], *, on: date) -> Part:
    return Part(heading=words.AGREEMENTS, said=tuple(_agreement(one, on=on) for one in agreed))


def _agreement(one: AgreementFacts, *, on: date) -> Said:
    template = agreement_words.LINE_LATE if one.is_late(on) else agreement_words.LINE
    who = template.format(organisation=one.organisation, day=day(one.due_on), state=agreement_words.STATES[one.state])
    note = agreement_words.WHY_STOPPED if one.state == "stopped" else agreement_words.NOTE
    return Said(who=who, text="\n".join([one.what, *([note.format(note=one.note)] if one.note else [])]))


def _day(moment: datetime) -> str:
    return day(moment)


def _answer(one: ContributionFacts) -> Said:
    organisation = one.organisation or story_words.NO_ORGANISATION
    template = story_words.AUTHOR_NAMED if one.name else story_words.AUTHOR
    author = template.format(name=one.name, organisation=organisation, perspective=one.perspective)
    if one.on_behalf_of:
        author = story_words.ON_BEHALF.format(author=author, group=one.on_behalf_of)
    if one.written_down_by:
        author = story_words.WRITTEN_DOWN.format(author=author, writer=one.written_down_by)
    chosen = ""
    if one.recognition:
        chosen = story_words.RECOGNITION.format(recognition=one.recognition)
    if one.valuation is not None:
        chosen = story_words.VALUATION.format(valuation=VALUATIONS[str(one.valuation)])
    return Said(who=words.WHO_ON.format(author=author, day=_day(one.updated_at)), text=one.text, chosen=chosen)


def _practice(reader: Reader, *, shown: Sequence[_Shown], audience: str) -> Part:
    """The newest stories from practice that go with one of the figures, each once, and how many more there are."""
    found = {
        told.id: told
        for one in shown
        for told in practice.beside(reader, area=one.area, indicator=one.indicator).here
        if told.visibility in SEEN_BY[audience]
    }
    newest = sorted(found.values(), key=lambda one: (one.created_at, one.id), reverse=True)
    said = [_told(one) for one in newest[:MOST_PRACTICE]]
    if more := len(newest) - len(said):
        said.append(Said(who="", text=counted(more, forms=practice_words.MORE_BESIDE)))
    return Part(heading=words.PRACTICE, said=tuple(said))


def _told(one: PracticeFacts) -> Said:
    who = words.PRACTICE_WHO.format(kind=practice_words.KINDS[one.kind], author=practice.author(one))
    return Said(who=who, text=one.text, chosen=one.title)
