"""Where the thing said ends, and how it is given: direct, indirect or mixed.

Here: from a content's first token to its last, and its mode. Not here: where it starts
(`complements`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite, stop_words
from reader.phrase_ends import phrase_end
from reader.quotes import Quote
from reader.statements.narrator import begins_clause, ends_content, has_verb, may_be_narrator
from reader.statements.phrases import is_form
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, DASHES, OPENERS, STOPS, is_sign
from reader.statements.starts import Complement
from reader.statements.subjects import read_subject
from reader.statements.things import is_joined_act
from reader.words import Words

_MARKS = frozenset("،,؛;.:!؟?…-–—")
_AND_THAT = of_class("statement_words", "and that")
# After a quotation, words with which the speaker's sentence goes on, quoted again or not.
_GOES_ON = of_class("statement_words", "goes on")
# Words that hang on a clause before them and tell why, under which condition or what instead.
_BOUND = of_class("statement_words", "bound")
_INCLUDING = frozenset(
    (("بما", "فيها"), ("بما", "فيه"), ("بما", "فيهم"), ("بما", "في"))
)  # …"، بما فيها القرى
_CONTRASTS = of_class("statement_words", "contrast")
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين"))
_IS = frozenset(("هو", "هي", "هم", "هناك", "ثمه"))
_TIMES = of_class("statement_words", "time before quote")
_CLOSING = OPENERS | {"وذلك"}  # these words open what ended the content: …، وذلك بعد أن أعلن
_SHORT_QUOTE = 7
_LONGEST_ASIDE = 8
_LONGEST_PARENTHESIS = 40


@dataclass(slots=True)
class Span:
    """Tokens of a thing said, how it is given, and by which rule it ends (a feature of its
    confidence).
    """

    start: int
    end: int
    mode: str
    ended_by: str  # sentence | cue | narrator | quote


def find_span(words: Words, complement: Complement, boundaries: dict[int, int], limit: int) -> Span:
    """The thing said from a complement's start. `boundaries` maps tokens of other cues to where
    their clauses begin.
    """
    start = complement.start = _behind_dashes(words, complement.start, limit)
    limit = _closing_dash(words, start, limit)
    if complement.kind == "quote":
        return _quoted(words, complement, boundaries, limit)
    if (close := _closes_what_is_called(words, complement, limit)) > 0:
        return _finish(words, start, close, "quote")
    least = start
    nominal = complement.kind in ("object", "preposition")
    if complement.kind in ("clause", "colon"):
        # a clause needs more than its subject: "أن الوزير، فلان، أكد" is not cut at the verb
        subject = read_subject(words, start, limit)
        if subject is not None and subject.first.kind == "person":
            least = subject.end + 1 if words.at(subject.end) in COMMAS else subject.end
        else:
            least = _bare_phrase(words, complement, limit) or start
    end, ended_by = _running(words, start, limit, boundaries, least, nominal=nominal)
    return _finish(words, start, end, ended_by)


def _closes_what_is_called(words: Words, complement: Complement, limit: int) -> int:
    """The end of a few quoted words that alone are what somebody is accused of or called, behind
    which the narrator tells more: اتهمته بـ"الخيانة"، بسبب مواقفه; 0 else.
    """
    start = complement.start
    if complement.kind not in ("preposition", "object") or start not in words.opens:
        return 0
    if words.at(start - 1) != "ب":
        return 0
    quote = words.quotes[words.opens[start]]
    after = quote.close + 1
    if not quote.is_closed or after >= limit or words.fold[after] not in COMMAS:
        return 0
    follow = words.at(after + 1)
    goes_on = follow.startswith("و") or follow in _BOUND or follow in _CONTRASTS
    return 0 if goes_on and follow not in ("وهو", "وهي", "وهم", "وذلك") else after


def _behind_dashes(words: Words, start: int, limit: int) -> int:
    """The token behind an aside between dashes with which content would begin: إنها -من جهتها-
    ستعمل.
    """
    if words.at(start) not in DASHES:
        return start
    reach = range(start + 1, min(start + _LONGEST_ASIDE, limit - 1))
    return next((i + 1 for i in reach if words.fold[i] in DASHES), start)


def _closing_dash(words: Words, start: int, limit: int) -> int:
    """The dash that closes the parenthesis in which content starts (النتائج -بحسب من يرى أن البحث
    صعب- تدل); `limit` without one.
    """
    text, tokens = words.document.plain.text, words.tokens
    opened = False
    for i in range(max(words.sentence_start[start], start - _LONGEST_PARENTHESIS), start):
        if words.fold[i] in DASHES:
            before = text[tokens[i].start - 1 : tokens[i].start]
            opened = before.isspace() and tokens[i + 1].start == tokens[i].end
    if not opened:
        return limit
    for i in range(start, min(limit, start + _LONGEST_PARENTHESIS)):
        if words.fold[i] in DASHES and tokens[i - 1].end == tokens[i].start:
            return i
    return limit


def _bare_phrase(words: Words, complement: Complement, limit: int) -> int:
    """The token after the comma where content so far is a mere noun phrase: "أن هذه العمليات،
    تأتي"; 0 else.
    """
    at = complement.start
    if words.at(complement.sign) not in ("ان", "بان") or at >= limit or at in words.opens:
        return 0
    if words.fold[at] in ("هذا", "هذه", "تلك", "ذلك", "هولاء"):
        at += 1
    word = words.at(at)
    if not word or word in stop_words() or not ("\u0621" <= word[0] <= "\u06d3"):
        return 0
    end = phrase_end(words, at + 1, limit, definite=is_definite(word))
    if any(i in words.opens for i in range(at, end)) or words.at(end + 1) in _CONTRASTS:
        return 0  # behind "…، لكن" a clause was whole
    return end + 1 if end < limit and words.fold[end] in COMMAS else 0


def _quoted(words: Words, complement: Complement, boundaries: dict[int, int], limit: int) -> Span:
    opening = max(
        i for i in range(complement.start) if i in words.opens and i >= complement.sign - 1
    )
    quote = words.quotes[words.opens[opening]]
    end, ended_by = quote.close, "quote"
    after = quote.close + 1
    if not quote.is_closed:
        others = (
            boundaries[at] for at in range(complement.start + 1, quote.close) if at in boundaries
        )
        end = next(others, quote.close)
        ended_by = "sentence" if end == quote.close else "cue"
        end = _trimmed(words, complement.start, end, ended_by)
        return Span(complement.start, end, "direct", ended_by)
    limit = max(limit, words.clause_limit[quote.close] if quote.close < len(words) else limit)
    if not _goes_on(words, quote, limit, boundaries):
        return Span(complement.start, quote.close, "direct", ended_by)
    end, ended_by = _running(words, after, limit, boundaries, after + 1)
    has_sign = complement.start > opening + 1  # "أن الجسر سيفتح" أمام السيارات
    return _finish(words, complement.start if has_sign else opening, end, ended_by)


def _goes_on(words: Words, quote: Quote, limit: int, boundaries: dict[int, int]) -> bool:
    """Whether the speaker's sentence goes on behind his quotation, in quoted words or in the
    narrator's.
    """
    after = quote.close + 1
    word, follow = words.at(after), words.at(after + 1)
    if after >= limit or after in boundaries or words.fold[quote.close - 1] in STOPS:
        return False
    if word in _AND_THAT:
        return True
    if word not in COMMAS:
        return word[0].isalpha() and _is_parted(words, quote, after)
    is_time = words.at(quote.open + 1) in _TIMES and not has_verb(words, quote.open, quote.close)
    if is_time and words.at(quote.open - 1) in CLAUSE_SIGNS and not follow.startswith("و"):
        return after + 1 not in boundaries  # أنه "بعد شهر من الهجوم"، قام الجيش
    if after + 1 in boundaries:
        return False
    if follow.startswith("وال") and is_joined_act(words, after + 1):
        return True
    if follow in _AND_THAT or follow in _BOUND or (follow, words.at(after + 2)) in _INCLUDING:
        return True
    joins_quote = follow.startswith("و") and after + 2 in words.opens
    joins_quote = joins_quote and not is_form(words, after + 1)  # وحمل "الشركة المسؤولية"
    follows = follow.startswith("ف") and not is_form(words, after + 1)  # فغياب القانون "يعني …"
    return (follow in _GOES_ON or joins_quote or follows) and _quote_ahead(
        words, after + 1, limit, boundaries
    )


def _is_parted(words: Words, quote: Quote, after: int) -> bool:
    """Whether a mark closes within a clause, which goes on without a comma: "سيفتح الجسر" أمام
    السيارات.
    """
    word = words.fold[after]
    if may_be_narrator(words, after) or word in function_words()["adverb"]:
        return False
    if quote.close - quote.open - 1 <= _SHORT_QUOTE:
        return True
    if word.startswith("و"):
        return after + 1 in words.opens or is_joined_act(words, after)
    is_aside = word in function_words()["relative"] or word in OPENERS or after in words.time_end
    is_verb = after in words.breaks or is_form(words, after) or is_sign(words, after + 1)
    return not is_aside and not is_verb and (word, words.at(after + 1)) != ("من", "دون")


def _quote_ahead(words: Words, at: int, limit: int, boundaries: dict[int, int]) -> bool:
    for i in range(at, min(at + 16, limit)):
        if i in boundaries:
            return False
        if i in words.opens:
            return not is_name(words, words.quotes[words.opens[i]])
    return False


def _running(
    words: Words,
    start: int,
    limit: int,
    boundaries: dict[int, int],
    least: int = 0,
    *,
    nominal: bool = False,
) -> tuple[int, str]:
    """End of content that no quotation bounds, and what ended it. `nominal`: a noun phrase, which
    no verb can go on with.
    """
    at = start
    while at < limit:
        if at in words.opens:
            at = max(words.quotes[words.opens[at]].close, at) + 1
            continue
        ends = at in boundaries and at > start and (boundaries[at] > least or at in words.breaks)
        if ends and not (not nominal and _is_of_bare_phrase(words, start, at)):
            return max(boundaries[at], start), "cue"
        if at > max(start, least) and ends_content(words, start, at, limit, boundaries):
            return at, "narrator"
        if nominal and at > start and begins_clause(words, at, limit):
            return at, "narrator"
        at += 1
    return min(at, limit), "sentence"


def _is_of_bare_phrase(words: Words, start: int, cue: int) -> bool:
    """Whether a relative clause stands within a phrase behind أن that has no verb yet: أن قصف
    القرى، التي تطالب بكذا، يأتي.
    """
    if words.at(cue - 1) not in _RELATIVES or words.at(start - 1) not in ("ان", "بان"):
        return False
    phrase = words.fold[start : cue - 1]
    is_clause = any(w in _IS or (w.endswith("ت") and not w.endswith("ات")) for w in phrase)
    return not is_clause and not has_verb(words, start, cue - 1)


def _trimmed(words: Words, start: int, end: int, ended_by: str) -> int:
    """The end without marks and, before a clause that ended the content, without that clause's
    conjunctions.
    """
    closing = frozenset[str]() if ended_by == "sentence" else _CLOSING
    while end > start + 1 and (words.fold[end - 1] in _MARKS or words.fold[end - 1] in closing):
        end -= 1
    return end


def _finish(words: Words, start: int, end: int, ended_by: str) -> Span:
    while start < end - 1 and (words.fold[start] in COMMAS or words.fold[start] in DASHES):
        start += 1
    end = _trimmed(words, start, end, ended_by)
    # marks of one pair that encloses the whole are left out
    if start in words.opens:
        quote = words.quotes[words.opens[start]]
        if quote.close == end - 1 and end - start > 2:
            start, end = start + 1, end - 1
            if words.fold[start] in CLAUSE_SIGNS and end - start > 1:
                start += 1
            return Span(start, end, "direct", ended_by)
    return Span(start, end, mode_of(words, start, end), ended_by)


def mode_of(words: Words, start: int, end: int) -> str:
    """How tokens are given: all between marks, some of them, none. Names between marks do not
    count.
    """
    quoted = 0
    spoken = False
    at = start
    outside: list[str] = []
    if words.inside[start] >= 0 and start not in words.opens:
        outer = words.quotes[words.inside[start]]
        if outer.close >= end - 1:
            return "direct"
        at = outer.close + 1
        spoken = not is_name(words, outer)
        quoted += 1
    while at < end:
        if at in words.opens:
            quote = words.quotes[words.opens[at]]
            if not is_name(words, quote):
                spoken = True
            quoted += 1
            if is_name(words, quote):
                outside.append("name")
            at = quote.close + 1
            continue
        if words.fold[at] not in _MARKS:
            outside.append(words.fold[at])
        at += 1
    if not spoken:
        return "indirect"
    if all(
        word in _AND_THAT or word in ("و", "كما", "ان", "انه") or word in CLAUSE_SIGNS
        for word in outside
    ):
        return "direct"
    return "mixed"
