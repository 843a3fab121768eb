"""Whom a word of honour with a pronoun means, where the text gives the same honour to somebody by
name: معاليه is معالي الوزير فلان, not سعادة السفير علان, who spoke last.

Here: who bears an honour. Not here: honours that the text gives to nobody (`referents`).
"""

from __future__ import annotations

from reader.statements.voices import Voice
from reader.words import Words

_PRONOUNS = ("هما", "هم", "ها", "ه")
_REACH = 14  # tokens from an honour over an office to the name
_SHORTEST = 3


def bearer_of_honour(words: Words, voices: list[Voice], at: int) -> int | None:
    """The person whom the word of honour at a token means by the honour before his name: of those
    who bear it who spoke last, else the only one.
    """
    honour = _stem(words.fold[at])
    if honour is None:
        return None
    named = (i for i in words.mention_at if i < at and _bears(words, honour, i))
    bearers = {words.mention_at[i].person for i in named}
    for voice in reversed(voices):
        persons = [a.person for a in voice.actors if a.person in bearers]
        if len(voice.actors) == 1 and persons:
            return persons[0]
    return bearers.pop() if len(bearers) == 1 else None


def _stem(word: str) -> str | None:
    """An honour without its pronoun: معالي(ه), سعادت(ها) as it is written alone, سعاده."""
    word = word.removeprefix("و")
    stem = next((word.removesuffix(p) for p in _PRONOUNS if word.endswith(p)), "")
    stem = f"{stem[:-1]}ه" if stem.endswith("ت") else stem
    return stem if len(stem) >= _SHORTEST else None


def _bears(words: Words, honour: str, name: int) -> bool:
    """Whether an honour stands before a name, nobody else and no mark between them."""
    for i in range(name - 1, max(name - _REACH, words.sentence_start[name]) - 1, -1):
        word = words.fold[i]
        if word in (honour, f"و{honour}", f"ل{honour}", f"ب{honour}"):
            return True
        if words.mention_of[i] >= 0 or not word[:1].isalpha():
            return False
    return False
