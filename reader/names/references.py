"""Whom offices and "the latter" mean, where one person of the article fits.

Here: references without a name ("الوزير", "الرئيس الروسي", "الأخير"). Not here: names
(`reader.names.individuals`), who speaks (`reader.statements`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from reader.document import Document, Reference
from reader.names.features import title_words
from reader.names.offices import Role
from reader.names.roles import sentence_starts
from reader.names.roles_after import role_at
from reader.names.runs import Span
from reader.names.titles import title_of

_LATTER = ("الاخير", "الاخيره")


def find_references(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """Fills the references of a document whose mentions are found, in order of position."""
    if not document.mentions:
        return
    tokens = document.tokens
    claimed = _claimed(document, spans, roles)
    offices = _offices_held(document, spans, roles)
    starts = [mention.start for mention in document.mentions]
    sentence_of = sentence_starts(document)
    at = 0
    while at < len(tokens):
        word = tokens[at].fold
        if claimed[at]:
            at += 1
        elif (stem := _without_clitic(word)) in _LATTER:
            _refer_to_last(document, starts, at)
            at += 1
        elif title_of(word) and (role := role_at(document, at, claimed, sentence_of)) is not None:
            person = _holder(document, starts, offices, role, at)
            if person is not None:
                start = tokens[role.first].start + _clitics(word, stem)
                document.references.append(Reference(start, tokens[role.last - 1].end, person))
            at = role.last
        else:
            at += 1
    document.references.sort(key=lambda r: r.start)


def _claimed(document: Document, spans: list[Span], roles: list[Role | None]) -> list[bool]:
    """Which words are part of a name or of its role phrase."""
    claimed = [False] * len(document.tokens)
    for span, role in zip(spans, roles, strict=True):
        leads = role is not None and role.last <= span.first
        first = role.first if role is not None and leads else span.first
        claimed[first : span.last] = [True] * (span.last - first)
        if role is not None and role.first >= span.last:
            claimed[role.first : role.last] = [True] * (role.last - role.first)
    return claimed


def _offices_held(
    document: Document, spans: list[Span], roles: list[Role | None]
) -> dict[int, list[Role]]:
    """People to the offices that stand beside their names."""
    starts = [mention.start for mention in document.mentions]
    held: dict[int, list[Role]] = defaultdict(list)
    for span, role in zip(spans, roles, strict=True):
        if role is None or not role.head:
            continue
        nearest = bisect_right(starts, document.tokens[span.first].start + span.clitic) - 1
        if nearest >= 0:
            held[document.mentions[nearest].person].append(role)
    return held


def _without_clitic(word: str) -> str:
    """A definite word without the letter before its article ("والوزير", "للوزير")."""
    if word[0] in "وفبك" and word[1:3] == "ال":
        return word[1:]
    return "ال" + word[2:] if word.startswith("لل") else word


def _clitics(word: str, stem: str) -> int:
    """How many letters of a word stand before its article; that of "لل" is none of them."""
    return 0 if word.startswith("لل") else len(word) - len(stem)


def _refer_to_last(document: Document, starts: list[int], at: int) -> None:
    """ "الأخير" means who was named last in its sentence, unless it is an adjective ("الاجتماع
    الأخير").
    """
    tokens = document.tokens
    word, before = tokens[at].fold, tokens[at - 1].fold if at else ""
    if before.startswith("ال") or title_words().get(before) or at + 1 >= len(tokens):
        return
    last = bisect_left(starts, tokens[at].start) - 1
    sentence = next(s for s in document.sentences if s.end > tokens[at].start)
    if last >= 0 and starts[last] >= sentence.start:
        start = tokens[at].start + _clitics(word, _without_clitic(word))
        person = document.mentions[last].person
        document.references.append(Reference(start, tokens[at].end, person))


def _holder(
    document: Document, starts: list[int], offices: dict[int, list[Role]], role: Role, at: int
) -> int | None:
    """The one person named before who holds an office; of several with a title of one word, who was
    named last.
    """
    named = [
        mention.person
        for mention in document.mentions[: bisect_left(starts, document.tokens[at].start)]
    ]
    fits = [
        person
        for person, held in offices.items()
        if any(one.head == role.head and _same_office(one, role) for one in held)
        and (role.country is None or document.people[person].country == role.country)
    ]
    if len(fits) > 1 and role.title and len(role.title.split()) == 1:
        fits = [person for person in named if person in fits][-1:]
    return fits[0] if len(fits) == 1 and fits[0] in named else None


def _same_office(held: Role, said: Role) -> bool:
    """A bare title fits any office of that name; a fuller one must agree word for word with the
    office held.
    """
    words = (said.title or "").split()
    if len(words) <= 1:
        return True
    return (held.title or "").split()[: len(words)] == words
