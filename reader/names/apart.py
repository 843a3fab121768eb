"""Several names in what looks like one: where a further name begins inside a span.

Here: behind "و" ("إبراهيم وإسحاق"), a dash, a preposition, or as a second surname. Not here: what
is no name at a span's edges (`reader.names.edges`).
"""

from __future__ import annotations

from collections import defaultdict

from reader.document import Document
from reader.names.features import clusters, given, listed, name_parts, person_share, words_of
from reader.names.known import known_names, known_surnames
from reader.names.repeats import well_known
from reader.names.runs import Span, compounds
from reader.names.shapes import is_joined_unknown
from reader.text import Token

_DASHES = frozenset("-–—")
_SURE = 0.9  # of the tagger
_KNOWN = 8  # of ten places, from which on a word is a surname wherever it stands
_FEW, _MANY = 10, 20  # people in the lists with "و", and first names without it: it is "and"
_FULL = 2  # words of a full name
_LISTED = 50  # people in the lists, from which on a word is a name as it stands


def owners_of(tokens: list[Token], spans: list[Span]) -> dict[str, set[str]]:
    """Last words of names of two words and more, with the words that stand before each."""
    owners: dict[str, set[str]] = defaultdict(set)
    for span in spans:
        if span.last - span.first > 1:
            owners[tokens[span.last - 1].fold].add(tokens[span.last - 2].fold)
    return owners


def apart(document: Document, span: Span, owners: dict[str, set[str]]) -> list[Span]:
    """Parts a span in which a further name stands: behind "و" ("إبراهيم وإسحاق"), a dash, or as a
    second surname.

    `owners` are the surnames of the text, with the words that stand before each.
    """
    tokens, parts, first = document.tokens, list[Span](), span.first
    for at in range(span.first + 1, span.last):
        word, text = tokens[at].fold, tokens[at].text
        if (word in _DASHES and not _touches(tokens, at)) or word in words_of("called"):
            parts.append(Span(first, at, 0, span.source))
            first = at + 1
        elif span.last - first == 2 and _is_second_surname(tokens[at - 1].fold, word, owners):
            parts.append(Span(first, at, 0, span.source))
            first = at  # "كما أبلغ لافروف غوتيريش"
        if _hangs_on_another(tokens, span, at):
            parts.append(Span(first, at, 0, span.source))
            first = at  # "وقال السيسي لبلينكن"
        if _is_known_behind_known(tokens, first, at, span.last):
            parts.append(Span(first, at, 0, span.source))
            first = at  # "أطلع إيلون ماسك دونالد ترامب"
        elif at - span.first == 1 and _begins_another(tokens, span, at):
            parts.append(Span(first, at, 0, span.source))
            first = at  # "مستشار بايدن جيك سوليفان"
        if word[0] != "و" or len(word) < 4:
            continue
        stem = word[1:]
        rather = listed(word) < _FEW and given(stem) >= _MANY  # "وناصر"
        own = stem not in compounds() or listed(word) >= _LISTED
        if person_share(word) >= 3 and own and not rather:
            continue  # "وليد", and "وايت", though "آيت" begins names
        known = listed(stem) > 3 * listed(word) or person_share(stem) >= 5 or stem in compounds()
        article = stem.startswith("ال") and (stem in clusters() or stem in name_parts())
        if _is_sure_surname(document, span, at) and not rather and text[1] not in "أإآ":
            continue
        alone = tokens[first].fold if at - first == 1 else ""
        unknown = alone and not listed(alone) + person_share(alone) and text[1] not in "أإآ"
        if unknown and document.labels[at] == "I-PERS" and not rather:
            continue  # "غلوديسا ودريغا": nobody is called by an unknown first name alone
        foreign = at - first >= 2 and not listed(word) and is_joined_unknown(word)
        if known or text[1] in "أإآ" or article or foreign:
            parts.append(Span(first, at, 0, span.source))
            first = at
    rest = Span(first, span.last, 0, span.source)
    return [*parts, rest] if rest.first < rest.last else parts


def _is_sure_surname(document: Document, span: Span, at: int) -> bool:
    """Whether the tagger is sure that a word with "و" ends the name of a first name alone before
    it ("داني والتون").
    """
    ends = at - span.first == 1 and at + 1 == span.last
    return ends and document.labels[at] == "I-PERS" and document.chances[at] >= _SURE


def _hangs_on_another(tokens: list[Token], span: Span, at: int) -> bool:
    """Whether a word inside a span is a name with a preposition: no list has it as it stands, and
    all have the rest.
    """
    word, text, before = tokens[at].fold, tokens[at].text, tokens[at - 1].fold
    if word[0] not in "بل" or len(word) < 4 or before in compounds():
        return False
    if at - span.first == 1 and given(before) >= 5 and before not in well_known():
        return False  # a first name alone is nobody's subject: its surname begins with the letter
    stem = word[1:]
    if text[1] in "أإآ" and given(stem) + person_share(stem) >= 5:
        return True
    return (
        person_share(word) < 3
        and 10 * listed(word) < listed(stem)
        and (
            given(stem) >= 8
            or (person_share(stem) >= 8 and (at - span.first > 1 or before in well_known()))
        )
    )


def _begins_another(tokens: list[Token], span: Span, at: int) -> bool:
    """Whether a full name begins behind a well-known surname: somebody's of the one before, or who
    stands beside him.
    """
    word, before = tokens[at].fold, tokens[at - 1].fold
    surname = before[well_known().get(before, 0) :]
    if span.last - at < 2 or surname not in known_surnames():
        return False
    rest = " ".join(token.fold for token in tokens[at : span.last])
    king = tokens[span.last - 1].fold in words_of("ordinal")
    if person_share(surname) >= _KNOWN and (king or rest in known_names()):
        return True  # "استقبل السيسي عبد الله الثاني", "نائبة بايدن كامالا هاريس"
    if before not in well_known():
        return False
    if given(surname) or word.startswith("ال"):
        return False
    return word == "عبد" or (given(word) >= 1 and listed(word) >= _LISTED)


def _is_known_behind_known(tokens: list[Token], first: int, at: int, last: int) -> bool:
    """Whether two full names of public people stand beside each other."""
    if at - first < _FULL or last - at < _FULL:
        return False
    names = (" ".join(t.fold for t in tokens[i:j]) for i, j in ((first, at), (at, last)))
    return all(name in known_names() for name in names)


def _is_second_surname(before: str, word: str, owners: dict[str, set[str]]) -> bool:
    """Whether two surnames in a row are two people: other names of the text end in each, or the
    second is well known with its clitic.
    """
    surname = before if owners.get(before) else before.removeprefix("و")
    if given(surname) < 3 and owners.get(surname) and owners[word] - {surname}:
        return True  # "وخير شولتس ماكرون", "أطلع كيلي وماسك ترامب"
    if not {before, word} <= well_known().keys():
        return False
    return well_known()[word] > 0 or bool(owners.get(before) and owners[word] - {before})


def _touches(tokens: list[Token], at: int) -> bool:
    """A mark that touches the word before it ("يو-جونغ")."""
    return tokens[at - 1].end == tokens[at].start
