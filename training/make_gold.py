"""Turns gold annotations of people into training sentences: every surface form of an article's
people is a name, nothing else is.

Run by a developer: `python -m training.make_gold MODEL.npz GOLD_DIR RAW_DIR OUT.jsonl`. Places and
organisations, which the gold leaves open, are labelled by the model. Texts stay with the developer.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reader import names
from reader.document import Article, Document
from reader.names.runs import Span
from reader.names.tagger import Tagger
from reader.read import open_document
from reader.text import Plain
from training.sentences import labelled_sentences


def body(raw: str, article: dict[str, Any]) -> str:
    """The body that the annotation describes."""
    start = raw.index(str(article["body_first"]))
    end = raw.index(str(article["body_last"]), start) + len(str(article["body_last"]))
    exclude = article.get("exclude") or []
    return "\n".join(
        line for line in raw[start:end].split("\n") if not any(x in line for x in exclude)
    )  # type: ignore[attr-defined]


def labelled(gold: Path, raw: Path) -> Iterator[tuple[Document, list[Span]]]:
    """Every annotated article, tagged, with the places where a surface form of its people
    stands.
    """
    for path in sorted(gold.glob("*.yaml")):
        annotation = yaml.safe_load(path.read_text("utf-8"))
        text = (raw / annotation["file"]).read_text("utf-8")
        for article in annotation["articles"]:
            document = open_document(Article(0, False, None, body(text, article), []))
            names.tag([document])
            yield document, _places(document, article)


def _places(document: Document, article: dict[str, Any]) -> list[Span]:
    surfaces = sorted(
        {Plain.of(s).text for forms in (article.get("people") or {}).values() for s in forms},
        key=lambda s: -len(s),
    )
    spans: list[Span] = []
    taken: set[int] = set()
    starts = {t.start for t in document.tokens}
    for surface in surfaces:
        pattern = rf"(?<!\w)[وفبلك]{{0,2}}({re.escape(surface)})(?!\w)"
        for match in re.finditer(pattern, document.plain.text):
            inside = [
                i
                for i, t in enumerate(document.tokens)
                if t.end > match.start(1) and t.start < match.end(1)
            ]
            if inside and not taken & set(inside) and match.start() in starts:
                spans.append(Span(inside[0], inside[-1] + 1, match.start(1) - match.start()))
                taken |= set(inside)
    return spans


def main(model: Path, gold: Path, raw: Path, out: Path) -> None:
    """Writes one sentence a line: JSON list of [word, label]."""
    tagger = Tagger(model.read_bytes())
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    with out.open("w", encoding="utf-8") as file:
        for document, spans in labelled(gold, raw):
            for sentence in labelled_sentences(document, spans):
                file.write(json.dumps(sentence, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
