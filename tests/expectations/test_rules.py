"""Every rule holds in a good warehouse, and each is seen to fail in one that is bad in just
that.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from expectations import rules, runner
from expectations.suites import ALL
from reader.text import MARKS
from tests.expectations.breaks import BREAKS
from tests.expectations.house import build

RULES = {f"{suite.name}.{rule.name}": (suite, rule) for suite in ALL for rule in suite.rules}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "warehouse.duckdb")


def test_every_rule_holds_in_a_good_warehouse(good: Path, tmp_path: Path) -> None:
    previous = Path(shutil.copy(good, tmp_path / "rasad-000001.duckdb"))
    results = runner.run(good, ALL, previous=previous)
    assert {r.name: (r.sample, r.error) for r in results if r.status != "passed"} == {}
    assert {r.name for r in results} == set(RULES)


def test_every_rule_has_its_break() -> None:
    assert set(BREAKS) == set(RULES)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_broken_promise_is_seen(name: str, good: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(good, tmp_path / "warehouse.duckdb"))
    previous = Path(shutil.copy(good, tmp_path / "rasad-000001.duckdb"))
    with duckdb.connect(str(database)) as connection:
        connection.execute(f"ATTACH '{previous}' AS previous")
        for statement in BREAKS[name].split(";"):
            if statement.strip():
                connection.execute(statement)
    suite, rule = RULES[name]
    [result] = runner.run(
        database, [suite], previous=previous, only={(suite.schema, suite.table, rule.name)}
    )
    assert result.error is None
    assert result.status == "failed"
    assert result.sample
    assert result.severity == rule.severity
    assert result.blocks is (rule.severity == "critical")


def test_the_marks_that_rules_overlook_are_those_that_the_reader_drops() -> None:
    assert MARKS.pattern == rules.MARKS


def test_what_is_no_longer_current_fails_no_rule(good: Path, tmp_path: Path) -> None:
    # It is kept and never mended: a rule that it failed would fail for ever.
    database = Path(shutil.copy(good, tmp_path / "warehouse.duckdb"))
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "INSERT INTO raw.pages SELECT * REPLACE ('old' AS page_id, 'no address' AS url, '' AS text, false AS is_current) FROM raw.pages"
        )
        for table in ("articles", "people", "person_mentions", "meeting_reports", "statements"):
            broken = {"articles": "body", "people": "name", "person_mentions": "surface"}
            column = broken.get(table, "text")
            connection.execute(
                f"INSERT INTO reading.{table} SELECT * REPLACE ('old' AS page_id, 'old' AS article_id, ' ' AS {column}) FROM reading.{table}"
            )
    results = runner.run(database, [s for s in ALL if s.schema in ("raw", "reading")])
    assert [r.name for r in results if r.status == "failed"] == []


def test_rows_are_counted_though_only_some_are_fetched(good: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(good, tmp_path / "warehouse.duckdb"))
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "INSERT INTO raw.pages SELECT p.* REPLACE ('no: address' AS url) FROM raw.pages p, range(500)"
        )
    suite, _ = RULES["raw.pages.url_is_well_formed"]
    [result] = runner.run(database, [suite], only={("raw", "pages", "url_is_well_formed")})
    assert (result.unexpected_count, len(result.sample)) == (500, runner.SAMPLE_SIZE)
    assert result.row_count == 501


def test_a_table_that_is_not_there_fails_its_rules_and_no_others(
    good: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(good, tmp_path / "warehouse.duckdb"))
    with duckdb.connect(str(database)) as connection:
        connection.execute("DROP TABLE raw.quarantine; ALTER TABLE raw.pages DROP COLUMN url")
    results = runner.run(database, [s for s in ALL if s.schema == "raw"])
    failed = {r.name for r in results if r.status == "failed"}
    assert failed == {n for n in RULES if n.startswith("raw.quarantine.")} | {
        "raw.pages.url_is_well_formed"
    }
    assert all(r.error for r in results if r.status == "failed")
    with duckdb.connect(str(database)) as connection:  # the file is free again
        connection.execute("CREATE TABLE raw.quarantine (a INTEGER)")
