"""What the UI gets to show of a table beside its counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from assets import intake
from assets.settings import Settings
from orchestration import showing
from orchestration.run import Outcome
from tests.conftest import ARTICLE


@pytest.fixture
def shown(house: tuple[Settings, Outcome, bool]) -> Any:
    settings, _, _ = house
    with dg.DagsterInstance.from_config(str(settings.dagster_home)) as instance:

        def metadata(*path: str) -> Any:
            event = instance.get_latest_materialization_event(dg.AssetKey(path))
            assert event is not None and event.asset_materialization is not None
            return event.asset_materialization.metadata

        yield metadata


@pytest.mark.parametrize("key", [("raw", "pages"), ("reading", "statements"), ("marts", "people")])
def test_a_table_shows_a_few_rows_and_no_long_text(shown: Any, key: tuple[str, str]) -> None:
    rows = shown(*key)["sample"].records
    assert 1 <= len(rows) <= showing.SAMPLE_ROWS
    longest = max(len(str(value)) for row in rows for value in row.data.values())
    assert longest <= showing.SAMPLE_CHARACTERS


def test_a_column_of_a_mart_leads_back_to_the_columns_it_comes_from(shown: Any) -> None:
    lineage = shown("marts", "statements")["dagster/column_lineage"].column_lineage
    sources = lineage.deps_by_column["char_start"]
    assert [source.column_name for source in sources] == ["char_start"]
    assert sources[0].asset_key.path[-1] == "int_statements"


def test_where_columns_come_from_stands_in_a_table_that_the_open_source_ui_shows(
    shown: Any,
) -> None:
    rows = [row.data for row in shown("marts", "statements")["columns_come_from"].records]
    assert {"column": "char_start", "comes from": "int_statements.char_start"} in rows


def test_what_a_person_reads_stands_before_ids(shown: Any) -> None:
    names = [column.name for column in shown("marts", "statements")["sample"].schema.columns]
    assert names.index("text") < names.index("statement_id")


def test_the_accuracy_of_the_reader_is_kept_as_numbers(shown: Any) -> None:
    figures = shown("quality", "reader_accuracy")
    for name in ("articles_f1", "people_f1", "statements_f1", "meetings_f1"):
        assert 0.5 < figures[name].value <= 1.0


def test_columns_of_the_raw_tables_are_described() -> None:
    schema = showing.column_schema("raw.files", {"byte_size": integer(), "unheard_of": integer()})
    described = {column.name: column.description for column in schema.columns}
    assert described == {"byte_size": "Size in bytes.", "unheard_of": None}


def integer() -> Any:
    import polars as pl

    return pl.Int64


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (
            {"test_metadata": {"name": "unique", "kwargs": {"column_name": "person_id"}}},
            "person_id: no value twice. (dbt test)",
        ),
        (
            {
                "test_metadata": {
                    "name": "accepted_values",
                    "kwargs": {"column_name": "kind", "values": ["a", "b"]},
                }
            },
            "kind: one of a, b. (dbt test)",
        ),
        (
            {"name": "t", "raw_code": "-- Copies are\n-- no originals.\nselect 1"},
            "Copies are no originals.",
        ),
        ({"name": "t", "raw_code": "select 1"}, "t"),
    ],
)
def test_a_dbt_test_says_what_it_asks(node: dict[str, Any], said: str) -> None:
    assert showing.test_sentence(node) == said


def test_of_the_quarantine_what_is_not_mended_is_shown_first(
    settings: Settings, folder: Path
) -> None:
    for name in "abcdefg":
        (folder / f"{name}.txt").write_text("no Arabic here", "utf-8")
    intake.run(settings, say=lambda _: None)
    for name in "abcdef":
        (folder / f"{name}.txt").write_text(ARTICLE, "utf-8")
    intake.run(settings, say=lambda _: None)
    key = dg.AssetKey(["raw", "quarantine"])
    rows = showing.samples(settings, [key])[key]["sample"].records
    assert len(rows) == showing.SAMPLE_ROWS
    assert rows[0].data["source_file"] == "g.txt"
