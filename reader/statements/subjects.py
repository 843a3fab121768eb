"""The phrase that says who speaks: persons with their titles, organisations, sources, several
joined by و.

Here: reading such a phrase where it stands (after the verb, before it, after وفقا لـ). Not here:
persons with titles (`appositions`), who is meant where nothing or only an office is printed
(`referents`, `speakers`).
"""

from __future__ import annotations

import re

from reader.actors import Actor, read_actor
from reader.lexicon import of_class
from reader.noun_phrases import (
    bare,
    function_words,
    is_definite,
    noun_at,
    nouns,
    stop_words,
)
from reader.phrase_ends import phrase_end
from reader.statements.appositions import read_person, read_titled
from reader.statements.bearers import behind_styles
from reader.statements.counted import QUANTIFIERS, is_number, read_counted
from reader.statements.holders import OF_THE_NAMED, end_of_kin, names_another
from reader.statements.owned import calling, calling_of_his, owned_body
from reader.statements.phrases import (
    CLAUSE_SIGNS,
    COMMAS,
    Subject,
    after_abbreviation,
    clitic,
    is_form,
    is_quoted_person,
)
from reader.statements.signs import is_manner
from reader.verb_forms import forms
from reader.words import Words

_SHORTEST_DOER = 5
# Plurals of relation and of participles: جمعويون, متطوعون; not تلفزيون, مليون, مضمون.
_PLURAL = re.compile(
    r"(?!تلفزيون|تليفزيون|مليون|بليون|.*تريليون)(?:\w{3,}يون|مت\w{3,}ون|م\w{4,}ون)"
)
_LONGEST_NAME = 8  # words between marks that can name an organisation
_AFTER_NAME = frozenset(("،", "قد", "ال", "(", "الي", "عن", "في", "علي", "-", "–", ":"))
# Callings of one who may hold another office too, unlike a minister: كبير الباحثين ورئيس الإدارة
# فلان.
_CALLINGS_OF_ONE = of_class("statement_words", "calling of one")
_SO_CALLED = frozenset(("يسمي", "تسمي", "سمي", "يعرف"))
_RANKS = frozenset(("فريق", "لواء"))  # of a person, and bodies too
_ONE = of_class("statement_words", "one")
_MOST = of_class("statement_words", "most")
_DEMONSTRATIVES = of_class("statement_words", "demonstrative")


def read_subject(words: Words, at: int, limit: int, *, joined: bool = True) -> Subject | None:
    """The subject that starts exactly at a token, None where none does."""
    if words.at(at) == "كل" and words.at(at + 1) == "من":
        return read_subject(words, at + 2, limit)
    so_called = words.at(at) == "ما" and words.at(at + 1) in _SO_CALLED
    if so_called:
        at += 2  # ما يسمى "الجبهة"
    subject = _read_one(words, at, limit)
    if subject is None and so_called and at in words.opens:
        subject = read_marked(words, at)
    if subject is None or not joined:
        return subject
    while subject.end < limit:
        at = subject.end
        if words.at(at) in COMMAS:
            further = _further_body(words, subject, at + 1, limit)
            if further is not None:
                subject.actors += further.actors
                subject.end = further.end
            break
        word = words.at(at)
        if word == "و" and _is_one_calling(words, subject.first):
            bearer = _read_one(words, at + 1, limit)  # الكاتب و الإعلامي فلان
            return bearer if bearer is not None and bearer.titles else subject
        if not word.startswith("و") or len(word) < 2:
            break
        more = _read_one(words, at, limit, after_and=True)
        if more is None:
            break
        if more.first.kind == "role" and _has_office_behind(words, subject):
            # "فلان، مساعد الرئيس ورئيس الوفد": a second office of the same person
            subject.titles.append((subject.titles[0][0], more.first.start, more.end))
            subject.end = more.end
            continue
        if more.first.kind == "organization" and subject.first.kind == "person" and subject.titles:
            subject.end = more.end  # "فلان، مدير الشركة للتجارة وخدمات المعارض": of his title
            continue
        if subject.first.kind == "role" and more.first.kind == "organization":
            title = subject.first.start
            bearer = read_titled(words, title, more.end, limit, subject.first)
            if bearer is not None:
                return bearer  # "رئيس الحزب والجمعية، السيد فلان"
        is_one = _is_one_calling(words, subject.first) or _has_same_head(words, subject, more)
        if is_one and more.first.kind == "person" and more.titles:
            return more  # "الخبير الاقتصادي والمحلل السياسي فلان": two callings of one person
        subject.actors += more.actors
        subject.titles += more.titles
        subject.end = more.end
    return subject


def _further_body(words: Words, subject: Subject, at: int, limit: int) -> Subject | None:
    """A body that speaks too, joined behind a comma and before another: هيئة الأسرى، ونادي الأسير،
    (أن).
    """
    if subject.actors[-1].kind != "organization" or not words.at(at).startswith("و"):
        return None
    more = _read_one(words, at, limit, after_and=True) if at < limit else None
    if more is None or more.first.kind != "organization" or more.end >= limit:
        return None
    is_closed = words.fold[more.end] in COMMAS
    return more if is_closed and sign_ahead(words, more.end + 1, limit) else None


def _has_office_behind(words: Words, subject: Subject) -> bool:
    """Whether a person's office stands behind his name, so that one more joined to it is his too;
    unlike (الوزير فلان) ورئيس اللجنة.
    """
    if subject.first.kind != "person" or not subject.titles:
        return False
    before = [start - 1 for _, start, _ in subject.titles if start > 0]
    return any(words.mention_of[at] >= 0 or words.fold[at] in COMMAS for at in before)


def _is_one_calling(words: Words, actor: Actor) -> bool:
    """Whether an office is one certain person's, by its article or its owner's: كبير الباحثين."""
    if actor.kind not in ("role", "source") or actor.number != "s":
        return False
    owned = is_definite(words.fold[actor.end - 1]) and actor.head in _CALLINGS_OF_ONE
    return actor.is_definite or owned


def _has_same_head(words: Words, subject: Subject, more: Subject) -> bool:
    """Whether a second office of the same name leads to the one who holds both: رئيس القسم ورئيس
    اللجنة فلان.
    """
    first = subject.first
    if first.kind != "role" or first.number != "s" or not more.titles:
        return False
    return bare(words.fold[more.titles[0][1]].removeprefix("و")) == first.head


def read_accusative(words: Words, at: int, limit: int) -> Subject | None:
    """The subject behind لكن or أن, which bears the ending of the object: لكن مصدرا مطلعا أوضح."""
    word = words.fold[at]
    if not word.endswith("ا") or is_definite(word) or word[:-1] not in nouns():
        return None
    kept = words.fold[at : at + 3]
    words.fold[at : at + 3] = [w[:-1] if w.endswith("ا") and len(w) > 4 else w for w in kept]
    try:
        return _read_one(words, at, limit)
    finally:
        words.fold[at : at + 3] = kept


def read_governed(words: Words, at: int, limit: int) -> Subject | None:
    """The phrase whose first word bears ل or ب: لحركة كذا, للشركة."""
    word = words.fold[at]
    stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
    if word[:1] not in ("ل", "ب") or nouns().get(bare(stem)) is None:
        return None
    words.fold[at] = stem
    try:
        subject = _read_one(words, at, limit)
    finally:
        words.fold[at] = word
    if subject is not None and subject.first.start == at and subject.first.person is None:
        actor = subject.first
        article = word.startswith("لل")
        offset = words.tokens[at].start + 1 + article
        rest = words.document.plain.text[offset : words.tokens[actor.end - 1].end]
        printed = "ال" + rest if article else rest
        actor.name = printed if actor.name == actor.surface else actor.name
        actor.surface = printed
    return subject


def read_marked(words: Words, at: int) -> Subject:
    """The body that words between marks name, where their place in the sentence shows that they
    do.
    """
    close = words.quotes[words.opens[at]].close
    name = words.text(at + 1, close)
    return Subject([Actor(at, close + 1, "organization", name, name)], close + 1)


def read_place(words: Words, at: int) -> Subject | None:
    """A state or its capital, whatever hangs before its name: لواشنطن."""
    place = words.place_at[at]
    token = words.tokens[at]
    kept = words.fold[at]
    words.fold[at] = words.document.plain.fold[place.start : token.end]
    try:
        actor = read_actor(words, at, words.place_end[at])
    finally:
        words.fold[at] = kept
    return Subject([actor], actor.end) if actor is not None else None


def _read_one(words: Words, at: int, limit: int, *, after_and: bool = False) -> Subject | None:
    if at >= limit:
        return None
    allowed = ("و",) if after_and else ("",)
    if at in words.mention_at:
        return read_person(words, at, limit) if clitic(words, at) in allowed else None
    named = after_abbreviation(words, at, after_and=after_and)
    if named < limit and named in words.mention_at and clitic(words, named) == "":
        return read_person(words, named, limit)
    if at in words.time_end or at in words.breaks:
        return None
    if after_and:
        return _read_joined(words, at, limit)
    word = words.fold[at]
    if word in _DEMONSTRATIVES and at + 1 < limit and noun_at(words, at + 1) is not None:
        pointed = _read_one(words, at + 1, limit)
        if pointed is not None and pointed.first.person is None:
            pointed.first.surface = words.text(at, pointed.first.end)
        return pointed
    if word in _MOST and _is_kind(words, at + 1):
        most = _read_one(words, at + 1, limit)
        if most is not None and most.first.person is None and len(most.actors) == 1:
            is_own = most.first.name == most.first.surface
            most.first.start = at  # أحدث دراسة, أكبر نقابة
            most.first.surface = words.text(at, most.first.end)
            most.first.name = most.first.surface if is_own else most.first.name
            return most
    one_of = word in _ONE and words.at(at + 1) == "من"  # واحدة من أكبر النقابات
    if word in QUANTIFIERS or is_number(word) or one_of:
        counted = read_counted(words, at, limit)
        if counted is not None or not word[0].isdigit():
            return counted
    if not _is_arabic(word):
        return _quoted_name(words, at, limit) if at in words.opens else _initials(words, at)
    if word in stop_words():
        return None
    office = behind_styles(words, at, limit)
    if office > at and not word.startswith("و"):
        return _read_one(words, office, limit)
    return (
        _body_of_person(words, at, limit)
        or _possessed(words, at, limit)
        or _read_phrase(words, at, limit, read_actor(words, at, limit))
    )


def _is_kind(words: Words, at: int) -> bool:
    """Whether an indefinite noun of those who speak stands at a token."""
    noun = nouns().get(words.at(at))
    return noun is not None and noun.kind in ("document", "head", "source", "role")


def _read_joined(words: Words, at: int, limit: int) -> Subject | None:
    """The subject to which "و" is joined, whose letter may be the word's own."""
    word = words.fold[at]
    if at in words.place_at and clitic(words, at) != "و":
        return None  # حذر الوزير واشنطن: the و is a letter of the name
    if not _is_arabic(word) or word in stop_words():
        return None
    office = behind_styles(words, at, limit)
    if office > at and word.startswith("و"):
        return _read_one(words, office, limit)
    actor = read_actor(words, at, limit)
    if actor is not None and (not word.startswith("و") or nouns().get(bare(word)) is not None):
        actor = None  # وزير, وكيل: the و is a letter of the word
    if actor is None and not (word.startswith("وال") and len(word) > 4):
        return None
    return _read_phrase(words, at, limit, actor, is_joined=True)


def _is_arabic(word: str) -> bool:
    return "\u0621" <= word[0] <= "\u06d3"


def _read_phrase(
    words: Words, at: int, limit: int, actor: Actor | None, *, is_joined: bool = False
) -> Subject | None:
    """Whom a noun phrase names or calls; `actor` is what its words alone say."""
    word = words.fold[at]
    if actor is None and (is_form(words, at) or not _can_head(words, at)):
        return None
    end = actor.end if actor else phrase_end(words, at + 1, limit, definite=is_definite(word))
    of_kin = end_of_kin(words, at, limit) if actor is not None and not is_joined else at
    if actor is not None and of_kin > at:
        actor.end, actor.surface = of_kin, words.text(at, of_kin)
        actor.name = actor.surface
        return Subject([actor], of_kin)
    titled = read_titled(words, at, end, limit, actor)
    if titled is not None:
        return titled
    if actor is None:
        return None if is_joined else _unknown(words, at, end)
    if actor.kind in ("role", "source") and end - 1 in words.closes:
        opening = words.quotes[words.closes[end - 1]].open
        if is_quoted_person(words, opening) and not _is_relation(words, at, opening):
            person = read_person(words, opening + 1, limit, title=(at, opening))
            person.first.end = person.end = max(person.end, end)
            return person
    if (
        end in words.mention_at
        and clitic(words, end) == ""
        and actor.kind in ("role", "spokesperson", "source")
        and not names_another(words, at, end, words.mention_at[end].person)
    ):
        # the name belongs within the phrase: مستشار الرئيس فلان
        actor.end = end = words.mention_end[end]
        actor.surface = words.text(actor.start, end)
        actor.name = actor.surface if actor.kind != "spokesperson" else actor.name
    return Subject([actor], end)


def _unknown(words: Words, at: int, end: int) -> Subject:
    """A subject whose noun no table knows: what it is to somebody (أخوه), or nothing but itself."""
    word = words.fold[at]
    relation = calling_of_his(words, at)
    if relation is not None:
        end = at + 1
        while end in words.nationality:
            end += 1  # نظيره الفرنسي
        surface = words.text(at, end)
        kind, gender = ("group", None) if relation.kind == "group" else ("source", relation.gender)
        actor = Actor(at, end, kind, surface, surface, gender, relation.number, head=word)
        actor.is_owned = True
        return Subject([actor], end)
    owned = owned_body(words, at)
    if owned is not None:
        return Subject([owned], at + 1)
    is_plural = word.endswith("ون") and (at in words.nationality or _are_people(word))
    is_plural = is_plural or _are_doers(words, at)
    surface = words.text(at, end)
    actor = Actor(
        at,
        end,
        "group" if is_plural else "unknown",
        surface,
        surface,
        "f" if word.endswith("ه") else None,
        "p" if is_plural else "s",
        head=bare(word),
        is_definite=is_definite(word),
    )
    return Subject([actor], end)


def _are_people(word: str) -> bool:
    """Whether an indefinite word has the plural of a relation or a participle: جمعويون, متطوعون."""
    return _PLURAL.fullmatch(word) is not None and nouns().get(word) is None


def _are_doers(words: Words, at: int) -> bool:
    """Whether a participle's plural with its owner stands at a token: مجاهدو المقاومة."""
    word = words.fold[at]
    is_plural = word.startswith("م") and word.endswith("و") and len(word) >= _SHORTEST_DOER
    return is_plural and at not in words.place_at and is_definite(words.at(at + 1))


def _is_relation(words: Words, at: int, name: int) -> bool:
    """Whether the one word before a name between marks tells what somebody else is to him: والد
    "فلان".
    """
    return name == at + 1 and words.fold[at] in OF_THE_NAMED


def _initials(words: Words, at: int) -> Subject | None:
    """A body by its Latin initials: ذكرت AMDH أن."""
    name = words.tokens[at].text
    if not (name.isascii() and name.isalpha() and name.isupper() and 2 <= len(name) <= 8):
        return None
    return Subject([Actor(at, at + 1, "organization", name, name, None, "s")], at + 1)


def _body_of_person(words: Words, at: int, limit: int) -> Subject | None:
    """A body with the name of whose it is, who does not speak himself: مكتب فلان, مكتب رئيس الحكومة
    فلان.
    """
    head = noun_at(words, at)
    if head is None or head[1].kind != "head" or head[2] or head[0] in _RANKS:
        return None
    actor = read_actor(words, at, limit)
    name = actor.end if actor is not None else head[3]
    if name >= limit or name not in words.mention_at or clitic(words, name):
        return None
    owner = nouns().get(bare(words.at(head[3])))
    if name > head[3] and (owner is None or owner.kind != "role"):
        return None  # أبلغت وزارة الخارجية فلانا
    end = words.mention_end[name]
    surface = words.text(at, end)
    body = Actor(at, end, "organization", surface, surface, head[1].gender, head=head[0])
    return Subject([body], end)


def _possessed(words: Words, at: int, limit: int) -> Subject | None:
    """A calling with a pronoun before a name: مدربه فلان, محامية فلانة علانة."""
    name = at + 1
    if is_definite(words.at(name)) and name not in words.mention_at:
        name += 1  # مفوضها العام، فلان
    name += words.at(name) in COMMAS
    if name not in words.mention_at or clitic(words, name):
        return None
    is_owned = not words.tokens[at].text.endswith("ة") and calling(words.fold[at]) is not None
    return read_person(words, name, limit) if is_owned else None  # unlike ضيفة فلان


def _can_head(words: Words, at: int) -> bool:
    """Whether a word of no known class can head a subject: no participle of saying, no accusative
    adverb, no number.
    """
    word = words.fold[at]
    form = forms().get(word)
    if form is not None and form.kind == "participle":
        return False
    if word.startswith(("لل", "بال")) or (word.startswith("ل") and word[1:] in nouns()):
        return False
    if word.startswith("ل") and word[1:] in function_words()["audience"]:
        return False  # أوضح لهسبريس أن
    if word.startswith("ل") and any(
        " ".join([word[1:], *words.fold[at + 1 : at + length]]) in nouns() for length in (2, 3)
    ):
        return False  # أضاف لبي بي سي أن
    if word in function_words()["in_company"] or is_manner(words, at):
        return False  # قال بحضور الوزير إن, قال بكل وضوح إن
    if word.endswith("ا") and not is_definite(word) and len(word) > 2:
        return False
    return len(word) > 2 and word not in ("اكثر", "اقل", "نحو", "سابق", "مطلع")


def _quoted_name(words: Words, at: int, limit: int) -> Subject | None:
    """An organisation printed as a bare quoted name: ورأت "لوموند" أن."""
    quote = words.quotes[words.opens[at]]
    if is_quoted_person(words, at):
        person = read_person(words, at + 1, limit)
        person.first.end = person.end = max(person.end, quote.close + 1)
        return person
    length = quote.close - at - 1
    if length > _LONGEST_NAME or quote.close >= limit or length < 1:
        return None
    if words.at(at + 1) in CLAUSE_SIGNS:
        return None
    if length > 4 and not sign_ahead(words, quote.close + 1, limit):
        return None
    after = words.at(quote.close + 1)
    noun = nouns().get(" ".join(words.fold[at + 1 : quote.close]))
    known = (noun is not None and noun.kind == "name") or _is_printed_again(
        words, quote.open, quote.close
    )
    if (
        not known
        and length <= 4
        and after not in CLAUSE_SIGNS
        and after not in _AFTER_NAME
        and not after.startswith("ال")
    ):
        return None
    is_body = length == 1 and noun is not None and noun.kind == "head"
    end = _after_quoted(words, quote.close + 1, limit, bare_noun=is_body)
    is_whole = end == quote.close + 1
    name = words.text(at + 1, quote.close) if is_whole else words.text(at, end)
    return Subject([Actor(at, end, "organization", name, name, None, "s", head="")], end)


def _after_quoted(words: Words, at: int, limit: int, *, bare_noun: bool) -> int:
    """The end of what belongs to a quoted name: its state ("الجيش" الإسرائيلي), or its owner ("جيش"
    الاحتلال).
    """
    if bare_noun and is_definite(words.at(at)):
        return phrase_end(words, at, limit, definite=False, open_head=False)
    while at < limit and at in words.nationality:
        at += 1
    return at


def sign_ahead(words: Words, at: int, limit: int) -> bool:
    """Whether the verb's own أن comes soon after a quoted phrase, which then is a name: أكدت "كتائب
    …"، في بيان، أن.
    """
    for i in range(at, min(at + 14, limit)):
        word = words.fold[i]
        if word in CLAUSE_SIGNS:
            return True
        if i in words.breaks or is_form(words, i) or word in ".؛:":
            return False
    return False


def _is_printed_again(words: Words, opening: int, close: int) -> bool:
    """Whether the words between two marks stand between marks elsewhere in the text too, as a name
    does.
    """
    inner = words.fold[opening + 1 : close]
    return any(
        q.open != opening
        and q.close - q.open == close - opening
        and words.fold[q.open + 1 : q.close] == inner
        for q in words.quotes
    )
