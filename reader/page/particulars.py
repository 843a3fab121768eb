"""What a page says of an article around it: its day, author, tags, links.

Here: reading those from the lines of an article's region, once the regions are known. Not here: the
regions, and the outlet (`reader.page.outlets`).
"""

from __future__ import annotations

import re
from datetime import date

from reader.page.layout import Segment
from reader.page.lines import WORD, Line
from reader.page.roles import (
    BYLINE,
    CLOSING,
    ENDINGS,
    FURNITURE,
    HEAD,
    KEYWORDS,
    LINK,
    POST,
    SECTION,
    SOURCE,
    STAFF,
    STAMP,
    TITLE,
    after,
)
from reader.text import key
from reader.times.stamps import full_dates

_UPDATED = re.compile(r"تحديث|محدث|تعديل|عدل|updated|modified|mis a jour")
_PUBLISHED = re.compile(r"(?:ال)?نشر|كتب|اضيف|publish|posted")
_SEPARATORS = re.compile(r"\s*[,،;؛|#•·★/\n]\s*|\s+[-–]\s+")
#: What stands before the first words of a report of agencies, up to the agency or a dash.
_DATELINE = re.compile(r"([^()–—:.]{8,50}?)\s*(?:\(\w[\w. ]{1,20}\)|\s[-–—]\s|:\s)")
_LONGEST_PLACE = 3  # words
#: Roles of lines that may hold the article's day beside other words; captions date their picture.
_DATED = frozenset((BYLINE, FURNITURE, SECTION, TITLE, SOURCE, CLOSING))


def day(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int, body_end: int
) -> date | None:
    """The day printed for an article: stamps between headline and text, then just above, then
    labelled ones at its end.
    """
    head = segment.headline if segment.headline is not None else body_start
    below = _days(lines, roles, head + 1, body_start) if segment.headline is not None else []
    above = _days(lines, roles, max(segment.first, head - 4), head)
    # A bare date further above is that of the day on which the page was looked at.
    joined = head
    while joined > segment.first and (
        roles[joined - 1] in (STAMP, BYLINE, SECTION)
        or (joined - 1 < head and _says_the_same(lines[joined - 1], lines[head]))
    ):
        joined -= 1
    if not any(rank == 0 for rank, _ in above):
        above = _days(lines, roles, joined, head)
    tail: list[tuple[int, date]] = []
    for at in range(body_end + 1, segment.last + 1):
        if roles[at] in (HEAD, LINK):
            break
        if roles[at] == STAMP and lines[at].day and _PUBLISHED.search(lines[at].folded):
            tail.append((_rank(lines[at]), lines[at].day))  # type: ignore[arg-type]
    for group in (below, above, tail):
        if group:
            return min(group, key=lambda pair: pair[0])[1]
    return _of_dateline(lines[body_start])


def _says_the_same(line: Line, headline: Line) -> bool:
    return line.size > 1 and (headline.key + " ").startswith(line.key + " ")


def _of_dateline(line: Line) -> date | None:
    # The day behind the place before the first words: "بكين 16 ديسمبر 2025 (شينخوا) أجرى …".
    found = _DATELINE.match(line.folded)
    dated = full_dates(found[1]) if found else []
    if found is None or not dated or len(WORD.findall(found[1][: dated[0].start])) > _LONGEST_PLACE:
        return None
    return dated[0].day if not WORD.search(found[1], dated[0].end) else None


def _days(lines: list[Line], roles: list[str], start: int, end: int) -> list[tuple[int, date]]:
    found: list[tuple[int, date]] = []
    for at in range(start, end):
        line = lines[at]
        if roles[at] == STAMP and line.day:
            found.append((_rank(line), line.day))
        elif line.size <= (8 if roles[at] == TITLE else 18) and roles[at] in _DATED:
            found += [
                (_rank(line) + 1, stamp.day) for stamp in full_dates(line.folded) if stamp.day
            ]
    return found


def _rank(line: Line) -> int:
    # Lower is better: a line that says "published", a bare stamp, one that says "updated".
    updated, published = _UPDATED.search(line.folded), _PUBLISHED.search(line.folded)
    if published and (not updated or published.start() < updated.start()):
        return 0
    return 4 if updated else 2


def author(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int, body_end: int
) -> str | None:
    """The author of a byline above the text or right below it."""
    places = [
        *range(segment.first, body_start),
        *range(body_end + 1, min(segment.last, body_end + 2) + 1),
    ]
    for at in places:
        if roles[at] != BYLINE:
            continue
        cue = next(cue for cue in lines[at].cues if cue.kind == "byline" and cue.place == "start")
        name = re.split(r"[|(،,]|\s[-–]\s", after(lines[at], cue).strip(" :：-–|/\t"))[0].strip(
            " :-–|./"
        )
        if 1 <= len(name.split()) <= 6 and not any(c.isdigit() for c in name):
            return name
    return None


def keywords(lines: list[Line], roles: list[str], segment: Segment, body_end: int) -> list[str]:
    """Tags: on the line of their label, or on the short lines after it."""
    found: list[str] = []
    at = body_end + 1
    while at <= segment.last:
        if roles[at] != KEYWORDS:
            at += 1
            continue
        cue = next((cue for cue in lines[at].cues if cue.kind == "keywords"), None)
        rest = after(lines[at], cue).strip(" :：-–|\t") if cue else ""
        if rest:
            found += _SEPARATORS.split(rest)
        else:
            at += 1
            while at <= segment.last and roles[at] in (TITLE, SECTION) and lines[at].size <= 6:
                found += _SEPARATORS.split(lines[at].text)
                at += 1
            continue
        at += 1
    return list(
        dict.fromkeys(
            word.strip(" .:")
            for word in found
            if word.strip(" .:") and key(word.strip()) != "المزيد"
        )
    )


def related(lines: list[Line], roles: list[str], segment: Segment, body: set[int]) -> list[str]:
    """Headlines of other pages that were taken out of an article's region."""
    found: list[str] = []
    after_head = False
    for at in range(segment.first, segment.last + 1):
        line, role = lines[at], roles[at]
        if at in body or at == segment.headline:
            after_head = False
            continue
        if role == HEAD:
            after_head = True
        elif role == LINK or (role == TITLE and after_head and line.size >= 4):
            text = link_text(line)
            if text:
                found.append(text)
        elif role in ENDINGS or role in (CLOSING, STAFF):
            after_head = False
    return list(dict.fromkeys(found))


def link_text(line: Line) -> str:
    """The headline of a link's line, without marker and bullet."""
    text = line.text
    cue = next((cue for cue in line.cues if cue.kind == "related" and cue.place == "start"), None)
    if cue:
        text = after(line, cue)
    text = re.sub(r"^\s*\d{1,2}\s?[.)\-–:]\s+", "", text)
    match = WORD.search(text)
    if not match:
        return ""
    start = match.start()
    while start > 0 and text[start - 1] in "\"“«'(":
        start -= 1
    return text[start:].strip()


def posts(lines: list[Line], roles: list[str], segment: Segment) -> list[str]:
    """Embedded posts of social networks in an article's region, each as one text."""
    found: list[str] = []
    last = -2
    for at in range(segment.first, segment.last + 1):
        if roles[at] == POST:
            if at == last + 1:
                found[-1] += "\n" + lines[at].text
            else:
                found.append(lines[at].text)
            last = at
    return found
