"""How much speaks for two encounters being one meeting: people, parties, place, class and days.

Here: the judgement of two. Not here: which pairs are judged, and how more than two are joined
(`solvers.merging`).
"""

from __future__ import annotations

from datetime import date

from solvers.days import UNKNOWN
from solvers.encounters import HELD, Unit

#: Days between two articles that can tell of one meeting without dating it: of one that was held,
#: of one to come.
_NEAR_HELD = 12
NEAR_PLANNED = 60


def likeness(one: Unit, other: Unit) -> float:
    """How much speaks for one meeting; 0 where they cannot be or nothing says that they are."""
    close = closeness(one, other) if _may_be_one(one, other) else 0.0
    if close == 0.0:
        return 0.0
    if one.sentences & other.sentences:
        return 5.0 + close  # the same words printed twice
    same_place = bool(one.cities & other.cities)
    if is_gathering(one) and is_gathering(other) and same_place and _share_a_side(one, other):
        return 2.0 + close
    named = min(len(one.people), len(other.people))
    if named >= 2:
        return _likeness_by_people(one, other, close)
    if named == 1:
        return _likeness_by_person(one, other, close)
    return _likeness_by_parties(one, other, close)


def _may_be_one(one: Unit, other: Unit) -> bool:
    return (
        not one.articles & other.articles
        and (classes_agree(one, other) or _is_visit_to(one, other) or _is_visit_to(other, one))
        and _places_agree(one, other)
        and days_agree(one, other)
    )


def _share_a_side(one: Unit, other: Unit) -> bool:
    return bool(
        one.people & other.people or one.parties & other.parties or _bodies_agree(one, other)
    )


def _likeness_by_people(one: Unit, other: Unit, close: float) -> float:
    """Both name two people or more."""
    common, same_place = len(one.people & other.people), bool(one.cities & other.cities)
    if common < 2:
        return 0.0
    if close < 0.8 and not same_place:
        if one.cities | other.cities:
            return 0.0
        # One article is dated, the other is of any year: two who talk often may have met at another
        # time.
        mixed = (one.published.day is None) != (other.published.day is None)
        if mixed and common < 3 and not _share_a_date(one, other):
            return 0.0
    return 2.0 + common + same_place + close


def _likeness_by_person(one: Unit, other: Unit, close: float) -> float:
    """One of them names one person only: the sides have to agree as well."""
    same_place = bool(one.cities & other.cities)
    parties = one.parties & other.parties
    if not one.people & other.people or not _sides_agree(one, other) or len(parties) < 2:
        return 0.0
    if close < 1.0 and not same_place:
        return 0.0
    return 1.5 + len(parties) * 0.1 + same_place + close


def _likeness_by_parties(one: Unit, other: Unit, close: float) -> float:
    """One of them names nobody: the sides agree, and place, day or the number of sides singles the
    meeting out.
    """
    if len(one.parties & other.parties) < 2 or not _sides_agree(one, other):
        return 0.0
    same_place = bool(one.cities & other.cities)
    dated = close >= 2.0 or bool(one.weekdays | other.weekdays | one.month_days | other.month_days)
    if same_place or (dated and one.countries & other.countries):
        return 1.0 + same_place + close
    if close >= 2.0 and not ((one.people or other.people) and not one.cities | other.cities):
        return 0.8 + close * 0.1
    if close >= 1.0 and len(one.parties) >= 3 and one.parties == other.parties:
        return 0.8 + close * 0.1
    return 0.0


def _sides_agree(one: Unit, other: Unit) -> bool:
    return one.parties <= other.parties or other.parties <= one.parties


def _share_a_date(one: Unit, other: Unit) -> bool:
    return bool(one.weekdays & other.weekdays or one.month_days & other.month_days)


def _is_visit_to(visit: Unit, other: Unit) -> bool:
    """A visit that names guest and host, and the meeting of the two that it was for."""
    return (
        "visit" in visit.classes
        and "meeting" in other.classes
        and len(visit.people & other.people) >= 2
    )


def is_gathering(unit: Unit) -> bool:
    """A conference, or the meeting of a body."""
    return "gathering" in unit.classes or (
        "meeting" in unit.classes and any(len(p) > 2 for p in unit.parties)
    )


def classes_agree(one: Unit, other: Unit) -> bool:
    """One encounter can be called both."""
    if one.classes & other.classes:
        return True
    return bool(one.classes | other.classes <= {"meeting", "gathering"})


def _bodies_agree(one: Unit, other: Unit) -> bool:
    """Two printed names of one body ("التحالف الدولي ضد داعش", "التحالف الدولي لهزيمة تنظيم
    داعش").
    """
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
    """Neither their dates nor their statuses exclude each other."""
    for a, b in ((one, other), (other, one)):
        if "cancelled" in a.statuses and b.statuses & HELD:
            return False
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
    """2 where both date it alike, 1 where the articles are near each other, 0.5 where a day is
    open, 0 where they are far apart.
    """
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
    """The days between which the meeting lies for the sake of comparison: what is said, else the
    time around the article.
    """
    if unit.days.first is not None and unit.days.last is not None:
        return unit.days.first, unit.days.last
    first, last = unit.published.first, unit.published.last
    if first is None or last is None:
        return None
    if unit.is_planned:
        return first, last + NEAR_PLANNED
    return first - _NEAR_HELD, last
