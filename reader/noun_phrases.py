"""Noun phrases: what their head nouns mean (source, organisation, office …) and where they end.

Here: the lexicon of head nouns and function words, the forms of article and adjective, the end of a phrase. Not here: what
a phrase stands for (`reader.actors`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader import lexicon
from reader.text import key
from reader.words import Words

_LONGEST_NAME = 6  # tokens between quotation marks that can be a name within a phrase
# Prepositions that belong to few nouns only: المسؤول عن, المشرف على.
_TAKEN = {
    "عن": ("مسوول", "المسوول", "مسيول", "المسيول", "نايب", "ممثل", "مدافع", "صادر", "النايب"),
    "علي": ("مشرف", "المشرف", "قايم", "القايم", "محتج", "المحتج", "وصي", "الوصي"),
}
_NOUNS_LIKE_ADJECTIVES = frozenset(
    ["خارجيه", "داخليه", "ماليه", "جمهوريه", "مديريه", "بلديه", "قضيه", "عضويه", "مفوضيه", "نظريه"]
)
_OTHER = frozenset(["اخر", "اخري", "اخرون", "اخرين", "اخران"])
# Pronouns behind a preposition, which hang on a verb rather than on a noun.
_OF_VERBS = frozenset(["به", "بها", "عليه", "عليها", "عنه", "عنها", "فيه", "فيها"])
_SPEAKERS = frozenset(["نحن", "انا", "انت", "انتم", "هذه"])
#: Between a spokesman and the body that he speaks for.
ON_BEHALF = frozenset(("باسم", "باسمها", "بلسان"))
_PERSONS = frozenset(("role", "source", "spokesperson"))
_SELF = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها", "انفسهم"])


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
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def is_definite(word: str) -> bool:
    """Whether a folded word bears the article."""
    return word.startswith("ال") and len(word) > 3


def is_adjective(word: str) -> bool:
    """Whether a folded definite word has the form of an adjective: an ending of relation, or it is listed."""
    return (
        word.endswith(("ي", "يه", "يين", "يون", "يان", "يتين", "يتان", "يات")) and len(word) > 5
    ) or word in function_words()["ordinal_adjective"]


def noun_at(words: Words, at: int) -> tuple[str, Noun, bool, int] | None:
    """Head noun at a token, و before it allowed: its key, what it is, whether definite, the end of a name of several words."""
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


def phrase_end(words: Words, at: int, limit: int, *, definite: bool, open_head: bool = True) -> int:
    """End of the noun phrase whose head's own words end before `at`: idafa, adjectives, names in brackets or quotes.

    `definite` says whether the head is definite already, `open_head` whether phrases with في, من, ب may belong to it
    (مصدر في الوزارة).
    """
    function, stops = function_words(), stop_words()
    begin, has_definite = at, definite
    chain = 0
    while at < limit:
        word = words.fold[at]
        if at in words.opens:
            quote = words.quotes[words.opens[at]]
            if chain == 0 and definite and _is_of_speakers(words, at - 1):
                break  # اتهمت المصادر "قسد"
            if (
                quote.close - at - 1 <= _LONGEST_NAME
                and quote.close < limit
                and _may_name(words, at + 1, quote.close)
            ):
                at, has_definite = quote.close + 1, True
                continue
            break
        if word == "ال" and at + 1 in words.opens:
            at += 1  # القناة ال"12"
            continue
        if word == "ال" and words.at(at + 1).isdigit():
            at += 2  # القناة الـ 12
            continue
        if word == "(":
            close = next((j for j in range(at + 1, min(at + 8, limit)) if words.fold[j] == ")"), 0)
            if not close:
                break
            at = close + 1
            continue
        if at in words.mention_at or at in words.breaks or at in words.time_end:
            break
        if word in _SELF:
            at += 1  # الوزير نفسه
            continue
        if word in ON_BEHALF or (word.startswith("لشوون") and chain < 4):
            at, has_definite, chain = at + 1, False, 0
            continue
        if at in words.place_at:
            place_word = words.document.plain.fold[
                words.place_at[at].start : words.place_at[at].end
            ]
            glued = len(word) - len(place_word.split()[0]) if place_word else 0
            if word[:1] in "وف" and glued > 0 and not place_word.startswith(word[0]):
                break
            if (
                has_definite
                and glued == 0
                and (
                    chain == 0 or (is_definite(words.at(at - 1)) and words.at(at - 2) != "العاصمه")
                )
            ):
                break
            at, has_definite = words.place_end[at], True
            chain += 1
            continue
        if word in stops:
            if (
                open_head
                and word in ("في", "من", "لدي", "عن", "علي")
                and (
                    word not in _TAKEN
                    or words.at(at - 1).startswith(_TAKEN[word])
                    or words.at(at - 2).startswith(_TAKEN[word])
                )
                and at + 1 < limit
                and _belongs(words, at + 1, word)
            ):
                at, has_definite, chain, open_head = at + 1, False, 0, word == "في"
                continue
            break
        if (
            word.isdigit()
            and len(word) <= 3
            and at > 0
            and any(nouns().get(bare(words.at(i))) is not None for i in (at - 1, at - 2))
        ):
            at += 1  # القناة 12
            continue
        if word.isascii() and word.isalpha() and chain < 5:
            at, has_definite, chain = at + 1, True, chain + 1  # صحيفة Le Monde الفرنسية
            continue
        if not ("\u0621" <= word[0] <= "\u06d3"):
            break
        if word.startswith("و") and _is_more_of(words, at):
            at += 1
            continue
        if word.startswith(("لل", "ول")) and len(word) > 4 and word.startswith("لل"):
            if "ال" + word[2:] in function["audience"]:
                break
            at, has_definite, chain = at + 1, True, chain + 1
            continue
        if (
            word.startswith("ل")
            and nouns().get(word[1:]) is not None
            and nouns()[word[1:]].kind == "head"
            and word[1:] not in function["audience"]
        ):
            at, has_definite, chain = at + 1, False, 0
            continue
        if (
            word.startswith("ل")
            and len(word) > 3
            and bare(word[1:]) not in function["audience"]
            and words.mention_of[at] < 0
            and chain < 5
        ):
            # "رئيس الإدارة لمنطقة الساحل"
            at, has_definite, chain = at + 1, False, chain + 1
            continue
        if word.startswith("ل") and bare(word[1:]) in function["audience"]:
            break  # مصدر أمني (لمراسلنا)
        if word.startswith("ب") and open_head and _is_body(word[1:]):
            at, has_definite, chain = at + 1, word.startswith("بال"), 0
            open_head = False
            continue
        if words.at(at + 1) in _OF_VERBS:
            break  # بلاغ (توصلت به الجريدة)
        if word in function["describing"]:
            break  # منظمات (تضم مئات الأعضاء)
        if word in _OTHER:
            return at + 1  # مسؤول آخر
        if _after_adjective(words, at, chain) and not _may_be_adjective(word):
            break  # منظمة مدنية (السلطات): no owner behind an adjective
        if is_definite(word):
            if has_definite and not _qualifies(words, at):
                break
            at, has_definite, chain = at + 1, True, chain + 1
            continue
        if word.startswith("وال") and len(word) > 5 and has_definite and chain <= 3:
            # "وزارة الخارجية والهجرة": a second thing under the same head, unless it is an actor of its own
            noun = nouns().get(word[3:])
            ministry = nouns().get(bare(words.at(at - 2)))
            is_office = ministry is not None and ministry.kind in ("head", "role")
            if noun is not None and noun.kind == "group" and is_office:
                at += 1  # وزارة الصحة والسكان, وزير الثقافة والشباب
                continue
            if noun is not None and noun.kind in (
                "role",
                "head",
                "group",
                "source",
                "spokesperson",
            ):
                break
            before = words.at(at - 1)
            if is_definite(before) or before.startswith(("وال", "لل")):
                at += 1
                continue
            break
        if at in words.nationality and not has_definite:
            at += 1
            continue
        noun = nouns().get(word)
        if (
            noun is not None
            and noun.kind in _PERSONS
            and word not in function["adjective"]
            and _is_relation(words, at - 1, begin)
        ):
            break  # مصدر أمني (مراسل الجريدة)
        if noun is not None and noun.kind == "name" and not has_definite:
            at, has_definite, chain = at + 1, True, chain + 1  # حركة حماس (الاحتلال)
            continue
        if word.startswith("ب") and len(word) > 4 and word not in function["starts_with_b"]:
            break
        if has_definite or chain >= 4:
            break
        at, chain = at + 1, chain + 1
    return at


def _after_adjective(words: Words, at: int, chain: int) -> bool:
    """Whether the word before is an indefinite adjective of state or relation, which closes the phrase for owners."""
    before = words.at(at - 1).removeprefix("و")
    if is_definite(before) or before.startswith("لل"):
        return False
    if at in words.nationality:
        return False
    if at - 1 in words.nationality or (before.endswith("ون") and len(before) > 4):
        return True  # a plural in ـون has no owner: فاعلون (انتقادات)
    return (
        chain > 0
        and before.endswith("يه")
        and len(before) > 4
        and not is_definite(before)
        and nouns().get(before) is None
        and before not in _NOUNS_LIKE_ADJECTIVES
    )


def _is_relation(words: Words, at: int, begin: int) -> bool:
    """Whether a word behind the head (before `begin`) is an indefinite adjective of relation: أمني; not the plural مستشاري."""
    word = words.at(at)
    return (
        at >= begin
        and word.endswith(("ي", "يه"))
        and not is_definite(word)
        and all(
            noun is None or noun.kind not in _PERSONS
            for noun in map(nouns().get, (word, word[:-1]))
        )
    )


def _is_body(word: str) -> bool:
    """Whether a word names a body or its members, to which an office may belong: (متحدث) بوزارة, (خبير) بالمعهد; not فتح."""
    noun = nouns().get(bare(word))
    return noun is not None and (noun.kind != "name" or is_definite(word))


def _may_name(words: Words, start: int, end: int) -> bool:
    """Whether words between marks can be a name: they open no clause, and long ones have no particle among them."""
    stops = stop_words()
    before = nouns().get(bare(words.at(start - 2)))
    if before is not None and before.kind == "head":
        return True  # صحيفة "لو موند"
    first = words.at(start)
    if first in stops or first in _SPEAKERS or (is_definite(first) and first.endswith("ين")):
        return False
    return end - start <= 3 or not any(word in stops for word in words.fold[start:end])


def _is_of_speakers(words: Words, at: int) -> bool:
    """Whether a noun means persons, so that a name between marks behind it is none of its own."""
    noun = nouns().get(bare(words.fold[at]))
    return noun is not None and noun.kind in ("source", "group") and at + 2 not in words.mention_at


def _may_be_adjective(word: str) -> bool:
    """Whether an indefinite word can be one more adjective: by its ending, or it is listed (كبير)."""
    noun = nouns().get(word)
    if word in function_words()["adjective"]:
        return True
    return noun is None and word.endswith(("ه", "ي", "ون", "ين")) and not is_definite(word)


def _qualifies(words: Words, at: int) -> bool:
    """Whether a definite word goes on as an adjective of the one before: by its form, or as one plural to another."""
    before, word = words.at(at - 1), words.fold[at]
    noun = nouns().get(bare(before))
    of_many = before.endswith("ين") or (noun is not None and noun.kind == "group")
    plurals = word.endswith("ين") and of_many and is_definite(before)
    return (plurals and len(word) > 5) or _has_form_of_adjective(words, at)


def _has_form_of_adjective(words: Words, at: int) -> bool:
    """Whether a definite word goes on as an adjective; المستوى does not, unless the text prints ى for every last ي."""
    if at in words.nationality:
        return True
    return is_adjective(words.fold[at]) and not (
        words.ends_in_ya and words.tokens[at].text.endswith("ى")
    )


def _is_more_of(words: Words, at: int) -> bool:
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


def _belongs(words: Words, at: int, preposition: str) -> bool:
    """Whether what follows a preposition can belong to a noun before it: a body or place, not an occasion or a time."""
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
    if preposition == "عن" and words.at(at - 2).startswith("صادر") and is_definite(word):
        return True  # بلاغ صادر عن الجهة المنظمة
    if preposition in ("من", "عن", "علي"):
        return at in words.place_at or noun_at(words, at) is not None
    return (
        is_definite(word)
        or at in words.place_at
        or word == "شوون"
        or noun_at(words, at) is not None
    )
