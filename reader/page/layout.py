"""Which lines make which article: where an article begins and ends, its headline, what stands in
its midst.

Here: the walk over the blocks of a page. Not here: the roles (`reader.page.roles`,
`reader.page.neighbours`), headlines (`reader.page.headlines`), the verdict on a gap
(`reader.page.gaps`), an article's author, outlet or day (`reader.page.particulars`).

The procedure. Lines of prose form blocks; between two blocks stands a gap of other lines. For each
gap the evidence is summed whether the block after it carries the article on or begins another:
headings of links and ends of articles, a headline that shares its words with what follows it, words
that carry on, words shared with the article so far. A block that neither carries on nor has a
headline or heading is furniture (a site about itself).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.page.gaps import is_entry, is_live, is_over, judge, kept, opens_as
from reader.page.headlines import could_be_headline, deck, first_headline, is_retold, stands_apart
from reader.page.lines import Line, is_clock
from reader.page.neighbours import prepare
from reader.page.roles import (
    AD,
    BYLINE,
    CAPTION,
    CLOSING,
    ENDINGS,
    HEAD,
    LINK,
    PROSE,
    STAMP,
    TITLE,
)
from reader.page.topic import content, overlap

_SAME_TOPIC = 0.3  # share of the words of a line below a comment form that the article has, too
_FEWEST_ITEMS, _SHORTEST_ANNOUNCEMENT = 2, 3  # of a list that ends a text; words above it
_SHORTEST_TICKER, _WORDS_A_COMMA = 40, 25  # words of a ticker; words for each comma in it


@dataclass(slots=True)
class Segment:
    """The lines of one article, by index: headline, body (in order), and all that stands from its
    top to its end.
    """

    headline: int | None
    body: list[int] = field(default_factory=list)
    first: int = 0  # first line of its region (after the article before)
    last: int = 0  # last line of its region


def segment(lines: list[Line], roles: list[str], title: str | None) -> list[Segment]:
    """The articles of a page, in order; `title` is the folded headline of the page's metadata,
    where there is one.

    Changes `roles` where the context settles what a line is.
    """
    if stands_apart(lines) and roles[0] in (CAPTION, CLOSING, BYLINE, LINK, PROSE):
        first = lines[0]
        if first.size >= 6 and first.arabic_share > 0.35 and not first.text.endswith("."):
            roles[0] = TITLE  # whatever its words resemble
    prepare(lines, roles)
    _free_headlines(lines, roles)
    blocks = blocks_of(roles)
    if not blocks:
        return _without_prose(lines, roles, title)
    blocks = _drop_furniture_above(lines, roles, blocks, title)
    segments: list[Segment] = []
    current: Segment | None = None
    words: set[str] = set()
    over = False  # comments and rights have begun, and no heading of links has followed
    form: list[str] = []  # roles of the lines with which the page's first article opens
    for number, (start, end) in enumerate(blocks):
        gap_start = blocks[number - 1][1] if number else 0
        if current is None:
            current, start = _opened(lines, roles, start, end, title)
            headline = current.headline
            form = [] if headline is None else roles[headline:start]
        else:
            verdict, headline, start = _verdict(lines, roles, form, gap_start, start, end, words)
            over = is_over(lines, roles, gap_start, start, over)
            if over and verdict == "on" and not _takes_up(lines[start], words):
                verdict = "drop"  # what readers say
            if verdict == "drop" or (over and verdict == "new"):
                roles[start:end] = [CLOSING] * (end - start)
                continue
            if verdict == "on":
                current.body += kept(lines, roles, gap_start, start, end, words)
            else:
                top = start if headline is None else headline
                current.last = top - 1
                segments.append(current)
                current, words = Segment(headline, first=top), set()
        current.body += range(start, end)
        words.update(*(content(lines[at]) for at in range(start, end)))
        if current.headline is not None:
            words |= content(lines[current.headline])
    if current is not None:
        current.last = len(lines) - 1
        segments.append(current)
    for article in segments:
        article.body = sorted(set(article.body))
        article.body += _announced_below(lines, roles, article)
    return segments


def _opened(
    lines: list[Line], roles: list[str], start: int, end: int, title: str | None
) -> tuple[Segment, int]:
    """The page's first article as it begins above the block `start:end`, and where its text
    starts.
    """
    entries = _entries_above(lines, roles, start)
    headline, body = first_headline(lines, roles, 0, entries[0] if entries else start, end, title)
    headline = None if headline in entries else headline
    start = start if entries else body
    return Segment(headline, entries + deck(lines, roles, headline, start), first=0), start


def _announced_below(lines: list[Line], roles: list[str], article: Segment) -> list[int]:
    # The items of a list with which a text ends: "وجاء الترتيب كالتالي:" and lines behind signs.
    first = article.body[-1] + 1 if article.body else len(lines)
    found: list[int] = []
    if first < len(lines) and roles[first] == TITLE and _announces(lines[first]):
        found.append(first)
    elif first > len(lines) - 1 or not lines[first - 1].text.endswith(":"):
        return []
    at = first + len(found)
    while at <= article.last and lines[at].bullet and roles[at] in (TITLE, LINK, PROSE):
        found.append(at)
        at += 1
    return found if sum(bool(lines[i].bullet) for i in found) >= _FEWEST_ITEMS else []


def _announces(line: Line) -> bool:
    onward = line.is_onward or line.words[0] == "و"
    return onward and line.size >= _SHORTEST_ANNOUNCEMENT and line.text.endswith(":")


def _entries_above(lines: list[Line], roles: list[str], start: int) -> list[int]:
    # Headings of the first entry of a live page, above the page's first prose: no headline of it.
    clock = next((at for at in range(start) if is_clock(lines[at])), None)
    if clock is None or TITLE not in roles[:clock] or not is_live(lines):
        return []
    return [at for at in range(clock, start) if roles[at] == TITLE and lines[at].size > 1]


def _takes_up(line: Line, words: set[str]) -> bool:
    # Whether a line below a comment form still is the article's.
    return line.goes_on or overlap(content(line), words) >= _SAME_TOPIC


def _verdict(
    lines: list[Line],
    roles: list[str],
    form: list[str],
    gap_start: int,
    start: int,
    end: int,
    words: set[str],
) -> tuple[str, int | None, int]:
    """What the block `start:end` is to the article before it (`reader.page.gaps.judge`); `form`:
    roles of the lines with which the page's first article opens.
    """
    if opens_as(form, roles[gap_start:start]) and not is_entry(lines, gap_start, start):
        return "new", start - len(form), start
    return judge(lines, roles, gap_start, start, end, words)


def _drop_furniture_above(
    lines: list[Line], roles: list[str], blocks: list[tuple[int, int]], title: str | None
) -> list[tuple[int, int]]:
    # Prose above the headline (a notice, an invitation) is no article: one or two lines, unlike
    # what follows, then a headline.
    while len(blocks) > 1:
        (start, end), (next_start, next_end) = blocks[0], blocks[1]
        notice = sum(lines[at].size for at in range(start, end))
        ticker = end - start == 1 and _is_unstopped(lines[start])
        if end - start > 2 or (notice > 45 and not ticker) or lines[start].opens_report:
            break
        own, _ = first_headline(lines, roles, 0, start, end, title)
        headline, body = first_headline(lines, roles, end, next_start, next_end, title)
        if headline is None:
            break
        mine = set().union(*(content(lines[at]) for at in range(start, end)))
        later = set().union(
            *(content(lines[at]) for at in range(body, min(next_end, body + 4))),
            content(lines[headline]),
        )
        stamped = any(roles[at] in (STAMP, BYLINE) for at in range(headline + 1, body))
        onward = lines[body].is_onward if body < len(lines) else False
        if (
            overlap(mine, later) > 0.15
            or onward
            or not (stamped or ticker or (title and lines[headline].key == title))
            or (own is not None and overlap(content(lines[own]), mine) > 0.3)
        ):
            break
        for at in range(start, end):
            roles[at] = CLOSING
        blocks = blocks[1:]
    return blocks


def _is_unstopped(line: Line) -> bool:
    # Headlines of other pages in one line: many words, no full stop, hardly a comma.
    return (
        line.size >= _SHORTEST_TICKER
        and "." not in line.text.replace("..", "")
        and line.text.count("،") * _WORDS_A_COMMA <= line.size
    )


def _free_headlines(lines: list[Line], roles: list[str]) -> None:
    # A headline as long as a sentence, alone between two articles: with no stop, and retold below.
    for at in range(1, len(lines) - 1):
        if (
            roles[at - 1] == roles[at] == roles[at + 1] == PROSE
            and lines[at].blank_before
            and lines[at + 1].blank_before
            and not lines[at].text.endswith(("؟", "!", '"'))
            and could_be_headline(lines[at], PROSE)
            and is_retold(lines, at, at + 1, at + 2)
        ):
            roles[at] = TITLE


def blocks_of(roles: list[str]) -> list[tuple[int, int]]:
    """Runs of lines of prose, as half-open ranges."""
    blocks: list[tuple[int, int]] = []
    at = 0
    while at < len(roles):
        if roles[at] == PROSE:
            end = at
            while end < len(roles) and roles[end] == PROSE:
                end += 1
            blocks.append((at, end))
            at = end
        else:
            at += 1
    return blocks


def _without_prose(lines: list[Line], roles: list[str], title: str | None) -> list[Segment]:
    # A page of a line or two: the first line that could be a headline, then the rest.
    rest = [at for at, role in enumerate(roles) if role == TITLE]
    if not rest:
        rest = [
            at
            for at, role in enumerate(roles)
            if role not in (STAMP, AD, HEAD) and lines[at].arabic_share >= 0.35
        ][:1]
        return [Segment(None, rest, 0, len(lines) - 1)] if rest else []
    for at, role in enumerate(roles):
        if role in ENDINGS or role == HEAD:
            before = [i for i in rest if i < at]
            if before:
                rest = before
                break
    if len(rest) == 1:
        return [Segment(None, rest, 0, len(lines) - 1)]
    longest = max(rest, key=lambda at: lines[at].size)
    headline = next((at for at in rest if title and lines[at].key == title), None)
    if headline is None and rest[0] == 0 and stands_apart(lines):
        headline = 0
    if headline is None:
        earlier = [at for at in rest if at < longest]
        headline = max(earlier, key=lambda at: lines[at].size) if earlier else rest[0]
    body = [at for at in rest if at > headline]
    if not body:
        return [Segment(None, [headline], 0, len(lines) - 1)]
    return [Segment(headline, body, 0, len(lines) - 1)]
