"""Spans that name nobody, whatever stands beside them: letters, numbers of kings, titles, things.

Here: what the words of a span say by themselves. Not here: what the text around them tells
(`reader.names.belief`, `reader.names.things`).
"""

from __future__ import annotations

from reader.clitics import stems
from reader.document import Document
from reader.names.features import (
    given,
    is_usual,
    listed,
    person_share,
    thing_words,
    title_phrases,
    title_words,
    words_of,
)
from reader.names.leads import title_kind
from reader.names.runs import PRAYED, adjoin, compounds
from reader.names.shapes import is_object
from reader.text import Token

_SURE = 0.9  # of the tagger: a word at the edge of a name that is a verb or particle too stays
_FIRST = 20  # first names in lists, from which on a title word may be one ("أمير", "عماد")
_GIVEN = 8  # first names in lists, from which on a father may follow where a surname did


def is_nobody(document: Document, first: int, last: int) -> bool:
    """Whether the words of a span name nobody by themselves, whatever stands beside them."""
    return _is_no_name(document.tokens, first, last) or _is_phrase(document, first, last)


def _is_no_name(tokens: list[Token], first: int, last: int) -> bool:
    """Abbreviations spelt out, numbers of kings, and lone words that are titles, halves or
    particles.
    """
    word = tokens[first].fold
    if word in words_of("ordinal") or word in thing_words() or _is_of_thing(word, last - first):
        return True
    if last - first == 2 and tokens[last - 1].fold == "الله" and word in PRAYED:
        return True  # "أيده الله"
    if last - first == 2 and f"{word} {tokens[last - 1].fold}" in title_phrases():
        return True  # "أمين سر الأكاديمية"
    letters = words_of("letter")
    if all(t.fold in letters for t in tokens[first + 1 : last]) and any(
        stem in letters for _, stem in stems(word, 2 if last - first > 1 else len(word))
    ):
        return True  # "لبي بي سي"
    if last - first == 1 and given(word) >= _FIRST and first and adjoin(tokens, first - 1):
        before = title_kind(tokens[first - 1].fold)
        if before == "honour+" and word in title_words() and not word.startswith("ال"):
            return False  # "الشيخ خليفة"
    if last - first == 1 and word.startswith("ال") and word.endswith(("ان", "ين")):
        return bool(title_kind(word[:-2]) or title_kind(word[:-3] + "ه"))  # "الشيخان"
    return last - first == 1 and (
        len(word) < 2
        or word in words_of("second")
        or word in title_words()
        or word in compounds()
        or word in words_of("end")
    )


def _is_phrase(document: Document, first: int, last: int) -> bool:
    """A plural, or a dual or accusative with its adjective ("عمودا فارغا", "كتلتان سياسيتان"),
    which no list has as names.
    """
    words = [token.fold for token in document.tokens[first:last]]
    if last - first < 2 or any(listed(word) > 1 for word in words):
        return False
    if all(word.endswith(("ون", "ين")) and is_usual(word[:-2]) for word in words):
        return True
    is_dual = all(word.endswith(("تان", "تين")) for word in words)
    return is_object(words[0]) and (is_dual or min(document.chances[first:last]) < _SURE)


def _is_of_thing(word: str, size: int) -> bool:
    """Whether a name of more than one word begins with the noun that makes it a thing's or a
    family's ("بجائزة نجيب محفوظ").
    """
    if size < 2 or listed(word) >= 5 or person_share(word) > 0:
        return False  # "جامع" and "بني" are first names, too
    if word[0] == "و" and given(word[1:]) >= _GIVEN:
        return False  # "وسامي", not of "وسام"
    nouns = thing_words() | words_of("family")
    if word.endswith("ي") and {word[:-1], word[:-2] + "ه"} & thing_words():
        return True  # "جزيرتي", "فندقي"
    return any(stem in nouns for clitic, stem in stems(word) if clitic != "و")
