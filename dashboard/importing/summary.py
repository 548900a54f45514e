"""An import in a few sentences; the screen and the command line say the same."""

from dashboard.formatting import count, counted
from dashboard.importing.report import Outcome, Report
from dashboard.texts import importing as words
from data_models.commands.publishing import Published


def nothing(report: Report) -> str:
    """That nothing would change."""
    return _unchanged(report.unchanged) if report.unchanged else words.NO_BOUNDARIES_CHANGED


def would_store(report: Report) -> list[str]:
    """What confirming this preview would do."""
    if not report.can_be_stored:
        return [nothing(report), *_gone(report)]
    counts = {"new": count(report.new), "changed": count(report.changed), "unchanged": count(report.unchanged)}
    sentences = [words.WOULD_STORE.format(**counts), *_gone(report)]
    if report.boundaries:
        sentences.append(counted(report.boundaries, forms=words.BOUNDARIES_FOUND))
    return sentences


def stored(outcome: Outcome) -> list[str]:
    """What was stored."""
    sentences = []
    if outcome.new or outcome.changed or outcome.gone:
        form = words.STORED_WITH_GONE if outcome.gone else words.STORED
        sentences.append(
            form.format(
                new=count(outcome.new),
                changed=count(outcome.changed),
                unchanged=count(outcome.unchanged),
                gone=count(outcome.gone),
            )
        )
    elif outcome.unchanged:
        sentences.append(_unchanged(outcome.unchanged))
    elif not outcome.boundaries:
        sentences.append(words.NO_BOUNDARIES_CHANGED)
    if outcome.areas:
        sentences.append(counted(outcome.areas, forms=words.AREAS_ADDED))
    if outcome.boundaries:
        sentences.append(counted(outcome.boundaries, forms=words.BOUNDARIES_STORED))
    return sentences


def undone(published: Published) -> str:
    """What undoing an import did."""
    return words.UNDONE.format(new=count(published.new), changed=count(published.changed), gone=count(published.gone))


def _unchanged(number: int) -> str:
    return words.NOTHING_CHANGED_ONE if number == 1 else words.NOTHING_CHANGED.format(unchanged=count(number))


def _gone(report: Report) -> list[str]:
    return [counted(report.gone, forms=words.GONE)] if report.gone else []
