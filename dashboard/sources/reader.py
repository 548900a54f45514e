"""What every reader of a source takes and answers."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard.sources.reading import TextFile
from dashboard.texts import sources as texts
from data_models.facts import AreaDraft, AreaFacts, IndicatorFacts


@dataclass(frozen=True)
class Known:
    """What the database knows and a file may refer to; `this_year` is the last year that can have figures."""

    indicators: Mapping[str, IndicatorFacts]
    areas: Mapping[str, Sequence[AreaFacts]]  # per code, because codes are reused
    sources: frozenset[str]
    this_year: int

    def area_in(self, code: str, *, year: int) -> AreaFacts | None:
        """The area that had this code in this year."""
        for area in self.areas.get(code, ()):
            if area.valid_from <= year and (area.valid_until is None or year <= area.valid_until):
                return area
        return None


@dataclass(frozen=True)
class FileContent:
    """What a file holds: figures in the tidy form, areas it brings along, and what is worth saying (Dutch)."""

    figures: pl.DataFrame
    areas: tuple[AreaDraft, ...] = ()
    notes: tuple[str, ...] = field(default=())


Reader = Callable[[TextFile, Known], FileContent]


def nearest(name: str, *, among: Sequence[str]) -> str:
    """The most similar known name, or nothing when none comes near."""
    found = difflib.get_close_matches(name, among, n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(name: str, *, among: Sequence[str]) -> str:
    """A Dutch question with the most similar known name, or nothing when none comes near."""
    found = nearest(name, among=among)
    return texts.DID_YOU_MEAN.format(name=found) if found else ""
