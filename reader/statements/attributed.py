"""Which stretch of a sentence a phrase of attribution covers: what follows it, what it closes, what
it parts.

Here: that stretch. Not here: where such phrases stand and whom they name (`attributions`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns
from reader.statements.adverbials import skip_adverbial
from reader.statements.attributions import Attribution
from reader.statements.cues import Cue
from reader.statements.narrator import (
    ends_content,
    is_concession,
    may_be_narrator,
    opens_with_concession,
)
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, DASHES, OPENERS
from reader.statements.spans import Span, find_span, mode_of
from reader.statements.starts import Complement
from reader.words import Words

# Prepositions of a verb that an attribution parts from it: تدل، حسبه، إلى.
_PARTED = frozenset(("الي", "علي", "ان", "عن"))
_DURING = frozenset(("خلال", "لدي", "اثناء"))  # behind an attribution: when it was said
_RELATIVES = of_class("statement_words", "who")
_IT_IS = of_class("statement_words", "and he is")
_SO = frozenset(("فان", "فقد", "فانه", "فانها", "فانهم", "فانهما"))
_NO_SO = frozenset(("في", "فوق"))  # whose ف is no conjunction
_REASONS = frozenset(("اذ", "حيث"))
_MADE = of_class("statement_words", "made")
_WAS = of_class("statement_words", "was")
_SECOND = of_class("statement_words", "contrast")
_JOINING = of_class("statement_words", "joining")
_TOPICS = of_class("statement_words", "as for")
_LONGEST_SOURCE = 10
_NEAR = 4  # tokens back from the end of such a phrase to the verb that tells of a paper
_LONGEST_NAME, _LONGEST_PAPER = 14, 40  # tokens of whom or what an attribution names
_SHORTEST = 4  # tokens before an attribution that can be somebody's words; 3 between dashes


@dataclass(slots=True)
class Attributed:
    """A document's words with what bounds a stretch that is attributed."""

    words: Words
    cues: list[Cue]
    complements: dict[int, Complement]
    boundaries: dict[int, int]

    def behind(self, attribution: Attribution) -> Span | None:
        """What follows an attribution that opens its sentence, None where a verb of saying does:
        its statement covers it.
        """
        words = self.words
        limit = words.clause_limit[attribution.start]
        first = self._begin_behind(attribution.end, limit)
        while first < limit and (
            words.fold[first] in COMMAS or words.fold[first] in _SO or words.fold[first] == "ان"
        ):
            first += 1
        after = skip_adverbial(words, first, limit)
        speaks = first in self.complements or (after in self.complements and after - first < 6)
        if first >= limit or (speaks and words.fold[first - 1] != "فقد"):
            return None  # but وفقا لبيان، فقد هنأ الوزير فلانا: the paper's words
        is_quote = first in words.opens and not is_name(words, words.quotes[words.opens[first]])
        kind = "quote" if is_quote else "clause"
        complement = Complement(kind, first + is_quote, sign=first)
        return find_span(words, complement, self.boundaries, limit)

    def around(self, attribution: Attribution, begin: int) -> Span | None:
        """The sentence from `begin` that an attribution closes, or on both sides of one that parts
        it.
        """
        words = self.words
        limit = words.clause_limit[attribution.start]
        dash = self._closing_dash(attribution)
        end, is_closed = self._end_before(attribution, begin)
        begin = self._begin_before(attribution, begin, end)
        after = self._behind(attribution, dash, limit)
        if not is_closed and self._goes_on(attribution, begin, after, dash > 0, limit):
            rest = Complement("preposition", after, sign=after)
            end = find_span(words, rest, self.boundaries, limit).end
        elif end - begin < (_SHORTEST - 1 if dash else _SHORTEST):
            return None
        if begin in words.opens and words.quotes[words.opens[begin]].close == end - 1:
            return Span(begin + 1, end - 1, "direct", "quote")
        return Span(begin, end, mode_of(words, begin, end), "narrator")

    def _end_before(self, attribution: Attribution, begin: int) -> tuple[int, bool]:
        """The end of what stands before an attribution, and whether وذلك closed it: …، وذلك حسب
        فلان.
        """
        words, end = self.words, attribution.start
        while end > begin and (words.fold[end - 1] in COMMAS or words.fold[end - 1] in DASHES):
            end -= 1
        if words.at(end - 1) != "وذلك" or end - 1 <= begin:
            return end, False
        end -= 1
        while end > begin and (words.fold[end - 1] in COMMAS or words.fold[end - 1] in DASHES):
            end -= 1
        return end, True

    def _begin_before(self, attribution: Attribution, begin: int, end: int) -> int:
        words = self.words
        while begin < end and begin not in words.opens:
            if words.fold[begin][0].isalnum() and words.fold[begin] not in _JOINING:
                break
            begin += 1
        if words.at(attribution.start - 1) in COMMAS:
            begin = self._last_clause(begin, end)
        formula = next((c for c in self.cues if c.at == begin and c.is_formula), None)
        if formula is not None:  # يشار إلى أن …، وفقا للوزارة
            signs = (i + 1 for i in range(begin, end) if words.fold[i] in CLAUSE_SIGNS)
            begin = next(signs, begin)
        return begin

    def _last_clause(self, begin: int, end: int) -> int:
        """Where a second clause begins, which alone is attributed: …، إذ إن الكلفة، بحسب فلان; وكان
        …، لكن اللقاء ألغي، وفقا لفلان.
        """
        words = self.words
        tells_before = words.fold[begin] in _WAS  # what had happened, which the narrator knows
        for i in range(end - 2, begin, -1):
            before = words.fold[i - 1]
            is_reason = before in _REASONS and words.fold[i] in CLAUSE_SIGNS
            is_second = tells_before and before in _SECOND and words.at(i - 2) in COMMAS
            if words.inside[i] < 0 and (is_reason or is_second):
                return i + 1 if words.fold[i] == "ان" else i
        return begin

    def _behind(self, attribution: Attribution, dash: int, limit: int) -> int:
        """Where the sentence goes on behind an attribution."""
        words = self.words
        before = words.at(attribution.start - 1)
        if words.at(attribution.end) in _PARTED and not (before in COMMAS or is_definite(before)):
            return attribution.end  # قادرة وفق فلان على النجاح
        after = dash + 1 if dash else skip_adverbial(words, attribution.end, limit)
        if words.at(after).endswith("ا") and words.at(after + 1) in COMMAS:
            after += 1  # حسب فلان دائما،
        if words.at(after) == "عن" and words.at(attribution.start - 1) in COMMAS:
            # وفق بلاغ صدر اليوم عن الوزارة، …
            ahead = range(after, min(after + _LONGEST_SOURCE, limit))
            after = next((i for i in ahead if words.fold[i] in COMMAS), limit)
        while after < limit and (words.fold[after] in COMMAS or after in words.time_end):
            after = words.time_end.get(after, after + 1)
        noun = nouns().get(bare(words.at(after)))
        if noun is not None and noun.kind == "role" and words.at(after - 1) in COMMAS:
            # بحسب فلان، مدير السوق في المدينة
            after = next((i for i in range(after, limit) if words.fold[i] in COMMAS), limit)
        return after

    def _goes_on(
        self, attribution: Attribution, begin: int, after: int, in_dashes: bool, limit: int
    ) -> bool:
        """Whether what is attributed goes on at a token behind the attribution, which then is run
        over.
        """
        words = self.words
        if after in self.boundaries or words.fold[attribution.start] == "علي":
            return False  # …، على ما أعلن فلان، بعد أن: closes what it attributes
        if in_dashes and limit - after > 1:
            return True
        word = words.at(after)
        first = attribution.subject.first if attribution.subject is not None else None
        if first is not None and first.kind == "document" and word in _MADE:
            return False  # وفق تقرير حول كذا، تم إنجازه أمس
        is_parted = word in _PARTED and words.at(attribution.start - 1) not in COMMAS
        if limit - after <= 3 or not (words.at(after - 1) in COMMAS or is_parted):
            return False
        if self._tells_when_said(attribution) and may_be_narrator(words, after):
            return False
        if word.startswith("و"):
            return self._tells_more(after)
        if word.startswith("ف") and word not in _NO_SO:
            return self._is_due(words.sentence_start[after], word)
        return not (
            word in _DURING
            or word in _RELATIVES
            or word in OPENERS
            or after in words.breaks
            or ends_content(words, begin, after, limit, self.boundaries)
        )

    def _tells_when_said(self, attribution: Attribution) -> bool:
        """Whether an attribution names the occasion, so that a circumstance behind it is of the
        saying: …، وفق فلان في تصريح، إثر عرض.
        """
        words, end = self.words, attribution.end
        is_closing = words.at(attribution.start - 1) in COMMAS and words.at(end) == "في"
        return is_closing and words.at(end + 1) in function_words()["occasion"]

    def _is_due(self, start: int, word: str) -> bool:
        """Whether a sentence's first words make its main clause begin with ف: أما …، فسيكون; على
        الرغم من …، فإن.
        """
        if opens_with_concession(self.words, start):
            return word in _SO
        return self.words.fold[start] in _TOPICS

    def _tells_more(self, at: int) -> bool:
        """Whether what is attributed goes on with its own subject: (بدأ، حسب فلان)، وهو في تقدم."""
        words = self.words
        return words.fold[at] in ("وهو", "وهي") and words.at(at + 1) in ("في", "علي", "من", "الي")

    def _closing_dash(self, attribution: Attribution) -> int:
        """The dash behind "-وفق اتحاد الكتاب العرب-", whose name may be longer than was read; 0
        without.
        """
        words, end = self.words, attribution.end
        if words.at(attribution.start - 1) not in DASHES:
            return 0
        near = range(end, min(end + 4, words.clause_limit[attribution.start]))
        return next((i for i in near if words.fold[i] in DASHES), 0)

    def _behind_aside(self, comma: int, limit: int) -> int:
        """The comma behind what is told of the source: بحسب التقرير، الذي نشر أمس، تراجعت; the
        first one without such.
        """
        words = self.words
        if words.at(comma + 1) not in _RELATIVES | _IT_IS:
            return comma
        reach = range(comma + 2, min(comma + _LONGEST_PAPER, limit))
        return next((i for i in reach if words.fold[i] in COMMAS), comma)

    def _begin_behind(self, at: int, limit: int) -> int:
        """Where the sentence goes on after "وفقا لفلان، مدير المشروع، فإن" or "حسب دراسة نشرت
        أمس،".
        """
        words = self.words
        if words.at(at) in COMMAS and is_concession(words, at + 1):
            return at  # وفقا لفلان، رغم أن …، فإن
        for i in range(at, min(at + 25, limit)):
            if words.fold[i] in _SO:
                return i
            is_speech = i in words.opens and not is_name(words, words.quotes[words.opens[i]])
            if i in self.complements or is_speech:
                break
        if words.at(at) in COMMAS:
            return self._behind_aside(at, limit)
        near = words.fold[max(at - _NEAR, 0) : at + 1]
        told_of = any(
            w.endswith(("ته", "تها")) for w in near
        )  # وفق دراسة أجرتها الجامعة في …، انخفض
        reach = min(at + (_LONGEST_PAPER if told_of else _LONGEST_NAME), limit)
        return next((i for i in range(at, reach) if words.fold[i] in COMMAS), at)
