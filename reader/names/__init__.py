"""People named in an article: where, who is one with whom, as what, for which state.

`tag` scores the words of many documents at once; `find_people` then reads one document. Not here:
who is one with whom over articles (dbt), actors that are no people (`reader.actors`).
"""

from __future__ import annotations

from reader.document import Document
from reader.names.features import spelling
from reader.names.people import find_people
from reader.names.tagger import load

__all__ = ["find_people", "tag"]


def tag(documents: list[Document]) -> None:
    """Fills `Document.labels` and `Document.chances`: for every token the tagger's label (B-PERS,
    I-PERS, … or O), and the probability that it is part of a person's name."""
    sequences: list[list[str]] = []
    places: list[tuple[Document, int]] = []
    for document in documents:
        document.labels = ["O"] * len(document.tokens)
        document.chances = [0.0] * len(document.tokens)
        at, tokens = 0, document.tokens
        for sentence in document.sentences:
            first = at
            while at < len(tokens) and tokens[at].start < sentence.end:
                at += 1
            if at > first:
                sequences.append([spelling(token.text, token.fold) for token in tokens[first:at]])
                places.append((document, first))
    if not sequences:
        return
    tagger = load()
    emissions, starts = tagger.scores(sequences)
    chances = tagger.chances(emissions, starts, "PERS").tolist()
    paths = tagger.best_paths(emissions, starts)
    for (document, first), path, start in zip(places, paths, starts.tolist(), strict=False):
        document.chances[first : first + len(path)] = chances[start : start + len(path)]
        for at in path.nonzero()[0].tolist():  # label 0 is O
            document.labels[first + at] = tagger.labels[path[at]]
