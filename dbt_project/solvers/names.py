"""Personal names as names: parts, compounds, sounds; which two spellings of a part are one.

Here: what can be said of two printed names by themselves. Not here: who is who over articles (`solvers.people`),
Latin spellings (`solvers.latin`). All knowledge of particular names comes from `reference/` (its README has the
sources and licences).

A name is cut into parts that people are called by: "عبد الفتاح", "أبو الغيط", "نصر الله", "فون دير لاين" are one part
each, "بن سلمان" is a part of the kind `father`, "آل ثاني" of the kind `clan`. Letters are folded further than for
search: the article, hamza, ya, ta marbuta and Persian letters make no difference.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl
from rapidfuzz.distance import OSA, Levenshtein

REFERENCE = Path(__file__).resolve().parent.parent / "reference"

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]+"
)
_NOT_NAME = re.compile(r"\([^)]*\)|\[[^]]*\]|[^\u0621-\u063a\u0641-\u064a\u0660-\u06d3a-z'’ ]+")
#: Sounds, not letters: what one paper writes غ another writes گ, and a hamza alone is often left out; `reader.text` keeps them apart.
_FOLD = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیےۍئ", "ي"),
        **dict.fromkeys("ةۀۃەہھ", "ه"),
        "ؤ": "و",
        **dict.fromkeys("ڤڥﭪ", "ف"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("گݣڭ", "غ"),
        **dict.fromkeys("چ", "ج"),
        "ژ": "ج",
        "پ": "ب",
        "ڨ": "ق",
        "ء": None,
        "'": None,
        "’": None,
    }
)


def fold(text: str) -> str:
    """Letters of a name without marks and variants; spaces kept single; Latin in lower case."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()
    return " ".join(_NOT_NAME.sub(" ", text).translate(_FOLD).split())


# --- sounds -----------------------------------------------------------------------------------------------------------

_CONSONANTS = {
    **dict.fromkeys("جغق", "g"),
    "ك": "k",
    "خ": "x",
    **dict.fromkeys("تط", "t"),
    **dict.fromkeys("دض", "d"),
    **dict.fromkeys("ذزظ", "z"),
    **dict.fromkeys("سصث", "s"),
    "ش": "c",
    "ب": "b",
    "ف": "f",
    "م": "m",
    "ن": "n",
    "ل": "l",
    "ر": "r",
    **dict.fromkeys("حه", "h"),
}
_LOOSE = str.maketrans({"c": "s", "z": "s", "x": "k", "g": "k", "f": "b"})


@lru_cache(maxsize=200_000)
def skeleton(part: str) -> str:
    """Consonant key of a folded part: letters that foreign names are written with by turns are one, vowels are left out.

    ج غ ق; ط ت; ص س ث; ض د; ظ ذ ز; ح ه. تس and تز are ز, تش is ش, "نغ" and "نج" at the end are ن; doubles are single. A first vowel,
    و or ي stays, since it tells names apart.
    """
    if part.endswith("تشي"):  # the Turkish and Persian ending of trades
        part = part[:-3] + "جي"
    text = part.replace("تس", "ز").replace("تز", "ز").replace("تش", "ش")
    if text.startswith("دج") and text[2:3] in "اوي":
        text = text[1:]
    if len(text) > 3 and text[-2] == "ن" and text[-1] in "غجق":
        text = text[:-1]
    out: list[str] = []
    last = len(text) - 1
    before = ""
    for at, letter in enumerate(text):
        sound = _CONSONANTS.get(letter)
        if at == last and letter == "ه":
            sound = None
        if sound is None:
            if at == 0:
                out.append("w" if letter == "و" else "y" if letter == "ي" else "a")
            elif letter.isascii() and letter.isalpha():
                out.append(letter)
        elif before != sound:
            out.append(sound)
        before = sound or ""
    return "".join(out)


@lru_cache(maxsize=200_000)
def loose(sound_key: str) -> str:
    """A consonant key in which ش and س, ز and س, خ and ك, ج and ك, ف and ب are one: for finding candidates, not for deciding."""
    key = sound_key.translate(_LOOSE)
    return re.sub(r"(.)\1+", r"\1", key[:1] + key[1:])


def latin_sound(latin: str) -> str:
    """A key under which usual Latin spellings of one name fall together (Sergey, Sergei, Sergiy; Yusuf, Youssef)."""
    text = unicodedata.normalize("NFKD", latin.lower())
    text = "".join(c for c in text if c.isalpha() and c.isascii())
    for old, new in _LATIN_SOUNDS:
        text = text.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", text)


_LATIN_SOUNDS = (
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("w", "v"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("ie", "i"), ("y", "i"), ("j", "i"), ("o", "u"), ("e", "a"),
)  # fmt: skip


# --- reference --------------------------------------------------------------------------------------------------------


class Known(NamedTuple):
    """What the reference lists know of a part: usual Latin spellings with counts, groups of equal spellings, how usual it
    is among Arab, Iranian and Pakistani people (`native`), as a given name, as a surname, in all, and among the people of which Arab, Iranian, Afghan or Pakistani state."""

    latin: tuple[str, ...]
    counts: tuple[int, ...]
    groups: frozenset[int]
    native: int
    given: int
    surname: int
    total: int
    states: tuple[str, ...]
    state_counts: tuple[int, ...]
    keeps_al: bool


class Reference:
    """The reference lists of name parts, read once."""

    def __init__(self, folder: Path = REFERENCE) -> None:
        frame = pl.read_ipc(folder / "name_parts.arrow")
        sounding = frame.filter(pl.col("sound").is_not_null())
        self._sounds = (sounding["key"].to_list(), sounding["sound"].to_list())
        self._rows = dict(
            zip(
                frame["key"].to_list(),
                frame.select(pl.exclude("key", "sound")).iter_rows(),
                strict=True,
            )
        )
        self._known: dict[str, Known | None] = {}
        self.total = max(1, int(frame["total"].sum()))
        self.state_totals: dict[str, int] = {}
        for states, counts in frame.select("states", "state_counts").iter_rows():
            for state, count in zip(states, counts, strict=True):
                self.state_totals[state] = self.state_totals.get(state, 0) + count
        groups: dict[str, set[int]] = {}
        for number, row in enumerate(table(folder / "nicknames.tsv")):
            for form in row["names"].split("|"):
                groups.setdefault(fold(form), set()).add(number)
        self.nicknames: dict[str, frozenset[int]] = {
            form: frozenset(of) for form, of in groups.items()
        }

    def sounds(self) -> Iterable[tuple[str, str]]:
        """Longer parts that have a Latin spelling, with their consonant keys."""
        return zip(*self._sounds, strict=True)

    def known(self, part: str) -> Known | None:
        """What is known of a folded part, with or without the article; None for nothing."""
        if part not in self._known:
            row = self._rows.get(part)
            self._known[part] = (
                Known(tuple(row[0]), tuple(row[1]), frozenset(row[2]), *row[3:]) if row else None
            )
        return self._known[part]

    @lru_cache(maxsize=200_000)  # noqa: B019 - one reference lives as long as the process
    def latin_profile(self, part: str) -> dict[str, float]:
        """Shares of the Latin sounds that a part is written with; empty for an unknown part."""
        known = self.known(part)
        if known is None or not known.latin:
            return {}
        profile: dict[str, float] = {}
        for latin, count in zip(known.latin, known.counts, strict=True):
            sound = latin_sound(latin)
            profile[sound] = profile.get(sound, 0.0) + count
        norm = math.sqrt(sum(v * v for v in profile.values()))
        return {sound: value / norm for sound, value in profile.items()}


@lru_cache(maxsize=1)
def reference() -> Reference:
    """The packaged reference lists."""
    return Reference()


def table(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header line and `#` comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(
            csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        )


# --- parts ------------------------------------------------------------------------------------------------------------


class Part(NamedTuple):
    """A part of a name: folded key without article; `kind` plain, father (بن) or clan (آل); `article`: printed with ال."""

    key: str
    kind: str = "plain"
    article: bool = False


@dataclass(frozen=True)
class Name:
    """A name cut into parts; `honorific` is the title that it is borne with (الملك سلمان), folded."""

    parts: tuple[Part, ...]
    honorific: str | None = None

    @cached_property
    def key(self) -> str:
        """Parts joined by spaces: equal for spellings that differ in nothing but folding, glue, بن and the article."""
        return " ".join(part.key for part in self.parts)

    @cached_property
    def glued(self) -> str:
        """Consonant key of the whole name, without spaces."""
        return "".join(skeleton(part.key) for part in self.parts)


@cache
def words(kind: str) -> frozenset[str]:
    """Folded words of a kind of `name_words.tsv`."""
    rows = table(REFERENCE / "name_words.tsv")
    return frozenset(
        fold(word) for row in rows if row["kind"] == kind for word in row["words"].split("|")
    )


_HONORIFICS = words("honorific")
_BARE_HONORIFICS = words("bare honorific")
_FATHER = words("father")
_SECOND_HALF = words("second half")
_SUFFIX = words("suffix")
_FOREIGN = words("particle") | words("leading particle")
_FOREIGN_FIRST = words("leading particle")


@lru_cache(maxsize=300_000)
def parse(name: str) -> Name:
    """A printed name as parts. Latin in brackets, quotes and marks are left out; a name without letters has no parts."""
    said, hamza = _words(name)
    raw = said
    honorific = None
    while len(said) > 1 and (title := _honorific(said[0])):
        honorific = honorific or title
        said, hamza = said[1:], hamza[1:]
    parts: list[Part] = []
    at = 0
    while at < len(said):
        word = said[at]
        rest = said[at + 1 :]
        kind = "plain"
        if word in _FATHER and rest:
            kind, at = "father", at + 1
            word, rest = said[at], said[at + 1 :]
            if word == "الشيخ" and rest:  # ولد الشيخ الغزواني
                at += 1
                word, rest = said[at], said[at + 1 :]
        elif word == "ال" and rest:  # آل: a clan
            kind, at = "clan", at + 1
            word, rest = said[at], said[at + 1 :]
        first = word
        if word == "عبد" and rest:
            word, at = "عبد" + rest[0], at + 1
        elif word in ("ابو", "ابا", "ام") and rest:
            word, at = ("ام" if word == "ام" else "ابو") + _bare(rest[0]), at + 1
        elif word == "ابي" and rest and at > 0:
            word, at = "ابو" + _bare(rest[0]), at + 1
        elif rest and ((word in _FOREIGN and parts) or word in _FOREIGN_FIRST):
            while (rest and word in _FOREIGN_FIRST | _FOREIGN) or (rest and said[at] in _FOREIGN):
                at += 1
                word += said[at]
                rest = said[at + 1 :]
        elif kind == "plain" and parts and _of_father(word):
            kind, word = "father", word[2:]
        elif word.startswith("ابوال") and len(word) > 7:
            word = "ابو" + word[5:]
        else:
            word = word if hamza[at] else _bare(word)
        rest = said[at + 1 :]
        if (rest and rest[0] in _SECOND_HALF and not word.startswith("عبدال")) or (
            rest and rest[0] in _SUFFIX
        ):
            word, at = word + rest[0], at + 1
        if word:
            parts.append(Part(word, kind, first.startswith("ال") and not word.startswith("ال")))
        at += 1
    if not parts and raw:
        parts = [Part(raw[-1])]
    return Name(tuple(parts), honorific)


def _of_father(word: str) -> bool:
    """Whether a folded word is بن with the father's first name glued to it, as the Maghreb writes (بنموسى)."""
    father = reference().known(word[2:]) if word.startswith("بن") and len(word) > 4 else None
    return father is not None and father.given > 0


def _words(name: str) -> tuple[list[str], list[bool]]:
    """Folded found, and which of them begin with a written hamza (so not with the article)."""
    text = _NOT_NAME.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKC", name)).lower())
    found, hamza = [], []
    for word in text.split():
        folded = word.translate(_FOLD)
        if folded:
            found.append(folded)
            hamza.append(word[0] in "أإآ")
    return found, hamza


def _honorific(word: str) -> str | None:
    """The title that a folded word is, without article and clitics (للوزير); None for any other word."""
    for prefix in ("ال", "لل", "وال", "بال"):
        if word.startswith(prefix) and word[len(prefix) :] in _HONORIFICS:
            return word[len(prefix) :]
    return word if word in _BARE_HONORIFICS else None


def _bare(word: str) -> str:
    """A folded word without the article; names that begin with these letters by nature (ألكسندر, إلهام) keep them."""
    if len(word) > 4 and word.startswith("ال"):
        known = reference().known(word)
        if known is None or not known.keeps_al:
            return word[2:]
    return word


# --- comparing --------------------------------------------------------------------------------------------------------

SAME = 1.0
#: Beginnings that say nothing of which of two names is meant.
_HALVES = ("عبدال", "ابو")
#: Two short syllables with one sound (ون, وين): enough only beside two other parts that agree.
SYLLABLE = 0.3


@lru_cache(maxsize=1_000_000)
def likeness(a: str, b: str) -> float:
    """How surely two folded parts are spellings of one name: 1 the same letters, 0 two names.

    In this order: the same letters; a group of spellings of one Wikidata item, or the same Latin sounds; a
    diminutive; for two names of which the lists know Latin spellings that have no sound in common: 0; the same consonants,
    guarded where few are left; nearly the same letters. Arab given names differ by vowels alone (حسن, حسين), so two
    of them are one only if their Latin spellings say so.
    """
    if a == b:
        return SAME
    if not a or not b:
        return 0.0
    if a > b:
        a, b = b, a
    if a[:-1] == b[:-1] and {a[-1], b[-1]} == {"ا", "ه"}:  # سارا, سارة
        return 0.95
    for shared_half in _HALVES:
        if a.startswith(shared_half) and b.startswith(shared_half) and shared_half not in (a, b):
            return likeness(a[len(shared_half) :], b[len(shared_half) :])
    lists = reference()
    sound_a, sound_b = skeleton(a), skeleton(b)
    same_sound = sound_a == sound_b
    near = loose(sound_a) == loose(sound_b)
    letters = Levenshtein.normalized_similarity(a, b)
    known_a, known_b = lists.known(a), lists.known(b)
    if known_a and known_b:
        profile_a, profile_b = lists.latin_profile(a), lists.latin_profile(b)
        shared = sum(weight * profile_b.get(sound, 0.0) for sound, weight in profile_a.items())
        if _nicknames(lists, a, b):
            return 0.95 if shared >= 0.3 and near else 0.85
        native = known_a.native >= 3 and known_b.native >= 3
        if native:
            return (
                0.9 if shared >= 0.6 and letters >= 0.6 and (same_sound or letters >= 0.75) else 0.0
            )
        grouped = bool(known_a.groups & known_b.groups)
        if (grouped or shared >= 0.3) and (near or letters >= 0.6):
            return 0.95
        if grouped or shared >= 0.3:
            return 0.6 if letters >= 0.5 else 0.0
        if known_a.total >= 3 and known_b.total >= 3 and profile_a and profile_b:
            if same_sound and min(len(a), len(b)) >= 5 and letters >= 0.75:
                return 0.5
            return SYLLABLE if same_sound and max(len(a), len(b)) <= 3 else 0.0
    if _nicknames(lists, a, b):
        return 0.85
    if same_sound:
        arab = any(known and known.native >= 3 for known in (known_a, known_b))
        if arab and _letters_only(a) != _letters_only(b):
            return 0.5 if letters >= 0.7 else 0.0  # ج, غ and ق are one in foreign names only
        if len(sound_a) >= 3:
            return 0.9 if letters >= 0.7 else 0.75 if letters >= 0.5 else 0.5
        if len(sound_a) == 2:
            return 0.75 if letters >= 0.65 else 0.0
        return 0.6 if letters >= 0.75 else 0.0
    shorter = min(len(a), len(b))
    if near and letters >= 0.6:
        return 0.8 if len(sound_a) >= 3 and len(sound_b) >= 3 else 0.6 if shorter >= 3 else 0.0
    if _unglued(a) == b or _unglued(b) == a:
        return 0.9
    slips = OSA.distance(a, b, score_cutoff=2)
    if slips == 1 and shorter >= 6:
        return 0.7
    return 0.6 if slips == 2 and shorter >= 9 else 0.0


def _unglued(part: str) -> str:
    """A part without the function word that stuck to it where a page lost a space (إردوغانفي)."""
    for word in words("glued"):
        if part.endswith(word) and len(part) >= len(word) + 5:
            return part[: -len(word)]
    return part


def _letters_only(part: str) -> str:
    return part.translate(_NO_VOWELS)


_NO_VOWELS = str.maketrans("", "", "اويه")


def _nicknames(lists: Reference, a: str, b: str) -> bool:
    return bool(lists.nicknames.get(a, frozenset()) & lists.nicknames.get(b, frozenset()))


class Match(NamedTuple):
    """Two parts laid beside each other: their places and `likeness`."""

    a: int
    b: int
    like: float


class Alignment(NamedTuple):
    """Two names laid beside each other: pairs of indexes with likeness, and the indexes left alone on either side."""

    pairs: tuple[Match, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


def align(a: Sequence[Part], b: Sequence[Part]) -> Alignment:
    """The order-keeping alignment of the parts of two names with the greatest sum of likeness."""
    rows, columns = len(a), len(b)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    like = [[part_likeness(x, y) for y in b] for x in a]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            take = like[i][j] + best[i + 1][j + 1] if like[i][j] > 0 else 0.0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    pairs: list[Match] = []
    i = j = 0
    while i < rows and j < columns:
        if like[i][j] > 0 and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append(Match(i, j, like[i][j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    in_a, in_b = {p[0] for p in pairs}, {p[1] for p in pairs}
    return Alignment(
        tuple(pairs),
        tuple(i for i in range(rows) if i not in in_a),
        tuple(j for j in range(columns) if j not in in_b),
    )


def part_likeness(a: Part, b: Part) -> float:
    """`likeness` of two parts, whatever their kind: بن كيران is بنكيران, آل نهيان is نهيان."""
    if {a.kind, b.kind} == {"father", "clan"}:
        return 0.0
    value = likeness(a.key, b.key)
    if value < SAME and a.kind != b.kind:
        glued_a = "بن" + a.key if a.kind == "father" else a.key
        glued_b = "بن" + b.key if b.kind == "father" else b.key
        value = max(value, likeness(glued_a, glued_b))
    if value < SAME and a.article != b.article:  # الينيك may be ألينيك
        value = max(
            value,
            likeness("ال" + a.key if a.article else a.key, "ال" + b.key if b.article else b.key),
        )
    return value


_WITHOUT_DOTS = str.maketrans("ذظث", "دضت")


def block_codes(part: str, article: bool = False) -> set[str]:
    """Keys under which a part meets every part that it may be likened to (diminutives included)."""
    codes = {loose(skeleton(part))}
    if article and reference().known(part) is None:
        codes.add(loose(skeleton("ال" + part)))
    if (whole := _unglued(part)) != part and reference().known(part) is None:
        codes.add(loose(skeleton(whole)))
    if (plain := part.translate(_WITHOUT_DOTS)) != part:  # الشاذلي, الشادلي
        codes.add(loose(skeleton(plain)))
    codes.update(f"#{group}" for group in reference().nicknames.get(part, ()))
    return codes


def rarity(part: str, corpus: int = 0, corpus_total: int = 0) -> float:
    """Natural logarithm of one in how many people bear this part: from the reference lists and the corpus together."""
    known = reference().known(part)
    count = (known.total if known else 0) + corpus
    return math.log((reference().total + corpus_total) / (count + 3.0))
