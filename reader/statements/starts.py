"""The first word of a thing said, behind the sign that opens it: أن, a colon, a quotation mark.

Here: what a complement is, where it starts at its sign, and bare speech without one. Not here:
which sign is the verb's (`complements`), where content ends (`spans`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.statements.phrases import Subject
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, begins_question, is_sign
from reader.words import Words

_SIGN_NEAR = 10  # tokens behind بالقول within which أن, a colon or a quotation comes
_OF_US = frozenset(["اننا", "انني", "اني"])  # behind a colon the speaker's own words


@dataclass(slots=True)
class Complement:
    """Where the thing said starts. `kind`: clause, quote, colon, preposition or object."""

    kind: str
    start: int
    subject: Subject | None = None
    sign: int = -1  # token of أن, the colon, the quotation mark or preposition
    has_clear_subject: bool = False  # read as a phrase of its own, not guessed from within


def after_sign(words: Words, at: int, kind: str) -> Complement:
    """Content after أن or a colon; a quotation mark right after it makes it a quotation."""
    start = at + 1
    if words.at(start) == ":" or (words.at(start) in COMMAS and start + 1 in words.opens):
        start += 1
    if start in words.opens:
        quote = words.quotes[words.opens[start]]
        if not is_name(words, quote):
            return Complement(
                "quote", behind_that(words, start + 1), sign=at, has_clear_subject=True
            )
    if kind == "colon" and words.at(start) in CLAUSE_SIGNS and words.at(start) not in _OF_US:
        start += 1
    return Complement(kind, start, sign=at, has_clear_subject=True)


def behind_that(words: Words, at: int) -> int:
    """Behind the narrator's أن or إن at the start of a quotation; behind a colon إن is the
    speaker's own word, as is إننا.
    """
    printed = words.tokens[at].text
    is_narrators = is_sign(words, at) and (
        not printed.startswith("إ") or (printed == "إن" and words.at(at - 2) != ":")
    )
    return at + 1 if is_narrators else at


def is_bare(words: Words, at: int, limit: int) -> bool:
    """Whether somebody's words follow without any sign: رد بالقول ماذا تريدون."""
    if begins_question(words, at):
        return True
    near = range(at, min(at + _SIGN_NEAR, limit))
    return words.fold[at] not in COMMAS and not any(
        words.fold[i] in CLAUSE_SIGNS or words.fold[i] == ":" or i in words.opens for i in near
    )
