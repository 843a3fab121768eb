"""Fragments that pages glue into a paragraph: tickers, links and bylines at its start, links, notes
and credits at its end.

Here: which stretches of a body's line are the article's. Not here: whole lines.
"""

from __future__ import annotations

import re
from functools import cache

from reader import lexicon
from reader.page.lines import POST_INSIDE, WORD, Line, goes_on
from reader.text import Plain, fold, key
from reader.times.calendar import MONTH, WEEKDAY

_TICKER = re.compile(r"\s*(?:خبر\s+)?عاجل\s?[-–:|]\s?")
_ONWARD_TAIL = re.compile(
    r"(?<=[\u0621-\u064a])(?=(?:كما|وقال|واضاف|واكد|وصرح|واشار|واوضح|وكان|وقد|وفي|وتابع|وذكر|ولفت|وشدد|وحضر|وشارك|ومن|وبحسب|ووفق|وكشف|واعلن|وافاد|فيما|بدوره|يذكر|يشار|من\s+ج[هان]\w+)ت?(?:ا)?\s)"
)
#: The day of a link above, glued to the paragraph.
_GLUED_DAY = re.compile(
    rf"\s*(?:(?:{WEEKDAY})\s+)?\d\d?\s+(?:{MONTH})\s+(?:19|20)\d\d(?=[\u0621-\u064a]{{2}})"
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
#: The same in the midst of a paragraph, often glued to its section and headline: "… العام. اقرأ
#: أيضاًالعالمأسعار القمح".
_INVITATION = re.compile(r"(?<=[.!؟?\"”»])\s*[اأإ]قر[أؤا]\w*\s+[أا]يض[اًا]*")
#: A place for an advertisement, printed within a paragraph or behind it.
_AD = re.compile(r"(?<=[.،!؟\"”»])\s*[اإ]ضافة [اإ]علان(?!\w)\s*")
_SPACES = re.compile(r"\s+")
_LONGEST_LINK = 180  # characters
#: What an agency prints behind its last sentence: "// انتهى // 22:01 ت م NNNN", "(النهاية)".
_END_MARK = re.compile(
    r"(?<=[.!؟?\"”»])\s*(?://\s?[اإ]نته[ىت]\w?\s?//?|\((?:ال)?(?:نهاية|[اإ]نتهى)\)).{0,40}$"
)
_NOTE_AT_END = re.compile(r"(?<=[.!؟?…\"”»)])\s*\*\s*[^.*\n]{4,110}\.?$")
#: Where a sentence of the report before a post ends; posts themselves trail off in dots.
_STOP = re.compile(r"(?<![.…])[.!؟][\"”»]?\s")
#: Who wrote it, before the first words of the text: "القاهرة - من سامي عدلي: بدأت …", "كتبت هدى
#: سالم: بدأت …".
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
    whole = [(start, end)]
    if line.size < 8:
        return whole
    opening = _BYLINE_AT_START.match(line.text) or _MARKS_AT_START.match(line.text)
    if not (is_first and opening) and not _may_be_glued(line.text, is_last):
        return whole
    plain = Plain.of(text[start:end])
    head = opening.end() if is_first and opening else _glued_head(plain)
    links = sorted(_links_inside(plain, head) + _ads_inside(plain, head))
    last = links[-1][1] if links else head
    end_of_body = _tail(plain, last, is_last)
    if head == 0 and end_of_body == len(plain.text) and not links and "(@" not in line.text:
        return whole
    firsts, lasts = [head, *(stop for _, stop in links)], [*(at for at, _ in links), end_of_body]
    kept = [
        stretch
        for first, last in zip(firsts, lasts, strict=True)
        for stretch in _without_posts(plain.text, first, last)
    ]
    spans = [plain.to_source(first, last) for first, last in kept]
    return [(start + first, start + last) for first, last in spans] or whole


def _may_be_glued(text: str, is_last: bool) -> bool:
    """Whether a line has a sign of what is looked for; most have none."""
    return (
        any(sign in text[:220] for sign in (" - ", " | ", " – "))
        or "*" in text
        or "(@" in text
        or (is_last and (text.rstrip(" .").endswith(")") or "//" in text))
        or _TICKER.match(text) is not None
        or _GLUED_DAY.match(fold(text[:60])) is not None
        or _MAY_LINK.search(text) is not None
        or _AD.search(text) is not None
    )


def _tail(plain: Plain, first: int, is_last: bool) -> int:
    """Where a note, a credit or a link behind the last stop begins; the line's end where there is
    none.
    """
    match = None
    if is_last:
        match = _END_MARK.search(plain.text) or _NOTE_AT_END.search(plain.text)
        match = match or _credit_at_end().search(plain.fold)
    match = match or _LINK_AT_END.search(plain.text, first)
    return match.start() if match else len(plain.text)


def _links_inside(plain: Plain, head: int) -> list[tuple[int, int]]:
    """Where links to other pages stand in the midst of a line: each from its invitation to where
    the report goes on.
    """
    found: list[tuple[int, int]] = []
    for match in _INVITATION.finditer(plain.text, head):
        for gap in _SPACES.finditer(plain.text, match.end(), match.end() + _LONGEST_LINK):
            rest = key(plain.text[gap.end() : gap.end() + 60])
            if len(gap.group()) > 1 or goes_on(WORD.findall(rest)):
                found.append((match.start(), gap.end()))
                break
    return found


def _ads_inside(plain: Plain, head: int) -> list[tuple[int, int]]:
    return [match.span() for match in _AD.finditer(plain.text, head)]


def _without_posts(text: str, head: int, tail: int) -> list[tuple[int, int]]:
    """What of `head:tail` is no post, without white space around it; each post reaches from the
    stop before it to its day.
    """
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
    """The agencies that a text was made from, in brackets behind its last stop, with or without the
    writers' initials.
    """
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
    """Where the paragraph proper starts after tickers or a link glued before it; 0 where nothing is
    glued.
    """
    if day := _GLUED_DAY.match(plain.fold):
        return day.end()
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
