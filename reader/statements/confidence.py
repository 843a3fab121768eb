"""How sure a statement is: the calibrated probability that its speaker and its text are right.

Here: features of how a statement was found, and the weights of the table `statement_confidence`
over them. Not here: the fitting of that table (`training/calibrate_statements.py`, a logistic
regression on hand-annotated articles).
"""

from __future__ import annotations

import math
from functools import cache

from reader.document import Statement
from reader.lexicon import table
from reader.statements.cues import Cue
from reader.statements.spans import Span
from reader.statements.voices import Voice
from reader.words import Words


def features(
    words: Words,
    statement: Statement,
    voice: Voice,
    *,
    route: str,
    kind: str,
    span: Span,
    cue: Cue | None,
) -> frozenset[str]:
    """How a statement was found: its complement, the route to its speaker, what ended it, kind of
    speaker, length.
    """
    first = voice.actors[0]
    length = span.end - span.start
    found = {
        f"kind={kind if kind in _KINDS else 'attribution'}",
        f"route={route}",
        f"end={span.ended_by}",
        f"speaker={first.kind if first.person is None else 'person'}",
        "length="
        + ("1-2" if length < 3 else "3-5" if length < 6 else "6-60" if length < 61 else "61+"),
    }
    if cue is not None:
        found.add(f"form={cue.form.kind}")
        if cue.form.verb.trust:
            found.add(f"trust={cue.form.verb.trust}")
        if cue.is_negated:
            found.add("negated")
        if cue.is_relative:
            found.add("relative")
        if cue.form.verb.cue_class in ("say", "add", "assert", "announce"):
            found.add("class=plain")
        if span.start - cue.at > 12:
            found.add("far")
    if route in ("dropped", "sentence") and first.person is None:
        found.add("dropped to no person")
    if first.person is not None and words.document.people[first.person].confidence < 0.7:
        found.add("doubtful person")
    if first.kind == "role" and first.is_definite:
        found.add("office unresolved")
    if len(voice.actors) > 1:
        found.add("joint")
    return frozenset(found)


_KINDS = frozenset(
    ("clause", "quote", "colon", "preposition", "object", "continuation", "colon_line")
)


def probability(found: frozenset[str]) -> float:
    """Probability from features, between 0.01 and 0.99, two digits."""
    weights = _weights()
    score = weights.get("bias", 1.5) + sum(weights.get(name, 0.0) for name in found)
    return round(min(max(1.0 / (1.0 + math.exp(-score)), 0.01), 0.99), 2)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("statement_confidence")}
