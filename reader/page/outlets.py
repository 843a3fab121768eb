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
from reader.page.lines import WORD, Line, stamp_labels
from reader.page.roles import BYLINE, CLOSING, FURNITURE, HEAD, SECTION, SOURCE, TITLE, after
from reader.places import country_of_city, country_of_name, country_of_region
from reader.text import fold, key
from reader.times.calendar import MONTHS, WEEKDAY, WEEKDAYS
from reader.times.stamps import full_dates, read_line

_RIGHTS = re.compile(r"©|حقوق|copyright|rights reserved")
#: What stands between a city and an outlet on one line; the reader drops the tatweel that some use
#: as a dash.
_BETWEEN = re.compile(r"\s*[|/،,_]\s*|\s+[-–—]+\s*|[-–—]+\s+|\s{2,}|(?<=\w\w)\.\s+(?=\w)")
#: A dash without spaces: between a city and its agency ("المرفأ-سانا"), but also within a name.
#: How archives of papers say where a text was printed: "نشر في المرفأ يوم 23 - 11 - 2012".
_PRINTED_IN = re.compile(r"نشر في\s+(\w[^\d]{1,30}?)\s+يوم\s+\d")
_EDGES = " -–—|:،.()*'\"“”‘’«»"
_WEEKDAY = re.compile(WEEKDAY)
_DASH = re.compile(r"(?<=\w)[-–—](?=\w)")
_MOST_WORDS = 9  # of a line of outlet, place, "special" and date
_MOST_PARTS = 3
_LONGEST_NAME = 4  # words of a name that only the text vouches for
#: An outlet's name before the first words of a text: "شبكة المرفأ :- بدأت …", "المرفأ نيوز - بدأت
#: …".
_BEFORE_TEXT = re.compile(r"^\(?([^\n:\-–—()«»\"“”]{3,40}?)\)?\s*(?::\s?[-–—]|\s?[-–—]{1,2}\s)")


#: What stands between a headline and the site's name behind it, and that name.
_SITE_BEHIND = re.compile(r"(?:\s[-–—\u0640]+\s?|\s?[|•·]\s?)([^-–—\u0640|•·:]{2,40})$")
_LATIN = re.compile(r"(?=.*[A-Za-z]{2})[^\u0621-\u064a]+$")
_SHORTEST_HEADLINE = 3  # words before the site's name


def outlet(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int, body_end: int
) -> str | None:
    """The publisher's name as printed, or None: from the place that says it most plainly to the one
    that says it least. A state's agency credited as the source comes last: others print its texts.
    """
    source = _in_source_line(lines, roles, segment, body_start, body_end)
    if source and key(source) not in _words("state_agency"):
        return source
    return (
        _in_window_title(lines, roles, segment, body_start)
        or _above_the_text(lines, roles, segment, body_start)
        or _before_the_text(lines[body_start])
        or _in_line_of_rights(lines, roles, segment, body_end)
        or source
    )


def _in_source_line(
    lines: list[Line], roles: list[str], segment: Segment, body_start: int, body_end: int
) -> str | None:
    head = body_start if segment.headline is None else segment.headline
    for at in (*range(head + 1, body_start), *range(body_end + 1, segment.last + 1)):
        if roles[at] == SOURCE:
            cue = next(
                cue for cue in lines[at].cues if cue.kind == "source" and cue.place == "start"
            )
            named = after(lines[at], cue)
            places = [part for part in _BETWEEN.split(named.strip(_EDGES)) if _is_place(part)]
            if places:
                named = named[named.index(places[0]) + len(places[0]) :]
            if name := _name(named):
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
    text = " ".join(line.folded for line in lines[body_start : segment.last + 1])
    for at in range(first, body_start):
        line = lines[at]
        if roles[at] not in (TITLE, SECTION, BYLINE, FURNITURE) or at == segment.headline:
            continue
        if line.size > _MOST_WORDS or line.text.endswith("؟"):
            continue
        if printed := _PRINTED_IN.match(line.folded):
            return _name(line.text[slice(*printed.span(1))])
        parts = _parts(line)
        if len(parts) > 1 or parts != [line.text.strip(_EDGES)]:
            if name := _among(parts, text):
                return name
        elif not parts or line.size > 6 or line.text.endswith(":"):
            continue
        elif (
            key(parts[0]) in _known()
            or line.key in _known()
            or _is_vouched_for(key(parts[0]), text, "ل")
        ):
            return parts[0]
        elif roles[at] in (TITLE, SECTION) and 2 <= line.size <= 5 and _has_outlet_word(line.words):
            return line.text.strip(" -|:،.")
    return None


def _parts(line: Line) -> list[str]:
    """The parts of a line between marks, without dates: "شبكة المرفأ | الخميس 16 تشرين الأول 2025"
    has one.
    """
    text = line.text
    for stamp in reversed(full_dates(line.folded)):
        text = f"{text[: stamp.start]} | {text[stamp.end :]}"
    parts = [part.strip(_EDGES) for part in _BETWEEN.split(text.strip())]
    if len(parts) == 1:
        parts = [part.strip(_EDGES) for part in _DASH.split(parts[0])]
        if len(parts) != 2 or not any(_is_place(part) for part in parts):
            parts = [text.strip(_EDGES)]
    labels = stamp_labels()
    return [
        part
        for part in parts
        if part and not read_line(fold(part), labels)[0] and not _WEEKDAY.fullmatch(fold(part))
    ]


def _among(parts: list[str], text: str) -> str | None:
    """Which of the parts of a line is the outlet: "دبي - العربية", "شبوة - صوت الوادي نت" (with a
    word of outlets no place need be known), "صدى الوادي/ شبوة/ خاص" (a name that no table has if
    the text vouches for it).
    """
    places = [part for part in parts if _is_place(part)]
    rest = [part for part in parts if part not in places and not _no_outlet().match(key(part))]
    if len(rest) > 1:
        rest = [part for part in rest if _has_outlet_word(key(part).split())]
    if len(rest) != 1 or len(parts) > _MOST_PARTS:
        return None
    name = _name(rest[0])
    if name is None:
        return None
    folded = key(name)
    if _has_outlet_word(folded.split()) or folded in _known():
        return name
    if places and _ends_as_site(folded.split()):
        return name
    if folded in (_known_beside() if places else _of_states()):
        return name
    return name if _is_vouched_for(folded, text, r"[وفبلك]?") else None


def _ends_as_site(words: list[str]) -> bool:
    """Whether folded words end as names of sites often do: "الساحل اليوم", "شارع 40"."""
    if len(words) != 2 or words[0] in MONTHS or words[0] in WEEKDAYS:
        return False
    return words[1] in _words("behind_place") or (words[1].isdigit() and not words[0].isdigit())


def _is_place(text: str) -> bool:
    return any(of(text) for of in (country_of_city, country_of_region, country_of_name))


def _is_vouched_for(folded: str, text: str, clitic: str) -> bool:
    """Whether the folded text names this outlet in quote marks or behind a word of outlets, each
    with a clitic of this pattern: "تلقته "صدى الوادي"", "في تصريح لوكالة صدى الوادي".
    """
    if not folded or len(folded.split()) > _LONGEST_NAME or _no_outlet().match(folded):
        return False
    nouns = "|".join(sorted(_words("word"), key=len, reverse=True))
    name = re.escape(folded)
    quoted = rf"(?<!\w){clitic}\s?[\"“”«'‘]\s?{name}\s?[\"“”»'’]"
    named = rf"(?<!\w){clitic}(?:ال|ل)?(?:{nouns})\s+[\"“«']?{name}(?!\w)"
    return re.search(f"{quoted}|{named}", text) is not None


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
    return _words("name") | _words("common") | _of_states()


@cache
def _of_states() -> frozenset[str]:
    """Names of outlets of one state."""
    return lexicon.forms("outlet_states", "names")


@cache
def _known() -> frozenset[str]:
    """Names that are an outlet's wherever they stand alone."""
    several = (name for name in _of_states() if " " in name)
    return _words("name").union(several)
