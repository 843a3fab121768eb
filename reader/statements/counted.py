"""Groups that a number counts: ثلاثة مصادر, أكثر من عشرين منظمة, 40 % من المشاركين.

Here: the phrase of the number and whom it counts. Not here: other subjects
(`reader.statements.subjects`).
"""

from __future__ import annotations

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import is_definite, noun_at
from reader.phrase_ends import phrase_end
from reader.statements.phrases import CLAUSE_SIGNS, COMMAS, Subject
from reader.words import Words

QUANTIFIERS = of_class("statement_words", "quantity")
#: Of things and persons of masculine gender, although they end in ة.
NUMERALS = frozenset(("ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"))
#: Of those of feminine gender.
_OF_FEMININE = frozenset(("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"))
_HOW_MANY = frozenset(("قليل", "كبير", "محدود", "متزايد", "ضييل"))  # عدد قليل من
_OF_HUNDRED = frozenset(("المايه", "الميه", "بالمايه", "بالميه"))
_SHARES = _OF_HUNDRED | {"%", "٪"}
_ALONE = CLAUSE_SIGNS | COMMAS | {"فقط", "منهم"}  # behind a share of those asked: قال 12% إنهم
_WITH_NUMBER = frozenset(("من", "عن", "%", "٪", ".", ","))


def is_number(word: str) -> bool:
    """Whether a folded word is a numeral from three to ten, or figures."""
    return word in NUMERALS or word in _OF_FEMININE or word[0].isdigit()


def read_counted(words: Words, at: int, limit: int) -> Subject | None:
    """Those whom a number or a quantifier counts, where one stands at a token: 3 مصادر, 1300 من
    العناصر, 40 % من المشاركين.
    """
    if not words.fold[at][0].isdigit():
        return _counted(words, at, limit)
    first = _after_number(words, at)
    if noun_at(words, first) is not None or _are_people(words, first):
        return _counted(words, at, limit)
    if words.at(first - 1) in _SHARES and words.at(first) in _ALONE:
        surface = words.text(at, first)
        return Subject([Actor(at, first, "group", surface, surface, None, "p")], first)
    return None


def _counted(words: Words, at: int, limit: int) -> Subject | None:
    """أكثر من عشرين منظمة: a group by number."""
    first = _after_number(words, at if words.fold[at][0].isdigit() else at + 1)
    if words.at(first) in _HOW_MANY:
        first = _after_number(words, first + 1)
    for noun_place in (first, first + 1):
        if noun_place < limit and (
            noun_at(words, noun_place) is not None or _are_people(words, noun_place)
        ):
            definite = is_definite(words.fold[noun_place])
            end = phrase_end(words, noun_place + 1, limit, definite=definite)
            surface = words.text(at, end)
            return Subject(
                [Actor(at, end, "group", surface, surface, None, "p", head=words.fold[noun_place])],
                end,
            )
    return None


def _after_number(words: Words, at: int) -> int:
    """The token behind a number and من: 12.5 % من, 40 في المئة من."""
    end = at
    while end < len(words) and end - at < 8:
        word = words.fold[end]
        hundred = words.at(end + 1) if word == "في" else word
        if hundred in _OF_HUNDRED or word in _WITH_NUMBER or word[0].isdigit():
            end += 1
        else:
            break
    return end


def _are_people(words: Words, at: int) -> bool:
    """Whether a word of no known class means people: the plural of a participle (المستجوبين)."""
    word = words.at(at)
    return is_definite(word) and word.endswith(("ين", "ون")) and len(word) > 6
