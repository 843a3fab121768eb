"""Offices as words: what tells one from another, when two phrases can mean one.

Here: comparison of offices by head noun, department and state, their usual names. Not here: whose
they are (`titles`), whom a phrase without a name means (`referents`).
"""

from __future__ import annotations

from functools import cache

from reader.actors import Actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.places import country_of_place
from reader.text import key
from reader.words import Words

SAME = of_class("statement_words", "same")
# Before the code of a state that stands for its names and adjectives among a title's words.
STATE = "@"
_SHORTEST_MISSPELT = 4  # letters
OFFICES = of_class("statement_words", "office of a state")


_SHORTEST_YEAR = 4


def content(words: Words, start: int, end: int) -> frozenset[str]:
    """Words of a title that tell offices apart, without article and clitics of the chain."""
    found = set()
    at = start
    while at < end:
        word = words.fold[at]
        code = None
        if at in words.nationality:
            pair = f"{word} {words.at(at + 1)}" if at + 1 < end else word
            code = country_of_place(pair) if at + 1 in words.nationality else None
            at += code is not None  # الكوري الشمالي
            code = code or country_of_place(word)
        elif at in words.place_at and words.place_at[at].kind == "country":
            code = words.place_at[at].country
        if code is not None:
            found.add(STATE + code)
            at = words.place_end.get(at, at + 1)
            continue
        at += 1
        if word.isdigit() and len(word) < _SHORTEST_YEAR:
            found.add(word)  # القناة 12
        if not ("\u0621" <= word[0] <= "\u06d3") or word in stop_words():
            continue
        found.add(_alone(word))
    return frozenset(found)


def _alone(word: str) -> str:
    """A title's word without article and what hangs before it: والعلاقات, للمنتدى, (المديرة العامة)
    لصندوق.
    """
    if word.startswith("وال") and len(word) > 5:
        return bare(word[1:])
    if word.startswith("لل"):
        return bare("ال" + word[2:])
    if word.startswith("بال") and len(word) > 5:
        return bare(word[1:])  # المختص بالاقتصاد
    body = nouns().get(word[1:]) if word[0] in "لب" else None
    return word[1:] if body is not None and body.kind == "head" else bare(word)


@cache
def _aliases() -> dict[tuple[str, str], tuple[str, str]]:
    """Head and word of an office to those of its usual name."""
    return {
        (row["head"], row["word"]): (row["usual_head"], row["usual_word"])
        for row in (
            {column: key(value) if value else "" for column, value in line.items()}
            for line in table("office_aliases")
        )
    }


def office_of(head: str, words: frozenset[str]) -> tuple[str, frozenset[str]]:
    """An office under its usual name: رئيس الدبلوماسية is وزير الخارجية."""
    for word in ("", *words):
        usual = _aliases().get((head, word))
        if usual is not None:
            rest = words - {word}
            return usual[0], rest | {usual[1]} if usual[1] else rest
    return head, words


def is_known(words: Words, actor: Actor) -> bool:
    """Whether a phrase means somebody known: by its article, or by that of its last word or a name
    there (ضيف البرنامج).
    """
    last = actor.end - 1
    return (
        actor.is_definite
        or is_definite(words.fold[last].removeprefix("و"))
        or (last > actor.start and last in words.closes)
    )


def is_construct(words: Words, actor: Actor) -> bool:
    """A calling made definite by its owner: كاتب المقال, ضيف البرنامج; not مسؤول في الوزارة."""
    inner = words.fold[actor.start + 1 : actor.end]
    head, _ = office_of(actor.head, content(words, actor.start + 1, actor.end))
    return (
        # صاحب كتاب «كذا» is its author
        (actor.kind == "role" or head != actor.head)
        and head in function_words()["variation"]
        and is_known(words, actor)
        and not any(word in stop_words() for word in inner)
    )


def is_plain_calling(actor: Actor, rest: frozenset[str]) -> bool:
    """A calling with nothing but adjectives of relation: الناشط الأمازيغي, الخبير العسكري."""
    return (
        actor.kind == "role"
        and actor.head not in OFFICES
        and all(w.startswith(STATE) or (w.endswith(("ي", "يه")) and len(w) > 4) for w in rest)
    )


def are_compatible(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Two titles cannot be one office if each names a state or department that the other does
    not.
    """
    numbers = [{word for word in title if word.isdigit()} for title in (mine, theirs)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return False  # مراسل القناة 12, القناة 13
    only_mine, only_theirs = mine - theirs - SAME, theirs - mine - SAME
    only_mine = frozenset(w for w in only_mine if not any(_is_misspelt(w, o) for o in only_theirs))
    if not only_mine:
        return True
    if not only_theirs or (len(mine & theirs) > 2 and not states_differ(mine, theirs)):
        return True
    return bool(mine & theirs) and len(only_mine) <= 1 and not _clash(only_mine, only_theirs)


def _is_misspelt(word: str, other: str) -> bool:
    """Whether one of two words is the other without one of its letters: وزاء, وزراء."""
    short, long = sorted((word, other), key=len)
    if len(short) < _SHORTEST_MISSPELT or len(long) != len(short) + 1 or word[0] == STATE:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return states_differ(mine, theirs) or not (states(mine) or states(theirs))


def states_differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    states_mine, states_theirs = states(mine), states(theirs)
    return bool(states_mine and states_theirs and not states_mine & states_theirs)


@cache
def states(words: frozenset[str]) -> frozenset[str]:
    """States that words of a title name, as places or adjectives."""
    found = (
        w.removeprefix(STATE)
        if w.startswith(STATE)
        else country_of_place(w) or country_of_place("ال" + w)
        for w in words
    )
    return frozenset(code for code in found if code)
