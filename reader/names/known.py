"""The full names of well-known people (table `known_people`), and how they end.

Here: the names as words. Not here: where they stand in a text (`reader.names.famous`), surnames by
which news mean one person (`reader.names.repeats`).
"""

from __future__ import annotations

from functools import cache

from reader.lexicon import forms
from reader.names.features import given
from reader.names.parts import parts_of

_GIVEN = 8  # first names in lists, from which on a father may follow where a surname did


@cache
def known_names() -> frozenset[str]:
    """Folded full names of well-known people."""
    return forms("known_people", "name")


@cache
def known_surnames() -> frozenset[str]:
    """Last words of well-known people's names that are nobody's first."""
    names = [name.split() for name in known_names()]
    full = [n for n in names if len(n) > 1]
    return frozenset(n[-1] for n in full) - {n[0] for n in full}


def ends_known(words: tuple[str, ...]) -> bool:
    """Whether these are a well-known person's full name, or its last parts, two at least; names
    that end with a first name ("محمد صالح") may go on.
    """
    parts = parts_of(words)
    return len(parts) > 1 and given(parts[-1]) < _GIVEN and " ".join(parts) in _known_ends()


@cache
def _known_ends() -> frozenset[str]:
    names = [parts_of(tuple(name.split())) for name in known_names()]
    return frozenset(" ".join(n[at:]) for n in names for at in range(len(n) - 1))
