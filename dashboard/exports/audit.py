"""The logboek in words: a line as it stands on the screen, and as a row of the file that one takes along."""

import re
from collections.abc import Iterable
from datetime import datetime

from dashboard.exports.sheets import Cell, separated_lines
from dashboard.formatting import count, in_seconds, moment
from dashboard.texts import audit as words
from dashboard.texts.people import ROLES
from data_models.access import Role
from data_models.queries.audit import AuditFacts
from data_models.tables.audit import INVITED_ROLE

_WITHOUT_VERSIONS = {"area", "audit", "boundary", "database", "import_batch", "retention"}
_ROLE = re.compile(rf"\b({'|'.join(sorted(Role, key=len, reverse=True))})\b")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?[+-]\d\d:\d\d")


def who(line: AuditFacts) -> str:
    """The person with the roles they had then: `Anna Jansen (beleidsmedewerker)`."""
    if not line.person_name:
        return _nobody(line)
    return words.WHO_IN_ROLE.format(name=line.person_name, roles=roles(line))


def _nobody(line: AuditFacts) -> str:
    """Who it was when it was no person that is known here."""
    return words.INVITED if INVITED_ROLE in line.roles else words.THE_PROJECT


def roles(line: AuditFacts) -> str:
    """The roles they had then, as people call them."""
    return words.BETWEEN_ROLES.join(ROLES[Role(role)] if role in set(Role) else role for role in line.roles)


def done(line: AuditFacts) -> str:
    """What happened: `wijzigde een norm`."""
    return words.ACTIONS.get(line.action, line.action)


def about(line: AuditFacts) -> str:
    """What it happened to, in words; never a text that somebody wrote."""
    match line.kind, line.about:
        case "norm" | "contribution", (indicator, area):
            named = words.OF_IN.format(indicator=indicator, area=area)
        case "import_batch", (new, changed, gone):
            counts = {"new": count(int(new)), "changed": count(int(changed)), "gone": count(int(gone))}
            return words.BATCH.format(file=line.detail, **counts)
        case "person", (name,):
            named = "" if line.subject_id == line.person_id else name
        case _, (name,):
            named = name
        case _:
            named = ""
    return words.BETWEEN_PARTS.join(part for part in (named, _in_dutch(line)) if part)


def versions(line: AuditFacts) -> str:
    """From which version to which: `versie 1 → 2`; empty for what has none."""
    if line.kind in _WITHOUT_VERSIONS or line.from_version == line.to_version:
        return ""
    form = words.VERSIONS if line.from_version else words.FIRST_VERSION
    return form.format(start=line.from_version, to=line.to_version)


def sentence(line: AuditFacts) -> str:
    """What happened, to what, from which version to which: `wijzigde een norm · Jeugdzorg in Almere · versie 1 → 2`."""
    return words.BETWEEN_PARTS.join(part for part in (done(line), about(line), versions(line)) if part)


def heading() -> bytes:
    """The first line of the file."""
    return separated_lines([words.COLUMNS])


def rows(lines: Iterable[AuditFacts]) -> bytes:
    """These lines in the file."""
    return separated_lines(_row(line) for line in lines)


def last_line(sentence: str) -> bytes:
    """A line that says why the file ends here."""
    return separated_lines([[sentence]])


def _row(line: AuditFacts) -> list[Cell]:
    return [
        in_seconds(line.at),
        line.person_name or _nobody(line),
        roles(line) if line.person_name else "",
        done(line),
        words.KINDS.get(line.kind, line.kind),
        about(line),
        line.from_version,
        line.to_version,
    ]


def _in_dutch(line: AuditFacts) -> str:
    """The detail of a line about a person's role holds codes and moments."""
    if line.kind != "person":
        return line.detail
    named = _ROLE.sub(lambda found: ROLES[Role(found.group())], line.detail)
    named = _MOMENT.sub(lambda found: moment(datetime.fromisoformat(found.group())), named)
    return named.replace("∞", words.ENDLESS)
