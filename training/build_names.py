"""Builds reader/names/parts.tsv.gz: single words that occur in people's names, with how often as
given name and surname.

Run by a developer: `python -m training.build_names SITE_DIR DATA_DIR`, where SITE_DIR holds the
installed packages arabic-name-romanizer 0.2.0 (data CC0), rigour 1.8.2 (data CC0) and ArWikiCats
0.2.3 (MIT), and DATA_DIR the folders wd_arabic_translit (CC0) and google_ar2en (Apache-2.0). Counts
are of entries, not of people. No evaluation set is read.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import sys
from collections import Counter
from pathlib import Path

from reader.text import key

OUT = Path(__file__).parents[1] / "reader" / "names" / "parts.tsv.gz"
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
PARTICLES = {
    "بن",
    "ابن",
    "ال",
    "ابو",
    "ابي",
    "ام",
    "عبد",
    "بنت",
    "بو",
    "ولد",
    "ايت",
    "دي",
    "دا",
    "فان",
    "فون",
    "لا",
    "لو",
    "ديل",
    "دو",
    "ون",
    "او",
    "من",
    "في",
    "علي",
} - {"علي"}


def main(site: Path, data: Path) -> None:
    """Counts all sources and writes the table, most frequent first."""
    given: Counter[str] = Counter()
    surname: Counter[str] = Counter()
    other: Counter[str] = Counter()

    def full(name: str) -> None:
        words = [w for w in key(name).split() if ARABIC.fullmatch(w) and w not in PARTICLES]
        if len(words) >= 2:
            given[words[0]] += 1
            surname[words[-1]] += 1
            other.update(words[1:-1])
        else:
            other.update(words)

    database = sqlite3.connect(site / "arabic_name_romanizer" / "resources" / "names.sqlite3")
    for (name,) in database.execute("select distinct arabic_key from full_names"):
        full(name)
    for unit, role in database.execute("select distinct arabic_key, role from units"):
        for word in key(unit).split():
            if ARABIC.fullmatch(word) and word not in PARTICLES:
                {"given": given, "surname": surname}.get(role, other)[word] += 1
    for line in (
        (site / "rigour" / "data" / "names" / "persons.txt").read_text("utf-8").splitlines()
    ):
        for form in {key(f) for f in line.split("=>")[0].split(",")}:
            if ARABIC.fullmatch(form):
                other[form] += 1
    for name in json.loads(
        (site / "ArWikiCats" / "jsons" / "people" / "peoples.json").read_text("utf-8")
    ).values():
        full(name)
    for line in (
        (data / "wd_arabic_translit" / "data" / "wd_arabic.normalized.aligned.tokens")
        .read_text("utf-8")
        .splitlines()
    ):
        cells = line.split("\t")
        word = key(cells[1].replace(" ", ""))
        if ARABIC.fullmatch(word):
            other[word] += int(cells[2])
    for line in (data / "google_ar2en" / "ar2en.txt").read_text("utf-8").splitlines():
        word = key(line.split("\t")[0])
        if ARABIC.fullmatch(word):
            other[word] += 1
    words = sorted({*given, *surname, *other}, key=lambda w: (-given[w] - surname[w] - other[w], w))
    lines = [
        f"{w}\t{given[w]}\t{surname[w]}\t{other[w]}\n"
        for w in words
        if len(w) > 1 and w not in PARTICLES
    ]
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write("".join(lines).encode())
    print(len(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
