"""What a clause says of an encounter, before it is known which encounter it tells of.

Here: the records that the grammar fills and the joining reads, and the spelling of the towns in
them. Not here: how they are filled (`frames` and the modules it is made of), how they are joined
(`encounters`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.document import When
from reader.meetings.phrases import Actor
from reader.meetings.words import Cue
from reader.places import usual_city_name


@dataclass(slots=True)
class Part:
    """An actor's part in a frame."""

    actor: Actor
    slot: str  # subject | object | pair | with | present | spoke | head | members | mediator | inviter


@dataclass(slots=True)
class Draft:
    """A report before it is known which encounter it tells of."""

    sentence: int
    start: int
    end: int
    cue: Cue
    cue_at: int
    kind: str
    status: str
    parts: list[Part] = field(default_factory=list)
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    when: When | None = None
    not_before: When | None = None  # the day on which a guest had come
    topic: str | None = None
    people: dict[int, str | None] = field(default_factory=dict)  # person to role
    parties: list[str] = field(default_factory=list)
    is_anaphoric: bool = False
    is_anchored: bool = False
    is_setting: bool = False
    # "the two sides", not named here: those of an encounter before it, else these
    is_guess: bool = False
    guess_people: list[int] = field(default_factory=list)
    guess_parties: list[str] = field(default_factory=list)
    is_members: bool = False  # says only who was there
    is_speech: bool = False  # of members: who spoke at the gathering that was told of
    has_union: bool = False  # the meeting of a body of many members
    takes_earlier_times: bool = True  # a time before the cue in its clause dates it
    is_of_visit: bool = False  # told in the sentence of a visit of the same guest
    is_arrival: bool = False  # of a visit: its time is that of coming
    is_errand: bool = False  # of a visit: paid for something else than to meet ("للمشاركة في …")
    is_welcome: bool = (
        False  # "كان في استقباله X": who came to meet a visitor, not whom he came to meet
    )
    is_told_again: bool = False  # of a visit: "وتأتي زيارة X إلى …"
    in_visit: bool = False  # "زيارة … التقى فيها …": part of the visit before it
    is_purpose: bool = False  # "في زيارة للقاء Y", "وصل ليلتقي Y": what somebody goes there for
    # tells of another encounter of the same states ("بعد اجتماع جرى في …")
    other_than: Draft | None = None
    is_earlier: bool = False  # told as what had been before, with a time of its own
    follows_blocked: bool = False  # a sitting or an interview was told of before it
    is_after: bool = False  # named only as what something else came after or before
    name: str = ""  # of a gathering: "قمة بريكس"
    sides: dict[int, str] = field(default_factory=dict)
    came: list[str] = field(default_factory=list)  # parties of those who only were there


@dataclass(slots=True)
class Setting:
    """What stands around a noun of encounter."""

    clause: int
    low: int
    actors: list[Actor]
    light_at: int | None  # the verb that only says that it takes place ("عقد", "أجرى")
    host_at: int | None  # a verb of hosting ("استضافت")
    is_adverbial: bool  # "خلال لقاء"
    is_after: bool  # "بعد لقاء"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody is said to come to a country, whether or not that makes a report of a visit."""

    people: frozenset[int]
    country: str | None  # None where only the day of the visit is told
    city: str | None
    when: When | None
    sentence: int
    is_past: bool
    is_whole_visit: bool  # its time is that of the visit, not only of its beginning


def usual_or_printed(name: str) -> str:
    """A city's name as printed; "للرياض" gives back its article."""
    return "ا" + name if usual_city_name(name) is None and usual_city_name("ا" + name) else name
