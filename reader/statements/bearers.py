"""Where the name stands that a title introduces: over more words of the title, what it is called,
marks and words of courtesy.

Here: the place of the name, or where the title's phrase goes on to. Not here: whether the name is
the title's bearer or within it (`appositions`).
"""

from __future__ import annotations

from functools import cache

from reader.actors import read_actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.statements.phrases import CLAUSE_SIGNS, COMMAS, clitic, is_form
from reader.statements.things import is_verbal_noun
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_LONGEST_TITLE = 12  # tokens of a title behind its first phrase
_UNREAD = 3  # words of a title that the tagger of names may leave out
# Behind these, which mean the office or its body, a name is beside the title: مسؤول الملف فيها
# فلان.
_BACK_TO_IT = of_class("statement_words", "back to it")
_IN = frozenset(("في", "من", "لدي", "عن"))  # prepositions within a title
# A word of courtesy that else means a state, and before whom it is one: دولة رئيس الحكومة.
_STATESMANS = frozenset(("دوله",))
_STATESMEN = frozenset(("رييس", "رييسه"))


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


def bearer_ahead(words: Words, at: int, end: int, limit: int) -> int | None:
    """The name that ends a subject behind more of its title than was read as its phrase: مدير الفرع
    لمنطقة الشرق وشمال الساحل (المهندس) فلان أن.
    """
    verb = forms().get(words.at(at - 1))
    word = words.at(end)
    goes_on = is_definite(word) or word[:1] in "ول" or word in _IN or end in words.nationality
    if end >= limit or not goes_on or (verb is not None and verb.verb.addressed):
        return None  # دعا رئيس المجلس النائب فلانا إلى
    for i in range(end, min(end + _LONGEST_TITLE, limit)):
        if i in words.mention_at:
            return i if i > end and _ends_title(words, i, limit) else None
        word = words.fold[i]
        is_word = "\u0621" <= word[0] <= "\u06d3" and (word in _IN or word not in stop_words())
        if not is_word or i in words.breaks or i in words.time_end or is_form(words, i):
            return None
        if word in CLAUSE_SIGNS or is_verbal_noun(words, i, surely=True) or i in words.opens:
            return None
        if bare(word) in function_words()["occasion"]:
            return None
    return None


def _ends_title(words: Words, name: int, limit: int) -> bool:
    """Whether the word before a name takes no owner, so that the name is the title's bearer, and
    the subject ends behind it.
    """
    places = (p for p in (name - 1, name - 2) if words.place_end.get(p) == name)
    is_place = next(places, None) is not None
    is_closed = is_definite(words.fold[name - 1]) or name - 1 in words.nationality or is_place
    follow = words.mention_end[name]
    ranked = is_rank(words, name - 1) and words.at(follow) in stop_words()
    return is_closed and clitic(words, name) == "" and (ranked or closes(words, follow, limit))


def is_rank(words: Words, at: int) -> bool:
    """Whether a word is a rank or calling with article, which may stand before a name: السفير."""
    word = words.at(at)
    noun = nouns().get(bare(word)) if is_definite(word) else None
    return noun is not None and noun.kind == "role" and noun.number == "s"


def before_ranks(words: Words, at: int, begin: int) -> int:
    """Where the run of ranks and words of courtesy before a name begins: (رئيس المجلس) الشيخ
    الدكتور فلان.
    """
    while at - 1 > begin and (is_rank(words, at - 1) or words.fold[at - 1] in _styles()):
        at -= 1
    return at


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


def behind_styles(words: Words, at: int, limit: int) -> int:
    """The office or name to which words of courtesy at a token lead: صاحب المعالي (وزير المالية),
    وسمو (الأمير فلان); `at` where they lead to none.
    """
    word = words.fold[at].removeprefix("و")
    if word not in _styles() and word not in _STATESMANS:
        return at
    end = at + 1
    while end < limit and words.fold[end] in _styles():
        end += 1
    if end >= limit:
        return at
    noun = nouns().get(bare(words.fold[end]))
    leads = noun is not None and noun.kind == "role" and noun.number == "s"
    if word in _STATESMANS:
        return end if leads and bare(words.fold[end]) in _STATESMEN else at
    return end if leads or (end in words.mention_at and clitic(words, end) == "") else at


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
