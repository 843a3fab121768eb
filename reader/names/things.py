"""Names of people that name something else where they stand: a street, a hospital, a battalion, a
prize, a family.

Here: which noun before a name makes it the name of a thing, and which names of a text are dropped
for it. Not here: the nouns (table `name_words`), how much such a noun counts against a person
(`reader.names.belief`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader import places
from reader.clitics import stems
from reader.names.features import (
    clusters,
    is_usual,
    name_parts,
    person_share,
    title_words,
    words_of,
)
from reader.names.leads import title_kind
from reader.names.repeats import well_known
from reader.names.runs import adjoin
from reader.places import country_of_adjective, country_of_city
from reader.text import Token

if TYPE_CHECKING:
    from reader.names.runs import Span

_QUOTES = frozenset("\"“”«»'")
_DASHES = ("-", "–", "—")
_BETWEEN = ("state", "honour", "regnal", "rank")
_STYLES = frozenset(("صاحب", "السمو", "الجلاله", "الفخامه", "الراحل", "المرحوم", "المغفور", "له"))
_OF_TOWNS = frozenset(("مطار", "مستشفي", "جامعه", "ملعب", "ميناء"))  # called by town and man
_OFFICES = ("head", "job", "job+", "rank")
_MEDALS = frozenset(f"{clitic}وسام" for clitic in ("", "و", "ب", "ل", "ال"))
_HEADS = frozenset(("مسقط", "علي"))  # before "رأس": a birthplace, at the head of; no cape
_INNER = frozenset(("بن", "ال", "عبد", "ابو", "ابن"))
_KINDS = ("thing", "work", "led", "family")
_FAR = 8  # words before a body in which the office of who is named behind it stands
_FURTHEST = 5  # words between the noun and the name


def thing_of(tokens: list[Token], span: Span) -> str:
    """What `thing_before` says of a span; a name joined by "و" begins anew ("جماعة الحوثي وعلي عبد
    الله صالح").
    """
    joined = span.clitic and tokens[span.first].fold[0] in "وف"
    if joined:
        return "thing" if _is_second_of_pair(tokens, span.first) else ""
    return thing_before(tokens, span.first)


def _is_second_of_pair(tokens: list[Token], first: int) -> bool:
    """Whether what is joined here is the second of two things ("بين محطتي س وص")."""
    for token in reversed(tokens[max(0, first - _FURTHEST + 1) : first]):
        word = token.fold
        if word.endswith("تي") and _kind(word[:-2] + "ه") == "thing":
            return True
        if not token.is_word:
            return False
    return False


def thing_before(tokens: list[Token], first: int) -> str:
    """ "thing", "work", "led" (a group that may be named after who leads it) or "family" if the
    name here is one's, else "".

    Titles ("كتائب الشهيد") and parts of the name that the tagger missed may stand between. After a
    noun with the article ("مدير النادي محمد صالح") a name is a person's, unless an adjective stands
    between and no office before ("المستشفى الجامعي").
    """
    at, between = first - 1, 0
    while at >= 0 and between <= _FURTHEST and tokens[at + 1].start - tokens[at].end <= 1:
        word = tokens[at].fold
        if word in _QUOTES or (word == "(" and at and _kind(tokens[at - 1].fold)):
            at -= 1
            continue
        if word == "دور" and at and tokens[at - 1].fold == "في":
            return "thing"  # "في دور قيس": who is played
        if between and word in _MEDALS and title_kind(tokens[at + 1].fold):
            return "thing"  # "وسام الملك س"; else a first name
        kind = "" if _is_no_place(tokens, at, between) else _kind(word)
        if kind:
            named = any(
                t.fold in name_parts() and not title_kind(t.fold) for t in tokens[at + 1 : first]
            )
            return "" if between and named and _is_office_near(tokens, at) else kind
        before = tokens[at - 1].fold if at else ""
        if country_of_city(f"{before} {word}"):
            return ""  # "مطار الدار البيضاء": the thing has its name
        title = title_words().get(word, "").rstrip("+")
        if word in _STYLES:
            at -= 1  # "جائزة صاحب السمو الشيخ الدكتور"
            continue
        adjective = word.startswith("ال") and _bare(before) != before and title not in _BETWEEN
        if between <= 1 and adjective and not country_of_city(before):
            told = before in title_words() or country_of_adjective(word)  # "اللواء الركن"
            far = _is_office_near(tokens, at - 1, _FAR)
            return "" if told or far else _kind(_bare(before))
        if between <= 2 and at and tokens[at - 1].fold in _OF_TOWNS and country_of_city(word):
            return "" if _is_office_near(tokens, at - 1, _FAR) else "thing"  # "مطار المنستير"
        known = word in name_parts() and word != "الله" and not is_usual(word)
        part = known or word in _INNER or (tokens[at].is_arabic and _is_rare(word))
        if title not in _BETWEEN and (title or not part):
            return ""
        at, between = at - 1, between + 1
    return ""


def _is_no_place(tokens: list[Token], at: int, between: int) -> bool:
    """Whether a noun of places is another word: "مسقط رأس", or the verb of "عين الأمير س"."""
    word = tokens[at].fold
    if word == "راس":
        return at > 0 and tokens[at - 1].fold in _HEADS
    return word.removeprefix("و") == "عين" and between > 0 and bool(title_kind(tokens[at + 1].fold))


def _is_rare(word: str) -> bool:
    group = clusters().get(word)
    return group is None or int(group[2]) <= 1


def _is_office_near(tokens: list[Token], at: int, words: int = 3) -> bool:
    """Whether a title stands among the words before."""
    return any(title_kind(t.fold)[:4] in _OFFICES for t in tokens[max(0, at - words) : at])


@lru_cache(maxsize=50_000)
def _kind(word: str) -> str:
    stem = word.removeprefix("و")
    hangs = stem[:1] in "بلكف" and not stem.startswith("لل")  # "للواء": with its article
    forms = {word, stem, stem[1:] if hangs else stem}
    return next((kind for kind in _KINDS if forms & words_of(kind)), "")


def _bare(word: str) -> str:
    """The word without conjunction, preposition and article if it has the article, else the
    word.
    """
    stem = word.lstrip("وبكف")
    if stem.startswith("لل"):
        return stem[2:]
    return stem[2:] if stem.startswith("ال") else word


def without_things(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Drops names of streets, stadiums, battalions, families …; of works and groups unless the name
    stands free elsewhere.
    """
    free: list[list[str]] = []
    things: set[tuple[str, ...]] = set()
    cued: list[Span] = []
    kept: list[Span] = []
    for span in spans:
        kind = thing_of(tokens, span)
        words = span.words(tokens)
        if kind == "thing" or _is_of_place(tokens, span) or _is_club(tokens, span):
            things.add(tuple(words))
            continue
        if kind == "work" or (kind and len(words) == 1 and person_share(words[0]) < 8):
            cued.append(span)
        else:
            kept.append(span)
            free.append(words)
    kept += [span for span in cued if _stands_free(span.words(tokens), free)]
    full = {word for words in free if len(words) > 1 for word in words}
    return [span for span in kept if not _is_thing_again(tokens, span, things, full)]


def _is_thing_again(
    tokens: list[Token], span: Span, things: set[tuple[str, ...]], full: set[str]
) -> bool:
    """Whether a lone word that is no well-known surname, nor anybody's in the text, is a tribe's or
    a camp's elsewhere in it.
    """
    words = tuple(span.words(tokens))
    titled = span.first > 0 and title_kind(tokens[span.first - 1].fold).endswith("+")
    known = words[0] in well_known() or words[0] in full
    return len(words) == 1 and words in things and not (titled or known)


def _stands_free(words: list[str], free: list[list[str]]) -> bool:
    """Whether the text names somebody so where he is no work's or group's: in full or by surname,
    or a surname alone within a full name ("مؤسسة زايد بن سلطان آل نهيان" is no brother's).
    """
    if len(words) == 1:
        return any(words[0] in name for name in free)
    return any(name[-1] == words[-1] and (len(name) == 1 or name[0] == words[0]) for name in free)


def _is_club(tokens: list[Token], span: Span) -> bool:
    """Whether a name is a club's in a list of fixtures: its state behind it and a dash beside it
    ("نصر حسين داي الجزائري - الوحدة الإماراتي"), or goals ("سعيدية سيدي بوسعيد 3 - 0").
    """
    after = [token.text for token in tokens[span.last : span.last + 3]]
    if len(after) == 3 and after[0].isdigit() and after[1] in _DASHES and after[2].isdigit():
        return True
    beside = [tokens[span.first - 1].text] * (span.first > 0) + after[:1]
    state = places.country_of_adjective(tokens[span.last - 1].fold)
    told = state is not None and tokens[span.last - 1].fold.startswith("ال")
    return told and span.last - span.first > 2 and any(text in _DASHES for text in beside)


def _is_of_place(tokens: list[Token], span: Span) -> bool:
    """Whether a name is the second half of a place's ("بمنزل بورقيبة")."""
    if not span.first or span.clitic or not adjoin(tokens, span.first - 1):
        return False
    name = " ".join(span.words(tokens))
    wholes = [f"{stem} {name}" for _, stem in stems(tokens[span.first - 1].fold)]
    return any(whole in words_of("never") or places.country_of_city(whole) for whole in wholes)
