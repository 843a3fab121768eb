"""Words of time expressions, and the pieces of patterns over folded text that they make.

Here: the table `time_words` by kind, one piece of pattern a kind. Not here: whole forms
(`reader.times.grammar`), what they say (`reader.times.builders`).
"""

from __future__ import annotations

from reader.lexicon import table
from reader.text import key
from reader.times.calendar import ARABIC_WEEKDAY, MONTH, alternation


def _values(kind: str) -> dict[str, str]:
    return {
        key(form): row["value"]
        for row in table("time_words")
        if row["kind"] == kind
        for form in row["forms"].split("|")
    }


PAST, NEXT, THIS = _values("past"), _values("next"), _values("this")
BEFORE_LAST = _values("before_last")
DIRECTION = {**PAST, **NEXT, **THIS, **BEFORE_LAST}
UNITS, DUALS = _values("unit"), _values("dual")
NUMBERS, ORDINALS = _values("number"), _values("ordinal")
PARTS, VAGUE = _values("part"), _values("vague")
EVES = _values("eve")
#: Days of a month that name an event of a certain year.
EVENTS = frozenset(
    (int(month), int(day)) for month, day in (form.split("-") for form in _values("event"))
)
NOT_DAY = frozenset(_values("not_day"))
EXPECTED = frozenset(_values("expected"))
NOT_FUTURE = tuple(sorted(_values("not_future")))
#: Words before a date without a year that make it a name ("شارع 9 أفريل", "ثورة 25 يناير").
NAMED_BY_DATES = frozenset(_values("named_by_date"))
NOT_PAST_WORDS = frozenset(_values("not_past_word"))
NOT_FUTURE_WORDS = frozenset(_values("not_future_word"))
DIR = rf"(?P<dir>{alternation(DIRECTION)})(?!\w)"
MON = rf"(?P<m>{MONTH})(?!\w)(?:\s?[/\\(،-]\s?(?:{MONTH})\)?(?!\w))?"
YEAR = (
    r"(?:(?:من\s+)?(?:ال)?(?:عام|سنه)\s+)?(?P<y>(?:19|20)\d\d)(?![\d_a-z])(?![,.]\d)(?:\s?م(?!\w))?"
)
ORD = rf"(?P<ord>(?>{alternation(ORDINALS)}))(?!\w)"
DAYNUM = rf"(?:(?P<d>\d\d?)(?!\d)(?:st|nd|rd|th)?|{ORD})"
OF = r"(?:\s+من)?(?:\s+شهر)?\s*[/.,-]?\s*"
#: What may follow a month instead of a year.
OF_YEAR = r"(?:\s+من)?\s+(?:(?:ال)?(?:عام|سنه)\s+)"
TAIL = rf"(?:[\s,،/.-]{{0,3}}{YEAR}|{OF_YEAR}?{DIR}|\s+{DIR.replace('<dir>', '<dir2>')})?"
WD = rf"(?P<wd>{ARABIC_WEEKDAY})(?!\w)"
EVE = rf"(?:(?P<eve>{alternation(EVES)})\s+)"
UNIT = rf"(?P<unit>{alternation(UNITS)})(?!\w)"
DUAL = rf"(?P<dual>{alternation(DUALS)})(?!\w)"
NUM = rf"(?:(?P<n>\d{{1,3}})|(?P<nw>{alternation(NUMBERS)}))"
PART = rf"(?P<part>{alternation(PARTS)})(?!\w)"
#: After "two days ago" and the like: counted from another event, not from the article's day.
NOT_OF_ANOTHER = r"(?!\s+(?:(?:من|علي|لل|ل)(?:\s|\w)|\d|ال\w))"
#: Words for a day by its distance from the article's, to days.
RELATIVE = {word: int(days) for word, days in _values("relative").items()}
REL = rf"(?P<rel>{alternation(RELATIVE)})(?!\w)"
BEFORE_DAY = rf"{EVE}?(?:{REL}\s*[،,]?\s*)?(?:(?:يوم|نهار|ليله)\s+)?"
RANGE = r"(?:\s?[-–—]+\s?|\s+(?:و|الي|حتي|والي)\s*)(?:\d\d?\s+و\s?)?(?:ال)?"
D2 = rf"(?:(?P<d2>\d\d?)(?!\d)|(?P<ord2>(?>{alternation(ORDINALS)}))(?!\w))"
