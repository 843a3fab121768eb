"""What a line of a page is, as far as the line alone tells: prose, a headline-like line, or which
kind of furniture.

Here: from features and cues to one role a line. Not here: which article a line belongs to
(`reader.page.layout`).
"""

from __future__ import annotations

import re

from reader.lexicon import of_class
from reader.page.lines import POST_INSIDE, POST_PART, POST_SIGNATURE, WORD, Cue, Line

PROSE = "prose"  # a sentence of a report
TITLE = "title"  # short text without a known sense: headline, subhead, caption, label
LINK = "link"  # the headline of another page, marked as such on its line
HEAD = "head"  # a heading of links or of a further article
SOURCE = "source"
KEYWORDS = "keywords"
BYLINE = "byline"
_SURE_CLOSINGS = 2  # cues of what follows an article, in a line that seems to carry it on
_SURE_CREDIT = 3  # words of a byline that opens no sentence ("نقله إلى العربية: فلان.")
_FEWEST_MESSAGES = 2  # of a digest
_LONGEST_LABEL = 8  # words of a caption with a full stop behind its credit
_LONGEST_CAPTION = 30  # words of one whose label stands above it
_FEWEST_HEADLINES, _SHORTEST_HEADLINE = 5, 4  # of a ticker on one line; words of most of them
_SHORTEST_SENTENCE = 5  # words of one that carries a report on ("وأضاف …")
STAFF = "staff"
STAMP = "stamp"
CAPTION = "caption"
POST = "post"
SECTION = "section"
AD = "ad"
FURNITURE = "furniture"  # controls, menus, players, text that is not Arabic
CLOSING = "closing"  # comment forms, newsletters, rights: the article is over

#: Roles of lines that end the article before them.
ENDINGS = frozenset((SOURCE, KEYWORDS, CLOSING))
#: Roles that may stand in the midst of an article's paragraphs.
INSERTS = frozenset((LINK, CAPTION, POST, AD, FURNITURE))

_IMPERATIVES = of_class("page_words", "imperative")
_HEAD_NOUNS = of_class("page_words", "head_noun")
_DOUBTFUL_LABELS = of_class("page_words", "doubtful_label")
_CREDIT = re.compile(
    r"\((?:رويترز|ا ?ف ?ب|اف ب|ا\.ف\.ب|فرانس برس|الفرنسيه|اسوشيتد ?برس|اسوشييتد ?برس|الاناضول|غيتي\w*|جيتي\w*|ارشيف\w*|ارشيفيه|الجزيره\w*|وكالات|مواقع التواصل\w*|"
    r"الاوروبيه|الالمانيه|بترا|سبا|وام|واس|سانا|واج|كونا|قنا|reuters|afp|ap|epa|getty.*|الصحافه\w*|[\w ]{1,25}-\s?ارشيف)\)\s*$"
)
#: Whose picture it is, in Latin letters at the end, often glued to the caption.
_PHOTO_BY = re.compile(r"(?:صوره(?: من)?|تصوير|كريديت)\s?:\s?[^\u0621-\u064a]{3,80}$")
#: "اقرأ أيضاً" whose link is glued to it, in folded letters.
_GLUED_LINK = re.compile(r"[^\w]*(?:اقرا|اقراوا|اقرووا|طالع|شاهد|تابع|انظر)\s+ايضا(?=[\w\"“«])")
_WIDE_GAP = re.compile(r" {3,}")
_DELIMITER = re.compile(r"\s*(?:[:：؛|!»«>‹›<…]|\.\.+|[-–—]\s|\.\s|$)+")
_BREADCRUMB = re.compile(r"\s[>»›/\\←|]\s|\s>>?\s")
#: The way to a page from the site's first, with the page's own headline at its end.
_TRAIL = re.compile(r"(?:الصفحه\s+)?(?:الرييسيه|home)\s?[/>»›\\|←]")
_LONGEST_TRAIL = 30  # words
_COLON_AFTER = re.compile(r"\s*[:：/|]")


def assign(lines: list[Line]) -> list[str]:
    """The role of each line of a page, in order."""
    roles = [_role(line) for line in lines]
    for at, role in enumerate(roles):
        line = lines[at]
        if (
            role == STAFF
            and line.has("staff", "start")
            and ":" not in line.text
            and "|" not in line.text
        ):
            # An office alone on its line: the next line is who holds it.
            following = at + 1
            if following < len(lines) and roles[following] == TITLE and lines[following].size <= 5:
                roles[following] = STAFF
        if role == POST and _is_signature(line):
            _take_post(lines, roles, at)
        if role == CAPTION and _is_caption_label(line) and at + 1 < len(lines):
            _take_caption(lines, roles, at + 1)
    _take_messages(lines, roles)
    return roles


def _is_signature(line: Line) -> bool:
    return line.text[:1] in "—–-" and "(@" in line.text and line.size <= 16


def _take_messages(lines: list[Line], roles: list[str]) -> None:
    # A digest of messages, each behind a sign ("🔴 …."), has no other prose: they are no links.
    marked = [
        at
        for at, line in enumerate(lines)
        if line.bullet == "strong" and not line.has("related") and line.text.endswith(".")
    ]
    others = (at for at, role in enumerate(roles) if role == PROSE and lines[at].bullet != "strong")
    if len(marked) >= _FEWEST_MESSAGES and next(others, None) is None:
        for at in marked:
            roles[at] = PROSE if roles[at] == LINK else roles[at]


def _is_caption_label(line: Line) -> bool:
    # "التعليق على الصورة،" alone: the caption is on the next line.
    start = _opening_cue(line, "caption")
    return start is not None and 1 < start.count == line.size and line.text[-1:] in "،:,"


def _take_caption(lines: list[Line], roles: list[str], at: int) -> None:
    if roles[at] in (TITLE, PROSE) and not lines[at].goes_on and lines[at].size <= _LONGEST_CAPTION:
        roles[at] = CAPTION


def _take_post(lines: list[Line], roles: list[str], at: int) -> None:
    # The author's line of a post stands after its words: at least the line before, and lines above
    # that show they are of a post.
    above = at - 1
    if above >= 0 and roles[above] in (PROSE, TITLE, FURNITURE, LINK):
        roles[above] = POST
        above -= 1
    while (
        above >= 0
        and at - above <= 4
        and (lines[above].arabic_share < 0.35 or POST_PART.search(lines[above].text))
    ):
        roles[above] = POST
        above -= 1


def _role(line: Line) -> str:
    if line.is_stamp:
        return STAMP
    if _is_post(line):
        return POST
    if not line.words or all(word.isdigit() for word in line.words):
        return FURNITURE
    if line.has("ad", "whole"):
        return AD
    if line.has("control", "whole"):
        return FURNITURE
    if line.arabic_share < 0.35:
        return _latin_role(line)
    if _is_ticker(line.text):
        return FURNITURE
    if related := _related_role(line):
        return related
    for role, is_so in _MARKED:
        if is_so(line):
            return role
    if furniture := _furniture_role(line):
        return furniture
    text, size = line.text, line.size
    if line.bullet == "strong" and not (line.prose > 2 and text.endswith(".")) and size <= 35:
        return LINK
    # Headlines end with no full stop: of 22,632 in three collections, under 1 in 1,000.
    stopped = size >= 5 and text.rstrip("\"”»'").endswith(".") and not text.endswith("..")
    carries_on = line.goes_on and line.words[0][0] == "و" and size >= _SHORTEST_SENTENCE
    return PROSE if line.is_prose or stopped or carries_on else TITLE


def _is_ticker(text: str) -> bool:
    """Whether a line is headlines of other pages with wide gaps between them."""
    headlines = [part for part in _WIDE_GAP.split(text) if part]
    short = sum(len(part.split()) < _SHORTEST_HEADLINE for part in headlines)
    stopped = sum(part.endswith((".", "،", ":")) for part in headlines)
    return len(headlines) >= _FEWEST_HEADLINES and 5 * (short + stopped) <= len(headlines)


def _opening_cue(line: Line, kind: str) -> Cue | None:
    return next((cue for cue in line.cues if cue.place == "start" and cue.kind == kind), None)


def _is_keywords(line: Line) -> bool:
    start = _opening_cue(line, "keywords")
    return (
        start is not None
        and _is_label(line, start, free=start.count > 1)
        and (line.prose < 6 or bool(_COLON_AFTER.match(after(line, start))))
    )


def _is_source(line: Line) -> bool:
    start, size = _opening_cue(line, "source"), line.size
    if start is None or size > 12 or line.is_onward:
        return False
    return (
        (size <= 9 and bool(_COLON_AFTER.match(after(line, start))))
        or (size <= 5 + start.count and line.prose < 0 and start.count >= 2)
        or size == start.count
    )


def _is_staff(line: Line) -> bool:
    return line.size <= 8 and line.prose < 1 and line.has("staff") and _looks_like_staff(line)


def _is_section(line: Line) -> bool:
    return (
        line.has("section", "whole")
        or (line.size <= _LONGEST_TRAIL and _TRAIL.match(line.folded) is not None)
        or (
            line.size <= 14
            and _BREADCRUMB.search(line.text) is not None
            and line.prose < 0
            and (line.has("section") or _all_parts_short(line.text))
        )
    )


def _is_caption(line: Line) -> bool:
    text, size = line.text, line.size
    credit = _CREDIT.search(line.folded.rstrip(".")) or _PHOTO_BY.search(line.folded)
    # A sentence with its stop before the credit is the last of a text.
    stopped = text.endswith(".") and (size > _LONGEST_LABEL or line.opens_report or line.is_onward)
    of_picture = credit and not stopped and text[: credit.start()].rstrip()[-1:] != "."
    if line.has("caption", "whole") or (of_picture and size <= 25):
        return True
    start = _opening_cue(line, "caption")
    if start is None or size > 20:
        return False
    rest = after(line, start).lstrip()
    long_label = start.count > 1 and rest[:1] in ("،", "")  # "صدر الصورة، …"
    return text.startswith("©") or long_label or bool(_COLON_AFTER.match(rest))


def _is_post(line: Line) -> bool:
    if line.size > 70:
        return False
    inside = POST_INSIDE.search(line.text)
    if inside and len(line.text) - inside.end() > 40:
        return False  # the report goes on behind it
    signature, part = POST_SIGNATURE.search(line.text), POST_PART.search(line.text)
    if not (signature or part):
        return False
    return not (line.is_onward and line.size > 14 and line.text.endswith("."))


def _latin_role(line: Line) -> str:
    if any(cue.kind in ("comments", "legal", "letter") for cue in line.cues):
        return CLOSING
    if any(cue.kind == "keywords" for cue in line.cues) and line.size <= 2:
        return KEYWORDS
    if line.has("related") and line.size <= 4:
        return HEAD
    return FURNITURE


def after(line: Line, cue: Cue) -> str:
    """The text of a line after a cue."""
    ends = [match.end() for match in WORD.finditer(line.folded)]
    return line.text[ends[cue.first + cue.count - 1] :]


def _related_role(line: Line) -> str | None:
    size = line.size
    if _GLUED_LINK.match(line.folded) and size <= 35:
        return LINK
    start = next((cue for cue in line.cues if cue.kind == "related" and cue.place == "start"), None)
    whole = line.has("related", "whole")
    if whole:
        return HEAD
    mod = next((cue for cue in line.cues if cue.kind == "related_mod"), None)
    if start:
        rest = after(line, start)
        left = size - start.first - start.count
        if left <= 0:
            return HEAD
        if (
            mod
            and mod.first >= start.first
            and left <= 4
            and line.prose < 0
            and not _DELIMITER.match(rest)
        ):
            return HEAD
        if _DELIMITER.match(rest) and not line.is_onward:
            return LINK if left > 2 else HEAD
        if line.words[start.first] in _IMPERATIVES and start.count >= 2:
            return LINK if left > 3 else HEAD
        if size <= 5 and line.prose < -4:
            return HEAD
    if mod and size <= 7 and line.prose < 2 and not line.text.endswith((".", "؟")):
        opens = mod.first == 0 or line.words[0] in _HEAD_NOUNS or line.words[0] in _IMPERATIVES
        return HEAD if opens else None
    return None


def _is_label(line: Line, cue: Cue, *, free: bool) -> bool:
    rest = after(line, cue)
    return line.size == cue.count or bool(_COLON_AFTER.match(rest)) or (free and line.prose < 4)


def _looks_like_staff(line: Line) -> bool:
    cue = next(cue for cue in line.cues if cue.kind == "staff")
    return line.size <= cue.count + 4


def _is_byline(line: Line) -> bool:
    cue = next((cue for cue in line.cues if cue.kind == "byline" and cue.place == "start"), None)
    if cue is None or line.size > 10:
        return False
    if line.text.endswith((".", "؟")) and cue.count < _SURE_CREDIT:
        return False
    rest = after(line, cue)
    left = line.size - cue.count
    if left == 0:
        return False
    colon = bool(_COLON_AFTER.match(rest)) or rest.lstrip()[:1] in "-–"
    if line.words[cue.first] in _DOUBTFUL_LABELS and cue.count == 1:
        return (
            left <= 4 if colon else left <= 3 and line.words[0] in ("كتب", "كتبت", "تحرير", "ترجمه")
        )
    return left <= 6 if colon else left <= 4


def _all_parts_short(text: str) -> bool:
    parts = _BREADCRUMB.split(text)
    return len(parts) >= 2 and all(len(part.split()) <= 3 for part in parts)


def _furniture_role(line: Line) -> str | None:
    size = line.size
    closings = sum(cue.kind in ("comments", "letter", "legal") for cue in line.cues)
    if line.is_onward and size > 8 and closings < _SURE_CLOSINGS:
        return None
    kinds: dict[str, int] = {}
    covered: set[int] = set()
    start_kind, start_count = "", 0
    for cue in line.cues:
        if cue.kind in ("control", "comments", "letter", "legal", "about", "ad"):
            words = range(cue.first, cue.first + cue.count)
            if not covered.issuperset(words):
                kinds[cue.kind] = kinds.get(cue.kind, 0) + 1
            covered.update(words)
            if cue.place != "any" and cue.count > start_count:
                start_kind, start_count = cue.kind, cue.count
    if not kinds:
        return None
    share = len(covered) / size
    closing = kinds.get("comments", 0) + kinds.get("letter", 0) + kinds.get("legal", 0)
    if start_kind and size <= 9 and share >= 0.34 and not (line.prose > 1 and start_count == 1):
        return CLOSING if start_kind in ("comments", "letter", "legal") else FURNITURE
    if kinds.get("control", 0) >= 3 and share >= 0.5:
        return FURNITURE
    if start_kind in ("comments", "letter") and start_count >= 2 and size <= 30:
        return CLOSING
    if closing and ((size <= 14 and share >= 0.2) or (closing >= 2 and size <= 45) or closing >= 3):
        return CLOSING
    if kinds.get("about", 0) >= 2 and size <= 70 and not line.text[:1].isdigit():
        return CLOSING
    if kinds.get("control", 0) and size <= 4 and share >= 0.5:
        return FURNITURE
    return None


#: Roles that cues of their own mark, in the order in which they are tried.
_MARKED = (
    (KEYWORDS, _is_keywords),
    (SOURCE, _is_source),
    (STAFF, _is_staff),
    (BYLINE, _is_byline),
    (SECTION, _is_section),
    (CAPTION, _is_caption),
)
