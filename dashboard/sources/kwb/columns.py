"""Which columns of a Kerncijfers file hold what: OData keys, StatLine's titles, the yearly file, or v4 codes."""

from collections.abc import Sequence

from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.titles import COUNTED, is_key, stem, unit
from dashboard.texts import ready_made as texts
from dashboard.texts import sources as common

AREA, KIND, DATE, CHANGED = "WijkenEnBuurten", "SoortRegio", "Peildatum", "IndelingswijzigingGemeenteWijkBuurt"
MUNICIPALITY, NAME = "Gemeentenaam", "Naam"
INHABITANTS, YOUNGEST, OLDER = "AantalInwoners", "k_0Tot15Jaar", "k_15Tot25Jaar"
PUPILS_PRIMARY, PUPILS_SECONDARY = "LeerlingenPo", "LeerlingenVoInclVavo"
CARE, CARE_SHARE = "JongerenMetJeugdzorgInNatura", "PercentageJongerenMetJeugdzorg"
COUNTS = (INHABITANTS, YOUNGEST, OLDER, PUPILS_PRIMARY, PUPILS_SECONDARY, CARE)
SUBJECTS = (DATE, AREA, KIND, CHANGED, MUNICIPALITY, NAME, *COUNTS, CARE_SHARE)
GLUED = (DATE, AREA, KIND, YOUNGEST, OLDER, CARE, CARE_SHARE)  # what the export with several years always has

_CALLED = {  # stems: of the keys, of the titles, and the names in the yearly file
    KIND: ("soortregio", "recs"),
    CHANGED: ("indelingswijziginggemeentewijkbuurt", "indwbi"),
    MUNICIPALITY: ("gemeentenaam", "gmnaam"),
    NAME: ("regio",),
    INHABITANTS: ("aantalinwoners", "ainw"),
    YOUNGEST: ("0tot15jaar", "a0014"),
    OLDER: ("15tot25jaar", "a1524"),
    PUPILS_PRIMARY: ("leerlingenpo", "aonspo"),
    PUPILS_SECONDARY: ("leerlingenvoinclvavo", "leerlingenvo(inclvavo)", "leerlingenvo", "aonsvovavo"),
    CARE: ("jongerenmetjeugdzorginnatura", "ajztn", "totaaljongerenmetjeugdzorginnatura"),
    CARE_SHARE: ("percentagejongerenmetjeugdzorg", "pjztn"),
}
_SUBJECT_OF = {called: subject for subject, names in _CALLED.items() for called in names}
_AREAS = ("gwbcode10", "gmcode", "codering", "gwbcode")  # the first of these that there is holds the codes
_DATES = ("peildatum", "year", "jaar", "perioden")
_OWN = frozenset(
    called for subject in (INHABITANTS, YOUNGEST, PUPILS_PRIMARY, CARE_SHARE) for called in _CALLED[subject]
)
_YEARLY = frozenset({"gwbcode10", "gmcode", "recs", "ainw", "a0014", "ajztn"})
MEASURE_CODES = {  # of OData v4, in every edition since 2018
    "T001036": INHABITANTS,
    "10680": YOUNGEST,
    "53050": OLDER,
    "A025301": PUPILS_PRIMARY,
    "T001345": PUPILS_SECONDARY,
    "T001203": CARE,
    "A045561": CARE_SHARE,
}
Columns = dict[str, list[str]]


def columns(header: Sequence[str], *, advice: str) -> Columns:
    """Per subject its columns, several when years were glued together; raises `RefusedError` for another table."""
    found: Columns = {subject: [] for subject in SUBJECTS}
    by_stem: dict[str, str] = {}
    for name in header:
        called = stem(name)
        by_stem.setdefault(called, name)
        subject = _SUBJECT_OF.get(called)
        if subject and (subject not in COUNTS or unit(name) in COUNTED):
            found[subject].append(name)
    codes_in_area = AREA if AREA in header else next((by_stem[one] for one in _AREAS if one in by_stem), "")
    date = next((by_stem[one] for one in _DATES if one in by_stem), "")
    if not found[NAME] and AREA not in header:
        found[NAME] = [by_stem[one] for one in ("wijkenenbuurten",) if one in by_stem]
    found[AREA], found[DATE] = [codes_in_area] if codes_in_area else [], [date] if date else []
    _check(found, header, advice=advice)
    return found


def looks_like(header: Sequence[str]) -> bool:
    """Whether this can only be Kerncijfers wijken en buurten: its areas beside its population or pupils."""
    stems = {stem(name) for name in header}
    areas = AREA in header or "wijkenenbuurten" in stems or {"gwbcode10", "gmcode"} & stems
    return bool(areas) and bool(_OWN & stems)


def is_yearly(header: Sequence[str]) -> bool:
    """Whether these are the names of the file per year, in which youth care is the first publication."""
    return len(_YEARLY & {stem(name) for name in header}) > 1


def _check(found: Columns, header: Sequence[str], *, advice: str) -> None:
    if any(is_key(name) for name in header) and (DATE in header or not found[AREA]):
        missing = [subject for subject in GLUED if not found[subject]]
        if missing:
            what = common.KWB_FOREIGN.format(missing=texts.COMMA.join(missing))
            raise RefusedError([Problem(what, 1, advice=advice)])
    has_figures = found[CARE] or found[PUPILS_PRIMARY] or (found[YOUNGEST] and found[OLDER])
    if not found[AREA] or not has_figures:
        raise RefusedError([Problem(texts.KWB_FORMS, 1, advice=advice)])
