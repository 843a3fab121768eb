"""What is known of a day: sets of days, their intersection, their EDTF value.

Here: `Days` and how to make one. Not here: what the time expressions of a text say of a day
(`solvers.dates`).

A `Days` is what is known of one day: a finite set, or bounds, or a part of a date ("some 18
February"). Nothing is guessed: a day is known only where the set has one member. EDTF is that of
ISO 8601-2:2019 (level 2: unspecified digits, open intervals, one of a set).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

#: Sets of more days than this are kept as bounds.
MOST_LISTED = 1500
#: Members that EDTF lists one by one; more become an interval.
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of a day: `members` (proleptic ordinals, ascending) where they can be listed,
    else bounds, either open.

    `part` is an EDTF value with unspecified digits where only a part of the date is known
    ("XXXX-02-18").
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
        if last - first < MOST_LISTED:
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


def _fits(part: str, day: date) -> bool:
    return all(p in ("X", d) for p, d in zip(part, day.isoformat(), strict=False))


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
    """The EDTF value of the days from `first` to `last`: a whole month or year where it is one,
    `..` where a side is open.
    """
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
