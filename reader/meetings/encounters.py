"""Which reports of one article tell of the same encounter.

Here: joining of drafts by people, parties, kind, status, place and by words that point back ("خلال
اللقاء"). Not here: what is enough for an encounter (`enough`), joining over articles
(`dbt_project/solvers/meetings.py`).
"""

from __future__ import annotations

from reader.meetings.agreement import (
    CALLS,
    GATHERINGS,
    MEETINGS,
    TO_COME,
    Encounter,
    days_differ,
    kinds_agree,
    places_agree,
    statuses_agree,
)
from reader.meetings.drafts import Draft
from reader.meetings.enough import can_begin, is_whole
from reader.meetings.phrases import Actor
from reader.meetings.words import word

_CAME = ("genitive", "present", "members", "spoke")  # slots behind a word of attendance
_OPENING = 2  # sentences
_PAIR = 2  # people
_NEAR = 3  # sentences between a visit and the meeting it was for


def join(drafts: list[Draft]) -> list[Encounter]:
    """Encounters of an article, in the order of their first report. Drafts that point back to
    nothing are left out.
    """
    encounters: list[Encounter] = []
    for draft in drafts:
        welcomed = _visit_of(encounters, draft) if draft.is_welcome else None
        target = welcomed or _target(encounters, draft) or _visit_before(encounters, draft)
        if target is None:
            if draft.is_members or not can_begin(draft):
                continue
            if draft.is_guess:
                draft.people |= dict.fromkeys(draft.guess_people)
                draft.parties += [
                    party for party in draft.guess_parties if party not in draft.parties
                ]
            target = Encounter()
            encounters.append(target)
        target.add(draft)
        _take_visit(encounters, target, draft)
    _join_visits(encounters)
    _share_margins(encounters)
    return [encounter for encounter in encounters if is_whole(encounter)]


def _share_margins(encounters: list[Encounter]) -> None:
    """What is held on the margins of a gathering is where the gathering is: either takes the place
    that the other states.
    """
    for gathering in encounters:
        for draft in gathering.drafts:
            if not draft.is_setting:
                continue
            for beside in encounters:
                if beside is gathering or beside.kinds & (CALLS | {"visit"}):
                    continue
                if not any(d.sentence == draft.sentence for d in beside.drafts):
                    continue
                if gathering.countries and not beside.countries:
                    _take_place(beside, gathering)
                elif beside.cities and not gathering.countries:
                    _take_place(gathering, beside)


def _take_place(encounter: Encounter, other: Encounter) -> None:
    place = next((d for d in other.drafts if d.city), None) or next(
        d for d in other.drafts if d.country
    )
    for draft in encounter.drafts:
        if draft.country is None:
            draft.city, draft.country = place.city, place.country


def _visit_before(encounters: list[Encounter], draft: Draft) -> Encounter | None:
    """The visit of the same sentence of which a meeting is told as a part ("زيارة … التقى فيها
    …").
    """
    if not draft.in_visit and not draft.is_of_visit:
        return None
    for encounter in reversed(encounters):
        if not draft.in_visit and encounter.kinds != {"visit"}:
            continue
        if any(d.kind == "visit" and d.sentence == draft.sentence for d in encounter.drafts):
            return encounter
    return None


def _visit_of(encounters: list[Encounter], draft: Draft) -> Encounter | None:
    """The visit of the guest who is welcomed, of which the welcome is a part."""
    guests = {person for person, role in draft.people.items() if role == "guest"}
    visits = (e for e in encounters if e.kinds == {"visit"} and guests & e.people.keys())
    visit = next(visits, None)
    if visit is not None:
        draft.kind = "visit"
    return visit


def _take_visit(encounters: list[Encounter], target: Encounter, draft: Draft) -> None:
    """A visit told in the same breath as the meeting it was for ("زيارة … التقى خلالها …") is that
    meeting.
    """
    visit = _visit_before(encounters, draft)
    if visit is not None and draft.in_visit and draft.country is None:
        where = next((d for d in visit.drafts if d.kind == "visit" and d.country), draft)
        draft.city, draft.country = where.city, where.country
    if (
        visit is not None
        and visit is not target
        and visit.kinds == {"visit"}
        and max(len(draft.people), len(draft.parties)) >= 2
    ):
        for part in visit.drafts:
            if part.country not in draft.parties:  # where others met is no side
                part.parties = [party for party in part.parties if party in draft.parties]
            target.add(part)
        encounters.remove(visit)


def _join_visits(encounters: list[Encounter]) -> None:
    """A visit of which nothing more is told, by the one encounter on it, than that it was paid is
    that encounter.
    """
    for visit in [e for e in encounters if e.kinds == {"visit"}]:
        found = [e for e in encounters if e is not visit and _is_on_visit(e, visit)]
        if len(found) != 1 or not _follows(visit, found[0]):
            continue
        _take_place(found[0], visit)
        for draft in visit.drafts:
            if draft.is_arrival:
                draft.when = None  # the day of coming is not that of the meeting
            found[0].add(draft)
        encounters.remove(visit)


def _follows(visit: Encounter, meeting: Encounter) -> bool:
    """Told in the same sentence, or right behind it, or spoken of again; or the visit is named and
    then whom the guest met on it.
    """
    first = visit.drafts[0].sentence
    sentences = {draft.sentence for draft in meeting.drafts}
    beside = sentences & {draft.sentence for draft in visit.drafts}
    again = any(draft.is_told_again for draft in visit.drafts) and min(sentences) < first
    return bool(beside) or again or first - 1 in sentences or 0 < min(sentences) - first <= _NEAR


def _is_on_visit(encounter: Encounter, visit: Encounter) -> bool:
    """The guest met somebody of the state visited, there, as far as is told, on a day of the
    visit.
    """
    state = next((draft.country for draft in visit.drafts if draft.country), None)
    guests = _guests(visit.people)
    if not visit.people and not encounter.kinds & (CALLS | {"visit"}):
        return _is_of_same_breath(encounter, visit, state)
    return (
        encounter.kinds <= MEETINGS
        and state in encounter.parties
        and encounter.countries <= {state}
        and bool(guests)
        and not any(draft.is_errand for draft in visit.drafts)
        and guests <= encounter.people.keys()
        and (
            bool(encounter.statuses & TO_COME) == bool(visit.statuses & TO_COME)
            or any(d.cue.tense == "present" for d in visit.drafts)  # "يزور X بغداد … قبل لقائه Y"
        )
        and not any(days_differ(encounter, d) for d in visit.drafts if not d.is_arrival)
    )


def _is_of_same_breath(encounter: Encounter, visit: Encounter, state: str | None) -> bool:
    """ "التقى X Y خلال زيارة إلى أثينا": a visit of which only the states are told, in the sentence
    in which they meet.
    """
    return (
        state in encounter.parties
        and encounter.countries <= {state}
        and set(visit.parties) <= set(encounter.parties)
        and visit.drafts[0].sentence in {draft.sentence for draft in encounter.drafts}
        and bool(encounter.statuses & TO_COME) == bool(visit.statuses & TO_COME)
    )


def _target(encounters: list[Encounter], draft: Draft) -> Encounter | None:
    best: tuple[float, Encounter] | None = None
    told = sorted(encounters, key=lambda e: e.drafts[-1].sentence)  # whatever was told last
    for distance, encounter in enumerate(reversed(told)):
        if draft.other_than is not None and any(d is draft.other_than for d in encounter.drafts):
            continue
        score = _likeness(encounter, draft)
        if score > 0 and (best is None or score - 0.01 * distance > best[0]):
            best = (score - 0.01 * distance, encounter)
    return best[1] if best else None


def _likeness(encounter: Encounter, draft: Draft) -> float:
    """0 where draft and encounter cannot be one; else how much speaks for it."""
    if draft.is_members:
        return _likeness_of_members(encounter, draft)
    points_back = draft.cue.is_discussion or draft.is_anaphoric or _is_told_twice(encounter, draft)
    only_came = all(role == "member" for role in draft.people.values())
    is_guess = points_back and draft.is_guess and only_came
    if is_guess and encounter.kinds != {"visit"} and places_agree(encounter, draft):
        return _likeness_of_guess(encounter, draft)
    if _is_one_of_several(encounter, draft) or _is_of_a_member(encounter, draft):
        return 0.0
    if any(_is_with_another(other, draft) for other in encounter.drafts):
        return 0.0
    if not kinds_agree(encounter, draft) or not places_agree(encounter, draft):
        return 0.0
    if _is_of_before(encounter, draft):
        return 0.0
    if _is_same_journey(encounter, draft):
        return 1.5
    same_status = statuses_agree(encounter, draft)
    tells_after = draft.is_anaphoric and not draft.people and draft.status not in TO_COME
    same_status = same_status or _is_summed_up(encounter, draft)
    same_status = same_status or _was_announced(encounter, draft)
    if not (same_status or tells_after) or days_differ(encounter, draft):
        return 0.0
    return _likeness_of_anaphor(
        encounter, draft, 1.0 if same_status else 0.4
    ) or _likeness_of_sides(encounter, draft)


def _is_summed_up(encounter: Encounter, draft: Draft) -> bool:
    """ "جولة جديدة تنطلق في روما بين X وY", then "انطلقت …": a summary and the sentence that it
    sums up, by kind, town and sides.
    """
    opening = draft.sentence <= _OPENING and encounter.drafts[0].sentence == 0
    told = (
        draft.city is not None and draft.city in encounter.cities and draft.kind in encounter.kinds
    )
    several = len(draft.parties) > 1 and set(draft.parties) == set(encounter.parties)
    return opening and told and several


def _was_announced(encounter: Encounter, draft: Draft) -> bool:
    """ "اجتمع X وY", then "اللقاء المرتقب بين X وY", or the other way round: the same, announced
    and held, unless it has a day of its own or comes "again".
    """
    parties = set(draft.parties)
    same_two = len(draft.people) > 1 and draft.people.keys() == encounter.people.keys()
    same_states = len(parties) > 1 and parties == set(encounter.parties) and bool(draft.people)
    return (
        (same_two or (same_states and draft.people.keys() <= encounter.people.keys()))
        and (draft.kind in encounter.kinds or draft.cue.class_ != "talk")
        and draft.when is None
        and draft.other_than is None
        and "cancelled" not in {draft.status, *encounter.statuses}
    )


def _is_told_twice(encounter: Encounter, draft: Draft) -> bool:
    """The meeting "بين البلدين" that headline and text tell of in the same words, without
    people.
    """
    same_two = set(draft.guess_parties) == set(encounter.parties)
    nobody = not (encounter.people or draft.guess_people)
    agree = statuses_agree(encounter, draft) and not days_differ(encounter, draft)
    return same_two and nobody and agree


def _is_of_before(encounter: Encounter, draft: Draft) -> bool:
    """ "وكان الرئيس أجرى اتصالا بنظيره في شباط": not the call that is the news, of which no day is
    told.
    """
    undated = all(d.when is None for d in encounter.drafts)
    is_news = encounter.drafts[0].sentence <= 2
    return draft.is_earlier and bool(draft.people) and undated and is_news


def _likeness_of_guess(encounter: Encounter, draft: Draft) -> float:
    """ "المحادثات بين الجانبين", which names neither: what is told of already, if two sides or the
    town are known.
    """
    known = len(encounter.parties) >= 2 or draft.city in encounter.cities
    return 0.9 if known and kinds_agree(encounter, draft) else 0.0


def _is_one_of_several(encounter: Encounter, draft: Draft) -> bool:
    """ "Several meetings" are not the one that names people."""
    return bool(draft.people) and all(
        d.cue.is_plural and not d.cue.is_definite and not d.people for d in encounter.drafts
    )


def _is_of_a_member(encounter: Encounter, draft: Draft) -> bool:
    """ "التقى الرئيس X، بحضور الوزير Y", then "محادثات Y مع X": Y's own, without the president."""
    if len(draft.people) < 2 or draft.is_members or draft.is_anaphoric:
        return False
    sides = {p: side for d in encounter.drafts for p, side in d.sides.items()}
    for person, role in draft.people.items():
        if role == "member" or encounter.people.get(person) != "member":
            continue
        heads = (p for p, other in encounter.people.items() if other != "member" and p != person)
        if any(sides.get(p) == sides.get(person) and p not in draft.people for p in heads):
            return True
    return False


def _is_with_another(one: Draft, other: Draft) -> bool:
    """ "يلتقي X يوم الجمعة Y", "يلتقي X في 31 أيار Z": each with a day of its own."""
    if one.when is None or other.when is None or one.is_members or other.is_members:
        return False
    mine, theirs = one.people.keys(), other.people.keys()
    pairs = len(mine) == len(theirs) == _PAIR and len(mine & theirs) == 1
    return pairs and {"phone_call", "visit"}.isdisjoint((one.kind, other.kind))


def _is_same_journey(encounter: Encounter, draft: Draft) -> bool:
    """Visits of one guest to one state."""
    return (
        draft.kind == "visit"
        and "visit" in encounter.kinds
        and draft.country in encounter.countries
        and bool(_guests(draft.people) & _guests(encounter.people))
    )


def _guests(people: dict[int, str | None]) -> set[int]:
    return {person for person, role in people.items() if role == "guest"}


def _likeness_of_anaphor(encounter: Encounter, draft: Draft, certain: float) -> float:
    """A report that points back ("خلال اللقاء") and names nobody new, or only who was there too."""
    if not draft.is_anaphoric:
        return 0.0
    mine, theirs = set(draft.people), set(encounter.people)
    within = set(draft.parties) - set(draft.came) <= set(encounter.parties)
    if mine <= theirs and within:
        return certain + len(mine)
    # "اللقاء" of which so far nothing but "اللقاء" was told is the same, whoever is said to have
    # been there.
    so_far = not theirs and {d.cue.lemma for d in encounter.drafts} == {draft.cue.lemma}
    bare = so_far and all(d.is_anaphoric for d in encounter.drafts)
    same = within or encounter.kinds & GATHERINGS or bare or _met_nobody_by_name(encounter)
    same = same or _lists_who_came(encounter, draft)
    return 0.9 if _only_adds(draft) and same else 0.0


def _lists_who_came(encounter: Encounter, draft: Draft) -> bool:
    """ "حضر اللقاء السفير X", soon behind the meeting: of that, whatever state the ambassador is
    of.
    """
    near = draft.sentence - encounter.drafts[-1].sentence <= _NEAR
    attended = draft.cue.class_ == "event" and not (draft.when or draft.city)
    known = bool(encounter.people) or any(d.has_union for d in encounter.drafts)
    return (
        known
        and near
        and attended
        and all(part.slot in _CAME or part.actor.class_ == "group" for part in draft.parts)
    )


def _met_nobody_by_name(encounter: Encounter) -> bool:
    """Whom somebody met are people without names ("اجتماع الرئيس مع الأطراف"): those who then came
    are they.
    """
    met = [
        part.actor for draft in encounter.drafts for part in draft.parts if part.slot == "object"
    ]
    return bool(met) and not any(actor.names_someone for actor in met)


def _likeness_of_sides(encounter: Encounter, draft: Draft) -> float:
    """By who is named on both sides, where at least one names somebody."""
    nobody_yet = not encounter.people and not encounter.parties
    gatherings = draft.cue.class_ == "gathering" and encounter.kinds <= GATHERINGS
    common = draft.people.keys() & encounter.people.keys()
    if nobody_yet and draft.cue.class_ == "talk":
        return 0.6
    sentences = draft.sentence - encounter.drafts[0].sentence
    if nobody_yet and draft.has_union and encounter.kinds <= GATHERINGS and sentences <= _NEAR:
        return 0.6  # "قمة طارئة في أبوجا", then "اجتمع قادة المجموعة"
    if gatherings and not common and draft.city and draft.city in encounter.cities:
        return 0.8
    if gatherings and not common and _bear_one_name(encounter, draft):
        return 0.8
    if not draft.people:
        return _likeness_by_parties(encounter, draft)
    if nobody_yet:
        of_many = any(d.has_union for d in encounter.drafts)
        fits = draft.cue.class_ in ("talk", "gathering") or of_many
        return 0.6 if draft.is_anaphoric and fits else 0.0
    if not encounter.people:
        enough = len(encounter.parties) > 1 or _names_it_again(encounter, draft)
        return 0.7 if enough and _all_in(encounter.parties, draft.parties) else 0.0
    if len(draft.people) == 1 or len(encounter.people) == 1:
        return _likeness_by_person(encounter, draft) if common else 0.0
    return 1.0 + len(common) if len(common) >= 2 else 0.0


def _names_it_again(encounter: Encounter, draft: Draft) -> bool:
    """ "جلسة بين الوزارة والاتحاد", then "الجلسة التي جمعت X، رئيس الاتحاد، …": the same noun,
    definite now.
    """
    again = draft.cue.is_definite and not draft.cue.with_pronoun and bool(encounter.parties)
    return again and any(d.cue.lemma == draft.cue.lemma for d in encounter.drafts)


def _bear_one_name(encounter: Encounter, draft: Draft) -> bool:
    """ "في قمة بريكس" of one who spoke there and of another."""
    name = draft.name.split()
    return len(name) > 1 and any(
        other[: len(name)] == name[: len(other)]
        for other in (d.name.split() for d in encounter.drafts)
        if len(other) > 1
    )


def _likeness_by_parties(encounter: Encounter, draft: Draft) -> float:
    """The draft names states or organisations only."""
    parties, others = set(draft.parties), set(encounter.parties)
    gathers = draft.cue.class_ == "gathering" and not encounter.kinds & GATHERINGS
    if gathers and len(parties | others) == 1:
        return 0.0  # "دعت روسيا إلى حوار", then "تستضيف روسيا قمة": one state alone makes none one
    acts = draft.cue.part == "verb" and any(part.slot == "subject" for part in draft.parts)
    if len(parties) == 1 and acts and len(encounter.people) > 1:
        return 0.0  # "اتصل X بـY", then "اتصل رئيس الأركان بنظرائه": others of the same state
    if len(parties) == 1 and parties < others and draft.city and draft.city in encounter.cities:
        return 0.7
    if _is_of_same_town(encounter, draft) and (not parties or not others or parties & others):
        return 0.7
    of_many = draft.has_union and any(d.has_union for d in encounter.drafts)
    if len(parties) == 1 and parties < others and of_many:
        return 0.7  # "اجتماع الفصائل", of which was told with somebody who goes there
    if parties and (parties == others or (len(parties) >= 2 and parties <= others)):
        return 0.8
    return 0.0


def _is_of_same_town(encounter: Encounter, draft: Draft) -> bool:
    """ "محادثات في جنيف", then "اجتماع جنيف", neither of named people."""
    told = draft.cue.part == "noun" and draft.cue.class_ in ("event", "talk")
    return told and draft.city in encounter.cities and not encounter.people


def _likeness_by_person(encounter: Encounter, draft: Draft) -> float:
    """One of them names one person only, whom the other names, too: the sides have to agree."""
    parties, others = set(draft.parties), set(encounter.parties)
    agree = parties <= others or others <= parties
    if len(draft.people) == 1 and len(encounter.people) == 1:
        if _met_several(encounter):
            return 0.0
        if max(draft.sentence, encounter.drafts[0].sentence) <= 2 and agree:
            return 0.8  # a summary and the sentence it sums up
        if agree and any(_is_group_told_of(part.actor) for part in draft.parts):
            return 0.9
        if agree and _names_it_again(encounter, draft):
            return 0.9
        return 1.0 if parties == others and len(parties) >= 2 else 0.0
    enough = min(len(parties), len(others)) >= 2 or draft.is_anaphoric
    return 1.0 if agree and enough else 0.0


def _met_several(encounter: Encounter) -> bool:
    """ "استقبل X عددا من نظرائه": whom of them he met alone is told behind."""
    met = [p.actor for d in encounter.drafts for p in d.parts if p.slot == "object"]
    return any(actor.head.startswith("نظراي") and not actor.people for actor in met)


def _is_group_told_of(actor: Actor) -> bool:
    """ "المفتشون": those of whom was told, if they are nobody by name."""
    told = actor.head.startswith("ال") and not actor.names_someone
    return told and bool(word(actor.head).roles & {"plural", "group"})


def _all_in(parties: list[str], others: list[str]) -> bool:
    return set(parties) <= set(others)


def _likeness_of_members(encounter: Encounter, draft: Draft) -> float:
    if draft.is_speech:
        near = draft.sentence - encounter.drafts[-1].sentence <= _NEAR
        return 0.8 if near and encounter.kinds & GATHERINGS else 0.0
    if (
        encounter.kinds <= {"visit"}
        and draft.parties
        and not set(draft.parties) & set(encounter.parties)
    ):
        return 0.0
    if draft.parties and set(draft.parties) & set(encounter.parties):
        held = not encounter.statuses <= {"planned", "cancelled"}
        return 1.0 + 0.3 * held + 0.2 * len(set(draft.people) & set(encounter.people))
    if encounter.kinds & GATHERINGS or not draft.parties:
        return 0.8
    return 0.5 if any(len(party) > 2 for party in draft.parties) else 0.0


def _only_adds(draft: Draft) -> bool:
    """Names people who were present at the encounter it points back to ("حضر اللقاء …"), and nobody
    whom others met.
    """
    met = any(part.slot == "object" and part.actor.people for part in draft.parts)
    return (
        not met
        and all(role in ("member", "head_of_delegation", None) for role in draft.people.values())
        and any(
            part.slot in ("present", "members", "head", "genitive", "subject", "spoke")
            for part in draft.parts
        )
    )
