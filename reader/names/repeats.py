"""Names that stand again: a full name of the text or its last part where the tagger saw none, and
surnames of one person alone.

Here: places found by names that are known. Not here: how a name is found first
(`reader.names.spans`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from reader import places
from reader.document import Document
from reader.names.clitics import CLITICS
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
from reader.names.runs import Span, adjoin, compounds
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
    known = _Known(document, spans)
    alone = well_known()
    found: list[Span] = []
    skip_to = 0
    for at, token in enumerate(document.tokens):
        if at < skip_to:
            continue
        if token.fold in known.forms:
            hit = known.at(at)
        elif not known.taken[at] and at not in doubted:
            hit = _alone_at(document, at, alone)
        else:
            hit = None
        if hit is not None:
            found.append(hit)
            skip_to = hit.last
    covered = {at for span in found for at in range(span.first, span.last)}
    return [span for span in spans if span.first not in covered] + found


class _Known:
    """The names of a text: full ones by their first word, surnames, and the words with which they
    may stand again, with clitics.
    """

    def __init__(self, document: Document, spans: list[Span]) -> None:
        self._document = document
        self._by_start = {span.first: span for span in spans}
        self.taken = [False] * len(document.tokens)
        self._full: dict[str, list[list[str]]] = defaultdict(list)
        self._surnames: set[str] = set()
        for span in spans:
            self.taken[span.first : span.last] = [True] * (span.last - span.first)
            self._learn(span)
        #: A word as it may stand to the letters of its clitic and the word of the name.
        self.forms: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word in {*self._full, *self._surnames}:
            for clitic in ("", *CLITICS):
                self.forms[clitic + word].append((len(clitic), word))

    def _learn(self, span: Span) -> None:
        words = span.words(self._document.tokens)
        if len(words) == 1:
            if _is_titled_surname(self._document.tokens, span):
                self._surnames.add(words[0])
            return
        self._full[words[0]].append(words)
        if (
            len(words[-1]) > 2
            and words[-2] not in compounds()
            and words[-1] not in words_of("never")
            and words[-1] not in words_of("elder")
            and not places.country_of_place(words[-1])
        ):
            self._surnames.add(words[-1])
        if len(words) >= 3 and words[-2] in compounds():
            self._full[words[-2]].append(words[-2:])

    def at(self, at: int) -> Span | None:
        """The name that stands again at a token: the longest full one, or a surname."""
        for cut, stem in self.forms[self._document.tokens[at].fold]:
            hit = self._full_at(at, cut, stem)
            if hit is None and self._is_surname_at(at, cut, stem):
                hit = Span(at, at + 1, cut, "again")
            if hit is not None:
                return hit
        return None

    def _full_at(self, at: int, cut: int, stem: str) -> Span | None:
        tokens, longest = self._document.tokens, 0
        for words in self._full.get(stem, ()):
            size = len(words)
            if (
                size > longest
                and at + size <= len(tokens)
                and all(tokens[at + i].fold == words[i] for i in range(1, size))
                and self._is_free(at, at + size)
                and (words[0] != "ال" or _is_subject(tokens, at))
            ):
                longest = size
        return Span(at, at + longest, cut, "again") if longest else None

    def _is_surname_at(self, at: int, cut: int, stem: str) -> bool:
        token = self._document.tokens[at]
        return (
            stem in self._surnames
            and not self.taken[at]
            and token.text != "على"
            and _is_surname(self._document, at, stem)
            and not (cut and token.fold in clusters() and listed(token.fold) > listed(stem))
        )

    def _is_free(self, first: int, last: int) -> bool:
        """No tagged name stands here, or only shorter ones that the match holds within it."""
        inside = [self._by_start[at] for at in range(first, last) if at in self._by_start]
        held = sum(s.last - s.first for s in inside)
        return sum(self.taken[first:last]) == held and all(
            s.last <= last and s.last - s.first < last - first for s in inside
        )


def _alone_at(document: Document, at: int, alone: dict[str, int]) -> Span | None:
    """One person's surname at a token, which the tagger took for nothing, or for the rest of a
    name.
    """
    cut = alone.get(document.tokens[at].fold)
    if cut is None or not (cut or document.labels[at] in ("O", "I-PERS")):
        return None
    elder = at + 1 < len(document.tokens) and document.tokens[at + 1].fold in words_of("elder")
    return Span(at, at + 1 + elder, cut, "known")


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
