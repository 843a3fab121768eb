"""How well the reader reads the examples, whose gold the project owns.

Here: the figures of one reading of `examples/`, article by article, so that accuracy can be watched
like uptime, whatever folder is loaded. Not here: identity and merging over articles, which the
tests measure on published databases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.document import Article, Document, Page
from reader.read import open_document, read_page
from reader.text import key

#: From this overlap of words (F1) two texts are taken for the same one.
SAME_TEXT = 0.5

#: What stands for an article that the reader did not find.
NOTHING = open_document(Article(0, False, None, "", []))


@dataclass(slots=True)
class Tally:
    """Items found, missed and invented."""

    found: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        total = 2 * self.found + self.missed + self.spurious
        return 2 * self.found / total if total else 1.0


def measure(examples: Path) -> dict[str, float]:
    """F1 of articles, people, statements with their speaker, and meeting reports on the gold of
    `examples`.

    `examples` holds `articles/` and `gold/examples/*.yaml`. Raises FileNotFoundError where the gold
    is missing.
    """
    import yaml  # only this function needs it

    tallies = {name: Tally() for name in ("articles", "people", "statements", "meetings")}
    sheets = sorted((examples / "gold" / "examples").glob("*.yaml"))
    if not sheets:
        raise FileNotFoundError(f"no gold under {examples}: expected gold/examples/*.yaml")
    encounters = yaml.safe_load((examples / "gold" / "meetings.yaml").read_text("utf-8"))
    optional = {name for name, encounter in encounters.items() if encounter.get("optional")}
    for sheet in sheets:
        gold = yaml.safe_load(sheet.read_text("utf-8"))
        text = (examples / "articles" / gold["file"]).read_text("utf-8")
        _compare(tallies, gold["articles"], read_page(Page(gold["file"], text)), optional)
    return {f"{name}_f1": round(tally.f1, 4) for name, tally in tallies.items()}


def floors(examples: Path) -> dict[str, float]:
    """Below which figure of `measure` the reader has become worse: `gold/recorded.yaml`.

    Raises FileNotFoundError where the file is missing.
    """
    import yaml

    recorded = yaml.safe_load((examples / "gold" / "recorded.yaml").read_text("utf-8"))
    return {name: float(entry["floor"]) for name, entry in recorded.items()}


def below(figures: dict[str, float], least: dict[str, float]) -> list[str]:
    """One line for each figure under its floor; a figure that was not measured is under it."""
    return [
        f"{name} is {figures.get(name, 0.0):.4f}, its floor {floor:.4f}"
        for name, floor in least.items()
        if figures.get(name, 0.0) < floor
    ]


def _compare(
    tallies: dict[str, Tally],
    gold_articles: list[dict[str, Any]],
    documents: list[Document],
    optional: set[str],
) -> None:
    free = list(documents)
    for gold in gold_articles:
        document = next((d for d in free if gold["body_first"] in d.article.body), NOTHING)
        body = document.article.body
        exact = body.startswith(gold["body_first"]) and body.endswith(gold["body_last"])
        tallies["articles"].found += exact
        tallies["articles"].missed += not exact
        if document in free:
            free.remove(document)
        _compare_people(tallies["people"], gold, document)
        _compare_statements(tallies["statements"], gold, document)
        _compare_meetings(tallies["meetings"], gold, document, optional)
    tallies["articles"].spurious += len(free)


def _compare_people(tally: Tally, gold: dict[str, Any], document: Document) -> None:
    surfaces: dict[int, set[str]] = {}
    for mention in document.mentions:
        text = document.plain.text[mention.start : mention.end]
        surfaces.setdefault(mention.person, set()).add(key(text))
    matched: set[int] = set()
    for wanted in (gold.get("people") or {}).values():
        hits = {person for person, seen in surfaces.items() if seen & set(map(key, wanted))}
        matched |= hits
        tally.found += bool(hits)
        tally.missed += not hits
    tally.spurious += len(surfaces) - len(matched)


def _compare_statements(tally: Tally, gold: dict[str, Any], document: Document) -> None:
    wanted = gold.get("statements") or []
    rows = [(document.plain.text[s.start : s.end], s) for s in document.statements]
    pairs = _pair([item["text"] for item in wanted], [text for text, _ in rows])
    for at, item in enumerate(wanted):
        if item.get("optional"):
            continue
        right = at in pairs and _speaker_right(gold, item["speaker"], rows[pairs[at]][1], document)
        tally.found += right
        tally.missed += not right
        tally.spurious += at in pairs and not right
    free = set(range(len(rows))) - set(pairs.values())
    optional = [item["text"] for item in wanted if item.get("optional")]
    tally.spurious += sum(all(overlap(rows[at][0], o) < 0.3 for o in optional) for at in free)


def _speaker_right(
    gold: dict[str, Any], speakers: str | list[str], statement: Any, document: Document
) -> bool:
    first = statement.speakers[0]
    names = {first.surface, first.name or ""}
    if first.person is not None:
        names |= {
            document.plain.text[m.start : m.end]
            for m in document.mentions
            if m.person == first.person
        }
    for speaker in [speakers] if isinstance(speakers, str) else speakers:
        kind, _, printed = speaker.rpartition(":")
        if kind == "":
            accepted = set(map(key, (gold.get("people") or {}).get(printed, [])))
            if first.kind == "person" and {key(n) for n in names} & accepted:
                return True
        elif first.kind != "person" and (
            not printed or any(overlap(n, printed) >= SAME_TEXT for n in names)
        ):
            return True
    return False


def _compare_meetings(
    tally: Tally, gold: dict[str, Any], document: Document, optional: set[str]
) -> None:
    # One row per encounter: several reports of it, in the gold or in the reading, count once.
    wanted: dict[str, list[str]] = {}
    for item in gold.get("meetings") or []:
        wanted.setdefault(item["key"], []).append(key(item["text"]))
    found: dict[int, list[str]] = {}
    for report in document.meetings:
        text = document.plain.text[report.start : report.end]
        found.setdefault(report.encounter, []).append(key(text))
    free = dict(found)
    for name, phrases in wanted.items():
        hit = next(
            (
                e
                for e, texts in free.items()
                if any(_same_report(p, t) for p in phrases for t in texts)
            ),
            None,
        )
        if name not in optional:
            tally.found += hit is not None
            tally.missed += hit is None
        if hit is not None:
            del free[hit]
    tally.spurious += len(free)


def _same_report(phrase: str, text: str) -> bool:
    return phrase in text or text in phrase or overlap(phrase, text) >= SAME_TEXT


def _pair(wanted: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Best one-to-one pairs of texts that overlap by SAME_TEXT or more: index in `wanted` to index
    in `found`.
    """
    ranked = sorted(
        ((overlap(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for similarity, i, j in ranked:
        if similarity >= SAME_TEXT and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def overlap(one: str, other: str) -> float:
    """F1 of the words that two texts share, letter variants equal, 0 to 1."""
    a, b = _words(one), _words(other)
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b)) if a and b else 0.0


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in key(text)).split()
