"""From a word of encounter to a report: who, with whom, where, when, planned or held.

Here: the order in which the parts of the grammar read a sentence and one clause of it. A frame starts at a cue (a verb such as
التقى, a noun such as محادثات), looks back for its subject and forward over its complements; markers (بين, مع, برئاسة, بشأن) say what
the next actors are. Not here: the parts themselves (`kinds`, `complements`, `verbs`, `nouns`, `visits`, `places`, `scenes`, `sides`), which
reports tell of the same encounter (`encounters`). Positions are indexes into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reader.meetings.complements import Walk
from reader.meetings.drafts import Draft, Part
from reader.meetings.kinds import Kinds
from reader.meetings.nouns import Nouns
from reader.meetings.phrases import Actor
from reader.meetings.scenes import is_to_come
from reader.meetings.verbs import Verbs
from reader.meetings.vocabulary import EACH, PREPOSITIONS
from reader.meetings.words import Cue, bare, function_words

_SET_ABOUT_REACH = 8  # words
_SET_ABOUT = function_words("set_about")
_COMPOSING = function_words("composing")
_REPRESENTING = function_words("representing")
_TOGETHER = function_words("together")
_HIS_HONOUR = function_words("his_honour")
_MEMBERS_VERBS = _COMPOSING | _REPRESENTING | function_words("was_there")


class Frames(Kinds, Verbs, Nouns):
    """Reads the frames of a document, sentence by sentence; keeps the person who is the topic of the last sentences."""

    def read(self, number: int) -> list[Draft]:
        """Drafts of a sentence, in order."""
        text = self.text
        low, high, _ = text.sentences[number]
        cues = [
            at for at in range(low, high) if text.words[at].cue is not None and not self.in_name(at)
        ]
        drafts: list[Draft] = []
        members = self._members(number, low, high)
        if members is not None:
            return [members]
        if cues:
            actors = text.actors(number)
            done = low
            for at in cues:
                if at < done:
                    continue
                if self._is_one_noun(at):
                    done = at + 2
                for draft in self._frame(number, at, low, high, actors):
                    if (
                        draft.is_after
                        and not draft.people
                        and not draft.parties
                        and (draft.when or draft.country)
                    ):
                        before = next((d for d in reversed(drafts) if len(d.parties) >= 2), None)
                        if before is not None and not draft.cue.is_definite:
                            draft.parties, draft.other_than = list(before.parties), before
                    if draft.cue.part == "verb" and not draft.in_visit:
                        draft.is_of_visit = _is_of_visit(draft, drafts)
                    drafts.append(draft)
                    if draft.cue.part == "verb" and draft.kind != "visit":
                        done = max(done, draft.end)
        self._set_focus(number, drafts)
        return drafts

    def _set_focus(self, number: int, drafts: list[Draft]) -> None:
        low, high, _ = self.text.sentences[number]
        for draft in drafts:
            for party in draft.parties:
                if len(party) == 2:
                    self.states[party] = self.states.get(party, 0) + 3
        for actor in self.text.actors(number):
            for country in actor.countries:
                self.states[country] = self.states.get(country, 0) + 1
        if not any(low <= at < high for at in self.text.mentions):
            return
        actors = self.text.actors(number)
        named = list({a.people[0]: a for a in reversed(actors) if a.people}.values())[::-1]
        self.two = named[:2] if len(named) > 1 else self.two
        for one, other in pairwise(actors):
            joined = other.clitic == "و" and other.start - one.end <= 2
            if (
                joined
                and one.people
                and other.people
                and set(one.countries) != set(other.countries)
            ):
                self.pair = [one, other]
        for actor in actors:
            if actor.people and not self._is_governed(actor, low):
                self.focus = [actor]
                return

    def _members(self, number: int, low: int, high: int) -> Draft | None:
        """A sentence that only says who was there: "وضم الوفد الروسي X وY", "كما شارك من الجانب الأمريكي X", "ويمثل روسيا X"."""
        text = self.text
        at = next(
            (i for i in range(low, min(high, low + 12)) if bare(text.folds[i]) in _MEMBERS_VERBS),
            None,
        )
        if at is None:
            return None
        verb = bare(text.folds[at])
        actors = text.actors(number)
        after = [a for a in actors if a.start > at]
        side: Actor | None = None
        if verb in _COMPOSING:
            around = [
                a
                for a in actors
                if a.class_ == "group"
                and a.head.removeprefix("ال").startswith(("وفد", "فريق"))
                and at - 10 <= a.start <= at + 3
            ]
            side = around[0] if around else None
        elif verb in _REPRESENTING:
            side = next((a for a in after[:1] if a.class_ == "state" and a.start - at <= 2), None)
        else:
            side = next(
                (a for a in actors if a.head in ("الجانب", "جانب") and abs(a.start - at) <= 6), None
            )
        if side is None and verb.endswith(("ه", "ها")) and after:
            side = after[0]  # "وحضره X"
        if side is None or (
            not side.countries
            and not side.organizations
            and not side.people
            and verb not in _COMPOSING
        ):
            return None
        named = [a for a in after if a.people and (a is side or not a.start < side.end)]
        if not named or (
            verb not in _COMPOSING
            and any(
                cue is not None and cue.part == "verb"
                for cue in (text.words[i].cue for i in range(at, named[0].start))
            )
        ):
            return None
        cue = Cue("ضم", "noun", "meeting", "040", "event", is_definite=True)
        draft = Draft(
            number,
            at,
            named[-1].end,
            cue,
            at,
            "meeting",
            "held",
            is_anaphoric=True,
            is_members=True,
        )
        stop = next(
            (
                i
                for i in range(named[0].start, high)
                if (text.marker(i, high) or ("",))[0] in ("end", "topic")
            ),
            high,
        )
        draft.parts = [Part(side, "side")] + [
            Part(a, "members") for a in named if a.start < stop and not self._is_nested(a, at)
        ]
        self._resolve(draft)
        return draft

    def _is_nested(self, actor: Actor, low: int) -> bool:
        before = self.text.folds[actor.start - 1] if actor.start > low else ""
        return (
            before in PREPOSITIONS
            and self.text.folds[actor.start - 2] not in EACH
            and before != "من"
        )

    def _frame(self, number: int, at: int, low: int, high: int, actors: list[Actor]) -> list[Draft]:
        text = self.text
        cue = text.words[at].cue
        assert cue is not None
        first = at
        if at + 1 < high and self._is_one_noun(
            at
        ):  # "اجتماع قمة", "جلسة مباحثات": the second says what it is
            at += 1
            second = text.words[at].cue
            assert second is not None
            cue = second._replace(
                is_definite=cue.is_definite or second.is_definite, is_plural=cue.is_plural
            )
        if at + 1 < high and cue.part == "noun" and text.folds[at + 1] in _HIS_HONOUR:
            cue = cue._replace(with_pronoun=True, is_definite=True)  # "استقبال سموه"
        if self._is_set_about(at, low):
            cue = cue._replace(is_definite=cue.with_pronoun)
        if self._is_blocked(cue, at, high):
            return []
        if (
            cue.lemma == "جلسة"
            and cue.is_definite
            and any(
                (c := text.words[i].cue) is not None and c.part == "noun"
                for i in range(at + 1, min(at + 8, high))
            )
        ):
            return []
        clause = self._clause_start(at, low)
        kind = self._kind(cue, at, high, clause)
        if kind is None:
            return []
        draft = Draft(number, at, at + 1, cue, at, kind, "held")
        Walk(self, draft, at + 1, high, actors).run()
        status = self._status(cue, first, clause, high)
        if status is None:
            return []
        draft.status = status
        ok = (
            self._verb(draft, clause, low, actors)
            if cue.part == "verb"
            else self._noun(draft, clause, low, actors)
        )
        if not ok:
            return []
        self._place(draft, clause)
        self._when(draft, clause)
        if (
            draft.status in ("held", "ongoing")
            and draft.when is not None
            and is_to_come(draft.when, text.document.article.published_on)
            and not (cue.part == "verb" and cue.tense == "past")
        ):
            draft.status = "planned"
        return self._each_alone(draft)

    def _is_set_about(self, at: int, low: int) -> bool:
        """ "بادر الوزير بالاتصال بـ": the noun is what the verb does, however definite."""
        before = self.text.folds[max(low, at - _SET_ABOUT_REACH) : at]
        return self.text.words[at].clitic == "ب" and any(
            bare(fold) in _SET_ABOUT for fold in before
        )

    def _each_alone(self, draft: Draft) -> list[Draft]:
        """Talks with each of several people are as many encounters."""
        objects = [part for part in draft.parts if part.slot == "object"]
        if not self._met_one_by_one(draft, objects):
            self._resolve(draft)
            return [draft]
        drafts: list[Draft] = []
        for part in objects:
            rest = [p for p in draft.parts if p.slot != "object"]
            alone = replace(
                draft, parts=[*rest, part], people={}, sides={}, parties=list(draft.parties)
            )
            self._resolve(alone)
            drafts.append(alone)
        return drafts

    def _met_one_by_one(self, draft: Draft, objects: list[Part]) -> bool:
        """ "مع كل من X وY"; people of several states; and whom a guest met of the highest offices of a state."""
        folds = self.text.folds
        if len(objects) < 2 or draft.kind in ("summit", "conference", "video_call"):
            return False
        first = objects[0].actor.start
        if folds[first - 1] == "من" and folds[first - 2] in EACH:
            return True
        holders = self.text.offices.holders
        if set(folds[draft.cue_at : draft.end]) & _TOGETHER or not all(
            p.actor.head and p.actor.countries and (p.actor.people or holders(p.actor))
            for p in objects
        ):
            return False
        states = [p.actor.countries[0] for p in objects]
        if len(set(states)) == len(states):
            return True
        guests = {c for p in draft.parts if p.slot == "subject" for c in p.actor.countries}
        return draft.kind != "reception" and len(set(states)) == 1 and states[0] not in guests


def _is_of_visit(draft: Draft, before: list[Draft]) -> bool:
    """ "قام X بزيارة إلى بيروت والتقى Y": whom a guest met in the sentence that tells of the visit."""
    return any(
        visit.kind == "visit" != draft.kind
        and set(visit.people) & set(draft.people)
        and draft.city in (None, visit.city)
        and draft.country in (None, visit.country)
        for visit in before
    )
