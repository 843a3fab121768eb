"""Versions on disk: which one is published, how the next one becomes visible, which old ones go.

    published/
        rasad.duckdb -> rasad-000007.duckdb   the link that analysts open
        current -> rasad-000007               the link to what lies beside it
        rasad-000007.duckdb                   one version: marts, comments, search
        rasad-000007/                         manifest.json, parquet/, report.html, quality.html
        .building-…                           not published (yet); cleaned by the next run

A version is published when `rasad.duckdb` points at it, and not before: whatever a killed run
leaves bears a higher number than the link's target or a name that starts with a dot, and is taken
away by the next run. DuckDB caches files by path within a process: a long-lived reader closes its
connection and opens the link again to see a new version (a new process always does).

Not here: what a version holds (`assets.publication.database`).
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assets.settings import Settings

_NAME = re.compile(r"rasad-(\d{6,})(\.duckdb)?")


@dataclass(slots=True)
class Publication:
    """A published version. `path` is its own file; `is_new` is false where nothing had changed and
    nothing was built.
    """

    number: int
    id: str
    path: Path
    published_at: datetime
    is_new: bool
    row_counts: dict[str, int] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """What lies beside the file: manifest, Parquet copies, report."""
        return self.path.with_suffix("")


def current(settings: Settings) -> Publication | None:
    """The version that analysts see now; None before the first, or where its files were taken
    away.
    """
    number = _linked_number(settings)
    if number is None:
        return None
    path = settings.published / name(number)
    try:
        manifest = json.loads((path.with_suffix("") / "manifest.json").read_text(encoding="utf-8"))
        if not path.exists():
            return None
        return Publication(
            number,
            manifest["id"],
            path,
            datetime.fromisoformat(manifest["published_at"]),
            is_new=False,
            row_counts=manifest["row_counts"],
        )
    except (OSError, ValueError, KeyError):
        return None


def clean(settings: Settings) -> list[str]:
    """Takes away what a run that was killed left half done; returns the names."""
    number = _linked_number(settings)
    left = [
        entry
        for entry in settings.published.iterdir()
        if entry.name.startswith((".building-", ".link-"))
        # Without a link nobody can say what was published: then only the plainly unfinished goes.
        or (
            number is not None and (match := _NAME.fullmatch(entry.name)) and int(match[1]) > number
        )
    ]
    for entry in left:
        _remove(entry)
    return [entry.name for entry in left]


def name(number: int) -> str:
    """The file of a version."""
    return f"rasad-{number:06d}.duckdb"


def _linked_number(settings: Settings) -> int | None:
    link = settings.link
    match = _NAME.fullmatch(os.readlink(link)) if link.is_symlink() else None
    return int(match[1]) if match else None


def numbers(settings: Settings) -> set[int]:
    """Numbers that are taken: of versions that are there, and of the one that the link names."""
    entries = (_NAME.fullmatch(entry.name) for entry in settings.published.iterdir())
    linked = _linked_number(settings)
    return {int(match[1]) for match in entries if match} | ({linked} if linked else set())


def swap(settings: Settings, building: Path, publication: Publication) -> None:
    """Makes the version visible: whole files first, the link last. Until the link is swapped,
    nothing is published.
    """
    _flush(building)
    os.replace(building / publication.folder.name, publication.folder)
    os.replace(building / publication.path.name, publication.path)
    _flush_folder(settings.published)
    _link(settings.link, publication.path.name)
    link_folder(settings, publication)
    _flush_folder(settings.published)


def link_folder(settings: Settings, publication: Publication) -> None:
    """Points `current` at what lies beside the version's file."""
    _link(settings.published / "current", publication.folder.name)


def _link(link: Path, target: str) -> None:
    temporary = link.with_name(f".link-{link.name}-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target)
    os.replace(temporary, link)


def _flush(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def retire(settings: Settings, keep: int) -> None:
    """Takes old versions away, the newest `keep` stay. Whoever has one open keeps it: the file is
    gone only by name.
    """
    for old in sorted(numbers(settings))[: -max(keep, 1)]:
        path = settings.published / name(old)
        _remove(path)
        _remove(path.with_suffix(""))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
