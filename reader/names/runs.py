"""A run of tokens that names a person, and the words that hold its parts together.

Here: what every rule about a name's extent starts from. Not here: which runs name people
(`reader.names.spans`), where one begins and ends (`reader.names.fronts`, `reader.names.edges`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.names.features import words_of
from reader.text import Token

#: Between the halves of a first name ("جان-لوك").
HYPHENS = frozenset("-–‑")
SON = frozenset(("بن", "ابن", "بنت", "ال"))  # before a father's or a family's name
#: Behind "ابن" and "بنت" no father.
_COUSINS = frozenset(
    kin + owner for kin in ("عم", "خال", "عمت", "خالت", "اخت", "شقيق") for owner in ("", "ه", "ها")
)
#: What a prayer for somebody begins with, before "الله".
PRAYED = frozenset(
    ("رضي", "رحمه", "رحمات", "حفظه", "ايده", "نصره", "رعاه", "يحفظه", "يرحمه", "صلي")
)


@dataclass(slots=True)
class Span:
    """Tokens `first:last` that name a person; the first `clitic` letters of the first token are no
    part of it.
    """

    first: int
    last: int
    clitic: int = 0
    source: str = (
        "tagger"  # tagger | likely | frame | again: by the same name elsewhere in the text | known
    )
    belief: float = 0.0  # probability that it names a person, where it was asked for
    core: Span | None = None  # the tagger's part of a name that was made longer
    uncut: Span | None = None  # the tagger's name of which something was cut off, if it is sure

    def words(self, tokens: list[Token]) -> list[str]:
        """Folded words of the name, the clitic taken off."""
        return [
            tokens[self.first].fold[self.clitic :],
            *(t.fold for t in tokens[self.first + 1 : self.last]),
        ]


def compounds() -> frozenset[str]:
    """Folded first halves of name parts ("عبد", "ابو")."""
    return words_of("compound")


def adjoin(tokens: list[Token], at: int) -> bool:
    """Only a space stands between this token and the next; a name goes over no line break."""
    if at + 1 >= len(tokens):
        return False
    this, following = tokens[at], tokens[at + 1]
    return following.start - this.end <= 1 and following.line == this.line


def is_cousin(tokens: list[Token], at: int) -> bool:
    """Whether whose son it is says how he is related, and no name ("سمير حسن ابن عم الرئيس")."""
    return tokens[at].fold in SON and at + 1 < len(tokens) and tokens[at + 1].fold in _COUSINS


def is_prayer(tokens: list[Token], at: int) -> bool:
    """Whether a prayer for who is named begins here ("رضي الله عنه")."""
    after = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    return after == "الله" and tokens[at].fold in PRAYED
