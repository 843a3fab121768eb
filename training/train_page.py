"""Learns the weights by which pages are cut: python -m training.train_page BULK [--write]

BULK is a folder of Parquet files with the columns `text` (paragraphs on lines of their own) and
`title`. Two tables come of it:

- `reader/lexicon/page_prose.tsv`: what tells a sentence of a report from a headline, by logistic
  regression of headlines against paragraphs. From 45% of the paragraphs the full stop is taken, and
  3% of the headlines get one, so that the mark alone decides nothing.
- `reader/lexicon/page_gaps.tsv`: whether the block of text after a gap carries the article on,
  begins another or is none, by multinomial logistic regression over pages that are put together
  from those articles and the furniture of `training.page_furniture`. On two pages of three a part
  of the furniture is made unknown to the reader, as if it stood there in other words.

Prints how well both hold on what was not fitted, and how pages in wording that was never fitted on
are cut. Not here: the features (`reader.page.lines`, `reader.page.gaps`). The tables hold no text
of the articles.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from reader.document import Page
from reader.page import cut, gaps, layout, neighbours
from reader.page.lines import WORD, prose_features, split_lines
from reader.page.roles import PROSE, TITLE, assign
from reader.page.topic import content
from reader.text import MARKS, fold
from training.page_furniture import FITTED, HELD_OUT, Story, make_page

LEXICON = Path(__file__).parents[1] / "reader" / "lexicon"
RIDGE = 1.5
UNKNOWN_SHARES = (0.0, 0.25, 0.6)  # of the furniture whose role is hidden, page by page
HIDEABLE = ("head", "source", "keywords", "closing", "furniture", "link", "byline", "section")

Array = np.ndarray[Any, Any]


def main() -> None:
    """Fits, reports, and writes on demand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulk", type=Path)
    parser.add_argument("--pages", type=int, default=6000)
    parser.add_argument("--write", action="store_true", help="replace the shipped tables")
    arguments = parser.parse_args()
    frames = [
        pl.read_parquet(path, columns=["text", "title"])
        for path in sorted(arguments.bulk.glob("*.parquet"))
    ]
    rows = [(text, title) for text, title in pl.concat(frames).iter_rows() if text and title]
    names, weights = fit_prose(rows)
    stories = as_stories(rows)
    gap_names, gaps = fit_gaps(stories, arguments.pages)
    for wording, name in ((FITTED, "fitted wording"), (HELD_OUT, "other wording")):
        print(f"pages in {name}: {measure(stories, wording)}")
    if arguments.write:
        write(
            "page_prose",
            ["weight"],
            names,
            weights[:, None],
            "a line above 0 reads like a sentence of a report",
        )
        write(
            "page_gaps",
            ["new", "drop"],
            gap_names,
            gaps,
            "log odds against carrying the article on",
        )


def fit_prose(rows: list[tuple[str, str]]) -> tuple[list[str], Array]:
    """Names and weights of the features that tell paragraphs from headlines."""
    rng = random.Random(1)
    paragraphs: list[str] = []
    for text, _ in rows:
        lines = [line.strip() for line in text.split("\n") if len(line.split()) >= 6]
        paragraphs += rng.sample(lines, min(2, len(lines)))
    headlines = [title for _, title in rows]
    rng.shuffle(paragraphs)
    rng.shuffle(headlines)
    size = min(len(paragraphs), len(headlines))
    texts = [p.rstrip(". ") if rng.random() < 0.45 else p for p in paragraphs[:size]]
    texts += [h + ("." if rng.random() < 0.03 else "") for h in headlines[:size]]
    features = [_prose(text) for text in texts]
    x = np.array([list(found.values()) for found in features])
    y = np.array([1] * size + [0] * size)
    weights = _fit(x, y, 2, "prose against headlines")
    return list(features[0]), weights[1] - weights[0]


def _prose(text: str) -> dict[str, float]:
    plain = MARKS.sub("", text).strip()
    folded = fold(plain)
    return prose_features(plain, folded, WORD.findall(folded))


def as_stories(rows: list[tuple[str, str]]) -> list[Story]:
    """Headline and paragraphs of articles fit to be put on pages."""
    rng = random.Random(1)
    stories: list[Story] = []
    for text, title in rng.sample(rows, min(len(rows), 4000)):
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        short = next(
            (n for n, line in enumerate(lines) if n and len(line.split()) <= 5), len(lines)
        )
        lines = list(dict.fromkeys(lines[:short]))
        if any("http" in line or "twitter" in line or len(line.split()) < 6 for line in lines):
            continue
        if sum(len(line.split()) for line in lines) >= 40:
            stories.append((title.strip(), lines))
    return stories


def fit_gaps(stories: list[Story], pages: int) -> tuple[list[str], Array]:
    """Names of the features of gaps; their weights for "new" and "drop" against "on", as
    columns.
    """
    rng = random.Random(99)
    x: list[list[float]] = []
    y: list[int] = []
    names: list[str] = []
    for _ in range(pages):
        for features, verdict in _verdicts(rng, stories):
            names = list(features)
            x.append(list(features.values()))
            y.append(verdict)
    weights = _fit(np.array(x), np.array(y), 3, "gaps")
    return names, np.stack([weights[1] - weights[0], weights[2] - weights[0]], axis=1)


def _verdicts(rng: random.Random, stories: list[Story]) -> list[tuple[dict[str, float], int]]:
    made = make_page(rng, stories, FITTED)
    lines = split_lines("\n".join(text for text, _ in made))
    of = [owner for text, owner in made if any(c.isalnum() for c in MARKS.sub("", text))]
    if len(of) != len(lines):
        return []
    share = rng.choice(UNKNOWN_SHARES)
    roles = [
        (PROSE if line.is_prose else TITLE)
        if role in HIDEABLE and not isinstance(owner, int) and rng.random() < share
        else role
        for line, role, owner in zip(lines, assign(lines), of, strict=True)
    ]
    neighbours.prepare(lines, roles)
    found: list[tuple[dict[str, float], int]] = []
    words: set[str] = set()
    current: object = None
    before = 0
    for start, end in layout.blocks_of(roles):
        owner = next((of[at] for at in range(start, end) if isinstance(of[at], int)), None)
        if current is not None:
            features, _, _ = gaps.evidence(lines, roles, before, start, end, words)
            found.append((features, 0 if owner == current else 2 if owner is None else 1))
        before = end
        if owner is None:
            continue
        if owner != current:
            current, words = owner, set()
        for at in range(start, end):
            words |= content(lines[at])
    return found


def _fit(x: Array, y: Array, classes: int, name: str) -> Array:
    """Multinomial logistic regression with a ridge, by Adam; prints how it does on a fifth that is
    held out.
    """
    order = np.random.default_rng(0).permutation(len(y))
    held, fitted = order[: len(y) // 5], order[len(y) // 5 :]
    weights = np.zeros((classes, x.shape[1]))
    target = np.eye(classes)[y]
    first = second = np.zeros_like(weights)
    for step in range(1, 3001):
        scores = x[fitted] @ weights.T
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = ((odds - target[fitted]).T @ x[fitted] + RIDGE * weights) / len(fitted)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        weights = weights - 0.03 * (first / (1 - 0.9**step)) / (
            np.sqrt(second / (1 - 0.99**step)) + 1e-8
        )
    right = ((x[held] @ weights.T).argmax(axis=1) == y[held]).mean()
    print(f"{name}: {len(y)} cases, {right:.1%} of those held out right")
    return weights


def measure(stories: list[Story], wording: dict[str, Any], pages: int = 400) -> str:
    """How well made pages are cut: articles found (F1 by half of their lines), their lines (F1),
    their headlines.
    """
    rng = random.Random(5)
    hits = missed = spurious = titled = 0
    shares: list[float] = []
    for _ in range(pages):
        made = make_page(rng, stories, wording)
        articles = cut(Page("page", "\n".join(text for text, _ in made)))
        bodies = [set(article.body.split("\n")) for article in articles]
        owners = sorted({owner for _, owner in made if isinstance(owner, int)})
        free = list(range(len(articles)))
        for owner in owners:
            wanted = {text.strip() for text, of in made if of == owner}
            best = max(free, key=lambda n: _f1(bodies[n], wanted), default=None)
            if best is None or _f1(bodies[best], wanted) < 0.5:
                missed += 1
                shares.append(0.0)
                continue
            free.remove(best)
            hits += 1
            shares.append(_f1(bodies[best], wanted))
            headline = next((text for text, of in made if of == f"headline {owner}"), None)
            titled += articles[best].headline == headline
        spurious += len(free)
    f1 = 2 * hits / max(1, 2 * hits + missed + spurious)
    return f"articles F1 {f1:.3f}, lines F1 {sum(shares) / len(shares):.3f}, headlines {titled / max(1, hits):.3f}"


def _f1(got: set[str], wanted: set[str]) -> float:
    return 2 * len(got & wanted) / max(1, len(got) + len(wanted))


def write(name: str, columns: list[str], features: list[str], weights: Array, meaning: str) -> None:
    """Replaces a table of weights in the reader's lexicon."""
    number: Callable[[float], str] = "{:.2f}".format
    lines = [
        f"# Weights of features of pages ({meaning}), learned by training/train_page.py; holds no text of any article.",
        "\t".join(["feature", *columns]),
        *(
            "\t".join([feature, *map(number, row)])
            for feature, row in zip(features, weights, strict=True)
        ),
    ]
    (LEXICON / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
