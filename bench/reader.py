"""What the reader costs: against the time merely to split the same texts into words, and stage by
stage.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import polars as pl

from bench.corpus import records
from reader import copies, meetings, names, page, read, statements, times

STAGES: list[tuple[Any, str]] = [
    (page, "cut"),
    (times, "find_times"),
    (names, "tag"),
    (names, "find_people"),
    (meetings, "find_meetings"),
    (statements, "find_statements"),
    (copies, "signature"),
]


def pages_of(source: Path | None, count: int) -> pl.DataFrame:
    """`count` pages: of a JSON lines file, or of the generated corpus."""
    if source is None:
        frame = pl.DataFrame(list(records(count)))
    else:
        frame = pl.read_ndjson(source, n_rows=count, infer_schema_length=None)
    frame = frame.select(
        page_id=pl.col("id").cast(pl.String),
        source_file=pl.lit("bench.jsonl"),
        source_record=pl.int_range(pl.len(), dtype=pl.Int64),
        text=pl.col("text"),
        title=pl.col("title"),
        published=pl.col("date").cast(pl.String),
        outlet=pl.col("source"),
    )
    return frame.with_columns(url=pl.lit(None, pl.String), author=pl.lit(None, pl.String))


def main() -> None:
    """Prints the figures; optional arguments: a JSON lines file, a number of pages."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    pages = pages_of(source, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    read.read_pages(pages.head(20))  # lexicons and weights are loaded once
    word = re.compile(r"\w+")
    start = perf_counter()
    words = sum(len(word.findall(text)) for text in pages["text"])
    splitting = perf_counter() - start
    spent: defaultdict[str, float] = defaultdict(float)
    for module, name in STAGES:
        setattr(module, name, _timed(getattr(module, name), f"{module.__name__}.{name}", spent))
    start = perf_counter()
    for batch in pages.iter_slices(200):
        read.read_pages(batch)
    reading = perf_counter() - start
    count = pages.height
    print(f"{count} pages, {words} words, one process")
    print(f"{'reader':34} {reading / splitting:8.1f} x splitting into words")
    print(f"{'':34} {count / reading:8.1f} pages a second, {1000 * reading / count:.1f} ms a page")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:34} {100 * seconds / reading:8.1f} % of the reader")
    rest = reading - sum(spent.values())
    print(f"{'words, sentences, rows, frames':34} {100 * rest / reading:8.1f} % of the reader")


def _timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any) -> Any:
        start = perf_counter()
        try:
            return function(*args)
        finally:
            spent[name] += perf_counter() - start

    return timed


if __name__ == "__main__":
    main()
