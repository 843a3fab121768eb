"""What a disk refuses, as a sentence that says what to do.

Here: telling a full, read-only or forbidden place from other errors, whichever library reports it.
Not here: who asks.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR}

#: How DuckDB, SQLite, dbt and Arrow word it.
_FULL_WORDS = (
    "no space left",
    "file too large",
    "disk quota",
    "disk is full",
    "max_temp_directory_size",
)
#: What SQLite, Dagster's own store, says of a full disk and of a broken one.
_EITHER_WORDS = "disk i/o error"
#: Below this, in bytes, a disk counts as full, and no run starts: of the examples alone the home
#: takes half of it.
LEAST_FREE = 128 * 1024**2
_FORBIDDEN_WORDS = ("read-only file system", "permission denied")
#: Of Dagster's own databases, which lie under the home and are not named.
_SQLITE_WORDS = ("attempt to write a readonly database", "unable to open database file")


class HomeUnusable(RuntimeError):
    """RASAD_HOME cannot be written; the message names the cure."""


def explain(error: BaseException, home: Path) -> str | None:
    """What is wrong with the disk under `home` and what to do, if `error` or what caused it is the
    disk's refusal; None otherwise.
    """
    for cause in _causes(error):
        number, text = getattr(cause, "errno", None), " ".join(str(cause).split())
        said = f"The system says: {text[:300]}"
        full = number in _FULL or any(words in text.lower() for words in _FULL_WORDS)
        if full or (_EITHER_WORDS in text.lower() and free(home) < LEAST_FREE):
            return f"{_full(home)} {said}"
        forbidden = number in _FORBIDDEN or any(w in text.lower() for w in _FORBIDDEN_WORDS)
        # A folder of articles that may not be read is another matter.
        if (forbidden and str(home) in text) or any(w in text.lower() for w in _SQLITE_WORDS):
            return (
                f"{home} cannot be written. Give the user of Rasad the right to write there, or set RASAD_HOME to another "
                f"folder. {said}"
            )
    return None


def make_home(home: Path) -> None:
    """Makes the folder, writes into it, and asks for some space. Raises HomeUnusable."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home) as file:
            file.write(b"\0" * 4096)
    except OSError as error:
        raise HomeUnusable(explain(error, home) or str(error)) from error
    if free(home) < LEAST_FREE:
        raise HomeUnusable(_full(home))


def _full(home: Path) -> str:
    return (
        f"The disk of {home} is full ({free(home) // 1_000_000:,} MB free): nothing is published, the last version stays. "
        "Free space, or set RASAD_HOME to a larger disk, and run again."
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def existing(place: Path) -> Path:
    """The place, or the nearest folder above it that is there."""
    return next(p for p in (place, *place.parents) if p.exists())


def free(place: Path) -> int:
    """Free bytes of the disk that `place` is on, or would be."""
    return shutil.disk_usage(existing(place)).free
