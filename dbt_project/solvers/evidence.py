"""What two full names say of whether they are one individual's: weights in the sense of Fellegi and
Sunter (1969).

Here: parts that agree count by their rarity, parts that one name lacks cost. Not here: single parts
(`solvers.spellings`), what else speaks for or against (state, role, sex: `solvers.full_names`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from solvers.latin import are_one_listed
from solvers.names import Name
from solvers.reference import rarity, reference, words
from solvers.sounds import loose, skeleton
from solvers.spellings import SYLLABLE, Alignment, align

#: Prior weights against: two spellings, a form within a longer one mean one individual.
PRIOR_SPELLING, PRIOR_WITHIN = -8.0, -8.5
RARITY_CAP = 9.0
#: What it costs to leave out a part that no form of the same name lacks.
NEVER = 20.0


class Pair(NamedTuple):
    """What two forms of names say about each other: weight of the parts in common, less the prior;
    `within`: one is longer.
    """

    weight: float
    within: bool


class Evidence:
    """Name evidence over forms, with the corpus' own counts of parts."""

    def __init__(self, forms: Iterable[Name]) -> None:
        self.counts: Counter[str] = Counter(part.key for form in forms for part in form.parts)
        self.total = sum(self.counts.values())
        self._rarity: dict[str, float] = {}
        self._compatible: dict[tuple[str, str], bool] = {}

    def rarity(self, part: str) -> float:
        value = self._rarity.get(part)
        if value is None:
            value = self._rarity[part] = min(
                RARITY_CAP, rarity(part, self.counts[part], self.total)
            )
        return value

    def own(self, form: Name) -> float:
        """Weight of a form that agrees with itself."""
        return sum(self.rarity(part.key) for part in form.parts)

    def pair(self, a: Name, b: Name) -> Pair | None:
        """Weight of two forms; None if they contradict each other or have less than two parts in
        common.
        """
        if are_one_listed(a, b):
            return Pair(max(self.own(a), self.own(b)) + PRIOR_SPELLING, False)
        laid = align(a.parts, b.parts)
        if laid.only_a and laid.only_b and not _other_kinds(a, laid.only_a, b, laid.only_b):
            return self.glued(a, b)
        if _other_father(a, b, laid):
            return None
        if len(laid.pairs) < 2 or (len(laid.pairs) < 3 and laid.pairs[-1].like == SYLLABLE):
            return self.glued(a, b)
        weight = 0.0
        for i, j, like in laid.pairs:
            rare = min(self.rarity(a.parts[i].key), self.rarity(b.parts[j].key))
            if like == 1.0:
                weight += rare
            elif like >= 0.85:
                weight += rare * like - 0.5
            else:
                weight += rare * like - 5.0 * (0.9 - like)
        for form, left in ((a, laid.only_a), (b, laid.only_b)):
            first = next(n for n in range(len(form.parts) + 1) if n not in left)
            for at in left:
                weight -= 3.0 if 0 < at < first else self.missing(form, at, first)
        within = bool(laid.only_a or laid.only_b)
        if within and min(pair.like for pair in laid.pairs) < 1.0:
            weight -= 2.5
        return Pair(weight + (PRIOR_WITHIN if within else PRIOR_SPELLING), within)

    def _fits(self, a: Name, b: Name) -> bool:
        laid = align(a.parts, b.parts)
        if laid.pairs and laid.only_a and laid.only_a == laid.only_b:
            return all(_slip(a.parts[at].key, b.parts[at].key) for at in laid.only_a)
        if len(laid.pairs) < 2:
            return False
        if laid.only_a and laid.only_b and not _other_kinds(a, laid.only_a, b, laid.only_b):
            return False
        if _other_father(a, b, laid):
            return False
        left = [(a, at) for at in laid.only_a] + [(b, at) for at in laid.only_b]
        starts = [
            next(n for n in range(len(form.parts) + 1) if n not in only)
            for form, only in ((a, laid.only_a), (b, laid.only_b))
        ]
        return all(self.missing(form, at, starts[form is b]) < NEVER for form, at in left)

    def missing(self, form: Name, at: int, first: int) -> float:
        """What it costs that the other name lacks a part: little for ancestors and clan, much for
        the first. `first` is the first part that both have.

        Before a full Arab name a given name makes a child of the man (أحمد علي عبد الله صالح), but
        for محمد, which many bear before the name that they go by. In names of short syllables none
        is left out (لي تشيانغ, لي كه تشيانغ).
        """
        part = form.parts[at]
        if part.kind != "plain":
            return 0.5
        if at == 0:
            if form.parts[min(first, len(form.parts) - 1)].kind == "father":
                return NEVER
            child = all(_is_native(other.key) for other in form.parts) and _is_given(
                form.parts[min(first, len(form.parts) - 1)].key
            )
            return 12.0 if child and part.key != "محمد" else 4.0
        if part.key in words("generation"):
            return NEVER
        if part.key in words("letter"):
            return 0.5
        if 2 <= len(part.key) <= 3 and not _is_native(part.key):
            return 10.0
        return 1.0

    def glued(self, a: Name, b: Name) -> Pair | None:
        """Weight of forms that differ in where words are parted (شي جين بينغ, شي جينبينغ) or in
        their order (برنار هنري ليفي).
        """
        if (
            len(a.parts) >= 3
            and sorted(a.parts) == sorted(b.parts)
            and not all(_is_native(part.key) for part in a.parts)
        ):
            return Pair(self.own(a) * 0.9 + PRIOR_SPELLING, False)
        if a.glued != b.glued or len(a.glued) < 4 or len(a.parts) == len(b.parts):
            return None
        text_a, text_b = a.key.replace(" ", ""), b.key.replace(" ", "")
        if Levenshtein.normalized_similarity(text_a, text_b) < 0.8:
            return None
        return Pair(max(self.own(a), self.own(b)) * 0.9 + PRIOR_SPELLING, False)

    def compatible(self, a: Name, b: Name) -> bool:
        """Whether one individual can bear both forms."""
        if a.key > b.key:
            a, b = b, a
        known = self._compatible.get((a.key, b.key))
        if known is None:
            known = (
                a.key == b.key
                or are_one_listed(a, b)
                or self._fits(a, b)
                or self.glued(a, b) is not None
            )
            self._compatible[a.key, b.key] = known
        return known


def _is_given(part: str) -> bool:
    """A part that is a given name in a third of the cases or more."""
    known = reference().known(part)
    return known is not None and known.given * 2 >= known.surname


def _slip(a: str, b: str) -> bool:
    """Two parts that are too unlike to be joined for, and too like to keep two spellings of a name
    apart (دميترو, ديمتري).
    """
    return (
        not (_is_native(a) and _is_native(b))
        and loose(skeleton(a)) == loose(skeleton(b))
        and Levenshtein.normalized_similarity(a, b) >= 0.5
    )


def _other_father(a: Name, b: Name, laid: Alignment) -> bool:
    """One name says whose son he is (محمد ولد عبد العزيز), and the other has somebody else in
    between (محمد بن سلمان بن عبد العزيز).
    """
    for (i, j, _), (x, y, _) in pairwise(laid.pairs):
        if a.parts[x].kind == "father" and x == i + 1 and y > j + 1:
            return True
        if b.parts[y].kind == "father" and y == j + 1 and x > i + 1:
            return True
    return False


def _is_native(part: str) -> bool:
    """A part that people of Arab countries, Iran or Pakistan bear."""
    known = reference().known(part)
    return known is not None and known.native >= 3


def _other_kinds(a: Name, only_a: Sequence[int], b: Name, only_b: Sequence[int]) -> bool:
    """What is left alone on both sides does not contradict: ancestors here, the clan or family
    there.
    """
    if 0 in only_a or 0 in only_b:
        return False
    kinds_a = {a.parts[i].kind for i in only_a}
    kinds_b = {b.parts[j].kind for j in only_b}
    return ("father" in kinds_a and "father" not in kinds_b) or (
        "father" in kinds_b and "father" not in kinds_a
    )
