"""Which two spellings of a name, or of a part of one, are one.

Here: how surely two parts are one, two names laid beside each other, keys under which parts that
may be one meet. Not here: parts (`solvers.names`), sounds (`solvers.sounds`), whether two names are
one individual's (`solvers.evidence`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from solvers.names import Part
from solvers.reference import Known, reference, words
from solvers.sounds import loose, skeleton

SAME = 1.0
#: Beginnings that say nothing of which of two names is meant.
_HALVES = ("عبدال", "ابو")
#: Two short syllables with one sound (ون, وين): enough only beside two other parts that agree.
SYLLABLE = 0.3
#: From so many Arab, Iranian and Pakistani bearers in the lists on, a part is a name of theirs.
_NATIVE = 3


@lru_cache(maxsize=1_000_000)
def likeness(a: str, b: str) -> float:
    """How surely two folded parts are spellings of one name: 1 the same letters, 0 two names.

    In this order: the same letters; a group of spellings of one Wikidata item, or the same Latin
    sounds; a diminutive; for two names of which the lists know Latin spellings that have no sound
    in common: 0; the same consonants, guarded where few are left; nearly the same letters. Arab
    given names differ by vowels alone (حسن, حسين), so two of them are one only if their Latin
    spellings say so.
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
    pair = _Pair.of(a, b)
    said = _by_lists(pair)
    if said is not None:
        return said
    if _nicknames(a, b):
        return 0.85
    return _by_sound(pair) if pair.same_sound else _by_letters(pair)


class _Pair(NamedTuple):
    """Two different parts with what is known of each, and of both together."""

    a: str
    b: str
    sounds: tuple[str, str]
    known: tuple[Known | None, Known | None]
    #: 1 less their edit distance as a share of the longer one.
    letters: float
    same_sound: bool
    #: The same but for sounds that transliterations confuse.
    near: bool

    @staticmethod
    def of(a: str, b: str) -> _Pair:
        lists = reference()
        sounds = skeleton(a), skeleton(b)
        return _Pair(
            a,
            b,
            sounds,
            (lists.known(a), lists.known(b)),
            Levenshtein.normalized_similarity(a, b),
            sounds[0] == sounds[1],
            loose(sounds[0]) == loose(sounds[1]),
        )

    @property
    def shorter(self) -> int:
        return min(len(self.a), len(self.b))


def _by_lists(pair: _Pair) -> float | None:
    """What the lists say of two parts that both stand in them; None where they leave it open."""
    known_a, known_b = pair.known
    if known_a is None or known_b is None:
        return None
    profile_a, profile_b = reference().latin_profile(pair.a), reference().latin_profile(pair.b)
    shared = sum(weight * profile_b.get(sound, 0.0) for sound, weight in profile_a.items())
    letters = pair.letters
    if _nicknames(pair.a, pair.b):
        return 0.95 if shared >= 0.3 and pair.near else 0.85
    if known_a.native >= _NATIVE and known_b.native >= _NATIVE:
        alike = shared >= 0.6 and letters >= 0.6 and (pair.same_sound or letters >= 0.75)
        return 0.9 if alike else 0.0
    if known_a.groups & known_b.groups or shared >= 0.3:
        if pair.near or letters >= 0.6:
            return 0.95
        return 0.6 if letters >= 0.5 else 0.0
    if known_a.total >= 3 and known_b.total >= 3 and profile_a and profile_b:
        if pair.same_sound and pair.shorter >= 5 and letters >= 0.75:
            return 0.5
        return SYLLABLE if pair.same_sound and max(len(pair.a), len(pair.b)) <= 3 else 0.0
    return None


def _by_sound(pair: _Pair) -> float:
    """Two parts with the same consonants: the fewer there are, the more letters must agree."""
    arab = any(known and known.native >= _NATIVE for known in pair.known)
    if arab and _letters_only(pair.a) != _letters_only(pair.b):
        return 0.5 if pair.letters >= 0.7 else 0.0  # ج, غ and ق are one in foreign names only
    consonants = len(pair.sounds[0])
    if consonants >= 3:
        return 0.9 if pair.letters >= 0.7 else 0.75 if pair.letters >= 0.5 else 0.5
    if consonants == 2:
        return 0.75 if pair.letters >= 0.65 else 0.0
    return 0.6 if pair.letters >= 0.75 else 0.0


def _by_letters(pair: _Pair) -> float:
    """Two parts with different consonants: confusable ones, a glued word, slips of the pen."""
    if pair.near and pair.letters >= 0.6:
        if min(map(len, pair.sounds)) >= 3:
            return 0.8
        return 0.6 if pair.shorter >= 3 else 0.0
    if _unglued(pair.a) == pair.b or _unglued(pair.b) == pair.a:
        return 0.9
    slips = OSA.distance(pair.a, pair.b, score_cutoff=2)
    if slips == 1 and pair.shorter >= 6:
        return 0.7
    return 0.6 if slips == 2 and pair.shorter >= 9 else 0.0


def _unglued(part: str) -> str:
    """A part without the function word that stuck to it where a page lost a space (إردوغانفي)."""
    for word in words("glued"):
        if part.endswith(word) and len(part) >= len(word) + 5:
            return part[: -len(word)]
    return part


def _letters_only(part: str) -> str:
    return part.translate(_NO_VOWELS)


_NO_VOWELS = str.maketrans("", "", "اويه")


def _nicknames(a: str, b: str) -> bool:
    nicknames = reference().nicknames
    return bool(nicknames.get(a, frozenset()) & nicknames.get(b, frozenset()))


class Match(NamedTuple):
    """Two parts laid beside each other: their places and `likeness`."""

    a: int
    b: int
    like: float


class Alignment(NamedTuple):
    """Two names laid beside each other: pairs of indexes with likeness, and the indexes left alone
    on either side.
    """

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
