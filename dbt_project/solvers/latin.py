"""The usual Latin spelling of an Arabic-script name.

Here: look-ups in the reference lists and, where they know nothing, transliteration. Not here: which
spelling the text itself prints (`solvers.people` prefers that).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

import polars as pl
from rapidfuzz.distance import Levenshtein

from solvers.names import Name, Part, parse
from solvers.reference import REFERENCE, rarity, reference, table
from solvers.sounds import fold, skeleton
from solvers.spellings import part_likeness

_MAGHREB = frozenset(["MA", "DZ", "TN", "MR"])
_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "g", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "o", "ي": "i",
}  # fmt: skip
_VOWELS = frozenset("اويع")


@lru_cache(maxsize=1)
def _full_names() -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    frame = pl.read_ipc(REFERENCE / "full_names.arrow")
    for key, latin, country, count in frame.iter_rows():
        found[key].append((latin, country or "", count))
    return dict(found)


@lru_cache(maxsize=1)
def _public() -> tuple[dict[str, dict[str, str]], dict[str, list[tuple[Name, dict[str, str]]]]]:
    by_key: dict[str, dict[str, str]] = {}
    by_sound: dict[str, list[tuple[Name, dict[str, str]]]] = defaultdict(list)
    for row in table(REFERENCE / "public_people.tsv"):
        for form in row["names"].split("|"):
            name = parse(form)
            by_key[name.key] = row
            by_sound[name.glued].append((name, row))
    return by_key, by_sound


def public_person(name: Name) -> dict[str, str] | None:
    """The row of `public_people.tsv` that a full name is a spelling of (columns names, latin,
    country, wikidata_id, body), or None.
    """
    if len(name.parts) < 2 and not name.honorific:
        return None
    by_key, by_sound = _public()
    if name.key in by_key:
        return by_key[name.key]
    if sum(rarity(part.key) for part in name.parts) < 14:
        return None  # a usual name's like may be anybody
    for known, row in by_sound.get(name.glued, ()):
        if len(known.parts) == len(name.parts) and all(
            part_likeness(x, y) >= 0.85 for x, y in zip(known.parts, name.parts, strict=True)
        ):
            return row
    return None


def are_one_listed(a: Name, b: Name) -> bool:
    """Whether `public_people.tsv` lists two full names as spellings of one person's."""
    if min(len(a.parts), len(b.parts)) < 2:
        return False
    by_key, _ = _public()
    found = by_key.get(a.key)
    return found is not None and found is by_key.get(b.key)


@lru_cache(maxsize=1)
def _surnames() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table(REFERENCE / "public_people.tsv"):
        for key in {parse(form).parts[-1].key for form in row["names"].split("|")}:
            found[key].append(row)
    return dict(found)


def public_bearers(name: Name) -> list[dict[str, str]]:
    """The public people whose surname a name of one part is."""
    if len(name.parts) != 1 or name.honorific:
        return []
    return _surnames().get(name.parts[0].key, [])


def listed_countries(name: Name) -> Counter[str]:
    """States of the people that the list of full names has under this name."""
    return Counter(country for _, country, _ in _full_names().get(name.key, ()) if country)


def latin_name(name: Name, country: str | None = None) -> str:
    """The usual Latin spelling: of the public person, of the listed full name, else part by
    part.
    """
    public = public_person(name)
    if public:
        return public["latin"]
    listed = _full_names().get(name.key, [])
    if listed and len(name.parts) > 1:
        fitting = [row for row in listed if country and row[1] == country] or [
            r for r in listed if not country or not r[1]
        ]
        if fitting:
            return min(
                fitting, key=lambda row: (-row[2], not row[0].isascii(), len(row[0]), row[0])
            )[0]
    words = [_latin_part(part, country, at == 0) for at, part in enumerate(name.parts)]
    last = name.parts[-1] if name.parts else None
    if last and last.article and last.kind == "plain" and last.key in _ORDINALS:
        words[-1] = _ORDINALS[last.key]
    spelled = " ".join(word for word in words if word)
    if name.honorific in _STYLES and len(name.parts) == 1:
        spelled = f"{_STYLES[name.honorific]} {spelled}"
    return spelled


_ORDINALS = dict(
    zip(
        ["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"],
        strict=True,
    )
)
_STYLES = {
    "ملك": "King",
    "ملكه": "Queen",
    "امير": "Prince",
    "اميره": "Princess",
    "بابا": "Pope",
    "سلطان": "Sultan",
    "شيخ": "Sheikh",
}


def _latin_part(part: Part, country: str | None, first: bool) -> str:
    key = part.key
    maghreb = country in _MAGHREB
    if key.startswith("ابو") and len(key) > 5 and reference().known(key) is None:
        return ("Abou " if maghreb else "Abu ") + _latin_part(
            part._replace(key=key[3:]), country, True
        )
    if key.startswith("عبدال") and reference().known(key) is None:
        return ("Abdel " if country in ("EG", "SD") or maghreb else "Abdul ") + _word(key[5:])
    spelled = _word(key)
    if part.kind == "father":
        return ("Ben " if maghreb else "bin " if not first else "Bin ") + spelled
    if part.kind == "clan":
        return "Al " + spelled
    if part.article and not re.match(r"(?i)(al|el)[- ]", spelled):
        spelled = ("El " if maghreb or country == "EG" else "al-" if not first else "Al-") + spelled
    return spelled


@lru_cache(maxsize=100_000)
def _word(key: str) -> str:
    for candidate in (key, "ال" + key):
        known = reference().known(candidate)
        if known and known.latin and candidate == key:
            return known.latin[0]
        if known and known.latin and known.counts[0] >= 2:
            return re.sub(r"(?i)^(al|el)[- ]?", "", known.latin[0]).capitalize()
    near = _nearest(key)
    return near or transliterate(key)


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, sound in reference().sounds():
        found[sound].append(key)
    return dict(found)


def _nearest(key: str) -> str | None:
    """The spelling of the best known part that sounds like this one and differs in one letter
    within.
    """
    sound = skeleton(key)
    if len(sound) < 3 or len(key) < 6:
        return None
    best: tuple[float, str] | None = None
    for other in _by_sound().get(sound, ())[:400]:
        if Levenshtein.distance(key, other) == 1 and key[0] == other[0] and key[-1] == other[-1]:
            known = reference().known(other)
            if (
                known
                and known.latin
                and (best is None or (-known.counts[0], known.latin[0]) < best)
            ):
                best = (-known.counts[0], known.latin[0])
    return best[1] if best else None


def transliterate(key: str) -> str:
    """A plain reading of a folded part: letters one by one, with a short a where two consonants
    open it.
    """
    text = fold(key).replace("تش", "č").replace("تس", "ž")
    out: list[str] = []
    for at, letter in enumerate(text):
        after = text[at + 1 : at + 2]
        if letter == "و" and (at == 0 or after in ("ا", "ي")):
            out.append("w")
        elif letter == "ي" and (at == 0 or after in ("ا", "و")):
            out.append("y")
        elif letter == "ه" and at == len(text) - 1 and at > 1:
            out.append("a")
        elif letter in ("č", "ž"):
            out.append({"č": "ch", "ž": "ts"}[letter])
        else:
            out.append(_LETTERS.get(letter, letter if letter.isascii() else ""))
        if (
            at == 0 and letter not in _VOWELS and after and after not in _VOWELS and len(text) > 2
        ) or (
            len(text) <= 4
            and letter not in _VOWELS
            and after
            and after not in _VOWELS
            and not _VOWELS & set(text)
        ):
            out.append("a")
    spelled = re.sub(r"([aiou])\1+", r"\1", "".join(out))
    return spelled[:1].upper() + spelled[1:]
