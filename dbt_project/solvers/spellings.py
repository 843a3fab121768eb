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
from solvers.reference import Reference, reference, words
from solvers.sounds import loose, skeleton

SAME = 1.0
#: Beginnings that say nothing of which of two names is meant.
_HALVES = ("عبدال", "ابو")
#: Two short syllables with one sound (ون, وين): enough only beside two other parts that agree.
SYLLABLE = 0.3


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
