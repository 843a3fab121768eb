"""Which reports of one article tell of the same encounter.

Here: joining of drafts by people, parties, kind, status, place and by words that point back ("خلال اللقاء"). Not here: joining over
articles (`dbt_project/solvers/meetings.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.meetings.frames import Draft

_MEETINGS = frozenset(("meeting", "talks", "reception"))
_GATHERINGS = frozenset(("summit", "conference"))
_CALLS = frozenset(("phone_call", "video_call"))
#: What a noun that points back can mean.
_POINTS_TO = {
    "لقاء": _MEETINGS | {"summit"},
    "اجتماع": _MEETINGS | _GATHERINGS | {"video_call"},
    "جلسة": _MEETINGS | _GATHERINGS,
    "استقبال": frozenset(("reception",)),
    "قمة": frozenset(("summit",)),
    "مؤتمر": frozenset(("conference",)),
    "منتدى": frozenset(("conference",)),
    "ندوة": frozenset(("conference",)),
    "زيارة": frozenset(("visit",)),
    "اتصال": _CALLS,
    "مكالمة": _CALLS,
}


@dataclass(slots=True)
class Encounter:
    """Drafts that tell of one encounter."""

    drafts: list[Draft] = field(default_factory=list)
    people: dict[int, str | None] = field(default_factory=dict)
    parties: list[str] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Takes a draft in."""
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


def join(drafts: list[Draft]) -> list[Encounter]:
    """Encounters of an article, in the order of their first report. Drafts that point back to nothing are left out."""
    encounters: list[Encounter] = []
    for draft in drafts:
        target = _target(encounters, draft)
        if target is None:
            if not _stands_alone(draft):
                continue
            target = Encounter()
            encounters.append(target)
        target.add(draft)
    return encounters


def _stands_alone(draft: Draft) -> bool:
    """Says enough by itself to be an encounter."""
    sides = max(len(draft.people), len(draft.parties))
    if draft.kind == "visit":
        return bool(draft.people or len(draft.parties) >= 2) and bool(draft.country)
    if draft.cue.class_ == "gathering":
        return sides >= 2 or (draft.city is not None and not draft.is_setting and sides >= 1)
    if not draft.is_anchored:
        return False
    if sides >= 2 or (draft.people and draft.city and any(part.slot == "mediator" for part in draft.parts)):
        return True
    return draft.is_anaphoric and draft.city is not None and draft.cue.class_ in ("talk",)


def _target(encounters: list[Encounter], draft: Draft) -> Encounter | None:
    best: tuple[float, Encounter] | None = None
    for distance, encounter in enumerate(reversed(encounters)):
        score = _likeness(encounter, draft)
        if score > 0 and (best is None or score - 0.01 * distance > best[0]):
            best = (score - 0.01 * distance, encounter)
    return best[1] if best else None


def _likeness(encounter: Encounter, draft: Draft) -> float:
    """0 where draft and encounter cannot be one; else how much speaks for it."""
    if not _kinds_agree(encounter, draft) or not _places_agree(encounter, draft):
        return 0.0
    planned = draft.status in ("planned", "cancelled")
    if planned != bool(encounter.statuses & {"planned", "cancelled"}) and not (draft.is_anaphoric and not draft.people and draft.status == "held"):
        return 0.0
    if _days_differ(encounter, draft):
        return 0.0
    mine, theirs = set(draft.people), set(encounter.people)
    parties, others = set(draft.parties), set(encounter.parties)
    common = mine & theirs
    if draft.is_anaphoric and not mine - theirs and parties <= others:
        return 1.0 + len(common)
    if draft.is_anaphoric and _only_adds(draft) and (parties <= others or not parties):
        return 0.9
    if not mine:
        if not parties:
            return 0.0
        if parties == others or (len(parties) >= 2 and parties <= others):
            return 0.8
        return 0.0
    if not theirs:
        return 0.7 if others and others <= parties and len(others) >= 2 else 0.0
    if len(mine) == 1 or len(theirs) == 1:
        if not common:
            return 0.0
        small, large = (parties, others) if len(parties) <= len(others) else (others, parties)
        if len(mine) == 1 and len(theirs) == 1:
            return 1.0 if parties == others and len(parties) >= 2 else 0.0
        return 1.0 if small <= large and (len(small) >= 2 or draft.is_anaphoric) else 0.0
    if len(common) >= 2:
        return 1.0 + len(common)
    return 0.0


def _only_adds(draft: Draft) -> bool:
    """Names people who were present at the encounter it points back to ("حضر اللقاء …")."""
    return all(role in ("member", "head_of_delegation", None) for role in draft.people.values()) and any(
        part.slot in ("present", "members", "head", "genitive", "subject") for part in draft.parts
    )


def _kinds_agree(encounter: Encounter, draft: Draft) -> bool:
    kinds = encounter.kinds
    if draft.kind in kinds:
        return True
    if draft.is_anaphoric and draft.cue.part == "noun":
        return bool(kinds & _POINTS_TO.get(draft.cue.lemma, _MEETINGS | _GATHERINGS | _CALLS))
    if draft.kind in _MEETINGS and kinds & (_MEETINGS | {"summit"}):
        return True
    if draft.cue.lemma in ("بحث", "ناقش", "تباحث") and draft.is_anaphoric:
        return bool(kinds - {"visit"})
    if draft.kind == "summit" and kinds & _MEETINGS:
        return True
    return draft.kind in _GATHERINGS and bool(kinds & _GATHERINGS) and draft.cue.lemma != "مؤتمر"


def _places_agree(encounter: Encounter, draft: Draft) -> bool:
    if draft.city and encounter.cities:
        return draft.city in encounter.cities or not draft.country or draft.country in encounter.countries and draft.kind == "visit"
    if draft.country and encounter.countries:
        return draft.country in encounter.countries
    return True


def _days_differ(encounter: Encounter, draft: Draft) -> bool:
    when = draft.when
    if when is None:
        return False
    for other in (d.when for d in encounter.drafts):
        if other is None:
            continue
        for part in ("year", "month", "day", "weekday"):
            a, b = getattr(when, part), getattr(other, part)
            if a is not None and b is not None and a != b:
                return True
        if (
            when.earliest_offset is not None
            and other.earliest_offset is not None
            and (when.latest_offset or 0) < other.earliest_offset
        ):
            return True
    return False
