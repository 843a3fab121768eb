"""Where sentences begin and end.

Here: the division of a plain text into paragraphs and sentences. Not here: clauses, quotations.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text import Plain

# A full stop ends a sentence unless it stands in a number, an abbreviation of one or two letters
# ("د.", "U.S.") or an address. Ellipses ("..") end headlines' clauses, not sentences.
_END = re.compile(r"(?:[.؟?!]+(?:[\"”»'’)\]]+)?)(?=\s|$|[^\W\d_])|\n+")
# Words of two letters that end sentences and are no abbreviations.
_SHORT_WORDS = frozenset((" له", " به", " لك", " بك", " لي", " بي", " هو", " هي", " هم"))
_ABBREVIATION = re.compile(r"(?:^|[\s(\"“«])(?:[^\W\d_]{1,2}\.)*[^\W\d_]{1,2}$")
# The abbreviation of a title with its stop put apart: د . فلان.
_SPACED = re.compile(r"(?:^|[\s(،])و?[دمأ] $")


class Sentence(NamedTuple):
    """A sentence of a plain text; offsets into it, end-exclusive; `paragraph` counts lines from
    0.
    """

    start: int
    end: int
    paragraph: int


def split_sentences(plain: Plain) -> list[Sentence]:
    """Sentences of a text, in order; no sentence crosses a line break and none is empty."""
    text = plain.text
    sentences: list[Sentence] = []
    start = paragraph = 0
    for match in _END.finditer(text):
        mark = match.group()
        if "\n" not in mark and not _ends_sentence(text, match.start(), match.end()):
            continue
        end = match.start() if "\n" in mark else match.end()
        _add(sentences, text, start, end, paragraph)
        start = match.end()
        paragraph += "\n" in mark
    _add(sentences, text, start, len(text), paragraph)
    return sentences


def _ends_sentence(text: str, at: int, end: int) -> bool:
    if text[at] != ".":
        return True
    if text[at : at + 2] == ".." or ". ." in (text[at : at + 3], text[max(at - 2, 0) : at + 1]):
        return False
    if _SPACED.search(text, max(0, at - 4), at):
        return False
    glued = end < len(text) and not text[end].isspace()
    # "3.5", "a.b"; but a stop with a space before it, and none behind, is one that was put wrongly.
    before = text[at - 1 : at].strip()
    if glued and (text[end].isascii() or (before and before.isascii())):
        return False
    if text[at - 3 : at] in _SHORT_WORDS:
        return True
    return not _ABBREVIATION.search(text, max(0, at - 8), at)


def _add(sentences: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        sentences.append(Sentence(start, end, paragraph))
