"""Names of people that name something else where they stand: a street, a hospital, a battalion, a prize, a family.

Here: which noun before a name makes it the name of a thing. Not here: the nouns (table `name_words`), what follows for people
(`reader.names.spans`, `reader.names.belief`).
"""

from __future__ import annotations

from functools import lru_cache

from reader.names.features import is_usual, name_parts, title_words, words_of
from reader.text import Token

_QUOTES = frozenset("\"“”«»'")
_BETWEEN = ("state", "honour", "regnal", "rank")
_INNER = frozenset(("بن", "ال", "عبد", "ابو", "ابن"))
_FURTHEST = 5  # words between the noun and the name


def thing_before(tokens: list[Token], first: int) -> str:
    """ "thing" or "family" if the name that starts at this token is one's name, else "".

    Titles ("كتائب الشهيد"), an adjective of the noun ("المستشفى الجامعي") and parts of the name that the tagger missed may stand
    between.
    """
    at, between = first - 1, 0
    while at >= 0 and between <= _FURTHEST and tokens[at + 1].start - tokens[at].end <= 1:
        word = tokens[at].fold
        if word in _QUOTES:
            at -= 1
            continue
        kind = _kind(word)
        if kind:
            return kind
        if at and word.startswith("ال") and "ال" in tokens[at - 1].fold[:4]:
            kind = _kind(tokens[at - 1].fold)  # "المستشفى الجامعي"
            if kind:
                return kind
        title = title_words().get(word, "").rstrip("+")
        part = word in _INNER or word in name_parts() or word.removeprefix("ال") in name_parts()
        if title not in _BETWEEN and (title or not part or is_usual(word)):
            return ""
        at, between = at - 1, between + 1
    return ""


@lru_cache(maxsize=50_000)
def _kind(word: str) -> str:
    forms = _cues(word)
    if forms & words_of("thing"):
        return "thing"
    return "family" if forms & words_of("family") else ""


def _cues(word: str) -> set[str]:
    """Forms under which a word may stand in the table of cues: without clitics and article."""
    stem = word.lstrip("و") if len(word) > 3 else word
    found = {
        word,
        stem,
        stem[1:] if stem[:1] in "بلكف" else stem,
        stem[2:] if stem.startswith("لل") else stem,
    }
    if stem not in title_words():
        found.add(stem.removeprefix("ال"))
        if stem[:1] in "بلكف":
            found.add(stem[1:].removeprefix("ال"))
    return found
