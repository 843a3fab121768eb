"""People with names of two parts and more: which forms of names, in which states, are one
individual's.

Here: nodes, candidates, and constrained agglomerative clustering. A node is a form of a full name
with one state. Nodes with one form, with forms that are spellings of each other, and with a form
contained in the other's are joined, strongest evidence first, never so that a cluster holds two
full names that contradict each other. Candidates come from blocks of consonant keys, not from all
pairs. Not here: the weight of names (`solvers.evidence`), names of one part
(`solvers.single_names`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from solvers.evidence import Evidence, Pair
from solvers.local_people import Local
from solvers.names import Name, Part
from solvers.spellings import block_codes

#: Prior weight against two nodes with one form being one individual.
PRIOR_FORM = -6.0
SAME_STATE, OTHER_STATE, SAME_ROLE, OTHER_SEX = 2.0, -5.0, 1.5, -6.0
#: One form with بن and without (نبيل عبد الله, نبيل بنعبد الله).
OTHER_KIND = -1.0
#: How much of that counts where one of two states is only the one that the article is about.
UNSAID = 0.8
BLOCK_CAP = 600
#: Letters from which on a last part may be one with a slip of the pen.
_LONG = 6
#: Rarity of a form from which no two men bear it, so that it tells which shorter forms are one
#: man's, be it printed once.
UNIQUE = 14.0


@dataclass
class Node:
    """All local people with one form of a name and one state; `is_said`: their texts give it to
    them.
    """

    name: Name
    country: str | None
    is_said: bool = True
    members: list[int] = field(default_factory=list)
    weight: float = 0.0
    roles: Counter[frozenset[str]] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)


class _Clusters:
    """Union of nodes under constraints."""

    def __init__(self, nodes: list[Node], evidence: Evidence) -> None:
        self.nodes = nodes
        self.evidence = evidence
        self.parent = list(range(len(nodes)))
        self.forms: list[dict[str, tuple[Name, float]]] = [
            {node.name.key: (node.name, node.weight)} for node in nodes
        ]
        self.usual: list[list[Name]] = [[node.name] for node in nodes]
        self.states: list[Counter[str]] = [
            Counter({node.country: node.weight}) if node.country and node.is_said else Counter()
            for node in nodes
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
        both = [
            name
            for name, _ in (*self.forms[a].values(), *self.forms[b].values())
            if len(name.parts) > 2 and self.evidence.own(name) >= UNIQUE
        ]
        if not all(
            self.evidence.compatible(x, y) or _within_one(x, y, both)
            for x in self.usual[a]
            for y in self.usual[b]
        ):
            return False
        state_a, state_b = usual_state(self.states[a]), usual_state(self.states[b])
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


def usual_state(states: Counter[str]) -> str | None:
    """The state with at least 60% of the evidence."""
    if not states:
        return None
    state, most = min(states.items(), key=lambda item: (-item[1], item[0]))
    return state if most >= 0.6 * sum(states.values()) else None


def _within_one(a: Name, b: Name, forms: list[Name]) -> bool:
    """Two forms with one first name that a longer form holds both (سلمى اللومي, سلمى الرقيق: سلمى
    اللومي الرقيق).
    """
    parts_a, parts_b = set(a.key.split()), set(b.key.split())
    if parts_a <= parts_b or parts_b <= parts_a or a.parts[0].key != b.parts[0].key:
        return False
    return any(
        form.parts[0].key == a.parts[0].key and parts_a | parts_b <= set(form.key.split())
        for form in forms
    )


def _usual_forms(forms: dict[str, tuple[Name, float]]) -> list[Name]:
    """The forms that stand for a cluster, at most twelve.

    A form with less than a twentieth of the cluster's weight, or seen once in a cluster of five and
    more, has no say: it may be a name with a word too many.
    """
    total = sum(weight for _, weight in forms.values())
    strong = [
        (weight, name)
        for name, weight in forms.values()
        if weight * 20 >= total and (weight >= 2 or total < 5)
    ]
    strong.sort(key=lambda form: (-form[0], form[1].key))
    return [name for _, name in strong[:12]]


def cluster_full_names(locals_: list[Local]) -> list[list[int]]:
    """Clusters (lists of indexes of local people) of those with names of two parts and more."""
    by_key: dict[tuple[str, str, bool], Node] = {}
    for at, person in enumerate(locals_):
        if len(person.name.parts) < 2:
            continue
        node = by_key.setdefault(
            (person.name.key, person.country or "", person.is_said),
            Node(person.name, person.country, person.is_said),
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
    evidence = Evidence(forms.values())
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
    """Forms that are two known names in a row (a list read as one name), with the first of the two:
    the only one they may join.
    """
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
            yield base + context(nodes[x], nodes[y]), x, y


def context(a: Node, b: Node) -> float:
    """Weight of what two nodes have beside their names: state, role, sex."""
    weight = 0.0
    if [part.kind for part in a.name.parts] != [part.kind for part in b.name.parts]:
        weight += OTHER_KIND if a.name.key == b.name.key else 0.0
    if a.country and b.country:
        share = 1.0 if a.is_said and b.is_said else UNSAID
        weight += share * (SAME_STATE if a.country == b.country else OTHER_STATE)
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
    """Pairs of forms that meet in a block: first and last part of one sound like two parts, in
    order, of the other; or all their consonants are the same."""
    codes = {part: _codes(part) for form in forms.values() for part in form.parts}
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
        for slip in _slips(forms[key]):
            glued[slip].append(key)
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


def _slips(form: Name) -> list[str]:
    """Keys under which names meet whose long last parts differ by one letter or by two that changed
    places (زيلينسكي, زيلينكسي), all other parts being the same.
    """
    last = form.parts[-1].key
    if len(last) < _LONG:
        return []
    rest = " ".join(part.key for part in form.parts[:-1])
    return [f"~{rest} {w}" for w in {last, *(last[:n] + last[n + 1 :] for n in range(len(last)))}]


def _codes(part: Part) -> list[str]:
    """Keys of blocks of a part; that of a father's name, as the Maghreb glues it, too (بن كيران,
    بنكيران).
    """
    codes = block_codes(part.key, part.article)
    if part.kind == "father":
        codes |= block_codes("بن" + part.key)
    return sorted(codes)


def _rivals(
    forms: dict[str, Name], pairs: list[tuple[str, str, Pair]], evidence: Evidence
) -> dict[tuple[str, str], float]:
    """Penalty of a short form that several longer ones contain which contradict each other: which
    is meant is open.
    """
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
