"""The whole house over the examples: what a newcomer gets from `make run`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.settings import Settings
from assets.warehouse import connect
from orchestration.run import Outcome
from tests.conftest import running

House = tuple[Settings, Outcome, bool]

#: Tables with offsets, and the column that the offsets cut out of the body.
OFFSETS = {"person_mentions": "surface", "statements": "text", "meeting_mentions": "text"}


@pytest.fixture(scope="module")
def published(house: House) -> Iterator[duckdb.DuckDBPyConnection]:
    settings, _, _ = house
    with duckdb.connect(settings.published / "rasad.duckdb", read_only=True) as connection:
        yield connection


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return row[0]


def test_the_run_is_green_and_says_so(house: House) -> None:
    settings, outcome, succeeded = house
    assert succeeded
    assert outcome.failed == []
    assert outcome.errors == []
    assert outcome.files == {"loaded": 12, "unchanged": 0, "quarantined": 0, "vanished": 0}
    table = outcome.table(settings)
    assert "12 loaded" in table
    assert "0 failed" in table
    assert str(settings.published / "rasad.duckdb") in table


def test_the_table_counts_the_rows_that_were_published(
    house: House, published: duckdb.DuckDBPyConnection
) -> None:
    _, outcome, _ = house
    for table in ("articles", "people", "meetings", "statements"):
        assert outcome.marts[table] == one(published, f"SELECT count(*) FROM marts.{table}") > 0


@pytest.mark.parametrize(("table", "column"), OFFSETS.items())
def test_every_offset_cuts_its_text_out_of_the_body(
    published: duckdb.DuckDBPyConnection, table: str, column: str
) -> None:
    rows = f"FROM marts.{table} AS t JOIN marts.articles USING (article_id)"
    assert one(published, f"SELECT count(*) {rows}") > 0
    wrong = f"substr(body, char_start + 1, char_end - char_start) <> t.{column}"
    assert one(published, f"SELECT count(*) {rows} WHERE {wrong}") == 0


def test_body_spans_map_every_body_back_to_its_source(house: House) -> None:
    settings, _, _ = house
    with connect(settings) as connection:
        articles = connection.execute(
            """
            SELECT body, body_spans, text FROM reading.articles JOIN raw.pages USING (page_id) WHERE is_current
            """
        ).fetchall()
    assert len(articles) >= 14
    for body, spans, text in articles:
        pieces = [text[s["source_start"] : s["source_start"] + s["length"]] for s in spans]
        assert "\n".join(pieces) == body
        for span, piece in zip(spans, pieces, strict=True):
            assert body[span["body_start"] :].startswith(piece)


def test_a_second_run_loads_reads_checks_and_publishes_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orchestration import checks

    held: list[tuple[str, str, str]] = []
    hold = checks.runner.run

    def spy(database: Path, suites: Any, **options: Any) -> list[Any]:
        results = hold(database, suites, **options)
        held.extend((r.schema, r.table, r.rule) for r in results)
        return results

    monkeypatch.setattr(checks.runner, "run", spy)
    settings, first, _ = house
    before = (settings.published / "rasad.duckdb").resolve()
    with connect(settings) as connection:
        read_before = connection.execute(
            "SELECT count(*), max(loaded_at) FROM raw.pages"
        ).fetchall()
    with running(settings) as run:
        second, succeeded = run()
    assert succeeded
    assert second.files == {"loaded": 0, "unchanged": 12, "quarantined": 0, "vanished": 0}
    assert second.marts == first.marts
    assert second.passed + len(second.warned) == first.passed + len(first.warned)
    against_previous = {
        (suite.schema, suite.table, rule.name)
        for suite in checks.suites.ALL
        for rule in suite.rules
        if rule.against_previous
    }
    assert set(held) == against_previous  # there is a publication now to hold the marts against
    assert (settings.published / "rasad.duckdb").resolve() == before
    with connect(settings) as connection:
        read_after = connection.execute("SELECT count(*), max(loaded_at) FROM raw.pages").fetchall()
    assert read_after == read_before


def test_everything_was_written_under_the_home(house: House) -> None:
    settings, _, _ = house
    written = {path.name for path in settings.home.iterdir()}
    assert {"warehouse.duckdb", "published", "dagster", "dbt"} <= written
    assert (settings.dbt_target / "manifest.json").exists()
