"""What the quality rules of the marts cost over a million rows, beside what else is done with the
same rows.

Here: a published file multiplied (real rows under new ids), the rules of Great Expectations over
it, the share of a whole run that they would be. Not here: the pipeline itself (`bench.pipeline`,
which calls this at its end).
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import duckdb

from assets import warehouse
from assets.settings import Settings
from expectations import runner, suites

ROWS = 1_000_000

#: Columns that name rows: each copy of a row gets its own, the same wherever the name stands.
_IDS = frozenset(
    {
        "article_id",
        "person_id",
        "old_person_id",
        "speaker_person_id",
        "mention_id",
        "meeting_id",
        "statement_id",
        "duplicate_of",
        "repeats",
    }
)


#: Tables that tell of the file, not of articles.
_ONCE = ("publication", "data_dictionary")


def multiply(published: Path, target: Path, rows: int) -> int:
    """Writes the marts of `published`, as often as it takes to be `rows` rows, to a new file;
    returns how many rows it has.
    """
    with duckdb.connect(target, config={"preserve_insertion_order": "false"}) as connection:
        connection.execute(f"ATTACH '{published.resolve()}' AS source (READ_ONLY)")
        connection.execute("CREATE SCHEMA marts")
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'source' AND schema_name = 'marts'"
            ).fetchall()
        ]
        once = sum(_count(connection, f"source.marts.{t}") for t in tables if t not in _ONCE)
        copies = -(-rows // max(once, 1))
        for table in tables:
            columns = {
                row[0] for row in connection.execute(f"DESCRIBE source.marts.{table}").fetchall()
            }
            renamed = ", ".join(f"md5({c} || copy) AS {c}" for c in sorted(columns & _IDS))
            connection.execute(
                f"CREATE TABLE marts.{table} AS SELECT t.* {f'REPLACE ({renamed})' if renamed else ''} "
                f"FROM source.marts.{table} AS t, range({1 if table in _ONCE else copies}) AS n(copy)"
            )
        return sum(_count(connection, f"marts.{table}") for table in tables)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def measure(published: Path, rows: int = ROWS) -> tuple[int, float, float]:
    """Rows, seconds of all rules of the marts over them (those against the last publication too),
    seconds of hashing every value once.
    """
    with tempfile.TemporaryDirectory(prefix="rasad-checks-") as place:
        database, previous = Path(place, "many.duckdb"), Path(place, "previous.duckdb")
        count = multiply(published, database, rows)
        shutil.copy(database, previous)
        start = perf_counter()
        with duckdb.connect(database, read_only=True) as connection:
            warehouse.contents(connection, ["marts"])
        hashing = perf_counter() - start
        runner.run(published, suites.MARTS, previous=None)  # imports, once
        start = perf_counter()
        results = runner.run(
            database, suites.MARTS, previous=previous, configuration={"memory_limit": "1024MB"}
        )
        checking = perf_counter() - start
        failed = [r.name for r in results if r.status == "failed"]
        if failed:
            print(f"rules that do not hold in the multiplied rows: {', '.join(failed)}")
        return count, checking, hashing


def report(published: Path, rows: int, rest: Callable[[int], float] | None = None) -> None:
    """Prints the figures; `rest` gives the seconds of a whole run that makes so many rows, without
    the rules of the marts.
    """
    count, checking, hashing = measure(published, rows)
    print(f"rules of the marts over {count:,} rows: {checking:.1f} s")
    print(f"{'  / hashing every value of them once':50} {checking / hashing:7.2f} x")
    if rest is not None:
        share = checking / (checking + rest(count))
        print(f"{'  / whole run, if the rest goes on growing as here':50} {100 * share:7.2f} %")


def rows_of(published: Path) -> int:
    """Rows of the marts of a published file."""
    with duckdb.connect(published, read_only=True) as connection:
        row = connection.execute("SELECT row_counts FROM marts.publication").fetchone()
    return sum(row[0].values()) if row else 0


def main() -> None:
    """Prints the figures for the published file of RASAD_HOME, multiplied."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    settings = Settings.from_environment()
    report(settings.link, parser.parse_args().rows)


if __name__ == "__main__":
    main()
