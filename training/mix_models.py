"""Mixes tagger models by weighting their weights: `python -m training.mix_models OUT.npz SHARE
MODEL.npz SHARE MODEL.npz …`.

The shipped model is 0.3 of one trained on ANERcorp's training part alone (its guidelines are exact)
and 0.7 of one trained on that, gold, sentences labelled by hand and silver sentences of news (it
knows today's names). Scores are sums of weights, so a weighted sum of weights is a model whose
scores are the weighted sum of theirs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np


def mix(parts: list[tuple[float, Path]], out: Path) -> None:
    """Writes the mixture; all models must have the same labels."""
    labels: list[str] = []
    weights: dict[tuple[str, int], float] = defaultdict(float)
    transitions = np.zeros((0, 0))
    for share, path in parts:
        with np.load(path) as model:
            own: list[str] = model["labels"].tolist()
            names = model["attributes"].tobytes().decode().split("\n")
            if not labels:
                labels, transitions = own, np.zeros((len(own), len(own)))
            place = [labels.index(label) for label in own]
            for row, column, weight in zip(
                model["rows"].tolist(),
                model["columns"].tolist(),
                model["weights"].tolist(),
                strict=True,
            ):
                weights[names[row], place[column]] += share * weight
            transitions[np.ix_(place, place)] += share * model["transitions"]
    names = sorted({name for name, _ in weights})
    row_of = {name: row for row, name in enumerate(names)}
    items = sorted(weights.items())
    np.savez_compressed(
        out,
        labels=np.array(labels),
        attributes=np.frombuffer("\n".join(names).encode(), np.uint8),
        rows=np.array([row_of[name] for (name, _), _ in items], np.int32),
        columns=np.array([column for (_, column), _ in items], np.int8),
        weights=np.array([weight for _, weight in items]),
        transitions=transitions,
    )


if __name__ == "__main__":
    arguments = sys.argv[2:]
    mix(
        [(float(s), Path(m)) for s, m in zip(arguments[::2], arguments[1::2], strict=True)],
        Path(sys.argv[1]),
    )
