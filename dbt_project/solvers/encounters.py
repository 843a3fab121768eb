"""The encounters of single articles, as the reader reports them: who, where, when, of what kind,
for merging over articles.

Here: reports and encounters with what their time expressions allow. Not here: which encounters are
one (`solvers.likeness`, `solvers.merging`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from solvers.dates import days_of
from solvers.days import UNKNOWN, Days, between, of_members
from solvers.sounds import fold

#: Kinds that one meeting can be called by different reports.
CLASSES = {
    "talks": "meeting",
    "meeting": "meeting",
    "reception": "meeting",
    "summit": "meeting",
    "conference": "gathering",
    "visit": "visit",
    "phone_call": "call",
    "video_call": "call",
}
#: Days within which what an article announces mostly takes place.
_SOON = 92
_COLUMNS = [
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
    "text",
]
_FORMS = frozenset(("summit", "conference"))
#: Characters of a text that two writers do not hit upon by chance.
_LONG = 60
HELD = frozenset(("held", "ongoing"))


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


#: What dated reports say, each once, in their order: whether it is told as past, and the days.
Told = dict[tuple[bool, Days], None]


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
    forms: set[str] = field(
        default_factory=set
    )  # summit, conference: kinds that a vague report means to the letter
    sentences: set[str] = field(
        default_factory=set
    )  # long texts of reports, folded: equal ones are copies
    told: Told = field(default_factory=dict)

    @property
    def is_planned(self) -> bool:
        """No report says that it took place."""
        return not self.statuses & HELD


def units_of(
    reports: pl.DataFrame, participants: pl.DataFrame, published: dict[str, Days]
) -> list[Unit]:
    """The encounters of all articles, with what their reports say together."""
    people: dict[str, list[str]] = defaultdict(list)
    for mention, person in participants.select("mention_id", "person_id").iter_rows():
        if person is not None:
            people[mention].append(person)
    units: dict[tuple[str, int], Unit] = {}
    for row in (
        reports.select(_COLUMNS)
        .sort("article_id", "encounter_no", "mention_id")
        .iter_rows(named=True)
    ):
        key = row["article_id"], row["encounter_no"]
        if key not in units:
            units[key] = _new_unit(key, published.get(key[0], UNKNOWN))
        _take(units[key], row, people.get(row["mention_id"], ()))
    for unit in units.values():
        _look_ahead(unit)
        unit.statuses = {report.status for report in unit.reports}
        unit.told = told_by(unit.reports)
        unit.days = days_together(unit.told)
        # "اجتماع التحالف في مراكش"
        placed_body = bool(unit.cities) and any(len(party) > 2 for party in unit.parties)
        unit.is_vague = not unit.people and len(unit.parties) < 2 and not placed_body
    return list(units.values())


def _new_unit(key: tuple[str, int], published: Days) -> Unit:
    return Unit(
        [key], [], set(), set(), set(), set(), set(), set(), UNKNOWN, set(), set(),
        published, False, {key[0]},
    )  # fmt: skip


def _take(unit: Unit, row: dict[str, Any], people: Iterable[str]) -> None:
    """Adds a report to its encounter."""
    when = row["when"]
    report = Report(
        row["mention_id"],
        row["article_id"],
        row["status"],
        when,
        row["not_before"],
        unit.published,
        UNKNOWN,
    )
    report.days = _report_days(report)
    unit.reports.append(report)
    unit.people.update(people)
    unit.parties.update(_party(party) for party in row["parties"] or ())
    unit.classes.add(CLASSES[row["kind"]])
    if row["kind"] in _FORMS:
        unit.forms.add(row["kind"])
    if len(row["text"]) >= _LONG:
        unit.sentences.add(fold(row["text"]))
    if row["city"]:
        unit.cities.add(_city(row["city"]))
    if row["country"]:
        unit.countries.add(row["country"])
    if when and not when.get("hijri") and report.days.members is None:
        if when.get("weekday") is not None:
            unit.weekdays.add(when["weekday"])
        if when.get("day") is not None and when.get("last_day") is None:
            unit.month_days.add(when["day"])


def _look_ahead(unit: Unit) -> None:
    """An encounter that its own article dates after itself is to come, whatever tense the article
    speaks in.

    "القمة التي تنعقد يوم الخميس": a noun has no tense, and the present tells of what is fixed as
    well as of what is.
    """
    written = unit.published.last
    if written is None or not any(
        report.status in HELD and report.days.first is not None and report.days.first > written
        for report in unit.reports
    ):
        return
    for report in unit.reports:
        first = report.days.first
        if report.status in HELD and (not report.days.is_known or first is None or first > written):
            report.status = "planned"


def _report_days(report: Report) -> Days:
    """The days that a report allows by itself."""
    days = _nearest_year(
        days_of(report.when, report.published), report.when, report.status, report.published
    )
    if _is_of_another_year(report, days):
        days = UNKNOWN
    come = days_of(report.not_before, report.published).first
    if come is None:
        return days
    written = report.published.last if report.status in HELD else None
    both = days & between(come, written)
    return days if both.is_contradiction else both


def _is_of_another_year(report: Report, days: Days) -> bool:
    """What is told of as held, on a date without a year that was read as long after the article:
    one of the two is misread.
    """
    written = report.published.last
    return (
        report.status in HELD
        and bool(report.when)
        and (report.when or {}).get("year") is None
        and written is not None
        and days.first is not None
        and days.first - written > _SOON
    )


def _nearest_year(days: Days, when: dict[str, Any] | None, status: str, published: Days) -> Days:
    """A date without a year is the last one where a report tells of the past, the next one where it
    tells of what is to come.
    """
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


def redate(meeting: Unit, published: dict[str, Days]) -> None:
    """Reads a meeting's time expressions again where more is known of the days of their
    articles.
    """
    for report in meeting.reports:
        if report.article in published:
            report.published = published[report.article]
            report.days = _report_days(report)
    meeting.told = told_by(meeting.reports)
    meeting.days = days_together(meeting.told)


def _party(name: str) -> str:
    return name if len(name) == 2 else fold(name)


def _city(name: str) -> str:
    return fold(name).removeprefix("ال")


def told_by(reports: Iterable[Report]) -> Told:
    """What these reports say of the days, those left out that say nothing or contradict
    themselves.
    """
    return {
        (report.status in HELD, report.days): None
        for report in reports
        if report.days.is_known and not report.days.is_contradiction
    }


def days_together(told: Told) -> Days:
    """What dated reports allow together: those that tell of it as past first; a date that was only
    planned may have changed.
    """
    result = UNKNOWN
    for held in (True, False):
        for is_held, days in told:
            if is_held != held:
                continue
            both = result & days if result.is_known else days
            if both.is_contradiction:
                if held:
                    return _hull([d for is_past, d in told if is_past])
                continue
            result = both
    return result


def _hull(days: list[Days]) -> Days:
    """From the first to the last day of what contradicts itself: nothing is settled within."""
    firsts, lasts = [d.first for d in days], [d.last for d in days]
    first = None if None in firsts else min(f for f in firsts if f is not None)
    last = None if None in lasts else max(x for x in lasts if x is not None)
    return Days(None, first, last)
