"""Which letters of a name's first word are a conjunction or preposition: "ولافروف", "لترامب", but
"وليد", "بايدن", "كمال".

Here: how many letters come off one span. Not here: where names begin and end
(`reader.names.edges`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader import places
from reader.names.features import clusters, given, listed, person_share, speech_verbs, title_words
from reader.names.known import known_names
from reader.names.leads import lead_at, title_kind
from reader.names.runs import Span, adjoin, compounds
from reader.names.shapes import is_joined_unknown, takes_genitive
from reader.text import Token

_FURTHEST = 5  # words before a name in which the office stands that leads to it
_OFFICES = ("head", "job", "rank")
_FEW = 8  # first names in lists, below which a word is hardly one
_OF_THEIR_OWN = 5  # first names in lists, from which on a word is one with its first letter
_GIVEN = 3  # first names in lists; how many times as many as without the first letter
_SINGLE = ("و", "ف", "ب", "ك")
CLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب", "وك", "أ")


@dataclass(frozen=True, slots=True)
class _Case:
    """The first word of a span, and what stands beside it."""

    word: str
    rest: list[str]  # the span's further words
    others: set[str]  # words of the text's other names
    before: Token | None
    adjoins: bool  # nothing stands between the word and the one before it
    has_hamza: bool  # on its second letter, as no name has: "كأحمد"
    apposed: bool  # behind a comma or "و": "و برزان"
    spoken: bool  # behind a verb of saying
    bound: bool  # see `_is_bound`
    behind_name: bool

    @classmethod
    def of(cls, tokens: list[Token], span: Span, spans: list[Span]) -> _Case:
        first = span.first
        before = tokens[first - 1] if first else None
        return cls(
            word=tokens[first].fold,
            rest=span.words(tokens)[1:],
            others={t.fold for s in spans if s is not span for t in tokens[s.first : s.last]},
            before=before,
            adjoins=before is not None and adjoin(tokens, first - 1),
            has_hamza=tokens[first].text[1] in "أإآ",
            apposed=before is not None and before.fold in ("،", ",", "و"),
            spoken=before is not None and before.fold in speech_verbs(),
            bound=_is_bound(tokens, first),
            behind_name=any(other.last == first for other in spans),
        )


def clitic_of(tokens: list[Token], span: Span, spans: list[Span]) -> int:
    """How many letters of the span's first word are a conjunction or preposition."""
    word = tokens[span.first].fold
    if word[0] not in "وفبلكا" or len(word) < 3:
        return 0
    if any(word == t.fold for s in spans if s is not span for t in tokens[s.first + 1 : s.last]):
        return 0  # within a name nothing hangs before a word
    case = _Case.of(tokens, span, spans)
    if _is_whole(case):
        return 0
    if case.rest and _is_joined_first(case):
        return 1
    if case.rest and word[0] in "بل" and not case.has_hamza and listed(word) and _is_weak(word[1:]):
        return 0  # "كشف لاني سميث"
    bare = {tuple(s.words(tokens)) for s in spans if s is not span} if case.rest else set()
    whole = _weight_of_whole(tokens, span.first, case)
    best, cut = whole, 0
    for clitic in CLITICS[:-1]:
        stem = word[len(clitic) :]
        if not word.startswith(clitic) or len(stem) < 2:
            continue
        if case.rest and " ".join([stem, *case.rest]) in known_names():
            return len(clitic)
        if _hangs_not(clitic, stem, case):
            continue
        if (stem, *case.rest) in bare or (stem == "بن" and case.rest):
            return len(clitic)
        if len(word) < 4 or (clitic == "ك" and stem not in case.others and person_share(stem) < 7):
            continue
        score = _weight_of_stem(clitic, stem, case)
        if score > best:
            best, cut = score, len(clitic)
    return 1 if not cut and _is_unknown_with_and(case, whole) else cut


def _is_whole(case: _Case) -> bool:
    """Whether what stands beside the word settles that no letter of it is a clitic."""
    word, rest = case.word, case.rest
    if rest and " ".join([word, *rest]) in known_names():
        return True
    behind = case.adjoins and takes_genitive(case.before)  # no clitic follows another preposition
    if behind and word[0] in "وفبلك" and not case.has_hamza:
        return True
    if rest and _is_first(word) and word[0] in "بلك" and not case.has_hamza:
        return True
    led = bool(rest) and case.spoken and case.adjoins and word[0] == "ل"
    return led and given(word) >= _OF_THEIR_OWN  # "وأفاد لحسن …"


def _weight_of_whole(tokens: list[Token], at: int, case: _Case) -> int:
    word, before = case.word, case.before
    weight = min(listed(word), 100) * 3 + 20 * (word in case.others) + 30 * person_share(word)
    if case.adjoins and before is not None and before.fold in title_words():
        weight += 50
    elif case.adjoins and word[0] in "بلك" and lead_at(tokens, at - 1) == "state":
        weight += 150  # "حاكم ولاية جورجيا بريان كيمب": no preposition stands there
    if case.bound and word[0] in "بلك" and given(word) >= _OF_THEIR_OWN:
        weight += 400  # "الأستاذ لسعد …": a first name of the Maghreb, no preposition
    return weight


def _hangs_not(clitic: str, stem: str, case: _Case) -> bool:
    """Whether this clitic does not stand where the word does."""
    if case.has_hamza:
        return False
    if (case.spoken or case.apposed) and clitic in ("ب", "ك"):
        return True  # a speaker or who is spoken to: "وقال بينام", but "وقال لكوهين"
    # "رجل الأعمال فانجليس …"
    return case.bound and not (stem in case.others or _is_strong(stem))


def _is_unknown_with_and(case: _Case, weight: int) -> bool:
    """Whether a word that no list has begins with "و" as no name does."""
    word = case.word
    if word[0] != "و" or len(word) <= 4:
        return False
    return (case.has_hamza and person_share(word) < 3) or (not weight and is_joined_unknown(word))


def _weight_of_stem(clitic: str, stem: str, case: _Case) -> int:
    word = case.word
    weight = min(listed(stem), 100) + 60 * (stem in case.others) + 30 * person_share(stem)
    if stem in clusters() and word not in clusters():
        weight += 5
    if stem.startswith("ال") and len(stem) > 4 and clitic in _SINGLE and stem in clusters():
        weight += 40  # "والسيسي": no name starts with a conjunction before the article
    if len(stem) < 3:
        weight //= 4
    if stem in compounds() and (len(stem) > 2 or stem == "بن") and case.rest:
        weight += 400
    if title_words().get(stem, "").startswith("regnal"):
        weight += 200
    if len(clitic) > 1:
        weight -= 60  # "وبايدن": two letters off only where one is not enough
        weight -= 300 * (given(word[1:]) >= _OF_THEIR_OWN)  # "ولحسن" of the Maghreb
    return weight


def _is_joined_first(case: _Case) -> bool:
    """Whether a first name joined by "و" goes on a list of names: no list has it with the "و"
    ("توم سميث، وجو براون").
    """
    follows = case.word[0] == "و" and (case.apposed or case.behind_name)
    return follows and not listed(case.word) and given(case.word[1:]) >= _GIVEN


def _is_weak(stem: str) -> bool:
    """Whether hardly anybody is called by what is left of a word without its preposition."""
    return person_share(stem) == 0 and given(stem) < _FEW and stem not in compounds()


def _is_first(word: str) -> bool:
    """Whether a word is a first name as it stands, and what is left of it without its first letter
    is hardly one ("لمين", "ليان").
    """
    return given(word) >= _GIVEN and given(word) > _GIVEN * given(word[1:])


def _is_bound(tokens: list[Token], at: int) -> bool:
    """Whether what stands before leads straight to a name: a title with its article, the end of an
    office (السفيرة في تونس), a verb of saying.
    """
    if not at or not adjoin(tokens, at - 1):
        return False
    before = tokens[at - 1].fold
    if before in speech_verbs():
        return tokens[at].fold[0] not in "بل"
    if title_kind(before).endswith("+") or _is_their_office(before):
        return True
    window = tokens[max(0, at - _FURTHEST) : at - 1]
    closes = before.startswith("ال") or places.country_of_place(before) is not None
    if places.country_of_adjective(before) is not None and before.startswith("ال"):
        return any(title_kind(t.fold).removesuffix("+") in _OFFICES for t in window)
    return closes and any(title_kind(t.fold) in _OFFICES for t in window)


def _is_their_office(word: str) -> bool:
    """Whether a word is an office with its possessor ("رئيسها"), behind which its holder stands."""
    stem = next(
        (word.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if word.endswith(end)), ""
    )
    return len(stem) > 3 and title_kind(stem) in _OFFICES


def _is_strong(stem: str) -> bool:
    """A word that news use as a name, or that begins many."""
    return person_share(stem) >= 7 or listed(stem) >= 100 or stem in title_words()
