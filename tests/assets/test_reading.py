"""Unread pages through the pool of processes; the reader itself is tested in its own room."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from assets import intake, reading
from assets.settings import Settings
from assets.warehouse import connect
from reader.tables import READING
from reader.version import READER_VERSION
from tests.conftest import ARTICLE


@pytest.fixture
def loaded(settings: Settings, folder: Path) -> Settings:
    texts = [f"{ARTICLE} كان ذلك في اليوم {number}." for number in range(5)]
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    (folder / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    intake.run(settings, lambda text: None)
    return settings


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    with connect(settings) as connection:
        return connection.execute(sql).fetchall()


def run(settings: Settings) -> reading.ReadingReport:
    return reading.run(settings, lambda text: None)


def test_every_page_is_read_once_and_only_once(loaded: Settings) -> None:
    first = run(loaded)
    assert (first.unread, first.read, first.failed) == (5, 5, 0)
    assert first.articles >= 5
    second = run(loaded)
    assert (second.unread, second.read) == (0, 0)
    assert rows(loaded, "SELECT count(*), count(DISTINCT page_id) FROM reading.pages") == [(5, 5)]


def test_small_batches_give_the_same_rows_as_one(loaded: Settings, tmp_path: Path) -> None:
    run(loaded)
    other = replace(loaded, home=tmp_path / "other", batch_bytes=1, workers=2)
    intake.run(other, lambda text: None)
    run(other)
    for table in READING:
        every = f"SELECT * FROM reading.{table} ORDER BY ALL"
        assert rows(loaded, every) == rows(other, every), table


def test_a_new_reader_replaces_what_the_old_one_found(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(loaded)
    before = rows(loaded, "SELECT count(*) FROM reading.articles")
    with connect(loaded) as connection:
        connection.execute("UPDATE reading.pages SET reader_version = 'older'")
        connection.execute("UPDATE reading.articles SET headline = 'older'")
    assert run(loaded).read == 5
    assert rows(loaded, "SELECT count(*) FROM reading.articles") == before
    assert rows(loaded, "SELECT count(*) FROM reading.articles WHERE headline = 'older'") == [(0,)]
    assert rows(loaded, "SELECT DISTINCT reader_version FROM reading.pages") == [(READER_VERSION,)]


def test_only_what_a_changed_feed_adds_is_read(loaded: Settings, folder: Path) -> None:
    run(loaded)
    with (folder / "feed.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps({"text": ARTICLE + " جديد."}, ensure_ascii=False))
    intake.run(loaded, lambda text: None)
    assert run(loaded).read == 1


def test_a_page_that_fails_goes_to_quarantine_with_its_error_and_the_rest_is_read(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading._write

    def one_fails(settings: Settings, frames: reading.Frames) -> None:
        pages = frames["pages"].with_row_index()
        error = pl.when(pl.col("index") == 0).then(pl.lit("ValueError: odd")).otherwise("error")
        real(settings, {**frames, "pages": pages.with_columns(error=error).drop("index")})

    monkeypatch.setattr(reading, "_write", one_fails)
    run(loaded)
    ((reason, source_file, record),) = rows(
        loaded, "SELECT reason, source_file, source_record FROM raw.quarantine"
    )
    assert (source_file, record) == ("feed.jsonl", 0)
    assert "ValueError: odd" in reason
    assert "next version" in reason
    monkeypatch.setattr(reading, "_write", real)
    assert run(loaded).unread == 0  # not tried again by the same reader
    with connect(loaded) as connection:
        connection.execute("UPDATE reading.pages SET reader_version = 'older'")
    run(loaded)
    assert rows(loaded, "SELECT count(*) FROM raw.quarantine") == [(0,)]


def test_the_database_is_free_while_a_batch_is_read(loaded: Settings) -> None:
    with connect(loaded) as connection:
        reading.create_tables(connection)
        batches = list(reading._batches(reading._unread(connection), 1))
    fetched = reading._fetched(loaded, batches)
    assert next(fetched).height == 1
    # Any other configuration is refused as long as a connection of this process has the file open.
    with duckdb.connect(str(loaded.warehouse), read_only=True):
        pass


def dies_on_the_second(pages: pl.DataFrame, seconds: float) -> reading.Frames:
    """Runs in a reader process: its second page takes the process down."""
    import os

    if "اليوم 1." in "".join(pages["text"]):
        os._exit(9)
    return reading._failed(pages, "read") if pages.height == 1 else reading._read(pages, seconds)


def raises_on_the_second(pages: pl.DataFrame, seconds: float) -> reading.Frames:
    """Runs in a reader process: its second page raises."""
    if "اليوم 1." in "".join(pages["text"]):
        raise ValueError("odd")
    return reading._read(pages, seconds)


def test_a_page_that_takes_its_process_down_costs_only_itself(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_read", dies_on_the_second)
    report = run(loaded)
    errors = rows(loaded, "SELECT error FROM reading.pages ORDER BY error")
    assert report.failed == 5
    assert [error for (error,) in errors].count("read") == 4
    assert [error for (error,) in errors if error != "read"] == [
        "the process ended, most likely for want of memory"
    ]


def test_pages_are_read_again_one_by_one_in_one_process_until_it_dies(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_read", dies_on_the_second)
    started: list[int | None] = []
    real = reading._Pool._start

    def start(self: Any, workers: int | None = None) -> Any:
        started.append(workers)
        return real(self, workers)

    monkeypatch.setattr(reading._Pool, "_start", start)
    run(loaded)
    assert started == [
        None,
        None,
        1,
        1,
    ]  # the pool, the pool after the death; one process, one after its death


def test_a_page_that_raises_costs_only_itself(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_read", raises_on_the_second)
    report = run(loaded)
    assert (report.read, report.failed) == (4, 1)
    assert rows(loaded, "SELECT reason_code FROM raw.quarantine") == [("unreadable_page",)]


def test_a_page_that_never_ends_is_stopped(loaded: Settings) -> None:
    import multiprocessing
    import time

    pages = pl.DataFrame({"page_id": ["x"]})
    started = time.monotonic()
    with reading._Pool(replace(loaded, page_seconds=0.3)) as pool:
        pool.executor.submit(_sleep_in_the_reader, pages).result()
    assert time.monotonic() - started < 30
    assert not [p for p in multiprocessing.active_children() if p.name.startswith("Spawn")]


def _sleep_in_the_reader(pages: pl.DataFrame) -> str:
    """Runs in a reader process: a reader that hangs is stopped by its time limit."""
    import time

    import reader.read

    def hangs(pages: pl.DataFrame) -> reading.Frames:
        try:
            time.sleep(600)
        except Exception:
            return {}
        return {}

    reader.read.read_pages = hangs
    try:
        reading._read(pages, 0.3)
    except TimeoutError as error:
        return str(error)
    raise AssertionError("it was not stopped")


def test_a_reader_that_does_not_load_fails_the_run_and_no_page(
    loaded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_read", does_not_load)
    with pytest.raises(reading.ReaderUnusable):
        run(loaded)
    assert rows(loaded, "SELECT count(*) FROM reading.pages") == [(0,)]


def does_not_load(pages: pl.DataFrame, seconds: float) -> reading.Frames:
    """Runs in a reader process: a module of the reader is missing."""
    import sys

    sys.modules["reader.read"] = None  # type: ignore[assignment]
    return reading._read(pages, seconds)
