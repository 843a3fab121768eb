"""How much speaks for two encounters being one meeting: people, parties, place, class and days.

Here: the judgement of two. Not here: which pairs are judged, and how more than two are joined (`solvers.merging`).
"""

from __future__ import annotations

from datetime import date

from solvers.days import UNKNOWN
from solvers.encounters import Unit

#: Days between two articles that can tell of one meeting without dating it: of one that was held, of one to come.
_NEAR_HELD = 12
NEAR_PLANNED = 60


def likeness(one: Unit, other: Unit) -> float:
    """How much speaks for one meeting; 0 where they cannot be or nothing says that they are."""
    if (
        one.articles & other.articles
        or not classes_agree(one, other)
        or not _places_agree(one, other)
    ):
        return 0.0
    if not days_agree(one, other):
        return 0.0
    common = one.people & other.people
    parties = one.parties & other.parties
    same_place = bool(one.cities & other.cities)
    smaller, larger = sorted((one, other), key=lambda unit: len(unit.people))
    close = closeness(one, other)
    if close == 0.0:
        return 0.0
    gathering = is_gathering(one) and is_gathering(other)
    if gathering and same_place and (common or parties or _bodies_agree(one, other)):
        return 2.0 + close
    if len(smaller.people) >= 2:
        if len(common) < 2 or (close < 0.8 and not same_place and one.cities | other.cities):
            return 0.0
        return 2.0 + len(common) + same_place + close
    if len(smaller.people) == 1:
        if not common:
            return 0.0
        sides = smaller.parties <= larger.parties or larger.parties <= smaller.parties
        if not sides or len(parties) < 2:
            return 0.0
        if close < 1.0 and not same_place:
            return 0.0
        return 1.5 + len(parties) * 0.1 + same_place + close
    if len(parties) >= 2 and (
        smaller.parties <= larger.parties or larger.parties <= smaller.parties
    ):
        dated = close >= 2.0 or bool(
            one.weekdays | other.weekdays | one.month_days | other.month_days
        )
        placed = same_place or (dated and bool(one.countries & other.countries))
        if placed and close > 0:
            return 1.0 + same_place + close
        if close >= 2.0 and not (larger.people and not one.cities | other.cities):
            return 0.8 + close * 0.1
    return 0.0


def is_gathering(unit: Unit) -> bool:
    return "gathering" in unit.classes or (
        "meeting" in unit.classes and any(len(p) > 2 for p in unit.parties)
    )


def classes_agree(one: Unit, other: Unit) -> bool:
    if one.classes & other.classes:
        return True
    return bool(one.classes | other.classes <= {"meeting", "gathering"})


def _bodies_agree(one: Unit, other: Unit) -> bool:
    """Two printed names of one body ("التحالف الدولي ضد داعش", "التحالف الدولي لهزيمة تنظيم داعش")."""
    for a in one.parties:
        for b in other.parties:
            if len(a) > 2 and len(b) > 2:
                words_a, words_b = set(a.split()), set(b.split())
                if 2 * len(words_a & words_b) >= max(2, min(len(words_a), len(words_b)) + 1):
                    return True
    return False


def _places_agree(one: Unit, other: Unit) -> bool:
    if one.cities and other.cities:
        return bool(one.cities & other.cities)
    return not (one.countries and other.countries) or bool(one.countries & other.countries)


def days_agree(one: Unit, other: Unit) -> bool:
    if one.is_planned != other.is_planned:
        planned, held = (one, other) if one.is_planned else (other, one)
        told, written = held.published.last, planned.published.first
        if told is not None and written is not None and told < written:
            return False  # what is to come when an article is written has not been told of as past before
        if planned.days.is_known and held.days.is_known:
            # A date may be moved by a little; another date far off is another meeting.
            both = planned.days & held.days
            return not both.is_contradiction
        return True
    if one.days.is_known and other.days.is_known:
        both = one.days & other.days
        if both.is_contradiction:
            return False
    for a, b in ((one, other), (other, one)):
        if a.days.members:
            if b.weekdays and not any(
                date.fromordinal(d).isoweekday() in b.weekdays for d in a.days.members
            ):
                return False
            if b.month_days and not any(
                date.fromordinal(d).day in b.month_days for d in a.days.members
            ):
                return False
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return False
    return not (one.month_days and other.month_days) or bool(one.month_days & other.month_days)


def closeness(one: Unit, other: Unit) -> float:
    """2 where both date it alike, 1 where the articles are near each other, 0.5 where a day is open, 0 where they are far apart."""
    both = one.days & other.days if one.days.is_known and other.days.is_known else UNKNOWN
    if both.members and both.members[-1] - both.members[0] <= 3:
        return 2.0
    if (
        one.published.first is None
        or other.published.first is None
        or one.published.last is None
        or other.published.last is None
    ):
        spans = [(_span(u)) for u in (one, other)]
        if all(s is not None for s in spans):
            (a1, a2), (b1, b2) = spans  # type: ignore[misc]
            return 1.0 if a1 <= b2 and b1 <= a2 else 0.0
        return 0.5
    a, b = _span(one), _span(other)
    if a is None or b is None:
        return 0.5
    if a[0] <= b[1] and b[0] <= a[1]:
        gap = max(one.published.first, other.published.first) - min(
            one.published.last, other.published.last
        )
        return 1.0 if gap <= 3 else 0.8
    return 0.0


def _span(unit: Unit) -> tuple[int, int] | None:
    """The days between which the meeting lies for the sake of comparison: what is said, else the time around the article."""
    if unit.days.first is not None and unit.days.last is not None:
        return unit.days.first, unit.days.last
    first, last = unit.published.first, unit.published.last
    if first is None or last is None:
        return None
    if unit.is_planned:
        return first, last + NEAR_PLANNED
    return first - _NEAR_HELD, last
