"""Who acts in a text: the noun phrases that name persons by office, organisations, states, unnamed
sources and groups.

Here: what such a phrase stands for (المتحدث باسم الخارجية is the ministry, واشنطن a government).
Not here: where phrases end (`reader.noun_phrases`), names of people (`reader.names`), who of them
an office means in this article (`reader.statements.referents`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import (
    ON_BEHALF,
    Noun,
    bare,
    function_words,
    is_definite,
    noun_at,
    nouns,
    stop_words,
)
from reader.phrase_ends import phrase_end
from reader.places import country_of_capital
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

# Titles by which bodies are named after somebody, and first parts of given names of two words.
#: Kinds of actors that are bodies.
BODIES = frozenset(("organization", "government"))
_NAMESAKES = frozenset(("الشهيد", "الشهيده", "الشيخ", "الملك", "الامير"))
_OF_WHOM = frozenset(("كبير", "كبيره"))  # offices only with those over whom they are
_FIELDS = frozenset(("لكره", "للانباء"))  # الاتحاد الأوروبي لكرة القدم
_MEDIA = of_class("statement_words", "medium")
#: The longest first ("سكاي نيوز عربية" before "سكاي نيوز"): a set's order is not the same twice.
_OUTLETS = sorted(
    (name.split() for name in of_class("statement_words", "outlet of words")),
    key=lambda name: (-len(name), name),
)
_ELATIVES = of_class("statement_words", "elative")
_CLOSING = frozenset(("،", ",", "ان", "انه", "انها"))
_OF_TWO = ("تان", "تين")  # adjectives of two bodies
_OF_TWO_WORDS = frozenset(("ابو", "ابي", "عبد", "ام", "بن"))
# States whose names news treat as masculine: أعلن العراق, دعا لبنان.
_MASCULINE = frozenset(["IQ", "LB", "JO", "MA", "SD", "YE", "SO", "NE", "SN", "TD"])


@dataclass(slots=True)
class Actor:
    """A phrase that names somebody who can act. Token positions; `person` indexes
    `Document.people`.
    """

    start: int
    end: int
    kind: (
        str  # person | organization | government | source | group | document | spokesperson | role
    )
    surface: str
    name: str  # canonical: the organisation a spokesperson speaks for, the surface otherwise
    gender: str | None = None
    number: str | None = "s"
    person: int | None = None
    country: str | None = None  # of a government
    head: str = ""  # folded head noun without article
    is_definite: bool = True
    is_owned: bool = False  # by a pronoun: زوجته


def read_actor(words: Words, at: int, limit: int) -> Actor | None:
    """The actor whose phrase starts at a token, None where none does. Persons named by name are not
    read here.
    """
    head = noun_at(words, at)
    place = words.place_at.get(at)
    if place is not None and (head is None or head[1].kind == "name"):
        return _government(words, at)
    if head is None:
        return None
    name, noun, definite, after = head
    if name in ("احد", "احدي") and (definite or not _is_of_people(words, after)):
        return None  # أحد العلاجات is nobody, الأحد a day
    if name == "مطلع" and not definite and words.at(after) != "علي":
        return None  # مطلع العام
    if name == "قايم" and not _is_acting(words, after, definite):
        return None
    if name == "اخر" and not definite and (is_definite(words.at(after)) or _is_no_verb(words, at)):
        return None  # آخر المستجدات, من جانب آخر are no person
    if name == "جانب" and not definite:
        return None  # من جانب النادي
    if (
        name == "تنظيم"
        and not definite
        and not is_definite(words.at(after))
        and after not in words.opens
    ):
        return None  # the organising of something
    if noun.kind == "honour":
        return _actor(words, at, after, "role", noun, name)
    if noun.kind == "name":
        end = phrase_end(words, after, limit, definite=True, open_head=False)
        end = after if _is_aim(words, after) else end  # خدمت مايكروسوفت لسنوات
        return _actor(words, at, end, "organization", noun, name)
    open_head = noun.kind in ("source", "group", "role", "document", "spokesperson") or not definite
    named = known_name(words, after, definite) if noun.kind == "head" else after
    end = phrase_end(words, named, limit, definite=definite or named > after, open_head=open_head)
    if end == after and noun.kind == "head" and not definite and _is_lone_owner(words, after):
        end += 1
    if definite and noun.kind == "head" and end > after and _is_aim(words, after):
        end = after if _is_told_of_before(words, at, name) else end
    if end > after and noun.kind in ("head", "spokesperson", "role", "source"):
        end = _named_after(words, end, limit)
    if noun.kind == "head":
        if not definite and end == after:
            return None
        end = _with_aim(words, end, limit) if end > after else end
        end = _of_both(words, end, limit) if noun.number == "d" and end > after else end
        body = _actor(words, at, end, "organization", noun, name, definite)
        if definite and after in words.nationality and words.at(after).endswith("يه"):
            body.gender = "f"  # الدفاع الروسية: the ministry
        return body
    if name in _OF_WHOM and end == after and not definite and end not in words.mention_at:
        return None  # مخاوف كبيرة: an adjective, unlike كبيرة الباحثين
    if name == "عالم" and definite and end not in words.mention_at and not noun_at(words, end):
        return None  # the world, mostly
    actor = _actor(words, at, end, noun.kind, noun, name, definite)
    if noun.kind == "spokesperson":
        actor.name = _spoken_for(words, after, end) or actor.surface
    elif noun.kind == "document":
        actor.name = _issuer(words, after, end) or actor.surface
    return actor


def _is_acting(words: Words, at: int, definite: bool) -> bool:
    """Whether what follows قائم makes it an office: القائم بأعمال السفارة, القائم على المعرض."""
    word = words.at(at)
    return word.startswith(("بالاعمال", "باعمال", "بمهام")) or (definite and word == "علي")


def _is_no_verb(words: Words, at: int) -> bool:
    """Whether a noun stands before a word, as it does before its adjective: من جانب (آخر)."""
    word = words.at(at - 1) if at > 0 else ""
    return bool(word) and word[0].isalpha() and word not in stop_words() and word not in forms()


def _is_aim(words: Words, at: int) -> bool:
    """Whether a word with ل hangs on a verb rather than on a body's full name before it: (تطرقت
    الصحيفة) للمجزرة.
    """
    word = words.at(at)
    bound = word.startswith("ل") and len(word) > 3 and at not in words.place_at
    return bound and word not in _FIELDS


def _is_told_of_before(words: Words, at: int, name: str) -> bool:
    """Whether the text has the noun of a body before, so that its article points back to that."""
    return any(bare(word.lstrip("وفبل")) == name or word[1:] == name for word in words.fold[:at])


def known_name(words: Words, at: int, definite: bool) -> int:
    """The end of a known name of several words behind a body's noun: صحيفة (نيويورك تايمز), whose
    first may be a place's; `at` else.
    """
    if not definite and bare(words.at(at - 1)).lstrip("لب") in _MEDIA:
        for name_of_words in _OUTLETS:
            if words.fold[at : at + len(name_of_words)] == name_of_words:
                return at + len(name_of_words)  # موقع (روسيا اليوم)
    name = noun_at(words, at) if not definite else None
    is_name = name is not None and name[1].kind == "name" and words.fold[at] == name[0].split()[0]
    return name[3] if name is not None and is_name else at


def _is_lone_owner(words: Words, at: int) -> bool:
    """Whether a word that seems to bear ب is a foreign name, since a mark closes the phrase behind
    it: وكالة بترونيوز، أن.
    """
    word, follow = words.at(at), words.at(at + 1)
    is_word = word.startswith("ب") and word not in function_words()["not_bi"] and len(word) > 4
    named = not is_definite(word[1:]) and nouns().get(word[1:]) is None
    return is_word and named and follow in _CLOSING


def _named_after(words: Words, at: int, limit: int) -> int:
    """The end of a name behind الشهيد and its like within a body's name: كتائب الشهيد عز الدين
    القسام, لواء أبو علي فلان.
    """
    head = nouns().get(words.at(at - 2))
    if head is None or head.kind != "head":
        return at
    if words.at(at - 1) in ("ابو", "ابي") and at not in words.mention_at:
        at -= 1
    elif words.at(at - 1) not in _NAMESAKES:
        return at
    if at in words.mention_at:
        return words.mention_end[at]
    given = 2 if words.at(at) in _OF_TWO_WORDS or words.at(at + 1) == "الدين" else 1
    end = at + given + 1
    if any(i in words.time_end for i in range(at, end)):
        return at + given  # أكدت كتيبة الشهيد حسن اليوم
    is_name = all("\u0621" <= word[0] <= "\u06d3" for word in words.fold[at:end])
    return end if end <= limit and is_name else at


def _with_aim(words: Words, at: int, limit: int) -> int:
    """The end of a body's name behind what it is for: التحالف الوطني من أجل العدالة."""
    if words.at(at) != "من" or words.at(at + 1) != "اجل" or not is_definite(words.at(at + 2)):
        return at
    return phrase_end(words, at + 3, limit, definite=True) if at + 2 < limit else at


def _of_both(words: Words, at: int, limit: int) -> int:
    """The end of two bodies' names behind the second: صحيفتا "كذا" و"كذا" السودانيتان, وزارتا
    الدفاع والداخلية.
    """
    end = at
    if words.at(at) == "و" and at + 1 in words.opens:
        end = words.quotes[words.opens[at + 1]].close + 1
    elif words.at(at).startswith("وال"):
        end = at + 1
    while end > at and is_definite(words.at(end)) and words.fold[end].endswith(_OF_TWO):
        end += 1
    return end if end <= limit else at


def _is_of_people(words: Words, at: int) -> bool:
    word = bare(words.at(at + (words.at(at) in _ELATIVES)))  # إحدى أبرز النقابات
    noun = nouns().get(word) or nouns().get(word.removesuffix("ي"))  # أحد مدربي النادي
    noun = noun or nouns().get(f"{word.removesuffix('ها').removesuffix('ه')}ن")  # أحد مسؤوليه
    return noun is not None and noun.kind in ("group", "source", "role", "spokesperson", "head")


def _actor(
    words: Words, start: int, end: int, kind: str, noun: Noun, head: str, definite: bool = True
) -> Actor:
    first = words.tokens[start]
    offset = first.start + (
        1
        if first.fold[:1] in "وف"
        and not first.fold.startswith(head.split()[0])
        and noun_starts_after_clitic(first.fold, head)
        else 0
    )
    surface = words.document.plain.text[offset : words.tokens[end - 1].end]
    return Actor(
        start,
        end,
        kind,
        surface,
        surface,
        noun.gender,
        noun.number,
        head=head,
        is_definite=definite,
    )


def noun_starts_after_clitic(word: str, head: str) -> bool:
    """Whether a folded word is و or ف and then the head, with article or without."""
    return bare(word[1:]) == head.split()[0] or word[1:] == head.split()[0]


def _government(words: Words, at: int) -> Actor | None:
    place = words.place_at[at]
    token = words.tokens[at]
    clitic = words.document.plain.fold[token.start : place.start]
    if words.fold[at] == place_key(place.name):
        clitic = ""  # read with its preposition taken off
    if clitic not in ("", "و", "ف") or words.fold[at] in function_words()["question"]:
        return None
    if place.kind == "region":
        return None
    if place.kind == "city" and country_of_capital(place.name) is None:
        return None
    end = words.place_end[at]
    gender = "f" if place.kind != "metonym" and place.country not in _MASCULINE else None
    house = nouns().get(key(place.name)) if place.kind == "metonym" else None
    return Actor(
        at,
        end,
        "government",
        place.name,
        place.name,
        house.gender if house is not None else gender,
        "s",
        country=place.country,
    )


def place_key(name: str) -> str:
    """The first word of a place's name, folded."""
    return key(name).split()[0]


def _spoken_for(words: Words, start: int, end: int) -> str | None:
    """The organisation in "المتحدث باسم الخارجية الروسية"."""
    for at in range(start, end):
        if words.fold[at] in ON_BEHALF and at + 1 < end:
            return words.text(at + 1, end)
    for at in range(start, end):
        head = noun_at(words, at)
        if head is not None and head[1].kind in ("head", "name"):
            return words.text(at, end)
        if words.fold[at].startswith("لل") and len(words.fold[at]) > 4:
            return "ال" + words.text(at, end)[2:]
        glued = nouns().get(words.fold[at][1:]) if words.fold[at].startswith("ب") else None
        if glued is not None and glued.kind == "head":
            return words.text(at, end)[1:]  # المتحدث بوزارة الداخلية
    return None


def _issuer(words: Words, start: int, end: int) -> str | None:
    """The organisation in "بيان صادر عن وزارة الخارجية", "بيان حركة النجباء", "بيان للحزب"."""
    for at in range(start, min(end, start + 4)):
        head = noun_at(words, at)
        if head is not None and head[1].kind in ("head", "name"):
            return words.text(at - 1 if at - 1 in words.opens else at, end)
        noun = nouns().get(words.fold[at][1:])
        if words.fold[at].startswith("ل") and noun is not None and noun.kind in ("head", "name"):
            return words.text(at, end)[1:]
        whose = nouns().get(words.fold[at][2:])
        if words.fold[at].startswith("لل") and whose is not None and whose.kind == "head":
            return "ال" + words.text(at, end)[2:]
    return None
