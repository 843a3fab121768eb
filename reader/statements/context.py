"""What surrounds a statement: the medium, the day it was made, the encounter it was made at.

Here: reading those from the cue's sentence. Not here: dates (`reader.times` finds expressions, the solver resolves them).
"""

from __future__ import annotations

from reader.document import Statement
from reader.statements.spans import Span
from reader.words import Words


def fill(words: Words, statement: Statement, cue: int, span: Span) -> None:
    """Sets medium, day and encounter of a statement whose cue stands at a token."""
    return
