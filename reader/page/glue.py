"""Fragments that pages glue into a paragraph: tickers, links and bylines at its start, links, notes and credits at its end.

Here: which stretches of a body's line are the article's. Not here: whole lines.
"""

from __future__ import annotations

import re
from functools import cache

from reader import lexicon
from reader.page.lines import POST_INSIDE, Line
from reader.text import Plain, key

_TICKER = re.compile(r"\s*(?:خبر\s+)?عاجل\s?[-–:|]\s?")
_ONWARD_TAIL = re.compile(
    r"(?<=[\u0621-\u064a])(?=(?:كما|وقال|واضاف|واكد|وصرح|واشار|واوضح|وكان|وقد|وفي|وتابع|وذكر|ولفت|وشدد|وحضر|وشارك|ومن|وبحسب|ووفق|وكشف|واعلن|وافاد|فيما|بدوره|يذكر|يشار|من\s+ج[هان]\w+)ت?(?:ا)?\s)"
)
#: A place where two words are glued: between ة, ى or a digit and another letter.
_GLUED_LETTER = re.compile(r"(?<=[ةى\d])(?=[\u0621-\u064a]{2})(?<!\d\d\d\d\d)")
_SITE_SUFFIX = re.compile(
    r"\s[-–|]\s(?:موقع|قناة|صحيفة|شبكة|بوابة|جريدة|وكالة|تلفزيون)?\s?[\w ]{2,18}?(?=(?<=\d)[\u0621-\u064a]{3}|(?<=[ةى])[\u0621-\u064a]{3})"
)
_LINK_AT_END = re.compile(
    r"(?<=[.!؟?\"”»])\s*(?:\(?\s*)(?:[اأإ]قر[أؤا]\w*\s+(?:[أا]يض\w+|المزيد|كذلك)|(?:طالع|شاهد|تابع|[اأ]نظر)\w*\s+(?:[أا]يض\w+|المزيد|كذلك)|ذات صلة\s?:|للمزيد\s?:)[^.]{4,160}$"
)
_MAY_LINK = re.compile(r"[اأإ]يض[اًا]|المزيد|كذلك|ذات صلة")
_NOTE_AT_END = re.compile(r"(?<=[.!؟?…\"”»)])\s*\*\s*[^.*\n]{4,110}\.?$")
#: Where a sentence of the report before a post ends; posts themselves trail off in dots.
_STOP = re.compile(r"(?<![.…])[.!؟][\"”»]?\s")
#: Who wrote it, before the first words of the text: "القاهرة - من سامي عدلي: بدأت …", "كتبت هدى سالم: بدأت …".
_BYLINE_AT_START = re.compile(
    r"(?:\w+(?:\s\w+)?\s?[-–—/:،]\s?من\s+(?!ال)|(?:\w+(?:\s\w+)?\s?[-–—/:،]\s?)?كتبت?\s?[-–—:/]?\s?)"
    r"(?:[\w.]+\s+){1,3}[\w.]+\s?[:–—-]\s+(?=\w)"
)
_MARKS_AT_START = re.compile(r"[\s:،؛.–—-]+")


def stretches(text: str, line: Line, *, is_first: bool, is_last: bool) -> list[tuple[int, int]]:
    """Offsets into the page of what is body in a line, in order; empty where nothing is.

    `is_first`, `is_last`: whether the line is the first, the last of its body.
    """
    start, end = line.start, line.end
    if line.size < 8:
        return [(start, end)]
    plain: Plain | None = None
    head, tail = 0, None
    if is_first and (
        opening := _BYLINE_AT_START.match(line.text) or _MARKS_AT_START.match(line.text)
    ):
        plain = Plain.of(text[start:end])
        head = opening.end()
    if (
        _TICKER.match(line.text)
        or " - " in line.text[:220]
        or " | " in line.text[:220]
        or " – " in line.text[:220]
    ):
        plain = plain or Plain.of(text[start:end])
        head = head or _glued_head(plain)
    if (
        (is_last and line.text.rstrip(" .")[-1:] in "*)")
        or "*" in line.text
        or _MAY_LINK.search(line.text)
    ):
        plain = plain or Plain.of(text[start:end])
        match = None
        if is_last:
            match = _NOTE_AT_END.search(plain.text) or _credit_at_end().search(plain.fold)
        match = match or _LINK_AT_END.search(plain.text, head)
        tail = match.start() if match else None
    if "(@" in line.text:
        plain = plain or Plain.of(text[start:end])
    elif plain is None or (head == 0 and tail is None):
        return [(start, end)]
    kept = _without_posts(plain.text, head, len(plain.text) if tail is None else tail)
    spans = [plain.to_source(first, last) for first, last in kept]
    return [(start + first, start + last) for first, last in spans] or [(start, end)]


def _without_posts(text: str, head: int, tail: int) -> list[tuple[int, int]]:
    """What of `head:tail` is no post, without white space around it; each post reaches from the stop before it to its day."""
    kept: list[tuple[int, int]] = []
    for match in POST_INSIDE.finditer(text, head, tail):
        stops = [stop.end() for stop in _STOP.finditer(text, head, match.start())]
        kept.append((head, stops[-1] if stops else head))
        head = match.end()
    kept.append((head, tail))
    trimmed = []
    for first, last in kept:
        part = text[first:last]
        if part.strip():
            trimmed.append(
                (first + len(part) - len(part.lstrip()), last - len(part) + len(part.rstrip()))
            )
    return trimmed


@cache
def _credit_at_end() -> re.Pattern[str]:
    """The agencies that a text was made from, in brackets behind its last stop, with or without the writers' initials."""
    agencies = [
        key(form)
        for row in lexicon.table("page_outlets")
        if row["class"] == "agency"
        for form in row["forms"].split("|")
    ]
    agency = "|".join(
        re.escape(name).replace(r"\ ", r"\s?")
        for name in sorted([*agencies, key("وكالات")], key=len, reverse=True)
    )
    initials = r"(?:[\u0621-\u064a]{1,2}\s?[./]\s?){1,8}[\u0621-\u064a]{0,2}\s*"
    return re.compile(
        rf"(?<=[.!؟\"”»])\s*(?:{initials})?\((?:(?:{agency})(?:\s?[،,+/-]\s?|\s+و\s?)?)+\)[\s.]*$"
    )


def _glued_head(plain: Plain) -> int:
    """Where the paragraph proper starts after tickers or a link glued before it; 0 where nothing is glued."""
    if _TICKER.match(plain.text):
        last = 0
        for match in _TICKER.finditer(plain.text):
            last = match.end()
        glued = _ONWARD_TAIL.search(plain.fold, last) or _GLUED_LETTER.search(plain.text, last)
        return glued.start() if glued and glued.start() - last < 260 else 0
    suffix = _SITE_SUFFIX.search(plain.text, 15, 240)
    if suffix and "." not in plain.text[: suffix.start()].replace("..", ""):
        return suffix.end()
    return 0
