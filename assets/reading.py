"""Reading: current pages that no reader of this version has read, through a pool of processes, into
`reading.*`.

Here: which pages, in what batches, what becomes of a page that fails. Not here: what is found in a
page (`reader`).

Each batch is committed by itself, with the ledger rows of its pages, so a run that is killed loses
the batches in flight and nothing else. The pool never sees the database; the database is never open
while text is read.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl

from assets import intake, warehouse
from assets.settings import Settings
from assets.warehouse import append, connect, query, rows_of, transaction
from reader.ids import content_id
from reader.tables import PAGE_COLUMNS, READING
from reader.version import READER_VERSION

#: Most pages that one reader process gets at once, however short they are.
_BATCH_PAGES = 500

Frames = dict[str, pl.DataFrame]


@dataclass(slots=True)
class ReadingReport:
    """What one pass did: pages that were to be read, pages read, pages that failed, articles found
    in them.
    """

    unread: int = 0
    read: int = 0
    failed: int = 0
    articles: int = 0
    seconds: float = 0.0


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the reading tables where they are missing."""
    for table, schema in READING.items():
        warehouse.create(connection, f"reading.{table}", schema)


def run(settings: Settings, say: Callable[[str], None] = print) -> ReadingReport:
    """Reads what is unread, and says how far it is about every five seconds.

    A page that cannot be read (it raises, takes too long, or takes its process down) goes to
    `raw.quarantine` and is not tried again before the reader's version changes. Raises
    WarehouseBusy, and ReaderUnusable when the reader does not load.
    """
    report, started = ReadingReport(), time.monotonic()
    with connect(settings) as connection:
        intake.create_tables(connection)
        create_tables(connection)
        batches = list(_batches(_unread(connection), settings.batch_bytes))
    report.unread = sum(len(batch) for batch in batches)
    if not batches:
        return report
    say(f"{report.unread:,} pages to read with {settings.workers} processes")
    said = started
    with _Pool(settings) as pool:
        for results in pool.read(_fetched(settings, batches)):
            for frames in results:
                _write(settings, frames)
                errors = frames["pages"].height - frames["pages"]["error"].null_count()
                report.failed += errors
                report.read += frames["pages"].height - errors
                report.articles += frames["articles"].height
            report.seconds = time.monotonic() - started
            if time.monotonic() - said > 5:
                said = time.monotonic()
                done = report.read + report.failed
                say(
                    f"{done:,} of {report.unread:,} pages read, {done / report.seconds:,.0f} a second"
                )
    report.seconds = time.monotonic() - started
    return report


def _unread(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    return query(
        connection,
        """
        SELECT rowid AS row, page_id, strlen(text) AS bytes FROM raw.pages
        WHERE is_current AND page_id NOT IN (SELECT page_id FROM reading.pages WHERE reader_version = ?)
        ORDER BY row
        """,
        [READER_VERSION],
    )


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages by id, and the rows of `raw.pages` between which they stand."""

    first_row: int
    last_row: int
    page_ids: list[str]

    def __len__(self) -> int:
        return len(self.page_ids)


def _batches(unread: pl.DataFrame, batch_bytes: int) -> Iterator[_Batch]:
    """Neighbouring pages up to a number of bytes; a page that is larger than that goes alone."""
    ids: list[str] = []
    first = last = held = 0
    for row, page_id, size in unread.iter_rows():
        if ids and (held + size > batch_bytes or len(ids) >= _BATCH_PAGES):
            yield _Batch(first, last, ids)
            ids, held = [], 0
        if not ids:
            first = row
        ids.append(page_id)
        last, held = row, held + size
    if ids:
        yield _Batch(first, last, ids)


def _fetched(settings: Settings, batches: list[_Batch]) -> Iterator[pl.DataFrame]:
    columns = ", ".join(PAGE_COLUMNS)
    for batch in batches:
        with connect(settings) as connection:
            pages = query(
                connection,
                f"""
                SELECT {columns} FROM raw.pages
                WHERE rowid BETWEEN ? AND ? AND page_id IN (SELECT unnest(?)) ORDER BY rowid
                """,
                [batch.first_row, batch.last_row, batch.page_ids],
            )
        yield pages  # with the database closed: it is long before the next one is asked for


def _write(settings: Settings, frames: Frames) -> None:
    """Loads what was found in a batch, in place of what an older reader found in the same pages."""
    pages = frames["pages"]
    with connect(settings) as connection, transaction(connection):
        with rows_of(connection, pages.select("page_id")) as name:
            again = connection.execute(
                f"SELECT 1 FROM reading.pages WHERE page_id IN (FROM {name}) LIMIT 1"
            ).fetchone()
            if again:
                for table in READING:
                    connection.execute(
                        f"DELETE FROM reading.{table} WHERE page_id IN (FROM {name})"
                    )
                connection.execute(
                    f"DELETE FROM raw.quarantine WHERE reason_code = 'unreadable_page' AND content_hash IN (FROM {name})"
                )
        for table, frame in frames.items():
            append(connection, f"reading.{table}", frame)
        _quarantine(connection, pages.filter(pl.col("error").is_not_null()))


def _quarantine(connection: duckdb.DuckDBPyConnection, failed: pl.DataFrame) -> None:
    if failed.is_empty():
        return
    with rows_of(connection, failed) as name:
        rows = query(
            connection,
            f"""
            SELECT pages.file_id, pages.source_file, pages.source_record, page_id, error
            FROM {name} JOIN raw.pages AS pages USING (page_id)
            """,
        )
    at = warehouse.now()
    faults = [
        {
            "quarantine_id": content_id(row["page_id"], READER_VERSION),
            "file_id": row["file_id"],
            "source_file": row["source_file"],
            "source_record": row["source_record"],
            "reason_code": "unreadable_page",
            "reason": f"The reader {READER_VERSION} failed on it ({row['error']}). Report it with the page; it is read again"
            " by the next version of the reader, or when the page changes.",
            "content_hash": row["page_id"],
            "seen_at": at,
            "resolved_at": None,
        }
        for row in rows.iter_rows(named=True)
    ]
    append(connection, "raw.quarantine", pl.DataFrame(faults, schema=intake.QUARANTINE))


class _Pool:
    """Reader processes that may fail without the run failing.

    A batch that raises, takes too long or takes its process down is read again page by page; the
    page that does it a second time yields a row in `pages` with the error.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.executor = self._start()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _start(self, workers: int | None = None) -> ProcessPoolExecutor:
        # A fork of this process would inherit the locks of polars' and DuckDB's threads: start from
        # a clean one.
        return ProcessPoolExecutor(
            workers or self.settings.workers,
            mp_context=multiprocessing.get_context("forkserver"),
            initializer=_begin,
        )

    def _stop(self) -> None:
        for process in list((self.executor._processes or {}).values()):
            process.terminate()
        self.executor.shutdown(cancel_futures=True)

    def read(self, batches: Iterator[pl.DataFrame]) -> Iterator[list[Frames]]:
        """The frames of each batch, as they are ready; at most one batch a process waits in
        memory.
        """
        running: dict[Future[Frames], pl.DataFrame] = {}
        exhausted = False
        while running or not exhausted:
            while not exhausted and len(running) <= self.settings.workers:
                batch = next(batches, None)
                if batch is None:
                    exhausted = True
                else:
                    running[self.executor.submit(_read, batch, self._limit(batch))] = batch
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            results, failed, broken = [], [], False
            for future in done:
                batch = running.pop(future)
                try:
                    results.append(future.result())
                except BrokenProcessPool:
                    broken = True
                    failed.append(batch)
                except ReaderUnusable:
                    raise
                except Exception:
                    failed.append(batch)
            if broken:  # whatever was running died with it
                failed += running.values()
                running.clear()
                self._stop()
                self.executor = self._start()
            for batch in failed:
                results += self._page_by_page(batch)
            if results:
                yield results

    def _limit(self, batch: pl.DataFrame) -> float:
        """Seconds for a batch: enough for slow pages, not for one that never ends."""
        return self.settings.page_seconds + 0.5 * batch.height

    def _page_by_page(self, batch: pl.DataFrame) -> list[Frames]:
        results = []
        # A process apart: one that dies must not take the batches of others with it. The next page
        # gets a new one only then, since to load the reader takes longer than to read a hundred
        # pages.
        executor = self._start(1)
        try:
            for page in batch.iter_slices(1):
                try:
                    read = executor.submit(_read, page, self.settings.page_seconds).result()
                except BrokenProcessPool:
                    read = _failed(page, "the process ended, most likely for want of memory")
                    executor.shutdown(cancel_futures=True)
                    executor = self._start(1)
                except Exception as error:
                    read = _failed(page, f"{type(error).__name__}: {error}")
                results.append(read)
        finally:
            executor.shutdown(cancel_futures=True)
        return results


def _failed(page: pl.DataFrame, error: str) -> Frames:
    row = {
        "page_id": page["page_id"][0],
        "reader_version": READER_VERSION,
        "article_count": 0,
        "error": error,
    }
    return {
        table: pl.DataFrame([row] if table == "pages" else [], schema=schema)
        for table, schema in READING.items()
    }


def _begin() -> None:
    """Runs first in each reader process: one thread, a small appetite, and an end when the parent
    ends.
    """
    for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


class ReaderUnusable(RuntimeError):
    """The reader itself does not load: no page's fault."""


class _Late(BaseException):
    """Time is up. Not an Exception: the reader, which catches those, must not take it for a fault
    of its page.
    """


def _read(pages: pl.DataFrame, seconds: float) -> Frames:
    """Reads a batch within a time limit. Raises TimeoutError, and whatever the reader raises."""
    import signal

    try:  # in the process that needs it: its lexicons take a second and memory
        from reader.read import read_pages
    except Exception as error:
        raise ReaderUnusable(f"{type(error).__name__}: {error}") from error

    def stop(*_: Any) -> None:
        raise _Late

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return read_pages(pages)
    except _Late:
        raise TimeoutError(f"not read within {seconds:.0f} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
