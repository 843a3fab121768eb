"""Sets of days, their EDTF values, and the day an article can be of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solvers.article_days import article_days
from solvers.dates import days_of
from solvers.days import (
    UNKNOWN,
    between,
    edtf_interval,
    of_bounds,
    of_day,
    of_members,
)

MONDAY = date(2025, 3, 24)


def when(**parts: Any) -> dict[str, Any]:
    return parts


def test_yesterday_is_the_day_before_the_article() -> None:
    found = days_of(when(earliest_offset=-1, latest_offset=-1), of_day(MONDAY))
    assert found.day == date(2025, 3, 23)


def test_an_offset_from_an_article_of_unknown_day_says_nothing() -> None:
    assert days_of(when(earliest_offset=-1, latest_offset=-1)) == UNKNOWN


def test_an_offset_from_an_article_known_by_bounds_gives_bounds() -> None:
    found = days_of(when(earliest_offset=-1, latest_offset=-1), of_bounds(date(2025, 3, 20), None))
    assert found.edtf() == "2025-03-19/.."


def test_several_possible_days_of_an_article_give_the_union() -> None:
    published = of_members([MONDAY.toordinal(), MONDAY.toordinal() + 7])
    found = days_of(when(weekday=7, earliest_offset=-6, latest_offset=0), published)
    assert found.edtf() == "[2025-03-23,2025-03-30]"


def test_a_weekday_that_is_named_settles_a_stamp_after_midnight() -> None:
    today = when(weekday=7, earliest_offset=0, latest_offset=0)
    assert days_of(today, of_day(MONDAY)).day == date(2025, 3, 23)


def test_a_weekday_that_fits_no_near_day_says_nothing() -> None:
    today = when(weekday=4, earliest_offset=0, latest_offset=0)
    assert days_of(today, of_day(MONDAY)) == UNKNOWN


def test_a_date_in_full_needs_no_article() -> None:
    assert days_of(when(year=2023, month=6, day=24)).day == date(2023, 6, 24)
    assert days_of(when(year=2023, month=6, day=31)) == UNKNOWN


def test_a_part_of_a_date_has_unspecified_digits() -> None:
    assert days_of(when(month=2, day=18)).edtf() == "XXXX-02-18"
    assert days_of(when(month=2)).edtf() == "XXXX-02"


def test_a_part_of_a_date_meets_bounds() -> None:
    both = days_of(when(month=2, day=18)) & of_bounds(date(2025, 1, 1), date(2025, 12, 31))
    assert both.day == date(2025, 2, 18)


def test_evidence_that_excludes_itself_is_seen_as_contradiction() -> None:
    assert (of_day(MONDAY) & of_day(date(2025, 3, 25))).is_contradiction
    assert (of_bounds(MONDAY, None) & of_bounds(None, date(2025, 1, 1))).is_contradiction


def test_a_hijri_date_is_known_within_a_day() -> None:
    found = days_of(when(year=1446, month=9, day=1, hijri=True))
    assert found.edtf() == "2025-02-28/2025-03-02"


def test_vague_words_date_nothing() -> None:
    assert days_of(when(is_vague=True, latest_offset=0), of_day(MONDAY)) == UNKNOWN
    assert days_of(None, of_day(MONDAY)) == UNKNOWN


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2025, 2, 1), date(2025, 2, 28), "2025-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 12, 1), date(2024, 12, 31), "2024-12"),
        (date(2025, 2, 1), date(2025, 2, 27), "2025-02-01/2025-02-27"),
        (date(2025, 2, 1), date(2025, 2, 1), "2025-02-01"),
        (None, date(2025, 2, 1), "../2025-02-01"),
        (date(2025, 2, 1), None, "2025-02-01/.."),
        (None, None, None),
    ],
)
def test_intervals_have_their_shortest_edtf_value(
    first: date | None, last: date | None, edtf: str | None
) -> None:
    assert edtf_interval(first, last) == edtf


# ---- the article's own day


def test_a_stated_day_is_the_articles() -> None:
    found = article_days(MONDAY, [])
    assert (found.days.day, found.basis) == (MONDAY, "stated")


def test_nothing_said_of_the_day_leaves_it_unknown() -> None:
    assert article_days(None, []).basis == "unknown"


def test_a_post_of_the_weekday_called_today_dates_the_article() -> None:
    today = when(weekday=1, earliest_offset=0, latest_offset=0)
    post = when(year=2025, month=3, day=24)
    found = article_days(None, [today, post])
    assert (found.days.day, found.basis) == (MONDAY, "derived")


def test_a_post_of_another_weekday_bounds_the_article_only() -> None:
    today = when(weekday=3, earliest_offset=0, latest_offset=0)
    found = article_days(None, [today, when(year=2025, month=3, day=24)])
    assert found.days.edtf() == "2025-03-24/.."


def test_yesterday_with_its_date_gives_the_day_after() -> None:
    yesterday = when(year=2025, month=3, day=23, earliest_offset=-1, latest_offset=-1)
    assert article_days(None, [yesterday]).days.day == MONDAY


def test_a_full_date_told_of_in_the_past_bounds_the_article_from_below() -> None:
    told = when(year=2022, month=2, latest_offset=0)
    found = article_days(None, [], [told])
    assert (found.days.edtf(), found.basis) == ("2022-02-01/..", "derived")


def test_a_weekday_alone_dates_no_article() -> None:
    today = when(weekday=1, earliest_offset=0, latest_offset=0)
    assert article_days(None, [today]).basis == "unknown"


# ---- properties

DATES = st.dates(date(1990, 1, 1), date(2060, 1, 1))
SETS = st.lists(st.integers(738000, 738060), unique=True, max_size=8).map(
    lambda members: of_members(sorted(members))
)


@given(SETS, SETS)
def test_the_intersection_is_that_of_the_sets_in_either_order(a: Any, b: Any) -> None:
    both = a & b
    assert both == b & a
    assert set(both.members) == set(a.members) & set(b.members)


@given(DATES, st.integers(0, 1200), DATES)
def test_bounds_hold_exactly_the_days_between(first: date, length: int, other: date) -> None:
    last = first + timedelta(days=length)
    both = between(first.toordinal(), last.toordinal()) & of_day(other)
    assert both.is_contradiction != (first <= other <= last)


@given(
    DATES,
    st.fixed_dictionaries(
        {},
        optional={
            "weekday": st.integers(1, 7),
            "month": st.integers(1, 12),
            "day": st.integers(1, 31),
            "week_offset": st.integers(-2, 2),
            "month_offset": st.integers(-2, 2),
            "year_offset": st.integers(-2, 2),
            "earliest_offset": st.integers(-20, 0),
            "latest_offset": st.integers(0, 20),
        },
    ),
)
def test_every_day_that_is_found_satisfies_every_part(p: date, parts: dict[str, Any]) -> None:
    found = days_of(parts, of_day(p))
    for ordinal in found.members or ():
        x = date.fromordinal(ordinal)
        assert parts.get("weekday") in (None, x.isoweekday())
        assert parts.get("day") in (None, x.day)
        assert parts.get("month") in (None, x.month)
        if "year_offset" in parts:
            assert abs(x.year - p.year - parts["year_offset"]) <= 1  # a day's slack of the stamp


def test_an_article_that_opens_with_dated_news_is_of_that_day_or_the_two_after_it() -> None:
    news = when(year=2024, month=6, day=5, weekday=3, latest_offset=0) | {"char_end": 30}
    assert article_days(None, [news]).days.edtf() == "2024-06-05/2024-06-07"


def test_last_sunday_is_settled_where_the_news_is_dated() -> None:
    news = when(year=2024, month=6, day=5, weekday=3, latest_offset=0) | {"char_end": 30}
    sunday = when(weekday=7, earliest_offset=-8, latest_offset=-1)
    assert days_of(sunday, article_days(None, [news]).days).day == date(2024, 6, 2)
