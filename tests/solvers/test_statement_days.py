"""The day on which a thing was said: one day, or none."""

from __future__ import annotations

from datetime import date

import polars as pl

from reader.tables import READING
from solvers.statements import said_days

WHEN = READING["statements"]["said"]
PUBLISHED = date(2024, 5, 8)  # a Wednesday


def said_on(
    earliest: date | None = PUBLISHED, latest: date | None = PUBLISHED, **constraints: object
) -> list[date]:
    """The days that `said_days` gives a statement with these constraints in an article of these
    days.
    """
    said = pl.DataFrame(
        {"statement_id": ["s"], "article_id": ["a"], "said": [constraints]},
        schema={"statement_id": pl.String, "article_id": pl.String, "said": WHEN},
    )
    published = pl.DataFrame(
        {"article_id": ["a"], "earliest": [earliest], "latest": [latest]},
        schema={"article_id": pl.String, "earliest": pl.Date, "latest": pl.Date},
    )
    return said_days(said, published)["said_on"].to_list()


def test_yesterday_is_the_day_before_publication() -> None:
    assert said_on(earliest_offset=-1, latest_offset=-1) == [date(2024, 5, 7)]


def test_a_printed_date_needs_no_day_of_publication() -> None:
    assert said_on(None, None, year=2023, month=2, day=18) == [date(2023, 2, 18)]


def test_yesterday_of_an_article_without_a_day_stays_open() -> None:
    assert said_on(None, None, earliest_offset=-1, latest_offset=-1) == []
    assert said_on(date(2024, 5, 1), date(2024, 5, 31), earliest_offset=-1, latest_offset=-1) == []


def test_several_days_are_no_day() -> None:
    assert said_on(earliest_offset=-7, latest_offset=-1) == []


def test_nobody_is_quoted_before_they_speak() -> None:
    assert said_on(year=2024, month=5, day=9) == []


def test_vague_words_date_nothing() -> None:
    assert said_on(is_vague=True, earliest_offset=0, latest_offset=0) == []
