"""Verbs of encounter: who met, received, called or consulted whom.

Here: from the slots that the walk found to subject and object of a verb. Not here: visits
(`visits`), nouns (`nouns`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.texts import UNNAMED
from reader.meetings.visits import Visits
from reader.meetings.vocabulary import WITH_HIM
from reader.meetings.words import function_words

_HIS_HONOUR = function_words("his_honour")
_THE_LATTER = (["بالاخير"], ["بالاخيره"])
_ON_IT, _THEN = function_words("on_it"), function_words("then")


class Verbs(Visits):
    """Reads the verbs but those of visiting."""

    def _verb(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        """Turns the slots of a verb into subject and object; False where it reports no
        encounter.
        """
        cue, at = draft.cue, draft.cue_at
        self._take_the_latter(draft, low, actors)
        if cue.kind == "talks":  # "العلاقات بين البلدين" is what they discussed
            draft.parts = [p for p in draft.parts if p.slot != "pair"]
        before = self._subject_before(at, clause, actors)
        if cue.lemma == "استقبل" and self._was_received(draft, before):
            return True
        if cue.with_pronoun:
            if not self._met_him(draft, before, clause, low, actors):
                return False
        elif cue.class_ in ("place", "arrival"):
            return self._visit(draft, clause, low, actors, before)
        else:
            found = self._subject_of_verb(draft, clause, low, actors, before)
            if found is None:
                return draft.is_anchored
            self._put_before(draft, found, clause, actors)
        has_partner = any(p.slot == "with" for p in draft.parts)
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "object"
        follows = self.text.folds[at + 1 : at + 3]
        if cue.class_ == "matter" and any(w in WITH_HIM for w in follows):
            draft.parts, draft.is_anaphoric, draft.is_guess = [], True, True
            return True
        if cue.kind == "talks" and not self._is_exchange(draft, has_partner):
            return False
        if cue.lemma == "اتصل" and all(p.actor.class_ == "state" for p in draft.parts):
            return False  # "يتصل الأردن بالعراق عبر هذا الطريق"
        if cue.lemma == "استقبل" and not any(
            p.slot == "object" and (p.actor.people or p.actor.class_ in ("role", "group", UNNAMED))
            for p in draft.parts
        ):
            return False
        draft.is_anchored = True
        draft.in_visit = any(w in ("فيها", "خلالها") for w in follows)
        draft.is_purpose = self._is_purpose(at, clause)
        return True

    def _take_the_latter(self, draft: Draft, low: int, actors: list[Actor]) -> None:
        """ "اتصل بالأخير": the other side is who was named last."""
        at = draft.cue_at
        if self.text.folds[at + 1 : at + 2] not in _THE_LATTER:
            return
        named = [a for a in actors if low <= a.start and a.end <= at and a.people]
        draft.parts = [p for p in draft.parts if p.actor.start == at + 2]
        draft.parts += [Part(actor, "with") for actor in named[-1:]]

    def _was_received(self, draft: Draft, before: list[Actor]) -> bool:
        """ "استقبل X من طرف Y": the passive."""
        hosts = [p for p in draft.parts if p.slot == "agent"]
        guests = [p for p in draft.parts if p.slot.startswith("direct")]
        guests = guests or [Part(actor, "object") for actor in before or self.focus]
        if not hosts or not guests:
            return False
        _name(hosts, "subject")
        _name(guests, "object")
        draft.parts = hosts + guests
        draft.is_anchored = True
        return True

    def _met_him(
        self, draft: Draft, before: list[Actor], clause: int, low: int, actors: list[Actor]
    ) -> bool:
        """ "التقاه الوزير": the subject follows, the object was named before."""
        subject = [p for p in draft.parts if p.slot == "direct1"]
        named = before or self._main_subject(draft.cue_at, clause, low, actors) or self.focus
        objects = [actor for actor in named if self._may_be_meant(actor, draft)]
        for part in subject:
            part.slot = "subject"
        draft.parts += [Part(actor, "object") for actor in objects]
        return bool(subject and objects)

    def _may_be_meant(self, actor: Actor, draft: Draft) -> bool:
        """ "زارها" is no man whom somebody visited, "التقاه" no woman."""
        fold, people = self.text.folds[draft.cue_at], self.text.document.people
        other = "m" if fold.endswith("ها") else "f" if fold.endswith("ه") else ""
        return not actor.people or any(people[p].gender != other for p in actor.people)

    def _subject_of_verb(
        self, draft: Draft, clause: int, low: int, actors: list[Actor], before: list[Actor]
    ) -> list[Actor] | None:
        """Sorts the direct complements into subject, object or the two who met; gives the subject
        that stands before them.

        None where the sides are not to be told; the draft is anchored then if it still may join an
        encounter.
        """
        cue, at = draft.cue, draft.cue_at
        first = [p for p in draft.parts if p.slot == "direct1"]
        others = [p for p in draft.parts if p.slot.startswith("direct") and p.slot != "direct1"]
        if before:
            _name(first + others, "object")
            return before
        if self.text.folds[at + 1 : at + 2] and self.text.folds[at + 1] in _HIS_HONOUR:
            _name(first + others, "object")  # "كما استقبل معاليه السفير X"
            return self._elided(cue, at, clause, low, actors)
        if not others and self._is_of_two(draft, first):
            others = [_split(draft, first[0]), *first[1:]]
            first = first[:1]
        if others and self.text.folds[others[0].actor.start - 1] in _THEN:
            _name(first + others, "object")  # "كما استقبل X، ثم Y"
            return self._elided(cue, at, clause, low, actors)
        if others or any(p.slot == "with" for p in draft.parts):
            _name(first, "subject")
            _name(others, "object" if "direct" in cue.partner else "other")
            return [] if first else self._elided(cue, at, clause, low, actors)
        if len(first) > 1 and self.text.folds[at + 1] in _ON_IT:
            guest = self._elided(cue, at, clause, low, actors)
            if guest:  # "زيارة التقى خلالها X وY"
                _name(first, "object")
                return guest
        if self._meet_each_other(cue, first) or self._are_both_sides(draft, first):
            _name(first, "pair")
            return []
        if len(first) == 1 and self._has_unread_object(first[0].actor.end):
            _name(first, "subject")
            draft.is_anchored = True
            return None
        if not first and cue.kind == "meeting" and self._is_dual_verb(at):
            draft.parts += [Part(a, "pair") for a in self._elided(cue, at, clause, low, actors)]
            return []
        if not first or cue.class_ == "side" or self._has_unread_subject(at, first[0].actor.start):
            return None
        _name(first, "object")
        return self._elided(cue, at, clause, low, actors)

    def _is_of_two(self, draft: Draft, first: list[Part]) -> bool:
        """ "استقبل رئيس الحكومة وزير الدفاع X", of which nobody else is subject or object: the two
        offices are two people.
        """
        return (
            bool(first)
            and first[0].actor.first_office is not None
            and "direct" in draft.cue.partner
            and (not self.focus or first[0].actor.may_be_two)
            and not any(p.slot == "with" for p in draft.parts)
        )

    def _are_both_sides(self, draft: Draft, first: list[Part]) -> bool:
        """One complement, or several joined by و, that names everybody who met ("اجتمع الوزراء",
        "بحث الجانبان").
        """
        cue, words = draft.cue, self.text.words
        several = len(first) > 1
        if cue.class_ == "side" and (
            several
            or any(self.is_council(p.actor.start) for p in first)
            or any(
                len(p.actor.countries) > 1 or "plural" in words[p.actor.start].roles for p in first
            )
        ):
            return True
        if cue.kind == "talks" and any(len(p.actor.people) > 1 for p in first):
            return True  # "بحث وزيرا الخارجية العراقي X والإيراني Y …"
        return any(p.actor.class_ == "both" for p in first) or (
            several and "direct" not in cue.partner
        )

    def _put_before(
        self, draft: Draft, before: list[Actor], clause: int, actors: list[Actor]
    ) -> None:
        """Adds a subject that stands before the verb, with those who came with it."""
        if not before:
            return
        entourage = self._entourage(before, draft.cue_at, actors)
        draft.parts = [Part(actor, "subject") for actor in before] + entourage + draft.parts
        if clause <= before[0].start < draft.cue_at:
            draft.start = min(draft.start, before[0].start)

    def _is_exchange(self, draft: Draft, has_partner: bool) -> bool:
        """Talks need two sides who talk, not somebody who looks into a matter."""
        cue, call = draft.cue, draft.kind == "phone_call"
        joint = [p for p in draft.parts if p.slot in ("pair", "subject")]
        both = any(p.actor.class_ == "both" for p in joint)
        has_object = any(p.slot == "object" for p in draft.parts)
        talkers = sum(len(p.actor.people) for p in joint)
        if not has_object and not both and talkers < 2 and not call:
            return False
        if cue.class_ == "matter" and not has_partner and not both and not call:
            draft.parts = [p for p in draft.parts if p.slot != "object"]
            if talkers < 2:
                return False
            draft.is_anaphoric = not any(len(p.actor.people) > 1 for p in joint)
        if both:
            draft.is_anaphoric = True
        return True


def _split(draft: Draft, part: Part) -> Part:
    whole = part.actor
    assert whole.first_office is not None
    part.actor = whole.first_office
    second = Part(replace(whole, start=part.actor.end, first_office=None), "direct2")
    draft.parts.append(second)
    return second


def _name(parts: list[Part], slot: str) -> None:
    for part in parts:
        part.slot = slot
