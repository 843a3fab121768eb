"""Where a noun phrase ends: rules that each look at the next word and take it, end the phrase, or
leave it to the next rule.

Here: the order of these rules, and most of them; those of what describes a noun are
`reader.phrase_descriptions`. Not here: the nouns and the forms of words
(`reader.noun_phrases`), what a phrase stands for (`reader.actors`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reader.adjectives import (
    PERSONS,
    closes_for_owners,
    is_adjective_of_state,
    is_more_of,
    is_of_another_number,
    is_plural_of_persons,
    is_relation,
    may_be_adjective,
    qualifies,
)
from reader.lexicon import of_class
from reader.noun_phrases import (
    ON_BEHALF,
    bare,
    function_words,
    is_definite,
    may_name,
    nouns,
    stop_words,
)
from reader.phrase_descriptions import (
    acted_on,
    by_degree,
    governed,
    is_governed_with_b,
    is_of_its_act,
    no_such,
    of_people,
    of_which,
    participle,
    second_act,
    second_thing,
    shares_owner,
    ten_more,
    with_owner,
    without,
)
from reader.phrase_places import (
    SOURCES,
    area_with_b,
    belongs,
    is_governed,
    may_be_taken,
    names_body,
    sent_to,
    stands_in,
)
from reader.phrase_state import LONGEST_CHAIN, Phrase
from reader.words import Words

_LONGEST_NAME = 6  # tokens between quotation marks that can be a name within a phrase
_LONGEST_BRACKET = 7  # tokens between round brackets that a phrase passes over
_HYPHENS = frozenset("-–")
_PARTS = frozenset(("فرع", "مكتب"))
_ACTING = frozenset(("باعمال", "بالاعمال", "بمهام"))
_OTHER = frozenset(["اخر", "اخري", "اخرون", "اخرين", "اخران"])
# Pronouns behind a preposition, which hang on a verb rather than on a noun.
_OF_VERBS = frozenset(["به", "بها", "عليه", "عليها", "عنه", "عنها", "فيه", "فيها"])
_THIS = frozenset(["هذا", "هذه", "تلك", "هولاء"])
# Sources that do not wish to be named.
_ASKED = of_class("statement_words", "asked")
_SPOKE = of_class("statement_words", "spoke")
_WITHHELD = of_class("statement_words", "withheld")
_SIRS = frozenset(("السيد", "السيده"))
_ABROAD = frozenset(("بالخارج", "بالمهجر"))  # (المغاربة المقيمين) بالخارج
_UNIONS = frozenset(
    ("نقابه", "اتحاد", "رابطه", "جمعيه", "فيدراليه", "كونفدراليه", "تنسيقيه", "نادي")
)
_SEVERAL = frozenset(["عده", "عديده", "كثيره", "كثيرون", "عديدون"])
_SELF = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها", "انفسهم"])


Rule = Callable[[Phrase, str], bool | None]


def phrase_end(words: Words, at: int, limit: int, *, definite: bool, open_head: bool = True) -> int:
    """End of the noun phrase whose head's own words end before `at`: idafa, adjectives, names in
    brackets or quotes.

    `definite` says whether the head is definite already, `open_head` whether phrases with في, من, ب
    may belong to it (مصدر في الوزارة).
    """
    phrase = Phrase(words, at, at, limit, definite, open_head)
    while phrase.at < limit:
        word = words.fold[phrase.at]
        for rule in _rules_of(word[0]):
            goes_on = rule(phrase, word)
            if goes_on is not None:
                break
        else:
            goes_on = _one_more_owner(phrase)
        if not goes_on:
            break
    return phrase.at


def _quoted_name(phrase: Phrase, _: str) -> bool | None:
    words, at = phrase.words, phrase.at
    if at not in words.opens:
        return None
    if phrase.chain == 0 and phrase.definite and _is_of_speakers(words, at - 1):
        return False  # اتهمت المصادر "قسد"
    is_described = at == phrase.begin + 1 and words.at(phrase.begin - 1) in SOURCES
    if is_described and not phrase.definite:
        return False  # أبلغ مصدر دبلوماسي ("الشرق")
    close = words.quotes[words.opens[at]].close
    if (
        close - at - 1 > _LONGEST_NAME
        or any(i in words.closes for i in range(phrase.begin, at))  # موقع "كذا" المحلي "تقرير كذا"
        or close >= phrase.limit
        or not may_name(words, at + 1, close)
    ):
        return False
    phrase.definite = True
    return phrase.take(close + 1)


def _lone_article(phrase: Phrase, word: str) -> bool | None:
    if word != "ال":
        return None
    if phrase.at + 1 in phrase.words.opens:
        return phrase.take(phrase.at + 1)  # القناة ال"12"
    if phrase.words.at(phrase.at + 1).isdigit():
        return phrase.take(phrase.at + 2)  # القناة الـ 12
    return None


def _bracketed(phrase: Phrase, word: str) -> bool | None:
    if word != "(":
        return None
    inside = range(phrase.at + 1, min(phrase.at + 1 + _LONGEST_BRACKET, phrase.limit))
    close = next((at for at in inside if phrase.words.fold[at] == ")"), None)
    phrase.chain = LONGEST_CHAIN  # انتقدت حركة كذا (سابقا كذا) (سياسة الحكومة)
    return close is not None and phrase.take(close + 1)


def _boundary(phrase: Phrase, _: str) -> bool | None:
    words, at = phrase.words, phrase.at
    if at in words.mention_at or at in words.breaks or at in words.time_end:
        return False
    return None


def _itself(phrase: Phrase, word: str) -> bool | None:
    if word not in _SELF:
        return None
    phrase.open_head = False  # (المسؤول نفسه) بالوزارة
    return phrase.take(phrase.at + 1)  # الوزير نفسه


def _on_behalf(phrase: Phrase, word: str) -> bool | None:
    if word in ON_BEHALF or (word.startswith(("لشوون", "للشوون")) and phrase.chain < LONGEST_CHAIN):
        return phrase.anew(phrase.at + 1, definite=word.startswith("لل"))
    return None


def _place(phrase: Phrase, word: str) -> bool | None:
    words, at = phrase.words, phrase.at
    place = words.place_at.get(at)
    if place is None:
        return None
    name = words.document.plain.fold[place.start : place.end]
    glued = len(word) - len(name.split()[0]) if name else 0
    if word[:1] in "وف" and glued > 0 and not name.startswith(word[0]):
        return False
    is_owned = phrase.chain == 0 or (
        is_definite(words.at(at - 1)) and words.at(at - 2) != "العاصمه"
    )
    if phrase.definite and glued == 0 and is_owned:
        return is_adjective_of_state(words, phrase.begin, at) and phrase.take(at + 1)
    return phrase.own(words.place_end[at], definite=True)


def _letters(phrase: Phrase, word: str) -> bool | None:
    """Initials spelled out as part of a name: إذاعة الواحة أف أم, قناة المدينة تي في."""
    words, at = phrase.words, phrase.at
    letters = function_words()["letter"]
    if word not in letters:
        return None
    end = at + 1
    while words.at(end) in letters or (words.at(end) == "في" and words.at(end - 1) == "تي"):
        end += 1
    if words.at(end) == words.at(end + 1) == "ان":
        end += 2  # سي إن إن
    return phrase.own(end, definite=True) if 1 < end - at <= phrase.limit - at else None


def _branch(phrase: Phrase, word: str) -> bool | None:
    """The branch of a body behind a hyphen: a place joined to its name (حزب كذا-الساحل), or a part
    (كتائب كذا - فرع الساحل).
    """
    words, at = phrase.words, phrase.at
    if word not in _HYPHENS:
        return None
    part = nouns().get(words.at(at + 1))
    is_part = part is not None and part.kind == "head"
    end = words.place_end.get(at + 1 + is_part)
    is_joined = words.tokens[at - 1].end == words.tokens[at].start
    is_joined = is_joined or words.at(end or at) == "،"  # كتائب كذا - الساحل،
    if end is None or not (is_part or is_joined):
        return None
    return phrase.take(end) if words.at(end) not in _HYPHENS else None


def _part(phrase: Phrase, word: str) -> bool | None:
    """The part of a body that stands for it at a place: جمعية كذا فرع الساحل."""
    is_part = word in _PARTS and phrase.definite and phrase.at + 1 in phrase.words.place_at
    return phrase.own(phrase.words.place_end[phrase.at + 1], definite=True) if is_part else None


def _preposition(phrase: Phrase, word: str) -> bool | None:
    if word not in stop_words():
        return None
    words, at = phrase.words, phrase.at
    place = stands_in(words, phrase.begin, at) if word == "في" and phrase.definite else 0
    place = place or sent_to(words, phrase.begin, at)
    if place:
        return phrase.own(place, definite=True)
    if is_governed(words, at, word) or is_of_its_act(phrase, word):
        return governed(phrase)
    if not phrase.open_head or word not in ("في", "من", "لدي", "عن", "علي"):
        return False
    if not may_be_taken(words, at, word):
        return False
    if at + 1 >= phrase.limit or not belongs(words, at + 1, word):
        return False
    phrase.open_head = word == "في"
    return phrase.anew(at + 1)


def _number(phrase: Phrase, word: str) -> bool | None:
    words, at = phrase.words, phrase.at
    if not word.isdigit() or len(word) > 3 or at == 0:
        return None
    # القناة 12, المحكمة الابتدائية بتونس 1
    back = (at - 1, at - 2, at - 3) if _is_behind_place(words, at) else (at - 1, at - 2)
    return phrase.take(at + 1) if any(nouns().get(bare(words.at(i))) for i in back) else None


def _is_behind_place(words: Words, at: int) -> bool:
    """Whether one digit stands between a place and a name or comma, as that of a court does."""
    is_place = any(words.place_end.get(i) == at for i in (at - 1, at - 2))
    is_end = at + 1 in words.mention_at or words.at(at + 1) in ("،", ",", "ان")
    return is_place and is_end and len(words.fold[at]) == 1


def _other_script(phrase: Phrase, word: str) -> bool | None:
    if word.isascii() and word.isalpha() and phrase.chain <= LONGEST_CHAIN:
        return phrase.own(phrase.at + 1, definite=True)  # صحيفة Le Monde الفرنسية
    return None if "\u0621" <= word[0] <= "\u06d3" else False


def _second_adjective(phrase: Phrase, word: str) -> bool | None:
    if word.startswith("و") and is_more_of(phrase.words, phrase.at):
        return phrase.take(phrase.at + 1)
    return None


def _owner_with_l(phrase: Phrase, word: str) -> bool | None:
    if not word.startswith("ل") or word in function_words()["starts_with_l"]:
        return None
    if word == "ل" and phrase.words.at(phrase.begin - 1) in SOURCES:
        return False  # مصادر (ل"الصباح")
    audience = function_words()["audience"]
    if word.startswith("لل") and len(word) > 4:
        owner = nouns().get(word[2:])
        if "ال" + word[2:] in audience:
            return _unites(phrase) and phrase.own(phrase.at + 1, definite=True)
        if owner is None and phrase.words.at(phrase.begin - 1) in SOURCES and not phrase.definite:
            return False  # مصدر أمني (للصباح)
        return phrase.own(phrase.at + 1, definite=True)
    noun = nouns().get(word[1:])
    if noun is not None and noun.kind == "head" and word[1:] not in audience:
        return phrase.anew(phrase.at + 1)
    if bare(word[1:]) in audience:
        return False  # مصدر أمني (لمراسلنا)
    is_settled = is_definite(phrase.words.at(phrase.at + 1)) or shares_owner(phrase, phrase.at + 1)
    if phrase.definite and phrase.at == phrase.begin and not is_settled:
        return False  # المرصد (لغارات عنيفة)
    if len(word) > 3 and phrase.words.mention_of[phrase.at] < 0 and phrase.chain <= LONGEST_CHAIN:
        return phrase.own(phrase.at + 1, definite=False)  # "رئيس الإدارة لمنطقة الساحل"
    return None


def _unites(phrase: Phrase) -> bool:
    """Whether a body's full name goes on with whom it unites, to whom else one speaks: النقابة
    الوطنية للصحفيين.
    """
    head = nouns().get(bare(phrase.words.at(phrase.begin - 1)))
    is_body = head is not None and head.kind == "head" and phrase.at > phrase.begin
    before = phrase.words.fold[phrase.begin - 1 : phrase.at]
    of_trade = any(bare(word) in _UNIONS or word.removeprefix("لل") in _UNIONS for word in before)
    return is_body and (of_trade or phrase.at + 1 in phrase.words.nationality)


def _abroad(phrase: Phrase, word: str) -> bool | None:
    return phrase.take(phrase.at + 1) if word in _ABROAD and phrase.definite else None


def _body_with_b(phrase: Phrase, word: str) -> bool | None:
    if word in _ACTING and phrase.words.at(phrase.at - 1).endswith("قايم"):
        return phrase.anew(phrase.at + 1, definite=word.startswith("بال"))  # القائم بأعمال السفارة
    if is_governed_with_b(phrase, word):
        return phrase.anew(phrase.at + 1, definite=word.startswith("بال"))  # المعنية بالملف
    area = area_with_b(phrase.words, phrase.at)
    if area and (phrase.definite or phrase.at > phrase.begin):
        return phrase.own(area, definite=True)
    if word.startswith("ب") and phrase.open_head and names_body(word[1:]):
        phrase.open_head = False
        return phrase.anew(phrase.at + 1, definite=word.startswith("بال"))
    return None


def _clause(phrase: Phrase, word: str) -> bool | None:
    if phrase.words.at(phrase.at + 1) in _OF_VERBS:
        return False  # بلاغ (توصلت به الجريدة)
    if word in _ASKED and phrase.words.at(phrase.at + 1) in _WITHHELD:
        return False  # مصدر أمني (طلب عدم الكشف عن اسمه)
    if word in _SPOKE and phrase.words.at(phrase.begin - 1) in SOURCES:
        return False  # مصدر أمني (تحدث إلى الصحيفة)
    if word in _THIS and (phrase.definite or phrase.at > phrase.begin):
        return False  # وصفت وسائل إعلام (هذه المشاركة)
    if word.endswith("وا") and len(word) > 4:
        return False  # عمال (رفعوا لافتات)
    return False if word in function_words()["describing"] else None  # منظمات (تضم مئات الأعضاء)


def _several(phrase: Phrase, word: str) -> bool | None:
    """أحزاب كثيرة عدة (دعمها): no owner behind an adjective of number."""
    if word not in _SEVERAL or phrase.at == phrase.begin:
        return None
    phrase.chain = LONGEST_CHAIN
    return phrase.take(phrase.at + 1)


def _another(phrase: Phrase, word: str) -> bool | None:
    if word not in _OTHER:
        return None
    phrase.at += 1  # مسؤول آخر: the last word of its phrase
    return False


def _behind_an_adjective(phrase: Phrase, word: str) -> bool | None:
    if closes_for_owners(phrase.words, phrase.at, phrase.chain) and not may_be_adjective(word):
        return False  # منظمة مدنية (السلطات): no owner behind an adjective
    return None


def _issued(phrase: Phrase, word: str) -> bool | None:
    """The adjective of a paper that says whose it is: البيانات الصادرة (عن المكتب)."""
    is_issued = word.startswith("الصادر") and phrase.words.at(phrase.at + 1) == "عن"
    return phrase.own(phrase.at + 1, definite=True) if is_issued and phrase.definite else None


def _of_men(phrase: Phrase, word: str) -> bool | None:
    """The nominative of an adjective of men, which no owner follows: أعضاء اللجنة المجتمعون
    (الأمين).
    """
    words, at = phrase.words, phrase.at
    if not is_definite(word) or not phrase.definite:
        return None
    before = words.at(at - 1)
    if at > phrase.begin and is_definite(before) and is_plural_of_persons(before):
        return is_plural_of_persons(word) and phrase.own(at + 1, definite=True)
    head = nouns().get(bare(words.at(phrase.begin - 1)))
    is_of_them = is_plural_of_persons(word) and head is not None and head.number == "p"
    return phrase.own(at + 1, definite=True) if is_of_them else None


def _definite_word(phrase: Phrase, word: str) -> bool | None:
    if not is_definite(word):
        return None
    if phrase.at == phrase.begin and is_of_another_number(phrase.words, phrase.at):
        return False  # المدرسون (القاضي)
    if phrase.at == phrase.begin and phrase.words.at(phrase.at - 1) in _SIRS:
        office = nouns().get(bare(word))  # السيد الوزير
        return office is not None and office.kind == "role" and phrase.take(phrase.at + 1)
    if phrase.definite and not qualifies(phrase.words, phrase.at):
        return False
    return phrase.own(phrase.at + 1, definite=True)


def _nationality(phrase: Phrase, _: str) -> bool | None:
    if phrase.at in phrase.words.nationality and not phrase.definite:
        return phrase.take(phrase.at + 1)
    return None


def _known_noun(phrase: Phrase, word: str) -> bool | None:
    noun = nouns().get(word)
    if noun is None:
        return None
    if (
        noun.kind in PERSONS
        and word not in function_words()["adjective"]
        and is_relation(phrase.words, phrase.at - 1, phrase.begin)
    ):
        return False  # مصدر أمني (مراسل الجريدة)
    if noun.kind == "name" and not phrase.definite:
        return phrase.own(phrase.at + 1, definite=True)  # حركة حماس (الاحتلال)
    return None


def _other_b(_: Phrase, word: str) -> bool | None:
    if word.startswith("ب") and len(word) > 4 and word not in function_words()["starts_with_b"]:
        return False
    return None


def _one_more_owner(phrase: Phrase) -> bool:
    if phrase.definite or phrase.chain >= LONGEST_CHAIN:
        return False
    return phrase.own(phrase.at + 1, definite=False)


#: In the order in which they are asked, each with the letters that a word must begin with (a dot:
#: with none of Arabic); no letters: any word. True: words were taken; False: the phrase ends; None:
#: the next rule decides.
_RULES: tuple[tuple[Rule, str], ...] = (
    (_quoted_name, "."),
    (_lone_article, "ا"),
    (_bracketed, "."),
    (_boundary, ""),
    (_itself, "ذنعا"),
    (_on_behalf, "بل"),
    (_place, ""),
    (_letters, ""),
    (_branch, "."),
    (_part, "فم"),
    (_several, "عك"),
    (of_which, "ذ"),
    (no_such, "غ"),
    (acted_on, "ام"),
    (without, "ب"),
    (_preposition, ""),
    (_number, "."),
    (_other_script, "."),
    (_second_adjective, "و"),
    (second_act, "و"),
    (_owner_with_l, "ل"),
    (_abroad, "ب"),
    (_body_with_b, "ب"),
    (_clause, ""),
    (_another, "ا"),
    (ten_more, "ع"),
    (by_degree, "ا"),
    (with_owner, "ا"),
    (_behind_an_adjective, ""),
    (_issued, "ا"),
    (_of_men, "ا"),
    (of_people, "ا"),
    (participle, "ا"),
    (_definite_word, "ا"),
    (second_thing, "و"),
    (_nationality, ""),
    (_known_noun, ""),
    (_other_b, "ب"),
)


@cache
def _rules_of(letter: str) -> tuple[Rule, ...]:
    """The rules that may say something of a word that begins with this letter."""
    sign = letter if "\u0621" <= letter <= "\u06d3" else "."
    return tuple(rule for rule, letters in _RULES if not letters or sign in letters)


def _is_of_speakers(words: Words, at: int) -> bool:
    """Whether a noun means persons, so that a name between marks behind it is none of its own."""
    noun = nouns().get(bare(words.fold[at]))
    return noun is not None and noun.kind in ("source", "group") and at + 2 not in words.mention_at
