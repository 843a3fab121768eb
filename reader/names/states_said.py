"""For which state a person acts by the words around the name: a delegation, a workplace, the
office-holder named just before.

Here: what the sentence says outside a person's own role phrase. Not here: the state within that
phrase (`reader.names.offices`), what the article as a whole suggests (`reader.names.states`).
"""

from __future__ import annotations

import itertools
from functools import cache, lru_cache

from reader import places
from reader.clitics import stems
from reader.document import Document, Person
from reader.lexicon import table
from reader.names.features import speech_verbs
from reader.names.leads import is_kin
from reader.names.offices import Role, country_of_campus, country_of_led_city, kind_of
from reader.names.runs import Span
from reader.names.titles import bare, role_words, title_of
from reader.text import key

_DELEGATIONS = role_words("delegation")
#: Marks at which what is said of a person ends, and words behind which the other side stands.
_QUOTES = frozenset("\"“”«»'")
_CLOSE = frozenset(("،", ",", ".", ":", "؛", "!", "؟"))
#: Words at which a sentence turns to another matter.
_TURNS = frozenset(
    key(w) for w in ("قبل", "بعد", "أن", "بينما", "فيما", "ثم", "حين", "عندما", "لكن")
)
_WITH = frozenset(key(w) for w in ("مع", "إلى", "لدى", "عن", "في"))
#: Marks behind a name that set off where somebody comes from, and how long a state's name is.
_SETS_OFF, _WORDS_OF_STATE = frozenset(("،", ",", "(")), 3
#: How many words a delegation's or a workplace's name takes.
_WORDS_OF_SIDE, _WORDS_OF_SEAT = 8, 14
_WORDS_TO_COMPATRIOT, _WORDS_TO_KIN, _WORDS_BETWEEN_OFFICES = 30, 8, 12
_POSSESSORS = ("ه", "ها", "هما", "هم")
_KINGDOM, _ARAB = key("المملكة"), key("العربية")


def of_delegation(document: Document, spans: list[Span], named: set[int]) -> str | None:
    """The state of the side that the sentence says these people belong to: "من الجانب الأمريكي
    السفيرة …", "… عن أوكرانيا".
    """
    tokens = document.tokens
    for span in spans:
        own = _of_side(document, span.last)
        if own is not None:
            return own
        for at in range(span.first - 1, max(-1, span.first - 25), -1):
            word = tokens[at].fold
            if word in _TURNS:
                break  # "تقدم الفريق الكاميروني قبل أن يعدل س"
            if word in (".", "؟", "!") or tokens[at + 1].start - tokens[at].end > 2:
                break
            if word in _DELEGATIONS or _stem(word) in _DELEGATIONS:
                if tokens[at - 1].fold in ("من", "عن") and at - 2 in named:
                    return None  # the side of the one who is named before
                country = (
                    _adjective_near(document, at + 1)
                    or _home_near(document, at + 1)
                    or _of_kingdom_alone(document, at + 1)
                )
                if country is not None:
                    return country
                break
    return None


def _home_near(document: Document, at: int) -> str | None:
    """The state or city that a delegation comes from ("وفد من رجال الأعمال من كندا", "وفد بلدية
    باريس").
    """
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


def of_compatriot(document: Document, span: Span, person_at: dict[int, Person]) -> str | None:
    """The state that somebody shares with the one named or told by nationality before: "المدرب
    الفرنسي … مواطنه س".

    `person_at`: whom each word of a name names.
    """
    tokens = document.tokens
    at = span.first - 1
    if at < 1 or _stem(tokens[at].fold) not in role_words("compatriot"):
        return None
    for before in range(at - 1, max(-1, at - _WORDS_TO_COMPATRIOT), -1):
        word = tokens[before].fold
        if word in (".", "؟", "!"):
            return None
        named = person_at.get(before)
        if state := named.country if named else places.country_of_adjective(word):
            return state
    return None


def of_kin(document: Document, span: Span, person_at: dict[int, Person]) -> str | None:
    """The state of the one named before, whose relative somebody is: "س وزوجته ص"."""
    tokens, at = document.tokens, span.first - 1
    if at < 1 or not tokens[at].text.endswith(_POSSESSORS) or not is_kin(tokens[at].fold):
        return None
    for before in range(at - 1, max(-1, at - _WORDS_TO_KIN), -1):
        if tokens[before].fold in (".", "؟", "!"):
            return None
        if before in person_at:
            return person_at[before].country
    return None


def of_kingdom(document: Document, roles: list[Role | None]) -> str | None:
    """The kingdom that a title calls so alone ("سفير المملكة لدى …"), where the text says which."""
    held = (at for role in roles if role is not None for at in range(role.first, role.last))
    return next(filter(None, (_of_kingdom_alone(document, at) for at in held)), None)


def _of_kingdom_alone(document: Document, at: int) -> str | None:
    """The state that "المملكة" is here, of those that the text names in full."""
    words = [token.fold for token in document.tokens]
    if at + 1 >= len(words) or bare(words[at]) != _KINGDOM or words[at + 1] == _ARAB:
        return None
    named = f"{bare(words[at])} {words[at + 1]}"
    if places.country_of_name(named) or places.country_of_adjective(words[at + 1]):
        return None
    told = {
        state
        for number, word in enumerate(words)
        if bare(word) == _KINGDOM
        for after in words[number + 1 : number + 3]
        if after.startswith("ال") and (state := places.country_of(after))
    }
    return told.pop() if len(told) == 1 else None


def of_sender(document: Document, roles: list[Role | None]) -> str | None:
    """The state that sends or appoints somebody: "الجزائر توفد الأمين العام للوزارة س إلى …",
    "أوفدت الجزائر الأمين العام …".
    """
    tokens = document.tokens
    for role in roles:
        if role is None or kind_of(role) != "head" or role.first < 2:
            continue
        one, other = tokens[role.first - 2].fold, tokens[role.first - 1].fold
        for verb, state in ((one, other), (other, one)):
            is_sent = verb.removeprefix("و") in role_words("sends")
            if is_sent and not places.needs_cue(state) and places.country_of_name(state):
                return places.country_of_name(state)
    return None


def of_province(document: Document, roles: list[Role | None]) -> str | None:
    """The state of the province that a title names, where the text tells it anywhere: "مقاطعة
    بريانسك الروسية".
    """
    tokens = document.tokens
    for role in roles:
        if role is None or role.is_international:
            continue
        for at in range(role.first, role.last - 1):
            if all(stem not in role_words("province") for _, stem in stems(tokens[at].fold)):
                continue
            name = next((t.fold for t in tokens[at + 1 : role.last] if t.fold not in _QUOTES), "")
            state = _told_of(document, name)
            if state is not None:
                return state
    return None


def _told_of(document: Document, name: str) -> str | None:
    """The state whose nationality with its article follows a place's name, in every place where one
    does.
    """
    found: set[str] = set()
    words = [token.fold for token in document.tokens if token.fold not in _QUOTES]
    for word, after in itertools.pairwise(words):
        if word == name and after.startswith("ال"):
            found.update(filter(None, [places.country_of_adjective(after)]))
    return found.pop() if len(found) == 1 else None


def _stem(word: str) -> str:
    """A word without the conjunction and the preposition before it."""
    word = word.removeprefix("و")
    return word[1:] if word[:1] in "بلف" else word


def of_seat(document: Document, spans: list[Span]) -> str | None:
    """The state of the university or institute where an apposition says that somebody works: "س،
    الأستاذ في جامعة «ص» بمدريد".
    """
    tokens = document.tokens
    for span in spans:
        at = span.last
        if at + 1 >= len(tokens) or tokens[at].fold not in ("،", ",", "(", "-"):
            continue
        if title_of(tokens[at + 1].fold) is None:
            continue
        has_seat = False
        behind = tokens[at + 1 : at + 1 + _WORDS_OF_SEAT]
        words = [token.fold for token in behind if token.is_word]
        for token in behind:
            word = token.fold
            if word in _CLOSE:
                break
            if (word[1:] if word[:1] in "بل" else word) in role_words("seat"):
                has_seat = True
                continue
            state = country_of_campus(words, words.index(word)) if token.is_word else None
            state = state or (country_of_led_city(word) if has_seat else None)
            if state is not None:
                return state
    return None


def of_medium(document: Document, spans: list[Span], roles: list[Role | None]) -> str | None:
    """The state of the paper or station that somebody writes for: "س، مراسل القناة 13", "كتب س في
    صحيفة «لوموند»".
    """
    for span, role in zip(spans, roles, strict=True):
        writes = role is not None and role.head in role_words("writer")
        if role is not None and writes and role.first < span.first:
            state = _medium_within(document, role.first + 1, span.first)
            state = state or _of_report(document, role)
            if state is not None:
                return state
        at = span.last
        if role is not None and role.first >= span.last:
            if not writes:
                continue
            at = role.first + 1
        elif not _in_medium(document, at):
            continue
        state = _medium_within(document, at, at + _WORDS_OF_SEAT)
        if state is not None:
            return state
    return None


def _of_report(document: Document, role: Role) -> str | None:
    """The state of the medium whose report a sentence opens with, before its writer speaks: "في
    تقرير نشرته صحيفة «كذا» الفرنسية، قال الكاتب س"."""
    tokens, at = document.tokens, role.first - 2
    if at < 2 or role.last - role.first > 1 or tokens[at].fold not in ("،", ","):
        return None
    if tokens[at + 1].fold not in speech_verbs():
        return None
    state = places.country_of_adjective(tokens[at - 1].fold)
    near = tokens[max(0, at - _WORDS_OF_SEAT) : at - 1]
    heads = [stem for token in near for _, stem in stems(token.fold)]
    return state if any(word in role_words("medium") for word in heads) else None


def _in_medium(document: Document, at: int) -> bool:
    """Whether "في" leads to a medium here ("كتب س في صحيفة …")."""
    words = [t.fold for t in document.tokens[at : at + 3]]
    return len(words) == 3 and words[0] == "في" and words[1] in role_words("medium")


def _medium_within(document: Document, first: int, last: int) -> str | None:
    """The state of the medium that a stretch of one clause names, by its name or by its nationality
    ("صحيفة «الفجر» الفلانية").
    """
    tokens = document.tokens
    is_medium = False
    for at in range(first, min(last, len(tokens))):
        word = tokens[at].fold
        if word in _CLOSE:
            return None
        named = next(
            (state for rest, state in _media_states(word) if _follow(document, at, rest)), None
        )
        if named is not None:
            return named
        if (word[1:] if word[:1] in "بل" else word).removeprefix("ال") in role_words("medium"):
            is_medium = True
        elif is_medium and (state := places.country_of_adjective(word)) is not None:
            return state
    return None


def _follow(document: Document, at: int, rest: tuple[str, ...]) -> bool:
    return tuple(t.fold for t in document.tokens[at + 1 : at + 1 + len(rest)]) == rest


@lru_cache(maxsize=50_000)
def _media_states(word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Names of media that begin with a word, behind a preposition too: the words that follow, and
    the state.
    """
    found = _media()
    return tuple(found.get(word, ())) or tuple(found.get(word[1:], ()) if word[:1] in "بل" else ())


@cache
def _media() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    media: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("media_states"):
        for name in row["names"].split("|"):
            words = tuple(key(name).split())
            media.setdefault(words[0], []).append((words[1:], row["country"]))
    return media


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
            is_body = after.fold in role_words("seat") | role_words("body")
            return None if is_body else places.country_of_city(after.fold)
    return None


def _of_side(document: Document, at: int) -> str | None:
    """The state that the words right after a name give: "عن أوكرانيا", "من الجانب الروسي", "من دولة
    السودان", "من صحيفة … الإسرائيلية".
    """
    tokens = document.tokens
    if at + 1 >= len(tokens):
        return None
    if tokens[at].fold in _SETS_OFF:
        return _set_off(document, at)
    if tokens[at].fold not in ("عن", "من"):
        return None
    if tokens[at + 1].fold in _DELEGATIONS:
        return _adjective_near(document, at + 2)
    if tokens[at + 1].fold in role_words("realm") and at + 2 < len(tokens):
        return places.country_of_name(tokens[at + 2].fold)
    if tokens[at].fold == "من" and tokens[at + 1].fold in role_words("body"):
        name = tokens[min(at + 2, len(tokens) - 1)].fold
        return (
            _adjective_near(document, at + 2, _WORDS_OF_SIDE)
            or _city_near(document, at + 2, 5)
            or places.country_of_name(name)
            or country_of_led_city(name)
        )
    if places.needs_cue(tokens[at + 1].fold):
        return None
    return places.country_of_name(tokens[at + 1].fold)


def _set_off(document: Document, at: int) -> str | None:
    """The state between marks behind a name: "س، من قطر،", "س (من قطر)", "س (مصر)"."""
    tokens = document.tokens
    is_from = tokens[at + 1].fold == "من"
    if not is_from and tokens[at].fold != "(":
        return None
    first = at + 1 + is_from
    for last in range(first + 1, min(first + _WORDS_OF_STATE, len(tokens) - 1) + 1):
        if tokens[last].fold in (_CLOSE | {")"}) or _is_joined(tokens[last].fold):
            name = " ".join(token.fold for token in tokens[first:last])
            return None if places.needs_cue(name) else places.country_of_name(name)
    return None


def _is_joined(word: str) -> bool:
    """Whether "و" is joined to a title or a name behind a state ("س، من مصر، والملك ص")."""
    return word.startswith("و") and title_of(word) is not None


def of_office_before(
    document: Document, spans: list[Span], roles: list[Role | None], own: list[int]
) -> str | None:
    """The state of the office-holder whom "و" joins right before, as another office of the same one
    may ("وزير الخارجية الروسي س ووزير الدفاع ص", "… س، ونائب وزير الدفاع وعضو اللجنة ص")."""
    for i in own:
        role = roles[i]
        if i == 0 or role is None or kind_of(role) != "head" or role.first >= spans[i].first:
            continue
        before = roles[i - 1]
        if before is None or kind_of(before) != "head":
            continue
        first = spans[i - 1].last
        if _joins_office(document, role.first) and role.first - first <= 1:
            return before.country
        if _is_further_office(document, first, role.first):
            return before.country
    return None


def _joins_office(document: Document, at: int) -> bool:
    """Whether "و" is joined to the office that begins here ("وسفير", "ووزير")."""
    token = document.tokens[at]
    first = token.fold.startswith("و") and not token.text.startswith(("وزير", "وكيل"))
    return first or token.fold.startswith("وو")


def _is_further_office(document: Document, first: int, last: int) -> bool:
    """Whether the words `first:last` are "و" with an office, perhaps behind a comma, to which the
    one that follows is joined.
    """
    words = document.tokens[first:last]
    if words and words[0].fold in ("،", ","):
        first, words = first + 1, words[1:]
    return (
        1 < len(words) <= _WORDS_BETWEEN_OFFICES
        and _joins_office(document, first)
        and _joins_office(document, last)
        and title_of(words[0].fold) is not None
        and all(token.is_word for token in words)
    )


def lists_of_names(
    document: Document, spans: list[Span], roles: list[Role | None]
) -> list[list[int]]:
    """Numbers of the spans of each list of names: between them stand commas, "و", ages, and ranks
    or what befell them ("والشهيد").
    """
    tokens = document.tokens
    order = sorted(range(len(spans)), key=lambda i: spans[i].first)
    lists: list[list[int]] = [order[:1]] if order else []
    for before, number in itertools.pairwise(order):
        role = roles[number]
        led = role is not None and role.first < spans[number].first
        if led and kind_of(role) not in _LIGHT:  # type: ignore[arg-type]
            lists.append([number])
            continue
        first = spans[before].last
        last = role.first if role is not None and led else spans[number].first
        gap = tokens[first:last]
        is_led = led or bool(gap) or bool(spans[number].clitic)
        if is_led and len(gap) <= _GAP and all(_is_joint(token.fold) for token in gap):
            lists[-1].append(number)
        else:
            lists.append([number])
    return [names for names in lists if len(names) > 1]


def _is_joint(word: str) -> bool:
    return word in _LISTED or word.isdigit()


#: What may stand between two names of a list, how many words of it, and which titles may lead the
#: next name.
_LISTED = frozenset(key(w) for w in ("،", ",", "و", "(", ")", "عاما", "عام", "سنة", "سنوات"))
_GAP = 7
_LIGHT = ("rank", "honour", "state", "job")
