"""Finding what was asked by its code; what is not there gets a Dutch sentence with what comes near."""

from sqlalchemy.orm import Session

from dashboard.sources.reader import nearest
from dashboard.texts import sources as texts
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import catalogue


class NotFoundError(Exception):
    """What was asked is not there; the sentence says so in Dutch, with what comes near."""


def indicator_of(session: Session, code: str) -> IndicatorFacts:
    """The indicator with this code; raises `NotFoundError`."""
    known = {indicator.code: indicator for indicator in catalogue.indicators(session)}
    if code not in known:
        by_name = {indicator.name.lower(): indicator.code for indicator in known.values()}
        advice = _advice(code, known={**by_name, **{code: code for code in known}})
        raise NotFoundError(texts.NO_SUCH_INDICATOR.format(code=code, advice=advice).strip())
    return known[code]


def areas_of(session: Session, code: str) -> list[AreaFacts]:
    """Every area that ever had this code, the oldest first; raises `NotFoundError`."""
    everywhere = catalogue.areas(session)
    found = sorted((area for area in everywhere if area.code == code), key=lambda area: area.valid_from)
    if not found:
        shown = {area.code: texts.CODE_AND_NAME.format(code=area.code, name=area.name) for area in everywhere}
        known = {**{area.name.lower(): shown[area.code] for area in everywhere}, **shown}
        raise NotFoundError(texts.NO_SUCH_AREA.format(code=code, advice=_advice(code, known=known)).strip())
    return found


def _advice(typed: str, *, known: dict[str, str]) -> str:
    """The nearest known code or name, as a question."""
    names = {name.lower(): shown for name, shown in known.items()}
    near = nearest(typed.lower(), among=list(names))
    return texts.DID_YOU_MEAN.format(name=names[near]) if near else ""
