"""Finding by words: every word that was typed must be in what is searched, or a word that means the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[a-z0-9]+")
_LEAST_TO_BEND = 5  # letters that are left when an ending is taken off: shorter ones are in too many words
_LEAST_WITHIN = 4  # letters; `po` is in `spoor` and `repo`
_ENDINGS = ("en", "s", "e")  # of Dutch plurals: thuiszitters, verzuimers, scholen


def is_found(typed: str, *, among: Iterable[str], alike: Sequence[Sequence[str]] = ()) -> bool:
    """Whether each word that was typed stands, whole or as part of a longer word, in one of the texts.

    `alike` are groups of words that mean the same: whoever types one of them also finds the others.
    """
    texts = " ".join(simplified(text) for text in among)
    whole = simplified(typed)
    meant = [group for group in alike if any(_is_in(whole, simplified(word)) for word in group)]
    if any(_begins_in(texts, simplified(word)) for group in meant for word in group):
        return True
    words = whole.split()
    return bool(words) and all(any(_stands_in(texts, one) for one in _bent(word)) for word in words)


def simplified(text: str) -> str:
    """The words in small letters without accents or signs: `Thuiszitters, 'n café` is `thuiszitters n cafe`."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter))))


def _is_in(typed: str, word: str) -> bool:
    """Whether the words stand in what was typed, as whole words."""
    return f" {word} " in f" {typed} "


def _begins_in(texts: str, word: str) -> bool:
    """Whether a word of the texts begins so, or is so when it is short."""
    return f" {word} " in f" {texts} " or (len(word) >= _LEAST_TO_BEND and f" {word}" in f" {texts}")


def _stands_in(texts: str, word: str) -> bool:
    """Whether the texts have it, also within a longer word unless it is short."""
    return word in texts if len(word) >= _LEAST_WITHIN else f" {word}" in f" {texts}"


def _bent(word: str) -> tuple[str, ...]:
    """The word, and without its ending."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return (word, *(stem for stem in stems if len(stem) >= _LEAST_TO_BEND))
