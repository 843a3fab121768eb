"""README and the guide for analysts keep their word: their queries run on a file as it is
published, their lists are the project's.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from archive import House

from assets import search

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "analysts.md").read_text("utf-8")
PAGES = GUIDE + (ROOT / "README.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGES, re.DOTALL)


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
def test_a_query_of_the_pages_runs(published: duckdb.DuckDBPyConnection, query: str) -> None:
    assert published.execute(query).description


def test_every_query_of_the_pages_shows_its_result() -> None:
    assert len(QUERIES) == PAGES.count("<!-- result -->") >= 12
    assert re.search(r"<!-- result -->\s*<!-- /result -->", PAGES) is None


def test_the_guide_names_every_table(house: House) -> None:
    tables = {
        name for (name,) in house.rows("SELECT DISTINCT table_name FROM marts.data_dictionary")
    }
    assert {
        name for name in tables if f"`{name}`" not in GUIDE and f"marts.{name}`" not in GUIDE
    } == set()
