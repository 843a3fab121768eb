"""Attribution without a verb's complement: وفقا لـ، بحسب، حسبما أعلن، نقلا عن … and the speaker's
name before a colon.

Here: where such a phrase stands, whom it names and which stretch of the sentence it attributes. Not
here: verbs of saying (`cues`, `complements`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite, noun_at
from reader.statements.cues import is_own_saying
from reader.statements.phrases import Subject
from reader.statements.signs import COMMAS, OPENERS
from reader.statements.subjects import read_subject
from reader.statements.voices import plain_person
from reader.verb_forms import forms
from reader.words import Words

_ACCORDING = of_class("statement_words", "according")
_ACCORDING_TO = of_class("statement_words", "according to")
#: Words that open a sentence with whom it is attributed to.
ACCORDING = _ACCORDING | _ACCORDING_TO
_ACCORDING_TO_HIM = frozenset(
    (
        *("بحسبه", "بحسبها", "وبحسبه", "وبحسبها", "بحسبهم", "وبحسبهم"),
        *("وحسبه", "وحسبها", "وحسبهم", "ووفقه", "ووفقها"),
        *("برايه", "برايها", "وبرايه", "وبرايها", "بتقديره", "وبتقديره"),
    )
)
_VIEWS = of_class("statement_words", "view")
_TO_HIM = of_class("statement_words", "to him")
_THINGS = frozenset(("unknown", "document"))
_AS_SAID = frozenset(("حسبما", "كما", "وفقما", "مثلما"))
_AS_FOR = of_class("statement_words", "as concerns")
_LATEST = frozenset(("اخر", "احدث"))
_WHICH = of_class("statement_words", "which")
_GROUPINGS = of_class("statement_words", "grouping")
# Words of attribution only where they close a sentence: "كما قال الوزير إن" is a clause of its own.
_AS = frozenset(("كما", "مثلما", "علي"))
# Verbs by which what is known was made known: الصور التي نشرتها الشرطة.
_GIVING = ("نشر", "قدم", "صدر", "علن", "كشف", "ورد", "جمع", "نقل", "عرض", "بثت", "وفر")
_SHORTEST_PLURAL = 6  # letters of الـ, a participle and ـون
_SO = of_class("statement_words", "then")
_OF_IT = frozenset(("به", "بها", "عنه", "عنها", "فيه", "له"))
# Papers that rule rather than report: what happens "according to the law" is nobody's words.
LAWS = of_class("statement_words", "law")
_RULES = LAWS | {
    *("موعد", "قرار", "نص", "اعلان", "كتاب"),
    *("خطاب", "نتايج", "بيانات", "رساله", "وثيقه"),
}


_DATA = frozenset(("بيانات", "نتايج"))


@dataclass(slots=True)
class Attribution:
    """A phrase of attribution: its tokens, whom it names (None: the speaker of the sentence), where
    the sentence goes on.
    """

    start: int
    end: int
    subject: Subject | None
    lemma: str
    is_initial: bool  # opens the sentence, so that what it attributes follows


def find_attributions(words: Words) -> list[Attribution]:
    """Phrases of attribution in order, outside quotations."""
    found = (attribution_at(words, at) for at in range(len(words)) if words.inside[at] < 0)
    return [attribution for attribution in found if attribution is not None]


def attribution_at(words: Words, at: int) -> Attribution | None:
    """The phrase of attribution that starts at a token."""
    word = words.fold[at]
    if word in _ACCORDING_TO_HIM and _is_initial(words, at):
        return Attribution(at, at + 1, None, "بحسب", True)
    if word in _ACCORDING:
        return _according(words, at, at + 1, word.removeprefix("و") if word != "وفق" else word)
    if word in _ACCORDING_TO:
        lemma = word.removeprefix("و") if not word.startswith("وفقا") else word
        return _according(words, at, at + 1, lemma)
    if word in ("في", "وفي", "ففي") and words.at(at + 1) in _VIEWS and _is_initial(words, at):
        found = _according(words, at, at + 2, "رأي")
        return found if found is not None and found.subject is not None else None
    if word == "علي" and words.at(at + 1) == "حد":
        return _according(words, at, at + 2, "حد")
    if word in _AS_FOR and _is_initial(words, at) and at + 1 in words.mention_at:
        # وبالنسبة لفلان، فالتنظيم: what he holds
        end = words.mention_end[at + 1]
        is_held = words.at(end) in COMMAS and words.at(end + 1).startswith("ف")
        subject = read_glued(words, at + 1, words.clause_limit[at]) if is_held else None
        return Attribution(at, end, subject, "بالنسبة", True) if subject is not None else None
    if word in _AS_SAID:
        return _as_said(words, at, at + 1)
    if word == "علي" and words.at(at + 1) == "ما":
        return _as_said(words, at, at + 2)  # …، على ما أعلنت الوزارة
    return None


def _according(words: Words, start: int, at: int, lemma: str) -> Attribution | None:
    limit = words.clause_limit[start]
    word = words.at(at)
    initial = _is_initial(words, start)
    if lemma == "نقلا" and word == "عن":
        at += 1
    elif word == "لما" or word == "ما":
        return _as_said(words, start, at + 1)
    elif word == "ل":
        at += 1
    if words.at(at).removeprefix("ل") in _LATEST:
        at += 1  # وفق آخر حصيلة
    if at >= limit:
        return None
    word = words.at(at)
    if is_own_saying(word.removeprefix("ل")) or (word in _TO_HIM and initial):
        return Attribution(start, at + 1, None, lemma, initial)
    subject = _whose(words, _subject(words, at, limit), at, limit)
    if subject is None or _tells_order(words, lemma, subject, at):
        return None
    by_rule = subject.first.kind in ("document", "organization") and subject.first.head in _RULES
    if (by_rule and not _is_data_of(words, subject)) or subject.first.kind == "unknown":
        return None
    return Attribution(
        start, subject.end, subject, lemma, initial or _is_led_on(words, start, subject)
    )


def _is_led_on(words: Words, start: int, subject: Subject) -> bool:
    """Whether ف right behind the source shows that what is attributed follows, though no comma
    stands before: القصة تسربت وطبقا للهيئة، فإن الرجل متهم.
    """
    joined = words.fold[start][0] == "و" and words.fold[start] != "وفق"
    is_joined = joined and words.fold[start] != "وفقا"
    return is_joined and words.at(subject.end) in COMMAS and words.at(subject.end + 1) in _SO


def _whose(words: Words, subject: Subject | None, at: int, limit: int) -> Subject | None:
    """Who gave what an attribution names, where it tells so: وفق الصور التي نشرتها الشرطة, لتوقعات
    صادرة عن وزارة الري.
    """
    if subject is not None and subject.first.kind not in _THINGS:
        return subject
    last = at if subject is None else subject.end
    is_paper = subject is not None and subject.first.kind == "document"
    for i in range(at, min(last + 4, limit)):
        if is_paper and words.fold[i] in COMMAS:
            break  # تقرير اللجنة، الذي نشرته الوزارة: the committee's
        of_it = words.fold[i] in _WHICH or not is_definite(words.fold[i])
        if of_it and _gives(words.at(i + 1)):  # حصيلة أوردتها الوزارة, الصور التي نشرتها
            giver = read_subject(words, words.time_end.get(i + 2, i + 2), limit, joined=False)
        elif words.fold[i] == "عن" and words.fold[i - 1].startswith(("صادر", "صدر")):
            giver = read_subject(words, i + 1, limit, joined=False)
        else:
            continue
        return giver if giver is not None and giver.first.kind not in _THINGS else subject
    return subject


def _is_data_of(words: Words, subject: Subject) -> bool:
    """Whether data are named with the body that gave them: وفقا لبيانات وزارة الصحة."""
    owner = subject.first.start + 1
    noun = noun_at(words, owner)
    is_data = subject.first.head in _DATA and subject.first.end > owner
    is_body = owner in words.opens or (noun is not None and noun[1].kind in ("head", "name"))
    return is_data and is_body


def _gives(verb: str) -> bool:
    return verb.endswith(("ها", "ه")) and any(stem in verb for stem in _GIVING)


def _tells_order(words: Words, lemma: str, subject: Subject, at: int) -> bool:
    """Whether a bare plural tells how things are ordered: حسب الجهات, حسب الفئات."""
    return lemma == "حسب" and subject.end == at + 1 and words.fold[at] in _GROUPINGS


def _subject(words: Words, at: int, limit: int) -> Subject | None:
    """Whom "وفقا لـ" names: with the preposition glued on (للمصدر, لتصريحات فلان) or not."""
    word = words.at(at)
    stem = word.removeprefix("ل")
    if {stem, stem.removeprefix("ل")} & function_words()["saying"]:
        at += 1
        word = words.at(at)
        if words.at(at) in ("ادلي", "نشرها", "نقلتها"):
            return None
    if at in words.place_at and words.mention_of[at] < 0:
        if word.startswith("ل") and words.tokens[at].start < words.place_at[at].start:
            return read_glued(words, at, limit, word[1:])
        return read_subject(words, at, limit, joined=False)
    if at in words.mention_at or at in words.opens:
        return read_glued(words, at, limit)
    if word.startswith("لل") and len(word) > 4:
        return read_glued(words, at, limit, "ال" + word[2:])
    if word.startswith("ل") and len(word) > 3:
        glued = read_glued(words, at, limit, word[1:])
        if glued is not None:
            return glued
    return read_subject(words, at, limit, joined=False)


def read_glued(words: Words, at: int, limit: int, form: str | None = None) -> Subject | None:
    """A subject whose first word bears ل, by the word without it."""
    if form is None:
        token = words.tokens[at]
        mention = words.mention_at.get(at)
        if mention is not None and words.document.plain.fold[token.start : mention.start] in (
            "ل",
            "",
            "و",
        ):
            return Subject([plain_person(words, at)], words.mention_end[at])
        return read_subject(words, at, limit, joined=False)
    kept = words.fold[at]
    words.fold[at] = form
    try:
        subject = read_subject(words, at, limit, joined=False)
    finally:
        words.fold[at] = kept
    if subject is not None and subject.first.start == at and subject.first.person is None:
        text = words.document.plain.text
        token = words.tokens[at]
        skip = 2 if kept.startswith("لل") else 1
        rest = text[token.start + skip : words.tokens[subject.end - 1].end]
        for actor in subject.actors[:1]:
            end = words.tokens[actor.end - 1].end
            rest = text[token.start + skip : end]
            printed = "ال" + rest if kept.startswith("لل") else rest
            if actor.name == actor.surface:
                actor.name = printed
            actor.surface = printed
    return subject


def _as_said(words: Words, start: int, at: int) -> Attribution | None:
    """حسبما أعلنت الرئاسة, وفق ما ذكرت الوكالة, كما قال الوزير."""
    form = forms().get(words.at(at))
    is_as = words.fold[start] in _AS
    if is_as and form is not None and form.verb.cue_class == "judge" and form.has_object:
        return None  # "المعركة الصعبة"، كما وصفها فلان: the word before it alone is his
    if form is None or (form.kind not in ("past", "present") and form.owner is None):
        return None  # ذكره: written like a noun with its owner
    if words.at(at + 1) in _OF_IT:
        at += 1  # حسب ما أفاد به البيان
    first = words.time_end.get(at + 1, at + 1)  # وفق ما أعلن السبت رئيس البلدية
    if form.verb.trust == "paper" and words.at(first) in ("في", "ضمن"):
        first += 1  # بحسب ما جاء في تقرير
    subject = read_subject(words, first, words.clause_limit[start])
    if is_as:
        end = subject.end if subject else at + 1
        if words.at(words.time_end.get(end, end)) not in (".", "،", "!", "؟") or (
            words.at(start - 1) not in ("،", ",") and start - 1 not in words.closes
        ):
            return None
        if subject is None:
            return None
    if subject is None or subject.first.head in LAWS:
        return None
    if subject.first.kind == "unknown" and not _are_people(words, subject.first.start):
        return None
    if form.verb.trust == "paper" and words.fold[subject.end - 1].endswith("ته"):
        return None  # في بيان أصدرته النقابة: the body speaks, which was not read
    return Attribution(start, subject.end, subject, form.verb.lemma, _is_initial(words, start))


def _are_people(words: Words, at: int) -> bool:
    """Whether a word of no known class means people by its ending: المنظمون."""
    word = words.fold[at]
    return is_definite(word) and word.endswith("ون") and len(word) > _SHORTEST_PLURAL


def _is_initial(words: Words, at: int) -> bool:
    """Whether nothing but a conjunction stands before a token in its sentence: لكن، بحسب فلان،
    فإن.
    """
    start = words.sentence_start[at]
    is_joined = words.fold[at][0] in "وف" and words.fold[at] != "وفق"
    if is_joined and words.at(at - 1) in COMMAS:
        return words.fold[at] != "وفقا"  # …، ووفقا لفلان فإن
    return all(words.fold[i] in OPENERS or words.fold[i] in COMMAS for i in range(start, at))
