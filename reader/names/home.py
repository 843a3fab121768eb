"""For whose readers an article is written: its home state, whose offices it names without saying
whose they are.

Here: what an article as a whole says of its home (outlet, dateline, agency, places, money, months,
bodies and styles of address; tables `outlet_states`, `home_clues`, `state_bodies`), weighed. Not
here: who of the article's people belongs there (`reader.names.states`).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from reader import places
from reader.document import Document, Place
from reader.lexicon import forms, of_class, table
from reader.text import Token, key

#: Weight of a clue of each kind that one state alone has, and how much all clues of the kind
#: together may weigh for one state.
_WEIGHTS = {
    "body": (2.0, 4.0),
    "style": (1.5, 3.0),
    "money": (1.0, 1.5),
    "month": (1.0, 1.5),
    "agency": (4.0, 4.0),
}
#: Weight of all places that an article names, shared out among their states; it is reached with
#: `_MANY` of them.
_PLACES, _MANY = 6.0, 5
_SOME = 3
_DATELINE = 2.0
#: Weight of the outlet's state, and where an article names some places and none of it: news from
#: abroad.
_OUTLET, _OUTLET_ABROAD = 6.0, 1.0
#: How many words before a nationality the noun of the medium may stand whose it says the state is
#: ("قناة 12 الإسرائيلية").
_MEDIUM = 4
#: Where the dateline and the agency's name may stand: words from the start and from the end of the
#: text.
_HEAD, _TAIL = 14, 8
#: A place where somebody goes, or with which a state deals, is more often abroad.
_DESTINATION = 0.3
#: The state to which an ambassador is sent is often where the news is written.
_HOST = 1.5
_VISITS = of_class("place_words", "visit")
_ABROAD = _VISITS | of_class("place_words", "destination")
#: News of the movements of this land is written for its neighbours.
_CLAIMED = "EH"
_MARKS = frozenset(":-–—/(،")


def home_weights(document: Document) -> Counter[str]:
    """States to the weight of all that says that an article is written for their readers; empty
    where nothing speaks for any.
    """
    weights: Counter[str] = Counter()
    found = _places_of_events(document)
    _weigh_places(document, found, weights)
    _weigh_clues(document, weights)
    outlet = outlet_state(document)
    if outlet is not None:
        is_abroad = len(found) >= _SOME and outlet not in weights
        weights[outlet] += _OUTLET_ABROAD if is_abroad else _OUTLET  # type: ignore[assignment]
    return weights


def _places_of_events(document: Document) -> list[Place]:
    """Places of an article but for those that are part of a person's name ("سامي التركي") or say
    whose a quoted medium is.
    """
    tokens = document.tokens
    starts = [token.start for token in tokens]
    names = [(mention.start, mention.end) for mention in document.mentions]
    name_starts = [start for start, _ in names]
    found = []
    for place in places.find_places(document):
        name = bisect_right(name_starts, place.start) - 1
        if name >= 0 and place.start < names[name][1]:
            continue
        at = bisect_right(starts, place.start) - 1
        if place.kind == "adjective" and _is_medium(tokens, at):
            continue
        found.append(place)
    return found


def _is_medium(tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` closes the name of a medium ("صحيفة الفجر الفلانية", "للجزيرة
    القطرية").
    """
    for token in reversed(tokens[max(0, at - _MEDIUM) : at]):
        if token.is_word and any(word in media_words() for word in _bared(token.fold)):
            return True
        if token.fold in _MARKS or token.fold == ".":
            return False
    return False


def _bared(word: str) -> tuple[str, ...]:
    """A folded word without its article and the clitics before it, in each way it can be read."""
    stem = word[1:] if word[:1] in "وبلف" and len(word) > 4 else word
    return (word.removeprefix("ال"), stem.removeprefix("ال"), stem.removeprefix("ل"))


@cache
def media_words() -> frozenset[str]:
    """Nouns for media and names of some (table `media_outlets`), without article."""
    return frozenset(word.removeprefix("ال") for word in forms("media_outlets", "words"))


def _weigh_places(document: Document, found: list[Place], weights: Counter[str]) -> None:
    if not found:
        return
    tokens = document.tokens
    starts = [token.start for token in tokens]
    scale = _PLACES * min(len(found), _MANY) / _MANY / len(found)
    for place in found:
        at = bisect_right(starts, place.start) - 1
        before = tokens[at - 1].fold.removeprefix("و") if at else ""
        if before == "لدي":
            weights[place.country] += scale * (_HOST - 1.0)  # type: ignore[assignment]
        abroad = before in _ABROAD or (tokens[at].fold[0] == "ل" and before in _VISITS)
        weights[place.country] += scale * (_DESTINATION if abroad else 1.0)  # type: ignore[assignment]
    first = found[0]
    after = bisect_left(starts, first.end)
    is_first = bisect_right(starts, first.start) <= 3
    if is_first and after < len(tokens) and tokens[after].fold in _MARKS:
        weights[first.country] += _DATELINE  # type: ignore[assignment]


def _weigh_clues(document: Document, weights: Counter[str]) -> None:
    tokens = document.tokens
    seen: dict[tuple[str, ...], _Clue] = {}
    for at, token in enumerate(tokens):
        for clue in _clues_at(token.fold):
            size = len(clue.words)
            if size > 1 and tuple(t.fold for t in tokens[at + 1 : at + size]) != clue.words[1:]:
                continue
            if _is_of_another(tokens, at + size, clue):
                continue  # "الجمهورية الإسلامية الموريتانية"
            if clue.kind == "agency" and not _signs(tokens, at, size):
                continue
            seen.setdefault(clue.words, clue)
    sums: Counter[tuple[str, str]] = Counter()
    for clue in seen.values():
        for state in clue.states:
            weight = _WEIGHTS[clue.kind][0] / math.log2(1 + len(clue.states))
            sums[clue.kind, state] += weight  # type: ignore[assignment]
    for (kind, state), weight in sums.items():
        weights[state] += min(weight, _WEIGHTS[kind][1])  # type: ignore[assignment]


def states_of_bodies(document: Document, first: int, last: int) -> frozenset[str]:
    """The states that have the body which these words name ("رئيس مجلس الشورى"); empty where they
    name none that only some have.
    """
    tokens = document.tokens
    states: frozenset[str] = frozenset()
    for at in range(first, last):
        for clue in _clues_at(tokens[at].fold):
            rest = tuple(t.fold for t in tokens[at + 1 : at + len(clue.words)])
            if clue.kind == "body" and rest == clue.words[1:]:
                states = states & frozenset(clue.states) or frozenset(clue.states)
    return states


def _signs(tokens: list[Token], at: int, size: int) -> bool:
    """Whether an agency's name signs the text: near its start or end, beside a mark ("الدوحة :
    واس", "(كونا)").
    """
    if _HEAD <= at < len(tokens) - _TAIL:
        return False
    around = (
        tokens[at - 1].fold if at else ":",
        *(t.fold for t in tokens[at + size : at + size + 1]),
    )
    return any(mark in _MARKS or mark in ").]" for mark in around)


def _is_of_another(tokens: list[Token], at: int, clue: _Clue) -> bool:
    """Whether the word behind a clue says that it is another state's."""
    state = places.country_of_adjective(tokens[at].fold) if at < len(tokens) else None
    return state is not None and state not in clue.states


class _Clue(NamedTuple):
    words: tuple[str, ...]  # folded; the first without article or clitics
    states: tuple[str, ...]
    kind: str


@cache
def _clues() -> dict[str, list[_Clue]]:
    """Clues by their first word, without its article."""
    found: dict[str, list[_Clue]] = {}
    rows = [(r["forms"], r["states"].split("|"), r["kind"]) for r in table("home_clues")]
    bodies = (r for r in table("state_bodies") if r["country"] != _CLAIMED)
    rows += [(r["names"], [r["country"]], "body") for r in bodies]
    for printed, states, kind in rows:
        for form in printed.split("|"):
            words = tuple(key(form).split())
            first = words[0].removeprefix("ال")
            found.setdefault(first, []).append(_Clue((first, *words[1:]), tuple(states), kind))
    return found


@lru_cache(maxsize=100_000)
def _clues_at(word: str) -> tuple[_Clue, ...]:
    """Clues that may begin with a printed word, whatever clitics it bears."""
    for prefix in ("", "ال", "و", "ب", "ل", "ف", "وال", "بال", "فال", "لل", "ولل"):
        if word.startswith(prefix) and (found := _clues().get(word[len(prefix) :])):
            return tuple(found)
    return ()


def outlet_state(document: Document) -> str | None:
    """The state for whose readers the outlet writes, by its name, the page's address, or "to
    <outlet>" in the text.
    """
    article = document.article
    names, domains = _outlets()
    if article.outlet and (state := names.get(key(article.outlet))):
        return state
    if article.url or article.outlet:
        address = f"{article.outlet or ''} {article.url or ''}/".lower()
        for part, state in domains:
            if part in address:
                return state
    for token in document.tokens:
        if token.fold[:1] == "ل" and (state := names.get(token.fold[1:])) and len(token.fold) > 5:
            return state
    return None


@cache
def _outlets() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    rows = table("outlet_states")
    names = {key(n): row["country"] for row in rows for n in row["names"].split("|")}
    return names, tuple((d, row["country"]) for row in rows for d in row["domains"].split("|"))
