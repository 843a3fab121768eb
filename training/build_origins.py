"""Builds reader/names/origins.tsv.gz: words of names that people of Arab states, Iran, Afghanistan
or Pakistan bear, and words that they do not.

Run by a developer: `python -m training.build_origins`. It reads
dbt_project/reference/name_parts.arrow (CC0): a word counts as native if at least three fifths of
five people or more who bear it are of those states, as foreign if at most a fifth of three or more
are.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import polars as pl

ROOT = Path(__file__).parents[1]
OUT = ROOT / "reader" / "names" / "origins.tsv.gz"


def main() -> None:
    """Writes the table in alphabetical order."""
    parts = pl.read_ipc(ROOT / "dbt_project" / "reference" / "name_parts.arrow")
    kinds = parts.select(
        "key",
        kind=pl.when((pl.col("native") >= 5) & (pl.col("native") * 5 >= pl.col("total") * 3))
        .then(pl.lit("native"))
        .when((pl.col("total") >= 3) & (pl.col("native") * 5 <= pl.col("total")))
        .then(pl.lit("foreign")),
    ).drop_nulls()
    rows = sorted(f"{word}\t{kind}" for word, kind in kinds.iter_rows() if " " not in word)
    OUT.write_bytes(gzip.compress(("\n".join(rows) + "\n").encode(), mtime=0))
    print(len(rows), OUT.stat().st_size)


if __name__ == "__main__":
    main()
