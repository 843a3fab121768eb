"""Which of the possible speakers says what a cue governs: the one printed behind it, before it, or understood.

Here: the choice for one cue, from its form, its complement and the state of the discourse. Not here: that state (`speakers`),
the reading of phrases (`subjects`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.actors import Actor
from reader.noun_phrases import bare, function_words, is_definite, stop_words
from reader.statements.complements import Complement, skip_adverbial
from reader.statements.cues import BEFORE_VERBS, OPENERS, Cue
from reader.statements.impersonal import SUPPOSING, is_nobodys, is_reduced, lacks_object
from reader.statements.phrases import Subject, clitic
from reader.statements.preverbal import after_aside, described_by, joined_before
from reader.statements.speakers import Discourse
from reader.statements.subjects import (
    read_accusative,
    read_governed,
    read_place,
    read_subject,
)
from reader.statements.voices import Voice, agrees, plain_person
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_COMMAS = frozenset("،,؛;")
_IN_IT = frozenset(("فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"))
_WAS = frozenset(("كان", "وكان", "كانت", "وكانت"))
_ONCE = frozenset(("سبق", "وسبق"))
_SOME = frozenset(("البعض", "الكثير", "الكثيرون", "الكثيرين", "الجميع"))
_TOPICS = frozenset(("اما", "واما"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتين"))
_BEFORE_ACCUSATIVE = frozenset(("لكن", "ولكن", "ان", "وان", "لان", "بان", "فان"))
_STRONG = frozenset(
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
_LONGEST_TOPIC = 10  # tokens
_NEAR = 4  # tokens from a subject to what it says of a pronoun: وصفه المدير أمس بـ
_FAR = 40  # tokens back to whom a pronoun means: تصريحاته التي قال فيها
# Speakers whom a person named behind them may stand for.
_UNNAMED = frozenset(("role", "spokesperson", "source", "unknown"))


@dataclass(slots=True)
class Chooser:
    """Chooses the speakers of cues, one after the other, as the discourse goes on."""

    words: Words
    discourse: Discourse

    def voice(self, cue: Cue, complement: Complement) -> tuple[Voice, str] | None:
        """Who speaks, and how that was found: after (the verb), before, relative, dropped, quoted."""
        words, discourse = self.words, self.discourse
        verb = cue.form.verb
        if verb.lemma in SUPPOSING and cue.form.kind == "present" and is_reduced(words, cue):
            return None
        if lacks_object(words, cue, complement):
            return None
        if verb.trust == "quote":
            return self._quoted_source(cue, complement)
        subject = complement.subject
        if cue.form.kind == "masdar":
            return self._masdar_voice(cue, complement)
        if subject is not None and cue.form.kind != "participle":
            if subject.first.kind == "unknown" and not self._can_speak(cue, subject, complement):
                return None
            if verb.trust == "doc" and subject.first.kind not in ("document", "organization"):
                return None
            if cue.form.has_object and complement.sign > subject.end + _NEAR:
                return None  # كما يصفه الكتاب، … بكذا
            voice = discourse.voice_of(subject, cue, cue.at)
            holder = self._named_behind(subject, complement)
            if holder is not None and all(actor.kind in _UNNAMED for actor in voice.actors):
                for actor in subject.actors:
                    discourse.titles.add(holder, actor.start, actor.end)
                voice = Voice([discourse.titles.as_person(holder, voice.actors[0])], cue.at)
            return voice, "after"
        if verb.trust == "doc":
            return None
        opens_clause = (
            cue.form.is_joined or words.fold[cue.at][0] == "ل" or words.at(cue.at - 1) in OPENERS
        )
        if (
            verb.trust == "weak"
            and cue.form.kind != "participle"
            and not cue.is_relative
            and not opens_clause
        ):
            # كتب على الجدار: a verb with other uses and no subject needs a clause of its own
            before = self._before(cue)
            return (before, "before") if before is not None else None
        if cue.form.kind != "participle":
            if cue.is_relative:
                author = self._author(cue)
                if author is not None:
                    return author, "relative"
                antecedent = self._antecedent(cue)
                if antecedent is not None and self._may_speak(antecedent, cue, complement):
                    return antecedent, "relative"
                if antecedent is not None:
                    return None
                if verb.trust == "weak" or verb.lemma in ("توقع", "رجح", "زعم"):
                    return None  # التي يعتقد أنها: passive
                if self._is_of_antecedent(cue, complement):
                    return None  # الرواية التي تحدثت عن: a thing's words are nobody's
            told_of = self._in_paper_told_of(cue)
            if told_of is not None:
                return told_of, "dropped"
            before = (
                self._once_before(cue) or self._before(cue) or self._right_before(cue, complement)
            )
            if before is not None:
                return before, "before"
            if is_nobodys(words, cue, complement):
                return None
        if (
            cue.form.kind == "present"
            and complement.kind in ("preposition", "object")
            and cue.at != words.sentence_start[cue.at]
            and not cue.is_relative
        ):
            return None  # "نصوص تناهض الحرب وتدعو إلى السلام": whatever the clause is about
        if (
            cue.form.verb.lemma in SUPPOSING
            and cue.form.kind == "present"
            and not self._goes_on(cue)
        ):
            return None  # ويتوقع أن: in the passive
        same = (
            self.discourse.last
            if self.discourse.last_sentence == words.sentence_start[cue.at]
            else None
        )
        dropped = discourse.dropped(cue, same_sentence=same)
        if dropped is None:
            return None
        begin = words.sentence_start[cue.at]
        if cue.is_relative and words.sentence_start[dropped.at] != begin:
            return None  # القادة، ومنهم فلان، الذين قالوا: whom it refers to was not read
        return dropped, "sentence" if dropped is same else "dropped"

    def _named_behind(self, subject: Subject, complement: Complement) -> int | None:
        """Who is named behind an office, before what he says: "كبير الباحثين في المركز، الدكتور فلان، … إن"."""
        words, head = self.words, subject.first.head
        stop = complement.sign if complement.sign >= 0 else complement.start
        commas = 0
        for at in range(subject.first.end, stop):
            commas += words.fold[at] in _COMMAS
            mention = words.mention_at.get(at)
            if mention is None or commas > 1:
                continue
            before, after = at - 1, words.mention_end[at]
            while before > subject.first.end and is_definite(words.fold[before]):
                before -= 1  # الدكتور, العميد
            set_off = words.fold[before] in _COMMAS and at - before <= 3
            closed = after >= stop or words.fold[after] in _COMMAS
            titled = mention.title and bare(key(mention.title).split()[0]) == head
            return mention.person if (set_off and closed) or titled else None
        return None

    def _goes_on(self, cue: Cue) -> bool:
        """Whether a person spoke in this sentence or the one before, who may go on."""
        start = self.words.sentence_start[cue.at]
        before = self.words.sentence_start[start - 1] if start else start
        return (
            self.discourse.last is not None
            and self.discourse.last.actors[0].person is not None
            and self.discourse.last_sentence in (start, before)
        )

    def _can_speak(self, cue: Cue, subject: Subject, complement: Complement) -> bool:
        """Whether a subject of unknown kind speaks: after a plain verb of saying it does, the rest may be things (أكدت النتائج أن)."""
        if complement.kind not in ("clause", "quote", "colon"):
            return False
        if (
            cue.form.verb.lemma in _STRONG
            or self.discourse.referents.namesake_of(subject.first) is not None
        ):
            return True
        return self._is_like_name(subject.first)

    def _is_like_name(self, actor: Actor) -> bool:
        """One word of no known class that the text uses often and never with an article, as it does a surname."""
        fold = self.words.fold
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

    def _quoted_source(self, cue: Cue, complement: Complement) -> tuple[Voice, str] | None:
        """نقلت الوكالة عن فلان قوله إن: the speaker is whom the agency quotes."""
        words = self.words
        for at in range(cue.end, complement.start):
            if words.fold[at] == "عن":
                subject = read_subject(words, at + 1, complement.start)
                if subject is not None:
                    return self.discourse.voice_of(subject, None, cue.at), "quoted"
        subject = complement.subject
        if complement.kind == "clause" and subject is not None and subject.first.kind != "unknown":
            return self.discourse.voice_of(subject, None, cue.at), "after"  # نقل شهود أن
        return None

    def _masdar_voice(self, cue: Cue, complement: Complement) -> tuple[Voice, str] | None:
        words = self.words
        nominal = complement.kind in ("preposition", "object")
        if nominal and cue.form.owner is None:
            accuser = complement.subject if words.at(complement.start).startswith("ل") else None
            if accuser is None or complement.kind != "object":
                return None
            return self.discourse.voice_of(accuser, None, cue.at), "after"  # اتهام باريس لروما بـ
        if cue.form.owner is not None:
            for at in range(cue.at - 1, max(words.sentence_start[cue.at], cue.at - 25), -1):
                if words.fold[at] == "عن" and self._is_relayed(at):
                    subject = read_subject(words, at + 1, cue.at)
                    if subject is not None:
                        return self.discourse.voice_of(subject, None, cue.at), "quoted"
            if nominal:
                return None
        elif cue.form.is_definite:
            if complement.kind == "clause" and complement.start - cue.end > 3:
                return None
        else:
            subject = complement.subject
            if subject is None or subject.first.kind in ("unknown", "document"):
                return None
            return self.discourse.voice_of(subject, None, cue.at), "after"
        if words.at(cue.at - 1) in ("عنه", "عنها", "عنهم") and self.discourse.last is not None:
            return self.discourse.last, "quoted"  # نقلت عنه القول إن
        same = (
            self.discourse.last
            if self.discourse.last_sentence == words.sentence_start[cue.at]
            else None
        )
        dropped = self.discourse.dropped(cue, same_sentence=same)
        return (dropped, "dropped") if dropped is not None else None

    def _is_relayed(self, at: int) -> bool:
        """Whether عن at a token follows a form of نقل: ونقلت الوكالة عن."""
        first = max(self.words.sentence_start[at], at - 12)
        return any(
            form.verb.trust == "quote"
            for form in map(forms().get, self.words.fold[first:at])
            if form is not None
        )

    def _antecedent(self, cue: Cue) -> Voice | None:
        """The noun phrase before الذي, التي."""
        words = self.words
        at = cue.at - 1
        while at > 0 and words.fold[at] in BEFORE_VERBS:
            at -= 1
        start = words.sentence_start[cue.at]
        joined = words.fold[at][0] == "و"
        if joined:  # الذي نشر أمس، والذي قال
            at = next((i for i in range(at - 1, start, -1) if words.fold[i] in _RELATIVES), at)
        at -= 1
        if words.at(at) in _COMMAS:
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

    def _may_speak(self, antecedent: Voice, cue: Cue, complement: Complement) -> bool:
        """Whether what الذي refers to is the verb's subject: not in the passive (يعتقد أنه), and a paper only with a clause."""
        if cue.form.verb.lemma in SUPPOSING and cue.form.kind == "present":
            return not self.words.at(complement.sign).endswith(("ه", "ها"))
        return antecedent.actors[0].kind != "document" or complement.kind == "clause"

    def _is_of_antecedent(self, cue: Cue, complement: Complement) -> bool:
        """Whether the noun before الذي is the verb's own subject, not what is spoken of (المشروع الذي قال إنه)."""
        relative = next(
            (w for w in reversed(self.words.fold[max(0, cue.at - 2) : cue.at]) if w in _RELATIVES),
            "",
        )
        gender = {"الذي": "m", "التي": "f"}.get(relative)
        if gender is None or gender != cue.form.gender:
            return False
        sign = self.words.at(complement.sign)
        return not (complement.kind == "clause" and sign.endswith(("ه", "ها")))

    def _before(self, cue: Cue) -> Voice | None:
        """A subject before its verb: وكان الوزير قد أعلن, لكن الوزارة أكدت, الوزير يقول."""
        words = self.words
        start = words.sentence_start[cue.at]
        begin = cue.at
        # the clause begins after the nearest conjunction or, between commas, at the sentence's start
        at = begin - 1
        while words.at(at) == "قد":
            at -= 1
        candidates: list[int] = []
        while at >= start and cue.at - at < 30:
            if at in words.closes:
                at = words.quotes[words.closes[at]].open - 1
                if at == start - 1:
                    candidates.append(start)  # "ألوية كذا"، جناح الحزب، أكدت
                continue
            if at + 1 < cue.at and (
                at == start
                or words.fold[at] in _COMMAS
                or words.fold[at] in function_words()["clause_opener"]
            ):
                candidates.append(
                    at
                    if at == start and words.fold[at] not in function_words()["clause_opener"]
                    else at + 1
                )
            if words.fold[at] in function_words()["clause_opener"]:
                break
            at -= 1
        for first in reversed(candidates):
            while first < cue.at and words.fold[first] in function_words()["clause_opener"]:
                first += 1
            if first in words.opens and first != start and not self._is_named_by_was(first):
                continue  # a quoted name between commas: an apposition
            if first in words.mention_at and clitic(words, first) in ("و", "ف"):
                subject: Subject | None = Subject(
                    [plain_person(words, first)], words.mention_end[first]
                )
            else:
                subject = None
                if words.at(first - 1) in _BEFORE_ACCUSATIVE:
                    subject = read_accusative(words, first, cue.at)
                subject = subject or read_subject(words, first, cue.at)
            if subject is None or subject.end > cue.at:
                continue
            if subject.first.kind == "unknown" and not self._is_like_name(subject.first):
                # المدافعون عن الحقوق يؤكدون: people, by the plural of noun and verb
                if words.fold[first] in _SOME:
                    subject.first.kind = "group"
                elif cue.form.number == "p" and words.fold[first].endswith(("ون", "ين")):
                    subject.first.kind, subject.first.number = "group", "p"
                elif (
                    (first == start and self._is_somebody(cue, subject))
                    or self._is_topic(cue, subject)
                    or self._had_said(cue, subject)
                ):
                    subject.first.kind = "source"
                else:
                    continue
            if not self._only_adverbials(after_aside(words, subject, cue.at), cue.at):
                continue
            voice = self.discourse.voice_of(subject, None, first)
            if cue.form.number == "s" and all(a.kind in _UNNAMED for a in voice.actors):
                voice.actors = voice.actors[:1]  # الكاتب والخبير يقول: two callings of one person
            if agrees(cue, voice):
                return voice
        return None

    def _is_named_by_was(self, mark: int) -> bool:
        """Whether quoted words stand between كان and قد as a name does: كان "المرصد" قد أعلن."""
        behind = self.words.quotes[self.words.opens[mark]].close + 1
        return self.words.at(mark - 1) in _WAS and self.words.at(behind) == "قد"

    def _is_topic(self, cue: Cue, subject: Subject) -> bool:
        """Whether أما sets a noun of no known class before its verb with ف, up to a comma: أما القائم بأعمال المدير، فأكد أن."""
        words, actor = self.words, subject.first
        if words.at(actor.start - 1) not in _TOPICS or not words.fold[cue.at].startswith("ف"):
            return False
        if words.at(cue.end) != "ان" or words.at(cue.at - 1) not in _COMMAS:
            return False  # أما الجسر، فقال إنه
        close = next(i for i in range(subject.end, cue.at) if words.fold[i] in _COMMAS)
        actor.end = subject.end = close
        actor.name = actor.surface = words.text(actor.start, close)
        return close - actor.start < _LONGEST_TOPIC

    def _author(self, cue: Cue) -> Voice | None:
        """رسالة فلان إلى النقابة، والتي حذر فيها من: whose paper or speech the pronoun of فيها means."""
        words = self.words
        if words.at(cue.end) not in _IN_IT:
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

    def _once_before(self, cue: Cue) -> Voice | None:
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

    def _had_said(self, cue: Cue, subject: Subject) -> bool:
        """Whether one word of no known class stands between كان and قد as a name does: وكان فلان قد أعلن."""
        words, actor = self.words, subject.first
        is_past = words.at(actor.start - 1) in _WAS and words.at(cue.at - 1) == "قد"
        is_one_word = actor.end == cue.at - 1 == actor.start + 1
        return is_past and is_one_word and not is_definite(words.fold[actor.start])

    def _is_somebody(self, cue: Cue, subject: Subject) -> bool:
        """Whether an indefinite noun of no known class, told of in a clause, is a person: بائعة، تعمل في السوق، قالت."""
        actor = subject.first
        told_of = subject.end < after_aside(self.words, subject, cue.at) == cue.at
        return told_of and not actor.is_definite and cue.form.verb.lemma in _STRONG

    def _right_before(self, cue: Cue, complement: Complement) -> Voice | None:
        """A subject that و joins to the clause before, or a noun that the verb describes."""
        if cue.form.kind != "present" or cue.form.is_joined:
            return None
        subject = joined_before(self.words, cue.at)
        if subject is None and complement.kind in ("clause", "quote", "colon"):
            subject = described_by(self.words, cue.at)
        if subject is None:
            return None
        voice = self.discourse.voice_of(subject, None, subject.first.start)
        return voice if agrees(cue, voice) else None

    def _in_paper_told_of(self, cue: Cue) -> Voice | None:
        """التقرير الذي نشرته المنظمة وأشارت فيه إلى, خطاب ألقاه المدير قال فيه: who made the paper that the pronoun of فيه means."""
        words = self.words
        if words.at(cue.end) not in _IN_IT:
            return None
        for at in range(cue.at - 1, words.sentence_start[cue.at], -1):
            is_paper = bare(words.fold[at - 1]) in function_words()["occasion"]
            if words.fold[at] not in _RELATIVES and not (is_paper and words.inside[at] < 0):
                continue
            verb = at + (words.fold[at] in _RELATIVES)
            if not words.fold[verb].endswith(("ه", "ها")):
                continue
            subject = read_subject(words, verb + 1, cue.at)
            if subject is None or subject.first.kind == "unknown":
                return None
            voice = self.discourse.voice_of(subject, None, subject.first.start)
            return voice if agrees(cue, voice) else None
        return None

    def _only_adverbials(self, at: int, end: int) -> bool:
        words = self.words
        while at < end:
            if words.fold[at] in ("قد", "لم", "لا", "سوف", "كان", "كانت", "لن"):
                at += 1
                continue
            after = skip_adverbial(words, at, end)
            if after <= at:
                return False
            at = after
        return True
