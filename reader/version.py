"""The reader's version: part of every row it makes, so that pages are read again when what it finds
may have changed.

Nobody has to remember to raise it: it is the release and a hash of all code and knowledge in this
folder.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

RELEASE = "1.0.0"


def _fingerprint(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


READER_VERSION = f"{RELEASE}+{_fingerprint(Path(__file__).parent)}"
