"""The one reader of the environment: where the articles are, where everything is written, how much
may be used.

Here: names, defaults and limits of all that a user can set. Not here: anything that opens a file or
a database.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: The checkout.
ROOT = Path(__file__).resolve().parent.parent

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may read, write and use. Every field is an environment variable: see
    `from_environment`.
    """

    #: Folder tree of raw article files (RASAD_ARTICLES).
    articles: Path = ROOT / "examples" / "articles"
    #: Where everything that runs writes (RASAD_HOME).
    home: Path = ROOT / ".rasad"
    #: Reader processes (RASAD_WORKERS); by default one for each processor.
    workers: int = 2
    #: Text that one reader process gets at once, in bytes (RASAD_BATCH_MB).
    batch_bytes: int = _MEGABYTE
    #: Largest page, a text file or one record of a file of records, in bytes (RASAD_MAX_PAGE_MB).
    max_page_bytes: int = 4 * _MEGABYTE
    #: Largest file of records, decompressed, in bytes (RASAD_MAX_FILE_MB).
    max_file_bytes: int = 4096 * _MEGABYTE
    #: What DuckDB may hold in memory before it spills to RASAD_HOME/tmp, in MB (RASAD_DUCKDB_MB).
    duckdb_megabytes: int = 1024
    #: How long one page may take to read, alone, before it goes to quarantine (RASAD_PAGE_SECONDS).
    page_seconds: float = 60.0
    #: How long a run waits for another run on the same home (RASAD_WAIT_SECONDS).
    wait_seconds: float = 3600.0
    #: Published versions that are kept, the newest included (RASAD_KEEP_VERSIONS).
    keep_versions: int = 3
    #: Where alerts are posted to as JSON, beside the file RASAD_HOME/alerts.jsonl
    #: (RASAD_ALERT_WEBHOOK); nowhere by default.
    alert_webhook: str | None = None
    #: Port on 127.0.0.1 at which `make ui` shows the report and the quality page
    #: (RASAD_PAGES_PORT).
    pages_port: int = 3001
    #: How long a file must be left alone before the sensor takes it for whole
    #: (RASAD_QUIET_SECONDS).
    quiet_seconds: float = 60.0

    @staticmethod
    def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings of this process; relative folders are relative to the current directory.

        Raises ValueError, with the name of the variable, for a number that is none or not above
        zero.
        """

        def number(name: str, default: float) -> float:
            text = environment.get(name) or str(default)
            try:
                value = float(text)
            except ValueError:
                raise ValueError(f"{name} is {text!r}: set it to a number.") from None
            if not 0 < value < float("inf"):
                raise ValueError(f"{name} is {text!r}: set it to a number above zero.")
            return value

        default = Settings()
        return Settings(
            articles=Path(environment.get("RASAD_ARTICLES") or default.articles).expanduser(),
            home=Path(environment.get("RASAD_HOME") or default.home).expanduser().absolute(),
            workers=max(1, int(number("RASAD_WORKERS", processors()))),
            batch_bytes=int(number("RASAD_BATCH_MB", 1) * _MEGABYTE),
            max_page_bytes=int(number("RASAD_MAX_PAGE_MB", 4) * _MEGABYTE),
            max_file_bytes=int(number("RASAD_MAX_FILE_MB", 4096) * _MEGABYTE),
            duckdb_megabytes=int(number("RASAD_DUCKDB_MB", default.duckdb_megabytes)),
            page_seconds=number("RASAD_PAGE_SECONDS", default.page_seconds),
            wait_seconds=number("RASAD_WAIT_SECONDS", default.wait_seconds),
            keep_versions=max(1, int(number("RASAD_KEEP_VERSIONS", default.keep_versions))),
            alert_webhook=environment.get("RASAD_ALERT_WEBHOOK") or None,
            pages_port=int(number("RASAD_PAGES_PORT", default.pages_port)),
            quiet_seconds=number("RASAD_QUIET_SECONDS", default.quiet_seconds),
        )

    @property
    def warehouse(self) -> Path:
        """The database that a run builds; analysts never open it."""
        return self.home / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        """The folder of published versions, and of the link to the newest."""
        return self.home / "published"

    @property
    def link(self) -> Path:
        """What analysts open: the link to the newest published version."""
        return self.published / "rasad.duckdb"

    @property
    def run_lock(self) -> Path:
        """The file that names the run that works on this home."""
        return self.home / "run.lock"

    @property
    def temporary(self) -> Path:
        """Where DuckDB spills."""
        return self.home / "tmp"

    @property
    def dagster_home(self) -> Path:
        """Dagster's instance: runs, events, logs."""
        return self.home / "dagster"

    @property
    def dbt_target(self) -> Path:
        """What dbt writes: the manifest, compiled SQL, logs."""
        return self.home / "dbt"

    @property
    def dbt_project(self) -> Path:
        """The dbt project of this checkout."""
        return ROOT / "dbt_project"

    def environment(self) -> dict[str, str]:
        """Variables that give a child process (dbt) the same settings, wherever it is started."""
        return {
            "RASAD_ARTICLES": str(self.articles),
            "RASAD_HOME": str(self.home),
            "RASAD_DUCKDB_MB": str(self.duckdb_megabytes),
        }


def processors() -> int:
    """Processors that this process may use (fewer than the machine's in a container or under
    taskset).
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
