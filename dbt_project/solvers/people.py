"""Who is who over all articles: people named in single articles become individuals.

Here: the whole of it, called by the dbt Python model `int_article_people`, and the ids. Not here:
its steps (`solvers.full_names`, `solvers.single_names`), the weight of names (`solvers.evidence`),
what names are (`solvers.names`, `solvers.spellings`), what individuals are called
(`solvers.described`), SQL.

The method is constrained agglomerative clustering over weights of evidence in the sense of Fellegi
and Sunter (1969): parts of a name that agree count by their rarity (natural logarithm of one in how
many people bear them), agreement and disagreement of state, role and sex count by fixed weights,
and a prior says how unlikely it is that two forms of a name mean one individual. What was measured
is in docs/decisions (people-identity). Full names are clustered first; names of one part then join
them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

import polars as pl

from solvers.full_names import cluster_full_names, usual_state
from solvers.local_people import Local, locals_of
from solvers.names import Name
from solvers.single_names import add_single_names

INPUT = ("article_id", "person_no", "name", "title", "organization", "country", "gender")


def resolve(people: pl.DataFrame) -> pl.DataFrame:
    """The individual behind every person of every article.

    `people` has the columns of INPUT, one row per person per article, and may have `published_on`
    (date) and `weight` (1; 0 for a copy of another article). Returns article_id, person_no,
    person_id; the same rows give the same ids in any order. What people correct
    (`corrections_people`) is applied after it, in SQL.
    """
    locals_ = locals_of(people)
    clusters = cluster_full_names(locals_)
    clusters = add_single_names(locals_, clusters)
    ids = _ids(locals_, clusters)
    return pl.DataFrame(
        {
            "article_id": [p.article for p in locals_],
            "person_no": pl.Series([p.number for p in locals_], dtype=pl.Int32),
            "person_id": ids,
        },
        schema={"article_id": pl.String, "person_no": pl.Int32, "person_id": pl.String},
    )


def person_key(names: Iterable[tuple[Name, float]]) -> str:
    """The key that an individual's id is a hash of: consonants of the usual form of the name,
    whatever its spelling.

    `names` are forms with weights. Forms of two parts and more go before single ones.
    """
    weights: Counter[tuple[bool, str]] = Counter()
    for name, weight in names:
        weights[len(name.parts) > 1, name.glued or name.key] += weight  # type: ignore[assignment]
    full = {key for key in weights if key[0]} or set(weights)
    return min(full, key=lambda key: (-weights[key], key))[1]


def _ids(locals_: list[Local], clusters: list[list[int]]) -> list[str]:
    """The id of every local person. Of individuals with one key the one with most articles has the
    plain id; the others' ids hold their state, then their first article as well."""
    described = []
    for members in clusters:
        people = [locals_[at] for at in members]
        key = person_key((p.name, max(p.weight, 0.01)) for p in people)
        state = usual_state(Counter(p.country for p in people if p.country)) or ""
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
