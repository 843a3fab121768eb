"""Who speaks in a relative clause, and in a paper or speech that the text tells of: الذي قال, بيان
أصدره الحزب قال فيه.

Here: antecedents of الذي and the pronoun of فيه. Not here: which verbs stand in such a clause
(`cues`), the choice among all possible speakers (`choice`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns
from reader.statements.cues import BEFORE_VERBS, Cue
from reader.statements.impersonal import SUPPOSING
from reader.statements.phrases import Subject, clitic
from reader.statements.signs import COMMAS
from reader.statements.speakers import Discourse
from reader.statements.starts import Complement
from reader.statements.subjects import read_governed, read_subject
from reader.statements.voices import Voice, agrees, plain_person
from reader.verb_forms import forms
from reader.words import Words

RELATIVES = of_class("statement_words", "who")
_GENDERS = {"الذي": "m", "التي": "f"}
IN_IT = frozenset(("فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"))
_LONGEST = 10  # tokens of a relative clause before a participle in it
_FAR = 40  # tokens back to whom a pronoun means: تصريحاته التي قال فيها


def _is_paper(word: str) -> bool:
    noun = nouns().get(word)
    return word in function_words()["occasion"] or (noun is not None and noun.kind == "document")


@dataclass(slots=True)
class Relatives:
    """Reads whom relative pronouns and the pronouns of فيه mean, for one cue at a time."""

    words: Words
    discourse: Discourse

    def antecedent(self, cue: Cue) -> Voice | None:
        """The noun phrase before الذي, التي."""
        words = self.words
        at = cue.at - 1
        while at > 0 and words.fold[at] in BEFORE_VERBS:
            at -= 1
        start = words.sentence_start[cue.at]
        if _GENDERS.get(words.fold[at].removeprefix("و"), cue.form.gender) != cue.form.gender:
            return None  # التطبيق الذي ترى أنه: another's verb
        joined = words.fold[at][0] == "و"
        if joined:  # الذي نشر أمس، والذي قال
            at = next((i for i in range(at - 1, start, -1) if words.fold[i] in RELATIVES), at)
        at -= 1
        if words.at(at) in COMMAS:
            at -= 1
        for first in range(max(at - 16, start), at + 1):
            if first in words.opens and words.quotes[words.opens[first]].close != at:
                continue
            subject = read_subject(words, first, at + 2, joined=False)
            if subject is None and first not in words.mention_at:
                subject = read_governed(words, first, at + 2)
            if subject is None and first in words.mention_at:
                end = words.mention_end[first]
                if joined and clitic(words, first) == "ل":  # فلان الخصم الأول لعلان، والذي قال
                    before = (i for i in range(first - 1, start - 1, -1) if i in words.mention_at)
                    first = next(before, first)
                subject = Subject([plain_person(words, first)], end)
            if subject is None or subject.end < at + 1 or subject.first.kind == "unknown":
                continue
            voice = self.discourse.voice_of(subject, None, first)
            return voice if agrees(cue, voice) else None
        return None

    def within(self, cue: Cue) -> Voice | None:
        """Whom a relative clause is about, for a participle that no mark parts from it: الحركة التي
        دانت الحادث قائلة.
        """
        words = self.words
        for at in range(cue.at - 2, max(cue.at - _LONGEST, words.sentence_start[cue.at]), -1):
            if words.fold[at] in COMMAS or at in words.closes:
                return None
            if words.fold[at] in RELATIVES:
                verb = forms().get(words.fold[at + 1])
                if verb is None or verb.gender != cue.form.gender or verb.has_object:
                    return None
                antecedent = self.antecedent(replace(cue, at=at + 1, form=verb))
                return antecedent if antecedent and agrees(cue, antecedent) else None
        return None

    def may_speak(self, antecedent: Voice, cue: Cue, complement: Complement) -> bool:
        """Whether what الذي refers to is the verb's subject: not in the passive (يعتقد أنه), and a
        paper only with a clause.
        """
        if cue.form.verb.lemma in SUPPOSING and cue.form.kind == "present":
            return not self.words.at(complement.sign).endswith(("ه", "ها"))
        return antecedent.actors[0].kind != "document" or complement.kind == "clause"

    def is_of_antecedent(self, cue: Cue, complement: Complement) -> bool:
        """Whether the noun before الذي is the verb's own subject, not what is spoken of (المشروع
        الذي قال إنه).
        """
        relative = next(
            (w for w in reversed(self.words.fold[max(0, cue.at - 2) : cue.at]) if w in RELATIVES),
            "",
        )
        gender = _GENDERS.get(relative)
        if gender is None or gender != cue.form.gender:
            return False
        sign = self.words.at(complement.sign)
        return not (complement.kind == "clause" and sign.endswith(("ه", "ها")))

    def author(self, cue: Cue) -> Voice | None:
        """رسالة فلان إلى النقابة، والتي حذر فيها من: whose paper or speech the pronoun of فيها
        means.
        """
        words = self.words
        if words.at(cue.end) not in IN_IT:
            return None
        spoken = function_words()["occasion"] | function_words()["of_speech"]
        for at in range(cue.at - 2, words.sentence_start[cue.at] - 1, -1):
            word = bare(words.fold[at])
            if word not in spoken and word.removesuffix("ه") not in spoken:
                continue
            after, before = range(at + 1, cue.at), range(at - 1, max(at - _FAR, -1), -1)
            owners = (i for i in (after if word in spoken else before) if i in words.mention_at)
            voices = (Voice([plain_person(words, i)], i) for i in owners)
            return next((voice for voice in voices if agrees(cue, voice)), None)
        return None

    def _issuer(self, at: int, cue: Cue) -> Voice | None:
        """Whose a paper without article is, from the ل behind it to the verb: بيانا لمتحدث باسم
        الوزارة قال فيه.
        """
        words = self.words
        if words.fold[at][0] != "ل" or words.fold[at - 1].startswith("ال"):
            return None
        if at in words.mention_at and clitic(words, at) == "ل":
            author = Voice([plain_person(words, at)], at)  # مقالا لفلان، أكد فيه
            return author if agrees(cue, author) else None
        subject = read_governed(words, at, cue.at)
        if subject is None or cue.at - subject.end > 1:
            return None
        voice = self.discourse.voice_of(subject, None, subject.first.start)
        return voice if agrees(cue, voice) else None

    def _issuer_before(self, cue: Cue) -> Voice | None:
        """Who stands right before his paper, behind the act of issuing it: (بعد) نشر الوزارة بيانا
        قالت فيه.
        """
        words, paper = self.words, cue.at - 1
        if is_definite(words.fold[paper]) or not _is_paper(words.fold[paper].removesuffix("ا")):
            return None
        for first in range(max(paper - _LONGEST, words.sentence_start[cue.at]), paper):
            subject = read_subject(words, first, paper, joined=False)
            if subject is None or subject.end != paper or subject.first.kind == "unknown":
                continue
            voice = self.discourse.voice_of(subject, None, first)
            return voice if agrees(cue, voice) else None
        return None

    def _maker(self, at: int, cue: Cue) -> Voice | None:
        """Whose a paper without article is by the phrase behind it: خطاب الملك أمس، وقال فيه."""
        if is_definite(self.words.fold[at - 1]):
            return None
        subject = read_subject(self.words, at, cue.at, joined=False)
        if subject is None or subject.first.kind in ("unknown", "document"):
            return None
        voice = self.discourse.voice_of(subject, None, subject.first.start)
        return voice if agrees(cue, voice) else None

    def in_paper_told_of(self, cue: Cue) -> Voice | None:
        """التقرير الذي نشرته المنظمة وأشارت فيه إلى, خطاب ألقاه المدير قال فيه: who made the paper
        that the pronoun of فيه means.
        """
        words = self.words
        if words.at(cue.end) not in IN_IT:
            return None
        issuer = self._issuer_before(cue)
        if issuer is not None:
            return issuer
        for at in range(cue.at - 1, words.sentence_start[cue.at], -1):
            paper = bare(words.fold[at - 1])
            is_paper = _is_paper(paper) or _is_paper(paper.removesuffix("ا"))
            if words.fold[at] not in RELATIVES and not (is_paper and words.inside[at] < 0):
                continue
            of_whom = self._issuer(at, cue) or self._maker(at, cue) if is_paper else None
            if of_whom is not None:
                return of_whom
            verb = at + (words.fold[at] in RELATIVES)
            if not words.tokens[verb].text.endswith(("ه", "ها")):
                continue  # unlike صحيفة
            subject = read_subject(words, verb + 1, cue.at)
            if subject is None or subject.first.kind == "unknown":
                return None
            voice = self.discourse.voice_of(subject, None, subject.first.start)
            return voice if agrees(cue, voice) else None
        return None
