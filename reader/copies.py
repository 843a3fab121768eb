"""Fingerprints by which near copies of an article find each other.

Here: MinHash signatures of word shingles (Broder 1997) and their bands. Not here: which of two
copies is the first; that is decided over all articles, in SQL.
"""

from __future__ import annotations

import zlib

import numpy as np

from reader.document import Document

SHINGLE_WORDS = 4
PLACES = 32
BAND_PLACES = 4
_PRIME = np.uint64((1 << 61) - 1)
_RANDOM = np.random.default_rng(20250218)
_A = _RANDOM.integers(1, 1 << 31, PLACES, dtype=np.uint64)[:, None]
_B = _RANDOM.integers(0, 1 << 31, PLACES, dtype=np.uint64)[:, None]


def signature(document: Document) -> list[int]:
    """MinHash signature of a body: PLACES numbers of 32 bits; the share of equal places estimates
    Jaccard similarity.

    Empty for a body of fewer than SHINGLE_WORDS words.
    """
    words = [token.fold for token in document.tokens if token.is_word]
    shingles = {
        " ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)
    }
    if not shingles:
        return []
    hashes = np.fromiter((zlib.crc32(s.encode()) for s in shingles), np.uint64, len(shingles))
    smallest = ((_A * hashes + _B) % _PRIME & np.uint64(0xFFFFFFFF)).min(axis=1)
    return [int(place) for place in smallest]


def bands(places: list[int]) -> list[int]:
    """Hashes of consecutive places: copies of similarity 0.8 share a band with a probability of
    0.98, those of 0.4 of 0.19.
    """
    return [
        zlib.crc32(repr(places[at : at + BAND_PLACES]).encode()) | at << 32
        for at in range(0, len(places), BAND_PLACES)
    ]
