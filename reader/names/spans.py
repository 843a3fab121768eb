"""Where the names of people stand: the tagger's spans, trimmed to the name, and the same names
wherever the text has them again.

Here: which words form a name. Not here: who is who (`reader.names.individuals`), titles
(`reader.names.titles`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from reader import places
from reader.document import Document
from reader.names.agreement import known_alone, without_strangers
from reader.names.apart import apart, owners_of
from reader.names.belief import Beliefs
from reader.names.clitics import clitic_of
from reader.names.famous import with_famous
from reader.names.features import (
    clusters,
    company_share,
    function_words,
    given,
    is_usual,
    listed,
    person_share,
    speech_verbs,
    thing_words,
    title_words,
    words_of,
)
from reader.names.growth import trim
from reader.names.leads import is_kin, lead_at, title_kind
from reader.names.repeats import again, well_known, with_first_name
from reader.names.runs import HYPHENS, SON, Span, adjoin, is_prayer
from reader.names.shapes import hangs_before_usual, hangs_before_word, looks_like_verb
from reader.names.things import thing_of, without_things
from reader.names.titles import role_words
from reader.text import Token

LEAST = 0.6  # belief below which a span is no name: wrong rows cost more than missed ones
_LEAST_UNTAGGED = 0.75  # the same for two words and more that the tagger took for no name
_LED = 0.9  # belief in a known first name right after "الدكتورة", in a tagged one after kin
_RATHER = 0.7  # of the tagger, in every word of a name behind kin
_RULERS = frozenset(("السلطان", "الملك", "الخليفه", "البطريرك", "الفريق", "الامبراطور", "الامير"))
_CLOSING = frozenset([*"،,.(؛:", "ان", "بان"])
_EVEN_CHANCE = 0.4  # above which a word that no list has may be a first name
_LISTED_NEAR = 8  # words around "أم" in which another one makes it a list
_SOME_CHANCE = 0.1  # of the tagger, below which a word is not looked at
_SURE = 0.9  # of the tagger: a word that stands where names do is one
_COMPANY = 3.0  # of ten words that stand where this one does, from which on it is in such company
_GIVEN = 3  # first names in lists, from which on a word may be the first half of one


def find_spans(document: Document) -> list[Span]:
    """Spans of people's names of a tagged document, in order, none overlapping another."""
    found = candidates(document)
    kept = believed(document, found)
    doubted = {at for span in found if span not in kept for at in range(span.first, span.last)}
    spans = again(document, with_famous(document, kept), doubted)
    taken = {at for span in spans for at in range(span.first, span.last)}
    spans = _disjoint([with_first_name(document, span, taken) for span in spans])
    spans = _with_same_follower(document, spans)
    spans = without_things(document.tokens, spans)
    return sorted(spans, key=lambda s: s.first)


def believed(document: Document, found: list[Span] | None = None) -> list[Span]:
    """The candidates that are taken for names."""
    found = candidates(document) if found is None else found
    beliefs = Beliefs(document, found)
    kept: list[Span] = []
    kin_until = -1  # where the last relative's name ends, behind which another may be joined
    for span in found:
        span.belief = beliefs.of(span)
        is_kin_here = _is_behind_kin(document, span, kin_until)
        if is_kin_here:
            kin_until = span.last
        prayed = span.last - span.first > 1 and is_prayer(document.tokens, span.last)
        titled = _is_titled(document.tokens, span) or _follows_office(document, span)
        if is_kin_here or prayed or titled:
            span.belief = max(span.belief, _LED)
        for other in (span.core, span.uncut):
            if span.belief < LEAST and other is not None and _is_open(kept, other):
                span.first, span.last, span.clitic = other.first, other.last, other.clitic
                span.belief = beliefs.of(span)
        untagged = _is_untagged(document, span) and not beliefs.is_led(span.first)
        if span.belief >= (_LEAST_UNTAGGED if untagged else LEAST):
            kept.append(span)
    return kept


def _is_untagged(document: Document, span: Span) -> bool:
    """Whether the tagger took none of two words and more for a name, and nothing sets them off."""
    if span.source != "likely" or span.last - span.first == 1:
        return False
    set_off = span.first and document.tokens[span.first - 1].fold in ("،", ",")
    return not set_off and max(document.chances[span.first : span.last]) < _EVEN_CHANCE


def _follows_office(document: Document, span: Span) -> bool:
    """Whether the tagger rather sees a surname right behind an office and its adjective ("القنصل
    الفخري روبيكس", "رئيس الحكومة السابق حمدوك").
    """
    tokens, at = document.tokens, span.first - 1
    if at < 1 or span.source != "tagger" or span.last - span.first > 1 or span.clitic:
        return False
    if document.chances[span.first] < _RATHER or not (
        adjoin(tokens, at - 1) and adjoin(tokens, at)
    ):
        return False
    word = tokens[at].fold
    adjective = word.startswith("ال") and (word.endswith("ي") or word in role_words("after"))
    titled = title_kind(tokens[at - 1].fold) in ("head+", "job+", "rank+")
    office = word in role_words("after") and at > 1 and title_kind(tokens[at - 2].fold) == "head"
    return adjective and not places.country_of_adjective(word) and (titled or office)


def _is_open(kept: list[Span], span: Span) -> bool:
    return not kept or kept[-1].last <= span.first


def _is_behind_kin(document: Document, span: Span, kin_until: int) -> bool:
    """Whether the tagger sees a name right behind a relative ("وابنته جوليا"), or joined to such a
    one ("نجليه جمال وعلاء").
    """
    tokens, at = document.tokens, span.first - 1
    if at < 0 or span.source != "tagger" or not adjoin(tokens, at):
        return False
    least = min(document.chances[span.first : span.last])
    if span.first == kin_until:
        return least >= _EVEN_CHANCE and tokens[span.first].fold[: span.clitic] == "و"
    return (
        least >= _RATHER
        and not span.clitic
        and tokens[at].fold not in SON
        and is_kin(tokens[at].fold)
    )


def candidates(document: Document) -> list[Span]:
    """What may be names: the tagger's spans, less likely ones and what titles lead to, all trimmed,
    in order, none overlapping.
    """
    tokens = document.tokens
    tagged = _tagged(document)
    runs = _joined(document, tagged + _likely(document, tagged))
    owners = owners_of(tokens, runs)
    spans = [known_alone(tokens, part) for span in runs for part in apart(document, span, owners)]
    spans = [s for span in spans if (s := trim(document, span)) is not None]
    spans = _disjoint(spans)
    without_strangers(document, spans)
    spans = _disjoint(spans + _framed(document, spans))
    for span in spans:
        span.clitic = clitic_of(tokens, span, spans)
        if span.uncut is not None:
            span.uncut.clitic = clitic_of(tokens, span.uncut, spans)
        stem = tokens[span.first].fold[span.clitic :]
        if span.clitic and span.last - span.first > 1 and places.country_of(stem):
            span.first, span.clitic = span.first + 1, 0  # "المقيم بهولندا مصطفى الحمداوي"
    spans = [span for span in spans if not _is_word(document, span)]
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
    if at < 0 or span.clitic or not adjoin(tokens, at) or thing_of(tokens, span):
        return False
    return title_kind(tokens[at].fold) in ("honour+", "rank+", "regnal+") and (
        given(word) >= 5 or person_share(word) >= 3
    )


def _joined(document: Document, spans: list[Span]) -> list[Span]:
    """Spans of which one is the tagger's and the one right beside it only likely, made one name
    ("صدقي المقت").
    """
    found: list[Span] = []
    tokens = document.tokens
    for span in sorted(spans, key=lambda s: s.first):
        left = found[-1] if found else None
        if (
            left is not None
            and left.last == span.first
            and adjoin(tokens, span.first - 1)
            and left.source != span.source
            and not _starts_with_and(tokens[span.first])
            and (
                _may_join(document, left, in_front=True)
                if left.source == "likely"
                else _may_join(document, span, in_front=False)
            )
        ):
            core = left if left.source == "tagger" else span
            left.core = replace(core, core=None)
            left.last, left.source = span.last, "tagger"
        else:
            found.append(span)
    return found


def _may_join(document: Document, likely: Span, *, in_front: bool) -> bool:
    """Whether a likely run is part of the name beside it: listed or unknown words in front of it,
    unusual ones behind it.
    """
    tokens = document.tokens
    words = [token.fold for token in tokens[likely.first : likely.last]]
    if any(word in function_words() or word in title_words() for word in words):
        return False
    if likely.first and title_words().get(tokens[likely.first - 1].fold, "").endswith("+"):
        return not _starts_with_and(tokens[likely.first])
    doubtful = min(document.chances[likely.first : likely.last]) < _EVEN_CHANCE
    if in_front and any((listed(word) < 2 and doubtful) or word.startswith("ال") for word in words):
        return False
    if not in_front and doubtful and words[0].endswith("ت") and not listed(words[0]):
        return False  # "سميرة مرعي حادت عن": a verb
    if not in_front and doubtful and hangs_before_word(words[0]):
        return False  # "رسم سميث بيده"
    return not any(
        is_usual(word)
        or word in speech_verbs()
        or looks_like_verb(word)
        or hangs_before_usual(word)
        for word in words
    )


def _starts_with_and(token: Token) -> bool:
    word = token.fold
    is_first = given(word) >= _GIVEN and given(word) > _GIVEN * given(word[1:])  # "واجد"
    return word[0] == "و" and person_share(word) < 5 and not is_first


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
    """A name that the tagger begins right after another, with no "و" between, is the same name; so
    is what follows "آن" within one, and the second half of a hyphened first name.
    """
    if _is_hyphened_half(tokens, at) and at + 1 < len(labels):
        return labels[at + 1].endswith("-PERS")
    if labels[at] == "B-PERS" and tokens[at - 1].text in HYPHENS:
        return _is_hyphened_half(tokens, at - 1)
    if tokens[at].text == "آن" and at + 1 < len(labels) and labels[at + 1].endswith("-PERS"):
        return True
    if labels[at] != "B-PERS" or not adjoin(tokens, at - 1):
        return False
    return not _starts_with_and(tokens[at]) and tokens[at - 1].is_arabic


def _is_hyphened_half(tokens: list[Token], at: int) -> bool:
    """A hyphen that touches a first name and a half that is nobody's surname ("جان-لوك"), so no
    two people set side by side ("ترامب-بايدن").
    """
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in HYPHENS:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    touches = before.end == tokens[at].start and tokens[at].end == after.start
    return touches and given(before.fold) >= _GIVEN and well_known().get(after.fold) is None


def _framed(document: Document, spans: list[Span]) -> list[Span]:
    """Names that the tagger missed though a title or an office's state leads to them, and parts of
    names make them up.
    """
    tokens, labels = document.tokens, document.labels
    taken = {at for span in spans for at in range(span.first, span.last)}
    found: list[Span] = []
    for at in range(len(tokens) - 2):
        lead = lead_at(tokens, at)
        if not lead:
            continue
        last = at + 1
        while last < min(len(tokens), at + 5) and _is_part(tokens[last]) and last not in taken:
            if labels[last] not in ("O", "B-MISC", "I-MISC") or not adjoin(tokens, last - 1):
                break
            last += 1
        parts, first = last - at - 1, tokens[at + 1].fold
        honoured = parts == 1 and lead in ("honour+", "rank+") and given(first) >= 8
        if honoured or (parts >= 2 and given(first) + person_share(first) >= 3):
            found.append(Span(at + 1, last, 0, "frame"))
        elif at + 1 not in taken and at + 2 not in taken and _is_closed_name(document, at + 1):
            found.append(Span(at + 1, at + 3, 0, "frame"))
    return found


def _is_closed_name(document: Document, at: int) -> bool:
    """Whether two words that may be a name fill the place up to a mark or "أن" ("ألبانيا إيدي
    راما،"), though they may be common words, too.
    """
    tokens = document.tokens
    if at + 2 >= len(tokens) or tokens[at + 2].fold not in _CLOSING:
        return False
    first, last = tokens[at], tokens[at + 1]
    if not (adjoin(tokens, at - 1) and adjoin(tokens, at)):
        return False
    unknown = last.fold not in clusters() and len(last.fold) >= 4 and given(first.fold) >= 5
    return _may_name(first) and (
        _may_name(last) or (unknown and last.is_arabic and last.fold[0] not in "ولبفك")
    )


def _may_name(token: Token) -> bool:
    """A word that lists know as a name and news do not use all the time, and nothing else of the
    grammar.
    """
    word = token.fold
    return (
        token.is_arabic
        and listed(word) >= 4
        and int(clusters().get(word, "000")[2]) <= 4
        and not word.startswith(("ال", "لل", "و"))
        and not looks_like_verb(word)
        and not title_kind(word)
        and word not in function_words() | speech_verbs() | thing_words() | words_of("end")
        and places.country_of_place(word) is None
    )


def _is_part(token: Token) -> bool:
    """A word that lists know as part of names and that news do not use much for other things."""
    word = token.fold
    if not token.is_arabic or word in title_words() or places.country_of_place(word):
        return False
    if word in words_of("end") or word in thing_words() or token.text in ("على", "إلى"):
        return False
    group = clusters().get(word)
    if group is not None and person_share(word) < 2 and (int(group[2]) >= 4 or listed(word) < 4):
        return False
    return listed(word) >= 2 or person_share(word) >= 3


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
    """Names that the same unusual word follows wherever they stand, with that word ("عبد الله
    واد").
    """
    tokens = document.tokens
    places_of: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in spans:
        if span.last - span.first > 1 or given(span.words(tokens)[0]) >= 8:
            places_of[tuple(span.words(tokens))].append(span)
    for same in places_of.values():
        followers = {
            tokens[span.last].fold if adjoin(tokens, span.last - 1) else "" for span in same
        }
        further = {tokens[span.last + 1].fold for span in same if span.last + 1 < len(tokens)}
        is_told_anew = len(same) > 1 and len(further) > 1  # no headline that the text repeats
        if is_told_anew and len(followers) == 1 and _may_follow(followers.pop()):
            for span in same:
                span.last += 1
    return _disjoint(spans)


def _may_follow(word: str) -> bool:
    """Whether a word can be the end of a name: no particle, verb of saying, title, nationality or
    word with the article.
    """
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
        and not looks_like_verb(word)
        and (not is_usual(word) or (listed(word) >= 3 and int(clusters()[word][2]) <= 5))
    )


def _is_tribe(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """ "آيت عطا" without a first name is a tribe or village, unless somebody in the text bears it
    as a surname.
    """
    words = span.words(tokens)
    if words[0] != "ايت":
        return False
    others = (other.words(tokens) for other in spans if other is not span)
    return not any(len(o) > len(words) and o[-len(words) :] == words for o in others)


def _is_word(document: Document, span: Span) -> bool:
    """A single word that the tagger took for a name though news use it as a word ("لصالح") or for a
    place.
    """
    tokens = document.tokens
    name = " ".join(span.words(tokens))
    if name in words_of("never") or _is_or(tokens, span):
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
        ruler = tokens[span.first - 1].fold in _RULERS
        return ruler and stem.startswith("ال") and stem.endswith("ي")  # "السلطان العثماني"
    if well_known().get(word):
        return False  # "لسميث"
    if span.clitic and stem.startswith("ال") and is_usual(stem):
        return True  # "للبحث والتبادل"
    if places.country_of(stem) or (places.country_of_city(stem) and person_share(stem) < 5):
        return True
    if document.chances[span.first] >= _SURE and company_share(word) >= _COMPANY:
        return False  # a by-name of somebody often in the news ("حميدتي")
    group = clusters().get(word)
    return (
        group is not None
        and int(group[2]) >= 4
        and person_share(word) == 0
        and (span.clitic > 0 or listed(word) < 30)
    )


def _is_or(tokens: list[Token], span: Span) -> bool:
    """ "أم" between what is asked or listed ("أعربا كانوا أم بربرا أم تركا"): it stands in the
    sentence more than once.
    """
    if tokens[span.first].fold != "ام":
        return False
    near = tokens[max(0, span.first - _LISTED_NEAR) : span.last + _LISTED_NEAR]
    return sum(token.fold == "ام" for token in near) > 1
