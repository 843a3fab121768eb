"""Visits and arrivals: who comes to which country, as guest of whom.

Here: verbs (زار, وصل إلى) and the noun زيارة, their destinations, and arrivals that make no report of their own but place and date
those of others. Not here: meetings during a visit (`verbs`, `nouns`), what arrivals mean for them (`settle`).
"""

from __future__ import annotations

from reader.document import Place
from reader.meetings.clauses import bare
from reader.meetings.drafts import Arrival, Draft, Part, usual_or_printed
from reader.meetings.phrases import Actor
from reader.meetings.scenes import Scenes
from reader.meetings.subjects import Subjects
from reader.meetings.vocabulary import CAPITAL_WORDS, RELATIVES
from reader.meetings.words import function_words

_MADE = function_words("made")
_PAYING = function_words("paying")


class Visits(Subjects, Scenes):
    """Reads visits."""

    def _visit(
        self, draft: Draft, clause: int, low: int, actors: list[Actor], before: list[Actor]
    ) -> bool:
        """A visit needs a visitor and a place; an arrival also a word that says what for."""
        text = self.text
        cue = draft.cue
        window = range(draft.cue_at + 1, min(text.sentences[draft.sentence][1], draft.cue_at + 30))
        places = [
            text.places[i][0]
            for i in window
            if i in text.places
            and text.places[i][0].kind in ("city", "country")
            and not any(a.start <= i < a.end and a.class_ != "state" for a in actors)
        ]
        subject = before or [
            p.actor for p in draft.parts if p.slot == "direct1" and p.actor.class_ != "state"
        ]
        if not subject and not cue.with_pronoun:
            subject = [a for a in self._main_subject(draft.cue_at, clause, low, actors) if a.people]
        subject = [
            a
            for a in subject
            if a.class_ != "state" and (a.people or a.class_ in ("group", "role"))
        ]
        places = [p for p in places if not any(p.country in a.countries for a in subject)]
        if not subject or not places:
            return False
        place = places[0]
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, clause)
            self._note_arrival(draft, subject, place)
        if cue.class_ == "arrival":
            purpose = any(
                (c := text.words[i].cue) is not None
                and c.part == "noun"
                and (c.class_ == "visit" or text.words[i].clitic.endswith("ل"))
                for i in window
            )
            if not purpose and not (
                cue.tense != "past"
                and cue.lemma == "توجه"
                and text.folds[draft.cue_at].lstrip("وسف")[:3] not in ("يغا", "تغا")
            ):
                return False
        draft.parts = [Part(a, "subject") for a in subject] + [
            p
            for p in draft.parts
            if p.slot in ("with", "members", "head", "present", "inviter")
            and p.actor.class_ != "state"
        ]
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "subject"
        if subject[0].start >= clause:
            draft.start = min(draft.start, subject[0].start)
        draft.country = place.country
        draft.city = usual_or_printed(place.name) if place.kind == "city" else None
        draft.parties = [place.country]
        draft.is_anchored = True
        return True

    def _note_arrival(self, draft: Draft, subject: list[Actor], place: Place) -> None:
        people = frozenset(
            person for a in subject for person in (a.people or self.text.offices.holders(a))
        )
        if people:
            city = usual_or_printed(place.name) if place.kind == "city" else None
            is_past = draft.status == "held" and draft.cue.tense in ("", "past")
            low, high, _ = self.text.sentences[draft.sentence]
            arrived = any(
                cue is not None and cue.class_ == "arrival"
                for cue in (word.cue for word in self.text.words[low:high])
            )  # "وصل الخميس في زيارة": the day of the arrival alone
            whole = draft.cue.part == "noun" and not arrived
            arrival = Arrival(
                people, place.country, city, draft.when, draft.sentence, is_past, whole
            )
            self.arrivals.append(arrival)

    def _visit_noun(
        self,
        draft: Draft,
        clause: int,
        low: int,
        actors: list[Actor],
        light_at: int | None,
        adverbial: bool,
    ) -> bool:
        text = self.text
        cue, at = draft.cue, draft.cue_at
        genitive = [
            p.actor for p in draft.parts if p.slot == "genitive" and p.actor.class_ != "state"
        ]
        subject = genitive
        if not subject:
            if cue.with_pronoun or adverbial or light_at is not None or draft.parts or at > clause:
                subject = [
                    a
                    for a in self._main_subject(at, clause, low, actors)
                    if a.people or a.class_ in ("role", "group")
                ]
            made = any(
                text.folds[i] in _MADE
                for i in range(at + 1, min(at + 4, text.sentences[draft.sentence][1]))
            )
            if not cue.with_pronoun:  # "زيارة يعتزم الرئيس القيام بها"
                reach = 5 if not subject else 2
                visitor = [
                    a
                    for a in actors
                    if 0 < a.start - at <= reach and a.people and not self._is_governed(a, at)
                ][:1]
                subject = visitor or subject
            if not subject and (cue.with_pronoun or made):
                subject = self.focus
            if not subject and at > low and bare(text.folds[at - 1]) in _PAYING:
                subject = self._elided(cue, at - 1, clause, low, actors)  # "حيث يؤدي زيارة إلى …"
            if made and draft.is_after:
                subject = self.focus or subject
        destination = None
        window = range(at + 1, min(at + 22, text.sentences[draft.sentence][1]))
        for i in window:
            if i in text.places and text.places[i][0].kind in ("city", "country"):
                place = text.places[i][0]
                inside = any(a.start <= i < a.end and a.class_ != "state" for a in actors)
                if not inside and self._is_destination(i, at, actors):
                    destination = place
                    break
            if text.folds[i] in RELATIVES or (text.marker(i, window.stop) or ("",))[0] in (
                "end",
                "topic",
            ):
                break
        if destination is None:
            for i in range(max(low, at - 8), at):
                if (
                    i in text.places
                    and text.places[i][0].kind in ("city", "country")
                    and text.folds[i - 1] == "الي"
                ):
                    destination = text.places[i][0]
        draft.is_anaphoric = cue.is_definite and not cue.with_pronoun and not genitive
        if draft.is_anaphoric and not made:
            draft.parts = []
            if destination is not None:
                draft.country = destination.country
            return True
        subject = [a for a in subject if a.people or a.countries or text.offices.holders(a)]
        hosts: list[Actor] = []
        if (
            destination is not None
            and cue.with_pronoun
            and subject
            and all(destination.country in a.countries for a in subject)
        ):
            others = [
                a
                for a in actors
                if clause <= a.start
                and a.end <= at
                and a.people
                and destination.country not in a.countries
            ]
            hosts, subject = subject, others[-1:]
        if (
            destination is None
            or not subject
            or (cue.is_plural and not cue.with_pronoun and not genitive)
        ):
            return False
        if all(destination.country in a.countries for a in subject if a.countries) and any(
            a.countries for a in subject
        ):
            return False
        draft.parts = (
            [Part(a, "subject") for a in subject]
            + [
                p
                for p in draft.parts
                if p.slot in ("members", "head", "inviter")
                or (p.slot in ("with", "present") and p.actor.class_ == "person")
            ]
            + [Part(a, "host") for a in hosts]
        )
        if clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        draft.country = destination.country
        draft.city = usual_or_printed(destination.name) if destination.kind == "city" else None
        draft.parties = [destination.country]
        draft.is_anchored = True
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, clause)
            self._note_arrival(draft, subject, destination)
        return True

    def _is_destination(self, at: int, cue_at: int, actors: list[Actor]) -> bool:
        """ "زيارة X إلى بغداد", "لبغداد", "زيارته بغداد", "زيارته الأخيرة العاصمة اللبنانية بيروت"."""
        text = self.text
        if text.clitic_of(at).endswith(("ل", "ب")):
            return True
        i = at - 1
        while i > cue_at and (
            i in text.places
            or text.folds[i] in CAPITAL_WORDS
            or text.folds[i] in ("الاخيره", "الحاليه", "الرسميه", "كل", "من")
        ):
            i -= 1
        return i == cue_at or text.folds[i] in ("الي", "في") or any(a.end == i + 1 for a in actors)

    def _was_visited(self, at: int | None, clause: int) -> bool:
        """A verb of the past that means a visit stands before, of which what follows tells the purpose."""
        return at is not None and any(
            (cue := self.text.words[i].cue) is not None
            and cue.class_ == "place"
            and cue.tense == "past"
            for i in range(clause, at)
        )
