"""A linear-chain CRF over words, scored in numpy: emissions kept per word type, Viterbi over many
sequences at once.

Here: weights, scores, best label paths. Not here: what a word's attributes are
(`reader.names.features`), how weights come about (`training/train_tagger.py`), what labels mean for
people (`reader.names.people`).

Every attribute belongs to a word at an offset, or to a pair of neighbouring word classes. So the
score of a position is a sum of rows that depend on one word type or on one pair of classes, each
worked out once. The labels are those of python-crfsuite with the same weights; a test compares
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from reader.names.features import (
    EDGE,
    OFFSETS,
    back_attributes,
    ends,
    front_attributes,
    own_attributes,
    word_class,
)

_AT_ONCE = 1_000  # new word types worked out at once: some 20 MB of scratch memory
_MOST_TYPES = 120_000  # word types kept; more are forgotten at the start of a batch, so memory stays bounded (50 MB)

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


class Tagger:
    """Weights of one model, and what has been worked out from them so far. Not safe between
    threads.
    """

    def __init__(self, data: bytes) -> None:
        """Loads a model written by `training/train_tagger.py` (bytes of an .npz file)."""
        with np.load(BytesIO(data)) as model:
            self.labels: list[str] = model["labels"].tolist()
            names = model["attributes"].tobytes().decode().split("\n")
            rows, columns = model["rows"], model["columns"].astype(np.int64)
            weights: Floats = model["weights"]
            self.transitions: Floats = model["transitions"]
        # A row of weights per attribute, its columns (offset, label); pairs of classes have rows of
        # their own. Attributes that an offset leaves out have no weights there, so the full list of
        # a word serves all offsets.
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
        self._starts = np.searchsorted(rows[order], np.arange(count + 1))
        self._forget()

    def _forget(self) -> None:
        self._types: dict[str, int] = {}
        self._fronts: dict[str, list[int]] = {}
        self._backs: dict[str, list[int]] = {}
        self._emissions: Floats = np.zeros((1024, len(OFFSETS), len(self.labels)))
        self._class_of: Ints = np.zeros(1024, np.int32)
        self._classes: dict[str, int] = {}
        self._pair_rows: Ints = np.full((64, 64), -1, np.int32)
        self._pair_scores: Floats = np.zeros((0, 2, len(self.labels)))
        self._learn([EDGE])

    def _learn(self, words: list[str]) -> None:
        """Works out the scores of new word types, all of them in few array operations."""
        for start in range(0, len(words), _AT_ONCE):
            part = words[start : start + _AT_ONCE]
            first, last = len(self._types), len(self._types) + len(part)
            while last > len(self._class_of):
                self._emissions = np.concatenate([self._emissions, np.zeros_like(self._emissions)])
                self._class_of = np.concatenate([self._class_of, np.zeros_like(self._class_of)])
            row_of, classes = self._rows.get, self._classes
            rows: list[int] = []
            counts: list[int] = []
            of_class: list[int] = []
            for number, word in enumerate(part, first):
                before = len(rows)
                front, back = ends(word)
                rows += self._rows_of_front(front)
                rows += self._rows_of_back(back)
                rows += [row for a in own_attributes(word) if (row := row_of(a)) is not None]
                counts.append(len(rows) - before)
                self._types[word] = number
                of_class.append(classes.setdefault(word_class(word), len(classes)))
            self._class_of[first:last] = of_class
            width = len(OFFSETS) * len(self.labels)
            sums = self._sums(rows, counts, width)
            self._emissions[first:last] = sums.reshape(len(part), len(OFFSETS), -1)

    def _rows_of_front(self, front: str) -> list[int]:
        """Rows of the attributes that all words with these first letters share, kept."""
        rows = self._fronts.get(front)
        if rows is None:
            known = self._rows
            rows = [known[a] for a in front_attributes(front) if a in known]
            self._fronts[front] = rows
        return rows

    def _rows_of_back(self, back: str) -> list[int]:
        """Rows of the attributes that all words with these last letters share, kept."""
        rows = self._backs.get(back)
        if rows is None:
            known = self._rows
            rows = [known[a] for a in back_attributes(back) if a in known]
            self._backs[back] = rows
        return rows

    def _sums(self, rows: list[int], counts: list[int], width: int) -> Floats:
        """Sums of rows of weights: the first `counts[0]` of them, the next `counts[1]`, …; (sums,
        width).
        """
        at = np.array(rows, np.int64)
        starts, lengths = self._starts[at], self._starts[at + 1] - self._starts[at]
        ends = lengths.cumsum()
        entries = np.repeat(starts - ends + lengths, lengths) + np.arange(lengths.sum())
        owners = np.repeat(np.repeat(np.arange(len(counts)) * width, counts), lengths)
        size = len(counts) * width
        sums = np.bincount(owners + self._columns[entries], self._weights[entries], size)
        return np.asarray(sums, np.float64).reshape(len(counts), width)

    def _learn_pairs(self, left: Ints, right: Ints) -> None:
        """Works out the scores of new pairs of neighbouring classes."""
        size = len(self._pair_rows)
        pairs = np.unique(left.astype(np.int64) * size + right)
        names = list(self._classes)
        rows: list[int] = []
        counts: list[int] = []
        for a, b in zip(*(x.tolist() for x in np.divmod(pairs, size)), strict=True):
            for side in "PN":
                row = self._pairs[side].get((names[a], names[b]))
                counts.append(row is not None)
                if row is not None:
                    rows.append(row)
        labels = len(self.labels)
        scores = self._sums(rows, counts, labels).reshape(len(pairs), 2, labels)
        self._pair_rows.flat[pairs] = len(self._pair_scores) + np.arange(len(pairs))
        self._pair_scores = np.concatenate([self._pair_scores, scores])

    def scores(self, sequences: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
        """Emission scores (words, labels) of all sequences' words one after another, and each
        sequence's start in them.
        """
        if len(self._types) > _MOST_TYPES:
            self._forget()
        types = self._types
        words = dict.fromkeys(word for sequence in sequences for word in sequence)
        self._learn([word for word in words if word not in types])
        edges = [types[EDGE]] * 2
        padded: list[int] = []
        for sequence in sequences:
            padded += edges
            padded += map(types.__getitem__, sequence)
            padded += edges
        ids = np.array(padded, np.int32)
        lengths = np.array([len(sequence) for sequence in sequences], np.int64)
        starts = np.concatenate([[0], lengths.cumsum()])
        # Four edges stand between two sequences, two of them before the first.
        at = np.arange(starts[-1]) + 2 + 4 * np.repeat(np.arange(len(lengths)), lengths)
        total = np.zeros((len(at), len(self.labels)))
        for offset, shift in enumerate(OFFSETS):
            total += self._emissions[ids[at + shift], offset]
        while len(self._pair_rows) < len(self._classes):
            grown = np.full((2 * len(self._pair_rows),) * 2, -1, np.int32)
            grown[: len(self._pair_rows), : len(self._pair_rows)] = self._pair_rows
            self._pair_rows = grown
        classes = self._class_of[ids]
        left, right = classes[:-1], classes[1:]
        missing = self._pair_rows[left, right] < 0
        if missing.any():
            self._learn_pairs(left[missing], right[missing])
        pairs = self._pair_rows[left, right]
        total += self._pair_scores[pairs[at - 1], 0]
        total += self._pair_scores[pairs[at], 1]
        return total, starts.astype(np.int32)

    def tag(self, sequences: Sequence[Sequence[str]]) -> list[NDArray[np.int8]]:
        """The best labels of each sequence of folded words, as numbers of `labels`."""
        if not sequences:
            return []
        emissions, starts = self.scores(sequences)
        return self.best_paths(emissions, starts)

    def chances(self, emissions: Floats, starts: Ints, kind: str) -> Floats:
        """For each word of all sequences the probability that it is part of a name of this kind
        ("PERS"): forward-backward.
        """
        _, first, _, running = _by_length(starts)
        potentials = np.exp(emissions - emissions.max(1, keepdims=True))
        moves = np.exp(self.transitions)
        forward, backward = potentials.copy(), np.ones_like(potentials)
        for step in range(1, len(running)):
            at = first[: running[step]] + step
            part = forward[at - 1] @ moves * potentials[at]
            forward[at] = part / part.sum(1, keepdims=True)
        for step in range(len(running) - 1, 0, -1):
            at = first[: running[step]] + step
            part = (potentials[at] * backward[at]) @ moves.T
            backward[at - 1] = part / part.sum(1, keepdims=True)
        forward *= backward
        wanted = [label.endswith("-" + kind) for label in self.labels]
        return np.asarray(forward[:, wanted].sum(1) / forward.sum(1), np.float64)

    def best_paths(self, emissions: Floats, starts: Ints) -> list[NDArray[np.int8]]:
        """Viterbi over all sequences at once, the longest first, so that each step works on those
        that still run.
        """
        order, sorted_starts, sorted_lengths, running = _by_length(starts)
        lengths, longest = np.diff(starts), len(running)
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
            # Sequences that end at this step start from their best last label, which `current`
            # still holds.
            inside = sorted_lengths > step
            paths[inside, step] = current[inside]
            following = back[step, everyone, current]
            current = np.where(inside & (step > 0), following, current)
        result: list[NDArray[np.int8]] = [np.zeros(0, np.int8)] * len(order)
        for row, original in enumerate(order):
            result[original] = paths[row, : lengths[original]]
        return result


def _by_length(
    starts: Ints,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Sequences from the longest to the shortest: their numbers, starts, lengths; and how many
    still run at each step.
    """
    lengths = np.diff(starts).astype(np.int64)
    order = np.argsort(-lengths, kind="stable")
    falling = lengths[order]
    steps = np.arange(falling[0] if len(falling) else 0)
    running = np.searchsorted(-falling, -steps, side="left")
    return order, starts[:-1][order].astype(np.int64), falling, running


@cache
def load(name: str = "tagger.npz") -> Tagger:
    """The tagger of a weights file shipped in `reader/names`."""
    return Tagger(files("reader.names").joinpath(name).read_bytes())
