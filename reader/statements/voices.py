"""A speaker as the passage through a text keeps him: one or several actors, their gender and
number, what agrees with them.

Here: the voice and its output as speakers of the contract. Not here: who is meant (`referents`),
who comes next (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.actors import Actor
from reader.document import Speaker
from reader.statements.cues import Cue
from reader.words import Words

_KIND = {
    "person": "person",
    "organization": "organization",
    "government": "organization",
    "document": "organization",
    "spokesperson": "organization",
    "source": "unnamed",
    "group": "unnamed",
    "role": "unnamed",
    "unknown": "unnamed",
}


@dataclass(slots=True)
class Voice:
    """A speaker, single or joint, with what agreement can tell of him."""

    actors: list[Actor]
    at: int  # token of the cue or phrase
    is_aside: bool = False  # spoke in a relative clause within what another does or says

    @property
    def gender(self) -> str | None:
        """Gender of a single speaker, None of joint ones or where unknown."""
        return self.actors[0].gender if len(self.actors) == 1 else None

    @property
    def number(self) -> str | None:
        """s, d or p."""
        if len(self.actors) == 1:
            return self.actors[0].number
        return "d" if len(self.actors) == 2 else "p"


def plain_person(words: Words, at: int) -> Actor:
    """The person named at a token, without titles."""
    mention = words.mention_at[at]
    surface = words.document.plain.text[mention.start : mention.end]
    return Actor(
        at, words.mention_end[at], "person", surface, surface, None, "s", person=mention.person
    )


def agrees(cue: Cue, voice: Voice) -> bool:
    """Whether gender and number of a cue's form allow a speaker."""
    form = cue.form
    if form.kind == "masdar":
        if form.owner in ("m", "f") and voice.number == "s" and voice.gender:
            return voice.gender == form.owner
        if form.owner in ("p", "d"):
            return voice.number in ("p", "d")
        return True
    if form.person == 1:
        return True
    if form.number == "d":
        first = voice.actors[0]
        is_dual = first.kind == "unknown" and first.head.endswith("ان")  # الرجلان
        return is_dual or voice.number in ("d", "p")
    if form.number == "p" and form.gender == "f":
        return voice.number == "p" and voice.actors[0].kind != "organization"
    if form.number == "p":
        return voice.number in ("p", "d") or (
            voice.actors[0].kind in ("organization",) and voice.gender == "m"
        )
    if voice.number in ("d", "p"):
        first = voice.actors[0]
        bodies = first.kind in ("organization", "government") or first.head.endswith("ات")
        return voice.number == "p" and form.gender == "f" and bodies  # العائلات تؤكد
    return voice.gender is None or form.gender is None or voice.gender == form.gender


def surely_agrees(cue: Cue, voice: Voice) -> bool:
    """Whether a form agrees with a speaker of known gender or number; a person of unknown gender
    passes for a man.
    """
    gender = voice.gender or ("m" if voice.actors[0].person is not None else None)
    known = cue.form.gender == gender or cue.form.number == voice.number != "s"
    return agrees(cue, voice) and known


def as_speakers(words: Words, voice: Voice) -> list[Speaker]:
    """Speakers of the contract, in the order in which they are named."""
    speakers: list[Speaker] = []
    for actor in voice.actors:
        kind = _KIND[actor.kind]
        if actor.person is not None:
            speakers.append(
                Speaker(
                    "person",
                    actor.surface,
                    person=actor.person,
                    name=words.document.people[actor.person].name,
                )
            )
        else:
            speakers.append(Speaker(kind, actor.surface, name=actor.name))
    return speakers
