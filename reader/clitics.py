"""Letters that Arabic writes onto the word behind them: conjunctions and prepositions.

Here: which they are, and a word without them. Not here: whether a word bears one in a text (a name
may begin with any of these letters), which those decide who know what words there are.
"""

from __future__ import annotations

from functools import lru_cache

LETTERS = frozenset("وفبلك")
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


@lru_cache(maxsize=200_000)
def stems(word: str, least: int = 2) -> tuple[tuple[str, str], ...]:
    """A folded word with each proclitic it may bear taken off, whole first, as long as `least`
    letters stay.

    "لل" gives back its article.
    """
    found = [("", word)]
    if word[:1] not in LETTERS:
        return tuple(found)
    for clitic in PROCLITICS:
        if word.startswith(clitic) and len(word) >= len(clitic) + least:
            rest = word[len(clitic) :]
            found.append((clitic, rest))
            if clitic.endswith("ل") and rest.startswith("ل") and len(rest) > least:
                found.append((clitic, "ا" + rest))
    return tuple(found)
