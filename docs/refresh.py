"""Puts the real output under every query of README.md and docs/analysts.md: python docs/refresh.py
PUBLISHED.duckdb

Run it on what `make run` published of the examples, after the reader has changed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import duckdb

PAGES = (Path(__file__).parents[1] / "README.md", Path(__file__).with_name("analysts.md"))
QUERY = re.compile(
    r"(?P<head>```sql\n(?P<sql>.*?)```\n<!-- result -->).*?(?P<tail><!-- /result -->)", re.DOTALL
)


def table(cursor: duckdb.DuckDBPyConnection) -> str:
    """The rows of a query as a table of the page."""
    names = [column[0] for column in cursor.description or []]
    lines = [
        names,
        ["---"] * len(names),
        *([cell(value) for value in row] for row in cursor.fetchall()),
    ]
    return "\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def cell(value: Any) -> str:
    """One value as the page shows it."""
    if value is None:
        return "NULL"
    text = "[" + ", ".join(map(str, value)) + "]" if isinstance(value, list) else str(value)
    return text.replace("|", "\\|").replace("\n", " ")


def main(database: str) -> None:
    """Runs every query that has a place for its result."""
    with duckdb.connect(database, read_only=True) as connection:

        def filled(match: re.Match[str]) -> str:
            return f"{match['head']}\n{table(connection.execute(match['sql']))}\n{match['tail']}"

        for page in PAGES:
            page.write_text(QUERY.sub(filled, page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
