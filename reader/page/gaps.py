"""What the lines between two blocks of prose tell: whether the second carries the article on,
begins another, or is none.

Here: the evidence of a gap, its weights, the verdict, the lines of a gap that belong to the
article. Not here: headlines (`reader.page.headlines`), the walk over a page's blocks
(`reader.page.layout`).
"""

from __future__ import annotations

from reader.lexicon import table
from reader.page.headlines import has_label_above, headline_below, is_retold
from reader.page.lines import WORD, Line, ends_as_question, is_clock, tells_on
from reader.page.roles import (
    BYLINE,
    CLOSING,
    ENDINGS,
    HEAD,
    INSERTS,
    KEYWORDS,
    LINK,
    SECTION,
    SOURCE,
    STAMP,
    TITLE,
)
from reader.page.topic import content, overlap, stem

#: Features that show that something ended or that something else is announced.
_MARKS = ("source", "keywords", "closing", "tagged", "head", "label_above")
#: Those of them that show the end of an article or the head of another.
_ENDS = ("source", "keywords", "closing", "tagged", "stamped")
_LONGEST_NAME, _FEWEST_TURNS = 4, 2  # words of one who speaks in an interview, his turns
_FEWEST_ENTRIES = 3  # of a live page
_SITE_TALK = frozenset(("comments", "letter", "legal", "about", "control"))
#: Log-odds that a block begins another article, and (DROP) that it is no article's, against that it
#: carries the article on: logistic regression over made pages (training/train_page.py).
NEW = {row["feature"]: float(row["new"]) for row in table("page_gaps")}
DROP = {row["feature"]: float(row["drop"]) for row in table("page_gaps")}


def judge(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> tuple[str, int | None, int]:
    """Whether the block `start:end` carries the article on ("on"), begins another ("new") or is
    none ("drop").
    """
    features, headline, body = evidence(lines, roles, gap_start, start, end, words)
    new, drop = (
        sum(weights[name] * value for name, value in features.items()) for weights in (NEW, DROP)
    )
    marked = any(features[name] for name in _MARKS) or bool(features["stamped"])
    announced = lines[gap_start - 1].text.endswith(":")
    # A short question is a subhead; headlines that ask are longer.
    asks = headline is not None and lines[headline].size < 6 and ends_as_question(lines[headline])
    if not marked and (announced or asks or lines[start].bullet == "weak"):
        return "on", None, start
    ended = any(features[name] for name in _ENDS)
    over = any(features[name] for name in ("source", "keywords", "closing", "head"))
    if not over and is_entry(lines, gap_start, start):
        return "on", None, start  # the next entry of a live page
    goes_on = lines[body].goes_on or tells_on(lines[body])
    if goes_on and not ended and not features["site"]:
        return "on", None, start  # no article begins with "وأضاف" or "شهد اللقاء"
    if not ended and _is_turn(lines, start):
        return "on", None, start  # the next turn of an interview
    if features["onward"] and features["list"] and not ended:
        return "on", None, start  # the report goes on behind a list of links
    apart = set(roles[gap_start:start]) == {TITLE} and lines[gap_start].blank_before > 0
    if apart and headline is not None and is_retold(lines, headline, body, end):
        return "new", headline, body  # be it about the same matters as the one before
    if new > 0 and new >= drop:
        if headline is None and not features["head"]:
            below_subhead = roles[gap_start:start] == [TITLE] and not (marked or features["site"])
            return ("on" if below_subhead else "drop"), None, start  # nothing announces an article
        if not marked and features["single"] and not (features["report"] or features["fresh"]):
            return "on", None, start
        return "new", headline, body
    if not marked and not features["site"] and not features["more_titles"]:
        return "on", None, start
    return ("drop" if drop > 0 else "on"), None, start


def _is_turn(lines: list[Line], at: int) -> bool:
    """Whether a line is somebody's turn in an interview ("ليلى الحاج: …"): the name stands before
    a colon in other lines, too.
    """
    name, colon, _ = lines[at].folded.partition(":")
    if not colon or not 1 < len(name.split()) <= _LONGEST_NAME:
        return False
    turn = name.strip() + ":"
    return sum(line.folded.replace(" :", ":").startswith(turn) for line in lines) >= _FEWEST_TURNS


def is_entry(lines: list[Line], gap_start: int, start: int) -> bool:
    """Whether the block behind a gap is a further entry of a live page."""
    return any(is_clock(lines[at]) for at in range(gap_start, start)) and is_live(lines)


def is_live(lines: list[Line]) -> bool:
    """Whether a page reports live: times of day stand above its entries."""
    return sum(is_clock(line) for line in lines) >= _FEWEST_ENTRIES


def opens_as(form: list[str], gap: list[str]) -> bool:
    """Whether a gap ends with the same lines as those with which the page's first article opens, a
    date or an author among them: the next item of a list of articles.
    """
    return bool({STAMP, BYLINE}.intersection(form)) and gap[-len(form) :] == form


def evidence(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> tuple[dict[str, float], int | None, int]:
    """What is seen of the gap before the block `start:end`, by name; the headline's line in it;
    where the block's body starts.

    `words` are the content words of the article so far.
    """
    gap = range(gap_start, start)
    tagged = _has_tag_run(lines, roles, gap_start, start)
    anchor, head = gap_start, None
    for at in gap:
        if roles[at] in ENDINGS or roles[at] == HEAD:
            anchor = at + 1
            head = at if roles[at] == HEAD else None
    headline, body = headline_below(lines, roles, anchor, start, end)
    if tagged and head is None and headline is not None and lines[headline].size <= 5:
        headline, body = None, start
    items = sum(roles[at] in (TITLE, LINK) for at in range(anchor, start))
    features = (
        {"bias": 1.0}
        | _of_gap(roles, gap_start, start)
        | {
            "tagged": float(tagged),
            "head": float(head is not None),
            "list": float(head is not None and items >= 2),
            "label_above": float(has_label_above(lines, roles, headline, gap_start)),
        }
        | _of_headline(lines, roles, headline, body)
        | _of_block(lines, start, body, end)
        | _of_topic(lines, headline, body, end, words)
    )
    return features, headline, body


def _of_gap(roles: list[str], gap_start: int, start: int) -> dict[str, float]:
    gap = roles[gap_start:start]
    titles = gap.count(TITLE) + gap.count(LINK)
    return {
        "source": float(SOURCE in gap),
        "keywords": float(KEYWORDS in gap),
        "closing": float(CLOSING in gap),
        "two_titles": float(titles == 2),
        "more_titles": float(titles > 2),
        "inserts": float(all(role in INSERTS for role in gap)),
    }


def _of_headline(
    lines: list[Line], roles: list[str], headline: int | None, body: int
) -> dict[str, float]:
    if headline is None:
        names = ("headline", "long_headline", "short_headline", "linked", "stamped")
        return dict.fromkeys(names, 0.0)
    size, between = lines[headline].size, roles[headline + 1 : body]
    return {
        "headline": 1.0,
        "long_headline": float(size >= 5),
        "short_headline": float(size <= 3),
        "linked": float(roles[headline] == LINK),
        "stamped": float(STAMP in between or BYLINE in between),
    }


def _of_block(lines: list[Line], start: int, body: int, end: int) -> dict[str, float]:
    first = lines[body] if body < end else lines[start]
    site = sum(cue.kind in _SITE_TALK for cue in first.cues)
    return {
        "onward": float(first.is_onward),
        "report": float(first.opens_report),
        "single": float(end - body <= 1),
        "many": float(end - body >= 3),
        "brief": float(first.size < 14),
        "last": float(end >= len(lines) - 2),
        "site": float(min(2, site)),
    }


def _of_topic(
    lines: list[Line], headline: int | None, body: int, end: int, words: set[str]
) -> dict[str, float]:
    opening: set[str] = set().union(*(content(lines[at]) for at in range(body, min(end, body + 3))))
    named = content(lines[headline]) if headline is not None else frozenset()
    near, known, shared = overlap(named, opening), overlap(named, words), overlap(opening, words)
    return {
        "near": near,
        "known": known,
        "shared": shared,
        "fresh": float(headline is not None and known < 0.15 and shared < 0.2),
        "unlike": float(headline is not None and near < 0.12),
    }


def is_over(lines: list[Line], roles: list[str], gap_start: int, start: int, over: bool) -> bool:
    """Whether nothing of the article follows the gap: comments or rights have begun, and no heading
    of links came after.
    """
    for at in range(gap_start, start):
        if roles[at] == HEAD:
            over = False
        elif roles[at] == CLOSING and (lines[at].has("comments") or lines[at].has("legal")):
            over = True
    return over


def _has_tag_run(lines: list[Line], roles: list[str], gap_start: int, start: int) -> bool:
    # Three or more labels of a few words on lines of their own, not announced by a colon: tags or a
    # menu.
    if lines[gap_start - 1].text.endswith(":"):
        return False
    run = longest = 0
    for at in range(gap_start, start):
        label = roles[at] in (TITLE, SECTION) and lines[at].size <= 4 and not lines[at].bullet
        run = run + 1 if label else 0
        longest = max(longest, run)
    return longest >= 3


def kept(
    lines: list[Line], roles: list[str], gap_start: int, start: int, end: int, words: set[str]
) -> list[int]:
    """Lines of a gap that belong to the article around it: subheads, items of lists."""
    kept: list[int] = []
    after_head = False
    announced = lines[gap_start - 1].text.endswith(":") if gap_start else False
    announced = announced or is_entry(lines, gap_start, start)
    opening: set[str] = set()
    for at in range(start, min(end, start + 2)):
        opening |= content(lines[at])
    links = set() if announced else _unmarked_list(lines, roles, gap_start, start)
    for at in range(gap_start, start):
        role, line = roles[at], lines[at]
        if role == HEAD:
            after_head = True
        elif at in links:
            roles[at] = LINK
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


def _unmarked_list(lines: list[Line], roles: list[str], gap_start: int, start: int) -> set[int]:
    """Headlines of other pages that follow one another without a heading; a subhead stands
    alone.
    """
    titles = [
        at
        for at in range(gap_start, start)
        if roles[at] == TITLE and lines[at].size >= 5 and not lines[at].bullet
    ]
    return {at for at in titles if at - 1 in titles or at + 1 in titles}


def _is_foreign(line: Line, opening: set[str], words: set[str]) -> bool:
    # A line between paragraphs that is about something else than both: the headline of another
    # page, without a known marker.
    about = content(line)
    if line.size < 5 or len(about) < 3 or line.bullet == "weak" or line.text.endswith(("؟", ":")):
        return False  # too little to tell; a question or an answer of an interview; an announcement
    if overlap(about, opening) < 0.2 and overlap(about, words) < 0.5:
        return True
    # "… : headline": what stands before the colon is no word of the article's, so it names no
    # speaker of it.
    label, colon, rest = line.folded.partition(":")
    if not colon or len(label.split()) > 4 or len(rest.split()) < 4:
        return False
    named = {stem(word) for word in WORD.findall(label) if len(word) > 2}
    return bool(named) and not named & (opening | words) and overlap(about, opening) < 0.35
