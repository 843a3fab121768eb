"""Which lines make which article: where an article begins and ends, its headline, what stands in its midst.

Here: the decision over all lines of a page, from their roles, places and shared words. Not here: the roles (`reader.page.roles`),
the article's particulars such as author, outlet or day (`reader.page.particulars`).

The procedure. Lines of prose form blocks; between two blocks stands a gap of other lines. For each gap the evidence is summed
whether the block after it carries the article on or begins another: headings of links and ends of articles, a headline that
shares its words with what follows it, words that carry on, words shared with the article so far. A block that neither carries on
nor has a headline or heading is furniture (a site about itself).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from reader.lexicon import table
from reader.page.lines import WORD, Line
from reader.page.roles import (
    BYLINE,
    CAPTION,
    CLOSING,
    ENDINGS,
    FURNITURE,
    HEAD,
    INSERTS,
    KEYWORDS,
    LINK,
    PROSE,
    SECTION,
    SOURCE,
    STAMP,
    TITLE,
)
from reader.text import key

#: Of more lines that could be a headline only the first and the last so many are weighed (menus of hundreds of entries).
_NEAREST = 60
_LONGEST_HEADLINE = 30  # words; longer ones among 22,632 headlines of bulk: 3 in 10,000


@dataclass(slots=True)
class Segment:
    """The lines of one article, by index: headline, body (in order), and all that stands from its top to its end."""

    headline: int | None
    body: list[int] = field(default_factory=list)
    first: int = 0  # first line of its region (after the article before)
    last: int = 0  # last line of its region


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the clitics that most often hide that two words are one; five letters."""
    if len(word) > 4 and word[0] in "وفبلك":
        word = word[1:]
    if (len(word) > 4 and word.startswith("ال")) or (len(word) > 4 and word.startswith("لل")):
        word = word[2:]
    return word[:5]


def content(line: Line) -> frozenset[str]:
    """Stems of the words of a line that can tell what it is about (of a long line, of its first 120 words)."""
    if line.topic is None:
        line.topic = frozenset(
            stem(word) for word in line.words[:120] if len(word) > 3 and word not in _COMMON
        )
    return line.topic


_COMMON = frozenset(
    key(
        "الذي التي الذين هذا هذه ذلك تلك على إلى كان كانت بعد قبل خلال حول بين عند حيث أنها أنه وقال قالت وأضاف أكد اليوم أمس يوم"
        " الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد رئيس الرئيس وزير وزارة الوزراء الحكومة مجلس دولة الدولة البلاد"
    ).split()
)


def overlap(part: Set[str], whole: Set[str]) -> float:
    """Share of `part` that stands in `whole`; 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0


def segment(lines: list[Line], roles: list[str], title: str | None) -> list[Segment]:
    """The articles of a page, in order; `title` is the folded headline of the page's metadata, where there is one.

    Changes `roles` where the context settles what a line is.
    """
    if _stands_apart(lines) and roles[0] in (CAPTION, CLOSING, BYLINE, LINK, PROSE):
        first = lines[0]
        if first.size >= 6 and first.arabic_share > 0.35 and not first.text.endswith("."):
            roles[0] = TITLE  # whatever its words resemble
    prepare(lines, roles)
    blocks = blocks_of(roles)
    if not blocks:
        return _without_prose(lines, roles, title)
    blocks = _drop_furniture_above(lines, roles, blocks, title)
    segments: list[Segment] = []
    current: Segment | None = None
    words: set[str] = set()
    over = False  # comments and rights have begun, and no heading of links has followed
    for number, (start, end) in enumerate(blocks):
        gap_start = blocks[number - 1][1] if number else 0
        if current is None:
            headline, start = _first_headline(lines, roles, 0, start, end, title)
            current = Segment(headline, first=0)
            current.body += _deck(lines, roles, headline, start)
        else:
            verdict, headline, start = _judge(lines, roles, gap_start, start, end, words)
            over = _is_over(lines, roles, gap_start, start, over)
            if over and verdict == "new":
                verdict = "drop"
            if verdict == "drop":
                for at in range(start, end):
                    roles[at] = CLOSING
                continue
            if verdict == "on":
                if headline is not None:  # no headline then, but a line of the block
                    headline = None
                current.body += _kept(lines, roles, gap_start, start, end, words)
            else:
                top = start if headline is None else headline
                current.last = top - 1
                segments.append(current)
                current = Segment(headline, first=top)
                words = set()
        current.body += range(start, end)
        for at in range(start, end):
            words |= content(lines[at])
        if current.headline is not None:
            words |= content(lines[current.headline])
    if current is not None:
        current.last = len(lines) - 1
        segments.append(current)
    for article in segments:
        article.body = sorted(set(article.body))
    return segments


def prepare(lines: list[Line], roles: list[str]) -> None:
    """Settles in `roles` what lines tell of each other: repeats, links that stand elsewhere too, titles of the window."""
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
        if line.key in seen and roles[seen[line.key]] == PROSE:
            roles[at] = CAPTION
        else:
            seen.setdefault(line.key, at)


def _mark_known_links(lines: list[Line], roles: list[str]) -> None:
    # A line that stands on the page as a link elsewhere is a link wherever it stands between paragraphs.
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
    # The title of the window: the headline with the site's name behind it. What it repeats is the headline.
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
    # A line alone, as long as a sentence but without a full stop, whose words the text below takes up again.
    for at, role in enumerate(roles):
        if role != PROSE or (at and roles[at - 1] == PROSE):
            continue
        below = at + 1
        while below < len(roles) and below - at <= 6 and roles[below] not in (PROSE, HEAD):
            below += 1
        if below == at + 1 or below >= len(roles) or roles[below] != PROSE:
            continue
        if not _could_be_headline(lines[at], role):
            continue
        between = roles[at + 1 : below]
        text = set().union(*(content(lines[i]) for i in range(below, min(len(lines), below + 2))))
        dated = STAMP in between or BYLINE in between
        if overlap(content(lines[at]), text) >= (0.3 if dated else 0.5):
            roles[at] = TITLE


def _is_listed(lines: list[Line], roles: list[str], at: int) -> bool:
    # Under a heading of links: items with a bullet or number; without one, what is long for a headline but has no full stop
    # and no paragraph of text beside it.
    line = lines[at]
    if line.text.endswith(".") or line.size > _LONGEST_HEADLINE or line.is_onward:
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


def _could_be_headline(line: Line, role: str) -> bool:
    if role not in (TITLE, PROSE) or not 2 <= line.size <= _LONGEST_HEADLINE:
        return False
    if role == PROSE:
        return (
            not line.is_onward
            and not line.text.rstrip("\"”»'").endswith((".", ":", "،"))
            and line.prose < 7
        )
    return not line.text.endswith((":", "،"))


def _first_headline(
    lines: list[Line], roles: list[str], top: int, start: int, end: int, title: str | None
) -> tuple[int | None, int]:
    """The headline's line above (or as first of) the block `start:end`, and where the block's body starts."""
    candidates = [
        at
        for at in range(top, start)
        if roles[at] == TITLE
        or (roles[at] == LINK and not lines[at].has("related"))
        or (roles[at] == BYLINE and lines[at].size > 4)
    ]
    candidates = candidates[:_NEAREST] + candidates[_NEAREST:][-_NEAREST:]
    limit = start
    if end - start > 1 and _could_be_headline(lines[start], roles[start]):
        candidates.append(start)
        limit = start + 1
    elif end - start == 1 and title and lines[start].key == title:
        candidates.append(start)
    lead: set[str] = set()
    for at in range(start, min(end, start + 3)):
        lead |= content(lines[at])
    best, best_score = None, 0.0
    titles = sum(roles[at] == TITLE for at in range(top, start))
    for at in candidates:
        line = lines[at]
        words = content(line)
        below = lead
        if at == start:
            below = set().union(*(content(lines[i]) for i in range(start + 1, min(end, start + 3))))
        score = 0.8 + 3.0 * overlap(words, below)
        if at == top and _stands_apart(lines):
            score += 2.0
        elif line.size <= 3:
            score -= 1.2 if line.size == 3 else 2.2
        elif line.size >= 5:
            score += 0.5
        if title and (
            line.key == title
            or (
                len(title) > 12
                and (line.key.startswith(title) or (title.startswith(line.key) and line.size > 3))
            )
        ):
            score += 6.0 if line.key == title else 4.0
        if line.text.endswith(":"):
            score -= 2.0
        if at == start:
            score -= 1.0 if any(c != start and lines[c].size >= 4 for c in candidates) else 0.2
            if overlap(words, below) < 0.3:
                score -= 1.5
        followers = [roles[i] for i in range(at + 1, min(at + 4, start + 1))]
        if STAMP in followers or BYLINE in followers:
            score += 0.8
        between = sum(roles[i] == TITLE for i in range(at + 1, start))
        score -= 0.15 * between
        if at == top and lines[at].index == 0 and titles == 1:
            score += 0.6
        if roles[at] in (BYLINE, LINK) or line.has("caption", "start"):
            score -= 1.5
        if words and any(words < content(lines[c]) for c in candidates if c < at):
            score -= 1.0  # the caption of a picture says again whom the headline names
        if line.size <= 4 and not words & below and not title:
            score -= 0.6
        if score > best_score:
            best, best_score = at, score
    if best is None or best_score < 0.75:
        return None, start
    return best, max(limit if best == start else start, best + 1 if best == start else start)


def _stands_apart(lines: list[Line]) -> bool:
    # The first line, then a blank one, then lines with none between them: a headline and its text.
    return (
        len(lines) > 1
        and lines[1].blank_before > 0
        and 2 * sum(line.blank_before > 0 for line in lines[2:]) <= len(lines) - 2
    )


def _deck(lines: list[Line], roles: list[str], headline: int | None, start: int) -> list[int]:
    # A summary without a full stop between headline and text: long, and no caption.
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


def _drop_furniture_above(
    lines: list[Line], roles: list[str], blocks: list[tuple[int, int]], title: str | None
) -> list[tuple[int, int]]:
    # Prose above the headline (a notice, an invitation) is no article: one or two lines, unlike what follows, then a headline.
    while len(blocks) > 1:
        (start, end), (next_start, next_end) = blocks[0], blocks[1]
        notice = sum(lines[at].size for at in range(start, end))
        if end - start > 2 or notice > 45 or lines[start].opens_report:
            break
        own, _ = _first_headline(lines, roles, 0, start, end, title)
        headline, body = _first_headline(lines, roles, end, next_start, next_end, title)
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
            or not (stamped or (title and lines[headline].key == title))
            or (own is not None and own >= 0 and overlap(content(lines[own]), mine) > 0.3)
        ):
            break
        for at in range(start, end):
            roles[at] = CLOSING
        blocks = blocks[1:]
    return blocks


def _judge(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> tuple[str, int | None, int]:
    """Whether the block `start:end` carries the article on ("on"), begins another ("new") or is none ("drop")."""
    features, headline, body = evidence(lines, roles, gap_start, start, end, words)
    new, drop = (
        sum(weights[name] * value for name, value in features.items()) for weights in (NEW, DROP)
    )
    marked = any(features[name] for name in _MARKS) or bool(features["stamped"])
    announced = lines[gap_start - 1].text.endswith(":")
    if not marked and (announced or lines[start].bullet == "weak"):
        return "on", None, start
    if new > 0 and new >= drop:
        if headline is None and not features["head"]:
            return "drop", None, start  # no article begins unannounced
        if not marked and features["single"] and not (features["report"] or features["fresh"]):
            return "on", None, start
        return "new", headline, body
    if not marked and not features["site"] and not features["more_titles"]:
        return "on", None, start
    return ("drop" if drop > 0 else "on"), None, start


def _is_over(lines: list[Line], roles: list[str], gap_start: int, start: int, over: bool) -> bool:
    for at in range(gap_start, start):
        if roles[at] == HEAD:
            over = False
        elif roles[at] == CLOSING and (lines[at].has("comments") or lines[at].has("legal")):
            over = True
    return over


def evidence(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> tuple[dict[str, float], int | None, int]:
    """What is seen of the gap before the block `start:end`, by name; the headline's line in it; where the block's body starts.

    `words` are the content words of the article so far.
    """
    gap = range(gap_start, start)
    tagged = _has_tag_run(lines, roles, gap_start, start)
    anchor, head = gap_start, None
    for at in gap:
        if roles[at] in ENDINGS or roles[at] == HEAD:
            anchor = at + 1
            head = at if roles[at] == HEAD else None
    headline, body = _headline_below(lines, roles, anchor, start, end)
    if tagged and head is None and headline is not None and lines[headline].size <= 5:
        headline, body = None, start
    items = [at for at in range(anchor, start) if roles[at] in (TITLE, LINK)]
    titles = sum(roles[at] in (TITLE, LINK) for at in gap)
    first = lines[body] if body < end else lines[start]
    opening: set[str] = set()
    for at in range(body, min(end, body + 3)):
        opening |= content(lines[at])
    named = content(lines[headline]) if headline is not None else set()
    near, known, shared = overlap(named, opening), overlap(named, words), overlap(opening, words)
    inserts = all(roles[at] in INSERTS for at in gap)
    site = sum(cue.kind in _SITE_TALK for cue in first.cues)
    return (
        {
            "bias": 1.0,
            "source": float(any(roles[at] == SOURCE for at in gap)),
            "keywords": float(any(roles[at] == KEYWORDS for at in gap)),
            "closing": float(any(roles[at] == CLOSING for at in gap)),
            "tagged": float(tagged),
            "head": float(head is not None),
            "list": float(head is not None and len(items) >= 2),
            "headline": float(headline is not None),
            "long_headline": float(headline is not None and lines[headline].size >= 5),
            "short_headline": float(headline is not None and lines[headline].size <= 3),
            "label_above": float(_has_label_above(lines, roles, headline, gap_start)),
            "two_titles": float(titles == 2),
            "more_titles": float(titles > 2),
            "linked": float(headline is not None and roles[headline] == LINK),
            "near": near,
            "known": known,
            "fresh": float(headline is not None and known < 0.15 and shared < 0.2),
            "unlike": float(headline is not None and near < 0.12),
            "stamped": float(
                headline is not None
                and any(roles[at] in (STAMP, BYLINE) for at in range(headline + 1, body))
            ),
            "onward": float(first.is_onward),
            "report": float(first.opens_report),
            "shared": shared,
            "inserts": float(inserts),
            "single": float(end - body <= 1),
            "many": float(end - body >= 3),
            "brief": float(first.size < 14),
            "last": float(end >= len(lines) - 2),
            "site": float(min(2, site)),
        },
        headline,
        body,
    )


#: Features that show that something ended or that something else is announced.
_MARKS = ("source", "keywords", "closing", "tagged", "head", "label_above")
_SITE_TALK = frozenset(("comments", "letter", "legal", "about", "control"))

#: Log-odds that a block begins another article, and that it is no article's, against that it carries the article on: logistic
#: regression over made pages (training/train_page.py).
NEW = {row["feature"]: float(row["new"]) for row in table("page_gaps")}
DROP = {row["feature"]: float(row["drop"]) for row in table("page_gaps")}


def _has_tag_run(lines: list[Line], roles: list[str], gap_start: int, start: int) -> bool:
    # Three or more labels of a few words on lines of their own, not announced by a colon: tags or a menu.
    if lines[gap_start - 1].text.endswith(":"):
        return False
    run = longest = 0
    for at in range(gap_start, start):
        label = roles[at] in (TITLE, SECTION) and lines[at].size <= 4 and not lines[at].bullet
        run = run + 1 if label else 0
        longest = max(longest, run)
    return longest >= 3


def _has_label_above(
    lines: list[Line], roles: list[str], headline: int | None, gap_start: int
) -> bool:
    # A few words alone above a headline: a heading in words that no table knows.
    if headline is None or headline <= gap_start or lines[headline].size < 5:
        return False
    return roles[headline - 1] in (TITLE, HEAD) and lines[headline - 1].size <= 4


def _headline_below(
    lines: list[Line], roles: list[str], anchor: int, start: int, end: int
) -> tuple[int | None, int]:
    """The headline of a further article between `anchor` and the block `start:end`, and where its body starts."""
    titles = [
        at
        for at in range(anchor, start)
        if roles[at] in (TITLE, LINK)
        and lines[at].size >= 3
        and lines[at].bullet != "weak"
        and not lines[at].text.endswith(":")
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
    if end - start > 1 and _could_be_headline(line, roles[start]):
        below = set().union(*(content(lines[at]) for at in range(start + 1, min(end, start + 3))))
        near = overlap(content(line), below)
        if near >= 0.3 and 3.0 * near - 0.5 > best_score:
            return start, start + 1
    return best, start


def _kept(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> list[int]:
    """Lines of a gap that belong to the article around it: subheads, items of lists."""
    kept: list[int] = []
    after_head = False
    announced = lines[gap_start - 1].text.endswith(":") if gap_start else False
    opening: set[str] = set()
    for at in range(start, min(end, start + 2)):
        opening |= content(lines[at])
    for at in range(gap_start, start):
        role, line = roles[at], lines[at]
        if role == HEAD:
            after_head = True
        elif role == LINK and announced and line.bullet:
            kept.append(at)
        elif role == TITLE and not after_head and line.size >= 2:
            if not announced and _is_foreign(line, opening, words):
                roles[at] = LINK
                if kept and kept[-1] == at - 1 and lines[at - 1].size <= 4:
                    roles[kept.pop()] = HEAD
            else:
                kept.append(at)
        elif role in ENDINGS:
            after_head = True
    return kept


def _is_foreign(line: Line, opening: set[str], words: set[str]) -> bool:
    # A line between paragraphs that is about something else than both: the headline of another page, without a known marker.
    about = content(line)
    if line.size < 5 or len(about) < 3 or line.bullet == "weak" or line.text.endswith(("؟", ":")):
        return False  # too little to tell; a question or an answer of an interview; an announcement
    if overlap(about, opening) < 0.2 and overlap(about, words) < 0.5:
        return True
    # "… : headline": what stands before the colon is no word of the article's, so it names no speaker of it.
    label, colon, rest = line.folded.partition(":")
    if not colon or len(label.split()) > 4 or len(rest.split()) < 4:
        return False
    named = {stem(word) for word in WORD.findall(label) if len(word) > 2}
    return bool(named) and not named & (opening | words) and overlap(about, opening) < 0.35


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
    if headline is None and rest[0] == 0 and _stands_apart(lines):
        headline = 0
    if headline is None:
        earlier = [at for at in rest if at < longest]
        headline = max(earlier, key=lambda at: lines[at].size) if earlier else rest[0]
    body = [at for at in rest if at > headline]
    if not body:
        return [Segment(None, [headline], 0, len(lines) - 1)]
    return [Segment(headline, body, 0, len(lines) - 1)]


AD = "ad"
