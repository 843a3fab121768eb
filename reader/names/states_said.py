"""For which state a person acts by the words around the name: a delegation, a workplace, the office-holder named just before.

Here: what the sentence says outside a person's own role phrase. Not here: the state within that phrase (`reader.names.offices`), what the
article as a whole suggests (`reader.names.states`).
"""

from __future__ import annotations

import itertools

from reader import places
from reader.document import Document
from reader.names.edges import Span
from reader.names.offices import Role, country_of_led_city, kind_of
from reader.names.titles import role_words, title_of
from reader.text import key

_DELEGATIONS = frozenset(
    key(w)
    for w in [
        "الوفد",
        "وفد",
        "الجانب",
        "الفريق",
        "الطرف",
        "وفدا",
        "جانب",
        "وفدها",
        "الوفدان",
        "الإدارة",
    ]
)


#: Marks at which what is said of a person ends, and words behind which the other side stands.
_CLOSE = frozenset(("،", ",", ".", ":", "؛", "!", "؟"))
_WITH = frozenset(key(w) for w in ("مع", "إلى", "لدى", "عن", "في"))
#: How many words a delegation's or a workplace's name takes.
_WORDS_OF_SIDE, _WORDS_OF_SEAT = 8, 14


def of_delegation(document: Document, spans: list[Span], named: set[int]) -> str | None:
    """The state of the side that the sentence says these people belong to: "من الجانب الأمريكي السفيرة …", "… عن أوكرانيا"."""
    tokens = document.tokens
    for span in spans:
        own = _of_side(document, span.last)
        if own is not None:
            return own
        for at in range(span.first - 1, max(-1, span.first - 25), -1):
            word = tokens[at].fold
            if word in (".", "؟", "!") or tokens[at + 1].start - tokens[at].end > 2:
                break
            if word.lstrip("وبلف") in _DELEGATIONS or word in _DELEGATIONS:
                if tokens[at - 1].fold in ("من", "عن") and at - 2 in named:
                    return None  # the side of the one who is named before
                country = _adjective_near(document, at + 1) or _home_near(document, at + 1)
                if country is not None:
                    return country
                break
    return None


def _home_near(document: Document, at: int) -> str | None:
    """The state or city that a delegation comes from ("وفد من رجال الأعمال من كندا", "وفد بلدية باريس")."""
    heads = role_words("body") | role_words("realm") | {"من"}
    near = document.tokens[at : at + _WORDS_OF_SIDE]
    for number, token in enumerate(near):
        if token.fold in _CLOSE or token.fold in _WITH:
            return None
        if any(before.fold in heads for before in near[max(0, number - 2) : number]):
            state = places.country_of_name(token.fold) or places.country_of_city(token.fold)
            if state is not None and not places.needs_cue(token.fold):
                return state
    return None


def of_seat(document: Document, spans: list[Span]) -> str | None:
    """The state of the university or institute where an apposition says that somebody works: "س، الأستاذ في جامعة «ص» بمدريد"."""
    tokens = document.tokens
    for span in spans:
        at = span.last
        if at + 1 >= len(tokens) or tokens[at].fold not in ("،", ",", "(", "-"):
            continue
        if title_of(tokens[at + 1].fold) is None:
            continue
        has_seat = False
        for token in tokens[at + 1 : at + 1 + _WORDS_OF_SEAT]:
            word = token.fold
            if word in _CLOSE:
                break
            if (word[1:] if word[:1] in "بل" else word) in role_words("seat"):
                has_seat = True
            elif has_seat and (state := country_of_led_city(word)) is not None:
                return state
    return None


def _adjective_near(document: Document, at: int, words: int = 2) -> str | None:
    """The state of the first nationality among a few words of one clause ("وفد رسمي كيني")."""
    for token in document.tokens[at : at + words]:
        if token.fold in _CLOSE:
            return None
        country = places.country_of_adjective(token.fold)
        if country is not None:
            return country
    return None


def _city_near(document: Document, at: int, words: int) -> str | None:
    """The state of the city that "في" leads to among a few words ("من كنيس النصر في باريس")."""
    for token, after in itertools.pairwise(document.tokens[at : at + words]):
        if token.fold in _CLOSE:
            return None
        if token.fold == "في":
            return places.country_of_city(after.fold)
    return None


def _of_side(document: Document, at: int) -> str | None:
    """The state that the words right after a name give: "عن أوكرانيا", "من الجانب الروسي", "من دولة السودان", "من صحيفة … الإسرائيلية"."""
    tokens = document.tokens
    if at + 1 >= len(tokens) or tokens[at].fold not in ("عن", "من"):
        return None
    if tokens[at + 1].fold in _DELEGATIONS:
        return _adjective_near(document, at + 2)
    if tokens[at + 1].fold in role_words("realm") and at + 2 < len(tokens):
        return places.country_of_name(tokens[at + 2].fold)
    if tokens[at].fold == "من" and tokens[at + 1].fold in role_words("body"):
        return (
            _adjective_near(document, at + 2, 5)
            or _city_near(document, at + 2, 5)
            or places.country_of_name(tokens[min(at + 2, len(tokens) - 1)].fold)
        )
    if places.needs_cue(tokens[at + 1].fold):
        return None
    return places.country_of_name(tokens[at + 1].fold)


def of_office_before(
    document: Document, spans: list[Span], roles: list[Role | None], own: list[int]
) -> str | None:
    """The state of the office-holder whom "و" joins right before ("وزير الخارجية الروسي س ووزير الدفاع ص")."""
    tokens = document.tokens
    for i in own:
        role = roles[i]
        if i == 0 or role is None or kind_of(role) != "head" or role.first >= spans[i].first:
            continue
        before, gap = roles[i - 1], role.first - spans[i - 1].last
        joined = tokens[role.first].fold.startswith("و") and not tokens[role.first].text.startswith(
            ("وزير", "وكيل")
        )
        listed = joined or tokens[role.first].fold.startswith("وو")
        if listed and gap <= 1 and before is not None and kind_of(before) == "head":
            return before.country
    return None
