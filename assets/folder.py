"""The folder of raw article files: what is in it, and opening what is in it without trusting it.

Here: the walk, safe opening, hashes. Not here: what one file holds (`assets.raw_file`), the ledger
of what was loaded (`assets.intake`).

The folder may hold anything: links out of it, pipes, devices, archives that unpack to terabytes,
half-written files. Each costs itself only: it is refused with a reason that names the cure, and the
rest is read.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

#: Suffix of a file name to format.
FORMATS = {".txt": "text", ".md": "text", ".jsonl": "records", ".jsonl.gz": "records"}
_FORMAT_NAMES = ".txt, .md, .jsonl or .jsonl.gz"

#: Bytes that are held of a file at once.
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something could not be read, and what to do: the text always ends with the cure."""

    code: str
    reason: str


class Refused(Exception):
    """A whole file that cannot be read."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.refusal = Refusal(code, reason)


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the walk saw it, before anything of it was opened.

    `signature` changes when the file or its sidecar was written; `refusal` is set when its name or
    kind alone rules it out.
    """

    source_file: str
    path: Path
    format: str | None
    byte_size: int
    modified_at: float  # seconds since 1970
    signature: str
    sidecar: Path | None = None
    refusal: Refusal | None = None


def walk(root: Path) -> Iterator[Found]:
    """Every file under `root`, in the order of their paths; names that begin with a dot are left
    alone.

    Links are not followed: what they point to inside the folder is met by itself, and what is
    outside is not ours. Raises FileNotFoundError when `root` is no folder.
    """
    if not root.is_dir():
        raise FileNotFoundError(
            f"There is no folder {root}: set RASAD_ARTICLES to the folder of raw article files."
        )
    root = root.resolve()
    yield from _walk(root, root, "")


def _walk(root: Path, folder: Path, prefix: str) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name
            )
    except OSError as error:
        if not prefix:
            raise
        yield _refused(prefix.rstrip("/"), folder, "unreadable", _cannot_open(error, "folder"))
        return
    texts = {entry.name for entry in listed if _suffix(entry.name) in (".txt", ".md")}
    for entry in listed:
        source_file = prefix + _printable(entry.name)
        path = folder / entry.name
        if entry.is_symlink():
            if not path.resolve().is_relative_to(root):
                yield _refused(
                    source_file,
                    path,
                    "link_outside",
                    "It is a link out of the folder, and links are not followed. Copy what it points to into the folder.",
                )
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, source_file + "/")
        elif not entry.name.endswith(".json") or not any(
            entry.name[: -len(".json")] + suffix in texts for suffix in (".txt", ".md")
        ):
            found = _file(source_file, path, entry)
            if found is not None:
                yield found


def _file(source_file: str, path: Path, entry: os.DirEntry[str]) -> Found | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # taken away since the folder was listed
        return None
    except OSError as error:
        return _refused(source_file, path, "unreadable", _cannot_open(error, "file"))
    suffix = _suffix(entry.name)
    refusal = None
    if _printable(entry.name) != entry.name:
        refusal = Refusal(
            "bad_name", "Its name is not UTF-8. Rename the file with letters of Unicode."
        )
    elif not stat.S_ISREG(status.st_mode):
        refusal = Refusal(
            "not_a_file",
            "It is a pipe, socket or device, which is never opened. Take it out of the folder.",
        )
    elif suffix is None:
        refusal = Refusal(
            "unknown_format",
            f"Files of this kind are not read. Give the text as {_FORMAT_NAMES}, or take the file out of the folder.",
        )
    signature = f"{status.st_size}:{status.st_mtime_ns}"
    sidecar = path.with_suffix(".json") if suffix in (".txt", ".md") else None
    if sidecar is not None:
        try:
            side = sidecar.lstat()
            signature += f";{side.st_size}:{side.st_mtime_ns}"
        except FileNotFoundError:
            sidecar = None
    return Found(
        source_file,
        path,
        FORMATS.get(suffix or ""),
        status.st_size,
        status.st_mtime,
        signature,
        sidecar,
        refusal,
    )


def _suffix(name: str) -> str | None:
    """The longest suffix of FORMATS that the name ends with, in any case."""
    lower = name.lower()
    return max((s for s in FORMATS if lower.endswith(s)), key=len, default=None)


def _printable(name: str) -> str:
    """A name that any database can hold: bytes that are not UTF-8 are shown as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _refused(source_file: str, path: Path, code: str, reason: str) -> Found:
    return Found(source_file, path, None, 0, 0.0, code, None, Refusal(code, reason))


def _cannot_open(error: OSError, what: str) -> str:
    return f"The {what} cannot be read ({error.strerror or error}). Give the user of Rasad the right to read it."


def open_file(path: Path) -> BinaryIO:
    """Opens a regular file for reading; never follows a link, never blocks on a pipe, never touches
    a device.

    Raises Refused: between the walk and now the file may have become something else.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Refused("unreadable", _cannot_open(error, "file")) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("not_a_file", "It is no regular file. Take it out of the folder.")
    return os.fdopen(descriptor, "rb")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """`open_file`, closed for certain; a disk that refuses while it is read refuses the file.
    Raises Refused.
    """
    with open_file(path) as file:
        try:
            yield file
        except OSError as error:
            raise Refused("unreadable", _cannot_open(error, "file")) from error


def content_hash(found: Found) -> tuple[str, str | None]:
    """Hashes of the bytes of a file and of its sidecar, if it has one. Raises Refused."""
    side = None
    if found.sidecar is not None:
        try:
            side = _hash(found.sidecar)
        except Refused:
            side = "unreadable"
    return _hash(found.path), side


def _hash(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
