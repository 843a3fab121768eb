"""Fits the confidence of statements: python -m training.calibrate_statements SHARED [--also
FOLDER/SET …] [--write]

Reads hand-annotated articles (SHARED/gold/{train,pages}, their texts in SHARED/{train,pages}; with
--also, sets of other folders that are laid out so, best of other outlets, since the rules were made
on the first), runs the reader as it is, and fits a logistic regression from the features of
`reader.statements.confidence` to "speaker and text are right", as the shared scorer judges both.
Prints how well the probabilities hold on SHARED/gold/dev, which it never fits on: by tenths, the
Brier score and the expected calibration error. With --write it replaces
`reader/lexicon/statement_confidence.tsv`.

Not here: the features (`reader.statements.confidence`), the reading.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import yaml

from reader import meetings, names, page, times
from reader.document import Document, Page, Statement
from reader.read import open_document
from reader.statements import read_with_features
from training.logistic import BIAS, Example, fit, probability, tell, write_table

TABLE = Path(__file__).parents[1] / "reader" / "lexicon" / "statement_confidence.tsv"
RIDGE = 2.0  # strength of the prior that a feature says nothing
LEAST = 8  # a feature seen less often gets no weight
OVERLAP = 0.5  # of tokens, from which the scorer takes a text for the gold one
OPTIONAL = 0.3  # a row that overlaps an optional statement this much counts neither way


def main() -> None:
    """Fits, reports, and writes on demand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "shared", type=Path, help="folder with gold/, train/, pages/, dev/ and score/"
    )
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="further sets: FOLDER/SET")
    parser.add_argument("--write", action="store_true", help="replace the shipped table")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.shared / "score"))
    sets = [arguments.shared / "train", arguments.shared / "pages", *arguments.also]
    fitted = [e for path in sets for e in examples(path.parent, path.name)]
    held_out = examples(arguments.shared, "dev") + examples(arguments.shared, "seeds")
    weights = fit(fitted, ridge=RIDGE, least_seen=LEAST)
    print(f"{len(fitted)} statements, {sum(right for _, right in fitted)} right")
    for name, data in (("fitted on", fitted), ("held out", held_out)):
        print(name, report(weights, data))
    tell(weights)
    if arguments.write:
        write_table(
            TABLE,
            weights,
            "Weights of the logistic regression behind the confidence of statements (log odds; features: reader/statements/confidence.py).",
            "Fitted by training/calibrate_statements.py on hand-annotated articles; holds no text of theirs.",
        )


def examples(shared: Path, name: str) -> list[Example]:
    """Features of every statement that the reader finds in a set, and whether the gold says that it
    is right.
    """
    people = yaml.safe_load((shared / "gold" / "people.yaml").read_text("utf-8"))
    found: list[Example] = []
    for path in sorted((shared / "gold" / name).glob("*.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        raw = shared / name / gold["file"]
        side = raw.with_suffix(".json")
        meta = json.loads(side.read_text("utf-8")) if side.exists() else {}
        text = raw.read_text("utf-8", errors="replace")
        documents = [
            open_document(a)
            for a in page.cut(
                Page(
                    raw.name,
                    text,
                    title=meta.get("title"),
                    url=meta.get("url"),
                    published=meta.get("published"),
                )
            )
        ]
        names.tag(documents)
        for document in documents:
            times.find_times(document)
            names.find_people(document)
            meetings.find_meetings(document)
            rows = read_with_features(document)
            article = _article(document, gold["articles"])
            if article is not None:
                found += judged(document, rows, article, people)
    return found


def _article(document: Document, articles: list[dict[str, Any]]) -> dict[str, Any] | None:
    from score import overlap_f1, tokens  # type: ignore[import-not-found]  # of the gold, on the path that `main` gives

    body = tokens(document.article.body)
    first = max(
        articles,
        key=lambda a: overlap_f1(body[: len(tokens(a["body_first"]))], tokens(a["body_first"])),
    )
    return (
        first
        if overlap_f1(body[: len(tokens(first["body_first"]))], tokens(first["body_first"])) > 0.5
        else None
    )


def judged(
    document: Document,
    rows: list[tuple[Statement, frozenset[str]]],
    article: dict[str, Any],
    people: dict[str, Any],
) -> list[Example]:
    """Each row with whether its text is a gold statement's and its speaker one that the gold
    accepts.
    """
    from score import as_list, overlap_f1, tokens

    result: list[Example] = []
    gold = article.get("statements") or []
    for statement, names_of_features in rows:
        features = dict.fromkeys((BIAS, *names_of_features), 1.0)
        text = tokens(document.plain.text[statement.start : statement.end])
        best = max(gold, key=lambda g: overlap_f1(text, tokens(g["text"])), default=None)
        similarity = overlap_f1(text, tokens(best["text"])) if best else 0.0
        if best is None or similarity < OVERLAP:
            if best is None or not (best.get("optional") and similarity >= OPTIONAL):
                result.append((features, False))
            continue
        result.append(
            (
                features,
                speaker_right(document, statement, as_list(best["speaker"]), article, people),
            )
        )
    return result


def speaker_right(
    document: Document,
    statement: Statement,
    accepted: list[str],
    article: dict[str, Any],
    people: dict[str, Any],
) -> bool:
    """As the shared scorer judges it, by names."""
    from score import SAME_NAME, fold, overlap_f1, tokens

    speaker = statement.speakers[0]
    name = document.people[speaker.person].name if speaker.person is not None else speaker.name
    said = {fold(name), fold(speaker.surface)} - {""}
    for want in accepted:
        kind, colon, printed = want.partition(":")
        if not colon:
            surfaces = {fold(s) for s in article["people"].get(want, [])} | {
                fold(people[want]["ar"])
            }
            if speaker.kind == "person" and (
                said & surfaces
                or any(set(s.split()) <= set(w.split()) for s in said for w in surfaces)
            ):
                return True
        elif speaker.kind != "person":
            if any(overlap_f1(tokens(printed), s.split()) >= SAME_NAME for s in said):
                return True
            if kind == "unnamed" and not tokens(printed) and speaker.kind == "unnamed":
                return True
    return False


def report(weights: dict[str, float], data: list[Example]) -> str:
    """Brier score, expected calibration error, and share right by tenths of probability."""
    pairs = [(probability(weights, features), right) for features, right in data]
    brier = sum((p - right) ** 2 for p, right in pairs) / len(pairs)
    error, parts = 0.0, []
    for low in range(10):
        here = [
            (p, right)
            for p, right in pairs
            if low / 10 <= p < (low + 1) / 10 or (low == 9 and p >= 1)
        ]
        if here:
            mean, share = (
                sum(p for p, _ in here) / len(here),
                sum(right for _, right in here) / len(here),
            )
            error += abs(mean - share) * len(here) / len(pairs)
            parts.append(f"{mean:.2f}->{share:.2f} (n={len(here)})")
    return f"n={len(pairs)} brier={brier:.3f} calibration error={error:.3f} | " + ", ".join(parts)


if __name__ == "__main__":
    main()
