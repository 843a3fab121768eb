"""Who is who over all articles: people named in single articles become individuals.

Here: pure functions on frames, called by the dbt Python models `int_article_people` and `int_people`. Not here: what
names are (`solvers.names`), Latin spellings (`solvers.latin`), SQL.

The method is constrained agglomerative clustering over weights of evidence in the sense of Fellegi and Sunter (1969):
parts of a name that agree count by their rarity (natural logarithm of one in how many people bear them), agreement and disagreement
of state, role and sex count by fixed weights, and a prior says how unlikely it is that two forms of a name mean one
individual. What was measured is in docs/decisions (people-identity). In three steps:

1. A node is a form of a full name with one state. Nodes with one form, with forms that are spellings of each other, and with
   a form contained in the other's are joined, strongest evidence first, never so that a cluster holds two full names
   that contradict each other. Candidates come from blocks of consonant keys, not from all pairs.
2. A name of one part (a surname, a king's name) is settled article by article: among the individuals who bear it, weighed by how
   often they are in the news, state, role, companions and time. It joins one who has most of the weight.
3. What is left of these is one row per name and state where the name is rare, else one row per article: nobody knows
   whether two articles' "أحمد" are one man.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import polars as pl
from rapidfuzz.distance import Levenshtein

from solvers.latin import latin_name, listed_countries, public_bearers, public_person
from solvers.names import (
    SYLLABLE,
    Alignment,
    Name,
    align,
    block_codes,
    fold,
    likeness,
    loose,
    parse,
    rarity,
    reference,
    skeleton,
    words,
)

#: Prior weights against: two nodes with one form, two spellings, a form within a longer one mean one individual.
PRIOR_FORM, PRIOR_SPELLING, PRIOR_WITHIN = -6.0, -8.0, -8.5
SAME_STATE, OTHER_STATE, SAME_ROLE, OTHER_SEX = 2.0, -5.0, 1.5, -6.0
RARITY_CAP = 9.0
BLOCK_CAP = 600
#: What it costs to leave out a part that no form of the same name lacks.
NEVER = 20.0
#: Share of the weight that an individual needs to be given a name of one part.
SETTLED = 0.75
#: A surname alone means the best known bearer more often than his share of the articles with the full name.
FAME = 1.4
#: From this rarity on, a name of one part is taken for one individual per state.
RARE = 7.0

INPUT = ("article_id", "person_no", "name", "title", "organization", "country", "gender")


class Local(NamedTuple):
    """A person of one article."""

    article: str
    number: int
    name: Name
    country: str | None
    role: frozenset[str]
    gender: str | None
    day: int | None
    weight: float


@dataclass
class Node:
    """All local people with one form of a name and one state."""

    name: Name
    country: str | None
    members: list[int] = field(default_factory=list)
    weight: float = 0.0
    roles: Counter[frozenset[str]] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)


def resolve(people: pl.DataFrame) -> pl.DataFrame:
    """The individual behind every person of every article.

    `people` has the columns of INPUT, one row per person per article, and may have `published_on` (date) and `weight` (1;
    0 for a copy of another article). Returns article_id, person_no, person_id; the same rows give the same ids in any order.
    What people correct (`corrections_people`) is applied after it, in SQL.
    """
    locals_ = _locals(people)
    clusters = _full_names(locals_)
    clusters = _single_names(locals_, clusters)
    ids = _ids(locals_, clusters)
    return pl.DataFrame(
        {
            "article_id": [p.article for p in locals_],
            "person_no": pl.Series([p.number for p in locals_], dtype=pl.Int32),
            "person_id": ids,
        },
        schema={"article_id": pl.String, "person_no": pl.Int32, "person_id": pl.String},
    )


def _locals(people: pl.DataFrame) -> list[Local]:
    frame = people.sort("article_id", "person_no")
    rows: list[Local] = []
    for row in frame.iter_rows(named=True):
        published = row.get("published_on")
        role = _role(row["title"], row["organization"])
        rows.append(
            Local(
                row["article_id"],
                row["person_no"],
                parse(row["name"]),
                row["country"],
                role,
                row["gender"],
                published.toordinal() if isinstance(published, date) else None,
                float(row.get("weight", 1.0)),
            )
        )
    return rows


_NO_ROLE = words("no role")


@lru_cache(maxsize=100_000)
def _role(title: str | None, organization: str | None) -> frozenset[str]:
    said = fold(f"{title or ''} {organization or ''}").split()
    return frozenset(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in said) - _NO_ROLE


def same_individual(
    a: str, b: str, country_a: str | None = None, country_b: str | None = None
) -> bool:
    """Whether two printed full names, with the state where it is known, would be joined if nothing else were in the corpus."""
    one, other = Node(parse(a), country_a), Node(parse(b), country_b)
    evidence = _Evidence(())
    if one.name.key == other.name.key:
        weight = evidence.own(one.name) + PRIOR_FORM
    else:
        pair = evidence.pair(one.name, other.name)
        if pair is None:
            return False
        weight = pair.weight
    return weight + _context(one, other) > 0


# --- names of two parts and more --------------------------------------------------------------------------------------


class Pair(NamedTuple):
    """What two forms of names say about each other: weight of the parts in common, less the prior; `within`: one is longer."""

    weight: float
    within: bool


class _Evidence:
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
        """Weight of two forms; None if they contradict each other or have less than two parts in common."""
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
        """What it costs that the other name lacks a part: little for ancestors and clan, much for the first. `first` is
        the first part that both have.

        Before a full Arab name a given name makes a child of the man (أحمد علي عبد الله صالح), but for محمد, which many bear before the
        name that they go by. In names of short syllables none is left out (لي تشيانغ, لي كه تشيانغ).
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
        """Weight of forms that differ in where words are parted (شي جين بينغ, شي جينبينغ) or in their order (برنار هنري ليفي)."""
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
            known = a.key == b.key or self._fits(a, b) or self.glued(a, b) is not None
            self._compatible[a.key, b.key] = known
        return known


def _is_given(part: str) -> bool:
    """A part that is a given name in a third of the cases or more."""
    known = reference().known(part)
    return known is not None and known.given * 2 >= known.surname


def _slip(a: str, b: str) -> bool:
    """Two parts that are too unlike to be joined for, and too like to keep two spellings of a name apart (دميترو, ديمتري)."""
    return (
        not (_is_native(a) and _is_native(b))
        and loose(skeleton(a)) == loose(skeleton(b))
        and Levenshtein.normalized_similarity(a, b) >= 0.5
    )


def _other_father(a: Name, b: Name, laid: Alignment) -> bool:
    """One name says whose son he is (محمد ولد عبد العزيز), and the other has somebody else in between (محمد بن سلمان بن عبد العزيز)."""
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
    """What is left alone on both sides does not contradict: ancestors here, the clan or family there."""
    if 0 in only_a or 0 in only_b:
        return False
    kinds_a = {a.parts[i].kind for i in only_a}
    kinds_b = {b.parts[j].kind for j in only_b}
    return ("father" in kinds_a and "father" not in kinds_b) or (
        "father" in kinds_b and "father" not in kinds_a
    )


class _Clusters:
    """Union of nodes under constraints."""

    def __init__(self, nodes: list[Node], evidence: _Evidence) -> None:
        self.nodes = nodes
        self.evidence = evidence
        self.parent = list(range(len(nodes)))
        self.forms: list[dict[str, tuple[Name, float]]] = [
            {node.name.key: (node.name, node.weight)} for node in nodes
        ]
        self.usual: list[list[Name]] = [[node.name] for node in nodes]
        self.states: list[Counter[str]] = [
            Counter({node.country: node.weight}) if node.country else Counter() for node in nodes
        ]

    def find(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, a: int, b: int, weight: float) -> bool:
        """Joins the clusters of two nodes unless what they hold by now forbids it."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        both = self.usual[a] + self.usual[b]
        if not all(
            self.evidence.compatible(x, y) or _within_one(x, y, both)
            for x in self.usual[a]
            for y in self.usual[b]
        ):
            return False
        state_a, state_b = _usual(self.states[a]), _usual(self.states[b])
        if state_a and state_b and state_a != state_b and weight < 3.0:
            return False
        if (self.nodes[b].name.key, self.nodes[b].country or "") < (
            self.nodes[a].name.key,
            self.nodes[a].country or "",
        ):
            a, b = b, a
        self.parent[b] = a
        self.states[a].update(self.states[b])
        forms = self.forms[a]
        for key, (name, weight_of) in self.forms[b].items():
            forms[key] = (name, weight_of + (forms[key][1] if key in forms else 0.0))
        self.forms[b] = {}
        self.usual[a] = _usual_forms(forms)
        return True


def _usual(states: Counter[str]) -> str | None:
    """The state with at least 60% of the evidence."""
    if not states:
        return None
    state, most = min(states.items(), key=lambda item: (-item[1], item[0]))
    return state if most >= 0.6 * sum(states.values()) else None


def _within_one(a: Name, b: Name, forms: list[Name]) -> bool:
    """Two forms with one first name that a longer form holds both (سلمى اللومي, سلمى الرقيق: سلمى اللومي الرقيق)."""
    parts_a, parts_b = set(a.key.split()), set(b.key.split())
    if parts_a <= parts_b or parts_b <= parts_a or a.parts[0].key != b.parts[0].key:
        return False
    return any(
        form.parts[0].key == a.parts[0].key and parts_a | parts_b <= set(form.key.split())
        for form in forms
    )


def _usual_forms(forms: dict[str, tuple[Name, float]]) -> list[Name]:
    """The forms that stand for a cluster, at most twelve.

    A form with less than a twentieth of the cluster's weight, or seen once in a cluster of five and more, has no say: it may
    be a name with a word too many.
    """
    total = sum(weight for _, weight in forms.values())
    strong = [
        (weight, name)
        for name, weight in forms.values()
        if weight * 20 >= total and (weight >= 2 or total < 5)
    ]
    strong.sort(key=lambda form: (-form[0], form[1].key))
    return [name for _, name in strong[:12]]


def _full_names(locals_: list[Local]) -> list[list[int]]:
    """Clusters (lists of indexes of local people) of those with names of two parts and more."""
    by_key: dict[tuple[str, str], Node] = {}
    for at, person in enumerate(locals_):
        if len(person.name.parts) < 2:
            continue
        node = by_key.setdefault(
            (person.name.key, person.country or ""), Node(person.name, person.country)
        )
        node.members.append(at)
        node.weight += person.weight
        if person.role:
            node.roles[person.role] += 1
        if person.gender:
            node.genders[person.gender] += 1
    nodes = [by_key[key] for key in sorted(by_key)]
    of_form: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        of_form[node.name.key].append(number)
    forms = {key: nodes[numbers[0]].name for key, numbers in of_form.items()}
    evidence = _Evidence(forms.values())
    clusters = _Clusters(nodes, evidence)
    edges: list[tuple[float, int, int]] = []
    for key, numbers in of_form.items():
        base = evidence.own(forms[key]) + PRIOR_FORM
        edges += _node_edges(nodes, numbers, numbers, base)
    pairs: list[tuple[str, str, Pair]] = []
    chains = _chains(forms)
    for a, b in _candidates(forms):
        if chains.get(a, b) != b or chains.get(b, a) != a:
            continue
        pair = evidence.pair(forms[a], forms[b])
        if pair and pair.weight + SAME_STATE + SAME_ROLE > 0:
            pairs.append((a, b, pair))
    penalty = _rivals(forms, pairs, evidence)
    for a, b, pair in pairs:
        edges += _node_edges(
            nodes,
            of_form[a],
            of_form[b],
            pair.weight - (penalty.get((a, b), 0.0) if pair.within else 0.0),
        )
    for weight, x, y in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
        if weight > 0:
            clusters.join(x, y, weight)
    members: dict[int, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        members[clusters.find(number)] += node.members
    return [sorted(m) for _, m in sorted(members.items())]


def _chains(forms: dict[str, Name]) -> dict[str, str]:
    """Forms that are two known names in a row (a list read as one name), with the first of the two: the only one they may join."""
    chained: dict[str, str] = {}
    for key, form in forms.items():
        parts = key.split()
        for cut in range(2, len(parts) - 1):
            first, second = " ".join(parts[:cut]), " ".join(parts[cut:])
            if first in forms and second in forms and form.parts[cut].kind == "plain":
                chained[key] = first
                break
    return chained


def _node_edges(
    nodes: list[Node], first: list[int], second: list[int], base: float
) -> Iterator[tuple[float, int, int]]:
    for x in first:
        for y in second:
            if x >= y and first is second:
                continue
            yield base + _context(nodes[x], nodes[y]), x, y


def _context(a: Node, b: Node) -> float:
    weight = 0.0
    if a.country and b.country:
        weight += SAME_STATE if a.country == b.country else OTHER_STATE
    if a.roles and b.roles and _share_role(a.roles, b.roles):
        weight += SAME_ROLE
    if a.genders and b.genders and a.genders.most_common(1)[0][0] != b.genders.most_common(1)[0][0]:
        weight += OTHER_SEX
    return weight


def _share_role(a: Iterable[frozenset[str]], b: Iterable[frozenset[str]]) -> bool:
    return any(
        len(x & y) >= max(1.0, 0.6 * min(len(x), len(y)))
        for x in list(a)[:12]
        for y in list(b)[:12]
    )


def _candidates(forms: dict[str, Name]) -> list[tuple[str, str]]:
    """Pairs of forms that meet in a block: first and last part of one sound like two parts, in order, of the other; or all their
    consonants are the same."""
    codes = {
        part: sorted(block_codes(part.key, part.article))
        for form in forms.values()
        for part in form.parts
    }
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    glued: dict[str, list[str]] = defaultdict(list)
    for key in sorted(forms):
        parts = forms[key].parts[:7]
        seen = set()
        for i, x in enumerate(parts):
            for y in parts[i + 1 :]:
                for cx in codes[x]:
                    for cy in codes[y]:
                        seen.add((cx, cy))
        for code in seen:
            blocks[code].append(key)
        glued[forms[key].glued].append(key)
        if len(parts) >= 3:
            glued[" ".join(sorted(part.key for part in parts))].append(key)
    found: set[tuple[str, str]] = set()
    for key in sorted(forms):
        parts = forms[key].parts[:7]
        for cx in codes[parts[0]]:
            for cy in codes[parts[-1]]:
                block = blocks[cx, cy]
                if len(block) > BLOCK_CAP:
                    block = [k for k in block if parts[0].key in k and parts[-1].key in k][
                        :BLOCK_CAP
                    ]
                found.update((min(key, k), max(key, k)) for k in block if k != key)
    for same in glued.values():
        if 1 < len(same) <= 50:
            found.update((a, b) for n, a in enumerate(same) for b in same[n + 1 :])
    return sorted(found)


def _rivals(
    forms: dict[str, Name], pairs: list[tuple[str, str, Pair]], evidence: _Evidence
) -> dict[tuple[str, str], float]:
    """Penalty of a short form that several longer ones contain which contradict each other: which is meant is open."""
    longer: dict[str, list[tuple[str, Pair, tuple[str, str]]]] = defaultdict(list)
    for a, b, pair in pairs:
        if pair.within:
            short, long = sorted((a, b), key=lambda k: (len(forms[k].parts), k))
            longer[short].append((long, pair, (a, b)))
    penalty: dict[tuple[str, str], float] = {}
    for rivals in longer.values():
        if len(rivals) < 2:
            continue
        for long, pair, edge in rivals[:40]:
            if any(
                other.weight > pair.weight - 2.0
                and not evidence.compatible(forms[long], forms[name])
                for name, other, _ in rivals[:40]
                if name != long
            ):
                penalty[edge] = 2.5
    return penalty


# --- names of one part ------------------------------------------------------------------------------------------------

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


def _single_names(locals_: list[Local], clusters: list[list[int]]) -> list[list[int]]:
    """Adds local people with a name of one part to the clusters, or makes clusters of their own."""
    single = [at for at, person in enumerate(locals_) if len(person.name.parts) < 2]
    individuals = [_individual(locals_, members) for members in clusters]
    bearers: dict[str, dict[int, tuple[float, int]]] = defaultdict(
        dict
    )  # part key -> cluster -> (weight, place)
    counts: Counter[str] = Counter()
    for number, members in enumerate(clusters):
        forms: dict[str, Name] = {}
        usual: Counter[str] = Counter()
        for at in members:
            forms[locals_[at].name.key] = locals_[at].name
            usual[locals_[at].name.key] += 1
        shares: Counter[str] = Counter()
        for key, form in forms.items():
            for part_key in {part.key for part in form.parts}:
                shares[part_key] += usual[key]
        for form in forms.values():
            for place, part in enumerate(form.parts):
                if shares[part.key] * 5 < len(members):
                    continue  # a word too many in a few places
                cost = 0.0 if place == len(form.parts) - 1 else -2.5 if place == 0 else -1.0
                cost += math.log(shares[part.key] / len(members))
                if part.kind == "father":
                    cost -= 1.0
                for key in {part.key, "بن" + part.key} if part.kind == "father" else {part.key}:
                    if number not in bearers[key] or bearers[key][number][0] < cost:
                        bearers[key][number] = (cost, place)
        counts.update({part.key for form in forms.values() for part in form.parts})
    total = sum(counts.values())
    by_code: dict[str, list[str]] = defaultdict(list)
    for key in sorted(bearers):
        for code in block_codes(key):
            if not code.startswith("#"):
                by_code[code].append(key)
    of_local = {at: number for number, members in enumerate(clusters) for at in members}
    in_article: dict[str, set[int]] = defaultdict(set)
    for at, number in of_local.items():
        in_article[locals_[at].article].add(number)
    company: dict[int, Counter[int]] = defaultdict(Counter)
    for present in in_article.values():
        if len(present) <= 40:
            for one in present:
                company[one].update(present)
    alike: dict[str, list[tuple[str, float]]] = {}
    out = [list(members) for members in clusters]
    left: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in single:
        person = locals_[at]
        if not person.name.parts:
            left["", person.article, str(person.number)].append(at)
            continue
        key = person.name.parts[0].key
        rare = rarity(key, counts[key], total)
        if key not in alike:
            near = {
                k for code in block_codes(key) if not code.startswith("#") for k in by_code[code]
            }
            alike[key] = [
                (k, like) for k in sorted(near | {key}) if (like := _alone(key, k)) and k in bearers
            ]
        weights: dict[int, float] = {}
        here = in_article[person.article]
        for other, like in alike[key]:
            for number, (cost, place) in bearers[other].items():
                if number in here:
                    continue  # the reader kept them apart
                shared = sum(1 for one in here if company[number][one])
                value = _weigh(person, individuals[number], place, rare, shared)
                if value is None:
                    continue
                value += cost + 4.0 * math.log(like) + min(2.0, 0.7 * shared)
                weights[number] = max(weights.get(number, -99.0), value)
        chosen = _settle(weights, individuals, rare)
        if chosen is not None:
            out[chosen].append(at)
            continue
        own: tuple[str, ...] = (key, person.country or "", person.name.honorific or "")
        if rare < RARE and not (person.name.honorific in _ROYAL and person.country):
            own += (person.article,)
        left[own].append(at)
    out += _own_rows(locals_, left)
    return [sorted(members) for members in out]


def _alone(a: str, b: str) -> float:
    """`likeness` of parts that stand alone: with no other part to agree, the letters must be nearly the same."""
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
    """Weight of an individual for a name of one part in an article; None where it cannot be theirs."""
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
        value += 1.5 if share >= 0.3 else 0.0 if share >= 0.1 else -4.0
    if person.role and one.roles:
        value += 1.5 if len(person.role & one.roles) >= 0.6 * len(person.role) else -0.5
    if person.gender and one.genders and person.gender != one.genders.most_common(1)[0][0]:
        value -= 5.0
    if person.day is not None and one.first_day is not None and one.last_day is not None:
        distance = max(one.first_day - person.day, person.day - one.last_day, 0)
        value -= 1.5 if distance > 1000 else 0.5 if distance > 300 else 0.0
    return value


def _settle(weights: dict[int, float], individuals: list[_Individual], rare: float) -> int | None:
    """The individual with most of the weight, if it is enough; somebody unheard of always has some."""
    if not weights:
        return None
    odds = {
        n: max(0.5, individuals[n].weight) ** FAME * math.exp(value) for n, value in weights.items()
    }
    best = min(odds, key=lambda n: (-odds[n], n))
    unheard = 0.5 * math.exp(7.5 - rare)
    return best if odds[best] >= SETTLED * (sum(odds.values()) + unheard) else None


def _own_rows(locals_: list[Local], left: dict[tuple[str, ...], list[int]]) -> list[list[int]]:
    """Clusters of names of one part that nobody else has: spellings of one rare name within a state are joined."""
    keys = sorted(left)
    parent = {key: key for key in keys}

    def find(key: tuple[str, ...]) -> tuple[str, ...]:
        while parent[key] != key:
            key = parent[key]
        return key

    blocks: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        if len(key) == 3 and key[0]:
            blocks[skeleton(key[0]), key[1]].append(key)
            if not key[1]:
                continue
    by_sound: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        if len(key) == 3 and key[0]:
            by_sound[skeleton(key[0])].append(key)
    for same in by_sound.values():
        for n, a in enumerate(same[:200]):
            for b in same[n + 1 : 200]:
                if find(a) == find(b) or (a[1] and b[1] and a[1] != b[1]):
                    continue
                if a[2] and b[2] and a[2] != b[2]:
                    continue
                if _alone(a[0], b[0]):
                    states = {k[1] for k in (a, b, find(a), find(b)) if k[1]}
                    if len(states) < 2:
                        parent[max(find(a), find(b))] = min(find(a), find(b))
    merged: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key in keys:
        merged[find(key)] += left[key]
    return [merged[key] for key in sorted(merged)]


# --- ids --------------------------------------------------------------------------------------------------------------


def person_key(names: Iterable[tuple[Name, float]]) -> str:
    """The key that an individual's id is a hash of: consonants of the usual form of the name, whatever its spelling.

    `names` are forms with weights. Forms of two parts and more go before single ones.
    """
    weights: Counter[tuple[bool, str]] = Counter()
    for name, weight in names:
        weights[len(name.parts) > 1, name.glued or name.key] += weight  # type: ignore[assignment]
    full = {key for key in weights if key[0]} or set(weights)
    return min(full, key=lambda key: (-weights[key], key))[1]


def _ids(locals_: list[Local], clusters: list[list[int]]) -> list[str]:
    """The id of every local person. Of individuals with one key the one with most articles has the plain id; the
    others' ids hold their state, then their first article as well."""
    described = []
    for members in clusters:
        people = [locals_[at] for at in members]
        key = person_key((p.name, max(p.weight, 0.01)) for p in people)
        state = _usual(Counter(p.country for p in people if p.country)) or ""
        lasting = len(people[0].name.parts) > 1 or any(len(p.name.parts) > 1 for p in people)
        described.append(
            (key, not lasting, -sum(p.weight for p in people), state, people[0].article, members)
        )
    described.sort(key=lambda d: d[:5])
    ids = [""] * len(locals_)
    taken: set[str] = set()
    for key, _, _, state, article, members in described:
        for parts in (
            (key,),
            (key, state),
            (key, state, article),
            (key, state, article, str(members[0])),
        ):
            person_id = _hash("person", *parts)
            if person_id not in taken:
                break
        taken.add(person_id)
        for at in members:
            ids[at] = person_id
    return ids


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


# --- what individuals are called --------------------------------------------------------------------------------------

#: Votes of the lists for a state, beside one vote of each article.
PUBLIC_VOTES, LISTED_VOTES = 3.0, 0.5


#: Probability from which a state that no text gives is taken from names and companions.
INFERRED = 0.9


def describe(people: pl.DataFrame, identities: pl.DataFrame) -> pl.DataFrame:
    """One row per individual: person_id, name_ar, name_latin, country, wikidata_id, confidence.

    `people` as for `resolve`, and may have name_latin, confidence and outlet; `identities` is what `resolve` returned.
    `name_ar` is the usual form of the name with most parts: a longer form wins if it is at least a quarter as
    usual. `country` is what most articles say; for a well-known person that of the lists; where no text says anything, the one that the name,
    the others named in the same articles and the outlet make probable (`_inferred_state`). `confidence` is the probability that the row is one real individual (see `_confidence`).
    """
    frame = people.join(identities, on=["article_id", "person_no"]).sort(
        "person_id", "article_id", "person_no"
    )
    groups = [
        (person_id, list(group))
        for person_id, group in groupby(
            frame.iter_rows(named=True), key=lambda row: row["person_id"]
        )
    ]
    described = {person_id: _describe(group) for person_id, group in groups}
    company = _Company(groups, {person_id: row[2] for person_id, row in described.items()})
    rows = []
    for person_id, group in groups:
        name_ar, latin, state, *rest = described[person_id]
        name = parse(name_ar)
        if state is None and public_person(name) is None:
            state = _inferred_state(name, company.of(person_id, group))
            if state and not any(row.get("name_latin") for row in group):
                latin = latin_name(name, state) or latin
        rows.append((person_id, name_ar, latin, state, *rest))
    return pl.DataFrame(
        rows,
        schema={
            "person_id": pl.String,
            "name_ar": pl.String,
            "name_latin": pl.String,
            "country": pl.String,
            "wikidata_id": pl.String,
            "confidence": pl.Float64,
        },
        orient="row",
    )


class _Company:
    """The states of the others who are named in an individual's articles, and of those that their outlets name."""

    def __init__(
        self, groups: list[tuple[str, list[dict[str, Any]]]], states: dict[str, str | None]
    ) -> None:
        self.present: dict[str, dict[str, str]] = defaultdict(dict)
        self.outlets: dict[str, Counter[str]] = defaultdict(Counter)
        for person_id, group in groups:
            state = states[person_id]
            if state is None:
                continue
            for row in group:
                self.present[row["article_id"]][person_id] = state
                if row.get("outlet"):
                    self.outlets[row["outlet"]][state] += 1

    def of(self, person_id: str, group: list[dict[str, Any]]) -> dict[str, float]:
        """Shares of states: of the companions for two thirds, of the outlets for one third."""
        others = Counter(
            state
            for row in group
            for other, state in self.present[row["article_id"]].items()
            if other != person_id
        )
        outlets: Counter[str] = Counter()
        for row in group:
            outlets.update(self.outlets.get(row.get("outlet") or "", Counter()))
        shares: dict[str, float] = defaultdict(float)
        for counts, part in ((others, 0.6), (outlets, 0.3)):
            for state, count in counts.items():
                shares[state] += part * count / sum(counts.values())
        return shares


def _inferred_state(name: Name, shares: dict[str, float]) -> str | None:
    """The state of a person with an Arab or Iranian name, where names and company leave hardly a doubt.

    Bayes: company as the prior, for each part its frequency among the people of a state against its frequency among
    all. On 3,000 people whose state was hidden 91% of the states given at this threshold were those that the text had.
    """
    lists = reference()
    parts = [known for part in name.parts if (known := lists.known(part.key)) is not None]
    if len(name.parts) < 2 or not any(k.native >= 5 and k.native * 5 >= k.total * 3 for k in parts):
        return None
    total = sum(lists.state_totals.values())
    scores: dict[str, float] = {}
    for state in sorted({*shares, *lists.state_totals}):
        score = math.log(shares.get(state, 0.0) + 0.002)
        for known in parts:
            bearers = sum(known.state_counts)
            if bearers < 2:
                continue
            if state not in lists.state_totals:
                score += math.log(0.05)
                continue
            here = dict(zip(known.states, known.state_counts, strict=True)).get(state, 0)
            usual = (lists.state_totals[state] + 1) / total
            score += math.log((here + 0.06) / (bearers + 3) / usual)
        scores[state] = score
    best = max(scores, key=lambda state: (scores[state], state))
    probability = 1.0 / sum(math.exp(score - scores[best]) for score in scores.values())
    return best if probability >= INFERRED else None


def _describe(rows: list[dict[str, Any]]) -> tuple[str, str | None, str | None, str | None, float]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    weights: Counter[str] = Counter()
    states: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    for row in rows:
        weight = max(float(row.get("weight", 1.0)), 0.01)
        key = parse(row["name"]).key
        forms[key][" ".join(row["name"].split())] += weight  # type: ignore[assignment]
        weights[key] += weight  # type: ignore[assignment]
        if row["country"]:
            states[row["country"]] += weight  # type: ignore[assignment]
        if row.get("name_latin"):
            printed[row["name_latin"].strip()] += weight  # type: ignore[assignment]
    names = {key: parse(next(iter(spelled))) for key, spelled in forms.items()}
    public = _public_of(names, weights)
    bearers = _bearers(names)
    name_ar = _usual_form(forms, weights, names)
    state = _state(states, public, names, weights)
    if state is None and len({row["country"] for row in bearers}) == 1:
        state = bearers[0]["country"] or None
    latin = public["latin"] if public else None
    if latin is None and len(bearers) == 1 and bearers[0]["country"] == (state or ""):
        latin = bearers[0]["latin"]
    if latin is None and printed:
        latin = min(printed, key=lambda text: (-printed[text], text))
    if latin is None:
        latin = latin_name(parse(name_ar), state) or None
    wikidata = (public["wikidata_id"] or None) if public else None
    return name_ar, latin, state, wikidata, _confidence(rows, names, states, public)


def _public_of(names: dict[str, Name], weights: Counter[str]) -> dict[str, str] | None:
    """The public person whose name these forms bear; None where they bear none's or two's."""
    found = {row["latin"]: row for key in names if (row := public_person(names[key])) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _bearers(names: dict[str, Name]) -> list[dict[str, str]]:
    """Public people whose rare surname is all that the articles ever print of the name."""
    if any(len(name.parts) > 1 for name in names.values()):
        return []
    found = [
        row
        for name in names.values()
        if name.parts and rarity(name.parts[0].key) >= RARE
        for row in public_bearers(name)
    ]
    return [row for n, row in enumerate(found) if row not in found[:n]]


def _usual_form(
    forms: dict[str, Counter[str]], weights: Counter[str], names: dict[str, Name]
) -> str:
    most = max((n for key, n in weights.items() if len(names[key].parts) > 1), default=0.0)
    fit = [k for k, n in weights.items() if len(names[k].parts) > 1 and n >= 0.25 * most] or list(
        weights
    )
    # Spellings of one form count together: the longest circle first, then its most usual spelling.
    size = max(min(len(names[key].parts), 4) for key in fit)
    key = min(
        (k for k in fit if min(len(names[k].parts), 4) == size), key=lambda k: (-weights[k], k)
    )
    return min(forms[key], key=lambda text: (-forms[key][text], -_marks(text), text))


def _marks(text: str) -> int:
    """How many letters are written out with hamza or dots: of equally usual spellings the careful one."""
    return sum(letter in "أإآؤئةى" for letter in text)


def _state(
    states: Counter[str],
    public: dict[str, str] | None,
    names: dict[str, Name],
    weights: Counter[str],
) -> str | None:
    votes: Counter[str] = Counter(states)
    if public and max(map(_weight_of, names.values())) > 13:
        return public["country"] or None  # no second man bears a name as rare
    if public and public["country"]:
        votes[public["country"]] += PUBLIC_VOTES  # type: ignore[assignment]
    elif not states:
        for name in names.values():
            listed = listed_countries(name)
            if len(listed) == 1 and len(name.parts) > 1 and _weight_of(name) > 15:
                votes[next(iter(listed))] += LISTED_VOTES  # type: ignore[assignment]
    return min(votes, key=lambda state: (-votes[state], state)) if votes else None


def _weight_of(name: Name) -> float:
    return sum(min(RARITY_CAP, rarity(part.key)) for part in name.parts)


def _confidence(
    rows: list[dict[str, Any]],
    names: dict[str, Name],
    states: Counter[str],
    public: dict[str, str] | None,
) -> float:
    """Probability that the row is one real individual.

    What the reader was sure of at its best reading of the name, less what identity can get wrong: a name of one part (one in
    four is not settled), a common name (it may hide two individuals), states that contradict each other.
    """
    read = max(float(row.get("confidence") or 1.0) for row in rows)
    full = [name for name in names.values() if len(name.parts) > 1]
    if public:
        one = 0.99
    elif not full:
        one = 0.75
    else:
        rare = max(sum(min(RARITY_CAP, rarity(part.key)) for part in name.parts) for name in full)
        one = 0.98 if rare >= 13 else 0.95 if rare >= 9 else 0.85
    if states:
        share = max(states.values()) / sum(states.values())
        one *= 0.8 + 0.2 * share
    return round(read * one, 3)
