"""Whether a word goes on as an adjective of the noun before it, by the forms of both.

Here: endings of relation, number and definiteness within a noun phrase. Not here: where the phrase
ends (`reader.phrase_ends`).
"""

from __future__ import annotations

import re

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_adjective, is_definite, nouns, stop_words
from reader.words import Words

_NOUNS_LIKE_ADJECTIVES = frozenset(
    (
        *("خارجيه", "داخليه", "ماليه", "جمهوريه", "مديريه", "بلديه", "قضيه", "عضويه", "مفوضيه"),
        *("نظريه", "تنميه", "تربيه", "توعيه", "تسويه", "تغطيه", "تصفيه", "ترقيه", "تنقيه", "تزكيه"),
        *("تغذيه", "تحليه", "تسميه", "تقويه", "توصيه", "تضحيه", "تلبيه"),
    )
)
# Definite acts with the ending of an adjective: واصلت المقاومة (التصدي) للهجوم.
_ACTS_LIKE_ADJECTIVES = of_class("statement_words", "act in ya")
_ACTS = "ايه"  # how acts like حماية and رعاية end, which have owners
_PLURAL_ENDINGS = ("يات", "يين", "يون")
_SHORT_ADJECTIVES = of_class("statement_words", "short adjective")
_INFORMED = of_class("statement_words", "informed")
#: Kinds of nouns of one person.
PERSONS = frozenset(("role", "source", "spokesperson"))
_SHORTEST_PLURAL = 6  # letters of الـ, a participle and ـون
_MUTUAL = re.compile("ت.ا..")  # verbal nouns of what several do: تعاون


def closes_for_owners(words: Words, at: int, chain: int) -> bool:
    """Whether the word before is an indefinite adjective of state or relation, which closes the
    phrase for owners.
    """
    before = words.at(at - 1).removeprefix("و")
    if is_definite(before) or before.startswith(("لل", "بال")):
        return False
    if at in words.nationality:
        return False
    if before.endswith("شوون"):
        return False  # لشؤون (اللاجئين)
    if at - 1 in words.nationality or (before.endswith("ون") and len(before) > 4):
        return True  # a plural in ـون has no owner: فاعلون (انتقادات)
    noun = nouns().get(before)
    if before.endswith("ين") and noun is not None and noun.kind in ("group", "source"):
        return True  # nor has one in ـين: لمراقبين (خطوة)
    if chain > 0 and before in _INFORMED:
        return True  # مصدر مطلع (التخطيط), شهود عيان (وكالة الأنباء)
    return (
        chain > 0
        and before.endswith("يه")
        and (len(before) > 4 or before in _SHORT_ADJECTIVES)
        and not is_definite(before)
        and nouns().get(before) is None
        and before not in _NOUNS_LIKE_ADJECTIVES
        and not before.startswith("ل")  # لحرية (الإعلام)
        and not before.endswith(_ACTS)
    )


def is_relation(words: Words, at: int, begin: int) -> bool:
    """Whether a word behind the head (before `begin`) is an indefinite adjective of relation: أمني;
    not the plural مستشاري.
    """
    word = words.at(at)
    return (
        at >= begin
        and word.endswith(("ي", "يه"))
        and not is_definite(word)
        and word not in stop_words()
        and all(
            noun is None or noun.kind not in PERSONS for noun in map(nouns().get, (word, word[:-1]))
        )
    )


def may_be_adjective(word: str) -> bool:
    """Whether an indefinite word can be one more adjective: by its ending, or it is listed
    (كبير).
    """
    noun = nouns().get(word)
    if word in function_words()["adjective"]:
        return True
    if word in function_words()["content_noun"]:
        return False  # مصادر طبية (إصابة شخصين)
    return noun is None and word.endswith(("ه", "ي", "ون", "ين")) and not is_definite(word)


def qualifies(words: Words, at: int) -> bool:
    """Whether a definite word goes on as an adjective of the one before: by its form, or as one
    plural to another.
    """
    before, word = words.at(at - 1), words.fold[at]
    noun = nouns().get(bare(before))
    of_many = before.endswith("ين") or (noun is not None and noun.kind == "group")
    of_many = of_many or (at - 1 in words.nationality and before.startswith("وال"))
    plurals = word.endswith("ين") and of_many and is_definite(before.removeprefix("و"))
    plurals = plurals or (before.endswith("ون") and word.endswith("ون") and is_definite(before))
    return (plurals and len(word) > 5) or _has_form_of_adjective(words, at)


def is_of_another_number(words: Words, at: int) -> bool:
    """Whether a plural of persons stands before a word that can be no plural."""
    noun, word = words.at(at - 1), words.at(at)
    known = nouns().get(bare(noun))
    return (
        noun.endswith("ون")
        and is_definite(noun)
        and len(noun) > 6
        and (known is None or known.number == "p")
        and at not in words.nationality
        and not word.endswith(("ون", "ين", "ات", "اء"))
    )


def _has_form_of_adjective(words: Words, at: int) -> bool:
    """Whether a definite word goes on as an adjective; المستوى does not, unless the text prints ى
    for every last ي.
    """
    if at in words.nationality:
        return True
    if words.fold[at].endswith(_PLURAL_ENDINGS) and _is_one_body(words, at - 1):
        return False  # الكتلة (الهيئات)
    if words.fold[at] in function_words()["ordinal_adjective"]:
        return True  # (المجلس الثقافي) الأعلى: of its own form
    if words.fold[at] in _ACTS_LIKE_ADJECTIVES:
        return False
    return is_adjective(words.fold[at]) and not (
        words.ends_in_ya and words.tokens[at].text.endswith("ى")
    )


def _is_one_body(words: Words, at: int) -> bool:
    """Whether a word is a body or person in the singular, which no adjective in the plural
    describes: (عرض) الوزير (التحديات).
    """
    noun = nouns().get(bare(words.at(at)))
    is_one = noun is not None and noun.kind in PERSONS | {"head"}
    return is_one and noun is not None and noun.number == "s"


def is_more_of(words: Words, at: int) -> bool:
    """A second indefinite adjective: منظمات حقوقية وإنسانية."""
    word, before = words.fold[at][1:], words.at(at - 1)
    return (
        len(word) > 4
        and not word.startswith("ال")
        and not before.startswith("ال")
        and (
            (word.endswith("يه") and before.endswith("يه"))
            or (word.endswith("يون") and before.endswith("يون"))
        )
    )


def is_adjective_of_state(words: Words, begin: int, at: int) -> bool:
    """Whether a state's name has the form of its own adjective and stands behind a feminine body,
    right before it or as the phrase's head (before `begin`): السفارة السعودية.
    """
    word = words.fold[at]
    if not (word.endswith("يه") and words.place_end[at] == at + 1 and is_definite(word)):
        return False
    heads = (nouns().get(bare(words.at(i))) for i in {begin - 1, at - 1})
    return any(h is not None and h.kind in ("head", "group") and h.gender == "f" for h in heads)


def is_plural_of_persons(word: str) -> bool:
    """Whether a word has the nominative plural of persons: المجتمعون; not القانون, التعاون."""
    noun = nouns().get(bare(word))
    is_singular = noun is not None and noun.number == "s"  # القانون
    is_act = _MUTUAL.fullmatch(bare(word)) is not None  # التعاون
    return word.endswith("ون") and len(word) > _SHORTEST_PLURAL and not (is_singular or is_act)
