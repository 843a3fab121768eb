"""A linear-chain CRF over words, scored in numpy: emissions kept per word type, Viterbi over many sequences at once.

Here: weights, scores, best label paths. Not here: what a word's attributes are (`reader.names.features`), how weights come
about (`training/train_tagger.py`), what labels mean for people (`reader.names.people`).

Every attribute belongs to a word at an offset, or to a pair of neighbouring word classes. So the score of a position is a sum
of rows that depend on one word type or on one pair of classes, each worked out once. The labels are those of python-crfsuite
with the same weights; a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from reader.names.features import EDGE, OFFSETS, attributes, word_class

_MOST_TYPES = 120_000  # word types kept; more are forgotten at the start of a batch, so memory stays bounded (50 MB)

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


class Tagger:
    """Weights of one model, and what has been worked out from them so far. Not safe between threads."""

    def __init__(self, data: bytes) -> None:
        """Loads a model written by `training/train_tagger.py` (bytes of an .npz file)."""
        with np.load(BytesIO(data)) as model:
            self.labels: list[str] = model["labels"].tolist()
            names = model["attributes"].tobytes().decode().split("\n")
            rows, columns = model["rows"], model["columns"].astype(np.int64)
            weights: Floats = model["weights"]
            self.transitions: Floats = model["transitions"]
        # A row of weights per attribute, its columns (offset, label); pairs of classes have rows of their own. Attributes
        # that an offset leaves out have no weights there, so the full list of a word serves all offsets.
        self._rows: dict[str, int] = {}
        self._pairs: dict[str, dict[tuple[str, str], int]] = {"P": {}, "N": {}}
        row_of = np.zeros(len(names), np.int64)
        shift = np.zeros(len(names), np.int64)
        heads = {str(o): i for i, o in enumerate(OFFSETS)}
        count = 0
        for number, name in enumerate(names):
            if name[0] in "PN":
                left, _, right = name[1:].partition("|") if name[1] != "|" else ("|", "", name[3:])
                self._pairs[name[0]][left, right] = row_of[number] = count
                count += 1
            else:
                head, _, rest = name.partition(":")
                row = self._rows.setdefault(rest, count)
                count += row == count
                row_of[number], shift[number] = row, heads[head] * len(self.labels)
        rows, columns = row_of[rows], columns + shift[rows]
        order = np.argsort(rows, kind="stable")
        self._columns, self._weights = columns[order], weights[order]
        self._starts: list[int] = np.searchsorted(rows[order], np.arange(count + 1)).tolist()
        self._forget()

    def _forget(self) -> None:
        self._types: dict[str, int] = {}
        self._emissions: Floats = np.zeros((1024, len(OFFSETS), len(self.labels)))
        self._class_of: Ints = np.zeros(1024, np.int32)
        self._classes: dict[str, int] = {}
        self._pair_rows: Ints = np.full((64, 64), -1, np.int32)
        self._pair_scores: list[Floats] = []
        self._edge = self._type(EDGE)

    def _type(self, word: str) -> int:
        number = len(self._types)
        self._types[word] = number
        if number == len(self._class_of):
            self._emissions = np.concatenate([self._emissions, np.zeros_like(self._emissions)])
            self._class_of = np.concatenate([self._class_of, np.zeros_like(self._class_of)])
        known = self._rows
        rows = [known[a] for a in attributes(word) if a in known]
        self._emissions[number] = self._sum(rows, len(OFFSETS)).reshape(len(OFFSETS), -1)
        name = word_class(word)
        of_class = self._classes.setdefault(name, len(self._classes))
        if of_class == len(self._pair_rows):
            grown = np.full((2 * of_class, 2 * of_class), -1, np.int32)
            grown[:of_class, :of_class] = self._pair_rows
            self._pair_rows = grown
        self._class_of[number] = of_class
        return number

    def _sum(self, rows: list[int], offsets: int = 1) -> Floats:
        if not rows:
            return np.zeros(offsets * len(self.labels))
        starts = self._starts
        columns = np.concatenate([self._columns[starts[r] : starts[r + 1]] for r in rows])
        weights = np.concatenate([self._weights[starts[r] : starts[r + 1]] for r in rows])
        return np.asarray(np.bincount(columns, weights, offsets * len(self.labels)), np.float64)

    def _pair_score(self, left: int, right: int, names: list[str]) -> int:
        row = len(self._pair_scores)
        pair = names[left], names[right]
        scores = np.zeros((2, len(self.labels)))
        for i, side in enumerate("PN"):
            found = self._pairs[side].get(pair)
            if found is not None:
                scores[i] = self._sum([found])
        self._pair_scores.append(scores)
        self._pair_rows[left, right] = row
        return row

    def scores(self, sequences: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
        """Emission scores (words, labels) of all sequences' words one after another, and each sequence's start in them."""
        if len(self._types) > _MOST_TYPES:
            self._forget()
        types = self._types
        padded: list[int] = []
        edge = self._edge
        keep: list[int] = []
        starts = [0]
        for words in sequences:
            padded += (edge, edge)
            keep += range(len(padded), len(padded) + len(words))
            for word in words:
                number = types.get(word)
                padded.append(self._type(word) if number is None else number)
            padded += (edge, edge)
            starts.append(len(keep))
        ids = np.array(padded, np.int32)
        at = np.array(keep, np.int64)
        total = np.zeros((len(at), len(self.labels)))
        for offset, shift in enumerate(OFFSETS):
            total += self._emissions[ids[at + shift], offset]
        classes = self._class_of[ids]
        left, right = classes[:-1], classes[1:]
        pairs = self._pair_rows[left, right]
        missing = np.flatnonzero(pairs < 0)
        if len(missing):
            names = list(self._classes)
            for a, b in {(int(left[i]), int(right[i])) for i in missing}:
                self._pair_score(a, b, names)
            pairs = self._pair_rows[left, right]
        table = np.array(self._pair_scores)
        total += table[pairs[at - 1], 0]
        total += table[pairs[at], 1]
        return total, np.array(starts, np.int32)

    def tag(self, sequences: Sequence[Sequence[str]]) -> list[NDArray[np.int8]]:
        """The best labels of each sequence of folded words, as numbers of `labels`."""
        if not sequences:
            return []
        emissions, starts = self.scores(sequences)
        return self.best_paths(emissions, starts)

    def best_paths(self, emissions: Floats, starts: Ints) -> list[NDArray[np.int8]]:
        """Viterbi over all sequences at once, the longest first, so that each step works on those that still run."""
        lengths = np.diff(starts)
        order = np.argsort(-lengths, kind="stable")
        sorted_starts, sorted_lengths = starts[:-1][order].astype(np.int64), lengths[order]
        longest = int(sorted_lengths[0]) if len(order) else 0
        running = np.searchsorted(-sorted_lengths, -np.arange(longest), side="left")
        labels = len(self.labels)
        score = np.zeros((len(order), labels))
        back = np.zeros((longest, len(order), labels), np.int8)
        alive = int(running[0]) if longest else 0
        score[:alive] = emissions[sorted_starts[:alive]]
        for step in range(1, longest):
            alive = int(running[step])
            ways = score[:alive, :, None] + self.transitions[None]
            best = ways.argmax(1)
            back[step, :alive] = best
            score[:alive] = (
                np.take_along_axis(ways, best[:, None], 1)[:, 0]
                + emissions[sorted_starts[:alive] + step]
            )
        paths = np.zeros((len(order), max(longest, 1)), np.int8)
        current = score.argmax(1)
        everyone = np.arange(len(order))
        for step in range(longest - 1, -1, -1):
            # Sequences that end at this step start from their best last label, which `current` still holds.
            inside = sorted_lengths > step
            paths[inside, step] = current[inside]
            following = back[step, everyone, current]
            current = np.where(inside & (step > 0), following, current)
        result: list[NDArray[np.int8]] = [np.zeros(0, np.int8)] * len(order)
        for row, original in enumerate(order):
            result[original] = paths[row, : lengths[original]]
        return result


@cache
def load(name: str = "tagger.npz") -> Tagger:
    """The tagger of a weights file shipped in `reader/names`."""
    return Tagger(files("reader.names").joinpath(name).read_bytes())
