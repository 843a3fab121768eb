"""Where the names of people stand: the tagger's spans, trimmed to the name, and the same names wherever the text has them again.

Here: which words form a name. Not here: who is who (`reader.names.people`), titles (`reader.names.roles`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from reader import places
from reader.document import Document
from reader.lexicon import table
from reader.names.features import clusters, company_share, name_parts, person_share, title_words
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
        return [
            tokens[self.first].fold[self.clitic :],
            *(t.fold for t in tokens[self.first + 1 : self.last]),
        ]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        key(f) for row in table("name_words") if row["kind"] == kind for f in row["form"].split("|")
    )


def compounds() -> frozenset[str]:
    """Folded first halves of name parts ("عبد", "ابو")."""
    return _words("compound")


def find_spans(document: Document) -> list[Span]:
    """Spans of people's names of a tagged document, in order, none overlapping another."""
    tokens = document.tokens
    spans = [part for span in _tagged(document) for part in _apart(tokens, span)]
    spans = [s for span in spans if (s := _trim(document, span)) is not None]
    spans = _disjoint(spans)
    spans += _framed(document, spans)
    for span in spans:
        span.clitic = _clitic(tokens, span, spans)
    spans = [span for span in spans if not _is_word(tokens, span)]
    spans = _again(document, spans)
    spans = _disjoint([_with_first_name(document, span) for span in spans])
    spans = _without_things(tokens, spans)
    spans = _vouched(document, spans)
    return sorted(spans, key=lambda s: s.first)


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
    if labels[at] != "B-PERS" or not _adjoin(tokens, at - 1):
        return False
    word = tokens[at].fold
    return (word[0] != "و" or person_share(word) >= 5) and tokens[at - 1].is_arabic


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
            if labels[last] not in ("O", "B-MISC", "I-MISC") or not _adjoin(tokens, last - 1):
                break
            last += 1
        if (
            last - at - 1 >= 2
            and _given(tokens[at + 1].fold) + person_share(tokens[at + 1].fold) >= 3
        ):
            found.append(Span(at + 1, last, 0, "frame"))
    return found


def _is_part(token: Token) -> bool:
    """A word that lists know as part of names and that news do not use much for other things."""
    word = token.fold
    if not token.is_arabic or word in title_words() or places.country_of_place(word):
        return False
    if word in _words("end") or word in _words("thing") or token.text in ("على", "إلى"):
        return False
    group = clusters().get(word)
    if group is not None and person_share(word) < 2 and (int(group[2]) >= 4 or _weight(word) < 4):
        return False
    return _weight(word) >= 2 or person_share(word) >= 3


def _apart(tokens: list[Token], span: Span) -> list[Span]:
    """Parts a span in which "و" and a further name stand ("إبراهيم وإسحاق")."""
    parts, first = [], span.first
    for at in range(span.first + 1, span.last):
        word, text = tokens[at].fold, tokens[at].text
        if word[0] != "و" or len(word) < 4 or person_share(word) >= 3:
            continue
        stem = word[1:]
        known = _weight(stem) > 3 * _weight(word) or person_share(stem) >= 5 or stem in compounds()
        article = stem.startswith("ال") and (stem in clusters() or stem in name_parts())
        if known or text[1] in "أإآ" or article:
            parts.append(Span(first, at))
            first = at
    return [*parts, Span(first, span.last)]


def _disjoint(spans: list[Span]) -> list[Span]:
    """Spans in order without those that a grown span before them covers."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if kept and span.first < kept[-1].last:
            kept[-1].last = max(kept[-1].last, span.last)
        else:
            kept.append(span)
    return kept


def _vouched(document: Document, spans: list[Span]) -> list[Span]:
    """Leaves out what only the tagger takes for a name though nothing else speaks for it.

    A lone word needs one of: the full name in the text, a title or a verb of speech before it, use as a name in most news, or a
    second place in the text. A longer name needs one word that is no usual word of the language.
    """
    tokens = document.tokens
    lone = Counter(span.words(tokens)[0] for span in spans if span.last - span.first == 1)
    in_full = {w for span in spans if span.last - span.first > 1 for w in span.words(tokens)}
    kept = []
    for span in spans:
        words = span.words(tokens)
        if len(words) > 1:
            titled = span.first and tokens[span.first - 1].fold.lstrip("و") in title_words()
            if not titled and all(_is_known_word(w) for w in words):
                continue
            if words[0].startswith(("بال", "كال", "وبال")) and words[0] not in name_parts():
                continue
        else:
            word = words[0]
            before = (
                tokens[span.first - 1] if span.first and _adjoin(tokens, span.first - 1) else None
            )
            led = before is not None and (
                before.fold in title_words() or before.fold.lstrip("و") in _words("speech")
            )
            if word in _words("never"):
                continue
            if word in _words("adjective") and word not in in_full and not led:
                continue
            usual = person_share(word) >= 5 or company_share(word) >= 2.5
            if word not in in_full and not led and not usual:
                if (
                    _is_known_word(word)
                    or (lone[word] < 2 and person_share(word) < 2)
                    or (person_share(word) < 1 and word in clusters())
                ):
                    continue
            elif led and word not in in_full and _is_known_word(word) and _weight(word) < 5:
                continue
        kept.append(span)
    return kept


def _is_known_word(word: str) -> bool:
    """A word that news use, and not for people."""
    group = clusters().get(word)
    if group is None:
        return word.startswith(("بال", "كال", "لل")) or (
            word.startswith("ال")
            and word not in name_parts()
            and word[2:] in clusters()
            and person_share(word[2:]) == 0
        )
    return (
        int(group[2]) >= 2 and person_share(word) <= 1 and _weight(word) < 40 and _given(word) < 3
    )


def _trim(document: Document, span: Span) -> Span | None:
    """Cuts titles, particles and other words off a span's edges, adds the missing half of a compound; None where no name is left."""
    tokens = document.tokens
    titles, ends, halves = title_words(), _words("end"), compounds()
    first, last = span.first, span.last
    while first < last and (
        not tokens[first].is_word
        or _is_leading_title(tokens, first, last)
        or (last - first > 1 and _is_plain_word(tokens[first], ends))
    ):
        first += 1
    for at in range(first + 1, last):
        if tokens[at].fold == "بين" and at == last - 1 and at - first >= 2:
            continue  # the last part of Chinese names
        given = (
            _given(tokens[at - 1].fold) >= 5
            and tokens[at].fold not in ends
            and not _is_adjective(tokens[at].fold)
        )
        if (not tokens[at].is_word and tokens[at].fold not in ("-", ".")) or (
            not given and (_is_plain_word(tokens[at], ends) or _is_adjective(tokens[at].fold))
        ):
            last = at
            break
    while last > first and (
        not tokens[last - 1].is_word
        or (
            last - first > 1
            and places.country_of_adjective(tokens[last - 1].fold)
            and tokens[last - 1].fold not in name_parts()
        )
    ):
        last -= 1
    if last <= first:
        return None
    while (
        first > 0
        and tokens[first - 1].fold.lstrip("و") in ("عبد", "ابو", "ابا", "ابي")
        and _adjoin(tokens, first - 1)
    ):
        first -= 1
    while (
        last < len(tokens)
        and tokens[last - 1].fold in halves
        and tokens[last].is_arabic
        and tokens[last - 1].fold not in ("علي",)
    ):
        if not _adjoin(tokens, last - 1) or tokens[last].fold in ends:
            break
        last += 1
    while (
        last + 1 < len(tokens)
        and tokens[last].fold in ("بن", "ال", "ابن", "بنت")
        and _adjoin(tokens, last - 1)
        and _adjoin(tokens, last)
        and tokens[last + 1].is_arabic
    ):
        last += 2
    if (
        last < len(tokens)
        and tokens[last].fold in _words("ordinal")
        and _adjoin(tokens, last - 1)
        and _is_king(tokens, first)
    ):
        last += 1
    while (
        first > 0
        and _is_name_word(tokens[first - 1])
        and document.labels[first - 1] == "O"
        and _adjoin(tokens, first - 1)
    ):
        first -= 1
    while (
        last < len(tokens)
        and _is_name_word(tokens[last])
        and document.labels[last] == "O"
        and _adjoin(tokens, last - 1)
    ):
        last += 1
    if last - first == 1 and _is_missed_name(document, first - 1):
        first -= 1
    elif first > 0 and document.labels[first - 1] == "O" and _adjoin(tokens, first - 1):
        word = tokens[first - 1].fold  # "وأمينة بن الشيخ", of which the tagger saw the end
        if word[0] == "و" and _given(word[1:]) >= 8 and person_share(word[1:]) >= 4:
            first -= 1
    if last - first == 1 and last < len(tokens) and _is_unknown_surname(document, last):
        last += 1
    letters = _words("letter")
    if (
        all(t.fold in letters for t in tokens[first:last])
        or tokens[first].fold in _words("ordinal")
        or tokens[first].fold in _words("thing")
    ):
        return None
    if last - first == 1 and (
        tokens[first].fold in titles or tokens[first].fold in halves or tokens[first].fold in ends
    ):
        return None
    if last - first == 1 and len(tokens[first].fold) < 2:
        return None
    return Span(first, last)


def _with_first_name(document: Document, span: Span) -> Span:
    """A surname found again, with the first name before it, which may make it another person ("هانتر بايدن")."""
    at = span.first - 1
    if span.source == "tagger" or span.clitic or span.last - span.first > 1 or at < 0:
        return span
    tokens = document.tokens
    if document.labels[at].endswith("PERS") or not _adjoin(tokens, at):
        return span
    return Span(at, span.last, 0, span.source) if _is_name_word(tokens[at]) else span


def _is_missed_name(document: Document, at: int) -> bool:
    """Whether an untagged word between a role phrase and a surname is a first name ("وزير الأمن الإسرائيلي يوآف غالانت")."""
    tokens = document.tokens
    if (
        at < 1
        or document.labels[at] != "O"
        or not tokens[at].is_arabic
        or not _adjoin(tokens, at)
        or not _adjoin(tokens, at - 1)
    ):
        return False
    word, before = tokens[at].fold, tokens[at - 1]
    if (
        word.startswith("ال")
        or word in title_words()
        or word in _words("end")
        or word in _words("thing")
        or places.country_of_place(word)
    ):
        return False
    group = clusters().get(word)
    if group is not None and int(group[2]) >= 5 and person_share(word) < 3:
        return False
    ends_phrase = (
        (before.fold.startswith("ال") and before.fold not in _words("end"))
        or before.fold in title_words()
        or before.fold in ("،", '"', "»")
    )
    return ends_phrase and (word in name_parts() or group is None)


def _is_adjective(word: str) -> bool:
    """A word with the article that news use for other things than people and no list of names has ("الباهظ")."""
    return (
        word.startswith("ال")
        and word in clusters()
        and int(clusters()[word][2]) >= 2
        and person_share(word) == 0
        and _weight(word) == 0
    )


def _is_unknown_surname(document: Document, at: int) -> bool:
    """A word that neither news nor lists know, right after a first name, and that is no verb by its look."""
    token = document.tokens[at]
    word, before = token.fold, document.tokens[at - 1].fold
    return (
        document.labels[at] == "O"
        and token.is_arabic
        and _adjoin(document.tokens, at - 1)
        and _given(before) >= 8
        and word not in clusters()
        and len(word) > 3
        and word[0] not in "يتسفلبوكن"
        and not word.startswith("ال")
    )


def _is_plain_word(token: Token, ends: frozenset[str]) -> bool:
    """A word of the language, in no name."""
    word = token.fold
    if word in ends and token.text != "علي":
        return True
    if word[0] in _ONE_LETTER and (person_share(word[1:]) >= 3 or _given(word[1:]) >= 5):
        return False  # "ومحمد": counted as a word, a name with a clitic
    group = clusters().get(word)
    return (
        group is not None and int(group[2]) >= 4 and person_share(word) == 0 and _weight(word) < 10
    )


def _is_name_word(token: Token) -> bool:
    """A word that is little else than part of a name, so that it belongs to the name beside it."""
    word = token.fold
    if (
        not token.is_arabic
        or word in title_words()
        or token.text in ("على", "إلى")
        or places.country_of_place(word)
    ):
        return False
    entry = name_parts().get(word)
    if entry is None or word.startswith("ال"):
        return False
    rare = word not in clusters() or int(clusters()[word][2]) <= 2
    return (entry[0] + entry[1] >= 8 and person_share(word) >= 4) or (sum(entry) >= 10 and rare)


def _is_king(tokens: list[Token], first: int) -> bool:
    words = {tokens[first].fold, tokens[first - 1].fold if first else ""}
    return any(_REGNAL.get(w.lstrip("و")) or _REGNAL.get(w.lstrip("وبلك")) for w in words)


_REGNAL = dict.fromkeys(
    (
        "الملك",
        "ملك",
        "البابا",
        "بابا",
        "الملكه",
        "القيصر",
        "الامبراطور",
        "لملك",
        "لبابا",
        "السلطان",
        "العاهل",
        "محمد",
        "عبدالله",
        "الحسن",
        "بندكتوس",
    ),
    True,
)


def _is_leading_title(tokens: list[Token], at: int, last: int) -> bool:
    """A title word at the front of a span, unless the name would be empty or the word is a given name here."""
    if last - at < 2:
        return False
    word = tokens[at].fold
    kind = title_words().get(word) or next(
        (
            title_words()[word[len(c) :]]
            for c in _ONE_LETTER
            if word.startswith(c) and word[len(c) :] in title_words()
        ),
        None,
    )
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
    whole = min(_weight(word), 100) * 3 + (20 if word in others else 0) + 30 * person_share(word)
    before = tokens[span.first - 1] if span.first else None
    after_title = (
        before is not None and before.fold in title_words() and _adjoin(tokens, span.first - 1)
    )
    if after_title:
        whole += 50
    best, cut = whole, 0
    for clitic in _CLITICS[:-1]:
        stem = word[len(clitic) :]
        if not word.startswith(clitic) or len(stem) < 2:
            continue
        score = min(_weight(stem), 100) + (60 if stem in others else 0) + 30 * person_share(stem)
        if stem in clusters() and word not in clusters():
            score += 5
        if (
            stem.startswith("ال")
            and len(stem) > 4
            and clitic in ("و", "ف", "ب", "ك")
            and stem in clusters()
        ):
            score += 40  # "والسيسي": no name starts with a conjunction before the article
        if stem in compounds() and (len(stem) > 2 or stem == "بن") and span.last - span.first > 1:
            score += 300
        if title_words().get(stem, "").startswith("regnal"):
            score += 200
        if len(stem) < 3:
            score //= 4
        if score > best:
            best, cut = score, len(clitic)
    if not cut and word[0] == "و" and len(word) > 4:
        if tokens[span.first].text[1] in "أإآ" and person_share(word) < 3:
            return 1
        if not whole and word[1] not in "ايو" and word not in clusters():
            return 1
    return cut


def _is_word(tokens: list[Token], span: Span) -> bool:
    """A single word that the tagger took for a name though news use it as a word ("لصالح") or for a place."""
    if span.last - span.first > 1:
        return places.country_of_place(" ".join(span.words(tokens))) is not None
    word = tokens[span.first].fold
    stem = word[span.clitic :]
    titled = (
        span.first > 0
        and tokens[span.first - 1].fold in title_words()
        and _adjoin(tokens, span.first - 1)
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
        and (span.clitic > 0 or _weight(word) < 30)
    )


def _is_common(word: str) -> bool:
    """A word that news use for other things than people: alone it names nobody unless the tagger says so."""
    group = clusters().get(word)
    if group is None or int(group[2]) < 3:
        return False
    return person_share(word) < 3 and (int(group[2]) >= 5 or _weight(word) < 30)


@lru_cache(maxsize=100_000)
def _well_known(word: str) -> int | None:
    """Letters of clitic before a surname that news use for one person nearly always ("نتنياهو"), None for other words."""
    for clitic in ("", "و", "ل", "ب", "ف", "ول"):
        stem = word[len(clitic) :]
        if (
            word.startswith(clitic)
            and len(stem) > 4
            and person_share(stem) >= 8
            and not stem.startswith("ال")
        ) and (
            stem in clusters()
            and int(clusters()[stem][2]) >= 3
            and _given(stem) < 5
            and (not clitic or person_share(word) == 0)
        ):
            return len(clitic)
    return None


def _given(word: str) -> int:
    entry = name_parts().get(word)
    return entry[0] if entry else 0


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
            if (
                len(words[-1]) > 2
                and words[-2] not in compounds()
                and not _is_common(words[-1])
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
    skip_to, count = 0, len(tokens)
    for at, token in enumerate(tokens):
        if at < skip_to:
            continue
        ways = forms.get(token.fold)
        if ways is None and taken[at]:
            continue
        if ways is None:
            known = _well_known(token.fold) if document.labels[at] in ("O", "I-PERS") else None
            if known is not None:
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
                and not (cut and word in clusters() and _weight(word) > _weight(stem))
            ):
                hit = Span(at, at + 1, cut, "again")
            if hit is not None:
                break
        if hit is not None:
            found.append(hit)
            skip_to = hit.last
    covered = {at for span in found for at in range(span.first, span.last)}
    return [span for span in spans if span.first not in covered] + found


def _cues(word: str) -> set[str]:
    """Forms under which a word may stand in the table of cues: without clitics and article."""
    stem = word.lstrip("و") if len(word) > 3 else word
    found = {
        word,
        stem,
        stem[1:] if stem[:1] in "بلكف" else stem,
        stem[2:] if stem.startswith("لل") else stem,
    }
    if stem not in title_words():
        found.add(stem.removeprefix("ال"))
        if stem[:1] in "بلكف":
            found.add(stem[1:].removeprefix("ال"))
    return found


def _without_things(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Drops names of streets, stadiums, battalions, families …, unless the same name stands free elsewhere in the text."""
    things, families = _words("thing"), _words("family")
    free: set[str] = set()
    cued: list[Span] = []
    kept: list[Span] = []
    for span in spans:
        at = span.first - 1
        while (
            at >= 0
            and title_words().get(tokens[at].fold, "").rstrip("+") in ("state", "honour", "regnal")
            and _adjoin(tokens, at)
        ):
            at -= 1
        if (
            at > 0
            and tokens[at].fold in name_parts()
            and not _cues(tokens[at].fold) & things
            and _cues(tokens[at - 1].fold) & things
        ):
            at -= 1  # "جامعة جواهر لال نهرو", of which the tagger saw a part
        while at > 0 and tokens[at].fold in ('"', "“", "«", "”", "'"):
            at -= 1
        word = (
            tokens[at].fold
            if at >= 0
            and tokens[span.first].start - tokens[at].end <= 2 + (span.first - at - 1) * 8
            else ""
        )
        bare = _cues(word)
        alone = span.last - span.first == 1
        if bare & things or (alone and bare & families and person_share(span.words(tokens)[0]) < 8):
            cued.append(span)
        else:
            kept.append(span)
            free.update(span.words(tokens))
    kept += [s for s in cued if free.issuperset(s.words(tokens)[-1:])]
    return kept
