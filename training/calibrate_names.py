"""Fits how much the reader believes a name: python -m training.calibrate_names BULK_DIR
LABELS[=MODEL.npz] … [--write]

Labels are stretches of news labelled by hand (`training/labels/people_*.tsv`: offsets into the
Parquet files in BULK_DIR), or folders of annotated articles (SHARED/gold/train, whose texts are in
SHARED/train). For each the reader finds candidates, with the shipped model or with one that was not
trained on these labels; a logistic regression from the features of `reader.names.belief` to "is
exactly a labelled name" is fitted. Candidates that overlap a name without being one are left out:
where a name ends is not what is asked. Prints how well five folds by article foretell one another.
With --write it replaces `reader/lexicon/name_belief.tsv`.

Not here: the features (`reader.names.belief`), the candidates (`reader.names.spans`).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from zlib import crc32

from reader import names
from reader.document import Article, Document
from reader.names.belief import Beliefs
from reader.names.runs import Span
from reader.names.spans import LEAST, candidates
from reader.names.tagger import Tagger, load
from reader.read import open_document
from training.logistic import Example, fit, probability, tell, write_table
from training.make_gold import labelled
from training.make_labelled import spans_of, stretches, texts_of

TABLE = Path(__file__).parents[1] / "reader" / "lexicon" / "name_belief.tsv"
FOLDS = 5
RIDGE = 1.0  # strength of the prior that a feature says nothing
LEAST_SEEN = 5  # a feature seen less often gets no weight


def examples(bulk: Path, source: Path, model: Path | None) -> list[tuple[int, Example]]:
    """Fold, features and truth of every candidate in labelled stretches, or in the articles of a
    folder of gold.
    """
    tagger = Tagger(model.read_bytes()) if model else load()
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    if source.is_dir():
        found: list[tuple[int, Example]] = []
        for document, spans in labelled(source, source.parent.parent / source.name):
            fold = crc32(document.plain.text.encode()) % FOLDS
            found += [(fold, example) for example in judged(document, spans)]
        return found
    wanted = stretches(source)
    texts = texts_of(bulk, {article for article, *_ in wanted})
    found = []
    for article, start, end, places in wanted:
        document = open_document(Article(0, False, None, texts[article], []))
        names.tag([document])
        bounds = start, end
        fold = crc32(article.encode()) % FOLDS
        found += [(fold, e) for e in judged(document, spans_of(document, places), bounds)]
    return found


def judged(
    document: Document, gold: list[Span], bounds: tuple[int, int] | None = None
) -> list[Example]:
    """Features of the candidates (within bounds of the source) and whether each is exactly a name;
    overlaps are left out.
    """
    right = {(span.first, span.last, span.clitic) for span in gold}
    named = {at for span in gold for at in range(span.first, span.last)}
    spans = candidates(document)
    beliefs = Beliefs(document, spans)
    found = []
    for span in spans:
        at, _ = document.plain.to_source(document.tokens[span.first].start, 0)
        if bounds is not None and not bounds[0] <= at < bounds[1]:
            continue
        is_name = (span.first, span.last, span.clitic) in right
        if is_name or not named.intersection(range(span.first, span.last)):
            found.append((beliefs.features(span), is_name))
    return found


def foretold(data: list[tuple[int, Example]]) -> list[tuple[float, bool]]:
    """For every candidate its probability by weights from the other folds, and the truth."""
    result = []
    for fold in range(FOLDS):
        weights = fit(
            [example for number, example in data if number != fold],
            ridge=RIDGE,
            least_seen=LEAST_SEEN,
        )
        result += [
            (probability(weights, features), right)
            for number, (features, right) in data
            if number == fold
        ]
    return result


def main() -> None:
    """Fits, reports, and writes on demand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulk", type=Path)
    parser.add_argument("labels", nargs="+")
    parser.add_argument("--write", action="store_true", help="replace the shipped table")
    options = parser.parse_args()
    data: list[tuple[int, Example]] = []
    for source in options.labels:
        labels, _, model = source.partition("=")
        here = examples(options.bulk, Path(labels), Path(model) if model else None)
        print(labels, len(here), "candidates,", sum(right for _, (_, right) in here), "right")
        data += here
    pairs = foretold(data)
    names_in_all = sum(right for _, right in pairs)
    for least in (0.3, 0.4, LEAST, 0.6, 0.7, 0.8):
        kept = [right for p, right in pairs if p >= least]
        print(
            f"belief >= {least}: precision {sum(kept) / len(kept):.3f}"
            f" of the candidates' names kept {sum(kept) / names_in_all:.3f}"
        )
    weights = fit([example for _, example in data], ridge=RIDGE, least_seen=LEAST_SEEN)
    tell(weights)
    if options.write:
        write_table(
            TABLE,
            weights,
            "Weights of the logistic regression behind the belief in a name (log odds; features: reader/names/belief.py).",
            "Fitted by training/calibrate_names.py on stretches of news labelled by hand; holds no text of theirs.",
        )


if __name__ == "__main__":
    main()
