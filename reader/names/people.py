"""Who is named in an article: spans of names become individuals, each with what is said of them; references are resolved.

Here: identity within one article. Not here: identity over articles (dbt).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache

from reader.document import Document, Mention, Person, Reference
from reader.lexicon import forms
from reader.names.edges import Span
from reader.names.features import name_parts, title_words, words_of
from reader.names.offices import Role
from reader.names.parts import alike, misspelt, parts_of, within
from reader.names.roles import find_roles, sentence_starts
from reader.names.roles_after import role_at
from reader.names.spans import find_spans
from reader.names.states import add_states, origin_of
from reader.names.titles import title_of
from reader.text import Token, key

_LATIN = re.compile(r"\s*[(\[]\s*([A-Z][A-Za-zÀ-ž'’.-]+(?: [A-Za-zÀ-ž'’.-]+){0,4})\s*[)\]]")
_BY_SURNAME = 0.9  # of rows that nothing but a well-known surname gave, on read articles
_QUOTES = frozenset('"“”«»')
_REGNAL = ("regnal+", "regnal")


def find_people(document: Document) -> None:
    """Fills people, mentions (in order of position) and references of a tagged document."""
    spans = find_spans(document)
    _cut_callings(document, spans)
    roles = find_roles(document, spans)
    tokens = document.tokens
    _take_off_and(document, spans)
    names = [parts_of(tuple(span.words(tokens))) for span in spans]
    spans, roles, names = _lists_kept(spans, roles, names)
    owner = _group(document, spans, roles, names)
    _join_aliases(document, spans, owner)
    _fill(document, spans, roles, names, owner)
    add_states(document, spans, roles, owner)
    _refer(document, spans, roles)


def _cut_callings(document: Document, spans: list[Span]) -> None:
    """ "المكنى" at the end of a name is none of it: it leads to a further name of the same person ("س المكنى أبو ص")."""
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


def _join_aliases(document: Document, spans: list[Span], owner: list[int]) -> None:
    """A quoted name right after a full one, or one after "الملقب بـ", is the same person's ("عواضة "أبو زينب""), and so is one of one part in brackets
    ("س (الحاج رضوان)")."""
    tokens = document.tokens
    for i in range(1, len(spans)):
        before, span = spans[i - 1], spans[i]
        between = [t.fold for t in tokens[before.last : span.first]]
        said = [word for word in between if word not in _QUOTES]
        quoted = not said and len(between) == 1
        quoted = quoted or _is_in_brackets(tokens, said, span)
        called = 0 < len(said) <= 2 and said[0] in words_of("called")
        if before.last - before.first > 1 and owner[i] != owner[i - 1] and (quoted or called):
            same = owner[i]
            owner[:] = [owner[i - 1] if person == same else person for person in owner]


def _is_in_brackets(tokens: list[Token], said: list[str], span: Span) -> bool:
    """Whether a by-name of one part, with a courtesy or without, fills the brackets that open here."""
    after = next((t.fold for t in tokens[span.last :] if t.fold not in _QUOTES), "")
    has_one_part = len(parts_of(tuple(span.words(tokens)))) == 1
    return said[:1] == ["("] and after == ")" and has_one_part and all(map(_is_honour, said[1:]))


def _is_honour(word: str) -> bool:
    found = title_of(word)
    return found is not None and found[1].kind == "honour"


def _is_regnal(document: Document, span: Span) -> bool:
    """A king's or pope's name: its title stands before it and is part of it."""
    tokens = document.tokens
    if span.first == 0 or tokens[span.first].start - tokens[span.first - 1].end > 1:
        return False
    return title_words().get(tokens[span.first - 1].fold.removeprefix("و")) in _REGNAL


def _group(
    document: Document, spans: list[Span], roles: list[Role | None], names: list[tuple[str, ...]]
) -> list[int]:
    """For every span the number of its individual; -1 where the name alone does not settle whether it is anybody."""
    owner = [-1] * len(spans)
    members: list[tuple[str, ...]] = []  # fullest name of each individual
    order = sorted(range(len(spans)), key=lambda i: (-len(names[i]), spans[i].first))
    for i in order:
        if len(names[i]) < 2:
            continue
        fits = [p for p, full in enumerate(members) if within(names[i], full)]
        if not fits and origin_of(" ".join(names[i])) != "native":
            fits = [p for p, full in enumerate(members) if misspelt(names[i], full)]
        if fits:
            owner[i] = _nearest(fits, owner, spans, i)
        else:
            owner[i] = len(members)
            members.append(names[i])
    singles: dict[str, int] = {}
    by_first: dict[str, int] = {}  # whom a first part alone meant last: "كيم" stays the same Kim
    for i in sorted((i for i in order if len(names[i]) == 1), key=lambda i: spans[i].first):
        part = names[i][0]
        kingly = _is_regnal(document, spans[i])
        last = [p for p, full in enumerate(members) if len(full) > 1 and alike(part, full[-1])]
        first = [
            p
            for p, full in enumerate(members)
            if len(full) > 1 and (part == full[0] or (kingly and alike(part, full[0])))
        ]  # a surname may sound like another's first name (نتنياهو, أنتوني)
        inner = [
            p
            for p, full in enumerate(members)
            if len(full) > 2 and any(alike(part, x) for x in full[1:-1])
        ]
        bare = [
            p
            for p, full in enumerate(members)
            if len(full) > 1 and any(x == f"بن {part}" or x == f"ال {part}" for x in full)
        ]
        fits = (first or []) if kingly else (last or first or inner or bare)
        if part in singles and not fits:
            owner[i] = singles[part]
            continue
        alike_single = next(
            (p for known, p in singles.items() if alike(known, part) or known == f"بن {part}"), None
        )
        if not fits and alike_single is not None:
            owner[i] = alike_single
        elif fits:
            if fits is first and by_first.get(part) in fits:
                fits = [by_first[part]]
            owner[i] = fits[0] if len(fits) == 1 else _right_one(fits, owner, spans, roles, i)
            by_first[part] = owner[i]
        else:
            owner[i] = singles[part] = len(members)
            members.append(names[i])
    return owner


def _nearest(fits: list[int], owner: list[int], spans: list[Span], i: int) -> int:
    """Of several individuals the one named last before this place, else the first after it."""
    before = [
        (spans[j].first, owner[j])
        for j in range(len(spans))
        if owner[j] in fits and spans[j].first < spans[i].first
    ]
    if before:
        return max(before)[1]
    after = [(spans[j].first, owner[j]) for j in range(len(spans)) if owner[j] in fits]
    return min(after)[1] if after else fits[0]


def _right_one(
    fits: list[int], owner: list[int], spans: list[Span], roles: list[Role | None], i: int
) -> int:
    """Of several individuals with this surname, the one whose title is here, else the one named last."""
    role = roles[i]
    if role is not None and role.head:
        same = [
            p
            for p in fits
            if any(
                owner[j] == p and (r := roles[j]) is not None and r.head == role.head
                for j in range(len(spans))
            )
        ]
        if len(same) == 1:
            return same[0]
        fits = same or fits
    return _nearest(fits, owner, spans, i)


def _fill(
    document: Document,
    spans: list[Span],
    roles: list[Role | None],
    names: list[tuple[str, ...]],
    owner: list[int],
) -> None:
    tokens, plain = document.tokens, document.plain
    by_person: dict[int, list[int]] = defaultdict(list)
    for i, person in enumerate(owner):
        if person >= 0:
            by_person[person].append(i)
    number = {
        person: n for n, person in enumerate(sorted(by_person, key=lambda p: by_person[p][0]))
    }
    for person in sorted(by_person, key=lambda p: by_person[p][0]):
        own = by_person[person]
        has_full = any(len(names[i]) > 1 for i in own)
        surfaces: Counter[str] = Counter()
        titles: Counter[str] = Counter()
        bodies: Counter[str] = Counter()
        countries: Counter[str] = Counter()
        latin = gender = None
        for i in own:
            span, role = spans[i], roles[i]
            start, end = tokens[span.first].start + span.clitic, tokens[span.last - 1].end
            if _is_regnal(document, span):
                before = tokens[span.first - 1]
                start = before.start + (before.fold[0] == "و")
            elif (
                len(names[i]) == 1
                and not has_full
                and role is not None
                and role.head in ("شيخ", "امير")
                and role.last == role.first + 1
            ):
                start = tokens[role.first].start + (tokens[role.first].fold[0] in "وفبك")
            surface = plain.text[start:end]
            surfaces[surface] += 1
            mention = Mention(start, end, number[person])
            if role is not None:
                mention.title, mention.organization, mention.country = (
                    role.title,
                    role.organization,
                    role.country,
                )
                if role.title:
                    titles[role.title] += 1
                if role.organization:
                    bodies[role.organization] += 1
                if role.country:
                    countries[role.country] += 1 + bool(role.head)
                if role.is_feminine:
                    gender = "f"
            document.mentions.append(mention)
            match = _LATIN.match(plain.text, end)
            if match and latin is None:
                latin = match.group(1)
        longest = max(own, key=lambda i: (len(names[i]), spans[i].last - spans[i].first, -i))
        span = spans[longest]
        full = max(
            surfaces,
            key=lambda s: (
                len(parts_of(tuple(key(s).split()))) > 1,
                len(s.split()),
                surfaces[s],
                len(s),
            ),
        )  # a kunya is no full name
        first = span.words(tokens)[0]
        document.people.append(
            Person(
                name=" ".join(full.split()),
                latin=latin,
                title=titles.most_common(1)[0][0] if titles else None,
                organization=bodies.most_common(1)[0][0] if bodies else None,
                country=countries.most_common(1)[0][0] if countries else None,
                gender=gender or _gender(first, names[longest]),
                confidence=_confidence(own, spans),
            )
        )
    document.mentions.sort(key=lambda m: m.start)
    owner[:] = [number.get(p, -1) for p in owner]


@cache
def _female() -> frozenset[str]:
    return forms("female_names", "name")


def _gender(first: str, name: tuple[str, ...]) -> str | None:
    if first in _female():
        return "f" if len(name) > 1 else None
    entry = name_parts().get(first)
    return (
        "m"
        if len(name) > 1 and entry is not None and entry[0] >= 5 and not first.endswith("ه")
        else None
    )


def _confidence(own: list[int], spans: list[Span]) -> float:
    """The best belief in one of the mentions; for one that is known by its surname alone, the share of such rows that are right."""
    return round(min(0.99, max(spans[i].belief for i in own) or _BY_SURNAME), 2)


def _refer(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """References by office ("الوزير", "الرئيس الروسي") and "الأخير", where one person of the article fits."""
    tokens = document.tokens
    claimed = [False] * len(tokens)
    for span, role in zip(spans, roles, strict=True):
        for at in range(
            role.first if role is not None and role.last <= span.first else span.first, span.last
        ):
            claimed[at] = True
        if role is not None and role.first >= span.last:
            for at in range(role.first, role.last):
                claimed[at] = True
    held = [(m, document.people[m.person]) for m in document.mentions]
    if not held:
        return
    sentence_of = sentence_starts(document)
    offices: dict[int, list[tuple[str, Role]]] = defaultdict(list)
    starts = [m.start for m in document.mentions]
    for span, role in zip(spans, roles, strict=True):
        if role is None or not role.head:
            continue
        position = tokens[span.first].start
        nearest = bisect_right(starts, position + span.clitic) - 1
        if nearest >= 0:
            offices[document.mentions[nearest].person].append((role.head, role))
    at = 0
    while at < len(tokens):
        word = tokens[at].fold
        if claimed[at] or (title_of(word) is None and "الاخير" not in word):
            at += 1
            continue
        stem = (
            word[1:]
            if word[0] in "وفبك" and word[1:3] == "ال"
            else "ال" + word[2:]
            if word.startswith("لل")
            else word
        )
        if stem in ("الاخير", "الاخيره"):
            following = tokens[at + 1].fold if at + 1 < len(tokens) else ""
            before = tokens[at - 1] if at else None
            if before is not None and (
                before.fold.startswith("ال") or title_words().get(before.fold)
            ):
                at += 1
                continue
            last = max((i for i, s in enumerate(starts) if s < tokens[at].start), default=None)
            sentence = next(s for s in document.sentences if s.end > tokens[at].start)
            if last is not None and starts[last] >= sentence.start and following != "":
                document.references.append(
                    Reference(
                        tokens[at].start + len(word) - len(stem)
                        if word != stem and not word.startswith("لل")
                        else tokens[at].start,
                        tokens[at].end,
                        document.mentions[last].person,
                    )
                )
            at += 1
            continue
        role = role_at(document, at, claimed, sentence_of) if title_of(word) else None
        if role is None:
            at += 1
            continue
        fits = [
            person
            for person, held_roles in offices.items()
            if any(head == role.head and _same_office(r, role) for head, r in held_roles)
            and (role.country is None or document.people[person].country == role.country)
        ]
        before_mentions = [i for i, s in enumerate(starts) if s < tokens[at].start]
        if len(fits) > 1 and role.title and len(role.title.split()) == 1:
            recent = [
                document.mentions[i].person
                for i in before_mentions
                if document.mentions[i].person in fits
            ]
            fits = recent[-1:]
        if len(fits) == 1 and any(document.mentions[i].person == fits[0] for i in before_mentions):
            cut = len(word) - len(stem) if word != stem and not word.startswith("لل") else 0
            document.references.append(
                Reference(tokens[role.first].start + cut, tokens[role.last - 1].end, fits[0])
            )
        at = role.last
    document.references.sort(key=lambda r: r.start)


def _same_office(held: Role, said: Role) -> bool:
    """A bare title fits any office of that name; a fuller one must agree word for word with the office held."""
    words = (said.title or "").split()
    if len(words) <= 1:
        return True
    return (held.title or "").split()[: len(words)] == words
