"""Which phrase with a preposition belongs to the noun before it: مصدر في الوزارة, السفارة الكورية
في مدريد.

Here: what may follow the preposition. Not here: where the whole phrase ends (`reader.phrase_ends`).
"""

from __future__ import annotations

from reader.noun_phrases import bare, function_words, is_definite, noun_at, nouns
from reader.words import Words

SOURCES = frozenset(("مصدر", "مصادر"))
#: Bodies of a state that are told apart by the town where they are.
_ABROAD = frozenset(("سفاره", "قنصليه"))


def stands_in(words: Words, begin: int, at: int) -> bool:
    """Whether في at a token tells which body is meant: with its adjective and a country, or a
    state's house in any town.
    """
    head, place = bare(words.at(begin - 1)), words.place_at.get(at + 1)
    noun = nouns().get(head)
    if place is None or at == begin or noun is None or noun.kind != "head":
        return False
    return head in _ABROAD or place.kind == "country"


def belongs(words: Words, at: int, preposition: str) -> bool:
    """Whether what follows a preposition can belong to a noun before it: a body or place, not an
    occasion or a time.
    """
    word = words.at(at)
    function = function_words()
    if (
        word in function["occasion"]
        or bare(word) in function["occasion"]
        or word in function["adverb"]
    ):
        return False
    if at in words.opens:
        return words.quotes[words.opens[at]].close - at <= 3
    before = words.at(at - 2)  # مصدر من الدفاع المدني, بلاغ صادر عن الجهة المنظمة
    is_taken = before in SOURCES if preposition == "من" else before.startswith(("صادر", "الصادر"))
    if is_taken and preposition in ("من", "عن") and is_definite(word):
        return True
    if preposition in ("من", "عن", "علي"):
        return at in words.place_at or noun_at(words, at) is not None
    return (
        is_definite(word)
        or at in words.place_at
        or word == "شوون"
        or noun_at(words, at) is not None
    )
