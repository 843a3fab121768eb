"""Whether a name behind a title is its bearer's or belongs within it: رئيس مكتب (الوزير فلان),
وزير الخارجية (فلان).

Here: what titles and names tell of that. Not here: reading a person with his titles
(`appositions`), where the name stands (`bearers`).
"""

from __future__ import annotations

from reader.lexicon import forms, of_class
from reader.noun_phrases import ON_BEHALF, bare, is_definite, nouns
from reader.places import country_of_place
from reader.statements.phrases import COMMAS, bears_pronoun, clitic
from reader.words import Words

# Who serves or belongs to another, who may be named beside him.
_SOMEBODYS = of_class("statement_words", "somebody's")
#: Callings that one has for somebody else, who may be named in between: مستشار الرئيس فلان، علان.
FOR_ANOTHER = _SOMEBODYS | frozenset(
    (
        "متحدث",
        "متحدثه",
        "ناطق",
        "ناطقه",
        "ابن",
        "ابنه",
        "زوج",
        "شقيقه",
        "محام",
        "مدير",
        "كبير",
        "عضو",
        "رييس",
        "ممثل",
        "نايب",
        "سكرتير",
    )
)
#: Callings that without an article belong to the name behind them: مستشار فلان is another than he.
OF_THE_NAMED = _SOMEBODYS | frozenset(("ضيف", "ضيفه", "ارمله", "خطيب", "خطيبه", "شقيقه", "ابنه"))
# Who is kin or counsel to somebody told of right behind, whose name ends the phrase.
_KIN = of_class("statement_words", "kin")
_LONGEST_KIN = 6  # tokens
ONE_OF = frozenset(("احد", "احدي"))
# Offices that one holds for one state only.
_OF_STATES = frozenset(("رييس", "رييسه", "وزير", "وزيره", "ملك", "امير", "ولي"))
# Titles that stand before a name without article, so that the name is not their owner: أمير علان is
# not "the prince of Allan".
_BARE_TITLES = of_class("statement_words", "bare title")


def names_another(words: Words, at: int, end: int, person: int) -> bool:
    """Whether a state's office `at:end` cannot be that of the name behind it: شكر الرئيس السوري
    [الملك فلان الأردني].
    """
    if not _is_of_state(words, at):
        return False
    known = words.document.people[person]
    states = {country_of_place(words.fold[i]) for i in range(at, end) if i in words.nationality}
    return bool(states and known.country and not known.is_home and known.country not in states)


def is_his_own(words: Words, at: int, end: int, limit: int) -> bool:
    """Whether the office within a title is that of the name behind it, which then is within the
    title too: المتحدثة باسم (رئيس الوزراء، فلان), since she is no man or the text calls him so
    elsewhere.
    """
    name = end + 1 if words.at(end) in COMMAS else end
    inner = next((i for i in range(end - 1, at, -1) if _opens_office(words, i)), 0)
    if not inner or name >= limit or name not in words.mention_at or clitic(words, name):
        return False
    person = words.mention_at[name].person
    head = nouns().get(bare(words.fold[at]))
    if head is not None and head.gender == "f" and words.document.people[person].gender == "m":
        return True
    office = words.fold[inner:end]
    calls = bare(words.fold[at]) in FOR_ANOTHER
    return calls and any(
        mention.person == person and first != name and _stands_before(words, first, office)
        for first, mention in words.mention_at.items()
    )


def _opens_office(words: Words, at: int) -> bool:
    noun = nouns().get(bare(words.fold[at]))
    return noun is not None and noun.kind == "role" and noun.number == "s"


def _stands_before(words: Words, name: int, office: list[str]) -> bool:
    """Whether just the words of an office, and no longer title, stand before a name."""
    first = name - len(office)
    if first < 0 or words.fold[first:name] != office:
        return False
    before = nouns().get(bare(words.at(first - 1)))
    return before is None or before.kind not in ("role", "spokesperson")


def _is_of_state(words: Words, at: int) -> bool:
    """Whether an office is one that is held for one state: وزير, الرئيس, ووزير."""
    word = words.fold[at]
    return not _OF_STATES.isdisjoint((bare(word), bare(word.removeprefix("و"))))


def are_of_two_states(words: Words, at: int, middle: int, end: int) -> bool:
    """Whether an office of a state `at:middle` and the title behind it name different states."""
    if not _is_of_state(words, at):
        return False
    first, second = (
        {country_of_place(words.fold[i]) for i in range(*part) if i in words.nationality}
        | {words.place_at[i].country for i in range(*part) if i in words.place_at}
        for part in ((at, middle), (middle, end))
    )
    return bool(first and second and first.isdisjoint(second))


def after_holder(words: Words, at: int, end: int) -> bool:
    """Whether a name after a title phrase `at:end` belongs within it: مسؤول في إدارة الرئيس فلان,
    رئيس مكتب فلان.
    """
    last = end - 1
    if last <= at:
        return words.fold[at] in OF_THE_NAMED
    word = words.fold[last]
    has_definite = any(
        is_definite(words.fold[i]) or i in words.place_at or i in words.nationality
        for i in range(at, end)
    )
    has_definite = has_definite or bears_pronoun(words, last)  # رئيس وزرائه (فلان)
    if (
        not has_definite
        and word not in _BARE_TITLES
        and words.at(last) != ")"
        and last not in words.closes
    ):
        return bare(words.fold[at]) != "كبير" or last - at > 1
    if bare(words.fold[at].removeprefix("و")) in ONE_OF and _is_one_man(words, last):
        return True  # أحد مستشاري الوزير فلان
    owner = nouns().get(word)
    if owner is not None and owner.kind == "head" and last - at > 1:
        return True  # وزير العدل في حكومة فلان
    for inner in range(last, at, -1):
        noun = nouns().get(bare(words.fold[inner]))
        if (
            noun is None
            or noun.kind != "role"
            or (not is_definite(words.fold[inner]) and words.at(inner - 1) not in ON_BEHALF)
        ):
            continue
        before = words.fold[inner - 1]
        owner = nouns().get(bare(before))
        # no word with the article owns what follows: سفير البلاد بالمملكة (الأمير فلان)
        owns = not (is_definite(before) or inner - 1 in words.nationality)
        in_phrase = owns and any(
            words.fold[i] in ("في", "من", "لدي") or (words.fold[i].startswith("ب") and i > at)
            for i in range(at + 1, inner)
        )
        if (owns and owner is not None and owner.kind == "head") or (
            in_phrase and not is_definite(words.fold[at])
        ):
            return True  # رئيس مكتب الرئيس فلان; but رئيس المكتب الإعلامي (فلان)
        return bare(words.fold[at]) in _KIN
    return _is_kin_of(words, at, end)


def _is_kin_of(words: Words, at: int, end: int) -> bool:
    """Whether a name stands beside words that tell whose kin or counsel somebody is: والدة (الشهيد
    الطفل فلان), unlike زوجة الشهيد (فلانة), the one woman named.
    """
    head = words.fold[at].removeprefix("و") if words.fold[at][1:] in _KIN else words.fold[at]
    owner = at + 2 if words.at(at + 1) in _KIN else at + 1  # ابن عم الشهيد
    if head not in _KIN or not is_definite(words.at(owner)) or end not in words.mention_at:
        return False
    noun = nouns().get(head)
    is_woman = words.fold[end] in forms("female_names", "name")
    is_her = noun is not None and noun.gender == "f" and is_woman
    return not is_her or words.tokens[owner].text.endswith("ة")


def end_of_kin(words: Words, at: int, limit: int) -> int:
    """The end of a phrase of kin with the name of whose kin it is: والدة الشهيد الطفل فلان; `at`
    where none stands there, or the kin is named behind it.
    """
    for i in range(at + 1, min(at + _LONGEST_KIN, limit)):
        if i in words.mention_at and not clitic(words, i):
            end = words.mention_end[i]
            goes_on = words.at(end) in COMMAS and end + 1 in words.mention_at
            return end if _is_kin_of(words, at, i) and not goes_on else at
        if not is_definite(words.fold[i]) and words.fold[i] not in _KIN:
            break
    return at


def _is_one_man(words: Words, at: int) -> bool:
    """Whether a definite word behind a noun that it owns means one man: (مستشاري) الوزير, (محاميي)
    الحقوقي.
    """
    word = words.fold[at]
    noun = nouns().get(bare(word))
    owned = is_definite(word) and not is_definite(words.fold[at - 1])
    is_office = (
        noun is not None and noun.kind == "role" and (noun.gender, noun.number) == ("m", "s")
    )
    return owned and (is_office or (noun is None and word.endswith("ي")))
