"""The door to the warehouse."""

from __future__ import annotations

import duckdb
import polars as pl
import pytest

from assets import warehouse
from assets.settings import Settings
from assets.warehouse import WarehouseBusy, append, connect, create, recall, remember, transaction


def test_the_file_is_free_again_after_a_failure(settings: Settings) -> None:
    with pytest.raises(ZeroDivisionError), connect(settings):
        raise ZeroDivisionError
    duckdb.connect(settings.warehouse).close()  # another configuration: refused while one is open


def test_a_transaction_is_all_or_nothing(settings: Settings) -> None:
    schema = {"number": pl.Int64}
    with connect(settings) as connection:
        create(connection, "raw.numbers", schema)
        with pytest.raises(ZeroDivisionError), transaction(connection):
            append(connection, "raw.numbers", pl.DataFrame({"number": [1]}))
            raise ZeroDivisionError
        assert connection.execute("SELECT count(*) FROM raw.numbers").fetchall() == [(0,)]


def test_a_table_of_an_older_version_gets_the_columns_it_lacks(settings: Settings) -> None:
    with connect(settings) as connection:
        create(connection, "raw.things", {"a": pl.String})
        append(connection, "raw.things", pl.DataFrame({"a": ["x"]}))
        create(connection, "raw.things", {"a": pl.String, "b": pl.List(pl.Struct({"c": pl.Int32}))})
        append(connection, "raw.things", pl.DataFrame({"b": [[{"c": 1}]], "a": ["y"]}))
        assert connection.execute("SELECT a, b FROM raw.things ORDER BY a").fetchall() == [
            ("x", None),
            ("y", [{"c": 1}]),
        ]


def test_a_column_of_an_older_version_gets_the_fields_it_lacks(settings: Settings) -> None:
    with connect(settings) as connection:
        create(connection, "raw.things", {"a": pl.Struct({"b": pl.Int32})})
        append(connection, "raw.things", pl.DataFrame({"a": [{"b": 1}]}))
        create(connection, "raw.things", {"a": pl.Struct({"b": pl.Int32, "c": pl.Int32})})
        append(connection, "raw.things", pl.DataFrame({"a": [{"b": 2, "c": 3}]}))
        assert connection.execute("SELECT a FROM raw.things ORDER BY a").fetchall() == [
            ({"b": 1, "c": None},),
            ({"b": 2, "c": 3},),
        ]


def test_what_is_remembered_is_recalled_and_replaced(settings: Settings) -> None:
    with connect(settings) as connection:
        assert recall(connection, "models") is None
        for value in ("one", "two", None):
            remember(connection, "models", value)
            assert recall(connection, "models") == value


def test_a_warehouse_that_another_process_holds_is_said_to_be_busy(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    with connect(settings):
        pass
    program = f"""
import duckdb, sys
connection = duckdb.connect({str(settings.warehouse)!r})
print("held", flush=True)
sys.stdin.read()
"""
    monkeypatch.setattr(warehouse, "_PATIENCE", 0.1)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseBusy, match="Close it"), connect(settings):
            pass
        holder.communicate()
    with connect(settings):
        pass


def test_contents_change_with_any_value_and_not_with_the_order_of_rows(settings: Settings) -> None:
    def contents(*rows: tuple[str, list[int]]) -> object:
        with connect(settings) as connection:
            connection.execute("CREATE SCHEMA IF NOT EXISTS raw")
            connection.execute("CREATE OR REPLACE TABLE raw.things (a VARCHAR, b INTEGER[])")
            connection.executemany("INSERT INTO raw.things VALUES (?, ?)", rows)
            return warehouse.contents(connection, ["raw"])

    one, two, three = ("x", [1]), ("y", [2, 3]), ("y", [2, 4])
    assert contents(one, two) == contents(two, one)
    assert contents(one, two) != contents(one, three)
    assert contents(one, one) != contents(one)
