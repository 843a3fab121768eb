"""Makes training sentences out of unlabelled news: what the first tagger and the reader's rules find, made consistent over all articles.

Run by a developer: `python -m training.make_silver FIRST_MODEL.npz BULK_DIR OUT.jsonl`. A name of two or more words that was found in
several places is a name wherever it stands; so is a word that is nearly always (part of) a person's name. Titles with a
nationality lead to names that the first tagger missed ("وزير الخارجية الكيني ألفريد موتوا"). The sentences stay with the developer; the
project ships weights only.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

from reader import names, places
from reader.document import Article, Document
from reader.names.features import clusters, name_parts, title_words
from reader.names.roles import _words as role_words
from reader.names.spans import Span, compounds, find_spans
from reader.names.tagger import Tagger
from reader.read import open_document

SENTENCES, SEED = 9_000, 11
SHARES = Path(__file__).parents[1] / "reader" / "names" / "shares.tsv.gz"


def documents(bulk: Path, limit: int | None = None) -> list[Document]:
    """Every article of the news, opened, near copies by first words left out."""
    found: dict[str, Document] = {}
    for path in sorted(bulk.glob("*.parquet")):
        texts = pl.read_parquet(path, columns=["text"])["text"].to_list()
        for text in texts[:limit]:
            if text:
                found.setdefault(text[:80], open_document(Article(0, False, None, text, [])))
    return list(found.values())


def framed(document: Document, taken: list[bool]) -> list[Span]:
    """Runs of unknown words right after "title … nationality": names that the tagger missed."""
    tokens, labels = document.tokens, document.labels
    stops = role_words("stop")
    spans = []
    for at in range(1, len(tokens) - 3):
        if taken[at + 1] or not places.country_of_adjective(tokens[at].fold) or not tokens[at].fold.startswith("ال") or tokens[at].fold.endswith(("ين", "ون", "ات")):
            continue
        window = [t.fold for t in tokens[max(0, at - 4) : at]]
        if not any(title_words().get(w, "").rstrip("+") in ("head", "job", "rank") for w in window):
            continue
        last = at + 1
        while last < min(at + 5, len(tokens)) and not taken[last] and labels[last] in ("O", "B-PERS", "I-PERS", "B-LOC"):
            word = tokens[last].fold
            group = clusters().get(word)
            listed = sum(name_parts().get(word, (0, 0, 0)))
            if not tokens[last].is_arabic or word in stops or word in title_words() or places.country_of(word):
                break
            if word.startswith("ال") and not listed or (group is not None and int(group[2]) >= 5 and listed < 20):
                break
            last += 1
        if last - at - 1 >= 2:
            spans.append(Span(at + 1, last, 0, "frame"))
    return spans


def main(model: Path, bulk: Path, out: Path, limit: int | None = None) -> None:
    """Writes one sentence a line: JSON list of [word, label]."""
    tagger = Tagger(model.read_bytes())
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    corpus = documents(bulk, limit)
    found: list[list[Span]] = []
    full: Counter[tuple[str, ...]] = Counter()
    total: Counter[str] = Counter()
    for start in range(0, len(corpus), 200):
        names.tag(corpus[start : start + 200])
    for document in corpus:
        spans = find_spans(document)
        taken = [False] * len(document.tokens)
        for span in spans:
            for at in range(span.first, span.last):
                taken[at] = True
        spans += framed(document, taken)
        found.append(spans)
        total.update(t.fold for t in document.tokens)
        for span in spans:
            words = tuple(span.words(document.tokens))
            if len(words) > 1:
                full[words] += 1
    known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words, count in full.items():
        if count >= 3 and len(words) <= 5 and all(len(w) > 1 for w in words):
            known[words[0]].append(words)
    person: Counter[str] = Counter()
    for document, spans in zip(corpus, found, strict=True):
        _match(document, spans, known)
        for span in spans:
            person.update(span.words(document.tokens))
    surnames = {words[-1] for words, count in full.items() if count >= 3 and words[-2] not in compounds()}
    lone = {w for w in surnames if total[w] >= 8 and person[w] / total[w] >= 0.55 and len(w) > 3 and not places.country_of_place(w)}
    print(len(corpus), "articles", sum(map(len, found)), "spans", len(known), "first words", len(lone), "lone surnames", file=sys.stderr)
    rng = random.Random(SEED)
    sentences: list[list[tuple[str, str]]] = []
    for document, spans in zip(corpus, found, strict=True):
        taken = [False] * len(document.tokens)
        for span in spans:
            for at in range(span.first, span.last):
                taken[at] = True
        for at, token in enumerate(document.tokens):
            if taken[at]:
                continue
            for cut in (0, 1):
                if token.fold[cut:] in lone and (cut == 0 or token.fold[0] in "ولبف"):
                    spans.append(Span(at, at + 1, cut))
                    break
        sentences += [s for s in _sentences(document, spans) if len(s) <= 90 and (any(label.endswith("PERS") for _, label in s) or rng.random() < 0.12)]
    rng.shuffle(sentences)
    with out.open("w", encoding="utf-8") as file:
        for sentence in sentences[:SENTENCES]:
            file.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    shares = [(w, min(9, 10 * n // total[w])) for w, n in person.items() if n >= 3 and total[w] >= 5 and 10 * n >= total[w]]
    with gzip.GzipFile(SHARES, "wb", mtime=0) as packed:
        packed.write("".join(f"{w}\t{share}\n" for w, share in sorted(shares)).encode())
    Path(str(out) + ".names").write_text(
        "".join(f"{' '.join(w)}\t{c}\n" for w, c in full.most_common() if c >= 2) + "".join(f"{w}\t{person[w]}\t{total[w]}\n" for w in sorted(lone)), "utf-8"
    )


def _match(document: Document, spans: list[Span], known: dict[str, list[tuple[str, ...]]]) -> None:
    tokens = document.tokens
    taken: dict[int, Span] = {at: span for span in spans for at in range(span.first, span.last)}
    for at, token in enumerate(tokens):
        for cut in (0, 1):
            if cut and token.fold[0] not in "وفبل":
                continue
            fits = [w for w in known.get(token.fold[cut:], ()) if at + len(w) <= len(tokens) and all(tokens[at + i].fold == w[i] for i in range(1, len(w)))]
            if not fits:
                continue
            best = max(fits, key=len)
            inside = {id(taken[i]): taken[i] for i in range(at, at + len(best)) if i in taken}
            if any(s.first < at or s.last > at + len(best) or s.last - s.first >= len(best) for s in inside.values()):
                continue
            for span in inside.values():
                spans.remove(span)
            new = Span(at, at + len(best), cut)
            spans.append(new)
            taken.update(dict.fromkeys(range(at, at + len(best)), new))
            break


def _sentences(document: Document, spans: list[Span]) -> list[list[tuple[str, str]]]:
    tokens = document.tokens
    labels = ["O" if label.endswith("PERS") else label for label in document.labels]
    for span in spans:
        labels[span.first] = "B-PERS"
        for at in range(span.first + 1, span.last):
            labels[at] = "I-PERS"
    for at in range(len(labels)):
        if labels[at].startswith("I-") and (at == 0 or labels[at - 1][2:] != labels[at][2:]):
            labels[at] = "B-" + labels[at][2:]
    result, at = [], 0
    for sentence in document.sentences:
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        if at > first:
            result.append([(tokens[i].text, labels[i]) for i in range(first, at)])
    return result


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
