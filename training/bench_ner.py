"""Strict span figures of the name finder on public sets, and its speed beside python-crfsuite's own tagger.

Run by `make bench-ner`: `python -m training.bench_ner DATA_DIR [--model FILE.npz] [--crfsuite FILE]`. Sets: the standard test part of
ANERcorp (never trained on), AQMAR (Wikipedia), a sample of Wojood. Two rows a set: the tagger alone, and for persons all of
the reader's rules on spans, propagation over the text with them. Set texts have no articles' ends marked, so a "text" is a
run of 40 sentences.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from reader import names
from reader.document import Article, Document
from reader.names.features import spelling
from reader.names.spans import find_spans
from reader.names.tagger import Tagger
from reader.sentences import Sentence
from reader.text import Plain, Token, fold
from training.corpora import Sequence, conll, spans

RUN = 40
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


def speed(gold: list[Sequence], model: Path | None, tagger: Tagger) -> None:
    """Articles of 400 words a second, on these sentences: python-crfsuite with feature strings, ours cold, ours warm."""
    import pycrfsuite

    from training.train_tagger import export, features

    sequences = [[spelling(w, fold(w)) for w, _ in s] for s in gold]
    articles = sum(map(len, sequences)) / 400
    rates = {}
    if model is not None:
        # The shipped weights are a mixture that crfsuite cannot load: both sides run the reference model here.
        with TemporaryDirectory() as folder:
            export(model, Path(folder) / "reference.npz")
            tagger = Tagger((Path(folder) / "reference.npz").read_bytes())
        reference = pycrfsuite.Tagger()
        reference.open(str(model))
        for s in sequences[:20]:
            features(s)
        started = time.perf_counter()
        expected = [reference.tag(features(s)) for s in sequences]
        rates["python-crfsuite"] = articles / (time.perf_counter() - started)
    tagger._forget()
    for state in ("numpy, first pass", "numpy, words known"):
        started = time.perf_counter()
        got = tagger.tag(sequences)
        rates[state] = articles / (time.perf_counter() - started)
    for name, rate in rates.items():
        print(f"{name:24} {rate:10.0f} articles/s")
    if model is not None:
        same = all(expected[i] == [tagger.labels[j] for j in path] for i, path in enumerate(got))
        print("labels identical:", same)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--crfsuite", type=Path)
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
    speed(sets["ANERcorp test"], options.crfsuite, tagger)


if __name__ == "__main__":
    main()
