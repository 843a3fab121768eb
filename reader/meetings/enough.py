"""Whether what is told is enough for an encounter: two sides, or one side and a place abroad, or a
gathering with a place.

Here: what a report needs to be the first of an encounter, and what the reports of one need to be
kept. Not here: which reports are of one encounter (`encounters`), words of encounter that report
none (`policies`).
"""

from __future__ import annotations

from reader.meetings.agreement import Encounter
from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.texts import UNNAMED
from reader.meetings.words import word

_ONE_GROUND = frozenset(("IL", "PS"))  # towns of either are no abroad for the other
_CODE, _TWO = 2, 2  # letters of a state's code
_SIDES = ("subject", "object", "pair", "genitive")
_SIDE = ("الجانب", "جانب")  # "مع الجانب التونسي": whoever that is
_MET = ("meeting", "reception", "talks")
_BEING_THERE = ("present", "head", "members", "mediator", "genitive")


def can_begin(draft: Draft) -> bool:
    """Says enough to be the first report of an encounter, of which later ones may say more."""
    if (
        draft.follows_blocked
        and draft.is_anaphoric
        and draft.parts
        and all(p.slot in _BEING_THERE for p in draft.parts)
    ):
        return False  # "حضر الاجتماع X" after "جلسة استماع"
    if draft.is_welcome and not draft.cue.with_pronoun:
        return False  # "كان في استقبال الوزير X": by itself he only stood at the airport
    if draft.kind == "visit":
        sides = max(len(draft.people), len(draft.parties))
        return bool(sides >= 2 if draft.country is None else draft.people or sides >= 2)
    if draft.cue.is_discussion and draft.is_guess:
        return False
    if _are_any_of_many(draft):
        return False
    if draft.cue.class_ == "gathering":
        return bool(draft.people or draft.parties or draft.city or draft.country)
    sides = max(len(draft.people), len(draft.parties))
    if draft.is_guess and len(draft.guess_parties) >= 2 and not draft.is_anaphoric:
        return True
    if draft.has_union and draft.cue.class_ == "event" and not draft.is_anaphoric:
        return True
    if (
        draft.cue.class_ == "talk"
        and draft.city
        and len(draft.parties) >= 2
        and (draft.parts or not draft.is_anaphoric)
    ):
        return True  # "محادثات مصرية أردنية في روما"
    placed_talks = draft.city is not None and draft.cue.class_ == "talk"
    return draft.is_anchored and (sides >= 1 or placed_talks or _are_told_by_office(draft))


def _are_any_of_many(draft: Draft) -> bool:
    """ "عقد لقاءات عديدة مع النقابات": several meetings, with nobody by name, at no place and no
    time.
    """
    several = draft.cue.part == "noun" and draft.cue.is_plural and draft.cue.class_ == "event"
    met = any(p.actor.people for p in draft.parts if p.slot in ("object", "pair", "genitive"))
    told = draft.when or draft.city or draft.country or met
    return several and not told and len([p for p in draft.parties if len(p) == _CODE]) < _TWO


def is_whole(encounter: Encounter) -> bool:
    """Its reports together tell of an encounter: two sides, or a gathering that has a place and
    somebody who is there.
    """
    drafts = encounter.drafts
    people, parties = len(encounter.people), len(encounter.parties)
    if any(draft.kind == "visit" for draft in drafts):
        return True
    gatherings = [draft for draft in drafts if draft.cue.class_ == "gathering"]
    if gatherings and parties < 2 and not any(draft.cue.sure for draft in gatherings):
        return False  # a forum, which nobody calls a summit
    if all(draft.cue.lemma == "حوار" for draft in drafts) and parties < 2:
        return False  # an interview
    if all(draft.cue.class_ == "gathering" or draft.is_anaphoric for draft in drafts) and any(
        draft.cue.class_ == "gathering" for draft in drafts
    ):
        placed = bool(encounter.cities or encounter.countries)
        told = [d for d in drafts if not d.is_setting]
        is_dated_summit = any(d.kind == "summit" and d.when is not None for d in told)
        return max(people, parties) >= 2 or (
            placed and bool(told) and (people + parties >= 1 or is_dated_summit)
        )
    if max(people, parties) >= 2 or any(_met_unnamed(d) or _are_told_by_office(d) for d in drafts):
        return True
    if parties and any(d.has_union for d in drafts):
        return bool(
            encounter.cities
            or encounter.countries
            or people
            or any(d.when is not None for d in drafts)
        )
    hosted = any(
        part.slot == "mediator" and _can_host(part.actor)
        for draft in drafts
        for part in draft.parts
    )
    return (
        bool(hosted and people and encounter.cities)
        or any(_are_talks_of_a_day(d) or _is_held_abroad(d) for d in drafts)
        or (
            any(d.is_anaphoric and d.city and d.cue.class_ == "talk" for d in drafts)
            and parties + people >= 1
        )
    )


def _are_talks_of_a_day(draft: Draft) -> bool:
    """ "المفاوضات التي ستنعقد في جنيف في 14 آب": talks with place and day are an encounter, whoever
    is to come.
    """
    when = draft.when
    is_day = when is not None and (
        bool(when.day)
        or when.weekday is not None
        or (when.latest_offset is not None and when.latest_offset == when.earliest_offset)
    )
    return draft.cue.class_ == "talk" and draft.city is not None and is_day


def _is_held_abroad(draft: Draft) -> bool:
    """ "قالت مصر خلال اجتماع في روما": who attends a meeting in another state meets others
    there.
    """
    states = {party for party in draft.parties if len(party) == 2}
    home = states | (_ONE_GROUND if states & _ONE_GROUND else set())
    elsewhere = draft.country is not None and draft.country not in home
    opened = draft.kind == "conference" and (draft.status == "ongoing" or draft.when is not None)
    told = draft.cue.class_ == "event" and (draft.kind == "meeting" or opened)
    told = told and not draft.cue.with_pronoun
    return told and bool(states) and elsewhere


def _met_unnamed(draft: Draft) -> bool:
    """ "التقى X نظيره", "الوزير الألماني", "ممثلين عن …": the other side bears no name that is
    read, and is one all the same.
    """
    sides = [part for part in draft.parts if part.slot in _SIDES]
    # "تطلع الرئيس الأردني إلى حوار مع قادة …" is a policy.
    by_office = draft.cue.part == "verb" or draft.cue.class_ == "event"
    named = [part for part in sides if part.actor.people or _is_of_state(part.actor, by_office)]
    of_named = {state for part in named for state in part.actor.countries}
    return any(
        part.slot != "genitive"
        and _is_side(part, of_named)
        and any(other.slot != part.slot or part.slot == "pair" for other in named)
        for part in sides
    )


def _are_told_by_office(draft: Draft) -> bool:
    """ "اجتماع بين رئيس البلدية ورئيس النقابة", "عقدت الوزارة لقاء مع ممثلي …": two sides that an
    article need not name.
    """
    sides = [part for part in draft.parts if part.slot in _SIDES]
    if draft.cue.part == "verb":
        told = draft.kind in _MET and not draft.cue.with_pronoun
        told = told and all(part.actor.class_ != "state" for part in sides)
        told = told and (draft.kind != "talks" or bool(draft.people))
    elif draft.cue.class_ == "talk":  # "تواصل الوزارة مشاوراتها مع النقابات"
        two = sum(part.slot == "pair" for part in sides) > 1
        told = (draft.cue.with_pronoun or two) and draft.takes_earlier_times
    else:
        one = draft.kind == "meeting" and not (draft.cue.is_plural or draft.cue.is_definite)
        one = one and any(part.slot == "subject" for part in sides)  # "عقد السفير لقاء مع …"
        told = draft.cue.class_ == "event" and bool(draft.city or draft.when or one)
    people = {person for part in sides for person in part.actor.people}
    himself = len(people) == 1 and all(part.actor.people for part in sides)
    if not told or himself:
        return False
    if any(part.actor.head in _SIDE or part.actor.clitic.endswith("ل") for part in sides):
        return False
    slots = {part.slot for part in sides}
    held_by = "genitive" if draft.cue.is_definite else "subject"  # "الاجتماع الذي عقده الوالي مع …"
    return slots >= {held_by, "object"} or (slots == {"pair"} and len(sides) > 1)


def _is_of_state(actor: Actor, by_office: bool) -> bool:
    """ "وفد أردني", "مسؤولون أردنيون"; by office also "وزير الدفاع الأردني"."""
    roles = word(actor.head).roles
    told = (by_office and "head" in roles) or (actor.class_ == "group" and "group" in roles)
    return bool(actor.countries) and told


def _is_side(part: Part, of_named: set[str]) -> bool:
    """A counterpart, a delegation, several people, or the holder of an office of another state than
    those who are named.
    """
    actor, roles = part.actor, word(part.actor.head).roles
    owners = actor.clitic.endswith("ل")  # "اجتماعات لقادة التنظيم"
    if actor.people or owners or actor.head in _SIDE:
        return False
    # "بين الأمين العام وX": whoever that is, he is one of two.
    is_holder = "head" in roles and (part.slot in ("subject", "pair") or actor.names_a_side)
    told = actor.class_ == UNNAMED or bool(roles & {"bearer", "plural", "group"}) or is_holder
    return told and not (is_holder and of_named & set(actor.countries))


def _can_host(actor: Actor) -> bool:
    """Who brings others together is a person, a state or a union, no club that holds an evening."""
    return bool(actor.people or actor.countries) or "union" in word(actor.head).roles
