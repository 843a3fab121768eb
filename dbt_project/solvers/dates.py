"""Which days a time expression can mean, and which day an article can be of: sets of days, their intersection, their EDTF value.

Here: pure functions from constraints (`reader.document.When`, as dicts or structs of `reading.*.when`) and what is known of an
article's day to sets of days. Not here: which expression dates which event (the reader), the solving over articles
(`solvers.meetings`), tables.

A `Days` is what is known of one day: a finite set, or bounds, or a part of a date ("some 18 February"). Nothing is guessed: a
day is known only where the set has one member. EDTF is that of ISO 8601-2:2019 (level 2: unspecified digits, open intervals,
one of a set).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from hijridate import Hijri

#: Sets of more days than this are kept as bounds.
_MOST = 1500
#: Members that EDTF lists one by one; more become an interval.
_LISTED = 4
#: Days after which what an article opens with as news is none any more.
_NEWS_LASTS = 2
#: The parts of a When that tie it to the article's day.
_RELATIVE = ("year_offset", "month_offset", "week_offset", "earliest_offset", "latest_offset")


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of a day: `members` (proleptic ordinals, ascending) where they can be listed, else bounds, either open.

    `part` is an EDTF value with unspecified digits where only a part of the date is known ("XXXX-02-18").
    """

    members: tuple[int, ...] | None = None
    first: int | None = None
    last: int | None = None
    part: str | None = None

    @property
    def day(self) -> date | None:
        """The day, where one is left."""
        return (
            date.fromordinal(self.members[0])
            if self.members is not None and len(self.members) == 1
            else None
        )

    @property
    def earliest(self) -> date | None:
        """No member lies before it."""
        return date.fromordinal(self.first) if self.first is not None else None

    @property
    def latest(self) -> date | None:
        """No member lies after it."""
        return date.fromordinal(self.last) if self.last is not None else None

    @property
    def is_known(self) -> bool:
        """Whether anything is known."""
        return self.first is not None or self.last is not None or self.part is not None

    @property
    def is_contradiction(self) -> bool:
        """Whether no day is left."""
        return self.members is not None and not self.members

    def __and__(self, other: Days) -> Days:
        """What both allow; empty (`is_contradiction`) where they exclude each other."""
        if self.members is not None and other.members is not None:
            return of_members(sorted(set(self.members) & set(other.members)))
        for one, two in ((self, other), (other, self)):
            if one.members is not None:
                return of_members([d for d in one.members if two._allows(d)])
        firsts = [d.first for d in (self, other) if d.first is not None]
        lasts = [d.last for d in (self, other) if d.last is not None]
        return between(
            max(firsts) if firsts else None, min(lasts) if lasts else None, self.part or other.part
        )

    def _allows(self, ordinal: int) -> bool:
        if (self.first is not None and ordinal < self.first) or (
            self.last is not None and ordinal > self.last
        ):
            return False
        return self.part is None or _fits(self.part, date.fromordinal(ordinal))

    def edtf(self) -> str | None:
        """The value in EDTF; None where nothing is known or nothing is left."""
        return _edtf(self)


UNKNOWN = Days()


def _fits(part: str, day: date) -> bool:
    return all(p in ("X", d) for p, d in zip(part, day.isoformat(), strict=False))


def of_members(ordinals: Iterable[int]) -> Days:
    """A finite set of days, by ordinals in ascending order."""
    members = tuple(ordinals)
    return Days(members, members[0], members[-1]) if members else Days(())


def of_day(day: date) -> Days:
    """One day."""
    return of_members((day.toordinal(),))


def between(first: int | None, last: int | None, part: str | None = None) -> Days:
    """Bounds, listed where they are near each other; empty where they cross."""
    if first is not None and last is not None:
        if last < first:
            return Days(())
        if last - first < _MOST:
            return of_members(
                [
                    d
                    for d in range(first, last + 1)
                    if part is None or _fits(part, date.fromordinal(d))
                ]
            )
    return Days(None, first, last, part)


def of_bounds(earliest: date | None, latest: date | None) -> Days:
    """The days from `earliest` to `latest`, either None where open."""
    return between(
        earliest.toordinal() if earliest else None, latest.toordinal() if latest else None
    )


def days_of(when: Mapping[str, Any] | None, published: Days = UNKNOWN) -> Days:
    """The days that a time expression can mean, given what is known of the day of the article it stands in.

    `when` has the constraint columns of `reader.tables.WHEN`. Vague and empty expressions give UNKNOWN, and so do those that no
    day satisfies: a contradiction inside one article is no evidence.
    """
    if not when or when.get("is_vague"):
        return UNKNOWN
    absolute = _absolute(when)
    if not any(when.get(name) is not None for name in _RELATIVE):
        return absolute
    if when.get("year") is not None and when.get("month") is not None and not when.get("hijri"):
        return absolute  # a date in full needs no offset; its tense only dates the article
    if published.members:
        found: set[int] = set()
        for p in published.members:
            found.update(_relative(when, p))
            if len(found) > _MOST:
                return _by_bounds(when, published, absolute)
        if not found and when.get("weekday") is not None and len(published.members) == 1:
            # Written before midnight, stamped after it (or the other way round): the weekday that is named settles which.
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


def _absolute(when: Mapping[str, Any]) -> Days:
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
        # Weeks begin on Saturday, Sunday or Monday, by country: from the first to the last day that any of them counts.
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
    if first is None or last is None or last - first > _MOST * 3:
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


# ---- the article's own day ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of an article's day, and why: `basis` is stated, derived or unknown (CONTRACT: articles)."""

    days: Days
    basis: str


def article_days(
    stated: date | None, own: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]] = ()
) -> Published:
    """The days an article can be of.

    `stated` is the day on the page or in its metadata. `own` are the Whens that date the article (`is_publication_day`): "today,
    Monday", "yesterday, 23 March", the date of the news it opens with (no exact offset: the article is of that day or one of the
    two after it), and printed dates of embedded posts (of no place in the body: the article is not older). `others` are the
    article's other Whens: a full date told of in the past tense (`latest_offset` 0) bounds it from below.
    Evidence that contradicts itself is left out, not averaged.
    """
    if stated is not None:
        return Published(of_day(stated), "stated")
    own = list(own)
    weekdays = {
        (when["weekday"] - 1 - when["earliest_offset"]) % 7 + 1
        for when in own
        if when.get("weekday") is not None and _exact_offset(when) is not None
    }
    weekday = weekdays.pop() if len(weekdays) == 1 else None
    dated = UNKNOWN
    for when in own:
        offset = _exact_offset(when)
        if offset is None or when.get("day") is None or when.get("month") is None:
            continue
        exact = _absolute({**when, "weekday": None})
        if exact.members:
            shifted = of_members([d - offset for d in exact.members])
            both = dated & shifted
            dated = (
                shifted if not dated.is_known else (both if not both.is_contradiction else UNKNOWN)
            )
    undated = [when for when in own if _exact_offset(when) is None]
    posts = [d for when in undated if not when.get("char_end") and (d := _absolute(when).day)]
    for when in undated:
        if when.get("char_end") and (d := _absolute(when).day) and not dated.is_known:
            dated = between(d.toordinal(), d.toordinal() + _NEWS_LASTS)
    floor = [d.toordinal() for d in posts]
    for when in others:
        if (
            when.get("latest_offset") == 0
            and when.get("year") is not None
            and when.get("month") is not None
        ):
            first = _absolute(when).first
            if first is not None:
                floor.append(first)
    days = dated
    lowest = max(floor) if floor else None
    if not days.members and posts and weekday is not None and max(posts).isoweekday() == weekday:
        # A post of the day that the text calls today.
        newest = max(posts)
        if lowest is None or newest.toordinal() >= lowest:
            days = of_day(newest)
    if lowest is not None:
        bounded = days & between(lowest, None)
        days = bounded if not bounded.is_contradiction else days
    if weekday is not None and days.members:
        kept = [d for d in days.members if date.fromordinal(d).isoweekday() == weekday]
        days = of_members(kept) if kept else UNKNOWN
    return Published(days, "derived" if days.is_known else "unknown")


def _exact_offset(when: Mapping[str, Any]) -> int | None:
    low = when.get("earliest_offset")
    return int(low) if low is not None and low == when.get("latest_offset") else None


# ---- EDTF -----------------------------------------------------------------------------------------------------------


def _edtf(days: Days) -> str | None:
    if days.members is not None:
        if not days.members:
            return None
        if len(days.members) == 1:
            return date.fromordinal(days.members[0]).isoformat()
        first, last = date.fromordinal(days.members[0]), date.fromordinal(days.members[-1])
        if len(days.members) == days.members[-1] - days.members[0] + 1:
            return edtf_interval(first, last)
        if len(days.members) <= _LISTED:
            return "[" + ",".join(date.fromordinal(d).isoformat() for d in days.members) + "]"
        return edtf_interval(first, last)
    if days.first is None and days.last is None:
        return days.part
    return edtf_interval(days.earliest, days.latest)


def edtf_interval(first: date | None, last: date | None) -> str | None:
    """The EDTF value of the days from `first` to `last`: a whole month or year where it is one, `..` where a side is open."""
    if first is None and last is None:
        return None
    if first is not None and last is not None:
        if first == last:
            return first.isoformat()
        after = last + timedelta(days=1)
        if first.day == 1 and after.day == 1:
            if first.month == 1 and after.month == 1 and after.year == first.year + 1:
                return f"{first.year:04d}"
            if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
                return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
