"""The sheet of a result as a page to take along: the same words as on the screen."""

from datetime import date

from dashboard.data import agreements
from dashboard.data.overview import line_legend
from dashboard.data.result_sheet import Sheet
from dashboard.exports.result_html import SheetCard, SheetLine, SheetPage
from dashboard.formatting import day
from dashboard.texts import agreements as agreement_words
from dashboard.texts import ambitions as tree_words
from dashboard.texts import result as words
from dashboard.texts import taking_along as taking_words
from dashboard.texts.story import QUESTIONS
from data_models.facts import AreaFacts
from data_models.queries.ambitions import ObservationFacts


def page_of(found: Sheet, *, area: AreaFacts, reference: AreaFacts, address: str, today: date) -> SheetPage:
    """Everything on the sheet, in the order of the screen."""
    result = found.result
    legend = line_legend(area, reference=reference)
    return SheetPage(
        title=result.text,
        above=(words.ISSUE.format(text=found.issue.matter), words.AMBITION.format(text=found.ambition.text)),
        below=(
            words.TARGET_GROUP.format(text=result.target_group),
            words.KIND.format(text=tree_words.KINDS[result.kind]),
        ),
        notice=words.EXAMPLE if area.fictional else "",
        figures=words.INDICATORS.format(area=area.name),
        cards=tuple(
            SheetCard(
                card.indicator.short_name, card.sentence, card.sparkline, card.alternative, card.instead, card.norm
            )
            for card in found.cards
        ),
        instead=words.NO_INDICATORS,
        parts=(
            (words.NOTICED, tuple(map(_noticed, result.observations)) or (SheetLine(words.NOTHING_NOTICED),)),
            (words.EFFORTS, tuple(map(SheetLine, found.efforts or (words.NO_EFFORTS,)))),
            (agreement_words.OF_RESULT, _agreed(found) or (SheetLine(agreement_words.NONE_OF_RESULT),)),
            (words.STORY, _story(found) or (SheetLine(words.NO_STORY),)),
        ),
        foot=tuple(
            line
            for line in (legend if found.cards else "", taking_words.ORIGIN["made"].format(day=day(today)), address)
            if line
        ),
    )


def _noticed(one: ObservationFacts) -> SheetLine:
    return SheetLine(
        one.text,
        tree_words.OBSERVATION_BY.format(
            kind=tree_words.OBSERVATION_KINDS[one.kind],
            organisation=one.organisation or tree_words.NO_ORGANISATION,
            day=day(one.created_at),
        ),
    )


def _agreed(found: Sheet) -> tuple[SheetLine, ...]:
    return tuple(SheetLine(one.what, agreements.line(one)) for one in found.agreements)


def _story(found: Sheet) -> tuple[SheetLine, ...]:
    """What was said together first, then the last answers."""
    together = [
        SheetLine(
            one.text,
            words.AND.join((words.TOGETHER.format(about=one.about), QUESTIONS[one.question], one.confirmed)),
        )
        for one in found.together
    ]
    answers = [
        SheetLine(
            answer.text,
            words.AND.join(
                (
                    told.about,
                    words.STORY_ANSWER.format(
                        question=QUESTIONS[answer.question],
                        organisation=answer.organisation or tree_words.NO_ORGANISATION,
                        day=day(answer.on),
                    ),
                )
            ),
        )
        for told in found.told
        for answer in told.answers
    ]
    return (*together, *answers)
