"""Which reports of all articles tell of one meeting, and on which day it took place.

Here: from what the reader found to one row a report, with the day solved over all reports of its
meeting. Days are intersected; what contradicts is kept on its report and settles nothing. Not here:
which encounters are one (`solvers.merging`), what a time expression means (`solvers.dates`), the
days of articles (`solvers.article_days`), who is who (`solvers.people`), tables.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import polars as pl

from solvers.article_days import evidence_of_meetings, narrowed, publication
from solvers.days import UNKNOWN, Days, between, of_members
from solvers.encounters import HELD, Unit, redate, units_of
from solvers.merging import merge

#: Days from the first to the last of a meeting that lasts; the shortest part of a month that has a
#: name is longer.
_LONGEST = 7
SOLVED = {
    "mention_id": pl.String,
    "meeting_id": pl.String,
    "status": pl.String,
    "starts_on": pl.Date,
    "ends_on": pl.Date,
    "date_earliest": pl.Date,
    "date_latest": pl.Date,
    "date_edtf": pl.String,
    "report_earliest": pl.Date,
    "report_latest": pl.Date,
    "report_edtf": pl.String,
}


def solve(
    reports: pl.DataFrame, participants: pl.DataFrame, articles: pl.DataFrame, times: pl.DataFrame
) -> pl.DataFrame:
    """Meetings of all reports: SOLVED, one row a report. Reports that belong to no meeting (vague
    ones) have no row.

    `reports`: mention_id, article_id, encounter_no, kind, status, when, not_before, city, country,
    parties, is_vague, text. `participants`: mention_id, person_id. `articles`: article_id,
    published_on. `times`: article_id, when, is_publication_day.
    """
    found = publication(articles, times)
    units = units_of(
        reports, participants, {article: known.days for article, known in found.items()}
    )
    meetings = merge(units)
    learned = evidence_of_meetings(
        ([(r.article, r.status, r.when) for r in meeting.reports] for meeting in meetings), found
    )
    if learned:
        # What other articles settle dates the undated ones; their "yesterday" then dates their
        # other meetings.
        days = {article: narrowed(found[article], told).days for article, told in learned.items()}
        for meeting in meetings:
            if meeting.articles & days.keys():
                redate(meeting, days)
    rows: list[dict[str, Any]] = []
    for meeting in meetings:
        rows += _rows(meeting)
    return pl.DataFrame(rows, schema=SOLVED, orient="row").sort("mention_id")


def meeting_days(meeting: Unit) -> Days:
    """The days that all reports of a meeting allow: their dates, the weekdays and days of the month
    they name, the articles' days.
    """
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
    """What was told of as past is not later than the first article that says so, what is to come
    not earlier than the last.

    An article that tells of it both ways bounds nothing: one of the two is misread.
    """
    held = {r.article: r.published.last for r in meeting.reports if r.status in HELD}
    planned = {r.article: r.published.first for r in meeting.reports if r.status == "planned"}
    both_ways = held.keys() & planned.keys()
    latest = [day for article, day in held.items() if day is not None and article not in both_ways]
    earliest = [
        day for article, day in planned.items() if day is not None and article not in both_ways
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
        {"mention_id": report.mention_id, "status": report.status}
        | solved
        | {
            "report_earliest": report.days.earliest,
            "report_latest": report.days.latest,
            "report_edtf": report.days.edtf(),
        }
        for report in meeting.reports
    ]


def _lasting(meeting: Unit, days: Days) -> tuple[date, date] | None:
    """First and last day of what a report says lasts from one day to another ("22 إلى 24 نيسان").

    What lasts may be told of by one of its days; of a mere meeting that day is the meeting's.
    """
    if days.day is not None and not meeting.forms and not meeting.classes & {"visit", "gathering"}:
        return None
    for report in meeting.reports:
        told = report.days.members
        if not told or not days.members or not _is_span(report.when, told):
            continue
        if told[0] <= days.members[0] and days.members[-1] <= told[-1]:
            return date.fromordinal(told[0]), date.fromordinal(told[-1])
    return None


def _is_span(when: dict[str, Any] | None, told: tuple[int, ...]) -> bool:
    """A few days on end; a part of a month ("مطلع الشهر") has a last day too, and is longer."""
    if not when or when.get("last_day") is None or when.get("day") is None:
        return False
    return when["last_day"] - when["day"] <= _LONGEST and told[-1] - told[0] <= _LONGEST
