"""What a name sounds like: of which tongue the people are who bear such names.

Here: a naive Bayes classifier over the words of a name and their pairs and triples of letters,
learned from `known_people` by the groups of states in `tongues`. In five folds over the first
3,800 of them it named the tongue of 68 in a hundred; what it is asked for is less: whether a name
can be of a state's tongue at all. At the shares of the table it said no to 5 to 10 in a hundred of
the Russians, Britons, Israelis, Arabs and Chinese, and to 85 to 95 of the others. Not here: whose
state a person is of (`reader.names.states`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reader.lexicon import table
from reader.names.parts import parts_of
from reader.text import key

#: Additive smoothing of the counts.
_SMOOTHING = 0.3
#: Letters of a word overlap in the features and say nearly the same several times over: their
#: evidence counts half.
_TEMPER = 0.5
#: Share of the chances at which the tongue of a name is taken for sure; of a name whose words are
#: Arab ones too ("دانيال"), but for Hebrew.
_SURE, _SURE_OF_NATIVE = 0.82, 0.97
#: Tongues whose people bear many names that Arabs bear too.
_NEAR = frozenset(("arabic", "persian", "turkish", "african", "malay", "indian"))
#: How much the number of known people of a tongue counts beforehand.
_PRIOR = 0.25


class _Model(NamedTuple):
    """Tongues, their prior weights, the weight of a feature never seen, and weights of the others;
    all by tongue.
    """

    tongues: tuple[str, ...]
    prior: tuple[float, ...]
    unseen: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


def can_be_of(name: str, state: str, doubt: float = 1.0) -> bool:
    """Whether a name may be one of a state's people; True where the state's tongue is not known.
    `doubt` times the usual share is asked for.
    """
    tongue = _tongue_of().get(state)
    return tongue is None or tongues_of(name).get(tongue[0], 1.0) >= doubt * tongue[1]


def foreign_tongue(name: str, is_native: bool) -> str | None:
    """The tongue that a name is surely of, of those whose names no Arab bears; None where it is not
    sure. `is_native`: its words are Arab ones.
    """
    tongue, share = max(tongues_of(name).items(), key=lambda pair: pair[1])
    if tongue in _NEAR:
        return None
    is_sure = share >= (_SURE_OF_NATIVE if is_native and tongue != "hebrew" else _SURE)
    return tongue if is_sure else None


def is_heard_in(tongue: str, state: str) -> bool:
    """Whether people of a state bear names of a tongue, as most there or as some; True where the
    state's tongue is not known.
    """
    own = _tongue_of().get(state)
    return own is None or own[0] == tongue or state in _heard_in()[tongue]


@lru_cache(maxsize=20_000)
def tongues_of(name: str) -> dict[str, float]:
    """Every tongue to its share of the chances that the name is of it."""
    model = _model()
    scores = list(model.prior)
    for feature in _features(parts_of(tuple(key(name).split()))):
        weights = model.weights.get(feature, model.unseen)
        scores = [score + weight for score, weight in zip(scores, weights, strict=True)]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    return {tongue: odd / sum(odds) for tongue, odd in zip(model.tongues, odds, strict=True)}


def _features(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        word = f"^{part}$"
        yield f"={word}"
        for size in (2, 3):
            yield from (word[at : at + size] for at in range(len(word) - size + 1))


@cache
def _tongue_of() -> dict[str, tuple[str, float]]:
    return {
        state: (row["tongue"], float(row["strict"]))
        for row in table("tongues")
        for state in row["states"].split("|")
    }


@cache
def _heard_in() -> dict[str, frozenset[str]]:
    return {row["tongue"]: frozenset(row["also"].split("|")) for row in table("tongues")}


@cache
def _model() -> _Model:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    for row in table("known_people"):
        parts = parts_of(tuple(row["name"].split()))
        tongue = _tongue_of().get(row["country"])
        if tongue is not None and len(parts) > 1:
            people[tongue[0]] += 1
            counts[tongue[0]].update(_features(parts))
    tongues = tuple(sorted(people))
    features = {feature for counted in counts.values() for feature in counted}
    total = [sum(counts[tongue].values()) + _SMOOTHING * len(features) for tongue in tongues]

    def weigh(found: list[int]) -> tuple[float, ...]:
        return tuple(
            _TEMPER * math.log((count + _SMOOTHING) / whole)
            for count, whole in zip(found, total, strict=True)
        )

    return _Model(
        tongues,
        tuple(_PRIOR * math.log(people[tongue]) for tongue in tongues),
        weigh([0] * len(tongues)),
        {feature: weigh([counts[tongue][feature] for tongue in tongues]) for feature in features},
    )
