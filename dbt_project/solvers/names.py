"""Personal names as names: the parts that people are called by.

Here: a printed name cut into parts. Not here: how parts sound (`solvers.sounds`), which two
spellings are one (`solvers.spellings`), who is who over articles (`solvers.people`), Latin
spellings (`solvers.latin`).

"عبد الفتاح", "أبو الغيط", "نصر الله", "فون دير لاين" are one part each, "بن سلمان" is a part of the
kind `father`, "آل ثاني" of the kind `clan`. Letters are folded further than for search: the
article, hamza, ya, ta marbuta and Persian letters make no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from solvers.reference import reference, words
from solvers.sounds import folded_words, skeleton


class Part(NamedTuple):
    """A part of a name: folded key without article; `kind` plain, father (بن) or clan (آل);
    `article`: printed with ال.
    """

    key: str
    kind: str = "plain"
    article: bool = False


@dataclass(frozen=True)
class Name:
    """A name cut into parts; `honorific` is the title that it is borne with (الملك سلمان),
    folded.
    """

    parts: tuple[Part, ...]
    honorific: str | None = None

    @cached_property
    def key(self) -> str:
        """Parts joined by spaces: equal for spellings that differ in nothing but folding, glue, بن
        and the article.
        """
        return " ".join(part.key for part in self.parts)

    @cached_property
    def glued(self) -> str:
        """Consonant key of the whole name, without spaces."""
        return "".join(skeleton(part.key) for part in self.parts)


_HONORIFICS = words("honorific")
_BARE_HONORIFICS = words("bare honorific")
_FATHER = words("father")
_SECOND_HALF = words("second half")
_SUFFIX = words("suffix")
_FOREIGN = words("particle") | words("leading particle")
_FOREIGN_FIRST = words("leading particle")


@lru_cache(maxsize=300_000)
def parse(name: str) -> Name:
    """A printed name as parts. Latin in brackets, quotes and marks are left out; a name without
    letters has no parts.
    """
    said, hamza = folded_words(name)
    raw = said
    honorific = None
    while len(said) > 1 and (title := _honorific(said[0])):
        honorific = honorific or title
        said, hamza = said[1:], hamza[1:]
    parts: list[Part] = []
    at = 0
    while at < len(said):
        word = said[at]
        rest = said[at + 1 :]
        kind = "plain"
        if word in _FATHER and rest:
            kind, at = "father", at + 1
            word, rest = said[at], said[at + 1 :]
            if word == "الشيخ" and rest:  # ولد الشيخ الغزواني
                at += 1
                word, rest = said[at], said[at + 1 :]
        elif word == "ال" and rest:  # آل: a clan
            kind, at = "clan", at + 1
            word, rest = said[at], said[at + 1 :]
        first = word
        if word == "عبد" and rest:
            word, at = "عبد" + rest[0], at + 1
        elif word in ("ابو", "ابا", "ام") and rest:
            word, at = ("ام" if word == "ام" else "ابو") + _bare(rest[0]), at + 1
        elif word == "ابي" and rest and at > 0:
            word, at = "ابو" + _bare(rest[0]), at + 1
        elif rest and ((word in _FOREIGN and parts) or word in _FOREIGN_FIRST):
            while (rest and word in _FOREIGN_FIRST | _FOREIGN) or (rest and said[at] in _FOREIGN):
                at += 1
                word += said[at]
                rest = said[at + 1 :]
        elif kind == "plain" and parts and _of_father(word):
            kind, word = "father", word[2:]
        elif word.startswith("ابوال") and len(word) > 7:
            word = "ابو" + word[5:]
        else:
            word = word if hamza[at] else _bare(word)
        rest = said[at + 1 :]
        if (rest and rest[0] in _SECOND_HALF and not word.startswith("عبدال")) or (
            rest and rest[0] in _SUFFIX
        ):
            word, at = word + rest[0], at + 1
        if word:
            parts.append(Part(word, kind, first.startswith("ال") and not word.startswith("ال")))
        at += 1
    if not parts and raw:
        parts = [Part(raw[-1])]
    return Name(tuple(parts), honorific)


def _of_father(word: str) -> bool:
    """Whether a folded word is بن with the father's first name glued to it, as the Maghreb writes
    (بنموسى).
    """
    father = reference().known(word[2:]) if word.startswith("بن") and len(word) > 4 else None
    return father is not None and father.given > 0


def _honorific(word: str) -> str | None:
    """The title that a folded word is, without article and clitics (للوزير); None for any other
    word.
    """
    for prefix in ("ال", "لل", "وال", "بال"):
        if word.startswith(prefix) and word[len(prefix) :] in _HONORIFICS:
            return word[len(prefix) :]
    return word if word in _BARE_HONORIFICS else None


def _bare(word: str) -> str:
    """A folded word without the article; names that begin with these letters by nature (ألكسندر,
    إلهام) keep them.
    """
    if len(word) > 4 and word.startswith("ال"):
        known = reference().known(word)
        if known is None or not known.keeps_al:
            return word[2:]
    return word
