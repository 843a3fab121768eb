"""Which days a time expression can mean, given what is known of the day of the article it stands
in.

Here: pure functions from constraints (`reader.document.When`, as dicts or structs of
`reading.*.when`) to sets of days. Not here: which expression dates which event (the reader), sets
of days themselves (`solvers.days`), an article's own day (`solvers.article_days`), the solving over
articles (`solvers.meetings`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from hijridate import Hijri

from solvers.days import MOST_LISTED, UNKNOWN, Days, between, of_members

#: The parts of a When that tie it to the article's day.
_RELATIVE = ("year_offset", "month_offset", "week_offset", "earliest_offset", "latest_offset")


def days_of(when: Mapping[str, Any] | None, published: Days = UNKNOWN) -> Days:
    """The days that a time expression can mean, given what is known of the day of the article it
    stands in.

    `when` has the constraint columns of `reader.tables.WHEN`. Vague and empty expressions give
    UNKNOWN, and so do those that no day satisfies: a contradiction inside one article is no
    evidence.
    """
    if not when or when.get("is_vague"):
        return UNKNOWN
    absolute = absolute_days(when)
    if not any(when.get(name) is not None for name in _RELATIVE):
        return absolute
    if when.get("year") is not None and when.get("month") is not None and not when.get("hijri"):
        return absolute  # a date in full needs no offset; its tense only dates the article
    if published.members:
        found: set[int] = set()
        for p in published.members:
            found.update(_relative(when, p))
            if len(found) > MOST_LISTED:
                return _by_bounds(when, published, absolute)
        if not found and when.get("weekday") is not None and len(published.members) == 1:
            # Written before midnight, stamped after it (or the other way round): the weekday that
            # is named settles which.
            p = published.members[0]
            found.update(_relative(when, p - 1) or _relative(when, p + 1))
        return of_members(sorted(found)) if found else UNKNOWN
    return _by_bounds(when, published, absolute)


def _by_bounds(when: Mapping[str, Any], published: Days, absolute: Days) -> Days:
    """The days where the article's own day is known by bounds only."""
    low, high = _reach(when)
    first = published.first + low if published.first is not None and low is not None else None
    last = published.last + high if published.last is not None and high is not None else None
    rest = between(first, last)
    both = rest & absolute
    return both if not both.is_contradiction else UNKNOWN


def _reach(when: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Least and greatest distance in days from the article's day that the relative parts allow."""
    low, high = when.get("earliest_offset"), when.get("latest_offset")
    if (week := when.get("week_offset")) is not None:
        low, high = max(_or(low, -9999), 7 * week - 8), min(_or(high, 9999), 7 * week + 8)
    if (month := when.get("month_offset")) is not None:
        low, high = (
            max(_or(low, -9999), 31 * month - 31 - 3 * abs(month)),
            min(_or(high, 9999), 31 * month + 31),
        )
    if (year := when.get("year_offset")) is not None:
        low, high = max(_or(low, -99999), 366 * year - 366), min(_or(high, 99999), 366 * year + 366)
    return low, high


def _or(value: int | None, other: int) -> int:
    return other if value is None else value


def absolute_days(when: Mapping[str, Any]) -> Days:
    """The days by the parts that need no article: year, month, day, weekday."""
    year, month, day = when.get("year"), when.get("month"), when.get("day")
    if when.get("hijri"):
        return _hijri_days(year, month, day, when) if year is not None else UNKNOWN
    if year is None:
        if month is not None and day is not None and when.get("last_day") is None:
            return Days(part=f"XXXX-{month:02d}-{day:02d}")
        return Days(part=f"XXXX-{month:02d}") if month is not None else UNKNOWN
    if not 1 <= year <= 9998:
        return UNKNOWN
    if month is None:
        return between(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    first, last = date(year, month, 1).toordinal(), _month_end(year, month)
    members = [d for d in range(first, last + 1) if _day_fits(when, date.fromordinal(d))]
    if not members and when.get("weekday") is not None:
        return UNKNOWN  # weekday and date contradict each other: one is misprinted, and nobody knows which
    return of_members(members) if members else UNKNOWN


def _month_end(year: int, month: int) -> int:
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def _day_fits(when: Mapping[str, Any], x: date) -> bool:
    day, last_day, weekday = when.get("day"), when.get("last_day"), when.get("weekday")
    if weekday is not None and x.isoweekday() != weekday:
        return False
    if when.get("hijri") or day is None:
        return True
    return bool(day <= x.day <= (last_day if last_day is not None else day))


def _relative(when: Mapping[str, Any], p: int) -> list[int]:
    """Ordinals of the days that satisfy every part, for an article of the day `p`."""
    published = date.fromordinal(p)
    first, last = None, None

    def narrow(low: int | None, high: int | None) -> None:
        nonlocal first, last
        if low is not None:
            first = low if first is None else max(first, low)
        if high is not None:
            last = high if last is None else min(last, high)

    if (low := when.get("earliest_offset")) is not None:
        narrow(p + low, None)
    if (high := when.get("latest_offset")) is not None:
        narrow(None, p + high)
    if (weeks := when.get("week_offset")) is not None:
        # Weeks begin on Saturday, Sunday or Monday, by country: from the first to the last day that
        # any of them counts.
        monday = p - published.weekday() + 7 * weeks
        narrow(monday - 2, monday + 6)
    if (months := when.get("month_offset")) is not None:
        year, month = divmod(published.year * 12 + published.month - 1 + months, 12)
        narrow(date(year, month + 1, 1).toordinal(), _month_end(year, month + 1))
    if (years := when.get("year_offset")) is not None:
        narrow(
            date(published.year + years, 1, 1).toordinal(),
            date(published.year + years, 12, 31).toordinal(),
        )
    if (fixed := when.get("year")) is not None and not when.get("hijri"):
        narrow(date(fixed, 1, 1).toordinal(), date(fixed, 12, 31).toordinal())
    if first is None or last is None or last - first > MOST_LISTED * 3:
        return []
    if when.get("hijri"):
        return _hijri_between(when, first, last)
    month_only = when.get("month")
    return [
        d
        for d in range(first, last + 1)
        if (month_only is None or date.fromordinal(d).month == month_only)
        and _day_fits(when, date.fromordinal(d))
    ]


@lru_cache(maxsize=4096)
def _hijri_ordinal(year: int, month: int, day: int) -> int | None:
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day).toordinal()


def _hijri_days(year: int, month: int | None, day: int | None, when: Mapping[str, Any]) -> Days:
    # Tables (Umm al-Qura) and the sighting of the moon differ by a day, either way.
    if month is None:
        first, last = _hijri_ordinal(year, 1, 1), _hijri_ordinal(year, 12, 29)
    elif day is None:
        first, last = _hijri_ordinal(year, month, 1), _hijri_ordinal(year, month, 29)
        last = last + 1 if last is not None else None
    else:
        first = last = _hijri_ordinal(year, month, day)
    if first is None or last is None:
        return UNKNOWN
    days = [d for d in range(first - 1, last + 2) if _day_fits(when, date.fromordinal(d))]
    return of_members(days) if days else UNKNOWN


def _hijri_between(when: Mapping[str, Any], first: int, last: int) -> list[int]:
    month, day = when.get("month"), when.get("day")
    around = range(_hijri_year(first) - 1, _hijri_year(last) + 2)
    years = [when["year"]] if when.get("year") is not None else list(around)
    found: set[int] = set()
    for year in years:
        found.update(
            d for d in (_hijri_days(year, month, day, when).members or ()) if first <= d <= last
        )
    return sorted(found)


def _hijri_year(ordinal: int) -> int:
    return int((ordinal - 227015) / 354.367) + 1
