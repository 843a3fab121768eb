"""The role of every name: the phrase before it ("نائب وزير الخارجية الروسي سيرغي ريابكوف"), else in
apposition after it.

Here: which of the phrases is whose, offices nested in offices, titles told once for several. Not
here: where a phrase begins and ends (`reader.names.roles_before`, `roles_after`), which words are
titles (`reader.names.titles`), what a phrase says (`reader.names.offices`).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import replace

from reader import places
from reader.document import Document
from reader.names.offices import Role, kind_of, role_of
from reader.names.roles_after import role_after
from reader.names.roles_before import role_before
from reader.names.runs import Span
from reader.names.titles import COUNTERPART, bare, title_of
from reader.text import Token

#: Kinds of titles that say how somebody is addressed or what befell them, and leave room for an
#: office.
_COURTESIES = ("honour", "rank", "state", "regnal", "kin")
#: What stands between the names of a list.
_JOINTS = frozenset(("،", ",", "و"))


def find_roles(document: Document, spans: list[Span]) -> list[Role | None]:
    """The role phrase of each span, if it has one: before the name, else in apposition after it."""
    tokens = document.tokens
    named = [False] * len(tokens)
    joined = {span.first for span in spans if span.clitic}  # names that "و" or a preposition leads
    for span in spans:
        for at in range(span.first, span.last):
            named[at] = True
    sentence_of = sentence_starts(document)
    roles: list[Role | None] = [role_before(document, span, named, sentence_of) for span in spans]
    _part_nested(document, spans, roles)
    claimed = list(named)
    for role in roles:
        if role is not None:
            for at in range(role.first, role.last):
                claimed[at] = True
    for number, span in enumerate(spans):
        after = role_after(document, span, claimed, joined, sentence_of)
        if after is not None:
            for at in range(after.first, after.last):
                claimed[at] = True
            mine = roles[number]
            if mine is None or not mine.head or kind_of(mine) in _COURTESIES:
                if mine is not None and (after.country is None or not mine.head):
                    after.country = mine.country or after.country
                roles[number] = after
            elif mine.country is None:
                mine.country = after.country
    _share(document, spans, roles)
    return roles


def _part_nested(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """ "مسعد بولس، كبير مستشاري الرئيس الأمريكي دونالد ترامب": the outer office is the first
    name's, the inner one the second's.
    """
    tokens = document.tokens
    ends = {span.last: number for number, span in enumerate(spans)}
    for number, role in enumerate(roles):
        if role is None or not role.head or role.last > spans[number].first:
            continue
        outer = ends.get(role.first - 1) if tokens[role.first - 1].fold == "،" else None
        if outer is None or (roles[outer] is not None and kind_of(roles[outer]) == "head"):  # type: ignore[arg-type]
            continue
        for at in range(role.last - 1, role.first, -1):
            found = title_of(tokens[at].fold)
            if found is not None and found[1].is_definite and found[1].kind == "head":
                first_title = title_of(tokens[role.first].fold)
                if first_title is not None and not first_title[1].is_definite:
                    roles[outer] = role_of(
                        document, role.first, role.last, first_title[0], first_title[1]
                    )
                    roles[number] = role_of(document, at, role.last, found[0], found[1])
                break


def _share(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """Titles told by the name before: "وزيرا الخارجية الروسي س والأمريكي ص", "وزراء خارجية مصر س
    والأردن ص", "وزير الخارجية س ونظيره الأمريكي ص", "النائبان س وص"."""
    tokens = document.tokens
    order = sorted(range(len(spans)), key=lambda i: spans[i].first)
    first = next(iter(order), None)
    if first is not None and _names_a_state(tokens, roles[first]):
        roles[first] = None
    for before, number in itertools.pairwise(order):
        role, last = roles[number], roles[before]
        if role is None:
            if last is not None and last.is_plural and _goes_on(tokens, spans, before, number):
                roles[number] = _shared(tokens, last, spans[number].first)
            continue
        if role.head == COUNTERPART and last is not None and last.head and kind_of(last) == "head":
            role.head, role.title, role.organization = last.head, last.title, None
            continue
        follows = role.first == spans[before].last
        if (
            not role.head
            and follows
            and last is not None
            and last.head
            and (last.is_plural or tokens[role.first].fold.startswith("وال"))
            and (last.is_plural or not _names_a_state(tokens, role))
        ):
            roles[number] = Role(
                role.first,
                role.last,
                last.head,
                last.title,
                last.organization,
                role.country,
                is_plural=last.is_plural,
            )
        elif _names_a_state(tokens, role):
            roles[number] = None


def _goes_on(tokens: list[Token], spans: list[Span], before: int, number: int) -> bool:
    """Whether only commas and "و" stand between two names of a list ("الحكام القطريون س وص وع")."""
    between = tokens[spans[before].last : spans[number].first]
    is_led = bool(between) or bool(spans[number].clitic)
    return is_led and all(token.fold in _JOINTS for token in between)


def _shared(tokens: list[Token], role: Role, at: int) -> Role:
    """The role of several, for the next of them, whose name begins at `at`: one that joins two
    offices or states ("رئيسا مجلسي النواب والشيوخ س وص") is shared out in their order and gives the
    next no title."""
    phrase = [bare(token.fold) for token in tokens[role.first : role.last]]
    joined = any(
        t.fold == "و" or t.fold.startswith("وال") for t in tokens[role.first + 1 : role.last]
    )
    found = [state for word in phrase if (state := places.country_of_adjective(word)) is not None]
    shared = replace(role, first=at, last=at)
    if joined:
        shared.title = shared.organization = None
        shared.country = role.country if len(set(found)) < 2 else found[1]
        shared.is_plural = False
    return shared


def _names_a_state(tokens: list[Token], role: Role | None) -> bool:
    """Whether a role is a mere state's name ("والأردن …")."""
    if role is None or role.head:
        return False
    return places.country_of_adjective(bare(tokens[role.first].fold)) is None


def sentence_starts(document: Document) -> list[int]:
    """For every token the number of the first token of its sentence."""
    starts: list[int] = []
    token_starts = [t.start for t in document.tokens]
    first = 0
    for sentence in document.sentences:
        last = bisect_left(token_starts, sentence.end, first)
        starts += [first] * (last - first)
        first = last
    return starts + [first] * (len(token_starts) - first)
