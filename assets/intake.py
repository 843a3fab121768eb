"""Intake: the folder of raw article files into `raw.files`, `raw.pages` and `raw.quarantine`.

Here: the ledger (what is new, changed, unchanged, vanished) and the loading of what is new. Not
here: how a file becomes pages (`assets.raw_file`), what pages say (`reader`).

A file is known by its path, size and time of change; if one of these differs, by the hash of its
content. What is known is not opened again. A changed file becomes a new version: pages that it
still holds stay the same rows, so that only new ones are read. A vanished file is marked, and its
pages stay; so do those of a file of which nothing can be read any more: its last good version is
served until it is mended. Files are loaded one after the other, in batches of bounded size; a run
that is killed leaves whole files behind it, and the next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl

from assets import warehouse
from assets.folder import Found, Refusal, Refused, content_hash, walk
from assets.raw_file import BadRecord, RawFile, RawPage
from assets.settings import Settings
from assets.warehouse import Schema, append, connect, rows_of, transaction
from reader.ids import content_id

#: Part of the signature of each file: raised when the rules of intake change, so that every file is
#: opened again.
INTAKE_VERSION = 2

#: Reasons that lie outside of the file and pass without it changing: such files are tried again in
#: every run.
_TRY_AGAIN = ("unreadable",)

#: Text and files that are held before they are written.
_HELD_BYTES = 8 * 1024 * 1024
_HELD_ROWS = 4000

FILES: Schema = {
    "file_id": pl.String,
    "source_file": pl.String,
    "content_hash": pl.String,
    "byte_size": pl.Int64,
    "modified_at": pl.Datetime("us"),
    "format": pl.String,
    "encoding": pl.String,
    "status": pl.String,
    "reason_code": pl.String,
    "reason": pl.String,
    "page_count": pl.Int32,
    "first_seen_at": pl.Datetime("us"),
    "last_seen_at": pl.Datetime("us"),
    "is_current": pl.Boolean,
    "vanished_at": pl.Datetime("us"),
    "signature": pl.String,
}

PAGES: Schema = {
    "page_id": pl.String,
    "file_id": pl.String,
    "source_file": pl.String,
    "source_record": pl.Int64,
    "text": pl.String,
    "title": pl.String,
    "url": pl.String,
    "published": pl.String,
    "outlet": pl.String,
    "author": pl.String,
    "record_id": pl.String,
    "loaded_at": pl.Datetime("us"),
    "is_current": pl.Boolean,
}

QUARANTINE: Schema = {
    "quarantine_id": pl.String,
    "file_id": pl.String,
    "source_file": pl.String,
    "source_record": pl.Int64,
    "reason_code": pl.String,
    "reason": pl.String,
    "content_hash": pl.String,
    "seen_at": pl.Datetime("us"),
    "resolved_at": pl.Datetime("us"),
}

RAW: dict[str, Schema] = {"files": FILES, "pages": PAGES, "quarantine": QUARANTINE}


@dataclass(slots=True)
class IntakeReport:
    """What one pass over the folder did: numbers of files, but for pages and records. `reasons` are
    those of what it put into quarantine, `unresolved` those of all that is there and not mended
    yet."""

    seen: int = 0
    loaded: int = 0
    unchanged: int = 0
    quarantined: int = 0
    vanished: int = 0
    pages: int = 0
    bad_records: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    unresolved: dict[str, int] = field(default_factory=dict)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the raw tables where they are missing."""
    for table, schema in RAW.items():
        warehouse.create(connection, f"raw.{table}", schema)


def run(settings: Settings, say: Callable[[str], None] = print) -> IntakeReport:
    """Brings the raw tables up to date with the folder; `say` hears of progress.

    Raises FileNotFoundError when there is no such folder, WarehouseBusy when the warehouse cannot
    be had.
    """
    found = list(walk(settings.articles))
    say(f"{len(found):,} files in {settings.articles}")
    report = IntakeReport(seen=len(found))
    ledger = _Ledger(settings)
    with connect(settings) as connection:
        create_tables(connection)
        new = ledger.open(connection, found, report)
    if new:
        say(f"{len(new):,} files are new or changed")
    for number, file in enumerate(new, start=1):
        ledger.load(file, report)
        if number % 1000 == 0:
            say(f"{number:,} of {len(new):,} files loaded, {report.pages:,} pages")
    ledger.flush()
    report.unchanged = report.seen - report.loaded - report.quarantined
    with connect(settings) as connection:
        report.unresolved = dict(
            connection.execute(
                "SELECT reason_code, count(*) FROM raw.quarantine WHERE resolved_at IS NULL GROUP BY ALL ORDER BY ALL"
            ).fetchall()
        )
    return report


@dataclass(frozen=True, slots=True)
class _Known:
    """The current version of a file in the ledger."""

    file_id: str
    signature: str
    #: Whether it was refused for a reason that passes.
    try_again: bool


class _Ledger:
    """Writes files, their pages and their faults, holding a bounded part of them in memory."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules = f"{INTAKE_VERSION}/{settings.max_page_bytes}/{settings.max_file_bytes}"
        self.known: dict[str, _Known] = {}
        self.at = warehouse.now()
        self.files: list[dict[str, Any]] = []
        self.pages: list[dict[str, Any]] = []
        self.faults: list[dict[str, Any]] = []
        #: Of files that had an older version: the pages that the new one holds.
        self.versions: dict[str, list[str]] = {}
        self.held = 0

    def signature(self, file: Found) -> str:
        return f"{file.signature}|{self.rules}"

    def open(
        self, connection: duckdb.DuckDBPyConnection, found: list[Found], report: IntakeReport
    ) -> list[Found]:
        """Marks what is unchanged and what vanished; returns what must be opened."""
        # Pages of a file whose loading was cut off before its own row was written.
        connection.execute(
            "DELETE FROM raw.pages WHERE file_id NOT IN (SELECT file_id FROM raw.files)"
        )
        seen = pl.DataFrame(
            {
                "source_file": [file.source_file for file in found],
                "seen_signature": [self.signature(file) for file in found],
            },
            schema={"source_file": pl.String, "seen_signature": pl.String},
        )
        with transaction(connection), rows_of(connection, seen) as name:
            self._note_seen(connection, name)
            report.vanished = self._note_vanished(connection, name)
            # Only files that must be opened: the ledger itself may be larger than memory likes.
            rows = connection.execute(
                f"""
                SELECT source_file, file_id, signature, coalesce(list_contains(?, reason_code), false) AS try_again
                FROM {name} AS seen LEFT JOIN (FROM raw.files WHERE is_current) AS files USING (source_file)
                WHERE file_id IS NULL OR try_again OR signature <> seen_signature
                """,
                [list(_TRY_AGAIN)],
            ).fetchall()
        self.known = {row[0]: _Known(*row[1:]) for row in rows if row[1] is not None}
        opened = {row[0] for row in rows}
        return [file for file in found if file.source_file in opened]

    def _note_seen(self, connection: duckdb.DuckDBPyConnection, seen: str) -> None:
        """Files of the table `seen` are there; a case that was closed when its file was taken out
        is open again when the same file is put back.
        """
        connection.execute(
            f"""
            UPDATE raw.quarantine SET resolved_at = NULL FROM raw.files AS files
            WHERE quarantine.file_id = files.file_id AND is_current AND resolved_at = vanished_at
                  AND files.source_file IN (SELECT source_file FROM {seen})
            """
        )
        connection.execute(
            f"""
            UPDATE raw.files SET last_seen_at = ?, vanished_at = NULL FROM {seen} AS seen
            WHERE files.source_file = seen.source_file AND is_current AND signature = seen_signature
            """,
            [self.at],
        )

    def _note_vanished(self, connection: duckdb.DuckDBPyConnection, seen: str) -> int:
        """Files that are not in the table `seen` have vanished, and their cases are closed; returns
        how many vanished since the last pass.
        """
        gone = connection.execute(
            f"""
            UPDATE raw.files SET vanished_at = ?
            WHERE is_current AND vanished_at IS NULL AND source_file NOT IN (SELECT source_file FROM {seen})
            """,
            [self.at],
        ).fetchone()
        connection.execute(
            """
            UPDATE raw.quarantine SET resolved_at = vanished_at FROM raw.files AS files
            WHERE quarantine.file_id = files.file_id AND is_current AND resolved_at IS NULL AND vanished_at IS NOT NULL
            """
        )
        return gone[0] if gone else 0

    def load(self, file: Found, report: IntakeReport) -> None:
        """Opens one file and holds what it gives for writing."""
        known = self.known.get(file.source_file)
        # A file that is never opened is known by its size and time alone.
        refusal, digest, side = file.refusal, content_id("refused", file.signature), None
        if refusal is None:
            try:
                digest, side = content_hash(file)
            except Refused as error:
                refusal = error.refusal
        file_id = content_id(file.source_file, digest, side)
        is_same = known is not None and known.file_id == file_id and self._same_rules(known)
        if known is not None and is_same and (refusal is not None or not known.try_again):
            self._write_file(file, file_id, digest, None, None, None)  # touched, not changed
            return
        if known is not None:
            self.versions[file.source_file] = []
        reading = RawFile(file, self.settings.max_page_bytes, self.settings.max_file_bytes)
        pages = 0
        try:
            if refusal is not None:
                raise Refused(refusal.code, refusal.reason)
            for item in reading:
                if isinstance(item, BadRecord):
                    self._fault(item, file_id, digest, report)
                else:
                    self._page(item, file, file_id)
                    pages += 1
        except Refused as error:
            refusal = error.refusal
            self._fault(BadRecord(file.source_file, None, refusal), file_id, digest, report)
        if refusal is None and not pages:
            refusal = Refusal(
                "no_pages", "None of its records could be read: see the reasons of each."
            )
        if not pages:
            self.versions.pop(file.source_file, None)  # what it held before stays current
        report.pages += pages
        report.loaded += bool(pages)
        report.quarantined += not pages
        self._write_file(file, file_id, digest, reading.encoding, refusal, pages)

    def _same_rules(self, known: _Known) -> bool:
        return known.signature.rpartition("|")[2] == self.rules

    def _page(self, page: RawPage, file: Found, file_id: str) -> None:
        page_id = content_id(
            file.source_file, page.source_record, page.text, *page.metadata.values()
        )
        self.pages.append(
            {
                "page_id": page_id,
                "file_id": file_id,
                "source_file": file.source_file,
                "source_record": page.source_record,
                "text": page.text,
                **page.metadata,
                "loaded_at": self.at,
                "is_current": True,
            }
        )
        if file.source_file in self.versions:
            self.versions[file.source_file].append(page_id)
        self.held += len(page.text)
        self._flush_when_full()

    def _fault(self, bad: BadRecord, file_id: str, digest: str, report: IntakeReport) -> None:
        self.faults.append(
            {
                "quarantine_id": content_id(
                    bad.source_file, bad.source_record, file_id, bad.refusal.code
                ),
                "file_id": file_id,
                "source_file": bad.source_file,
                "source_record": bad.source_record,
                "reason_code": bad.refusal.code,
                "reason": bad.refusal.reason,
                "content_hash": digest,
                "seen_at": self.at,
                "resolved_at": None,
            }
        )
        report.bad_records += bad.source_record is not None
        report.reasons[bad.refusal.code] = report.reasons.get(bad.refusal.code, 0) + 1
        self._flush_when_full()

    def _write_file(
        self,
        file: Found,
        file_id: str,
        digest: str,
        encoding: str | None,
        refusal: Refusal | None,
        pages: int | None,
    ) -> None:
        """Holds the row of a file; `pages` is None for one that was only touched."""
        self.files.append(
            {
                "file_id": file_id,
                "source_file": file.source_file,
                "content_hash": digest,
                "byte_size": file.byte_size,
                "modified_at": datetime.fromtimestamp(file.modified_at, UTC).replace(tzinfo=None),
                "format": file.format,
                "encoding": encoding,
                "status": "loaded" if pages else "quarantined",
                "reason_code": refusal.code if refusal else None,
                "reason": refusal.reason if refusal else None,
                "page_count": pages,
                "first_seen_at": self.at,
                "last_seen_at": self.at,
                "is_current": True,
                "vanished_at": None,
                "signature": self.signature(file),
            }
        )
        self._flush_when_full()

    def _flush_when_full(self) -> None:
        if self.held > _HELD_BYTES or len(self.files) + len(self.faults) > _HELD_ROWS:
            self.flush()

    def flush(self) -> None:
        """Writes what is held, in one transaction."""
        if not (self.files or self.pages or self.faults):
            return
        with connect(self.settings) as connection, transaction(connection):
            self._write_pages(connection)
            append(connection, "raw.quarantine", self._new_faults(connection))
            for touched in (True, False):
                self._write_files(connection, touched)
        done = {file["source_file"] for file in self.files}
        self.versions = {name: ids for name, ids in self.versions.items() if name not in done}
        self.files, self.pages, self.faults, self.held = [], [], [], 0

    def _write_pages(self, connection: duckdb.DuckDBPyConnection) -> None:
        again = [page for page in self.pages if page["source_file"] in self.versions]
        first = [page for page in self.pages if page["source_file"] not in self.versions]
        append(connection, "raw.pages", pl.DataFrame(first, schema=PAGES))
        if again:
            # Pages that an older version had keep their row; `_write_files` makes it current again.
            with rows_of(connection, pl.DataFrame(again, schema=PAGES)) as name:
                connection.execute(
                    f"INSERT INTO raw.pages BY NAME SELECT * FROM {name}"
                    " WHERE page_id NOT IN (SELECT page_id FROM raw.pages)"
                )

    def _new_faults(self, connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
        """The faults that are held, each once; those that came back replace their older row."""
        faults = pl.DataFrame(self.faults, schema=QUARANTINE).unique("quarantine_id", keep="last")
        if faults.height:
            with rows_of(connection, faults.select("quarantine_id")) as name:
                connection.execute(
                    f"DELETE FROM raw.quarantine WHERE quarantine_id IN (FROM {name})"
                )
        return faults.sort("source_file", "source_record")

    def _write_files(self, connection: duckdb.DuckDBPyConnection, touched: bool) -> None:
        rows = [file for file in self.files if (file["page_count"] is None) == touched]
        if not rows:
            return
        with rows_of(connection, pl.DataFrame(rows, schema=FILES)) as name:
            if touched:
                connection.execute(
                    f"""
                    UPDATE raw.files SET signature = new.signature, modified_at = new.modified_at,
                           last_seen_at = new.last_seen_at, vanished_at = NULL
                    FROM {name} AS new WHERE files.file_id = new.file_id
                    """
                )
                return
            # A file may return to what it once was: its row then keeps the time when it was first
            # seen.
            connection.execute(
                f"""
                CREATE OR REPLACE TEMP TABLE incoming AS
                SELECT new.* REPLACE (coalesce(old.first_seen_at, new.first_seen_at) AS first_seen_at)
                FROM {name} AS new LEFT JOIN raw.files AS old USING (file_id)
                """
            )
        connection.execute("DELETE FROM raw.files WHERE file_id IN (SELECT file_id FROM incoming)")
        connection.execute(
            """
            UPDATE raw.files SET is_current = false
            WHERE is_current AND source_file IN (SELECT source_file FROM incoming)
            """
        )
        connection.execute("INSERT INTO raw.files BY NAME FROM incoming")
        connection.execute(
            """
            UPDATE raw.quarantine SET resolved_at = ? WHERE resolved_at IS NULL AND seen_at < ? AND file_id IN
                (SELECT file_id FROM raw.files WHERE source_file IN (SELECT source_file FROM incoming))
            """,
            [self.at, self.at],
        )
        self._switch_versions(connection, {row["source_file"]: row["file_id"] for row in rows})

    def _switch_versions(
        self, connection: duckdb.DuckDBPyConnection, file_ids: dict[str, str]
    ) -> None:
        """Of files that changed: pages of the new version are current, all others are not."""
        changed = {name: ids for name, ids in self.versions.items() if name in file_ids}
        if not changed:
            return
        pages = pl.DataFrame(
            [
                {"page_id": page_id, "new_file_id": file_ids[name]}
                for name, ids in changed.items()
                for page_id in ids
            ],
            schema={"page_id": pl.String, "new_file_id": pl.String},
        )
        sources = pl.DataFrame({"source_file": list(changed)})
        with rows_of(connection, sources) as name:
            connection.execute(
                f"UPDATE raw.pages SET is_current = false WHERE source_file IN (FROM {name})"
            )
        with rows_of(connection, pages) as name:
            connection.execute(
                f"""
                UPDATE raw.pages SET is_current = true, file_id = new_file_id FROM {name} AS new
                WHERE pages.page_id = new.page_id
                """
            )
