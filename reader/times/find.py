"""Time expressions of an article: where they stand and what they say of their day.

Here: the search, what a bare weekday or a date without a year means by the tense around it, the
Whens that date the article itself. Not here: the forms (`reader.times.grammar`) and what each says
(`reader.times.builders`); resolving (`dbt_project/solvers/dates.py`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reader import clitics
from reader.document import Document, When
from reader.lexicon import table
from reader.text import Token, fold, key
from reader.times import grammar, words
from reader.times.builders import Builder
from reader.times.stamps import full_dates

_WINDOW = 22  # words looked at, on either side, for the tense
_QUIET_BEFORE = frozenset(key("حتى إلى منذ لغاية بعد").split())
_BEFORE_TOMORROW = frozenset(key("يوم مساء صباح ظهر فجر بعد").split())
_FIRST_OF_TWO = frozenset(key("كانون تشرين ربيع جمادى").split())
#: Words after which a bare number of four digits is a year.
_BEFORE_YEAR = frozenset(
    key(
        "في منذ خلال حتى بحلول عام العام سنة السنة عامي سنتي أعوام بين و إلى - – نهاية بداية مطلع أواخر منتصف قبل بعد"
    ).split()
)
_LONGEST_SPAN = 10  # days
_SAME_DAY = frozenset((-2, -1, 0, 1, 2))
_THAT = r"(?<!\w)[وفب]?ان(?:ه|ها|هم|هما|نا|ني|ك)?(?!\w)"
_REPORTED = re.compile(_THAT + r"|[:\"«“]")
_SAID = re.compile(_THAT + "|:")
_QUOTES = re.compile(r"[\"“”«»]")


@cache
def _openings() -> dict[str, frozenset[str]]:
    return grammar.opening_words()


@cache
def _all_forms() -> tuple[tuple[frozenset[str], re.Pattern[str], Builder], ...]:
    return tuple(grammar.forms())


@cache
def _forms(kinds: frozenset[str]) -> tuple[tuple[re.Pattern[str], Builder], ...]:
    return tuple(
        (pattern, build) for by, pattern, build in _all_forms() if not by.isdisjoint(kinds)
    )


@cache
def _past_verbs() -> frozenset[str]:
    return frozenset(
        key(form)
        for row in table("prose_openers")
        if row["kind"] == "verb"
        for form in row["forms"].split("|")
    )


def find_times(document: Document) -> None:
    """Fills `document.times` with the time expressions of the plain body, in order, none inside
    another.
    """
    document.times = list(_search(document.plain.text, document.plain.fold, document.tokens))


def _search(text: str, folded: str, tokens: list[Token]) -> list[When]:
    found: list[When] = []
    openings = _openings()
    taken = 0
    for at, token in enumerate(tokens):
        if token.start < taken:
            continue
        word, start = token.fold, token.start
        kinds: frozenset[str] | None
        if word[0].isdigit():
            kinds = _number_kinds(word)
        else:
            kinds = openings.get(word)
            for drop in (1, 2):
                if kinds or len(word) < drop + 2 or word[drop - 1] not in clitics.LETTERS:
                    break
                kinds = openings.get(word[drop:])
                start += drop if kinds else 0
        if not kinds:
            continue
        when = _read(text, folded, tokens, at, start, kinds)
        if when is not None:
            found.append(when)
            taken = when.end
    return found


@cache
def _number_kinds(word: str) -> frozenset[str]:
    if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
        return frozenset(("year",))
    return frozenset(("number",)) if len(word) <= 10 else frozenset()


def _read(
    text: str, folded: str, tokens: list[Token], at: int, start: int, kinds: frozenset[str]
) -> When | None:
    for pattern, build in _forms(kinds):
        match = pattern.match(folded, start)
        if not match or match.end() <= start:
            continue
        fields = build(match)
        if fields is None:
            continue
        end = match.end()
        if "prep" in match.groupdict() and match["prep"]:
            start = match.end("prep") + 1
        while end > start and not folded[end - 1].isalnum():
            end -= 1
        if not _means_a_time(folded, tokens, at, start, end, fields):
            return None
        return _when(text, tokens, at, start, end, fields)
    return None


def _means_a_time(
    folded: str, tokens: list[Token], at: int, start: int, end: int, fields: dict[str, Any]
) -> bool:
    after = next((t for t in tokens[at + 1 : at + 12] if t.start >= end), None)
    before = tokens[at - 1].fold if at else ""
    if "year" not in fields and _names_by_date(before) and ("day" in fields or "weekday" in fields):
        return False
    if folded[start:end] == "يومه":
        return False  # "of his day"; with a weekday behind it, "today"
    if before in _FIRST_OF_TWO and tokens[at].fold.startswith("ال"):
        return False  # "كانون الثاني": the second word of a month's name, no day
    if set(fields) == {"year"} and tokens[at].fold[0].isdigit():
        return before in _BEFORE_YEAR
    relative = (
        fields.get("earliest_offset") == fields.get("latest_offset") == 0
        and "weekday" not in fields
    )
    if relative and "day" not in fields:
        # "اليوم" as a noun ("اليوم العالمي", "لليوم السادس") and as a bound ("حتى اليوم") dates
        # nothing.
        if after is not None and after.fold in words.NOT_DAY and after.start - end <= 1:
            return False
        if before in _QUIET_BEFORE or before in ("هذا", "ذلك", "نفس", "كل", "طوال", "طيله"):
            return before == "هذا"
        if tokens[at].fold[:2] == "لل" or (
            tokens[at].fold[:1] in "كب" and start > tokens[at].start
        ):
            return False
    if (
        fields.get("earliest_offset") == 1 == fields.get("latest_offset")
        and folded[start:end] in ("غد", "الغد")
        and "weekday" not in fields
    ):
        return folded[start:end] == "غد" and before in _BEFORE_TOMORROW
    return True


def _names_by_date(before: str) -> bool:
    bare = before[1:] if before[:1] in ("و", "ب", "ل", "ف") else before
    return bool({before, bare} & words.NAMED_BY_DATES)


def _when(
    text: str, tokens: list[Token], at: int, start: int, end: int, fields: dict[str, Any]
) -> When:
    reach = fields.pop("_tense", None)
    if fields.pop("_ahead", False) and _tense(tokens, at, end) <= 0:
        fields = {"is_vague": True}  # "after two years", of what was: counted from another event
    dated = fields.pop("_dated", False)
    when = When(start, end, text[start:end], **fields)
    if dated and when.earliest_offset is None:
        # A date in full needs no offset; told of in the past or as to come, it bounds the article's
        # own day.
        tense = _tense(tokens, at, end)
        when.latest_offset = 0 if tense < 0 else None
        when.earliest_offset = 0 if tense > 0 else None
    if reach:
        tense = _tense(tokens, at, end)
        # A span of days told of as to come may have begun, one told of as past may not be over.
        slack = _LONGEST_SPAN if when.last_day is not None else 0
        when.earliest_offset = -slack if tense > 0 else -reach
        when.latest_offset = slack if tense < 0 else reach
    return when


def _tense(tokens: list[Token], at: int, end: int) -> int:
    """-1 where the clause around tells of what was, 1 of what is to come, 0 where it does not
    tell.
    """
    for step in range(1, _WINDOW):
        position = at - step
        if position < 0 or tokens[position].text in ".؟!\n":
            break
        verdict = tense_of(tokens[position].fold)
        if verdict:
            return verdict
    position = at + 1
    while position < len(tokens) and tokens[position].start < end:
        position += 1
    for token in tokens[position : position + _WINDOW // 2]:
        if token.text in ".؟!\n":
            break
        verdict = tense_of(token.fold)
        if verdict:
            return verdict
    return 0


@cache
def tense_of(word: str) -> int:
    """-1 where a folded word tells of what was, 1 of what is to come, else 0."""
    bare = word[1:] if len(word) > 3 and word[0] in "وف" else word
    if word in words.EXPECTED or bare in words.EXPECTED:
        return 1
    if bare[:2] in ("سي", "ست", "سن") and len(bare) > 3 and bare not in words.NOT_FUTURE_WORDS:
        return 0 if bare.startswith(words.NOT_FUTURE) else 1
    if (word in _past_verbs() or bare in _past_verbs()) and word not in words.NOT_PAST_WORDS:
        return -1
    return 0


def near(document: Document, start: int, end: int) -> When | None:
    """The When that governs a clause `start:end` of the plain body, or None.

    One inside the clause goes before all others, a day before a longer span. Else the nearest in
    the rest of its sentence, unless a particle that opens reported speech (أن، إن) stands between:
    the day on which something was said is not the day of what is said.
    """
    times = document.times
    inside = [when for when in times if start <= when.start and when.end <= end]
    if inside:
        return min(inside, key=lambda when: (when.is_vague, _breadth(when), when.start))
    sentence = next((s for s in document.sentences if s.start <= start < s.end), None)
    if sentence is None:
        return None
    around = [
        when
        for when in times
        if sentence.start <= when.start
        and when.end <= sentence.end
        and not when.is_vague
        and not _is_reported(document, min(when.end, end), max(when.start, start))
    ]
    if not around:
        return None
    return min(
        around,
        key=lambda when: start - when.end if when.end <= start else 1000 + when.start - end,
    )


def _is_reported(document: Document, start: int, end: int) -> bool:
    folded = document.plain.fold
    return _REPORTED.search(folded, start, end) is not None


def _breadth(when: When) -> int:
    if when.day is not None or when.weekday is not None:
        return 0
    if when.earliest_offset is not None and when.latest_offset is not None:
        return when.latest_offset - when.earliest_offset + 1
    return 400 if when.month is None and when.month_offset is None else 31


def publication_days(document: Document) -> list[When]:
    """Whens that date the article itself: "اليوم الاثنين", "أمس الأربعاء", the date in full of the
    news it opens with (elements of `document.times`), then one When for the printed date of each
    embedded post, which stands in no body (start and end 0): the article is not older than it.
    """
    own = [
        when
        for when in document.times
        if when.earliest_offset is not None
        and when.earliest_offset == when.latest_offset
        and when.earliest_offset in _SAME_DAY
        and (when.weekday is not None or when.day is not None)
    ]
    lead = _date_of_the_news(document)
    own += [lead] if lead is not None else []
    return own + [when for post in document.article.embedded_posts for when in _post_dates(post)]


def _date_of_the_news(document: Document) -> When | None:
    """A date in full with its weekday, set off in the first sentence before anybody's words ("أعلن
    المتحدث، الأربعاء 5 يونيو 2024، أن …"): of 50 such articles of known days all were published on
    that day or on one of the two after it.
    """
    if not document.sentences:
        return None
    folded, first = document.plain.fold, document.sentences[0]
    for when in document.times:
        before = folded[first.start : when.start].rstrip()
        if when.start >= first.end or _SAID.search(before) or len(_QUOTES.findall(before)) % 2:
            return None
        if when.weekday is None or when.year is None or when.day is None or when.hijri:
            continue
        set_off = before.endswith(("،", ",")) or "(" in folded[when.start : when.end]
        if set_off and when.last_day is None and when.latest_offset == 0:
            return when if when.earliest_offset is None else None
    return None


def _post_dates(post: str) -> list[When]:
    folded = fold(post)
    return [
        When(
            0,
            0,
            post[stamp.start : stamp.end],
            year=stamp.day.year,
            month=stamp.day.month,
            day=stamp.day.day,
        )
        for stamp in full_dates(folded)
        if stamp.day is not None
    ][-1:]
