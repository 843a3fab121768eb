"""How Arabic news writes times: patterns over folded text, and what each says.

Here: one pattern and one builder per form, in the order in which they are tried at a word that can open a time expression. Not
here: which words those are in a text, and whether a bare weekday lies before or behind (`reader.times.find`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from reader.lexicon import table
from reader.text import key
from reader.times.calendar import (
    ARABIC_WEEKDAY,
    HIJRI_MONTH,
    HIJRI_MONTHS,
    MONTH,
    MONTHS,
    WEEKDAYS,
    alternation,
    named,
)

Fields = dict[str, Any]
Builder = Callable[[re.Match[str]], Fields | None]


def _values(kind: str) -> dict[str, str]:
    return {
        key(form): row["value"]
        for row in table("time_words")
        if row["kind"] == kind
        for form in row["forms"].split("|")
    }


_PAST, _NEXT, _THIS = _values("past"), _values("next"), _values("this")
_BEFORE_LAST = _values("before_last")
_DIRECTION = {**_PAST, **_NEXT, **_THIS, **_BEFORE_LAST}
_UNITS, _DUALS = _values("unit"), _values("dual")
_NUMBERS, _ORDINALS = _values("number"), _values("ordinal")
_PARTS, _VAGUE = _values("part"), _values("vague")
_EVES = _values("eve")
_EVENTS = _values("event")
NOT_DAY = frozenset(_values("not_day"))
EXPECTED = frozenset(_values("expected"))
NOT_FUTURE = tuple(sorted(_values("not_future")))
#: Words before a date without a year that make it a name ("شارع 9 أفريل", "ثورة 25 يناير").
NAMED_BY_DATES = frozenset(_values("named_by_date"))
NOT_PAST_WORDS = frozenset(_values("not_past_word"))
NOT_FUTURE_WORDS = frozenset(_values("not_future_word"))

_DIR = rf"(?P<dir>{alternation(_DIRECTION)})(?!\w)"
_MON = rf"(?P<m>{MONTH})(?!\w)(?:\s?[/\\(،-]\s?(?:{MONTH})\)?(?!\w))?"
_YEAR = (
    r"(?:(?:من\s+)?(?:ال)?(?:عام|سنه)\s+)?(?P<y>(?:19|20)\d\d)(?![\d_a-z])(?![,.]\d)(?:\s?م(?!\w))?"
)
_ORD = rf"(?P<ord>(?>{alternation(_ORDINALS)}))(?!\w)"
_DAYNUM = rf"(?:(?P<d>\d\d?)(?!\d)(?:st|nd|rd|th)?|{_ORD})"
_OF = r"(?:\s+من)?(?:\s+شهر)?\s*[/.,-]?\s*"
#: What may follow a month instead of a year.
_OF_YEAR = r"(?:\s+من)?\s+(?:(?:ال)?(?:عام|سنه)\s+)"
_TAIL = rf"(?:[\s,،/.-]{{0,3}}{_YEAR}|{_OF_YEAR}?{_DIR}|\s+{_DIR.replace('<dir>', '<dir2>')})?"
_WD = rf"(?P<wd>{ARABIC_WEEKDAY})(?!\w)"
_EVE = rf"(?:(?P<eve>{alternation(_EVES)})\s+)"
_UNIT = rf"(?P<unit>{alternation(_UNITS)})(?!\w)"
_DUAL = rf"(?P<dual>{alternation(_DUALS)})(?!\w)"
_NUM = rf"(?:(?P<n>\d{{1,3}})|(?P<nw>{alternation(_NUMBERS)}))"
_PART = rf"(?P<part>{alternation(_PARTS)})(?!\w)"
#: After "two days ago" and the like: counted from another event, not from the article's day.
_NOT_OF_ANOTHER = r"(?!\s+(?:(?:من|علي|لل|ل)(?:\s|\w)|\d|ال\w))"


def _direction(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    word = groups.get("dir") or groups.get("dir2")
    return int(_DIRECTION[" ".join(word.split())]) if word else None


def _window(direction: int | None) -> Fields:
    if direction is None or direction == 0:
        return {"year_offset": 0} if direction == 0 else {}
    return (
        {"earliest_offset": -366, "latest_offset": -1}
        if direction < 0
        else {"earliest_offset": 1, "latest_offset": 366}
    )


def _day_number(match: re.Match[str], digits: str = "d", words: str = "ord") -> int | None:
    groups = match.groupdict()
    if groups.get(digits):
        return int(groups[digits])
    if groups.get(words):
        return int(_ORDINALS[" ".join(groups[words].split())])
    return None


def _offset_and_weekday(match: re.Match[str]) -> Fields:
    groups = match.groupdict()
    fields: Fields = {}
    if groups.get("wd"):
        fields["weekday"] = named(groups["wd"], WEEKDAYS)
    if groups.get("rel"):
        offset = _RELATIVE[" ".join(groups["rel"].split())]
        fields["earliest_offset"] = fields["latest_offset"] = offset
    return fields


_RELATIVE = {
    "امس الاول": -2,
    "امس الاولي": -2,
    "اول امس": -2,
    "اول من امس": -2,
    "قبل امس": -2,
    "ما قبل امس": -2,
    "يوم امس الاول": -2,
    "يوم اول امس": -2,
    "يوم امس": -1,
    "نهار امس": -1,
    "امس": -1,
    "الامس": -1,
    "البارحه": -1,
    "اليوم": 0,
    "نهار اليوم": 0,
    "يومه": 0,
    "هذا اليوم": 0,
    "بعد غد": 2,
    "بعد غدا": 2,
    "بعد يوم غد": 2,
    "يوم غد": 1,
    "يوم غدا": 1,
    "غدا": 1,
    "غد": 1,
    "الغد": 1,
    "يوم الغد": 1,
}
_REL = rf"(?P<rel>{alternation(_RELATIVE)})(?!\w)"


def _month(match: re.Match[str]) -> int:
    return named(match["m"], MONTHS)


def _full(match: re.Match[str]) -> Fields | None:
    """Day, month and what is said of the year, perhaps after a weekday."""
    day = _day_number(match)
    if day is not None and not 1 <= day <= 31:
        return None
    groups = match.groupdict()
    fields: Fields = {**_offset_and_weekday(match), "day": day, "month": _month(match)}
    if groups.get("d2") or groups.get("ord2"):
        last = _day_number(match, "d2", "ord2")
        if last and day and day < last <= 31:
            fields["last_day"] = last
    direction = _direction(match)
    if groups.get("y"):
        fields |= {"year": int(groups["y"]), "_dated": True}
    elif direction is not None:
        fields |= _year_of_direction(match, direction)
    elif "earliest_offset" not in fields:
        fields |= _event_year(match, day)
    return fields


def _event_year(match: re.Match[str], day: int | None) -> Fields:
    month = _month(match)
    for form, value in _EVENTS.items():
        year, event_month, event_day = (int(part) for part in value.split("-"))
        if (month, day) == (event_month, event_day) and form:
            return {"_event": year}
    return {"_tense": 366}


def _year_of_direction(match: re.Match[str], direction: int) -> Fields:
    text = match.group()
    if re.search(r"(?:عام|سنه)\s+\S+$", text):
        return {"year_offset": direction}
    return _window(direction)


def _month_only(match: re.Match[str]) -> Fields | None:
    groups = match.groupdict()
    direction = _direction(match)
    # Names of months are other words too (مارس، ماي، جوان): something must show that the month is meant.
    shown = ("y", "shahr", "part", "prep")
    if direction is None and not any(groups.get(name) for name in shown):
        return None
    fields: Fields = {"month": _month(match), **_part(match)}
    if groups.get("y"):
        return fields | {"year": int(groups["y"]), "_dated": True}
    if direction is not None:
        return fields | _year_of_direction(match, direction)
    return fields | {"_tense": 366}


def _part(match: re.Match[str]) -> Fields:
    word = match.groupdict().get("part")
    if not word:
        return {}
    first, last = (int(part) for part in _PARTS[word].split("-"))
    return {
        "day": 1 + (first - 1) * 3 if first == 1 else 1 + first * 3 - 2,
        "last_day": 31 if last == 10 else last * 3,
    }


def _hijri(match: re.Match[str]) -> Fields | None:
    groups = match.groupdict()
    fields: Fields = {"month": named(match["hm"], HIJRI_MONTHS), "hijri": True}
    day = _day_number(match)
    if day:
        fields["day"] = day
    if groups.get("hy"):
        fields["year"] = int(groups["hy"])
        return fields
    direction = _direction(match)
    if direction is not None:
        return fields | ({} if direction == 0 else _window(direction))
    if day is None and not groups.get("shahr"):
        return None
    return fields | {"_tense": 360}


def _day_of_month(match: re.Match[str]) -> Fields | None:
    """ "18 الجاري", "الخامس من الشهر المقبل"."""
    day, direction = _day_number(match), _direction(match)
    if day is None or direction is None or not 1 <= day <= 31:
        return None
    last = _day_number(match, "d2", "ord2") if "d2" in match.groupdict() else None
    fields: Fields = {"day": day, "month_offset": direction, **_offset_and_weekday(match)}
    if last and day < last <= 31:
        fields["last_day"] = last
    return fields


def _relative_unit(match: re.Match[str]) -> Fields | None:
    """ "الأسبوع الماضي", "مطلع الشهر المقبل", "نهاية العام الجاري"."""
    direction = _direction(match)
    unit = match["per"]
    if direction is None:
        return None
    fields: Fields = {}
    if match.groupdict().get("wd"):
        fields["weekday"] = named(match["wd"], WEEKDAYS)
    if unit.startswith("اسبوع"):
        return fields | {"week_offset": direction}
    if unit.startswith("شهر"):
        return fields | {"month_offset": direction, **_part(match)}
    return fields | {"year_offset": direction}  # "end of the year": no part says this of months


def _ago(match: re.Match[str]) -> Fields | None:
    """ "قبل يومين", "قبل ثلاثة أسابيع", "منذ أيام", "بعد شهر": about so many days, never to the day."""
    groups = match.groupdict()
    if groups.get("dual"):
        low = high = 2 * int(_DUALS[groups["dual"]])
    elif groups.get("unit"):
        length = int(_UNITS[groups["unit"]])
        if groups.get("n") or groups.get("nw"):
            count = int(groups["n"] or _NUMBERS[groups["nw"]])
            low = high = count * length
        elif groups["unit"] in _PLURALS:
            low, high = (2, 10) if length == 1 else (2 * length, 11 * length)
        else:
            low = high = length
    else:
        return None
    slack = 1 if high < 7 else max(2, round(high * 0.25))
    low, high = max(1, low - slack), high + slack
    word = match["adv"]
    if word == "منذ":
        return {"earliest_offset": -high, "latest_offset": 0}
    if word in ("بعد", "خلال", "في غضون"):
        return {
            "_ahead": True,
            "earliest_offset": max(0, low) if word == "بعد" else 0,
            "latest_offset": high,
        }
    return {"earliest_offset": -high, "latest_offset": -low}


_PLURALS = frozenset(key("أيام أسابيع أشهر شهور أعوام سنوات سنين عقود").split())


def _span_of_units(match: re.Match[str]) -> Fields | None:
    """ "الأيام الماضية", "الأسابيع القليلة المقبلة", "الساعات الماضية"."""
    groups = match.groupdict()
    number = groups.get("n") or groups.get("n2")
    direction = -1 if groups.get("latest") and number else _direction(match)
    if direction is None or direction == 0:
        return None
    length = {
        "ساعات": 1,
        "ساعه": 1,
        "ايام": 10,
        "اسابيع": 70,
        "اشهر": 360,
        "شهور": 360,
        "سنوات": 4000,
        "اعوام": 4000,
    }[match["per"]]
    if number:
        count = int(number)
        length = {
            "ساعات": -(-count // 24),
            "ساعه": -(-count // 24),
            "ايام": count + 1,
            "اسابيع": 7 * count + 4,
        }.get(match["per"], length)
    if direction < 0:
        return {"earliest_offset": -length, "latest_offset": 0}
    return {"earliest_offset": 0, "latest_offset": length}


def _weekday_directed(match: re.Match[str]) -> Fields | None:
    fields = _offset_and_weekday(match)
    direction = _direction(match)
    if direction is None:
        return None
    # On the day after it or before it, "last Monday" may also be the one of a week ago: eight days, so that this stays open.
    if direction < -1:
        return fields | {"earliest_offset": -15, "latest_offset": -7}
    if direction < 0:
        return fields | {"earliest_offset": -8, "latest_offset": -1}
    if direction > 0:
        return fields | {"earliest_offset": 1, "latest_offset": 8}
    return fields | {"earliest_offset": -6, "latest_offset": 6}


def _weekday_bare(match: re.Match[str]) -> Fields | None:
    fields = _offset_and_weekday(match)
    if "earliest_offset" in fields:
        return fields
    return fields | {"_tense": 6}


def _two_weekdays(match: re.Match[str]) -> Fields | None:
    """ "ليل السبت - الأحد": either."""
    return {"_tense": 7}


def _relative_day(match: re.Match[str]) -> Fields | None:
    return _offset_and_weekday(match)


def _digits(match: re.Match[str]) -> Fields | None:
    year, month, day = int(match["y"]), int(match["n"]), int(match["d"])
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return {"year": year, "month": month, "day": day, "_dated": True, **_offset_and_weekday(match)}


def _year_only(match: re.Match[str]) -> Fields | None:
    return {"year": int(match["y"])}


def _vague(match: re.Match[str]) -> Fields | None:
    value = int(_VAGUE[" ".join(match["v"].split())])
    fields: Fields = {"is_vague": True}
    if value < 0:
        fields["latest_offset"] = 0
    elif value > 0:
        fields["earliest_offset"] = 0
    return fields


def _now(match: re.Match[str]) -> Fields | None:
    return {"earliest_offset": -1, "latest_offset": 0}


def _tonight(match: re.Match[str]) -> Fields | None:
    if _direction(match) == -1:
        return {"earliest_offset": -1, "latest_offset": 0}
    return {"earliest_offset": 0, "latest_offset": 1}


_BEFORE_DAY = rf"{_EVE}?(?:{_REL}\s*[،,]?\s*)?(?:(?:يوم|نهار|ليله)\s+)?"
_RANGE = r"(?:\s?[-–—]+\s?|\s+(?:و|الي|حتي|والي)\s*)(?:\d\d?\s+و\s?)?(?:ال)?"
_D2 = rf"(?:(?P<d2>\d\d?)(?!\d)|(?P<ord2>(?>{alternation(_ORDINALS)}))(?!\w))"

#: Forms in the order in which they are tried; the kinds of words that can open each stand before it.
_FORMS: list[tuple[str, str, Builder]] = [
    # Digits: 2025-03-24, 24/3/2025
    ("number", r"(?P<y>(?:19|20)\d\d)[-/.](?P<n>\d\d?)[-/.](?P<d>\d\d?)(?!\d)", _digits),
    (
        "number",
        r"(?P<d>\d\d?)\s?[-/.]\s?(?P<n>\d\d?)\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        _digits,
    ),
    (
        "weekday rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}\s*[،,(]?\s*(?P<d>\d\d?)\s?[-/.]\s?(?P<n>\d\d?)\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        _digits,
    ),
    # Ranges within a month: "من 22 إلى 24 نيسان", "يومي 5 و6 مايو المقبل"
    ("number ordinal", rf"{_DAYNUM}{_RANGE}{_D2}{_OF}{_MON}{_TAIL}", _full),
    (
        "number ordinal",
        rf"{_DAYNUM}{_RANGE}{_D2}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{_DIR}",
        _day_of_month,
    ),
    # Weekday and date: "الاثنين 24 آذار/مارس 2025", "يوم الأحد الموافق 5 مايو", "اليوم الأربعاء، الرابع من أكتوبر"
    (
        "weekday rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}(?:\s+(?:{alternation({**_PAST, **_NEXT})}))?\s*[،,(]?\s*(?:الموافق\s+|بتاريخ\s+)?(?:ل|في\s+)?{_DAYNUM}{_OF}{_MON}{_TAIL}",
        _full,
    ),
    (
        "weekday rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}\s*[،,(]?\s*(?:الموافق\s+)?(?:ل)?{_DAYNUM}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{_DIR}",
        _day_of_month,
    ),
    ("rel", rf"{_REL}\s*[،,(]?\s*{_DAYNUM}{_OF}{_MON}{_TAIL}", _full),
    # Day and month
    ("number ordinal", rf"{_DAYNUM}{_OF}{_MON}{_TAIL}", _full),
    (
        "month",
        rf"{_MON}\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?(?!\d)[\s,،]{{1,3}}(?P<y>(?:19|20)\d\d)(?!\d)",
        _full,
    ),
    # Hijri
    (
        "number ordinal",
        rf"{_DAYNUM}{_OF}(?P<hm>{HIJRI_MONTH})(?!\w)(?:[\s,،/]{{0,3}}(?:(?:ل?عام|ل?سنه)\s+)?(?P<hy>1[34]\d\d)(?!\d)\s?(?:هـ?(?!\w)|هجري\w?)?|\s+{_DIR})?",
        _hijri,
    ),
    (
        "hijri shahr prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?P<shahr>شهر\s+)?(?P<hm>{HIJRI_MONTH})(?!\w)(?:[\s,،/]{{1,3}}(?:(?:ل?عام|ل?سنه)\s+)?(?P<hy>1[34]\d\d)(?!\d)\s?(?:هـ?(?!\w)|هجري\w?)?|\s+{_DIR})?",
        _hijri,
    ),
    # "18 الجاري", "الخامس من الشهر المقبل", "18 من هذا الشهر"
    ("number ordinal", rf"{_DAYNUM}\s+من\s+(?P<dir>هذا)\s+الشهر(?!\w)", _day_of_month),
    (
        "number ordinal",
        rf"{_DAYNUM}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{_DIR}(?!\s+(?:عام|سنه))",
        _day_of_month,
    ),
    # Weekdays
    (
        "weekday rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}\s+(?:من\s+)?(?:ال)?(?P<per>اسبوع)\s+{_DIR}",
        _relative_unit,
    ),
    (
        "weekday rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}\s+(?:من\s+)?(?P<dir>هذا)\s+ال(?P<per>اسبوع)(?!\w)",
        _relative_unit,
    ),
    ("weekday eve yawm", rf"{_EVE}?(?:يوم\s+)?{_WD}\s+{_DIR}", _weekday_directed),
    ("weekday yawm", rf"(?:يوم\s+)?{_WD}\s*[،,]?\s*{_REL}", _relative_day),
    ("weekday eve", rf"{_EVE}?{_WD}\s?[-–/]\s?(?P<wd2>{ARABIC_WEEKDAY})(?!\w)", _two_weekdays),
    ("eve", rf"{_EVE}{_WD}\s+(?P<wd2>{ARABIC_WEEKDAY})(?!\w)", _two_weekdays),
    (
        "rel eve yawm",
        rf"{_BEFORE_DAY}{_WD}(?!\s+(?:الاسود|الدامي|العظيم|الحزينه|البيضاء|السوداء))",
        _weekday_bare,
    ),
    ("weekday", rf"{_WD}(?!\s+(?:الاسود|الدامي|العظيم|الحزينه|البيضاء|السوداء))", _weekday_bare),
    # Today, yesterday, tomorrow
    ("rel eve yawm", rf"{_EVE}?{_REL}", _relative_day),
    ("layla", rf"(?:هذه\s+)?الليله(?:\s+{_DIR})?(?!\w)", _tonight),
    # Periods by their distance
    ("per part", rf"(?:{_PART}\s+)?(?:ال)?(?P<per>اسبوع|شهر|عام|سنه)\s+{_DIR}", _relative_unit),
    (
        "this part",
        rf"(?:{_PART}\s+)?(?P<dir>هذا|هذه)\s+ال(?P<per>اسبوع|شهر|عام|سنه)(?!\w)",
        _relative_unit,
    ),
    # Months
    (
        "part month shahr prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?:{_PART}\s+)?(?P<shahr>شهر\s+)?{_MON}{_TAIL}",
        _month_only,
    ),
    # Years
    (
        "part year prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?:{_PART}\s+)?(?:(?:ال)?(?:عام|سنه)\s+)?(?P<y>(?:19|20)\d\d)(?!\d)(?![.,:/]\d)(?!\s*(?:شخص|متر|دولار|قتيل|كيلو|مليون|مليار|طن|جندي|الف))",
        _year_only,
    ),
    # Ago, in
    (
        "adv",
        rf"(?P<adv>قبل|منذ|بعد|خلال|في\s+غضون)\s+(?:نحو\s+|حوالي\s+|اكثر\s+من\s+)?(?:{_DUAL}|(?:(?:{_NUM}|عده|بضعه)\s+)?{_UNIT}){_NOT_OF_ANOTHER}",
        _ago,
    ),
    ("adv", r"(?P<adv>قبل)\s+(?:قليل|ساعات|ساعه|دقايق|لحظات)(?!\w)", _now),
    (
        "units",
        rf"ال(?:(?P<n>\d+)\s+)?(?P<per>ساعات|ساعه|ايام|اسابيع|اشهر|شهور|سنوات|اعوام)\s+(?:ال\s?(?:قليله|ثلاثه|اربعه|خمسه|سته|سبعه|عشره|(?P<n2>\d+))\s+)?(?:{_DIR}|(?P<latest>الاخيره))",
        _span_of_units,
    ),
    ("vague", rf"(?P<v>{alternation(_VAGUE)})(?!\w)", _vague),
]


def forms() -> Iterator[tuple[frozenset[str], re.Pattern[str], Builder]]:
    """Each form: the kinds of words that may open it, its pattern, its builder."""
    for opened_by, pattern, builder in _FORMS:
        yield frozenset(opened_by.split()), re.compile(pattern), builder


def opening_words() -> dict[str, frozenset[str]]:
    """Folded first words of time expressions, and the kinds of forms that each may open."""
    kinds: dict[str, set[str]] = {}

    def add(names: Any, kind: str) -> None:
        for name in names:
            kinds.setdefault(str(name).split()[0], set()).add(kind)

    add((name for name in WEEKDAYS if name.startswith("ال")), "weekday")
    add(MONTHS, "month")
    add(HIJRI_MONTHS, "hijri")
    add(_RELATIVE, "rel")
    add(_EVES, "eve")
    add(_ORDINALS, "ordinal")
    add(_PARTS, "part")
    add(_VAGUE, "vague")
    add(("يوم", "نهار"), "yawm")
    add(("شهر",), "shahr")
    add(("في", "منذ", "خلال", "حتي", "بحلول"), "prep")
    add(("قبل", "منذ", "بعد", "خلال", "في"), "adv")
    add(("الاسبوع", "الشهر", "العام", "السنه", "اسبوع", "عام", "سنه"), "per")
    add(("العام", "عام", "سنه", "السنه"), "year")
    add(("هذا", "هذه"), "this")
    add(("الليله", "هذه"), "layla")
    add(("الساعات", "الايام", "الاسابيع", "الاشهر", "الشهور", "السنوات", "الاعوام", "ال"), "units")
    return {word: frozenset(found) for word, found in kinds.items()}
