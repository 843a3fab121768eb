"""Names that stand again: a full name of the text or its last part where the tagger saw none, and
surnames of one person alone.

Here: places found by names that are known. Not here: how a name is found first
(`reader.names.spans`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from reader import places
from reader.document import Document
from reader.names.clitics import CLITICS
from reader.names.edges import ELDER, Span, adjoin, compounds
from reader.names.features import (
    clusters,
    company_share,
    given,
    is_usual,
    listed,
    person_share,
    speech_verbs,
    title_words,
    words_of,
)
from reader.names.leads import title_kind
from reader.names.shapes import is_name_word
from reader.text import Token

_SURE = 0.9  # belief in a lone name with a title, from which on its word names him everywhere
_GIVEN = 8  # bearers in lists, from which on a word is anybody's first name
_COMPANY = 3.0  # of ten words that stand where this one does, from which on it is a name
_SOME_CHANCE = 0.1  # of the tagger: a surname that is a usual word too names somebody


def _is_surname(document: Document, at: int, word: str) -> bool:
    """Whether a word that is the surname of somebody in the text names him here too, though it may
    be a usual word.
    """
    group = clusters().get(word)
    if group is None or person_share(word) >= 3 or int(group[2]) < 4:
        return True
    if int(group[2]) == 4 and listed(word) >= 30:
        return True
    before = document.tokens[at - 1] if at and adjoin(document.tokens, at - 1) else None
    led = before is not None and (before.fold in speech_verbs() or before.fold in title_words())
    return led or document.chances[at] >= _SOME_CHANCE


@cache
def well_known() -> dict[str, int]:
    """Surnames that news use for one person nearly always ("نتنياهو"), with clitics, and how many
    letters these have.
    """
    found: dict[str, int] = {}
    for word, (_, _, frequency) in clusters().items():
        if (
            len(word) > 4
            and int(frequency) >= 3
            and person_share(word) >= 8
            and given(word) < 5
            and not word.startswith(("ال", "وال"))
            and word not in words_of("never")
        ):
            found[word] = 0
            for clitic in ("و", "ل", "ب", "ف", "ول"):
                if person_share(clitic + word) == 0:
                    found.setdefault(clitic + word, len(clitic))
    return found


def again(document: Document, spans: list[Span], doubted: set[int]) -> list[Span]:
    """Adds the places where a full name of the text, or its last part, stands again without the
    tagger having seen it.

    Surnames that news use for one person alone are names anywhere, but for the doubted tokens.
    """
    tokens = document.tokens
    taken = [False] * len(tokens)
    full: dict[str, list[list[str]]] = defaultdict(list)
    surnames: set[str] = set()
    seen: Counter[str] = Counter()
    for span in spans:
        words = span.words(tokens)
        for at in range(span.first, span.last):
            taken[at] = True
        seen[" ".join(words)] += 1
        if len(words) >= 2:
            full[words[0]].append(words)
            if (
                len(words[-1]) > 2
                and words[-2] not in compounds()
                and words[-1] not in words_of("never")
                and words[-1] not in ELDER
                and not places.country_of_place(words[-1])
            ):
                surnames.add(words[-1])
            if len(words) >= 3 and words[-2] in compounds():
                full[words[-2]].append(words[-2:])
        elif _is_titled_surname(tokens, span):
            surnames.add(words[0])
    forms: dict[str, list[tuple[int, str]]] = defaultdict(
        list
    )  # word as it may stand, to clitic letters and name word
    for word in {*full, *surnames}:
        for clitic in ("", *CLITICS):
            forms[clitic + word].append((len(clitic), word))
    by_start = {span.first: span for span in spans}

    def free(first: int, last: int) -> bool:
        """No tagged name stands here, or only shorter ones that the match holds within it."""
        inside = [by_start[at] for at in range(first, last) if at in by_start]
        held = sum(s.last - s.first for s in inside)
        return sum(taken[first:last]) == held and all(
            s.last <= last and s.last - s.first < last - first for s in inside
        )

    found: list[Span] = []
    alone = well_known()
    skip_to, count = 0, len(tokens)
    for at, token in enumerate(tokens):
        if at < skip_to:
            continue
        ways = forms.get(token.fold)
        if ways is None and taken[at]:
            continue
        if ways is None:
            known = alone.get(token.fold)
            is_open = known or document.labels[at] in ("O", "I-PERS")
            if known is not None and at not in doubted and is_open:
                elder = at + 1 < count and tokens[at + 1].fold in ELDER
                found.append(Span(at, at + 1 + elder, known, "known"))
            continue
        hit = None
        for cut, stem in ways:
            for words in full.get(stem, ()):
                size = len(words)
                if (
                    at + size <= count
                    and all(tokens[at + i].fold == words[i] for i in range(1, size))
                    and free(at, at + size)
                    and (words[0] != "ال" or _is_subject(tokens, at))
                ) and (hit is None or size > hit.last - hit.first):
                    hit = Span(at, at + size, cut, "again")
            word = token.fold
            if (
                hit is None
                and stem in surnames
                and not taken[at]
                and token.text != "على"
                and _is_surname(document, at, stem)
                and not (cut and word in clusters() and listed(word) > listed(stem))
            ):
                hit = Span(at, at + 1, cut, "again")
            if hit is not None:
                break
        if hit is not None:
            found.append(hit)
            skip_to = hit.last
    covered = {at for span in found for at in range(span.first, span.last)}
    return [span for span in spans if span.first not in covered] + found


def _is_subject(tokens: list[Token], at: int) -> bool:
    """Whether somebody says something here: "أشار آل ثاني" is a man, "مع آل سعود" a house."""
    return at > 0 and tokens[at - 1].fold in speech_verbs()


def _is_titled_surname(tokens: list[Token], span: Span) -> bool:
    """Whether a lone name surely names somebody by a title ("الجنرال سميث"), and its word nothing
    else.
    """
    word, at = span.words(tokens)[0], span.first - 1
    if at < 0 or span.belief < _SURE or len(word) < 4 or word in words_of("never"):
        return False
    usual = is_usual(word) and company_share(word) < _COMPANY
    return (
        not usual
        and given(word) < _GIVEN
        and adjoin(tokens, at)
        and title_kind(tokens[at].fold).endswith("+")
        and not places.country_of_place(word)
    )


def with_first_name(document: Document, span: Span, kept: set[int]) -> Span:
    """A surname found again, with the first name before it, which may make it another person
    ("هانتر بايدن").
    """
    at = span.first - 1
    if span.source == "tagger" or span.clitic or span.last - span.first > 1 or at < 0:
        return span
    tokens = document.tokens
    if at in kept or not adjoin(tokens, at):
        return span
    return Span(at, span.last, 0, span.source) if is_name_word(tokens[at]) else span
