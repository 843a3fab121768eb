"""Role phrases behind a name ("دميتري بيسكوف، المتحدث باسم الكرملين") and those that stand for one
("الوزير الروسي").

Here: where such a phrase ends. Not here: phrases before the name (`reader.names.roles_before`),
whom a phrase without a name means (`reader.names.references`).
"""

from __future__ import annotations

from reader import places
from reader.document import Document
from reader.names.offices import Role, role_of
from reader.names.runs import Span
from reader.names.titles import (
    LONGEST_PHRASE,
    PREPOSITIONS,
    Title,
    ends_role,
    is_body,
    is_definite,
    role_words,
    title_of,
    titles,
)
from reader.text import Token

_QUOTES = frozenset('"“”«»')
_QUOTED = 7  # words of a body's name in quotation marks, with the marks


def role_after(
    document: Document,
    span: Span,
    claimed: list[bool],
    joined: set[int],
    sentence_of: list[int],
) -> Role | None:
    tokens = document.tokens
    at = span.last
    count = len(tokens)
    apart = False
    if at < count and tokens[at].fold in ("،", ",", "(", "-", "–", "—"):
        apart = True
        at += 1
    if at < count and tokens[at].fold in ("وهو", "وهي", "هو"):
        at += 1
    if (
        at >= count
        or claimed[at]
        or sentence_of[at] != sentence_of[span.first]
        or not tokens[at].is_arabic
    ):
        return None
    title = titles().get(tokens[at].fold)
    if (
        title is None
        or title.is_plural
        or _is_participle(tokens, at, title)
        or (title.kind in ("honour", "regnal", "kin") and not (title.kind == "kin" and apart))
    ):
        return None
    if not apart and tokens[at].start - tokens[at - 1].end > 1:
        return None
    last = phrase_end(document, at, claimed, sentence_of)
    if (
        last < count
        and claimed[last]
        and last not in joined
        and tokens[last].fold[0] != "و"
        and tokens[last].start - tokens[last - 1].end <= 1
    ):
        return None  # the phrase leads to the next name
    if last == at + 1 and not title.is_definite:
        return None
    return role_of(document, at, last, 0, title)


def _is_participle(tokens: list[Token], at: int, title: Title) -> bool:
    """Whether a title without its article is a participle here: "…، داعية إلى", "مدافعا عن"."""
    after = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    return not title.is_definite and title.kind == "job" and after in ("الي", "علي", "عن", "ان")


def phrase_end(document: Document, first: int, claimed: list[bool], sentence_of: list[int]) -> int:
    """End of the role phrase that begins at a title: definite words, places, bodies and what links
    them.
    """
    tokens, links = document.tokens, role_words("link")
    at = first + 1
    limit = min(len(tokens), first + LONGEST_PHRASE)
    closed = False  # a nationality ends the phrase, unless "السابق" or a preposition carries it on
    opener = titles().get(tokens[first].fold)
    open_ = opener is None or not opener.is_definite
    while at < limit and not claimed[at] and sentence_of[at] == sentence_of[first]:
        token = tokens[at]
        word = token.fold
        if open_ and word in _QUOTES and (closing := _closing(tokens, at)) is not None:
            at, open_ = closing + 1, False
            continue
        if not token.is_arabic or ends_role(tokens, at):
            break
        if closed and word not in links and places.country_of_adjective(word) is None:
            break
        if word[0] == "و" and (found := title_of(word)) is not None and found[0]:
            break  # "والسيد …": the next one
        closed = places.country_of_adjective(word) is not None or (
            closed and word in role_words("after")
        )
        if (
            is_definite(token)
            or word in links
            or places.country_of_place(word)
            or document.labels[at][2:] in ("ORG", "LOC")
        ):
            open_ = word in links
        elif (
            word in titles()
            or word in role_words("body")
            or (word[0] in "لب" and is_body(word[1:]))
            or (is_body(word) and tokens[at - 1].fold in links)
        ):
            open_ = True
        elif not open_:  # else a noun in construct after a noun in construct ("رئيس هيئة أركان")
            break
        at += 1
    while at > first + 1 and (
        tokens[at - 1].fold in PREPOSITIONS
        or not (tokens[at - 1].is_arabic or tokens[at - 1].fold in _QUOTES)
    ):
        at -= 1
    return at


def _closing(tokens: list[Token], at: int) -> int | None:
    """The mark that closes the short quotation which begins at `at` (the name of a body), else
    None.
    """
    return next(
        (n for n in range(at + 2, min(len(tokens), at + _QUOTED)) if tokens[n].fold in _QUOTES),
        None,
    )


def role_at(
    document: Document, at: int, claimed: list[bool], sentence_of: list[int]
) -> Role | None:
    """The role phrase that begins at this token and leads to no name ("الوزير", "وزير الخارجية
    الروسي"), else None.
    """
    found = title_of(document.tokens[at].fold)
    if found is None or found[1].is_plural or found[1].kind in ("honour", "kin", "state", "job"):
        return None
    cut, title = found
    last = phrase_end(document, at, claimed, sentence_of)
    if last == at + 1 and not title.is_definite:
        return None
    return role_of(document, at, last, cut, title)
