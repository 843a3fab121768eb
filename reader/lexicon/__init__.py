"""The reader's knowledge of words, as data: one tab-separated table a subject, and the one way to
read it.

Each table has a header line; lines that start with `#` are comments (they say what a row means and
where it comes from). Not here: rules; a table says what a word is, code says what follows from it.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from reader.text import key


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `reader/lexicon/NAME.tsv`, as dicts by column; empty cells are empty strings.

    Raises FileNotFoundError where there is no such table.
    """
    text = files("reader.lexicon").joinpath(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def forms(name: str, column: str) -> frozenset[str]:
    """All folded forms in a column of a table; several forms in a cell stand apart by `|`."""
    return frozenset(key(form) for row in table(name) for form in row[column].split("|") if form)


@cache
def of_class(name: str, class_: str) -> frozenset[str]:
    """All folded forms of one class of a table with the columns `class` and `forms`."""
    rows = [row for row in table(name) if row["class"] == class_]
    return frozenset(key(form) for row in rows for form in row["forms"].split("|"))
