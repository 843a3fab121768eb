"""A noun phrase while it is read: how far it has been taken, and what is known of it so far.

Not here: the rules that take words (`reader.phrase_ends`, `reader.phrase_descriptions`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.noun_phrases import Noun, bare, nouns
from reader.words import Words

#: Nouns in a row, each the owner of the one before.
LONGEST_CHAIN = 4


@dataclass(slots=True)
class Phrase:
    """A noun phrase as far as it has been read: its next word is at `at`."""

    words: Words
    begin: int  # end of the head's own words
    at: int
    limit: int
    definite: bool  # by article, name or owner
    open_head: bool  # phrases with في, من, ب may belong to it
    chain: int = 0  # words taken as owners

    def take(self, end: int) -> bool:
        """Goes on behind words that change nothing of the phrase."""
        self.at = end
        return True

    def own(self, end: int, *, definite: bool) -> bool:
        """Goes on behind one more owner."""
        self.at, self.definite, self.chain = end, definite, self.chain + 1
        return True

    def anew(self, end: int, *, definite: bool = False) -> bool:
        """Goes on behind a word that opens a phrase within the phrase."""
        self.at, self.definite, self.chain = end, definite, 0
        return True

    @property
    def body(self) -> Noun | None:
        """The phrase's head where it is a body: the noun, or that before a known name (لجنة الأمم
        المتحدة).
        """
        heads = (nouns().get(bare(self.words.at(self.begin - back))) for back in (1, 3))
        return next((head for head in heads if head is not None and head.kind == "head"), None)
