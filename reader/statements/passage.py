"""One passage through a document, which joins cues, attributions and bare quotations with their
speakers and spans.

Here: the order of reading and what each kind of statement needs. Not here: the grammar itself (the
package's other modules).
"""

from __future__ import annotations

from reader.actors import Actor
from reader.document import Document, Statement
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite
from reader.statements import confidence, context
from reader.statements.adverbials import behind_calling
from reader.statements.asides import end_of_aside
from reader.statements.attributed import Attributed
from reader.statements.attributions import Attribution, find_attributions
from reader.statements.boundaries import find_boundaries
from reader.statements.choice import Chooser
from reader.statements.complements import find_complement
from reader.statements.cues import Cue, find_cues
from reader.statements.homographs import is_behind_whole
from reader.statements.phrases import Subject
from reader.statements.quotations import is_name
from reader.statements.referents import ACCUSED
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, DASHES, OPENERS, STOPS
from reader.statements.spans import Span, find_span, mode_of
from reader.statements.speakers import Discourse
from reader.statements.starts import Complement, narrowed
from reader.statements.subjects import read_subject
from reader.statements.things import is_content_noun, is_verbal_noun
from reader.statements.voices import Voice, as_speakers
from reader.words import Words

_ISSUED = of_class("statement_words", "stated paper")
_HELD = frozenset(("judge", "deny", "thank"))
_AS_FOR = of_class("statement_words", "as for")
_ABOUT = of_class("statement_words", "topic")
_LONGEST_TOPIC = 20  # tokens from the preposition to the colon
_SHORT_QUOTE = 4
_SHORTEST_CLOSED = 5  # tokens before a verb that closes what is said
_LONGEST_HEADING = 16  # tokens of a name and office on a line of their own
_SHORTEST_LINE = 6
_NEAR = 4  # tokens from what is judged to the quoted judgement


class Passage:
    """One passage through a document, sentence by sentence, with what has been said so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = words = Words.of(document)
        self.cues = find_cues(words)
        words.breaks = {
            c.at for c in self.cues if c.form.kind == "participle" or c.form.owner is not None
        }
        self.discourse = Discourse.of(words)
        self.chooser = Chooser(words, self.discourse)
        self.statements: list[Statement] = []
        self.features: list[
            frozenset[str]
        ] = []  # of each statement, for the calibration of its confidence
        self.covered = 0  # token up to which the text is some statement's content
        # Backwards, since a cue's complement ends where a later cue of the narrator's has one.
        finite: set[int] = set()
        self.complements: dict[int, Complement] = {}
        for cue in reversed(self.cues):
            complement = None if cue.is_formula else find_complement(words, cue, finite)
            if complement is None and not cue.is_formula:
                complement = self._over_apposition(cue, finite)
            if complement is not None:
                self.complements[cue.at] = complement
            if (complement is not None or cue.is_formula) and cue.form.kind != "masdar":
                finite.add(cue.at)
        self.strong, self.weak = find_boundaries(words, self.cues, self.complements)
        self.attributed = Attributed(words, self.cues, self.complements, self.strong)

    def _over_apposition(self, cue: Cue, finite: set[int]) -> Complement | None:
        """The complement behind a verb within an apposition, which seemed that verb's: "قال شهود،
        طلبوا كتمان أسمائهم، إن".
        """
        words = self.words
        inner = min((at for at in finite if at > cue.at), default=len(words))
        if (
            cue.form.kind == "masdar"  # في تصريح للصحيفة، قال فلان، إن
            or inner >= words.clause_limit[cue.at]
            or words.fold[inner - 1] not in COMMAS
            or words.fold[inner].startswith("و")
            or inner not in self.complements
            or words.at(self.complements[inner].sign - 1) not in COMMAS
        ):
            return None
        found = find_complement(words, cue, finite - {inner})
        if found is None or found.sign != self.complements[inner].sign:
            return None
        finite.discard(inner)
        del self.complements[inner]
        return found

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
                self._headed_lines(at)
            if at in attributions:
                self.discourse.note_cited(attributions[at].subject)
            if at < self.covered:
                continue
            if at in cues:
                self._read_cue(cues[at])
            elif at in attributions:
                self._read_attribution(attributions[at])
                self.covered = max(self.covered, attributions[at].end)
            elif at in words.opens and at == words.sentence_start[at]:
                self._continuation(at)
            elif words.fold[at] in _ABOUT and at == words.sentence_start[at]:
                self._on_topic(at)
        self._settle_office()

    def _settle_office(self) -> None:
        """An office that nobody was found to hold and a speaker beside it whose office no word
        tells are one person.
        """
        voices = self.discourse.voices
        titled = {title.person for title in self.discourse.titles.kept}
        words = self.words
        for at, mention in words.mention_at.items():  # جيم هاريسون محلل الأسواق
            if (
                behind_calling(words, words.mention_end[at], words.clause_limit[at])
                > (words.mention_end[at])
            ):
                titled.add(mention.person)
        untitled = {
            actor.person
            for voice in voices
            for actor in voice.actors
            if actor.person is not None and actor.person not in titled
        }
        roles = (v.actors[0] for v in voices if v.actors[0].kind == "role")
        offices = {actor.head for actor in roles if self.words.at(actor.start - 1) not in _AS_FOR}
        if len(untitled) != 1 or len(offices) != 1:
            return
        person = untitled.pop()
        for at in [*range(len(voices)), *reversed(range(len(voices)))]:
            voice, beside = voices[at], voices[max(at - 1, 0) : at + 2]
            if (
                voice.actors[0].kind == "role"
                and len(voice.actors) == 1
                and voice.actors[0].head not in ACCUSED
                and self.discourse.titles.may_be(person, voice.actors[0])
                and any(other.actors[0].person == person for other in beside)
            ):
                voice.actors = [self.discourse.titles.as_person(person, voice.actors[0])]
                self.statements[at].speakers = as_speakers(self.words, voice)

    # cues -----------------------------------------------------------------------------------------

    def _read_cue(self, cue: Cue) -> None:
        complement = self.complements.get(cue.at)
        if complement is None:
            self._postposed(cue)
            return
        words = self.words
        if (
            cue.form.kind == "participle"
            and cue.form.gender == "f"
            and words.at(cue.at - 1) not in COMMAS
            and cue.at - 1 not in words.closes
            and (cue.form.is_joined or not is_behind_whole(words, cue.at))
            and complement.kind not in ("clause", "quote")
        ):
            return  # دعما له ومطالبة بـ: a noun
        if complement.start >= len(words.tokens):
            return  # the text breaks off where the thing said would begin
        found = self.chooser.voice(cue, complement)
        if found is None:
            return
        voice, route = found
        first = voice.actors[0].kind
        if complement.kind == "object" and (
            first == "unknown"
            or (
                first == "document"
                and not (cue.form.verb.addressed or cue.form.verb.trust == "doc")
                and not self._judges_in_quotes(cue, complement)
                and not self._stands_for(cue, voice.actors[0], complement)
            )
        ):
            return  # a paper demands (دعا البيان الأطراف إلى) or shows, but acts are not its own
        complement = narrowed(words, cue, complement)
        boundaries = self.strong if complement.kind in ("clause", "quote", "colon") else self.weak
        limit = words.clause_limit[cue.at]
        limit = min(limit, end_of_aside(words, cue, complement, limit))
        span = find_span(words, complement, boundaries, limit)
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

    def _stands_for(self, cue: Cue, paper: Actor, complement: Complement) -> bool:
        """Whether a paper that somebody issues tells what its issuer holds: أكد البيان ضرورة
        الحوار, أدان البلاغ الهجوم.
        """
        noun = bare(paper.head) in _ISSUED or cue.form.kind == "participle"
        is_noun = is_content_noun(self.words, complement.start)
        is_stance = cue.form.verb.cue_class in _HELD and cue.form.verb.trust == ""
        is_thing = is_definite(self.words.at(complement.start))
        return noun and (is_noun or (is_stance and is_thing))

    def _judges_in_quotes(self, cue: Cue, complement: Complement) -> bool:
        """Whether a participle judges in a paper's own words: قالت الوثيقة …، معتبرة الأمر "مثيرا
        للقلق".
        """
        near = range(complement.start, complement.start + _NEAR)
        judges = cue.form.kind == "participle" and cue.form.verb.cue_class == "judge"
        return judges and any(i in self.words.opens for i in near)

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
        if words.at(at) in COMMAS:
            at -= 1
        if at not in words.closes:
            self._inserted(cue)
            return
        quote = words.quotes[words.closes[at]]
        if quote.open + 1 < self.covered or quote.close - quote.open < 3 or is_name(words, quote):
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
        """A verb and its subject between two marks, in the middle of what is said: "هذا القرار،
        يقول فلان، سيغير".
        """
        words = self.words
        before = cue.at - 1
        dashes = words.at(before) in DASHES
        if not dashes and (words.at(before) not in COMMAS or cue.form.kind != "present"):
            return
        limit = words.clause_limit[cue.at]
        subject = read_subject(words, cue.end, limit)
        begin = max(words.sentence_start[cue.at], self.covered)
        if subject is None or subject.first.kind == "unknown" or before - begin < 2:
            return
        close = subject.end - (words.at(subject.end - 1) in COMMAS)
        if not dashes and (close >= limit or words.fold[close] in STOPS):
            self._closed_by(cue, subject, begin)
            return
        if words.at(close) not in (DASHES if dashes else COMMAS) or limit - close < 4:
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

    def _closed_by(self, cue: Cue, subject: Subject, begin: int) -> None:
        """A sentence that a verb and its subject close behind a comma: الجسر سيفتح غدا، يقول
        فلان.
        """
        words, end = self.words, cue.at - 1
        while begin < end and words.fold[begin] in OPENERS:
            begin += 1
        if end - begin < _SHORTEST_CLOSED or any(begin <= at < end for at in self.complements):
            return
        span = Span(begin, end, mode_of(words, begin, end), "narrator")
        voice = self.discourse.voice_of(subject, cue, cue.at)
        text = words.tokens[cue.at].text
        self._add(span, voice, cue_text=text, cue=cue, route="after", kind="clause")

    # attribution, continuation --------------------------------------------------------------------

    def _read_attribution(self, attribution: Attribution) -> None:
        words = self.words
        start = words.sentence_start[attribution.start]
        if attribution.subject is not None:
            voice = self.discourse.voice_of(attribution.subject, None, attribution.start)
        elif self.discourse.last is not None:
            voice = self.discourse.last
        else:
            return
        if attribution.is_initial:
            span = self.attributed.behind(attribution)
        elif self.discourse.last_sentence == start and self.statements:
            return
        else:
            span = self.attributed.around(attribution, max(start, self.covered))
        if span is None or span.end - span.start < 3:
            return
        self._add(
            span,
            voice,
            cue_text=words.text(attribution.start, attribution.start + 1),
            cue=None,
            route="attribution",
            kind=attribution.lemma,
        )

    def _continuation(self, at: int) -> None:
        """A sentence that is a quotation without a cue goes on with the words of who spoke just
        before.
        """
        words = self.words
        quote = words.quotes[words.opens[at]]
        if (
            self.discourse.last is None
            or quote.close - quote.open < 6
            or is_name(words, quote)
            or not quote.is_closed
        ):
            return
        before = words.sentence_start[at - 1] if at else -1
        if self.discourse.last_sentence != before and not (self.covered and self.covered >= before):
            return
        follow = words.at(quote.close + 1)
        if quote.close + 1 < words.clause_limit[at] and follow not in ".؟!،":
            return
        span = Span(at + 1, quote.close, "direct", "quote")
        self._add(
            span, self.discourse.last, cue_text='"', cue=None, route="dropped", kind="continuation"
        )

    def _on_topic(self, at: int) -> None:
        """A sentence that names a topic, and behind a colon what who spoke just before says of it:
        وعن الإصابة: "ليست خطيرة".
        """
        words = self.words
        near = range(at + 1, min(at + _LONGEST_TOPIC, words.clause_limit[at]))
        colon = next((i for i in near if words.fold[i] == ":"), 0)
        if not colon or colon + 1 not in words.opens or self.discourse.last is None:
            return
        quote = words.quotes[words.opens[colon + 1]]
        if not quote.is_closed or is_name(words, quote) or quote.close - quote.open < _SHORT_QUOTE:
            return
        if any(at <= cue.at < colon for cue in self.cues if cue.at in self.complements):
            return
        span = Span(colon + 2, quote.close, "direct", "quote")
        said_by = self.discourse.last
        text = words.tokens[colon].text
        self._add(span, said_by, cue_text=text, cue=None, route="dropped", kind="continuation")

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
            or is_verbal_noun(words, at)  # غياب فلان: …
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

    def _headed_lines(self, at: int) -> None:
        """The line below one that is a name and a colon, or the lines with dashes below it."""
        words, colon = self.words, self._end_of_line(at) - 1
        if words.at(colon) != ":" or not 2 <= colon - at <= _LONGEST_HEADING:
            return
        subject = read_subject(words, at, colon)
        is_whole = subject is not None and (
            subject.end == colon or (words.at(subject.end) in COMMAS and at in words.mention_at)
        )
        if subject is None or not is_whole or any(at <= c.at <= colon for c in self.cues):
            return
        first = colon + 1
        while first < len(words):
            end, is_listed = self._end_of_line(first), words.fold[first] in DASHES
            start = first + is_listed
            if end - start < _SHORTEST_LINE or not self._reads_like_speech(subject, start, end):
                return
            if start in self.complements or start in words.opens:
                return
            last = end - (words.fold[end - 1] in STOPS)
            span = Span(start, last, mode_of(words, start, last), "sentence")
            voice = self.discourse.voice_of(subject, None, at)
            self._add(span, voice, cue_text=":", cue=None, route="after", kind="colon_line")
            if not is_listed or end >= len(words) or words.fold[end] not in DASHES:
                return
            first = end

    def _end_of_line(self, at: int) -> int:
        line = self.words.paragraph[at]
        rest = range(at, len(self.words))
        return next((i for i in rest if self.words.paragraph[i] != line), len(self.words))

    def _reads_like_speech(self, subject: Subject, start: int, limit: int) -> bool:
        """Tells a line of speech from a list (line-ups, results, programmes) after a heading with a
        colon.
        """
        words = self.words
        first = subject.first
        if (
            first.kind not in ("person", "spokesperson", "government", "organization")
            or first.head in function_words()["heading"]
        ):
            return False
        marks = sum(words.fold[i] in "،,؛;-–*•/" for i in range(start, limit))
        return marks * 5 <= limit - start and not any(
            words.fold[i] == "*" for i in range(start, limit)
        )

    # --------------------------------------------------------------------------------

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
        relative = cue is not None and cue.is_relative
        self.discourse.note_spoken(voice.actors, at, (span.start, span.end), relative=relative)
