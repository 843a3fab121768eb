"""Trains the name tagger's weights with python-crfsuite and writes them in the form that
`reader.names.tagger` loads.

Run by a developer: `python -m training.train_tagger OUT.npz TRAIN.conll… [--silver FILE.jsonl] …`.
Not part of Rasad at run time.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import pycrfsuite

from reader.names.features import (
    EDGE,
    OFFSETS,
    attributes,
    far_attributes,
    near_attributes,
    spelling,
    word_class,
)
from reader.text import key
from training.corpora import Sequence, conll

_ATTRIBUTES: dict[tuple[int, str], list[str]] = {}


def of_offset(offset: int, word: str) -> list[str]:
    """Marked attributes of a folded word that stands at this offset."""
    cached = _ATTRIBUTES.get((offset, word))
    if cached is None:
        maker = (
            attributes if offset == 0 else near_attributes if abs(offset) == 1 else far_attributes
        )
        cached = _ATTRIBUTES[offset, word] = [m for a in maker(word) if _kept(m := f"{offset}:{a}")]
    return cached


def forget() -> None:
    """Drops the attributes kept per word, so that a clock sees all the work."""
    _ATTRIBUTES.clear()


#: Groups of attributes that `--without` leaves out, for the ablation in docs/names.md: their
#: beginnings after any clitic.
GROUPS = {
    "lists": ("l=", "lg=", "ls=", "lo=", "p=", "t="),
    "clusters": ("c=", "C=", "f=", "al+c=", "stem known"),
    "shares": ("q=",),
}
LEFT_OUT: set[str] = set()


def _kept(attribute: str) -> bool:
    """Whether a marked attribute belongs to no group that is left out."""
    name = attribute.partition(":")[2]
    bare = name.partition("+")[2] if "+" in name and not name.startswith("al+") else name
    return not any(bare.startswith(start) for group in LEFT_OUT for start in GROUPS.get(group, ()))


def features(words: list[str]) -> list[list[str]]:
    """Feature strings of every position of a sequence of folded words: the reference for the numpy
    tagger.
    """
    padded = [EDGE, EDGE, *words, EDGE, EDGE]
    classes = [word_class(w) for w in padded]
    rows = []
    for at in range(2, len(padded) - 2):
        row = [a for offset in OFFSETS for a in of_offset(offset, padded[at + offset])]
        if "pairs" not in LEFT_OUT:
            row.append(f"P{classes[at - 1]}|{classes[at]}")
            row.append(f"N{classes[at]}|{classes[at + 1]}")
        rows.append(row)
    return rows


def export(model: Path, out: Path) -> None:
    """Turns a crfsuite model into the tagger's arrays: attribute rows, their labels and weights,
    transitions.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    labels = sorted(info.labels, key=lambda label: (label != "O", label))
    number = {label: i for i, label in enumerate(labels)}
    names = sorted({a for a, _ in info.state_features})
    row = {a: i for i, a in enumerate(names)}
    items = sorted(info.state_features.items())
    transitions = np.zeros((len(labels), len(labels)))
    for (a, b), weight in info.transitions.items():
        transitions[number[a], number[b]] = weight
    np.savez_compressed(
        out,
        labels=np.array(labels),
        attributes=np.frombuffer("\n".join(names).encode(), np.uint8),
        rows=np.array([row[a] for (a, _), _ in items], np.int32),
        columns=np.array([number[label] for (_, label), _ in items], np.int8),
        weights=np.array([w for _, w in items], np.float64),
        transitions=transitions,
    )


def main() -> None:
    """Trains and writes the model; crfsuite's own model file stays beside it with the suffix
    .crfsuite.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("conll", type=Path, nargs="*")
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=0.02)
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--without", nargs="*", default=[], choices=[*GROUPS, "pairs"])
    options = parser.parse_args()
    LEFT_OUT.update(options.without)
    sequences: list[Sequence] = [s for path in options.conll for s in conll(path)]
    for path in options.silver:
        with path.open(encoding="utf-8") as lines:
            sequences += [[(w, label) for w, label in json.loads(line)] for line in lines]
    trainer = pycrfsuite.Trainer(verbose=False)
    for sequence in sequences:
        words = [spelling(word, key(word) or word) for word, _ in sequence]
        trainer.append(features(words), [label for _, label in sequence])
    trainer.set_params(
        {
            "c1": options.c1,
            "c2": options.c2,
            "max_iterations": options.rounds,
            "feature.possible_transitions": True,
        }
    )
    model = options.out.with_suffix(".crfsuite")
    trainer.train(str(model))
    export(model, options.out)


if __name__ == "__main__":
    main()
