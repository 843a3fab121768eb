"""Where the names of people stand: the tagger's spans, trimmed to the name, and the same names wherever the text has them again.

Here: which words form a name. Not here: who is who (`reader.names.people`), titles (`reader.names.roles`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from reader import places
from reader.document import Document
from reader.lexicon import table
from reader.names.features import clusters, name_parts, person_share, title_words
from reader.text import Token, key

_ONE_LETTER = ("و", "ف", "ب", "ل", "ك")
_CLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب", "وك", "أ")


@dataclass(slots=True)
class Span:
    """Tokens `first:last` that name a person; the first `clitic` letters of the first token are no part of it."""

    first: int
    last: int
    clitic: int = 0
    source: str = "tagger"  # tagger | again: found by the same name elsewhere in the text

    def words(self, tokens: list[Token]) -> list[str]:
        """Folded words of the name, the clitic taken off."""
        return [tokens[self.first].fold[self.clitic :], *(t.fold for t in tokens[self.first + 1 : self.last])]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(key(f) for row in table("name_words") if row["kind"] == kind for f in row["form"].split("|"))


def compounds() -> frozenset[str]:
    """Folded first halves of name parts ("عبد", "ابو")."""
    return _words("compound")


def find_spans(document: Document) -> list[Span]:
    """Spans of people's names of a tagged document, in order, none overlapping another."""
    tokens = document.tokens
    spans = _tagged(document)
    spans = [s for span in spans if (s := _trim(document, span)) is not None]
    for span in spans:
        span.clitic = _clitic(tokens, span, spans)
    spans = [span for span in spans if not _is_word(tokens, span)]
    spans = _again(document, spans)
    spans = _without_things(tokens, spans)
    return sorted(spans, key=lambda s: s.first)


def _tagged(document: Document) -> list[Span]:
    spans: list[Span] = []
    labels = document.labels
    at, count = 0, len(labels)
    while at < count:
        if labels[at].endswith("-PERS"):
            first = at
            at += 1
            while at < count and labels[at] == "I-PERS":
                at += 1
            spans.append(Span(first, at))
        else:
            at += 1
    return spans


def _trim(document: Document, span: Span) -> Span | None:
    """Cuts titles, particles and other words off a span's edges, adds the missing half of a compound; None where no name is left."""
    tokens = document.tokens
    titles, ends, halves = title_words(), _words("end"), compounds()
    first, last = span.first, span.last
    while first < last and (not tokens[first].is_word or _is_leading_title(tokens, first, last)):
        first += 1
    for at in range(first + 1, last):
        if not tokens[at].is_word and tokens[at].fold not in ("-", ".") or tokens[at].fold in ends:
            last = at
            break
    while last > first and (
        not tokens[last - 1].is_word
        or (last - first > 1 and places.country_of_adjective(tokens[last - 1].fold) and tokens[last - 1].fold not in name_parts())
    ):
        last -= 1
    if last <= first:
        return None
    while first > 0 and tokens[first - 1].fold.lstrip("و") in ("عبد", "ابو", "ابا", "ابي") and _adjoin(tokens, first - 1):
        first -= 1
    while last < len(tokens) and tokens[last - 1].fold in halves and tokens[last].is_arabic and tokens[last - 1].fold not in ("علي",):
        if not _adjoin(tokens, last - 1) or tokens[last].fold in ends:
            break
        last += 1
    while last + 1 < len(tokens) and tokens[last].fold in ("بن", "ال", "ابن", "بنت") and _adjoin(tokens, last - 1) and _adjoin(tokens, last) and tokens[last + 1].is_arabic:
        last += 2
    if last < len(tokens) and tokens[last].fold in _words("ordinal") and _adjoin(tokens, last - 1) and _is_king(tokens, first):
        last += 1
    if last - first == 1 and (tokens[first].fold in titles or tokens[first].fold in halves or tokens[first].fold in ends):
        return None
    if last - first == 1 and len(tokens[first].fold) < 2:
        return None
    return Span(first, last)


def _is_king(tokens: list[Token], first: int) -> bool:
    words = {tokens[first].fold, tokens[first - 1].fold if first else ""}
    return any(_REGNAL.get(w.lstrip("و")) or _REGNAL.get(w.lstrip("وبلك")) for w in words)


_REGNAL = {w: True for w in ("الملك", "ملك", "البابا", "بابا", "الملكه", "القيصر", "الامبراطور", "لملك", "لبابا", "السلطان", "العاهل", "محمد", "عبدالله", "الحسن", "بندكتوس")}


def _is_leading_title(tokens: list[Token], at: int, last: int) -> bool:
    """A title word at the front of a span, unless the name would be empty or the word is a given name here."""
    if last - at < 2:
        return False
    word = tokens[at].fold
    kind = title_words().get(word) or next((title_words()[word[len(c) :]] for c in _ONE_LETTER if word.startswith(c) and word[len(c) :] in title_words()), None)
    if kind is None:
        return False
    if kind.startswith("regnal"):
        return False
    # "امير", "كريم", "سيد", "شاه" are given names too: without article and listed as such, they stay.
    entry = name_parts().get(word)
    return not (entry is not None and entry[0] >= 20 and not kind.endswith("+"))


def _adjoin(tokens: list[Token], at: int) -> bool:
    """Only a space stands between this token and the next."""
    return tokens[at + 1].start - tokens[at].end <= 1 if at + 1 < len(tokens) else False


def _weight(word: str) -> int:
    entry = name_parts().get(word)
    if entry is None and word.startswith("ال"):
        entry = name_parts().get(word[2:])
    return sum(entry) if entry else 0


def _clitic(tokens: list[Token], span: Span, spans: list[Span]) -> int:
    """How many letters of the span's first word are a conjunction or preposition."""
    word = tokens[span.first].fold
    if word[0] not in "وفبلكا" or len(word) < 4:
        return 0
    others = {t.fold for s in spans if s is not span for t in tokens[s.first : s.last]}
    whole = _weight(word) * 3 + (20 if word in others else 0)
    before = tokens[span.first - 1] if span.first else None
    after_title = before is not None and before.fold in title_words() and _adjoin(tokens, span.first - 1)
    if after_title:
        whole += 50
    best, cut = whole, 0
    for clitic in _CLITICS[:-1]:
        stem = word[len(clitic) :]
        if not word.startswith(clitic) or len(stem) < 2:
            continue
        score = _weight(stem) + (60 if stem in others else 0)
        if stem in clusters() and word not in clusters():
            score += 5
        if stem.startswith("ال") and len(stem) > 4 and clitic in ("و", "ف", "ب", "ك"):
            score += 40  # "والسيسي": no name starts with a conjunction before the article
        if stem in compounds() and len(stem) > 2:
            score += 100
        if title_words().get(stem, "").startswith("regnal"):
            score += 200
        if len(stem) < 3:
            score //= 4
        if score > best:
            best, cut = score, len(clitic)
    if not cut and not whole and word[0] == "و" and len(word) > 4 and word[1] not in "ايو" and word not in clusters():
        return 1
    return cut


def _is_word(tokens: list[Token], span: Span) -> bool:
    """A single word that the tagger took for a name though news use it as a word ("لصالح") or for a place."""
    if span.last - span.first > 1:
        name = " ".join(span.words(tokens))
        return places.country_of(name) is not None or places.country_of_city(name) is not None
    word = tokens[span.first].fold
    stem = word[span.clitic :]
    titled = span.first > 0 and tokens[span.first - 1].fold in title_words() and _adjoin(tokens, span.first - 1)
    if titled:
        return False
    if places.country_of(stem) or (places.country_of_city(stem) and person_share(stem) < 5):
        return True
    group = clusters().get(word)
    return group is not None and int(group[2]) >= 4 and person_share(word) == 0 and (span.clitic > 0 or _weight(word) < 30)


def _is_common(word: str) -> bool:
    """A word that news use for other things than people: alone it names nobody unless the tagger says so."""
    group = clusters().get(word)
    if group is None or int(group[2]) < 3:
        return False
    return person_share(word) < 3 and (int(group[2]) >= 5 or _weight(word) < 30)


def _again(document: Document, spans: list[Span]) -> list[Span]:
    """Adds the places where a full name of the text, or its last part, stands again without the tagger having seen it."""
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
            if len(words[-1]) > 2 and words[-2] not in compounds() and not _is_common(words[-1]) and not places.country_of_place(words[-1]):
                surnames.add(words[-1])
            if len(words) >= 3 and words[-2] in compounds():
                full[words[-2]].append(words[-2:])
    if not full and not surnames:
        return spans
    forms: dict[str, list[tuple[int, str]]] = defaultdict(list)  # word as it may stand, to clitic letters and name word
    for word in {*full, *surnames}:
        for clitic in ("", *_CLITICS):
            forms[clitic + word].append((len(clitic), word))
    found: list[Span] = []
    skip_to, count = 0, len(tokens)
    for at, token in enumerate(tokens):
        ways = forms.get(token.fold)
        if ways is None or taken[at] or at < skip_to:
            continue
        hit = None
        for cut, stem in ways:
            for words in full.get(stem, ()):
                size = len(words)
                if at + size <= count and not any(taken[at : at + size]) and all(tokens[at + i].fold == words[i] for i in range(1, size)):
                    if hit is None or size > hit.last - hit.first:
                        hit = Span(at, at + size, cut, "again")
            word = token.fold
            if hit is None and stem in surnames and not (cut and word in clusters() and _weight(word) > _weight(stem)):
                hit = Span(at, at + 1, cut, "again")
            if hit is not None:
                break
        if hit is not None:
            found.append(hit)
            skip_to = hit.last
    return spans + found


def _without_things(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Drops names of streets, stadiums, battalions, families …, unless the same name stands free elsewhere in the text."""
    things, families = _words("thing"), _words("family")
    free: set[str] = set()
    cued: list[Span] = []
    kept: list[Span] = []
    for span in spans:
        at = span.first - 1
        while at >= 0 and title_words().get(tokens[at].fold, "").rstrip("+") in ("state", "honour", "regnal") and _adjoin(tokens, at):
            at -= 1
        while at > 0 and tokens[at].fold in ('"', "“", "«", "”", "'"):
            at -= 1
        word = tokens[at].fold if at >= 0 and tokens[span.first].start - tokens[at].end <= 2 + (span.first - at - 1) * 8 else ""
        stem = word.lstrip("و") if word not in things else word
        bare = {word, stem, stem[1:] if stem[:1] in "بلكف" else stem, stem[2:] if stem.startswith("لل") else stem}
        if stem not in title_words():
            bare.add(stem.removeprefix("ال"))
        alone = span.last - span.first == 1
        if bare & things or (alone and bare & families):
            cued.append(span)
        else:
            kept.append(span)
            free.update(span.words(tokens))
    kept += [s for s in cued if free.issuperset(s.words(tokens)[-1:])]
    return kept
