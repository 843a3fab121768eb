"""Who said what: every attributed proposition of an article, with its speakers and its exact words.

The grammar, in the order in which this package reads: words -> cues (`cues`, forms of verbs of saying) -> what they govern
(`complements`) -> who speaks (`subjects`: as printed; `speakers`: as understood) -> where the content ends and how it is given
(`spans`). Attribution without a verb of its own (وفقا لـ) is `attributions`; what surrounds a statement (medium, day,
encounter) `context`; how sure it all is, `confidence`. Here: the passage through a document that joins them.
Not here: identity of speakers over articles.
"""

from __future__ import annotations

from reader.actors import Actor, is_definite, stop_words
from reader.document import Document, Statement
from reader.statements import confidence, context
from reader.statements.attributions import Attribution, find_attributions
from reader.statements.complements import (
    CLAUSE_SIGNS,
    Complement,
    find_complement,
    skip_adverbial,
)
from reader.statements.cues import OPENERS, Cue, find_cues, starts_clause
from reader.statements.forms import forms
from reader.statements.quotations import is_name
from reader.statements.spans import Span, find_span, mode_of, narrator_at
from reader.statements.speakers import Discourse, Voice, agrees, as_speakers, plain_person
from reader.statements.subjects import (
    Subject,
    clitic,
    read_accusative,
    read_governed,
    read_subject,
)
from reader.words import Words

_COMMAS = frozenset("،,؛;")
_DASHES = frozenset("-–—")
_HEADINGS = frozenset(
    [
        "برنامج",
        "نتيجه",
        "نتايج",
        "فريق",
        "مجموعه",
        "ملعب",
        "تشكيله",
        "جدول",
        "مركز",
        "داير",
        "قطاع",
        "دايره",
        "لجنه",
    ]
)
_GOES_ON = frozenset(
    ("الي", "علي", "ان", "عن")
)  # of a verb that an attribution parts: تدل، حسبه، إلى
_SO = frozenset(("فان", "فقد", "فانه", "فانها", "فانهم", "فانهما"))
# Verbs that a relative clause without الذي has in the passive: رجلين يرجح أنهما.
_SUPPOSING = frozenset(("توقع", "رجح", "زعم", "اعتقد", "ظن", "خشي", "قدر"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتين"))
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


def find_statements(document: Document) -> None:
    """Fills `document.statements`, in order of position. People and meetings must have been found before."""
    reading = _Reading(document)
    reading.read()
    document.statements = sorted(reading.statements, key=lambda s: (s.start, s.end))


def read_with_features(document: Document) -> list[tuple[Statement, frozenset[str]]]:
    """Statements with the features of their confidence, for calibration (`training/calibrate_statements.py`)."""
    reading = _Reading(document)
    reading.read()
    return list(zip(reading.statements, reading.features, strict=True))


class _Reading:
    """One passage through a document, sentence by sentence, with what has been said so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = words = Words.of(document)
        self.cues = find_cues(words)
        words.breaks = {
            c.at for c in self.cues if c.form.kind == "participle" or c.form.owner is not None
        }
        self.discourse = Discourse.of(words)
        self.statements: list[Statement] = []
        self.features: list[
            frozenset[str]
        ] = []  # of each statement, for the calibration of its confidence
        self.covered = 0  # token up to which the text is some statement's content
        self.last: Voice | None = None  # speaker of the last statement
        self.last_sentence = -1  # start of the sentence in which he spoke
        # Backwards, since a cue's complement ends where a later cue of the narrator's has one.
        finite: set[int] = set()
        self.complements: dict[int, Complement] = {}
        for cue in reversed(self.cues):
            complement = None if cue.is_formula else find_complement(words, cue, finite)
            if complement is not None:
                self.complements[cue.at] = complement
            if (complement is not None or cue.is_formula) and cue.form.kind != "masdar":
                finite.add(cue.at)
        self.strong, self.weak = self._boundaries()

    def _boundaries(self) -> tuple[dict[int, int], dict[int, int]]:
        """Cues at which content before them ends, and the token where their clause begins; second: weaker ones too."""
        words = self.words
        strong: dict[int, int] = {}
        weak: dict[int, int] = {}
        loose: dict[int, int] = {}
        for cue in self.cues:
            if (cue.at not in self.complements and not cue.is_formula) or cue.form.kind == "masdar":
                continue
            begin = cue.at
            if cue.is_relative and begin > 0:
                begin -= 1
            while begin > 0 and words.fold[begin - 1] in ("لم", "لا", "لن", "هو"):
                begin -= 1
            verb_at = begin
            while begin > 0 and words.fold[begin - 1] in OPENERS:
                begin -= 1
            if words.fold[begin] == "حين" and words.at(begin - 1) in ("في", "وفي"):
                begin -= 1
            is_opened = begin < verb_at
            marked = (
                words.at(begin - 1) in _COMMAS
                or begin - 1 in words.closes
                or words.at(begin - 1) in "-–—"
            )
            finite = cue.form.kind in ("past", "present")
            if (
                finite
                and not is_opened
                and marked
                and not cue.is_relative
                and not cue.form.is_joined
            ):
                # without a conjunction a verb after a comma goes on with the clause ("أن الرجل، وهو طبيب، اعترف"),
                # unless the sentence opened with a subordinate clause ("وفيما تقول الحكومة …، اعتبر")
                if (
                    words.fold[words.sentence_start[cue.at]] in _SUBORDINATE
                    or words.at(words.sentence_start[cue.at] + 1) == "حين"
                ):
                    strong[cue.at] = begin
                else:
                    loose[cue.at] = begin
            elif (
                marked
                or (is_opened and not cue.is_relative)
                or (cue.form.kind == "participle" and not cue.is_relative)
            ):
                strong[cue.at] = begin
            elif finite and (first := self._clause_before(cue)) is not None:
                strong[cue.at] = first
            elif cue.form.is_joined and cue.form.kind == "past" and cue.form.verb.trust == "":
                weak[cue.at] = begin
        return strong, strong | weak | loose

    def _clause_before(self, cue: Cue) -> int | None:
        """Where a clause begins whose subject stands before its verb, joined to what is said: "…، والإعلام يقول إن"."""
        words = self.words
        complement = self.complements.get(cue.at)
        if complement is None or complement.kind not in ("clause", "quote", "colon"):
            return None
        for first in range(cue.at - 1, max(cue.at - 7, words.sentence_start[cue.at] + 1), -1):
            if words.at(first - 1) in _COMMAS and words.fold[first].startswith("و"):
                named = first in words.mention_at and clitic(words, first) == "و"
                subject = read_subject(words, first, cue.at)
                end = words.mention_end[first] if named else subject.end if subject else 0
                known = named or (subject is not None and subject.first.kind != "unknown")
                return first if known and end == cue.at else None
        return None

    def read(self) -> None:
        """Cues, attributions and bare quotations in the order of the text."""
        words = self.words
        cues = {cue.at: cue for cue in self.cues}
        attributions = {a.start: a for a in find_attributions(words)}
        paragraph = -1
        for at in range(len(words)):
            if words.paragraph[at] != paragraph:
                paragraph = words.paragraph[at]
                self._named_line(at)
            if at < self.covered:
                continue
            if at in cues:
                self._read_cue(cues[at])
            elif at in attributions:
                self._read_attribution(attributions[at])
            elif at in words.opens and at == words.sentence_start[at]:
                self._continuation(at)
        self._settle_office()

    def _settle_office(self) -> None:
        """An office that nobody was found to hold and a speaker beside it whose office no word tells are one person."""
        voices = self.discourse.voices
        titled = {title.person for title in self.discourse.titles}
        untitled = {
            actor.person
            for voice in voices
            for actor in voice.actors
            if actor.person is not None and actor.person not in titled
        }
        offices = {v.actors[0].head for v in voices if v.actors[0].kind == "role"}
        if len(untitled) != 1 or len(offices) != 1:
            return
        person = untitled.pop()
        for at, voice in enumerate(voices):
            beside = voices[max(at - 1, 0) : at + 2]
            if (
                voice.actors[0].kind == "role"
                and len(voice.actors) == 1
                and self.discourse.may_be(person, voice.actors[0])
                and any(other.actors[0].person == person for other in beside)
            ):
                voice.actors = [self.discourse.as_person(person, voice.actors[0])]
                self.statements[at].speakers = as_speakers(self.words, voice)

    # cues ---------------------------------------------------------------------------------------------------------

    def _read_cue(self, cue: Cue) -> None:
        complement = self.complements.get(cue.at)
        if complement is None:
            self._postposed(cue)
            return
        words = self.words
        if (
            cue.form.kind == "participle"
            and cue.form.gender == "f"
            and words.at(cue.at - 1) not in _COMMAS
            and cue.at - 1 not in words.closes
            and complement.kind not in ("clause", "quote")
        ):
            return  # دعما له ومطالبة بـ: a noun
        if complement.start >= len(words.tokens):
            return  # the text breaks off where the thing said would begin
        found = self._voice(cue, complement)
        if found is None:
            return
        voice, route = found
        first = voice.actors[0].kind
        if complement.kind == "object" and (
            first == "unknown" or (first == "document" and not cue.form.verb.addressed)
        ):
            return  # a paper demands (دعا البيان الأطراف إلى), but acts are not its own
        boundaries = self.strong if complement.kind in ("clause", "quote", "colon") else self.weak
        span = find_span(words, complement, boundaries, words.clause_limit[cue.at])
        if span.end <= span.start or (complement.kind != "quote" and span.end - span.start < 1):
            return
        self._add(
            span,
            voice,
            cue_text=words.tokens[cue.at].text,
            cue=cue,
            route=route,
            kind=complement.kind,
        )

    def _voice(self, cue: Cue, complement: Complement) -> tuple[Voice, str] | None:
        """Who speaks, and how that was found: after (the verb), before, relative, dropped, quoted."""
        words, discourse = self.words, self.discourse
        verb = cue.form.verb
        if verb.lemma in _SUPPOSING and cue.form.kind == "present" and self._is_reduced(cue):
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
            return discourse.voice_of(subject, cue, cue.at), "after"
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
                antecedent = self._antecedent(cue)
                if antecedent is not None and self._may_speak(antecedent, cue, complement):
                    return antecedent, "relative"
                if antecedent is not None:
                    return None
                if verb.trust == "weak" or verb.lemma in ("توقع", "رجح", "زعم"):
                    return None  # التي يعتقد أنها: passive
                if self._is_of_antecedent(cue, complement):
                    return None  # الرواية التي تحدثت عن: a thing's words are nobody's
            before = self._before(cue)
            if before is not None:
                return before, "before"
        if (
            cue.form.kind == "present"
            and complement.kind in ("preposition", "object")
            and cue.at != words.sentence_start[cue.at]
            and not cue.is_relative
        ):
            return None  # "نصوص تناهض الحرب وتدعو إلى السلام": whatever the clause is about
        if self._is_impersonal(cue, complement):
            return None
        if (
            cue.form.verb.lemma in _SUPPOSING
            and cue.form.kind == "present"
            and not self._goes_on(cue)
        ):
            return None  # ويتوقع أن: in the passive
        same = self.last if self.last_sentence == words.sentence_start[cue.at] else None
        dropped = discourse.dropped(cue, same_sentence=same, narrated_to=self._narrated_to(cue))
        if dropped is None:
            return None
        return dropped, "sentence" if dropped is same else "dropped"

    def _goes_on(self, cue: Cue) -> bool:
        """Whether a person spoke in this sentence or the one before, who may go on."""
        start = self.words.sentence_start[cue.at]
        before = self.words.sentence_start[start - 1] if start else start
        return (
            self.last is not None
            and self.last.actors[0].person is not None
            and self.last_sentence in (start, before)
        )

    def _is_reduced(self, cue: Cue) -> bool:
        """Whether an indefinite noun stands right before the verb, whose relative clause it is: رجلين يرجح أنهما."""
        at, words = cue.at - 1, self.words
        return not (
            starts_clause(words, cue.at)
            or cue.is_relative
            or cue.form.is_joined
            or is_definite(words.at(at))
            or words.mention_of[at] >= 0
            or words.at(at) in stop_words()
            or any(words.place_end[i] == cue.at for i in words.place_at)
        )

    def _is_impersonal(self, cue: Cue, complement: Complement) -> bool:
        """ويشترط للمشاركة أن, ويعتبر "تحفة": a passive without a subject, which is written like the active."""
        if cue.form.kind != "present" or cue.form.number != "s":
            return False
        lemma = cue.form.verb.lemma
        if lemma == "اشترط":
            return self.words.at(cue.end).startswith("ل") or self.words.at(cue.end) == "في"
        return lemma in ("اعتبر", "عد") and complement.kind == "quote"

    def _narrated_to(self, cue: Cue) -> int:
        return self.discourse.first_content.get(self.words.sentence_start[cue.at], cue.at)

    def _can_speak(self, cue: Cue, subject: Subject, complement: Complement) -> bool:
        """Whether a subject of unknown kind speaks: after a plain verb of saying it does, the rest may be things (أكدت النتائج أن)."""
        if complement.kind not in ("clause", "quote", "colon"):
            return False
        if cue.form.verb.lemma in _STRONG or self.discourse.namesake_of(subject.first) is not None:
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
        if complement.kind not in ("clause", "quote", "colon"):
            return None
        if cue.form.owner is not None:
            for at in range(cue.at - 1, max(words.sentence_start[cue.at], cue.at - 25), -1):
                if words.fold[at] == "عن" and self._is_relayed(at):
                    subject = read_subject(words, at + 1, cue.at)
                    if subject is not None:
                        return self.discourse.voice_of(subject, None, cue.at), "quoted"
        elif cue.form.is_definite:
            if complement.kind == "clause" and complement.start - cue.end > 3:
                return None
        else:
            subject = complement.subject
            if subject is None or subject.first.kind in ("unknown", "document"):
                return None
            return self.discourse.voice_of(subject, None, cue.at), "after"
        if words.at(cue.at - 1) in ("عنه", "عنها", "عنهم") and self.last is not None:
            return self.last, "quoted"  # نقلت عنه القول إن
        same = self.last if self.last_sentence == words.sentence_start[cue.at] else None
        dropped = self.discourse.dropped(
            cue, same_sentence=same, narrated_to=self._narrated_to(cue)
        )
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
        while at > 0 and words.fold[at] in ("قد", "لم", "لا", "كان", "كانت"):
            at -= 1
        at -= 1
        if words.at(at) in _COMMAS:
            at -= 1
        for first in range(max(at - 16, words.sentence_start[cue.at]), at + 1):
            if first in words.opens:
                continue
            subject = read_subject(words, first, at + 2, joined=False)
            if subject is None and first not in words.mention_at:
                subject = read_governed(words, first, at + 2)
            if subject is None and first in words.mention_at:
                subject = Subject([plain_person(words, first)], words.mention_end[first])
            if subject is None or subject.end < at + 1 or subject.first.kind == "unknown":
                continue
            voice = self.discourse.voice_of(subject, None, first)
            return voice if agrees(cue, voice) else None
        return None

    def _may_speak(self, antecedent: Voice, cue: Cue, complement: Complement) -> bool:
        """Whether what الذي refers to is the verb's subject: not in the passive (يعتقد أنه), and a paper only with a clause."""
        if cue.form.verb.lemma in _SUPPOSING and cue.form.kind == "present":
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
        candidates: list[int] = []
        while at >= start and cue.at - at < 30:
            if at in words.closes:
                at = words.quotes[words.closes[at]].open - 1
                continue
            if at + 1 < cue.at and (
                at == start or words.fold[at] in _COMMAS or words.fold[at] in _CLAUSE_OPENERS
            ):
                candidates.append(
                    at if at == start and words.fold[at] not in _CLAUSE_OPENERS else at + 1
                )
            if words.fold[at] in _CLAUSE_OPENERS:
                break
            at -= 1
        for first in reversed(candidates):
            while first < cue.at and words.fold[first] in _CLAUSE_OPENERS:
                first += 1
            if first in words.opens and first != start:
                continue  # a quoted name between commas: an apposition
            if first in words.mention_at and clitic(words, first) in ("و", "ف"):
                subject: Subject | None = Subject(
                    [plain_person(words, first)], words.mention_end[first]
                )
            else:
                subject = read_accusative(words, first, cue.at) or read_subject(
                    words, first, cue.at
                )
            if subject is None or subject.end > cue.at:
                continue
            if subject.first.kind == "unknown" and not self._is_like_name(subject.first):
                # المدافعون عن الحقوق يؤكدون: people, by the plural of noun and verb
                if cue.form.number != "p" or not words.fold[first].endswith(("ون", "ين")):
                    continue
                subject.first.kind, subject.first.number = "group", "p"
            if not self._only_adverbials(subject.end, cue.at):
                continue
            voice = self.discourse.voice_of(subject, cue, first)
            if agrees(cue, voice):
                return voice
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

    def _postposed(self, cue: Cue) -> None:
        """A quotation and then its verb: "…"، يقول فلان."""
        words = self.words
        if cue.form.kind not in ("past", "present") or cue.form.verb.cue_class not in (
            "say",
            "add",
            "assert",
            "announce",
        ):
            return
        at = cue.at - 1
        if words.at(at) in _COMMAS:
            at -= 1
        if at not in words.closes:
            self._inserted(cue)
            return
        quote = words.quotes[words.closes[at]]
        if quote.open + 1 < self.covered or quote.close - quote.open < 4 or is_name(words, quote):
            return
        subject = read_subject(words, cue.end, words.clause_limit[cue.at])
        if subject is None or subject.first.kind == "unknown":
            return
        voice = self.discourse.voice_of(subject, cue, cue.at)
        span = Span(quote.open + 1, quote.close, "direct", "quote")
        self._add(
            span, voice, cue_text=words.tokens[cue.at].text, cue=cue, route="after", kind="quote"
        )
        self.covered = max(self.covered, cue.end)

    def _inserted(self, cue: Cue) -> None:
        """A verb and its subject between two marks, in the middle of what is said: "هذا القرار، يقول فلان، سيغير"."""
        words = self.words
        before = cue.at - 1
        dashes = words.at(before) in _DASHES
        if not dashes and (words.at(before) not in _COMMAS or cue.form.kind != "present"):
            return
        limit = words.clause_limit[cue.at]
        subject = read_subject(words, cue.end, limit)
        begin = max(words.sentence_start[cue.at], self.covered)
        if subject is None or subject.first.kind == "unknown" or before - begin < 2:
            return
        close = subject.end - (words.at(subject.end - 1) in _COMMAS)
        if words.at(close) not in (_DASHES if dashes else _COMMAS) or limit - close < 4:
            return
        after = close + 1
        if words.fold[after] in CLAUSE_SIGNS or after in self.complements:
            return
        rest = find_span(words, Complement("preposition", after, sign=after), self.strong, limit)
        span = Span(begin, rest.end, mode_of(words, begin, rest.end), rest.ended_by)
        voice = self.discourse.voice_of(subject, cue, cue.at)
        self._add(
            span, voice, cue_text=words.tokens[cue.at].text, cue=cue, route="after", kind="clause"
        )

    # attribution, continuation ------------------------------------------------------------------------------------

    def _read_attribution(self, attribution: Attribution) -> None:
        words = self.words
        start = words.sentence_start[attribution.start]
        limit = words.clause_limit[attribution.start]
        if attribution.subject is not None:
            voice = self.discourse.voice_of(attribution.subject, None, attribution.start)
        elif self.last is not None:
            voice = self.last
        else:
            return
        if attribution.is_initial:
            first = self._attributed_from(attribution.end, limit)
            while first < limit and (
                words.fold[first] in _COMMAS
                or (words.fold[first] in _SO or words.fold[first] == "ان")
            ):
                first += 1
            at = first
            after = skip_adverbial(words, at, limit)
            if (
                first >= limit
                or first in self.complements
                or (after in self.complements and after - first < 6)
            ):
                return
            complement = Complement(
                "quote"
                if first in words.opens and not is_name(words, words.quotes[words.opens[first]])
                else "clause",
                first
                + (
                    1
                    if first in words.opens and not is_name(words, words.quotes[words.opens[first]])
                    else 0
                ),
                sign=first,
            )
            span = find_span(words, complement, self.strong, limit)
        else:
            if self.last_sentence == start and self.statements:
                return
            end = attribution.start
            in_dashes = words.at(end - 1) in _DASHES and words.at(attribution.end) in _DASHES
            while end > start and (
                words.fold[end - 1] in _COMMAS
                or words.fold[end - 1] in _DASHES
                or words.fold[end - 1] in ("وذلك", "ذلك")
            ):
                end -= 1
            begin = max(start, self.covered)
            while begin < end and not words.fold[begin][0].isalnum() and begin not in words.opens:
                begin += 1
            formula = next((c for c in self.cues if c.at == begin and c.is_formula), None)
            if formula is not None:  # يشار إلى أن …، وفقا للوزارة
                begin = next(
                    (i + 1 for i in range(begin, end) if words.fold[i] in CLAUSE_SIGNS), begin
                )
            after = skip_adverbial(words, attribution.end, limit)
            if in_dashes:
                after = attribution.end + 1
            while after < limit and (words.fold[after] in _COMMAS or after in words.time_end):
                after = words.time_end.get(after, after + 1)
            if (in_dashes and limit - after > 1 and after not in self.strong) or (
                (words.at(after - 1) in _COMMAS or words.at(after) in _GOES_ON)
                and limit - after > 3
                and after not in self.strong
                and not words.fold[after].startswith("و")
                and (not words.fold[after].startswith("ف") or words.fold[start] in ("اما", "واما"))
                and narrator_at(words, after, True) is None
                and after not in words.breaks
                and words.fold[after] not in _RELATIVES
            ):
                # in the middle of what it attributes: run over
                rest = find_span(
                    words, Complement("preposition", after, sign=after), self.strong, limit
                )
                end = rest.end
            elif end - begin < (3 if in_dashes else 4):
                return
            if begin in words.opens and words.quotes[words.opens[begin]].close == end - 1:
                span = Span(begin + 1, end - 1, "direct", "quote")
            else:
                span = Span(begin, end, mode_of(words, begin, end), "narrator")
        if span.end - span.start < 3:
            return
        self._add(
            span,
            voice,
            cue_text=words.text(attribution.start, attribution.start + 1),
            cue=None,
            route="attribution",
            kind=attribution.lemma,
        )
        self.covered = max(self.covered, attribution.end)

    def _attributed_from(self, at: int, limit: int) -> int:
        """Where the sentence goes on after "وفقا لفلان، مدير المشروع، فإن" or "حسب دراسة نشرت أمس،"."""
        words = self.words
        for i in range(at, min(at + 25, limit)):
            if words.fold[i] in _SO:
                return i
            if i in self.complements or i in words.opens:
                break
        if words.at(at) in _COMMAS:
            return at
        comma = next((i for i in range(at, min(at + 14, limit)) if words.fold[i] in _COMMAS), 0)
        return comma or at

    def _continuation(self, at: int) -> None:
        """A sentence that is a quotation without a cue goes on with the words of who spoke just before."""
        words = self.words
        quote = words.quotes[words.opens[at]]
        if (
            self.last is None
            or quote.close - quote.open < 6
            or is_name(words, quote)
            or not quote.is_closed
        ):
            return
        before = words.sentence_start[at - 1] if at else -1
        if self.last_sentence != before and not (self.covered and self.covered >= before):
            return
        follow = words.at(quote.close + 1)
        if quote.close + 1 < words.clause_limit[at] and follow not in ".؟!،":
            return
        span = Span(at + 1, quote.close, "direct", "quote")
        self._add(span, self.last, cue_text='"', cue=None, route="dropped", kind="continuation")

    def _named_line(self, at: int) -> None:
        """A line that opens with a name and a colon: الوزير: سنفتح الطريق."""
        words = self.words
        limit = words.clause_limit[at]
        subject = read_subject(words, at, min(limit, at + 14))
        if (
            subject is None
            or at in {c.at for c in self.cues}
            or subject.first.kind in ("unknown", "document")
            or words.at(subject.end) != ":"
        ):
            return
        start = subject.end + 1
        kind = "colon"
        if start in words.opens and not is_name(words, words.quotes[words.opens[start]]):
            start, kind = start + 1, "quote"
        if (
            start >= limit
            or limit - start < 4
            or (kind == "colon" and not self._reads_like_speech(subject, start, limit))
        ):
            return
        span = find_span(words, Complement(kind, start, sign=subject.end), self.strong, limit)
        voice = self.discourse.voice_of(subject, None, at)
        self._add(span, voice, cue_text=":", cue=None, route="after", kind="colon_line")

    def _reads_like_speech(self, subject: Subject, start: int, limit: int) -> bool:
        """Tells a line of speech from a list (line-ups, results, programmes) after a heading with a colon."""
        words = self.words
        first = subject.first
        if (
            first.kind not in ("person", "spokesperson", "government", "organization")
            or first.head in _HEADINGS
        ):
            return False
        marks = sum(words.fold[i] in "،,؛;-–*•/" for i in range(start, limit))
        return marks * 5 <= limit - start and not any(
            words.fold[i] == "*" for i in range(start, limit)
        )

    # ----------------------------------------------------------------------------------------------------------------

    def _add(
        self, span: Span, voice: Voice, *, cue_text: str, cue: Cue | None, route: str, kind: str
    ) -> None:
        words = self.words
        at = cue.at if cue else span.start
        start, end = words.tokens[span.start].start, words.tokens[span.end - 1].end
        lemma = cue.form.verb.lemma if cue else kind
        statement = Statement(
            start,
            end,
            as_speakers(words, voice),
            cue_text,
            lemma,
            cue.form.verb.cue_class
            if cue
            else "quote"
            if kind in ("continuation", "colon_line")
            else "say",
            span.mode,
            is_negated=bool(cue and cue.is_negated),
        )
        sentence = words.sentence_start[at]
        begin = min(max(sentence, self.covered), at)
        context.fill(words, statement, begin, at, span)
        features = confidence.features(
            words, statement, voice, route=route, kind=kind, span=span, cue=cue
        )
        statement.confidence = confidence.probability(features)
        self.features.append(features)
        self.statements.append(statement)
        self.covered = max(self.covered, span.end)
        voice = Voice(voice.actors, at)
        self.discourse.voices.append(voice)
        self.discourse.first_content.setdefault(words.sentence_start[at], span.start)
        self.last, self.last_sentence = voice, words.sentence_start[at]


_SUBORDINATE = frozenset(
    [
        "فيما",
        "وفيما",
        "بينما",
        "وبينما",
        "بعدما",
        "وبعدما",
        "ففي",
        "واذ",
        "وحين",
        "حين",
        "عندما",
        "وعندما",
        "وفي",
    ]
)
_CLAUSE_OPENERS = frozenset(
    [
        "كان",
        "كانت",
        "وكان",
        "وكانت",
        "لكن",
        "ولكن",
        "لان",
        "فيما",
        "بينما",
        "وبينما",
        "وفيما",
        "ان",
        "حيث",
        "اذ",
        "اما",
        "واما",
        "قد",
        "وقد",
        "غير",
        "الا",
        "كما",
        "وكما",
        "فان",
        "يشار",
        "يذكر",
        "ولا",
        "بدوره",
        "بدورها",
        "وبدوره",
        "وبدورها",
        "لكنها",
        "لكنه",
        "و",
    ]
)
