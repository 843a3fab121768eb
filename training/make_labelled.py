"""Turns hand-labelled stretches of news (`training/labels/people_*.tsv`: offsets, no text) into
training sentences.

Run by a developer: `python -m training.make_labelled MODEL.npz BULK_DIR LABELS.tsv OUT.jsonl`, with
the Parquet files that the offsets are into. Places and organisations, which the labels leave open,
are labelled by the model. Texts stay with the developer.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import polars as pl

from reader import names
from reader.document import Article, Document
from reader.names.runs import Span
from reader.names.tagger import Tagger
from reader.read import open_document
from training.sentences import labelled_sentences

Stretch = tuple[str, int, int, list[tuple[int, int]]]


def stretches(path: Path) -> list[Stretch]:
    """Article id, bounds and names of each labelled stretch of a file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(("#", "article\t")):
            continue
        article, start, end, spans = [*line.split("\t"), ""][:4]
        pairs = (span.split("-") for span in spans.split())
        found.append((article, int(start), int(end), [(int(a), int(b)) for a, b in pairs]))
    return found


def texts_of(bulk: Path, ids: set[str]) -> dict[str, str]:
    """The texts of these articles."""
    texts: dict[str, str] = {}
    for path in sorted(bulk.glob("*.parquet")):
        frame = pl.read_parquet(path, columns=["id", "text"]).filter(pl.col("id").is_in(list(ids)))
        texts.update(frame.iter_rows())
    return texts


def spans_of(document: Document, labelled: list[tuple[int, int]]) -> list[Span]:
    """The labelled names as spans of tokens."""
    found = []
    for start, end in labelled:
        inside = [
            at
            for at, token in enumerate(document.tokens)
            if _source(document, token.end - 1) >= start and _source(document, token.start) < end
        ]
        if inside:
            cut = start - _source(document, document.tokens[inside[0]].start)
            found.append(Span(inside[0], inside[-1] + 1, max(0, cut)))
    return found


def _source(document: Document, at: int) -> int:
    return document.plain.to_source(at, at + 1)[0]


def main(model: Path, bulk: Path, labels: Path, out: Path) -> None:
    """Writes one sentence a line: JSON list of [word, label]."""
    tagger = Tagger(model.read_bytes())
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    wanted = stretches(labels)
    texts = texts_of(bulk, {article for article, *_ in wanted})
    with out.open("w", encoding="utf-8") as file:
        for article, start, end, labelled in wanted:
            document = open_document(Article(0, False, None, texts[article], []))
            names.tag([document])
            document.sentences = [
                s
                for s in document.sentences
                if _source(document, s.start) >= start - 1
                and _source(document, s.end - 1) < end + 1
            ]
            spans = spans_of(document, labelled)
            for sentence in labelled_sentences(document, spans):
                file.write(json.dumps(sentence, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
