"""Phrases that a verb of saying governs though nobody says them: what was not told, whom one
invites, what الذي refers to.

Here: those noun phrases. Not here: what a verb governs (`complements`), words that are no verbs of
saying (`homographs`).
"""

from __future__ import annotations

import re

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns
from reader.statements.adverbials import BOUND_PREPOSITIONS
from reader.statements.cues import Cue
from reader.statements.signs import COMMAS, STOPS
from reader.statements.things import is_content_noun
from reader.words import Words

# Pronouns that can stand for the thing said (الذي تحدث عنه), not for its time or place (الذي دعا
# فيه).
_OF_CONTENT = BOUND_PREPOSITIONS - {"فيه", "فيها", "معه", "معها", "بينهما", "لديه", "لديها"}
_DOER = re.compile(r"[^ا]ا[^ا][^ا]ا")  # فائزا
_INVITED = 8  # tokens from who is invited to what he is invited to
_OFTEN = frozenset(("عاده", "غالبا", "كثيرا", "دايما", "نادرا"))
_SHOWING = frozenset(("كشف", "عرض", "لوح"))
_SHOWN = of_class("statement_words", "shown thing")
_PART_OF = of_class("statement_words", "part of")
_CONVICTING = frozenset(("أدان", "دان"))
_COURTS = frozenset(("محكمه", "محاكم", "قضاء", "قاض", "قاضي", "جنايات"))
_REPEATING = frozenset(("جدد", "كرر"))
_STANCES = of_class("statement_words", "stance")
_OWNED = ("هما", "هم", "ها", "ه")
_COMING = frozenset(("زياره", "القاء", "حضور", "تحدث", "مشاركه"))
# Classes of verbs that, negated, tell that nothing was said: لم يكشف عن, لم يبد أسفا.
_TOLD = frozenset(("say", "add", "announce", "reveal", "hope"))


def is_unsaid(words: Words, cue: Cue, kind: str, at: int) -> bool:
    """Whether a noun phrase at a token that a cue governs (`kind`: preposition or object) is
    nothing said.
    """
    lemma = cue.form.verb.lemma
    if kind not in ("preposition", "object"):
        return False
    if words.at(at) == "بذلك" and cue.form.kind != "participle":
        return True  # كما وعد بذلك
    is_habit = words.at(cue.at - 1) == "ما" and words.at(cue.at - 2).removeprefix("و") in _OFTEN
    if is_habit and cue.form.kind == "present":
        return True  # عادة ما تعلن الشركة عن
    if cue.is_relative and (lemma == "رفض" or _says_of_antecedent(words, cue, at)):
        return True  # الذين رفضوا الخروج
    if lemma == "تحدث" and kind == "preposition" and not cue.is_negated:
        return not (at in words.opens or _is_told(words, at))  # the topic: تحدث عن الرحلة
    if lemma in _SHOWING and _is_shown(words, at):
        return True  # كشفت الشركة عن هاتف, عرض السلاح
    if lemma in _CONVICTING and kind == "object" and _convicts(words, cue, at):
        return True  # أدانت محكمة اللاعب فلانا
    if lemma == "استبعد" and kind == "object" and _is_somebody(words, at):
        return True  # استبعدت اللجنة المدرب من الاجتماع
    if lemma in _REPEATING and kind == "object" and not _is_stance(words.fold[at]):
        return True  # جدد قصفه للقرية
    if lemma == "دعا":
        return _is_invitation(words, at)
    if lemma == "أعلن" and kind == "object" and _is_declared(words, at):
        return True
    if lemma == "اعتبر" and kind == "object" and _is_deemed(words, at):
        return True
    return cue.is_negated and cue.form.verb.cue_class in _TOLD  # لم يكشف عن التفاصيل


def _is_somebody(words: Words, at: int) -> bool:
    """Whether a person, body or state stands at a token."""
    noun = nouns().get(bare(words.at(at)))
    known = noun is not None and noun.kind in ("role", "source", "group", "head", "name")
    return known or at in words.mention_at or at in words.place_at


def _convicts(words: Words, cue: Cue, at: int) -> bool:
    """Whether a court finds a person guilty, which is a deed."""
    court = bare(words.at(cue.end)) in _COURTS
    noun = nouns().get(bare(words.fold[at]))
    is_person = noun is not None and noun.kind in ("role", "source", "group")
    return court and (is_person or at in words.mention_at)


def _is_shown(words: Words, at: int) -> bool:
    """Whether a made thing is unveiled or shown: هاتف, عدد من الصواريخ, أول طائرة, بالأعلام."""
    if words.fold[at] in _PART_OF:
        at += 2 if words.at(at + 1) == "من" else 1
    word = words.at(at)
    stems = {word, bare(word), bare(word[1:]) if word.startswith("ب") else word}
    for pronoun in _OWNED:
        stem = word.removesuffix(pronoun)
        stems |= {stem, stem.removesuffix("ت") + "ه"}
    return not stems.isdisjoint(_SHOWN)


def _is_stance(word: str) -> bool:
    """Whether a noun, with article or pronoun or without, is something that one says or holds."""
    stems = {word, bare(word)}
    for pronoun in _OWNED:
        stem = word.removesuffix(pronoun)
        stems |= {stem, stem.removesuffix("ت") + "ه"}
    return not stems.isdisjoint(_STANCES)


def _is_told(words: Words, at: int) -> bool:
    """Whether a noun that one speaks of tells what one says; not a place or event (معركة), but an
    act (محاولة).
    """
    printed = words.tokens[at].text
    is_thing = printed.startswith("م") and printed.endswith("ة") and printed[2:3] != "ا"
    is_listed = words.fold[at] in function_words()["content_noun"]
    return is_content_noun(words, at) and (is_listed or not is_thing)


def _is_declared(words: Words, at: int) -> bool:
    """Whether somebody is declared to be something, in the passive: أعلن فلان فائزا, رئيسا
    للنادي.
    """
    word = words.fold[at]
    if not words.tokens[at].text.endswith("ا") or is_definite(word):
        return False
    noun = nouns().get(word[:-1])
    return (noun is not None and noun.kind == "role") or _DOER.fullmatch(word) is not None


def _is_deemed(words: Words, at: int) -> bool:
    """Whether something is deemed to be what stands here, in the passive: تصريحات اعتبرت معادية
    للقرية.
    """
    after = words.at(at + 1)
    is_one = words.tokens[at].text.endswith("ة") and not is_definite(words.fold[at])
    return is_one and (after in COMMAS or after in STOPS or after.startswith("لل"))


def _is_invitation(words: Words, at: int) -> bool:
    """Whether one person is asked to come: دعا المدير لإلقاء كلمة."""
    noun = nouns().get(bare(words.fold[at].removeprefix("ل")))
    if at not in words.mention_at and (noun is None or noun.kind != "role"):
        return False
    for i in range(at + 1, min(at + _INVITED, len(words))):
        word = words.fold[i]
        if word in COMMAS or word in STOPS:
            break
        stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
        if word.startswith("ل") and (stem in _COMING or bare(stem) in _COMING):
            return True
    return False


def _says_of_antecedent(words: Words, cue: Cue, at: int) -> bool:
    """Whether a relative verb's phrase has the antecedent's pronoun: التي أعلن عنها المدير أمس,
    التي دعا لعقدها.
    """
    word = words.at(at)
    another_speaks = (words.at(cue.at - 1), cue.form.gender) == ("التي", "m")
    if another_speaks and word.endswith("ها"):
        return True  # (الخطة) التي كشف عن تفاصيلها المدير
    return words.at(cue.end) in _OF_CONTENT or (
        word.startswith("ل") and word.endswith("ها") and cue.form.gender == "f"
    )
