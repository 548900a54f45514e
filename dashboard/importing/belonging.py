"""Whose figures a file holds, and whether the one who brings them may."""

from dashboard.sources.columns.wanted import OWN_SOURCE
from dashboard.sources.connectors import Connector
from dashboard.sources.problems import MOST_LINES, Findings, Problem
from dashboard.sources.reader import FileContent, Known
from dashboard.texts import importing as words
from data_models.queries.regions import RegionFacts

_MOST_NAMED = 3  # indicators named in a sentence


def is_own(content: FileContent, *, connector: Connector) -> bool:
    """Whether the figures come from a registration of our own, which nobody has protected yet."""
    return connector.local or OWN_SOURCE in content.figures["source"]


def owner(content: FileContent, *, connector: Connector, region: RegionFacts | None, known: Known) -> int | None:
    """The region whose figures these are, or None when they are everybody's; raises `RefusedError`.

    Figures of registrations (`local` indicators, a local connector, or what the file says was counted by the region
    itself) belong to the region of whoever brings them in and are about its own areas; invented areas belong to the
    example region and real ones do not. The project itself (no region) may bring invented ones of any kind: those are
    for everybody.
    """
    findings = Findings()
    found = content.figures.select("indicator", "area", "source").unique(maintain_order=True).rows()
    areas = list(dict.fromkeys(area for _, area, _ in found))
    invented = {area for area in areas if _is_fictional(area, known)}
    asked = [(code, source) for code, area, source in found if region is not None or area not in invented]
    local = list(dict.fromkeys(code for code, source in asked if _is_local(code, source, known)))
    public = list(dict.fromkeys(code for code, source in asked if not _is_local(code, source, known)))
    is_local = connector.local or bool(local)
    if region is None:
        if is_local:
            findings.add(Problem(words.LOCAL_WITHOUT_REGION, advice=words.LOCAL_WITHOUT_REGION_ADVICE))
    else:
        if local and public and not connector.local:
            what = words.LOCAL_AND_PUBLIC.format(public=_named(public), local=_named(local))
            findings.add(Problem(what, advice=words.LOCAL_AND_PUBLIC_ADVICE))
        _check_areas(areas, invented=invented, region=region, own=is_local, known=known, findings=findings)
    findings.refuse()
    return region.id if is_local and region is not None else None


def _check_areas(
    areas: list[str], *, invented: set[str], region: RegionFacts, own: bool, known: Known, findings: Findings
) -> None:
    """The first fifty areas that this region brings no figures about."""
    foreign = [area for area in areas if (area in invented) != region.fictional]
    what, advice = (
        (words.REAL_AREA, words.REAL_AREA_ADVICE)
        if region.fictional
        else (words.INVENTED_AREA, words.INVENTED_AREA_ADVICE)
    )
    if not foreign and own and known.own_areas is not None:
        foreign = [area for area in areas if area not in known.own_areas]
        what, advice = words.NOT_OWN_AREA, words.NOT_OWN_AREA_ADVICE
    problems = [Problem(what, value=area, advice=advice) for area in foreign[:MOST_LINES]]
    findings.add_all(problems, total=len(foreign))


def _is_local(code: str, source: str, known: Known) -> bool:
    return source == OWN_SOURCE or (code in known.indicators and known.indicators[code].local)


def _is_fictional(code: str, known: Known) -> bool:
    return any(area.fictional for area in known.areas.get(code, ()))


def _named(codes: list[str]) -> str:
    return ", ".join(codes if len(codes) <= _MOST_NAMED else [*codes[:_MOST_NAMED], "…"])
