"""What leads to a person's name: a title, or the state of an office.

Here: one word before a name, and the office before that. Not here: role phrases as a whole
(`reader.names.roles`), which words are titles (tables `titles` and `role_words`).
"""

from __future__ import annotations

from functools import lru_cache

from reader import places
from reader.clitics import stems
from reader.names.features import title_words
from reader.text import Token

_THEIRS = ("هما", "هم", "ها", "نا", "ه", "ي")  # possessors
_CHILDREN = frozenset(("طفل", "طفله", "رضيع", "رضيعه"))  # with who they are of
_OTHER_HOLDERS = ("خلف", "سلف", "نظير")  # of an office: "خلفية" is none of them


def title_kind(word: str) -> str:
    """Kind of the title that a word is, with or without a conjunction or preposition; + if it has
    the article; empty for none.
    """
    titles = title_words()
    if word.startswith("لل") and "ال" + word[2:] in titles:
        return titles["ال" + word[2:]]
    return titles.get(word) or (titles.get(word[1:], "") if word[:1] in "وفبلك" else "")


@lru_cache(maxsize=50_000)
def is_kin(word: str) -> bool:
    """Whether a word is somebody's relative, in construct or with who it is ("زوجة", "وابنته",
    "نجليه").
    """
    for _, stem in stems(word):
        rest = next((stem[: -len(end)] for end in _THEIRS if stem.endswith(end)), "")
        own = rest[:-1] + "ه" if rest.endswith("ت") else rest
        pair = rest[:-1] if rest.endswith("ي") and rest[:-1] not in _OTHER_HOLDERS else ""
        if _is_relative(stem) or {own, pair} & _CHILDREN or _is_relative(own) or _is_relative(pair):
            return True
    return False


@lru_cache(maxsize=50_000)
def is_theirs(word: str) -> bool:
    """Whether a word is an office, a trade or a companion with whose it is ("مخرجته", "رفيقه")."""
    for _, stem in stems(word):
        rest = next((stem[: -len(end)] for end in _THEIRS[:-1] if stem.endswith(end)), "")
        own = rest[:-1] + "ه" if rest.endswith("ت") else rest
        if len(rest) > 3 and title_words().get(own) in ("head", "job", "honour", "state"):
            return True
    return False


def _is_relative(word: str) -> bool:
    return title_words().get(word) in ("kin", "kins")


def lead_at(tokens: list[Token], at: int) -> str:
    """What at a token leads to a name: the kind of a title with the article, "state" of the state
    of an office, or nothing.
    """
    lead = _lead_of(tokens[at].fold)
    if lead != "state":
        return lead
    window = tokens[max(0, at - 3) : at]
    is_of_office = any(title_kind(t.fold)[:3] in ("hea", "job", "ran") for t in window)
    return lead if is_of_office else ""


@lru_cache(maxsize=100_000)
def _lead_of(word: str) -> str:
    """What a word alone can lead to a name as."""
    if len(word) < 4:
        return ""
    kind = title_kind(word) or "job+" * is_theirs(word)
    if kind.endswith("+") and kind[:-1] not in ("kin", "regnal") and kind[-2] != "s":
        return kind
    adjective = word.startswith("ال") and places.country_of_adjective(word) is not None
    return "state" if adjective or places.country_of_place(word) is not None else ""
