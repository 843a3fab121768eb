"""What lines tell of each other's roles: repeats, teasers, links that stand elsewhere too, titles
of the window, long headlines.

Here: roles that only the lines around settle. Not here: the role of a line by itself
(`reader.page.roles`), articles (`reader.page.layout`).
"""

from __future__ import annotations

from itertools import pairwise

from reader.page.headlines import LONGEST_HEADLINE, could_be_headline
from reader.page.lines import Line
from reader.page.roles import (
    BYLINE,
    CAPTION,
    ENDINGS,
    FURNITURE,
    HEAD,
    LINK,
    PROSE,
    STAMP,
    TITLE,
)
from reader.page.topic import content, overlap

_SHORTEST_SUMMARY = 10  # words


def prepare(lines: list[Line], roles: list[str]) -> None:
    """Settles in `roles` what lines tell of each other: repeats, links that stand elsewhere too,
    titles of the window.
    """
    _drop_repeats(lines, roles)
    _mark_known_links(lines, roles)
    _mark_window_title(lines, roles)
    _mark_long_headlines(lines, roles)


def _drop_repeats(lines: list[Line], roles: list[str]) -> None:
    # A summary that is printed first and again below; the first copy is the article's.
    seen: dict[str, int] = {}
    keys = [line.key for line in lines]
    for at, line in enumerate(lines):
        if roles[at] in (PROSE, TITLE) and line.size >= 6 and line.text.endswith(("...", "…")):
            # A teaser: the beginning of a paragraph that stands whole elsewhere.
            teaser = keys[at] + " "
            near = range(max(0, at - 200), min(len(keys), at + 200))
            if any(keys[other].startswith(teaser) for other in near):
                roles[at] = CAPTION
                continue
        if roles[at] not in (PROSE, TITLE) or line.size < 6:
            continue
        if roles[at] == PROSE and _is_begun_again(lines, at):
            roles[at] = CAPTION
            continue
        if line.key in seen and roles[seen[line.key]] == PROSE:
            roles[at] = CAPTION
        else:
            seen.setdefault(line.key, at)


def _is_begun_again(lines: list[Line], at: int) -> bool:
    # A summary cut off within a sentence: the next line begins with all its words.
    line = lines[at]
    if line.size < _SHORTEST_SUMMARY or line.text.endswith((".", "؟", "!")) or at + 1 == len(lines):
        return False
    return lines[at + 1].key.startswith(line.key + " ")


def _mark_known_links(lines: list[Line], roles: list[str]) -> None:
    # A line that stands on the page as a link elsewhere is a link wherever it stands between
    # paragraphs.
    links = {_link_key(lines[at]) for at, role in enumerate(roles) if role == LINK}
    after_head = False
    for at, role in enumerate(roles):
        if role == HEAD:
            after_head = True
        elif after_head and role in (TITLE, PROSE) and _is_listed(lines, roles, at):
            roles[at] = LINK
            links.add(_link_key(lines[at]))
        elif role in (PROSE, *ENDINGS):
            after_head = False
    if not links:
        return
    for at, role in enumerate(roles):
        if role == TITLE and lines[at].key in links and at > 0 and roles[at - 1] == PROSE:
            roles[at] = LINK


def _mark_window_title(lines: list[Line], roles: list[str]) -> None:
    # The title of the window: the headline with the site's name behind it. What it repeats is the
    # headline.
    candidates = sorted(
        (lines[at].key, at)
        for at, role in enumerate(roles[:150])
        if role in (PROSE, TITLE) and 5 <= lines[at].size <= 36 and not lines[at].text.endswith(".")
    )
    for (short, first), (long, second) in pairwise(candidates):
        if long.startswith(short + " ") and lines[second].size - lines[first].size <= 6:
            roles[first] = TITLE
            roles[second] = FURNITURE


def _mark_long_headlines(lines: list[Line], roles: list[str]) -> None:
    # A line alone, as long as a sentence but without a full stop, whose words the text below takes
    # up again.
    for at, role in enumerate(roles):
        if role != PROSE or (at and roles[at - 1] == PROSE):
            continue
        below = at + 1
        while below < len(roles) and below - at <= 6 and roles[below] not in (PROSE, HEAD):
            below += 1
        if below == at + 1 or below >= len(roles) or roles[below] != PROSE:
            continue
        if not could_be_headline(lines[at], role):
            continue
        between = roles[at + 1 : below]
        text = set().union(*(content(lines[i]) for i in range(below, min(len(lines), below + 2))))
        dated = STAMP in between or BYLINE in between
        if overlap(content(lines[at]), text) >= (0.3 if dated else 0.5):
            roles[at] = TITLE


def _is_listed(lines: list[Line], roles: list[str], at: int) -> bool:
    # Under a heading of links: items with a bullet or number; without one, what is long for a
    # headline but has no full stop and no paragraph of text beside it.
    line = lines[at]
    if line.text.endswith(".") or line.size > LONGEST_HEADLINE or line.is_onward:
        return False
    if line.bullet:
        return True
    alone = at + 1 == len(roles) or roles[at + 1] != PROSE
    return roles[at] == PROSE and alone and line.prose < 6 and line.size <= 26


def _link_key(line: Line) -> str:
    words = line.words
    while words and words[0].isdigit():
        words = words[1:]
    return " ".join(words)
