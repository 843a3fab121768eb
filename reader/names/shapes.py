"""What a single word can be beside a name, by its form and the lists: a verb, a noun behind a
preposition, an object, part of a name.

Here: words by themselves. Not here: what stands around them, so where a name ends
(`reader.names.edges`).
"""

from __future__ import annotations

from reader import places
from reader.clitics import LETTERS
from reader.names.features import (
    clusters,
    company_share,
    given,
    is_usual,
    listed,
    name_parts,
    person_share,
    title_words,
)
from reader.text import Token

_PREPOSITIONS = frozenset(
    ("من", "إلى", "على", "عن", "مع", "قبل", "بعد", "ضد", "لدى", "نحو", "حول", "بقيادة", "برئاسة")
)
_OTHER_COMPANY = 0.3  # of ten words that stand where this one does, below which none is a name
_THEIRS = ("ه", "ها", "هم", "هما")  # possessors


def takes_genitive(token: Token | None) -> bool:
    """Whether a word is a preposition, behind which neither another one stands ("من قبل ليان") nor
    a verb ("بكل من دان سميث").
    """
    return token is not None and token.text in _PREPOSITIONS


def looks_like_verb(word: str) -> bool:
    """A word that begins like a verb of the present and that no list has as a name ("يصدح",
    "لنفطر").
    """
    return (
        len(word) > 3
        and word.startswith(("ي", "لن", "لي", "سي"))
        and listed(word) == 0
        and person_share(word) < 2
    )


def hangs_before_usual(word: str) -> bool:
    """A preposition before a usual word ("بتمزق"), which no list has as a name."""
    if word.startswith(("لل", "بال", "كال")):
        stem = "ال" + word.removeprefix("لل").removeprefix("بال").removeprefix("كال")
        return listed(word) == 0 and stem in clusters()  # not "باليتسكي"
    if word.startswith("بو") and word[2:] in clusters():
        return False  # "بومصر": no preposition stands before "و"
    return (
        word[0] in "بلك"
        and listed(word) < 2
        and person_share(word) == 0
        and (is_usual(word[1:]) or _is_of_theirs(word[1:]))
        and len(word) > 3
    )


def _is_of_theirs(word: str) -> bool:
    """A noun on -اء with its possessor ("نظرائه"), which news know and no list has as a name."""
    theirs = word.endswith(("ايه", "ايها", "ايهم", "ايهما"))
    return theirs and word in clusters() and not listed(word)


def hangs_before_word(word: str) -> bool:
    """A preposition before any word of the language, with or without a possessor ("بيده",
    "باستئجار"), though lists may have it as a name.
    """
    if word[0] not in "بلك" or len(word) < 4 or listed(word) >= 10 or person_share(word):
        return False
    stem = word[1:]
    bare = next((stem.removesuffix(end) for end in _THEIRS if stem.endswith(end)), stem)
    return any(w in clusters() and person_share(w) < 2 and listed(w) < 10 for w in (stem, bare))


def is_object(word: str) -> bool:
    """A noun in the accusative, the dual or with a possessor ("فحوصا", "أصدقاءه"), which no list
    has as a name.
    """
    if len(word) < 5 or listed(word) or person_share(word):
        return False
    if word.endswith("ا"):
        stem = word[:-1]
        return stem in clusters() and person_share(stem) < 2 and listed(stem) < 3
    if word.endswith(("تان", "تين")) and is_usual(word[:-3] + "ه"):
        return True  # two of them
    return any(word.endswith(end) and is_usual(word.removesuffix(end)) for end in _THEIRS)


def is_elative(token: Token) -> bool:
    """A comparative that news use as such ("أفضل", "أكبر"), not a first name of its form
    ("أحمد").
    """
    word = token.fold
    compares = token.text.startswith("أ") and len(word) == 4 and is_usual(word)
    return compares and company_share(word) < _OTHER_COMPANY


def is_adjective(word: str) -> bool:
    """A word with the article that news use for other things than people and no list of names has
    ("الباهظ").
    """
    return (
        word.startswith("ال")
        and word in clusters()
        and int(clusters()[word][2]) >= 2
        and person_share(word) == 0
        and listed(word) == 0
    )


def is_plain_word(token: Token, ends: frozenset[str]) -> bool:
    """A word of the language, in no name."""
    word = token.fold
    if word in ends and token.text != "علي":
        return True
    if word[0] in LETTERS and (person_share(word[1:]) >= 3 or given(word[1:]) >= 5):
        return False  # "ومحمد": counted as a word, a name with a clitic
    group = clusters().get(word)
    return (
        group is not None and int(group[2]) >= 4 and person_share(word) == 0 and listed(word) < 10
    )


def is_name_word(token: Token) -> bool:
    """A word that is little else than part of a name, so that it belongs to the name beside it."""
    word = token.fold
    if (
        not token.is_arabic
        or word in title_words()
        or token.text in ("على", "إلى")
        or places.country_of_place(word)
    ):
        return False
    entry = name_parts().get(word)
    if entry is None or word.startswith("ال"):
        return False
    rare = word not in clusters() or int(clusters()[word][2]) <= 2
    return (entry[0] + entry[1] >= 8 and person_share(word) >= 4) or (sum(entry) >= 10 and rare)
