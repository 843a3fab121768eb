"""The outlet of an article, as the page prints it.

Here: the places where pages print it (a source line, the window's title, the masthead, the line of
city and outlet, the words before the text, the line of rights) and what may be a name there. Not
here: the words (`page_outlets.tsv`, `outlet_states.tsv`).
"""

from __future__ import annotations

import re
from functools import cache

from reader import lexicon
from reader.page.layout import Segment
from reader.page.lines import WORD, Line
from reader.page.roles import BYLINE, CLOSING, FURNITURE, HEAD, SECTION, SOURCE, TITLE, after
from reader.places import country_of_city
from reader.text import key

_RIGHTS = re.compile(r"©|حقوق|copyright|rights reserved")
#: What stands between a city and an outlet on one line; the reader drops the tatweel that some use
#: as a dash.
_BETWEEN = re.compile(r"\s*[|/،,]\s*|\s+[-–—]+\s+|\s{2,}")
#: An outlet's name before the first words of a text: "شبكة المرفأ :- بدأت …", "المرفأ نيوز - بدأت
#: …".
_BEFORE_TEXT = re.compile(r"^\(?([^\n:\-–—()«»\"“”]{3,40}?)\)?\s*(?::\s?[-–—]|\s[-–—]{1,2}\s)")


#: What stands between a headline and the site's name behind it, and that name.
_SITE_BEHIND = re.compile(r"(?:\s[-–—\u0640]+\s?|\s?[|•·]\s?)([^-–—\u0640|•·:]{2,40})$")
_LATIN = re.compile(r"(?=.*[A-Za-z]{2})[^\u0621-\u064a]+$")
_SHORTEST_HEADLINE = 3  # words before the site's name


def outlet(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int, body_end: int
) -> str | None:
    """The publisher's name as printed, or None: from the place that says it most plainly to the one
    that says it least.
    """
    return (
        _in_source_line(lines, roles, segment, body_end)
        or _in_window_title(lines, roles, segment, body_start)
        or _above_the_text(lines, roles, segment, body_start)
        or _before_the_text(lines[body_start])
        or _in_line_of_rights(lines, roles, segment, body_end)
    )


def _in_source_line(
    lines: list[Line], roles: list[str], segment: Segment, body_end: int
) -> str | None:
    for at in range(body_end + 1, segment.last + 1):
        if roles[at] == SOURCE:
            cue = next(
                cue for cue in lines[at].cues if cue.kind == "source" and cue.place == "start"
            )
            if name := _name(after(lines[at], cue)):
                return name
        if roles[at] == HEAD:
            break
    return None


def _in_window_title(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int
) -> str | None:
    # The title of the window ends with the site's name: "headline - name" (`neighbours` has marked
    # its line as furniture).
    if segment.first or segment.headline is None:
        return None
    headline = lines[segment.headline]
    for line, role in zip(lines[:body_start], roles, strict=False):
        if role == FURNITURE and line.key.startswith(headline.key + " "):
            ends = [match.end() for match in WORD.finditer(line.folded)]
            rest = line.text[ends[headline.size - 1] :].lstrip(" \"”»'.؟!")
            if rest[:1] in "-–—|•·:«»":
                return _name(rest.lstrip("-–—|•·:«» "))
    return None


def site_behind(headline: str) -> tuple[str, str | None]:
    """A headline without the site's name behind it ("… - صحيفة المرفأ"), and that name; the
    headline as it is and None where nothing behind it is a site's name."""
    found = _SITE_BEHIND.search(headline)
    if found is None or len(headline[: found.start()].split()) < _SHORTEST_HEADLINE:
        return headline, None
    name = _name(found[1])
    if name is None:
        return headline, None
    words = key(name).split()
    is_site = (
        _has_outlet_word(words)
        or words[0] in _words("site")
        or _LATIN.match(name) is not None  # "… - Harbour News" behind an Arabic headline
        or any(_is_known(words[:n]) or _is_known(words[n:]) for n in range(len(words)))
    )
    return (headline[: found.start()].rstrip(), name) if is_site else (headline, None)


def _is_known(words: list[str]) -> bool:
    return " ".join(words) in _known_beside()


def _above_the_text(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int
) -> str | None:
    # Above an embedded article's headline the page's own furniture may stand.
    first = segment.first if segment.first == 0 else (segment.headline or segment.first) + 1
    for at in range(first, body_start):
        line = lines[at]
        if roles[at] not in (TITLE, SECTION, BYLINE, FURNITURE) or at == segment.headline:
            continue
        if line.size > 6 or line.text.endswith(":"):
            continue
        parts = [part.strip(" -–—|:،.()") for part in _BETWEEN.split(line.text.strip())]
        if len(parts) == 2:
            if name := _beside(*parts):
                return name
        elif key(parts[0]) in _known() or line.key in _known():
            return parts[0]
        elif roles[at] in (TITLE, SECTION) and 2 <= line.size <= 5 and _has_outlet_word(line.words):
            return line.text.strip(" -|:،.")
    return None


def _beside(first: str, second: str) -> str | None:
    # "دبي - العربية", "العربية نت، وكالات"; "شبوة - صوت الوادي نت": with a word of outlets no place
    # need be known.
    if (name := _name(second)) is None:
        return first if key(first) in _known() and _no_outlet().match(key(second)) else None
    if _has_outlet_word(key(name).split()):
        return name
    return name if key(name) in _known_beside() and country_of_city(first) else None


def _before_the_text(line: Line) -> str | None:
    found = _BEFORE_TEXT.match(line.text)
    if not found or len(found[1].split()) > 4:
        return None
    name = _name(found[1])
    if name is None:
        return None
    words = key(name).split()
    known = key(name) in _known() or (len(words) >= 2 and _has_outlet_word(words))
    return name if known else None


def _in_line_of_rights(
    lines: list[Line], roles: list[str], segment: Segment, body_end: int
) -> str | None:
    if segment.first:
        return None
    for at in range(body_end + 1, len(lines)):
        if roles[at] in (CLOSING, FURNITURE) and (named := _rights_holder(lines[at])):
            return named
    return None


def _rights_holder(line: Line) -> str | None:
    # "جميع الحقوق محفوظة © صوت الوادي 2024": what is left without the words of the formula.
    if line.size > 12 or not _RIGHTS.search(line.folded):
        return None
    formula = _words("rights")
    left = [
        match
        for match in WORD.finditer(line.folded)
        if match.group() not in formula and not match.group().isdigit()
    ]
    if not 1 <= len(left) <= 4 or left[-1].end() - left[0].start() > 40:
        return None
    name = line.text[left[0].start() : left[-1].end()]
    if any(c.isdigit() or c in ".،," for c in name):
        return None
    first = left[0].group()
    if first.startswith("لل"):
        return None  # "للموقع"
    if first[0] == "ل" and first[1:] in _words("word"):
        name = name[1:]
    elif first[0] == "ل" and line.text[left[0].start() - 1 : left[0].start()] in ("", " "):
        return None  # a name that begins with ل, or a preposition: who knows
    return _name(name)


def _name(text: str) -> str | None:
    name = re.split(r"\s*[+|/،,؛]\s*|\s+[-–]\s+|\s\+", text.strip(" :：-–|./\t"))[0].strip(
        ' :-–|."«»()'
    )
    folded = key(name)
    words = folded.split()
    if not 1 <= len(words) <= 6 or _no_outlet().match(folded) or folded in _words("agency"):
        return None
    return name


def _has_outlet_word(words: list[str]) -> bool:
    return words[0] in _words("word") or words[-1] in _words("word")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        key(form)
        for row in lexicon.table("page_outlets")
        if row["class"] == kind
        for form in row["forms"].split("|")
    )


@cache
def _no_outlet() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words("none"), key=len, reverse=True)))


@cache
def _known_beside() -> frozenset[str]:
    """Names that are an outlet's behind a city ("دبي - العربية"), though some are common words
    elsewhere.
    """
    return _words("name") | _words("common") | lexicon.forms("outlet_states", "names")


@cache
def _known() -> frozenset[str]:
    """Names that are an outlet's wherever they stand alone."""
    several = (name for name in lexicon.forms("outlet_states", "names") if " " in name)
    return _words("name").union(several)
