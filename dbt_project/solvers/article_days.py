"""Which days an article can be of: what it says of itself, and what the meetings that it tells of
say of it.

Here: an article's own day from its time expressions, and from meetings that other articles date.
Not here: what an expression can mean (`solvers.dates`), which reports are of one meeting
(`solvers.meetings`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import accumulate
from operator import and_
from typing import Any

import polars as pl

from solvers.dates import absolute_days, days_of
from solvers.days import UNKNOWN, Days, between, of_day, of_members
from solvers.encounters import HELD

#: Days after which what an article opens with as news is none any more.
_NEWS_LASTS = 2
#: A report as evidence for the days of articles: article, status, time expression.
Telling = tuple[str, str, dict[str, Any] | None]

ARTICLE_DAYS = {
    "article_id": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "edtf": pl.String,
    "basis": pl.String,
}


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of an article's day, and why: `basis` is stated, derived or unknown (CONTRACT:
    articles).
    """

    days: Days
    basis: str


def article_days(
    stated: date | None, own: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]] = ()
) -> Published:
    """The days an article can be of.

    `stated` is the day on the page or in its metadata. `own` are the Whens that date the article
    (`is_publication_day`): "today, Monday", "yesterday, 23 March", the date of the news it opens
    with (no exact offset: the article is of that day or one of the two after it), and printed dates
    of embedded posts (of no place in the body: the article is not older). `others` are the
    article's other Whens: a full date told of in the past tense (`latest_offset` 0) bounds it from
    below. Evidence that contradicts itself is left out, not averaged.
    """
    if stated is not None:
        return Published(of_day(stated), "stated")
    own = list(own)
    undated = [when for when in own if _exact_offset(when) is None]
    posts = [d for when in undated if not when.get("char_end") and (d := absolute_days(when).day)]
    weekday = _own_weekday(own)
    days = _own_days(own, undated)
    floor = [d.toordinal() for d in posts] + _told_as_past(others)
    lowest = max(floor, default=None)
    newest = max(posts, default=None)
    if not days.members and newest is not None and newest.isoweekday() == weekday:
        # A post of the day that the text calls today.
        days = of_day(newest) if newest.toordinal() == lowest else days
    if lowest is not None:
        bounded = days & between(lowest, None)
        days = bounded if not bounded.is_contradiction else days
    if weekday is not None and days.members:
        kept = [d for d in days.members if date.fromordinal(d).isoweekday() == weekday]
        days = of_members(kept) if kept else UNKNOWN
    return Published(days, "derived" if days.is_known else "unknown")


def _own_weekday(own: list[Mapping[str, Any]]) -> int | None:
    """The article's weekday, where all that it calls today or yesterday agrees on it."""
    weekdays = {
        (when["weekday"] - 1 - when["earliest_offset"]) % 7 + 1
        for when in own
        if when.get("weekday") is not None and _exact_offset(when) is not None
    }
    return weekdays.pop() if len(weekdays) == 1 else None


def _own_days(own: list[Mapping[str, Any]], undated: list[Mapping[str, Any]]) -> Days:
    """The article's day by dates that it calls today or yesterday, else by the date of the news it
    opens with.
    """
    days = UNKNOWN
    for when in own:
        offset = _exact_offset(when)
        if offset is None or when.get("day") is None or when.get("month") is None:
            continue
        exact = absolute_days({**when, "weekday": None})
        if exact.members:
            shifted = of_members([d - offset for d in exact.members])
            both = days & shifted if days.is_known else shifted
            days = UNKNOWN if both.is_contradiction else both
    for when in undated:
        day = absolute_days(when).day
        if when.get("char_end") and day and not days.is_known:
            days = between(day.toordinal(), day.toordinal() + _NEWS_LASTS)
    return days


def _told_as_past(others: Iterable[Mapping[str, Any]]) -> list[int]:
    """First days of full dates told of in the past tense: the article is not older than any."""
    firsts = (
        absolute_days(when).first
        for when in others
        if when.get("latest_offset") == 0
        and when.get("year") is not None
        and when.get("month") is not None
    )
    return [first for first in firsts if first is not None]


def _exact_offset(when: Mapping[str, Any]) -> int | None:
    low = when.get("earliest_offset")
    return int(low) if low is not None and low == when.get("latest_offset") else None


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


def article_rows(
    articles: pl.DataFrame, times: pl.DataFrame, reports: pl.DataFrame, solved: pl.DataFrame
) -> pl.DataFrame:
    """What is known of each article's day: ARTICLE_DAYS, one row an article.

    What the article says of itself, else bounds from meetings that other articles date: an article
    that tells of a meeting as past is not older; one that calls the meeting's day "yesterday" is of
    the day after.
    """
    found = publication(articles, times)
    joined = reports.select("mention_id", "article_id", "status", "when").join(
        solved.select("mention_id", "meeting_id"), on="mention_id"
    )
    by_meeting: dict[str, list[Telling]] = defaultdict(list)
    for _, article, status, when, meeting in joined.iter_rows():
        by_meeting[meeting].append((article, status, when))
    learned = evidence_of_meetings(by_meeting.values(), found)
    rows = []
    for article, alone in found.items():
        known = narrowed(alone, learned.get(article))
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


def narrowed(known: Published, told: Days | None) -> Published:
    """An article's day with what meetings tell of it; a contradiction leaves it as it was."""
    if told is None or known.basis == "stated":
        return known
    both = known.days & told
    return known if both.is_contradiction else Published(both, "derived")


def evidence_of_meetings(
    meetings: Iterable[list[Telling]], found: dict[str, Published]
) -> dict[str, Days]:
    """Days that meetings dated by other articles leave to each article that states none."""
    undated = {article for article, known in found.items() if known.basis != "stated"}
    evidence: dict[str, Days] = {}
    for tellers in meetings:
        articles = {article for article, _, _ in tellers}
        if len(articles) < 2 or not articles & undated:
            continue
        held: dict[str, list[dict[str, Any] | None]] = defaultdict(list)
        for article, status, when in tellers:
            if status in HELD:
                held[article].append(when)
        by_others = _days_by_others(held, found)
        for article in sorted(held.keys() & undated):
            day = by_others[article]
            if day is None:
                continue
            told = UNKNOWN
            for when in held[article]:
                told = told & between(day.toordinal(), None)
                offset = when.get("earliest_offset") if when else None
                if when and offset is not None and offset == when.get("latest_offset"):
                    told = told & of_day(date.fromordinal(day.toordinal() - offset))
            both = evidence.get(article, UNKNOWN) & told
            if told.is_known and not told.is_contradiction and not both.is_contradiction:
                evidence[article] = both
    return evidence


def _days_by_others(
    held: Mapping[str, list[dict[str, Any] | None]], found: Mapping[str, Published]
) -> dict[str, date | None]:
    """For each article that tells of a meeting as past, its day by all the other articles; None
    where they settle none.
    """
    own = [
        reduce(and_, (days_of(when, found[article].days) for when in whens), UNKNOWN)
        for article, whens in held.items()
    ]
    before = accumulate(own, and_, initial=UNKNOWN)
    after = reversed(list(accumulate(reversed(own), lambda all_, one: one & all_, initial=UNKNOWN)))
    next(after)
    return {
        article: (earlier & later).day
        for article, earlier, later in zip(held, before, after, strict=False)
    }
