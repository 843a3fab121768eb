"""What subjects are made of: the phrase itself, and what single words of it can be.

Here: the result of reading a subject, and questions about one token that its readers share. Not
here: the reading (`subjects`: any subject; `appositions`: a person with titles).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import is_definite, nouns, stop_words
from reader.verb_forms import forms
from reader.words import Words

COMMAS = frozenset(("،", ",", "-", "–"))
_ABBREVIATED = of_class("statement_words", "courtesy")
CLAUSE_SIGNS = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهما",
        "اني",
        "انني",
        "اننا",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "بانهما",
        "لان",
    ]
)

_SHORTEST_DOER = 4


@dataclass(slots=True)
class Subject:
    """Who speaks, as a phrase prints it; `end` is the token after the phrase and its
    appositions.
    """

    actors: list[Actor]
    end: int
    titles: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # person, start and end of a title phrase

    @property
    def first(self) -> Actor:
        """The first-named."""
        return self.actors[0]


def clitic(words: Words, at: int) -> str:
    """What hangs before a person's or place's name at a token: و, ف, ل, ب or nothing."""
    token = words.tokens[at]
    mention = words.mention_at.get(at)
    if token.fold.startswith("لل") and mention is not None and mention.start == token.start:
        return "لل"  # يقول للأسد إن
    start = (
        mention.start
        if mention
        else words.place_at[at].start
        if at in words.place_at
        else token.start
    )
    return words.document.plain.fold[token.start : max(start, token.start)]


def after_abbreviation(words: Words, at: int, *, after_and: bool) -> int:
    """The token after abbreviated titles that start here: د. فلان, أ.د. فلان, م/ فلان; `at` where
    none does.
    """
    first = words.at(at)[1:] if after_and else words.at(at)
    while first in _ABBREVIATED and words.at(at + 1) in ("/", "."):
        at += 2
        first = words.at(at)
    return at


def is_accusative(words: Words, at: int) -> bool:
    """Whether the source prints the mark of the object on a word's last letter: دعا رئيسَ
    الحكومة.
    """
    document = words.document
    if not document.plain.cuts:
        return False
    token = words.tokens[at]
    _, end = document.plain.to_source(token.start, token.end)
    return document.article.body[end - 1 : end] in ("\u064e", "\u064b")


def is_form(words: Words, at: int, *, plain: bool = False) -> bool:
    """Whether a token is written like a finite verb of saying; `plain`: of one that has no other
    use.
    """
    form = forms().get(words.fold[at])
    return (
        form is not None
        and form.kind in ("past", "present")
        and len(words.fold[at]) > 3
        and not (plain and form.verb.trust)
    )


def is_quoted_person(words: Words, at: int) -> bool:
    """Whether a mark opens a quotation that is nothing but a person's name: الكاتب "فلان"."""
    opened = words.opens.get(at)
    return (
        opened is not None
        and at + 1 in words.mention_at
        and words.mention_end[at + 1] == words.quotes[opened].close
    )


def looks_present(word: str) -> bool:
    """Whether a word looks like a verb in the present: تدير, يعمل; no noun that the lexicon
    knows.
    """
    return (
        word[0] in "يت"
        and 3 < len(word) < 7
        and not word.endswith(("ه", "ات", "يا"))
        and nouns().get(word) is None
        and word not in stop_words()
    )


def bears_pronoun(words: Words, at: int) -> bool:
    """Whether a word ends in its owner's pronoun: مكتبها, and حكومته where the text tells ه from
    ة.
    """
    printed = words.tokens[at].text
    if printed.endswith(("ها", "هم", "هما")):
        return len(printed) > 4 and not is_definite(words.fold[at])
    return printed.endswith("ه") and len(printed) > 3 and tells_ta(words)


def tells_ta(words: Words) -> bool:
    """Whether the text prints ة, so that a last ه is a pronoun."""
    return words.ends_in_ya or any(token.text.endswith("ة") for token in words.tokens)


def are_doers(words: Words, at: int) -> bool:
    """Whether a participle's plural with its owner stands here, which means people: موقعو البيان,
    معدو الدراسة.
    """
    word = words.fold[at]
    is_plural = word.startswith("م") and word.endswith("و") and len(word) >= _SHORTEST_DOER
    return is_plural and at not in words.place_at and is_definite(words.at(at + 1))
