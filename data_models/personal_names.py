"""What looks like a person's name in free text: reason to warn, never to refuse.

The names are in `personal_names.csv`: first names as they are common in the Netherlands, those that are a word as well,
surnames, and organisations that are called after somebody.
"""

import csv
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".csv")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.[ ]?){1,5}$")
_NO_INITIALS = {"N.B.", "P.S.", "N.V.", "B.V.", "Z.O.Z.", "A.U.B."}
_AN_EXAMPLE = re.compile(
    r"\b(groep|klas|optie|scenario|variant|type|deel|bijlage|figuur|tabel|vitamine|niveau|punt|stap)$"
)
_CALLED_AFTER = re.compile(
    r".(?:school|straat|plein|buurt|wijk|park|college|lyceum|gymnasium|huis|centrum|stichting|fonds|academie|kliniek"
    r"|instituut|groep|prijs|wet|plan|methode|aanpak|\w{3}laan|\w{3}weg|hal|kerk)$"
)
_ABBREVIATED = re.compile(
    r"\b(bijv|bv|o\.a|nl|m\.n|incl|excl|ca|evt|resp|zgn|ivm|i\.v\.m|m\.b\.t|nr|art|[A-Z])\.$", re.I
)
_LOOKED_BACK = 40  # characters that decide whether a sentence begins, and which initials stand there
_ENDS = ".!?…"
_AROUND = " \t\u00a0\"'“”‘’«»([*-–—•·>#"


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of the file by their kind, in small letters."""

    first: frozenset[str]
    words: frozenset[str]  # first names that are a word too
    openings: frozenset[str]  # first names that as a word begin a sentence, and seldom stand with a capital elsewhere
    surnames: frozenset[str]
    organisations: frozenset[str]  # and places, called as people are
    organisation_words: frozenset[str]  # beside which a name is that of an organisation
    no_surnames: frozenset[str]  # with which a sentence often begins, days and months
    prefixes: frozenset[str]  # van, de, el
    titles: frozenset[str]  # after which any word with a capital is a name
    roles: frozenset[str]  # after which a known name is
    family: frozenset[str]  # after which any word with a capital is, unless a place


@cache
def _names() -> _Names:
    kinds: dict[str, set[str]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds.setdefault(row["kind"], set()).add(row["name"].casefold())
    return _Names(
        first=frozenset(kinds["first_name"]),
        words=frozenset(kinds["first_name_and_word"]),
        openings=frozenset(kinds["opening"] | kinds["no_surname"]),
        surnames=frozenset(kinds["surname"]),
        organisations=frozenset(kinds["organisation"]),
        organisation_words=frozenset(kinds["organisation_word"]),
        no_surnames=frozenset(kinds["no_surname"] | kinds["organisation_word"] | kinds["title"] | kinds["role"]),
        prefixes=frozenset(kinds["prefix"]),
        titles=frozenset(kinds["title"]),
        roles=frozenset(kinds["role"]),
        family=frozenset(kinds["family"]),
    )


def looks_like_names(text: str, *, places: Collection[str] = ()) -> tuple[str, ...]:
    """The words that look like a person's name, each once, in their order; `places` are names of areas."""
    reading = _Reading(text, places=places)
    found: dict[str, None] = {}
    at = 0
    while at < len(reading.words):
        last = reading.name_at(at)
        if last is not None and not reading.is_no_person(at, last=last):
            found.setdefault(re.sub(r"\s+", " ", text[reading.begin(at) : reading.words[last].end()]))
        at = at + 1 if last is None else last + 1
    return tuple(found)


class _Reading:
    """A text as words, and what is a name among them."""

    def __init__(self, text: str, *, places: Collection[str]) -> None:
        self.text = text
        self.words = list(_WORD.finditer(text))
        self.small = [word.group().casefold() for word in self.words]
        self.places = places
        self.names = _names()

    def begin(self, at: int) -> int:
        """Where a name begins in the text, with the initials before it."""
        start = self.words[at].start()
        initials = _INITIALS.search(self._before(at))
        return start - len(initials.group()) if initials and self._after_initials(at) else start

    def name_at(self, at: int) -> int | None:
        """The last word of the name that begins here; None when none does."""
        for rule in (self._title, self._initials, self._first_and_surname, self._any_and_surname, self._alone):
            last = rule(at)
            if last is not None:
                return last
        return None

    def _before(self, at: int) -> str:
        """The text just before a word."""
        start = self.words[at].start()
        return self.text[max(0, start - _LOOKED_BACK) : start]

    # ---- the rules, each from a word to the last word of the name
    def _title(self, at: int) -> int | None:
        word = self.small[at]
        if word not in (self.names.titles | self.names.roles | self.names.family) or not self._joined(at, dots=True):
            return None
        if word in self.names.titles and self.small[at + 1] in self.names.titles:
            return self._title(at + 1)
        surname = self._surname(at + 1)
        if surname is None or (self._is_place(surname) and word not in self.names.titles):
            return None
        known = self._known(surname)
        if word in self.names.roles and not known and not self._large_prefix(at + 1, surname):
            return None
        if not self._large(surname) and self.small[surname] not in self.names.first | self.names.surnames:
            return None
        following = self._surname(surname + 1) if self._joined(surname) and known else None
        return following if following is not None and self._plausible(following) else surname

    def _initials(self, at: int) -> int | None:
        if not self._after_initials(at):
            return None
        surname = self._surname(at)
        return surname if surname is not None and self._plausible(surname) else None

    def _first_and_surname(self, at: int) -> int | None:
        if not self._is_first(at, also_words=True) or not self._joined(at):
            return None
        surname = self._surname(at + 1)
        if surname is None:
            return None
        if self.small[surname] in self.names.surnames and (self._large(at) or self.small[at] in self.names.first):
            return surname
        certain = self.small[at] in self.names.first or surname > at + 1
        return (
            surname if certain and self._large(at) and self._plausible(surname, after_prefix=surname > at + 1) else None
        )

    def _any_and_surname(self, at: int) -> int | None:
        """Somebody with an unknown first name, or called by the surname with its prefix: Dyon Jansen, Van Dijk."""
        if self._starts_sentence(at) or not self._large(at) or not self._joined(at):
            return None
        if self.small[at] not in self.names.prefixes and not self._plausible(at):
            return None
        surname = self._surname(at + 1)
        known = surname is not None and self._large(surname) and self.small[surname] in self.names.surnames
        return surname if known else None

    def _alone(self, at: int) -> int | None:
        """A first name by itself, also where a sentence begins, unless that is more often a word: Nader, Lieve."""
        if not self._is_first(at) or not self._large(at):
            return None
        return None if self.small[at] in self.names.openings and self._starts_sentence(at) else at

    # ---- what a word is
    def _is_first(self, at: int, *, also_words: bool = False) -> bool:
        word = re.sub(r"['’]s$", "", self.small[at])
        wanted = self.names.first | self.names.words if also_words else self.names.first
        parts = re.split(r"[-‐‑]", self.words[at].group())
        if len(parts) > 1:
            return all(part[0].isupper() for part in parts) and parts[0].casefold() in wanted
        return word in wanted or (word.endswith("s") and len(word) > 4 and word[:-1] in self.names.first)

    def _known(self, at: int) -> bool:
        return self._is_first(at, also_words=True) or self.small[at] in self.names.surnames

    def _large(self, at: int) -> bool:
        word = self.words[at].group()
        return word[0].isupper() and (not word.isupper() or (len(word) > 1 and self._known(at) and self._shouted(at)))

    def _shouted(self, at: int) -> bool:
        """Whether capitals are how this whole name is written, rather than an abbreviation such as SEM."""
        beside = [one for one in (at - 1, at + 1) if 0 <= one < len(self.words)]
        return any(self.words[one].group().isupper() and len(self.small[one]) > 1 for one in beside)

    def _plausible(self, at: int, *, after_prefix: bool = False) -> bool:
        """Whether this may be a surname: with a capital, and no word, place or organisation that we know."""
        word = self.small[at]
        if not self._large(at) or word in self.names.no_surnames:
            return False
        return word in self.names.surnames or not (word.endswith("se") or (self._is_place(at) and not after_prefix))

    def _surname(self, at: int) -> int | None:
        """The word after the prefixes (van der) from here on."""
        while at < len(self.words) and self.small[at] in self.names.prefixes and self._joined(at):
            at += 1
        return at if at < len(self.words) and self.small[at] not in self.names.prefixes else None

    def _large_prefix(self, at: int, surname: int) -> bool:
        return surname > at and self.words[at].group()[0].isupper() and self._plausible(surname, after_prefix=True)

    def _joined(self, at: int, *, dots: bool = False) -> bool:
        """Whether the next word follows on this line with nothing between."""
        if at + 1 >= len(self.words):
            return False
        between = self.text[self.words[at].end() : self.words[at + 1].start()]
        return re.fullmatch(r"\.?[ \u00a0]+" if dots else r"[ \u00a0]+['’]?", between) is not None

    def _after_initials(self, at: int) -> bool:
        before = self._before(at)
        found = _INITIALS.search(before)
        if found is None or found.group().replace(" ", "") in _NO_INITIALS:
            return False
        return not (_AN_EXAMPLE.search(before[: found.start()].rstrip().casefold()) or len(self.small[at]) == 1)

    def _starts_sentence(self, at: int) -> bool:
        before = self._before(at).rstrip(_AROUND)
        return not before or before[-1] == "\n" or (before[-1] in _ENDS and _ABBREVIATED.search(before) is None)

    # ---- what is no person
    def _is_place(self, at: int) -> bool:
        return self.small[at] in self.places

    def is_no_person(self, at: int, *, last: int) -> bool:
        """Whether what looks like a name is that of a place or an organisation."""
        whole = self.text[self.words[at].start() : self.words[last].end()].casefold()
        if whole in self.places or any(f" {name} " in f" {whole} " for name in self.names.organisations):
            return True
        around = [one for one in (at - 1, last + 1) if 0 <= one < len(self.words)]
        near = {self.small[one] for one in around if self._joined(min(one, last), dots=True) or one < at}
        parts = re.split(r"[-‐‑]", self.small[last])
        return bool(
            near & self.names.organisation_words
            or _CALLED_AFTER.search(self.small[last])
            or self._in_place(at, last)
            or (len(parts) > 1 and parts[-1] in self.names.organisation_words)
        )

    def _in_place(self, at: int, last: int) -> bool:
        """Whether these words are part of the name of an area of up to five words."""
        for begin in range(max(0, at - 3), at + 1):
            for end in range(last, min(len(self.words), begin + 5)):
                if self.text[self.words[begin].start() : self.words[end].end()].casefold() in self.places:
                    return True
        return False
