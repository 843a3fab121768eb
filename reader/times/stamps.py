"""Dates as pages print them: a line that is a stamp, a date in full inside a line, the date in a
page's metadata.

Here: full dates (day, month, year) in every style of Arabic, English and French pages, and what may
stand around them on a line of their own. Not here: time expressions of running text
(`reader.times.grammar`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from reader.lexicon import of_class
from reader.text import fold
from reader.times.calendar import HIJRI_MONTH, MONTH, MONTHS, WEEKDAY, WEEKDAYS, named

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SEP = r"[\s,،/\-–.|]*"
_OF = r"(?:من\s+)?(?:شهر\s+)?"
_TWO_NAMES = rf"(?P<m>{MONTH})(?:\s*[/\\(-]\s*(?:{MONTH})\)?)?"
#: Full dates, in order of trust; names of groups: y, m, d; n is a month as a number.
_FULL = [
    re.compile(
        rf"(?<![\d.]){_YEAR}\s?[-/.]\s?(?P<n>\d\d?)\s?[-/.]\s?(?P<d>\d\d?)(?!\d)(?:t?[\d:.]*(?:z|[+-]\d\d:?\d\d)?)"
    ),
    re.compile(rf"(?<![\d.])(?P<d>\d\d?)\s?([-/.])\s?(?P<n>\d\d?)\s?\2\s?{_YEAR}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er)?{_SEP}{_OF}(?<![^\W\d_]){_TWO_NAMES}(?!\w){_SEP}(?:عام|سنه|لسنه|لعام)?\s*{_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<!\w){_TWO_NAMES}(?!\w)\.?\s*(?P<d>\d\d?)(?:st|nd|rd|th)?{_SEP}{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}{_SEP}(?<!\w){_TWO_NAMES}(?!\w)\s*(?P<d>\d\d?)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}\s+(?:{WEEKDAY})\s+(?P<d>\d\d?)\s+(?<!\w){_TWO_NAMES}(?!\w)"),
    # As programs for left-to-right scripts print "08 نوفمبر 2018 13:04".
    re.compile(rf"(?<!\d)(?P<d>\d\d?)\s+(?:\d\d?:\d\d\s+)?{_YEAR}\s+(?P<m>{MONTH})(?!\w)"),
]
#: The clock with seconds that programs print behind a date with the month first.
_AMERICAN_CLOCK = re.compile(r"\s+\d\d?:\d\d:\d\d\s?[ap]m(?!\w)")
_HIJRI = re.compile(
    rf"(?<!\d)(?P<d>\d\d?){_SEP}{_OF}(?<!\w)(?P<m>{HIJRI_MONTH})(?!\w){_SEP}(?:عام|سنه)?\s*(?P<y>1[34]\d\d)(?!\d)\s*(?:هـ?|هجري[هة]?|ه\.)?"
)
_HIJRI_IN_DIGITS = re.compile(
    r"(?<![\d./-])(?:\d\d?\s?[-/.]\s?\d\d?\s?[-/.]\s?1[34]\d\d|1[34]\d\d\s?[-/.]\s?\d\d?\s?[-/.]\s?\d\d?)(?!\d)\s*(?:هـ?|هجري[هة]?)?(?!\w)"
)
_PART = re.compile(
    rf"(?<!\d)\d\d?{_SEP}{_OF}(?<!\w)(?:{MONTH})(?!\w)|(?<!\w)(?:{MONTH})(?!\w)\s+\d\d?(?![\d\w])"
)
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.٫]\s?\d\d(?:\s?:\s?\d\d)?(?!\d)|(?<!\d)\d{1,2}\s?(?:am|pm|صباحا|مساء|ظهرا)(?!\w)|(?:gmt|utc)\s?[+-]?\s?\d*(?::\d\d)?|(?<=\s)[+-]\d{4}(?!\d)"
)
_ISSUE = re.compile(r"(?:العدد|عدد|السنه)\s*:?\s*\(?\d{1,6}(?!\d)")
_AGO = re.compile(
    r"(?:منذ|قبل|مضي|since)\s+(?:\d+\s+|عده\s+|نحو\s+|حوالي\s+)?(?:ثاني\w+|ثواني?|دقيق\w*|دقايق|ساع\w+|يوم\w*|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر|شهور|عام\w*|اعوام|سن\w+)"
    r"(?:\s+و\s?(?:\d+\s+)?\w+)?|\d+\s+(?:minutes?|hours?|days?|weeks?|months?|years?|mins?|hrs?)\s+ago|(?:الان|now|just now)$"
)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{WEEKDAY})(?!\w)")
_DAY_WORD = re.compile(r"(?<!\w)(?:اليوم|امس|يوم|today|yesterday)(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_AROUND = of_class("page_words", "around_stamp")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in print: offsets into the folded text, and the day (None where it is no full,
    sound date).
    """

    start: int
    end: int
    day: date | None


def full_dates(folded: str) -> list[Stamp]:
    """Full dates of a folded text in order, those that no calendar has with day None; Hijri ones
    too, which tables convert to within a day only."""
    found: list[Stamp] = []
    for pattern in _FULL:
        for match in pattern.finditer(folded):
            if not any(match.start() < s.end and s.start < match.end() for s in found):
                found.append(Stamp(match.start(), match.end(), _day(match, folded)))
    if not found:
        for match in _HIJRI.finditer(folded):
            found.append(Stamp(match.start(), match.end(), None))
    return sorted(found, key=lambda stamp: stamp.start)


def _day(match: re.Match[str], folded: str) -> date | None:
    groups = match.groupdict()
    year, day = int(groups["y"]), int(groups["d"])
    month = named(groups["m"], MONTHS) if groups.get("m") else int(groups["n"])
    candidates = [(year, month, day)]
    if groups.get("n") and _may_be_swapped(match):
        candidates.append((year, day, month))
        if _AMERICAN_CLOCK.match(folded, match.end()):
            candidates.reverse()
    weekday = _weekday_near(folded, match.start(), match.end())
    for candidate in candidates:
        try:
            value = date(*candidate)
        except ValueError:
            continue
        if weekday is None or value.isoweekday() == weekday:
            return value
    return None


def _may_be_swapped(match: re.Match[str]) -> bool:
    """Whether day and month of a date in digits may have changed places (never where the year
    stands first).
    """
    return match.start("y") > match.start("d")


def _weekday_near(folded: str, start: int, end: int) -> int | None:
    before = _WEEKDAY.findall(folded, max(0, start - 16), start)
    if before:
        return named(before[-1], WEEKDAYS)
    after = _WEEKDAY.match(folded, end + 1)
    return named(after.group(), WEEKDAYS) if after else None


def read_line(folded: str, labels: frozenset[str]) -> tuple[bool, date | None]:
    """Whether a folded line is a date stamp and nothing else, and its day where that is printed in
    full.

    `labels` are the words of labels before dates (class `stamp` of the table `page_cues`).
    """
    if len(folded) > 130 or (not any(c.isdigit() for c in folded) and not _AGO.search(folded)):
        return False, None
    stamps = full_dates(folded)
    rest = folded
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    hit = bool(stamps)
    for pattern in (_HIJRI, _HIJRI_IN_DIGITS, _CLOCK, _PART, _AGO):
        rest, count = pattern.subn(" ", rest)
        hit = hit or count > 0
    if not hit:
        return False, None
    rest = _ISSUE.sub(" ", _DAY_WORD.sub(" ", _WEEKDAY.sub(" ", rest)))
    for word in _WORD.findall(rest):
        if word not in _AROUND and word not in labels and not (word.isdigit() and len(word) <= 3):
            return False, None
    days = [stamp.day for stamp in stamps if stamp.day]
    return True, days[0] if days else None


def metadata_day(value: str | None) -> date | None:
    """The day that a page's metadata state: ISO 8601, RFC 2822, seconds since 1970, or any printed
    style. None otherwise.
    """
    if not value or not (text := value.strip()):
        return None
    if text.isdigit() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text[:10]), UTC).date()
    stamps = [stamp for stamp in full_dates(fold(text)) if stamp.day]
    if stamps:
        return stamps[0].day
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None
