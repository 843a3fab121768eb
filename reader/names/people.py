"""Who is named in an article, with what is said of them.

Here: the steps in their order; mentions and people as rows. Not here: which names are one
individual's (`reader.names.individuals`), whom offices refer to (`reader.names.references`), states
(`reader.names.states`), identity over articles (dbt).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from reader.document import Document, Mention, Person
from reader.lexicon import forms
from reader.names.features import name_parts, words_of
from reader.names.individuals import individuals, is_regnal
from reader.names.offices import Role
from reader.names.parts import parts_of
from reader.names.references import find_references
from reader.names.roles import find_roles
from reader.names.runs import Span
from reader.names.spans import find_spans
from reader.names.states import add_states
from reader.names.titles import role_words
from reader.text import key

_LATIN = re.compile(r"\s*[(\[]\s*([A-Z][A-Za-zÀ-ž'’.-]+(?: [A-Za-zÀ-ž'’.-]+){0,4})\s*[)\]]")
_BY_SURNAME = 0.9  # of rows that nothing but a well-known surname gave, on read articles


def find_people(document: Document) -> None:
    """Fills people, mentions (in order of position) and references of a tagged document."""
    spans = find_spans(document)
    _cut_callings(document, spans)
    roles = find_roles(document, spans)
    tokens = document.tokens
    _take_off_and(document, spans)
    names = [parts_of(tuple(span.words(tokens))) for span in spans]
    spans, roles, names = _lists_kept(spans, roles, names)
    owner = individuals(document, spans, roles, names)
    _fill(document, spans, roles, names, owner)
    add_states(document, spans, roles, owner)
    find_references(document, spans, roles)


def _cut_callings(document: Document, spans: list[Span]) -> None:
    """ "المكنى" at the end of a name is none of it: it leads to a further name of the same person
    ("س المكنى أبو ص").
    """
    for span in spans:
        while span.last - span.first > 1 and document.tokens[span.last - 1].fold in words_of(
            "called"
        ):
            span.last -= 1


def _take_off_and(document: Document, spans: list[Span]) -> None:
    """ "وشي" is "و" and Xi, where the text names him without it."""
    tokens = document.tokens
    known = {word for span in spans for word in span.words(tokens)}
    for span in spans:
        word = tokens[span.first].fold
        if (
            span.clitic == 0
            and word[0] == "و"
            and span.last == span.first + 1
            and word[1:] in known
        ):
            span.clitic = 1


def _lists_kept(
    spans: list[Span], roles: list[Role | None], names: list[tuple[str, ...]]
) -> tuple[list[Span], list[Role | None], list[tuple[str, ...]]]:
    keep = [i for i, name in enumerate(names) if name]
    return [spans[i] for i in keep], [roles[i] for i in keep], [names[i] for i in keep]


def _fill(
    document: Document,
    spans: list[Span],
    roles: list[Role | None],
    names: list[tuple[str, ...]],
    owner: list[int],
) -> None:
    """Makes people and their mentions of the individuals' spans; numbers them (`owner`) in the
    order of the text.
    """
    of_person: dict[int, list[int]] = defaultdict(list)
    for i, person in enumerate(owner):
        if person >= 0:
            of_person[person].append(i)
    in_order = sorted(of_person, key=lambda p: of_person[p][0])
    for number, person in enumerate(in_order):
        own = of_person[person]
        has_full = any(len(names[i]) > 1 for i in own)
        mentions = [_mention(document, spans[i], roles[i], number, has_full) for i in own]
        document.mentions += mentions
        longest = max(own, key=lambda i: (len(names[i]), spans[i].last - spans[i].first, -i))
        first = spans[longest].words(document.tokens)[0]
        is_woman = any((role := roles[i]) is not None and role.is_feminine for i in own)
        held = (role.head for i in own if (role := roles[i]) is not None)
        is_man = not role_words("of men").isdisjoint(held)
        document.people.append(
            Person(
                name=_fullest(document, mentions),
                latin=_latin(document, mentions),
                title=_usual(m.title for m in mentions),
                organization=_usual(m.organization for m in mentions),
                country=_state(mentions, [roles[i] for i in own]),
                gender="f" if is_woman else _gender(first, names[longest], is_man=is_man),
                confidence=_confidence(own, spans),
            )
        )
    document.mentions.sort(key=lambda m: m.start)
    number_of = {person: number for number, person in enumerate(in_order)}
    owner[:] = [number_of.get(p, -1) for p in owner]


def _mention(
    document: Document, span: Span, role: Role | None, number: int, has_full: bool
) -> Mention:
    """A mention with its role; the title of a king, and of a sheikh or emir of whom no fuller name
    is told, is part of the name.
    """
    tokens = document.tokens
    start = tokens[span.first].start + span.clitic
    if is_regnal(document, span):
        before = tokens[span.first - 1]
        start = before.start + (before.fold[0] == "و")
    elif (
        not has_full
        and role is not None
        and role.head in ("شيخ", "امير")
        and role.last == role.first + 1
    ):
        start = tokens[role.first].start + (tokens[role.first].fold[0] in "وفبك")
    mention = Mention(start, tokens[span.last - 1].end, number)
    if role is not None:
        mention.title, mention.organization = role.title, role.organization
        mention.country = role.country
    return mention


def _fullest(document: Document, mentions: list[Mention]) -> str:
    """The fullest printed form of a name; a kunya is no full name."""
    surfaces = Counter(document.plain.text[m.start : m.end] for m in mentions)
    full = max(
        surfaces,
        key=lambda s: (
            len(parts_of(tuple(key(s).split()))) > 1,
            len(s.split()),
            surfaces[s],
            len(s),
        ),
    )
    return " ".join(full.split())


def _latin(document: Document, mentions: list[Mention]) -> str | None:
    """The Latin spelling in brackets behind the first mention that has one."""
    found = (_LATIN.match(document.plain.text, m.end) for m in mentions)
    return next((match.group(1) for match in found if match), None)


def _usual(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _state(mentions: list[Mention], roles: list[Role | None]) -> str | None:
    """The state that most titles of somebody tell; those with an office count twice."""
    states: Counter[str] = Counter()
    for mention, role in zip(mentions, roles, strict=True):
        if mention.country and role is not None:
            states[mention.country] += 1 + bool(role.head)
    return states.most_common(1)[0][0] if states else None


@cache
def _female() -> frozenset[str]:
    return forms("female_names", "name")


def _gender(first: str, name: tuple[str, ...], *, is_man: bool = False) -> str | None:
    """By the first name; a woman's name whose bearer is "الرئيس" tells nothing (إلهام)."""
    if first in _female() and is_man:
        return None
    if first in _female():
        return "f" if len(name) > 1 else None
    entry = name_parts().get(first)
    return (
        "m"
        if len(name) > 1 and entry is not None and entry[0] >= 5 and not first.endswith("ه")
        else None
    )


def _confidence(own: list[int], spans: list[Span]) -> float:
    """The best belief in one of the mentions; for one that is known by its surname alone, the share
    of such rows that are right.
    """
    return round(min(0.99, max(spans[i].belief for i in own) or _BY_SURNAME), 2)
