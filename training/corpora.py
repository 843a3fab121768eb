"""Reads labelled corpora of names into sequences of (printed word, label), labels B-/I-/O.

Here: file formats, the split of running text into sentences. Not here: features, training.
"""

from __future__ import annotations

from pathlib import Path

Sequence = list[tuple[str, str]]


def conll(path: Path) -> list[Sequence]:
    """Sentences of a file of `word label` lines, blank lines between them; a word's first label
    counts.
    """
    sentences: list[Sequence] = [[]]
    for line in path.read_text("utf-8").splitlines():
        cells = line.split()
        if len(cells) >= 2:
            sentences[-1].append((cells[0], cells[1]))
        elif sentences[-1]:
            sentences.append([])
    return [s for s in sentences if s]


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """(first, last + 1, type) of every entity; an I- without its B- opens one, as conlleval
    counts.
    """
    found: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        mark, _, of = label.partition("-")
        if kind and (mark != "I" or of != kind):
            found.add((start, at, kind))
            kind = ""
        if mark == "B" or (mark == "I" and not kind):
            start, kind = at, of
    return found
