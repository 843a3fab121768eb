"""The lines of a page and what can be seen of each alone: its words, its marks, the furniture it
resembles, whether it reads like prose or like a headline.

Here: features of one line. Not here: what follows from its place among others
(`reader.page.layout`).
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from reader.lexicon import of_class, table
from reader.text import MARKS, fold, key
from reader.times.stamps import read_line

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_BREAK = re.compile(r"\s*\n\s*")
_CLOCK = re.compile(r"\W*(?:الساعه\s)?\d{1,2}[:.]\d\d\b")
_SHORTEST_BROKEN, _LONGEST_LINK = 4, 4  # words of a line that is broken, of a link in it
_STOPS = tuple('.:؟!"”»')
_COMMA = re.compile("[،,]")
_COMMAS_OF_OCCASION = 2  # before the verb of a lead at most
_INNER_STOP = re.compile(r"[^\s.]\.\s+\S")
_PARTICLES = of_class("page_words", "particle")

#: Signs that sites put before a link: any sign that is no punctuation, arrows of brackets. Weak
#: ones begin list items and answers of interviews too.
_STRONG_BULLET = re.compile(
    r"^\s*(?:[^\w\s\"“”„«»'’‘()\[\]{}.…،,:;؛!?؟*#@%$€£+\-–—/&=_<>]+|<{1,3}|>{1,3}|»(?=\s)|«\s*«|»\s*»)\s*"
)
_WEAK_BULLET = re.compile(r"^\s*(?:[-–—*+·#|]|\d{1,2}\s?[.)\-–:]|\(\d{1,2}\))\s+|^\s*[-–—*•]")
#: What embedded posts of social networks leave in a text: the author's line, the picture's address,
#: the frame's words.
POST_SIGNATURE = re.compile(
    r"[—–-]\s*[^—\n]{1,80}\(@\w{1,30}\)\s*.{0,40}$|\(@\w{2,30}\)|^@\w{2,30}$|(?:a post shared by|view this post on|عرض هذا المنشور على|منشور تم(?:ت)? مشاركته بواسطة|"
    r"تم نشر هذا المنشور بواسطة|posted by .{2,60} on |publi[ée]e? par |posted an update)",
    re.IGNORECASE,
)
#: The end of a post of a social network that stands in the midst of a paragraph: its author's line,
#: with the day.
POST_INSIDE = re.compile(
    r"[—–-]\s?[^—\n.]{2,60}\(@\w{2,30}\)\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} \w+[,،]? \d{4})"
)
POST_PART = re.compile(
    r"pic\.twitter\.com|twitter\.com/|\bt\.co/|https?://x\.com/|(?:#\S+\s*){2,}$", re.IGNORECASE
)


#: Of a longer line only so many characters are looked at: it is a paragraph, whatever follows.
_SEEN = 1500


@dataclass(slots=True)
class Cue:
    """A cue of furniture that a line has: its class, where it stands in the line (in words), how
    many words it has.
    """

    kind: str
    place: str
    first: int
    count: int


@dataclass(slots=True)
class Line:
    """One line with letters or digits in it, and its features. Offsets are code points of the
    page.
    """

    index: int
    start: int
    end: int
    text: str
    folded: str  # of its first characters (_SEEN)
    words: list[str]  # likewise
    blank_before: int
    arabic_share: float
    cues: list[Cue] = field(default_factory=list)
    bullet: str = ""  # "", "weak" or "strong"
    is_stamp: bool = False
    day: date | None = None
    prose: float = 0.0  # log-odds that it is a sentence of a report and no headline
    is_onward: bool = False  # seems to carry on from what stood before
    goes_on: bool = False  # does so for certain: "وأضاف …", "من جهته …"
    opens_report: bool = False  # begins with a verb of reports
    topic: frozenset[str] | None = None  # what it is about, once `reader.page.topic` has been asked

    def has(self, kind: str, place: str | None = None) -> bool:
        """Whether it has a cue of this class (and place)."""
        return any(cue.kind == kind and place in (None, cue.place) for cue in self.cues)

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.words)

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence of a report."""
        return self.prose > 0

    @property
    def key(self) -> str:
        """Its words, folded, for comparison with other lines."""
        return " ".join(self.words)


@cache
def _cue_index() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for row in table("page_cues"):
        for form in row["forms"].split("|"):
            words = tuple(WORD.findall(key(form)))
            if words:
                index[words[0]].append((words, row["class"], row["place"]))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(index)


@cache
def stamp_labels() -> frozenset[str]:
    """Words that stand before a printed date."""
    rows = [row for row in table("page_cues") if row["class"] == "stamp"]
    return frozenset(
        word for row in rows for word in WORD.findall(key(row["forms"].replace("|", " ")))
    )


@cache
def _openers(kind: str) -> frozenset[str]:
    """Folded words of a kind of the table `prose_openers`."""
    rows = [row for row in table("prose_openers") if row["kind"] == kind]
    return frozenset(key(form) for row in rows for form in row["forms"].split("|"))


@cache
def _onward() -> dict[str, list[tuple[str, ...]]]:
    """What carries a report on, by its first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in _openers("onward"):
        words = tuple(form.split())
        found[words[0]].append(words)
    return dict(found)


def split_lines(text: str) -> list[Line]:
    """The lines of a page that have a letter or digit, in order; one that a lost link broke in two
    is one.
    """
    return [
        _line(at, start, end, _BREAK.sub(" ", MARKS.sub("", text[start:end])).strip(), blank)
        for at, (start, end, blank) in enumerate(_mended(text, _printed(text)))
    ]


def _printed(text: str) -> Iterator[tuple[int, int, int]]:
    # Offsets of what each line prints, and how many blank lines stand before it.
    last_end: int | None = None
    for match in LINE.finditer(text):
        stripped = MARKS.sub("", match.group()).strip()
        if not stripped or not any(c.isalnum() for c in stripped):
            continue
        start, end = match.start(), match.end()
        blank = 0 if last_end is None else text.count("\n", last_end, start) - 1
        last_end = end
        while text[start].isspace() or MARKS.match(text[start]):
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield start, end, max(0, blank)


def _mended(text: str, lines: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    # Sites print a link as a line of its own, or lose it: the sentence around it is broken. Where
    # one is for certain, a few words between two pieces are a link, too.
    printed = list(lines)
    is_broken = any(
        _goes_over(text[a:b], text[c:d])
        for (a, b, _), (c, d, blank) in itertools.pairwise(printed)
        if blank == 0
    )
    if not is_broken:
        return printed
    mended: list[tuple[int, int, int]] = []
    after_link = False
    for start, end, blank in printed:
        first, last, above = mended[-1] if mended else (0, 0, 0)
        before, after = text[first:last], text[start:end]
        is_link = len(after.split()) <= _LONGEST_LINK and after[-1] not in _STOPS
        is_open = len(_ARABIC_WORD.findall(before)) >= _SHORTEST_BROKEN and before[-1] not in _STOPS
        over = is_open and (is_link or after_link or _goes_over(before, after))
        if mended and blank == 0 and over:
            mended[-1] = (first, end, above)
            after_link = is_link
        else:
            mended.append((start, end, blank))
            after_link = False
    return mended


def _goes_over(before: str, after: str) -> bool:
    """Whether a sentence certainly goes on in the next line."""
    words = before.split()
    return len(words) >= _SHORTEST_BROKEN and (
        key(words[-1]) in _dangling() or after.startswith(("،", ",", "؛"))
    )


@cache
def _dangling() -> frozenset[str]:
    return of_class("page_words", "dangling")


def _line(index: int, start: int, end: int, text: str, blank: int) -> Line:
    folded = fold(text[:_SEEN])
    words = WORD.findall(folded)
    letters = len(_LETTER.findall(text)) if len(text) < 400 else 400
    arabic = len(_ARABIC.findall(text)) if len(text) < 400 else 400
    line = Line(index, start, end, text, folded, words, blank, arabic / letters if letters else 0.0)
    if _STRONG_BULLET.match(text):
        line.bullet = "strong"
    elif _WEAK_BULLET.match(text):
        line.bullet = "weak"
    line.cues = _find_cues(words)
    line.is_stamp, line.day = read_line(folded, stamp_labels())
    features = prose_features(text[:_SEEN] if len(text) > _SEEN else text, folded, words)
    line.prose = sum(WEIGHTS[name] * value for name, value in features.items())
    line.goes_on = goes_on(words)
    line.is_onward = line.goes_on or bool(features["waw"])
    line.opens_report = bool(features["verb"])
    return line


def _find_cues(words: list[str]) -> list[Cue]:
    if len(words) > 80:
        return []
    index = _cue_index()
    cues: list[Cue] = []
    for at, word in enumerate(words):
        for form, kind, place in index.get(word, ()):
            if place != "any" and at > (1 if place == "start" and words[0].isdigit() else 0):
                continue
            if place == "whole" and len(form) != len(words):
                continue
            if tuple(words[at : at + len(form)]) == form:
                cues.append(Cue(kind, place, at, len(form)))
    return cues


def prose_features(text: str, folded: str, words: list[str]) -> dict[str, float]:
    """What tells a sentence of a report from a headline, as numbers (names as in WEIGHTS)."""
    verbs, onward = _openers("verb"), _onward()
    first = words[0] if words else ""
    opening = tuple(words[:4])
    count = len(words)
    tail = text.rstrip()[-3:]
    stop = bool(tail) and (
        tail[-1] in ".۔" or (len(tail) > 1 and tail[-1] in "\"”»'’)]" and tail[-2] in ".۔")
    )
    stop = stop and not tail.endswith("..")
    is_onward = any(form == opening[: len(form)] for form in onward.get(first, ()))
    with_waw = _begins_with_and(first)
    return {
        "bias": 1.0,
        "log_words": math.log(1 + count),
        "long": float(count >= 18),
        "very_long": float(count >= 30),
        "very_short": float(count <= 5),
        "stop": float(stop),
        "question": float(tail[-1:] in ("؟", "?", "!")),
        "close": float(tail[-1:] in ('"', "”", "»", ")")),
        "colon_end": float(tail[-1:] == ":"),
        "verb": float(first in verbs and not with_waw),
        "waw_verb": float(with_waw and first[1:] in verbs),
        "waw": float(with_waw and first[1:] not in verbs),
        "onward": float(is_onward),
        "commas": float(min(3, text.count("،") + text.count(","))),
        "inner_stop": float(min(2, len(_INNER_STOP.findall(text)))),
        "two_dots": float(".." in text or "…" in text),
        "early_colon": float(":" in " ".join(text.split(" ", 6)[:5])),
        "particles": float(min(4, sum(word in _PARTICLES for word in words))),
    }


def opens_lead(line: Line) -> bool:
    """Whether a line opens a report as its first sentence does: with a verb of reports, or with
    that verb behind words of time or occasion and a comma ("في إطار …، التقى …").
    """
    if line.opens_report or line.is_onward:
        return line.opens_report
    verbs = _openers("verb")
    parts = _COMMA.split(line.folded, _COMMAS_OF_OCCASION)[1:]
    return any(words[0] in verbs for part in parts if (words := WORD.findall(part)))


def states_fact(line: Line) -> bool:
    """Whether a line begins with a perfect verb that is no noun, as sentences do and headlines do
    not ("أسس الشركة عام 1985").
    """
    is_verb = line.opens_report and line.words[0] not in _openers("noun")
    return is_verb and not ends_as_question(line)


def is_clock(line: Line) -> bool:
    """Whether a line is a time of day and nothing else, as it stands above an entry of a live
    page.
    """
    return line.is_stamp and line.day is None and _CLOCK.match(line.folded) is not None


def ends_as_question(line: Line) -> bool:
    """Whether a line ends with a question mark ("؟", "؟!")."""
    return line.text.rstrip('!"”»').endswith("؟")


def tells_on(line: Line) -> bool:
    """Whether a verb of reports opens a line about an event told before ("شهد اللقاء …")."""
    if not line.opens_report or line.size < 3:
        return False
    _, event, after = line.words[:3]
    return event in of_class("page_words", "event") and not after.startswith("ال")


def goes_on(words: list[str]) -> bool:
    """Whether a sentence of these folded words carries a report on: "وأضاف …", "كما …", "من جهته
    …".
    """
    verbs, onward = _openers("verb"), _onward()
    first = words[0] if words else ""
    if _begins_with_and(first) and first[1:] in verbs:
        return True
    return any(form == tuple(words[: len(form)]) for form in onward.get(first, ()))


def _begins_with_and(word: str) -> bool:
    """Whether a word begins with the conjunction; "ودعت" is "and called for" far more often than
    "bade farewell".
    """
    verbs, nouns = _openers("verb"), _openers("noun_with_waw")
    is_open = len(word) > 2 and word[0] == "و" and word not in nouns
    return is_open and (word not in verbs or word[1:] in verbs)


#: Log-odds that a line is a sentence of a report rather than a headline, by logistic regression
#: (training/train_page.py).
WEIGHTS = {row["feature"]: float(row["weight"]) for row in table("page_prose")}
