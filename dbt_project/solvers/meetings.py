"""Which reports of all articles tell of one meeting, and on which day it took place.

Here: pure functions from what the reader found (reports with their people, places and time constraints) to meetings: merging
of reports under constraints, the day solved over all reports of a meeting, what the meetings say in turn about the day of an
article. Not here: what a time expression means (`solvers.dates`), who is who (`solvers.people`), tables.

The unit of merging is the encounter of one article. Two encounters of one article never become one meeting. Merging is greedy,
best evidence first; a merged meeting keeps the people, states, places and days of all its encounters, and whatever contradicts
them stays out. Days are intersected; what contradicts is kept on its report and settles nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

import polars as pl

from solvers.dates import (
    UNKNOWN,
    Days,
    Published,
    article_days,
    between,
    days_of,
    of_day,
    of_members,
)
from solvers.names import fold

#: Kinds that one meeting can be called by different reports.
_CLASSES = {
    "talks": "meeting",
    "meeting": "meeting",
    "reception": "meeting",
    "summit": "meeting",
    "conference": "gathering",
    "visit": "visit",
    "phone_call": "call",
    "video_call": "call",
}
#: Days between two articles that can tell of one meeting without dating it: of one that was held, of one to come.
_NEAR_HELD = 12
_NEAR_PLANNED = 60
#: How many encounters that share a key are compared with each; the nearest in time are.
_CROWD = 16
_MOST_PEOPLE = 10
_MOST_PARTIES = 4
_HELD = frozenset(("held", "ongoing"))

#: A report as evidence for the days of articles: article, status, time expression.
Telling = tuple[str, str, dict[str, Any] | None]

SOLVED = {
    "mention_id": pl.String,
    "meeting_id": pl.String,
    "starts_on": pl.Date,
    "ends_on": pl.Date,
    "date_earliest": pl.Date,
    "date_latest": pl.Date,
    "date_edtf": pl.String,
    "report_earliest": pl.Date,
    "report_latest": pl.Date,
    "report_edtf": pl.String,
}
ARTICLE_DAYS = {
    "article_id": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "edtf": pl.String,
    "basis": pl.String,
}


@dataclass(slots=True)
class Report:
    """One report, with what its time expression allows by itself."""

    mention_id: str
    article: str
    status: str
    when: dict[str, Any] | None
    not_before: dict[str, Any] | None
    published: Days
    days: Days


@dataclass(slots=True)
class Unit:
    """An encounter of one article, or several of different articles that are one meeting."""

    ids: list[tuple[str, int]]
    reports: list[Report]
    people: set[str]
    parties: set[str]
    cities: set[str]
    countries: set[str]
    classes: set[str]
    statuses: set[str]
    days: Days  # intersection of what its reports say; UNKNOWN where they say nothing
    weekdays: set[int]  # named in reports of articles whose own day is open
    month_days: set[int]
    published: Days
    is_vague: bool
    articles: set[str] = field(default_factory=set)

    @property
    def is_planned(self) -> bool:
        """No report says that it took place."""
        return not self.statuses & _HELD


def solve(
    reports: pl.DataFrame, participants: pl.DataFrame, articles: pl.DataFrame, times: pl.DataFrame
) -> pl.DataFrame:
    """Meetings of all reports: SOLVED, one row a report. Reports that belong to no meeting (vague ones) have no row.

    `reports`: mention_id, article_id, encounter_no, kind, status, when, not_before, city, country, parties, is_vague.
    `participants`:
    mention_id, person_id. `articles`: article_id, published_on. `times`: article_id, when, is_publication_day.
    """
    found = publication(articles, times)
    units = _units(reports, participants, {article: known.days for article, known in found.items()})
    meetings = merge(units)
    learned = _evidence(
        ([(r.article, r.status, r.when) for r in meeting.reports] for meeting in meetings), found
    )
    if learned:
        # What other articles settle dates the undated ones; their "yesterday" then dates their other meetings.
        days = {article: _narrowed(found[article], told).days for article, told in learned.items()}
        for meeting in meetings:
            if meeting.articles & days.keys():
                _redate(meeting, days)
    rows: list[dict[str, Any]] = []
    for meeting in meetings:
        rows += _rows(meeting)
    return pl.DataFrame(rows, schema=SOLVED, orient="row").sort("mention_id")


def publication(articles: pl.DataFrame, times: pl.DataFrame) -> dict[str, Published]:
    """What each article alone says of its day."""
    own: dict[str, list[dict[str, Any]]] = defaultdict(list)
    others: dict[str, list[dict[str, Any]]] = defaultdict(list)
    undated = articles.filter(pl.col("published_on").is_null())["article_id"]
    for article, when, is_own in (
        times.filter(pl.col("article_id").is_in(undated.implode()))
        .select("article_id", "when", "is_publication_day")
        .iter_rows()
    ):
        (own if is_own else others)[article].append(when)
    return {
        article: article_days(stated, own.get(article, ()), others.get(article, ()))
        for article, stated in articles.select("article_id", "published_on").iter_rows()
    }


# ---- encounters -------------------------------------------------------------------------------------------------------


def _units(
    reports: pl.DataFrame, participants: pl.DataFrame, published: dict[str, Days]
) -> list[Unit]:
    people: dict[str, list[str]] = defaultdict(list)
    for mention, person in participants.select("mention_id", "person_id").iter_rows():
        if person is not None:
            people[mention].append(person)
    units: dict[tuple[str, int], Unit] = {}
    columns = [
        "mention_id",
        "article_id",
        "encounter_no",
        "kind",
        "status",
        "when",
        "not_before",
        "city",
        "country",
        "parties",
    ]
    for mention, article, number, kind, status, when, not_before, city, country, parties in (
        reports.select(columns).sort("article_id", "encounter_no", "mention_id").iter_rows()
    ):
        unit = units.get((article, number))
        if unit is None:
            unit = Unit(
                [(article, number)], [], set(), set(), set(), set(), set(), set(), UNKNOWN, set(), set(),
                published.get(article, UNKNOWN), False, {article},
            )  # fmt: skip
            units[article, number] = unit
        report = Report(mention, article, status, when, not_before, unit.published, UNKNOWN)
        report.days = _report_days(report)
        unit.reports.append(report)
        unit.people.update(people.get(mention, ()))
        unit.parties.update(_party(party) for party in parties or ())
        unit.classes.add(_CLASSES[kind])
        unit.statuses.add(status)
        if city:
            unit.cities.add(_city(city))
        if country:
            unit.countries.add(country)
        if when and not when.get("hijri") and report.days.members is None:
            if when.get("weekday") is not None:
                unit.weekdays.add(when["weekday"])
            if when.get("day") is not None and when.get("last_day") is None:
                unit.month_days.add(when["day"])
    for unit in units.values():
        unit.days = _days(unit.reports)
        placed_body = bool(unit.cities) and any(
            len(party) > 2 for party in unit.parties
        )  # "اجتماع التحالف في مراكش"
        unit.is_vague = not unit.people and len(unit.parties) < 2 and not placed_body
    return list(units.values())


def _report_days(report: Report) -> Days:
    """The days that a report allows by itself."""
    days = _nearest_year(
        days_of(report.when, report.published), report.when, report.status, report.published
    )
    come = days_of(report.not_before, report.published).first
    if come is None:
        return days
    written = report.published.last if report.status in _HELD else None
    both = days & between(come, written)
    return days if both.is_contradiction else both


def _nearest_year(days: Days, when: dict[str, Any] | None, status: str, published: Days) -> Days:
    """A date without a year is the last one where a report tells of the past, the next one where it tells of what is to come."""
    if (
        not when
        or when.get("year") is not None
        or when.get("month") is None
        or not days.members
        or published.day is None
    ):
        return days
    if days.members[-1] - days.members[0] < 300:
        return days
    day = published.day.toordinal()
    first, last = {"planned": (day - 2, day + 330), "ongoing": (day - 31, day + 31)}.get(
        status, (day - 330, day + 2)
    )
    kept = [d for d in days.members if first <= d <= last]
    return of_members(kept) if kept else days


def _redate(meeting: Unit, published: dict[str, Days]) -> None:
    """Reads a meeting's time expressions again where more is known of the days of their articles."""
    for report in meeting.reports:
        if report.article in published:
            report.published = published[report.article]
            report.days = _report_days(report)
    meeting.days = _days(meeting.reports)


def _party(name: str) -> str:
    return name if len(name) == 2 else fold(name)


def _city(name: str) -> str:
    return fold(name).removeprefix("ال")


def _days(reports: Iterable[Report]) -> Days:
    """What dated reports allow together: those that tell of it as past first; a date that was only planned may have changed."""
    reports = list(reports)
    result = UNKNOWN
    for held in (True, False):
        for report in reports:
            if (
                (report.status in _HELD) != held
                or not report.days.is_known
                or report.days.is_contradiction
            ):
                continue
            both = result & report.days if result.is_known else report.days
            if both.is_contradiction:
                if held:
                    return _hull([r.days for r in reports if r.status in _HELD and r.days.is_known])
                continue
            result = both
    return result


def _hull(days: list[Days]) -> Days:
    """From the first to the last day of what contradicts itself: nothing is settled within."""
    firsts, lasts = [d.first for d in days], [d.last for d in days]
    first = None if None in firsts else min(f for f in firsts if f is not None)
    last = None if None in lasts else max(x for x in lasts if x is not None)
    return Days(None, first, last)


# ---- merging ----------------------------------------------------------------------------------------------------------


def merge(units: list[Unit]) -> list[Unit]:
    """Meetings: encounters of different articles joined where all that is known of them agrees."""
    units = sorted(units, key=_order)
    clear = [unit for unit in units if not unit.is_vague]
    parent = list(range(len(clear)))
    merged: dict[int, Unit] = dict(enumerate(clear))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    pairs: list[tuple[float, int, int]] = []
    for one, other in _candidates(clear):
        score = likeness(clear[one], clear[other])
        if score > 0:
            pairs.append((score, one, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    for _, one, other in pairs:
        a, b = root(one), root(other)
        if a == b or likeness(merged[a], merged[b]) <= 0:
            continue
        a, b = min(a, b), max(a, b)
        merged[a] = _union(merged[a], merged[b])
        del merged[b]
        parent[b] = a
    meetings = [merged[at] for at in sorted(merged)]
    return _add_vague(meetings, [unit for unit in units if unit.is_vague])


def _order(unit: Unit) -> tuple[int, list[tuple[str, int]]]:
    return (unit.published.first if unit.published.first is not None else 10**9, unit.ids)


def _candidates(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of encounters that share a key: two people, a person and the other side, or two parties."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for block in _keys(unit):
            blocks[block].append(at)
    seen: set[tuple[int, int]] = set()
    first = [unit.published.first for unit in units]
    last = [unit.published.last for unit in units]
    reach = _NEAR_PLANNED + 30
    for members in blocks.values():
        if len(members) < 2:
            continue
        # Members are in order of publication, so that neighbours in the list are neighbours in time; undated ones come last.
        dated = [at for at in members if first[at] is not None]
        undated = [at for at in members if first[at] is None]
        for number, one in enumerate(dated):
            edge = last[one]
            for other in dated[number + 1 : number + 1 + _CROWD]:
                if edge is not None and first[other] - edge > reach:  # type: ignore[operator]
                    break
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other
        for number, other in enumerate(undated):
            for one in [*dated[-_CROWD:], *undated[max(0, number - _CROWD) : number]]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _keys(unit: Unit) -> list[tuple[str, ...]]:
    """What encounters that may be one share. Of many people or parties the first by name stand for all."""
    people = sorted(unit.people)[:_MOST_PEOPLE]
    parties = sorted(unit.parties)[:_MOST_PARTIES]
    keys: list[tuple[str, ...]] = []
    for class_ in unit.classes:
        keys += [(class_, *pair) for pair in combinations(people, 2)]
        places = unit.cities or unit.countries or ("",)
        if len(people) < 2 or len(unit.people) <= _MOST_PARTIES:
            keys += [(class_, "person", person, party) for person in people for party in parties]
        keys += [
            (class_, "parties", *pair, place)
            for pair in combinations(parties, 2)
            for place in places
        ]
    if _is_gathering(unit) or len(unit.parties) > 2:
        keys += [("place", place) for place in unit.cities or unit.countries]
    return keys


def likeness(one: Unit, other: Unit) -> float:
    """How much speaks for one meeting; 0 where they cannot be or nothing says that they are."""
    if (
        one.articles & other.articles
        or not _classes_agree(one, other)
        or not _places_agree(one, other)
    ):
        return 0.0
    if not _days_agree(one, other):
        return 0.0
    common = one.people & other.people
    parties = one.parties & other.parties
    same_place = bool(one.cities & other.cities)
    smaller, larger = sorted((one, other), key=lambda unit: len(unit.people))
    close = _closeness(one, other)
    if close == 0.0:
        return 0.0
    gathering = _is_gathering(one) and _is_gathering(other)
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


def _is_gathering(unit: Unit) -> bool:
    return "gathering" in unit.classes or (
        "meeting" in unit.classes and any(len(p) > 2 for p in unit.parties)
    )


def _classes_agree(one: Unit, other: Unit) -> bool:
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


def _days_agree(one: Unit, other: Unit) -> bool:
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


def _closeness(one: Unit, other: Unit) -> float:
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
        return first, last + _NEAR_PLANNED
    return first - _NEAR_HELD, last


def _union(one: Unit, other: Unit) -> Unit:
    reports = one.reports + other.reports
    firsts = [u.published.first for u in (one, other) if u.published.first is not None]
    lasts = [u.published.last for u in (one, other) if u.published.last is not None]
    return Unit(
        sorted(one.ids + other.ids),
        reports,
        one.people | other.people,
        one.parties | other.parties,
        one.cities | other.cities,
        one.countries | other.countries,
        one.classes | other.classes,
        one.statuses | other.statuses,
        _days(reports),
        one.weekdays | other.weekdays,
        one.month_days | other.month_days,
        Days(None, min(firsts), max(lasts)) if firsts and lasts else UNKNOWN,
        False,
        one.articles | other.articles,
    )


def _add_vague(meetings: list[Unit], vague: list[Unit]) -> list[Unit]:
    """A report that names no two sides ("محادثات الرياض") joins the one meeting that it can mean, else none."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for at, meeting in enumerate(meetings):
        for place in meeting.cities:
            by_place[place].append(at)
    joined: dict[int, list[Unit]] = defaultdict(list)
    alone: list[Unit] = []
    for unit in vague:
        found = {at for place in unit.cities for at in by_place.get(place, ())}
        fits = [
            at
            for at in found
            if not meetings[at].articles & unit.articles
            and _classes_agree(meetings[at], unit)
            and _days_agree(meetings[at], unit)
            and _closeness(meetings[at], unit) >= 0.8
            and unit.parties <= meetings[at].parties
        ]
        if len(fits) == 1:
            joined[fits[0]].append(unit)
        elif unit.parties or unit.people:
            alone.append(unit)
    result: list[Unit] = []
    for at, meeting in enumerate(meetings):
        for unit in joined.get(at, ()):
            if not meeting.articles & unit.articles:
                meeting = _union(meeting, unit)
        result.append(meeting)
    return result + alone


# ---- days -------------------------------------------------------------------------------------------------------------


def meeting_days(meeting: Unit) -> Days:
    """The days that all reports of a meeting allow: their dates, the weekdays and days of the month they name, the articles' days."""
    days = meeting.days
    if (
        days.is_known
        and days.members is None
        and days.first is not None
        and days.last is not None
        and days.part is None
    ):
        return days  # contradictory reports: nothing is settled between them
    bounds = _bounds(meeting)
    both = days & bounds
    if not both.is_contradiction:
        days = both
    if days.members and (meeting.weekdays or meeting.month_days):
        kept = [
            d
            for d in days.members
            if (not meeting.weekdays or date.fromordinal(d).isoweekday() in meeting.weekdays)
            and (not meeting.month_days or date.fromordinal(d).day in meeting.month_days)
        ]
        if kept:
            days = of_members(kept)
    return days


def _bounds(meeting: Unit) -> Days:
    """What was told of as past is not later than the first article that says so, what is to come not earlier than the last."""
    latest = [
        r.published.last
        for r in meeting.reports
        if r.status in _HELD and r.published.last is not None
    ]
    earliest = [
        r.published.first
        for r in meeting.reports
        if r.status == "planned" and r.published.first is not None
    ]
    last = between(None, min(latest)) if latest else UNKNOWN
    first = between(max(earliest), None) if earliest else UNKNOWN
    both = first & last
    return last if both.is_contradiction else both


def _rows(meeting: Unit) -> list[dict[str, Any]]:
    days = meeting_days(meeting)
    lasting = _lasting(meeting, days)
    starts, ends = lasting or (days.day, days.day)
    first = min(meeting.ids, key=lambda unit: unit)
    meeting_id = hashlib.blake2b(
        f"meeting\x1f{first[0]}\x1f{first[1]}".encode(), digest_size=16
    ).hexdigest()
    solved = {
        "meeting_id": meeting_id,
        "starts_on": starts,
        "ends_on": ends,
        "date_earliest": starts or days.earliest,
        "date_latest": ends or days.latest,
        "date_edtf": f"{starts}/{ends}" if lasting else days.edtf(),
    }
    return [
        {"mention_id": report.mention_id}
        | solved
        | {
            "report_earliest": report.days.earliest,
            "report_latest": report.days.latest,
            "report_edtf": report.days.edtf(),
        }
        for report in meeting.reports
    ]


def _lasting(meeting: Unit, days: Days) -> tuple[date, date] | None:
    """First and last day of what a report says lasts from one day to another ("22 إلى 24 نيسان")."""
    for report in meeting.reports:
        when = report.when
        if when and when.get("last_day") is not None and report.days.members and days.members:
            if report.days.members[-1] - report.days.members[0] > 31:
                continue
            if (
                report.days.members[0] <= days.members[0]
                and days.members[-1] <= report.days.members[-1]
            ):
                return date.fromordinal(report.days.members[0]), date.fromordinal(
                    report.days.members[-1]
                )
    return None


# ---- what meetings say of articles ------------------------------------------------------------------------------------


def article_rows(
    articles: pl.DataFrame, times: pl.DataFrame, reports: pl.DataFrame, solved: pl.DataFrame
) -> pl.DataFrame:
    """What is known of each article's day: ARTICLE_DAYS, one row an article.

    What the article says of itself, else bounds from meetings that other articles date: an article that tells of a meeting as
    past is not older; one that calls the meeting's day "yesterday" is of the day after.
    """
    found = publication(articles, times)
    joined = reports.select("mention_id", "article_id", "status", "when").join(
        solved.select("mention_id", "meeting_id"), on="mention_id"
    )
    by_meeting: dict[str, list[Telling]] = defaultdict(list)
    for _, article, status, when, meeting in joined.iter_rows():
        by_meeting[meeting].append((article, status, when))
    learned = _evidence(by_meeting.values(), found)
    rows = []
    for article, alone in found.items():
        known = _narrowed(alone, learned.get(article))
        days = known.days
        rows.append(
            {
                "article_id": article,
                "earliest": days.earliest,
                "latest": days.latest,
                "edtf": days.edtf(),
                "basis": known.basis if days.is_known else "unknown",
            }
        )
    return pl.DataFrame(rows, schema=ARTICLE_DAYS, orient="row").sort("article_id")


def _narrowed(known: Published, told: Days | None) -> Published:
    """An article's day with what meetings tell of it; a contradiction leaves it as it was."""
    if told is None or known.basis == "stated":
        return known
    both = known.days & told
    return known if both.is_contradiction else Published(both, "derived")


def _evidence(meetings: Iterable[list[Telling]], found: dict[str, Published]) -> dict[str, Days]:
    """Days that meetings dated by other articles leave to each article that states none."""
    undated = {article for article, known in found.items() if known.basis != "stated"}
    evidence: dict[str, Days] = {}
    for tellers in meetings:
        articles = {article for article, _, _ in tellers}
        if len(articles) < 2 or not articles & undated:
            continue
        for article in sorted(articles & undated):
            day = _day_by_others(tellers, article, found)
            if day is None:
                continue
            told = UNKNOWN
            for teller, status, when in tellers:
                if teller != article or status not in _HELD:
                    continue
                told = told & between(day.toordinal(), None)
                offset = when.get("earliest_offset") if when else None
                if when and offset is not None and offset == when.get("latest_offset"):
                    told = told & of_day(date.fromordinal(day.toordinal() - offset))
            both = evidence.get(article, UNKNOWN) & told
            if told.is_known and not told.is_contradiction and not both.is_contradiction:
                evidence[article] = both
    return evidence


def _day_by_others(
    tellers: list[Telling], article: str, found: dict[str, Published]
) -> date | None:
    days = UNKNOWN
    for teller, status, when in tellers:
        if teller == article or status not in _HELD:
            continue
        told = days_of(when, found[teller].days)
        both = days & told
        if both.is_contradiction:
            return None
        days = both
    return days.day
