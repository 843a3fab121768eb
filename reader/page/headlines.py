"""Which line is an article's headline: above its first block of prose, or in the gap before a later
one.

Here: what can be a headline, the weighing of several (table `page_headline`), the summary below it.
Not here: whether an article begins (`reader.page.gaps`).
"""

from __future__ import annotations

import re

from reader.lexicon import of_class, table
from reader.page.lines import WORD, Line, opens_lead, states_fact
from reader.page.roles import (
    BYLINE,
    HEAD,
    LINK,
    PROSE,
    STAMP,
    TITLE,
)
from reader.page.topic import content, overlap
from reader.places import country_of_city, country_of_region
from reader.times.stamps import full_dates

#: Of more lines that could be a headline only the first and the last so many are weighed (menus of
#: hundreds of entries).
_NEAREST = 60
_WEIGHTS = {row["feature"]: float(row["weight"]) for row in table("page_headline")}
#: What the features of a headline come to at least.
_ENOUGH = 0.75
#: What a headline in the midst of a page has at least, and what share of it the report below tells
#: again: one of 6,089 articles of bulk with lines between has a subhead that this takes for one.
_SHORTEST_RETOLD, _RETOLD = 4, 0.4  # words, share
_LONGEST_DECK = 15  # words of a line between a headline and its lead
_LONGEST_DATELINE, _LONGEST_LABEL = 9, 3  # words: with a date, without it
_LONGEST_LABEL_OF_PICTURE = 7  # words
_OCCASION = of_class("page_words", "occasion")
_BETWEEN = re.compile(r"\s*[|/_]\s*|\s+[-–—]+\s*|[-–—]+\s+|(?<=\w)[-–—](?=\w)")
_EDGES = " :،.()"
LONGEST_HEADLINE = 30  # words; longer ones among 22,632 headlines of bulk: 3 in 10,000


def could_be_headline(line: Line, role: str) -> bool:
    """Whether a line, by its role, length and end, may be a headline."""
    if role not in (TITLE, PROSE) or not 2 <= line.size <= LONGEST_HEADLINE:
        return False
    if role == PROSE:
        return (
            not line.is_onward
            and not line.text.rstrip("\"”»'").endswith((".", ":", "،"))
            and line.prose < 7
        )
    return not line.text.endswith((":", "،"))


def stands_apart(lines: list[Line]) -> bool:
    """Whether the first line is followed by a blank one, and then by lines with none between them:
    a headline and its text.
    """
    return (
        len(lines) > 1
        and lines[1].blank_before > 0
        and 2 * sum(line.blank_before > 0 for line in lines[2:]) <= len(lines) - 2
    )


def first_headline(
    lines: list[Line], roles: list[str], top: int, start: int, end: int, title: str | None
) -> tuple[int | None, int]:
    """The headline's line above (or as first of) the block `start:end`, and where the block's body
    starts.
    """
    candidates = [
        at
        for at in range(top, start)
        if roles[at] == TITLE
        or (roles[at] == LINK and not lines[at].has("related"))
        or (roles[at] == BYLINE and lines[at].size > 4)
    ]
    candidates = candidates[:_NEAREST] + candidates[_NEAREST:][-_NEAREST:]
    limit = start
    if end - start > 1 and could_be_headline(lines[start], roles[start]):
        candidates.append(start)
        limit = start + 1
    elif end - start == 1 and title and lines[start].key == title:
        candidates.append(start)
    best, best_score = None, 0.0
    for at in candidates:
        features = _form(lines, roles, top, start, at, title)
        features |= _words(lines, candidates, start, end, at, title)
        score = sum(_WEIGHTS[name] * value for name, value in features.items())
        if score > best_score:
            best, best_score = at, score
    if best is None or best_score < _ENOUGH:
        return None, start
    return best, max(limit if best == start else start, best + 1 if best == start else start)


def _form(
    lines: list[Line], roles: list[str], top: int, start: int, at: int, title: str | None
) -> dict[str, float]:
    """What the form and the place of a line say of its being the headline, by name (table
    `page_headline`).
    """
    line = lines[at]
    apart = at == top and stands_apart(lines)
    below = roles[at + 1 : min(at + 4, start + 1)]
    titled = title is not None and line.key == title
    in_part = title is not None and len(title) > 12 and not titled
    return {
        "bias": 1.0,
        "apart": float(apart),
        "two_words": float(not apart and line.size < 3),
        "three_words": float(not apart and line.size == 3),
        "long": float(not apart and line.size >= 5),
        "titled": float(titled),
        "titled_in_part": float(in_part and _begins_as(line, title or "")),
        "colon": float(line.text.endswith(":")),
        "stamped": float(STAMP in below or BYLINE in below),
        "others_below": float(roles[at + 1 : start].count(TITLE)),
        "only_one": float(at == top and line.index == 0 and roles[top:start].count(TITLE) == 1),
        "other_role": float(roles[at] in (BYLINE, LINK) or line.has("caption", "start")),
        "caption_below": float(_looks_like_caption(line) and TITLE in roles[top:at]),
        "bulleted": float(line.bullet == "weak" and roles[top:at].count(TITLE) > 0),
        "dateline": float(not apart and is_dateline(line)),
    }


def _looks_like_caption(line: Line) -> bool:
    return line.size <= _LONGEST_LABEL_OF_PICTURE and not _OCCASION.isdisjoint(line.words[1:])


def is_dateline(line: Line) -> bool:
    """Whether a line is a label of place, outlet or date: "صدى الوادي - شبوة", "صدى الوادي
    12-5-2024".
    """
    if line.size > _LONGEST_DATELINE or line.text.endswith(("؟", "!")):
        return False
    dated = [stamp for stamp in full_dates(line.folded) if stamp.day]
    if dated:
        rest = line.folded[: dated[0].start] + line.folded[dated[-1].end :]
        return len(WORD.findall(rest)) <= _LONGEST_LABEL
    parts = [part.strip(_EDGES) for part in _BETWEEN.split(line.text)]
    places = [part for part in parts if country_of_city(part) or country_of_region(part)]
    return 2 <= len(parts) <= 3 and len(places) == 1 and line.size <= _LONGEST_LABEL + 2


def _begins_as(line: Line, title: str) -> bool:
    return line.key.startswith(title) or (title.startswith(line.key) and line.size > 3)


def _words(
    lines: list[Line], candidates: list[int], start: int, end: int, at: int, title: str | None
) -> dict[str, float]:
    """What the words of a line say of its being the headline, beside those of the text below and of
    other lines.
    """
    line, words = lines[at], content(lines[at])
    first = start + 1 if at == start else start
    below = set().union(*(content(lines[i]) for i in range(first, min(end, start + 3))))
    rivals = any(c != start and lines[c].size >= 4 for c in candidates)
    is_first = at == start
    shared = overlap(words, below)
    return {
        "shared": shared,
        "first_of_text": float(is_first and not rivals),
        "first_of_text_below_others": float(is_first and rivals),
        "first_of_text_unlike": float(is_first and shared < 0.3),
        "says_again": float(
            bool(words) and any(words < content(lines[c]) for c in candidates if c < at)
        ),
        "short_unlike": float(line.size <= 4 and not words & below and not title),
    }


def headline_below(
    lines: list[Line], roles: list[str], anchor: int, start: int, end: int
) -> tuple[int | None, int]:
    """The headline of a further article between `anchor` and the block `start:end`, and where its
    body starts.
    """
    titles = [
        at
        for at in range(anchor, start)
        if roles[at] in (TITLE, LINK)
        and lines[at].size >= 3
        and lines[at].bullet != "weak"
        and not lines[at].text.endswith(":")
        and not states_fact(lines[at])
    ]
    opening = set().union(*(content(lines[at]) for at in range(start, min(end, start + 2))))
    best, best_score = None, -1.0
    titles = titles[-_NEAREST:]
    for at in titles:
        line = lines[at]
        later = sum(other > at for other in titles)
        score = 3.0 * overlap(content(line), opening) - 0.3 * later
        score -= 1.5 if line.size <= 3 else 0.0
        score -= 1.0 if roles[at] == LINK else 0.0
        if score > best_score:
            best, best_score = at, score
    line = lines[start]
    if end - start > 1 and could_be_headline(line, roles[start]):
        below = set().union(*(content(lines[at]) for at in range(start + 1, min(end, start + 3))))
        near = overlap(content(line), below)
        if near >= 0.3 and 3.0 * near - 0.5 > best_score:
            return start, start + 1
    return best, start


def is_retold(lines: list[Line], headline: int, body: int, end: int) -> bool:
    """Whether the block `body:end` opens as a report does and tells again what a line above says: a
    headline and its article, wherever on the page they stand.
    """
    line, lead = lines[headline], lines[body]
    if lead.size < _LONGEST_DECK and not lead.opens_report and body + 1 < end:
        lead = lines[body + 1]
    if line.size < _SHORTEST_RETOLD or not opens_lead(lead):
        return False
    opening = set().union(*(content(lines[at]) for at in range(body, min(end, body + 3))))
    return overlap(content(line), opening) >= _RETOLD


def has_label_above(
    lines: list[Line], roles: list[str], headline: int | None, gap_start: int
) -> bool:
    """Whether a few words stand alone above a headline: a heading in words that no table knows."""
    if headline is None or headline <= gap_start or lines[headline].size < 5:
        return False
    return roles[headline - 1] in (TITLE, HEAD) and lines[headline - 1].size <= 4


def deck(lines: list[Line], roles: list[str], headline: int | None, start: int) -> list[int]:
    """The lines of a summary without a full stop between headline and text: long, and no
    caption.
    """
    if headline is None:
        return []
    return [
        at
        for at in range(headline + 1, start)
        if roles[at] == TITLE
        and lines[at].size >= 10
        and lines[at].prose > -3.5
        and lines[at].key != lines[headline].key
    ]
