"""For which state each person of an article acts, where none of their own titles says it.

Here: in which order the evidence is asked, and what the article as a whole says of a person's
state. Not here: the state within a role phrase (`reader.names.offices`), what the sentence around
it says (`reader.names.states_said`), the home state of an article (`reader.names.home`), the states
of people over articles (dbt).
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.document import Document, Person
from reader.lexicon import table
from reader.names.home import home_weights, media_words, states_of_bodies
from reader.names.offices import Role, hosts_of, kind_of
from reader.names.parts import one_off, parts_of, sound
from reader.names.runs import Span
from reader.names.states_said import (
    lists_of_names,
    of_compatriot,
    of_delegation,
    of_kin,
    of_kingdom,
    of_medium,
    of_office_before,
    of_province,
    of_seat,
    of_sender,
)
from reader.names.titles import role_words
from reader.names.tongues import can_be_of, foreign_tongue, is_heard_in
from reader.text import key


@dataclass(slots=True)
class _Cast:
    """The people of an article with their mentions and the roles that these give them."""

    document: Document
    spans: list[Span]
    roles: list[Role | None]
    #: Mentions of each person, as indexes of `spans`.
    of_person: dict[int, list[int]]
    #: Whom the token of a name means.
    person_at: dict[int, Person]

    @staticmethod
    def of(
        document: Document, spans: list[Span], roles: list[Role | None], owner: list[int]
    ) -> _Cast:
        of_person: dict[int, list[int]] = defaultdict(list)
        for i, number in enumerate(owner):
            of_person[number].append(i)
        person_at = {
            at: document.people[number]
            for span, number in zip(spans, owner, strict=True)
            for at in range(span.first, span.last)
            if number >= 0
        }
        return _Cast(document, spans, roles, of_person, person_at)

    def held(self, number: int) -> list[Role]:
        """The roles that a person's mentions give."""
        return [role for i in self.of_person[number] if (role := self.roles[i]) is not None]


def add_states(
    document: Document, spans: list[Span], roles: list[Role | None], owner: list[int]
) -> None:
    """States of people whose own mentions give none.

    In this order: known people; what the sentence says (`_said_near`); the article's home state,
    for whom it fits (`_of_article`); what the others of a list agree on. An officer of an
    international body acts for none.
    """
    cast = _Cast.of(document, spans, roles, owner)
    open_: list[int] = []
    at_home: Counter[str] = Counter()  # known holders of offices whose state the text need not name
    for number, person in enumerate(document.people):
        if person.country is not None:
            continue
        held, known = cast.held(number), _known_state(person.name)
        if known is not None:
            person.country = known or None
            at_home[known] += bool(known) and any(kind_of(role) == "head" for role in held)
        elif not any(role.is_international for role in held):
            person.country = _said_near(cast, number)
            if person.country is None:
                open_.append(number)
    _add_home(cast, open_, at_home)
    _share_in_lists(document, spans, roles, owner)
    for number in open_:
        person = document.people[number]
        person.country = person.country or _of_kin(cast, number)


def _said_near(cast: _Cast, number: int) -> str | None:
    """The state that the sentences of a person's mentions tell otherwise than by a role."""
    document, own = cast.document, cast.of_person[number]
    spans, roles = [cast.spans[i] for i in own], [cast.roles[i] for i in own]
    compatriots = (of_compatriot(document, span, cast.person_at) for span in spans)
    return (
        next(filter(None, compatriots), None)
        or _of_kin(cast, number)
        or of_kingdom(document, roles)
        or of_delegation(document, spans, set(cast.person_at))
        or of_office_before(document, cast.spans, cast.roles, own)
        or of_sender(document, roles)
        or of_province(document, roles)
        or of_seat(document, spans)
        or _suited(document.people[number].name, of_medium(document, spans, roles))
    )


def _of_kin(cast: _Cast, number: int) -> str | None:
    """The state of whose relative a person is."""
    spans = (cast.spans[i] for i in cast.of_person[number])
    found = (of_kin(cast.document, span, cast.person_at) for span in spans)
    return next(filter(None, found), None)


def _add_home(cast: _Cast, open_: list[int], at_home: Counter[str]) -> None:
    """Gives the article's home state to those of the people `open_` whom it fits. `at_home` counts
    the known holders of offices of each state.
    """
    if not open_:
        return
    document = cast.document
    weights = home_weights(document)
    for state, holders in at_home.items():
        weights[state] += min(holders, 2) * _KNOWN_OFFICE  # type: ignore[assignment]
    old_words = _words_of_old_days(document)
    for number in open_:
        person, held = document.people[number], cast.held(number)
        if old_words >= _OLD_WORDS and _is_named_as_of_old(person.name, old_words):
            continue
        if any(_explains_abroad(document, role) for role in held):
            continue
        bodies = _states_of_bodies(document, held)
        hosts = frozenset[str]().union(*(hosts_of(document, role) for role in held))
        fitting = Counter({s: weight for s, weight in weights.items() if s not in hosts})
        person.country = _of_article(person.name, held, cast.roles, fitting, bodies)
        person.is_home = person.country is not None


def _explains_abroad(document: Document, role: Role) -> bool:
    """Whether a title is that of a medium's own analyst, who explains other states' affairs ("محلل
    الميادين للشؤون الأفريقية").
    """
    if role.head != _ANALYST:
        return False
    words = [token.fold for token in document.tokens[role.first + 1 : role.last]]
    return any(word.removeprefix("ال") in media_words() for word in words[:2])


_ANALYST, _POPE = key("محلل"), key("البابا")


def _words_of_old_days(document: Document) -> int:
    """How many words of an article are of histories of early Islam and the Middle Ages, whose
    people were of no state of today.
    """
    return len({token.fold for token in document.tokens} & role_words("old days"))


def _is_named_as_of_old(name: str, old_words: int) -> bool:
    """Whether a name tells the father's with "بن" ("عقبة بن نافع"), or is one part in what is a
    history for certain.
    """
    parts = parts_of(tuple(key(name).split()))
    return any(part.startswith("بن ") for part in parts) or (
        len(parts) == 1 and old_words > 2 * _OLD_WORDS
    )


#: How many words of histories make an article one.
_OLD_WORDS = 2


def _suited(name: str, state: str | None) -> str | None:
    """The state of a medium, for whom its name suits: Arabs write for media of all states."""
    is_native = origin_of(name) == "native"
    tongue = foreign_tongue(name, is_native)
    if state is None or (is_native and tongue is None):
        return None
    return state if tongue is None or is_heard_in(tongue, state) else None


def _states_of_bodies(document: Document, held: list[Role]) -> frozenset[str]:
    """The states that have the bodies which somebody's titles name."""
    found = [states_of_bodies(document, role.first, role.last) for role in held]
    return (
        frozenset.intersection(*kept)
        if (kept := [states for states in found if states])
        else frozenset()
    )


def _share_in_lists(
    document: Document, spans: list[Span], roles: list[Role | None], owner: list[int]
) -> None:
    """Who stands in a list of names is of the state of the others, where they agree: "… مقتل س وص
    وع من الجنود".
    """
    for names in lists_of_names(document, spans, roles):
        people = {owner[i]: document.people[owner[i]] for i in names if owner[i] >= 0}
        states = [person.country for person in people.values() if person.country is not None]
        if len(people) < _LIST or len(states) < _AGREEING or len(set(states)) > 1:
            continue
        for person in people.values():
            if person.country is None and _bears(states[0], origin_of(person.name)):
                person.country, person.is_home = states[0], True


#: How many people a list has at least whose states may tell those of the others, and of how many
#: the state is known.
_LIST, _AGREEING = 3, 2


#: Weight of a known office-holder whose state the text need not name ("رئيس مجلس الوزراء مصطفى
#: مدبولي").
_KNOWN_OFFICE = 2.0
#: How much must speak for a state, and how many times as much as for any other that comes into
#: question, until people get it from the article: holders of offices, others, others with foreign
#: names. Chosen on gold articles (docs/names.md).
_ENOUGH = {"office": (1.2, 1.3), "other": (1.2, 1.5), "foreign": (1.2, 2.5)}


def _states_of_others(
    heads: dict[str, str | None], held: list[Role], roles: list[Role | None]
) -> set[str | None]:
    """The states for which somebody else holds one of these offices, of which a state has one."""
    sole = {head for head in heads if head not in role_words("several")}
    return {
        other.country
        for other in roles
        if other is not None
        and other not in held
        and other.head in sole
        and heads[other.head] == other.title
    }


def _of_article(
    name: str,
    held: list[Role],
    roles: list[Role | None],
    weights: Counter[str],
    bodies: frozenset[str] = frozenset(),
) -> str | None:
    """The state that the article as a whole suggests for a person of whom nothing says it; None
    where two are as likely.

    Only states count whose people bear such names, which have the bodies that the person's titles
    name (`bodies`, if any), and for which nobody else holds the same office ("مع نظيره
    الموريتاني").
    """
    heads = {role.head: role.title for role in held if kind_of(role) == "head"}
    taken = _states_of_others(heads, held, roles)
    origin = origin_of(name)
    tongue = foreign_tongue(name, is_native=origin == "native")
    if tongue is not None:
        origin = "foreign"
    ranked = sorted(
        (
            (weight, state)
            for state, weight in weights.items()
            if state not in taken
            and (not bodies or state in bodies)
            and _bears(state, origin)
            and (tongue is None or is_heard_in(tongue, state))
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not ranked:
        return None
    (most, state), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
    after_home = _AFTER_HOME if tongue is None else _AFTER_HOME_SURE
    if origin != "native" and most < after_home * max(weights.values()):
        return None  # the article is of a state that does not fit; another that it names is no home
    enough, times = _ENOUGH["office" if heads else "foreign" if origin == "foreign" else "other"]
    if most < enough or most < times * second:
        return None
    # A pundit or an athlete in another state's news bears a name of another tongue.
    doubt = 1.0 if heads else _NO_OFFICE
    is_native = origin == "native" and _name_kinds().get(state) == "native"
    return state if is_native or can_be_of(name, state, doubt) else None


#: Share of the weightiest state's weight that the next one needs where that one does not fit a name
#: that may be foreign.
_AFTER_HOME = 0.5
#: The same for a name that is surely of the other one's tongue.
_AFTER_HOME_SURE = 0.2
#: How much surer a name must sound like the home state's where its bearer holds no office: most of
#: whom news only quote are from elsewhere.
_NO_OFFICE = 3.0


def _known_state(name: str) -> str | None:
    """The state of a known person, empty for an officer of an international body; None for others.
    Foreign full names may be spelled otherwise.
    """
    parts = parts_of(tuple(key(name).split()))
    exact, by_sound = _known()
    state = exact.get(" ".join(parts))
    if state is None and parts[:1] == (_POPE,):
        state = exact.get(" ".join(parts[:2]))  # "البابا بنديكتوس السادس عشر"
    if state is None and parts:
        state = _houses().get(parts[-1])
    if state is None and len(parts) > 2 and all(part.startswith("بن ") for part in parts[1:-1]):
        state = exact.get(f"{parts[0]} {parts[-1]}")  # "سلطان بن أحمد الجابر"
    if state is None and len(parts) > 1 and origin_of(name) == "foreign":
        like = by_sound.get(tuple(map(sound, parts)), ())
        states = {state for known, state in like if _are_spelt_alike(known, parts)}
        state = states.pop() if len(states) == 1 else None
    return state


def _are_spelt_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no part is longer by more than a letter, and no short one differs by more: "باولا
    مورينو" is not "بيل مورنو", nor "روسي" "ريسا", whatever they sound like.
    """
    return all(
        abs(len(a) - len(b)) <= 1 and (min(len(a), len(b)) > _SHORT or a == b or one_off(a, b))
        for a, b in zip(one, other, strict=True)
    )


#: Letters up to which two parts of one sound are often two names.
_SHORT = 4


@cache
def _houses() -> dict[str, str]:
    rows = table("ruling_houses")
    return {key(h): row["country"] for row in rows for h in row["house"].split("|")}


@cache
def _known() -> tuple[dict[str, str], dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]]:
    """States of known people by name, and names in parts with their states by sound."""
    exact = {row["name"]: row["country"] for row in table("known_people")}
    by_sound = defaultdict[tuple[str, ...], list[tuple[tuple[str, ...], str]]](list)
    for name, state in exact.items():
        parts = parts_of(tuple(name.split()))
        if len(parts) > 1:
            by_sound[tuple(map(sound, parts))].append((parts, state))
    return exact, by_sound


def origin_of(name: str) -> str | None:
    """ "native" for a name of Arab states, Iran, Afghanistan or Pakistan, "foreign" for another,
    None where the words do not tell.
    """
    parts = parts_of(tuple(key(name).split()))
    if len(parts) == 1:
        parts = (parts[0].removeprefix("بن "),)  # "بن هوبارد" is a Ben
    kinds = [kind for part in parts if (kind := _origin(part)) is not None]
    native = kinds.count("native")
    if not kinds or native * 2 == len(kinds):
        return None
    return "native" if native * 2 > len(kinds) else "foreign"


def _origin(part: str) -> str | None:
    """The origin of a part: listed, or told by "بن", "ابو", "عبد" or a letter that no foreign sound
    is written with.
    """
    known = _origins()
    word = part.split()[-1].replace("ء", "")
    return (
        ("native" if " " in part or part.startswith(("ابو", "عبدال")) else None)
        or known.get(word)
        or known.get(word.removeprefix("ال"))
        or ("native" if any(letter in "حعصضظ" for letter in word) else None)
    )


@cache
def _origins() -> dict[str, str]:
    packed = files("reader.names").joinpath("origins.tsv.gz").read_bytes()
    return dict(line.split("\t") for line in gzip.decompress(packed).decode().splitlines())  # type: ignore[arg-type]


def _bears(state: str, origin: str | None) -> bool:
    """Whether people of a state bear names of this origin."""
    kinds = _name_kinds().get(state, "foreign")
    return origin is None or kinds in ("both", origin)


@cache
def _name_kinds() -> dict[str, str]:
    return {row["code"]: row["names"] for row in table("name_states")}
