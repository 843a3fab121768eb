"""Rows of a published file, by column name.

Here: how the report asks. Not here: what it asks for (`figures`, `network`, `page`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any] = ()
) -> list[dict[str, Any]]:
    """The rows of a query, each by column name."""
    found = connection.execute(sql, list(parameters))
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
