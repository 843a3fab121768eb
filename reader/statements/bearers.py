"""Where the name stands that a title introduces: over more words of the title, what it is called,
marks and words of courtesy.

Here: the place of the name, or where the title's phrase goes on to. Not here: whether the name is
the title's bearer or within it (`appositions`).
"""

from __future__ import annotations

from functools import cache

from reader.actors import read_actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, nouns
from reader.statements.phrases import CLAUSE_SIGNS, COMMAS, clitic, is_form
from reader.text import key
from reader.words import Words

_LONGEST_TITLE = 12  # tokens of a title behind its first phrase
_UNREAD = 3  # words of a title that the tagger of names may leave out
# Behind these, which mean the office or its body, a name is beside the title: مسؤول الملف فيها
# فلان.
_BACK_TO_IT = of_class("statement_words", "back to it")


def named_as(words: Words, at: int, limit: int) -> int:
    """The name that هو or هي at a token gives, with a title before it or none; `at` where no name
    follows.
    """
    name = at + 1
    title = read_actor(words, name, limit) if name not in words.mention_at else None
    if title is not None and title.kind in ("role", "spokesperson", "source"):
        name = title.end
    elif name not in words.mention_at and is_definite(words.at(name)):
        name += 1  # هي (الميجور) فلانة
    return name if name in words.mention_at and clitic(words, name) == "" else at


def may_describe(word: str) -> bool:
    """Whether a definite word before a name can be an adjective of the word before it (الشبان) and
    is no title (الوزير).
    """
    noun = nouns().get(bare(word))
    return noun is None or noun.kind == "group"


def bearer_by_names(words: Words, at: int, end: int, limit: int) -> int | None:
    """The name that the tagger of names read with a title that begins here and runs on: الخبير في
    شؤون كذا فلان.
    """
    head = bare(words.fold[at].removeprefix("و"))
    for i in range(end, min(end + _LONGEST_TITLE, limit)):
        mention = words.mention_at.get(i)
        if mention is not None:
            title = key(mention.title).split() if mention.title else []
            between = sum(word[0].isalnum() for word in words.fold[at:i])
            spans = bool(title) and bare(title[0]) == head and len(title) >= between - _UNREAD
            return i if spans and clitic(words, i) == "" else None
        sets_off = words.fold[i] in COMMAS and words.mention_of[i + 1 : i + 3] != [-1, -1]
        if i in words.breaks or words.fold[i] in CLAUSE_SIGNS:
            return None
        if words.fold[i] in COMMAS and not sets_off:
            return None
    return None


def behind_pronoun(words: Words, at: int, limit: int) -> int | None:
    """The name behind more words of a title that point back to it: عضو الحزب مسؤول الإعلام فيه
    فلان.
    """
    for i in range(at, min(at + _LONGEST_TITLE, limit - 1)):
        if i in words.mention_at or i in words.breaks or is_form(words, i):
            return None
        word = words.fold[i]
        if word in CLAUSE_SIGNS or word in COMMAS or word in function_words()["relative"]:
            return None
        if words.fold[i] in _BACK_TO_IT and i + 1 in words.mention_at:
            closed = closes(words, words.mention_end[i + 1], limit)
            return i + 1 if closed and clitic(words, i + 1) == "" else None
    return None


def after_styles(words: Words, at: int, end: int) -> int:
    """`end` if only words of courtesy stand between a title and it: سفير البلاد (صاحب السمو) فلان;
    `at` else.
    """
    return end if at < end and all(words.fold[i] in _styles() for i in range(at, end)) else at


@cache
def _styles() -> frozenset[str]:
    rows = [row for row in table("role_words") if row["kind"] == "style"]
    return frozenset(key(form) for row in rows for form in row["form"].split("|"))


def to_name(words: Words, at: int, limit: int) -> int:
    """The comma after more words of a title if a name stands between it and what closes the
    subject; `at` else.
    """
    for i in range(at, min(at + 9, limit)):
        word = words.fold[i]
        if word in COMMAS:
            name = i + 1
            found = (
                name in words.mention_at
                and clitic(words, name) == ""
                and closes(words, words.mention_end[name], limit)
            )
            return i if found else at
        if (
            i in words.mention_at
            or i in words.breaks
            or i in words.opens
            or i in words.time_end
            or is_form(words, i)
            or word in CLAUSE_SIGNS
            or word in function_words()["relative"]
            or word in ("خلال", "عقب", "بعد", "قبل", ":")
            or bare(word) in function_words()["occasion"]
        ):
            return at
    return at


def closes(words: Words, at: int, limit: int) -> bool:
    word = words.at(at)
    if at >= limit or word in COMMAS or word in CLAUSE_SIGNS or word == ":" or at in words.opens:
        return True
    return word.startswith("ل") and word[1:] in function_words()["audience"]
