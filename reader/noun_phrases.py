"""Noun phrases: what their head nouns mean (source, organisation, office …).

Here: the lexicon of head nouns and function words, the forms of article and adjective, what can be
a name between marks. Not here: where a phrase ends (`reader.phrase_ends`), what it stands for
(`reader.actors`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader import lexicon
from reader.text import key
from reader.words import Words

#: Between a spokesman and the body that he speaks for.
ON_BEHALF = frozenset(("باسم", "باسمها", "بلسان"))
# Words with which speech begins, never a name between marks.
_NO_NAMES = frozenset(["نحن", "انا", "انت", "انتم", "هذه"])


@dataclass(frozen=True, slots=True)
class Noun:
    """What the lexicon says of a head noun."""

    kind: str  # head | name | source | group | document | spokesperson | role | honour
    gender: str
    number: str


@cache
def nouns() -> dict[str, Noun]:
    """Folded head nouns without article, and names that stand alone as printed."""
    found: dict[str, Noun] = {}
    for name in ("source_nouns", "organizations"):
        for row in lexicon.table(name):
            noun = Noun(row["kind"], row["gender"], row["number"])
            for word in row["words"].split("|"):
                found.setdefault(key(word), noun)
    return found


@cache
def _longest_names() -> dict[str, int]:
    longest: dict[str, int] = {}
    for word, noun in nouns().items():
        if noun.kind == "name":
            parts = word.split()
            longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Classes of words that end or join phrases, folded."""
    return {
        row["class"]: frozenset(key(word) for word in row["words"].split("|"))
        for row in lexicon.table("function_words")
    }


@cache
def stop_words() -> frozenset[str]:
    """Words that are no part of a noun phrase, with و and ف before them too."""
    classes = ("preposition", "adverb", "relative", "conjunction", "particle")
    plain = frozenset().union(*(function_words()[name] for name in classes))
    return plain | {"و" + word for word in plain} | {"ف" + word for word in plain}


def bare(word: str) -> str:
    """A folded word without its article."""
    is_article = word.startswith("ال") and len(word) > 4 and word not in _own_al()
    return word[2:] if is_article else word


@cache
def _own_al() -> frozenset[str]:
    """Words whose first two letters are no article, with pronouns: إلغاء, إلغاؤها, ألماني."""
    endings = ("", "ه", "ها", "هم", "هما", "نا")
    return frozenset(w + end for w in function_words()["starts_with_al"] for end in endings)


def is_definite(word: str) -> bool:
    """Whether a folded word bears the article."""
    return word.startswith("ال") and len(word) > 3 and word not in _own_al()


def is_adjective(word: str) -> bool:
    """Whether a folded definite word has the form of an adjective: an ending of relation, or it is
    listed.
    """
    return (
        word.endswith(("ي", "يه", "يين", "يون", "يان", "يتين", "يتان", "يات")) and len(word) > 5
    ) or word in function_words()["ordinal_adjective"]


def noun_at(words: Words, at: int) -> tuple[str, Noun, bool, int] | None:
    """Head noun at a token, و before it allowed: its key, what it is, whether definite, the end of
    a name of several words.
    """
    word = words.at(at)
    if not word or not ("\u0621" <= word[0] <= "\u06d3"):
        return None
    known, longest = nouns(), _longest_names()
    for start in (0, 1) if word[0] in "وف" and len(word) > 3 else (0,):
        form = word[start:]
        for length in range(longest.get(form, 0), 0, -1):
            name = " ".join([form, *words.fold[at + 1 : at + length]])
            noun = known.get(name)
            if noun is not None and noun.kind == "name":
                return name, noun, True, at + length
        noun = known.get(bare(form)) if is_definite(form) else known.get(form)
        if noun is not None and noun.kind != "name":
            return bare(form), noun, is_definite(form), at + 1
    return None


def may_name(words: Words, start: int, end: int) -> bool:
    """Whether words between marks can be a name: they open no clause, and long ones have no
    particle among them.
    """
    stops = stop_words()
    before = nouns().get(bare(words.at(start - 2)))
    if before is not None and before.kind == "head":
        return True  # صحيفة "لو موند"
    first = words.at(start)
    if end - start == 1 and first[:1] == "ف":
        return True  # "فاو", which is not ف and a conjunction
    if first in stops or first in _NO_NAMES or (is_definite(first) and first.endswith("ين")):
        return False
    return end - start <= 3 or not any(word in stops for word in words.fold[start:end])
