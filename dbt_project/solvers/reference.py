"""What the packaged lists know of parts of names: Latin spellings, how usual a part is and where,
diminutives.

Here: the lists of `reference/` (its README has the sources and licences), read once. Not here: what
follows from them.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from solvers.sounds import fold, latin_sound

REFERENCE = Path(__file__).resolve().parent.parent / "reference"


class Known(NamedTuple):
    """What the reference lists know of a part: usual Latin spellings with counts, groups of equal
    spellings, how usual it is among Arab, Iranian and Pakistani people (`native`), as a given name,
    as a surname, in all, and among the people of which Arab, Iranian, Afghan or Pakistani state."""

    latin: tuple[str, ...]
    counts: tuple[int, ...]
    groups: frozenset[int]
    native: int
    given: int
    surname: int
    total: int
    states: tuple[str, ...]
    state_counts: tuple[int, ...]
    keeps_al: bool


class Reference:
    """The reference lists of name parts, read once."""

    def __init__(self, folder: Path = REFERENCE) -> None:
        frame = pl.read_ipc(folder / "name_parts.arrow")
        sounding = frame.filter(pl.col("sound").is_not_null())
        self._sounds = (sounding["key"].to_list(), sounding["sound"].to_list())
        self._rows = dict(
            zip(
                frame["key"].to_list(),
                frame.select(pl.exclude("key", "sound")).iter_rows(),
                strict=True,
            )
        )
        self._known: dict[str, Known | None] = {}
        self.total = max(1, int(frame["total"].sum()))
        self.state_totals: dict[str, int] = {}
        for states, counts in frame.select("states", "state_counts").iter_rows():
            for state, count in zip(states, counts, strict=True):
                self.state_totals[state] = self.state_totals.get(state, 0) + count
        groups: dict[str, set[int]] = {}
        for number, row in enumerate(table(folder / "nicknames.tsv")):
            for form in row["names"].split("|"):
                groups.setdefault(fold(form), set()).add(number)
        self.nicknames: dict[str, frozenset[int]] = {
            form: frozenset(of) for form, of in groups.items()
        }

    def sounds(self) -> Iterable[tuple[str, str]]:
        """Longer parts that have a Latin spelling, with their consonant keys."""
        return zip(*self._sounds, strict=True)

    def known(self, part: str) -> Known | None:
        """What is known of a folded part, with or without the article; None for nothing."""
        if part not in self._known:
            row = self._rows.get(part)
            self._known[part] = (
                Known(tuple(row[0]), tuple(row[1]), frozenset(row[2]), *row[3:]) if row else None
            )
        return self._known[part]

    @lru_cache(maxsize=200_000)  # noqa: B019 - one reference lives as long as the process
    def latin_profile(self, part: str) -> dict[str, float]:
        """Shares of the Latin sounds that a part is written with; empty for an unknown part."""
        known = self.known(part)
        if known is None or not known.latin:
            return {}
        profile: dict[str, float] = {}
        for latin, count in zip(known.latin, known.counts, strict=True):
            sound = latin_sound(latin)
            profile[sound] = profile.get(sound, 0.0) + count
        norm = math.sqrt(sum(v * v for v in profile.values()))
        return {sound: value / norm for sound, value in profile.items()}


@lru_cache(maxsize=1)
def reference() -> Reference:
    """The packaged reference lists."""
    return Reference()


def table(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header line and `#` comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(
            csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        )


@cache
def words(kind: str) -> frozenset[str]:
    """Folded words of a kind of `name_words.tsv`."""
    rows = table(REFERENCE / "name_words.tsv")
    return frozenset(
        fold(word) for row in rows if row["kind"] == kind for word in row["words"].split("|")
    )


def rarity(part: str, corpus: int = 0, corpus_total: int = 0) -> float:
    """Natural logarithm of one in how many people bear this part: from the reference lists and the
    corpus together.
    """
    known = reference().known(part)
    count = (known.total if known else 0) + corpus
    return math.log((reference().total + corpus_total) / (count + 3.0))
