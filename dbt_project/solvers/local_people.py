"""The people of single articles as the solver takes them: one row of the reader's each.

Here: the row, and what of its title counts as a role. Not here: who they are over all articles
(`solvers.people`).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from solvers.names import Name, parse
from solvers.reference import words
from solvers.sounds import fold


class Local(NamedTuple):
    """A person of one article."""

    article: str
    number: int
    name: Name
    country: str | None
    is_said: bool  # the text gives the state to the person; else it is the article's or a list's
    role: frozenset[str]
    gender: str | None
    day: int | None
    weight: float


def locals_of(people: pl.DataFrame) -> list[Local]:
    """The rows of `solvers.people.resolve` in the order of article and number."""
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
                bool(row.get("country_is_said", True)),
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
