"""Months and weekdays by their names, and regular expressions made of them.

Here: what a calendar name means, whichever region prints it. Not here: dates, offsets, or what a
text says of a time. All patterns are for folded text (`reader.text.fold`).
"""

from __future__ import annotations

import re

from reader.lexicon import table
from reader.text import key


def _names(kind: str) -> dict[str, int]:
    return {
        key(form): int(row["value"])
        for row in table("calendar")
        if row["kind"] == kind
        for form in row["forms"].split("|")
    }


def alternation(forms: object) -> str:
    """A pattern for any of the folded `forms`, longest first; a space in a form is any run of white
    space.
    """
    ordered = sorted({str(form) for form in forms}, key=lambda form: (-len(form), form))  # type: ignore[attr-defined]
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)


#: Folded name to number.
MONTHS = _names("month")
HIJRI_MONTHS = _names("hijri")
WEEKDAYS = _names("weekday")
MONTH = alternation(MONTHS)
HIJRI_MONTH = alternation(HIJRI_MONTHS)
WEEKDAY = alternation(WEEKDAYS)
ARABIC_WEEKDAY = alternation(name for name in WEEKDAYS if name.startswith("ال"))


def named(name: str, numbers: dict[str, int]) -> int:
    """The number of a name as matched (any white space between its words)."""
    return numbers[" ".join(name.split())]
