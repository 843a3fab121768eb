"""What readers who judge rows get to see."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from assets.settings import Settings
from orchestration.run import Outcome
from training.review import drawn, review


@pytest.fixture(scope="module")
def published(house: tuple[Settings, Outcome, bool]) -> Iterator[duckdb.DuckDBPyConnection]:
    settings, _, _ = house
    with duckdb.connect(str(settings.link), read_only=True) as connection:
        yield connection


def test_the_same_seed_draws_the_same_articles(published: duckdb.DuckDBPyConnection) -> None:
    assert drawn(published, 5, seed=3) == drawn(published, 5, seed=3)
    assert drawn(published, 5, seed=3) != drawn(published, 5, seed=4)


def test_what_was_read_before_is_not_drawn_again(published: duckdb.DuckDBPyConnection) -> None:
    before = drawn(published, 5, seed=3)
    assert not set(drawn(published, 1000, seed=3, seen=before)) & set(before)


@pytest.mark.parametrize(
    ("what", "table"),
    [("people", "person_mentions"), ("meetings", "meeting_mentions"), ("statements", "statements")],
)
def test_every_row_of_an_article_stands_beside_its_text(
    published: duckdb.DuckDBPyConnection, what: str, table: str
) -> None:
    key = {"people": "person_id", "meetings": "meeting_id", "statements": "statement_id"}[what]
    found = published.execute(
        f"SELECT article_id, count(DISTINCT {key}) FROM marts.{table} GROUP BY ALL ORDER BY ALL DESC"
    ).fetchall()
    article_id, rows = found[0]
    body = published.execute(
        "SELECT body FROM marts.articles WHERE article_id = ?", [article_id]
    ).fetchone()
    lines = list(review(published, what, [article_id]))
    assert body is not None and body[0] in lines[1]
    assert len([line for line in lines if line.startswith("1.")]) == rows
