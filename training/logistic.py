"""Ridge-penalised logistic regression: the one fit behind the reader's calibrated tables.

Here: weights from examples, the probability that weights give, the table in which they ship. Not
here: what the features mean and where the examples come from (`training.calibrate_names`,
`training.calibrate_statements`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

Example = tuple[dict[str, float], bool]
BIAS = "bias"


def fit(data: Sequence[Example], *, ridge: float, least_seen: int) -> dict[str, float]:
    """Weights in log odds, by Newton's method. `bias`, a feature of every example, is not
    penalised; what is seen less often gets none.
    """
    counts = Counter(name for features, _ in data for name in features)
    vocabulary = sorted(name for name, count in counts.items() if count >= least_seen)
    index = {name: i for i, name in enumerate(vocabulary)}
    x = np.zeros((len(data), len(vocabulary)))
    for row, (features, _) in enumerate(data):
        for name, value in features.items():
            if name in index:
                x[row, index[name]] = value
    y = np.array([float(right) for _, right in data])
    penalty = np.full(len(vocabulary), ridge)
    penalty[index[BIAS]] = 1e-6
    w = np.zeros(len(vocabulary))
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-(x @ w)))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return {name: float(w[i]) for name, i in index.items()}


def probability(weights: dict[str, float], features: dict[str, float]) -> float:
    """What the weights foretell."""
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-score))


def tell(weights: dict[str, float]) -> None:
    """Prints the weights, from what speaks most against to what speaks most for."""
    for name, weight in sorted(weights.items(), key=lambda item: item[1]):
        print(f"{weight:+.2f}  {name}")


def write_table(path: Path, weights: dict[str, float], *comments: str) -> None:
    """Replaces a shipped table of weights, its comments first."""
    lines = [
        *(f"# {comment}" for comment in comments),
        "feature\tweight",
        *(f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items())),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
