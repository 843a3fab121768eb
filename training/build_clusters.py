"""Builds reader/names/clusters.tsv.gz: words of news, each with the numbers of two word clusters and its frequency class.

Run by a developer: `python -m training.build_clusters BULK_DIR EXTRA.txt…` over Parquet files of news (column `text`) and
CoNLL files (training parts only). Words are grouped by their neighbours: log-likelihood-weighted counts of the 1,500 most frequent
words directly before and after, reduced by a truncated SVD, then k-means with fixed seeds. No sentence can be got back from it.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from reader.text import key

OUT = Path(__file__).parents[1] / "reader" / "names" / "clusters.tsv.gz"
TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
CONTEXTS, DIMENSIONS, LEAST, SIZES = 1500, 80, 4, (128, 640)


def texts(bulk: Path, extra: list[Path]) -> list[list[str]]:
    """Token lists, folded, numbers made one."""
    result = []
    for path in sorted(bulk.glob("*.parquet")):
        result += [TOKEN.findall(key(text or "")) for text in pl.read_parquet(path, columns=["text"])["text"].unique(maintain_order=True)]
    for path in extra:
        result.append([t for line in path.read_text("utf-8").splitlines() if line.strip() for t in TOKEN.findall(key(line.split()[0]))])
    return [["0" if t.isdigit() else t for t in words] for words in result]


def kmeans(points: NDArray[np.float32], count: int, rounds: int = 25) -> NDArray[np.int64]:
    """Plain k-means on unit vectors; the same points give the same groups."""
    rng = np.random.default_rng(7)
    centres = points[rng.choice(len(points) // 4, count, replace=False)]
    nearest = np.zeros(len(points), np.int64)
    for _ in range(rounds):
        for start in range(0, len(points), 8192):
            nearest[start : start + 8192] = (points[start : start + 8192] @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return nearest


def main(bulk: Path, extra: list[Path]) -> None:
    """Writes the table, most frequent words first."""
    corpus = texts(bulk, extra)
    counts: Counter[str] = Counter()
    for words in corpus:
        counts.update(words)
    vocabulary = [w for w, n in counts.most_common() if n >= LEAST]
    index = {w: i for i, w in enumerate(vocabulary)}
    pairs: Counter[int] = Counter()
    width = 2 * CONTEXTS
    for words in corpus:
        ids = np.array([index.get(w, -1) for w in words], np.int64)
        left, right = ids[:-1], ids[1:]
        ok = (left >= 0) & (right >= 0) & (right < CONTEXTS)
        pairs.update((left[ok] * width + right[ok]).tolist())
        ok = (left >= 0) & (right >= 0) & (left < CONTEXTS)
        pairs.update((right[ok] * width + CONTEXTS + left[ok]).tolist())
    cells = np.fromiter(pairs.keys(), np.int64, len(pairs))
    values = np.fromiter(pairs.values(), np.float64, len(pairs))
    rows, columns = cells // width, cells % width
    of_row, of_column = np.bincount(rows, values, len(vocabulary)), np.bincount(columns, values, width)
    pmi = np.log(values * values.sum() / (of_row[rows] * np.maximum(of_column[columns], 1) ** 0.75 / of_column.sum() ** -0.25 * 1.0))
    keep = pmi > 0
    matrix = csr_matrix((np.sqrt(pmi[keep]) * np.log1p(values[keep]) ** 0.5, (rows[keep], columns[keep])), (len(vocabulary), width))
    u, s, _ = svds(matrix, DIMENSIONS, v0=np.ones(min(matrix.shape)))
    points = (u * np.sqrt(s)).astype(np.float32)
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    groups = [kmeans(points, size) for size in SIZES]
    lines = [f"{w}\t{groups[0][i]}\t{groups[1][i]}\t{min(9, int(np.log10(counts[w]) * 2))}\n" for i, w in enumerate(vocabulary)]
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write("".join(lines).encode())
    print(len(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]])
