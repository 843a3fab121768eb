"""Ids of content. Here: how they are made. Not here: of what."""

from __future__ import annotations

import hashlib


def content_id(*parts: object) -> str:
    """A lower-case hexadecimal id of 128 bits, of content and place, never of arrival."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
