"""What surrounds a statement: through what it was made, when, and at or about which encounter of
the article.

Here: reading those from the narrator's words around a cue. Not here: dates (`reader.times` finds
expressions, the solver resolves them), encounters themselves (`reader.meetings`, which has run
before).
"""

from __future__ import annotations

from reader.document import Statement, When
from reader.lexicon import forms as lexicon_forms
from reader.lexicon import of_class
from reader.noun_phrases import bare, is_adjective, is_definite
from reader.phrase_ends import phrase_end
from reader.statements.quotations import is_name
from reader.statements.spans import Span
from reader.words import Words

_LONGEST_MEDIUM = 10  # tokens
_CARRIERS = of_class("statement_words", "carrier")
_BEFORE_MEDIUM = frozenset(["في", "عبر", "علي", "خلال", "ضمن"])
_ON = frozenset(("علي", "في", "مع"))
# Words before a time that date something else: منذ أمس, حتى الأحد, المقرر الأحد.
_OTHER_EVENT = of_class("statement_words", "other event")


def fill(words: Words, statement: Statement, begin: int, cue: int, span: Span) -> None:
    """Sets medium, day and encounter. `begin` is where the narrator's clause starts, `cue` its
    verb, `span` what is said.
    """
    limit = words.clause_limit[cue]
    after = (span.end, min(span.end + 14, limit))
    before = (begin, max(span.start, begin))
    statement.medium = _medium(words, *before) or _medium(words, *after)
    statement.said = _when(words, begin, cue, span)
    statement.encounter = _encounter(words, statement, begin, span)


def _when(words: Words, begin: int, cue: int, span: Span) -> When | None:
    """The time expression of the narrator's clause nearest to its verb; one of the words said, or
    one that dates another event, never.
    """
    tokens = words.tokens
    best: tuple[int, When] | None = None
    for at in range(begin, span.start):
        end = words.time_end.get(at)
        if end is None or end > span.start:
            continue
        when = next(
            (w for w in words.document.times if w.start <= tokens[at].end - 1 < w.end), None
        )
        if when is None or when.is_vague or words.at(at - 1) in _OTHER_EVENT:
            continue
        distance = at - cue if at >= cue else 2 * (cue - at)
        if best is None or distance < best[0]:
            best = (distance, when)
    return best[1] if best else None


def _medium(words: Words, start: int, end: int) -> str | None:
    """The phrase between two tokens that says through what something was said: outlet, post, paper
    or occasion.
    """
    occasions = lexicon_forms("media_nouns", "words")
    outlets = lexicon_forms("media_outlets", "words")
    at = start
    while at < end:
        word = words.fold[at]
        if word in _CARRIERS and at + 1 < end:
            close = _end(words, at + 1, end)
            return words.text(at + 1, close)
        if word in _BEFORE_MEDIUM and at + 1 < end:
            noun = words.fold[at + 1]
            if (
                bare(noun) in occasions
                or noun in occasions
                or (words.mention_of[at + 1] < 0 and noun in outlets)
                or bare(noun) in outlets
            ):
                close = _end(words, at + 1, end)
                return words.text(at + 1, close)
        if (
            word == "ل"
            and at + 1 < end
            and at + 1 in words.opens
            and is_name(words, words.quotes[words.opens[at + 1]])
        ):
            quote = words.quotes[words.opens[at + 1]]
            return words.text(at + 2, quote.close)
        if word.startswith("ل") and len(word) > 3 and words.mention_of[at] < 0:
            noun = "ال" + word[2:] if word.startswith("لل") else word[1:]
            if noun in outlets or bare(noun) in outlets:
                close = _end(words, at, end)
                text = words.text(at, close)
                return "ال" + text[2:] if word.startswith("لل") else text[1:]
        at += 1
    return None


def _end(words: Words, at: int, limit: int) -> int:
    """End of a medium's phrase: its noun, adjectives, name between marks, owner."""
    limit = min(limit, at + _LONGEST_MEDIUM)
    close = phrase_end(words, at + 1, limit, definite=is_definite(words.fold[at]), open_head=False)
    while close < limit:
        if close in words.opens and is_name(words, words.quotes[words.opens[close]]):
            close = min(words.quotes[words.opens[close]].close + 1, limit)
        elif close in words.nationality or (
            is_definite(words.fold[close]) and is_adjective(words.fold[close])
        ):
            close += 1
        elif words.fold[close] in _ON and close + 1 < limit and _is_outlet(words, close + 1):
            close = phrase_end(
                words,
                close + 2,
                limit,
                definite=is_definite(words.fold[close + 1]),
                open_head=False,
            )
        else:
            break
    return close


def _is_outlet(words: Words, at: int) -> bool:
    word = words.fold[at]
    outlets, occasions = (
        lexicon_forms("media_outlets", "words"),
        lexicon_forms("media_nouns", "words"),
    )
    return at in words.opens or (
        any(w in outlets or w in occasions for w in (word, bare(word))) and words.mention_of[at] < 0
    )


def _encounter(words: Words, statement: Statement, begin: int, span: Span) -> int | None:
    """The encounter at or about which the statement was made, where the narrator's clause or the
    text just before tells.
    """
    reports = words.document.meetings
    if not reports:
        return None
    start, end = words.tokens[begin].start, words.tokens[max(span.start - 1, begin)].end
    for report in reports:
        if report.start < end and start < report.end:
            return report.encounter
    persons = {speaker.person for speaker in statement.speakers if speaker.person is not None}
    mentioned = any(
        bare(words.fold[i]).rstrip("ه") in _MEETING_WORDS or bare(words.fold[i]) in _MEETING_WORDS
        for i in range(begin, span.start)
    )
    earlier = [r for r in reports if r.end <= start]
    with_speaker = [r for r in earlier if persons & {p.person for p in r.participants}]
    if mentioned:
        if with_speaker:
            return with_speaker[-1].encounter
        numbers = {r.encounter for r in reports}
        return earlier[-1].encounter if earlier and len(numbers) == 1 else None
    if with_speaker:
        last = with_speaker[-1]
        sentence_before = (
            words.sentence_start[words.sentence_start[begin] - 1]
            if words.sentence_start[begin]
            else 0
        )
        if last.end >= words.tokens[sentence_before].start:
            return last.encounter
    return None


_MEETING_WORDS = of_class("statement_words", "meeting word")
