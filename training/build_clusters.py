"""Builds reader/names/clusters.tsv.gz: words of news, each with the numbers of two word clusters
and its frequency class.

Run by a developer: `python -m training.build_clusters BULK_DIR EXTRA.txt…` over Parquet files of
news (column `text`) and CoNLL files (training parts only). Words are grouped by their neighbours:
word2vec (gensim 4.4, CBOW, window 3), then k-means with fixed seeds. No sentence can be got back
from it.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

import numpy as np
import polars as pl
from gensim.models import Word2Vec  # type: ignore[import-not-found]
from numpy.typing import NDArray

from reader.text import key

OUT = Path(__file__).parents[1] / "reader" / "names" / "clusters.tsv.gz"
TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
LEAST, SIZES = 4, (128, 640)


def texts(bulk: Path, extra: list[Path]) -> list[list[str]]:
    """Token lists, folded, numbers made one."""
    result = []
    for path in sorted(bulk.glob("*.parquet")):
        result += [
            TOKEN.findall(key(text or ""))
            for text in pl.read_parquet(path, columns=["text"])["text"].unique(maintain_order=True)
        ]
    for path in extra:
        result.append(
            [
                t
                for line in path.read_text("utf-8").splitlines()
                if line.strip()
                for t in TOKEN.findall(key(line.split()[0]))
            ]
        )
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
    model = Word2Vec(
        corpus,
        vector_size=100,
        window=3,
        min_count=LEAST,
        sg=0,
        negative=8,
        sample=1e-4,
        epochs=6,
        workers=2,
        seed=7,
    )
    vocabulary: list[str] = model.wv.index_to_key
    counts = {w: model.wv.get_vecattr(w, "count") for w in vocabulary}
    points = model.wv.vectors.astype(np.float32)
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    groups = [kmeans(points, size) for size in SIZES]
    lines = [
        f"{w}\t{groups[0][i]}\t{groups[1][i]}\t{min(9, int(np.log10(counts[w]) * 2))}\n"
        for i, w in enumerate(vocabulary)
    ]
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write("".join(lines).encode())
    print(len(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]])
