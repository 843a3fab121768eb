"""The guide for analysts keeps its word: its queries run on a file as it is published, and its lists are those of the project."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from archive import House

from assets import search

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "analysts.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def published(
    house: House, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small archive with the search macros, as a published file has them."""
    path = tmp_path_factory.mktemp("published") / "archive.duckdb"
    shutil.copy(house.warehouse, path)
    with duckdb.connect(str(path)) as connection:
        search.build(connection)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][:60])
def test_a_query_of_the_guide_runs(published: duckdb.DuckDBPyConnection, query: str) -> None:
    assert published.execute(query).description


def test_every_query_of_the_guide_shows_its_result() -> None:
    assert len(QUERIES) == GUIDE.count("<!-- result -->") >= 10
    assert "<!-- result --><!-- /result -->" not in GUIDE


def test_the_guide_names_every_table(house: House) -> None:
    tables = {
        name for (name,) in house.rows("SELECT DISTINCT table_name FROM marts.data_dictionary")
    }
    assert {
        name for name in tables if f"`{name}`" not in GUIDE and f"marts.{name}`" not in GUIDE
    } == set()
