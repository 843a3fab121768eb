"""Adverbials between a verb of saying and what it governs: time, place, occasion, audience,
brackets.

Here: where such a phrase that starts at a token ends. Not here: the verb's own prepositions
(`complements`).
"""

from __future__ import annotations

from reader.actors import known_name, read_actor
from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite, nouns, stop_words
from reader.phrase_ends import phrase_end
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic, is_form
from reader.statements.quotations import is_name
from reader.statements.signs import (
    CLAUSE_SIGNS,
    COMMAS,
    DASHES,
    STOPS,
    is_bi_word,
    is_manner,
    is_sign,
)
from reader.statements.things import is_content_noun, is_how_often
from reader.words import Words

_SAME = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها"])
BOUND_PREPOSITIONS = of_class("statement_words", "bound preposition")
_NOMINAL = frozenset(["object", "masdar"])
_RESUMING = ("ه", "ها", "هم")
_LONGEST_APPOSITION = 12
_LONGEST_UNREAD = 4
_AT_WORK = of_class("statement_words", "at work")
_AMONG = frozenset(("منها", "ومنها", "منهم", "بينها", "بينهم", "من", "ابرزها", "اهمها"))
_SHORT_NAME = 3  # tokens from a mark to the one that closes a name of one or two words
_LONGEST_TELLING = 14
_LONGEST_TELLING_OF_IT = 40
_OF_IT = of_class("statement_words", "of it")
_GOT = frozenset(("حصل", "حصلت", "تلقي", "تلقت", "توصل", "توصلت", "اطلع", "اطلعت"))
_ARRIVED = of_class("statement_words", "arrived")
_IN_TURN = frozenset(["بدوره", "بدورها", "بدورهم", "بنفسه", "بنفسها"])
_TURNS = of_class("statement_words", "turn")
_IN_A_WAY = of_class("statement_words", "manner")
# What may follow an indefinite occasion besides adjectives of relation: (بيان) له, (كلمة) متلفزة.
_OF_OCCASION = frozenset(
    (
        *("له", "لها", "صادر", "رسميه", "متلفزه", "صحفيه", "صحافيه", "صحفي", "مشترك", "مشتركه"),
        *("خاصه", "خاص", "هاتفيه", "اخر", "اخري"),
    )
)
_TITLED = of_class("statement_words", "titled")
_ONCE_MORE = frozenset(["اخري", "ثانيه", "جديده", "اولي"])


def skip_adverbial(words: Words, at: int, limit: int, cue: Cue | None = None) -> int:
    """The token after an adverbial that starts here (time, place, occasion, audience, brackets, a
    comma); `at` where none does.
    """
    word = words.at(at)
    if not word:
        return at
    function = function_words()
    if word in COMMAS:
        return at + 1
    if word == "(":
        close = next((j for j in range(at + 1, min(at + 30, limit)) if words.fold[j] == ")"), 0)
        return close + 1 if close else at
    if word in DASHES:
        close = next((j for j in range(at + 1, min(at + 25, limit)) if words.fold[j] in DASHES), 0)
        is_said = is_content_noun(words, at + 1) or _is_governed(words, at + 1, cue)
        reach = at if is_said else min(at + _LONGEST_APPOSITION, limit)
        comma = next((j for j in range(at + 1, reach) if words.fold[j] in COMMAS), 0)
        return (close or comma or at) + 1  # one dash alone: الحركة - الجناح المدني للحزب،
    if at in words.time_end:
        return min(words.time_end[at], limit)
    honour = nouns().get(word)
    if honour is not None and honour.kind == "honour":
        return at + 1  # منوها سعادته بـ
    if word == "مره" and words.at(at + 1) in _ONCE_MORE:
        return at + 2
    if is_how_often(words, at):
        return at + 2
    if words.mention_of[at] >= 0 and not clitic(words, at):
        return at  # محمد علي
    if word in function["adverb"] or word in _SAME or word in BOUND_PREPOSITIONS:
        return at + 1
    if word in _IN_TURN:
        return at + 1
    if word == "من" and words.at(at + 1) in _TURNS:
        return at + 2  # حذر من جهته فلان من
    if is_manner(words, at):
        return _behind_manner(words, at)
    if word in function["relative"] and word not in ("ما", "من"):
        return _led_by(words, at, limit, cue) or _to_comma(words, at + 1, limit, cue)
    takes = cue.form.verb.takes | cue.form.verb.addressed if cue else frozenset()
    with_others = word in function["in_company"] and "ب" not in takes
    opens = at == words.sentence_start[at]  # وفي بداية الأسبوع أعلنت
    lead = word.removeprefix("و") if opens else word
    if with_others or (lead in function["adverbial"] and word not in takes):
        return _phrase(words, at + 1, limit, takes)
    if word.startswith("ل") and len(word) > 2 and "ل" not in takes and word not in stop_words():
        if at in words.mention_at or at in words.place_at:
            if clitic(words, at).endswith("ل"):
                return words.mention_end.get(at) or words.place_end[at]
            return at
        return _phrase(words, at, limit, takes)
    if word == "ل":
        return _phrase(words, at + 1, limit, takes)
    return at


def behind_calling(words: Words, at: int, limit: int) -> int:
    """The token behind a calling without article that stands right behind a name, and where he
    works: (قال فلان) محلل الأسواق لدى شركة كذا ("…"); `at` where a verb's complement follows.
    """
    actor = read_actor(words, at, limit) if at < limit and at not in words.opens else None
    if actor is None or actor.kind not in ("role", "source") or actor.number != "s":
        return at
    if words.fold[at].startswith("و") or is_definite(words.fold[at]):
        return at
    end = actor.end
    while words.at(end) in _AT_WORK and (after := skip_adverbial(words, end, limit)) > end:
        end = after
    return end if end in words.opens or words.at(end) in ("ان", ":") else at


def behind_unread(words: Words, subject: Subject, limit: int, cue: Cue) -> int:
    """The token behind a name that was not read as one, between an office and what the verb takes
    with ب: ندد أمين السر (فلان علان) بالجريمة; the subject's end without one.
    """
    at, verb = subject.end, cue.form.verb
    if subject.first.kind not in ("role", "spokesperson") or "ب" not in verb.takes:
        return at
    for i in range(at, min(at + _LONGEST_UNREAD, limit)):
        if is_bi_word(words, i):
            return i if i > at + 1 else at
        word = words.fold[i]
        is_word = word[:1].isalpha() and word not in stop_words() and nouns().get(word) is None
        if not is_word or is_form(words, i) or i in words.time_end or is_content_noun(words, i):
            return at
        if i == at and (is_definite(word) or i in words.nationality or word.endswith("ا")):
            return at
    return at


def _behind_manner(words: Words, at: int) -> int:
    """The token behind how something is said and what belongs to it: بشكل (واضح), بحزم (وقوة)،"""
    more = words.at(at + 1)
    if words.fold[at] in _IN_A_WAY:
        return at + 1 + (not is_definite(more) and at + 1 not in words.opens)
    is_joined = more.startswith("و") and words.at(at + 2) in COMMAS and at + 1 not in words.place_at
    return at + 1 + is_joined


def _phrase(words: Words, at: int, limit: int, takes: frozenset[str]) -> int:
    """End of the noun phrase that a preposition of an adverbial governs, names and further phrases
    included.
    """
    start, goes_on = at, True
    while goes_on and at < limit and not _ends_phrase(words, at, start, takes):
        if at in words.opens:
            at = words.quotes[words.opens[at]].close + 1
        elif at in words.mention_at or at in words.place_at:
            at = words.mention_end.get(at) or words.place_end[at]
        elif at in words.time_end:
            return words.time_end[at]
        else:
            at, goes_on = _noun(words, at, limit, takes)
    return at


def _ends_phrase(words: Words, at: int, start: int, takes: frozenset[str]) -> bool:
    """Whether an adverbial's noun phrase that began at `start` is over at a token: a mark, or what
    the verb takes.
    """
    word = words.fold[at]
    if word in COMMAS or word in CLAUSE_SIGNS or word in (":", "(") or word in DASHES:
        return True
    if at in words.opens:
        return not is_name(words, words.quotes[words.opens[at]])
    preposition = function_words()["preposition"]
    governed = words.at(at - 1) in preposition
    if word in takes or (at > start and not governed and is_content_noun(words, at)):
        return True
    if "ب" in takes and at > start and is_bi_word(words, at):
        return True
    if at in words.mention_at or at in words.place_at or at in words.time_end:
        return False
    return at > start and word in stop_words() and word not in preposition


def _noun(words: Words, at: int, limit: int, takes: frozenset[str]) -> tuple[int, bool]:
    """The token behind a noun of an adverbial and what belongs to it, and whether the adverbial
    goes on there.
    """
    definite = is_definite(words.fold[at]) or words.tokens[at].text.endswith(_RESUMING)
    named = known_name(words, at + 1, definite)  # لوكالة (فرانس برس)
    end = phrase_end(words, named, limit, definite=definite or named > at + 1, open_head=False)
    if words.fold[at] in function_words()["occasion"] and not definite:
        return _occasion(words, at, min(end, at + 1), limit, takes)
    if takes and end - at > 2 and is_another(words, end - 1):
        end -= 1
    if end >= limit:
        return end, False
    follow = words.fold[end]
    if follow in function_words()["preposition"] and follow not in takes:
        return end + 1, True
    is_joined = follow.startswith("و") and follow not in stop_words()
    is_more = is_joined and (is_definite(follow[1:]) or end in words.place_at)
    return end, is_more or end in words.mention_at


def _occasion(
    words: Words, at: int, end: int, limit: int, takes: frozenset[str]
) -> tuple[int, bool]:
    """As `_noun`, of an indefinite occasion, which takes at most adjectives and an owner: "في بيان
    (رفضها)".
    """
    occasions, prepositions = function_words()["occasion"], function_words()["preposition"]
    if words.fold[at] == "جلسه" and end < limit and words.fold[end] not in stop_words():
        end += 1  # جلسة استماع
    if end < limit and words.fold[end] in occasions:  # خطاب افتتاح الدورة
        return phrase_end(words, end + 1, limit, definite=False, open_head=False), True
    while end < limit and _is_of_occasion(words.fold[end]):
        end += 1
    if end < limit and (end in words.mention_at or is_definite(words.fold[end])):
        return end, True
    if end == at + 1 and _is_titled(words, at):
        return words.quotes[words.opens[end]].close + 1, False  # على منصة "إكس"
    telling = end + (end < limit and words.fold[end] in COMMAS)  # ندوة، عقدها أمس، أن
    comma = _behind_telling(words, telling, limit, takes)
    if comma and (telling == end or is_sign(words, comma + 1)):
        return comma, False
    if end < limit and words.fold[end] in prepositions and words.fold[end] not in takes:
        return end + 1, True
    return end, False


def _is_of_occasion(word: str) -> bool:
    """Whether a word may follow an indefinite occasion: for whom it was, or of what kind."""
    is_relation = word.endswith("ي") and _is_plain(word)
    return word.startswith("لل") or is_relation or word in _OF_OCCASION


def _is_titled(words: Words, at: int) -> bool:
    """Whether a name between marks belongs to the medium before it: برنامج "كذا", منصة "كذا"."""
    opened = words.opens.get(at + 1)
    return words.fold[at] in _TITLED and opened is not None and is_name(words, words.quotes[opened])


def _behind_telling(words: Words, at: int, limit: int, takes: frozenset[str]) -> int:
    """The end of a clause that tells of an indefinite noun before it: a comma (رسالة اطلعت عليها
    الصحيفة، بيان حصلت الإذاعة على نسخة منه،) or, behind its subject, what the verb takes (بيان
    نشره الموقع عن).
    """
    if at >= limit or words.fold[at] in stop_words() or words.mention_of[at] >= 0:
        return 0
    ends_with_it = words.tokens[at].text.endswith(("ه", "ها"))
    arrived = words.fold[at] in _ARRIVED and words.at(at + 1).startswith(("ل", "الي"))
    of_it = ends_with_it or arrived or words.at(at + 1) in _OF_IT
    has_copy = arrived or words.fold[at] in _GOT
    reach = _LONGEST_TELLING_OF_IT if ends_with_it else _LONGEST_TELLING
    for i in range(at, min(at + reach, limit) if of_it or has_copy else at):
        word = words.fold[i]
        if ends_with_it and "clause" in takes and is_sign(words, i):
            return i  # في تعليق نشرته أمس على موقعها أن
        if word in COMMAS:
            return i if of_it or words.fold[i - 1] in _OF_IT else 0
        if (
            ends_with_it
            and i > at + 1
            and word in takes
            and word in function_words()["preposition"]
        ):
            return i
        if _opens_speech(words, i, has_copy=has_copy):
            return 0
        if word in CLAUSE_SIGNS or word in STOPS or word == ":":
            return 0
    return 0


def _opens_speech(words: Words, at: int, *, has_copy: bool) -> bool:
    """Whether a mark opens somebody's words; one word behind a verb of getting is who got it."""
    if at not in words.opens:
        return False
    quote = words.quotes[words.opens[at]]
    return not (is_name(words, quote) or (has_copy and quote.close - at <= _SHORT_NAME))


def _is_plain(word: str) -> bool:
    """Whether a word can be an indefinite adjective: not على."""
    return not is_definite(word) and word not in stop_words()


def is_another(words: Words, at: int) -> bool:
    """Whether a definite plural stands behind a feminine adjective, with which it cannot agree:
    (في) الحركة الوطنية المواطنين.
    """
    return (
        is_definite(words.fold[at])
        and words.fold[at].endswith(("ين", "ون"))
        and words.tokens[at - 1].text.endswith("ية")
        and is_definite(words.fold[at - 1])
    )


def _led_by(words: Words, at: int, limit: int, cue: Cue | None) -> int:
    """The end of a relative clause that only tells by whom a body is led, before the verb's object:
    نفى (التحالف) الذي تقوده الرياض أنباء.
    """
    if cue is None or not cue.form.verb.takes & _NOMINAL or at + 2 >= limit:
        return 0
    verb, who = words.fold[at + 1], at + 2
    if not verb.endswith(_RESUMING) or verb[0] not in "يت":
        return 0
    end = words.mention_end.get(who) or words.place_end.get(who) or who + 1
    if end == who + 1 and who not in words.mention_at and who not in words.place_at:
        end = phrase_end(words, end, limit, definite=True) if is_definite(words.fold[who]) else 0
    if not end or end >= limit or words.fold[end] in stop_words() or end in words.time_end:
        return 0
    is_noun = "\u0621" <= words.fold[end][0] <= "\u06d3" and not is_form(words, end)
    return end if is_noun and not is_definite(words.fold[end]) else 0


def _to_comma(words: Words, at: int, limit: int, cue: Cue | None) -> int:
    """The end of a relative clause: a comma, أن, a quotation, or the verb's own preposition before
    one: عبر (المدير الذي كان حاضرا) عن "حزنه".
    """
    takes = cue.form.verb.takes if cue else frozenset[str]()
    while at < limit and words.fold[at] not in COMMAS and words.fold[at] not in CLAUSE_SIGNS:
        if at in words.opens or (words.fold[at] in takes and at + 1 in words.opens):
            break
        at += 1
    return at


def closes_aside(words: Words, comma: int, cue: Cue) -> bool:
    """Whether a comma closes an adverbial that another opened: أعلنت الشركة، فجر اليوم، (إغلاق
    المصنع).
    """
    for opening in range(comma - 2, max(comma - _LONGEST_APPOSITION, -1), -1):
        if words.fold[opening] in COMMAS:
            at = opening + 1
            while at < comma and (after := skip_adverbial(words, at, comma, cue)) > at:
                at = after
            return at == comma
    return False


def apposition_end(words: Words, at: int, limit: int, cue: Cue) -> int:
    """The token after the second comma of "واشنطن، أقرب حليف لها،", 0 where no such apposition
    follows a comma.

    One that opens with a preposition (فلان، عن حزب كذا، طالب) shows by what the verb takes behind
    it.
    """
    first = at + 1
    if first >= limit or first in words.time_end or _is_governed(words, first, cue):
        return 0
    opener = words.fold[first]
    is_relative = opener.removeprefix("و") in function_words()["relative"]
    is_phrase = opener in stop_words() and not is_relative
    is_content = is_content_noun(words, first) and not words.fold[first].startswith("و")
    i = first
    while i < min(first + _LONGEST_APPOSITION, limit):
        word = words.fold[i]
        if word in COMMAS:
            if is_phrase or first in words.breaks:
                surely = opener not in _AMONG and first not in words.breaks
                return i + 1 if _is_said(words, i + 1, cue, surely=surely) else 0
            return i + 1 if i - first >= 2 and not is_content else 0
        if i in words.opens and is_name(words, words.quotes[words.opens[i]]):
            i = words.quotes[words.opens[i]].close + 1
            continue
        if (
            i in words.opens
            or (i in words.breaks and i > first)
            or word in CLAUSE_SIGNS
            or word in STOPS
            or is_form(words, i)
            or (i > first and not is_phrase and _is_governed(words, i, cue))
        ):
            return 0
        i += 1
    return 0


def _is_said(words: Words, at: int, cue: Cue, *, surely: bool) -> bool:
    """Whether what the verb takes stands at a token: its sign or preposition, or a verbal noun;
    `surely`: one that is no verb (خلال ندوة، عقدها أمس).
    """
    if _is_governed(words, at, cue):
        return True
    takes_noun = not cue.form.verb.takes.isdisjoint(_NOMINAL) and at < len(words)
    if not takes_noun or not is_content_noun(words, at):
        return False
    listed = words.fold[at] in function_words()["content_noun"]
    return listed or not surely or is_definite(words.fold[at])


def _is_governed(words: Words, at: int, cue: Cue | None) -> bool:
    """Whether a token is a sign or preposition of what the verb takes."""
    if cue is None:
        return False
    verb, word = cue.form.verb, words.at(at)
    if word in CLAUSE_SIGNS:
        return "clause" in verb.takes
    by_bi = "ب" in verb.takes | verb.addressed and is_bi_word(words, at)
    by_word = verb.object_word is not None and verb.object_word[:-1] in word  # (حملت) المسؤولية
    return by_bi or by_word or word in verb.takes or word in verb.addressed
