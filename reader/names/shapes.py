"""What a single word can be beside a name, by its form and the lists: a verb, a noun behind a
preposition, an object, part of a name.

Here: words by themselves. Not here: what stands around them, so where a name ends
(`reader.names.edges`).
"""

from __future__ import annotations

from functools import lru_cache

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
    words_of,
    written,
)
from reader.text import Token

_OTHER_COMPANY = 0.3  # of ten words that stand where this one does, below which none is a name
_LISTED = 10  # people in the lists, from which on a word is a name though a verb is written so
_GIVEN = 5  # first names in lists, the same
_THEIRS = ("ه", "ها", "هم", "هما", "نا")  # possessors


def takes_genitive(token: Token | None) -> bool:
    """Whether a word is a preposition, behind which neither another one stands ("من قبل ليان") nor
    a verb ("بكل من دان سميث").
    """
    return token is not None and token.text in written("governing")


def looks_like_verb(word: str) -> bool:
    """A word that begins like a verb of the present and that no list has as a name ("يصدح",
    "لنفطر", "وسيدعى"), or a verb of the past.
    """
    if len(word) <= 3:
        return is_past_verb(word)
    if word[0] in "وف" and word[1] == "س" and word[2] in "يتن":
        return _counted(word[2:]) > 0 and person_share(word) < 2
    begins = word.startswith(("ي", "لن", "لي", "سي"))
    return (begins and listed(word) == 0 and person_share(word) < 2) or is_past_verb(word)


@lru_cache(maxsize=50_000)
def is_past_verb(word: str) -> bool:
    """A word of which news have the feminine and the present, too ("كرس"), or the present alone if
    it keeps no company of names ("تشبث"); no list has many of that name.
    """
    if not 3 <= len(word) <= 6 or word[0] in "يو" or listed(word) >= _LISTED:
        return False
    if not _counted(word) or person_share(word) or given(word) >= _GIVEN:
        return False
    if word[-1] == "ت" and len(word) > 3 and is_past_verb(word[:-1]):
        return True  # "درست"
    presents = ["ي" + word] + ["ي" + word[1:]] * (word[0] == "ا")
    weak = [form[:-1] + end for form in presents if word[-1] == "ا" for end in "يو"]
    if not any(map(_counted, presents + weak)):
        return False
    feminines = [word + "ت"] + [word[:-1] + "ت"] * (word[-1] in "يا")
    alone = not listed(word) and len(word) > 3 and company_share(word) < _OTHER_COMPANY
    return any(map(_counted, feminines)) or alone


def _counted(word: str) -> int:
    """The class of a word's frequency in news."""
    group = clusters().get(word)
    return int(group[2]) if group else 0


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
    pair = word.endswith(("ان", "ين")) and (word in clusters() or word.startswith("ال"))
    if pair and is_usual(word[:-2]):
        return True
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


def is_joined(word: str) -> bool:
    """Whether the first letter of a word is "and" rather than its own ("وياسر", "وعبد")."""
    if word[0] != "و" or len(word) < 4:
        return False
    stem = word[1:]
    return listed(word) < listed(stem) or stem in words_of("compound") or is_joined_unknown(word)


def is_joined_unknown(word: str) -> bool:
    """Whether a word that nothing knows begins with "و" as no name does: before a consonant."""
    return len(word) > 4 and word[0] == "و" and word[1] not in "ايو" and word not in clusters()


def is_name_word(token: Token) -> bool:
    """A word that is little else than part of a name, so that it belongs to the name beside it."""
    word = token.fold
    if (
        not token.is_arabic
        or word in title_words()
        or token.text in written("no name")
        or places.country_of_place(word)
    ):
        return False
    entry = name_parts().get(word)
    if entry is None or word.startswith("ال"):
        return False
    rare = word not in clusters() or int(clusters()[word][2]) <= 2
    return (entry[0] + entry[1] >= 8 and person_share(word) >= 4) or (sum(entry) >= 10 and rare)
