"""`python -m orchestration.doctor`: looks at an environment and says what to mend.

Here: the examinations, each with its cure. Not here: mending. Nothing is changed, and nothing that
is examined can break the others.

Exit code 0 when nothing stops a run.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assets import disk
from assets.settings import ROOT, Settings

#: Below this, in bytes, the disk may fill in the run: a home of a hundred thousand articles and the
#: versions kept beside it.
_COMFORTABLE = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """What one examination found. `state` is "ok", "warning" (a run may go wrong) or "error" (it
    will); `cure` says what to do.
    """

    name: str
    state: str
    said: str
    cure: str = ""


def examine(settings: Settings) -> list[Finding]:
    """All findings, in the order in which they should be mended."""
    return [finding for examination in _EXAMINATIONS for finding in _guarded(examination, settings)]


def python(settings: Settings) -> Iterator[Finding]:
    """The interpreter that the pins are made for."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] == (3, 11):
        yield Finding("python", "ok", version)
    else:
        yield Finding(
            "python", "error", version, "Use Python 3.11: make run PYTHON=/path/to/python3.11."
        )


def packages(settings: Settings) -> Iterator[Finding]:
    """What is installed, against requirements.lock."""
    pinned = re.findall(r"^([\w.-]+)==([^\s\\;]+)", (ROOT / "requirements.lock").read_text(), re.M)
    wrong = []
    for name, version in pinned:
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            installed = "missing"
        if installed != version:
            wrong.append(f"{name} {installed}, not {version}")
    if wrong:
        more = f" and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        said = f"{'; '.join(wrong[:5])}{more}"
        yield Finding("packages", "error", said, "Remove .venv and run make again.")
    else:
        yield Finding("packages", "ok", f"{len(pinned)} as pinned")


def home(settings: Settings) -> Iterator[Finding]:
    """RASAD_HOME: that it can be written, and that there is space."""
    place = disk.existing(settings.home)
    try:
        with tempfile.NamedTemporaryFile(dir=place):
            pass
    except OSError as error:
        cure = "Give the user of Rasad the right to write there, or set RASAD_HOME."
        yield Finding("home", "error", f"{place}: {error.strerror}", cure)
        return
    yield Finding("home", "ok", f"{settings.home} can be written")
    free = disk.free(settings.home)
    said = f"{free / 1024**3:,.1f} GB free"
    if free < _COMFORTABLE:
        state = "error" if free < disk.LEAST_FREE else "warning"
        cure = "Make space, set RASAD_HOME to a larger disk, or lower RASAD_KEEP_VERSIONS."
        yield Finding("disk", state, said, cure)
    else:
        yield Finding("disk", "ok", said)


def articles(settings: Settings) -> Iterator[Finding]:
    """RASAD_ARTICLES: that there is something to read."""
    from assets import folder

    try:
        found = list(folder.walk(settings.articles))
    except OSError as error:
        yield Finding(
            "articles",
            "error",
            str(error),
            "Set RASAD_ARTICLES to a folder that the user of Rasad may read.",
        )
        return
    readable = [f for f in found if f.refusal is None and os.access(f.path, os.R_OK)]
    said = f"{len(readable):,} of {len(found):,} files in {settings.articles} can be read"
    if readable:
        state, cure = ("ok", "") if len(readable) == len(found) else ("warning", _QUARANTINE)
        yield Finding("articles", state, said, cure)
    else:
        cure = "Put articles there (.txt, .md, .jsonl, .jsonl.gz), or set RASAD_ARTICLES."
        yield Finding("articles", "error", said, cure)


_QUARANTINE = "The others go to quarantine; raw.quarantine names the cure of each."


def warehouse(settings: Settings) -> Iterator[Finding]:
    """Who holds the warehouse: DuckDB lets one process write, and none beside it read."""
    import duckdb

    lock = settings.run_lock
    holder = lock.read_text().strip() if lock.exists() else ""
    if not settings.warehouse.exists():
        yield Finding("warehouse", "ok", "not there yet: the first run makes it")
        return
    try:
        duckdb.connect(settings.warehouse, read_only=True).close()
    except duckdb.Error as error:
        held = re.search(r"held in (.+?)\. See", str(error))
        if held is None:
            cure = (
                f"Remove {settings.warehouse} and run again: ids are hashes, the same articles get "
                "the same ids."
            )
            yield Finding("warehouse", "error", str(error).splitlines()[0], cure)
            return
        who = held.group(1) + (f", run {holder}" if holder else "")
        cure = "Wait for that run, or close that program: analysts open the published file."
        yield Finding("warehouse", "warning", f"held by {who}", cure)
        return
    said = f"{settings.warehouse.stat().st_size / 1e6:,.1f} MB, nobody holds it"
    if holder:
        said += f"; run {holder} is under way, or died: the next run tidies up after it"
    yield Finding("warehouse", "ok", said)


def models(settings: Settings) -> Iterator[Finding]:
    """dbt and its manifest."""
    from assets import models

    if not Path(models.executable()).exists():
        cure = "Remove .venv and run make again."
        yield Finding("dbt", "error", f"there is no {models.executable()}", cure)
        return
    fits = models.is_prepared(settings)
    said = "the manifest fits the project" if fits else "the next run makes the manifest anew"
    yield Finding("dbt", "ok", said)


def published(settings: Settings) -> Iterator[Finding]:
    """The version that analysts see."""
    import duckdb

    link = settings.link
    if not link.is_symlink() and not link.exists():
        yield Finding("published", "ok", "nothing yet: the first run that passes its checks")
        return
    try:
        with duckdb.connect(link.resolve(strict=True), read_only=True) as connection:
            row = connection.execute("SELECT count(*) FROM marts.articles").fetchone()
    except (duckdb.Error, OSError) as error:
        cure = "Remove the link and run again: a version is built whenever there is none."
        yield Finding("published", "error", str(error).splitlines()[0], cure)
        return
    yield Finding("published", "ok", f"{link.resolve().name}: {row[0] if row else 0:,} articles")


_EXAMINATIONS = (python, packages, home, articles, warehouse, models, published)


def _guarded(
    examination: Callable[[Settings], Iterator[Finding]], settings: Settings
) -> list[Finding]:
    try:
        return list(examination(settings))
    except Exception as error:  # a broken environment breaks examinations in ways nobody listed
        said = f"{type(error).__name__}: {error}"
        return [Finding(examination.__name__, "error", said, "Remove .venv and run make again.")]


def main() -> int:
    """Prints the findings; returns the exit code."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        print(f"error    settings   {error}")
        return 1
    findings = examine(settings)
    for finding in findings:
        print(f"{finding.state:8} {finding.name:10} {finding.said}")
        if finding.cure:
            print(f"{'':19} -> {finding.cure}")
    return 1 if any(finding.state == "error" for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main())
