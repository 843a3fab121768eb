"""Sentences as the tagger is trained on them. Not here: which names stand in them."""

from __future__ import annotations

from reader.document import Document
from reader.names.runs import Span

#: Words of a sentence with their labels.
Labelled = list[tuple[str, str]]


def labelled_sentences(
    document: Document,
    spans: list[Span],
    unsure: set[int] | frozenset[int] = frozenset(),
) -> list[Labelled]:
    """The sentences of an article as training data: persons are the spans, places and organisations
    what the tagger has said. Sentences with a token of `unsure` are left out.
    """
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
        while at < len(tokens) and tokens[at].start < sentence.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        if at > first and not unsure.intersection(range(first, at)):
            result.append([(tokens[i].text, labels[i]) for i in range(first, at)])
    return result
