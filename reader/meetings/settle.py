"""What an encounter is as a whole, once its reports are joined: kind, status, place.

Here: what a report that points back takes from the encounter, above all kind and status, and what
the rest of the article says of the place (who visits a country meets its people there; who receives
is at home). Not here: which reports are one (`encounters`); what kind the encounter is where its
reports differ, which one place decides over all articles (`dbt_project/models/marts/meetings.sql`).
"""

from __future__ import annotations

from collections import Counter

from reader.meetings.agreement import MEETINGS, Encounter
from reader.meetings.drafts import Arrival, Draft
from reader.meetings.offices import Offices
from reader.meetings.sides import is_house
from reader.meetings.words import word
from reader.text import key

_STATE_CODE, _TWO = 2, 2
_RECEIVED, _SESSION = "استقبل", "دورة"


def settle(encounters: list[Encounter], arrivals: list[Arrival] | None = None) -> None:
    """Gives every report its encounter's kind and status where it states none, and its place where
    that follows.
    """
    visits = [e for e in encounters if "visit" in e.kinds]
    for encounter in encounters:
        kind, status = _kind(encounter), _status(encounter)
        for draft in encounter.drafts:
            follows = draft.is_anaphoric or draft.is_members or draft.cue.is_discussion
            follows = follows and not _is_talks_of_its_own(draft)
            follows = follows or (draft.kind == "visit" and _is_met_on_visit(encounter))
            follows = follows or (_is_reception(encounter) and draft.kind == "meeting")
            if follows or kind == "visit":
                draft.kind = kind
            to_come = kind == "visit" and status == "planned" and draft.cue.part == "noun"
            if draft.is_members or ((draft.is_anaphoric or to_come) and draft.status == "held"):
                draft.status = status
    for encounter in encounters:
        if encounter.kinds & {"visit", "phone_call", "video_call"}:
            continue
        _place_by_visit(encounter, visits)
        _place_by_host(encounter)
        _follow_arrivals(encounter, arrivals or [])
        _follow_journey(encounter, encounters)
        _place_at_home(encounter)
        _name_state_of_house(encounter)


def _name_state_of_house(encounter: Encounter) -> None:
    """ "استقبل رئيس مجلس الوزراء X نظيره الفلسطيني Y بمطار القاهرة": the host's house is that of
    the state where he receives.
    """
    states = {party for party in encounter.parties if len(party) == _STATE_CODE}
    houses = {party for party in encounter.parties if is_house(party)}
    (here,) = encounter.countries if len(encounter.countries) == 1 else (None,)
    if len(houses) != 1 or here is None or not states or here in states:
        return
    for draft in encounter.drafts:
        draft.parties = [here if party in houses else party for party in draft.parties]
        for person, side in draft.sides.items():
            draft.sides[person] = here if side in houses else side
    encounter.parties = [here if party in houses else party for party in encounter.parties]


def name_leaders(encounters: list[Encounter], offices: Offices) -> None:
    """ "القمة بين الكوريتين": those who lead two states meet at a summit that names nobody."""
    for encounter in encounters:
        states = [party for party in encounter.parties if len(party) == _STATE_CODE]
        of_two = len(states) == len(encounter.parties) == _TWO
        if encounter.people or not of_two or {d.kind for d in encounter.drafts} != {"summit"}:
            continue
        encounter.drafts[0].people = dict.fromkeys(offices.leaders(states))


def _kind(encounter: Encounter) -> str:
    told = [d.kind for d in encounter.drafts if _says_kind(d)]
    # What they discussed where they met ("التقى …، وبحثا") does not make talks of a meeting.
    named = [d.kind for d in encounter.drafts if _says_kind(d) and not d.cue.is_discussion]
    told = named if set(named) - {"visit"} else told
    own = [d for d in encounter.drafts if _says_kind(d)]
    if own and all(d.is_purpose or d.kind == "visit" for d in own):
        return "visit"
    visit = any(d.kind == "visit" for d in encounter.drafts)
    purposes = sum(
        d.in_visit and d.cue.class_ == "event" and not d.is_anaphoric for d in encounter.drafts
    )
    if visit and purposes and told.count("meeting") <= purposes and "talks" not in told:
        return "visit"  # "يزور … للقاء …"
    told = [
        kind for kind in told if kind != "visit"
    ] or told  # a visit and the talks it was for: the talks
    # Where all point back ("القمة الأولى في روما", then "اللقاء"): what the first calls it.
    votes = Counter(told or [encounter.drafts[0].kind])
    if _is_reception(encounter):
        return "reception"
    # Of equals the first that is told; but talks of two who are named beside them ("المباحثات التي
    # أجراها X مع Y") say more of a meeting than that it was one.
    both = any(d.kind == "talks" and d.is_anaphoric and len(d.people) > 1 for d in encounter.drafts)
    both = both or "reception" in votes
    return max(votes, key=lambda kind: (votes[kind], both and kind == "talks"))


def _is_reception(encounter: Encounter) -> bool:
    """ "استقبل X Y" says more than that they met, however often that is told."""
    told = {draft.kind for draft in encounter.drafts if _says_kind(draft)} - {"visit"}
    received = any(d.cue.lemma == _RECEIVED and not d.in_visit for d in encounter.drafts)
    return received and "reception" in told and told <= {"reception", "meeting"}


def _is_met_on_visit(encounter: Encounter) -> bool:
    """ "زار بغداد والتقى الوزير": the meeting is what is told; of "زيارة … التقى خلالها", "والتقى
    مقاتلين" or of several meetings it is the visit."""
    guests = {person for person, role in encounter.people.items() if role == "guest"}
    met_nobody_named = bool(guests) and not encounter.people.keys() - guests
    met = [
        d
        for d in encounter.drafts
        if d.kind in MEETINGS and not (d.in_visit or d.is_anaphoric or d.is_members or d.is_guess)
    ]
    hosts = {frozenset(d.people) - guests for d in met}
    return not met_nobody_named and len(hosts) == 1


def _is_talks_of_its_own(draft: Draft) -> bool:
    """ "المحادثات التي عقدت في أثينا" after "لقاء": so told, they were talks; "تناولت المحادثات"
    says nothing of it.
    """
    return draft.cue.class_ == "talk" and draft.city is not None and not draft.is_guess


def _says_kind(draft: Draft) -> bool:
    return (
        not draft.is_members
        and not draft.is_guess
        and (not draft.is_anaphoric or len(draft.people) >= 2)
    )


def _status(encounter: Encounter) -> str:
    told = [d.status for d in encounter.drafts if not d.is_anaphoric and not d.is_members]
    votes = Counter(told or [d.status for d in encounter.drafts])
    if votes["planned"] == votes["held"] > 0 and _is_named_ahead(encounter):
        return "planned"
    return votes.most_common(1)[0][0]


def _is_named_ahead(encounter: Encounter) -> bool:
    """ "زيارة X", then "الزيارة المرتقبة": the first noun says nothing of its time."""
    held = [d for d in encounter.drafts if d.status == "held"]
    planned = [d for d in encounter.drafts if d.status == "planned"]
    if all(d.cue.tense == "present" for d in held):
        return True  # "يلتقي X Y", then "قبيل لقائهما"
    return all(d.cue.part == "noun" for d in held) and any(
        d.cue.part == "noun" and d.cue.is_definite for d in planned
    )


def _place_by_visit(encounter: Encounter, visits: list[Encounter]) -> None:
    """A guest who is said to visit a state meets its people there."""
    if encounter.cities:
        return
    planned = encounter.statuses <= {"planned", "cancelled"}
    for visit in visits:
        country = next((d.country for d in visit.drafts if d.country), None)
        if country is None or (encounter.countries and country not in encounter.countries):
            continue
        guests = {person for person, role in visit.people.items() if role == "guest"}
        shared = guests & set(encounter.people) or (
            not guests and set(visit.parties) & set(encounter.parties) - {country}
        )
        if not shared or (country not in encounter.parties and country not in encounter.countries):
            continue
        if planned and not visit.statuses & {"planned", "ongoing", "held"}:
            continue
        city = next((d.city for d in visit.drafts if d.city and d.country == country), None)
        _set_place(encounter.drafts, city, country)
        return


def _follow_arrivals(encounter: Encounter, arrivals: list[Arrival]) -> None:
    """Who has come to a country meets its people there, in the town that is named, where all
    arrivals agree on it.
    """
    held = bool(encounter.statuses & {"held", "ongoing"})
    known = encounter.countries | set(encounter.parties)
    found = [
        (a.country, a.city)
        for a in arrivals
        if (a.is_past or not held)
        and a.people & encounter.people.keys()
        and a.country is not None
        and a.country in known
    ]
    states = {country for country, _ in found}
    if len(states) == 1 and not encounter.cities and encounter.countries <= states:
        cities = {city for _, city in found if city}
        _set_place(encounter.drafts, _only(cities), states.pop())


def _place_by_host(encounter: Encounter) -> None:
    """Who receives a guest of another state is at home."""
    if encounter.countries or not any(draft.kind == "reception" for draft in encounter.drafts):
        return
    for draft in encounter.drafts:
        hosts = {
            draft.sides.get(person) for person, role in draft.people.items() if role == "host"
        } - {None}
        guests = set(draft.parties) - hosts
        if draft.kind == "reception" and len(hosts) == 1 and guests:
            (host,) = hosts
            if host is not None and len(host) == 2:
                _set_place(encounter.drafts, None, host)
                return


def _follow_journey(encounter: Encounter, encounters: list[Encounter]) -> None:
    """Who is told of as meeting others in one foreign state, or in one town of it, meets everybody
    there.
    """
    if encounter.cities or encounter.statuses & {"planned", "cancelled"}:
        return
    for person in encounter.people:
        own = {d.sides.get(person) for d in encounter.drafts}
        others = [
            e
            for e in encounters
            if e is not encounter
            and person in e.people
            and e.countries
            and not e.statuses & {"planned", "cancelled"}
        ]
        states = {state for e in others for state in e.countries} - own
        if len(states) != 1 or not all(e.countries == states for e in others):
            continue
        if encounter.countries <= states:
            cities = {city for e in others for city in e.cities}
            city = _only(cities) if all(e.cities for e in others) else None
            _set_place(encounter.drafts, city, next(iter(states)))
            return


def _place_at_home(encounter: Encounter) -> None:
    """People who all act for one state meet in it, where nothing else is said."""
    if any(d.kind == "summit" or d.cue.lemma == _SESSION for d in encounter.drafts):
        return  # of many, whoever of them is named
    if any(part.actor.is_mate for d in encounter.drafts for part in d.parts):
        return  # "نظيره" is of another state
    states = {party for party in encounter.parties if len(party) == 2}
    bodies = [party for party in encounter.parties if len(party) > 2]
    if any("union" in word(key(body).split()[0]).roles for body in bodies):
        return  # of many states
    if any(is_house(body) for body in bodies):
        return  # of a state that is not told
    if len(states) == 1 and len(encounter.people) + len(bodies) >= 2 and not encounter.countries:
        _set_place(encounter.drafts, None, states.pop())


def _only(values: set[str]) -> str | None:
    """The one there is, None of none or of several."""
    return next(iter(values)) if len(values) == 1 else None


def _set_place(drafts: list[Draft], city: str | None, country: str) -> None:
    for draft in drafts:
        if draft.city is None and draft.country in (None, country):
            draft.city, draft.country = city, country
