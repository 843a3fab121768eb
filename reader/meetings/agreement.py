"""An encounter as far as its reports tell, and whether another report can be of it.

Here: what reports of one encounter have to agree in: kind, status, place, day. Not here: who took
part, which tells which reports are one (`encounters`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.document import When
from reader.meetings.drafts import Draft

_TWO = 2
MEETINGS = frozenset(("meeting", "talks", "reception"))
GATHERINGS = frozenset(("summit", "conference"))
CALLS = frozenset(("phone_call", "video_call"))
TO_COME = frozenset(("planned", "cancelled"))
#: What a noun that points back can mean.
_POINTS_TO = {
    "لقاء": MEETINGS | {"summit"},
    "اجتماع": MEETINGS | GATHERINGS | {"video_call"},
    "جلسة": MEETINGS | GATHERINGS,
    "استقبال": frozenset(("reception",)),
    "قمة": frozenset(("summit",)),
    "مؤتمر": frozenset(("conference",)),
    "منتدى": frozenset(("conference",)),
    "ندوة": frozenset(("conference",)),
    "زيارة": frozenset(("visit",)),
    "حوار": frozenset(("talks", "conference")),
    "مفاوضات": frozenset(("talks", "conference", "summit")),
    "اتصال": CALLS,
    "مكالمة": CALLS,
}


@dataclass(slots=True, eq=False)
class Encounter:
    """Drafts that tell of one encounter."""

    drafts: list[Draft] = field(default_factory=list)
    people: dict[int, str | None] = field(default_factory=dict)
    parties: list[str] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Takes a draft in, without a place that cannot be its own."""
        if draft.country and self.countries and _is_country_of_side(self, draft):
            draft.country = None
        spoken_of = draft.cue.class_ == "talk" and draft.is_anaphoric and not draft.people
        if spoken_of and self.drafts and self.kinds <= GATHERINGS and not self.parties:
            draft.parties = []  # "مؤتمر مدريد", then "المفاوضات مع إيران": no sides of the congress
        self.drafts.append(draft)
        for person, role in draft.people.items():
            if self.people.get(person) is None:
                self.people[person] = role
        self.parties += [party for party in draft.parties if party not in self.parties]

    @property
    def kinds(self) -> set[str]:
        return {draft.kind for draft in self.drafts}

    @property
    def statuses(self) -> set[str]:
        return {draft.status for draft in self.drafts}

    @property
    def cities(self) -> set[str]:
        return {draft.city for draft in self.drafts if draft.city}

    @property
    def countries(self) -> set[str]:
        return {draft.country for draft in self.drafts if draft.country}


def places_agree(encounter: Encounter, draft: Draft) -> bool:
    if draft.city and encounter.kinds <= CALLS:
        return False
    if draft.city and encounter.cities:
        return (
            draft.city in encounter.cities
            or not draft.country
            or (draft.country in encounter.countries and draft.kind == "visit")
        )
    if draft.country and encounter.countries:
        return draft.country in encounter.countries or _is_country_of_side(encounter, draft)
    return True


def _is_country_of_side(encounter: Encounter, draft: Draft) -> bool:
    """ "غضب في ليبيا من لقاء X وY", after "التقى X Y في روما": the same two met abroad, and one is
    at home there.
    """
    return (
        draft.city is None
        and draft.when is None
        and draft.country in draft.parties
        and draft.country not in encounter.countries
        and len(draft.people) >= 2
        and draft.people.keys() <= encounter.people.keys()
        and not encounter.countries & set(encounter.parties)
    )


def days_differ(encounter: Encounter, draft: Draft) -> bool:
    when = draft.when
    if when is None:
        return False
    for other in (d.when for d in encounter.drafts):
        if other is None:
            continue
        for part in ("year", "month", "weekday"):
            a, b = getattr(when, part), getattr(other, part)
            if a is not None and b is not None and a != b:
                return True
        days = [day for day in (when.day, other.day) if day is not None]
        if len(days) == 2 and max(days) > min(_last_day(when), _last_day(other)):
            return True
        if (
            when.earliest_offset is not None
            and other.earliest_offset is not None
            and (when.latest_offset or 0) < other.earliest_offset
        ):
            return True
    return False


def _last_day(when: When) -> int:
    """Of several days ("نهاية الشهر"); the day itself of one."""
    return when.last_day or when.day or 0


def kinds_agree(encounter: Encounter, draft: Draft) -> bool:
    kinds = encounter.kinds
    if draft.kind in kinds:
        return True
    if draft.kind == "conference" and draft.cue.class_ == "event":
        # "الاجتماع الوزاري" is not the two ministers' meeting, but may be the talks of three states
        states = set(draft.parties)
        return bool(kinds & GATHERINGS) or (len(states) > _TWO and states == set(encounter.parties))
    if draft.kind in CALLS:
        return bool(kinds & CALLS)
    if kinds <= CALLS and draft.people:  # "بحث الوزيران" on the telephone
        return draft.cue.is_discussion and set(draft.people) == set(encounter.people)
    if _is_gathering_of_states(draft) and not kinds & GATHERINGS and len(encounter.parties) < 3:
        return False
    if draft.is_anaphoric and draft.cue.part == "noun":
        return bool(kinds & _POINTS_TO.get(draft.cue.lemma, MEETINGS | GATHERINGS | CALLS))
    if draft.kind in MEETINGS and kinds & (MEETINGS | {"summit"}):
        return True
    if (
        not draft.people
        and not encounter.people
        and draft.kind in MEETINGS | {"visit"}
        and kinds & (MEETINGS | {"visit"})
    ):
        return True
    if draft.cue.is_discussion and draft.is_anaphoric:
        return bool(kinds - {"visit"})
    if draft.kind == "summit" and kinds & MEETINGS:
        return True
    return draft.kind in GATHERINGS and bool(kinds & GATHERINGS) and draft.cue.lemma != "مؤتمر"


def _is_gathering_of_states(draft: Draft) -> bool:
    """ "حضر الوزير الاجتماع الدولي": no talks of two that were told before, however definite."""
    return draft.kind == "conference" and draft.cue.lemma == "اجتماع" and bool(draft.people)


def statuses_agree(encounter: Encounter, draft: Draft) -> bool:
    """Both are to come (or were called off), or neither. What is to come on a visit that goes on is
    not the visit.
    """
    visit = {d.status for d in encounter.drafts if d.kind == "visit"} if draft.people else set()
    # "في زيارة يستقبله خلالها Y غدا": who says so of the same two tells of that
    met = [d for d in encounter.drafts if d.kind != "visit" and d.status == draft.status]
    if draft.people and any(draft.people.keys() <= d.people.keys() for d in met):
        return True
    to_come = bool((visit or encounter.statuses) & TO_COME)
    present = draft.cue.tense == "present" or any(
        d.cue.tense == "present" for d in encounter.drafts
    )
    if draft.kind == "visit" and present:
        return True
    # "يلتقي X Y اليوم" at the head of an article may be of what is to come
    if all(d.cue.tense == "present" for d in encounter.drafts) or draft.cue.tense == "present":
        return True
    return (draft.status in TO_COME) == to_come
