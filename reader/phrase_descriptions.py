"""Rules of noun phrases for what describes their noun: participles and acts with what they govern,
numbers, degrees, ذات and غير, broken plurals; for a second thing joined with و.

Here: rules that `reader.phrase_ends` asks in its order, with the same answers. Not here: owners,
places, names (`reader.phrase_ends`), which words govern what (`reader.phrase_places`).
"""

from __future__ import annotations

import re

from reader.adjectives import is_plural_of_persons
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.phrase_places import is_governed, is_of_act
from reader.phrase_state import LONGEST_CHAIN, Phrase

# Acts and broken plurals by their form: تشغيل, مساندة, إدارة, أبحاث.
_ACT = re.compile(r"ت..ي.ه?|م.ا..ه|ا..ا.ه?|ا.اره|دعم|حمايه|رعايه|بحوث|علوم|نشر|حفظ")
_OF_FIELDS = of_class("statement_words", "office of a field")
_FIELDS = of_class("statement_words", "field")
_KIN = of_class("statement_words", "own waw")
_ACTORS = frozenset(("role", "head", "group", "source", "spokesperson"))
_OFFICES = frozenset(("role", "head"))
_PARTICIPLE = re.compile("المت(?!هم).{3,4}ه")  # المتكاملة, المتحالفة; not المتهمة
_PLURAL_PEOPLE = of_class("statement_words", "plural people")
_TAKING_PART = ("مشارك", "حاضر", "مجتمع")
_TEN = of_class("statement_words", "ten")
_UNITS = of_class("statement_words", "unit")
_ACTED_ON = of_class("statement_words", "acted on")
_BY_PRONOUN = of_class("statement_words", "bound preposition")
_BY_WHOM = of_class("statement_words", "by whom")
_WITHOUT = of_class("statement_words", "without what")
_DEGREES = of_class("statement_words", "degree")
_OWNING = of_class("statement_words", "owning")
_OWNED_BY_ADJECTIVES = of_class("statement_words", "owned by adjective")


def governed(phrase: Phrase) -> bool:
    """Goes on with what a participle or act governs: مصادر قريبة (من فلان), المنتمون (إلى
    الحركة).
    """
    words, at = phrase.words, phrase.at + 1
    if at in words.mention_at:
        return phrase.own(words.mention_end[at], definite=True)
    word, function = words.at(at), function_words()
    takes_part = bare(words.at(at - 2)).startswith(_TAKING_PART) and is_definite(word)
    is_occasion = bool({word, bare(word)} & function["occasion"]) and not takes_part
    is_occasion = is_occasion and words.at(at - 1) in ("في", "لدي")
    if at >= phrase.limit or at in words.time_end or is_occasion or word in stop_words():
        return False
    return phrase.anew(at, definite=word.endswith(("ها", "هم")))


def is_of_its_act(phrase: Phrase, preposition: str) -> bool:
    """Whether a preposition belongs to the act for which the phrase's body is there: لجنة التحقيق
    (في) الحادث.
    """
    is_body = phrase.body is not None and phrase.at > phrase.begin
    return is_body and is_of_act(phrase.words, phrase.at, preposition)


def is_governed_with_b(phrase: Phrase, word: str) -> bool:
    """Whether a word bears the ب of the participle or act before it: (اللجنة المعنية) بحقوق الطفل,
    (هيئة الأمر) بالمعروف.
    """
    words, at = phrase.words, phrase.at
    is_free = word in function_words()["starts_with_b"] or word in function_words()["not_bi"]
    governs = is_governed(words, at, "ب") or is_of_its_act(phrase, "ب")
    return governs and word.startswith("ب") and (not is_free or word.startswith("بال"))


def of_people(phrase: Phrase, word: str) -> bool | None:
    """A broken plural that describes persons: وزراء الخارجية (العرب), المحافظون (الجدد)."""
    if word not in _PLURAL_PEOPLE or not phrase.definite:
        return None
    words = phrase.words
    heads = {bare(words.at(phrase.begin - 1)), bare(words.at(phrase.at - 1))}
    of_persons = any(noun is not None and noun.number == "p" for noun in map(nouns().get, heads))
    of_persons = of_persons or is_plural_of_persons(words.at(phrase.at - 1))
    return phrase.own(phrase.at + 1, definite=True) if of_persons else None


def participle(phrase: Phrase, word: str) -> bool | None:
    """A definite participle that agrees with a body: الأحزاب (الممثلة) في البرلمان, البعثة
    (المتكاملة).
    """
    words, at = phrase.words, phrase.at
    if not (is_definite(word) and phrase.definite and word.endswith("ه")):
        return None
    head = phrase.body
    is_feminine = head is not None and head.gender == "f"
    by_form = _PARTICIPLE.fullmatch(word) is not None and nouns().get(bare(word)) is None
    agrees = is_feminine and (by_form or is_governed(words, at + 1, words.at(at + 1)))
    return phrase.own(at + 1, definite=True) if agrees else None


def ten_more(phrase: Phrase, word: str) -> bool | None:
    """The second part of a number: الفصائل الأربعة (عشر)."""
    is_number = word in _TEN and bare(phrase.words.at(phrase.at - 1)) in _UNITS
    return phrase.take(phrase.at + 1) if is_number else None


def by_degree(phrase: Phrase, word: str) -> bool | None:
    """What a body is more or most: النقابات الأكثر تمثيلية, الصحيفة الأوسع انتشارا."""
    follow = phrase.words.at(phrase.at + 1)
    by_what = follow not in stop_words() and follow.endswith(("ا", "يه", "ه"))
    if word not in _DEGREES or is_definite(follow) or not by_what:
        return None
    return phrase.take(phrase.at + 2) if phrase.definite else None


def of_which(phrase: Phrase, word: str) -> bool | None:
    """A body's own by ذات and its like: الجهات ذات الاختصاص, الحزب ذو التوجه الإسلامي."""
    if word not in _OWNING or phrase.words.at(phrase.at + 1) in stop_words():
        return None
    return phrase.anew(phrase.at + 1) if is_definite(phrase.words.at(phrase.at + 1)) else None


def acted_on(phrase: Phrase, word: str) -> bool | None:
    """A preposition with a pronoun behind a passive participle: الحكومة المعترف (بها) دوليا, الأسرى
    المفرج (عنهم).
    """
    words, at = phrase.words, phrase.at
    is_acted_on = bare(word) in _ACTED_ON and is_definite(word) == phrase.definite
    if not is_acted_on or words.at(at + 1) not in _BY_PRONOUN:
        return None
    return phrase.take(at + 2 + (words.at(at + 2) in _BY_WHOM))


def no_such(phrase: Phrase, word: str) -> bool | None:
    """An adjective that غير denies: المنظمات غير الحكومية, مصادر غير رسمية."""
    follow = phrase.words.at(phrase.at + 1)
    if word != "غير" or phrase.definite != is_definite(follow) or follow in stop_words():
        return None
    of_form = follow.endswith(("ه", "ي", "ون", "ين")) or follow[:1] == "م"
    return phrase.take(phrase.at + 2) if of_form or phrase.definite else None


def without(phrase: Phrase, word: str) -> bool | None:
    """أطباء بلا حدود, مراسلون بلا حدود."""
    is_name = word == "بلا" and phrase.words.at(phrase.at + 1) in _WITHOUT
    return phrase.own(phrase.at + 2, definite=True) if is_name else None


def with_owner(phrase: Phrase, word: str) -> bool | None:
    """A definite adjective with an owner of its own: القوات المتعددة الجنسيات."""
    is_pair = is_definite(word) and phrase.words.at(phrase.at + 1) in _OWNED_BY_ADJECTIVES
    return phrase.take(phrase.at + 2) if is_pair and phrase.definite else None


def second_act(phrase: Phrase, _: str) -> bool | None:
    """A second act or thing with one owner: لإغاثة (وتشغيل) اللاجئين, مركز دراسات (وأبحاث)
    الشرق.
    """
    return phrase.take(phrase.at + 1) if shares_owner(phrase, phrase.at) else None


def shares_owner(phrase: Phrase, at: int) -> bool:
    """Whether an indefinite noun with و stands between an owner like it and a definite one, which
    owns both.
    """
    words = phrase.words
    word, before = words.at(at), words.at(at - 1)
    if not word.startswith("و") or at - 1 < phrase.begin or is_definite(before.removeprefix("و")):
        return False
    if is_definite(word[1:]) or not is_definite(words.at(at + 1)) or nouns().get(word) is not None:
        return False
    alike = _ACT.fullmatch(word[1:]) or word.endswith(("ات", "ايه"))
    return bool(alike) and not before.endswith("يه") and word not in stop_words()


def second_thing(phrase: Phrase, word: str) -> bool | None:
    """Two things under one head (وزارة الخارجية والهجرة), unless the second is an actor of its
    own.
    """
    if not (
        word.startswith("وال")
        and len(word) > 4
        and word not in _KIN
        and phrase.definite
        and phrase.chain <= LONGEST_CHAIN
    ):
        return None
    words, at = phrase.words, phrase.at
    noun = nouns().get(word[3:])
    of_group = {bare(words.at(at - 2)), bare(words.at(phrase.begin - 1))} & _OF_FIELDS
    head = nouns().get(bare(words.at(at - 2)))
    is_field = noun is not None and (noun.kind == "group" or word[1:] in _FIELDS)
    if is_field and of_group:
        return phrase.take(at + 1)  # وزارة التضامن الاجتماعي والأسرة
    if noun is not None and noun.kind == "group" and head is not None and head.kind in _OFFICES:
        return phrase.take(at + 1)  # وزارة الصحة والسكان, وزير الثقافة والشباب
    if noun is not None and noun.kind in _ACTORS:
        return False
    before = words.at(at - 1)
    joined = is_definite(before) or before.startswith(("وال", "لل"))
    return joined and phrase.take(at + 1)
