"""One publication from beginning to end: is there anything new, build, audit, swap."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import duckdb

from assets import disk, warehouse
from assets.publication import database as contents
from assets.publication import versions
from assets.publication.errors import PublicationFailed, PublicationRefused
from assets.publication.versions import Publication
from assets.settings import ROOT, Settings

#: Given the file before anyone can see it: the critical rules that do not hold in it.
Audit = Callable[[Path], Sequence[str]]
#: Given the file and the version's folder: writes what else belongs there (the report).
Extras = Callable[[Path, Path], None]


def run(
    settings: Settings,
    *,
    audit: Audit,
    refusals: Sequence[str] = (),
    extras: Extras | None = None,
    say: Callable[[str], None] = print,
) -> Publication:
    """Publishes the marts of the warehouse, if they differ from what is published.

    `refusals` are critical rules that failed before, in words. Raises PublicationRefused when
    anything critical failed, PublicationFailed when the disk is full or a file is in use,
    WarehouseBusy when the warehouse is. In all these cases the last version stays as it is, and
    nothing half is to be seen.
    """
    if refusals:
        raise PublicationRefused(refusals)
    settings.published.mkdir(parents=True, exist_ok=True)
    versions.clean(settings)
    last = versions.current(settings)
    number = max(versions.numbers(settings), default=0) + 1
    building = settings.published / f".building-{number:06d}-{os.getpid()}"
    with _explained(settings):
        try:
            building.mkdir()
            with warehouse.connect(settings) as connection:
                tables = contents.marts(connection)
                fingerprint = contents.fingerprint(connection, tables)
                if last is not None and last.id == fingerprint:
                    say(f"nothing has changed: version {last.number} stays")
                    # A run may have been killed between the two links.
                    versions.link_folder(settings, last)
                    return last
                say(f"building version {number}")
                made = contents.origin(connection, code_version())
                contents.copy(connection, tables, building / versions.name(number))
            publication = Publication(
                number, fingerprint, settings.published / versions.name(number), _now(), is_new=True
            )
            _complete(settings, building, publication, made, audit, extras)
            versions.swap(settings, building, publication)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    versions.retire(settings, settings.keep_versions)
    say(f"published version {number}: {publication.path}")
    return publication


def _complete(
    settings: Settings,
    building: Path,
    publication: Publication,
    made: contents.Origin,
    audit: Audit,
    extras: Extras | None,
) -> None:
    """Makes of the copied marts under `building` a whole version, its folder beside it; raises
    PublicationRefused when a critical rule does not hold in it.
    """
    database = building / publication.path.name
    folder = building / publication.folder.name
    folder.mkdir()
    contents.finish(settings, database, publication, made)
    found = contents.audit(settings, database, publication) or list(audit(database))
    if found:
        raise PublicationRefused(found)
    contents.write_parquet(settings, database, folder / "parquet")
    if extras is not None:
        extras(database, folder)
    _write_manifest(folder / "manifest.json", publication, made)


def code_version() -> str:
    """The commit of the checkout, with `+` where it has been changed; the package's version outside
    of a checkout.
    """
    try:
        described = subprocess.run(
            ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+", "--abbrev=12"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
        return described.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        try:
            return version("rasad")
        except PackageNotFoundError:
            return "unknown"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _write_manifest(path: Path, publication: Publication, made: contents.Origin) -> None:
    manifest: dict[str, Any] = {
        "id": publication.id,
        "number": publication.number,
        "published_at": publication.published_at.isoformat(),
        "code_version": made.code_version,
        "reader_version": made.reader_version,
        "duckdb_version": duckdb.__version__,
        "source_file_count": made.source_file_count,
        "row_counts": publication.row_counts,
        "files": sorted(
            str(f.relative_to(path.parent)) for f in path.parent.rglob("*") if f.is_file()
        ),
    }
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def _explained(settings: Settings) -> Iterator[None]:
    """Turns what the disk says into a sentence that says what to do."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        said = disk.explain(error, settings.home)
        if said is not None:
            raise PublicationFailed(said) from error
        text = str(error)
        if "lock" in text.lower():
            raise PublicationFailed(
                f"A file in {settings.published} is held by another program: close it and run again. DuckDB says: {text}"
            ) from error
        raise
