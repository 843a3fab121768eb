"""Which phrase with a preposition belongs to the noun before it: مصدر في الوزارة, السفارة الكورية
في مدريد, المندوبية بولاية سوسة.

Here: what may follow the preposition. Not here: where the whole phrase ends (`reader.phrase_ends`).
"""

from __future__ import annotations

from functools import cache

from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, noun_at, nouns, stop_words
from reader.text import key
from reader.words import Words

SOURCES = of_class("statement_words", "source")
#: Bodies of a state that are told apart by the town where they are.
_SENT = of_class("statement_words", "sent")
_ABROAD = frozenset(("سفاره", "قنصليه"))
#: Nouns of areas, behind which their name follows, or which stand for the one spoken of.
AREAS = of_class("place_words", "area")

# Prepositions that belong to few nouns and adjectives only: المسؤول عن, المشرف على, المعنية ب.
_TAKEN = {
    "عن": (
        *("مسوول", "المسوول", "مسيول", "المسيول", "نايب", "النايب", "ممثل", "مدافع", "المدافع"),
        *("صادر", "الصادر", "صدر", "المنبثق", "منبثق"),
    ),
    "علي": (
        *("مشرف", "المشرف", "قايم", "القايم", "محتج", "المحتج", "وصي", "الوصي", "المطلع"),
        *("الموقعون", "الموقعين"),
    ),
}
# Those of them who are over something.
_OVER = frozenset(("مشرف", "قايم", "وصي", "مطلع"))
# What may stand behind the stem of a participle.
_ENDINGS = ("", "ه", "ون", "ين", "ات", "ي", "يه", "يون", "يين", "وون", "وين", "ان", "تان")


@cache
def _governing(column: str) -> dict[str, frozenset[str]]:
    """Prepositions to the words that govern them: participles in every form, or acts."""
    endings = _ENDINGS if column == "participles" else ("",)
    return {
        key(row["preposition"]).removesuffix("ـ"): frozenset(
            key(stem) + ending for stem in row[column].split("|") if stem for ending in endings
        )
        for row in table("governing_words")
    }


def may_be_taken(words: Words, at: int, preposition: str) -> bool:
    """Whether a noun right before a preposition, or the one before that, takes it; true of
    prepositions that any noun may have.
    """
    takers = _TAKEN.get(preposition)
    return takers is None or any(words.at(i).startswith(takers) for i in (at - 1, at - 2))


def is_governed(words: Words, at: int, preposition: str) -> bool:
    """Whether the participle before a token governs a preposition: (اللجنة المعنية) بالملف,
    (المحتجون المنتمون) إلى الحركة.
    """
    governing = _governing("participles").get(preposition, frozenset[str]())
    return bare(words.at(at - 1).removeprefix("و")) in governing


def is_of_act(words: Words, at: int, preposition: str) -> bool:
    """Whether the act before a token, for which a body is there, governs a preposition: (لجنة
    التحقيق) في الحادث, (الهيئة العامة للرقابة) على الصادرات.
    """
    act = words.at(at - 1).removeprefix("و")
    acts = _governing("acts").get(preposition, frozenset[str]())
    return act.startswith(("ال", "لل")) and act[2:] in acts


def stands_in(words: Words, begin: int, at: int) -> int:
    """The end of a place that في at a token names and that tells which body is meant: a country, an
    area by its noun (المكتب الإعلامي في قطاع غزة), any town of a state's house; 0 without.
    """
    head, named = bare(words.at(begin - 1)), at + 1
    if named not in words.place_at and words.at(named) in AREAS:
        named += 1
    place, noun = words.place_at.get(named), nouns().get(head)
    if place is None or at == begin or noun is None or noun.kind != "head":
        return 0
    is_area = named > at + 1 or words.at(named) in AREAS
    is_told_apart = head in _ABROAD or place.kind == "country" or is_area
    return words.place_end[named] if is_told_apart else 0


def sent_to(words: Words, begin: int, at: int) -> int:
    """The end of the place to which the holder of an office is sent: المبعوث الأممي (إلى ليبيا); 0
    without one.
    """
    is_sent = words.at(at) == "الي" and bare(words.at(begin - 1)) in _SENT
    return words.place_end.get(at + 1, 0) if is_sent else 0


def area_with_b(words: Words, at: int) -> int:
    """The end of an area whose noun bears ب: بولاية سوسة, بالجهة; 0 where none stands here."""
    word = words.at(at)
    if not word.startswith("ب"):
        return 0
    if word.startswith("بال"):
        return at + 1 if word[3:] in AREAS else 0
    return words.place_end.get(at + 1, 0) if word[1:] in AREAS else 0


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
    if preposition == "عن" and is_definite(word):
        return True  # المسؤول عن المعارض
    if preposition == "علي" and is_definite(word) and before.removeprefix("ال") in _OVER:
        return True  # المشرف على المعارض
    if preposition == "عن" and before.startswith("ممثل"):
        return word not in stop_words()  # ممثلون عن معظم القبائل
    if preposition in ("من", "عن", "علي"):
        return at in words.place_at or noun_at(words, at) is not None
    return (
        is_definite(word)
        or at in words.place_at
        or word == "شوون"
        or noun_at(words, at) is not None
    )


def names_body(word: str) -> bool:
    """Whether a word names a body or its members, to which an office may belong: (متحدث) بوزارة,
    (خبير) بالمعهد; not فتح.
    """
    noun = nouns().get(bare(word))
    if noun is not None and noun.kind == "document":
        return False  # (دولة قطر) بإعلان الهدنة
    return noun is not None and (noun.kind != "name" or is_definite(word))
