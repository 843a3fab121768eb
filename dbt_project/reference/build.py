"""Builds the packaged reference lists of personal names out of the free resources that the README
beside this file names.

    python dbt_project/reference/build.py --translit FILE --rigour persons.txt --romanizer
    names.sqlite3 --arwikicats peoples.json

Here: selection and form of the data. Not here: what is done with them (`solvers.names`,
`solvers.latin`). The same inputs give the same files. Nothing is downloaded; the resources are
unpacked from their packages beforehand.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from solvers.names import parse  # noqa: E402
from solvers.sounds import fold, skeleton  # noqa: E402

LATINS_KEPT = 6
_ARABIC = re.compile(r"^[\u0621-\u06d3\u064b-\u0652 ]+$")
_PERSIAN_OR_URDU = re.compile("[ٹڈڑںھہےۓ]")
_LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f'’ʻʼ. -]+$")


class Parts:
    """Counts that are gathered per folded part."""

    def __init__(self) -> None:
        self.latin: dict[str, Counter[str]] = defaultdict(Counter)
        self.groups: dict[str, set[int]] = defaultdict(set)
        self.states: dict[str, Counter[str]] = defaultdict(Counter)
        self.native: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.surname: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.hamza: Counter[str] = Counter()
        self.bare_alif: Counter[str] = Counter()

    def see(self, printed: str) -> str:
        """The folded key of a printed part; remembers whether its first alif is a hamza's."""
        key = fold(printed).replace(" ", "")
        if key.startswith("ال") and len(key) > 4:
            (self.hamza if printed[0] in "أإآ" else self.bare_alif)[key] += 1
        return key


def main() -> None:
    """Reads the resources and writes `name_parts.arrow` and `full_names.arrow` beside this file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("translit", "rigour", "romanizer", "arwikicats"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    given = arguments.parse_args()
    parts = Parts()
    read_translit(parts, given.translit)
    read_rigour(parts, given.rigour)
    full = read_romanizer(parts, given.romanizer)
    full |= read_arwikicats(given.arwikicats, set(full))
    write_parts(parts)
    rows = [
        (parse(key).key, latin, country, count)
        for key, spellings in sorted(full.items())
        for (latin, country), count in sorted(spellings.items(), key=lambda x: (-x[1], x[0]))
    ]
    pl.DataFrame(
        rows,
        schema={"key": pl.String, "latin": pl.String, "country": pl.String, "count": pl.Int32},
        orient="row",
    ).write_ipc(HERE / "full_names.arrow", compression="zstd")


def read_translit(parts: Parts, path: Path) -> None:
    """wd_arabic_translit: a Latin token, its Arabic letters, how many Wikidata labels pair them."""
    for line in path.read_text("utf-8").splitlines():
        latin, spelled, count = line.split("\t")
        if not _LATIN.match(latin) or len(latin) < 2:
            continue
        key = parts.see(spelled.replace(" ", ""))
        parts.latin[key][_title(latin)] += int(count)
        parts.total[key] += int(count)


def read_rigour(parts: Parts, path: Path) -> None:
    """rigour: groups of spellings of one Wikidata item for a given name or surname."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        forms = [form.strip() for form in line.partition("=>")[0].split(",")]
        arabic = [f for f in forms if _ARABIC.match(f) and not _PERSIAN_OR_URDU.search(f)]
        if not arabic:
            continue
        latin = sorted(
            (f for f in forms if _LATIN.match(f)), key=lambda f: (not f.isascii(), len(f), f)
        )
        for form in {parts.see(f) for f in arabic}:
            parts.groups[form].add(number)
            parts.total[form] += 1
            for spelling in latin[:3] if form not in parts.latin else []:
                parts.latin[form][_title(spelling)] += 1


def read_romanizer(parts: Parts, path: Path) -> dict[str, Counter[tuple[str, str]]]:
    """arabic-name-romanizer: parts with role and country, and full names with country; returns the
    latter.
    """
    with sqlite3.connect(path) as con:
        for arabic, latin, country, role, count in con.execute(
            "select arabic_key, latin, country, role, count from units where source = 'wikidata'"
        ):
            key = fold(arabic).replace(" ", "")  # these keys come without hamza
            if not _LATIN.match(latin):
                continue
            if _sounds_alike(key, latin):
                parts.latin[key][_title(latin)] += count
            parts.states[key][country] += count
            parts.native[key] += count
            parts.total[key] += count
            if role == "given":
                parts.given[key] += count
            elif role == "surname":
                parts.surname[key] += count
        full: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for arabic, latin, country, count in con.execute(
            "select arabic_key, latin, country, sum(count) from full_names"
            " where source = 'wikidata' and latin_lang = 'en' group by 1, 2, 3"
        ):
            if " " in arabic and " " in latin and _LATIN.match(latin):
                full[fold(arabic)][(latin, country)] += count
    return full


def read_arwikicats(path: Path, known: set[str]) -> dict[str, Counter[tuple[str, str]]]:
    """ArWikiCats: well-known people, English title to Arabic; only those that the other list
    lacks.
    """
    full: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for english, arabic in json.loads(path.read_text("utf-8")).items():
        latin = re.sub(r"\s*\(.*?\)", "", english)
        key = fold(re.sub(r"\s*\(.*?\)", "", arabic))
        if (
            " " in key
            and " " in latin
            and key not in known
            and _LATIN.match(latin)
            and len(key) > 6
        ):
            full[key][(_title(latin), "")] += 1
    return full


def write_parts(parts: Parts) -> None:
    """One row per folded part that has a Latin spelling or a group."""
    borrow(parts)
    rows = []
    for key in sorted(set(parts.latin) | set(parts.groups)):
        if len(key) < 2 or not _ARABIC.match(key):
            continue
        # Spellings seen once beside one seen often are slips of alignment.
        most = max(parts.latin[key].values(), default=0)
        latin = sorted(
            ((n, s) for s, n in parts.latin[key].items() if n * 40 >= most),
            key=lambda x: (-x[0], not x[1].isascii(), x[1]),
        )[:LATINS_KEPT]
        rows.append(
            (
                key,
                [s for _, s in latin],
                [n for n, _ in latin],
                sorted(parts.groups[key]),
                parts.native[key],
                parts.given[key],
                parts.surname[key],
                parts.total[key],
                [s for s, _ in _by_count(parts.states[key])],
                [n for _, n in _by_count(parts.states[key])],
                skeleton(key) if len(key) >= 6 and latin else None,
                parts.hamza[key] > 0 and parts.hamza[key] >= parts.bare_alif[key],
            )
        )
    pl.DataFrame(
        rows,
        schema={
            "key": pl.String,
            "latin": pl.List(pl.String),
            "counts": pl.List(pl.Int32),
            "groups": pl.List(pl.Int32),
            "native": pl.Int32,
            "given": pl.Int32,
            "surname": pl.Int32,
            "total": pl.Int32,
            "states": pl.List(pl.String),
            "state_counts": pl.List(pl.Int32),
            "sound": pl.String,
            "keeps_al": pl.Boolean,
        },
        orient="row",
    ).write_ipc(HERE / "name_parts.arrow", compression="zstd")


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def borrow(parts: Parts) -> None:
    """Gives rarely seen parts the Latin spellings of the parts that share a group and the
    consonants with them.
    """
    mates: dict[int, list[str]] = defaultdict(list)
    for key, groups in parts.groups.items():
        for group in groups:
            mates[group].append(key)
    lent: dict[str, Counter[str]] = defaultdict(Counter)
    for key, groups in parts.groups.items():
        if sum(parts.latin[key].values()) >= 8:
            continue
        for mate in {m for g in groups if len(mates[g]) <= 12 for m in mates[g]} - {key}:
            if skeleton(mate) == skeleton(key):
                lent[key].update(parts.latin[mate])
    for key, spellings in lent.items():
        parts.latin[key].update(spellings)


_FIRST = {
    "ب": "bpv", "ت": "tc", "ث": "ts", "ج": "jgdc", "ح": "h", "خ": "khx", "د": "d", "ذ": "dzt", "ر": "r", "ز": "zc",
    "س": "scz", "ش": "sc", "ص": "s", "ض": "d", "ط": "t", "ظ": "zd", "غ": "grjk", "ف": "fvp", "ق": "qkg", "ك": "kcqg",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "wouv", "ي": "yijeu",
}  # fmt: skip


def _sounds_alike(key: str, latin: str) -> bool:
    """Whether a Latin token can be a reading of an Arabic one: guards against given names paired
    with surnames.
    """
    plain = unicodedata.normalize("NFKD", latin.lower())
    letters = [c for c in plain if c.isascii() and c.isalpha()]
    bare = key[2:] if key.startswith("ال") and len(key) > 4 else key
    if not letters or bare[0] not in _FIRST:
        return True
    return any(c in _FIRST[bare[0]] for c in letters[: 4 if key != bare else 2])


def _title(latin: str) -> str:
    words = latin.split(" ")
    low = {"al", "el", "bin", "ibn", "ben", "of", "de", "da", "van", "von", "der", "the", "abu"}
    return " ".join(
        word
        if word in low and at
        else "-".join(
            _capital(x) if not (x in low and n == 0 and "-" in word) else x
            for n, x in enumerate(word.split("-"))
        )
        for at, word in enumerate(words)
    )


def _capital(word: str) -> str:
    for at, letter in enumerate(word):
        if letter.isalpha():
            return word[:at] + letter.upper() + word[at + 1 :]
    return word


if __name__ == "__main__":
    main()
