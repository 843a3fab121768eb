"""What a line is about: the stems of its telling words, and how much of them two texts share.

Here: stems, words that tell nothing, the share. Not here: what follows from it
(`reader.page.headlines`, `reader.page.gaps`).
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from reader.clitics import LETTERS
from reader.lexicon import of_class
from reader.page.lines import Line


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the clitics that most often hide that two words are one; five letters."""
    if len(word) > 4 and word[0] in LETTERS:
        word = word[1:]
    if (len(word) > 4 and word.startswith("ال")) or (len(word) > 4 and word.startswith("لل")):
        word = word[2:]
    return word[:5]


_COMMON = of_class("page_words", "common")


def content(line: Line) -> frozenset[str]:
    """Stems of the words of a line that can tell what it is about (of a long line, of its first 120
    words).
    """
    if line.topic is None:
        line.topic = frozenset(
            stem(word) for word in line.words[:120] if len(word) > 3 and word not in _COMMON
        )
    return line.topic


def overlap(part: Set[str], whole: Set[str]) -> float:
    """Share of `part` that stands in `whole`; 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0
