"""Which names of an article are one individual's.

Here: identity within one article, by the parts of names, kings' titles, by-names. Not here: what is
said of each individual (`reader.names.people`), identity over articles (dbt).
"""

from __future__ import annotations

from reader.document import Document
from reader.names.features import title_words, words_of
from reader.names.offices import Role
from reader.names.parts import alike, is_written_together, misspelt, parts_of, within
from reader.names.runs import Span
from reader.names.states import origin_of
from reader.names.titles import title_of
from reader.text import Token

_QUOTES = frozenset('"“”«»')
_OPENING, _CLOSING = _QUOTES | {"("}, _QUOTES | {")"}
_REGNAL = ("regnal+", "regnal")


def individuals(
    document: Document, spans: list[Span], roles: list[Role | None], names: list[tuple[str, ...]]
) -> list[int]:
    """For every span the number of its individual; -1 where the name alone does not settle whether
    it is anybody.

    `names` are the parts of the names at the spans.
    """
    owner = [-1] * len(spans)
    members = _join_full_names(spans, names, owner)
    _join_single_names(document, spans, roles, names, owner, members)
    _join_aliases(document, spans, owner)
    _join_by_names(document.tokens, spans, names, owner)
    return owner


def _join_full_names(
    spans: list[Span], names: list[tuple[str, ...]], owner: list[int]
) -> list[tuple[str, ...]]:
    """Numbers the owners of names of two parts and more, the longest first; returns the fullest
    name of each.
    """
    members: list[tuple[str, ...]] = []
    for i in sorted(range(len(spans)), key=lambda i: (-len(names[i]), spans[i].first)):
        if len(names[i]) < 2:
            continue
        fits = [
            p
            for p, full in enumerate(members)
            if within(names[i], full) or is_written_together(names[i], full)
        ]
        if not fits and origin_of(" ".join(names[i])) != "native":
            fits = [p for p, full in enumerate(members) if misspelt(names[i], full)]
        if fits:
            owner[i] = _nearest(fits, owner, spans, i)
        else:
            owner[i] = len(members)
            members.append(names[i])
    return members


def _join_single_names(
    document: Document,
    spans: list[Span],
    roles: list[Role | None],
    names: list[tuple[str, ...]],
    owner: list[int],
    members: list[tuple[str, ...]],
) -> None:
    """Numbers the owners of names of one part in the order of the text: bearers of a fuller name,
    else individuals of their own.
    """
    singles: dict[str, int] = {}
    by_first: dict[str, int] = {}  # whom a first part alone meant last: "كيم" stays the same Kim
    for i in sorted(
        (i for i, name in enumerate(names) if len(name) == 1), key=lambda i: spans[i].first
    ):
        part = names[i][0]
        fits, is_first = _bearers(part, members, kingly=is_regnal(document, spans[i]))
        if fits:
            if is_first and by_first.get(part) in fits:
                fits = [by_first[part]]
            owner[i] = fits[0] if len(fits) == 1 else _right_one(fits, owner, spans, roles, i)
            by_first[part] = owner[i]
            continue
        known = singles.get(part)
        if known is None:
            like = (p for one, p in singles.items() if alike(one, part) or one == f"بن {part}")
            known = next(like, None)
        if known is None:
            known = singles[part] = len(members)
            members.append(names[i])
        owner[i] = known


def _bearers(part: str, members: list[tuple[str, ...]], *, kingly: bool) -> tuple[list[int], bool]:
    """Who bears a part in a fuller name, in the place by which people are called most, and whether
    that is the first.

    A surname may sound like another's first name (نتنياهو, أنتوني): a first name is spelled alike,
    but a king's.
    """
    full = [(p, name) for p, name in enumerate(members) if len(name) > 1]
    if glued := [p for p, name in full if is_written_together((part,), name)]:
        return glued, False
    first = [p for p, name in full if part == name[0] or (kingly and alike(part, name[0]))]
    if kingly:
        return first, True
    if last := [p for p, name in full if alike(part, name[-1])]:
        return last, False
    if first:
        return first, True
    inner = [p for p, name in full if len(name) > 2 and any(alike(part, x) for x in name[1:-1])]
    if inner:
        return inner, False
    return [p for p, name in full if any(x in (f"بن {part}", f"ال {part}") for x in name)], False


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
    """Of several individuals with this surname, the one whose title is here, else the one named
    last.
    """
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


def is_regnal(document: Document, span: Span) -> bool:
    """A king's or pope's name: its title stands before it and is part of it."""
    tokens = document.tokens
    if span.first == 0 or tokens[span.first].start - tokens[span.first - 1].end > 1:
        return False
    return title_words().get(tokens[span.first - 1].fold.removeprefix("و")) in _REGNAL


def _join_aliases(document: Document, spans: list[Span], owner: list[int]) -> None:
    """A quoted name right after a full one, or one after "الملقب بـ", is the same person's ("عواضة
    "أبو زينب""), and so is one of one part in brackets ("س (الحاج رضوان)")."""
    tokens = document.tokens
    for i in range(1, len(spans)):
        before, span = spans[i - 1], spans[i]
        between = [t.fold for t in tokens[before.last : span.first]]
        said = [word for word in between if word not in _QUOTES]
        quoted = (not said and len(between) == 1) or _is_quoted_kunya(tokens, between, span)
        quoted = quoted or _is_in_brackets(tokens, said, span)
        called = 0 < len(said) <= 2 and said[0] in words_of("called")
        if before.last - before.first > 1 and owner[i] != owner[i - 1] and (quoted or called):
            same = owner[i]
            owner[:] = [owner[i - 1] if person == same else person for person in owner]


def _join_by_names(
    tokens: list[Token], spans: list[Span], names: list[tuple[str, ...]], owner: list[int]
) -> None:
    """Who is called by one word is the one behind whose full name it stands, in quotation marks or
    brackets ("محمد حمدان دقلو «حميدتي»"), though nothing shows there that it is a name.
    """
    singles = {name[0]: p for name, p in zip(names, owner, strict=True) if len(name) == 1}
    for i, span in enumerate(spans):
        at = span.last
        while at < len(tokens) and (
            tokens[at].fold in words_of("called") or tokens[at].text == "ب"
        ):
            at += 1
        if len(names[i]) < 2 or at + 2 >= len(tokens) or tokens[at].fold not in _OPENING:
            continue
        other = singles.get(tokens[at + 1].fold, -1)
        if other >= 0 and owner[i] >= 0 and tokens[at + 2].fold in _CLOSING:
            owner[:] = [owner[i] if person == other else person for person in owner]


def _is_in_brackets(tokens: list[Token], said: list[str], span: Span) -> bool:
    """Whether a by-name of one part, with a courtesy or without, fills the brackets that open
    here.
    """
    after = next((t.fold for t in tokens[span.last :] if t.fold not in _QUOTES), "")
    has_one_part = len(parts_of(tuple(span.words(tokens)))) == 1
    return said[:1] == ["("] and after == ")" and has_one_part and all(map(_is_honour, said[1:]))


def _is_quoted_kunya(tokens: list[Token], between: list[str], span: Span) -> bool:
    """Whether a kunya in quotation marks stands behind a name and a comma ("س ص، «أبو علي»،")."""
    closes = span.last < len(tokens) and tokens[span.last].fold in _QUOTES
    set_off = len(between) == 2 and between[0] in ("،", ",") and between[1] in _QUOTES
    return closes and set_off and tokens[span.first].fold in ("ابو", "ام")


def _is_honour(word: str) -> bool:
    found = title_of(word)
    return found is not None and found[1].kind == "honour"
