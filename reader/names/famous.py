"""Public people whom the tagger did not see, or saw in part: their full names are a list.

Here: where a full name of `known_people` stands. Not here: surnames alone (`reader.names.repeats`),
whose names they are over articles (dbt).
"""

from __future__ import annotations

from functools import cache

from reader import places
from reader.document import Document
from reader.names.clitics import CLITICS
from reader.names.features import clusters, is_usual, person_share
from reader.names.known import known_names
from reader.names.leads import title_kind
from reader.names.parts import parts_of
from reader.names.runs import SON, Span, adjoin, compounds
from reader.text import Token

_LONGEST = 5  # words of a name that is looked for
_PARTICLES = frozenset(("على", "إلى", "أن", "إن", "أم"))  # folded they are first names
_PERSONAL = ("rank+", "honour+")  # titles that only a name follows
_SOME_CHANCE = 0.1  # of the tagger
_PART = 5  # of ten places where a word stands: from which on it is a part of a name wherever it is


def with_famous(document: Document, spans: list[Span]) -> list[Span]:
    """The spans with those of public people; one of these wins over shorter ones that it holds."""
    tokens = document.tokens
    taken = {at: span for span in spans for at in range(span.first, span.last)}
    found: list[Span] = []
    skip_to = 0
    for at, token in enumerate(tokens):
        if at < skip_to or token.fold not in _firsts() or token.text in _PARTICLES:
            continue
        span = _longest_at(document, at)
        if span is None:
            continue
        held = {id(taken[i]): taken[i] for i in range(span.first, span.last) if i in taken}
        size = span.last - span.first
        if any(
            s.first < at or s.last > span.last or s.last - s.first >= size for s in held.values()
        ):
            continue
        if any(_is_all_but_title(tokens, span, s) for s in held.values()):
            continue
        if not held and (_is_part_of_longer(document, span) or _may_be_words(document, span)):
            continue
        found.append(span)
        skip_to = span.last
    covered = {at for span in found for at in range(span.first, span.last)}
    return [span for span in spans if span.first not in covered] + found


def _longest_at(document: Document, at: int) -> Span | None:
    tokens = document.tokens
    cut = _firsts()[tokens[at].fold]
    written, best = tokens[at].fold[cut:], None
    for last in range(at + 1, min(at + _LONGEST, len(tokens))):
        if not adjoin(tokens, last - 1):
            break
        written += tokens[last].fold
        if written in _written():
            best = Span(at, last + 1, cut, "known")
    return best


def _is_part_of_longer(document: Document, span: Span) -> bool:
    """Whether a part of a name stands right beside it: then it may be somebody else."""
    tokens = document.tokens
    before, after = span.first - 1, span.last
    return (
        before >= 0 and adjoin(tokens, before) and person_share(tokens[before].fold) >= _PART
    ) or (
        after < len(tokens)
        and adjoin(tokens, after - 1)
        and person_share(tokens[after].fold) >= _PART
    )


def _is_all_but_title(tokens: list[Token], span: Span, shorter: Span) -> bool:
    """Whether a name that is there lacks only the title in front ("الملك محمد السادس")."""
    is_rest = (shorter.first, shorter.last) == (span.first + 1, span.last)
    return is_rest and title_kind(tokens[span.first].fold).endswith("+")


def _may_be_words(document: Document, span: Span) -> bool:
    """Whether words of the language stand there of which one is a usual one, and the tagger sees no
    name ("اعتدى على عون", "بعدما رزق الحاج").
    """
    tokens, words = document.tokens, span.words(document.tokens)
    if _are_words(words):  # "كامل الوزير" is somebody behind his rank
        led = span.first > 0 and not span.clitic and adjoin(tokens, span.first - 1)
        return not (led and title_kind(tokens[span.first - 1].fold) in _PERSONAL)
    chance = max(document.chances[span.first : span.last], default=1.0)
    common = all(clusters().get(word, "000")[2] >= "3" for word in words)
    usual = any(is_usual(word) for word in words) and not SON & set(words)
    return chance < _SOME_CHANCE and common and usual


@cache
def _written() -> frozenset[str]:
    """Full names without spaces, as some write them: "أبو الغيط", "أبوالغيط"."""
    return frozenset(
        name.replace(" ", "")
        for name in known_names()
        if len(parts_of(tuple(name.split()))) > 1 and not places.country_of_place(name)
    )


def _are_words(words: list[str]) -> bool:
    """Whether all are words of the language, and none of them leads on to a father or a family
    ("تركي آل الشيخ").
    """
    return all(is_usual(word) for word in words) and not SON & set(words)


@cache
def _firsts() -> dict[str, int]:
    """Words with which such a name begins, with clitics, and how many letters these have."""
    words = {name.split()[0] for name in known_names() if name.replace(" ", "") in _written()}
    words |= {joined for joined in compounds() if any(w.startswith(joined) for w in words)}
    found = dict.fromkeys(words, 0)
    for word in words:
        for clitic in CLITICS:
            found.setdefault(clitic + word, len(clitic))
    return found
