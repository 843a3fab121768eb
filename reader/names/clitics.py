"""Which letters of a name's first word are a conjunction or preposition: "ولافروف", "لترامب", but
"وليد", "بايدن", "كمال".

Here: how many letters come off one span. Not here: where names begin and end
(`reader.names.edges`).
"""

from __future__ import annotations

from reader import places
from reader.names.edges import Span, adjoin, compounds, known_names
from reader.names.features import clusters, given, listed, person_share, speech_verbs, title_words
from reader.names.leads import lead_at, title_kind
from reader.names.shapes import takes_genitive
from reader.text import Token

_FURTHEST = 5  # words before a name in which the office stands that leads to it
_OFFICES = ("head", "job", "rank")
_FEW = 8  # first names in lists, below which a word is hardly one
_OF_THEIR_OWN = 5  # first names in lists, from which on a word is one with its first letter
_GIVEN = 3  # first names in lists; how many times as many as without the first letter
CLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب", "وك", "أ")


def clitic_of(tokens: list[Token], span: Span, spans: list[Span]) -> int:
    """How many letters of the span's first word are a conjunction or preposition."""
    word = tokens[span.first].fold
    if word[0] not in "وفبلكا" or len(word) < 3:
        return 0
    others = {t.fold for s in spans if s is not span for t in tokens[s.first : s.last]}
    if any(word == t.fold for s in spans if s is not span for t in tokens[s.first + 1 : s.last]):
        return 0  # within a name nothing hangs before a word
    rest = span.words(tokens)[1:]
    if rest and " ".join([word, *rest]) in known_names():
        return 0
    whole = min(listed(word), 100) * 3 + (20 if word in others else 0) + 30 * person_share(word)
    before = tokens[span.first - 1] if span.first else None
    adjoins = before is not None and adjoin(tokens, span.first - 1)
    if before is not None and adjoins and before.fold in title_words():
        whole += 50
    elif adjoins and word[0] in "بلك" and lead_at(tokens, span.first - 1) == "state":
        whole += 150  # "حاكم ولاية جورجيا بريان كيمب": no preposition stands there
    hamza = tokens[span.first].text[1] in "أإآ"  # no name has one on its second letter: "كأحمد"
    whole_first = (adjoins and takes_genitive(before)) or (rest and _is_first(word))
    if whole_first and word[0] in "بلك" and not hamza:
        return 0
    apposed = before is not None and before.fold in ("،", ",", "و")  # "و برزان"
    spoken = before is not None and before.fold in speech_verbs()
    if rest and spoken and adjoins and word[0] == "ل" and given(word) >= _OF_THEIR_OWN:
        return 0  # "وأفاد لحسن …"
    bound = _is_bound(tokens, span.first)
    if bound and word[0] in "بلك" and given(word) >= _OF_THEIR_OWN:
        whole += 400  # "الأستاذ لسعد …": a first name of the Maghreb, no preposition
    if rest and _is_joined_first(word, apposed=apposed, behind_name=_ends_name(spans, span)):
        return 1
    if rest and word[0] in "بل" and not hamza and listed(word) and _is_weak(word[1:]):
        return 0  # "كشف لاني سميث"
    best, cut = whole, 0
    bare = {tuple(s.words(tokens)) for s in spans if s is not span} if rest else set()
    for clitic in CLITICS[:-1]:
        stem = word[len(clitic) :]
        if not word.startswith(clitic) or len(stem) < 2:
            continue
        if (spoken or apposed) and clitic in ("ب", "ك") and not hamza:
            continue  # a speaker or who is spoken to: "وقال بينام", but "وقال لكوهين"
        if bound and not hamza and not (stem in others or _is_strong(stem)):
            continue  # "رجل الأعمال فانجليس …"
        if (stem, *rest) in bare or (stem == "بن" and rest):
            return len(clitic)
        if len(word) < 4 or (clitic == "ك" and stem not in others and person_share(stem) < 7):
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
            score -= 300 * (given(word[1:]) >= _OF_THEIR_OWN)  # "ولحسن" of the Maghreb
        if score > best:
            best, cut = score, len(clitic)
    if not cut and word[0] == "و" and len(word) > 4:
        if tokens[span.first].text[1] in "أإآ" and person_share(word) < 3:
            return 1
        if not whole and word[1] not in "ايو" and word not in clusters():
            return 1
    return cut


def _ends_name(spans: list[Span], span: Span) -> bool:
    """Whether another name stands right before."""
    return any(other.last == span.first for other in spans)


def _is_joined_first(word: str, *, apposed: bool, behind_name: bool) -> bool:
    """Whether a first name joined by "و" goes on a list of names: no list has it with the "و"
    ("توم سميث، وجو براون").
    """
    follows = word[0] == "و" and (apposed or behind_name)
    return follows and not listed(word) and given(word[1:]) >= _GIVEN


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
    if title_kind(before).endswith("+"):
        return True
    window = tokens[max(0, at - _FURTHEST) : at - 1]
    closes = before.startswith("ال") or places.country_of_place(before) is not None
    if places.country_of_adjective(before) is not None and before.startswith("ال"):
        return any(title_kind(t.fold).removesuffix("+") in _OFFICES for t in window)
    return closes and any(title_kind(t.fold) in _OFFICES for t in window)


def _is_strong(stem: str) -> bool:
    """A word that news use as a name, or that begins many."""
    return person_share(stem) >= 7 or listed(stem) >= 100 or stem in title_words()
