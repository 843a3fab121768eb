"""The numpy scorer gives what python-crfsuite gives with the same weights."""

from __future__ import annotations

import itertools
import math
import random
from pathlib import Path

import pycrfsuite
import pytest

from reader.names.tagger import Tagger, load
from training.train_tagger import export, features

WORDS = [
    "قال",
    "الرئيس",
    "الروسي",
    "فلاديمير",
    "بوتين",
    "إن",
    "وزير",
    "الخارجية",
    "سيرغي",
    "لافروف",
    "زار",
    "القاهرة",
    "والتقى",
    "نظيره",
    "المصري",
    "بدر",
    "عبد",
    "العاطي",
    "في",
    "قصر",
    "،",
    ".",
    "و",
    "12",
    "CNN",
    "حزب",
    "جامعة",
    "الدول",
    "العربية",
    "محمد",
    "علي",
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model, trained on random sentences with labels that depend on the words."""
    rng = random.Random(5)
    trainer = pycrfsuite.Trainer(verbose=False)
    for _ in range(150):
        words = rng.choices(WORDS, k=rng.randint(1, 25))
        labels = [
            "B-PERS"
            if w in ("فلاديمير", "سيرغي", "محمد")
            else "I-PERS"
            if w in ("بوتين", "علي")
            else "B-LOC"
            if rng.random() < 0.1
            else "O"
            for w in words
        ]
        trainer.append(features(words), labels)
    trainer.set_params(
        {"c1": 0.01, "c2": 0.01, "max_iterations": 25, "feature.possible_transitions": True}
    )
    path = tmp_path_factory.mktemp("crf") / "model.crfsuite"
    trainer.train(str(path))
    export(path, path.with_suffix(".npz"))
    return path


def test_labels_are_those_of_the_reference_tagger(model: Path) -> None:
    reference = pycrfsuite.Tagger()
    reference.open(str(model))
    ours = Tagger(model.with_suffix(".npz").read_bytes())
    rng = random.Random(6)
    sequences = [
        rng.choices([*WORDS, "كلمةجديدة", "وبوتين", "|", ":"], k=rng.randint(1, 60))
        for _ in range(300)
    ]
    expected = [reference.tag(features(s)) for s in sequences]
    assert {label for labels in expected for label in labels} >= {"O", "B-PERS", "I-PERS"}
    assert [[ours.labels[i] for i in path] for path in ours.tag(sequences)] == expected


def test_a_batch_gives_what_single_sequences_give() -> None:
    tagger = load()
    rng = random.Random(7)
    sequences = [rng.choices(WORDS, k=rng.randint(1, 40)) for _ in range(50)]
    together = [path.tolist() for path in tagger.tag(sequences)]
    assert together == [tagger.tag([s])[0].tolist() for s in sequences]


def test_no_sequences_give_no_labels() -> None:
    assert load().tag([]) == []


def test_chances_are_those_of_all_paths_together(model: Path) -> None:
    tagger = Tagger(model.with_suffix(".npz").read_bytes())
    sequences = [
        ["قال", "فلاديمير", "بوتين"],
        ["محمد", "علي"],
        ["زار", "القاهرة", "كلمةجديدة", "محمد"],
    ]
    emissions, starts = tagger.scores(sequences)
    expected = []
    for first, words in zip(starts.tolist(), sequences, strict=False):
        total, of_person = 0.0, [0.0] * len(words)
        for path in itertools.product(range(len(tagger.labels)), repeat=len(words)):
            score = sum(emissions[first + i, label] for i, label in enumerate(path))
            score += sum(tagger.transitions[a, b] for a, b in itertools.pairwise(path))
            total += math.exp(score)
            for i, label in enumerate(path):
                if tagger.labels[label].endswith("-PERS"):
                    of_person[i] += math.exp(score)
        expected += [x / total for x in of_person]
    assert tagger.chances(emissions, starts, "PERS").tolist() == pytest.approx(expected)
