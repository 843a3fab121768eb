"""Which of the possible speakers says what a cue governs: the one printed behind it, before it, or
understood.

Here: the choice for one cue, from its form, its complement and the state of the discourse. Not
here: that state (`speakers`), the reading of phrases (`subjects`), before the verb (`fronted`),
around relative pronouns (`relatives`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.lexicon import forms as lexicon_forms
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.statements.clauses import is_verb
from reader.statements.cues import OPENERS, Cue
from reader.statements.fronted import STRONG, UNNAMED, Fronted, is_like_name
from reader.statements.impersonal import SUPPOSING, is_nobodys, is_reduced, lacks_object
from reader.statements.phrases import Subject, are_doers
from reader.statements.relatives import RELATIVES, Relatives
from reader.statements.speakers import Discourse
from reader.statements.starts import Complement
from reader.statements.subjects import read_subject
from reader.statements.voices import Voice
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_COMMAS = frozenset("،,؛;")
_OF_HIMSELF = frozenset(("انه", "انها", "انهم", "بانه", "بانها", "بانهم"))
_ASCRIBED = frozenset(("نسب", "ونسب", "نسبت", "ونسبت", "تنسب", "ينسب"))
_WHOEVER = frozenset(("من", "ومن", "لمن", "بمن", "كمن", "ممن"))
_LEARNING = frozenset(("علم",))
_FINDING = frozenset(("وجد", "أظهر", "أثبت", "توصل"))
_FINDERS = of_class("statement_words", "finder")
_NEAR = 4  # tokens from a subject to what it says of a pronoun: وصفه المدير أمس بـ


@dataclass(slots=True)
class Chooser:
    """Chooses the speakers of cues, one after the other, as the discourse goes on."""

    words: Words
    discourse: Discourse
    fronted: Fronted = field(init=False)
    relatives: Relatives = field(init=False)

    def __post_init__(self) -> None:
        self.fronted = Fronted(self.words, self.discourse)
        self.relatives = Relatives(self.words, self.discourse)

    def voice(self, cue: Cue, complement: Complement) -> tuple[Voice, str] | None:
        """Who speaks, and how that was found: after (the verb), before, relative, dropped,
        quoted.
        """
        words, verb = self.words, cue.form.verb
        if verb.lemma in SUPPOSING and cue.form.kind == "present" and is_reduced(words, cue):
            return None
        if lacks_object(words, cue, complement):
            return None
        if words.at(cue.at - 1) in _WHOEVER and cue.form.kind == "present":
            return None  # بين من يقول إن
        if verb.trust == "quote":
            return self._quoted_source(cue, complement)
        if cue.form.kind == "masdar":
            return self._masdar_voice(cue, complement)
        subject = complement.subject
        if subject is not None and cue.form.kind != "participle":
            return self._behind(cue, complement, subject)
        if verb.trust == "doc":
            return None
        if cue.form.kind == "participle":
            told = self.relatives.within(cue)
            return (told, "relative") if told is not None else self._understood(cue)
        if verb.trust == "weak" and not self._opens_clause(cue):
            # كتب على الجدار: a verb with other uses and no subject needs a clause of its own
            before = self.fronted.before(cue)
            return (before, "before") if before is not None else None
        if cue.is_relative:
            is_settled, found = self._in_relative(cue, complement)
            if is_settled:
                return found
        told = self.relatives.in_paper_told_of(cue)
        if told is not None:
            return told, "dropped"
        before = (
            self.fronted.once_before(cue)
            or self.fronted.before(cue)
            or self.fronted.right_before(cue, complement)
        )
        if before is not None:
            return before, "before"
        if is_nobodys(words, cue, complement) or self._is_of_clause(cue, complement):
            return None
        return self._understood(cue)

    def _behind(
        self, cue: Cue, complement: Complement, subject: Subject
    ) -> tuple[Voice, str] | None:
        """The speaker printed behind the verb."""
        verb, discourse = cue.form.verb, self.discourse
        if subject.first.kind == "unknown" and not self._can_speak(cue, subject, complement):
            return None
        finds = verb.lemma in _FINDING and subject.first.head in _FINDERS
        is_paper = subject.first.kind in ("document", "organization")
        if verb.trust == "doc" and not (is_paper or finds):
            return None  # but وجد الباحثون أن
        outlets = lexicon_forms("media_outlets", "words")
        is_outlet = subject.first.head in outlets or subject.first.start - 1 in self.words.opens
        if verb.lemma in _LEARNING and not is_outlet:
            return None  # علمت الشركة أن: learnt, unlike a newspaper
        far = complement.sign > subject.end + _NEAR
        if cue.form.has_object and (far or self._goes_on_behind(subject)):
            return None  # كما يصفه الكتاب، … بكذا; كما يصفه الجيران، وجاء بكذا
        voice = discourse.voice_of(subject, cue, cue.at)
        is_known = any(actor.person is not None for actor in voice.actors)
        holder = self._named_behind(subject, complement, cue, last=is_known)
        if holder is not None and all(actor.kind in UNNAMED for actor in subject.actors):
            for actor in subject.actors:
                discourse.titles.add(holder, actor.start, actor.end)
            voice = Voice([discourse.titles.as_person(holder, voice.actors[0])], cue.at)
        return voice, "after"

    def _goes_on_behind(self, subject: Subject) -> bool:
        """Whether a clause of the narrator's follows right behind a subject and a comma."""
        follow = self.words.at(subject.end + 1)
        return self.words.at(subject.end) in _COMMAS and follow.startswith("و")

    def _opens_clause(self, cue: Cue) -> bool:
        words = self.words
        opens = words.fold[cue.at][0] == "ل" or words.at(cue.at - 1) in OPENERS
        return cue.form.is_joined or cue.is_relative or opens

    def _in_relative(
        self, cue: Cue, complement: Complement
    ) -> tuple[bool, tuple[Voice, str] | None]:
        """Whether a relative clause settles who speaks, and who does."""
        author = self.relatives.author(cue)
        if author is not None:
            return True, (author, "relative")
        is_second = cue.form.is_joined and self.words.at(cue.at - 2) in RELATIVES
        first = replace(cue, at=cue.at - 1) if is_second else cue  # الذي عاد وأكد
        antecedent = self.relatives.antecedent(first)
        if antecedent is not None:
            speaks = self.relatives.may_speak(antecedent, cue, complement)
            return True, (antecedent, "relative") if speaks else None
        verb = cue.form.verb
        if verb.trust == "weak" or verb.lemma in ("توقع", "رجح", "زعم"):
            return True, None  # التي يعتقد أنها: passive
        # الرواية التي تحدثت عن: a thing's words are nobody's
        return self.relatives.is_of_antecedent(cue, complement), None

    def _is_of_clause(self, cue: Cue, complement: Complement) -> bool:
        """Whether a verb of the present belongs to whatever its clause is about, or is in the
        passive.
        """
        if cue.form.kind != "present":
            return False
        within = cue.at != self.words.sentence_start[cue.at] and not cue.is_relative
        nominal = complement.kind in ("preposition", "object")
        nominal = nominal and not self._ends_by(cue)
        adds = self._adds_of_himself(cue) or self._calls_further(cue, complement)
        if nominal and within and not adds:
            return True  # "نصوص تناهض الحرب وتدعو إلى السلام"
        return cue.form.verb.lemma in SUPPOSING and not self._goes_on(cue)  # ويتوقع أن

    def _understood(self, cue: Cue) -> tuple[Voice, str] | None:
        """Who goes on speaking or acts, where nothing is printed."""
        words, discourse = self.words, self.discourse
        begin = words.sentence_start[cue.at]
        same = discourse.last if discourse.last_sentence == begin else None
        dropped = discourse.dropped(cue, same_sentence=same)
        if dropped is None:
            return None
        if cue.is_relative and words.sentence_start[dropped.at] != begin:
            return None  # القادة، ومنهم فلان، الذين قالوا: whom it refers to was not read
        return dropped, "sentence" if dropped is same else "dropped"

    def _ends_by(self, cue: Cue) -> bool:
        """Whether a clause tells what one said last who has spoken in the sentence: قال …، قبل أن
        يدعو إلى.
        """
        words, discourse = self.words, self.discourse
        is_last = words.at(cue.at - 1) == "ان" and words.at(cue.at - 2) == "قبل"
        start = words.sentence_start[cue.at]
        if not is_last or discourse.last is None or discourse.last_sentence != start:
            return False
        form = forms().get(words.fold[discourse.last.at])
        return form is not None and form.gender == cue.form.gender

    def _adds_of_himself(self, cue: Cue) -> bool:
        """Whether a joined verb follows what its own speaker says of himself: ويقول الوزير إنه
        بريء، وينفي ضلوعه.
        """
        words, discourse = self.words, self.discourse
        start = words.sentence_start[cue.at]
        if not cue.form.is_joined or discourse.last is None or discourse.last_sentence != start:
            return False
        form = forms().get(words.fold[discourse.last.at])
        of_himself = words.at(discourse.contents[-1][0] - 1) in _OF_HIMSELF
        return (
            of_himself
            and form is not None
            and form.kind == "present"
            and (form.gender, form.number) == (cue.form.gender, cue.form.number)
        )

    def _calls_further(self, cue: Cue, complement: Complement) -> bool:
        """Whether a joined verb goes on right behind what its own subject said: الحزب يجدد دعمه
        ويحذر "كوريا" من.
        """
        words, discourse = self.words, self.discourse
        start = words.sentence_start[cue.at]
        if cue.form.has_object or not cue.form.is_joined or discourse.last_sentence != start:
            return False
        first, last = discourse.contents[-1]
        near = reversed(words.fold[max(first - _NEAR, start) : first])
        form = next((form for form in map(forms().get, near) if form is not None), None)
        same = form is not None and (form.kind, form.gender) == (cue.form.kind, cue.form.gender)
        return same and last in (cue.at, cue.at - 1)

    def _named_behind(
        self, subject: Subject, complement: Complement, cue: Cue, *, last: bool
    ) -> int | None:
        """Who is named behind an office, before what he says: "كبير الباحثين في المركز، الدكتور
        فلان، … إن"; `last`: right before that.
        """
        words, head = self.words, subject.first.head
        stop = complement.sign if complement.sign >= 0 else complement.start
        commas, in_clause = 0, False
        for at in range(subject.first.end, stop):
            commas += words.fold[at] in _COMMAS
            in_clause = in_clause or words.fold[at] in RELATIVES
            mention = words.mention_at.get(at)
            if mention is None:
                continue
            if commas > 1 and words.mention_end[at] + 1 < stop:
                continue  # unlike مدير الشركة، وهي كبيرة، فلان، إن
            if commas > 1 and cue.form.verb.addressed:
                return None  # اتهم المصدر، وفق الصحيفة، فلانا، بـ
            before, after = at - 1, words.mention_end[at]
            while before > subject.first.end and is_definite(words.fold[before]):
                before -= 1  # الدكتور, العميد
            if in_clause and before == at - 1:
                continue  # رئيس المحكمة التي ستحاكم المدير، فلان
            if self._is_half_named(at):
                before = at - 2  # ، آن (هيدالغو)
            set_off = words.fold[before] in _COMMAS and at - before <= 3
            closed = after >= stop or words.fold[after] in _COMMAS
            if last:
                at_sign = after + 1 >= stop and not in_clause
                return mention.person if set_off and closed and at_sign else None
            titled = mention.title and bare(key(mention.title).split()[0]) == head
            return mention.person if (set_off and closed) or titled else None
        return None

    def _is_half_named(self, at: int) -> bool:
        """Whether one unknown word between a comma and a name is its first part: عمدة المدينة، آن
        (هيدالغو).
        """
        words, word = self.words, self.words.fold[at - 1]
        unknown = word not in stop_words() and nouns().get(bare(word)) is None
        is_word = "\u0621" <= word[0] <= "\u06d3" and not is_definite(word) and word not in forms()
        return words.fold[at - 2] in _COMMAS and unknown and is_word

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
        """Whether a subject of unknown kind speaks: after a plain verb of saying it does, the rest
        may be things (أكدت النتائج أن).
        """
        if are_doers(self.words, subject.first.start):
            return True
        if complement.kind not in ("clause", "quote", "colon"):
            return False
        if (
            cue.form.verb.lemma in STRONG
            or self._announces(cue, subject, complement)
            or self.discourse.referents.namesake_of(subject.first) is not None
            or self._promises(subject, complement)
        ):
            return True
        return is_like_name(self.words, subject.first)

    def _announces(self, cue: Cue, subject: Subject, complement: Complement) -> bool:
        """Whether a body of no known class announces that something is so, or states it in a paper:
        أعلن البريد الوطني أن, أكد البريد الوطني، في بلاغ له، أن.
        """
        words, first = self.words, subject.first
        between = words.fold[subject.end : complement.sign]
        papers = function_words()["occasion"] & set(between)
        announces = cue.form.verb.lemma == "أعلن" and complement.sign == subject.end
        is_named = first.is_definite and first.end - first.start > 1 and first.start == cue.end
        return is_named and complement.kind == "clause" and (announces or bool(papers))

    def _promises(self, subject: Subject, complement: Complement) -> bool:
        """Whether a subject tells what it will do itself, as only people and bodies can: أكد البريد
        أنه سيعمل.
        """
        of_himself = self.words.at(complement.sign) in _OF_HIMSELF
        will = self.words.at(complement.start)
        return of_himself and will.startswith("سي") and subject.first.is_definite and len(will) > 4

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
                if (words.fold[at] == "عن" and self._is_relayed(at)) or self._is_ascribed(at):
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
        led = self._leads_to(cue) if cue.form.is_definite else None
        if led is not None:
            return led, "before"
        same = (
            self.discourse.last
            if self.discourse.last_sentence == words.sentence_start[cue.at]
            else None
        )
        dropped = self.discourse.dropped(cue, same_sentence=same)
        return (dropped, "dropped") if dropped is not None else None

    def _leads_to(self, cue: Cue) -> Voice | None:
        """The subject that stands before the verb on which بالقول hangs: إلا أن المدير أجابه
        بالقول.
        """
        words = self.words
        for at in range(cue.at - 1, max(cue.at - _NEAR, words.sentence_start[cue.at]), -1):
            if words.fold[at] in _COMMAS or at in words.closes:
                return None
            if is_verb(words, at, None):
                joined = words.fold[at].startswith("و")
                form = replace(cue.form, kind="past", number="s", is_joined=joined)
                return self.fronted.before(replace(cue, at=at, form=form))
        return None

    def _is_ascribed(self, at: int) -> bool:
        """Whether إلى at a token follows a form of نسب: نسب إلى الوزارة قولها, نسبت الوكالة
        إليه.
        """
        words = self.words
        before = words.fold[max(words.sentence_start[at], at - _NEAR) : at]
        return words.fold[at] == "الي" and not _ASCRIBED.isdisjoint(before)

    def _is_relayed(self, at: int) -> bool:
        """Whether عن at a token follows a form of نقل: ونقلت الوكالة عن."""
        first = max(self.words.sentence_start[at], at - 12)
        return any(
            form.verb.trust == "quote"
            for form in map(forms().get, self.words.fold[first:at])
            if form is not None
        )
