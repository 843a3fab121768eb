"""People named in an article: where, who is one with whom, as what, for which state.

`tag` scores the words of many documents at once; `find_people` then reads one document. Not here: who is one with whom over
articles (dbt), actors that are no people (`reader.actors`).
"""

from __future__ import annotations

from reader.document import Document
from reader.names.features import spelling
from reader.names.people import find_people
from reader.names.tagger import load

__all__ = ["find_people", "tag"]


def tag(documents: list[Document]) -> None:
    """Fills `Document.labels`: for every token the tagger's label (B-PERS, I-PERS, … or O)."""
    sequences: list[list[str]] = []
    places: list[tuple[Document, int]] = []
    for document in documents:
        document.labels = ["O"] * len(document.tokens)
        at, tokens = 0, document.tokens
        for sentence in document.sentences:
            first = at
            while at < len(tokens) and tokens[at].start < sentence.end:
                at += 1
            if at > first:
                sequences.append([spelling(token.text, token.fold) for token in tokens[first:at]])
                places.append((document, first))
    tagger = load()
    names = tagger.labels
    for (document, first), path in zip(places, tagger.tag(sequences), strict=True):
        for i in path.nonzero()[0] if names[0] == "O" else range(len(path)):
            document.labels[first + i] = names[path[i]]
