"""Sides that a frame tells of without a name of their own: some of many, people of a kind, an
officer named farther behind.

Here: what stands in the place of an actor behind a marker. Not here: the walk over the frame
(`complements`), its slots (`slots`), which of these are enough for an encounter (`enough`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor, Text
from reader.meetings.texts import UNNAMED
from reader.meetings.vocabulary import COMMAS, IN, PREPOSITIONS, VENUES
from reader.meetings.words import bare, function_words

TRAVEL = ("arrival", "place", "visit")
_LONGEST_ASIDE = 4  # words
_LONGEST_BODY = 9  # words of the body in which an office is, before the name in commas
_LONGEST_KIND = 4  # words
_TWO = 2
_OFFICES_OF_STATE = function_words("where_officers_are")
_SOME_OF = function_words("some_of")
_KIN = function_words("kin")
_PEOPLE_OF_A_KIND = function_words("people_of_a_kind") | _KIN


class Nameless:
    """The state of a walk over a frame, and the readings of it that take sides without a name."""

    text: Text
    folds: list[str]
    draft: Draft
    by_start: dict[int, Actor]
    slot: str
    stop: int
    direct: int  # complements of a verb so far
    last_end: int  # end of the last actor
    marked: int  # end of the last marker

    def _is_side_here(self, i: int) -> bool:
        """A side may stand here: right behind its marker, joined by و to one that is told, or as
        the object of a verb ("استقبل الوزير عددا من السفراء").
        """
        cue = self.draft.cue
        # right behind the subject: "التقى الوزير أهالي القرية"; "يلتقي رجال الدين بـ" has no object
        of_a_kind = self.folds[i] in _PEOPLE_OF_A_KIND and bool(self.draft.parts)
        behind = self.last_end in (i, i - 1) or self.folds[i - 1] in COMMAS
        some = self.folds[i] in _SOME_OF or (of_a_kind and behind and self.direct < _TWO)
        if cue.part == "verb" and self.slot == "near" and some:
            return "direct" in cue.partner and cue.class_ == "person" and not self.is_governed(i)
        if self.slot not in ("with", "pair", "present") or self.draft.cue.class_ in TRAVEL:
            return False
        joined = bool(self.draft.parts) and i == self.last_end and self.folds[i].startswith("و")
        return i == self.marked or (joined and self.draft.parts[-1].slot == self.slot)

    def is_governed(self, i: int) -> bool:
        """Behind a preposition or a noun of place stands no object."""
        before = self.folds[i - 1]
        return before in PREPOSITIONS | IN or before.removeprefix("ب") in VENUES

    def _some_of(self, i: int) -> int:
        """ "مع عدد من الوزراء", "وبعض المسؤولين": the marker governs who stands behind."""
        if bare(self.folds[i]) not in _SOME_OF or not self._is_side_here(i):
            return i
        behind = i + 2 if self.folds[i + 1 : i + 2] == ["من"] else i + 1
        if behind not in self.by_start:
            met = self.draft.cue.class_ in ("event", "person")
            if not met or not self.folds[behind].startswith("ال"):
                return i
            self._take_unnamed(i, behind + 1)
            return self.last_end
        self.marked = behind
        return behind

    def _people_of_a_kind(self, i: int) -> int:
        """ "لقاء مع مهنيي النقل", "بين الوزير والأهالي": a side, though by no office and no
        name.
        """
        if bare(self.folds[i]) not in _PEOPLE_OF_A_KIND or not self._is_side_here(i):
            return i
        is_kin = bare(self.folds[i]) in _KIN
        for behind in () if is_kin else (i + 1, i + 2):  # "رجال أعمال ألمان": of a state
            if behind in self.by_start and not self.by_start[behind].clitic:
                self.marked = behind
                return behind
        self._take_unnamed(i, i + 1)
        if is_kin:
            self.stop = self.last_end  # "ذوي الشهداء، X وY": whose family they are
        return self.last_end

    def next_slot(self) -> str:
        """The slot of whoever stands here: of a verb without a marker the next complement."""
        if self.slot != "near" or self.draft.cue.part != "verb":
            return self.slot
        self.direct += 1
        return f"direct{self.direct}"

    def _take_unnamed(self, first: int, end: int) -> None:
        """People without name or office, with the words that describe them."""
        stop = min(self.stop, first + _LONGEST_KIND)
        while end < stop and self.folds[end].startswith("ال") and not self._breaks_off(end):
            end += 1
        clitic = "و" if self.folds[first].startswith("و") else ""
        actor = Actor(first, min(end, self.stop), UNNAMED, clitic, head=bare(self.folds[first]))
        self.draft.parts.append(Part(actor, self.next_slot()))
        self.last_end = actor.end

    def _name_officer(self, actor: Actor) -> None:
        """ "مع رئيس البرلمان بهذا البلد، X": the name that a comma sets off behind an office is of
        who holds it.
        """
        parts, at = self.draft.parts, actor.start
        if not parts or actor.start not in self.text.mentions or actor.clitic:
            return
        officer = parts[-1].actor
        unnamed = officer.class_ == "role" and "head" in self.text.words[officer.start].roles
        gap = range(officer.end, at - 1)
        enclosed = self.folds[actor.end : actor.end + 1] in (["،"], [","])
        longest = _LONGEST_BODY if enclosed and self.folds[officer.end] == "في" else _LONGEST_ASIDE
        set_off = self.folds[at - 1] in ("،", ",") and 0 < len(gap) <= longest
        if unnamed and not officer.people and set_off and not any(map(self._breaks_off, gap)):
            parts[-1].actor = replace(
                officer,
                end=actor.end,
                class_="person",
                people=actor.people,
                countries=officer.countries or actor.countries or self._state_within(gap),
            )

    def _state_within(self, gap: range) -> list[str]:
        """ "مدير المعهد في وزارة الخارجية التركية، X": for whom he acts."""
        found = (self.by_start[i].countries for i in gap if i in self.by_start)
        return next((list(countries) for countries in found if countries), [])

    def _breaks_off(self, i: int) -> bool:
        """A word that is no part of a description: a comma, an actor but a body in which an office
        is, a word of encounter, a marker.
        """
        actor = self.by_start.get(i)
        in_body = actor is not None and (actor.class_ == "body" or actor.head in _OFFICES_OF_STATE)
        return (
            self.folds[i] in COMMAS
            or (actor is not None and not (in_body and self.folds[i - 1] == "في"))
            or self.text.words[i].cue is not None
            or self.text.marker(i, self.stop) is not None
        )
