"""The written form of Arabic: plain text with a way back, folding, words.

Here: what holds for any Arabic text, whatever it says (marks, letter variants). Not here: what a
word means; that is the lexicon's and the modules' that use it.

The reader's rules work on `plain` text (marks that carry no letter taken out) and on its `fold`
(letter variants made equal, one character for one, so that offsets into both are the same).
`Plain.to_source` leads back to the characters of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

# Short vowels and other marks, tatweel, bidi controls, joiners, soft hyphen, byte-order mark.
MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]+"
)
# The sign of a hashtag says nothing of its words: "#وزارة_الصحة" is read as "وزارة الصحة".
_DROPPED = re.compile(rf"{MARKS.pattern}|#(?=[\u0621-\u064a])")
_JOINED = re.compile(r"(?<=[\u0621-\u064a])_(?=[\u0621-\u064a])")

_FOLD = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیےۍ", "ي"),
    **dict.fromkeys("ةۀۃە", "ه"),
    "ؤ": "و",
    "ئ": "ي",
    **dict.fromkeys("ڤڥﭪ", "ف"),
    **dict.fromkeys("گکڭݣ", "ك"),
    **dict.fromkeys("چژ", "ج"),
    "پ": "ب",
    "ہ": "ه",
    "ھ": "ه",
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\t", " "),
    **{chr(0x0660 + d): str(d) for d in range(10)},
    **{chr(0x06F0 + d): str(d) for d in range(10)},
}
_FOLD_TABLE = str.maketrans(_FOLD)


def fold(text: str) -> str:
    """`text` with letter variants, digits and spaces made equal; as many characters as before."""
    return (
        text.translate(_FOLD_TABLE).lower()
        if text.isascii()
        else _lower_same_length(text.translate(_FOLD_TABLE))
    )


def _lower_same_length(text: str) -> str:
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """The form under which the lexicon keeps a word or phrase: marks out, folded, single spaces."""
    return " ".join(fold(_without_marks(text)).split())


def _without_marks(text: str) -> str:
    plain = _DROPPED.sub("", text)
    return _JOINED.sub(" ", plain) if "_" in plain else plain


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without marks, hashtags as plain words, and where each of its characters stood.

    `text` and `fold` have one length. `cuts` are positions of `text` before which source characters
    were dropped, `dropped` how many up to there (both ascending, code points).
    """

    text: str
    fold: str
    cuts: list[int]
    dropped: list[int]

    @classmethod
    def of(cls, source: str) -> Plain:
        """The plain form of `source`."""
        cuts: list[int] = []
        dropped: list[int] = []
        total = 0
        for match in _DROPPED.finditer(source):
            cuts.append(match.start() - total)
            total += match.end() - match.start()
            dropped.append(total)
        text = _without_marks(source)
        return cls(text, fold(text), cuts, dropped)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the plain span `start:end`; marks on its last letter belong to it."""
        return self._shift(start), self._shift(end - 1, after=True) if end > start else self._shift(
            start
        )

    def _shift(self, position: int, *, after: bool = False) -> int:
        # A cut at position p lies before character p: character p itself stands after what was
        # dropped.
        if not after:
            at = bisect_right(self.cuts, position)
            return position + (self.dropped[at - 1] if at else 0)
        at = bisect_right(self.cuts, position + 1)
        return position + 1 + (self.dropped[at - 1] if at else 0)


class Token(NamedTuple):
    """A word, number or mark of a plain text; offsets into it, end-exclusive; `line` counts its
    lines from 0.
    """

    start: int
    end: int
    text: str
    fold: str
    line: int = 0

    @property
    def is_word(self) -> bool:
        """Letters, Arabic or other."""
        return self.text[0].isalpha()

    @property
    def is_arabic(self) -> bool:
        """A word in Arabic script."""
        return "\u0621" <= self.text[0] <= "\u06d3"


_TOKEN = re.compile(r"\d+(?:[.,٫٬:/-]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


def tokenize(plain: Plain) -> list[Token]:
    """Words, numbers and single marks of a plain text, in order."""
    text, folded = plain.text, plain.fold
    tokens: list[Token] = []
    line = read = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        line += text.count("\n", read, start)
        read = end
        tokens.append(Token(start, end, match.group(), folded[start:end], line))
    return tokens
