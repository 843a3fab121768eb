"""Where the names of people stand: the tagger's spans, trimmed to the name, and the same names wherever the text has them again.

Here: which words form a name. Not here: who is who (`reader.names.people`), titles (`reader.names.roles`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from reader import places
from reader.document import Document
from reader.names.belief import Beliefs
from reader.names.edges import Span, adjoin, compounds, is_name_word, looks_like_verb, trim
from reader.names.features import (
    clusters,
    function_words,
    given,
    is_usual,
    listed,
    name_parts,
    person_share,
    speech_verbs,
    title_words,
    words_of,
)
from reader.names.things import thing_before
from reader.text import Token

LEAST = 0.5  # belief below which a span is no name
_TITLED = 0.9  # belief in a known first name right after "الدكتورة", "الملك"
_SOME_CHANCE = 0.1  # of the tagger, below which a word is not looked at
_CLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب", "وك", "أ")


def find_spans(document: Document) -> list[Span]:
    """Spans of people's names of a tagged document, in order, none overlapping another."""
    found = candidates(document)
    kept = believed(document, found)
    doubted = {at for span in found if span not in kept for at in range(span.first, span.last)}
    spans = _again(document, kept, doubted)
    spans = _disjoint([_with_first_name(document, span) for span in spans])
    spans = _with_same_follower(document, spans)
    spans = _without_things(document.tokens, spans)
    return sorted(spans, key=lambda s: s.first)


def believed(document: Document, found: list[Span] | None = None) -> list[Span]:
    """The candidates that are taken for names."""
    found = candidates(document) if found is None else found
    beliefs = Beliefs(document, found)
    kept = []
    for span in found:
        span.belief = beliefs.of(span)
        if _is_titled(document.tokens, span):
            span.belief = max(span.belief, _TITLED)
        if span.belief >= LEAST:
            kept.append(span)
    return kept


def candidates(document: Document) -> list[Span]:
    """What may be names: the tagger's spans, less likely ones and what titles lead to, all trimmed, in order, none overlapping."""
    tokens = document.tokens
    tagged = _tagged(document)
    runs = _joined(tokens, tagged + _likely(document, tagged))
    spans = [part for span in runs for part in _apart(tokens, span)]
    spans = [s for span in spans if (s := trim(document, span)) is not None]
    spans = _disjoint(spans)
    spans += _framed(document, spans)
    for span in spans:
        span.clitic = _clitic(tokens, span, spans)
        stem = tokens[span.first].fold[span.clitic :]
        if span.clitic and span.last - span.first > 1 and places.country_of(stem):
            span.first, span.clitic = span.first + 1, 0  # "المقيم بهولندا مصطفى الحمداوي"
    spans = [span for span in spans if not _is_word(tokens, span)]
    return [span for span in spans if not _is_tribe(tokens, span, spans)]


def _likely(document: Document, spans: list[Span]) -> list[Span]:
    """Runs of words outside the tagger's spans that have some chance to be a name."""
    chances, tokens = document.chances, document.tokens
    taken = {at for span in spans for at in range(span.first, span.last)}
    found: list[Span] = []
    for at, chance in enumerate(chances):
        if chance < _SOME_CHANCE or at in taken:
            continue
        if found and found[-1].last == at and adjoin(tokens, at - 1):
            found[-1].last = at + 1
        else:
            found.append(Span(at, at + 1, 0, "likely"))
    return found


def _is_titled(tokens: list[Token], span: Span) -> bool:
    """Right after "الدكتورة", "الملك", "العميد" a known first name needs no further evidence."""
    at, word = span.first - 1, tokens[span.first].fold
    if at < 0 or span.clitic or not adjoin(tokens, at) or thing_before(tokens, span.first):
        return False
    title = tokens[at].fold
    kind = title_words().get(title) or title_words().get(title[1:] if title[0] in "وفبلك" else "")
    return kind in ("honour+", "rank+", "regnal+") and (given(word) >= 5 or person_share(word) >= 3)


def _joined(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans of which one is the tagger's and the one right beside it only likely, made one name ("صدقي المقت")."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: s.first):
        left = found[-1] if found else None
        if (
            left is not None
            and left.last == span.first
            and adjoin(tokens, span.first - 1)
            and left.source != span.source
            and not _starts_with_and(tokens[span.first])
            and (
                _may_join(tokens, left, in_front=True)
                if left.source == "likely"
                else _may_join(tokens, span, in_front=False)
            )
        ):
            left.last, left.source = span.last, "tagger"
        else:
            found.append(span)
    return found


def _may_join(tokens: list[Token], likely: Span, *, in_front: bool) -> bool:
    """Whether a likely run is part of the name beside it: listed or unknown words in front of it, unusual ones behind it."""
    words = [token.fold for token in tokens[likely.first : likely.last]]
    if any(word in function_words() or word in title_words() for word in words):
        return False
    if likely.first and title_words().get(tokens[likely.first - 1].fold, "").endswith("+"):
        return True
    if in_front and any(listed(word) < 2 or word.startswith("ال") for word in words):
        return False
    return not any(
        is_usual(word)
        or word in speech_verbs()
        or looks_like_verb(word)
        or _hangs_before_usual(word)
        for word in words
    )


def _hangs_before_usual(word: str) -> bool:
    """A preposition before a usual word ("بتمزق"), which no list has as a name."""
    if word.startswith(("لل", "بال", "كال")):
        return True
    return word[0] in "بلك" and listed(word) < 2 and is_usual(word[1:])


def _starts_with_and(token: Token) -> bool:
    return token.fold[0] == "و" and person_share(token.fold) < 5


def _tagged(document: Document) -> list[Span]:
    spans: list[Span] = []
    labels = document.labels
    at, count = 0, len(labels)
    while at < count:
        if labels[at].endswith("-PERS"):
            first = at
            at += 1
            while at < count and (labels[at] == "I-PERS" or _goes_on(document.tokens, labels, at)):
                at += 1
            spans.append(Span(first, at))
        else:
            at += 1
    return spans


def _goes_on(tokens: list[Token], labels: list[str], at: int) -> bool:
    """A name that the tagger begins right after another, with no "و" between, is the same name."""
    if labels[at] != "B-PERS" or not adjoin(tokens, at - 1):
        return False
    return not _starts_with_and(tokens[at]) and tokens[at - 1].is_arabic


def _framed(document: Document, spans: list[Span]) -> list[Span]:
    """Names that the tagger missed though a title or a nationality after one leads to them, and listed parts make them up."""
    tokens, labels = document.tokens, document.labels
    titles = title_words()
    taken = {at for span in spans for at in range(span.first, span.last)}
    found: list[Span] = []
    for at in range(len(tokens) - 2):
        word = tokens[at].fold
        if len(word) < 4:
            continue
        kind = titles.get(word) or titles.get(word[1:] if word[0] in "وفبلك" else "")
        if (
            kind is None
            or not kind.endswith("+")
            or kind[:-1] in ("kin", "regnal")
            or kind[-2] == "s"
        ):
            if not word.startswith("ال") or places.country_of_adjective(word) is None:
                continue
            window = tokens[max(0, at - 3) : at]
            if not any(titles.get(t.fold, "kin")[:3] in ("hea", "job", "ran") for t in window):
                continue
        last = at + 1
        while last < min(len(tokens), at + 5) and _is_part(tokens[last]) and last not in taken:
            if labels[last] not in ("O", "B-MISC", "I-MISC") or not adjoin(tokens, last - 1):
                break
            last += 1
        if (
            last - at - 1 >= 2
            and given(tokens[at + 1].fold) + person_share(tokens[at + 1].fold) >= 3
        ):
            found.append(Span(at + 1, last, 0, "frame"))
    return found


def _is_part(token: Token) -> bool:
    """A word that lists know as part of names and that news do not use much for other things."""
    word = token.fold
    if not token.is_arabic or word in title_words() or places.country_of_place(word):
        return False
    if word in words_of("end") or word in words_of("thing") or token.text in ("على", "إلى"):
        return False
    group = clusters().get(word)
    if group is not None and person_share(word) < 2 and (int(group[2]) >= 4 or listed(word) < 4):
        return False
    return listed(word) >= 2 or person_share(word) >= 3


def _apart(tokens: list[Token], span: Span) -> list[Span]:
    """Parts a span in which "و" and a further name stand ("إبراهيم وإسحاق")."""
    parts, first = [], span.first
    for at in range(span.first + 1, span.last):
        word, text = tokens[at].fold, tokens[at].text
        if word[0] != "و" or len(word) < 4 or person_share(word) >= 3:
            continue
        stem = word[1:]
        known = listed(stem) > 3 * listed(word) or person_share(stem) >= 5 or stem in compounds()
        article = stem.startswith("ال") and (stem in clusters() or stem in name_parts())
        if known or text[1] in "أإآ" or article:
            parts.append(Span(first, at, 0, span.source))
            first = at
    return [*parts, Span(first, span.last, 0, span.source)]


def _disjoint(spans: list[Span]) -> list[Span]:
    """Spans in order without those that a grown span before them covers."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if kept and span.first < kept[-1].last:
            kept[-1].last = max(kept[-1].last, span.last)
        else:
            kept.append(span)
    return kept


def _with_same_follower(document: Document, spans: list[Span]) -> list[Span]:
    """Names that the same unusual word follows wherever they stand, with that word ("عبد الله واد")."""
    tokens = document.tokens
    places_of: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in spans:
        if span.last - span.first > 1 or given(span.words(tokens)[0]) >= 8:
            places_of[tuple(span.words(tokens))].append(span)
    for same in places_of.values():
        followers = {
            tokens[span.last].fold if adjoin(tokens, span.last - 1) else "" for span in same
        }
        if len(same) > 1 and len(followers) == 1 and _may_follow(followers.pop()):
            for span in same:
                span.last += 1
    return _disjoint(spans)


def _may_follow(word: str) -> bool:
    """Whether a word can be the end of a name: no particle, verb of saying, title, nationality or word with the article."""
    return (
        len(word) > 1
        and word[0].isalpha()
        and (word[0] not in "وفيتن" or (word[0] == "و" and word[1:] not in clusters()))
        and not word.isascii()
        and not word.startswith(("ال", "بال", "لل"))
        and word not in function_words()
        and word not in speech_verbs()
        and word not in words_of("end")
        and word not in title_words()
        and (word not in clusters() or int(clusters()[word][2]) <= 5)
    )


def _with_first_name(document: Document, span: Span) -> Span:
    """A surname found again, with the first name before it, which may make it another person ("هانتر بايدن")."""
    at = span.first - 1
    if span.source == "tagger" or span.clitic or span.last - span.first > 1 or at < 0:
        return span
    tokens = document.tokens
    if document.labels[at].endswith("PERS") or not adjoin(tokens, at):
        return span
    return Span(at, span.last, 0, span.source) if is_name_word(tokens[at]) else span


def _clitic(tokens: list[Token], span: Span, spans: list[Span]) -> int:
    """How many letters of the span's first word are a conjunction or preposition."""
    word = tokens[span.first].fold
    if word[0] not in "وفبلكا" or len(word) < 3:
        return 0
    others = {t.fold for s in spans if s is not span for t in tokens[s.first : s.last]}
    if any(word == t.fold for s in spans if s is not span for t in tokens[s.first + 1 : s.last]):
        return 0  # within a name nothing hangs before a word
    whole = min(listed(word), 100) * 3 + (20 if word in others else 0) + 30 * person_share(word)
    before = tokens[span.first - 1] if span.first else None
    after_title = (
        before is not None and before.fold in title_words() and adjoin(tokens, span.first - 1)
    )
    if after_title:
        whole += 50
    best, cut = whole, 0
    rest = span.words(tokens)[1:]
    bare = {tuple(s.words(tokens)) for s in spans if s is not span} if rest else set()
    for clitic in _CLITICS[:-1]:
        stem = word[len(clitic) :]
        if not word.startswith(clitic) or len(stem) < 2:
            continue
        if (stem, *rest) in bare or (stem == "بن" and rest):
            return len(clitic)
        if len(word) < 4:
            continue
        score = min(listed(stem), 100) + (60 if stem in others else 0) + 30 * person_share(stem)
        if stem in clusters() and word not in clusters():
            score += 5
        if (
            stem.startswith("ال")
            and len(stem) > 4
            and clitic in ("و", "ف", "ب", "ك")
            and stem in clusters()
        ):
            score += 40  # "والسيسي": no name starts with a conjunction before the article
        if len(stem) < 3:
            score //= 4
        if stem in compounds() and (len(stem) > 2 or stem == "بن") and rest:
            score += 400
        if title_words().get(stem, "").startswith("regnal"):
            score += 200
        if len(clitic) > 1:
            score -= 60  # "وبايدن": two letters off only where one is not enough
        if score > best:
            best, cut = score, len(clitic)
    if not cut and word[0] == "و" and len(word) > 4:
        if tokens[span.first].text[1] in "أإآ" and person_share(word) < 3:
            return 1
        if not whole and word[1] not in "ايو" and word not in clusters():
            return 1
    return cut


def _is_tribe(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """ "آيت عطا" without a first name is a tribe or village, unless somebody in the text bears it as a surname."""
    words = span.words(tokens)
    if words[0] != "ايت":
        return False
    others = (other.words(tokens) for other in spans if other is not span)
    return not any(len(o) > len(words) and o[-len(words) :] == words for o in others)


def _is_word(tokens: list[Token], span: Span) -> bool:
    """A single word that the tagger took for a name though news use it as a word ("لصالح") or for a place."""
    name = " ".join(span.words(tokens))
    if name in words_of("never"):
        return True
    if span.last - span.first > 1:
        whole = tokens[span.first].fold[: span.clitic] + name  # "بيونغ يانغ"
        return bool(places.country_of_place(name) or places.country_of_place(whole))
    word, stem = tokens[span.first].fold, name
    titled = (
        span.first > 0
        and tokens[span.first - 1].fold in title_words()
        and adjoin(tokens, span.first - 1)
    )
    if titled:
        return False
    if places.country_of(stem) or (places.country_of_city(stem) and person_share(stem) < 5):
        return True
    group = clusters().get(word)
    return (
        group is not None
        and int(group[2]) >= 4
        and person_share(word) == 0
        and (span.clitic > 0 or listed(word) < 30)
    )


def _is_surname(document: Document, at: int, word: str) -> bool:
    """Whether a word that is the surname of somebody in the text names him here too, though it may be a usual word."""
    group = clusters().get(word)
    if group is None or person_share(word) >= 3 or int(group[2]) < 4:
        return True
    if int(group[2]) == 4 and listed(word) >= 30:
        return True
    before = document.tokens[at - 1] if at and adjoin(document.tokens, at - 1) else None
    led = before is not None and (before.fold in speech_verbs() or before.fold in title_words())
    return led or document.chances[at] >= _SOME_CHANCE


@cache
def _well_known() -> dict[str, int]:
    """Surnames that news use for one person nearly always ("نتنياهو"), with clitics, and how many letters these have."""
    found: dict[str, int] = {}
    for word, (_, _, frequency) in clusters().items():
        if (
            len(word) > 4
            and int(frequency) >= 3
            and person_share(word) >= 8
            and given(word) < 5
            and not word.startswith("ال")
        ):
            found[word] = 0
            for clitic in ("و", "ل", "ب", "ف", "ول"):
                if person_share(clitic + word) == 0:
                    found.setdefault(clitic + word, len(clitic))
    return found


def _again(document: Document, spans: list[Span], doubted: set[int]) -> list[Span]:
    """Adds the places where a full name of the text, or its last part, stands again without the tagger having seen it.

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
                and not places.country_of_place(words[-1])
            ):
                surnames.add(words[-1])
            if len(words) >= 3 and words[-2] in compounds():
                full[words[-2]].append(words[-2:])
    forms: dict[str, list[tuple[int, str]]] = defaultdict(
        list
    )  # word as it may stand, to clitic letters and name word
    for word in {*full, *surnames}:
        for clitic in ("", *_CLITICS):
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
    well_known = _well_known()
    skip_to, count = 0, len(tokens)
    for at, token in enumerate(tokens):
        if at < skip_to:
            continue
        ways = forms.get(token.fold)
        if ways is None and taken[at]:
            continue
        if ways is None:
            known = well_known.get(token.fold)
            if known is not None and at not in doubted and document.labels[at] in ("O", "I-PERS"):
                found.append(Span(at, at + 1, known, "known"))
            continue
        hit = None
        for cut, stem in ways:
            for words in full.get(stem, ()):
                size = len(words)
                if (
                    at + size <= count
                    and all(tokens[at + i].fold == words[i] for i in range(1, size))
                    and free(at, at + size)
                ) and (hit is None or size > hit.last - hit.first):
                    hit = Span(at, at + size, cut, "again")
            word = token.fold
            if (
                hit is None
                and stem in surnames
                and not taken[at]
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


def _without_things(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Drops names of streets, stadiums, battalions, families …, unless the same name stands free elsewhere in the text."""
    free: set[str] = set()
    cued: list[Span] = []
    kept: list[Span] = []
    for span in spans:
        kind = thing_before(tokens, span.first)
        words = span.words(tokens)
        if kind == "thing" or (kind and len(words) == 1 and person_share(words[0]) < 8):
            cued.append(span)
        else:
            kept.append(span)
            free.update(words)
    return kept + [span for span in cued if span.words(tokens)[-1] in free]
