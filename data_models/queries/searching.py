"""Finding texts by their words: only those that the asker may read where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Actor, region_read
from data_models.queries import norms, practice, stories
from data_models.queries.ambitions import results_that_stand
from data_models.stemming import LONG, asked, phrase, stem
from data_models.tables import (
    AgendaItem,
    Agreement,
    Ambition,
    Area,
    Contribution,
    DissentingView,
    Effort,
    Escalation,
    Goal,
    Indicator,
    Issue,
    JointInterpretation,
    Norm,
    Observation,
    Party,
    Picture,
    PictureFigure,
    PracticeStory,
    Region,
    SearchText,
    SocietalResult,
    TalkTable,
)

MOST = 50  # of a kind: who sees more looks for something else


Question = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text that was found, and where it stands: the indicator and area of its figure, or its result."""

    kind: str
    id: int
    texts: tuple[str, ...]
    organisation: str
    at: datetime
    indicator: str = ""
    area: str = ""
    area_name: str = ""
    result_id: int | None = None
    rank: int = 0  # how well it fits: the lower the better (`_rank`)


@dataclass(frozen=True, slots=True)
class FoundKind:
    """What was found of one kind, in the order of `best_first`; `total` may be more than there are."""

    kind: str
    total: int
    found: tuple[FoundText, ...]


def find(session: Session, *, asker: Actor | None, words: str, fictional: bool, most: int = MOST) -> list[FoundKind]:
    """The texts in which all these words are, of the asker's region, or of the fictional one that is for everyone.

    A word is found as it is, in its other forms (scholen for school), and inside longer words. Nothing when there are
    no words in what was typed.
    """
    kinds = [
        _of_kind(session, kind, question=question, words=words, most=most)
        for kind, question in (_questions(asker, fictional=fictional) if asked(words) else ())
    ]
    return [one for one in kinds if one.total]


def best_first(kinds: Iterable[FoundKind]) -> list[FoundText]:
    """What was found of several kinds together: what fits best, and of what fits as well the last changed."""
    newest = sorted((text for one in kinds for text in one.found), key=lambda text: text.at, reverse=True)
    return sorted(newest, key=lambda text: text.rank)


def _of_kind(session: Session, kind: str, *, question: Question, words: str, most: int) -> FoundKind:
    table: Any = question.column_descriptions[0]["entity"]
    rank = _rank(words).label("rank")
    rows = session.execute(
        question.add_columns(func.count().over().label("total"), rank)
        .join(SearchText, and_(SearchText.kind == kind, SearchText.row_id == table.id))
        .where(*map(_matches, asked(words)))
        .order_by(rank, table.updated_at.desc(), table.id.desc())
        .limit(most)
    ).all()
    return FoundKind(kind, rows[0].total if rows else 0, tuple(_found(kind, row=row) for row in rows))


def _rank(words: str) -> ColumnElement[int]:
    """How well a text fits, in any form of the words: the whole phrase, then all words, each in the title first.

    Last comes what has one of the words only inside a longer one. Stems are letters and figures: nothing in them
    means something to LIKE.
    """
    whole, stems = phrase(words), [f"|{stem(word)}|" for word in asked(words)]
    return case(
        (SearchText.words.like(f"%{whole}%/%"), 1),
        (SearchText.words.like(f"%{whole}%"), 2),
        (and_(*(SearchText.words.like(f"%{one}%/%") for one in stems)), 3),
        (and_(*(SearchText.words.like(f"%{one}%") for one in stems)), 4),
        else_=5,
    )


def _matches(word: str) -> ColumnElement[bool]:
    begins = word if len(word) >= LONG else f" {word}"
    return or_(
        SearchText.words.contains(begins, autoescape=True),
        SearchText.words.contains(f"|{stem(word)}|", autoescape=True),
    )


def _found(kind: str, *, row: Any) -> FoundText:  # noqa: ANN401  # a row of any of the questions
    said = row._mapping
    return FoundText(
        kind=kind,
        id=row[0].id,
        texts=tuple(text for name in _TEXTS[kind] if (text := getattr(row[0], name))),
        organisation=said.get("organisation") or "",
        at=row[0].updated_at,
        indicator=said.get("indicator") or "",
        area=said.get("area") or "",
        area_name=said.get("area_name") or "",
        result_id=said.get("result_id"),
        rank=said["rank"],
    )


_TEXTS = {
    "contribution": ("text",),
    "joint": ("text",),
    "dissent": ("text",),
    "practice": ("title", "text"),
    "agreement": ("what", "note"),
    "escalation": ("matter", "reason", "reply"),
    "table": ("name", "task", "members"),
    "norm": ("reason", "direction_reason", "agreed_by", "meeting"),
    "issue": ("matter", "for_whom", "why_now"),
    "ambition": ("text",),
    "result": ("text", "target_group"),
    "observation": ("text",),
    "goal": ("text",),
    "effort": ("activity", "organisation"),
    "agenda": ("question", "reason", "for_whom"),
}
_PLACE = (Indicator.code.label("indicator"), Area.code.label("area"), Area.name.label("area_name"))


def _questions(asker: Actor | None, *, fictional: bool) -> Iterator[tuple[str, Question]]:
    """Of each kind what this person may see, each row with what says where it stands."""

    def shown(column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        invented = select(Region.id).where(Region.fictional)
        return column.in_(invented) if fictional else and_(column == region_read(asker), column.not_in(invented))

    def standing(table: Any, *more: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401
        return shown(table.region_id), table.removed_at.is_(None), *more

    yield (
        "contribution",
        _of_picture(
            select(Contribution, *_PLACE, Contribution.organisation.label("organisation")).join(
                Picture, Picture.id == Contribution.picture_id
            )
        ).where(stories.visible(asker), shown(Picture.region_id), Contribution.state == "shared"),
    )
    yield (
        "joint",
        _of_picture(
            select(JointInterpretation, *_PLACE).join(Picture, Picture.id == JointInterpretation.picture_id)
        ).where(shown(Picture.region_id), JointInterpretation.text != ""),
    )
    yield (
        "dissent",
        _of_picture(
            select(DissentingView, *_PLACE, Party.name.label("organisation"))
            .join(Party, Party.id == DissentingView.party_id)
            .join(JointInterpretation, JointInterpretation.id == DissentingView.interpretation_id)
            .join(Picture, Picture.id == JointInterpretation.picture_id)
        ).where(shown(Picture.region_id), DissentingView.state == "standing"),
    )
    yield (
        "practice",
        (
            select(PracticeStory, *_PLACE, PracticeStory.organisation.label("organisation"))
            .outerjoin(Indicator, Indicator.id == PracticeStory.indicator_id)
            .outerjoin(Area, Area.id == PracticeStory.area_id)
            .where(practice.visible(asker, fictional=fictional), PracticeStory.state == "shared")
        ),
    )
    yield "agreement", (select(Agreement, Agreement.organisation.label("organisation")).where(*standing(Agreement)))
    yield "escalation", (select(Escalation, Escalation.addressee.label("organisation")).where(*standing(Escalation)))
    yield "table", select(TalkTable).where(*standing(TalkTable))
    yield (
        "norm",
        (
            select(Norm, *_PLACE)
            .join(Indicator, Indicator.id == Norm.indicator_id)
            .join(Area, Area.id == Norm.area_id)
            .where(norms.visible(asker), shown(Norm.region_id))
        ),
    )
    issues = select(Issue.id).where(Issue.removed_at.is_(None))
    results = results_that_stand()
    yield "issue", select(Issue).where(*standing(Issue))
    yield "ambition", select(Ambition).where(*standing(Ambition, Ambition.issue_id.in_(issues)))
    yield (
        "result",
        (
            select(SocietalResult, SocietalResult.id.label("result_id")).where(
                *standing(SocietalResult, SocietalResult.id.in_(results))
            )
        ),
    )
    yield (
        "observation",
        (
            select(
                Observation, Observation.result_id.label("result_id"), Observation.organisation.label("organisation")
            ).where(*standing(Observation, Observation.result_id.in_(results)))
        ),
    )
    yield "goal", select(Goal).where(*standing(Goal))
    yield "effort", select(Effort, Effort.organisation.label("organisation")).where(*standing(Effort))
    yield (
        "agenda",
        select(AgendaItem, AgendaItem.organisation.label("organisation")).where(
            shown(AgendaItem.region_id), AgendaItem.state != "dropped"
        ),
    )


def _of_picture(question: Question) -> Question:
    """With the first figure of the picture, from which its screen is opened."""
    return (
        question.join(PictureFigure, and_(PictureFigure.picture_id == Picture.id, PictureFigure.position == 1))
        .join(Indicator, Indicator.id == PictureFigure.indicator_id)
        .join(Area, Area.id == PictureFigure.area_id)
    )
