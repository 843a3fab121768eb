"""Subjects that stand before their verb: وكان الوزير قد أعلن, لكن الوزارة أكدت, الوزير يقول, سبق
للوزارة أن أعلنت.

Here: where a clause may begin with such a subject and whether a phrase of no known class is one.
Not here: what may part it from its verb (`preverbal`), subjects behind the verb (`verb_subjects`),
relative clauses (`relatives`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite, noun_at, stop_words
from reader.statements.adverbials import skip_adverbial
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic
from reader.statements.preverbal import after_aside, described_by, joined_before
from reader.statements.relatives import IN_IT
from reader.statements.signs import COMMAS
from reader.statements.speakers import Discourse
from reader.statements.starts import Complement
from reader.statements.subjects import (
    read_accusative,
    read_governed,
    read_marked,
    read_place,
    read_subject,
)
from reader.statements.things import is_content_noun
from reader.statements.voices import Voice, agrees, plain_person
from reader.words import Words

#: Verbs that only persons and bodies are the subject of.
STRONG = frozenset(
    (
        "قال",
        "صرح",
        "أوضح",
        "ذكر",
        "أضاف",
        "أفاد",
        "تابع",
        "روى",
        "حكى",
        "كتب",
        "رد",
        "علق",
        "أجاب",
        "أردف",
    )
)
#: Speakers whom a person named behind them may stand for.
UNNAMED = frozenset(("role", "spokesperson", "source", "unknown"))
_WAS = of_class("statement_words", "was")
_ONCE = frozenset(("سبق", "وسبق"))
# Told of in the past behind them: تقرير زعم أن, (عن) مصادر قالت إن.
_ISSUED = frozenset(("document", "group", "source", "spokesperson"))
_SOME = frozenset(("البعض", "الكثير", "الكثيرون", "الكثيرين", "الجميع"))
_TOPICS = of_class("statement_words", "as for")
_BEFORE_ACCUSATIVE = of_class("statement_words", "before a subject")
_PARTICLES = of_class("statement_words", "particle of a fronted verb")
_LONGEST_TOPIC = 10  # tokens
_LONGEST_MARKED = 6  # tokens of a name with its marks
_REACH = 30  # tokens from a subject to its verb


def is_like_name(words: Words, actor: Actor) -> bool:
    """One word of no known class that the text uses often and never with an article, as it does a
    surname.
    """
    fold = words.fold
    word = fold[actor.start]
    return (
        actor.end - actor.start == 1
        and len(word) > 3
        and word not in stop_words()
        and not is_definite(word)
        and not word.endswith(("ه", "ات", "ون", "ين"))
        and sum(w == word for w in fold) > 2
        and "ال" + word not in fold
    )


@dataclass(slots=True)
class Fronted:
    """Finds the subject before a verb, for one cue at a time."""

    words: Words
    discourse: Discourse

    def before(self, cue: Cue) -> Voice | None:
        """The speaker who is printed before the verb, if any is."""
        words = self.words
        if cue.form.is_joined and words.fold[cue.at].startswith("و"):
            return None  # …، خطيبة فلان، وقال: what stands before is another clause
        for first in reversed(self._beginnings(cue)):
            subject = self._subject_at(first, cue)
            if subject is None or not self._only_adverbials(
                after_aside(words, subject, cue.at), cue.at
            ):
                continue
            if subject.first.kind == "document" and words.at(cue.end) in IN_IT:
                continue  # وجه رسالة إلى البلدية، قال فيها: in it, not it
            voice = self.discourse.voice_of(subject, None, subject.first.start)
            if cue.form.number == "s" and all(a.kind in UNNAMED for a in voice.actors):
                voice.actors = voice.actors[:1]  # الكاتب والخبير يقول: two callings of one person
            if agrees(cue, voice):
                return voice
        return None

    def right_before(self, cue: Cue, complement: Complement) -> Voice | None:
        """A subject that و joins to the clause before, or a noun that the verb describes."""
        if cue.form.kind not in ("present", "past") or cue.form.is_joined:
            return None
        present = cue.form.kind == "present"
        joined = joined_before(self.words, cue.at) if present else None
        subjects = [joined] if joined is not None else []
        if joined is None and complement.kind in ("clause", "quote", "colon"):
            subjects = described_by(self.words, cue.at)
        for subject in subjects:
            voice = self.discourse.voice_of(subject, None, subject.first.start)
            if (present or subject.first.kind in _ISSUED) and agrees(cue, voice):
                return voice
        return None

    def once_before(self, cue: Cue) -> Voice | None:
        """وسبق للوزارة أن أعلنت: the phrase that ل governs."""
        words = self.words
        for at in range(max(cue.at - _LONGEST_TOPIC, words.sentence_start[cue.at]), cue.at - 2):
            if words.fold[at] not in _ONCE or words.at(cue.at - 1) != "ان":
                continue
            first = at + 1
            if first in words.mention_at and clitic(words, first) == "ل":
                subject: Subject | None = Subject(
                    [plain_person(words, first)], words.mention_end[first]
                )
            elif first in words.place_at and clitic(words, first) == "ل":
                subject = read_place(words, first)
            else:
                subject = read_governed(words, first, cue.at)
            if subject is None or subject.end != cue.at - 1:
                return None
            voice = self.discourse.voice_of(subject, None, first)
            return voice if agrees(cue, voice) else None
        return None

    def _beginnings(self, cue: Cue) -> list[int]:
        """Tokens at which the verb's clause may begin: behind the nearest conjunction or, between
        commas, at the sentence's start.
        """
        words = self.words
        start = words.sentence_start[cue.at]
        openers = function_words()["clause_opener"]
        at = cue.at - 1
        while words.at(at) == "قد":
            at -= 1
        found: list[int] = []
        while at >= start and cue.at - at < _REACH:
            if at in words.closes:
                at = words.quotes[words.closes[at]].open - 1
                if at == start - 1:
                    found.append(start)  # "ألوية كذا"، جناح الحزب، أكدت
                continue
            opens = words.fold[at] in openers
            if at + 1 < cue.at and (at == start or words.fold[at] in COMMAS or opens):
                found.append(at if at == start and not opens else at + 1)
            if opens:
                break
            at -= 1
        return found

    def _subject_at(self, first: int, cue: Cue) -> Subject | None:
        """The phrase with which a clause begins, if it can be the verb's subject."""
        words = self.words
        start = words.sentence_start[cue.at]
        while first < cue.at and words.fold[first] in function_words()["clause_opener"]:
            first += 1
        if first in words.opens and first != start and not self._is_named(first, cue):
            return None  # a quoted name between commas: an apposition
        if first in words.mention_at and clitic(words, first) in ("و", "ف"):
            subject: Subject | None = Subject(
                [plain_person(words, first)], words.mention_end[first]
            )
        else:
            subject = None
            if words.at(first - 1) in _BEFORE_ACCUSATIVE:
                subject = read_accusative(words, first, cue.at)
            subject = subject or read_subject(words, first, cue.at)
        if subject is None and first in words.opens and self._is_named(first, cue):
            subject = read_marked(words, first)
        if subject is None or subject.end > cue.at:
            return None
        known = subject.first.kind != "unknown" or is_like_name(words, subject.first)
        return subject if known or self._is_of_people(subject, first, cue) else None

    def _is_of_people(self, subject: Subject, first: int, cue: Cue) -> bool:
        """Whether a phrase of no known class means people, which sets what it is."""
        word, actor = self.words.fold[first], subject.first
        if word in _SOME:
            actor.kind = "group"
        elif cue.form.number == "p" and word.endswith(("ون", "ين")):
            actor.kind, actor.number = "group", "p"  # المدافعون عن الحقوق يؤكدون
        elif (
            (first == self.words.sentence_start[cue.at] and self._is_somebody(cue, subject))
            or self._is_topic(cue, subject)
            or self._had_said(cue, subject)
        ):
            actor.kind = "source"
        else:
            return False
        return True

    def _is_named(self, mark: int, cue: Cue) -> bool:
        """Whether quoted words within a sentence are the subject: كان "المرصد" قد أعلن, فإن
        "المرصد" يؤكد.
        """
        words = self.words
        behind = words.quotes[words.opens[mark]].close + 1
        is_short = behind - mark <= _LONGEST_MARKED or noun_at(words, mark + 1) is not None
        head = noun_at(words, mark + 1)
        if head is not None and head[1].kind == "head" and words.at(mark - 1) not in COMMAS:
            return behind - mark <= _LONGEST_TOPIC and not cue.form.is_joined
        if behind == cue.at:
            return is_short and not is_content_noun(words, mark + 1)
        verb = behind + (words.at(behind) in COMMAS)
        return words.at(mark - 1) in _WAS and words.at(verb) == "قد"

    def _is_topic(self, cue: Cue, subject: Subject) -> bool:
        """Whether أما sets a noun of no known class before its verb with ف, up to a comma: أما
        القائم بأعمال المدير، فأكد أن.
        """
        words, actor = self.words, subject.first
        if words.at(actor.start - 1) not in _TOPICS or not words.fold[cue.at].startswith("ف"):
            return False
        if words.at(cue.end) != "ان" or words.at(cue.at - 1) not in COMMAS:
            return False  # أما الجسر، فقال إنه
        close = next(i for i in range(subject.end, cue.at) if words.fold[i] in COMMAS)
        actor.end = subject.end = close
        actor.name = actor.surface = words.text(actor.start, close)
        return close - actor.start < _LONGEST_TOPIC

    def _had_said(self, cue: Cue, subject: Subject) -> bool:
        """Whether one word of no known class stands between كان and قد as a name does: وكان فلان قد
        أعلن.
        """
        words, actor = self.words, subject.first
        is_past = words.at(actor.start - 1) in _WAS and words.at(cue.at - 1) == "قد"
        is_one_word = actor.end == cue.at - 1 == actor.start + 1
        return is_past and is_one_word and not is_definite(words.fold[actor.start])

    def _is_somebody(self, cue: Cue, subject: Subject) -> bool:
        """Whether an indefinite noun of no known class, told of in a clause, is a person: بائعة،
        تعمل في السوق، قالت.
        """
        actor = subject.first
        told_of = subject.end < after_aside(self.words, subject, cue.at) == cue.at
        return told_of and not actor.is_definite and cue.form.verb.lemma in STRONG

    def _only_adverbials(self, at: int, end: int) -> bool:
        words = self.words
        while at < end:
            if words.fold[at] in _PARTICLES:
                at += 1
                continue
            after = skip_adverbial(words, at, end)
            if after <= at:
                return False
            at = after
        return True
