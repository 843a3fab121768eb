"""Nouns of encounter: a meeting, talks, a summit, with the verb, the owner or the host that says whose.

Here: from the slots that the walk found to the sides of a noun. Not here: the noun زيارة (`visits`), verbs (`verbs`).
"""

from __future__ import annotations

from reader.meetings.clauses import bare
from reader.meetings.drafts import Draft, Part, usual_or_printed
from reader.meetings.phrases import Actor
from reader.meetings.sides import Sides
from reader.meetings.visits import Visits
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    ANCHORS,
    HARD_STOPS,
    LIGHT,
    OPENING,
    QUOTES,
    WITH_HIM,
)
from reader.meetings.words import function_words

_HOSTS = function_words("hosts")
_BETWEEN = function_words("between")
_INVITING = function_words("inviting")


class Nouns(Visits, Sides):
    """Reads the nouns but those of visiting."""

    def _noun(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        text = self.text
        cue, at = draft.cue, draft.cue_at
        folds = text.folds
        before_words = folds[max(clause, at - 6) : at]
        light_at = next(
            (
                i
                for i in range(at - 1, max(clause, at - 16) - 1, -1)
                if folds[i] in LIGHT or folds[i].removeprefix("و") in LIGHT
            ),
            None,
        )
        host_at = next(
            (
                i
                for i in range(at - 1, max(clause, at - 8) - 1, -1)
                if folds[i] in _HOSTS or folds[i].removeprefix("و") in _HOSTS
            ),
            None,
        )
        adverbial = at > low and folds[at - 1] in ADVERBIAL
        after = at > low and folds[at - 1] in AFTER_LINKS
        pair = [p for p in draft.parts if p.slot == "pair"]
        near = [p for p in draft.parts if p.slot in ("genitive", "with")]
        if cue.class_ == "visit":
            return self._visit_noun(draft, clause, low, actors, light_at, adverbial)
        if host_at is not None:
            hosts = [
                a for a in actors if host_at < a.start and a.end <= at
            ] or self._subject_before(host_at, clause, actors)
            for actor in hosts:
                if actor.countries and draft.country is None:
                    draft.country = actor.countries[0]
                draft.parts.append(Part(actor, "mediator"))
                draft.start = min(draft.start, actor.start)
        is_pair = len(pair) >= 2 or any(
            self._means_both(p.actor)
            or "pair" in text.words[p.actor.start].roles
            or len(p.actor.countries) > 1
            or len(p.actor.people) > 1
            for p in pair
        )
        subject: list[Actor] = []
        if not is_pair and host_at is None:
            if len(pair) == 1 and (
                folds[pair[0].actor.start - 1] in _BETWEEN or pair[0].actor.clitic.startswith("و")
            ):
                subject = []  # the other of the two was not read
            elif len(pair) == 1:  # "اللقاء الذي جمعه بالوزير"
                subject = self._main_subject(at, clause, low, actors) or self.focus
            elif light_at is not None:
                subject = [
                    a
                    for a in actors
                    if light_at < a.start and a.end <= at and not self._is_governed(a, light_at)
                ]
                subject = subject or self._subject_before(light_at, clause, actors)
                subject = [a for a in subject if not self._is_place_use(a, a.start)]
                partnered = any(p.slot == "with" for p in near) or cue.with_pronoun
                if not subject and partnered:
                    subject = self._main_subject(at, clause, low, actors) or self.focus
            elif after and not cue.with_pronoun and not near:
                if any(w.endswith("اه") or w.endswith("هما") for w in folds[at + 1 : at + 4]):
                    subject = [a for a in actors if a.end <= at and a.people][:2]
            elif cue.with_pronoun or (adverbial and not cue.is_definite):
                subject = self._main_subject(at, clause, low, actors, person=cue.with_pronoun)
                subject = subject or self._main_subject(at, clause, low, actors)
                if cue.is_dual_owner and len(subject) == 1 and len(subject[0].people) < 2:
                    subject = [a for a in actors if a.end <= at and a.people and a.start >= low][:2]
                elif adverbial and not near and not pair:
                    mates = [
                        a
                        for a in actors
                        if clause <= a.start
                        and a.end <= at
                        and (
                            a.is_mate
                            or (a.people and at - 2 <= a.end and not self._is_governed(a, clause))
                        )
                    ]
                    subject += [a for a in mates if a not in subject]
                if not subject and cue.with_pronoun:
                    subject = [a for a in actors if clause <= a.start and a.end <= at and a.people][
                        -1:
                    ]
                if not subject and (near or cue.with_pronoun):
                    subject = self._subject_after(draft.end, actors) or self.focus
            elif folds[at - 1] == "الي" and any(
                bare(f) in _INVITING for f in folds[max(clause, at - 25) : at]
            ):
                subject = [
                    a
                    for a in actors
                    if clause <= a.start
                    and a.end <= at
                    and a.people
                    and not self._is_governed(a, clause)
                ]
            elif near and (text.words[at].clitic == "ل" or all(p.slot == "with" for p in near)):
                subject = self._main_subject(at, clause, low, actors)
        with_him = next(
            (
                i
                for i in range(at + 1, min(at + 5, text.sentences[draft.sentence][1]))
                if folds[i] in WITH_HIM
            ),
            None,
        )
        if with_him is not None and not pair:
            subject = subject or self._main_subject(at, clause, low, actors)
            other = [a for a in self._main_subject(at, low, low, actors) if a not in subject]
            other = other or [a for a in self.focus if a not in subject]
            draft.parts += [Part(a, "object") for a in other]
        entourage = self._entourage(subject, at, actors) if subject else []
        draft.has_union = cue.with_pronoun and any(self._is_union(actor) for actor in subject)
        draft.parts = [Part(actor, "subject") for actor in subject] + entourage + draft.parts
        draft.is_after = after
        opened = at > low and folds[at - 1] in OPENING
        draft.takes_earlier_times = (
            light_at is not None or host_at is not None or adverbial or opened
        )
        if subject and clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "object"
        next_at = at + 2 if at + 1 < len(folds) and folds[at + 1] in QUOTES else at + 1
        city_genitive = next_at in text.places and text.places[next_at][0].kind == "city"
        if city_genitive:
            draft.city = usual_or_printed(text.places[next_at][0].name)
            draft.country = text.places[next_at][0].country
            draft.parts = [p for p in draft.parts if p.actor.start != next_at]
        if cue.class_ == "talk" and not draft.parts and not draft.parties:
            draft.parts = [Part(actor, "pair") for actor in self._two_states(actors)]
        own = [
            p
            for p in draft.parts
            if p.slot in ("subject", "object", "pair", "genitive", "present", "head")
        ]
        draft.is_anaphoric = (cue.is_definite and not cue.with_pronoun) or city_genitive
        draft.is_anchored = (
            cue.class_ != "talk"
            or bool(set(folds[max(clause, at - 4) : min(at + 6, len(folds))]) & ANCHORS)
            or light_at is not None
            or host_at is not None
            or any(first >= at and stop <= draft.end + 1 for _, first, stop in self.times)
            or bool([p for p in own if p.actor.people])
        )
        draft.is_setting = "هامش" in folds[max(low, at - 4) : at]
        # What a visit is for: "لإجراء محادثات", "للمشاركة في المفاوضات".
        purpose = light_at is not None and folds[light_at].startswith("ل")
        draft.in_visit = cue.class_ in ("event", "talk") and (
            text.words[at].clitic == "ل" or (purpose and self._was_visited(light_at, clause))
        )
        if draft.in_visit and purpose and draft.status == "planned":
            draft.status = "held"
        if cue.class_ == "gathering":
            draft.name = self._gathering_name(at)
        del before_words
        return True

    def _gathering_name(self, at: int) -> str:
        text = self.text
        end = at + 1
        for i in range(at + 1, min(at + 7, len(text.folds))):
            if (
                text.folds[i] in HARD_STOPS
                or text.folds[i] in ("،", ",", "في", "الذي", "التي")
                or text.marker(i, len(text.folds))
            ):
                break
            end = i + 1
        return " ".join(text.folds[at:end])
