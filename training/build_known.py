"""Builds reader/lexicon/known_people.tsv: names that news give with a state, and the state they act
for.

Run by a developer: `python -m training.build_known BULK_DIR`. Facts counted over many articles
(name, state, in how many articles), no text. A name is kept if several articles agree on the state.
The public people of dbt_project/reference are added with 0 articles; `python -m
training.build_known` alone brings in those that are new.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from reader import names
from reader.lexicon import table
from reader.names.parts import parts_of
from reader.text import key
from training.make_silver import documents

ROOT = Path(__file__).parents[1]
OUT = ROOT / "reader" / "lexicon" / "known_people.tsv"
WRONG = ROOT / "training" / "known_wrong.tsv"
PUBLIC = ROOT / "dbt_project" / "reference" / "public_people.tsv"
HEADER = """\
# People whom news often name, folded, and the state they act for; by it a mention without office gets its state ("بوتين").
# Counted by training/build_known.py over articles that give name and state together; a lone surname stands here only if nearly
# all of its full names are one person. articles: in how many articles; 0: from dbt_project/reference/public_people.tsv, where officers of
# international bodies have no state.
name\tcountry\tarticles
"""


def main(bulk: Path | None, stride: int = 1) -> None:
    """Writes the table, most frequent first: counted anew, or as it is, with the public people."""
    if bulk is None:
        rows = {r["name"]: (r["country"], int(r["articles"])) for r in table("known_people")}
    else:
        rows = _counted(bulk, stride)
    for row in _rows(WRONG):
        rows.pop(row["name"], None)
    for name, state in _public():
        counted, articles = rows.get(name, (state, 0))
        surname = name.split()[-1]
        if counted != state and rows.get(surname) == (counted, articles):
            rows[surname] = (state, articles)
        rows[name] = (state, articles)  # what is counted may be misread: "قائد فيلق القدس"
    lines = sorted(rows.items(), key=lambda r: (-r[1][1], r[0]))
    OUT.write_text(HEADER + "".join(f"{n}\t{s}\t{c}\n" for n, (s, c) in lines), "utf-8")
    print(len(lines))


def _public() -> list[tuple[str, str]]:
    return [
        (" ".join(parts_of(tuple(key(form).split()))), "" if row["body"] else row["country"])
        for row in _rows(PUBLIC)
        for form in row["names"].split("|")
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def _counted(bulk: Path, stride: int) -> dict[str, tuple[str, int]]:
    states: dict[str, Counter[str]] = defaultdict(Counter)
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    corpus = documents(bulk, stride)
    for start in range(0, len(corpus), 200):
        batch = corpus[start : start + 200]
        names.tag(batch)
        for document in batch:
            names.find_people(document)
            for person in document.people:
                parts = parts_of(tuple(key(person.name).split()))
                name = " ".join(parts)
                if len(parts) > 1:
                    bearers[parts[-1]][name] += 1
                if person.country and not person.is_home:
                    states[name][person.country] += 1
            document.people.clear()
    rows = {}
    for name, counts in states.items():
        (state, count), total = counts.most_common(1)[0], sum(counts.values())
        if count >= 2 and count >= 0.8 * total and len(name.split()) > 1:
            rows[name] = (state, count)
    for surname, full in bearers.items():
        (first, count), total = full.most_common(1)[0], sum(full.values())
        if first in rows and count >= 8 and count >= 0.85 * total and len(surname) > 3:
            rows.setdefault(surname, (rows[first][0], count))
    return rows


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else None,
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
