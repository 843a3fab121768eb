"""The one door to the warehouse: connections that open late and close always, and appends by Arrow.

Here: how the database is opened, waited for, written to. Not here: what stands in it (the stages
declare their tables).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl

from assets.settings import Settings, processors

Schema = Mapping[str, pl.DataType | type[pl.DataType]]

_log = logging.getLogger(__name__)

#: How long to wait for another process that holds the file, in seconds: a query of a dbt process
#: that is ending, a curious colleague. Runs do not wait here, they wait for each other before they
#: start.
_PATIENCE = 30.0


class WarehouseBusy(RuntimeError):
    """Another process holds the warehouse: transient, so worth a retry."""


@contextmanager
def connect(settings: Settings, *, read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the warehouse, closed whatever happens, so that the file is free again.

    Work that is not a query belongs outside: while it is open, no other process can even read the
    file. Raises WarehouseBusy when another process holds it for longer than half a minute.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    settings.temporary.mkdir(exist_ok=True)
    connection = _open(settings, read_only)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def create(connection: duckdb.DuckDBPyConnection, table: str, schema: Schema) -> None:
    """Makes `table` ("schema.name") if it is not there, and gives an older version of it the
    columns and types of today.
    """
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {table.split('.')[0]}")
    empty = pl.DataFrame(schema=dict(schema)).to_arrow()
    connection.register("_empty", empty)
    try:
        connection.execute(f"CREATE TABLE IF NOT EXISTS {table} AS FROM _empty LIMIT 0")
        there = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {table}").fetchall()}
        for name, kind, *_ in connection.execute("DESCRIBE _empty").fetchall():
            if name not in there:
                connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {kind}')
            elif there[name] != kind:
                # A field that a struct lacks would be left out of all that is written, without a
                # word.
                connection.execute(f'ALTER TABLE {table} ALTER COLUMN "{name}" TYPE {kind}')
    finally:
        connection.unregister("_empty")


def append(connection: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> None:
    """Adds the rows of `frame` to `table`, by Arrow and by column names."""
    if frame.height:
        with rows_of(connection, frame) as name:
            connection.execute(f"INSERT INTO {table} BY NAME FROM {name}")


@contextmanager
def rows_of(connection: duckdb.DuckDBPyConnection, frame: pl.DataFrame) -> Iterator[str]:
    """The name under which SQL sees `frame`, without a copy."""
    connection.register("_frame", frame.to_arrow())
    try:
        yield "_frame"
    finally:
        connection.unregister("_frame")


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any] | None = None
) -> pl.DataFrame:
    """The rows of a query as a polars frame."""
    return connection.execute(sql, parameters or []).pl()


def remember(connection: duckdb.DuckDBPyConnection, key: str, value: str | None) -> None:
    """Notes a fact about the warehouse itself, in the place of what was noted under `key`
    before.
    """
    create(connection, "ops.state", {"key": pl.String, "value": pl.String})
    with transaction(connection):
        connection.execute("DELETE FROM ops.state WHERE key = ?", [key])
        connection.execute("INSERT INTO ops.state VALUES (?, ?)", [key, value])


def recall(connection: duckdb.DuckDBPyConnection, key: str) -> str | None:
    """What `remember` noted last, or None."""
    create(connection, "ops.state", {"key": pl.String, "value": pl.String})
    row = connection.execute("SELECT value FROM ops.state WHERE key = ?", [key]).fetchone()
    return row[0] if row else None


#: Columns that change in every run and say nothing of the data.
_RESTLESS = {"raw.files": ["last_seen_at"]}


def contents(
    connection: duckdb.DuckDBPyConnection, schemas: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Name, number of rows and a hash of all values of each table of `schemas`, whatever the order
    of rows: about a second for 100 MB."""
    tables = connection.execute(
        """
        SELECT schema_name || '.' || table_name FROM duckdb_tables()
        WHERE list_contains(?, schema_name) ORDER BY ALL
        """,
        [list(schemas)],
    ).fetchall()
    found = []
    for (table,) in tables:
        left_out = ", ".join(_RESTLESS.get(table, []))
        rows = f"(SELECT * {f'EXCLUDE ({left_out})' if left_out else ''} FROM {table})"
        row = connection.execute(
            f"SELECT count(*), sum(hash(t)::HUGEINT) FROM {rows} AS t"
        ).fetchone()
        found.append((table, *(row or ())))
    return found


def now() -> datetime:
    """The time as the warehouse writes it: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def limits(settings: Settings) -> dict[str, str]:
    """What DuckDB may use, and where it spills: its configuration for the warehouse and every file
    made from it.
    """
    return {
        "memory_limit": f"{settings.duckdb_megabytes}MB",
        "threads": str(processors()),
        "temp_directory": str(settings.temporary),
    }


def _open(settings: Settings, read_only: bool) -> duckdb.DuckDBPyConnection:
    configuration: dict[str, str | bool | int | float | list[str]] = {
        **limits(settings),
        "preserve_insertion_order": "false",
    }
    deadline, said = time.monotonic() + _PATIENCE, False
    while True:
        try:
            return duckdb.connect(settings.warehouse, read_only=read_only, config=configuration)
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise
            if time.monotonic() > deadline:
                raise WarehouseBusy(
                    f"Another program holds {settings.warehouse}. Close it (analysts open the published file, not the"
                    f" warehouse) and run again. DuckDB says: {error}"
                ) from error
            if not said and time.monotonic() > deadline - _PATIENCE + 2:
                _log.warning("waiting: another program holds %s (%s)", settings.warehouse, error)
                said = True
        time.sleep(0.5)
