"""Words as they are found: without case and accents, and cut to their Dutch stem; the same on both databases.

SQLite has no Dutch stemmer and PostgreSQL's is another one than ours; and both give a meaning to quotes, percent signs
and dashes that people just type. So texts are cut into words here, and only letters and figures reach a query.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import snowballstemmer

MOST_WORDS = 12  # of what somebody looks for: enough for a sentence
LONG = 4  # letters of a word that is also found inside another: hulp in jeugdhulp
_WORD = re.compile(r"[^\W_]+")
_ALSO = {"kinder": "kind"}  # a plural of its own, of the word that is used most here
_stemmer = snowballstemmer.stemmer("dutch")
_one_at_a_time = Lock()  # the stemmer keeps the word it is at


def words_of(text: str) -> list[str]:
    """The words of a text in their order: `'s-Hertogenbosch, café` is s, hertogenbosch, cafe."""
    flat = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _WORD.findall(flat.casefold())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Dutch stem of one word of `words_of`: school for scholen."""
    with _one_at_a_time:
        found: str = _stemmer.stemWord(word)
    return _ALSO.get(found, found)


def findable(texts: Iterable[str], *, title: str = "") -> str:
    """What is kept of texts to find them by: each word once between spaces, then all stems in their order.

    The stems stand between bars, those of the title before a slash, and of each next text after a semicolon: so that a
    phrase is never one of two texts.
    """
    parts = [words_of(text) for text in (title, *texts)]
    words = dict.fromkeys(word for part in parts for word in part)
    of_title, *others = ("|".join(map(stem, part)) for part in parts)
    return f" {' '.join(words)} |{of_title}|/|{'|;|'.join(others)}|" if words else ""


def asked(text: str) -> list[str]:
    """The words that are looked for: a single letter counts only when there is nothing else."""
    words = list(dict.fromkeys(words_of(text)))
    return ([word for word in words if len(word) > 1] or words)[:MOST_WORDS]


def phrase(text: str) -> str:
    """What is looked for as one whole, as `findable` keeps the words that stand beside each other."""
    return f"|{'|'.join(map(stem, words_of(text)[:MOST_WORDS]))}|"


def is_match(word: str, *, asked: str) -> bool:
    """Whether a word of a text is found by this word: it has it inside, begins with it, or is another form of it."""
    return (asked in word if len(asked) >= LONG else word.startswith(asked)) or stem(word) == stem(asked)
