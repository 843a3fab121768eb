"""Verbs of encounter: who met, received, called or consulted whom.

Here: from the slots that the walk found to subject and object of a verb. Not here: visits (`visits`), nouns (`nouns`).
"""

from __future__ import annotations

from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.visits import Visits
from reader.meetings.vocabulary import WITH_HIM


class Verbs(Visits):
    """Reads the verbs but those of visiting."""

    def _verb(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        text = self.text
        cue = draft.cue
        if cue.kind == "talks":  # "العلاقات بين البلدين" is what they discussed
            draft.parts = [p for p in draft.parts if p.slot != "pair"]
        before = self._subject_before(draft.cue_at, clause, actors)
        direct1 = [p for p in draft.parts if p.slot == "direct1"]
        direct2 = [p for p in draft.parts if p.slot.startswith("direct") and p.slot != "direct1"]
        partners = [p for p in draft.parts if p.slot == "with"]
        subject: list[Actor] = []
        if cue.with_pronoun:
            subject = [p.actor for p in direct1]
            objects = before or self.focus
            if not subject or not objects:
                return False
            for part in direct1:
                part.slot = "subject"
            draft.parts += [Part(actor, "object") for actor in objects]
        elif cue.class_ in ("place", "arrival"):
            return self._visit(draft, clause, low, actors, before)
        else:
            if before:
                subject = before
                for part in direct1 + direct2:
                    part.slot = "object"
            elif not direct2 and not partners and self._meet_each_other(cue, direct1):
                for part in direct1:
                    part.slot = "pair"
                subject = [p.actor for p in direct1]
            elif direct2 or partners:
                subject = [p.actor for p in direct1]
                for part in direct1:
                    part.slot = "subject"
                for part in direct2:
                    part.slot = "object" if "direct" in cue.partner else "other"
                if not subject:
                    subject = self._elided(cue, draft.cue_at, clause, low, actors)
                    before = subject
            elif (
                (
                    cue.class_ == "side"
                    and (
                        len(direct1) > 1
                        or any(
                            len(p.actor.countries) > 1
                            or "plural" in text.words[p.actor.start].roles
                            for p in direct1
                        )
                    )
                )
                or any(a.actor.class_ == "both" for a in direct1)
                or (len(direct1) > 1 and "direct" not in cue.partner)
            ):
                for part in direct1:
                    part.slot = "pair"
                subject = [p.actor for p in direct1]
            else:
                if len(direct1) == 1 and self._has_unread_object(direct1[0].actor.end):
                    direct1[0].slot = "subject"
                    draft.is_anchored = True
                    return True
                if (
                    not direct1
                    or cue.class_ == "side"
                    or self._has_unread_subject(draft.cue_at, direct1[0].actor.start)
                ):
                    return False
                for part in direct1:
                    part.slot = "object"
                before = subject = self._elided(cue, draft.cue_at, clause, low, actors)
            if before:
                entourage = self._entourage(before, draft.cue_at, actors)
                draft.parts = [Part(actor, "subject") for actor in before] + entourage + draft.parts
            if before and before[0].start < draft.cue_at and before[0].start >= clause:
                draft.start = min(draft.start, before[0].start)
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "object"
        has_object = any(p.slot == "object" for p in draft.parts)
        if cue.lemma in ("بحث", "ناقش") and any(
            w in WITH_HIM for w in text.folds[draft.cue_at + 1 : draft.cue_at + 3]
        ):
            draft.parts, draft.is_anaphoric, draft.is_guess = [], True, True
            return True
        if cue.lemma in ("بحث", "ناقش", "تباحث", "تفاوض"):
            joint = [p for p in draft.parts if p.slot in ("pair", "subject")]
            both = any(p.actor.class_ == "both" for p in joint)
            if (
                not has_object
                and not both
                and len([p for p in joint if p.actor.people]) < 2
                and draft.kind != "phone_call"
            ):
                return False
            if (
                cue.lemma in ("بحث", "ناقش")
                and not partners
                and not both
                and draft.kind != "phone_call"
            ):
                draft.parts = [p for p in draft.parts if p.slot != "object"]
                if len([p for p in draft.parts if p.actor.people]) < 2:
                    return False
                draft.is_anaphoric = True
            if both:
                draft.is_anaphoric = True
        if cue.lemma == "استقبل" and not any(
            p.slot == "object" and (p.actor.people or p.actor.class_ in ("role", "group"))
            for p in draft.parts
        ):
            return False
        draft.is_anchored = True
        draft.in_visit = any(
            w in ("فيها", "خلالها") for w in text.folds[draft.cue_at + 1 : draft.cue_at + 3]
        )
        return True
