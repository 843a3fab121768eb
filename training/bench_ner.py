"""Strict span figures of the name finder on public sets beside peers, what its parts contribute,
and its speed beside python-crfsuite.

Run by `make bench-ner`: `python -m training.bench_ner DATA_DIR [--model FILE.npz] [--crfsuite FILE]
[--bulk DIR] [--retrain]`. Sets: the standard test part of ANERcorp (never trained on), AQMAR
(Wikipedia), a sample of Wojood. Two rows a set: the tagger alone, and for persons the reader with
its edges, beliefs and propagation over the text. Set texts have no articles' ends marked, so a
"text" is a run of 40 sentences. The rows of the ablation that need models of their own (trained on
ANERcorp alone, some 12 minutes) are trained with --retrain; without it the figures of the last such
run are printed, and marked so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from reader import names
from reader.document import Article, Document
from reader.names.features import spelling
from reader.names.runs import Span
from reader.names.spans import _tagged, believed, candidates, find_spans
from reader.names.tagger import Tagger
from reader.read import open_document
from reader.sentences import Sentence
from reader.text import Plain, Token, fold
from training.corpora import Sequence, conll, spans

RUN = 40
#: Published or measured for others on ANERcorp's standard test, persons / places / organisations
#: F1.
PEERS = (
    (
        "AraBERT fine-tuned (published; needs a model from a hub, a hundredth of the speed)",
        ".849 .902 .708",
    ),
    ("BiLSTM-CRF, 10 minutes of training (measured)", ".663 .858 .427"),
    ("spaCy blank with floret vectors (measured)", ".614 .822 .505"),
    ("plain CRF: words, affixes, clitics (measured)", ".596 .811 .484"),
)
#: Groups of attributes that each further model of the ablation has, and persons P, R, F1 of its
#: last --retrain.
MODELS = (
    ("words, affixes, clitics", ("lists", "clusters", "shares", "pairs"), (0.783, 0.476, 0.592)),
    ("+ lists of names, titles, places", ("clusters", "shares", "pairs"), (0.810, 0.554, 0.658)),
    ("+ word clusters", ("shares", "pairs"), (0.829, 0.614, 0.706)),
    ("+ pairs of classes, share of a word in names", (), (0.827, 0.628, 0.714)),
)
_WOJOOD = {"PERS": "PERS", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}
_AQMAR = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}


def document_of(sentences: list[list[str]]) -> Document:
    """A document whose tokens are exactly these words."""
    text, tokens, bounds = "", [], []
    for number, words in enumerate(sentences):
        start = len(text)
        for word in words:
            word = word.replace("ـ", "") or word
            tokens.append(Token(len(text), len(text) + len(word), word, fold(word)))
            text += word + " "
        bounds.append(Sentence(start, len(text) - 1, number))
        text = text[:-1] + "\n"
    plain = Plain.of(text)
    return Document(Article(0, False, None, text, []), plain, tokens, bounds)


def aqmar(folder: Path) -> list[Sequence]:
    """AQMAR articles: word and label, I- after B- of any type as printed."""
    result: list[Sequence] = []
    for path in sorted(folder.glob("*")):
        sentence: Sequence = []
        for line in path.read_text("utf-8").splitlines():
            cells = line.split()
            if len(cells) < 2:
                if sentence:
                    result.append(sentence)
                sentence = []
            else:
                mark, _, of = cells[1].partition("-")
                sentence.append((cells[0], f"{mark}-{_AQMAR[of]}" if of in _AQMAR else "O"))
        if sentence:
            result.append(sentence)
    return result


def wojood(path: Path) -> list[Sequence]:
    """Wojood's sample: the outermost label of our types."""
    result: list[Sequence] = [[]]
    for line in path.read_text("utf-8").splitlines():
        cells = line.split()
        if not cells:
            if result[-1]:
                result.append([])
            continue
        label = "O"
        for cell in cells[1:]:
            mark, _, of = cell.partition("-")
            if of in _WOJOOD:
                label = f"{mark}-{_WOJOOD[of]}"
                break
        result[-1].append((cells[0], label))
    return [s for s in result if s]


def measure(
    gold: list[Sequence], tagger: Tagger
) -> dict[str, dict[str, tuple[float, float, float]]]:
    """(precision, recall, F1) by system and type."""
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    counts: dict[str, Counter[str]] = {"tagger": Counter(), "reader": Counter()}
    for start in range(0, len(gold), RUN):
        part = gold[start : start + RUN]
        document = document_of([[w for w, _ in s] for s in part])
        names.tag([document])
        want = spans([label for s in part for _, label in [*s, ("", "O")]])
        offsets = [
            i + n
            for n, s in enumerate(part)
            for i in range(sum(map(len, part[:n])), sum(map(len, part[: n + 1])))
        ]
        labels = ["O"] * (sum(map(len, part)) + len(part))
        for at, label in zip(offsets, document.labels, strict=True):
            labels[at] = label
        got = spans(labels)
        ours = {
            (offsets[s.first], offsets[s.last - 1] + 1, "PERS") for s in find_spans(document)
        } | {s for s in got if s[2] != "PERS"}
        for system, found in (("tagger", got), ("reader", ours)):
            for kind in ("PERS", "LOC", "ORG"):
                mine, theirs = {s for s in found if s[2] == kind}, {s for s in want if s[2] == kind}
                counts[system][f"{kind} hit"] += len(mine & theirs)
                counts[system][f"{kind} got"] += len(mine)
                counts[system][f"{kind} want"] += len(theirs)
    result: dict[str, dict[str, tuple[float, float, float]]] = {}
    for system, count in counts.items():
        result[system] = {}
        for kind in ("PERS", "LOC", "ORG"):
            hit = count[f"{kind} hit"]
            p, r = hit / max(1, count[f"{kind} got"]), hit / max(1, count[f"{kind} want"])
            result[system][kind] = (p, r, 2 * p * r / (p + r) if hit else 0.0)
    return result


Figures = tuple[float, float, float]


def stages(gold: list[Sequence], tagger: Tagger) -> list[tuple[str, Figures]]:
    """Persons P, R, F1 as the reader's parts are added to the tagger, in the order in which they
    work.
    """
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    parts: dict[str, Callable[[Document], list[Span]]] = {
        "shipped mixture, tagger alone": _tagged,
        "+ less likely words, edges, clitics": candidates,
        "+ belief": believed,
        "+ propagation, things left out (the reader)": find_spans,
    }
    counts = {name: Counter[str]() for name in parts}
    for start in range(0, len(gold), RUN):
        sentences = gold[start : start + RUN]
        document = document_of([[w for w, _ in s] for s in sentences])
        names.tag([document])
        want: set[tuple[int, int]] = set()
        first = 0
        for sentence in sentences:
            found = spans([label for _, label in sentence])
            want |= {(a + first, b + first) for a, b, kind in found if kind == "PERS"}
            first += len(sentence)
        for name, part in parts.items():
            got = {(span.first, span.last) for span in part(document)}
            counts[name].update(hit=len(got & want), got=len(got), want=len(want))
    return [(name, _figures(c["hit"], c["got"], c["want"])) for name, c in counts.items()]


def _figures(hit: int, got: int, want: int) -> Figures:
    p, r = hit / max(1, got), hit / max(1, want)
    return p, r, 2 * p * r / (p + r) if hit else 0.0


def ablation(data: Path, gold: list[Sequence], tagger: Tagger, retrain: bool) -> None:
    """Prints what each part contributes to persons on ANERcorp's test."""
    print("\nablation, persons on ANERcorp's test          P     R     F1")
    with TemporaryDirectory() as folder:
        for number, (name, without, figures) in enumerate(MODELS):
            if retrain:
                out = Path(folder) / f"{number}.npz"
                train = data / "anercorp" / "camel_split_reconstructed_train.txt"
                command = [sys.executable, "-m", "training.train_tagger", str(out), str(train)]
                subprocess.run([*command, "--without", *without], check=True)
                figures = measure(gold, Tagger(out.read_bytes()))["tagger"]["PERS"]
            note = "" if retrain else "  (of the last --retrain)"
            print(f"{name:44} " + " ".join(f"{x:.3f}" for x in figures) + note)
    for name, figures in stages(gold, tagger):
        print(f"{name:44} " + " ".join(f"{x:.3f}" for x in figures))


def articles_of(bulk: Path, count: int = 90) -> list[list[str]]:
    """Sentences of real articles, the same number of each Parquet file."""
    import polars as pl

    sequences = []
    paths = sorted(bulk.glob("*.parquet"))
    for path in paths:
        frame = pl.read_parquet(path, columns=["text"])
        step = max(1, frame.height // max(1, count // len(paths)))
        for text in frame["text"].gather_every(step).to_list():
            document = open_document(Article(0, False, None, text or "", []))
            at = 0
            for sentence in document.sentences:
                words = []
                while at < len(document.tokens) and document.tokens[at].start < sentence.end:
                    words.append(spelling(document.tokens[at].text, document.tokens[at].fold))
                    at += 1
                if words:
                    sequences.append(words)
    return sequences


def speed(sequences: list[list[str]], model: Path | None, tagger: Tagger) -> None:
    """Articles of 400 words a second of CPU, on these sentences: python-crfsuite with feature
    strings, ours cold, ours warm.

    All start without any word of them known. The second row of python-crfsuite borrows our way: it
    keeps a word's attributes.
    """
    import pycrfsuite

    from training.train_tagger import export, features, forget

    articles = sum(map(len, sequences)) / 400
    rates = {}
    if model is not None:
        # The shipped weights are a mixture that crfsuite cannot load: both sides run the reference
        # model here.
        with TemporaryDirectory() as folder:
            export(model, Path(folder) / "reference.npz")
            tagger = Tagger((Path(folder) / "reference.npz").read_bytes())
        reference = pycrfsuite.Tagger()
        reference.open(str(model))
        for s in sequences[:20]:
            reference.tag(features(s))
        started = time.process_time()
        for s in sequences:
            forget()  # as its documentation has it: attributes made anew for every sentence
            reference.tag(features(s))
        rates["python-crfsuite"] = articles / (time.process_time() - started)
        forget()
        started = time.process_time()
        expected = [reference.tag(features(s)) for s in sequences]
        rates["the same, words kept"] = articles / (time.process_time() - started)
    tagger.tag(sequences[:20])  # the tables of words are read once
    tagger._forget()
    for state in ("numpy, first pass", "numpy, words known"):
        started = time.process_time()
        got = tagger.tag(sequences)
        rates[state] = articles / (time.process_time() - started)
    slowest = next(iter(rates.values()))
    for name, rate in rates.items():
        print(f"{name:24} {rate:10.0f} articles/s  {rate / slowest:6.1f} times")
    if model is not None:
        same = all(expected[i] == [tagger.labels[j] for j in path] for i, path in enumerate(got))
        print("labels identical:", same)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--crfsuite", type=Path)
    parser.add_argument("--bulk", type=Path, help="folder of Parquet files with real articles")
    parser.add_argument("--retrain", action="store_true", help="train the ablation's models")
    options = parser.parse_args()
    from reader.names.tagger import load

    tagger = Tagger(options.model.read_bytes()) if options.model else load()
    sets = {
        "ANERcorp test": conll(options.data / "anercorp" / "camel_split_reconstructed_test.txt"),
        "AQMAR": aqmar(options.data / "aqmar" / "articles"),
        "Wojood sample": [
            s
            for part in ("train", "val", "test")
            for s in wojood(options.data / "wojood_sample" / "data" / f"{part}.txt")
        ],
    }
    for name, gold in sets.items():
        for system, kinds in measure(gold, tagger).items():
            print(
                f"{name:14} {system:7} "
                + "  ".join(f"{k} P {p:.3f} R {r:.3f} F1 {f:.3f}" for k, (p, r, f) in kinds.items())
            )
    print("\npeers on ANERcorp's test, F1                                          PERS LOC  ORG")
    for peer, figures in PEERS:
        print(f"{peer:85} {figures}")
    ablation(options.data, sets["ANERcorp test"], tagger, options.retrain)
    texts = {
        "ANERcorp's test": [[spelling(w, fold(w)) for w, _ in s] for s in sets["ANERcorp test"]]
    }
    if options.bulk and options.bulk.is_dir():
        texts["articles of several outlets"] = articles_of(options.bulk)
    for name, sequences in texts.items():
        words = [word for sequence in sequences for word in sequence]
        print(f"\nspeed on {name}: {len(words)} words, {len(set(words))} different ones")
        speed(sequences, options.crfsuite, tagger)


if __name__ == "__main__":
    main()
