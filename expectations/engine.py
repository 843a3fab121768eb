"""Great Expectations on DuckDB: the one module that imports `great_expectations` (3 to 9 seconds;
import it inside functions).

Here: an execution engine and a data source made through GX's own extension mechanism, and a context
manager that opens a DuckDB file read-only and closes it for certain. Not here: rules and results.

Why a subclass: on DuckDB, GX's stock SQL engine closes its connection before it fetches (GX 1.24),
so every expectation fails; and SQLAlchemy's reflection of DuckDB tables fails under SQLAlchemy 2.1,
so that GX falls back to an unqualified table name: the engine connection therefore has the one
schema that is checked as its search path.
"""

from __future__ import annotations

import builtins
import os

os.environ.setdefault("GX_ANALYTICS_ENABLED", "False")  # before the import: nothing is sent

import logging
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Literal

import great_expectations as gx
import sqlalchemy as sa
from great_expectations.compatibility import pydantic
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import (
    SqlAlchemyExecutionEngine,
)
from great_expectations.expectations.core.unexpected_rows_expectation import (
    UnexpectedRowsExpectation,
)

from expectations.rules import PREVIOUS

logging.getLogger("great_expectations").setLevel(logging.ERROR)


class DuckDBExecutionEngine(SqlAlchemyExecutionEngine):
    """Keeps one connection from the first query to `close()`."""

    @contextmanager
    def get_connection(self) -> Generator[sa.Connection, None, None]:
        if self._connection is None:
            self._connection = self.engine.connect()
        yield self._connection

    def close(self) -> None:
        """Closes the connection and its pool, so that the file may be opened otherwise."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.engine.dispose()


class DuckDBDatasource(SQLDatasource):
    """`context.data_sources.add_duckdb(...)`."""

    type: Literal["duckdb"] = "duckdb"  # type: ignore[assignment]  # each GX data source narrows its own name

    _schema_of_tables: str = pydantic.PrivateAttr("main")

    @property
    def schema_(self) -> str | None:
        return self._schema_of_tables

    @property
    def execution_engine_type(self) -> builtins.type[SqlAlchemyExecutionEngine]:
        return DuckDBExecutionEngine


class NoRows(UnexpectedRowsExpectation):
    """Holds if its query finds nothing. GX's own expectation runs every query twice, for the rows
    and for their number; a query that finds nothing, as nearly all do, is run once here.
    `observed_value` is the number of rows fetched (200 at most)."""

    metric_dependencies: ClassVar[tuple[str, ...]] = ("unexpected_rows_query.table",)

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: Any = None,
    ) -> dict[str, Any]:
        rows = metrics["unexpected_rows_query.table"]
        return {
            "success": not rows,
            "result": {"observed_value": len(rows), "details": {"unexpected_rows": rows}},
        }


#: Expectations of this project, beside those of `great_expectations.expectations`.
OWN: dict[str, Any] = {"NoRows": NoRows}


@contextmanager
def open_schema(
    database: Path,
    schema: str,
    previous: Path | None = None,
    configuration: Mapping[str, str] | None = None,
) -> Iterator[Any]:
    """A GX data source on `schema` of the DuckDB file `database`, read-only; closed and disposed on
    the way out.

    `previous` is a published file, attached as `expectations.rules.PREVIOUS`; `configuration` is
    DuckDB's (a memory limit, say). Raises duckdb.IOException (through SQLAlchemy) if another
    process holds the file for writing.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_duckdb(  # type: ignore[attr-defined]  # made by DuckDBDatasource
        name=schema,
        connection_string=f"duckdb:///{database.resolve()}",
        kwargs={
            "connect_args": {"read_only": True, "config": dict(configuration or {})},
            "poolclass": sa.pool.StaticPool,
        },
    )
    source._schema_of_tables = schema
    engine = source.get_execution_engine()
    try:
        with engine.get_connection() as connection:
            if previous is not None:
                file = str(previous.resolve()).replace("'", "''")
                connection.exec_driver_sql(f"ATTACH '{file}' AS {PREVIOUS} (READ_ONLY)")
            connection.exec_driver_sql(f"SET search_path = '{schema}'")
            connection.commit()  # GX rolls back after a query that fails, and would roll back the attachment
        yield source
    finally:
        engine.close()
        if source._engine is not None:
            source._engine.dispose()
