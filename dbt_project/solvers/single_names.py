"""People whose article gives one part of their name: a surname, a king's name.

Here: article by article, among the individuals who bear the part, weighed by how often they are in
the news, state, role, companions and time. It joins one who has most of the weight. What is left is
one row per name and state where the name is rare, else one row per article: nobody knows whether
two articles' "أحمد" are one man. Not here: full names (`solvers.full_names`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from solvers.local_people import Local
from solvers.names import Name
from solvers.reference import rarity, words
from solvers.sounds import skeleton
from solvers.spellings import block_codes, likeness

#: Share of the weight that an individual needs to be given a name of one part.
SETTLED = 0.75
#: A surname alone means the best known bearer more often than his share of the articles with the
#: full name.
FAME = 1.4
#: Weight against a bearer whose name is spelled otherwise: without a second part, likeness is often
#: chance.
OTHER_SPELLING = 2.0
#: From this rarity on, a name of one part is taken for one individual per state.
RARE = 7.0
#: People in an article from which on it says nothing of who stands beside whom.
_CROWD = 40

_ROYAL = words("royal")
_MONARCH = words("monarch")


@dataclass
class _Individual:
    """What a name of one part is compared with."""

    weight: float
    states: Counter[str]
    roles: frozenset[str]
    genders: Counter[str]
    first_day: int | None
    last_day: int | None
    honorifics: set[str]


def add_single_names(locals_: list[Local], clusters: list[list[int]]) -> list[list[int]]:
    """Adds local people with a name of one part to the clusters, or makes clusters of their own."""
    bearers = _Bearers(locals_, clusters)
    out = [list(members) for members in clusters]
    left: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, person in enumerate(locals_):
        if not person.name.parts:
            left["", person.article, str(person.number)].append(at)
        elif len(person.name.parts) == 1:
            chosen = bearers.one_meant(person)
            (left[bearers.own_row(person)] if chosen is None else out[chosen]).append(at)
    out += _own_rows(locals_, left)
    return [sorted(members) for members in out]


class _Bearers:
    """The individuals with full names, by each part that they bear, and who stands in the news with
    whom.
    """

    def __init__(self, locals_: list[Local], clusters: list[list[int]]) -> None:
        self.individuals = [_individual(locals_, members) for members in clusters]
        #: Part of a name to the individuals who bear it: what it costs to be called by it, and its
        #: place in the name.
        self.of_part: dict[str, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.counts: Counter[str] = Counter()
        for number, members in enumerate(clusters):
            self._add(number, [locals_[at].name for at in members])
        self.total = sum(self.counts.values())
        self.by_code: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.of_part):
            for code in _codes(key):
                self.by_code[code].append(key)
        self.in_article: dict[str, set[int]] = defaultdict(set)
        for number, members in enumerate(clusters):
            for at in members:
                self.in_article[locals_[at].article].add(number)
        self.company: dict[int, Counter[int]] = defaultdict(Counter)
        for present in self.in_article.values():
            if len(present) <= _CROWD:
                for one in present:
                    self.company[one].update(present)
        self.alike: dict[str, list[tuple[str, float]]] = {}

    def _add(self, number: int, names: list[Name]) -> None:
        forms = {name.key: name for name in names}
        usual = Counter(name.key for name in names)
        shares: Counter[str] = Counter()
        for key, form in forms.items():
            for part_key in {part.key for part in form.parts}:
                shares[part_key] += usual[key]
        for form in forms.values():
            for place, part in enumerate(form.parts):
                if shares[part.key] * 5 < len(names):
                    continue  # a word too many in a few places
                cost = 0.0 if place == len(form.parts) - 1 else -2.5 if place == 0 else -1.0
                cost += math.log(shares[part.key] / len(names))
                if part.kind == "father":
                    cost -= 1.0
                for key in {part.key, "بن" + part.key} if part.kind == "father" else {part.key}:
                    bearers = self.of_part[key]
                    if number not in bearers or bearers[number][0] < cost:
                        bearers[number] = (cost, place)
        self.counts.update({part.key for form in forms.values() for part in form.parts})

    def one_meant(self, person: Local) -> int | None:
        """The individual whom a name of one part means in its article; None where nobody has most
        of the weight.
        """
        rare = self._rarity(person)
        weights: dict[int, float] = {}
        here = self.in_article[person.article]
        for other, like in self._alike(person.name.parts[0].key):
            for number, (cost, place) in self.of_part[other].items():
                if number in here:
                    continue  # the reader kept them apart
                shared = sum(1 for one in here if self.company[number][one])
                value = _weigh(person, self.individuals[number], place, rare, shared)
                if value is None:
                    continue
                value += cost + min(2.0, 0.7 * shared) - (OTHER_SPELLING if like < 1.0 else 0.0)
                weights[number] = max(weights.get(number, -99.0), value)
        return _settle(weights, self.individuals, rare)

    def own_row(self, person: Local) -> tuple[str, ...]:
        """What people whom nobody's full name fits have in common to be one row."""
        honorific = person.name.honorific or ""
        row = (person.name.parts[0].key, person.country or "", honorific)
        is_one = self._rarity(person) >= RARE or (honorific in _ROYAL and person.country)
        return row if is_one else (*row, person.article)

    def _rarity(self, person: Local) -> float:
        key = person.name.parts[0].key
        return rarity(key, self.counts[key], self.total)

    def _alike(self, key: str) -> list[tuple[str, float]]:
        if key not in self.alike:
            near = {k for code in _codes(key) for k in self.by_code[code]} | {key}
            self.alike[key] = [
                (k, like) for k in sorted(near) if (like := _alone(key, k)) and k in self.of_part
            ]
        return self.alike[key]


def _codes(key: str) -> list[str]:
    """Keys of blocks of a part by its sound; diminutives are no surnames."""
    return [code for code in block_codes(key) if not code.startswith("#")]


def _alone(a: str, b: str) -> float:
    """`likeness` of parts that stand alone: with no other part to agree, the letters must be nearly
    the same.
    """
    like = likeness(a, b)
    if like == 1.0:
        return like
    close = Levenshtein.normalized_similarity(a, b) >= (0.7 if len(skeleton(a)) >= 4 else 0.8)
    return like if like >= 0.9 and close and len(skeleton(a)) >= 3 else 0.0


def _individual(locals_: list[Local], members: list[int]) -> _Individual:
    people = [locals_[at] for at in members]
    days = [p.day for p in people if p.day is not None]
    roles: Counter[str] = Counter(w for p in people for w in p.role)
    return _Individual(
        sum(p.weight for p in people),
        Counter(p.country for p in people if p.country),
        frozenset(w for w, n in roles.items() if n * 10 >= len(people)),
        Counter(p.gender for p in people if p.gender),
        min(days, default=None),
        max(days, default=None),
        {p.name.honorific for p in people if p.name.honorific},
    )


def _weigh(person: Local, one: _Individual, place: int, rare: float, shared: int) -> float | None:
    """Weight of an individual for a name of one part in an article; None where it cannot be
    theirs.
    """
    value = 0.0
    royal = person.name.honorific in _ROYAL
    if place == 0 and not royal:
        # Who is called by a first name alone has a rare one, and something else in common.
        known = person.country in one.states if person.country else shared >= 2
        if rare < RARE or not known:
            return None
    if royal:
        honorific = person.name.honorific or ""
        known = honorific in one.honorifics or honorific in one.roles
        if honorific in _MONARCH and (place > 0 or not known):
            return None  # kings and popes go by their first name
        value += 2.5 if known else -2.5
        value += 2.5 if place == 0 else 0.0
    if person.country and one.states:
        share = one.states[person.country] / sum(one.states.values())
        value += 1.5 if share >= 0.3 else 0.0 if share >= 0.1 else -4.0 if person.is_said else -3.0
    if person.role and one.roles:
        value += 1.5 if len(person.role & one.roles) >= 0.6 * len(person.role) else -0.5
    if person.gender and one.genders and person.gender != one.genders.most_common(1)[0][0]:
        value -= 5.0
    if person.day is not None and one.first_day is not None and one.last_day is not None:
        distance = max(one.first_day - person.day, person.day - one.last_day, 0)
        value -= 1.5 if distance > 1000 else 0.5 if distance > 300 else 0.0
    return value


def _settle(weights: dict[int, float], individuals: list[_Individual], rare: float) -> int | None:
    """The individual with most of the weight, if it is enough; somebody unheard of always has
    some.
    """
    if not weights:
        return None
    odds = {
        n: max(0.5, individuals[n].weight) ** FAME * math.exp(value) for n, value in weights.items()
    }
    best = min(odds, key=lambda n: (-odds[n], n))
    unheard = 0.5 * math.exp(7.5 - rare)
    return best if odds[best] >= SETTLED * (sum(odds.values()) + unheard) else None


def _own_rows(locals_: list[Local], left: dict[tuple[str, ...], list[int]]) -> list[list[int]]:
    """Clusters of names of one part that nobody else has: spellings of one rare name within a state
    are joined.
    """
    keys = sorted(left)
    parent = {key: key for key in keys}

    def find(key: tuple[str, ...]) -> tuple[str, ...]:
        while parent[key] != key:
            key = parent[key]
        return key

    by_sound: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        if len(key) == 3 and key[0]:
            by_sound[skeleton(key[0])].append(key)
    for same in by_sound.values():
        for n, a in enumerate(same[:200]):
            for b in same[n + 1 : 200]:
                one, other = sorted((find(a), find(b)))
                if one == other or (a[2] and b[2] and a[2] != b[2]):
                    continue
                if len({key[1] for key in (a, b, one, other)} - {""}) < 2 and _alone(a[0], b[0]):
                    parent[other] = one
    merged: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key in keys:
        merged[find(key)] += left[key]
    return [merged[key] for key in sorted(merged)]
