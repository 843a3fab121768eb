"""Title words and the other words of role phrases: look-ups over the tables `titles` and
`role_words`.

Here: which word is a title, in any of its forms. Not here: how titles make phrases
(`reader.names.roles_before`, `roles_after`), what a phrase says (`reader.names.offices`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from reader import places
from reader.lexicon import table
from reader.text import Token, key

#: How many words a role phrase has at most.
LONGEST_PHRASE = 14
#: Prepositions at which no role phrase ends.
PREPOSITIONS = ("في", "الي", "لدي", "علي", "من", "ب", "ل", "باسم")
#: Lemma of "نظيره": whoever is called so holds the office of the one named before.
COUNTERPART = "نظير"

_PREFIXES = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "لل", "ولل")


@dataclass(frozen=True, slots=True)
class Title:
    """A form of a title word: `lemma` is its folded masculine singular, `printed` its singular as
    the table has it.
    """

    lemma: str
    kind: str
    printed: str
    is_plural: bool
    is_feminine: bool
    is_definite: bool


@cache
def titles() -> dict[str, Title]:
    """Folded forms, with and without article, of all titles of one word."""
    found: dict[str, Title] = {}
    for row in table("titles"):
        base = row["masculine"].split("|")[0] or row["feminine"].split("|")[0]
        for column in ("masculine", "feminine", "plural"):
            for form in row[column].split("|"):
                if not form or " " in form:
                    continue
                folded = key(form)
                printed = base if column == "plural" else form
                for article in ("", "ال"):
                    found.setdefault(
                        article + folded,
                        Title(
                            key(base),
                            row["kind"],
                            article + printed if column != "plural" else printed,
                            column == "plural",
                            column == "feminine",
                            bool(article),
                        ),
                    )
    return found


@cache
def role_words(kind: str) -> frozenset[str]:
    """Folded words of a kind of the table `role_words`."""
    return frozenset(
        key(f) for row in table("role_words") if row["kind"] == kind for f in row["form"].split("|")
    )


@lru_cache(maxsize=100_000)
def title_of(word: str) -> tuple[int, Title] | None:
    """The title that a folded word is, and how many letters of clitic stand before it."""
    title = titles().get(word)
    if title is not None:
        return 0, title
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            stem = word[len(prefix) :] if not prefix.endswith("لل") else "ال" + word[len(prefix) :]
            title = titles().get(stem)
            if title is not None and len(stem) > 2:
                return len(prefix), title
    return None


def bare(word: str) -> str:
    """A folded word without the conjunction or preposition before its article ("للعراق": "العراق");
    other words as they are.
    """
    if word.startswith(("وال", "فال", "بال", "كال")):
        return word[1:]
    if word.startswith("لل"):
        return "ال" + word[2:]
    if word.startswith("ولل"):
        return "ال" + word[3:]
    return word


def is_definite(token: Token) -> bool:
    """Whether a word bears the article, behind a clitic too."""
    return bare(token.fold).startswith("ال")


def is_body(word: str) -> bool:
    """Whether a folded word is a noun for a body or a realm ("وزارة", "دولة")."""
    return word in role_words("body") or word in role_words("realm")


def ends_role(tokens: list[Token], at: int) -> bool:
    """Whether no role phrase runs over this word. "إدارة" does not end it in "مجلس إدارة" and "مدير
    إدارة المرور", nor "حكومة" before a place or a definite word ("حكومة صنعاء"), which is no man's.
    """
    word = tokens[at].fold
    if word not in role_words("stop"):
        return False
    if word == "اداره" and at > 0 and _heads_department(tokens, at):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not (
        word in role_words("government")
        and after is not None
        and (is_definite(after) or places.country_of_place(after.fold) is not None)
    )


def _heads_department(tokens: list[Token], at: int) -> bool:
    """Whether "إدارة" is a board or somebody's department, and not the government of a president
    ("مسؤولون في إدارة س").
    """
    before = tokens[at - 1].fold
    if before.endswith("مجلس"):
        return True
    return (
        at + 1 < len(tokens) and is_definite(tokens[at + 1]) and before in ("رييس", "مدير", "مديره")
    )
