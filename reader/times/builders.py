"""What each form of a time expression says: from its match to the fields of a
`reader.document.When`.

Here: one builder a form; it gives none where the numbers make no date. Not here: the forms
(`reader.times.grammar`), the words (`reader.times.words`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reader.text import key
from reader.times.calendar import HIJRI_MONTHS, MONTHS, WEEKDAYS, named
from reader.times.words import (
    DIRECTION,
    DUALS,
    EVENTS,
    NUMBERS,
    ORDINALS,
    PARTS,
    RELATIVE,
    UNITS,
    VAGUE,
)

Fields = dict[str, Any]
Builder = Callable[[re.Match[str]], Fields | None]


def _direction(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    word = groups.get("dir") or groups.get("dir2")
    return int(DIRECTION[" ".join(word.split())]) if word else None


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
        return int(ORDINALS[" ".join(groups[words].split())])
    return None


def _offset_and_weekday(match: re.Match[str]) -> Fields:
    groups = match.groupdict()
    fields: Fields = {}
    if groups.get("wd"):
        fields["weekday"] = named(groups["wd"], WEEKDAYS)
    if groups.get("rel"):
        offset = RELATIVE[" ".join(groups["rel"].split())]
        fields["earliest_offset"] = fields["latest_offset"] = offset
    return fields


def _month(match: re.Match[str]) -> int:
    return named(match["m"], MONTHS)


def full(match: re.Match[str]) -> Fields | None:
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
        fields |= {} if (_month(match), day) in EVENTS else {"_tense": 366}
    return fields


def _year_of_direction(match: re.Match[str], direction: int) -> Fields:
    text = match.group()
    if re.search(r"(?:عام|سنه)\s+\S+$", text):
        return {"year_offset": direction}
    return _window(direction)


def month_only(match: re.Match[str]) -> Fields | None:
    """A month without a day, where something shows that it is one."""
    groups = match.groupdict()
    direction = _direction(match)
    # Names of months are other words too (مارس، ماي، جوان): something must show that the month is
    # meant.
    shown = ("y", "shahr", "part", "prep")
    if direction is None and not any(groups.get(name) for name in shown):
        return None
    fields: Fields = {"month": _month(match), **part(match)}
    if groups.get("y"):
        return fields | {"year": int(groups["y"]), "_dated": True}
    if direction is not None:
        return fields | _year_of_direction(match, direction)
    return fields | {"_tense": 366}


def part(match: re.Match[str]) -> Fields:
    """Days of a part of a month: its beginning, middle or end."""
    word = match.groupdict().get("part")
    if not word:
        return {}
    # Tenths of a month are three days; the last one lasts to its end.
    first, last = (int(tenth) for tenth in PARTS[word].split("-"))
    return {
        "day": 1 if first == 1 else 3 * first - 1,
        "last_day": 31 if last == 10 else last * 3,
    }


def hijri(match: re.Match[str]) -> Fields | None:
    """A day and month of the Islamic calendar, or one of them."""
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


def day_of_month(match: re.Match[str]) -> Fields | None:
    """ "18 الجاري", "الخامس من الشهر المقبل"."""
    day, direction = _day_number(match), _direction(match)
    if day is None or direction is None or not 1 <= day <= 31:
        return None
    last = _day_number(match, "d2", "ord2") if "d2" in match.groupdict() else None
    fields: Fields = {"day": day, "month_offset": direction, **_offset_and_weekday(match)}
    if last and day < last <= 31:
        fields["last_day"] = last
    return fields


def relative_unit(match: re.Match[str]) -> Fields | None:
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
        return fields | {"month_offset": direction, **part(match)}
    return fields | {"year_offset": direction}  # "end of the year": no part says this of months


def ago(match: re.Match[str]) -> Fields | None:
    """ "قبل يومين", "قبل ثلاثة أسابيع", "منذ أيام", "بعد شهر": about so many days, never to the
    day.
    """
    groups = match.groupdict()
    if groups.get("dual"):
        low = high = 2 * int(DUALS[groups["dual"]])
    elif groups.get("unit"):
        length = int(UNITS[groups["unit"]])
        if groups.get("n") or groups.get("nw"):
            count = int(groups["n"] or NUMBERS[groups["nw"]])
            low = high = count * length
        elif groups["unit"] in PLURALS:
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


PLURALS = frozenset(key("أيام أسابيع أشهر شهور أعوام سنوات سنين عقود").split())


def span_of_units(match: re.Match[str]) -> Fields | None:
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


def weekday_directed(match: re.Match[str]) -> Fields | None:
    """A weekday that is said to be past or to come."""
    fields = _offset_and_weekday(match)
    direction = _direction(match)
    if direction is None:
        return None
    # On the day after it or before it, "last Monday" may also be the one of a week ago: eight days,
    # so that this stays open.
    if direction < -1:
        return fields | {"earliest_offset": -15, "latest_offset": -7}
    if direction < 0:
        return fields | {"earliest_offset": -8, "latest_offset": -1}
    if direction > 0:
        return fields | {"earliest_offset": 1, "latest_offset": 8}
    return fields | {"earliest_offset": -6, "latest_offset": 6}


def weekday_bare(match: re.Match[str]) -> Fields | None:
    """A weekday alone, perhaps beside a word for its distance."""
    fields = _offset_and_weekday(match)
    if "earliest_offset" in fields:
        return fields
    return fields | {"_tense": 6}


def two_weekdays(match: re.Match[str]) -> Fields | None:
    """ "ليل السبت - الأحد": either."""
    return {"_tense": 7}


def relative_day(match: re.Match[str]) -> Fields | None:
    """A word for a day by its distance, perhaps with the weekday."""
    return _offset_and_weekday(match)


def digits(match: re.Match[str]) -> Fields | None:
    """A date in digits, day and month in either order."""
    year, month, day = int(match["y"]), int(match["n"]), int(match["d"])
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return {"year": year, "month": month, "day": day, "_dated": True, **_offset_and_weekday(match)}


def year_only(match: re.Match[str]) -> Fields | None:
    """A year alone."""
    return {"year": int(match["y"])}


def vague(match: re.Match[str]) -> Fields | None:
    """A direction in time without a date."""
    value = int(VAGUE[" ".join(match["v"].split())])
    fields: Fields = {"is_vague": True}
    if value < 0:
        fields["latest_offset"] = 0
    elif value > 0:
        fields["earliest_offset"] = 0
    return fields


def now(match: re.Match[str]) -> Fields | None:
    """The hours around the telling."""
    return {"earliest_offset": -1, "latest_offset": 0}


def tonight(match: re.Match[str]) -> Fields | None:
    """The night of the telling, or of the day before."""
    if _direction(match) == -1:
        return {"earliest_offset": -1, "latest_offset": 0}
    return {"earliest_offset": 0, "latest_offset": 1}
